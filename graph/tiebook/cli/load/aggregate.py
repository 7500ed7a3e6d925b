"""`tiebook aggregate`: aggregates event files by month, before they are loaded."""

from __future__ import annotations

from pathlib import Path

import click

from tiebook.cli.common import say


@click.command()
@click.argument("output", type=click.Path(path_type=Path))
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option(
    "--memory", metavar="SIZE", help="DuckDB's memory limit, such as 4GB (default: four fifths of the machine's)."
)
@click.option(
    "--scratch",
    type=click.Path(path_type=Path),
    metavar="FOLDER",
    help="Where to put what does not fit in memory (default: next to OUTPUT).",
)
def command(output: Path, files: tuple[Path, ...], memory: str | None, scratch: Path | None) -> None:
    """Aggregate GDELT's event FILES into OUTPUT (.csv or .parquet): a row for each pair of actors, month and type of tie.

    The files may be unpacked, .gz or Parquet. Then: tiebook load gdelt OUTPUT
    """
    from tiebook.events.monthly import aggregate  # noqa: PLC0415 -- what a command needs, where it runs

    counts = aggregate(output, files, memory=memory, scratch=scratch)
    ties, events, read = counts.pop("ties"), counts.pop("events"), counts.pop("read")
    say(f"{read:,} records read; {events:,} events in {ties:,} ties in {output}")
    for reason, number in counts.most_common():
        say(f"  skipped {number:,}: {reason}")
