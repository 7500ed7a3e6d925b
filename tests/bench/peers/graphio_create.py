"""graphio: a NodeSet, and a RelationshipSet for each type, each stored by `create`."""

import sys

from graphio import NodeSet, RelationshipSet

from tests.bench.peers.server import connect, index, read


def main(folder: str) -> None:
    """Load the tables of a folder."""
    ids, rows = read(folder)
    with connect() as driver:
        index(driver)
        actors = NodeSet(["Actor"], merge_keys=["id"])
        for id_ in ids:
            actors.add_node({"id": id_})
        actors.create(driver)
        for name, group in rows.items():
            ties = RelationshipSet(name, ["Actor"], ["Actor"], ["id"], ["id"])
            for row in group:
                ties.add_relationship({"id": row["source"]}, {"id": row["target"]}, row["props"])
            ties.create(driver)


if __name__ == "__main__":
    main(sys.argv[1])
