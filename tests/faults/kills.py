"""Kill -9 at a random moment, uniform over the time that the undisturbed command takes."""

from __future__ import annotations

import random
from collections.abc import Callable

from tests.faults.command import Done, killed_after
from tests.faults.places import Place
from tests.faults.trial import Disturbance, Scenario

LATEST = 1.1  # of the measured time: some commands end just before they are killed


def kill(moment: float) -> Disturbance:
    """Kill the command after this share of its time."""

    def disturbance(place: Place, scenario: Scenario) -> Done:
        return killed_after(place.environment, moment * scenario.seconds, *scenario.arguments(place))

    return disturbance


def moments(seed: int) -> Callable[[], float]:
    """Return a source of moments, uniform over the command's time."""
    random_ = random.Random(seed)
    return lambda: random_.uniform(0, LATEST)
