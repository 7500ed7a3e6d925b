"""Which ties a question asks for: the types and the ends of the pattern whose ties its rows name, read out of its Cypher."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any, Final, NamedTuple

from tiebook.model.roles import PART_OF, ROLES
from tiebook.questions import Question

ENDS: Final = frozenset({"FROM", "TO"})
ANYWHERE: Final = frozenset({"FROM", "TO", "REGARDING", "VIA"})
_ENTITIES: Final = ("actor", "instrument", "event", "place", "factor", "issue", "entity")

_NODE: Final = r"\((?P<{0}>\w*)(?::[\w|:]+)?\s*(?:\{{(?P<{0}_in>[^}}]*)\}})?\)"
_TIE: Final = re.compile(
    rf"{_NODE.format('left')}(?P<back><?)-\[(?P<tie>\w*)(?::(?P<types>[\w|]+))?[^\]]*\]-(?P<forth>>?)(?={_NODE.format('right')})"
)
_NAMED: Final = re.compile(r"\bid: \$(\w+)")
# "the threat is the start of THREATENS, and the end of other types"
_BY_TYPE: Final = (
    r"type\(\w+\) = '(?P<type>\w+)' AND (?P<node>\w+)\.id = \$(?P<name>\w+)"
    r" OR type\(\w+\) <> '(?P=type)' AND \w+\.id = \$(?P=name)"
)
_BOUND: Final = re.compile(
    r"\((?P<node>\w+)(?::[\w|:]+)?\s*\{id: \$(?P<one>\w+)\}|\b(?P<also>\w+)\.id = \$(?P<other>\w+)"
)


class TiePattern(NamedTuple):
    """The ties that a question asks for.

    types -- of the ties; None for any
    roles -- for each entity parameter that is given, where it may stand: FROM, TO, REGARDING, VIA
    single -- a row is one tie, and not two that are compared
    leads -- for a parameter that is one end of ties of one type and the other end of all others: that type, and the end there
    """

    types: frozenset[str] | None
    roles: Mapping[str, frozenset[str]]
    single: bool
    leads: Mapping[str, tuple[str, str]]

    @property
    def ends(self) -> list[str]:
        """The parameters that are an end of the tie, and not only what it is about."""
        return [name for name, roles in self.roles.items() if roles & ENDS]

    def ends_of(self, name: str, tie: str | None = None) -> frozenset[str]:
        """Return which ends of a tie a parameter may be.

        tie -- the type of the tie; None for one whose arrow goes from who acts to who is acted upon
        """
        if name not in self.leads:
            return self.roles[name] & ENDS
        type_, end = self.leads[name]
        return frozenset({end}) if tie in (None, type_) else ENDS - {end}


def tie_pattern(question: Question, cypher: str, values: Mapping[str, Any]) -> TiePattern | None:
    """Return the ties that a question asks for with the given values; None where its rows are not ties.

    cypher -- the question compiled for these values
    """
    text = re.sub(r"//[^\n]*|'[^']*'", "", cypher)
    bound = _bound(text)
    found = [match for match in _TIE.finditer(text) if _is_tie(match["types"])]
    named = set(re.findall(r"\b(\w+)\.(?:id AS tie_id|claim AS claim)\b", text))
    own = [match for match in found if match["tie"] and match["tie"] in named]
    entities = [param.name for param in question.params if param.type in _ENTITIES and param.name in values]
    whole = own or found
    roles = _roles(entities, whole, text, bound)
    if not own and not (len(entities) > 1 and any(_joins(match, bound, entities) for match in found)):
        return None
    types = [frozenset(match["types"].split("|")) for match in whole if match["types"]]
    named_types = {values[param.name] for param in question.params if param.type == "tie" and param.name in values}
    every = frozenset().union(*types) if len(types) == len(whole) else None
    listed = re.findall(r"\bUNWIND \w+ AS (\w+)", text) if "UNWIND" in text else []
    compared = any(match["tie"] in listed for match in own)
    placed = {name: each or ANYWHERE for name, each in roles.items()}
    return TiePattern(frozenset(named_types) or every, placed, bool(own) and not compared, _leads(cypher, text))


def _is_tie(types: str | None) -> bool:
    return types is None or not {*ROLES, PART_OF} & set(types.split("|"))


def _leads(cypher: str, text: str) -> dict[str, tuple[str, str]]:
    """Return the parameters that are one end of ties of one type and the other end of all others: that type, and the end there."""
    if " OR type(" not in cypher:
        return {}
    starts = re.findall(r"startNode\(\w+\) AS (\w+)", text)
    return {
        match["name"]: (match["type"], "FROM" if match["node"] in starts else "TO")
        for match in re.finditer(_BY_TYPE, cypher)
    }


def _roles(
    names: list[str], found: list[re.Match[str]], text: str, bound: Mapping[str, set[str]]
) -> dict[str, frozenset[str]]:
    """Return where each parameter stands in the patterns; nothing if that cannot be seen."""
    about = set(re.findall(r"\$(\w+)\s+IN\s+(\w+)\.regarding\b", text))
    at_either_end = re.findall(r"\$(\w+)(?=\s+IN\s+\[[^\]]*\.id\b)", text)  # however the start and the end are called
    roles: dict[str, set[str]] = {name: set(ENDS) if name in at_either_end else set() for name in names}
    for match in found:
        tie = match["tie"]
        for end in ("left", "right"):
            for name in _parameters(match, end, bound) & roles.keys():
                roles[name].update(_as(match, end))
        for name, own in roles.items():
            if (name, tie) in about:
                own.add("REGARDING")
            own |= {
                role for side, role in (("start", "FROM"), ("end", "TO")) if f"{side}Node({tie}).id = ${name}" in text
            }
    return {name: frozenset(own) for name, own in roles.items()}


def _as(match: re.Match[str], end: str) -> Iterator[str]:
    """Yield which ends of the tie a node of the pattern may be."""
    directed = bool(match["back"]) != bool(match["forth"])
    starts = (end == "left") == bool(match["forth"])
    if not directed or starts:
        yield "FROM"
    if not directed or not starts:
        yield "TO"


def _bound(text: str) -> dict[str, set[str]]:
    """Return the parameters that nodes are bound to by their ids, by the names of the nodes."""
    found: dict[str, set[str]] = {}
    for match in _BOUND.finditer(text):
        found.setdefault(match["node"] or match["also"], set()).add(match["one"] or match["other"])
    return found


def _parameters(match: re.Match[str], end: str, bound: Mapping[str, set[str]]) -> set[str]:
    """Return the parameters that a node of a pattern is bound to."""
    return {*_NAMED.findall(match[f"{end}_in"] or ""), *bound.get(match[end], ())}


def _joins(match: re.Match[str], bound: Mapping[str, set[str]], entities: list[str]) -> bool:
    """Return whether a pattern holds two given entities together."""
    left, right = (_parameters(match, end, bound) & set(entities) for end in ("left", "right"))
    return bool(left) and bool(right)
