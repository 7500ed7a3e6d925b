"""What other questions hold of the same ends: those that a question names in its header, or for an empty answer any."""

from __future__ import annotations

import shlex
from collections.abc import Iterable, Mapping
from typing import Any, Final

from tiebook.ask.document.tie_pattern import ENDS, TiePattern, tie_pattern
from tiebook.engine.base import Engine
from tiebook.questions import Question, QuestionLibrary
from tiebook.questions.options import as_option

_MOST: Final = 4  # other questions are named


def elsewhere(
    engine: Engine, question: Question, pattern: TiePattern, values: Mapping[str, Any], *, empty: bool
) -> str | None:
    """Return a sentence on ties of the same ends under other questions; None where there are none.

    empty -- nothing was found: ties of every type with the sign that was asked for count, and not only the questions of `see`
    """
    if pattern.types is None or not pattern.ends or not (question.see or empty):
        return None
    library = QuestionLibrary()
    named = _commands(map(library.get, question.see), pattern, values)
    found = _count(engine, named, pattern, values)
    if empty and not found:
        alike = _same_sign(pattern.types)
        any_question = _commands(library.all(), pattern, values)
        found = _count(engine, {tie: any_question[tie] for tie in any_question if tie in alike}, pattern, values)
    by_command: dict[str, list[str]] = {}
    for tie, command, count in found:
        by_command.setdefault(command, []).append(f"{count:,} {tie}")
    parts = [f"{', '.join(counts)} ({command})" for command, counts in by_command.items()]
    return f"Coded of them under other questions: {'; '.join(parts[:_MOST])}" if parts else None


def _same_sign(types: Iterable[str]) -> set[str]:
    from tiebook.model.codebook import codebook  # noqa: PLC0415 -- few answers need it

    ties = codebook().ties
    signs = {ties[name].sign for name in types if name in ties}
    return {name for name, tie in ties.items() if tie.sign and tie.sign in signs}


def _commands(questions: Iterable[Question], pattern: TiePattern, values: Mapping[str, Any]) -> dict[str, str]:
    """Return for each type of tie that was not asked for the command that asks for the fewest types beside it."""
    best: dict[str, tuple[int, str]] = {}
    for question in questions:
        entities = {param.name: "x" for param in question.params if param.type in ("actor", "entity")}
        other = tie_pattern(question, question.compiled(entities), entities)
        command = None if other is None or not other.single else _command(question, other, pattern, values)
        if command is not None and other is not None:
            for tie in (other.types or frozenset()) - (pattern.types or frozenset()):
                best[tie] = min(best.get(tie, (len(other.types or ()), command)), (len(other.types or ()), command))
    return {tie: command for tie, (_, command) in best.items()}


def _command(question: Question, other: TiePattern, pattern: TiePattern, values: Mapping[str, Any]) -> str | None:
    """Return the command of a question for the same ends; None where it does not take them."""
    words, free = ["tiebook", "ask", question.name], dict(other.roles)
    for name in pattern.ends:
        fit = next((each for each, roles in free.items() if roles & ENDS >= pattern.roles[name] & ENDS), None)
        if fit is None:
            return None
        del free[fit]
        words += [as_option(fit), str(values[name])]
    needed = [as_option(param.name) for param in question.params if not param.optional]
    return shlex.join(words) if set(needed) <= set(words) else None


def _count(
    engine: Engine, commands: Mapping[str, str], pattern: TiePattern, values: Mapping[str, Any]
) -> list[tuple[str, str, int]]:
    """Return (type, command, number of ties) for the types that there are between the pattern's ends."""
    if not commands:
        return []
    first, *rest = pattern.ends
    arrows = {frozenset({"FROM"}): ("", ">"), frozenset({"TO"}): ("<", "")}
    left, right = arrows.get(pattern.roles[first] & ENDS, ("", ""))
    where = f" AND b.id = ${rest[0]}" if rest else ""
    table = engine.read(
        f"MATCH (a:Actor|Instrument|Event|Place|Factor|Issue {{id: ${first}}}){left}-[t:{'|'.join(sorted(commands))}]-{right}(b)"
        f" WHERE t.endorsed IS NOT NULL AND t.superseded_by IS NULL{where}"
        " RETURN type(t) AS tie, count(*) AS count ORDER BY count DESC, tie",
        {name: values[name] for name in [first, *rest[:1]]},
    )
    return [(row[0], commands[row[0]], row[1]) for row in table.rows]
