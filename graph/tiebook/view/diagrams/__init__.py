"""Pictures of answers, drawn by their shape: layers of what limits whom, paths, timelines, ledgers, camps.

Each shape lays an answer out at a width, as plain shapes (`sheet`); they are written as SVG, or into a page that holds a wide and
a narrow one, with the receipts of every row below.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Final, Literal

from tiebook.view.diagrams.sheet import Sheet, Theme, render

if TYPE_CHECKING:
    from collections.abc import Callable

    from tiebook.view.diagrams.story import Story

Shape = Literal["layers", "path", "timeline", "ledger", "camps"]
WIDE: Final = 960.0  # px
SLIM: Final = 354.0  # px; of a phone


def lay_out(story: Story, shape: Shape, width: float = WIDE) -> Sheet:
    """Return an answer drawn in its shape, `width` px wide."""
    module = import_module(f"tiebook.view.diagrams.{shape}")  # only the shape that is drawn is loaded
    draw: Callable[[Story, float], Sheet] = getattr(module, shape)
    return draw(story, width)


def svg(story: Story, shape: Shape, *, theme: Theme = "light", width: float = WIDE) -> str:
    """Return the picture of an answer as SVG: the question is its title, the counts are its subtitle."""
    sheet = lay_out(story, shape, width)
    return render(sheet, title=story.heading, subtitle=story.counts, notes=(*story.also, *story.notes), theme=theme)


def png(story: Story, shape: Shape, *, theme: Theme = "light", scale: float = 2.0) -> bytes:
    """Return the picture as PNG.

    Raises CannotDraw if the optional library resvg-py or a font is missing.
    """
    from tiebook.view import raster  # noqa: PLC0415

    return raster.png(svg(story, shape, theme=theme), scale=scale)


def pdf(story: Story, shape: Shape, *, theme: Theme = "print") -> bytes:
    """Return the picture as PDF.

    Raises CannotDraw if the optional library typst or a font is missing.
    """
    from tiebook.view import raster  # noqa: PLC0415

    return raster.pdf(svg(story, shape, theme=theme))
