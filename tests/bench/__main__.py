"""`python -m tests.bench [PART ...] [--short]`: measures, and writes each part's section of docs/performance.md.

Without a part, all of them; `assistant` writes in docs/assistants.md. `--short` runs every part small and throws its page
away: only to see that all of it works.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from tests.bench.report import PAGE, bullets, conditions, put, section, table


@dataclass(frozen=True, slots=True)
class Settings:
    """How to run a part: how often, on which page to write, small or in full, what only `events` and what only `draft` takes."""

    runs: int
    page: Path
    short: bool
    rows: int
    memory: str
    form: str
    scratch: Path | None
    ties: int
    answers: tuple[str, ...]


def _startup(settings: Settings) -> None:
    from tests.bench.startup import startup  # noqa: PLC0415 -- a part's libraries, where it is asked for

    put("startup", startup(3 if settings.short else settings.runs * 3), settings.page)


def _load_kglite(settings: Settings) -> None:
    from tests.bench.load_kglite import load_kglite  # noqa: PLC0415

    load_kglite(settings.runs, settings.page, short=settings.short)


def _load_neo4j(settings: Settings) -> None:
    from tests.bench.load_neo4j import load_neo4j  # noqa: PLC0415

    load_neo4j(settings.runs, settings.page, short=settings.short)


def _questions(settings: Settings) -> None:
    from tests.bench.asking import asking  # noqa: PLC0415

    asking(settings.runs, settings.page, short=settings.short)


def _ad_hoc(settings: Settings) -> None:
    from tests.bench.ad_hoc import ad_hoc  # noqa: PLC0415

    ad_hoc(settings.runs, settings.page, short=settings.short)


def _view(settings: Settings) -> None:
    from tests.bench import view  # noqa: PLC0415

    def keep(found: view.Found) -> None:
        budgets = bullets(*found.words()) if found.words() else "Every budget is met."
        text = section("## The picture", (view.__doc__ or "").splitlines()[0], table(view.HEAD, found.rows), budgets)
        peers = f"cytoscape {view.CYTOSCAPE[1]}, vis-network {view.VIS[1]}, a single run from 200 actors on"
        put("view", section(text, conditions((), 3, peers)), settings.page)

    view.run(short=settings.short, keep=keep)


def _same_answers(settings: Settings) -> None:
    from tests.bench.made_up import Size  # noqa: PLC0415
    from tests.bench.same_answers import same_answers  # noqa: PLC0415

    size = Size(ties=2000, actors=100) if settings.short else Size()
    with tempfile.TemporaryDirectory() as folder:
        found = list(same_answers(size, Path(folder) / "same.kgl"))
    rows = [
        (
            each.question,
            "yes" if each.agree else "NO",
            f"{each.rows:,}",
            f"{each.ours_ms:.1f}",
            f"{each.networkx_ms:.1f}",
        )
        for each in found
    ]
    head = ("question", "equal", "rows", "Tiebook, ms", "networkx, ms")
    what = f"{size.ties:,} ties, {size.actors:,} actors. The networkx side is written from the records, not from the Cypher."
    text = section("## The same answers as networkx", what, table(head, rows), conditions(("kglite", "networkx"), 1))
    put("same-answers", text, settings.page)


def _completion(settings: Settings) -> None:
    from tests.bench.completion import completion  # noqa: PLC0415
    from tiebook.engine.kglite.engine import KgliteEngine  # noqa: PLC0415
    from tiebook.sync.cases import find_case, load_case  # noqa: PLC0415

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "article.kgl"
        load_case(KgliteEngine(path), find_case("china-iran"))
        runs = 3 if settings.short else settings.runs * 3
        rows = [(what, str(timing)) for what, timing in completion(path, runs).items()]
    text = section(
        "## Completion in a shell",
        "How long a shell waits for completions on the coded article. Budget: 100 ms.",
        table(("what", "median (range)"), rows),
    )
    put("completion", section(text, conditions(("kglite", "click"), runs)), settings.page)


def _events(settings: Settings) -> None:
    from tests.bench.events import events  # noqa: PLC0415

    rows = 20_000 if settings.short else settings.rows
    events(rows, settings.page, memory=settings.memory, form=settings.form, scratch=settings.scratch)


def _assistant(settings: Settings) -> None:
    from tests.bench.assistant import PAGE as ASSISTANTS  # noqa: PLC0415
    from tests.bench.assistant import assistant  # noqa: PLC0415

    assistant(settings.page if settings.short else ASSISTANTS, 2_000 if settings.short else settings.ties)


def _draft(settings: Settings) -> None:
    from tests.bench.drafting import drafting  # noqa: PLC0415

    drafting(settings.page if settings.short else None, settings.answers)


def _serve(settings: Settings) -> None:
    from tests.bench.serve import serve  # noqa: PLC0415

    serve(settings.runs, settings.page, ties=2_000 if settings.short else settings.ties, short=settings.short)


def _frame(settings: Settings) -> None:
    from tests.bench.frame import frame_bench  # noqa: PLC0415

    frame_bench(settings.runs, settings.page, short=settings.short)


def _releases(settings: Settings) -> None:
    from tests.bench.releases import releases  # noqa: PLC0415

    releases(settings.runs, settings.page, short=settings.short, most=settings.ties)


PARTS: Final[dict[str, Callable[[Settings], None]]] = {
    "startup": _startup,
    "load-kglite": _load_kglite,
    "load-neo4j": _load_neo4j,
    "releases": _releases,
    "frame": _frame,
    "questions": _questions,
    "ad-hoc": _ad_hoc,
    "same-answers": _same_answers,
    "completion": _completion,
    "events": _events,
    "view": _view,
    "draft": _draft,
    "assistant": _assistant,
    "serve": _serve,
}


def main() -> None:
    """Run the named parts, or all."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("part", nargs="*", metavar="PART", help=f"one or more of {', '.join(PARTS)} (default: all)")
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--short", action="store_true", help="tiny, once, and nothing is kept")
    parser.add_argument("--rows", type=int, default=20_000_000, help="events: how many records")
    parser.add_argument("--memory", default="4GB", help="events: what DuckDB may hold")
    parser.add_argument("--form", default="export.CSV", choices=["export.CSV", "parquet"], help="events: the files")
    parser.add_argument("--scratch", type=Path, help="events: a folder with room for the files")
    parser.add_argument(
        "--ties", type=int, default=1_000_000, help="assistant, serve, releases: ties of the largest register"
    )
    parser.add_argument(
        "--answer", action="append", default=[], metavar="CODING=FILE", help="draft: score what an assistant answered"
    )
    given = parser.parse_args()
    unknown = sorted(set(given.part) - set(PARTS))
    if unknown:
        parser.error(f"there is no part {unknown[0]!r}: {', '.join(PARTS)}")
    with tempfile.TemporaryDirectory() as folder:
        page = Path(folder) / "performance.md" if given.short else PAGE
        runs = 1 if given.short else given.runs
        settings = Settings(
            runs,
            page,
            given.short,
            given.rows,
            given.memory,
            given.form,
            given.scratch,
            given.ties,
            tuple(given.answer),
        )
        for name in given.part or PARTS:
            start = time.monotonic()
            PARTS[name](settings)
            print(f"{name}: {time.monotonic() - start:.0f} s", file=sys.stderr)
        if given.short:
            print(page.read_text("utf-8"))


if __name__ == "__main__":
    main()
