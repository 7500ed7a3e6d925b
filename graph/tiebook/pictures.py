"""Pictures of answers: of a question's shape, or as the network of the ties that its rows name; as files and in notebooks."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from tiebook.errors import StorageFailed, UsageError
from tiebook.questions.pictures import NETWORK
from tiebook.support.atomic_write import write_atomically

if TYPE_CHECKING:
    from tiebook.ask import Answer
    from tiebook.engine.base import Engine
    from tiebook.view.diagrams import Shape
    from tiebook.view.diagrams.story import Story
    from tiebook.view.notebook import Picture

ENDINGS = (".html", ".svg", ".png", ".pdf")
Theme = Literal["auto", "light", "dark", "print"]


@dataclass(frozen=True, slots=True)
class AnswerPicture:
    """A drawn answer: shown in a notebook, or saved."""

    story: Story
    shape: Shape

    def __repr__(self) -> str:
        """Return what it is, for where pictures are not shown."""
        return f"{self.story.heading} ({self.story.counts})"

    def content(self, ending: str, theme: Theme = "auto") -> str | bytes:
        """Return the picture in the format of an ending.

        Raises UsageError for another ending, CannotDraw where an optional library or a font is missing.
        """
        from tiebook.view import diagrams  # noqa: PLC0415 -- only where something is drawn
        from tiebook.view.diagrams.page import page  # noqa: PLC0415

        if ending not in ENDINGS:
            raise UsageError(f"{ending or 'no ending'}: save as {', '.join(ENDINGS)}")
        if ending == ".html":
            return page(self.story, self.shape, theme="light" if theme == "print" else theme)
        draw: Any = {".svg": diagrams.svg, ".png": diagrams.png, ".pdf": diagrams.pdf}[ending]
        made: str | bytes = draw(self.story, self.shape, theme="light" if theme == "auto" else theme)
        return made

    def save(self, path: str | Path, theme: Theme = "auto") -> Path:
        """Write the picture in the format that the ending names, and return the path.

        Raises what `content` does, and StorageFailed where the file cannot be written.
        """
        if not isinstance(path, str | Path):
            raise UsageError(f"save: path must be a path, not {path!r}")
        target = Path(path)
        content = self.content(target.suffix, theme)
        try:
            write_atomically(target, content)
        except OSError as error:
            raise StorageFailed(f"the picture could not be written: {error.strerror}", where=str(target)) from None
        return target

    def _repr_mimebundle_(self, **_: Any) -> dict[str, str]:
        """Return what a notebook shows: the picture as SVG, and one line of text."""
        made = self.content(".svg")
        return {"image/svg+xml": str(made), "text/plain": repr(self)}


def picture(engine: Engine, answer: Answer, shape: str | None) -> AnswerPicture | Picture:
    """Return the picture of an answer in a shape; `network` draws just the claims and ties that its rows name.

    Raises UsageError if the answer names nothing that can be drawn.
    """
    if shape is None or (shape == NETWORK and not _ids(answer)):
        raise UsageError("this answer names no ties to draw", hint="ask a question that returns claim or tie_id")
    if shape == NETWORK:
        from tiebook.view.collect import collect  # noqa: PLC0415
        from tiebook.view.notebook import Picture  # noqa: PLC0415

        network = collect(engine, only=_ids(answer))
        asked = answer.parts.name is not None  # somebody's own query is no title
        return Picture(replace(network, title=answer.question) if asked else network)
    from tiebook.ask.document.heading import names_of  # noqa: PLC0415
    from tiebook.view.diagrams.story import story  # noqa: PLC0415

    values = {name: value for name, value in answer.parameters.items() if isinstance(value, str)}
    names = names_of(engine, values.values())
    said = {name: names.get(value, value) for name, value in values.items()}
    return AnswerPicture(story(answer.document(), answer, said), shape)  # type: ignore[arg-type]


def _ids(answer: Answer) -> set[str]:
    """Return the ids of the claims and ties that the rows name, of their other sides too: a contradiction has two."""
    from tiebook.ask.document.facts import ids_in  # noqa: PLC0415

    return {*ids_in(answer.table)}
