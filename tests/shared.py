"""Finds what is not part of the project and only some machines have: the article's text and the field's data files."""

from __future__ import annotations

import os
from pathlib import Path
from typing import NoReturn

import pytest

FOLDER = Path(__file__).parent.parent.parent / "shared"

_missing: set[str] = set()


def article() -> Path:
    """Return the file with the text of the shipped case: TIEBOOK_TEST_TEXT, or in the shared folder."""
    named = os.environ.get("TIEBOOK_TEST_TEXT")
    found = [Path(named)] if named else sorted((FOLDER / "article").glob("*.txt"))
    return _require(found[0] if found else FOLDER / "article", "the article's text (set TIEBOOK_TEST_TEXT)")


def text_of(case: str) -> Path:
    """Return the file with the text of a shipped case that does not ship with it: `crink-security`."""
    return _require(FOLDER / "articles" / f"{case}-ties.txt", f"the text of the case {case}")


def data(*parts: str) -> Path:
    """Return a file of the shared field data."""
    return _require(FOLDER.joinpath("data", *parts), f"the data file {'/'.join(parts)}")


def missing_summary() -> list[str]:
    """Return a line for everything that was asked for and is not here."""
    return [f"{what} is not here: its tests did not run" for what in sorted(_missing)]


def lacking(reason: str) -> NoReturn:
    """End a test that this machine cannot run: a skip that says why, in CI a failure."""
    if os.environ.get("CI"):
        pytest.fail(reason, pytrace=False)
    pytest.skip(reason)


def _require(path: Path, what: str) -> Path:
    if path.is_file():
        return path
    _missing.add(what)
    lacking(f"{what} is not here")
