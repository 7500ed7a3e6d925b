"""Pictures of answers: each shipped question in its shape, nothing over anything, nothing cut, every mark and number there."""

from __future__ import annotations

import html
import re
import xml.etree.ElementTree as ET
from functools import cache
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest

from tests.view.case import shipped
from tests.view.shapes import drawn_answers, drawn_from
from tiebook.errors import UsageError
from tiebook.model.codebook import codebook
from tiebook.pictures import AnswerPicture
from tiebook.view.diagrams import SLIM, WIDE, Shape, lay_out, svg
from tiebook.view.diagrams.ledger import _scales
from tiebook.view.diagrams.plans import plan_of
from tiebook.view.diagrams.sheet import Card, Sheet, Words
from tiebook.view.diagrams.story import Entry, Story
from tiebook.view.style import ASSETS, constants

SHAPES = {
    "what-limits": "layers", "who-constrains": "layers", "causes": "layers", "conditions": "layers",
    "what-depends-on-what": "layers", "why-not": "path", "how-connected": "path", "timeline": "timeline",
    "what-changed": "timeline", "ties-between": "ledger", "two-sided": "ledger", "unbalanced-triads": "camps",
    "unbalanced-cycles": "camps", "friends-and-adversaries": "camps", "brokers": "camps",
}  # fmt: skip
FIVE = (
    "Balance of power in the Middle East",
    "China's economic interests",
    "Different world-views",
    "International law considerations",
    "The U.S. factor",
)


@cache
def sheets() -> tuple[tuple[str, Sheet], ...]:
    """Return the pictures of the first article, and of all that ship together."""
    return tuple(
        (f"{name} {width:.0f} {len(cases)}", lay_out(picture.story, picture.shape, width))
        for cases in (("china-iran",), shipped())
        for name, picture in drawn_from(*cases).items()
        for width in (WIDE, SLIM)
    )


def words_of(sheet: Sheet) -> list[Words]:
    return [*sheet.words, *(words for card in sheet.cards for words in card.words)]


def over(one: tuple[float, float, float, float], other: tuple[float, float, float, float]) -> bool:
    return one[0] < other[2] - 1 and other[0] < one[2] - 1 and one[1] < other[3] - 1 and other[1] < one[3] - 1


def edges(card: Card) -> tuple[float, float, float, float]:
    return card.x, card.y, card.right, card.y + card.high


def test_each_question_has_its_shape() -> None:
    assert {name: picture.shape for name, picture in drawn_answers().items()}.items() >= SHAPES.items()


def test_no_text_lies_over_another_or_over_a_box() -> None:
    for name, sheet in sheets():
        placed = words_of(sheet)
        bad = [(a.text, b.text) for a, b in combinations(placed, 2) if over(a.box, b.box)]
        assert not bad, (name, bad)
        loose = [(w.text, c.words[0].text) for w in sheet.words for c in sheet.cards if over(w.box, edges(c))]
        assert not loose, (name, loose)


def test_no_box_lies_over_another() -> None:
    for name, sheet in sheets():
        assert not [pair for pair in combinations(map(edges, sheet.cards), 2) if over(*pair)], name


def test_a_box_that_stands_alone_is_as_high_as_its_words() -> None:
    for name, sheet in sheets():
        if SHAPES.get(name.split()[0]) in ("timeline", "ledger", "path", "camps") and not name.startswith("two-sided"):
            for card in sheet.cards:
                room = [edges(card)[3] - words.box[3] for words in card.words]
                assert not room or 0 <= min(room) < 16, (name, card.words[0].text)


def test_the_lines_of_a_chain_begin_and_end_at_its_boxes() -> None:
    for name, sheet in sheets():
        if name.startswith("how-connected"):
            assert sheet.wires
            for wire in sheet.wires:
                first = re.findall(r"-?\d+(?:\.\d+)?", wire.path)[:2]
                for x, y in [(float(first[0]), float(first[1])), *([wire.end[0]] if wire.head != "none" else [])]:
                    assert any(over((x, y, x, y), grown(edges(card), 14)) for card in sheet.cards), (name, wire.path)


def grown(box: tuple[float, float, float, float], by: float) -> tuple[float, float, float, float]:
    return box[0] - by, box[1] - by, box[2] + by, box[3] + by


def test_no_text_is_cut_by_its_box_or_by_the_edge() -> None:
    for name, sheet in sheets():
        for card in sheet.cards:
            left, top, right, bottom = edges(card)
            for words in card.words:
                x, y, x2, y2 = words.box
                assert left <= x + 0.5, (name, words.text)
                assert x2 <= right + 0.5, (name, words.text)
                assert top <= y + 2, (name, words.text)
                assert y2 <= bottom + 1, (name, words.text)
        for x, y, x2, y2 in [*(words.box for words in words_of(sheet)), *map(edges, sheet.cards)]:
            assert x >= -1, name
            assert y >= -2, name
            assert x2 <= sheet.wide + 1, name
            assert y2 <= sheet.high + 1, name


