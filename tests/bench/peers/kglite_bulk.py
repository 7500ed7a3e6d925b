"""KGLite's own bulk calls: pandas reads the tables, `add_nodes` and `add_relationships` take frames, `save` ends it."""

import sys

import kglite
import pandas as pd

from tests.bench.peers.frames import FROM, PROPERTIES, TO, read


def main(folder: str, target: str) -> None:
    """Load the tables of a folder into a new file."""
    ties = read(folder)
    actors = pd.DataFrame({"id": pd.unique(pd.concat([ties[FROM], ties[TO]]))})
    graph = kglite.KnowledgeGraph()
    graph.add_nodes(actors, "Actor", "id", "id")
    for name, group in ties.groupby("type"):
        graph.add_relationships(group, str(name), "Actor", FROM, "Actor", TO, columns=list(PROPERTIES))
    graph.save(target)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])
