"""`tiebook ask` on a loaded database as a whole process, against a bare one that runs the same query, each form with its budget."""

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

TABLE: Final = "`tiebook ask`, table"
FREE: Final = "`tiebook ask`, in free words"
BUDGETS: Final = {TABLE: 2.0, "`tiebook ask`, json": 1.7}  # times the bare process
FREE_BUDGET: Final = 1.3  # times the same question by its name

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
                TABLE: ask,
                FREE: [*tiebook, "ask", "who constrains China about Iran?"],
                "`tiebook ask`, json": [*ask, "--format", "json"],
                "`tiebook --help`": [*tiebook, "--help"],
            },
            runs,
            {**environment(), "TIEBOOK_DB": str(path)},
        )
    bare = found["bare process, same query"].median
    rows = [
        (name, str(timing), ratio(timing.median, bare), str(BUDGETS.get(name, ""))) for name, timing in found.items()
    ]
    return section(
        "## Start-up",
        "Two processes answer the same question on the coded article: `tiebook ask` in the shell, and a bare Python process that"
        " imports kglite and click, opens the same file and runs the same query.",
        table(("what", "median (range)", "times the bare process", "budget"), rows),
        f"In free words, a question takes {ratio(found[FREE].median, found[TABLE].median)} times as long as by its name"
        f" (budget: {FREE_BUDGET}).",
        conditions(("kglite", "click"), runs),
    )
