"""Detect whether a load would only repeat the last one: the same files, read the same way, by the same Tiebook."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from importlib.resources import files as resources
from pathlib import Path

from tiebook.errors import BadSource
from tiebook.model.version import MODEL_VERSION, VERSION


def fingerprint(folder: Path, files: Iterable[Path], settings: Mapping[str, object]) -> str:
    """Return the sha256 of all that decides what a load makes: files, declaration, reader, crosswalk, settings, versions.

    Neither the names of the files nor their order count.

    Raises BadSource for a file that cannot be read.
    """
    whole = hashlib.sha256(f"tiebook {VERSION}, model {MODEL_VERSION}\n".encode())
    for name in sorted(settings):
        whole.update(f"{name}={settings[name]}\n".encode())
    crosswalk = resources("tiebook.crosswalk")
    ours = [*sorted(folder.glob("*.toml")), *sorted(folder.glob("*.py"))]
    tables = sorted((each for each in crosswalk.iterdir() if each.name.endswith(".csv")), key=lambda each: each.name)
    for part in [*(_digest(path) for path in ours), *(hashlib.sha256(each.read_bytes()).digest() for each in tables)]:
        whole.update(part)
    for part in sorted(_digest(path) for path in files):
        whole.update(part)
    return whole.hexdigest()


def _digest(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").digest()
    except OSError as error:
        raise BadSource(f"cannot be read: {error.strerror}", where=str(path)) from None
