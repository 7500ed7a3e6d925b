"""The coding room in real Chromium: by keys alone, by the mouse alone, in two windows, killed, on a phone, in the dark."""

from __future__ import annotations

import statistics
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests import shared
from tests.draft.pact import TEXT
from tests.draft.room import make_room
from tests.serve.room import MODES, SHIPPED, STANCES, codable, empty_case, expected, plain, served, way
from tests.serve.window import IDLE, Window, enter
from tests.view.browser import axe_faults, launch, npm_file
from tiebook.case import open_case
from tiebook.crosswalk.decisions import Decisions, decisions_file
from tiebook.crosswalk.missed_names import keep_missed
from tiebook.crosswalk.unresolved import Unresolved
from tiebook.draft.names import NameIndex
from tiebook.draft.store import decisions
from tiebook.serve.settings import Settings

CLAIMS = 20


@pytest.fixture(scope="module")
def chromium() -> Iterator[Any]:
    with launch() as started:
        yield started


@pytest.fixture
def room(tmp_path: Path) -> Any:
    """Return a small case with three open proposals."""
    return make_room(tmp_path / "pact")


@pytest.fixture
def address(room: Any) -> Iterator[str]:
    with served(Settings(case=room.folder, text=room.folder.parent / "pact.txt")) as found:
        yield found


@pytest.fixture
def shipped(tmp_path: Path) -> Iterator[tuple[Path, str]]:
    """Return the shipped article as a case without claims, and where it is served."""
    folder = empty_case(tmp_path / "article")
    with served(Settings(case=folder, text=shared.article())) as found:
        yield folder, found


def claims_of(folder: Path) -> list[dict[str, Any]]:
    return [plain(each) for each in tomllib.loads((folder / "claims.toml").read_text("utf-8"))["claim"]]


def test_twenty_claims_of_the_shipped_article_by_keyboard_alone(chromium, shipped, article):
    folder, where = shipped
    window = Window(chromium, where)
    coded = codable(open_case(SHIPPED, article), article, CLAIMS)
    index, at, counts = NameIndex(open_case(folder, article).entities), 1, []
    for each in coded:
        found = way(each, article, index, at)
        window.press(*found.keys)
        counts.append(len(found.keys) - (found.paragraph - at))
        at = found.paragraph
        assert window.said().startswith("Saved as"), (each.claim.id, window.said())
    assert claims_of(folder) == [plain(each) for each in expected(coded)]
    assert len(coded) == CLAIMS
    print(f"keys a claim: median {statistics.median(counts)}, most {max(counts)}; {counts}")
    assert statistics.median(counts) <= 15
    assert not window.wrong


def test_the_same_claims_by_the_mouse_alone(chromium, shipped, article):
    folder, where = shipped
    window = Window(chromium, where, viewport={"width": 1440, "height": 2400})
    coded = codable(open_case(SHIPPED, article), article, CLAIMS)
    index = NameIndex(open_case(folder, article).entities)
    click = window.tab.click
    for each in coded:
        claim, says = each.claim, each.entry.key_lines
        found = way(each, article, index, 0)
        click(f"#p{found.paragraph} .passage-number")
        window.idle()
        click(f'[data-own="chip-{claim.start}"]')
        click('[data-own="slot-tie"]')
        click(f'#chooser-list li:has-text("{claim.tie.lower().replace("_", " ")}")')
        window.idle()
        click(f'[data-own="chip-{claim.end}"]')
        window.idle()
        for _ in range(MODES.index(claim.mode)):
            click('[data-own="slot-mode"]')
        for name, ids in (("by", claim.by), ("regarding", claim.regarding), ("via", claim.via)):
            for entity in ids if name in says else ():
                click(f'[data-own="slot-{name}"]')
                window.tab.locator("#chooser-list li", has_text=entity_name(index, entity)).first.click()
                window.idle()
        if claim.negated:
            click('[data-own="slot-negated"]')
        for _ in range(STANCES.index(claim.stance) if "stance" in says else 0):
            click('[data-own="slot-stance"]')
        drag(window, found.paragraph, found.bounds)
        click('[data-own="act-Enter"]')
        window.idle()
        assert window.said().startswith("Saved as"), (claim.id, window.said())
    assert claims_of(folder) == [plain(each) for each in expected(coded)]
    assert not window.wrong


def entity_name(index, entity):
    return index.known(entity).name


