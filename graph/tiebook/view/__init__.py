"""The picture of a network: a page to explore it, and static pictures with the same geometry.

A `Network` is plain data; nothing here reads a database. Computed layouts are kept in the folder `cache`, if one is given.
"""

from __future__ import annotations

import html
from typing import TYPE_CHECKING, Any, Literal

from tiebook.view.drawing.relations import Show, how_much_is_drawn, usual
from tiebook.view.layout import ASPECT, TALL, WIDE, Positions, place, place_drawn, place_main
from tiebook.view.layoutfile import load_layout, save_layout
from tiebook.view.network import NetActor, NetSource, NetTie, Network, TieType, from_dict

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date
    from pathlib import Path

    from tiebook.view.drawing.picture import Picture as Drawing
    from tiebook.view.drawing.relations import Colour, Lines

__all__ = [
    "NetActor",
    "NetSource",
    "NetTie",
    "Network",
    "Positions",
    "Show",
    "TieType",
    "from_dict",
    "geometry",
    "how_much_is_drawn",
    "load_layout",
    "mimebundle",
    "page",
    "pdf",
    "place",
    "png",
    "save_layout",
    "svg",
    "usual",
]


def page(
    network: Network,
    *,
    layout: Mapping[str, tuple[float, float]] | None = None,
    cache: Path | None = None,
    theme: Literal["auto", "light", "dark"] = "auto",
    focus: str | None = None,
    depth: int = 1,
    as_of: date | None = None,
    every_actor: bool = False,
    lines: Lines = "auto",
    colour: Colour = "sign",
) -> str:
    """Return the interactive page as HTML text.

    layout -- positions to keep, px by actor id; the others are computed
    focus, depth -- open on the neighbourhood of the actor with this id, to 1, 2 or 3 steps
    as_of -- open on the ties that were certainly or possibly in force that day
    every_actor -- open on all actors, not on the main ones
    lines -- one for each relation ("each"), for each pair of actors ("pairs"), or "auto": pairs where each are too many
    colour -- what hue tells as it opens: the sign or the source
    """
    from tiebook.view.document import document  # noqa: PLC0415 -- each output is loaded only when asked for

    main = [place_main(network, given=layout, cache=cache, aspect=aspect) for aspect in (WIDE, TALL)]
    positions = place(network, given=layout, cache=cache)
    seen = usual(network, focus=focus, depth=depth, as_of=as_of, every_actor=every_actor, lines=lines, colour=colour)
    return document(network, positions, seen, main=main, theme=theme)


def svg(
    network: Network,
    *,
    layout: Mapping[str, tuple[float, float]] | None = None,
    cache: Path | None = None,
    theme: Literal["light", "dark", "print"] = "light",
    size: tuple[int, int] | None = None,
    show: Show | None = None,
    slim: bool = False,
    headed: bool = True,
) -> str:
    """Return the static picture as SVG text, with legend and caption.

    size -- width and height in px into which it is scaled; by default as large as its labels need
    slim -- higher than wide, and no wider than its labels need, as for a phone
    headed -- with its title and captions; without, only its `title` and `desc` have them, for a page to show
    show -- what is drawn: filters, date, focus and depth; by default what `usual` says

    Raises UnknownName if the focus is not an actor of the network.
    """
    from tiebook.view.drawing.static import render  # noqa: PLC0415

    drawing = geometry(network, layout=layout, cache=cache, show=show, slim=slim)
    return render(drawing, theme=theme, size=size, slim=slim, headed=headed)


def geometry(
    network: Network,
    *,
    layout: Mapping[str, tuple[float, float]] | None = None,
    cache: Path | None = None,
    show: Show | None = None,
    slim: bool = False,
) -> Drawing:
    """Return the geometry of the static picture, as `svg` draws it."""
    from tiebook.view.drawing.picture import draw  # noqa: PLC0415

    seen = show or usual(network)
    main, all_ = (TALL, TALL) if slim else (WIDE, ASPECT)
    positions = place_main(network, given=layout, cache=cache, aspect=main) if seen.main else {}
    return draw(network, positions or place_drawn(network, seen, given=layout, cache=cache, aspect=all_), seen)


def png(
    network: Network,
    *,
    layout: Mapping[str, tuple[float, float]] | None = None,
    cache: Path | None = None,
    theme: Literal["light", "dark", "print"] = "light",
    size: tuple[int, int] | None = None,
    show: Show | None = None,
    scale: float = 2.0,
) -> bytes:
    """Return the static picture as PNG, as `svg` does, with `scale` pixels to each px.

    Raises CannotDraw if the optional library resvg-py or a font is missing.
    """
    from tiebook.view import raster  # noqa: PLC0415

    return raster.png(svg(network, layout=layout, cache=cache, theme=theme, size=size, show=show), scale=scale)


def pdf(
    network: Network,
    *,
    layout: Mapping[str, tuple[float, float]] | None = None,
    cache: Path | None = None,
    theme: Literal["light", "dark", "print"] = "print",
    size: tuple[int, int] | None = None,
    show: Show | None = None,
) -> bytes:
    """Return the static picture as PDF, as `svg` does.

    Raises CannotDraw if the optional library typst or a font is missing.
    """
    from tiebook.view import raster  # noqa: PLC0415

    return raster.pdf(svg(network, layout=layout, cache=cache, theme=theme, size=size, show=show))


def mimebundle(
    network: Network,
    *,
    layout: Mapping[str, tuple[float, float]] | None = None,
    cache: Path | None = None,
    height: int = 760,
    focus: str | None = None,
    depth: int = 1,
    as_of: date | None = None,
    every_actor: bool = False,
    lines: Lines = "auto",
    colour: Colour = "sign",
) -> dict[str, str]:
    """Return what a notebook shows: the page in a sandboxed frame, the SVG where frames are not shown, and one line of text."""
    chosen: Any = {"focus": focus, "depth": depth, "as_of": as_of, "every_actor": every_actor, "lines": lines}
    made = page(network, layout=layout, cache=cache, colour=colour, **chosen)
    show = usual(network, colour=colour, **chosen)
    text = html.escape(made, quote=True)
    frame = (
        f'<iframe title="{html.escape(network.title)}" sandbox="allow-scripts allow-downloads" srcdoc="{text}" '
        f'width="100%" height="{height}" style="border:1px solid #d5dae0"></iframe>'
    )
    return {
        "text/html": frame,
        "image/svg+xml": svg(network, layout=layout, cache=cache, show=show),
        "text/plain": f"{network.title}: {len(network.actors)} actors, {len(network.ties)} ties",
    }
