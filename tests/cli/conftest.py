"""The process from which commands are forked, started once."""

from collections.abc import Iterator

import pytest

from tests.cli.forked import Forked


@pytest.fixture(scope="session")
def forked() -> Iterator[Forked]:
    started = Forked()
    yield started
    started.close()
