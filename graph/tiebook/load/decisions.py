"""What people decided about names that the crosswalk does not know: kept in a TOML file, each can be taken back."""

from __future__ import annotations

import os
import tomllib
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

from tiebook.model.errors import BadSource

ALL = "*"  # a decision for every source


def decisions_file(given: Path | None = None, environment: Mapping[str, str] = os.environ) -> Path:
    """Give the file: the one named, the one in TIEBOOK_DECISIONS, or the one in the user's data directory."""
    if given is not None:
        return given
    if environment.get("TIEBOOK_DECISIONS"):
        return Path(environment["TIEBOOK_DECISIONS"])
    from platformdirs import user_data_path  # noqa: PLC0415 -- only where a file is loaded

    return user_data_path("tiebook", appauthor=False) / "decisions.toml"


class Decisions:
    """The decisions of one file: source (or "*") -> text or `system:code` -> actor id."""

    def __init__(self, path: Path) -> None:
        """Read the file; it need not be there yet.

        Raises BadSource where it is damaged.
        """
        self.path = path
        self._all: dict[str, dict[str, str]] = {}
        if path.exists():
            try:
                raw = tomllib.loads(path.read_text("utf-8"))
                self._all = {
                    source: {text: str(each["actor"]) for text, each in rows.items()} for source, rows in raw.items()
                }
                self._raw = raw
            except (tomllib.TOMLDecodeError, UnicodeDecodeError, AttributeError, KeyError, TypeError) as error:
                raise BadSource(f"not a file of decisions: {error}", where=str(path)) from None

    def of(self, source: str) -> dict[str, str]:
        """Give what counts for a source: the decisions for all sources, then its own."""
        return {**self._all.get(ALL, {}), **self._all.get(source, {})}

    def all(self) -> list[tuple[str, str, str]]:
        """Give (source, text, actor id) of every decision, in order."""
        return [
            (source, text, actor) for source, rows in sorted(self._all.items()) for text, actor in sorted(rows.items())
        ]

    def decide(self, source: str, text: str, actor: str) -> None:
        """Keep a decision; an earlier one about the same text is replaced."""
        import tomlkit  # noqa: PLC0415

        document = tomlkit.parse(self.path.read_text("utf-8")) if self.path.exists() else tomlkit.document()
        table = document.setdefault(source, tomlkit.table())
        entry = tomlkit.inline_table()
        entry.update({"actor": actor, "decided": datetime.now(UTC).date().isoformat()})
        table[text] = entry
        self._write(tomlkit.dumps(document))
        self._all.setdefault(source, {})[text] = actor

    def undo(self, source: str, text: str) -> None:
        """Take a decision back.

        Raises BadSource where there is none.
        """
        import tomlkit  # noqa: PLC0415

        if text not in self._all.get(source, {}):
            raise BadSource(f"there is no decision about {text!r} for {source}", where=str(self.path))
        document = tomlkit.parse(self.path.read_text("utf-8"))
        del document[source][text]
        self._write(tomlkit.dumps(document))
        del self._all[source][text]

    def _write(self, text: str) -> None:
        self.path.parent.mkdir(parents=True, exist_ok=True)
        fresh = self.path.with_suffix(".new")
        fresh.write_text(text, "utf-8")
        fresh.replace(self.path)
