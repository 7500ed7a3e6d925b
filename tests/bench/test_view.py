"""The bench of the picture: what it has measured is kept after each size, whatever ends it."""

from __future__ import annotations

from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from tests.bench import view
from tests.view.sample import answer

if TYPE_CHECKING:
    from collections.abc import Iterator

ENDED_AT = "2,000 / 20,000"


@contextmanager
def no_browser() -> Iterator[None]:
    yield None


@pytest.fixture
def pretended(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let every page be there and every time be known, up to a size at which the run is ended."""
    made: list[str] = []

    def pages(_: Any, folder: Path) -> dict[str, Path]:
        made.append(view.SIZES[len(made)][0])
        if made[-1] == ENDED_AT:
            raise KeyboardInterrupt
        files = {who: folder / who for who in ("tiebook", "cytoscape", "vis-network")}
        for file in files.values():
            file.write_bytes(b"x" * 2048)
        return files

    monkeypatch.setattr(view, "SIZES", tuple((title, answer) for title, _ in view.SIZES))
    monkeypatch.setattr(view, "launch", no_browser)
    monkeypatch.setattr(view, "pages", pages)
    monkeypatch.setattr(
        view, "measure", lambda _, file, __: (900.0 if file.name == "tiebook" else 1000.0, 25.0 if made[1:] else 5.0)
    )


@pytest.mark.usefixtures("pretended")
def test_a_run_that_is_ended_has_kept_the_sizes_before(capsys: pytest.CaptureFixture[str]) -> None:
    kept: list[tuple[int, list[str]]] = []
    with pytest.raises(KeyboardInterrupt):
        view.run(short=False, keep=lambda found: kept.append((len(found.rows), found.words())))
    assert [rows for rows, _ in kept] == [3, 7]
    missed = ["over budget: article: 0.90 of cytoscape.js"]
    rest = "not measured: 2,000 / 20,000, 10,000 / 100,000"
    assert kept[0][1] == [*missed, f"not measured: 200 / 5,000, {rest.partition(': ')[2]}"]
    assert kept[1][1] == [*missed, "over budget: 200 / 5,000: 25.0 ms a frame", rest]
    told = capsys.readouterr().err.splitlines()
    assert told[0] == "article: laying out and writing the pages"
    assert told[-1] == f"{ENDED_AT}: laying out and writing the pages"
    assert "200 / 5,000: cytoscape 1,000 ms, 25.0 ms a frame, after 0 s" in told


@pytest.mark.usefixtures("pretended")
def test_the_file_is_written_after_each_size(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    out = tmp_path / "table.md"
    monkeypatch.setattr("sys.argv", ["view", "--out", str(out)])
    with pytest.raises(KeyboardInterrupt):
        view.main()
    assert out.read_text("utf-8").count("\n| 200 / 5,000 | ") == 4
