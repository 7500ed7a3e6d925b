"""The second side of same_answers: the made-up register as a networkx MultiDiGraph, and plain Python that answers questions.

Each function takes the register and the question's parameters, and gives what the answer's rows should show, as tuples; the
function beside it in ASKED takes the same out of a row of Tiebook's answer.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from datetime import date
from itertools import combinations, pairwise
from typing import Any, Final

import networkx as nx

from tests.bench.made_up import Size, nodes, ties
from tiebook.model.codebook import codebook

Tie = dict[str, Any]
Row = tuple[Any, ...]


class Register:
    """The records in a graph: actors by id with their names, ties by key with their fields, `type`, `source_id`, `target_id`."""

    def __init__(self, size: Size) -> None:
        """Read the records once."""
        self.graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
        for node in nodes(size):
            if node.label == "Actor":
                self.graph.add_node(node.id, name=node.props["name"])
        for edge in ties(size):
            one, other = edge.source[1], edge.target[1]
            tie = {**edge.props, "type": edge.type, "from": one, "to": other}
            self.graph.add_edge(one, other, key=str(edge.props["id"]), **tie)
        self.book = codebook().ties

    def name(self, actor: str) -> str:
        """Return an actor's name."""
        return str(self.graph.nodes[actor]["name"])

    def at(self, actor: str) -> Iterator[tuple[str, Tie]]:
        """Return (the other actor, tie) of every tie of an actor, whatever its direction."""
        for _, other, tie in self.graph.out_edges(actor, data=True):
            yield other, tie
        for other, _, tie in self.graph.in_edges(actor, data=True):
            yield other, tie

    def between(self, one: str, other: str) -> Iterator[Tie]:
        """Return every tie of two actors."""
        yield from (tie for side, tie in self.at(one) if side == other)

    def measured(self, tie: Tie) -> bool:
        """Whether a tie counts in measures: endorsed, and not inferred by a coder."""
        return bool(tie["endorsed"]) and not tie["inferred"]

    def signed(self, tie: Tie) -> bool:
        """Whether a tie enters structural balance, with a sign."""
        return self.measured(tie) and tie["sign"] != 0 and self.book[tie["type"]].balance == "in"

    def signs(self, actor: str, without: str | None = None) -> dict[str, set[int]]:
        """Return the signs of an actor's relations, by the other actor; those of one type may be left out."""
        found = defaultdict(set)
        for other, tie in self.at(actor):
            if self.signed(tie) and other != actor and tie["type"] != without:
                found[other].add(tie["sign"])
        return found


def who_arms(register: Register, recipient: str) -> list[Row]:
    """Return supplier and id of each transfer that no newer release supersedes."""
    arms = (tie for _, _, tie in register.graph.in_edges(recipient, data=True) if tie["type"] == "SELLS_ARMS_TO")
    return [(register.name(tie["from"]), tie["id"]) for tie in arms if "superseded_by" not in tie]


def who_sanctions(register: Register, target: str) -> list[Row]:
    """Return sender and id of each sanction."""
    acts = (tie for _, _, tie in register.graph.in_edges(target, data=True) if tie["type"] == "SANCTIONS")
    return [(register.name(tie["from"]), tie["id"]) for tie in acts if "superseded_by" not in tie]


def ties_between(register: Register, one: str, other: str) -> list[Row]:
    """Return type, sign and id of each tie of the two."""
    return [(tie["type"], tie["sign"], tie["id"]) for tie in register.between(one, other) if "superseded_by" not in tie]


def timeline(register: Register, actor: str) -> list[Row]:
    """Return the ids of an actor's dated ties, with the days as stated."""
    return [
        (tie.get("since"), tie.get("until"), tie["id"])
        for _, tie in register.at(actor)
        if "superseded_by" not in tie and ("since_earliest" in tie or "until_latest" in tie)
    ]


def in_force(register: Register, day: str, actor: str) -> list[Row]:
    """Return how surely each tie of the actor held on the day, and its id."""
    found = []
    for _, tie in register.at(actor):
        state = held(tie, date.fromisoformat(day))
        if state != "no" and "superseded_by" not in tie:
            found.append((state, tie["id"]))
    return found


def held(tie: Tie, day: date) -> str:
    """Return whether a tie held on a day: it may have begun and ended within its bounds; an open one is known to until_earliest."""
    if "since" not in tie and "until" not in tie:
        return "undated"
    if day < tie["since_earliest"] or ("until_latest" in tie and day > tie["until_latest"]):
        return "no"
    if tie["since_latest"] <= day <= tie["until_earliest"]:
        return "certainly"
    return "unknown" if "until_latest" not in tie and day > tie["until_earliest"] else "possibly"


