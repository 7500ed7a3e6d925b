"""What was done to a case in the coding room, line by line, so that the last of it can be undone, also after a restart."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from tiebook.draft.store import EDITS, append_line, read_lines
from tiebook.errors import BadCase

ADDED: Final = "added"
REJECTED: Final = "rejected"
EDITED: Final = "edited"
REMOVED: Final = "removed"
MARKED: Final = "marked"
UNMARKED: Final = "unmarked"
UNDID: Final = "undid"


@dataclass(frozen=True, slots=True)
class Edit:
    """One thing that was done.

    before, after -- the claim's own lines in `file`; `entities`: the lines of entities that came with it
    index -- which claim of its file it was
    """

    did: str
    who: str
    when: str
    file: str = ""
    before: str = ""
    after: str = ""
    entities: tuple[str, ...] = ()
    index: int = 0
    proposal: str = ""
    paragraph: int = 0


def note(folder: Path, edit: Edit) -> None:
    """Write an edit; it is on disk when this returns."""
    append_line(folder / EDITS, {name: value for name in Edit.__slots__ if (value := getattr(edit, name))})


def edits(folder: Path) -> list[Edit]:
    """Read what was done and not undone, the last at the end.

    Raises BadCase.
    """
    found: list[Edit] = []
    for number, line in read_lines(folder / EDITS):
        edit = _edit(line, number)
        if edit.did == UNDID:
            del found[-1:]
        else:
            found.append(edit)
    return found


def done_paragraphs(found: list[Edit]) -> set[int]:
    """Return the numbers of the paragraphs that somebody marked as done."""
    done: set[int] = set()
    for edit in found:
        if edit.did == MARKED:
            done.add(edit.paragraph)
        elif edit.did == UNMARKED:
            done.discard(edit.paragraph)
    return done


def _edit(line: dict[str, Any], number: int) -> Edit:
    try:
        edit = Edit(**{name: value for name, value in line.items() if name in Edit.__slots__})
    except TypeError:
        raise BadCase("the case cannot be read", [f"{EDITS}:{number}: not an edit"]) from None
    return edit
