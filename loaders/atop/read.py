"""ATOP: alliances as agreements, memberships as PARTY_TO by phase; ALLIED_WITH only for two-member pacts to fight."""

from __future__ import annotations

from collections import Counter, defaultdict
from datetime import date

from tiebook.load.cells import bare, code, day, last_day, number, whole
from tiebook.load.desk import MERGED, Desk
from tiebook.load.pacts import Membership, allied
from tiebook.model.dates import Span, parse
from tiebook.model.records import Entity
from tiebook.tables import Row

OBLIGATIONS = {
    "defense": "defence",
    "offense": "offence",
    "neutral": "neutrality",
    "nonagg": "non-aggression",
    "consul": "consultation",
}


def read(desk: Desk) -> None:
    """Read the member-level file, the alliance-level file, or both."""
    years = [whole(row, column) for row in desk.peek("members") for column in ("yrent", "yrexit")]
    years += [whole(row, column) for row in desk.peek("alliances") for column in ("begyr", "endyr")]
    desk.covers_until = last_day(years)
    for kind in ("members", "alliances"):
        for row in desk.peek(kind):
            version = number(row, "version") if "version" in row.cells else None
            desk.version = desk.version if version is None else f"{version:g}"  # a rounded 4.01
    size: defaultdict[str, set[str]] = defaultdict(set)
    for row in desk.peek("members"):
        size[_pact(row)].add(code(row, "member"))
    signed = {code(row, "atopid"): day(row, "begyr", "begmo", "begday") for row in desk.peek("alliances")}
    members: defaultdict[str, list[Membership]] = defaultdict(list)
    keys: Counter[str] = Counter()
    desk.each("members", lambda row: _member(desk, row, signed, members, keys))
    desk.each("alliances", lambda row: _alliance(desk, row))
    for pact, parties in members.items():
        if len(size[pact]) != 2:  # noqa: PLR2004 -- two members
            continue
        allied(desk, pact, f"ATOP alliance {pact.partition('/')[0]}", parties, {"defence", "offence"})


def _instrument(desk: Desk, alliance: str, since: str | None) -> str:
    return desk.declare(Entity("Instrument", f"atop-{alliance}", f"ATOP alliance {alliance}", "agreement", date=since))


def _alliance(desk: Desk, row: Row) -> str | None:
    _instrument(desk, code(row, "atopid"), day(row, "begyr", "begmo", "begday"))
    return None if desk.added else MERGED  # its members' rows have declared it


def _member(
    desk: Desk,
    row: Row,
    signed: dict[str, str | None],
    members: dict[str, list[Membership]],
    keys: Counter[str],
) -> None:
    alliance, member, phase = code(row, "atopid"), code(row, "member"), _phase(row)
    since, until = day(row, "yrent", "moent", "dayent"), day(row, "yrexit", "moexit", "dayexit")
    first = parse(since).earliest if since else date.min
    last = parse(until).latest if until else desk.covers_until or date.max
    actor = desk.coded("cow", member, Span(first, max(first, last)))
    instrument = _instrument(desk, alliance, signed.get(alliance, since))
    pledged = [words for column, words in OBLIGATIONS.items() if bare(row, column) == "1"]
    key = f"{alliance}/{member}/{phase}/{since}"
    keys[key] += 1
    desk.tie(
        "PARTY_TO",
        actor,
        instrument,
        key if keys[key] == 1 else f"{key}/{keys[key]}",
        since=since,
        until=until,
        gloss=f"{desk.name_of(actor)} in ATOP alliance {alliance}: {', '.join(pledged) or 'no coded obligation'}",
        obligations=pledged,
    )
    if bare(row, "bilat", "1") == "1" and bare(row, "asymm", "0") == "0":
        members[_pact(row)].append(Membership(actor, since, until, tuple(pledged)))


def _pact(row: Row) -> str:
    return f"{code(row, 'atopid')}/{_phase(row)}"


def _phase(row: Row) -> str:
    """Give the phase of an alliance; not every release divides it."""
    return code(row, "phase") if row.get("phase") else "0"
