"""Ad-hoc queries on a made-up graph, embedded: with KGLite's optimizer as it comes, and with the passes that users have."""

from __future__ import annotations

import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Final

from tests.bench.made_up import SOURCE, Size, actor_id, nodes, ties
from tests.bench.report import conditions, put, ratio, section, table
from tiebook.engine.base import Table
from tiebook.engine.kglite.calls import ask, open_read_only, run
from tiebook.engine.kglite.engine import KgliteEngine
from tiebook.sync import sync
from tiebook.sync.batch import Batch
from tiebook.sync.cases import find_case, load_case

# typical of what people type: anchored and not, one hop and two, counts, groups, paths, subqueries
QUERIES: Final = (
    "MATCH (a:Actor {id: $id}) RETURN a.name AS name",
    "MATCH (a:Actor) WHERE a.name = $name RETURN a.id AS id",
    "MATCH (a:Actor) WHERE a.name CONTAINS '99' RETURN a.id AS id ORDER BY id",
    "MATCH (a:Actor) RETURN count(*) AS n",
    "MATCH ()-[t]->() RETURN count(*) AS n",
    "MATCH ()-[t]->() RETURN type(t) AS tie, count(*) AS n ORDER BY n DESC",
    "MATCH (a:Actor {id: $id})-[t]->(b) RETURN type(t) AS tie, b.name AS other ORDER BY tie, other",
    "MATCH (a:Actor)-[t]->(b:Actor) WHERE a.id = $id AND t.sign = 1 RETURN b.name AS other ORDER BY other",
    "MATCH (a:Actor {id: $id})-[:SANCTIONS]->(b) RETURN DISTINCT b.name AS other ORDER BY other",
    "MATCH (a:Actor {id: $id})<-[t:SELLS_ARMS_TO]-(b) RETURN b.name AS seller, count(*) AS n ORDER BY n DESC, seller",
    "MATCH (a:Actor)-[t:SANCTIONS]->(b:Actor) RETURN a.name AS who, count(t) AS n ORDER BY n DESC, who LIMIT 10",
    "MATCH (a:Actor)-[t]-(b:Actor) WHERE t.source = 'none' RETURN count(*) AS n",
    "MATCH (a:Actor {id: $id})-[:COOPERATES_WITH]-(b)-[:COOPERATES_WITH]-(c) RETURN count(DISTINCT c) AS n",
    "MATCH (a:Actor {id: $id})-[:SELLS_ARMS_TO]->(b)<-[:SANCTIONS]-(c) RETURN c.name AS who, count(*) AS n ORDER BY n DESC, who",
    "MATCH (a:Actor {id: $id}) OPTIONAL MATCH (a)-[t:OPPOSES]->(b:Actor) RETURN b.name AS b, count(t) AS n ORDER BY n DESC, b",
    "MATCH (a:Actor {id: $id})-[t]-(b:Actor) WITH b, count(*) AS n WHERE n > 1 RETURN b.name AS other, n ORDER BY n DESC, other",
    "MATCH (a:Actor {id: $id}) MATCH (b:Actor {id: $other}) MATCH p = shortestPath((a)-[*..3]-(b)) RETURN length(p) AS hops",
    "MATCH (c:Claim) WHERE c.mode = 'feared' RETURN c.gloss AS gloss ORDER BY gloss",
    "MATCH (c:Claim)-[:FROM]->(a:Actor) RETURN a.name AS who, count(*) AS n ORDER BY n DESC, who LIMIT 10",
    "MATCH (a:Actor) WHERE a.id STARTS WITH $id AND EXISTS { (a)-[:SANCTIONS]->(:Actor) } RETURN a.name AS who ORDER BY who",
)
_MOST_MS: Final = 60_000


def ad_hoc(runs: int, page: Path, *, short: bool) -> None:
    """Measure, and write the section ad-hoc."""
    size = Size(ties=2000, actors=100) if short else Size()
    with tempfile.TemporaryDirectory() as name:
        path = Path(name) / "asked.kgl"
        engine = KgliteEngine(path)
        load_case(engine, find_case("china-iran"))
        sync(engine, Batch(SOURCE, list(nodes(size)), list(ties(size))))
        engine.close()
        rows = list(measured(path, size, runs))
    head = ("query", "rows", "all passes, ms", "as Tiebook runs it, ms", "ratio")
    told = (
        f"On {size.ties:,} made-up ties between {size.actors:,} actors, in one process that has the file open."
        " [Engines](engines.md) lists the passes that Tiebook switches off."
    )
    text = section("## Ad-hoc queries without the rewriting passes", told, table(head, rows))
    put("ad-hoc", section(text, conditions(("kglite",), runs)), page)


def measured(path: Path, size: Size, runs: int) -> Iterator[tuple[str, ...]]:
    """Return a row for each query: its text, rows, both medians and their ratio."""
    graph = open_read_only(path)
    given = {"id": actor_id(size.actors // 2), "other": actor_id(size.actors // 2 + 9), "name": "Actor 17"}
    for query in QUERIES:
        params = {name: value for name, value in given.items() if f"${name}" in query}
        found, every = _timed(partial(run, graph, query, params, timeout_ms=_MOST_MS), runs)
        _, users = _timed(partial(ask, graph, query, params, timeout_ms=_MOST_MS), runs)
        yield f"`{query}`", f"{found:,}", f"{every:.2f}", f"{users:.2f}", ratio(users, every)


def _timed(asked: Callable[[], Table], runs: int) -> tuple[int, float]:
    times, found = [], 0
    for _ in range(runs):
        start = time.perf_counter()
        found = len(asked().rows)
        times.append(time.perf_counter() - start)
    return found, statistics.median(times) * 1000
