"""A network as an object that a notebook shows and that can be saved."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, Literal

from tiebook import view
from tiebook.errors import StorageFailed, UsageError
from tiebook.support.atomic_write import write_atomically
from tiebook.view.drawing.relations import Colour, Lines
from tiebook.view.layout import layout_cache
from tiebook.view.network import Network

Theme = Literal["auto", "light", "dark", "print"]
ENDINGS = (".html", ".svg", ".png", ".pdf")


@dataclass(frozen=True, slots=True, repr=False)
class Picture:
    """A drawn network: shown in a notebook, or saved. It is drawn when it is shown or saved.

    focus, depth -- only the neighbourhood of the actor with this id, to 1, 2 or 3 steps
    as_of -- only what was certainly or possibly in force that day
    every_actor -- all actors, not only those of whom most is said
    lines -- one for each relation ("each"), for each pair of actors ("pairs"), or "auto"
    layout -- positions to keep, px by actor id
    colour -- what hue tells: the sign, or whose word it is
    """

    network: Network
    focus: str | None = None
    depth: int = 1
    as_of: date | None = None
    every_actor: bool = False
    lines: Lines = "auto"
    layout: Mapping[str, tuple[float, float]] | None = None
    colour: Colour = "sign"

    def __repr__(self) -> str:
        """Describe what it is, where pictures are not shown."""
        return f"{self.network.title}: {len(self.network.actors)} actors, {len(self.network.ties)} ties"

    @property
    def counts(self) -> str:
        """What is drawn, in words."""
        return view.how_much_is_drawn(self.network, view.usual(self.network, **self._chosen()))

    def content(self, ending: str, *, theme: Theme = "auto", size: tuple[int, int] | None = None) -> str | bytes:
        """Return the picture in the format of an ending: .html, .svg, .png or .pdf.

        size -- width and height in px of a static picture; by default as large as its labels need

        Raises UsageError for another ending, CannotDraw where an optional library is missing.
        """
        if ending == ".html":
            opening: Any = "light" if theme == "print" else theme
            return view.page(self.network, layout=self.layout, cache=layout_cache(), theme=opening, **self._chosen())
        draw: Any = {".svg": view.svg, ".png": view.png, ".pdf": view.pdf}.get(ending)
        if draw is None:
            raise UsageError(f"{ending or 'no ending'}: save as {', '.join(ENDINGS)}")
        show = view.usual(self.network, **self._chosen())
        tone = "light" if theme == "auto" else theme
        made: str | bytes = draw(
            self.network, layout=self.layout, cache=layout_cache(), theme=tone, size=size, show=show
        )
        return made

    def save(self, path: str | Path, *, theme: Theme = "auto", size: tuple[int, int] | None = None) -> Path:
        """Write the picture in the format that the ending names, and return the path.

        Raises what `content` does, and StorageFailed where the file cannot be written.
        """
        if not isinstance(path, str | Path):
            raise UsageError(f"save: path must be a path, not {path!r}")
        target = Path(path)
        content = self.content(target.suffix, theme=theme, size=size)
        try:
            write_atomically(target, content)
        except OSError as error:
            raise StorageFailed(f"the picture could not be written: {error.strerror}", where=str(target)) from None
        return target

    def _repr_mimebundle_(self, **_: Any) -> dict[str, str]:
        """Return what a notebook shows."""
        return view.mimebundle(self.network, layout=self.layout, cache=layout_cache(), **self._chosen())

    def _chosen(self) -> dict[str, Any]:
        return {
            "focus": self.focus,
            "depth": self.depth,
            "as_of": self.as_of,
            "every_actor": self.every_actor,
            "lines": self.lines,
            "colour": self.colour,
        }