def drag(window, paragraph, bounds):
    """Drag the mouse over the words of a claim."""
    window.idle()
    places = [window.tab.locator(f'#p{paragraph} [data-word="{word}"]') for word in bounds]
    places[0].scroll_into_view_if_needed()
    boxes = [place.bounding_box() for place in places]
    mouse = window.tab.mouse
    mouse.move(boxes[0]["x"] + 2, boxes[0]["y"] + boxes[0]["height"] / 2)
    mouse.down()
    mouse.move(boxes[1]["x"] + boxes[1]["width"] - 2, boxes[1]["y"] + boxes[1]["height"] / 2, steps=3)
    mouse.up()
    window.idle()


def test_accepting_a_right_proposal_is_one_key_and_the_next_is_shown(chromium, room, address):
    window = Window(chromium, address)
    assert "1 " not in window.said()
    window.press("Enter")
    assert (
        window.said()
        == "Saved as p2-china-sells-arms-to-iran.\n\nIt is not so that Russia sells arms to Yemen\n\nWhat is denied is not a tie."
    )
    window.press("x")
    assert "Rejected" in window.said()
    window.press("Enter")
    assert [each.decision for each in decisions(room.folder).values()] == ["accepted", "rejected", "accepted"]
    assert window.tab.inner_text("#progress") == "0 of 6 paragraphs done; 2 claims coded; 0 proposals open, 1 rejected."
    window.press("u", "u", "u", "u")
    assert "nothing to undo" in window.said()
    assert "[[claim]]" not in (room.folder / "claims.toml").read_text("utf-8")
    assert window.tab.inner_text("#kind") == "A proposal"
    assert not [each for each in window.wrong if "400" not in each]


def test_a_changed_field_is_marked_and_what_matched_another_name_says_which(chromium, address):
    window = Window(chromium, address)
    window.press("t", "4", "n", "Shift+ArrowRight")
    changed = window.tab.eval_on_selector_all(".slot.changed", "all => all.map(each => each.dataset.slot)")
    assert changed == ["to", "negated"]
    assert "was Iran" in window.tab.inner_text('[data-slot="to"]')
    assert "was affirmed" in window.tab.inner_text('[data-slot="negated"]')
    assert window.tab.get_attribute("#quote", "class") == "quote changed"
    assert "Look again: negated, and nothing in the quote denies it" in window.said()
    window.press("Escape", ".", ".")
    assert "\u201cWashington\u201d" in window.tab.inner_text("#chips")
    assert "ministry" in window.tab.inner_text('[data-slot="from"]').lower()


def test_enter_accepts_after_a_click_too(chromium, room, address):
    window = Window(chromium, address)
    window.tab.click('[data-own="slot-negated"]')
    window.tab.click('[data-own="slot-negated"]')
    window.idle()
    window.press("Enter")
    assert "Saved as p2-china-sells-arms-to-iran" in window.said()
    assert decisions(room.folder)
    window.tab.focus('[data-own="act-x"]')
    window.press("Enter")  # by the keyboard a button that has the focus is pressed
    assert "Rejected" in window.said()


def test_a_fault_says_what_is_right_and_writes_nothing(chromium, room, address):
    window = Window(chromium, address)
    window.press("j", "c", "2", "u", "s", "1", "m", "m", "Enter")
    assert "feared by whom? (by)" in window.said()
    assert not (room.folder / "claims.toml").read_text("utf-8")
    window.press("1", "Enter")  # the field that is missing waits for its number
    assert "Saved as p3-israel-uses-force-against-iran" in window.said()


def test_the_list_finds_anybody_and_makes_whom_nobody_knows(chromium, room, address):
    window = Window(chromium, address)
    window.press("k", "c", "/")
    window.tab.keyboard.type("Joint Command")
    window.tab.keyboard.press("Enter")
    window.tab.keyboard.type("military")
    window.tab.keyboard.press("Enter")
    window.idle()
    window.tab.keyboard.press("/")
    window.tab.keyboard.type("opposes")
    window.tab.keyboard.press("Enter")
    window.idle()
    window.tab.keyboard.press("/")
    window.tab.keyboard.type("qatar")
    window.tab.keyboard.press("Enter")
    window.idle()
    window.press("]", "Shift+ArrowRight", "Enter")
    assert "Saved as p1-joint-command-opposes-qatar" in window.said(), window.said()
    assert '[[actor]]\nname = "Joint Command"\nkind = "Military"\n' in (room.folder / "claims.toml").read_text("utf-8")


