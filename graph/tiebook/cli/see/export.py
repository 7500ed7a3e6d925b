"""`tiebook export`: the graph into the files of other tools."""

from __future__ import annotations

from pathlib import Path

import click

from tiebook.cli.common import database_option, opened, say


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--for", "form", metavar="FORMAT", help="The format, if the ending of FILE does not imply it.")
@click.option(
    "--full/--facts-only",
    default=None,
    help="The whole graph, or only ties between actors (default: depends on FORMAT).",
)
@click.option("--claims", is_flag=True, help="With facts only: also what is sought, feared, denied..., marked as such.")
@click.option("--with-reported", is_flag=True, help="With facts only: also ties that the author only reports.")
@click.option("--with-inferred", is_flag=True, help="With facts only: also ties that a coder inferred.")
@click.option("--source", metavar="SOURCE", help="Only this source.")
@database_option
def command(
    file: Path,
    form: str | None,
    full: bool | None,
    claims: bool,
    with_reported: bool,
    with_inferred: bool,
    source: str | None,
    db: str | None,
) -> None:
    """Write the graph to FILE, in the format that its ending implies.

    .graphml .gexf .json .csv .dl .net .ftm.jsonl .stix.json .cypher .jsonld .grass

    --for neo4j-admin writes a folder for Neo4j's import command, --for browser the stored questions as favourites. The command
    reports what a format drops, as does docs/exports.md. `tiebook load FILE` reads .graphml, .gexf, .json and .csv files
    written with --full, without loss.
    """
    from tiebook.ask.names import resolve  # noqa: PLC0415
    from tiebook.export import Options, export, format_for  # noqa: PLC0415
    from tiebook.view.style import constants  # noqa: PLC0415

    chosen = format_for(file, form)
    if chosen.scope == "none":
        written, _ = export(None, file, chosen, colours=constants())
        say(f"{', '.join(map(str, written.paths))}: {chosen.title}")
        return
    whole = chosen.is_full(full)
    if claims and not whole and not chosen.claims:
        raise click.UsageError(f"--claims: {chosen.name} has no way to mark what is not a fact")
    with opened(db, fill=True) as engine:
        wanted = resolve(engine, "source", source, "--source") if source is not None else None
        options = Options(wanted, whole, claims, with_reported, with_inferred)
        written, content = export(engine, file, chosen, options, constants())
    if whole:
        say(f"{_places(written.paths)}: {len(content.nodes):,} nodes and {len(content.edges):,} edges")
    else:
        say(f"{_places(written.paths)}: {len(content.actors):,} actors and {len(content.links()):,} edges")
        left = content.left_out()
        if left:
            say(f"Left out: {'; '.join(left)}.")
    if not chosen.drops.startswith("nothing") and not (whole and chosen.read_back):
        say(f"{chosen.title} drops: {chosen.drops}.")
    for note in written.notes:
        say(note)
    if written.command:
        click.echo(written.command)  # data: to be copied or run


def _places(paths: tuple[Path, ...]) -> str:
    few = 3
    return ", ".join(map(str, paths)) if len(paths) <= few else f"{paths[0].parent} ({len(paths)} files)"
