"""A second reader sees nothing of the first's claims; afterwards both stand beside the text."""

import json
from datetime import date

import pytest

from tests.draft.pact import TEXT
from tests.draft.room import line, make_room, version
from tiebook.case import open_case
from tiebook.draft.editing.editor import Editor
from tiebook.draft.editing.second import beside, second_passes, start_second
from tiebook.draft.editing.shown import shown_state, shown_text
from tiebook.draft.store import open_proposals
from tiebook.errors import UsageError

TODAY = date(2026, 1, 2)
SECRET = """
[[actor]]
name = "Ministry of Trade"
kind = "GovernmentBody"

# a thought of the first reader
[[claim]]
says = "ministry-of-trade OPPOSES united-states"
gloss = "A thought of the first reader"
quote = "rejected Washington's embargo"
"""


@pytest.fixture
def first(tmp_path):
    room = make_room(tmp_path / "pact", SECRET)
    room.accept(open_proposals(room.folder)[0].id, None, version(room))
    return room


@pytest.fixture
def second(first):
    return Editor(start_second(first.folder, TEXT, "Bo L.", TODAY), TEXT, "Bo L.")


def test_the_second_sees_the_entities_and_nothing_else_of_the_first(first, second):
    assert second_passes(first.folder) == {"bo-l": second.folder}
    case = open_case(second.folder, TEXT)
    assert (case.id, case.coder.name, case.coder.date) == ("pact-bo-l", "Bo L.", TODAY)
    assert "ministry-of-trade" in {each.id for each in case.entities}
    shown = json.dumps([shown_state(second), shown_text(second)])
    for secret in ("thought of the first", "OPPOSES", "p2-china", "Washington's"):
        assert secret not in shown
    everything = b"".join(path.read_bytes() for path in second.folder.iterdir() if path.is_file())
    assert b"thought" not in everything
    assert shown_state(second)["progress"]["open"] == 0


def test_it_begins_once_for_each_reader(first, second):
    assert second.folder.parent.name == "second"
    with pytest.raises(UsageError, match="has a second pass already"):
        start_second(first.folder, TEXT, "Bo L.", TODAY)
    with pytest.raises(UsageError, match="gives no id"):
        start_second(first.folder, TEXT, "\u4e2d", TODAY)


def test_the_path_of_the_text_is_the_same_file(first):
    head = first.folder / "case.toml"
    head.write_text(head.read_text("utf-8").replace("[coder]", 'text = "../pact.txt"\n[coder]'), "utf-8")
    folder = start_second(first.folder, TEXT, "Cy", TODAY)
    named = open_case(folder, TEXT).source.text
    assert named is not None
    assert (folder / named).resolve() == (first.folder.parent / "pact.txt").resolve()


def test_the_first_is_not_touched_by_the_second(first, second):
    before = {path.name: path.read_bytes() for path in first.folder.iterdir() if path.is_file()}
    second.add(line(2, "china AIDS iran", "sold drones to Iran"), version(second))
    assert {path.name: path.read_bytes() for path in first.folder.iterdir() if path.is_file()} == before


def test_both_beside_the_text(first, second):
    second.add(line(2, "china AIDS iran", "sold drones to Iran", since="2016"), version(second))
    second.add(line(3, "israel USES_FORCE_AGAINST iran", "may attack", mode="feared", by=["iran"]), version(second))
    found = beside(first.folder, second.folder, TEXT)
    assert (found["first"], found["second"]) == ("Tester", "Bo L.")
    rows = {each["number"]: each["rows"] for each in found["paragraphs"]}
    ((both,), (alone,), (missing,)) = rows[2], rows[3], rows[4]
    assert both["first"]["words"] == [0, 4]
    assert both["second"]["quote"] == "sold drones to Iran"
    assert {each["field"]: (each["first"], each["second"]) for each in both["differs"]}["tie"] == (
        "SELLS_ARMS_TO",
        "AIDS",
    )
    assert alone["first"] is None
    assert alone["second"]["tie"] == "USES_FORCE_AGAINST"
    assert missing["first"]["gloss"] == "A thought of the first reader"
    assert missing["second"] is None
    figures = {(each["field"], each["measure"]): each["value"] for each in found["figures"]}
    assert figures["passages", "F1"] == 0.5
