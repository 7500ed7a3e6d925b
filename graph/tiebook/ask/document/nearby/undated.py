"""Points from a question that only sees dated ties to those that state no date, and to the question that lists them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final

from tiebook.ask.document.command import command
from tiebook.ask.document.heading import names_of
from tiebook.engine.base import Engine
from tiebook.questions import Question
from tiebook.questions.options import RESERVED
from tiebook.support.numbers import counted

_LABELS: Final = "Actor|Instrument|Event|Place|Factor|Issue"
_FILTERS: Final = {
    "source": "t.source = $source",
    "as_seen_by": "$as_seen_by IN t.holder",
    "asserted_only": "t.endorsed",
    "no_inferred": "NOT t.inferred",
}


def undated(
    engine: Engine,
    question: Question,
    values: Mapping[str, Any],
    shown: Iterable[str],
    *,
    types: frozenset[str] | None = None,
    members: Mapping[str, Sequence[str]] | None = None,
) -> str | None:
    """Return a sentence on the ties that a question leaves out because they state no date; None if there are none.

    They are counted where one of the parameters that the question's header names (`undated`) is given. Each must be an end.

    shown -- ids of ties that the answer has all the same, and which are not counted
    types -- of ties that the question asks for; None for any
    members -- by parameter, the members of a group that it means
    """
    ends = [name for name in question.undated if name in values]
    if not ends:
        return None
    ids = {name: list((members or {}).get(name, ())) or [values[name]] for name in ends}
    where, parameters = _conditions(question, values)
    for name in ends[1:]:
        where.append(f"b.id IN ${name}_ids")
    named = f"t:{'|'.join(sorted(types))}" if types else "t"
    table = engine.read(
        f"UNWIND ${ends[0]}_ids AS wanted MATCH (a:{_LABELS} {{id: wanted}})-[{named}]-(b) WHERE {' AND '.join(where)}"
        " RETURN DISTINCT t.id AS id ORDER BY id",
        parameters | {f"{name}_ids": own for name, own in ids.items()},
    )
    left = {str(row[0]) for row in table.rows}.difference(shown)
    if not left:
        return None
    names = names_of(engine, [values[name] for name in ends])
    called = " and ".join(names.get(str(values[name]), str(values[name])) for name in ends)
    said = f"{counted(len(left), 'tie')} {'between' if len(ends) > 1 else 'of'} {called}"
    verb, be = ("states", "is") if len(left) == 1 else ("state", "are")
    return f"{said} {verb} no date and {be} left out here: {_lists_them(engine, question, values, ends, bool(members))}"


def _conditions(question: Question, values: Mapping[str, Any]) -> tuple[list[str], dict[str, Any]]:
    """Return the conditions on undated ties that the given values set, with their parameters."""
    given = [name for name in _FILTERS if values.get(name) not in (None, False)]
    where = ["t.endorsed IS NOT NULL", "t.since IS NULL", "t.until IS NULL", *(_FILTERS[name] for name in given)]
    if "source" not in given:
        where.append("t.superseded_by IS NULL")
    parameters = {name: values[name] for name in given if f"${name}" in _FILTERS[name]}
    for param in question.params:
        if param.type == "tie" and param.name in values:
            where.append(f"type(t) = ${param.name}")
            parameters[param.name] = values[param.name]
    return where, parameters


def _lists_them(
    engine: Engine, question: Question, values: Mapping[str, Any], ends: Sequence[str], members: bool
) -> str:
    """Return the command that lists the ties: of two actors those between them, of anything else what concerns it."""
    kept = {name: values[name] for name in (each.name for each in RESERVED) if name in values}
    table = engine.read(
        "UNWIND $ids AS wanted MATCH (a:Actor {id: wanted}) RETURN count(DISTINCT a.id) AS actors",
        {"ids": [values[name] for name in ends]},
    )
    if len(ends) > 1 and table.rows[0][0] == len(ends):
        kinds = {param.type: values[param.name] for param in question.params if param.name in values}
        tie = {"tie": kinds["tie"]} if "tie" in kinds else {}
        asked = {"one": values[ends[0]], "other": values[ends[1]], **tie, **kept}
        return command("ties-between", asked, members=members)
    return command("matters", {"about": values[ends[-1]], **kept}, members=members)
