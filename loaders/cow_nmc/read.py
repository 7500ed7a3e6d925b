"""COW NMC: each indicator of a state in a year is a MEASURED_AS tie to the indicator; -9 is missing, not a value."""

from __future__ import annotations

from tiebook.load.cells import code, last_day, number, whole
from tiebook.load.desk import Desk, Skip
from tiebook.model.dates import parse
from tiebook.model.records import Entity
from tiebook.tables import Row

INDICATORS = {  # column: (name, unit)
    "milex": ("Military expenditure (COW NMC)", "thousand current US dollars (pounds before 1914)"),
    "milper": ("Military personnel (COW NMC)", "thousands"),
    "irst": ("Iron and steel production (COW NMC)", "thousand tons"),
    "pec": ("Primary energy consumption (COW NMC)", "thousand tons of coal"),
    "tpop": ("Total population (COW NMC)", "thousands"),
    "upop": ("Urban population (COW NMC)", "thousands"),
    "cinc": ("Composite index of national capability (COW NMC)", "share of the system"),
}


def read(desk: Desk) -> None:
    """Read the abridged file."""
    last = 0
    desk.version = next((row.get("version") for row in desk.peek("years")), "") or desk.version

    def take(row: Row) -> None:
        nonlocal last
        last = max(last, whole(row, "year"))
        _year(desk, row)

    desk.each("years", take)
    if last:
        desk.covers_until = last_day([last])


def _year(desk: Desk, row: Row) -> None:
    year = whole(row, "year")
    state = desk.coded("cow", code(row, "ccode"), parse(str(year)))
    values = {column: number(row, column) for column in INDICATORS}
    if not any(value is not None for value in values.values()):
        raise Skip("every value is missing (-9)")
    for column, value in values.items():
        if value is None:
            continue
        name, unit = INDICATORS[column]
        issue = desk.declare(Entity("Issue", f"cow-nmc-{column}", name, "issue"))
        desk.tie(
            "MEASURED_AS",
            state,
            issue,
            f"{code(row, 'ccode')}/{year}/{column}",
            since=str(year),
            until=str(year),
            gloss=f"{desk.name_of(state)}, {year}: {value:g} {unit}",
            value=value,
            unit=unit,
        )