def common_ties(register: Register, one: str, other: str) -> list[Row]:
    """Return each third actor with the types of relations with the one and with the other, each type and sign once."""
    sides: list[dict[str, set[Row]]] = []
    for side in (one, other):
        relations = defaultdict(set)
        for third, tie in register.at(side):
            if register.measured(tie) and third not in (one, other):
                relations[third].add((tie["type"], tie["sign"]))
        sides.append(relations)
    return [
        (register.name(third), sorted(sides[0][third]), sorted(sides[1][third]))
        for third in set(sides[0]) & set(sides[1])
    ]


def two_sided(register: Register, actor: str) -> list[Row]:
    """Return the actors with whom the actor has relations of both signs."""
    return [(register.name(other),) for other, signs in register.signs(actor).items() if len(signs) == 2]


def friends_and_adversaries(register: Register, friend: str, adversary: str) -> list[Row]:
    """Return who has a cooperative relation with the one and a hostile one with the other, and whether the first is mixed."""
    good, bad = register.signs(friend), register.signs(adversary)
    return [
        (register.name(each), -1 in good[each]) for each in set(good) & set(bad) if 1 in good[each] and -1 in bad[each]
    ]


def how_connected(register: Register, one: str, other: str) -> list[Row]:
    """Return all shortest chains between two actors, by networkx's own algorithm, and the relations of each step with mentions."""
    simple: nx.Graph[str] = nx.Graph()
    simple.add_edges_from(
        (tie["from"], tie["to"]) for _, _, tie in register.graph.edges(data=True) if register.measured(tie)
    )
    found = []
    for chain in nx.all_shortest_paths(simple, one, other):
        for step, (here, there) in enumerate(pairwise(chain), start=1):
            measured = (tie for tie in register.between(here, there) if register.measured(tie))
            mentions = Counter((register.name(tie["from"]), tie["type"], tie["sign"]) for tie in measured)
            found += [(tuple(chain), step, *relation, count) for relation, count in mentions.items()]
    return found


def unbalanced_triads(register: Register, actor: str) -> list[Row]:
    """Return the verdict and the other two of each triad that is not balanced: the product of its signs, 0 where one is mixed."""
    near = register.signs(actor, without="MEMBER_OF")  # a common body is no common friend
    found = []
    for second in near:
        beyond = register.signs(second, without="MEMBER_OF")
        for third in beyond:
            if third in near and second < third:
                product = 1
                for signs in (near[second], near[third], beyond[third]):
                    product *= next(iter(signs)) if len(signs) == 1 else 0
                if product <= 0:
                    verdict = "unbalanced" if product else "open"
                    found.append((verdict, register.name(second), register.name(third)))
    return found


def brokers(register: Register, one: str, other: str) -> list[Row]:
    """Return who has a cooperative relation into both camps: a group and its members."""
    camps = [_camp(register, centre) for centre in (one, other)]
    reach = []
    for camp in camps:
        with_whom = defaultdict(set)
        for member in camp:
            for third, signs in register.signs(member).items():
                if 1 in signs:
                    with_whom[third].add(register.name(member))
        reach.append(with_whom)
    outside = (set(reach[0]) & set(reach[1])) - camps[0] - camps[1]
    return [(register.name(each), sorted(reach[0][each]), sorted(reach[1][each])) for each in outside]


def _camp(register: Register, centre: str) -> set[str]:
    members = register.graph.in_edges(centre, data=True)
    return {centre} | {member for member, _, tie in members if tie["type"] == "MEMBER_OF" and tie["endorsed"]}


def before_and_after(register: Register, actor: str, partner: str, day: str) -> list[Row]:
    """Return, by valence, how many relations of the two began before and from the day, are unclear or undated; and the baseline."""
    counts: dict[tuple[int, bool, str], int] = defaultdict(int)
    seen = set()
    for side in (actor, partner):
        for _, tie in register.at(side):
            if not register.measured(tie):
                continue
            ends = (tie["from"], tie["to"])
            if register.book[tie["type"]].symmetric:
                ends = (min(ends), max(ends))
            relation = (tie["type"], ends, tie.get("since"), tie.get("until"), tie["sign"])
            if relation not in seen:
                seen.add(relation)
                counts[tie["sign"], set(ends) == {actor, partner}, _moment(tie, date.fromisoformat(day))] += 1
    words = {1: "cooperative", 0: "neutral", -1: "hostile"}
    moments = ("before", "after", "unclear", "undated")
    return [
        (word, *(counts[sign, here, moment] for here in (True, False) for moment in moments))
        for sign, word in words.items()
    ]


def _moment(tie: Tie, day: date) -> str:
    if "since" not in tie and "until" not in tie:
        return "undated"
    if tie["since_latest"] < day:
        return "before"
    return "after" if tie["since_earliest"] >= day else "unclear"


