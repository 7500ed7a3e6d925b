"""Sheets as SVG: words at their anchor, cards with their frame, wires with their head, folded texts, the legend."""

from __future__ import annotations

import re

import pytest

from tiebook.view.diagrams.sheet import Card, Sheet, Wire, Words, chips, render, written
from tiebook.view.diagrams.story import Chip
from tiebook.view.style import constants, text_width

LIGHT = constants()["themes"]["light"]


def drawn(sheet: Sheet, **options: object) -> str:
    return render(sheet, title="T", **options)  # type: ignore[arg-type]


def wire(**style: object) -> str:
    sheet = Sheet(100, 50, wires=(Wire("M0 0H30", **style),))  # type: ignore[arg-type]
    return drawn(sheet).partition('<path d="M0 0H30"')[2].partition("</g>")[0]


def card(**style: object) -> str:
    given: dict[str, object] = {"look": "item", **style}
    sheet = Sheet(300, 200, cards=(Card(10, 20, 100, 30, **given),))  # type: ignore[arg-type]
    return drawn(sheet)


@pytest.mark.parametrize(("anchor", "part"), [("start", 0.0), ("middle", 0.5), ("end", 1.0)])
def test_the_box_of_words_is_round_them_wherever_they_are_anchored(anchor: str, part: float) -> None:
    words = Words(50, 40, "Arland", 10, anchor=anchor)  # type: ignore[arg-type]
    wide = text_width("Arland", 10)
    assert words.box == pytest.approx((50 - part * wide, 32, 50 - part * wide + wide, 42.5))
    bold = Words(50, 40, "Arland", 10, bold=True, anchor=anchor).box  # type: ignore[arg-type]
    assert bold[2] - bold[0] == pytest.approx(wide * 1.07)
    assert bold[0] == pytest.approx(50 - part * wide * 1.07)


def test_a_card_knows_its_middle_and_its_right_edge() -> None:
    found = Card(10, 20, 100, 30, "item")
    assert (found.middle, found.right) == (35, 110)


def test_a_text_is_folded_into_lines_one_below_the_other() -> None:
    lines, below = written("one two three", 5, 100, text_width("one two", 10) + 1, font=10)
    assert [line.text for line in lines] == ["one two", "three"]
    assert [line.x for line in lines] == [5, 5]
    assert [line.y for line in lines] == pytest.approx([109.5, 122])
    assert below == pytest.approx(125)


def test_bold_text_has_less_room_on_a_line() -> None:
    room = text_width("one two", 10) + 1
    assert len(written("one two", 0, 0, room, font=10)[0]) == 1
    assert len(written("one two", 0, 0, room, font=10, bold=True)[0]) == 2


def test_no_more_lines_are_written_than_are_wanted() -> None:
    room = text_width("word", 10) + 1
    assert [line.text for line in written("word " * 3, 0, 0, room, font=10, most=3)[0]] == ["word"] * 3
    lines, below = written("word " * 4, 0, 0, room, font=10, most=3)
    assert [line.text for line in lines] == ["word", "word", "word …"]
    assert below == pytest.approx(37.5)


def test_a_very_long_text_is_cut_and_a_long_word_is_broken() -> None:
    whole = written("x" * 1200, 0, 0, 1e6)[0]
    assert [line.text for line in whole] == ["x" * 1200]
    assert written("x" * 1201, 0, 0, 1e6)[0][0].text == "x" * 1200 + "…"
    pieces = [line.text for line in written("m" * 10, 0, 0, text_width("m" * 4, 10) + 0.01, font=10)[0]]
    assert pieces == ["mmmm", "mmmm", "mm"]


