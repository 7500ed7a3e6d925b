"""OFAC: the United States SANCTIONS each listed person and entity; their addresses make PRESENT_IN a state."""

from __future__ import annotations

from collections import defaultdict

from tiebook.load.desk import MERGED, Desk, Skip
from tiebook.load.groups import slug
from tiebook.model.records import Entity
from tiebook.tables import Row

NOTHING = "-0-"
THINGS = ("vessel", "aircraft")
US = "united-states"


def read(desk: Desk) -> None:
    """Read the names, with addresses and alternate names where they are given."""
    listed = {row["ent_num"]: _cell(row, "sdn_type") for row in desk.peek("sdn")}
    others: defaultdict[str, list[str]] = defaultdict(list)
    for row in desk.peek("alternates"):
        if name := _cell(row, "alt_name"):
            others[row["ent_num"]].append(name)
    links = 0

    def listing(row: Row) -> None:
        nonlocal links
        links += row["remarks"].count("Linked To:")
        _listed(desk, row, others)

    desk.each("sdn", listing)
    if links:
        desk.accounts[-1].notes.append(
            f"{links:,} links in the remarks (Linked To:) say no kind of relation: not loaded"
        )
    desk.each("alternates", lambda row: _with_its_name(row, listed))
    desk.each("addresses", lambda row: _address(desk, row, listed))
    desk.each("comments", lambda row: _with_its_name(row, listed))


def _cell(row: Row, column: str) -> str | None:
    text = row[column]
    return None if text in {"", NOTHING} else text


def _listed(desk: Desk, row: Row, others: dict[str, list[str]]) -> None:
    kind = _cell(row, "sdn_type")
    if kind in THINGS:
        raise Skip(f"{'an' if kind == 'aircraft' else 'a'} {kind}, which is no actor")
    number, name = row["ent_num"], _cell(row, "sdn_name")
    if name is None:
        raise Skip("no name")
    programs = [each.strip() for each in (_cell(row, "program") or "").replace("[", "").split("]") if each.strip()]
    entity = Entity(
        "Actor",
        f"ofac-{number}",
        name,
        "Person" if kind == "individual" else "Organization",
        tuple(dict.fromkeys(other for other in others.get(number, []) if other != name)),
        note=_cell(row, "position"),
    )
    desk.tie(
        "SANCTIONS",
        US,
        desk.declare(entity),
        f"{number}/{slug(' '.join(programs))}",  # some are on both lists, with other programmes on each
        gloss=f"{name} is on the list of the US Treasury ({', '.join(programs) or 'no programme named'})",
        mechanism=", ".join(programs) or None,
    )


def _with_its_name(row: Row, listed: dict[str, str | None]) -> str:
    if row["ent_num"] not in listed:
        raise Skip("its entry is not in the file of names")
    if listed[row["ent_num"]] in THINGS:
        raise Skip("of a vessel or aircraft, which is no actor")
    return MERGED


def _address(desk: Desk, row: Row, listed: dict[str, str | None]) -> None:
    _with_its_name(row, listed)
    country = _cell(row, "country")
    if country is None or country == "undetermined":
        raise Skip("an address without a country")
    state = desk.named(country)
    if desk.resolver.crosswalk.actors[state].kind != "State":
        raise Skip("an address in a territory that is no state")
    where = ", ".join(filter(None, (_cell(row, "city"), desk.name_of(state))))
    desk.tie("PRESENT_IN", f"ofac-{row['ent_num']}", state, row["add_num"], gloss=f"Address on the OFAC list: {where}")
