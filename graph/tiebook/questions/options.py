"""The options that every question's command has: the one list that the command, the page, the linter and the docs are made from."""

from typing import Any, Final, Literal, NamedTuple

from tiebook.errors import UsageError

Kind = Literal["date", "source", "actor", "integer", "text", "flag", "switch", "path", "format", "place"]


class Option(NamedTuple):
    """An option of `ask`. `name` is what the command is given, `spellings` what is typed.

    kind -- a value's type; "flag" is off unless given, "switch" is on unless `--no-NAME` is given
    """

    name: str
    spellings: tuple[str, ...]
    kind: Kind
    help: str

    def read(self, text: str) -> Any:
        """Return what an address says of the option as a value; of a flag anything says that it is on.

        Raises UsageError for a number that is none.
        """
        if self.kind == "flag":
            return True
        if self.kind != "integer":
            return text
        try:
            return int(text)
        except ValueError:
            raise UsageError(f"{self.spellings[0]} takes a whole number, not {text!r}") from None


def as_option(name: str) -> str:
    """Return a parameter as it is typed in a command."""
    return f"--{name.replace('_', '-')}"


def _named(name: str, kind: Kind, text: str) -> Option:
    return Option(name, (as_option(name),), kind, text)


# parameters of the graph, which a question takes only where it declares them
RESERVED: Final = (
    _named(
        "as_of", "date", "Only ties that were, or may have been, in force on this day; the column in_force shows which."
    ),
    _named("source", "source", "Only this source."),
    _named("as_seen_by", "actor", "Only what this holder vouches for."),
    _named("asserted_only", "flag", "Only what the author asserts or presupposes."),
    _named("no_inferred", "flag", "Leave out what a coder inferred."),
)
# files that an answer is read or drawn with
FILES: Final = (
    _named("text", "path", "The text of the source, to show quotes in context."),
    _named("view", "path", "Also draw the ties of the answer: .html, .svg, .png or .pdf."),
)
# what a question's answer is besides its rows: each is an argument of `tiebook.ask.ask`, and is on the page and in Python too
ASKING: Final = (
    _named("members", "flag", "Ask about each member of a group, as of --as-of or the last day known."),
    _named("coverage", "flag", "Also show what the sources that could answer cover."),
    _named("also_said", "flag", "Show all related claims that are not facts, not only the first of each kind."),
)
# how any answer is shown: those of `query` and `analyse` too
SHOWING: Final = (
    Option("form", ("--format", "-f"), "format", ""),
    Option("evidence", ("--evidence/--no-evidence",), "switch", "Show or hide holder, quote, paragraph, source."),
    _named("wide", "flag", "Show every column, not only the main ones."),
    _named("stamp", "flag", "Add what is needed to cite the answer: version, digest, sources, date."),
    _named("cite", "flag", "Add how to cite the sources that the answer used."),
    _named("db", "place", "The database: a .kgl file or the address of a Neo4j server."),
)


def taken_names() -> frozenset[str]:
    """Return the names that no parameter of a question can have, because an option of every question has them."""
    names = {"help"}
    for option in (*FILES, *ASKING, *SHOWING):
        typed = [word for spelling in option.spellings for word in spelling.split("/")]
        names |= {option.name, *(word.lstrip("-").replace("-", "_") for word in typed)}
    return frozenset(names)