def test_no_text_is_smaller_than_11_px() -> None:
    assert min(words.font for _, sheet in sheets() for words in words_of(sheet)) >= 11


@pytest.mark.parametrize("width", [WIDE, SLIM])
def test_the_five_factors_limit_china_about_iran(width: float) -> None:
    picture = drawn_answers()["what-limits"]
    sheet = lay_out(picture.story, "layers", width)
    heads = [
        " ".join(words.text for words in card.words if words.bold) for card in sheet.cards if card.look == "factor"
    ]
    assert sorted(heads) == list(FIVE)
    assert heads == list(picture.story.grouped("factor"))
    actors = [" ".join(words.text for words in card.words) for card in sheet.cards if card.look == "actor"]
    assert actors == ["China", "Iran"]
    parts = [card for card in sheet.cards if card.look == "item"]
    said = " ".join(words.text for card in parts for words in card.words)
    for part in ("JCPOA first", "United States", "Cold War", "The failure of the JCPOA", "Good relations with Iran"):
        assert part in said
    entries = picture.story.entries
    assert said.count("inferred") == sum(entry.inferred for entry in entries) > 3
    assert sum(card.ghost for card in parts) == sum(entry.inferred or entry.reported for entry in entries)
    assert any(entry.reported and not entry.inferred for entry in entries)
    assert said.count("reported by") == sum(any(kind == "reported" for kind, _ in entry.marks) for entry in entries) > 1
    bars = [wire for wire in sheet.wires if wire.head == "bar"]
    assert len(bars) == (5 if width == WIDE else 1)
    assert {wire.tone for wire in sheet.wires} <= {"2", "0"}  # a limit is not hostile


def test_a_passage_that_only_names_a_factor_is_its_receipt_and_no_second_limit() -> None:
    rows: list[dict[str, Any]] = [
        {"factor": "F", "sub_factor": None, "constrainer": "F", "gloss": "F is one of the limits"},
        {"factor": "F", "sub_factor": "Part", "constrainer": "Part", "gloss": "Part of F limits"},
        {"factor": "G", "sub_factor": None, "constrainer": "Actor", "gloss": "Actor limits"},
    ]
    marks = ((), (("inferred", "inferred"),), (("inferred", "inferred"),))
    entries = [Entry(number, row, mark) for number, row, mark in zip("A12", rows, marks, strict=True)]
    story = Story("What limits X?", "2 limits", tuple(entries), {"actor": "X"})
    one, other = plan_of(story).strands
    assert one.bare is entries[0]
    assert [title for title, _, _ in one.items] == ["Part"]
    assert other.bare is None
    sheet = lay_out(story, "layers")
    assert [card.entry for card in sheet.cards if card.look == "factor"] == ["A", None]
    # a factor that the source names is stated, whoever concludes how it works; one that only a coder concludes is in dashes
    assert [wire.dash for wire in sheet.wires if wire.head == "bar"] == ["", "7 4"]


def test_a_sentence_that_denies_is_not_crossed_out() -> None:
    sheet = lay_out(drawn_answers()["why-not"].story, "path")
    outcomes = [card for card in sheet.cards if card.look == "denied"]
    assert any("has not sold arms" in " ".join(words.text for words in card.words) for card in outcomes)
    assert all(card.ghost and not card.crossed for card in outcomes)
    assert {"The denials", "Did not come about"} & {words.text for words in sheet.words} == {"The denials"}


def test_a_chain_begins_and_ends_where_it_was_asked_for() -> None:
    picture = drawn_answers()["how-connected"]
    cards = [card for card in lay_out(picture.story, "path").cards if card.look == "actor"]
    names = [" ".join(words.text for words in card.words) for card in sorted(cards, key=lambda card: card.x)]
    assert names == ["Egypt", "China", "Iran", "Iran-backed groups in Iraq, Syria and Lebanon"]


def test_a_ledger_sums_what_it_lists() -> None:
    sheet = lay_out(drawn_answers()["ties-between"].story, "ledger")
    signs = [entry.record["sign"] for entry in drawn_answers()["ties-between"].story.entries]
    sums = {"Cooperative": signs.count(1), "Hostile": signs.count(-1), "Neutral": signs.count(0)}
    assert {words.text for words in sheet.words} == {f"{name}: {number}" for name, number in sums.items()}
    assert len(sheet.cards) == len(signs) > 20


