"""Work that is waited for no longer than allowed."""

import threading

import pytest

from tiebook.engine.neo4j.deadline import within


def never():
    pytest.fail("the work ended in time")


def test_what_ends_in_time_gives_its_result_or_raises():
    assert within(60, lambda: 7, given_up=never) == 7
    assert within(60, lambda: None, given_up=never) is None

    def work():
        raise KeyError("x")

    with pytest.raises(KeyError, match="x"):
        within(60, work, given_up=never)


def test_what_does_not_end_is_left_and_told_of_when_it_ends():
    end, told = threading.Event(), threading.Event()
    with pytest.raises(TimeoutError):
        within(0.01, lambda: end.wait(60), given_up=told.set)
    assert not told.is_set()
    end.set()
    assert told.wait(60)
