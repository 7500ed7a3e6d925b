"""One stored question: its header parsed, its Cypher compiled for the parameters that are given.

The header is the run of line comments at the top of the file (docs/questions.md). A line of Cypher that ends with
`// if NAME` is there only when the optional parameter or flag NAME is given, one with `// if not NAME` only when it is not:
so an optional anchor selects between two compiled queries, each with its own plan. Macros (`{{filters t}}`, macros.py) are
replaced here: all that reads a question sees plain Cypher.
"""

import re
import shlex
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path
from typing import Final, NamedTuple

from tiebook.errors import BadQuestion
from tiebook.questions import options
from tiebook.questions.macros import NAMES_AFTER, NAMES_READ, MacroError, expand
from tiebook.questions.pictures import derived
from tiebook.questions.wording import worded
from tiebook.support.small_files import read_text

TYPES: Final = (
    *("actor", "instrument", "event", "place", "factor", "issue", "entity", "source"),
    *("claim", "tie", "mode", "date", "year", "integer", "text"),
)
RESERVED: Final = {option.name: option.kind for option in options.RESERVED}
FLAGS: Final = tuple(name for name, kind in RESERVED.items() if kind == "flag")
STRONGEST: Final = ", strongest first"  # after the column of `group`
WHEN: Final = "when"  # a column that `shows` may name: `since` and `until` in words
EVIDENCE: Final = ("held_by", "stance", "quote", "paragraph", "source", "record", "claim", "tie_id")
_OTHERS: Final = (
    "_held_by",
    "_quote",
    "_paragraph",
    "_record",
    "_claim",
    "_tie_id",
)  # those of the other side of a row

# control characters, other line ends, overrides of direction: a terminal or an engine may read another text than a person
_OBEYED: Final = "[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff]"
_HEADER: Final = re.compile(
    r"//\s?(?P<key>title|question|param|takes|returns|shows|group|noun|see|undated|also|unlike|either|negates|picture|example|budget|note)\b"
    r"(?P<rest>.*)"
)
_PARAM: Final = re.compile(
    r"\s+(?P<name>[a-z][a-z_]*)\s*:\s*(?P<type>[a-z]+)(?P<optional>\?)?(?:\s*=\s*(?P<default>[^-]\S*))?\s+--\s+(?P<help>\S.*)"
)
_BUDGET: Final = r"(?P<ms>\d+) ms -- \S.*"
_GUARD: Final = re.compile(r"\s*//\s*if\s+(?P<negated>not\s+)?(?P<name>[a-z_]+)\s*$")


def is_evidence(column: str) -> bool:
    """Return whether a column is evidence: the receipts of a row, and those of its other side (`pact_tie_id`)."""
    return column in EVIDENCE or column.endswith(_OTHERS)


class Param(NamedTuple):
    """A declared parameter. `default` is its text where one is declared; then it is never missing."""

    name: str
    type: str
    optional: bool
    help: str
    default: str | None = None


class Line(NamedTuple):
    """A line of Cypher and the parameter that it depends on: (name, wanted) or None."""

    text: str
    guard: tuple[str, bool] | None
    number: int


