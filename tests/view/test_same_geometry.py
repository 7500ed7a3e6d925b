"""The page and the static picture: one geometry, computed in JavaScript by node and in Python."""

from __future__ import annotations

import dataclasses
import json
import shutil
import subprocess
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tests.shared import lacking
from tests.view.case import read_case, read_cases
from tests.view.sample import CACHE, answer, article, hostile, spots, two_sources
from tiebook.model.dates import in_force
from tiebook.view.document import payload
from tiebook.view.drawing.boxes import outline
from tiebook.view.drawing.curves import arrow, bar
from tiebook.view.drawing.picture import draw, sizing
from tiebook.view.drawing.relations import Show, shown, usual
from tiebook.view.layout import place_main
from tiebook.view.network import Network
from tiebook.view.style import ASSETS

DAYS = ("1979-06-01", "1985-01-01", "2015-10-14", "2021-12-31", "2022-01-01")
EVERYTHING = Show(facts_only=False, reported=True, inferred=True)


def in_node(network: Network, positions: dict[str, tuple[float, float]], show: Show) -> dict[str, Any]:
    node = shutil.which("node")
    if node is None:
        lacking("node is missing: the page's geometry was NOT compared with the static one")
    core, _ = payload(network, {actor.id: positions.get(actor.id, (0.0, 0.0)) for actor in network.actors})
    command = [node, str(Path(__file__).with_name("geometry.mjs")), str(ASSETS / "js")]
    sized = sorted(index for relation in sizing(network, show) for index in relation.ties)
    given = {"ties": shown(network, show), "sizing": sized, "main": show.main, "lines": show.lines, "days": DAYS}
    given["colour"] = show.colour
    text = json.dumps({"core": core, **given})
    out = subprocess.run(command, input=text, capture_output=True, text=True, check=False, encoding="utf-8")
    assert out.returncode == 0, out.stderr
    made: dict[str, Any] = json.loads(out.stdout)
    return made


SHOWN: dict[str, Show] = {
    "article": Show(),
    "main": Show(main=True, lines="pairs"),
    "main with all that is said": dataclasses.replace(EVERYTHING, main=True, lines="pairs"),
    "pairs": Show(lines="pairs"),
    "two": dataclasses.replace(EVERYTHING, colour="source"),
    "several sources": Show(main=True, lines="pairs", colour="source"),
    "sample": EVERYTHING,
    "many": dataclasses.replace(EVERYTHING, lines="auto"),
    "hostile": Show(),
    "answer": EVERYTHING,
}


@pytest.mark.parametrize("name", SHOWN)
def test_same_geometry(name: str) -> None:
    made_up = {"sample": article(), "many": article(ties=330), "hostile": hostile(), "answer": answer()}
    made_up |= {"two": two_sources(), "several sources": read_cases()}
    network, show = made_up.get(name) or read_case(), SHOWN[name]
    positions = place_main(network, cache=CACHE) if show.main else spots(network)
    picture = draw(network, positions, show)
    made = in_node(network, positions, show)
    assert made["usual"] == shown(network, usual(network, every_actor=True))
    assert made["present"] == list(picture.present)
    for (a, b, font, lines, points), box in zip(made["boxes"], picture.boxes, strict=True):
        assert (a, b, font) == pytest.approx((box.half_width, box.half_height, box.font), abs=0.11)
        assert tuple(lines) == box.lines
        flat = [value for point in outline(box.shape, box.half_width, box.half_height) for value in point]
        assert [value for point in points for value in point] == pytest.approx(flat, abs=0.01)
    assert len(made["lines"]) == len(picture.lines)
    for theirs, ours in zip(made["lines"], picture.lines, strict=True):
        relation, curve = ours.relation, ours.curve
        assert (theirs["ends"], theirs["text"], theirs["ties"]) == (
            [relation.first, relation.second], relation.text, list(relation.ties),
        )  # fmt: skip
        flat = [value for point in (curve.start, curve.one, curve.two, curve.end) for value in point]
        assert theirs["curve"] == pytest.approx(flat, abs=0.05)
        assert (theirs["tone"], theirs.get("tint")) == (relation.tone, relation.tint)
        assert [v for p in theirs["bar"] for v in p] == pytest.approx([v for p in bar(curve, 2) for v in p], abs=0.05)
        assert [v for p in theirs["arrow"] for v in p] == pytest.approx(
            [v for p in arrow(curve, 2) for v in p], abs=0.05
        )
        assert (theirs["label"] is None) == (ours.label is None)
        if ours.label:
            plate = ours.label.plate
            assert theirs["label"][:5] == pytest.approx(
                [plate.x, plate.y, plate.half_width, plate.half_height, plate.angle], abs=0.05
            )
            assert theirs["label"][5:7] == [ours.label.text, ours.label.way]
            assert theirs["label"][7] == pytest.approx(ours.label.lean, abs=1e-6)
    for day, states in zip(DAYS, made["force"], strict=True):
        assert states == [in_force(tie.spell, date.fromisoformat(day)) for tie in network.ties]
