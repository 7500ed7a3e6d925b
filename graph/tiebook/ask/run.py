"""Runs a stored question or an ad-hoc query and gives its answer."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from tiebook.ask.answer import Answer, Searched
from tiebook.ask.parameters import bind, compiled
from tiebook.catalogue import Question
from tiebook.catalogue.question import EVIDENCE
from tiebook.engine.base import Engine, Limits


def ask(engine: Engine, question: Question, given: Mapping[str, Any], limits: Limits | None = None) -> Answer:
    """Ask a stored question with parameters as a user writes them.

    A question from a user's own folder runs like an ad-hoc query: guarded, read-only, within hard limits.

    Raises UsageError and its kinds for parameters, and what the engine raises.
    """
    values = bind(engine, question, given)
    cypher, parameters = compiled(question, values)
    table = (
        engine.read(cypher, parameters)
        if question.trusted
        else engine.read_untrusted(cypher, parameters, limits or Limits())
    )
    return Answer(
        title=question.title,
        question=_worded(question, values),
        cypher=cypher,
        parameters=values,
        table=table,
        evidence=tuple(column for column in table.columns if column in EVIDENCE),
        searched=() if table.rows else searched(engine, values.get("source")),
    )


def query(engine: Engine, cypher: str, parameters: Mapping[str, Any], limits: Limits | None = None) -> Answer:
    """Run somebody's own read query.

    Raises WriteRefused where it is not a plain read, LimitReached, QueryFailed.
    """
    table = engine.read_untrusted(cypher, parameters, limits or Limits())
    return Answer("Query", cypher, cypher, dict(parameters), table, searched=() if table.rows else searched(engine))


def searched(engine: Engine, source: str | None = None) -> tuple[Searched, ...]:
    """Give the sources that an answer looked through: the one that was asked for, or all."""
    table = engine.read(
        "MATCH (s:Source) RETURN s.id AS id, s.name AS name, s.claims AS claims, s.ties AS ties,"
        " s.covers_since AS covers_since, s.covers_until AS covers_until ORDER BY id"
    )
    return tuple(
        Searched(row[0], row[1], row[2] or 0, row[3] or 0, row[4], row[5])
        for row in table.rows
        if source in (None, row[0])
    )


def _worded(question: Question, values: Mapping[str, Any]) -> str:
    """Put the values into the question's text."""
    text = question.question
    for name in (*(param.name for param in question.params), *question.takes):
        text = text.replace(f"{{{name}}}", str(values.get(name, f"any {name}")))
    return text
