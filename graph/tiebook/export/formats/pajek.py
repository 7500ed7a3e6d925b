"""Pajek: a network with one relation for each type of tie; the value of a line is the sign."""

from __future__ import annotations

from collections import defaultdict

from tiebook.export.content import citations, plain
from tiebook.export.files import write_citations, write_text
from tiebook.export.registry import Format, Job, Written


def write(job: Job) -> Written:
    """Write the file."""
    numbers = {actor.id: number for number, actor in enumerate(job.content.actors, start=1)}
    lines: dict[str, list[str]] = defaultdict(list)
    for link in job.content.links():
        lines[link.type].append(f"{numbers[link.start]} {numbers[link.end]} {plain(link.props.get('sign', 0))}")
    vertices = [f"{numbers[actor.id]} {_quoted(str(plain(actor.props['name'])))}" for actor in job.content.actors]
    relations = [
        text
        for number, (name, each) in enumerate(sorted(lines.items()), start=1)
        for text in (f'*Arcs :{number} "{name}"', *each)
    ]
    head = [*(f"% {line}" for line in citations(job.content.sources)), f"*Vertices {len(vertices)}"]
    path = write_text(job.path, [*head, *vertices, *relations])
    return Written((path, write_citations(job.content, job.path)))


def _quoted(name: str) -> str:
    return '"' + " ".join(name.replace('"', "'").split()) + '"'


FORMATS = (
    Format(
        name="pajek",
        title="Pajek network",
        endings=(".net",),
        write=write,
        scope="network",
        drops="kinds and aliases of actors, dates, holders, quotes; a line's value is its sign (-1, 0, 1), its relation the type",
        opens="Pajek (multiple relations network; signs for balance), `networkx.read_pajek`",
    ),
)