def test_a_list_that_closes_keeps_no_key_that_follows(chromium, address):
    window = Window(chromium, address)
    window.press("k", "c", "/")
    # all within one turn, as where the next key comes before the next frame is drawn
    assert window.tab.evaluate("""() => {
        const input = document.getElementById("chooser-input");
        input.value = "qatar";
        input.dispatchEvent(new Event("input"));
        input.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", bubbles: true }));
        return [document.getElementById("chooser").hidden, document.activeElement === input];
    }""") == [True, False]
    window.press("/")
    assert "type" in window.tab.inner_text("#chooser-title")


def test_a_line_that_is_not_whole_says_what_is_missing(chromium, room, address):
    window = Window(chromium, address)
    window.press("c", "Enter")
    assert window.said() == "Not saved yet. Missing: from, type, to, the words that say so."
    window.press("1", "Enter")
    assert window.said() == "Not saved yet. Missing: type, to, the words that say so."
    assert not (room.folder / "claims.toml").read_text("utf-8")


def test_two_windows_never_overwrite_each_other(chromium, room, address):
    one, other = Window(chromium, address), Window(chromium, address)
    one.press("Enter")
    before = (room.folder / "claims.toml").read_text("utf-8")
    other.press("x")
    assert "changed elsewhere meanwhile" in other.said()
    assert "decided there" in other.said()
    assert (room.folder / "claims.toml").read_text("utf-8") == before
    assert len(decisions(room.folder)) == 1
    one.press("x")
    other.press("c", "j", "c", "2", "u", "s", "1", "w", "1", "Enter")
    assert "Your line is kept: decide again" in other.said()
    other.press("Enter")
    assert "Saved as p3-israel-uses-force-against-iran" in other.said()
    assert [len(open_case(room.folder, TEXT).coded), len(decisions(room.folder))] == [2, 2]


def test_filters_and_progress(chromium, address):
    window = Window(chromium, address)
    window.tab.select_option("#show", "open")
    assert window.tab.locator("#list button").count() == 3
    window.tab.select_option("#of-type", "OPPOSES")
    assert window.tab.locator("#list button").count() == 1
    window.tab.click("#list button")
    window.idle()
    assert window.tab.inner_text("#where").startswith("paragraph 4")
    window.tab.evaluate("document.activeElement.blur()")
    window.press("d")
    assert window.tab.get_attribute("#p4", "class") == "passage done"
    assert window.tab.inner_text("#where").startswith("paragraph 5")
    window.press("u")
    assert window.tab.inner_text("#progress").startswith("0 of 6")
    assert not window.tab.locator("text=/accept all/i").count()


def test_nothing_of_a_hostile_text_runs(chromium, tmp_path):
    room = make_room(
        tmp_path / "pact", '[[actor]]\nname = "<img src=x onerror=alert(1)> Bank"\nid = "bank"\nkind = "Organization"\n'
    )
    text = tmp_path / "pact.txt"
    text.write_text(
        text.read_text("utf-8") + "\n\n<script>alert(1)</script> Iran and <img src=x onerror=alert(1)> Bank met.\n",
        "utf-8",
    )
    with served(Settings(case=room.folder, text=text)) as found:
        window = Window(chromium, found, "/code/pact#p7")
        window.press("1", "m", "e", "2")
        assert "<script>" in window.tab.inner_text("#p7")
        assert not window.tab.locator("#room img, #room script").count()
        assert not window.wrong


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", ["/code", "/code/pact/agree?reader=bo", "/resolve"])
def test_axe_finds_nothing_serious(chromium, room, address, scheme, path):
    from tests.draft.test_second_reader import TODAY  # noqa: PLC0415
    from tiebook.draft.editing.second import start_second  # noqa: PLC0415

    start_second(room.folder, TEXT, "Bo", TODAY)
    keep_missed(decisions_file(), "gsdb", [Unresolved("name", "Ceylon", 3, ("sri-lanka", "cyprus"))])
    axe = npm_file("axe-core", "4.10.2", "axe.min.js").read_text("utf-8")
    still = {"color_scheme": scheme, "reduced_motion": "reduce"}  # no colour on its way to another
    context = chromium.new_context(**still, bypass_csp=True, viewport={"width": 1440, "height": 900})
    enter(context, address)
    tab = context.new_page()
    tab.goto(address + path)
    if path == "/code":
        tab.wait_for_selector(f"{IDLE} #slots button", state="attached")
        tab.keyboard.press("n")
        tab.click("#more summary")
        tab.wait_for_selector(IDLE, state="attached")
    tab.evaluate(axe)
    states = [tab.evaluate(axe_faults("'main'"))]
    if path == "/code":
        tab.evaluate("document.activeElement.blur()")
        tab.keyboard.press("/")
        tab.wait_for_selector("#chooser-list li")
        states.append(tab.evaluate(axe_faults("'main'")))
    for found in states:
        bad = [
            (each["id"], each["nodes"][0]["html"][:200])
            for each in found["violations"]
            if each["impact"] in ("serious", "critical")
        ]
        assert not bad
    context.close()


