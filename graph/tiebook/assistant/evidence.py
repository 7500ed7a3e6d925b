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
    from tiebook.assistant.current_graph import CurrentGraph
    from tiebook.engine import Engine
    from tiebook.questions import Question

_MOST: Final = 20
_APART: Final = ("claim", "gloss", "quote", "paragraph", "citation", "start_char", "end_char", "makes_tie")


def evidence(graph: CurrentGraph, ids: Sequence[str]) -> results.EvidenceFound:
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
        standing=standing_of(shown.marks, makes_tie=bool(row["makes_tie"])),
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
            standing=standing_of(tuple(marks_of_fact(fact)), makes_tie=True, where="record"),
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


def standing_of(marks: Sequence[Mark], *, makes_tie: bool, where: str = "passage") -> str:
    """Return in a line whether it is a fact of its source; what comes before the colon is a few words.

    where -- what an inference is drawn from
    """
    no_fact = [mark.text for mark in marks if mark.kind in SAID_KINDS]
    reported = next((mark for mark in marks if mark.kind == "reported"), None)
    inferred = any(mark.kind == "inferred" for mark in marks)
    beside = [mark.text for mark in marks if mark.kind not in (*SAID_KINDS, "reported", "inferred")]
    qualified = f" ({', '.join(beside)})" if beside else ""
    who = "others" if reported is None or not reported.by else reported.by[0]
    unvouched = "the source does not vouch for it"
    follows = f"it follows from the {where}, which does not say it in so many words"
    if no_fact == ["denied"]:
        by = f"it is denied according to {who}, and {unvouched}" if reported else "the source denies this tie"
        how = f"; inferred: {follows}" if inferred else ""
        return f"DENIED: {by}, in the words of `says`{qualified}{how}"
    if not makes_tie:
        kept = [mark.text for mark in marks if mark.kind not in SAID_KINDS]
        told = f" ({', '.join(kept)})" if kept else ""
        return f"NOT A FACT: {', '.join(no_fact) or 'no tie'}{told}; the source does not say that this is so"
    if reported and inferred:
        return f"reported and inferred: according to {who}, and not in so many words; {unvouched}{qualified}"
    if reported:
        return f"reported: according to {who}; {unvouched}{qualified}"
    if inferred:
        return f"inferred: {follows}{qualified}"
    return f"stated: the source itself says so{qualified}"
