"""What the peers on Neo4j share: the connection, the index that they all need, and the tables' rows by type."""

from __future__ import annotations

import csv
import os
from collections import defaultdict
from datetime import date
from pathlib import Path
from typing import Any

from neo4j import Driver, GraphDatabase

from tests.bench.peers.same import BOUNDS, SAME

Rows = dict[str, list[dict[str, Any]]]


def connect() -> Driver:
    """Connect to the server that the environment names."""
    login = (os.environ["NEO4J_USERNAME"], os.environ["NEO4J_PASSWORD"])
    return GraphDatabase.driver(os.environ["NEO4J_URI"], auth=login, notifications_min_severity="OFF")


def index(driver: Driver) -> None:
    """Make the constraint that finds actors by id."""
    driver.execute_query("CREATE CONSTRAINT actor_id IF NOT EXISTS FOR (n:Actor) REQUIRE n.id IS UNIQUE")


def read(folder: str) -> tuple[list[str], Rows]:
    """Return the actors' ids, and the rows (source, target, props) by type of tie, of the tables of a folder."""
    ids: dict[str, None] = {}
    rows: Rows = defaultdict(list)
    for path in sorted(Path(folder).glob("*.csv")):
        with path.open(encoding="utf-8", newline="") as source:
            for row in csv.DictReader(source):
                one, two = row.pop("source"), row.pop("target")
                name = row.pop("type")
                ids[one] = ids[two] = None
                props: dict[str, Any] = {key: value for key, value in row.items() if value}
                props |= {key: date.fromisoformat(row[key]) for key in BOUNDS if row[key]}
                props |= {"sign": int(row["sign"]), "id": f"{name}/made_up/{row['record']}", **SAME}
                props["gloss"] = f"{one} {name.lower().replace('_', ' ')} {two}"
                rows[name].append({"source": one, "target": two, "props": props})
    return list(ids), rows
