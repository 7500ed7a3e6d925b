"""A made data set of arms sales and agreements between states, from a seed: as many ties as wanted, in several editions."""

from __future__ import annotations

import csv
import random
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

CODES: Final = (
    "USA CAN MEX BRA ARG CHL PER COL GBR IRL FRA DEU POL ITA ESP PRT NLD BEL SWE NOR FIN DNK AUT HUN GRC TUR RUS UKR EGY SAU"
    " IRN IRQ ISR JOR IND PAK CHN JPN KOR VNM THA IDN MYS PHL AUS NZL ZAF NGA KEN ETH"
).split()

_DECLARATION: Final = """\
id = "{name}"
name = "Made ties ({name})"
title = "Made sales and agreements"
citation = "Made for the tests of Tiebook."
licence = "CC0"
universe = "Whatever a seed gives."
{version}covers_since = 1950-01-01
covers_until = 2024-12-31
ties = ["SELLS_ARMS_TO", "AGREES_WITH"]

[[file]]
name = "sales"
what = "the made sales"
required = ["sale", "supplier", "recipient", "year", "amount"]

[[file]]
name = "pacts"
what = "the made agreements"
required = ["pact", "one", "two", "signed"]

[[tie]]
file = "sales"
type = "SELLS_ARMS_TO"
from = {{column = "supplier", system = "iso3"}}
to = {{column = "recipient", system = "iso3"}}
record = ["sale"]
since = "year"
value = "amount"
unit = "USD"
gloss = "{{supplier}} sells {{recipient}} arms worth {{amount}}"

[[tie]]
file = "pacts"
type = "AGREES_WITH"
from = {{column = "one", system = "iso3"}}
to = {{column = "two", system = "iso3"}}
record = ["pact"]
since = "signed"
gloss = "{{one}} and {{two}} agree"
"""


@dataclass(frozen=True, slots=True)
class Made:
    """One edition of the data set: what comes after `tiebook load`."""

    folder: Path
    sales: Path
    pacts: Path

    @property
    def load(self) -> tuple[str, ...]:
        """The arguments that load it."""
        return ("load", str(self.folder), str(self.sales), str(self.pacts))


def make(
    folder: Path, ties: int, edition: int = 0, *, name: str = "made", version: str | None = None, seed: int = 1
) -> Made:
    """Write an edition of `ties` ties below `folder`.

    Against edition 0 each later one has a tenth of the ties changed, a tenth gone and a tenth new. With a version, loading
    another edition is a new release, else a changed file.
    """
    source = folder / f"edition{edition}{f'-{version}' if version else ''}-{name}" / name
    source.mkdir(parents=True)
    said = f'version = "{version}"\n' if version else ""
    (source / "source.toml").write_text(_DECLARATION.format(version=said, name=name), "utf-8")
    made = Made(source, source.parent / "sales.csv", source.parent / "pacts.csv")
    random_ = random.Random(seed)
    pairs = [random_.sample(CODES, 2) for _ in range(ties)]
    rows = [(number, one, two) for number, (one, two) in enumerate(pairs)]
    sales = rows[: ties * 3 // 4]
    _write(made.sales, ("sale", "supplier", "recipient", "year", "amount"), _sales(sales, edition))
    _write(made.pacts, ("pact", "one", "two", "signed"), _pacts(rows[len(sales) :], edition))
    return made


def _edited(rows: list[tuple[int, str, str]], edition: int) -> Iterator[tuple[int, str, str, bool]]:
    """Return each row of an edition, and whether it is changed."""
    for number, one, two in rows:
        turn = (number + edition) % 10
        if edition and turn == 0:
            yield number + 10_000_000 * edition, two, one, False  # the old one is gone, this one new
        else:
            yield number, one, two, edition > 0 and turn == 1


def _sales(rows: list[tuple[int, str, str]], edition: int) -> Iterator[tuple[object, ...]]:
    for number, one, two, changed in _edited(rows, edition):
        yield f"S{number}", one, two, 1950 + number % 70, number * 10 + edition if changed else number * 10


def _pacts(rows: list[tuple[int, str, str]], edition: int) -> Iterator[tuple[object, ...]]:
    for number, one, two, changed in _edited(rows, edition):
        yield f"P{number}", one, two, f"{1950 + (number + (edition if changed else 0)) % 70}-0{1 + number % 9}-11"


def _write(path: Path, header: tuple[str, ...], rows: Iterator[tuple[object, ...]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(header)
        writer.writerows(rows)
