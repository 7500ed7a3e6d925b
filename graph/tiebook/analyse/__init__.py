"""Analyses for which Cypher is the wrong tool, with networkx: `registry.analyse` runs one, `selection` says on which ties."""
