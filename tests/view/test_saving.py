"""What a reader saves from the page: pictures and dragged positions, in headless Chromium."""

from __future__ import annotations

import json
import xml.etree.ElementTree as ET
from pathlib import Path
from typing import Any

from tests.view.case import read_case
from tests.view.sample import CACHE, spots
from tiebook import view
from tiebook.view.layout import place_main

EACH = "#actors=all&lanes=each"


def test_svg_and_png_are_saved(go: Any, tmp_path: Path) -> None:
    tab = go("article", "#ego=china")
    with tab.expect_download() as got:
        tab.click("#save-svg")
    got.value.save_as(tmp_path / "x.svg")
    text = (tmp_path / "x.svg").read_text("utf-8")
    ET.fromstring(text)  # noqa: S314 -- our own
    assert "Position and distance mean nothing" in text
    assert "cooperative" in text
    with tab.expect_download() as got:
        tab.click("#save-png")
    got.value.save_as(tmp_path / "x.png")
    assert (tmp_path / "x.png").read_bytes()[:4] == b"\x89PNG"
    assert (tmp_path / "x.png").stat().st_size > 30_000


def test_dragged_positions_are_saved_and_given_back(go: Any, tmp_path: Path) -> None:
    tab = go("article", EACH)
    box = tab.locator(".actor", has_text="Oman").first.bounding_box()
    tab.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    tab.mouse.down()
    tab.mouse.move(box["x"] + 60, box["y"] + 45, steps=6)
    tab.mouse.up()
    with tab.expect_download() as got:
        tab.click("#save-layout")
    got.value.save_as(tmp_path / "l.json")
    saved = view.load_layout(tmp_path / "l.json")
    network = read_case()
    main = {f"main:{name}": point for name, point in place_main(network, cache=CACHE).items()}
    usual = {**spots(network), **main}
    assert [name for name in saved if saved[name] != usual[name]] == ["oman"]
    assert json.loads((tmp_path / "l.json").read_text())["format"] == 1
    assert view.place(network, given=saved) | main == saved
    assert place_main(network, given=saved) == place_main(network, cache=CACHE)


def test_the_picture_of_all_actors_is_saved(go: Any, tmp_path: Path) -> None:
    tab = go("large", "#view=graph&actors=all")
    assert tab.locator("#canvas").is_visible()
    with tab.expect_download() as got:
        tab.click("#save-svg")
    got.value.save_as(tmp_path / "x.svg")
    root = ET.fromstring((tmp_path / "x.svg").read_text("utf-8"))  # noqa: S314 -- our own
    space = "{http://www.w3.org/2000/svg}"
    assert len(list(root.iter(f"{space}circle"))) > 380
    assert len(list(root.iter(f"{space}path"))) > 20
    assert "cooperative" in "".join(root.itertext())
    assert "Drawn: " in "".join(root.itertext())
    with tab.expect_download() as got:
        tab.click("#save-png")
    got.value.save_as(tmp_path / "x.png")
    assert (tmp_path / "x.png").read_bytes()[:4] == b"\x89PNG"
    assert (tmp_path / "x.png").stat().st_size > 100_000


def test_the_matrix_is_saved(go: Any, tmp_path: Path) -> None:
    tab = go("article", "#view=matrix")
    with tab.expect_download() as got:
        tab.click("#save-svg")
    got.value.save_as(tmp_path / "x.svg")
    assert len(list(ET.fromstring((tmp_path / "x.svg").read_text("utf-8")).iter())) > 100  # noqa: S314 -- our own
