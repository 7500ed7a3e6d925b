"""Aggregates GDELT's events before they are loaded, with DuckDB: a table with a row for each pair of actors, month and type.

    tiebook aggregate OUT.csv FILES...      then: tiebook load gdelt OUT.csv

The rules are those of `tiebook load gdelt` itself (loaders/gdelt/read.py, events.py), for more events than one process in
Python should read: hundreds of millions, within the memory that is given. Files are read as published (unpacked, or .gz), or
as Parquet with GDELT's names of columns. Needs the library duckdb (MIT).
"""

from __future__ import annotations

import gzip
import re
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Final

from tiebook.crosswalk import Resolver, crosswalk
from tiebook.crosswalk.decisions import Decisions, decisions_file
from tiebook.crosswalk.table import Dated
from tiebook.errors import BadSource, UsageError
from tiebook.events import gdelt
from tiebook.events.cameo import plain_code, tie_of
from tiebook.events.monthly_sql import COUNTS, MONTH, READ, REPEATED, RESULT, SOURCE, UNTYPED
from tiebook.sources.declaration import declaration_of, find_dataset
from tiebook.tables.cells import MISSING

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

NUMBERS: Final = {"GLOBALEVENTID": "BIGINT", "SQLDATE": "INTEGER", "DATEADDED": "BIGINT", "GoldsteinScale": "DOUBLE"}
_SIZE: Final = re.compile(r"\d+(?:\.\d+)?\s*[KMGT]i?B", re.IGNORECASE | re.ASCII)
BATCH: Final = 1 << 29  # bytes of files that are read at a time


def aggregate(
    out: Path, files: Sequence[Path], *, memory: str | None = None, scratch: Path | None = None
) -> Counter[str]:
    """Write the monthly table (CSV, or Parquet by its ending).

    Gives what became of the records: how many were read, the ties, the events in them, and those left out by reason.

    memory -- what DuckDB may hold, such as "4GB"; what is beyond goes to `scratch`, beside the output unless named

    Raises BadSource for a file that is none of GDELT's, and where duckdb is not installed; UsageError for another `memory`.
    """
    try:
        import duckdb  # noqa: PLC0415 -- optional, only here
    except ImportError:
        raise BadSource("aggregating events needs the library duckdb", hint="pip install duckdb") from None
    if memory is not None and not _SIZE.fullmatch(memory):
        raise UsageError(f"--memory: {memory!r} is not a size", hint="such as 4GB or 500MB")
    counts: Counter[str] = Counter()
    with tempfile.TemporaryDirectory(dir=scratch or out.parent, prefix=".monthly-") as folder:
        connection = duckdb.connect(str(Path(folder) / "reports.duckdb"))
        try:
            if memory:
                connection.execute(f"SET memory_limit = '{memory}'")
            _look_ups(connection)
            for batch in _batches(files):
                _read(connection, batch, counts)
            months = connection.execute("SELECT DISTINCT month FROM reports ORDER BY month").fetchall()
            for (month,) in months:
                connection.execute(MONTH, {"month": month})
            ties, events, without = connection.execute(COUNTS).fetchall()[0]
            passed = counts["read"] - sum(number for what, number in counts.items() if what != "read")
            counts.update({"ties": ties, "events": events, UNTYPED: without, REPEATED: passed - events - without})
            form = "FORMAT parquet" if out.suffix == ".parquet" else "FORMAT csv, HEADER"
            connection.execute(f"COPY ({RESULT}) TO '{_quoted(out)}' ({form})")
        except duckdb.Error as error:
            raise BadSource(str(error).strip().splitlines()[0], hint="are these GDELT event files, unpacked?") from None
        finally:
            connection.close()
    return counts


def _look_ups(connection: DuckDBPyConnection) -> None:
    """Make the tables that the rules need: what codes mean on which day, which types, which are not states."""
    numbers = {actor: number for number, actor in enumerate(crosswalk().actors)}
    _table(connection, "ids(number USMALLINT, id VARCHAR)", ((number, actor) for actor, number in numbers.items()))
    meanings = ((known, code, since, until, numbers[actor]) for known, code, since, until, actor in _meanings())
    _table(connection, "actors(known VARCHAR, code VARCHAR, since DATE, until DATE, actor USMALLINT)", meanings)
    _table(connection, "regions(code VARCHAR)", ((code,) for code in sorted(gdelt.REGIONS)))
    _table(connection, "missing(text VARCHAR)", ((text,) for text in sorted(MISSING)))
    _table(connection, "codes(given VARCHAR, plain VARCHAR, type VARCHAR, mutual BOOLEAN)", _codes())
    connection.execute("CREATE TABLE days(added DATE PRIMARY KEY)")
    connection.execute(
        "CREATE TABLE reports(month DATE, event BIGINT, day DATE, stamp BIGINT, score DOUBLE, one USMALLINT, two USMALLINT,"
        " type VARCHAR, report UBIGINT, twin UBIGINT)"
    )
    connection.execute(
        "CREATE TABLE ties(month DATE, one USMALLINT, two USMALLINT, type VARCHAR, first DATE, last DATE, events BIGINT,"
        " total BIGINT, mean DOUBLE, records VARCHAR)"
    )


