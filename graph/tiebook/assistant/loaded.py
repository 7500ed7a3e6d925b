"""The tool `sources` and the resource on coverage: what is loaded, which days it covers, and how it is cited."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tiebook.ask.cite import citations
from tiebook.ask.coverage import searched
from tiebook.assistant import results

if TYPE_CHECKING:
    from tiebook.assistant.current_graph import CurrentGraph


def sources(graph: CurrentGraph) -> results.Sources:
    """Return every loaded source."""
    engine = graph.engine
    found, cited = searched(engine), {each.id: each.work for each in citations(engine)}
    listed = [
        results.Source(
            id=each.id,
            name=each.name,
            claims=each.claims,
            ties=each.ties,
            covers=each.window,
            universe=each.universe,
            note=each.note,
            cite_as=cited.get(each.id),
        )
        for each in found
    ]
    total = f"{sum(each.claims for each in found):,} claims and {sum(each.ties for each in found):,} ties"
    return results.Sources(summary=f"{len(found)} of {len(found)} loaded sources: {total}.", sources=listed)


def coverage(graph: CurrentGraph) -> str:
    """Return a line for each loaded source: how much it holds, and which days it covers."""
    lines = [source.line("-", note=True).strip() for source in searched(graph.engine)]
    return "\n".join([*lines, "", "Not coded does not mean that there is no such tie."])
