"""What other questions hold of the same ends: those that a question names in its header, or for an empty answer any."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import permutations
from typing import Any, Final

from tiebook.ask.document.command import command
from tiebook.ask.document.tie_pattern import TiePattern, tie_pattern
from tiebook.engine.base import Engine
from tiebook.questions import Question, QuestionLibrary

_SOME: Final = "what-eased-or-tightened"  # it lists only some of the ties that it matches
_MOST: Final = 4  # other questions are named


def elsewhere(
    engine: Engine, question: Question, pattern: TiePattern | None, values: Mapping[str, Any], *, empty: bool
) -> str | None:
    """Return a sentence on ties of the same ends under other questions; None if there are none.

    empty -- nothing was found: ties of every type with the sign that was asked for count, and not only the questions of `see`
    """
    found = list(_of_same_types(engine, question, values)) if empty and question.see else []
    if pattern is not None and pattern.types is not None and pattern.ends and (question.see or empty):
        found += _of_other_types(engine, question, pattern, values, empty=empty)
    by_command: dict[str, list[str]] = {}
    for tie, asked, count in found:
        by_command.setdefault(asked, []).append(f"{count:,} {tie}")
    parts = [f"{', '.join(counts)} ({asked})" for asked, counts in by_command.items()]
    return f"Coded about them under other questions: {'; '.join(parts[:_MOST])}" if parts else None


def _of_other_types(
    engine: Engine, question: Question, pattern: TiePattern, values: Mapping[str, Any], *, empty: bool
) -> list[tuple[str, str, int]]:
    library = QuestionLibrary()
    found = _count(engine, _others(map(library.get, question.see), pattern, values, same_arrow=True), pattern, values)
    if empty:
        alike = _same_sign(pattern.types or ()) - {tie for tie, _, _ in found}
        further = alike & _types_between(engine, pattern, values)
        if further:  # only then all questions are read
            others = _others(library.all(), pattern, values, same_arrow=False)
            found += _count(engine, {tie: other for tie, other in others.items() if tie in further}, pattern, values)
            found += _between_both(engine, further - set(others), question, pattern, values)
    return found


def _of_same_types(engine: Engine, question: Question, values: Mapping[str, Any]) -> Iterator[tuple[str, str, int]]:
    """Yield (type, command, number) for ties of the types that this question takes in part, and another question takes all."""
    own = {tie for types in re.findall(r"\[\w*:([A-Z_|]+)", question.compiled(values)) for tie in types.split("|")}
    named = [values[param.name] for param in question.params if param.type == "actor" and param.name in values]
    library = QuestionLibrary()
    for other in map(library.get, question.see if named else ()):
        ends = [param.name for param in other.params if param.type in ("actor", "entity")]
        for places in permutations(ends, len(named)):
            given = dict(zip(places, named, strict=True))
            pattern = tie_pattern(other, other.compiled(given), given)
            if pattern is not None and pattern.types:
                asked = Other(command(other.name, given), 1, {name: pattern.ends_of(name) for name in pattern.ends})
                yield from _count(engine, dict.fromkeys(sorted(pattern.types & own), asked), pattern, given)


def _same_sign(types: Iterable[str]) -> set[str]:
    from tiebook.model.codebook import codebook  # noqa: PLC0415 -- few answers need it

    ties = codebook().ties
    signs = {ties[name].sign for name in types if name in ties}
    return {name for name, tie in ties.items() if tie.sign and tie.sign in signs}


@dataclass(frozen=True, slots=True)
class Other:
    """Another question that holds ties of the same ends: its command, and which ends of a tie each parameter asked for is there."""

    command: str
    types: int
    ends: Mapping[str, frozenset[str]]


def _others(
    questions: Iterable[Question], pattern: TiePattern, values: Mapping[str, Any], *, same_arrow: bool
) -> dict[str, Other]:
    """Return for each type of tie that was not asked for the question that asks for the fewest types beside it.

    same_arrow -- who stands at the start of a tie stands there in the others: who views is who sees a threat. Else who acts is
        who acts in the others: who presses is the threat, though the arrow comes from those who see it
    """
    best: dict[str, Other] = {}
    for question in questions:
        found = _with_all_ends(question)
        if found is None or not found.single or question.name == _SOME:
            continue
        for tie in (found.types or frozenset()) - (pattern.types or frozenset()):
            fits = _fits(question, found, pattern, tie if same_arrow else None)
            if fits is None:
                continue
            asked = command(question.name, {fit: values[name] for name, fit in fits.items()})
            other = Other(asked, len(found.types or ()), {name: found.ends_of(fits[name], tie) for name in fits})
            if tie not in best or (other.types, other.command) < (best[tie].types, best[tie].command):
                best[tie] = other
    return best


@lru_cache(maxsize=1024)  # an empty answer looks at all questions
def _with_all_ends(question: Question) -> TiePattern | None:
    """Return the ties that a question asks for where each of its ends is given."""
    entities = {param.name: "x" for param in question.params if param.type in ("actor", "entity")}
    return tie_pattern(question, question.compiled(entities), entities)


def _fits(question: Question, found: TiePattern, pattern: TiePattern, tie: str | None) -> dict[str, str] | None:
    """Return which parameter of a question stands for which of those asked for; None if it does not take them all.

    tie -- of this type, by the ends of its arrow; None for who acts and who is acted upon
    """
    free, fits = list(found.roles), {}
    for name in pattern.ends:
        wanted = pattern.ends_of(name)
        fit = next((each for each in free if found.ends_of(each, tie) >= wanted), None)
        if fit is None:
            return None
        free.remove(fit)
        fits[name] = fit
    needed = {param.name for param in question.params if not param.optional}
    return fits if needed <= set(fits.values()) else None


def _count(
    engine: Engine, others: Mapping[str, Other], pattern: TiePattern, values: Mapping[str, Any]
) -> list[tuple[str, str, int]]:
    """Return (type, command, number of ties) for the types that there are between the pattern's ends."""
    by_ends: dict[frozenset[str], list[str]] = {}
    for tie, other in others.items():
        by_ends.setdefault(other.ends[pattern.ends[0]], []).append(tie)
    found: list[tuple[str, str, int]] = []
    for ends, types in by_ends.items():
        named = _arrow(ends).format(f"[t:{'|'.join(sorted(types))}]")
        found += [(tie, others[tie].command, count) for tie, count in _ties(engine, named, pattern, values)]
    return sorted(found, key=lambda each: (-each[2], each[0]))


