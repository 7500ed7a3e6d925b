"""Run a campaign: `python -m tests.differential passes`, or `... server neo4j-5.26`."""

from __future__ import annotations

import argparse
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from tests.differential.campaign import GRAPHS, ON_A_SERVER, Counts, Difference, Side, WithoutPasses, campaign
from tests.differential.choices import Choices
from tests.differential.engines import ALL, Embedded, OnServer
from tests.differential.expressions import written
from tests.differential.graphs import draw_graph
from tests.differential.known import KNOWN, all_found
from tests.differential.stored import ALIKE, Asked, compared, field
from tests.differential.values import differing
from tests.servers import VERSIONS, restart, start
from tiebook.engine.kglite.calls import OTHER_PASSES

# the compiler pays over a long campaign, which plans each query once
LONG = ("-XX:+UseSerialGC",)
SETTINGS = ("dbms.cypher.min_replan_interval=1d",)


def main(arguments: Sequence[str] | None = None) -> None:
    """Run what the arguments name and print the counts and each difference."""
    parser = argparse.ArgumentParser(prog="python -m tests.differential", description=main.__doc__)
    parser.add_argument("what", choices=["passes", "known", "values", "stored", *VERSIONS])
    parser.add_argument(
        "version", nargs="?", choices=VERSIONS, default="neo4j-5.26", help="of the server, for values and stored"
    )
    parser.add_argument("--queries", type=int, default=20_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--graphs", type=int, help="that each query is asked about")
    parser.add_argument("--seconds", type=float, default=1e9)
    parser.add_argument(
        "--off", choices=["all", "users", "none"], default="users", help="passes of KGLite that are off"
    )
    given = parser.parse_args(arguments)
    if given.what == "known":
        _known(given.queries, given.seed)
        return
    off = {"all": ALL, "users": OTHER_PASSES, "none": ()}[given.off]
    left = Embedded(off, anchors=given.off == "users")
    began = time.monotonic()
    if given.what == "passes":
        counts = campaign(
            left,
            WithoutPasses(left),
            given.queries,
            given.seed,
            seconds=given.seconds,
            graphs=given.graphs or GRAPHS,
            told=tell,
        )
    else:
        server = start(given.what if given.what in VERSIONS else given.version, flags=LONG)
        try:
            restart(server, settings=SETTINGS)
            right = OnServer(server)
            if given.what == "stored":
                _stored(left, right, given.queries, given.seed, given.graphs or ALIKE)
                return
            if given.what == "values":
                left.load(draw_graph(Choices()))
                for expression, said in differing((left, right)):
                    print(f"{expression}\n  kglite {said[0]}\n  {given.version} {said[1]}", flush=True)
                return
            counts = campaign(
                left,
                right,
                given.queries,
                given.seed,
                seconds=given.seconds,
                graphs=given.graphs or ON_A_SERVER,
                told=tell,
                passed=_passed,
            )
        finally:
            server.stop()
    report(counts, time.monotonic() - began)


def _known(queries: int, seed: int) -> None:
    """Show that the campaign finds each known fault when its passes are on; exit 1 where it does not."""
    lacking = []
    for fault, asked, difference in all_found(queries, seed):
        print(
            f"{fault} ({', '.join(KNOWN[fault])}): {'found' if difference else 'NOT FOUND'} within {asked:,} queries",
            flush=True,
        )
        if difference is None:
            lacking.append(fault)
        else:
            tell(difference)
    raise SystemExit(1 if lacking else 0)


def _stored(left: Side, right: Side, pairs: int, seed: int, alike: int) -> None:
    def told(each: Asked, *said: object) -> None:
        print(f"{each.question.name} {each.values}\n  kglite {said[0]}\n  other  {said[1]}", flush=True)

    with tempfile.TemporaryDirectory() as folder:
        print(compared(left, right, field(Path(folder)), pairs, seed, told, passed=_passed, alike=alike))


def _passed(counts: object) -> None:
    print(f"so far: {counts}", flush=True)  # a long campaign that is ended has said what it did


def report(counts: Counts, seconds: float) -> None:
    """Print what a campaign did and found."""
    print(
        f"{counts.queries} queries, {counts.graphs} graphs, {counts.asked} pairs answered by both ({counts.rows} with rows),"
        f" {counts.slow} too slow, {seconds:.0f} s"
    )
    for fault, number in counts.refused.most_common(25):
        print(f"refused by one engine, {number}: {fault}")
    for passes, number in counts.different.most_common():
        print(f"different, {number}: {', '.join(passes) or 'no pass'}")


def tell(each: Difference) -> None:
    """Print a difference."""
    print(f"--- {', '.join(each.passes) or 'no pass'}")
    for place, node in enumerate(each.graph.nodes):
        print(f"  ({place} {':'.join(node.labels)} {_map(node.props)})")
    for edge in each.graph.edges:
        print(f"  {edge.start} -{edge.type} {_map(edge.props)}-> {edge.end}")
    print(
        f"{each.query.text}\n  parameters {each.query.params}\n  kglite {each.left}\n  other  {each.right}", flush=True
    )


def _map(props: dict[str, object]) -> str:
    return "{" + ", ".join(f"{name}: {written(value)}" for name, value in props.items()) + "}"


if __name__ == "__main__":
    main()
