"""`tiebook serve`: start to first answer, anchored questions from request to last byte, many clients at once, memory over time."""

from __future__ import annotations

import http.client
import statistics
import subprocess
import sys
import sysconfig
import tempfile
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from tests.bench.load import environment
from tests.bench.made_up import Size, actor_id, load
from tests.bench.report import bullets, conditions, put, ratio, section, table
from tests.bench.timing import Run, Timing, timed
from tiebook.engine.kglite.engine import KgliteEngine
from tiebook.sync.cases import find_case, load_case

CLIENTS: Final = 30
BUDGET_MS: Final = 60  # an anchored question of a million ties, at the median, from request to last byte
BUDGET_START: Final = 1.5  # times `tiebook ask`
TOKEN: Final = "a-token-of-the-bench"
# what serves the pages, with one page of one word: start, one request to the last byte
_BARE: Final = """
import http.client, os, socket, threading
import jinja2, uvicorn
from starlette.applications import Starlette
from starlette.responses import HTMLResponse
from starlette.routing import Route
page = jinja2.Environment(autoescape=True).from_string("<p>{{ word }}</p>")
app = Starlette(routes=[Route("/", lambda _: HTMLResponse(page.render(word="iran")))])
server = uvicorn.Server(uvicorn.Config(app, log_level="critical", lifespan="off", ws="none"))
listening = socket.create_server(("127.0.0.1", 0))
threading.Thread(target=server.run, kwargs={"sockets": [listening]}).start()
connection = http.client.HTTPConnection(*listening.getsockname())
connection.request("GET", "/")
assert connection.getresponse().read() == b"<p>iran</p>"
os._exit(0)
"""
_TIEBOOK: Final = str(Path(sysconfig.get_path("scripts")) / "tiebook")
_ANCHORED: Final = (
    "who-sanctions?target=",
    "who-arms?recipient=",
    "timeline?actor=",
    "who-supports?target=",
    "two-sided?actor=",
)


@dataclass
class Told:
    """What clients saw."""

    seconds: list[float] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)

    @property
    def median_ms(self) -> float:
        """The middle time of a request."""
        return statistics.median(self.seconds) * 1000

    @property
    def slow_ms(self) -> float:
        """The time that one request of twenty exceeds."""
        return statistics.quantiles(self.seconds, n=20)[-1] * 1000


