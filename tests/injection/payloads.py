"""The payloads of payloads.toml, and the canary: a file that no payload may read, and a place where none may write."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Final

SECRET: Final = "the canary's own words"


@dataclass(frozen=True, slots=True)
class Payload:
    """One hostile text, its name, and what it tries."""

    name: str
    text: str
    tries: str


def payloads(canary: Path | None = None) -> list[Payload]:
    """Return all of them; `canary` stands where they name a file."""
    place = str(canary or Path("/nowhere/canary")).lstrip("/")
    read = tomllib.loads((Path(__file__).parent / "payloads.toml").read_text("utf-8"))
    found = [
        Payload(f"{room}/{name}", text.replace("CANARY", place), tries)
        for room, table in read.items()
        for name, (text, tries) in table.items()
    ]
    return [Payload(p.name, p.text * 2000, p.tries) if p.name == "names/long" else p for p in found]


class Canary:
    """A file with a secret in it, and an eye on the folder around it."""

    def __init__(self, folder: Path) -> None:
        """Make the file."""
        self.path = folder / "canary"
        self.path.write_text(f"{SECRET}\n")
        self._before = sorted(folder.iterdir())
        self._folder = folder

    def check(self, *shown: str) -> None:
        """See that nothing was made beside it, that it is as it was, and that no output has its secret."""
        assert self.path.read_text() == f"{SECRET}\n"
        assert sorted(self._folder.iterdir()) == self._before
        assert not [text for text in shown if SECRET in text]
