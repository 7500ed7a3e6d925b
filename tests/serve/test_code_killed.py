"""kill -9 while claims are being coded: whatever was said to be saved is there, whole, and the next sitting goes on from it."""

from __future__ import annotations

import json
import random
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import httpx
import pytest

from tests.draft.pact import TEXT
from tests.draft.room import coding, line, make_room
from tests.serve.room import TOKEN
from tiebook.case import open_case
from tiebook.draft.store import decisions, read_proposals

SERVE = """
import sys
from pathlib import Path
from tiebook.serve.run import serve
from tiebook.serve.settings import Settings
folder = Path(sys.argv[1])
settings = Settings(token=sys.argv[2], case=folder, text=folder.parent / "pact.txt")
serve(settings, lambda: None, host="127.0.0.1", port=0, ready=lambda address: print(address, flush=True))
"""
ACTORS = ("china", "russia", "yemen", "oman", "qatar", "israel", "india", "germany", "france")


@contextmanager
def started(folder: Path) -> Iterator[tuple[Any, httpx.Client]]:
    """Start a process that serves a case; yield it and a client that has its token."""
    command = [sys.executable, "-c", SERVE, str(folder), TOKEN]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        address = process.stdout.readline().partition("/?")[0]
        headers = {"authorization": f"Bearer {TOKEN}", "origin": address}
        with httpx.Client(base_url=address, headers=headers, timeout=60) as client:
            yield process, client
        process.kill()


def send(client: httpx.Client, what: str, **data: Any) -> Any:
    headers = {"content-type": "application/json"}
    answer = client.post(f"/code/pact/{what}", content=json.dumps(data), headers=headers)
    assert answer.status_code == 200, answer.text
    return answer.json()


@pytest.mark.parametrize("seed", range(6))
def test_what_was_said_to_be_saved_is_there(tmp_path, seed):
    chance = random.Random(seed)
    room = make_room(tmp_path / "pact", "# mine\n")
    saved: list[str] = []
    with started(room.folder) as (process, client):
        state = client.get("/code/pact/state.json").json()
        last = chance.randrange(len(ACTORS) + 2)
        try:
            for number, one in enumerate(ACTORS):
                if number == last:
                    threading.Timer(chance.uniform(0, 0.2), process.kill).start()
                given = line(2, f"{one} AIDS iran", "sold drones to Iran")
                found = send(client, "add", line=given, version=state["version"])
                saved.append(found["claim"])
                state = found["state"]
                if chance.random() < 0.25:
                    state = send(client, "undo", version=state["version"])["state"]
                    saved.pop()
            for number, each in enumerate(read_proposals(room.folder), start=len(ACTORS)):
                if number == last:
                    threading.Timer(chance.uniform(0, 0.2), process.kill).start()
                found = send(client, "accept", proposal=each.id, line=None, version=state["version"])
                saved.append(found["claim"])
                state = found["state"]
        except httpx.TransportError:
            pass
        process.wait()
    there = {each.claim.id for each in open_case(room.folder, TEXT).coded}
    assert coding(room).startswith("# mine\n")
    assert len(set(saved) - there) <= 1  # an undo may have been under way
    assert len(there - set(saved)) <= 1  # written, and killed before it was said
    with started(room.folder) as (_, client):
        state = client.get("/code/pact/state.json").json()
        given = line(3, "israel USES_FORCE_AGAINST iran", "Israel may attack Iran", mode="feared", by=["iran"])
        state = send(client, "add", line=given, version=state["version"])["state"]
        for each in [each for each in state["proposals"] if each["status"] == "open"]:
            state = send(client, "accept", proposal=each["id"], line=None, version=state["version"])["state"]
    claims = [each.entry.values["quote"] for each in open_case(room.folder, TEXT).coded]
    assert claims.count("China sold drones to Iran") == 1
    assert all(each.decision == "accepted" for each in decisions(room.folder).values())
    assert not list(room.folder.glob(".*.part"))
