"""neomodel: nodes made in a batch, ties by `connect` on the two nodes, as its documentation does; in one transaction."""

import sys
from typing import Any

import neomodel

from tests.bench.made_up import types
from tests.bench.peers.server import connect, index, read


class Tie(neomodel.StructuredRel):
    """A tie's properties; two go by other names, as neomodel keeps `id` and `source` for itself."""

    tie_id = neomodel.StringProperty(db_property="id")
    record = neomodel.StringProperty()
    gloss = neomodel.StringProperty()
    since = neomodel.StringProperty()
    until = neomodel.StringProperty()
    since_earliest = neomodel.DateProperty()
    since_latest = neomodel.DateProperty()
    until_earliest = neomodel.DateProperty()
    until_latest = neomodel.DateProperty()
    quote = neomodel.StringProperty()
    sign = neomodel.IntegerProperty()
    of_source = neomodel.StringProperty(db_property="source")
    held_by = neomodel.StringProperty()
    endorsed = neomodel.BooleanProperty()
    inferred = neomodel.BooleanProperty()
    confidence = neomodel.FloatProperty()


_ties = {name.lower(): neomodel.RelationshipTo("Actor", name, model=Tie) for name, _ in types()}
_id = neomodel.StringProperty(unique_index=True, db_property="id")
Actor: Any = type("Actor", (neomodel.StructuredNode,), {"uid": _id, **_ties})


def main(folder: str) -> None:
    """Load the tables of a folder."""
    ids, rows = read(folder)
    with connect() as driver:
        index(driver)
        neomodel.db.set_connection(driver=driver)
        with neomodel.db.transaction:
            nodes = dict(zip(ids, Actor.nodes.bulk_create(*({"uid": id_} for id_ in ids)), strict=True))
            for name, group in rows.items():
                for row in group:
                    props = row["props"]
                    props |= {"tie_id": props.pop("id"), "of_source": props.pop("source")}
                    getattr(nodes[row["source"]], name.lower()).connect(nodes[row["target"]], props)


if __name__ == "__main__":
    main(sys.argv[1])
