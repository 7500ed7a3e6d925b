"""Hand-written Cypher over Bolt: `UNWIND $rows ... CREATE`, ten thousand rows a transaction."""

import sys

from tests.bench.peers.server import connect, index, read

BATCH = 10_000


def main(folder: str) -> None:
    """Load the tables of a folder."""
    ids, rows = read(folder)
    with connect() as driver:
        index(driver)
        driver.execute_query("UNWIND $ids AS id CREATE (:Actor {id: id})", ids=ids)
        for name, group in rows.items():
            query = (
                "UNWIND $rows AS row MATCH (a:Actor {id: row.source}), (b:Actor {id: row.target})"
                f" CREATE (a)-[t:{name}]->(b) SET t = row.props"
            )
            for start in range(0, len(group), BATCH):
                driver.execute_query(query, rows=group[start : start + BATCH])


if __name__ == "__main__":
    main(sys.argv[1])