def test_time_is_drawn_to_scale_with_its_doubt() -> None:
    rows: list[dict[str, Any]] = [{"since": "2010", "until": "2015-06", "from_name": "A", "tie": "AIDS", "to_name": "B"},
            {"since": "2012-05-01", "until": None, "from_name": "A", "tie": "OPPOSES", "to_name": "B"},
            {"since": None, "until": None, "from_name": "A", "tie": "AIDS", "to_name": "C"}]  # fmt: skip
    story = Story("When?", "3 rows", tuple(Entry(n, row) for n, row in enumerate(rows, 1)))
    sheet = lay_out(story, "timeline")
    years = {words.text: words.x for words in sheet.words if words.text.isdecimal()}
    bars = [wire for wire in sheet.wires if wire.width >= 7]
    starts = [float(re.match(r"M([\d.]+)", wire.path)[1]) for wire in bars]  # type: ignore[index]
    assert years["2010"] < years["2011"] <= starts[0] + 1  # begun in 2010: certainly from its end on
    assert years["2012"] < starts[1] < years["2013"]
    assert [wire.tone for wire in bars] == ["1", "-1"]
    assert any(wire.dash == "2 3" for wire in sheet.wires)
    assert "Undated" in {words.text for words in sheet.words}
    assert len(bars) == 2


def test_signs_of_a_triad_are_those_of_the_answer() -> None:
    picture = drawn_answers()["unbalanced-triads"]
    first = picture.story.entries[0].record
    sheet = lay_out(picture.story, "camps")
    expected = [first["actor_second"], first["second_third"], first["actor_third"]]
    assert [wire.tone for wire in sheet.wires[:3]] == [str(sign) for sign in expected]


def test_an_answer_without_rows_says_so() -> None:
    shapes: tuple[Shape, ...] = ("layers", "path", "timeline", "ledger", "camps")
    for shape in shapes:
        story = Story("Who?", "0 rows", (), notes=("Nothing coded answers this.",))
        assert "Nothing coded answers this." in svg(story, shape)


@pytest.mark.parametrize(
    ("ending", "start"), [("svg", b"<svg"), ("png", b"\x89PNG"), ("pdf", b"%PDF"), ("html", b"<!doc")]
)
def test_every_format(tmp_path: Path, ending: str, start: bytes) -> None:
    if ending in ("png", "pdf"):
        pytest.importorskip("resvg_py" if ending == "png" else "typst")
    file = drawn_answers()["what-limits"].save(tmp_path / f"x.{ending}")
    assert file.read_bytes().startswith(start)


def test_the_question_is_the_title_and_the_counts_stand_below_it() -> None:
    picture = drawn_answers()["what-limits"]
    root = ET.fromstring(svg(picture.story, "layers"))  # noqa: S314 -- our own
    texts = ["".join(node.itertext()) for node in root.iter("{http://www.w3.org/2000/svg}text")]
    assert texts[0] == picture.story.heading
    assert texts[1] == picture.story.counts
    assert repr(picture) == f"{picture.story.heading} ({picture.story.counts})"


def test_hostile_texts_are_inert() -> None:
    bad = "<script>window.hacked=1</script>\x00"
    row = {"constrainer": bad, "factor": bad, "gloss": bad * 9, "mechanism": None}
    story = Story(bad, bad, (Entry(1, row, (("inferred", bad),)),), {"actor": bad}, (bad,), (bad,))
    picture = AnswerPicture(story, "layers")
    root = ET.fromstring(str(picture.content(".svg")))  # noqa: S314 -- our own
    assert not list(root.iter("{http://www.w3.org/2000/svg}script"))
    assert "<script" not in str(picture.content(".html"))


def test_a_wish_does_not_lead_to_its_denial() -> None:
    """Only some steps led to a denial: each is called what it is, and no line says that it did."""
    picture = drawn_answers()["why-not"]
    plan = plan_of(picture.story)
    steps = {(entry.get("step"), title.partition(":")[0]) for own in plan.strands for title, _, entry in own.items}
    assert ("wanted", "wanted") in steps
    assert {title for step, title in steps if step == "what stopped it"} >= {"refused", "said to have stopped it"}
    assert not {title for step, title in steps if step == "wanted"} - {"wanted"}
    for width in (WIDE, SLIM):
        sheet = lay_out(picture.story, picture.shape, width)
        said = {*(words.text for words in words_of(sheet)), *(text for _, text in sheet.key)}
        assert "how it went, and why" in said
        assert not any("leads to" in text for text in said)