class Question(NamedTuple):
    """A stored question; `trusted` where it ships with Tiebook.

    question -- in words, with the parameters that it needs; `template` has the optional ones too, and what stands only with them
    shows -- the columns that answer, for a person
    headings -- columns whose values may be headings (see `heading`); `strongest_first` where their order is not that of the rows
    picture -- the shape in which its answer is drawn, where the header declares one
    noun -- what a row is called, in the singular
    see -- questions that hold more of the same ends
    undated -- parameters that are ends of ties of which it sees only dated ones
    """

    name: str
    theme: str
    path: Path
    title: str
    question: str
    params: tuple[Param, ...]
    takes: tuple[str, ...]
    returns: tuple[str, ...]
    examples: tuple[str, ...]
    lines: tuple[Line, ...]
    header_lines: dict[str, int]
    budget: str | None = None
    note: str | None = None
    also: tuple[str, ...] = ()
    unlike: tuple[str, ...] = ()
    either: tuple[str, ...] = ()
    negates: str | None = None
    shows: tuple[str, ...] = ()
    headings: tuple[str, ...] = ()
    strongest_first: bool = False
    noun: str = "row"
    picture: str | None = None
    see: tuple[str, ...] = ()
    undated: tuple[str, ...] = ()
    template: str = ""
    trusted: bool = True

    def compiled(self, given: Collection[str], *, names: bool = True) -> str:
        """Return the Cypher for the named parameters and flags that are given.

        names -- it reads the names of what a tie is about; else `regarding` holds their ids, where `named_after`
        """
        known = {*given, NAMES_READ[0]} if names else given
        return "\n".join(
            line.text for line in self.lines if line.guard is None or (line.guard[0] in known) == line.guard[1]
        ).strip()

    @property
    def named_after(self) -> bool:
        """Whether the names of what a tie is about can be read after the rows, once for all of them."""
        return any(line.guard == NAMES_AFTER for line in self.lines)

    @property
    def shape(self) -> str | None:
        """The shape in which its answer is drawn: as declared, or as its columns speak for; None if nothing can be drawn."""
        return self.picture or derived(self.returns)

    @property
    def cypher(self) -> str:
        """The Cypher with every optional part in, as shown to a reader and in Neo4j Browser."""
        return self.compiled([param.name for param in self.params] + list(self.takes))

    @property
    def optional(self) -> tuple[str, ...]:
        """Names that may be missing: optional parameters and reserved ones."""
        return (*(param.name for param in self.params if param.optional), *self.takes)

    def __hash__(self) -> int:
        """Hash what distinguishes questions, so that results derived from one can be cached."""
        return hash((self.path, self.lines))

    @property
    def budget_ms(self) -> int | None:
        """How long a million ties may take where a question is slow by its nature; None if nothing (sound) is stated."""
        found = re.fullmatch(_BUDGET, self.budget or "")
        return int(found["ms"]) if found else None

    def worded(self, said: Mapping[str, str]) -> str:
        """Return the question in words with the given values, by parameter; `{}` is the question about anything."""
        return worded(self.template, said)

    def heading(self, given: Collection[str]) -> str | None:
        """Return the column whose values are headings: the first that names no parameter that was given."""
        return next((name for name in self.headings if name not in given), None)

    def columns(self, *, evidence: bool = True) -> tuple[str, ...]:
        """Return the answer's columns, or those that are not evidence."""
        return tuple(column for column in self.returns if evidence or not is_evidence(column))

    def example_arguments(self) -> Iterator[list[str]]:
        """Return each example as command-line arguments."""
        for example in self.examples:
            yield shlex.split(example)


def read_question(path: Path, *, trusted: bool = True) -> Question:
    """Read a question file.

    Raises BadQuestion with file:line where the header is not complete or not understood.
    """
    try:
        text = read_text(path)
    except (OSError, UnicodeDecodeError) as error:
        raise BadQuestion(f"the question cannot be read: {error}", where=str(path)) from None
    return parse_question(text, path, trusted=trusted)


def parse_question(text: str, path: Path, *, trusted: bool = True) -> Question:
    """Parse the text of a question file; `path` gives its name and theme."""
    plain = text.replace("\r\n", "\n")
    odd = _odd_in(plain)
    if odd or not f"{path.parent.name}{path.stem}".isprintable():
        what = f"the character {odd[0]!r}" if odd else "a character in its name"
        number = plain.count("\n", 0, odd.start()) + 1 if odd else 1
        raise BadQuestion(f"{what} is not allowed in a question", where=f"{path}:{number}")
    raw = text.splitlines()
    count = next((number for number, line in enumerate(raw) if not line.startswith("//")), len(raw))
    header = _Header(path)
    for number, line in enumerate(raw[:count], start=1):
        header.add(line, number)
    header.check_complete()
    lines = tuple(
        line
        for number, text in enumerate(raw[count:], start=count + 1)
        if text.strip()
        for line in _lines(text, number, header)
    )
    if not lines:
        raise BadQuestion("there is no Cypher below the header", where=f"{path}:{count + 1}")
    return Question(
        name=path.stem,
        theme=path.parent.name,
        path=path,
        title=header.single["title"],
        question=worded(
            header.single["question"],
            {param.name: f"{{{param.name}}}" for param in header.params if not param.optional},
        ),
        template=header.single["question"],
        params=tuple(header.params),
        takes=tuple(header.takes),
        returns=tuple(header.returns),
        examples=tuple(header.examples),
        lines=lines,
        budget=header.single.get("budget"),
        note=header.single.get("note"),
        also=tuple(header.also),
        unlike=header.listed("unlike"),
        either=header.listed("either"),
        negates=header.single.get("negates"),
        shows=tuple(header.shows),
        headings=header.headings,
        strongest_first=header.single.get("group", "").endswith(STRONGEST),
        noun=header.single.get("noun", "row"),
        picture=header.single.get("picture"),
        see=header.listed("see"),
        undated=header.listed("undated"),
        trusted=trusted,
        header_lines=header.lines,
    )


