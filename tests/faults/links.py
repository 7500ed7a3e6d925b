"""Faults between Tiebook and a server: connections reset, failures injected, the server killed in mid-command."""

from __future__ import annotations

import time

from tests import servers
from tests.faults.command import Command, Done, run
from tests.faults.places import Place
from tests.faults.trial import Disturbance, Scenario
from tests.proxy import WORK, Proxy

DEADLOCK = "Neo.TransientError.Transaction.DeadlockDetected"
PASSING = (
    DEADLOCK,
    "Neo.TransientError.Transaction.LockAcquisitionTimeout",
    "Neo.TransientError.Database.DatabaseUnavailable",
    "Neo.TransientError.General.TransactionMemoryLimit",
)
LASTING = (
    "Neo.ClientError.General.ForbiddenOnReadOnlyDatabase",
    "Neo.ClientError.Security.Forbidden",
    "Neo.ClientError.Transaction.TransactionTimedOut",
    "Neo.DatabaseError.Transaction.TransactionCommitFailed",
    "Neo.DatabaseError.General.UnknownError",
)


def cut(proxy: Proxy, at: int, times: int = 1) -> Disturbance:
    """Reset the connection after so many bytes from the client, and each that follows, so many times."""

    def disturbance(place: Place, scenario: Scenario) -> Done:
        proxy.start_over()
        proxy.cut_at, proxy.cuts = at, times
        try:
            return run(place.environment, *scenario.arguments(place))
        finally:
            proxy.start_over()

    return disturbance


def inject(proxy: Proxy, code: str, at: int, times: int = 1) -> Disturbance:
    """Fail requests that do work with a code: the one with this number, counted from 1, and the next ones."""

    def disturbance(place: Place, scenario: Scenario) -> Done:
        proxy.start_over()
        done = [0]

        def rule(_: int, name: str) -> str | None:
            done[0] += name in WORK
            return code if name in WORK and at <= done[0] < at + times else None

        proxy.fails = rule
        try:
            return run(place.environment, *scenario.arguments(place))
        finally:
            proxy.start_over()

    return disturbance


def server_killed(moment: float) -> Disturbance:
    """Kill the server with -9 after this share of the command's time, and boot it again while the command goes on."""

    def disturbance(place: Place, scenario: Scenario) -> Done:
        assert place.server is not None
        command = Command(scenario.arguments(place), place.environment)
        time.sleep(moment * scenario.seconds)
        servers.kill(place.server)
        return command.end()

    return disturbance
