"""`tiebook ask` on a loaded database as a whole process, against a bare one that runs the same query (budget: 2.5 times)."""

from __future__ import annotations

import sys
import sysconfig
import tempfile
from pathlib import Path
from typing import Final

from tests.bench.load import environment
from tests.bench.report import conditions, ratio, section, table
from tests.bench.timing import interleaved
from tiebook.engine.kglite.engine import KgliteEngine
from tiebook.questions import QuestionLibrary
from tiebook.sync.cases import find_case, load_case

BUDGET: Final = 2.5

BARE: Final = """
import sys
import click, kglite
graph = kglite.load(sys.argv[1])
view = graph.cypher(sys.argv[2], params={"target": "china", "regarding": "iran"})
click.echo(len(view.to_dicts()))
"""


def startup(runs: int) -> str:
    """Return the section: each form of the command next to the bare process."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "bench.kgl"
        load_case(KgliteEngine(path), find_case("china-iran"))
        question = QuestionLibrary({}).get("who-constrains")
        cypher = question.compiled(["target", "regarding"])
        tiebook = [str(Path(sysconfig.get_path("scripts")) / "tiebook")]
        ask = [*tiebook, "ask", "who-constrains", "--target", "china", "--regarding", "iran"]
        found = interleaved(
            {
                "bare process, same query": [sys.executable, "-c", BARE, str(path), cypher],
                "`tiebook ask`, table": ask,
                "`tiebook ask`, json": [*ask, "--format", "json"],
                "`tiebook --help`": [*tiebook, "--help"],
            },
            runs,
            {**environment(), "TIEBOOK_DB": str(path)},
        )
    bare = found["bare process, same query"].median
    rows = [(name, str(timing), ratio(timing.median, bare)) for name, timing in found.items()]
    return section(
        "## Start-up",
        "Two processes answer the same question on the coded article: `tiebook ask` in the shell, and a bare Python process that"
        " imports kglite and click, opens the same file and runs the same query. Budget: `tiebook ask` takes at most"
        f" {BUDGET} times as long as the bare process.",
        table(("what", "median (range)", "times the bare process"), rows),
        conditions(("kglite", "click"), runs),
    )
