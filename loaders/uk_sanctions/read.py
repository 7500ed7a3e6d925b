"""UK lists: the United Kingdom SANCTIONS each listed person and entity since its designation; FCDO's list, or OFSI's of before."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date

from tiebook.crosswalk.own_actors import own_ids, slug
from tiebook.model.records import Entity
from tiebook.sources.source_reader import MERGED, Skip, SourceReader
from tiebook.tables import Row
from tiebook.tables.cells import UNSAID, bare, day_of, known
from tiebook.tables.days import day_in

UK = "britain"
PRIMARY = {"primary name", "prime alias"}  # as OFSI's list said until 2021
DIVIDED = re.compile(r"[,;\t|]")
REMARK = re.compile(r"\s*\([^()]*\)$")  # on a country: Afghanistan (since 2009)
KINDS = {"individual": "Person", "entity": "Organization"}
FORMS = ("%d/%m/%Y", "%d-%b-%Y", "%d %B %Y", "%Y-%m-%d")


@dataclass(frozen=True, slots=True)
class _Form:
    """How one of the two lists names what both have."""

    number: str
    kind: str
    name_type: str
    script: str
    regime: str
    since: tuple[str, ...]
    country: str
    prefix: str


FCDO = _Form(
    "Unique ID",
    "Individual, Entity, Ship",
    "Name type",
    "Name non-latin script",
    "Regime Name",
    ("Date Designated",),
    "Address Country",
    "uk",
)
OFSI = _Form(
    "Group ID",
    "Group Type",
    "Alias Type",
    "Name Non-Latin Script",
    "Regime",
    ("Listed On", "UK Sanctions List Date Designated"),
    "Country",
    "uk-group",
)
FORMS_OF = {"fcdo": FCDO, "ofsi": OFSI}


@dataclass(slots=True)
class _Listed:
    """What the rows of one entry say: each has another name or address."""

    id: str
    names: list[str] = field(default_factory=list)
    primary: str = ""
    since: dict[str, str] = field(default_factory=dict)  # regime -> the first day that rows name
    measures: dict[str, list[str]] = field(default_factory=dict)  # regime -> what is imposed
    states: set[str] = field(default_factory=set)  # of its addresses, so far


def read(reader: SourceReader) -> None:
    """Read whichever lists are given; of an entry that both have, FCDO's counts."""
    groups = {group for row in reader.peek("fcdo") if (group := bare(row, "OFSI Group ID"))}
    days = [day for kind in FORMS_OF for lines in reader.preamble(kind).values() if (day := _made_on(lines))]
    if days:
        reader.covers_until = min(days)  # of both lists: no entry is certain longer
        reader.version = reader.covers_until.isoformat()
    for kind, form in FORMS_OF.items():
        if reader.has(kind):
            _list(reader, kind, form, groups if form is OFSI else set())


def _list(reader: SourceReader, kind: str, form: _Form, elsewhere: set[str]) -> None:
    rows = list(reader.peek(kind))
    ids = own_ids(form.prefix, (number for row in rows if (number := bare(row, form.number))))
    entries = {number: _Listed(made) for number, made in ids.items()}
    for row in rows:
        entry = entries.get(bare(row, form.number))
        if entry is not None:
            names = list(filter(None, (_name(row), _said(row, form.script))))
            entry.names += names
            regime, day = _said(row, form.regime), next(filter(None, (_day(row, each) for each in form.since)), None)
            if day:
                entry.since[regime] = min(day, entry.since.get(regime, day))
            entry.measures.setdefault(regime, []).extend(map(str.strip, _said(row, "Sanctions Imposed").split("|")))
            if not entry.primary and row.get(form.name_type).casefold() in PRIMARY and names:
                entry.primary = names[0]
    reader.each(kind, lambda row: _take(reader, row, form, entries, elsewhere))


def _take(reader: SourceReader, row: Row, form: _Form, entries: dict[str, _Listed], elsewhere: set[str]) -> str | None:
    number = bare(row, form.number)
    if number in elsewhere:
        raise Skip("its entry is in the UK Sanctions List, which is given too")
    entry = entries.get(number)
    if entry is None:
        raise Skip("no number of an entry")
    kind = row[form.kind].casefold()
    if kind not in KINDS:
        raise Skip("a ship, which is not an actor" if kind == "ship" else "neither a person nor an entity")
    if not entry.names:
        raise Skip("an entry without a name")
    name = entry.primary or entry.names[0]
    others = tuple(dict.fromkeys(each for each in entry.names if each != name))
    listed = reader.declare(Entity("Actor", entry.id, name, KINDS[kind], others))
    regime = _said(row, form.regime)
    measures = ", ".join(dict.fromkeys(filter(None, entry.measures[regime])))
    reader.tie(
        "SANCTIONS",
        UK,
        listed,
        f"{number}/{slug(regime)}" if regime else number,
        since=entry.since.get(regime),
        gloss=f"{name} is on the UK's list"
        + (f" ({regime})" if regime else "")
        + (f": {measures}" if measures else ""),
        mechanism=f"UK sanctions list: {regime}" if regime else None,
    )
    country = known(row, form.country)
    if country is not None:
        _present(reader, entry, number, country)
    return None if reader.added else MERGED


def _present(reader: SourceReader, entry: _Listed, number: str, country: str) -> None:
    state = reader.resolver.known(country) or reader.resolver.name(REMARK.sub("", country))
    if state is None or state in entry.states or reader.resolver.crosswalk.actors[state].kind != "State":
        return
    entry.states.add(state)
    reader.tie(
        "PRESENT_IN", entry.id, state, f"{number}/{state}", gloss=f"Address on the UK's list: {reader.name_of(state)}"
    )


def _name(row: Row) -> str:
    """Return the name of a row: given names first, the family name or the name of an entity stands in the sixth column."""
    return " ".join(" ".join(_said(row, f"Name {number}") for number in (1, 2, 3, 4, 5, 6)).split())


def _said(row: Row, column: str) -> str:
    """Return a cell, "" where a program that saved a copy has put NA, nan or a point for a blank one."""
    text = row.get(column)
    return "" if text in UNSAID else text


def _made_on(lines: tuple[str, ...]) -> date | None:
    """Return the day that the lines before the header name: "Report Date: 23-Sep-2026", "Last Updated,03/06/2026"."""
    for line in lines:
        plain = line.replace('"', "")
        text = plain.rpartition("Date:")[2] if "Date:" in line else next(iter(DIVIDED.split(plain, maxsplit=1)[1:]), "")
        found = day_in(text.strip(" ,;:\t|"), FORMS)
        if found is not None:
            return found
    return None


def _day(row: Row, column: str) -> str | None:
    return day_of(row, column, FORMS, "a day (DD/MM/YYYY)")
