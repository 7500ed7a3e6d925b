"""What the short form shares: every command that is tried, rehearsed once."""

import pytest

from tests.faults.places import Place
from tests.faults.trial import scenarios


@pytest.fixture(scope="session")
def every(tmp_path_factory):
    """Return every command to be tried, by name."""
    return scenarios(tmp_path_factory.mktemp("made"), 400)


@pytest.fixture(scope="session")
def rehearsed(every, tmp_path_factory):
    """Return a function that gives a command, rehearsed on the embedded engine."""
    place = Place(tmp_path_factory.mktemp("rehearsal"))

    def give(name):
        every[name].rehearse(place)
        return every[name]

    return give
