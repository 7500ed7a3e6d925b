"""The stored questions on made-up ties, next to the same Cypher typed by hand and to networkx, which has all of it in memory."""

from __future__ import annotations

import statistics
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Final

import networkx as nx

from tests.bench.made_up import SOURCE, Size, actor_id, nodes, ties
from tests.bench.questions import Measured, questions
from tests.bench.report import bullets, conditions, put, ratio, section, table
from tiebook.ask import ask
from tiebook.engine.kglite.engine import KgliteEngine
from tiebook.questions import QuestionLibrary
from tiebook.sync import sync
from tiebook.sync.batch import Batch
from tiebook.sync.cases import find_case, load_case

FULL: Final = Size()
SHORT: Final = Size(ties=2000, actors=100)

Graph = nx.MultiDiGraph  # of actors; edges keyed by their tie's id, with type and superseded
Answer = Callable[["Graph[str]", dict[str, str]], set[str]]


def asking(runs: int, page: Path, *, short: bool) -> None:
    """Measure, and write the section questions."""
    size = SHORT if short else FULL
    with tempfile.TemporaryDirectory() as name:
        path = Path(name) / "asked.kgl"
        engine = KgliteEngine(path)
        load_case(engine, find_case("china-iran"))
        sync(engine, Batch(SOURCE, list(nodes(size)), list(ties(size))))
        engine.close()
        measured = list(questions(path, size, runs))
        peers = list(_peers(path, size, runs))
    put("questions", _section(measured, peers, size, runs), page)


def in_memory(size: Size) -> Graph[str]:
    """Return the made-up ties as a graph of networkx."""
    graph: Graph[str] = nx.MultiDiGraph()
    for edge in ties(size):
        props = {"type": edge.type, "superseded": "superseded_by" in edge.props}
        graph.add_edge(edge.source[1], edge.target[1], key=str(edge.props["id"]), **props)
    return graph


def _sanctions(graph: Graph[str], given: dict[str, str]) -> set[str]:
    edges = graph.in_edges(given["target"], keys=True, data=True)
    return {key for _, _, key, data in edges if data["type"] == "SANCTIONS" and not data["superseded"]}


def _arms(graph: Graph[str], given: dict[str, str]) -> set[str]:
    edges = graph.out_edges(given["supplier"], keys=True, data=True)
    return {key for _, _, key, data in edges if data["type"] == "SELLS_ARMS_TO" and not data["superseded"]}


def _between(graph: Graph[str], given: dict[str, str]) -> set[str]:
    one, other = given["one"], given["other"]
    both = [graph.get_edge_data(one, other) or {}, graph.get_edge_data(other, one) or {}]
    return {str(key) for found in both for key, data in found.items() if not data["superseded"]}


ANSWERS: Final[dict[str, tuple[Answer, tuple[str, ...]]]] = {
    "who-sanctions": (_sanctions, ("target",)),
    "who-arms": (_arms, ("supplier",)),
    "ties-between": (_between, ("one", "other")),
}


def _peers(path: Path, size: Size, runs: int) -> Iterator[tuple[str, int, float, float]]:
    """Ask Tiebook and networkx the same; gives (question, rows, median ms, median ms of networkx), the ties being the same."""
    engine, graph = KgliteEngine(path), in_memory(size)
    engine.read("MATCH (m:Meta) RETURN m.id AS id")
    for name, (answer, parameters) in ANSWERS.items():
        question = QuestionLibrary({}).get(name)
        times: dict[str, list[float]] = defaultdict(list)
        rows = 0
        for run in range(runs):
            given: dict[str, Any] = {each: actor_id(run + 3 * place) for place, each in enumerate(parameters)}
            start = time.perf_counter()
            asked = ask(engine, question, given)
            middle = time.perf_counter()
            theirs = answer(graph, given)
            times["ours"].append(middle - start)
            times["theirs"].append(time.perf_counter() - middle)
            column = asked.columns.index("tie_id")
            ours = {row[column] for row in asked.rows}
            assert ours == theirs, f"{name} {given}: {len(ours)} ties, {len(theirs)} by networkx"
            rows = len(ours)
        yield name, rows, statistics.median(times["ours"]) * 1000, statistics.median(times["theirs"]) * 1000


def _section(measured: list[Measured], peers: list[tuple[str, int, float, float]], size: Size, runs: int) -> str:
    slowest: dict[str, Measured] = {}
    for each in measured:
        if each.question not in slowest or each.ms > slowest[each.question].ms:
            slowest[each.question] = each
    rows = [
        (each.question, ", ".join(each.form) or "-", f"{each.rows:,}", f"{each.ms:.1f}", ratio(each.ms, each.by_hand_ms),
         str(each.budget_ms or "-"))
        for each in slowest.values()
    ]  # fmt: skip
    missed = [each for each in measured if not each.within]
    told = [
        f"{len(measured)} forms of {len(slowest)} questions; {len(measured) - len(missed)} stay within their budget."
    ]
    told += [
        f"over budget: {each.question} ({', '.join(each.form)}), {each.ms:.0f} of {each.budget_ms} ms"
        for each in missed
    ]
    beside = [
        (name, f"{found:,}", f"{ours:.2f}", f"{theirs:.2f}", ratio(ours, theirs)) for name, found, ours, theirs in peers
    ]
    return section(
        "## Questions",
        f"Each stored question on {size.ties:,} ties between {size.actors:,} actors and the coded article, on KGLite, in a process"
        " that has the file open. A question has one form with its required parameters alone and one more for each optional"
        " parameter; the slowest is shown, next to the same Cypher typed by hand.",
        table(("question", "given", "rows", "ms", "times the Cypher by hand", "budget, ms"), rows),
        bullets(*told),
        "networkx, on a graph built in memory for these questions, returns the same ties (without names, dates, quotes or order):",
        table(("question", "ties", "Tiebook, ms", "networkx, ms", "ratio"), beside),
        conditions(("kglite", "networkx"), runs),
    )  # fmt: skip
