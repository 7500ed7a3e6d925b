"""The pages in this process: a client as a browser on the same machine is one, with the shipped cases loaded."""

from __future__ import annotations

import json
from typing import Any

import pytest
from starlette.testclient import TestClient

from tests.serve.client import Client
from tiebook.engine import Engine
from tiebook.engine.kglite.engine import KgliteEngine
from tiebook.serve.app import create_app
from tiebook.serve.settings import Settings
from tiebook.sync.cases import find_case, load_case

TOKEN = "a-token-for-tests"
HERE = "http://127.0.0.1:8765"


def client_of(settings: Settings, engine: Engine) -> TestClient:
    """Return a client that has the token's cookie; `post_json` sends as the page's own script does."""
    client = Client(create_app(settings, lambda: engine), HERE)
    client.cookies.set(settings.cookie, settings.token, domain="127.0.0.1")
    return client


def post_json(client: TestClient, address: str, data: Any) -> Any:
    """Send JSON as a script of the page does, and return the response."""
    headers = {"content-type": "application/json", "sec-fetch-site": "same-origin", "origin": HERE}
    return client.post(address, content=json.dumps(data), headers=headers)


def state_of(client: TestClient) -> Any:
    """Return what the application behind a client holds: settings, database, library, menu."""
    guard: Any = client.app
    return guard.pages.state


@pytest.fixture(scope="session")
def shipped_engine(tmp_path_factory: pytest.TempPathFactory) -> KgliteEngine:
    """Return an embedded graph with the shipped case; for tests that only read."""
    engine = KgliteEngine(tmp_path_factory.mktemp("serve") / "shipped.kgl")
    load_case(engine, find_case("china-iran"))
    return engine


@pytest.fixture(scope="session")
def browser(shipped_engine: KgliteEngine) -> TestClient:
    """Return a client with the token, for tests that only read."""
    return client_of(Settings(token=TOKEN), shipped_engine)