def _odd_in(text: str) -> re.Match[str] | None:
    """Return the first character that has no place in a question; they are all unprintable, and most texts have none."""
    printable = text.replace("\n", "").replace("\t", "").isprintable()
    return None if printable else re.search(_OBEYED, text)


def _lines(text: str, number: int, header: "_Header") -> list[Line]:
    """Return the lines of plain Cypher that a line of the file stands for."""
    found = _GUARD.search(text)
    guard = (found["name"], not found["negated"]) if found else None
    try:
        expanded = expand(text[: found.start()].rstrip() if found else text.rstrip(), guard, header.takes)
    except MacroError as error:
        raise header.bad(str(error), number) from None
    return [Line(line, depends, number) for line, depends in expanded]


class _Header:
    """Collects header lines."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.single: dict[str, str] = {}
        self.params: list[Param] = []
        self.takes: list[str] = []
        self.returns: list[str] = []
        self.shows: list[str] = []
        self.examples: list[str] = []
        self.also: list[str] = []
        self.lines: dict[str, int] = {}

    def add(self, line: str, number: int) -> None:
        match = _HEADER.fullmatch(line)
        if match is None:
            raise self.bad("not a header line: // title: ..., // param NAME: TYPE -- help, ...", number)
        key, rest = match["key"], match["rest"]
        if number == 1 and key != "title":
            raise self.bad("the first line is // title: ..., the name that Neo4j Browser shows", number)
        if key == "param":
            self._param(rest, number)
            return
        if not rest.startswith(":") or not rest[1:].strip():
            raise self.bad(f"// {key}: needs a value", number)
        value = rest[1:].strip()
        self.lines.setdefault(key, number)
        if key == "example":
            try:
                shlex.split(value)
            except ValueError as error:
                raise self.bad(f"the example is not a command line: {error}", number) from None
            self.examples.append("" if value == "(none)" else value)
        elif key in ("takes", "returns", "shows"):
            names = [name.strip() for name in value.split(",")]
            {"takes": self.takes, "returns": self.returns, "shows": self.shows}[key].extend(names)
            self._names(names, key, number)
        elif key == "also":
            self.also += [phrase.strip() for phrase in value.split(";") if phrase.strip()]
        elif key in self.single:
            raise self.bad(f"// {key}: occurs twice", number)
        else:
            self.single[key] = value

    def listed(self, key: str) -> tuple[str, ...]:
        return tuple(name.strip() for name in self.single.get(key, "").split(",") if name.strip())

    @property
    def headings(self) -> tuple[str, ...]:
        found = self.single.get("group")
        return () if found is None else tuple(name.strip() for name in found.removesuffix(STRONGEST).split("|"))

    def check_complete(self) -> None:
        for key in ("title", "question", "returns", "example"):
            if key not in self.lines:
                raise self.bad(f"// {key}: is missing", 1)
        for key, shown in (("shows", self.shows), ("group", self.headings)):
            for name in shown:
                if name not in self.returns and (name, "since" in self.returns) != (WHEN, True):
                    raise self.bad(f"// {key}: {name!r} is not a column of // returns:", self.lines[key])
        names = [param.name for param in self.params] + self.takes
        if len(set(names)) < len(names):
            raise self.bad("a parameter is declared twice", 1)

    def _param(self, rest: str, number: int) -> None:
        match = _PARAM.fullmatch(rest)
        if match is None:
            raise self.bad(
                "write // param NAME: TYPE -- help (TYPE? where optional, TYPE = VALUE for a default)", number
            )
        if match["type"] not in TYPES:
            raise self.bad(f"unknown type {match['type']!r}: one of {', '.join(TYPES)}", number)
        if match["name"] in options.taken_names():
            raise self.bad(f"{match['name']} is an option of every question", number)
        if match["name"] in RESERVED:
            raise self.bad(f"{match['name']} is reserved: declare it with // takes:", number)
        self.lines[f"param {match['name']}"] = number
        self.params.append(
            Param(match["name"], match["type"], bool(match["optional"]), match["help"].strip(), match["default"])
        )

    def _names(self, names: list[str], key: str, number: int) -> None:
        for name in names:
            if not re.fullmatch("[a-z][a-z0-9_]*", name):
                raise self.bad(f"{name!r} is not a name", number)
            if key == "takes" and name not in RESERVED:
                raise self.bad(f"{name!r} is not one of {', '.join(RESERVED)}", number)
        if key == "returns" and len(set(self.returns)) < len(self.returns):
            raise self.bad("a column is returned twice", number)

    def bad(self, message: str, number: int) -> BadQuestion:
        """Return the error for a line of the file."""
        return BadQuestion(message, where=f"{self.path}:{number}")
