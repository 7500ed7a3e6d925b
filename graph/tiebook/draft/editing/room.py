"""Opens a case to be coded: its text, its editor, and the second passes that lie in its folder."""

from __future__ import annotations

import threading
from pathlib import Path
from typing import Final

from tiebook.case import open_case
from tiebook.draft.editing.editor import Editor
from tiebook.draft.editing.second import second_passes
from tiebook.errors import UnknownName, UsageError
from tiebook.support.resources import is_installed
from tiebook.support.small_files import folder_name
from tiebook.support.suggest import nearest
from tiebook.sync.cases import needed_text_of_case

_editors: Final[
    dict[tuple[Path, Path | None], Editor]
] = {}  # what an editor has read is read again only where it has changed
_guard: Final = threading.Lock()


def open_room(folder: Path, named: Path | None = None, reader: str = "") -> Editor:
    """Return the editor of a case, or of a reader's second pass over it.

    named -- the file of its text; without it the one that case.toml names

    Raises BadCase, UnknownName where the reader has no pass, TextNotFound, UsageError for a case that ships with Tiebook.
    """
    if is_installed(folder):
        raise UsageError(f"{folder_name(folder)} ships with Tiebook and is not changed; copy its folder")
    if reader:
        passes = second_passes(folder)
        if reader not in passes:
            raise UnknownName(f"nobody called {reader!r} has a second pass", hint=nearest(reader, passes))
        text, folder = needed_text_of_case(folder, named), passes[reader]
    else:
        text = needed_text_of_case(folder, named)
    key = folder.resolve(), named
    with _guard:
        editor = _editors.get(key)
        if editor is None or editor.text.sha256 != text.sha256 or not editor.text.sha256:
            editor = _editors[key] = Editor(folder, text, open_case(folder, text).coder.name)
        return editor
