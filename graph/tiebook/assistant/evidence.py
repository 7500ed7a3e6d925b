"""The tool `evidence`: claims, and records of data sets, in full and in the words of their sources."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Final

from tiebook.ask import ask
from tiebook.ask.cite import citations
from tiebook.ask.document.facts import read_facts
from tiebook.ask.document.marks import marks_of_fact
from tiebook.ask.document.structure import SAID_KINDS, Mark
from tiebook.assistant import results
from tiebook.assistant.parts import filled
from tiebook.errors import AmbiguousName, UnknownName, UsageError
from tiebook.model.codebook import codebook
from tiebook.model.schema import RECORD_PROPERTIES, SHARED_PROPERTIES

if TYPE_CHECKING:
    from tiebook.assistant.graph_at_hand import GraphAtHand
    from tiebook.engine import Engine
    from tiebook.questions import Question

_MOST: Final = 20
_APART: Final = ("claim", "gloss", "quote", "paragraph", "citation", "start_char", "end_char", "makes_tie")


def evidence(graph: GraphAtHand, ids: Sequence[str]) -> results.EvidenceFound:
    """Return the evidence for each id: of a claim (a short id will do), of its tie, or of a record's tie.

    An id that means nothing, or several claims, is said, and those beside it are found all the same.

    Raises UsageError for none and for too many ids.
    """
    if not 1 <= len(ids) <= _MOST:
        raise UsageError(f"ids has {len(ids)} ids", hint=f"give 1 to {_MOST}")
    engine, question = graph.engine, graph.library.get("evidence")
    found, lost = [], []
    for each in ids:
        try:
            found.append(_evidence(engine, question, each.strip()))
        except (UnknownName, AmbiguousName) as error:
            lost.append(results.NotFound(id=each, why=str(error).removeprefix("claim: ")))
    return results.EvidenceFound(summary=_summary(found, lost), not_found=lost, evidence=found)


def _summary(found: Sequence[results.Evidence], lost: Sequence[results.NotFound]) -> str:
    standings = [each.standing.partition(":")[0] for each in found]
    said = ", ".join(f"{standings.count(kind)} {kind}" for kind in dict.fromkeys(standings))
    counts = f"{len(found)} of {len(found) + len(lost)} ids found{': ' if said else ''}{said}."
    return f"{counts} NOT FOUND, and so no evidence: {', '.join(each.id for each in lost)}." if lost else counts


def _evidence(engine: Engine, question: Question, name: str) -> results.Evidence:
    record = _record(engine, name)
    if record is not None:
        return record
    answer = ask(engine, question, {"claim": name}, named=str)
    (row,) = answer
    (shown,) = answer.document().rows
    return results.Evidence(
        standing=_standing(shown.marks, makes_tie=bool(row["makes_tie"])),
        claim=row["claim"],
        says=row["gloss"],
        quote=row["quote"],
        paragraph=row["paragraph"],
        values=filled({key: value for key, value in row.items() if key not in _APART}),
        citation=row["citation"],
    )


def _record(engine: Engine, name: str) -> results.Evidence | None:
    """Return the record of a data set whose tie has this id; None for what is no such id, and for the tie of a claim."""
    type_ = name.partition("/")[0]
    if type_ not in codebook().ties:
        return None
    columns = sorted((SHARED_PROPERTIES | RECORD_PROPERTIES) - {"id", "confidence", "quote", "paragraph", "sign"})
    table = engine.read(
        f"MATCH (a)-[t:{type_} {{id: $id}}]->(b) WHERE t.claim IS NULL RETURN a.name AS from_name, '{type_}' AS tie,"
        f" coalesce(b.gloss, b.name) AS to_name, t.quote AS quote, {', '.join(f't.{each} AS {each}' for each in columns)}",
        {"id": name},
    )
    for row in table.records():
        quote, source = row.pop("quote"), row["source"]
        (fact,) = read_facts(engine, [name]).values()
        cited = [each.work for each in citations(engine, [source]) if each.id == source]
        return results.Evidence(
            standing=_standing(tuple(marks_of_fact(fact)), makes_tie=True),
            claim=name,
            says=f"{row['from_name']} {type_} {row['to_name']}",
            quote=quote,
            values=filled(_days(row)),
            citation=cited[0] if cited else None,
        )
    return None


def _days(row: dict[str, Any]) -> dict[str, Any]:
    """Leave the bounds of days out: `since` and `until` say them."""
    return {key: value for key, value in row.items() if not key.endswith(("_earliest", "_latest"))}


def _standing(marks: Sequence[Mark], *, makes_tie: bool) -> str:
    """Return in a line whether it is a fact of its source; what comes before the colon is a word or two."""
    no_fact = [mark for mark in marks if mark.kind in SAID_KINDS]
    beside = [mark.text for mark in marks if mark not in no_fact]
    qualified = f" ({', '.join(beside)})" if beside else ""
    words = ", ".join(mark.text for mark in no_fact)
    if words == "denied":
        return f"DENIED: the source denies this tie, in the words of `says`{qualified}"
    if not makes_tie:
        return f"NO FACT: {words or 'no tie'}{qualified}; the source does not say that this is so"
    kinds = {mark.kind for mark in marks}
    kind = "reported" if "reported" in kinds else "inferred" if "inferred" in kinds else "stated"
    return f"{kind}: the source says that this is so{qualified}"