def test_the_rows_below_a_picture_are_in_words() -> None:
    for name, picture in drawn_answers().items():
        page = str(picture.content(".html"))
        rows = [
            html.unescape(re.sub("<[^>]+>", "", row)) for row in re.findall(r'<li id="row-\w+"><p[^>]*>(.*?)</p>', page)
        ]
        assert len(rows) == len(picture.story.entries), name
        words = re.findall(r"\w+", " ".join(rows))
        assert not {"True", "False", *codebook().ties}.intersection(words), name
    told = str(drawn_answers()["friends-and-adversaries"].content(".html"))
    assert "also hostile: no" in told or "also hostile: yes" in told
    triad = drawn_answers()["unbalanced-triads"]
    first = triad.story.entries[0].record
    word = {1: "cooperative", -1: "hostile", 0: "both signs"}[first["actor_third"]]
    assert f"{first['actor']} and {first['third']}: {word}" in html.unescape(str(triad.content(".html")))
    chain = html.unescape(str(drawn_answers()["how-connected"].content(".html")))
    first = drawn_answers()["how-connected"].story.entries[0].record
    assert "; ".join(first["chain"]) not in chain


def test_another_ending_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"save as \.html"):
        drawn_answers()["what-limits"].save(tmp_path / "x.gif")


def test_an_answer_of_several_sources_says_whose_word_each_part_is() -> None:
    one = lay_out(drawn_answers()["what-limits"].story, "layers", WIDE)
    assert not [words for words in words_of(one) if words.source is not None]
    limits = drawn_from("china-iran", "crink-security")["what-limits"]
    sheet = lay_out(limits.story, "layers", WIDE)
    heads = {card.words[0].text: card for card in sheet.cards if card.look == "factor"}
    told = {name: [(w.text, w.source) for w in card.words if w.source is not None] for name, card in heads.items()}
    assert told["The U.S. factor"] == [("china-iran", 0)]
    assert told["U.S. military"] == [("crink-security", 1)]  # the name is broken into two lines
    assert all(told.values())
    assert not [w for card in sheet.cards if card.look == "item" for w in card.words if w.source is not None]
    ledger = drawn_from("china-iran", "crink-security")["ties-between"]
    cards = [card for card in lay_out(ledger.story, "ledger", WIDE).cards if card.entry is not None]
    assert {next(w.text for w in card.words if w.source is not None) for card in cards} == {
        "china-iran",
        "crink-security",
    }


def test_sources_have_the_same_colours_in_every_picture() -> None:
    style = (ASSETS / "answer.css").read_text("utf-8")
    for place, (light, dark) in enumerate(constants()["tints"]):
        assert f"--source-{place}: light-dark({light}, {dark})" in style
    limits = drawn_from("china-iran", "crink-security")["what-limits"]
    assert constants()["tints"][1][0] in svg(limits.story, limits.shape)
    assert constants()["tints"][1][1] in svg(limits.story, limits.shape, theme="dark")


def test_a_limit_is_titled_by_what_limits_and_no_sub_factor_stands_twice() -> None:
    strands = plan_of(drawn_answers()["what-limits"].story).strands
    interests = next(strand for strand in strands if "economic interests" in strand.head)
    titles = [title for title, _, _ in interests.items if title]
    assert "Central Military Commission" in titles
    assert len(set(titles)) == len(titles)


@pytest.mark.parametrize(
    ("rows", "said"), [(59, ""), (60, ""), (61, "and 1 more rows, in the receipts"), (75, "and 15 more rows")]
)
def test_a_timeline_draws_sixty_rows_and_counts_the_others(rows: int, said: str) -> None:
    entries = tuple(Entry(number, {"gloss": f"row {number}", "since": "2001"}) for number in range(1, rows + 1))
    sheet = lay_out(Story("When?", f"{rows} rows", entries), "timeline", WIDE)
    assert len(sheet.cards) == min(rows, 60)
    told = [words.text for words in sheet.words if "more rows" in words.text]
    assert len(told) == bool(said)
    assert not said or told[0].startswith(said)


def test_boxes_are_filled_by_what_they_are() -> None:
    for theme, place in (("light", 0), ("dark", 1)):
        fills = {"factor": ("#e9edf3", "#2b333d"), "item": ("#ffffff", "#1c2026"), "actor": ("#dbe4ee", "#2f3a47")}
        found: set[str] = set()
        for picture in drawn_answers().values():
            drawn = svg(picture.story, picture.shape, theme=theme)  # type: ignore[arg-type]
            found |= set(re.findall(r'<rect class="card"[^>]* fill="(#[0-9a-f]+)"', drawn))
        ground = constants()["themes"][theme]["bg"]
        assert {each[place] for each in fills.values()} <= found <= {ground, *(each[place] for each in fills.values())}


def test_the_scales_of_a_ledger_share_the_width_by_what_is_said() -> None:
    entries = [Entry(number, {}) for number in range(4)]
    made, below = _scales([("1", entries[:3]), ("-1", entries[3:])], 403)
    ends = [[float(number) for number in re.findall(r"[\d.]+", wire.path)] for wire in made]
    assert [(first, last) for first, _, last in ends] == [(0, 300), (303, 403)]
    assert [(wire.tone, bool(wire.dash)) for wire in made] == [("1", False), ("-1", True)], "hostile is broken"
    assert below > max(height for _, height, _ in ends)
