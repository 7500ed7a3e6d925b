"""Runs a stored question or an ad-hoc query and returns its answer."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from tiebook.ask.answer import Answer
from tiebook.ask.document.answered import Parts
from tiebook.ask.document.beside import read_parts
from tiebook.ask.document.heading import NAMED, in_words, names_of
from tiebook.ask.matters import with_names
from tiebook.ask.parameters import bind, compiled, day_of, days_named
from tiebook.engine.base import Engine, Limits, Table
from tiebook.engine.consistent_read import read_consistently
from tiebook.errors import BadQuestion, QueryFailed, UnknownName, WriteRefused
from tiebook.questions import Question
from tiebook.questions.options import as_option
from tiebook.questions.question import is_evidence
from tiebook.support.articles import with_article

if TYPE_CHECKING:
    from tiebook.ask.coverage import Searched
    from tiebook.ask.groups import Group


def ask(
    engine: Engine,
    question: Question,
    given: Mapping[str, Any],
    limits: Limits | None = None,
    *,
    members: bool = False,
    coverage: bool = False,
    also_said: bool = False,
    named: Callable[[str], str] = as_option,
) -> Answer:
    """Ask a stored question with parameters as a user writes them.

    A question from a user's own folder runs like an ad-hoc query: guarded, read-only, within hard limits.

    members -- a parameter that names a group means each of its members on the day `as_of`, or on the last day that is known
    coverage -- say what the sources cover also where there is an answer
    also_said -- every claim about the same ends and types that is not a fact, and not only the first few of a kind
    named -- how an error names a parameter: as whoever reads it gives it

    Raises UsageError and its kinds for parameters, and what the engine raises.
    """
    return _undivided(
        engine,
        lambda: _asked(
            engine, question, given, limits, members=members, coverage=coverage, also_said=also_said, named=named
        ),
    )


def _asked(
    engine: Engine,
    question: Question,
    given: Mapping[str, Any],
    limits: Limits | None,
    *,
    members: bool,
    coverage: bool,
    also_said: bool,
    named: Callable[[str], str],
) -> Answer:
    day = given.get("as_of") if members else None
    kept = {name: value for name, value in given.items() if day is None or name != "as_of" or name in question.takes}
    values = bind(engine, question, kept, named)
    cypher, parameters = compiled(question, values)
    run = question.compiled(values, names=False) if question.trusted else cypher
    found: tuple[Group, ...] = ()
    if members:
        from tiebook.ask.groups import combinations, groups  # noqa: PLC0415 -- few answers need it

        found = tuple(groups(engine, question, values, None if day is None else day_of(day, named("as_of"))))
        parts = [
            (names, _read(engine, question, run, parameters | own, limits))
            for names, own in combinations(list(found), parameters)
        ]
        table = _together([f"{group.parameter}_member" for group in found], parts)
    else:
        table = _read(engine, question, run, parameters, limits)
    searched: tuple[Searched, ...] = ()
    if coverage or not table.rows or days_named(question, values):
        from tiebook.ask.coverage import searched_for  # noqa: PLC0415 -- few answers need it

        searched = searched_for(engine, question, cypher, values)
    return Answer(
        title=question.title,
        question=_worded(engine, question, values, found),
        cypher=cypher,
        parameters=values,
        table=table,
        receipt_columns=tuple(column for column in table.columns if is_evidence(column)),
        searched=searched,
        groups=found,
        parts=read_parts(engine, question, cypher, values, table, found, also_said=also_said),
    )


def _read(
    engine: Engine, question: Question, cypher: str, parameters: Mapping[str, Any], limits: Limits | None
) -> Table:
    if question.trusted:
        table = engine.read(cypher, parameters)
        return with_names(engine, table) if question.named_after else table
    return _read_own(engine, question, cypher, parameters, limits or Limits())


def _read_own(engine: Engine, question: Question, cypher: str, parameters: Mapping[str, Any], limits: Limits) -> Table:
    """Run a question from a user's own folder: checked like an ad-hoc query, and each fault is told with file and line.

    Raises WriteRefused, QueryFailed, BadQuestion with file:line, the last for a label or type that the model does not have, and for
    columns that are not those of the header; LimitReached.
    """
    from tiebook.ask.adhoc import check_names  # noqa: PLC0415 -- most questions ship
    from tiebook.engine.guard import check_read_only  # noqa: PLC0415
    from tiebook.questions.fault_place import place_of  # noqa: PLC0415

    try:
        check_read_only(cypher)
        check_names(cypher)
        table = engine.read_untrusted(cypher, parameters, limits)
    except (WriteRefused, QueryFailed, UnknownName) as error:
        where, what = place_of(question, parameters, error.what)
        kind = BadQuestion if isinstance(error, UnknownName) else type(error)
        raise kind(what, where=where, hint=error.hint) from None
    if ({*table.columns} ^ {*question.returns}) - {"in_force"}:  # which is there where a day is asked for
        said = f"it returns {', '.join(table.columns)}, and // returns: says {', '.join(question.returns)}"
        raise BadQuestion(said, where=f"{question.path}:{question.header_lines['returns']}")
    return table


def _together(columns: list[str], parts: list[tuple[tuple[str, ...], Table]]) -> Table:
    """Put the answers of each choice of members below each other, with the members' names in front."""
    own = parts[0][1].columns if parts else ()
    rows = [(*names, *row) for names, table in parts for row in table.rows]
    return Table((*columns, *own), rows, truncated=any(table.truncated for _, table in parts))


def query(engine: Engine, cypher: str, parameters: Mapping[str, Any], limits: Limits | None = None) -> Answer:
    """Run somebody's own read query.

    Raises WriteRefused if it is not a plain read, UnknownName for a label or edge type that the model does not have,
    UsageError for a parameter without a value, LimitReached, QueryFailed.
    """
    # stored questions are linted
    from tiebook.ask.adhoc import check_names, check_parameters, may_be_codes, notes, unknown_values  # noqa: PLC0415
    from tiebook.ask.coverage import searched  # noqa: PLC0415
    from tiebook.engine.guard import check_read_only  # noqa: PLC0415

    check_read_only(cypher)
    check_names(cypher)
    check_parameters(cypher, parameters)
    said = tuple(notes(cypher, parameters))

    def answer() -> Answer:
        table = engine.read_untrusted(cypher, parameters, limits or Limits())
        places = () if table.rows else searched(engine)
        unknown = () if table.rows else unknown_values(engine, cypher, parameters)
        told = said if table.rows else (*said, *unknown, *may_be_codes(cypher, parameters))
        return Answer(
            "Query", cypher, cypher, dict(parameters), table, searched=places, notes=told, parts=Parts(flat=True)
        )

    return _undivided(engine, answer)


def _undivided(engine: Engine, answer: Callable[[], Answer]) -> Answer:
    """Return an answer that is of one state of the graph, or is marked."""
    found, settled = read_consistently(engine, answer)
    return found if settled else found.replaced(unsettled=True)


def _worded(engine: Engine, question: Question, values: Mapping[str, Any], found: tuple[Group, ...]) -> str:
    """Return the question with the values that it was asked with, by their names."""
    kinds = {param.name: param.type for param in question.params}
    named = {name: value for name, value in values.items() if kinds.get(name) in NAMED or name == "as_seen_by"}
    names = names_of(engine, named.values())
    said = {
        name: with_article(names[str(value)]) if str(value) in names else in_words(kinds.get(name), value)
        for name, value in values.items()
    }
    for group in found:
        said[group.parameter] = f"{said[group.parameter]} ({len(group.members)} members on {group.day})"
    return question.worded(said)
