"""Differential testing: random graphs and random queries on KGLite and on Neo4j, whose rows must be the same."""
