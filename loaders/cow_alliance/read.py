"""COW formal alliances: each membership spell is a PARTY_TO tie; ALLIED_WITH only for two-member defence pacts."""

from __future__ import annotations

from collections import Counter, defaultdict

from tiebook.load.cells import code, day
from tiebook.load.desk import Desk, Skip
from tiebook.load.pacts import Membership, allied
from tiebook.model.records import Entity
from tiebook.tables import Row

OBLIGATIONS = {
    "defense": "defence",
    "neutrality": "neutrality",
    "nonaggression": "non-aggression",
    "entente": "entente",
}


def read(desk: Desk) -> None:
    """Read the file by member."""
    size: defaultdict[str, set[str]] = defaultdict(set)
    for row in desk.peek("members"):
        size[code(row, "version4id")].add(code(row, "ccode"))
    parties: defaultdict[str, list[Membership]] = defaultdict(list)
    keys: Counter[str] = Counter()
    desk.each("members", lambda row: _member(desk, row, parties, keys))
    for alliance, members in parties.items():
        if len(size[alliance]) == 2:  # noqa: PLR2004 -- two members
            allied(desk, alliance, f"COW alliance {alliance}", members, {"defence"})


def _member(desk: Desk, row: Row, parties: dict[str, list[Membership]], keys: Counter[str]) -> None:
    desk.version = row.get("version") or desk.version
    alliance, ccode = code(row, "version4id"), code(row, "ccode")
    since = day(row, "mem_st_year", "mem_st_month", "mem_st_day")
    until = day(row, "mem_end_year", "mem_end_month", "mem_end_day")
    if since is None:
        raise Skip("no year of entry")
    signed = day(row, "all_st_year", "all_st_month", "all_st_day")
    entity = Entity("Instrument", f"cow-alliance-{alliance}", f"COW alliance {alliance}", "agreement", date=signed)
    pledged = [words for column, words in OBLIGATIONS.items() if row[column] == "1"]
    for actor, first, last in desk.spells("cow", ccode, since, until):
        key = f"{alliance}/{ccode}/{first}"
        keys[key] += 1
        desk.tie(
            "PARTY_TO",
            actor,
            desk.declare(entity),
            key if keys[key] == 1 else f"{key}/{keys[key]}",
            since=first,
            until=last,
            gloss=f"{desk.name_of(actor)} in COW alliance {alliance}: {', '.join(pledged) or 'no coded obligation'}",
            obligations=pledged,
        )
        parties[alliance].append(Membership(actor, first, last, tuple(pledged)))
