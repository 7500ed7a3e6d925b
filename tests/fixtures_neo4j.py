"""Neo4j servers as pytest fixtures: `pytest_plugins = ["tests.fixtures_neo4j"]` in the top conftest."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.jvm import LASTING
from tests.servers import Server, ServerUnavailable, start
from tests.shared import lacking

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_booted: dict[str, Server | ServerUnavailable] = {}
holds: dict[
    str, str
] = {}  # the shared graph (tests/graphs.py) that a server holds, until a test asks for the server itself


def require_server(version_key: str, *, only_reads: bool = False) -> Server:
    """Return the run's server of this version, booted once; without one the test skips, or fails where CI is set.

    only_reads -- what the server holds is left as it is, so that the next test can read it
    """
    if not only_reads:
        holds.pop(version_key, None)
    if version_key not in _booted:
        try:
            _booted[version_key] = start(version_key, flags=LASTING)
        except ServerUnavailable as reason:
            _booted[version_key] = reason
    found = _booted[version_key]
    if not isinstance(found, Server):
        lacking(f"{version_key}: {found}")
    return found


def unavailable_summary() -> list[str]:
    """Return a line for each version whose tests could not run, and why (for `pytest_terminal_summary`)."""
    return [
        f"{key}: its tests did not run: {str(found).splitlines()[0]}"
        for key, found in _booted.items()
        if isinstance(found, ServerUnavailable)
    ]


@pytest.fixture(scope="session")
def neo4j_servers() -> Iterator[Callable[[str], Server]]:
    """Return `require_server`, and stop every server when the run ends."""
    yield require_server
    for found in _booted.values():
        if isinstance(found, Server):
            found.stop()
