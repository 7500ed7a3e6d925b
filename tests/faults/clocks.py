"""Clocks that are wrong: the command runs in another year, by way of faketime."""

from __future__ import annotations

import shutil

from tests.faults.command import Done, run
from tests.faults.places import Place
from tests.faults.trial import Disturbance, Scenario

DAYS = ("1970-01-02 00:00:00", "1999-12-31 23:59:58", "2038-01-19 03:14:06", "2099-06-01 12:00:00")


def lacking() -> str | None:
    """Return what keeps this machine from faking the time, if anything."""
    return None if shutil.which("faketime") else "needs faketime"


def clock_at(day: str) -> Disturbance:
    """Run the command as if it were another day."""

    def disturbance(place: Place, scenario: Scenario) -> Done:
        return run(place.environment, *scenario.arguments(place), before=("faketime", "-m", day))

    return disturbance
