"""Made-up event files like GDELT's, of any length, the same for the same number of rows: DuckDB writes them.

What matters to an aggregation is there: a few countries with most events, events with one side, regions and known groups,
events that are reported again, twins the other way round, and events dated long before they were added. Nothing is true.
"""

from __future__ import annotations

from pathlib import Path
from typing import Final

import duckdb

from tiebook.crosswalk import crosswalk
from tiebook.sources.declaration import declaration_of, find_dataset

FIRST: Final = "2015-02-18"
CODES: Final = (
    *("010", "020", "036", "040", "042", "043", "046", "051", "057", "061", "070", "0841", "090", "111", "112", "113"),
    *("120", "130", "138", "141", "154", "163", "1712", "172", "173", "190", "193", "1951", "2042"),
)
LARGE: Final = ("USA", "RUS", "CHN", "ISR", "GBR", "IRN", "SYR", "TUR", "UKR", "IND", "PAK", "FRA", "DEU", "JPN", "SAU")
ROLES: Final = ("", "", "GOV", "MIL", "BUS", "OPP")
GROUPS: Final = ("UNO", "NAT", "EEC", "TAL", "ZZZ")  # the last is nobody's
REGIONS: Final = ("EUR", "AFR", "MEA", "SAS")

_EVENTS: Final = """
SELECT i, added, strftime(added, '%Y%m%d') || lpad((hash(i, 9) % 24)::VARCHAR, 2, '0') || '0000' AS stamp,
  added - (CASE WHEN hash(i, 2) % 100 < 4 THEN 365 WHEN hash(i, 2) % 100 < 10 THEN 1 + hash(i, 3) % 7 ELSE 0 END)::INT AS day,
  codes[1 + (len(codes) * pow(u(same, 4), 1.3))::INT % len(codes)] AS code,
  CASE WHEN twin THEN two ELSE one END AS one, CASE WHEN twin THEN one ELSE two END AS two
FROM (
  SELECT *, side(same, 10) AS one, side(same, 20) AS two
  FROM (
    SELECT i, (date '{first}' + (i * {days} // {rows})::INT)::DATE AS added, i > 0 AND hash(i, 1) % 12 = 0 AS twin,
      CASE WHEN i > 0 AND hash(i, 1) % 12 = 0 THEN i - 1 ELSE i END AS same, {codes} AS codes
    FROM range({begin}, {end}) AS numbers(i)
  )
)
"""
_COLUMNS: Final = {
    "GLOBALEVENTID": "400000000 + i",
    "SQLDATE": "strftime(day, '%Y%m%d')",
    "MonthYear": "strftime(day, '%Y%m')",
    "Year": "year(day)",
    "FractionDate": "round(year(day) + dayofyear(day) / 366, 4)",
    **{f"Actor{n}Code": f"{side}.country || {side}.party || {side}.role" for n, side in ((1, "one"), (2, "two"))},
    **{f"Actor{n}Name": f"upper({side}.country || ' ' || {side}.role)" for n, side in ((1, "one"), (2, "two"))},
    **{f"Actor{n}CountryCode": f"{side}.country" for n, side in ((1, "one"), (2, "two"))},
    **{f"Actor{n}KnownGroupCode": f"{side}.party" for n, side in ((1, "one"), (2, "two"))},
    "IsRootEvent": "i % 2",
    "EventCode": "code",
    "EventBaseCode": "code[:3]",
    "EventRootCode": "code[:2]",
    "QuadClass": "1 + hash(code) % 4",
    "GoldsteinScale": "((hash(code) % 201)::INT - 100) / 10",
    "NumMentions": "1 + hash(i, 5) % 10",
    "NumSources": "1",
    "NumArticles": "1 + hash(i, 5) % 10",
    "AvgTone": "round(u(i, 6) * 20 - 10, 6)",
    "ActionGeo_FullName": "'Made-up place ' || (hash(i, 7) % 5000)",
    "ActionGeo_Lat": "round(u(i, 8) * 180 - 90, 4)",
    "ActionGeo_Long": "round(u(i, 9) * 360 - 180, 4)",
    "DATEADDED": "stamp",
    "SOURCEURL": "'https://news.example/' || strftime(added, '%Y/%m/%d/') || 'a-story-of-the-day-' || (i // 3) || '.html'",
}


def write_events(path: Path, rows: int, *, begin: int = 0, end: int | None = None, days: int = 3650) -> Path:
    """Write the events from `begin` to `end` of so many `rows` over so many days: as published, or as Parquet by the ending.

    Parquet has only the columns that are filled, as in an export from a column store.
    """
    connection = duckdb.connect()
    codes = sorted({code.value for actor in crosswalk().actors.values() for code in actor.codes.get("cameo", ())})
    countries = [*LARGE, *(code for code in codes if code not in {*LARGE, *GROUPS})]
    connection.execute("CREATE MACRO u(n, k) AS hash(n, k) / 18446744073709551616.0")
    connection.execute(
        f"""CREATE MACRO side(n, k) AS {{
          'country': CASE WHEN hash(n, k) % 100 < 28 THEN '' WHEN hash(n, k) % 100 < 31
            THEN {_list(REGIONS)}[1 + (hash(n, k + 1) % {len(REGIONS)})::INT]
            ELSE {_list(countries)}[1 + floor({len(countries)} * pow(u(n, k + 2), 3))::INT] END,
          'party': CASE WHEN hash(n, k + 3) % 100 < 4 THEN {_list(GROUPS)}[1 + (hash(n, k + 4) % {len(GROUPS)})::INT] ELSE '' END,
          'role': {_list(ROLES)}[1 + (hash(n, k + 5) % {len(ROLES)})::INT]}}"""
    )
    events = _EVENTS.format(
        first=FIRST, days=days, rows=rows, begin=begin, end=rows if end is None else end, codes=_list(CODES)
    )
    names = next(kind.header for kind in declaration_of(find_dataset("gdelt")).file if kind.name == "events_2")
    if path.suffix == ".parquet":
        chosen = ", ".join(f"{value} AS {name}" for name, value in _COLUMNS.items())
        form = "FORMAT parquet"
    else:
        chosen = ", ".join(f"{_COLUMNS.get(name, 'NULL')} AS {name}" for name in names)
        form = "FORMAT csv, DELIMITER '\t', HEADER false, QUOTE '', ESCAPE ''"
    connection.execute(f"COPY (SELECT {chosen} FROM ({events}) ORDER BY stamp, i) TO '{path}' ({form})")  # noqa: S608
    connection.close()
    return path


def _list(values: tuple[str, ...] | list[str]) -> str:
    return "[" + ", ".join(f"'{value}'" for value in values) + "]"
