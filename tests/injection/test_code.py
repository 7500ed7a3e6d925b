"""Every payload through every address and field of the coding room, the second reading and the page of names."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlencode

import pytest
from starlette.testclient import TestClient

from tests.draft.room import line, make_room
from tests.injection.hostile_room import FREE, LONGEST, READER, hostile_room
from tests.injection.payloads import Canary, payloads
from tests.serve.conftest import post_json
from tests.serve.inert import faults
from tests.serve.room import room_client
from tiebook.case.correct import FIELDS
from tiebook.case.names import slug
from tiebook.crosswalk.decisions import Decisions, decisions_file
from tiebook.crosswalk.missed_names import keep_missed
from tiebook.crosswalk.unresolved import Unresolved
from tiebook.draft.editing.changes import CHANGES
from tiebook.draft.editing.editor import Editor

TEXTS = [each.text for each in payloads()]
LONE = "half \ud800 a character"  # JSON can say it, no file can hold it
SALE = line(2, "china SELLS_ARMS_TO iran", "China sold drones to Iran")
SENT: Mapping[str, Mapping[str, Any]] = {
    "check": {"line": SALE, "proposal": "p", "claim": "c"},
    "suggest": {"paragraph": 2, "from": "china", "to": "iran"},
    "entity": {"name": "Bank", "kind": "State"},
    "add": {"line": SALE, "version": ""},
    "accept": {"proposal": "p", "line": SALE, "version": ""},
    "reject": {"proposal": "p", "version": ""},
    "edit": {"claim": "c", "line": SALE, "version": ""},
    "remove": {"claim": "c", "version": ""},
    "reopen": {"proposal": "p", "version": ""},
    "mark": {"paragraph": 2, "version": "", "done": True},
    "undo": {"version": ""},
    "second": {"reader": "Bo"},
}


@pytest.fixture
def canary(tmp_path: Path) -> Canary:
    folder = tmp_path / "canary"
    folder.mkdir()
    return Canary(folder)


@pytest.fixture
def room(tmp_path: Path) -> Editor:
    return make_room(tmp_path / "pact")


@pytest.fixture
def client(room: Editor) -> TestClient:
    return room_client(room.folder, room.folder.parent / "pact.txt")


def files(folder: Path) -> dict[str, bytes]:
    """Return what a case holds and what lies beside it, locks left out."""
    found = sorted(each for each in folder.parent.rglob("*") if each.is_file() and each.name != ".lock")
    return {str(each.relative_to(folder.parent)): each.read_bytes() for each in found}


def state_of(client: TestClient) -> Any:
    return client.get("/code/pact/state.json").json()


def fields() -> Iterator[tuple[str, str]]:
    """Yield each change with each field of it; `line.NAME` is a field of the claim line."""
    for change, sent in SENT.items():
        yield from ((change, name) for name in sent)
    yield from (("check", f"line.{name}") for name in [*FIELDS, "words", "new", "no-such-field"])


def test_every_change_is_tried() -> None:
    assert SENT.keys() == CHANGES.keys()


@pytest.mark.parametrize(("change", "field"), list(fields()), ids=lambda value: value)
def test_no_payload_in_a_field_gets_further_than_that_field(change, field, room, client, canary):
    before, version = files(room.folder), state_of(client)["version"]
    for text in [*(each.text for each in payloads(canary.path)), LONE]:
        sent = {**SENT[change], **({"version": version} if "version" in SENT[change] else {})}
        if field.startswith("line."):
            sent["line"] = {**SALE, field.partition(".")[2]: text}
        else:
            sent[field] = text
        answer = post_json(client, f"/code/pact/{change}", sent)
        assert answer.status_code < 500, (text, answer.text)
        assert "Traceback" not in answer.text
        canary.check(answer.text)
        if change == "second" and answer.status_code == 200:
            assert set(files(room.folder)) - set(before) <= {
                f"pact/second/{slug(text)}/{name}" for name in ("case.toml", "claims.toml", "entities.toml")
            }
            before = files(room.folder)
        elif answer.status_code == 200 and change in ("add", "mark"):
            undone = post_json(client, "/code/pact/undo", {"version": answer.json()["state"]["version"]})
            assert undone.status_code == 200, text
            version = undone.json()["state"]["version"]
            after = files(room.folder)
            assert after["pact/claims.toml"].strip() == before["pact/claims.toml"].strip(), text
            before = after
        assert files(room.folder) == before, text


def test_what_is_saved_comes_back_equal(room, client):
    for text in [*TEXTS, "a\u2028[[claim]]\u2028says = 1", "b\u0085[claim]", '"""\n[[claim]]\n"""', "'''\n[[claim]]\n"]:
        version = state_of(client)["version"]
        sent = {**SALE, "mode": "conditional", **dict.fromkeys(FREE, text)}
        added = post_json(client, "/code/pact/add", {"line": sent, "version": version}).json()
        (entry,) = tomllib.loads((room.folder / "claims.toml").read_text("utf-8"))["claim"]
        assert [entry[name] for name in FREE] == [text] * len(FREE)
        assert added["state"]["claims"][0]["values"]["note"] == text
        sent["note"] = f"again {text}"[:LONGEST]
        changed = {"claim": added["claim"], "line": sent, "version": added["state"]["version"]}
        edited = post_json(client, "/code/pact/edit", changed)
        assert edited.status_code == 200, (text, edited.text)
        (entry,) = tomllib.loads((room.folder / "claims.toml").read_text("utf-8"))["claim"]
        assert [entry[name] for name in FREE] == [*[text] * (len(FREE) - 1), sent["note"]]
        removed = {"claim": added["claim"], "version": edited.json()["state"]["version"]}
        assert post_json(client, "/code/pact/remove", removed).status_code == 200, text
        assert (room.folder / "claims.toml").read_bytes() == b"", text


def test_a_name_that_a_claim_brings_comes_back_equal(room, client):
    for text in TEXTS:
        version = state_of(client)["version"]
        found = post_json(client, "/code/pact/entity", {"name": text, "kind": "State"})
        if found.status_code == 400:
            assert "gives no id" in found.json()["error"]
            continue
        sent = {**SALE, "to": found.json()["id"], "new": [{"name": text, "kind": "State"}]}
        added = post_json(client, "/code/pact/add", {"line": sent, "version": version})
        if added.status_code == 422:
            assert len(text) > 1000, (text, added.text)
            continue
        held = tomllib.loads((room.folder / "claims.toml").read_text("utf-8"))
        assert held["actor"][0]["name"] == " ".join(text.split())
        version = added.json()["state"]["version"]
        assert post_json(client, "/code/pact/undo", {"version": version}).status_code == 200, text
        assert not tomllib.loads((room.folder / "claims.toml").read_text("utf-8")), text


def test_every_payload_as_a_part_of_the_path_and_as_the_reader(client, canary):
    for text in (each.text for each in payloads(canary.path)):
        part = quote(text.encode("utf-8", "surrogatepass"), safe="")
        reader = urlencode({"reader": text})
        for address in (f"/code/{part}", f"/code/pact/{part}.json", f"/code/{part}/state.json", f"/code/pact?{reader}",
                        f"/code/pact/agree?{reader}", f"/code/pact/state.json?{reader}", f"/resolve/{part}"):  # fmt: skip
            answer = client.get(address)
            assert 400 <= answer.status_code < 500, address
            if answer.headers["content-type"].startswith("text/html"):
                assert not faults(answer.text), address
            canary.check(answer.text)


def test_the_pages_of_a_case_of_payloads_are_inert(tmp_path):
    hostile_room(tmp_path / "hostile", TEXTS)
    client = room_client(tmp_path / "hostile", tmp_path / "hostile.txt")
    reader = urlencode({"reader": slug(READER)})
    for page in ("/code", f"/code/hostile?{reader}", f"/code/hostile/agree?{reader}"):
        answer = client.get(page)
        assert answer.status_code == 200
        assert not faults(answer.text), faults(answer.text)
    state = client.get("/code/hostile/state.json").json()
    assert {each["id"] for each in state["proposals"]} == set(TEXTS)
    assert {each["values"]["note"] for each in state["claims"]} == set(TEXTS)
    entities = client.get("/code/hostile/text.json").json()["entities"]
    assert {each["name"] for each in entities} >= set(TEXTS)


def test_names_that_are_payloads_are_shown_decided_and_undone(client):
    missed = [Unresolved("name", text, number, ("iran", text)) for number, text in enumerate(TEXTS, 1)]
    keep_missed(decisions_file(), "gsdb", missed)
    assert not faults(client.get("/resolve").text)
    for text in TEXTS:
        done = post_json(client, "/resolve/decide", {"source": "gsdb", "name": text, "actor": "iran"})
        assert done.status_code == 200, (text, done.text)
    assert {text for _, text, _ in Decisions(decisions_file()).all()} == set(TEXTS)
    assert not faults(client.get("/resolve").text)
    for text in TEXTS:
        assert post_json(client, "/resolve/decide", {"source": text, "name": "x", "actor": "iran"}).status_code < 500
        assert post_json(client, "/resolve/decide", {"source": "gsdb", "name": "x", "actor": text}).status_code < 500
        done = post_json(client, "/resolve/undo", {"source": "gsdb", "name": text})
        assert done.status_code == 200, (text, done.text)
    assert json.dumps(Decisions(decisions_file()).all()) == "[]"
