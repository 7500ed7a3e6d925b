"""COW NMC: each indicator of a state in a year is a MEASURED_AS tie to the indicator; -9 is missing, not a value."""

from __future__ import annotations

from tiebook.model.dates import parse
from tiebook.model.records import Entity
from tiebook.sources.source_reader import Skip, SourceReader
from tiebook.tables import Row
from tiebook.tables.cells import code, last_day, number, whole

INDICATORS = {  # column: (name, unit)
    "milex": ("Military expenditure (COW NMC)", "thousand current US dollars (pounds before 1914)"),
    "milper": ("Military personnel (COW NMC)", "thousands"),
    "irst": ("Iron and steel production (COW NMC)", "thousand tons"),
    "pec": ("Primary energy consumption (COW NMC)", "thousand tons of coal"),
    "tpop": ("Total population (COW NMC)", "thousands"),
    "upop": ("Urban population (COW NMC)", "thousands"),
    "cinc": ("Composite index of national capability (COW NMC)", "share of the system"),
}


def read(reader: SourceReader) -> None:
    """Read the abridged file."""
    last = 0
    reader.version = next((row.get("version") for row in reader.peek("years")), "") or reader.version

    def take(row: Row) -> None:
        nonlocal last
        last = max(last, whole(row, "year"))
        _year(reader, row)

    reader.each("years", take)
    if last:
        reader.covers_until = last_day([last])


def _year(reader: SourceReader, row: Row) -> None:
    year = whole(row, "year")
    state = reader.coded("cow", code(row, "ccode"), parse(str(year)))
    values = {column: number(row, column) for column in INDICATORS}
    if not any(value is not None for value in values.values()):
        raise Skip("every value is missing (-9)")
    for column, value in values.items():
        if value is None:
            continue
        name, unit = INDICATORS[column]
        issue = reader.declare(Entity("Issue", f"cow-nmc-{column}", name, "issue"))
        reader.tie(
            "MEASURED_AS",
            state,
            issue,
            f"{code(row, 'ccode')}/{year}/{column}",
            since=str(year),
            until=str(year),
            gloss=f"{reader.name_of(state)}, {year}: {value:g} {unit}",
            value=value,
            unit=unit,
        )