def test_chips_stand_side_by_side_until_the_row_is_full() -> None:
    said = [Chip("aaaa"), Chip("bbbb"), Chip("cccc", 1)]
    wide = text_width("aaaa", 11) + 14
    second = text_width("bbbb", 11) + 14
    made, below = chips(said, 20, 100, wide + second + 4)
    assert [(each.x, each.text) for each in made] == [
        (24, "aaaa"),
        (pytest.approx(24 + wide), "bbbb"),
        (24, "cccc"),
    ]
    assert [each.y for each in made] == pytest.approx([100 + 3 + 10.45, 100 + 3 + 10.45, 100 + 3 + 10.45 + 18])
    assert below == pytest.approx(136)
    assert [(each.italic, each.source, each.chip) for each in made] == [
        (True, None, True),
        (True, None, True),
        (False, 1, True),
    ]
    assert chips([], 20, 100, 50) == ([], 100)
    assert len({each.y for each in chips(said[:2], 20, 100, wide + second + 3.9)[0]}) == 2, "by a hair too narrow"
    assert chips([Chip("x" * 160)], 0, 0, 9)[0][0].text == "x" * 160
    assert chips([Chip("x" * 161)], 0, 0, 9)[0][0].text == "x" * 159 + "…"


def test_a_long_chip_is_folded_and_none_of_its_words_cut() -> None:
    said = "reported by the Stockholm International Peace Research Institute"
    made, below = chips([Chip(said), Chip("inferred")], 0, 0, 200)
    assert " ".join(each.text for each in made) == f"{said} inferred"
    assert all(each.x + text_width(each.text, 11) + 10 <= 200 for each in made)
    assert len({each.y for each in made}) == 3
    assert below == 54
    assert len(chips([Chip(said)], 0, 0, text_width(said, 11) + 14)[0]) == 1


def test_a_bar_stands_across_the_way_of_its_wire() -> None:
    made = wire(head="bar", end=((50, 20), (1, 0)), tone="2")
    assert f'<path d="M50 28L50 12" stroke="{LIGHT["2"]}" stroke-width="3.4"/>' in made
    assert 'd="M42 20L58 20"' in wire(head="bar", end=((50, 20), (0, 1)))


def test_an_arrow_points_the_way_of_its_wire() -> None:
    made = wire(head="arrow", end=((50, 20), (1, 0)), tone="1")
    assert f'<path d="M50 20L41 24.5L41 15.5Z" fill="{LIGHT["1"]}"' in made
    assert 'd="M50 20L45.5 11L54.5 11Z"' in wire(head="arrow", end=((50, 20), (0, 1)))
    assert 'd="M50 20L59 15.5L59 24.5Z"' in wire(head="arrow", end=((50, 20), (-1, 0)))
    assert "Z" not in wire(end=((50, 20), (1, 0)))


def test_the_wire_of_what_is_no_fact_is_hollow_with_a_hollow_arrow() -> None:
    full, hollow = (wire(head="arrow", tone="1", width=2.0, ghost=ghost) for ghost in (False, True))
    assert 'stroke-width="2"' in full
    assert 'stroke-width="5" stroke-opacity="0.6"' in hollow
    assert f'stroke="{LIGHT["bg"]}" stroke-width="2.4"' in hollow
    assert f'Z" fill="{LIGHT["1"]}"' in full
    assert f'Z" fill="{LIGHT["bg"]}"' in hollow


def test_a_wire_has_dashes_only_where_they_are_given() -> None:
    assert 'stroke-dasharray="6 3"' in wire(dash="6 3")
    assert "dasharray" not in wire()


def test_a_card_is_framed_by_its_look() -> None:
    assert 'x="10" y="20" width="100" height="30" rx="4" fill="#ffffff"' in card()
    assert 'rx="15" fill="#dbe4ee"' in card(look="actor"), "as round as it is high"
    assert 'stroke-width="1.1"' in card()
    assert 'stroke-width="1.6"' in card(look="factor")
    assert f'fill="{LIGHT["bg"]}"' in card(look="denied").partition('class="card"')[2]
    assert 'class="card"' not in card(look="plain")
    high = drawn(Sheet(300, 200, cards=(Card(0, 0, 100, 80, "actor"),)))
    assert 'rx="16"' in high, "but not rounder than a corner"


