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
_BY_TYPE: Final = re.compile(
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
    """Return the ties that a question asks for with the given values; None where its rows are no ties.

    cypher -- the question compiled for these values
    """
    text = re.sub(r"//[^\n]*|'[^']*'", "", cypher)
    starts = re.findall(r"startNode\(\w+\) AS (\w+)", text)
    found = [match for match in _TIE.finditer(text) if _is_tie(match["types"])]
    named = set(re.findall(r"\b(\w+)\.(?:id AS tie_id|claim AS claim)\b", text))
    own = [match for match in found if match["tie"] and match["tie"] in named]
    entities = [param.name for param in question.params if param.type in _ENTITIES and param.name in values]
    whole = own or found
    roles = {name: _roles(name, whole, text) for name in entities}
    if not own and not (len(entities) > 1 and any(_joins(match, text, entities) for match in found)):
        return None
    types = [frozenset(match["types"].split("|")) for match in whole if match["types"]]
    leads = {
        match["name"]: (match["type"], "FROM" if match["node"] in starts else "TO")
        for match in _BY_TYPE.finditer(cypher)
    }
    named_types = {values[param.name] for param in question.params if param.type == "tie" and param.name in values}
    every = frozenset().union(*types) if len(types) == len(whole) else None
    compared = any(re.search(rf"\bUNWIND \w+ AS {match['tie']}\b", text) for match in own)
    placed = {name: each or ANYWHERE for name, each in roles.items()}
    return TiePattern(frozenset(named_types) or every, placed, bool(own) and not compared, leads)


def _is_tie(types: str | None) -> bool:
    return types is None or not {*ROLES, PART_OF} & set(types.split("|"))


def _roles(name: str, found: list[re.Match[str]], text: str) -> frozenset[str]:
    """Return where a parameter stands in the patterns; nothing where that cannot be seen."""
    roles: set[str] = set()
    for match in found:
        roles |= {
            role for end in ("left", "right") if name in _parameters(match, end, text) for role in _as(match, end)
        }
        tie = match["tie"]
        if re.search(rf"\$({name})\s+IN\s+{tie}\.regarding\b", text):
            roles.add("REGARDING")
        roles |= {
            role for side, role in (("start", "FROM"), ("end", "TO")) if f"{side}Node({tie}).id = ${name}" in text
        }
    if re.search(rf"\${name}\s+IN\s+\[[^\]]*\.id\b", text):  # of the start and the end, however they are called
        roles |= ENDS
    return frozenset(roles)


def _as(match: re.Match[str], end: str) -> Iterator[str]:
    """Yield which ends of the tie a node of the pattern may be."""
    directed = bool(match["back"]) != bool(match["forth"])
    starts = (end == "left") == bool(match["forth"])
    if not directed or starts:
        yield "FROM"
    if not directed or not starts:
        yield "TO"


def _parameters(match: re.Match[str], end: str, text: str) -> set[str]:
    """Return the parameters that a node of a pattern is bound to."""
    names = set(_NAMED.findall(match[f"{end}_in"] or ""))
    for bound in _BOUND.finditer(text):
        if match[end] and match[end] in (bound["node"], bound["also"]):
            names.add(bound["one"] or bound["other"])
    return names


def _joins(match: re.Match[str], text: str, entities: list[str]) -> bool:
    """Return whether a pattern holds two given entities together."""
    left, right = (_parameters(match, end, text) & set(entities) for end in ("left", "right"))
    return bool(left) and bool(right)
