"""Work in a forked process: with a limit of processor time, its output in a file, and ended where it hangs."""

from __future__ import annotations

import os
import resource
import signal
import time
import traceback
from collections.abc import Callable
from pathlib import Path


def forked(work: Callable[[], int], out: Path, *, limit: int | None, patience: int) -> int:
    """Do work in a process of its own; return its code, below 0 if it was ended.

    out -- where all its output goes
    limit -- seconds of processor time; patience -- times as many that it may wait without using any
    """
    child = os.fork()
    if child == 0:
        code = 3
        try:
            os.setsid()
            if limit is not None:
                resource.setrlimit(resource.RLIMIT_CPU, (limit, limit))
            place = os.open(out, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
            os.dup2(place, 1)
            os.dup2(place, 2)
            code = work()
        except BaseException:  # noqa: BLE001 -- nothing of the parent's may run here
            traceback.print_exc()
        os._exit(code)
    until = time.monotonic() + patience * limit if limit else float("inf")
    while True:
        done, status = os.waitpid(child, os.WNOHANG)
        if done:
            return os.waitstatus_to_exitcode(status)
        if time.monotonic() > until:
            os.killpg(child, signal.SIGKILL)
        time.sleep(0.02)
