"""Row by row: a `MERGE` of both ends and of the tie by its record for each row, a transaction each, as many scripts do."""

import sys

from tests.bench.peers.server import connect, index, read


def main(folder: str) -> None:
    """Load the tables of a folder; they may be loaded again, which changes nothing."""
    _, rows = read(folder)
    with connect() as driver:
        index(driver)
        with driver.session() as session:
            for name, group in rows.items():
                query = (
                    "MERGE (a:Actor {id: $source}) MERGE (b:Actor {id: $target})"
                    f" MERGE (a)-[t:{name} {{record: $props.record}}]->(b) SET t += $props"
                )
                for row in group:
                    session.run(query, row).consume()


if __name__ == "__main__":
    main(sys.argv[1])
