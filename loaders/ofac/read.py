"""OFAC: the United States SANCTIONS each listed person and entity; their addresses make PRESENT_IN a state."""

from __future__ import annotations

import re
from collections import defaultdict

from tiebook.crosswalk.own_actors import slug
from tiebook.model.records import Entity
from tiebook.sources.source_reader import MERGED, Skip, SourceReader
from tiebook.support.names import folded
from tiebook.tables import Row

NOTHING = "-0-"
THINGS = ("vessel", "aircraft")
US = "united-states"
Meanings = dict[str, set[str]]  # folded name -> numbers of entries
LINK = re.compile(r"Linked To: *([^;]+)")
SHORT = re.compile(r"\s*\([^()]*\)$")


def read(reader: SourceReader) -> None:
    """Read the names, with addresses and alternate names where they are given."""
    listed = {row["ent_num"]: _cell(row, "sdn_type") for row in reader.peek("sdn")}
    others: defaultdict[str, list[str]] = defaultdict(list)
    for row in reader.peek("alternates"):
        if name := _cell(row, "alt_name"):
            others[row["ent_num"]].append(name)
    links = _Links(*_named(reader, others))
    reader.each("sdn", lambda row: _listed(reader, row, others, links))
    links.tell(reader)
    reader.each("alternates", lambda row: _with_its_name(row, listed))
    reader.each("addresses", lambda row: _address(reader, row, listed))
    reader.each("comments", lambda row: _with_its_name(row, listed))


def _named(reader: SourceReader, others: dict[str, list[str]]) -> tuple[Meanings, Meanings]:
    """Return the entries that each name means, and those that each alternate name means; vessels and aircraft are none."""
    names: Meanings = defaultdict(set)
    alternates: Meanings = defaultdict(set)
    for row in reader.peek("sdn"):
        if _cell(row, "sdn_type") not in THINGS:
            names[folded(row["sdn_name"])].add(row["ent_num"])
            for other in others.get(row["ent_num"], []):
                alternates[folded(other)].add(row["ent_num"])
    return names, alternates


class _Links:
    """What the remarks link an entry to: other entries, by their names."""

    def __init__(self, names: Meanings, alternates: Meanings) -> None:
        self._names = (names, alternates)
        self.found = self.lost = self.several = 0

    def of(self, number: str, remarks: str) -> list[str]:
        """Return the ids of the entries that an entry is linked to; what is no entry's name, or several entries', is counted."""
        ids = []
        for text in LINK.findall(remarks):
            meant = self._meant(_closed(text)) - {number}
            self.found += len(meant) == 1
            self.lost += not meant
            self.several += len(meant) > 1
            ids += [f"ofac-{each}" for each in meant if len(meant) == 1]
        return sorted(set(ids))

    def _meant(self, text: str) -> set[str]:
        """Return the entries of a name, as it stands or without the short form in parentheses; own names before others."""
        tries = (names.get(folded(each)) for each in (text, SHORT.sub("", text)) for names in self._names)
        return next(filter(None, tries), set())

    def tell(self, reader: SourceReader) -> None:
        """Note how many links were found and how many were not."""
        if self.found or self.lost or self.several:
            reader.accounts[-1].notes.append(
                f"links in the remarks (Linked To): {self.found:,} kept with their sanction, {self.lost:,} name no person or"
                f" entity of these files, {self.several:,} name several"
            )


def _closed(text: str) -> str:
    """Return a name without what closes the remark: a full stop, or a parenthesis that it did not open."""
    plain = text.strip().removesuffix(".")
    return plain[:-1].strip() if plain.endswith(")") and plain.count(")") > plain.count("(") else plain


def _cell(row: Row, column: str) -> str | None:
    text = row[column]
    return None if text in {"", NOTHING} else text


def _listed(reader: SourceReader, row: Row, others: dict[str, list[str]], links: _Links) -> None:
    kind = _cell(row, "sdn_type")
    if kind in THINGS:
        raise Skip(f"{'an' if kind == 'aircraft' else 'a'} {kind}, which is not an actor")
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
    linked = links.of(number, _cell(row, "remarks") or "")
    reader.tie(
        "SANCTIONS",
        US,
        reader.declare(entity),
        f"{number}/{slug(' '.join(programs))}",  # some are on both lists, with other programmes on each
        gloss=f"{name} is on the list of the US Treasury ({', '.join(programs) or 'no programme named'})",
        mechanism=", ".join(programs) or None,
        regarding=linked or None,
    )


def _with_its_name(row: Row, listed: dict[str, str | None]) -> str:
    if row["ent_num"] not in listed:
        raise Skip("its entry is not in the file of names")
    if listed[row["ent_num"]] in THINGS:
        raise Skip("of a vessel or aircraft, which is not an actor")
    return MERGED


def _address(reader: SourceReader, row: Row, listed: dict[str, str | None]) -> None:
    _with_its_name(row, listed)
    country = _cell(row, "country")
    if country is None or country == "undetermined":
        raise Skip("an address without a country")
    state = reader.named(country)
    if reader.resolver.crosswalk.actors[state].kind != "State":
        raise Skip("an address in a territory that is not a state")
    where = ", ".join(filter(None, (_cell(row, "city"), reader.name_of(state))))
    reader.tie(
        "PRESENT_IN", f"ofac-{row['ent_num']}", state, row["add_num"], gloss=f"Address on the OFAC list: {where}"
    )
