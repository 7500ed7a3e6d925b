"""`tiebook view` and `tiebook ask --view`: what they write, and the one clear line where they cannot."""

from __future__ import annotations

import csv
import json
import re
import sys
import xml.etree.ElementTree as ET
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.conftest import MINI
from tiebook.case.text import Text
from tiebook.cli import main
from tiebook.engine.kglite.engine import KgliteEngine
from tiebook.sync.cases import find_case, load_case


@dataclass(frozen=True)
class Done:
    code: int
    out: str
    err: str


Run = Callable[..., Done]


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make a database of the shipped case and the sample, once for all tests: they only read."""
    place = tmp_path_factory.mktemp("db") / "t.kgl"
    engine = KgliteEngine(place)
    load_case(engine, find_case("china-iran"))
    load_case(engine, MINI, Text.read(MINI.with_suffix(".txt")))
    engine.close()
    return place


@pytest.fixture
def tiebook(
    database: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> Run:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("TIEBOOK_DB", str(database))

    def run(*arguments: object) -> Done:
        monkeypatch.setattr(sys, "argv", ["tiebook", *map(str, arguments)])
        try:
            main()
            code = 0
        except SystemExit as stop:
            code = int(stop.code or 0)
        out, err = capsys.readouterr()
        return Done(code, out, err)

    return run


def drawn(file: Path) -> tuple[list[str], str]:
    """Return the tips of the lines in an SVG, and all its text."""
    root = ET.fromstring(file.read_text("utf-8"))  # noqa: S314 -- our own
    names = [node.text or "" for node in root.iter("{http://www.w3.org/2000/svg}title")][1:]
    return [name for name in names if not name.endswith(")")], " ".join(root.itertext())


def actors(file: Path) -> set[str]:
    names = re.findall(
        r"<title>([^<]+) \((?:State|Person|Collective|Bloc|Instrument|Factor)\)</title>", file.read_text()
    )
    return set(names)


@pytest.mark.parametrize(
    ("name", "start"),
    [("x.html", b"<!doctype html>"), ("x.svg", b"<svg "), ("x.png", b"\x89PNG"), ("x.pdf", b"%PDF")],
)
def test_the_ending_names_the_format(tiebook: Run, tmp_path: Path, name: str, start: bytes) -> None:
    done = tiebook("view", "-o", name, "--source", "mini")
    assert (done.code, done.out) == (0, "")
    assert re.fullmatch(rf"{name}: \d+ of \d+ actors, \d+ of \d+ ties\n", done.err)
    assert (tmp_path / name).read_bytes().startswith(start)


def test_a_page_of_all_is_the_default(tiebook: Run, tmp_path: Path) -> None:
    assert tiebook("view").code == 0
    text = (tmp_path / "network.html").read_text("utf-8")
    assert "<title>China-Iran defence ties, A note on Northland</title>" in text
    assert len(text) < 120 * 1024


@pytest.mark.parametrize("name", ["china", "China", "Beijing", "PRC"])
def test_the_focus_is_an_id_a_name_or_an_alias(tiebook: Run, tmp_path: Path, name: str) -> None:
    done = tiebook("view", "-o", "x.svg", "--focus", name, "--source", "china-iran")
    assert done.code == 0, done.err
    lines, text = drawn(tmp_path / "x.svg")
    assert "Within 1 of China." in text
    assert lines
    near = actors(tmp_path / "x.svg")
    assert tiebook("view", "-o", "y.svg", "--focus", name, "--depth", 2, "--source", "china-iran").code == 0
    assert near < actors(tmp_path / "y.svg")


def test_the_focus_opens_the_page_there(tiebook: Run, tmp_path: Path) -> None:
    arguments = ("--focus", "Tehran", "--depth", 2, "--as-of", "2019-05-01", "--theme", "dark")
    assert tiebook("view", "-o", "x.html", *arguments).code == 0
    found = re.search(r'id="options"[^>]*>(\{.*?\})<', (tmp_path / "x.html").read_text("utf-8"))
    assert found
    options = json.loads(found[1])
    assert (options["focus"], options["depth"], options["theme"]) == ("iran", 2, "dark")
    assert options["as_of"] == "2019-05-01"


def test_as_of_leaves_out_what_was_not_in_force(tiebook: Run, tmp_path: Path) -> None:
    for day in ("2014", "2016"):
        assert tiebook("view", "-o", f"{day}.svg", "--source", "mini", "--as-of", f"{day}-06-30").code == 0
    before, after = (drawn(tmp_path / f"{day}.svg")[0] for day in ("2014", "2016"))
    sale = "Northland sells arms to Eastmark"
    assert sale not in before
    assert sale in after
    assert "As of 2016-06-30" in drawn(tmp_path / "2016.svg")[1]


def test_one_source(tiebook: Run, tmp_path: Path) -> None:
    assert tiebook("view", "-o", "x.svg", "--source", "mini").code == 0
    text = drawn(tmp_path / "x.svg")[1]
    assert "A note on Northland" in text
    assert "China" not in text


def test_a_layout_is_kept(tiebook: Run, tmp_path: Path) -> None:
    (tmp_path / "l.json").write_text('{"format": 1, "positions": {"northland": [-900, 0], "eastmark": [900, 0]}}')
    assert tiebook("view", "-o", "x.svg", "--source", "mini", "--layout", "l.json").code == 0
    assert tiebook("view", "-o", "y.svg", "--source", "mini").code == 0
    wide, usual = (
        int(re.search(r'width="(\d+)"', (tmp_path / name).read_text())[1])  # type: ignore[index]
        for name in ("x.svg", "y.svg")
    )
    assert wide > 1800 > usual


@pytest.mark.parametrize(("theme", "ground"), [("light", "#ffffff"), ("dark", "#14171b"), ("print", "#ffffff")])
def test_theme_and_size(tiebook: Run, tmp_path: Path, theme: str, ground: str) -> None:
    done = tiebook("view", "-o", "x.svg", "--source", "mini", "--theme", theme, "--size", "1600x1000")
    assert done.code == 0
    text = (tmp_path / "x.svg").read_text()
    assert 'width="1600" height="1000"' in text
    assert f'fill="{ground}"' in text


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("-o", "x.jpg"), ("x.jpg", ".html, .svg, .png, .pdf")),
        (("-o", "x"), ("x: write to one of",)),
        (("--focus", "Chinna"), ("--focus", "Chinna", "did you mean", "China")),
        (("--source", "nowhere"), ("--source", "nowhere")),
        (("--as-of", "soon"), ("--as-of", "soon")),
        (("-o", "x.svg", "--size", "large"), ("--size large", "1600x1000")),
        (("-o", "x.svg", "--size", "0x0"), ("--size 0x0",)),
        (("--layout", "none.json"), ("none.json", "cannot read the layout")),
        (("--layout", "broken.json"), ("broken.json", "not a layout file")),
        (("--layout", "later.json"), ("later.json", "format 2")),
        (("--layout", "list.json"), ("list.json", "not a layout file")),
        (("--layout", "infinite.json"), ("infinite.json", "finite")),
        (("-o", "no/such/folder/x.html"), ("no/such/folder/x.html", "could not be written")),
        (("-o", "folder.svg"), ("folder.svg", "could not be written")),
        (("--source", "mini", "--focus", "china"), ("--focus china", "no tie")),
    ],
)
def test_one_clear_line(tiebook: Run, tmp_path: Path, arguments: tuple[str, ...], words: tuple[str, ...]) -> None:
    (tmp_path / "broken.json").write_text("{ not json")
    (tmp_path / "later.json").write_text('{"format": 2, "positions": {}}')
    (tmp_path / "list.json").write_text("[]")
    (tmp_path / "infinite.json").write_text('{"format": 1, "positions": {"china": [1e999, 0]}}')
    (tmp_path / "folder.svg").mkdir()
    before = sorted(tmp_path.iterdir())
    done = tiebook("view", *arguments)
    assert done.code in (1, 2)
    for word in words:
        assert word in done.err
    assert "Traceback" not in done.err
    assert "unexpected fault" not in done.err
    last = done.err.strip().splitlines()
    assert len([line for line in last if not line.startswith(("Usage:", "Try ")) and line.strip()]) <= 2
    assert sorted(tmp_path.iterdir()) == before


def test_an_answer_is_drawn_with_all_its_ties_and_no_other(tiebook: Run, tmp_path: Path) -> None:
    done = tiebook("ask", "who-opposes", "--actor", "china", "--view", "out.svg", "-f", "csv")
    assert done.code == 0, done.err
    rows = list(csv.DictReader(done.out.splitlines()))
    lines, text = drawn(tmp_path / "out.svg")
    assert f"{len(rows)} of {len(rows)} ties" in text
    assert all(line.startswith("China ") and "opposes" in line for line in lines)
    assert "inferred: opposes" in text
    assert "Only the ties of one answer." in text


def test_an_answer_is_drawn_in_the_shape_of_its_question(tiebook: Run, tmp_path: Path) -> None:
    question = ("ask", "what-limits", "--actor", "china", "--partner", "iran")
    done = tiebook(*question, "--view", "out.svg")
    assert done.code == 0, done.err
    assert "drawn as layers" in done.err
    text = drawn(tmp_path / "out.svg")[1]
    for words in ("The U.S. factor", "Different world-views", "About whom", "inferred"):
        assert words in text
    assert "hostile" not in text


def test_an_answer_as_a_page(tiebook: Run, tmp_path: Path) -> None:
    done = tiebook("ask", "who-constrains", "--target", "china", "--view", "out.html")
    assert done.code == 0, done.err
    assert "out.html: " in done.err
    text = (tmp_path / "out.html").read_text("utf-8")
    assert text.startswith("<!doctype html>")
    assert "Receipts" in text
    assert "<script" not in text
    assert len(text) < 120 * 1024


def test_an_answer_to_an_unknown_ending(tiebook: Run, tmp_path: Path) -> None:
    done = tiebook("ask", "who-constrains", "--target", "china", "--view", "out.gif")
    assert done.code == 2
    assert "out.gif: write to one of" in done.err
    assert not (tmp_path / "out.gif").exists()


def test_an_answer_that_names_no_ties(tiebook: Run) -> None:
    done = tiebook("ask", "actors", "--view", "out.svg")
    assert done.code != 0
    assert "names no ties to draw" in done.err
