"""`tiebook view`: the network as a page, or as a picture for print."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import click

from tiebook.cli.common import database_option, opened, say

if TYPE_CHECKING:
    from tiebook.ask import Answer
    from tiebook.engine.base import Engine
    from tiebook.questions import Question
    from tiebook.view import Network
    from tiebook.view.drawing.relations import Colour, Lines
    from tiebook.view.notebook import Theme

_FORMATS = (".html", ".svg", ".png", ".pdf")
_SIZE: Final = re.compile("([1-9][0-9]{0,9})x([1-9][0-9]{0,9})", re.ASCII)
_LARGEST: Final = 16_000  # px; a square of them takes 1 GiB, and the library ends the process where there is none


@click.command()
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    default="network.html",
    show_default=True,
    help=f"{' '.join(_FORMATS)}",
)
@click.option("--focus", metavar="ACTOR", help="Only the neighbourhood of this actor.")
@click.option(
    "--depth", type=click.IntRange(1, 3), default=1, show_default=True, help="How many steps around the focus."
)
@click.option("--as-of", metavar="DATE", help="Only what certainly or possibly was in force on this day.")
@click.option("--source", metavar="SOURCE", help="Only this source.")
@click.option("--all-actors", is_flag=True, help="Show all actors, not only the main ones.")
@click.option("--each-tie", is_flag=True, help="Draw a line for each tie, not one for each pair of actors.")
@click.option(
    "--colour",
    type=click.Choice(["sign", "source"]),
    default="sign",
    show_default=True,
    help="What colours mean: whether a tie is cooperative or hostile, or which source has it.",
)
@click.option("--layout", type=click.Path(path_type=Path), help="A file of positions that the page saved.")
@click.option("--theme", type=click.Choice(["auto", "light", "dark", "print"]), default="auto", show_default=True)
@click.option("--size", metavar="WIDTHxHEIGHT", help="Size of a static picture, in px.")
@database_option
def command(
    output: Path,
    focus: str | None,
    depth: int,
    as_of: str | None,
    source: str | None,
    all_actors: bool,
    each_tie: bool,
    colour: Colour,
    layout: Path | None,
    theme: Theme,
    size: str | None,
    db: str | None,
) -> None:
    """Draw the network: a page to explore (.html, a single file), or a picture (.svg, .png, .pdf)."""
    from tiebook.ask.names import resolve  # noqa: PLC0415
    from tiebook.view.collect import collect  # noqa: PLC0415

    _check_ending(output)
    with opened(db, fill=True) as engine:
        wanted = resolve(engine, "source", source, "--source") if source is not None else None
        centre = resolve(engine, "actor", focus, "--focus") if focus is not None else None
        network = collect(engine, source=wanted)
    if centre and all(actor.id != centre for actor in network.actors):
        raise click.UsageError(f"--focus {focus}: it has no tie to another actor in what is drawn")
    seen: Any = {"focus": centre, "depth": depth, "every_actor": all_actors, "lines": "each" if each_tie else "auto"}
    write_picture(network, output, as_of=as_of, layout=layout, theme=theme, size=size, colour=colour, **seen)


def write_picture(
    network: Network,
    output: Path,
    *,
    focus: str | None = None,
    depth: int = 1,
    as_of: str | None = None,
    layout: Path | None = None,
    theme: Theme = "auto",
    size: str | None = None,
    every_actor: bool = False,
    lines: Lines = "auto",
    colour: Colour = "sign",
) -> None:
    """Write a network to a file whose ending names the format."""
    from tiebook import view  # noqa: PLC0415
    from tiebook.ask.parameters import a_date  # noqa: PLC0415
    from tiebook.view.notebook import Picture  # noqa: PLC0415

    _check_ending(output)
    day = a_date(as_of, "--as-of") if as_of is not None else None
    measured = _size(size)
    positions = view.load_layout(layout) if layout else None
    drawn = Picture(network, focus, depth, day, every_actor, lines, positions, colour)
    drawn.save(output, theme=theme, size=measured)
    say(f"{output}: {drawn.counts}")


def draw_answer(engine: Engine, question: Question, answer: Answer, output: Path) -> None:
    """Write the picture of an answer in the shape of its question, and say on standard error what was drawn."""
    from tiebook.pictures import AnswerPicture, picture  # noqa: PLC0415

    _check_ending(output)
    drawn = picture(engine, answer, question.shape)
    if isinstance(drawn, AnswerPicture):
        drawn.save(output)
        say(f"{output}: {drawn.story.counts}, drawn as {drawn.shape}")
    else:
        write_picture(drawn.network, output)


def _check_ending(output: Path) -> None:
    if output.suffix not in _FORMATS:
        raise click.UsageError(f"{output}: write to one of {', '.join(_FORMATS)}")


def _size(text: str | None) -> tuple[int, int] | None:
    if text is None:
        return None
    found = _SIZE.fullmatch(text)
    if found is None:
        raise click.UsageError(f"--size {text}: write it as 1600x1000")
    width, height = int(found[1]), int(found[2])
    if max(width, height) > _LARGEST:
        raise click.UsageError(f"--size {text}: a picture has at most {_LARGEST:,} px on a side")
    return width, height
