"""Reads what an answer's document needs beside its rows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from tiebook.ask.document.also_said import FIRST, claims_of, read_also_said
from tiebook.ask.document.answered import Parts
from tiebook.ask.document.command import command
from tiebook.ask.document.facts import ids_in, read_facts
from tiebook.ask.document.short_ids import read_short_ids
from tiebook.ask.document.structure import AlsoSaid
from tiebook.ask.document.tie_pattern import TiePattern, tie_pattern
from tiebook.engine.base import Engine, Table
from tiebook.questions import Question

if TYPE_CHECKING:
    from tiebook.ask.groups import Group


def read_parts(
    engine: Engine,
    question: Question,
    cypher: str,
    values: Mapping[str, Any],
    table: Table,
    groups: Sequence[Group] = (),
    *,
    also_said: bool = False,
) -> Parts:
    """Return what an answer's document is made of beside its rows.

    also_said -- every claim about the same ends and types that is not a fact, and not only the first few of a kind
    """
    pattern = tie_pattern(question, cypher, values)
    ids = ids_in(table)
    said: tuple[AlsoSaid, ...] = ()
    members = {group.parameter: [member.id for member in group.members] for group in groups}
    if pattern is not None and (pattern.roles or (pattern.types and not table.rows)):
        said = read_also_said(engine, pattern, values, members, most=None if also_said else FIRST, shown=ids)
    heading = question.heading(values)
    words = command(question.name, values, members=bool(groups))
    near = _elsewhere(engine, question, pattern, values, table)
    spoken_of = None if table.rows or said else _spoken_of(engine, question, pattern, values)
    related = None if table.rows or groups or not question.trusted else _related(engine, question, values)
    if not (table.rows or said or groups or near or spoken_of or related):
        near = _coded_about(engine, question, values)
    return Parts(
        name=question.name,
        shows=question.shows,
        group=heading,
        by_end=heading in {param.name for param in question.params},
        strongest_first=question.strongest_first,
        noun=question.noun,
        facts=read_facts(engine, ids),
        shorts=read_short_ids(engine, [*ids, *claims_of(said)]),
        also_said=said,
        elsewhere=near,
        spoken_of=spoken_of,
        related=related,
        denied_here=_denied_here(engine, table, values),
        undated=_undated(engine, question, pattern, values, ids, members),
        command=words,
        also_command=f"{words} --also-said",
    )


def _elsewhere(
    engine: Engine, question: Question, pattern: TiePattern | None, values: Mapping[str, Any], table: Table
) -> str | None:
    if not question.see and (table.rows or pattern is None):
        return None
    from tiebook.ask.document.nearby.elsewhere import elsewhere  # noqa: PLC0415 -- few answers need it

    return elsewhere(engine, question, pattern, values, empty=not table.rows)


def _denied_here(engine: Engine, table: Table, values: Mapping[str, Any]) -> str | None:
    if "denied_claim" not in table.columns:
        return None
    from tiebook.ask.document.nearby.despite_denials import ties_despite_denials  # noqa: PLC0415 -- one question needs it

    return ties_despite_denials(engine, table, values)


def _undated(
    engine: Engine,
    question: Question,
    pattern: TiePattern | None,
    values: Mapping[str, Any],
    ids: Sequence[str],
    members: Mapping[str, Sequence[str]],
) -> str | None:
    if not question.undated:
        return None
    from tiebook.ask.document.nearby.undated import undated  # noqa: PLC0415 -- few questions need it

    return undated(engine, question, values, ids, types=pattern.types if pattern else None, members=members)


def _spoken_of(engine: Engine, question: Question, pattern: TiePattern | None, values: Mapping[str, Any]) -> str | None:
    from tiebook.ask.document.nearby.mentioned import claims_that_mention  # noqa: PLC0415 -- few answers need it

    return claims_that_mention(engine, question, pattern, values)


def _coded_about(engine: Engine, question: Question, values: Mapping[str, Any]) -> str | None:
    from tiebook.ask.document.nearby.mentioned import coded_about  # noqa: PLC0415 -- few answers need it

    return coded_about(engine, question, values)


def _related(engine: Engine, question: Question, values: Mapping[str, Any]) -> str | None:
    from tiebook.ask.document.nearby.left_out import left_out  # noqa: PLC0415 -- few answers need it
    from tiebook.ask.document.nearby.other_direction import in_other_direction  # noqa: PLC0415
    from tiebook.ask.document.nearby.related import related  # noqa: PLC0415

    return (
        left_out(engine, question, values)
        or in_other_direction(engine, question, values)
        or related(engine, question, values)
    )
