"""The fingerprint of a load: the same where the load would make the same, another where anything that decides it changed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

import pytest

from tests.made_up_source import declaration
from tiebook.errors import BadSource
from tiebook.sources.datasets import read_dataset
from tiebook.sources.row_filter import RowFilter

STATES = ("china", "iran", "iraq")


class Backward(frozenset[str]):
    """A set that names what is in it in another order, as a set of texts does from one process to the next."""

    def __iter__(self) -> Iterator[str]:
        """Return its texts, the last first."""
        return iter(sorted(super().__iter__(), reverse=True))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a data set of one table of pacts, with a file of rows beside it."""
    made = tmp_path / "pacts"
    made.mkdir()
    (made / "source.toml").write_text(declaration("pacts"), "utf-8")
    written(tmp_path / "one.csv", "Iran,China")
    return made


def written(path: Path, *rows: str) -> Path:
    path.write_text("\n".join(["a,b", *rows, ""]), "utf-8")
    return path


def fingerprint(
    folder: Path,
    wanted: RowFilter | None = None,
    *,
    files: Iterable[str] = ("one.csv",),
    decided: Iterable[str] = (),
    encoding: str | None = None,
) -> str | None:
    kept = folder.parent / "decisions.toml"
    kept.write_text("[pacts]\n" + "".join(f'"{each}" = {{actor = "iran"}}\n' for each in decided), "utf-8")
    paths = [folder.parent / each for each in files]
    return read_dataset(str(folder), paths, wanted, decisions=kept, encoding=encoding)[0].fingerprint


def test_names_and_order_of_files_and_settings_do_not_count(folder: Path) -> None:
    first = fingerprint(folder)
    assert first is not None
    written(folder.parent / "other.csv", "Iran,China")
    assert fingerprint(folder, RowFilter(), files=["other.csv"]) == first
    written(folder.parent / "two.csv", "Iran,Iraq")
    assert fingerprint(folder, files=["one.csv", "two.csv"]) == fingerprint(folder, files=["two.csv", "one.csv"])
    assert fingerprint(folder, decided=["Persia", "Parsia"]) == fingerprint(folder, decided=["Parsia", "Persia"])
    assert fingerprint(folder, RowFilter(actors=Backward(STATES))) == fingerprint(
        folder, RowFilter(actors=frozenset(STATES))
    )


def test_all_that_decides_a_load_counts(folder: Path) -> None:
    written(folder.parent / "two.csv", "Iran,Iraq")
    found = [
        fingerprint(folder),
        fingerprint(folder, RowFilter(since=date(2000, 1, 1))),
        fingerprint(folder, RowFilter(until=date(2000, 1, 1))),
        fingerprint(folder, RowFilter(actors=frozenset({"iran"}))),
        fingerprint(folder, RowFilter(actors=frozenset({"china"}))),
        fingerprint(folder, decided=["Persia"]),
        fingerprint(folder, decided=["Parsia"]),
        fingerprint(folder, encoding="cp1252"),
        fingerprint(folder, files=["two.csv"]),
        fingerprint(folder, files=["one.csv", "two.csv"]),
    ]
    path = folder / "source.toml"
    path.write_text(path.read_text("utf-8") + "# a remark\n", "utf-8")
    found.append(fingerprint(folder))
    assert len(set(found)) == len(found)


def test_a_file_that_cannot_be_read_is_named(folder: Path) -> None:
    with pytest.raises(BadSource) as raised:
        fingerprint(folder, files=["gone.csv"])
    assert str(raised.value.where).endswith("gone.csv")
