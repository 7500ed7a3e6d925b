"""Cells that name several actors: split where the parts are names, so that "Yemen, North" stays one."""

from __future__ import annotations

from collections.abc import Callable


def named_in(
    cell: str, mark: str, known: Callable[[str], str | None], missed: Callable[[str], str | None]
) -> list[str]:
    """Return the actors that a cell names, in order, each once.

    known -- resolves a spelling or gives None; missed -- the same for a part that no division makes a name: it is noted
    """
    parts = [part.strip() for part in cell.split(mark) if part.strip()]
    found: list[str] = []
    start = 0
    while start < len(parts):
        for end in range(len(parts), start, -1):
            actor = known(f"{mark} ".join(parts[start:end]))
            if actor is not None:
                break
        else:
            end, actor = start + 1, missed(parts[start])
        if actor is not None and actor not in found:
            found.append(actor)
        start = end
    return found
