"""The coding room's addresses: what they show, what they write and what they refuse."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from tests.draft.room import coding, line, make_room
from tests.serve.conftest import HERE, TOKEN, post_json
from tests.serve.room import SHIPPED, no_engine, room_client
from tiebook import serve
from tiebook.ask.document.facts import Fact
from tiebook.ask.document.marks import marks_of_fact, said_kind
from tiebook.draft.editing.changes import CHANGES
from tiebook.draft.store import open_proposals
from tiebook.serve.app import create_app
from tiebook.serve.settings import Settings
from tiebook.view.network import MODES

FEAR = line(3, "israel USES_FORCE_AGAINST iran", "Israel may attack Iran", mode="feared", by=["iran"])


@pytest.fixture
def room(tmp_path: Path) -> Any:
    return make_room(tmp_path / "pact")


@pytest.fixture
def client(room: Any) -> TestClient:
    return room_client(room.folder, room.folder.parent / "pact.txt")


def state(client: TestClient) -> Any:
    return client.get("/code/pact/state.json").json()


def test_the_page_can_be_read_without_a_script_and_the_menu_leads_there(client):
    page = client.get("/code")
    assert str(page.url) == f"{HERE}/code/pact"
    assert "China sold drones to Iran in 2016" in page.text
    assert "<noscript>" in page.text
    assert 'href="/code"' in page.text
    assert "style=" not in page.text
    assert page.text.count("<script") == 1


def test_without_a_case_there_is_no_room(browser):
    assert browser.get("/code").status_code == 404
    assert browser.get("/code/pact").status_code == 404
    assert 'href="/code"' not in browser.get("/").text


def test_only_the_served_case_is_open(client):
    for address in (
        "/code/other",
        "/code/pact/secrets.json",
        "/code/other/state.json",
        "/code/%2e%2e/state.json",
    ):
        assert client.get(address).status_code == 404, address
    assert post_json(client, "/code/other/add", {}).status_code == 404
    assert post_json(client, "/code/pact/everything", {}).status_code == 404
    told = client.get("/code/pact/state.json?reader=nobody")
    assert (told.status_code, told.json()["error"]) == (404, "nobody called 'nobody' has a second pass")


def test_the_text_and_the_choices(client):
    text = client.get("/code/pact/text.json").json()
    assert "".join(text["paragraphs"][1]["pieces"]).startswith("China sold drones")
    assert [chip["id"] for chip in text["paragraphs"][1]["chips"]] == ["china", "iran", "russia", "yemen"]
    choices = client.get("/code/pact/choices.json").json()
    assert {"name", "words", "key", "definition", "from", "to"} == set(choices["types"][0])
    assert "source" not in {each["label"].lower() for each in choices["kinds"]}


def test_the_list_says_what_is_no_fact_as_answers_do(client):
    told = client.get("/code/pact/choices.json").json()["standings"]
    assert set(told) == set(MODES)
    for mode, (held, negated) in told.items():
        assert held == (said_kind(Fact("", mode=mode)) or "")
        assert negated == next(marks_of_fact(Fact("", mode=mode, negated=True))).text
    script = (Path(serve.__file__).parent / "assets" / "code-desk.js").read_text("utf-8")
    assert "choices.standings" in script
    assert not [text for pair in told.values() for text in pair if " " in text and text in script]


def test_a_whole_sitting(client, room):
    first = state(client)
    assert first["progress"] == {"paragraphs": 6, "done": 0, "claims": 0, "open": 3, "rejected": 0}
    sale, denial, embargo = (each["id"] for each in first["proposals"])
    after = post_json(client, "/code/pact/accept", {"proposal": sale, "line": None, "version": first["version"]}).json()
    assert after["claim"] == "p2-china-sells-arms-to-iran"
    after = post_json(client, "/code/pact/reject", {"proposal": denial, "version": after["state"]["version"]}).json()
    after = post_json(client, "/code/pact/add", {"line": FEAR, "version": after["state"]["version"]}).json()
    after = post_json(client, "/code/pact/mark", {"paragraph": 3, "version": after["state"]["version"]}).json()
    changed = {**FEAR, "mode": "expected"}
    sent = {"claim": "p3-israel-uses-force-against-iran", "line": changed, "version": after["state"]["version"]}
    after = post_json(client, "/code/pact/edit", sent).json()
    assert 'mode = "expected"' in coding(room)
    after = post_json(
        client, "/code/pact/remove", {"claim": sent["claim"], "version": after["state"]["version"]}
    ).json()
    assert after["state"]["progress"] == {"paragraphs": 6, "done": 1, "claims": 1, "open": 1, "rejected": 1}
    after = post_json(client, "/code/pact/undo", {"version": after["state"]["version"]}).json()
    assert after["undone"]["did"] == "removed"
    after = post_json(client, "/code/pact/reopen", {"proposal": denial, "version": after["state"]["version"]}).json()
    assert after["state"] == state(client)
    assert [each.id for each in open_proposals(room.folder)] == [denial, embargo]


def test_a_line_is_looked_at_without_being_written(client, room):
    found = post_json(client, "/code/pact/check", {"line": FEAR}).json()
    assert found["faults"] == []
    assert found["derived"]["gloss"] == "Iran fears that Israel uses force against Iran"
    found = post_json(client, "/code/pact/check", {"line": {**FEAR, "by": []}}).json()
    assert found["faults"] == [{"field": "mode", "message": "feared by whom? (by)"}]
    ministry = {
        "paragraph": 4,
        "from": "ministry-of-trade",
        "tie": "OPPOSES",
        "to": "united-states",
        "words": FEAR["words"],
    }
    embargo = open_proposals(room.folder)[2].id
    assert post_json(client, "/code/pact/check", {"line": ministry, "proposal": embargo}).json()["faults"] == []
    assert "unknown id 'ministry-of-trade'" in str(post_json(client, "/code/pact/check", {"line": ministry}).json())
    found = post_json(client, "/code/pact/suggest", {"paragraph": 3, "from": "israel", "to": "iran"}).json()
    assert line(3, "a b c", "Israel may attack Iran")["words"] in found["suggestions"]
    new = post_json(client, "/code/pact/entity", {"name": "Ministry of Trade", "kind": "GovernmentBody"}).json()
    assert (new["id"], new["label"], new["known"]) == ("ministry-of-trade", "Actor", False)
    assert post_json(client, "/code/pact/entity", {"name": "Peking", "kind": "State"}).json()["id"] == "china"
    assert not coding(room)


def test_a_fault_is_told_by_field_and_a_window_that_is_behind_gets_the_state(client, room):
    version = state(client)["version"]
    told = post_json(client, "/code/pact/add", {"line": {**FEAR, "by": []}, "version": version})
    assert told.status_code == 422
    assert told.json()["faults"] == [{"field": "mode", "message": "feared by whom? (by)"}]
    (room.folder / "claims.toml").write_text("# theirs\n", "utf-8")
    told = post_json(client, "/code/pact/add", {"line": FEAR, "version": version})
    assert told.status_code == 409
    assert told.json()["state"] == state(client)
    assert coding(room) == "# theirs\n"
    (room.folder / "claims.toml").write_text('[[claim]]\nsays = "x AIDS y"\nquote = "no"\n', "utf-8")
    for address in ("/code/pact", "/code/pact/state.json"):
        told = client.get(address)
        assert told.status_code == 400
        assert "claims.toml:3: the quote is in no paragraph" in told.text.replace("&#39;", "'")
    assert post_json(client, "/code/pact/undo", {"version": version}).status_code == 400


NONSENSE: list[Any] = [
    *([], "x", None, {}, {"version": 7}, {"version": "x"}, {"line": 3, "version": "x"}),
    {"line": {"paragraph": True}, "version": "x"},
    {"proposal": ["x"], "version": "x"},
    {"paragraph": 10**30, "version": "x"},
    {"line": {"paragraph": 2, "words": [1e9, 2]}, "version": "x"},
    {"reader": "\u4e2d", "name": "\x00", "kind": "State", "paragraph": "1"},
]


def test_what_is_no_request_is_refused_in_one_line_and_writes_nothing(client, room):
    before = {path.name: path.read_bytes() for path in room.folder.rglob("*") if path.is_file() and path.suffix}
    for what in CHANGES:
        for sent in NONSENSE:
            told = post_json(client, f"/code/pact/{what}", sent)
            assert told.status_code in (400, 404, 409, 422), (what, sent, told.text)
            assert set(told.json()) <= {"error", "hint", "state", "faults"}
    assert {path.name: path.read_bytes() for path in room.folder.rglob("*") if path.is_file() and path.suffix} == before


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"sec-fetch-site": "cross-site"}, 403),
        ({"sec-fetch-site": "same-site"}, 403),
        ({"origin": "http://evil.example"}, 403),
        ({"origin": HERE, "content-type": "text/plain"}, 415),
        ({"origin": HERE, "cookie": "x=y"}, 401),
    ],
)
def test_only_the_page_itself_writes(client, room, headers, status):
    sent = {"content-type": "application/json", **headers}
    if "cookie" in headers:
        client.cookies.clear()
    version = {"version": "x", "line": FEAR}
    told = client.post("/code/pact/add", content=json.dumps(version), headers=sent)
    assert told.status_code == status
    assert not coding(room)


def test_the_second_reading_and_both_beside_the_text(client, room):
    post_json(
        client,
        "/code/pact/accept",
        {"proposal": open_proposals(room.folder)[0].id, "version": state(client)["version"]},
    )
    made = post_json(client, "/code/pact/second", {"reader": "Bo L."})
    assert made.json() == {"reader": "bo-l"}
    blind = client.get("/code/pact/state.json?reader=bo-l").json()
    assert (blind["claims"], blind["proposals"], blind["who"]) == ([], [], "Bo L.")
    sent = {"line": line(2, "china AIDS iran", "sold drones to Iran"), "version": blind["version"]}
    assert post_json(client, "/code/pact/add?reader=bo-l", sent).status_code == 200
    assert coding(room).count("[[claim]]") == 1
    page = client.get("/code/pact/agree?reader=bo-l").text
    assert "SELLS_ARMS_TO | AIDS" in page
    assert "?reader=bo-l" in client.get("/code/pact").text
    assert "the first reader" in client.get("/code/pact?reader=bo-l").text
    told = client.get("/code/pact/agree")
    assert told.status_code == 400
    assert "bo-l" in told.text
    assert post_json(client, "/code/pact/second?reader=bo-l", {"reader": "Cy"}).status_code == 400


def test_what_ships_is_not_changed_and_a_text_that_is_not_there_is_told(tmp_path):
    client = room_client(SHIPPED)
    told = client.get("/code")
    assert told.status_code in (400, 404)
    room = make_room(tmp_path / "pact")
    client = room_client(room.folder)
    told = client.get("/code")
    assert told.status_code == 404
    assert "The text of pact is not available" in told.text


def test_a_text_that_was_edited_is_read_again(client, room):
    assert len(client.get("/code/pact/text.json").json()["paragraphs"]) == 6
    path = room.folder.parent / "pact.txt"
    path.write_text(path.read_text("utf-8") + "\n\nOne more.\n", "utf-8")
    assert len(client.get("/code/pact/text.json").json()["paragraphs"]) == 7


def test_the_application_is_made_without_the_graph(room):
    assert create_app(Settings(token=TOKEN, case=room.folder), no_engine)
