"""What rows of an answer rest on: the claims in full, as the question `evidence` has them, and the records of data sets."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any, Final, Protocol

from tiebook import ask as asking
from tiebook.ask.document.answered import Parts
from tiebook.ask.document.facts import read_facts
from tiebook.engine.base import Table
from tiebook.errors import UnknownName, UsageError
from tiebook.model.codebook import codebook
from tiebook.questions.question import is_evidence

if TYPE_CHECKING:
    from tiebook.ask.document.structure import Receipt
    from tiebook.engine import Engine
    from tiebook.questions import QuestionLibrary

_QUESTION: Final = "evidence"
_OWN: Final = ("record", "tie_id")  # of records, behind the columns of the question
_OF_TIES: Final = {  # columns of the question that a tie of a data set can fill
    **{
        name: f"t.{name}"
        for name in ("sign", "held_by", "inferred", "confidence", "gloss", "mechanism", "since", "until")
    },
    **{name: f"t.{name}" for name in ("quote", "paragraph", "source", "record")},
    "from_name": "a.name",
    "to_name": "b.name",
    "tie": "type(t)",
    "tie_id": "t.id",
    "citation": "s.citation",
}


class Home(Protocol):
    """The graph that an answer is of."""

    @property
    def engine(self) -> Engine:
        """Its engine."""
        ...

    @property
    def library(self) -> QuestionLibrary:
        """Its questions."""
        ...


def receipts_shown(answer: asking.Answer, row: int | str) -> tuple[Receipt, ...]:
    """Return the receipts that the document shows with a row, by its number or the letter of a heading.

    Raises UnknownName for a row that is not there.
    """
    document = answer.document()
    shown = {str(each.number): each.receipts for each in document.rows}
    shown |= {group.letter: group.receipts for group in document.groups if group.letter}
    if str(row) not in shown:
        hint = f"it has rows 1 to {document.counts.rows}" if document.counts.rows else "it has no rows"
        raise UnknownName(f"the answer has no row {row!r}", hint=hint)
    return shown[str(row)]


def evidence_of(graph: Home, answer: asking.Answer, row: int | str | None) -> asking.Answer:
    """Return the evidence for a row, by its number, its letter or the id of a claim; or for all rows.

    Raises UnknownName for a row or claim that is not there, UsageError where nothing is named.
    """
    question = graph.library.get(_QUESTION)
    columns = (*question.returns, *_OWN)
    named = list(_named(answer, row))
    claims = _claims(graph, named)
    rows: dict[str, tuple[Any, ...]] = {}
    for name in named:
        claim = claims.get(name) or claims.get(_claim_of(name))
        if claim is None and name.partition("/")[0] in codebook().ties:
            rows |= _record(graph, name, columns)
        elif claim not in rows:
            found = asking.ask(graph.engine, question, {"claim": claim or name})
            rows |= {str(claim or name): (*each, None, None) for each in found.table.rows}
    if not rows:
        raise UsageError(
            "the answer names no claims and no records", hint="ask a question that returns claim or tie_id"
        )
    parts = asking.ask(graph.engine, question, {"claim": next(iter(claims))}).parts if claims else Parts()
    disputed = {name: fact for name, fact in read_facts(graph.engine, [*claims]).items() if fact.disputed}
    if disputed:
        parts = parts._replace(facts={**parts.facts, **disputed})
    which = "the answer" if row is None else f"row {row}" if str(row).isdecimal() else str(row)
    return asking.Answer(
        title=question.title,
        question=f"What does {which} rest on?",
        cypher=question.cypher,
        parameters={},
        table=Table(columns, list(rows.values()), truncated=False),
        receipt_columns=tuple(column for column in columns if is_evidence(column)),
        parts=parts,
    )


def _named(answer: asking.Answer, row: int | str | None) -> Iterator[str]:
    """Return the ids that the receipts of a row name, or one that is given itself."""
    document = answer.document()
    letters = {group.letter for group in document.groups if group.letter}
    if row is None:
        receipts = [receipt for group in document.groups for receipt in group.receipts]
        receipts += [receipt for each in document.rows for receipt in each.receipts]
    elif isinstance(row, str) and row not in letters and not row.isdecimal():
        yield row
        return
    else:
        receipts = [*receipts_shown(answer, row)]
    found = [receipt.id for receipt in receipts if receipt.id]
    yield from dict.fromkeys(found or _in_columns(answer, row))


def _in_columns(answer: asking.Answer, row: int | str | None) -> Iterator[str]:
    """Return the ids in the columns `claim` and `tie_id`: of a query of the user's own, whose rows have no receipts."""
    places = [place for place, name in enumerate(answer.table.columns) if name in ("claim", "tie_id")]
    for number, values in enumerate(answer.table.rows, start=1):
        if row is None or str(row) == str(number):
            yield from (str(values[place]) for place in places if values[place] is not None)


def _claims(graph: Home, names: Iterable[str]) -> dict[str, str]:
    """Return the claims that are named, by their ids."""
    wanted = sorted({each for name in names for each in (name, _claim_of(name))})
    found = graph.engine.read("MATCH (c:Claim) WHERE c.id IN $ids RETURN c.id AS id ORDER BY id", {"ids": wanted})
    return {row[0]: row[0] for row in found.rows}


def _claim_of(name: str) -> str:
    """Return the claim of a tie that a claim makes: TYPE/claim."""
    head, _, rest = name.partition("/")
    return rest if head in codebook().ties else name


def _record(graph: Home, tie: str, columns: tuple[str, ...]) -> dict[str, tuple[Any, ...]]:
    """Return the tie of a record."""
    values = ", ".join(f"{_OF_TIES.get(column, 'null')} AS {column}" for column in columns)
    found = graph.engine.read(
        f"MATCH (a)-[t:{tie.partition('/')[0]} {{id: $id}}]->(b) OPTIONAL MATCH (s:Source) WHERE s.id = t.source"
        f" RETURN {values}",
        {"id": tie},
    )
    return dict.fromkeys([tie], found.rows[0]) if found.rows else {}
