"""Write the codebook as a page: `python -m tiebook.model.page > docs/codebook.md`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tiebook.model.codebook import Codebook, TieType, codebook
from tiebook.model.version import MODEL_VERSION

_VALUES = {"mode": "Modes", "aspect": "Aspects", "stance": "Stances of the author", "constraint": "Kinds of constraint"}

_WORDS = (
    "**Words** are the phrases by which `draft --by rules` finds a type in a text ([drafting.md](drafting.md)).",
    "A is its `from`, B its `to`:\n",
    "- `A support B`: a verb, in all its forms and in the passive",
    "- `A is wary of B`: an adjective or participle",
    "- `A's sale of {arms} to B`: a noun; of a symmetric type also *between A and B* and *A-B sale*",
    "- `A, ally of B`: a noun that names A: *B's ally A*, *A is an ally of B*",
    "- `A-backed B`: a compound",
    "- `not A violate B`: these words deny the tie\n",
)


def codebook_page(*, words: bool = True) -> str:
    """Return docs/codebook.md.

    words -- with the words by which drafts find each type, which make up most of the page
    """
    return "\n".join(_page(codebook(), words=words)) + "\n"


def _page(book: Codebook, *, words: bool) -> Iterator[str]:
    yield "# The codebook\n"
    yield f"Model version {MODEL_VERSION}. Generated from `graph/tiebook/model/codebook.toml`; do not edit by hand.\n"
    yield "## Actors\n"
    yield "Every actor has the label `Actor` first and its kind second.\n"
    yield from _table(("kind", "what it is"), [(f"`{name}`", text) for name, text in book.actor_kinds.items()])
    yield "\n## Other entities\n"
    rows = [(f"`{e.label}`", e.definition, ", ".join(e.kinds)) for e in book.entities.values()]
    yield from _table(("label", "what it is", "kinds"), rows)
    yield "\n## What a claim says\n"
    for name, title in _VALUES.items():
        yield f"**{title}** (`{name}`)\n"
        yield from _table(("value", "meaning"), [(f"`{key}`", text) for key, text in book.values[name].items()])
        yield ""
    yield "## When a claim makes a tie\n"
    yield "The first matching row decides.\n"
    yield from _table(
        ("mode", "negated", "stance", "makes a tie", "endorsed", "why"),
        [
            (
                _any(rule.mode),
                _any(rule.negated),
                _any(rule.stance),
                _word(rule.makes_tie),
                _word(rule.endorsed),
                rule.why,
            )
            for rule in book.tie_rules
        ],
    )
    yield "\n## Tie types\n"
    yield "Signs: -1 hostile, 0 neutral, 1 cooperative. Event codes are the nearest category, for data sets and comparison.\n"
    if words:
        yield from _WORDS
    for tie in book.ties.values():
        yield from _tie(tie, words=words)
    if words:
        yield "## Classes of words\n"
        classes = [(f"`{{{name}}}`", ", ".join(each)) for name, each in book.word_classes.items()]
        yield from _table(("class", "words"), classes)


def _tie(tie: TieType, *, words: bool) -> Iterator[str]:
    yield f"### {tie.name}\n"
    yield f"{tie.definition}\n"
    yield from (f"- for example: {text}" for text in tie.examples)
    yield from (f"- not: {text}" for text in tie.counter_examples)
    facts = [
        f"from {' or '.join(tie.sources)} to {' or '.join(tie.targets)}",
        f"sign {tie.sign}",
        f"by default a{'n event' if tie.aspect == 'event' else f' {tie.aspect}'}",
        "symmetric" if tie.symmetric else "directed",
        f"balance {tie.balance}",
        *(f"set {name}" for name in tie.sets),
        f"CAMEO {tie.cameo}, PLOVER {tie.plover}, quad class {tie.quad}" if tie.quad else "no event code",
    ]
    yield f"- {'; '.join(facts)}"
    if words:
        lines = "; ".join(f"`{line}`" for line in tie.wording)
        yield f"- words: {lines}" if lines else "- no words: texts do not say this in a clause"
    yield ""


def _table(head: tuple[str, ...], rows: Sequence[tuple[str, ...]]) -> Iterator[str]:
    yield f"| {' | '.join(head)} |"
    yield f"| {' | '.join('---' for _ in head)} |"
    for row in rows:
        yield f"| {' | '.join(row)} |"


def _any(value: object) -> str:
    return "any" if value is None else _word(value)


def _word(value: object) -> str:
    return {True: "yes", False: "no"}.get(value, str(value)) if isinstance(value, bool) else str(value)


if __name__ == "__main__":
    print(codebook_page(), end="")  # noqa: T201 -- this is its output
