"""Seeing: the network as a picture, answers as pictures."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from tiebook.errors import UsageError
from tiebook.python.asker import Asker
from tiebook.python.connected import Connected, day_of

if TYPE_CHECKING:
    from tiebook.pictures import AnswerPicture
    from tiebook.view.notebook import Picture


class Drawing(Connected):
    """The part of a graph that draws."""

    def view(
        self,
        *,
        focus: str | None = None,
        depth: int = 1,
        as_of: date | str | None = None,
        source: str | None = None,
        question: str | None = None,
        all_actors: bool = False,
        each_tie: bool = False,
        colour: Literal["sign", "source"] = "sign",
        layout: str | Path | None = None,
        **parameters: Any,
    ) -> Picture | AnswerPicture:
        """Return a picture: shown in a notebook, or `.save("net.html")` (or .svg, .png, .pdf).

        focus, depth -- only the neighbourhood of this actor (id, name or alias), to 1, 2 or 3 steps
        as_of -- only what was certainly or possibly in force on this day
        source -- only what this source says
        question -- the picture of the answer to this question, in its own shape; `parameters` are the question's, and `as_of`
            and `source` too; nothing else can be chosen with it
        all_actors -- all actors, not only those of whom most is said
        each_tie -- a line for each relation, not one for each pair of actors
        colour -- what colours tell: whether a tie is cooperative or hostile, or whose word it is
        layout -- a file with positions to keep, as the page saves it

        Raises UnknownName, AmbiguousName, BadDate, UsageError where there is nothing to draw.
        """
        if question is not None:
            if focus is not None or depth != 1 or all_actors or each_tie or colour != "sign" or layout is not None:
                raise UsageError("the picture of a question takes the question's parameters, as_of and source only")
            given = {"as_of": as_of, "source": source, **parameters}
            return Asker(self)(question, **{name: value for name, value in given.items() if value is not None}).view()
        if parameters:
            raise UsageError(f"view takes {next(iter(parameters))!r} only with a question")
        from tiebook.view import load_layout  # noqa: PLC0415
        from tiebook.view.collect import collect  # noqa: PLC0415
        from tiebook.view.notebook import Picture  # noqa: PLC0415

        if depth not in (1, 2, 3):
            raise UsageError(f"depth is 1, 2 or 3, not {depth}")
        centre = self._actor(focus, "focus")
        network = collect(self.engine, source=self._source(source))
        if centre is not None and all(actor.id != centre for actor in network.actors):
            raise UsageError(f"focus {focus!r} has no tie to another actor in what is drawn")
        positions = load_layout(Path(layout)) if layout is not None else None
        return Picture(
            network,
            centre,
            depth,
            day_of(as_of, "as_of"),
            all_actors,
            "each" if each_tie else "auto",
            positions,
            colour,
        )