@pytest.mark.parametrize("path", ["/code", "/code/pact/agree?reader=bo", "/resolve"])
def test_a_phone_scrolls_down_only(chromium, room, address, path):
    from tests.draft.test_second_reader import TODAY  # noqa: PLC0415
    from tiebook.draft.editing.second import start_second  # noqa: PLC0415

    start_second(room.folder, TEXT, "Bo", TODAY)
    keep_missed(decisions_file(), "gsdb", [Unresolved("name", "Ceylon", 3, ("sri-lanka", "cyprus"))])
    context = chromium.new_context(viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True)
    enter(context, address)
    tab = context.new_page()
    tab.goto(address + path)
    tab.wait_for_selector(f"{IDLE} #slots button" if path == "/code" else "main", state="attached")
    assert tab.evaluate("document.documentElement.scrollWidth") <= 390
    if path == "/code":
        tab.tap('[data-own="act-Enter"]')
        tab.wait_for_selector('#said:has-text("Saved as")')
    context.close()


def test_a_name_is_decided_and_undone_in_the_page(chromium, address):
    keep_missed(decisions_file(), "gsdb", [Unresolved("name", "Ceylon", 3, ("sri-lanka", "cyprus"))])
    context = chromium.new_context()
    enter(context, address)
    tab = context.new_page()
    tab.goto(f"{address}/resolve")
    tab.click("text='Sri Lanka'")
    tab.wait_for_selector("#said:has-text('Ceylon is Sri Lanka; load gsdb again to apply it.')")
    assert Decisions(decisions_file()).all() == [("gsdb", "Ceylon", "sri-lanka")]
    tab.click("text='Undo'")
    tab.wait_for_selector("#said:has-text('undecided again')")
    tab.fill("input[name=other]", "Siri Lanca")
    tab.keyboard.press("Enter")
    tab.wait_for_selector("#said:has-text('there is no actor called')")
    assert Decisions(decisions_file()).all() == []
    context.close()


def test_the_second_readers_page_hides_the_first_until_both_stand_beside_the_text(chromium, address):
    window = Window(chromium, address)
    window.press("Enter")
    window.tab.click("summary:has-text('A second reader')")
    window.tab.fill("#second input", "Bo")
    window.tab.click("#second button")
    window.tab.wait_for_url("**/code/pact?reader=bo")
    window.idle()
    assert "p2-china-sells-arms" not in window.tab.content()
    assert "sells arms" not in window.tab.inner_text("#list")
    assert window.tab.locator("#text .coded").count() == 0
    window.press("j", "c", "1", "a", "i", "2", "Enter")
    assert "Saved as" in window.said(), window.said()
    assert not window.tab.is_visible("#compare")
    window.press("k", *"dddddd")
    assert window.tab.is_visible("#compare")
    window.tab.click("#compare a")
    window.tab.wait_for_selector(".pairs")
    assert "SELLS_ARMS_TO | AIDS" in window.tab.inner_text("#p2")


def test_a_page_whose_server_is_gone_says_so_and_keeps_the_line(chromium, address):
    window = Window(chromium, address)
    window.tab.route("**/code/pact/accept", lambda route: route.abort())
    window.press("n", "n")
    window.tab.keyboard.press("Enter")
    window.tab.wait_for_selector("#said:has-text('tiebook serve does not answer')")
    window.tab.unroute("**/code/pact/accept")
    window.press("Enter")
    assert "Saved as p2-china-sells-arms-to-iran" in window.said()
