"""Analyses for which Cypher is the wrong tool, with networkx.

    from tiebook.analyse.registry import analyse
    from tiebook.analyse.selection import Selection

    analyse(graph.engine, "balance", Selection(as_of=date(2020, 10, 19)), show="triads").table
"""
