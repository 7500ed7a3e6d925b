"""What was seen in the last days is known again; what is further back is let go, and told when it is asked for."""

from datetime import date, timedelta

import pytest

from tiebook.events.recent import Window

DAY = date(2020, 5, 10)


def test_the_same_on_the_same_day_is_known():
    window = Window(3)
    assert not window.knows(DAY, "CHN", "IRN", "042")
    assert window.knows(DAY, "CHN", "IRN", "042")
    assert not window.knows(DAY, "IRN", "CHN", "042")
    assert not window.knows(DAY, "CHN", "IRN0", "42"), "parts do not run together"
    assert not window.knows(DAY + timedelta(days=1), "CHN", "IRN", "042")
    assert window.late == 0


@pytest.mark.parametrize(("later", "known"), [(1, True), (3, True), (4, False)])
def test_a_day_is_remembered_for_as_many_days_as_the_window_has(later, known):
    window = Window(3)
    window.knows(DAY, "a")
    window.knows(DAY + timedelta(days=later), "b")
    assert window.knows(DAY, "a") is known
    assert window.late == (not known)