def serve(runs: int, page: Path, *, ties: int, short: bool) -> None:
    """Measure on the article and on a made-up register of so many ties, and write the section."""
    with tempfile.TemporaryDirectory() as name:
        article, register = Path(name) / "article.kgl", Path(name) / "register.kgl"
        load_case(KgliteEngine(article), find_case("china-iran"))
        size = Size(ties=ties, actors=max(100, min(5_000, ties // 20)))
        load(KgliteEngine(register), size)
        ask = ["who-constrains?target=china&regarding=iran", "who-arms?recipient=iran", "timeline?actor=iran"]
        made_up = [f"{question}{actor_id(number)}" for number in range(20) for question in _ANCHORED]
        rows = [
            *_rows("the article", article, ask, runs, short=short),
            *_rows(f"{ties:,} ties", register, made_up, runs, short=short),
        ]
    text = section(
        "## The pages",
        "`tiebook serve` runs as a process of its own and answers with HTML pages: rows, marks and receipts. Clients are threads of"
        " another process, each with its own connection.",
        table(("what", "measured", "budget"), rows),
        bullets(f"{CLIENTS} clients at once: each sends its next request as soon as it has an answer."),
        conditions(("kglite", "starlette", "uvicorn", "jinja2"), runs),
    )
    put("serve", text, page)


def _rows(name: str, path: Path, questions: Sequence[str], runs: int, *, short: bool) -> Iterator[tuple[str, str, str]]:
    around = {**environment(), "TIEBOOK_DB": str(path), "TIEBOOK_TOKEN": TOKEN}
    first, options = questions[0].split("?")[0], questions[0].split("?")[1].split("&")
    command = [_TIEBOOK, "ask", first, *(word for each in options for word in _option(each))]
    asked = Timing(tuple(timed(command, around) for _ in range(runs + 1))[1:])
    started = Timing(tuple(Run(_start_to_answer(around, questions[0])) for _ in range(runs + 1))[1:])
    times = ratio(started.median, asked.median)
    yield f"{name}: start to first answer", f"{started}; {times} of `tiebook ask`", f"{BUDGET_START} times"
    bare = Timing(tuple(timed([sys.executable, "-c", _BARE], around) for _ in range(runs + 1))[1:])
    share = ratio(bare.median, asked.median)
    yield f"{name}: the same stack without Tiebook", f"{bare}; {share} of `tiebook ask`", "lower bound of the row above"
    with _served(around) as (process, port):
        one = Told()
        _ask(port, questions, one, until=time.monotonic() + (5 if short else 30))
        yield f"{name}: anchored questions, one client", _said(one), f"{BUDGET_MS} ms at the median"
        many = _together(port, questions, 5 if short else 120)
        yield f"{name}: {CLIENTS} clients at once", _said(many), "no error"
        before = _resident(process)
        requests = 500 if short else 10_000
        _together(port, questions, None, requests=requests)
        after = _resident(process)
        yield f"{name}: memory over {requests:,} requests", f"{before:.0f} MiB before, {after:.0f} MiB after", "flat"


def _said(told: Told) -> str:
    wrong = f"; {len(told.errors)} ERRORS: {told.errors[0]}" if told.errors else "; no error"
    return (
        f"{told.median_ms:.0f} ms at the median, {told.slow_ms:.0f} ms at the 95th percentile,"
        f" {len(told.seconds):,} requests{wrong}"
    )


def _option(text: str) -> tuple[str, str]:
    name, _, value = text.partition("=")
    return f"--{name.replace('_', '-')}", value


@contextmanager
def _served(around: dict[str, str]) -> Iterator[tuple[int, int]]:
    """Start the pages; yield the process and the port."""
    command = [_TIEBOOK, "serve", "--no-open", "--port", "0"]
    with subprocess.Popen(command, env=around, stderr=subprocess.PIPE, text=True) as process:
        assert process.stderr is not None
        port = 0
        while not port:
            line = process.stderr.readline()
            if not line:
                raise SystemExit("tiebook serve ended before it served")
            if "http://127.0.0.1:" in line:
                port = int(line.split("http://127.0.0.1:")[1].split("/")[0])
        yield process.pid, port
        process.terminate()


def _start_to_answer(around: dict[str, str], question: str) -> float:
    start = time.monotonic()
    with _served(around) as (_, port):
        connection = http.client.HTTPConnection("127.0.0.1", port)
        assert _answer(connection, question) == "200"
        return time.monotonic() - start


def _answer(connection: http.client.HTTPConnection, question: str) -> str:
    """Ask and read to the last byte; return the status."""
    connection.request("GET", f"/ask/{question}", headers={"authorization": f"Bearer {TOKEN}"})
    response = connection.getresponse()
    response.read()
    return str(response.status)


def _ask(
    port: int,
    questions: Sequence[str],
    told: Told,
    *,
    until: float | None = None,
    most: int | None = None,
    start: int = 0,
) -> None:
    """Ask again and again, until a time or so many times."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=120)
    done = 0
    while (until is None or time.monotonic() < until) and (most is None or done < most):
        began = time.monotonic()
        try:
            status = _answer(connection, questions[(start + done) % len(questions)])
        except OSError as error:
            status = f"{type(error).__name__}: {error}"
            connection.close()
        told.seconds.append(time.monotonic() - began)
        if status != "200":
            told.errors.append(status)
        done += 1
    connection.close()


def _together(port: int, questions: Sequence[str], seconds: int | None, *, requests: int = 0) -> Told:
    """Let many clients ask at once."""
    told = Told()
    limits: dict[str, object] = (
        {"until": time.monotonic() + seconds} if seconds is not None else {"most": max(1, requests // CLIENTS)}
    )
    threads = [
        threading.Thread(target=_ask, args=(port, questions, told), kwargs={**limits, "start": number})
        for number in range(CLIENTS)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return told


def _resident(process: int) -> float:
    """Return the memory that a process holds, in MiB; 0 where the system does not say."""
    status = Path(f"/proc/{process}/status")
    if not status.is_file():
        return 0.0
    line = next(line for line in status.read_text().splitlines() if line.startswith("VmRSS:"))
    return int(line.split()[1]) / 1024
