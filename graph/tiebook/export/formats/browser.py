"""For Neo4j Browser: the stored questions as favourites, and a style sheet (grass) with the colours of the picture."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator, Mapping
from io import BytesIO
from typing import Any, Final

from tiebook.export.files import write_text
from tiebook.export.formats.cypher import literal
from tiebook.export.registry import Format, Job, Written
from tiebook.model.codebook import codebook
from tiebook.model.dates import parse
from tiebook.model.records import Value
from tiebook.questions import Question, QuestionLibrary
from tiebook.support.atomic_write import write_atomically

_CASE: Final = "china-iran"  # what the examples of the stored questions are about
_SPARE_DAY: Final = "2020-01-01"
# a claim is drawn with its ends, with the tie that it makes, and with what it is about; a tie with its ends
_GRAPH_OF_CLAIMS: Final = """\
MATCH (c:Claim {id: named})-[from:FROM]->(a) MATCH (c)-[to:TO]->(b)
OPTIONAL MATCH (a)-[tie]->(b) WHERE tie.claim = c.id
OPTIONAL MATCH (c)-[about:REGARDING|BECAUSE_OF|VIA]->(x)
RETURN a, tie, b, c, from, to, about, x"""
_GRAPH_OF_TIES: Final = """\
MATCH (a)-[tie:$(head(split(named, '/')))]->(b) WHERE tie.id = named
RETURN a, tie, b"""


def favourites(job: Job) -> Written:
    """Write the questions: one after the other in a .cypher file, or each in a file of its own in a .zip file.

    Each is there as a table and, where its rows name claims or ties, as a graph.
    """
    made = [
        (question, name, list(lines))
        for question in QuestionLibrary().all()
        for name, lines in ((question.name, favourite(question)), (f"{question.name}-graph", graph_favourite(question)))
    ]
    if job.path.suffix == ".zip":
        packed = BytesIO()
        with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
            for question, name, lines in made:
                if lines:
                    file = zipfile.ZipInfo(
                        f"tiebook/{question.theme}/{name}.cypher"
                    )  # of 1980: the same file every time
                    archive.writestr(file, "\n".join(lines) + "\n")
        return Written((write_atomically(job.path, packed.getvalue()),))
    text = [line for _, _, lines in made if lines for line in [*lines, ""]]
    return Written((write_text(job.path, text[:-1]),))


def favourite(question: Question) -> Iterator[str]:
    """Return one question as a table: its title first, which Browser shows; its parameters in one line; then its Cypher."""
    values = example_values(question)
    yield from _head(question, question.title, values)
    yield question.compiled(list(values)) + ";"


def graph_favourite(question: Question) -> Iterator[str]:
    """Return one question as a graph: the claims or ties that its rows name, with their ends; nothing if they name none."""
    named = next((column for column in ("claim", "tie_id") if column in question.returns), None)
    if named is None:
        return
    values = example_values(question)
    yield from _head(question, f"{question.title} (graph)", values)
    yield "CALL () {"
    yield question.compiled(list(values))
    yield "}"
    yield f"UNWIND {named} AS named WITH DISTINCT named"
    yield (_GRAPH_OF_CLAIMS if named == "claim" else _GRAPH_OF_TIES) + ";"


def _head(question: Question, title: str, values: Mapping[str, Value]) -> Iterator[str]:
    yield f"// {title}"
    yield f"// {question.question}"
    if values:
        yield f"// :params {{{', '.join(f'{name}: {literal(value)}' for name, value in values.items())}}}"


def example_values(question: Question) -> dict[str, Value]:
    """Return a value for each parameter that is needed or in the first example; a typed one, as `tiebook ask` passes it."""
    given = _options(next(iter(question.example_arguments()), []))
    types = {param.name: param.type for param in question.params} | {
        name: {"as_of": "date", "asserted_only": "flag", "no_inferred": "flag"}.get(name, "text")
        for name in question.takes
    }
    needed = {param.name: param.default for param in question.params if not param.optional}
    texts = {**needed, **{name: value for name, value in given.items() if name in types}}
    return {name: _value(types[name], text) for name, text in texts.items()}


def _options(arguments: list[str]) -> dict[str, str]:
    """Read `--name value` pairs and flags."""
    found: dict[str, str] = {}
    name = ""
    for part in arguments:
        if part.startswith("--"):
            name, _, value = part[2:].partition("=")
            found[name.replace("-", "_")] = value
        elif name:
            found[name.replace("-", "_")] = part
    return found


def _value(kind: str, text: str | None) -> Value:
    if kind == "flag":
        return True
    if kind == "date":
        return parse(text or _SPARE_DAY).earliest
    if kind in ("integer", "year"):
        return int(text) if text and text.lstrip("-").isdecimal() else 1
    if kind == "tie":
        return (text or "").upper().replace("-", "_").replace(" ", "_")
    if kind == "claim" and text and "/" not in text:
        return f"{_CASE}/{text}"
    return text or ""


def grass(job: Job) -> Written:
    """Write the style sheet: an actor's kind by its fill, a tie's default sign by its colour."""
    return Written((write_text(job.path, list(_rules(job.colours))),))


def _rules(colours: Mapping[str, Any]) -> Iterator[str]:
    theme, kinds = colours["themes"]["light"], colours["kinds"]
    base = {"diameter": "50px", "border-width": "2px", "font-size": "10px"}
    line = {"color": theme["line"], "border-color": theme["edge"], "text-color-internal": theme["ink"]}
    yield _rule("node", {**base, **line, "color": theme["bg"], "caption": '"{name}"'})
    arrow = {"color": theme["soft"], "shaft-width": "1px", "font-size": "8px", "padding": "3px"}
    texts = {"text-color-external": theme["ink"], "text-color-internal": theme["bg"], "caption": '"<type>"'}
    yield _rule("relationship", {**arrow, **texts})
    for name, kind in kinds.items():
        if name not in codebook().actor_kinds:
            continue
        text = theme["bg"] if kind.get("invert") else theme["ink"]
        yield _rule(
            f"node.{name}", {"color": kind["light"], "border-color": theme["edge"], "text-color-internal": text}
        )
    yield _rule("node.Claim", {"diameter": "30px", "color": theme["bg"], "caption": '"{gloss}"'})
    for tie in codebook().ties.values():
        yield _rule(f"relationship.{tie.name}", {"color": theme[str(tie.sign)], "shaft-width": "2px"})


def _rule(selector: str, values: dict[str, str]) -> str:
    body = "\n".join(f"  {name}: {value};" for name, value in values.items())
    return f"{selector} {{\n{body}\n}}"


FORMATS = (
    Format(
        name="browser",
        title="Neo4j Browser favourites",
        endings=(".favourites.cypher", ".zip"),
        write=favourites,
        scope="none",
        drops="the data: it holds the stored questions",
        opens="Neo4j Browser: drop the .zip onto Favorites (each question one), or paste from the .cypher file",
    ),
    Format(
        name="grass",
        title="Neo4j Browser style sheet",
        endings=(".grass",),
        write=grass,
        scope="none",
        drops="the data: it holds the colours of the picture",
        opens="Neo4j Browser: drop it onto the window, or `:style` and paste",
    ),
)