def _codes() -> Iterator[tuple[str, str, str | None, bool]]:
    """Return every text of one to four digits: the CAMEO code that it is, and the type of tie that it makes."""
    for width in range(1, 5):
        for number in range(10**width):
            given = f"{number:0{width}d}"
            code = plain_code(given)
            tie = tie_of(code)
            yield given, code, tie.name if tie else None, tie is not None and tie.symmetric


def _meanings() -> Iterator[tuple[str, str, date, date, str]]:
    """Return (group or country, code, first day, last day, actor), cut where a code passes from one actor to another."""
    source = declaration_of(find_dataset("gdelt"))
    own = {**source.names, **Decisions(decisions_file()).of(source.id)}
    resolver = Resolver(crosswalk(), source.names, Decisions(decisions_file()).of(source.id))
    used: dict[str, list[Dated]] = {text.removeprefix("cameo:"): [] for text in own if text.startswith("cameo:")}
    for actor in crosswalk().actors.values():
        for code in actor.codes.get("cameo", ()):
            used.setdefault(code.value, []).extend((code, actor.exists))
    for text, spells in used.items():
        cuts = {date.min, *(spell.since for spell in spells)}
        cuts |= {spell.until + timedelta(days=1) for spell in spells if spell.until < date.max}
        begins = sorted(cuts)
        for since, after in zip(begins, [*begins[1:], None], strict=True):
            until = after - timedelta(days=1) if after else date.max
            for known, found in (
                ("group", crosswalk().by_code("cameo", text, since)),
                ("country", resolver.code("cameo", text, since)),
            ):
                if found:
                    yield known, text, since, until, found


def _read(connection: DuckDBPyConnection, files: Sequence[Path], counts: Counter[str]) -> None:
    """Read a batch of files of one layout: what passes goes into `reports`, the rest is counted."""
    columns = _layout(files[0])
    paths = f"[{', '.join(repr(_quoted(path)) for path in files)}]"
    if columns is None:
        table = f"read_parquet({paths})"
    else:
        types = ", ".join(f"'{name}': '{NUMBERS.get(name, 'VARCHAR')}'" for name in columns)
        table = f"read_csv({paths}, delim='\\t', quote='', escape='', header=false, columns={{{types}}})"
    story = "SOURCEURL" if columns is None or "SOURCEURL" in columns else "NULL"
    source = SOURCE.format(table=table, story=story)
    connection.execute(f"CREATE OR REPLACE TEMP TABLE batch AS {READ.format(source=source)}")
    for reason, number in connection.execute("SELECT skipped, count(*) FROM batch GROUP BY skipped").fetchall():
        counts["read"] += number
        if reason is not None:
            counts[reason] += number
    connection.execute("INSERT OR IGNORE INTO days SELECT DISTINCT added FROM batch")
    connection.execute(
        "INSERT INTO reports SELECT date_trunc('month', day)::DATE, event, day, stamp, score, one, two, type, report, twin"
        " FROM batch WHERE skipped IS NULL"
    )
    connection.execute("DROP TABLE batch")


def _layout(path: Path) -> tuple[str, ...] | None:
    """Return the columns of a file by their number; None for Parquet, which names them itself.

    Raises BadSource.
    """
    if path.suffix == ".parquet":
        return None
    try:
        with gzip.open(path, "rb") if path.suffix == ".gz" else path.open("rb") as lines:
            width = lines.readline().count(b"\t") + 1
    except OSError as error:
        raise BadSource(f"cannot be read: {error.strerror or error}", where=str(path)) from None
    kinds = {
        len(kind.header): kind.header
        for kind in declaration_of(find_dataset("gdelt")).file
        if kind.header and not kind.instead
    }
    if width not in kinds:
        wanted = ", ".join(map(str, sorted(kinds)))
        raise BadSource(
            f"its first line has {width} columns, GDELT's files have {wanted}", where=str(path), hint="unpack it?"
        )
    return kinds[width]


def _batches(files: Iterable[Path]) -> Iterator[list[Path]]:
    """Return files of one layout together, up to BATCH bytes at a time."""
    batch: list[Path] = []
    size, layout = 0, None
    for path in sorted(files, key=lambda path: path.name):
        mine = _layout(path)
        if batch and (mine != layout or size > BATCH):
            yield batch
            batch, size = [], 0
        batch.append(path)
        layout = mine
        size += path.stat().st_size
    if batch:
        yield batch


def _table(connection: DuckDBPyConnection, what: str, rows: Iterable[tuple[object, ...]]) -> None:
    import pandas as pd  # noqa: PLC0415 -- executemany takes a second for a thousand rows

    connection.execute(f"CREATE TABLE {what}")
    frame = pd.DataFrame(list(rows))
    connection.register("given", frame)
    connection.execute(f"INSERT INTO {what.partition('(')[0]} SELECT * FROM given")  # noqa: S608 -- our own names
    connection.unregister("given")


def _quoted(path: Path) -> str:
    return str(path.resolve()).replace("'", "''")
