"""UCINET DL: one matrix for each type of tie, as an edge list."""

from __future__ import annotations

from collections import defaultdict

from tiebook.export.files import write_citations, write_text
from tiebook.export.registry import Format, Job, Written


def write(job: Job) -> Written:
    """Write the file: actors by id; 1 where there is at least one tie, however often it is mentioned."""
    numbers = {actor.id: number for number, actor in enumerate(job.content.actors, start=1)}
    pairs: dict[str, set[tuple[int, int]]] = defaultdict(set)
    for link in job.content.links():
        pairs[link.type].add((numbers[link.start], numbers[link.end]))
    types = sorted(pairs)
    data: list[str] = []
    for number, name in enumerate(types):
        data += ["!"] if number else []
        data += [f"{start} {end} 1" for start, end in sorted(pairs[name])]
    matrices = [f"dl n={len(numbers)} nm={max(len(types), 1)} format=edgelist1"]
    labels = ["labels:", *numbers, "matrix labels:", *(types or ["none"])]
    path = write_text(job.path, [*matrices, *labels, "data:", *data])
    return Written((path, write_citations(job.content, job.path)))


FORMATS = (
    Format(
        name="dl",
        title="UCINET DL",
        endings=(".dl",),
        write=write,
        scope="network",
        drops="names (actors stand by id), signs, dates, holders, quotes, parallel ties; a tie is 1, however often mentioned",
        opens="UCINET (Data, Import text file, DL); one matrix for each type of tie",
    ),
)
