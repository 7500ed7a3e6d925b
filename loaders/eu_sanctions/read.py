"""EU list: the European Union SANCTIONS each listed person and entity, since the day of its designation or of the regulation."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from tiebook.crosswalk.own_actors import own_ids, slug
from tiebook.model.records import Entity
from tiebook.sources.source_reader import MERGED, Skip, SourceReader
from tiebook.tables import Row
from tiebook.tables.cells import bare, day_of, known

EU = "european-union"
KINDS = {"p": "Person", "person": "Person", "e": "Organization", "enterprise": "Organization"}
FORMS = ("%Y-%m-%d", "%d/%m/%Y", "%Y-%m-%dT%H:%M:%S")


@dataclass(slots=True)
class _Listed:
    """What the rows of one entry say: each has another name, address, birth date or document."""

    id: str
    names: list[str] = field(default_factory=list)
    kind: str | None = None
    since: dict[str, str] = field(default_factory=dict)  # programme and law -> the first day that rows name
    states: set[str] = field(default_factory=set)  # of its addresses, so far


def read(reader: SourceReader) -> None:
    """Read the list: names are taken together first, as an entry has a row for each."""
    rows = list(reader.peek("list"))
    ids = own_ids("eu", (number for row in rows if (number := bare(row, "Entity_LogicalId"))))
    entries = {number: _Listed(made) for number, made in ids.items()}
    made_on: set[date] = set()
    for row in rows:
        entry = entries.get(bare(row, "Entity_LogicalId"))
        if entry is not None:
            entry.names += filter(None, [_name(row)])
            entry.kind = entry.kind or _kind(row)
            since = _day(row, "Entity_DesignationDate") or _day(row, "Entity_Regulation_PublicationDate")
            if since:
                entry.since[_about(row)] = min(since, entry.since.get(_about(row), since))
        if day := _day(row, "fileGenerationDate"):
            made_on.add(date.fromisoformat(day))
    if made_on:
        reader.covers_until = min(made_on)  # of several copies: no entry is certain longer
        reader.version = reader.covers_until.isoformat()
    reader.each("list", lambda row: _take(reader, row, entries))


def _take(reader: SourceReader, row: Row, entries: dict[str, _Listed]) -> str | None:
    number = bare(row, "Entity_LogicalId")
    entry = entries.get(number)
    if entry is None:
        raise Skip("no number of an entry")
    if not entry.names:
        raise Skip("an entry without a name")
    if entry.kind is None:
        raise Skip("neither a person nor an entity")
    name = entry.names[0]
    others = tuple(dict.fromkeys(each for each in entry.names if each != name))
    listed = reader.declare(Entity("Actor", entry.id, name, entry.kind, others))
    programme, about = known(row, "Entity_Regulation_Programme"), _about(row)
    reader.tie(
        "SANCTIONS",
        EU,
        listed,
        f"{number}/{slug(about)}" if about else number,
        since=entry.since.get(about),
        gloss=f"{name} is on the EU's consolidated list" + (f" ({about})" if about else ""),
        mechanism=f"EU sanctions list: {programme}" if programme else None,
    )
    country = known(row, "Address_CountryIso2Code")
    if row.get("Address_CountryIso2Code") == "NA" and _is_namibia(row):
        country = "NA"
    if country not in {None, "00"}:
        _present(reader, row, entry, number, str(country))
    return None if reader.added else MERGED


def _present(reader: SourceReader, row: Row, entry: _Listed, number: str, country: str) -> None:
    state = reader.resolver.code("iso2", country.upper())
    if state is None or state in entry.states or reader.resolver.crosswalk.actors[state].kind != "State":
        return
    entry.states.add(state)
    where = ", ".join(filter(None, (known(row, "Address_City"), reader.name_of(state))))
    reader.tie("PRESENT_IN", entry.id, state, f"{number}/{state}", gloss=f"Address on the EU list: {where}")


def _is_namibia(row: Row) -> bool:
    """Return whether the code NA is Namibia's: R writes it for blanks too, but then in every cell of an address."""
    address = any(column.startswith("Address_") and known(row, column) is not None for column in row.cells)
    return address or list(row.cells.values()).count("NA") == 1


def _about(row: Row) -> str:
    """Return the programme and the law by which an entry is listed."""
    return ", ".join(filter(None, (known(row, f"Entity_Regulation_{part}") for part in ("Programme", "NumberTitle"))))


def _name(row: Row) -> str:
    """Return the name of a row, "" where the row is of something else."""
    parts = (known(row, f"NameAlias_{part}Name") for part in ("First", "Middle", "Last"))
    return " ".join((known(row, "NameAlias_WholeName") or " ".join(filter(None, parts))).split())


def _kind(row: Row) -> str | None:
    """Return the kind of an entry, which releases write as "P" or "person" in one column or the other."""
    cells = (row.get(column).casefold() for column in ("Entity_SubjectType_ClassificationCode", "Entity_SubjectType"))
    return next((KINDS[cell] for cell in cells if cell in KINDS), None)


def _day(row: Row, column: str) -> str | None:
    return day_of(row, column, FORMS, "a day (YYYY-MM-DD or DD/MM/YYYY)")
