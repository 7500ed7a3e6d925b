"""SIPRI: each order of the trade register is a SELLS_ARMS_TO tie, dated by its deliveries; TIV tables by dyad and year."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from tiebook.crosswalk.own_actors import group_of, slug
from tiebook.errors import BadSource
from tiebook.model.dates import Span, parse
from tiebook.sources.source_reader import MERGED, Skip, SourceReader
from tiebook.tables import Row
from tiebook.tables.cells import known, last_day, number, span

YEAR = re.compile(r"\d{4}")
COLUMN = re.compile(r"X?(\d{4})(?:\.0)?")  # a year, as R writes it too: X2019
# of the column of countries in a TIV table: as Tiebook names a blank one, and pandas and R do; or its role
NAMELESS = re.compile(
    r"column \d+|unnamed: ?\d+|x|\.\.\.?\d+|recipient|supplier|importer|exporter|country", re.IGNORECASE
)
TITLE = re.compile(r"TIV of arms (exports from|imports to) (.+?),? (\d{4})\s*[-\u2013\u2014]\s*(\d{4})", re.IGNORECASE)
GENERATED = re.compile(r"(?:Data generated|Generated): *(\d{1,2} \w+ \d{4})", re.IGNORECASE)
EVERYBODY = re.compile(
    r"TIV of arms (?:exports|imports) (?:to|from|of|by) all\b|(?:to|from) all (?:countries|recipients|suppliers)",
    re.IGNORECASE,
)
UNIT = "million TIV"


@dataclass(slots=True)
class _Deal:
    """What the yearly rows of one deal come to: years with `?` where they are estimates, numbers, and TIV delivered."""

    row: Row
    ordered: str | None
    years: dict[int, str] = field(default_factory=dict)
    number: float = 0.0
    value: float = 0.0


def read(reader: SourceReader) -> None:
    """Read the register, TIV tables, or both."""
    _coverage(reader)
    keys: Counter[str] = Counter()
    reader.each("register", lambda row: _order(reader, row, keys))
    _deals(reader)
    for path, lines in reader.preamble("tiv").items():
        _tiv(reader, path, "\n".join(lines))


def _coverage(reader: SourceReader) -> None:
    """Set the version from the day of the export, and the end of coverage from the last year of any delivery."""
    years = [int(year) for row in reader.peek("register") for year in YEAR.findall(row.get("Year(s) of delivery"))]
    years += [int(year) for row in reader.peek("deliveries") for year in YEAR.findall(row["Delivery year"])]
    lines = [
        line for kind in ("register", "deliveries", "tiv") for each in reader.preamble(kind).values() for line in each
    ]
    for line in lines:
        if title := TITLE.search(line):
            years.append(int(title[4]))
        if made := GENERATED.search(line):
            reader.version = max(filter(None, (_day(made[1]), reader.version)), default=None)
    if years:
        reader.covers_until = last_day(years)


def _day(text: str) -> str | None:
    for form in ("%d %b %Y", "%d %B %Y"):
        try:
            return datetime.strptime(text, form).date().isoformat()  # noqa: DTZ007 -- a day has no zone
        except ValueError:
            continue
    return None


def _order(reader: SourceReader, row: Row, keys: Counter[str]) -> str | None:
    if reader.is_repeated("register", row):
        return MERGED
    years = sorted({int(year) for year in YEAR.findall(row["Year(s) of delivery"])})
    order = YEAR.search(row["Year of order"])
    if order is None and not years:
        raise Skip("neither a year of order nor of delivery")
    doubt = _beside(row, "Number delivered")
    ordered = f"{order[0]}{_beside(row, 'Year of order')}" if order else None
    since, until = (f"{years[0]}{doubt}", f"{years[-1]}{doubt}") if years else (ordered, None)
    dates = [int(order[0])] if order else []
    on = span(f"{min([*years, *dates]):04d}", f"{max([*years, *dates]):04d}")
    supplier, recipient = _party(reader, row["Supplier"], on), _party(reader, row["Recipient"], on)
    weapon = f"{row['Weapon designation']} ({row['Weapon description']})"
    key = f"{slug(row['Supplier'])}/{slug(row['Recipient'])}/{order[0] if order else 'undated'}/{slug(weapon)}"
    keys[key] += 1
    delivered = number(row, "SIPRI TIV of delivered weapons")
    reader.tie(
        "SELLS_ARMS_TO",
        supplier,
        recipient,
        key if keys[key] == 1 else f"{key}/{keys[key]}",
        since=since,
        until=until,
        gloss=_gloss(row, weapon, ordered, years),
        value=delivered,
        unit=None if delivered is None else UNIT,
        item=weapon,
        ordered=ordered,
        years=[str(year) for year in years],
        mechanism=row["status"].lower() or None,
    )
    return None


def _beside(row: Row, column: str) -> str:
    """Return the question mark in the nameless column behind another; copies give it names of their own."""
    cells = iter(row.cells)
    for name in cells:
        if name == column:
            return "?" if row.get(next(cells, "")) == "?" else ""
    return ""


def _deals(reader: SourceReader) -> None:
    """Read the register with a row for each year of delivery: the rows of one deal are one tie."""
    deals: dict[tuple[str, ...], _Deal] = {}

    def delivery(row: Row) -> str | None:
        year = YEAR.search(row["Delivery year"])
        if year is None:
            raise Skip("no year of delivery")
        order = YEAR.search(row["Order date"])
        on = span(min(order[0], year[0]) if order else year[0], year[0])
        supplier, recipient = _party(reader, row["Supplier"], on), _party(reader, row["Recipient"], on)
        if reader.is_repeated("deliveries", row):
            return MERGED
        number_ = row["SIPRI AT Database ID"]
        key = (number_, supplier, recipient, row["Designation"], row["Description"])
        new = key not in deals
        deal = deals.setdefault(
            key, _Deal(row, f"{order[0]}{_doubt(row, 'Order date is estimate')}" if order else None)
        )
        deal.years[int(year[0])] = _doubt(row, "Delivery year is estimate")
        deal.number += number(row, "Numbers delivered") or 0
        deal.value += number(row, "TIV delivery values") or 0
        return None if new else MERGED

    reader.each("deliveries", delivery)
    keys: Counter[str] = Counter()
    for (number_, supplier, recipient, designation, description), deal in deals.items():
        keys[number_] += 1
        first, last = min(deal.years), max(deal.years)
        when = f"{first}-{last}" if first < last else str(first)
        weapon = f"{designation} ({description})"
        reader.tie(
            "SELLS_ARMS_TO",
            supplier,
            recipient,
            f"deal/{number_}" if keys[number_] == 1 else f"deal/{number_}/{keys[number_]}",
            since=f"{first}{deal.years[first]}",
            until=f"{last}{deal.years[last]}",
            gloss=f"{deal.row['Supplier']} delivered {deal.number:g} {weapon} to {deal.row['Recipient']}, {when}"
            f" (ordered {deal.ordered or 'in an unknown year'})",
            value=round(deal.value, 6),
            unit=UNIT,
            item=weapon,
            ordered=deal.ordered,
            years=[str(year) for year in sorted(deal.years)],
            mechanism=deal.row["Status"].lower() or None,
        )


def _doubt(row: Row, column: str) -> str:
    return "?" if row.get(column).lower() in {"yes", "true", "1"} else ""


def _party(reader: SourceReader, name: str, on: Span) -> str:
    """Return a supplier or recipient: a state, an organisation (marked **) or an armed group (marked *)."""
    plain = name.rstrip("*").strip()
    if plain.lower().startswith("unknown"):
        raise Skip("supplier or recipient is unknown to SIPRI")
    if name.endswith("*") and not name.endswith("**"):
        known = reader.resolver.known(plain, on)
        return known or reader.declare(group_of(plain, "as SIPRI names it"))
    return reader.named(plain, on)


def _of(reader: SourceReader, name: str, on: Span) -> str | None:
    """Return whose table a TIV table is, also where it ended before the table does; None for nobody, or nobody in particular."""
    plain = name.rstrip("*").strip()
    if name.endswith("*") and not name.endswith("**") and reader.resolver.known(plain, on) is None:
        return reader.declare(group_of(plain, "as SIPRI names it"))
    return next(filter(None, (reader.resolver.known(plain, day) for day in (on.latest, on, on.earliest, None))), None)


def _gloss(row: Row, weapon: str, ordered: str | None, years: list[int]) -> str:
    when = f"{years[0]}-{years[-1]}" if len(years) > 1 else str(years[0]) if years else ""
    came, asked = ((known(row, column) or "?").removesuffix(".0") for column in ("Number delivered", "Number ordered"))
    text = (
        f"{row['Supplier']} delivered {came} {weapon} to {row['Recipient']}, {when}"
        if years
        else f"{row['Recipient']} ordered {asked} {weapon} from {row['Supplier']}; no delivery identified"
    )
    note = " ".join((known(row, "Comments") or "").split())
    return f"{text} (ordered {ordered or 'in an unknown year'}){f'; {note}' if note else ''}"


def _named(row: Row) -> str:
    """Return whom a line of a TIV table is about: it stands in a column without a name, or one called after its role.

    A copy may have other columns before it: the numbers of its rows, or remarks.
    """
    columns = [column for column in row.cells if not COLUMN.fullmatch(column) and column.lower() != "total"]
    columns.sort(key=lambda column: NAMELESS.fullmatch(column) is None)
    return next((cell for column in columns if any(map(str.isalpha, cell := known(row, column) or ""))), "")


def _tiv(reader: SourceReader, path: Path, lines: str) -> None:
    title = TITLE.search(lines)
    partner = _of(reader, title[2], Span(parse(title[3]).earliest, parse(title[4]).latest)) if title else None
    nobody = title is not None and title[2].lower().startswith("unknown")
    if title is None or (partner is None and not nobody):
        if EVERYBODY.search(lines):
            raise BadSource(
                "this table has totals by country and does not say who sold to whom",
                where=str(path),
                hint="load the trade register, or the TIV table of one country",
            )
        first = next((line for line in lines.splitlines() if "TIV of arms" in line), "").strip(' ",;\t')
        named = f"not {title[2]}" if title else f"and its title says {first[:80]!r}"
        hint = 'SIPRI writes "TIV of arms exports from X, 1950-2020", or "imports to X"'
        raise BadSource(f"a TIV table must be of one country's exports or imports, {named}", where=str(path), hint=hint)
    exports = title[1].lower().startswith("exports")

    def country(row: Row) -> None:
        name = _named(row)
        if not name or name.lower().startswith("total"):
            raise Skip("a line of totals")
        columns = {found[1]: column for column in row.cells if (found := COLUMN.fullmatch(column))}
        if not columns:
            raise BadSource("no column of this table is called by a year", where=str(path))
        years = {year: column for year, column in columns.items() if known(row, column)}
        if not years:
            raise Skip("no transfers in these years")
        other = _party(reader, name, span(min(years), max(years)))
        if partner is None:
            raise Skip("supplier or recipient is unknown to SIPRI")
        supplier, recipient = (partner, other) if exports else (other, partner)
        for year, column in years.items():
            value = number(row, column)
            amount = "less than 0.5" if value == 0 else f"{value:g}" if value is not None else "?"
            reader.tie(
                "SELLS_ARMS_TO",
                supplier,
                recipient,
                f"tiv/{supplier}/{recipient}/{year}",
                since=year,
                until=year,
                gloss=f"Arms delivered in {year}: {amount} {UNIT} (SIPRI TIV table)",
                value=value,
                unit=UNIT,
                years=[year],
            )

    reader.each_of("tiv", path, country)
