"""The picture of a network: a page to explore it, and static pictures with the same geometry.

A `Network` is plain data; nothing here reads a database. Computed layouts are kept in the folder `cache`, if one is given.
"""

from __future__ import annotations

import html
from typing import TYPE_CHECKING, Literal

from tiebook.view.layout import Positions, place
from tiebook.view.layoutfile import load_layout, save_layout
from tiebook.view.network import NetActor, NetSource, NetTie, Network, TieType, from_dict
from tiebook.view.relations import Show, usual

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date
    from pathlib import Path

__all__ = [
    "NetActor",
    "NetSource",
    "NetTie",
    "Network",
    "Positions",
    "Show",
    "TieType",
    "from_dict",
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
) -> str:
    """Return the interactive page as HTML text.

    layout -- positions to keep, px by actor id; the others are computed
    focus, depth -- open on the neighbourhood of the actor with this id, to 1, 2 or 3 steps
    as_of -- open on the ties that were certainly or possibly in force that day
    """
    from tiebook.view.document import document  # noqa: PLC0415 -- each output is loaded only when asked for

    positions = place(network, given=layout, cache=cache)
    return document(network, positions, theme=theme, focus=focus, depth=depth, as_of=as_of)


def svg(
    network: Network,
    *,
    layout: Mapping[str, tuple[float, float]] | None = None,
    cache: Path | None = None,
    theme: Literal["light", "dark", "print"] = "light",
    size: tuple[int, int] | None = None,
    show: Show | None = None,
) -> str:
    """Return the static picture as SVG text, with legend and caption.

    size -- width and height in px into which it is scaled; by default as large as its labels need
    show -- what is drawn: filters, date, focus and depth; by default what `usual` says

    Raises UnknownName where the focus is not an actor of the network.
    """
    from tiebook.view.picture import draw  # noqa: PLC0415
    from tiebook.view.static import render  # noqa: PLC0415

    positions = place(network, given=layout, cache=cache)
    return render(draw(network, positions, show or usual(network)), theme=theme, size=size)


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

    Raises CannotDraw where the optional library resvg-py or a font is missing.
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

    Raises CannotDraw where the optional library typst or a font is missing.
    """
    from tiebook.view import raster  # noqa: PLC0415

    return raster.pdf(svg(network, layout=layout, cache=cache, theme=theme, size=size, show=show))


def mimebundle(
    network: Network,
    *,
    layout: Mapping[str, tuple[float, float]] | None = None,
    cache: Path | None = None,
    height: int = 760,
) -> dict[str, str]:
    """Return what a notebook shows: the page in a sandboxed frame, the SVG where frames are not shown, and one line of text."""
    positions = place(network, given=layout, cache=cache)
    text = html.escape(page(network, layout=positions), quote=True)
    frame = (
        f'<iframe title="{html.escape(network.title)}" sandbox="allow-scripts allow-downloads" srcdoc="{text}" '
        f'width="100%" height="{height}" style="border:1px solid #d5dae0"></iframe>'
    )
    return {
        "text/html": frame,
        "image/svg+xml": svg(network, layout=positions),
        "text/plain": f"{network.title}: {len(network.actors)} actors, {len(network.ties)} ties",
    }