def _between_both(
    engine: Engine, types: set[str], question: Question, pattern: TiePattern, values: Mapping[str, Any]
) -> list[tuple[str, str, int]]:
    """Return (type, command, number of ties) for types of which no question takes both ends but the one on all ties of two actors.

    Who constrains whom is asked by whom it is done to alone. Told are types with a tie that goes as it was asked.
    """
    actors = {param.name for param in question.params if param.type == "actor"}
    if len(pattern.ends) != 2 or not actors.issuperset(pattern.ends) or not types:  # noqa: PLR2004
        return []
    one, other = pattern.ends
    named = f"[t:{'|'.join(sorted(types))}]"
    forward = {tie for tie, _ in _ties(engine, _arrow(pattern.ends_of(one)).format(named), pattern, values)}
    ends = {"one": values[one], "other": values[other]}
    return [
        (tie, command("ties-between", {**ends, "tie": tie}), count)
        for tie, count in _ties(engine, f"-{named}-", pattern, values)
        if tie in forward
    ]


def _arrow(ends: frozenset[str]) -> str:
    return {frozenset({"FROM"}): "-{}->", frozenset({"TO"}): "<-{}-"}.get(ends, "-{}-")


def _types_between(engine: Engine, pattern: TiePattern, values: Mapping[str, Any]) -> set[str]:
    """Return the types of the ties between the pattern's ends, in either direction."""
    return {tie for tie, _ in _ties(engine, "-[t]-", pattern, values)}


def _ties(engine: Engine, edge: str, pattern: TiePattern, values: Mapping[str, Any]) -> list[tuple[str, int]]:
    """Return (type, number) of the ties from the pattern's first end along an edge, to its second where it has one."""
    first, *rest = pattern.ends
    where = f" AND b.id = ${rest[0]}" if rest else ""
    table = engine.read(
        f"MATCH (a:Actor|Instrument|Event|Place|Factor|Issue {{id: ${first}}}){edge}(b)"
        f" WHERE t.endorsed IS NOT NULL AND t.superseded_by IS NULL{where}"
        " RETURN type(t) AS tie, count(*) AS count ORDER BY count DESC, tie",
        {name: values[name] for name in [first, *rest[:1]]},
    )
    return [(tie, count) for tie, count in table.rows]
