"""The picture as a file: well-formed, inert, captioned, in every theme and format."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from datetime import date
from pathlib import Path

import pytest

from tests.view.sample import CACHE, CAPTION, article, hostile, synthetic, two_sources
from tiebook import view
from tiebook.view import fonts, raster
from tiebook.view.drawing.boxes import Box
from tiebook.view.drawing.curves import loop
from tiebook.view.drawing.static import NARROWED
from tiebook.view.network import NetActor, NetTie, Network
from tiebook.view.style import constants

SVG = "{http://www.w3.org/2000/svg}"
EVERYTHING = view.Show(facts_only=False, reported=True, inferred=True)


def texts(svg: str) -> str:
    return " ".join("".join(node.itertext()) for node in ET.fromstring(svg).iter(f"{SVG}text"))  # noqa: S314 -- our own


@pytest.mark.parametrize("theme", ["light", "dark", "print"])
def test_the_caption_stands_under_the_picture(theme: str) -> None:
    svg = view.svg(article(), cache=CACHE, theme=theme)  # type: ignore[arg-type]
    read = texts(svg)
    for line in CAPTION:
        assert line in read
    assert "one line for each of" in read
    assert "cooperative" in read


def test_size_focus_and_date() -> None:
    network = article()
    svg = view.svg(network, cache=CACHE, size=(640, 480), show=view.Show(focus="oman", as_of=date(2019, 1, 1)))
    root = ET.fromstring(svg)  # noqa: S314 -- our own
    assert (root.get("width"), root.get("height")) == ("640", "480")
    read = texts(svg)
    assert "As of 2019-01-01" in read
    assert "Oman" in read
    assert "Djibouti" not in read


@pytest.mark.parametrize("size", [(640, 480), (1600, 300), (300, 1600)])
def test_a_picture_stands_in_the_middle_of_the_size_that_is_given(size: tuple[int, int]) -> None:
    network = article()
    own, given = (
        [float(number) for number in str(ET.fromstring(svg).get("viewBox")).split()]  # noqa: S314 -- our own
        for svg in (view.svg(network, cache=CACHE), view.svg(network, cache=CACHE, size=size))
    )
    assert own[:2] == pytest.approx([0, 0], abs=1)
    assert given[2] / given[3] == pytest.approx(size[0] / size[1], rel=0.01)
    for at, wide in ((0, 2), (1, 3)):
        assert given[at] + given[wide] / 2 == pytest.approx(own[wide] / 2, abs=1), "with the same middle"
        assert given[wide] >= own[wide] - 1
    assert min(given[2] - own[2], given[3] - own[3]) == pytest.approx(0, abs=1.5), "as large as fits"


def test_a_small_picture_has_the_same_margin_left_and_right() -> None:
    actors = (NetActor("a", "Arland", "State"), NetActor("b", "Borland", "State"))
    network = Network("n", actors=actors, ties=(NetTie("1", "AIDS", "a", "b", 1),))
    root = ET.fromstring(view.svg(network, cache=CACHE))  # noqa: S314 -- our own
    lines = list(root.iter(f"{SVG}text"))
    margin = float(str(lines[0].get("x")))
    assert float(str(root.get("width"))) == pytest.approx(760 + 2 * margin, abs=1)


def test_undated_ties_that_are_left_out_are_said() -> None:
    network = article()
    shown = view.Show(as_of=date(2019, 1, 1))
    assert "without undated" not in texts(view.svg(network, cache=CACHE, show=shown))
    left_out = view.Show(as_of=date(2019, 1, 1), undated=False)
    assert "As of 2019-01-01, without undated ties." in texts(view.svg(network, cache=CACHE, show=left_out))


def test_what_is_no_fact_is_hollow_and_says_so() -> None:
    network = article()
    usual = view.svg(network, cache=CACHE)
    everything = view.svg(network, cache=CACHE, show=EVERYTHING)
    assert "hollow" not in texts(usual)
    assert "hollow: not a fact" in texts(everything)
    assert "denied" in texts(everything)
    assert "sought: " in texts(everything)


@pytest.mark.parametrize(
    ("mode", "negated", "told"),
    [("sought", True, "not sought"), ("actual", True, "denied"), ("sought", False, "hollow: not a fact")],
)
def test_what_is_not_sought_is_no_denial_in_the_legend(mode: str, negated: bool, told: str) -> None:
    actors = (NetActor("a", "Arland", "State"), NetActor("b", "Borland", "State"))
    network = Network("n", actors=actors, ties=(NetTie("1", "AIDS", "a", "b", 1, mode=mode, negated=negated),))
    root = ET.fromstring(view.svg(network, cache=CACHE, show=EVERYTHING))  # noqa: S314 -- our own
    read = {"".join(node.itertext()) for node in root.iter(f"{SVG}text")}
    assert read & {"not sought", "sought", "denied", "hollow: not a fact"} == {told, "hollow: not a fact"}


def test_a_tie_of_an_actor_with_itself_is_a_loop_above_its_box() -> None:
    box = Box(40, 12, 12, ("Arland",), "State")
    small, large = (loop((100, 50), box, rank) for rank in (0, 1))
    for curve in (small, large):
        start, one, two, end = curve.start, curve.one, curve.two, curve.end
        assert start[1] == end[1] == 50 - 12, "at the upper edge"
        assert 100 - 40 < start[0] < end[0] < 100 + 40
        assert one[0] < start[0]
        assert two[0] > end[0]
        assert one[1] == two[1] < start[1], "and open upwards"
        assert start[0] + end[0] == one[0] + two[0], "as far to one side as to the other"
    assert large.one[1] < small.one[1], "the next one goes round the first"


def test_hostile_texts_are_inert() -> None:
    svg = view.svg(hostile())
    root = ET.fromstring(svg)  # noqa: S314 -- our own
    assert [node.text for node in root.iter(f"{SVG}style")] == [NARROWED]
    assert {node.tag.removeprefix(SVG) for node in root.iter()} <= {
        "svg",
        "style",
        "title",
        "desc",
        "rect",
        "path",
        "g",
        "text",
        "tspan",
    }
    assert "</script>" not in svg
    assert not [key for node in root.iter() for key in node.attrib if key.startswith("on")]
    assert "إيران" in texts(svg)


def test_png_and_pdf() -> None:
    pytest.importorskip("resvg_py", reason="resvg-py is missing: PNG was NOT tested")
    pytest.importorskip("typst", reason="typst is missing: PDF was NOT tested")
    network = article()
    png = view.png(network, cache=CACHE)
    assert png[:8] == b"\x89PNG\r\n\x1a\n"
    assert len(png) > 100_000  # the text is in it: without a font it is much smaller
    assert view.pdf(network, cache=CACHE)[:5] == b"%PDF-"


def test_a_missing_library_is_one_clear_line(monkeypatch: pytest.MonkeyPatch) -> None:
    def gone(_: str) -> None:
        raise ImportError

    monkeypatch.setattr(raster, "import_module", gone)
    with pytest.raises(raster.CannotDraw, match="optional library"):
        view.png(hostile())


def test_a_missing_font_is_one_clear_line(monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("resvg_py")
    raster.font.cache_clear()
    monkeypatch.setattr(raster, "_folders", lambda: iter(()))
    with pytest.raises(raster.CannotDraw, match="no font"):
        view.png(hostile())
    raster.font.cache_clear()


def test_notebooks_get_a_frame_that_cannot_reach_them() -> None:
    made = view.mimebundle(hostile())
    assert set(made) == {"text/html", "image/svg+xml", "text/plain"}
    assert made["text/html"].count("<iframe") == 1
    assert 'sandbox="allow-scripts allow-downloads"' in made["text/html"]
    assert "<script" not in made["text/html"]


def test_the_ground_covers_a_size_of_another_shape() -> None:
    root = ET.fromstring(view.svg(article(), cache=CACHE, size=(2000, 500)))  # noqa: S314 -- our own
    x, y, width, height = map(float, root.attrib["viewBox"].split())
    assert width / height == pytest.approx(4, rel=0.01)
    ground = next(root.iter("{http://www.w3.org/2000/svg}rect")).attrib
    assert [float(ground[name]) for name in ("x", "y", "width", "height")] == [x, y, width, height]
    assert x < 0 <= y + 1


def test_names_that_no_font_here_has_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("resvg_py")
    actors = (NetActor("a", "ᬧᬸᬭ", "State"), NetActor("b", "Plain & simple", "State"))  # Balinese: DejaVu has none of it
    network = Network("n", actors=actors, ties=(NetTie("1", "AIDS", "a", "b", 1),))
    raster.font.cache_clear()
    usual, _ = raster.font()
    monkeypatch.setattr(raster, "_folders", lambda: iter((usual.parent,)))
    with pytest.raises(raster.CannotDraw, match="no font on this machine has the letters of: ᬧᬸᬭ") as told:
        view.png(network)
    assert "TIEBOOK_FONT" in str(told.value.hint)
    assert "Plain" not in str(told.value)
    monkeypatch.setattr(fonts, "letters", lambda _: ((0x20, 0xFFFFF),))
    assert view.png(network)[:4] == b"\x89PNG"
    raster.font.cache_clear()


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("한국", "한국"),
        ("China (中国)", "China (中国)"),
        ("\U0001f1e8\U0001f1f3 China", "\U0001f1e8\U0001f1f3 China"),
        ("བོད", "བོད"),
        ("ᠮᠣᠩᠭᠣᠯ", "ᠮᠣᠩᠭᠣᠯ"),
        ("A & \ua997", "A & \ua997"),
        ("Việt Nam", ""),
        ("Łódź", ""),
        ("Ἀθῆναι", ""),
        ("a\u0301\u200d", ""),
    ],
)
def test_what_the_usual_font_has_not_is_told_by_both_forms(
    monkeypatch: pytest.MonkeyPatch, name: str, told: str
) -> None:
    pytest.importorskip("resvg_py")
    pytest.importorskip("typst")
    network = Network(
        "n",
        actors=(NetActor("a", name, "State"), NetActor("b", "Plain", "State")),
        ties=(NetTie("1", "AIDS", "a", "b", 1),),
    )
    raster.font.cache_clear()
    usual, _ = raster.font()
    if not told:  # not every usual font has the Latin and Greek of all languages
        usual = next((file for file in raster._files() if not fonts.undrawable([name], [file])), usual)
    monkeypatch.setattr(raster, "_files", lambda: iter((usual,)))
    for draw in (view.png, view.pdf):
        if not told:
            assert draw(network)
            continue
        with pytest.raises(raster.CannotDraw) as caught:
            draw(network)
        assert caught.value.what == f"no font on this machine has the letters of: {told}"
    assert name.partition(" & ")[0] in view.svg(network), "what only the reader's machine draws is written"
    raster.font.cache_clear()


@pytest.mark.parametrize(
    ("content", "what"), [(None, "is not there"), (b"", "is not a font that"), (b"no font", "is not a font that")]
)
def test_a_font_of_your_own_that_cannot_be_read_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, content: bytes | None, what: str
) -> None:
    pytest.importorskip("resvg_py")
    own = tmp_path / "own.ttf"
    if content is not None:
        own.write_bytes(content)
    monkeypatch.setenv("TIEBOOK_FONT", str(own))
    raster.font.cache_clear()
    with pytest.raises(raster.CannotDraw, match=f"the font that TIEBOOK_FONT names {what}.*own.ttf"):
        view.png(hostile())
    raster.font.cache_clear()


def test_the_letters_of_a_font_are_read_from_its_tables() -> None:
    pytest.importorskip("resvg_py")
    file, name = raster.font()
    found = fonts.letters(file)
    assert any(low <= ord("é") <= high for low, high in found)
    assert not any(low <= 0x1B27 <= high for low, high in found)
    assert fonts.family(file) == name
    assert fonts.letters(Path(__file__)) == ()
    assert fonts.family(Path(__file__)) == "test_static"


def test_by_source_hue_tells_the_source_and_the_dash_the_sign() -> None:
    network = two_sources()
    show = view.Show(facts_only=False, colour="source")
    svg = view.svg(network, cache=CACHE, show=show)
    first, second = (tints[0] for tints in constants()["tints"][:2])
    signs = {constants()["themes"]["light"][tone] for tone in ("1", "-1")} - {first}
    root = ET.fromstring(svg)  # noqa: S314 -- our own
    strokes = {node.get("stroke") for node in root.iter(f"{SVG}path")}
    assert {first, second} <= strokes
    assert not signs & strokes
    assert "The first report" in texts(svg)
    assert "The second report" in texts(svg)
    tips = [node.text for node in root.iter(f"{SVG}title")]
    assert "Arland denied: sells arms to Borland (The second report)" in tips
    dark = view.svg(network, cache=CACHE, theme="dark", show=show)
    assert constants()["tints"][1][1] in dark
    usual = view.svg(network, cache=CACHE, show=view.Show(facts_only=False))
    assert second not in usual
    assert "The first report" not in texts(usual)


def test_what_two_sources_say_is_one_line_by_sign_and_two_by_source() -> None:
    network = two_sources()
    ends = {"borland", "dorland"}

    def lines(show: view.Show) -> list[tuple[int, int | None]]:
        drawn = view.geometry(network, cache=CACHE, show=show).lines
        names = [actor.id for actor in network.actors]
        found = [ln.relation for ln in drawn if {names[ln.relation.first], names[ln.relation.second]} == ends]
        return [(len(relation.ties), relation.tint) for relation in found]

    assert lines(view.Show()) == [(2, None)]
    assert lines(view.Show(colour="source")) == [(1, 0), (1, 1)]
    assert lines(view.Show(lines="pairs", colour="source")) == [(1, 0), (1, 1)]


def test_a_slim_picture_is_no_wider_than_it_needs_to_be() -> None:
    slim: list[tuple[int, int]] = []
    wide: list[tuple[int, int]] = []
    for seed in (1, 2, 3):  # of one network alone it would hang on the words of its labels
        network = synthetic(30, 45, seed=seed)
        for is_slim, found in ((True, slim), (False, wide)):
            text = view.svg(network, show=view.Show(lines="pairs"), cache=CACHE, slim=is_slim)
            width, height = re.search(r'width="(\d+)" height="(\d+)"', text).groups()  # type: ignore[union-attr]
            found.append((int(width), int(height)))
    assert sum(width for width, _ in slim) < 0.9 * sum(width for width, _ in wide)
    tall, low = (sum(height / width for width, height in each) for each in (slim, wide))
    assert tall > low
    small = Network(
        "Two", actors=(NetActor("a", "A", "State"), NetActor("b", "B", "State")), ties=(NetTie("1", "AIDS", "a", "b"),)
    )
    assert 'width="358"' in view.svg(small, slim=True)
    assert 'width="816"' in view.svg(small)


def test_a_picture_without_heading_keeps_drawing_legend_title_and_description() -> None:
    network = article()
    show = view.Show(lines="pairs")
    whole, bare = (view.svg(network, show=show, cache=CACHE, slim=True, headed=headed) for headed in (True, False))
    described = re.compile("<title>.*?</title><desc>.*?</desc>")
    assert described.search(bare)[0] == described.search(whole)[0]  # type: ignore[index]
    texts, fewer = (re.findall("<text[^>]*>([^<]+)</text>", text) for text in (whole, bare))
    assert len(fewer) < len(texts)
    gone = list(texts)
    for text in fewer:
        gone.remove(text)
    assert gone[0] in network.title
    assert "cooperative" in fewer
    assert any(text.startswith("Position and distance") for text in gone)
    assert not any(text.startswith("Position and distance") for text in fewer)