def dyad_years(register: Register, actor: str, partner: str, first: int, last: int) -> list[Row]:
    """Return, by year, how many relations of each sign held on some day of it."""
    found = []
    for year in range(int(first), int(last) + 1):
        relations = set()
        for tie in register.between(actor, partner):
            if tie["endorsed"] and "since" in tie:
                ended: date = tie["until_latest"] if "until_latest" in tie else tie["until_earliest"]
                if tie["since_earliest"] <= date(year, 12, 31) and ended >= date(year, 1, 1):
                    who = None if register.book[tie["type"]].symmetric else tie["from"]
                    relations.add((tie["type"], who, tie["since"], tie.get("until"), tie["sign"]))
        signs = [relation[-1] for relation in relations]
        found.append((year, signs.count(1), signs.count(0), signs.count(-1)))
    return found


def unbalanced_cycles(register: Register, actor: str, across: str) -> list[Row]:
    """Return second and fourth of each ring with `across` opposite, odd in hostile sides, without a clear tie across it."""
    near, far = register.signs(actor), register.signs(across)
    clear = {each: next(iter(near[each])) for each in near if len(near[each]) == 1}
    if across in clear:
        return []
    arms = {each: clear[each] * next(iter(far[each])) for each in clear if len(far.get(each, ())) == 1}
    found = []
    for second, fourth in combinations(sorted(arms), 2):
        crossing = register.signs(second).get(fourth, set())
        if arms[second] * arms[fourth] < 0 and len(crossing) != 1:
            found.append((register.name(second), register.name(fourth)))
    return found


def _pairs(row: Tie, side: str) -> list[Row]:
    return sorted(zip(row[f"ties_{side}"], row[f"signs_{side}"], strict=True))


# question: its parameters for three actors, the second side, and what to compare of a row
ASKED: Final[dict[str, tuple[Callable[..., dict[str, Any]], Callable[..., list[Row]], Callable[[Tie], Row]]]] = {
    "who-arms": (lambda a, *_: {"recipient": a}, who_arms, lambda row: (row["supplier"], row["tie_id"])),
    "who-sanctions": (lambda a, *_: {"target": a}, who_sanctions, lambda row: (row["sender"], row["tie_id"])),
    "ties-between": (
        lambda a, *_: {"one": a, "other": "made-00000"},
        ties_between,
        lambda row: (row["tie"], row["sign"], row["tie_id"]),
    ),
    "timeline": (lambda a, *_: {"actor": a}, timeline, lambda row: (row["since"], row["until"], row["tie_id"])),
    "in-force": (lambda a, *_: {"day": "2010-06-15", "actor": a}, in_force, lambda row: (row["holds"], row["tie_id"])),
    "common-ties": (
        lambda a, b, *_: {"one": a, "other": b},
        common_ties,
        lambda row: (row["actor"], _pairs(row, "one"), _pairs(row, "other")),
    ),
    "two-sided": (lambda a, *_: {"actor": a}, two_sided, lambda row: (row["other"],)),
    "friends-and-adversaries": (
        lambda a, b, *_: {"friend": a, "adversary": b},
        friends_and_adversaries,
        lambda row: (row["actor"], row["also_hostile"]),
    ),
    "how-connected": (
        lambda a, _, c: {"one": a, "other": c},
        how_connected,
        lambda row: (
            tuple(row["chain"]),
            *(row[name] for name in ("step", "from_name", "tie", "sign", "mentions")),
        ),
    ),
    "unbalanced-triads": (
        lambda a, *_: {"actor": a},
        unbalanced_triads,
        lambda row: (row["verdict"], row["second"], row["third"]),
    ),
    "unbalanced-cycles": (
        lambda a, b, _: {"actor": a, "across": b},
        unbalanced_cycles,
        lambda row: (row["second"], row["fourth"]),
    ),
    "brokers": (
        lambda a, b, *_: {"one": a, "other": b},
        brokers,
        lambda row: (row["broker"], sorted(row["with_one"]), sorted(row["with_other"])),
    ),
    "before-and-after": (
        lambda a, *_: {"actor": a, "partner": "made-00000", "day": "1990-01-01"},
        before_and_after,
        lambda row: (
            *(row[name] for name in ("valence", "before_day", "from_day", "unclear", "undated")),
            *(row[f"baseline_{name}"] for name in ("before", "from", "unclear", "undated")),
        ),
    ),
    "dyad-years": (
        lambda a, *_: {"actor": a, "partner": "made-00000", "first": 1980, "last": 2020},
        dyad_years,
        lambda row: (row["year"], row["cooperative"], row["neutral"], row["hostile"]),
    ),
}