def test_a_card_is_dashed_crossed_and_linked_only_where_it_should_be() -> None:
    assert "dasharray" not in card()
    assert 'stroke-dasharray="5 4"' in card(ghost=True)
    assert "l12 12m0 -12l-12 12" not in card()
    assert 'd="M89 29l12 12m0 -12l-12 12"' in card(crossed=True)
    assert 'href="#row-0"' in card(entry=0)
    assert "href" not in card()


def test_themes_have_fills_of_their_own() -> None:
    sheet = Sheet(300, 200, cards=(Card(0, 0, 100, 30, "item"),))
    assert "#1c2026" in drawn(sheet, theme="dark")
    assert "#ffffff" in drawn(sheet, theme="print")
    assert 'fill="var(--item)"' in drawn(sheet, theme="page")


def words(**style: object) -> str:
    return drawn(Sheet(300, 200, words=(Words(10, 20, "said", 10, **style),))).partition("said")[0]  # type: ignore[arg-type]


def test_words_are_styled_only_as_asked() -> None:
    plain = words()[-60:]
    assert not re.search("bold|italic|anchor|rect", plain)
    assert words(bold=True).endswith(f'font-size="10" font-weight="bold" fill="{LIGHT["ink"]}">')
    assert words(italic=True, ink="soft").endswith(f'font-size="10" font-style="italic" fill="{LIGHT["soft"]}">')
    assert 'text-anchor="end"' in words(anchor="end")[-60:]


def test_a_chip_has_a_frame_in_dashes_and_one_of_a_source_a_whole_one_in_its_colour() -> None:
    wide = text_width("said", 10)
    assert f'x="6" y="10" width="{round(wide + 8, 1):g}" height="13.5"' in words(chip=True)
    assert f'stroke="{LIGHT["soft"]}" stroke-dasharray="3 2"' in words(chip=True)
    of_source = words(chip=True, source=1)
    tint = constants()["tints"][1][0]
    assert f'fill="none" stroke="{tint}"/>' in of_source
    assert of_source.endswith(f'fill="{tint}">')


def test_sources_have_the_colours_of_the_page_round_and_round() -> None:
    many = len(constants()["tints"])
    sheet = Sheet(300, 200, words=tuple(Words(0, 0, "s", source=place) for place in (0, 1, many)))
    found = re.findall(r"var\(--source-(\d+)\)", render(sheet, title="T", theme="page"))
    assert found == ["0", "1", "0"]


def test_the_legend_begins_a_row_where_the_last_is_full() -> None:
    wide = 44 + text_width("limiting", 12) + 18
    key = tuple((Wire("M0 0H30"), "limiting") for _ in range(3))

    def places(room: float) -> list[tuple[float, float]]:
        svg = drawn(Sheet(room, 50, key=key), headed=False)
        found = re.findall(r'translate\(([\d.]+) ([\d.]+)\)"><path', svg)
        return [(float(x), float(y)) for x, y in found]

    assert places(3 * wide) == [(0, 74), (round(wide, 1), 74), (round(2 * wide, 1), 74)]
    assert places(2 * wide) == [(0, 74), (round(wide, 1), 74), (0, 96)]
    assert places(wide / 2) == [(0, 74), (0, 96), (0, 118)]


def test_a_file_has_its_title_counts_and_notes_and_a_page_has_them_itself() -> None:
    sheet = Sheet(300, 200)
    options = {"subtitle": "3 ties", "notes": ["A note."]}
    whole, bare = (render(sheet, title="Title", headed=headed, **options) for headed in (True, False))  # type: ignore[arg-type]
    for said in ("Title", "3 ties", "A note."):
        assert f">{said}</text>" in whole
        assert f">{said}</text>" not in bare
    assert 'role="img"' in whole
    assert 'role="group"' in bare
    assert 'width="308" height="220"' in bare, "4 px on each side, and 12 below"
    without = render(sheet, title="Title")
    high = [int(re.search(r'height="(\d+)"', svg)[1]) for svg in (whole, without)]  # type: ignore[index]
    assert high[0] > high[1]
    assert 'width="348"' in without
    assert high[1] == -(-(19 * 1.25 + 14 + 200 + 12 + 48) // 1)
