"""What a user sees while a load runs: a bar on a terminal with rate and remaining time, nothing in a pipe."""

from __future__ import annotations

import io
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner
from rich.console import Console

from tests.loaders.source_readers import SAMPLES
from tiebook.cli.load.load import command as load
from tiebook.cli.load.progress import shown
from tiebook.sources.datasets import read_dataset


class Heard:
    """Notes what it is told."""

    def __init__(self) -> None:
        self.phases: list[tuple[str, int, str]] = []
        self.most: list[int] = []

    def begin(self, what: str, total: int, unit: str) -> None:
        self.phases.append((what, total, unit))
        self.most.append(0)

    def at(self, done: int) -> None:
        assert done >= self.most[-1]
        self.most[-1] = done


@pytest.mark.parametrize(
    ("source", "names"),
    [
        ("cow_mid", ["mida.csv", "midb.csv", "dyads.csv"]),
        ("gdelt", ["two.export.CSV"]),
        ("opensanctions", ["entities.ftm.json"]),
    ],
)
def test_every_file_is_told_to_its_last_byte(source: str, names: list[str]) -> None:
    heard = Heard()
    paths = [SAMPLES / source / name for name in names]
    read_dataset(source, paths, progress=heard)
    assert {what for what, _, _ in heard.phases} == set(names)
    sizes = {path.name: path.stat().st_size for path in paths}
    assert all(total == sizes[what] and unit == "bytes" for what, total, unit in heard.phases)
    assert heard.most == [total for _, total, _ in heard.phases]


def until(true: Callable[[], bool]) -> None:
    """Wait for what another thread does."""
    end = time.monotonic() + 60
    while not true():
        assert time.monotonic() < end
        time.sleep(0.01)


def test_a_terminal_shows_rate_and_remaining_time() -> None:
    screen = io.StringIO()
    console = Console(file=screen, force_terminal=True, width=100, color_system=None)
    with shown(console) as progress:
        progress.at(1)  # before any phase
        progress.begin("a [bold]file\x1b[2J.csv", 2_000_000, "bytes")
        progress.at(1_000_000)
        until(lambda: "50%" in screen.getvalue())  # a thread draws the screen ten times a second
        progress.begin("writing", 10, "ties")
        progress.at(5)
        until(lambda: "ties/s" in screen.getvalue())
    text = screen.getvalue()
    assert "[bold]file" in text, "a name is no markup"
    assert "\x1b[2J" not in text, "nor a command to the terminal"
    assert "50%" in text
    assert "MB/s" in text
    assert "ties/s" in text


def test_a_pipe_gets_nothing_but_the_report(tmp_path: Path) -> None:
    done = CliRunner().invoke(load, ["gsdb", str(SAMPLES / "gsdb" / "cases.csv"), "--db", str(tmp_path / "t.kgl")])
    assert done.exit_code == 0, done.output
    assert "%" not in done.output.replace("% of the records", "")
    assert "\r" not in done.output
    assert not done.stdout
