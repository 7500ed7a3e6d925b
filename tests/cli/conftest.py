"""The process from which commands are forked, started once."""

from collections.abc import Iterator

import pytest

from tests.cli.forked import Forked, ForkedHere


@pytest.fixture(scope="session")
def forked(request: pytest.FixtureRequest) -> Iterator[Forked | ForkedHere]:
    if request.config.pluginmanager.has_plugin("swapper"):  # of tests/mutate_swapped.py
        yield ForkedHere()
        return
    started = Forked()
    yield started
    started.close()
