"""Finds stored questions: those that ship, and those in the user's own folders (TIEBOOK_QUERIES)."""

from __future__ import annotations

import os
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Final

from tiebook.errors import BadQuestion, UnknownName
from tiebook.questions.question import Question, read_question
from tiebook.support.resources import resource_folder

_ENDING: Final = ".cypher"


class QuestionLibrary:
    """All stored questions; a file is read only when its question is asked for."""

    def __init__(self, environment: Mapping[str, str] = os.environ) -> None:
        """Look at the shipped folder and at each folder in TIEBOOK_QUERIES (separated like PATH)."""
        own = [Path(part) for part in environment.get("TIEBOOK_QUERIES", "").split(os.pathsep) if part]
        for folder in own:
            if not folder.is_dir():
                raise BadQuestion("TIEBOOK_QUERIES names a folder that does not exist", where=str(folder))
        self.faults: list[BadQuestion] = []  # of files that `all` left out
        self._folders = [(resource_folder("queries"), True), *((folder, False) for folder in own)]

    def names(self) -> list[str]:
        """Return the names of all questions, sorted; nothing is parsed."""
        return sorted({_name(place) for folder, _ in self._folders for place in _places(folder)})

    def get(self, name: str) -> Question:
        """Read one question.

        Raises UnknownName with the nearest names, BadQuestion where two files have the name or the header is at fault.
        """
        found = [
            (folder.joinpath(*place), trusted)
            for folder, trusted in self._folders
            for place in _places(folder)
            if _name(place) == name
        ]
        if not found:
            from tiebook.support.suggest import did_you_mean, near_names  # noqa: PLC0415 -- only when a name is wrong

            near = near_names(name, self.names())
            hint = did_you_mean(near) or "tiebook questions lists all"
            raise UnknownName(f"there is no question {name!r}", hint=hint, near=near)
        if len(found) > 1:
            raise BadQuestion(
                f"two questions are called {name!r}", where=str(found[1][0]), hint=f"the other is {found[0][0]}"
            )
        return _question(found[0][0], trusted=found[0][1])

    def files(self) -> list[Path]:
        """Return the file of every question; nothing is parsed."""
        return [path for folder, _ in self._folders for path in _files(folder)]

    def all(self) -> list[Question]:
        """Read all questions, by theme and name; a file of the user's own that is at fault is left out, and is in `faults`."""
        found: dict[str, Question] = {}
        self.faults = []
        for folder, trusted in self._folders:
            for path in _files(folder):
                try:
                    if path.stem in found:
                        self.get(path.stem)  # says which two files have the name
                    found[path.stem] = _question(path, trusted=trusted)
                except BadQuestion as fault:
                    if trusted:
                        raise
                    self.faults.append(fault)
        return sorted(found.values(), key=lambda question: (question.theme, question.name))


def _question(path: Path, *, trusted: bool) -> Question:
    """Read a question, or return it as it was read before where its file has not changed since."""
    try:
        now = path.stat()
    except OSError:
        return read_question(path, trusted=trusted)  # says what is wrong
    return _read(path, trusted, now.st_mtime_ns, now.st_size)


@lru_cache(maxsize=1024)
def _read(path: Path, trusted: bool, changed: int, size: int) -> Question:  # noqa: ARG001 -- to tell contents apart
    return read_question(path, trusted=trusted)


def _files(folder: Path) -> list[Path]:
    return [folder.joinpath(*place) for place in _places(folder)]


def _places(folder: Path) -> list[tuple[str, ...]]:
    """Return where the files of questions lie in a folder: (theme, file) or (file,), sorted.

    Names and no paths: `ask` looks through them twice for the one file that it reads, and a hundred paths take longer to make.
    """
    themes = [entry.name for entry in _entries(folder) if entry.is_dir()]
    found: list[tuple[str, ...]] = [(name,) for name in _question_files(folder)]
    found += [(theme, name) for theme in themes for name in _question_files(folder / theme)]
    return sorted(found)


def _question_files(folder: Path) -> list[str]:
    return [entry.name for entry in _entries(folder) if entry.name.endswith(_ENDING)]


def _entries(folder: Path) -> list[os.DirEntry[str]]:
    try:
        return list(os.scandir(folder))
    except OSError:  # taken away meanwhile, or not ours to read
        return []


def _name(place: tuple[str, ...]) -> str:
    return place[-1].removesuffix(_ENDING)
