"""`tiebook map`: drafts the declaration of a table that Tiebook does not know yet."""

from __future__ import annotations

from pathlib import Path

import click

from tiebook.cli.common import say


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option(
    "--type", "type_", required=True, metavar="TIE", help="The type of tie that a row makes (tiebook ask tie-types)."
)
@click.option("-o", "--output", type=click.Path(path_type=Path), metavar="FOLDER", help="Write FOLDER/source.toml.")
def command(file: Path, type_: str, output: Path | None) -> None:
    """Draft a source.toml for FILE: CSV, TSV, Excel, Parquet or JSON lines. Look it over, then load the folder."""
    from tiebook.errors import StorageFailed, UnknownName  # noqa: PLC0415
    from tiebook.model.codebook import codebook  # noqa: PLC0415
    from tiebook.sources.draft_declaration import draft  # noqa: PLC0415
    from tiebook.support.atomic_write import write_atomically  # noqa: PLC0415
    from tiebook.support.suggest import nearest  # noqa: PLC0415

    if type_ not in codebook().ties:
        raise UnknownName(f"--type: the codebook has no tie {type_!r}", hint=nearest(type_, codebook().ties))
    text = draft(file, type_, output)
    if output is None:
        click.echo(text, nl=False)
        return
    target = output / "source.toml"
    if target.exists():
        raise click.UsageError(f"{target} is there already")
    try:
        output.mkdir(parents=True, exist_ok=True)
        write_atomically(target, text)
    except OSError as error:
        raise StorageFailed(f"the declaration could not be written: {error.strerror}", where=str(target)) from None
    say(f"Wrote {target}. Look it over, then: tiebook load {output} {file}")
