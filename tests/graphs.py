"""Graphs that tests only read: each is loaded once a run, and on a server again only where other tests took it meanwhile."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import pytest

from tests.field import load_all_published, load_field, read_digest
from tests.fixtures_neo4j import holds, require_server
from tiebook.engine import Engine
from tiebook.engine.kglite.engine import KgliteEngine
from tiebook.engine.neo4j.engine import Neo4jEngine
from tiebook.sources.report import Report
from tiebook.sync.batch import Batch
from tiebook.sync.cases import find_case, load_case
from tiebook.sync.sync import Changes, sync_together

LARGE: Final = ("cow_igo", "cow_mid", "cow_nmc", "sipri", "unga")
CASES = ("china-iran", "crink-security", "crs-china-primer")

_open: dict[tuple[str, str], Engine] = {}


def _load_article(engine: Engine) -> None:
    load_case(engine, find_case(CASES[0]))


def _load_voices(engine: Engine) -> None:
    for case in CASES:
        load_case(engine, find_case(case))


# by the fixture of tests/conftest.py that returns it
LOADS: Final[dict[str, Callable[[Engine], None]]] = {
    "article_engine": _load_article,
    "field_engine": load_field,
    "voices_engine": _load_voices,
}


def make_engine(name: str, folder: Path) -> Engine:
    """Return an empty database on an engine; a server is booted once a run and emptied (its constraints may stay)."""
    if name == "kglite":
        return KgliteEngine(folder / "test.kgl")
    server = require_server(name)
    with server.driver().session(database="neo4j") as session:
        session.run("MATCH (n) DETACH DELETE n").consume()
    return Neo4jEngine(server.uri, server.user, server.password)


def shared_engine(name: str, content: str, new_folder: Callable[[str], Path]) -> Engine:
    """Return an engine with one of the graphs of LOADS, as it was left by the last test that read it."""
    found = _open.get((name, content))
    if found is not None and (name == "kglite" or holds.get(name) == content):
        return found
    if found is not None:
        found.close()
    made = make_engine(name, new_folder(content))
    LOADS[content](made)
    _open[name, content] = made
    if name != "kglite":
        holds[name] = content
    return made


def close_all() -> None:
    """Close the shared engines."""
    while _open:
        _open.popitem()[1].close()


@dataclass(frozen=True)
class Published:
    """The article and all published files in one graph; what each load said, and the digest of what the large ones read."""

    engine: KgliteEngine
    reports: dict[str, Report]
    read: dict[str, str]

    @classmethod
    def load(cls, folder: Path) -> Published:
        """Load everything: most of a minute."""
        engine = KgliteEngine(folder / "published.kgl")
        read: dict[str, str] = {}

        def watched(engine: Engine, batches: Sequence[Batch], **options: Any) -> dict[str, Changes]:
            read.update((each.source, read_digest(each)) for each in batches if each.source in LARGE)
            return sync_together(engine, batches, **options)

        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(
                "tiebook.sources.datasets.sync_together", watched
            )  # what is read passes here, and is not read twice
            return cls(engine, load_all_published(engine), read)

    def one(self, query: str) -> Any:
        """Return the one value of a query."""
        ((value,),) = self.engine.read(query).rows
        return value
