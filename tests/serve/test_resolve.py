"""Names that no load could resolve: noted by the load, shown with candidates, decided and undone as the command does."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from starlette.testclient import TestClient

from tests.conftest import ROOT
from tests.serve.conftest import post_json
from tests.serve.room import room_client
from tiebook.cli.load import resolve
from tiebook.crosswalk.decisions import Decisions, decisions_file
from tiebook.crosswalk.missed_names import keep_missed, missed_file, read_missed
from tiebook.crosswalk.unresolved import Unresolved
from tiebook.engine.kglite.engine import KgliteEngine
from tiebook.errors import BadSource
from tiebook.python.loaded import dataset_loaded
from tiebook.sources.row_filter import RowFilter

CEYLON = Unresolved("name", "Cey<b>lon", 3, ("sri-lanka", "cyprus"))
CODE = Unresolved("cow", "999", 1, ())


@pytest.fixture
def client(tmp_path: Path) -> TestClient:
    return room_client(tmp_path)


def noted(*missed: Unresolved) -> Path:
    keep_missed(decisions_file(), "gsdb", missed)
    return decisions_file()


def test_a_load_notes_what_it_could_not_resolve_and_the_next_what_is_left(tmp_path):
    sample = next((ROOT / "tests" / "samples" / "gsdb").glob("*.csv"))
    text = sample.read_text("utf-8", errors="replace")
    known = next(name for name in ("Iran", "China", "Russia", "Germany") if f",{name}," in text)
    changed = tmp_path / sample.name
    changed.write_text(text.replace(f",{known},", ",Wakanda,"), "utf-8")
    dataset_loaded(KgliteEngine(tmp_path / "t.kgl"), "gsdb", [changed], RowFilter(), dry_run=True)
    assert not missed_file(decisions_file()).exists()
    dataset_loaded(KgliteEngine(tmp_path / "t.kgl"), "gsdb", [changed], RowFilter())
    assert "Wakanda" in {each.text for each in read_missed(decisions_file())["gsdb"]}
    Decisions(decisions_file()).decide("gsdb", "Wakanda", "iran")
    dataset_loaded(KgliteEngine(tmp_path / "t.kgl"), "gsdb", [changed], RowFilter())
    assert "Wakanda" not in {each.text for each in read_missed(decisions_file()).get("gsdb", [])}


def test_the_page_shows_them_with_their_candidates_and_escapes_them(client):
    noted(CEYLON, CODE)
    page = client.get("/resolve").text
    assert "Cey&lt;b&gt;lon" in page
    assert '<button type="button" name="actor" value="sri-lanka">Sri Lanka</button>' in page
    assert "cow:999" in page
    assert "3 times" in page
    assert 'href="/resolve"' in page


def test_a_decision_is_the_commands_own_and_is_undone_like_it(client):
    kept = noted(CEYLON, CODE)
    done = post_json(client, "/resolve/decide", {"source": "gsdb", "name": CEYLON.text, "actor": "Sri Lanka"})
    assert done.json() == {"source": "gsdb", "actor": "sri-lanka", "name": "Sri Lanka"}
    assert Decisions(kept).all() == [("gsdb", CEYLON.text, "sri-lanka")]
    assert f"gsdb\t{CEYLON.text}\tsri-lanka" in CliRunner().invoke(resolve.command, []).stdout
    page = client.get("/resolve").text
    assert page.index("Decided") < page.index("Cey&lt;b&gt;lon")
    assert "cow:999" in page[: page.index("Decided")]
    assert post_json(client, "/resolve/undo", {"source": "gsdb", "name": CEYLON.text}).status_code == 200
    assert Decisions(kept).all() == []
    assert client.get("/resolve").text.count("Cey&lt;b&gt;lon") >= 1


def test_a_decision_for_every_source_counts_everywhere(client):
    kept = noted(CEYLON)
    Decisions(kept).decide("*", CEYLON.text, "sri-lanka")
    page = client.get("/resolve").text
    assert "All sources" in page
    assert 'value="sri-lanka"' not in page
    post_json(client, "/resolve/undo", {"source": "*", "name": CEYLON.text})
    assert 'value="sri-lanka"' in client.get("/resolve").text


@pytest.mark.parametrize(
    ("what", "sent", "status"),
    [
        ("decide", {"source": "gsdb", "name": "Ceylon", "actor": "Sri Lanke"}, 404),
        ("decide", {"source": "no-such", "name": "Ceylon", "actor": "iran"}, 400),
        ("decide", {"source": "gsdb", "name": " ", "actor": "iran"}, 400),
        ("decide", {"source": "gsdb", "name": "Ceylon"}, 400),
        ("decide", [], 400),
        ("undo", {"source": "gsdb", "name": "Ceylon"}, 400),
        ("everything", {}, 404),
    ],
)
def test_what_cannot_be_decided_is_told_and_nothing_is_written(client, what, sent, status):
    told = post_json(client, f"/resolve/{what}", sent)
    assert told.status_code == status
    assert "Traceback" not in told.text
    assert not decisions_file().exists()


def test_the_nearest_actor_is_told(client):
    told: Any = post_json(client, "/resolve/decide", {"source": "gsdb", "name": "x", "actor": "Sri Lanke"}).json()
    assert "Sri Lanka" in told["hint"]


def test_nothing_to_decide_is_said(client):
    assert "There are none" in client.get("/resolve").text


def test_a_damaged_note_is_told_and_the_next_load_writes_it_anew(client):
    path = missed_file(noted(CEYLON))
    for broken in ("[]", "{", json.dumps({"gsdb": 7}), json.dumps({"gsdb": {"names": [[1]]}})):
        path.write_text(broken, "utf-8")
        with pytest.raises(BadSource, match="the next load writes it again"):
            read_missed(decisions_file())
        assert client.get("/resolve").status_code == 400
        noted(CEYLON)
        assert read_missed(decisions_file()) == {"gsdb": [CEYLON]}
    noted()
    assert read_missed(decisions_file()) == {}
