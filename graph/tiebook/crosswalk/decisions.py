"""What people decided about names that the crosswalk does not know: kept in a TOML file, and each can be undone."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from tiebook.errors import BadSource, StorageFailed
from tiebook.support.atomic_write import write_atomically
from tiebook.support.small_files import read_text
from tiebook.support.toml import toml_of

ALL = "*"  # a decision for every source
_HINT = 'under [SOURCE], or ["*"] for all: "NAME" = {actor = "ID"}; tiebook resolve writes it'


def decisions_file(given: Path | None = None, environment: Mapping[str, str] = os.environ) -> Path:
    """Return the file: the one named, the one in TIEBOOK_DECISIONS, or the one in the user's data directory."""
    if given is not None:
        return given
    if environment.get("TIEBOOK_DECISIONS"):
        return Path(environment["TIEBOOK_DECISIONS"])
    from platformdirs import user_data_path  # noqa: PLC0415 -- only where a file is loaded

    return user_data_path("tiebook", appauthor=False) / "decisions.toml"


def _actors(source: str, rows: object) -> dict[str, str]:
    """Return the actors that were decided on for a source, by text.

    Raises ValueError for what is not a decision.
    """
    if not isinstance(rows, dict):
        raise ValueError(f"{source} is not a table of names")  # noqa: TRY004 -- like what else a file may hold wrong
    for text, each in rows.items():
        if not isinstance(each, dict) or not isinstance(each.get("actor"), str):
            raise ValueError(f"{source}: {text!r} has no `actor`")  # noqa: TRY004
    return {text: each["actor"] for text, each in rows.items()}


class Decisions:
    """The decisions of one file: source (or "*") -> text or `system:code` -> actor id."""

    def __init__(self, path: Path) -> None:
        """Read the file; it need not be there yet.

        Raises BadSource if it is damaged.
        """
        self.path = path
        self._all: dict[str, dict[str, str]] = {}
        if path.exists():
            try:
                raw = toml_of(read_text(path))
                self._all = {source: _actors(source, rows) for source, rows in raw.items()}
            except OSError as error:
                raise BadSource(f"cannot be read: {error.strerror}", where=str(path)) from None
            except (ValueError, RecursionError) as error:
                raise BadSource(f"not a file of decisions: {error}", where=str(path), hint=_HINT) from None

    def of(self, source: str) -> dict[str, str]:
        """Return what counts for a source: the decisions for all sources, then its own."""
        return {**self._all.get(ALL, {}), **self._all.get(source, {})}

    def all(self) -> list[tuple[str, str, str]]:
        """Return (source, text, actor id) of every decision, in order."""
        return [
            (source, text, actor) for source, rows in sorted(self._all.items()) for text, actor in sorted(rows.items())
        ]

    def decide(self, source: str, text: str, actor: str) -> None:
        """Store a decision; it replaces an earlier one about the same text."""
        import tomlkit  # noqa: PLC0415

        entry = tomlkit.inline_table()
        entry.update({"actor": actor, "decided": datetime.now(UTC).date().isoformat()})
        with self._locked():
            document = tomlkit.parse(read_text(self.path)) if self.path.exists() else tomlkit.document()
            document.setdefault(source, tomlkit.table())[text] = entry
            write_atomically(self.path, tomlkit.dumps(document))
        self._all.setdefault(source, {})[text] = actor

    def undo(self, source: str, text: str) -> None:
        """Withdraw a decision.

        Raises BadSource if there is none.
        """
        import tomlkit  # noqa: PLC0415

        if text not in self._all.get(source, {}):
            raise BadSource(f"there is no decision about {text!r} for {source}", where=str(self.path))
        with self._locked():
            document = tomlkit.parse(read_text(self.path))
            document.get(source, {}).pop(text, None)
            write_atomically(self.path, tomlkit.dumps(document))
        del self._all[source][text]

    @contextmanager
    def _locked(self) -> Iterator[None]:
        """Read and write the file while no other process does: a decision made meanwhile would be lost."""
        from filelock import FileLock  # noqa: PLC0415 -- only for those who decide

        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            with FileLock(self.path.with_suffix(".lock")):
                yield
        except (OSError, NotImplementedError) as error:  # NotImplementedError: a disk without locks
            why = getattr(error, "strerror", None) or str(error)
            raise StorageFailed(f"the decision could not be kept: {why}", where=str(self.path)) from None
