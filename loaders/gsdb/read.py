"""GSDB: each case makes a SANCTIONS tie from every sender to every target that its cells name."""

from __future__ import annotations

from collections import Counter

from tiebook.crosswalk.name_lists import named_in
from tiebook.crosswalk.own_actors import slug
from tiebook.model.records import Entity
from tiebook.sources.report import UNRESOLVED
from tiebook.sources.source_reader import MERGED, Skip, SourceReader
from tiebook.tables import Row
from tiebook.tables.cells import bare, code, last_day, span, whole

KINDS = ("trade", "arms", "military", "financial", "travel", "other")
# what the cells name that is no state and no organisation: described sets, never expanded
COLLECTIVES = (
    "Balkans",
    "ICC Rome Statute Signatories",
    "Kimberly Process Participants",
    "Paris Agreement Signatories",
    "Terrorist Organizations (Al-Qaeda)",
    "Terrorist Organizations (ISIL and ANF)",
    "Terrorist Organizations (Taliban and Al-Qaeda)",
    "Terrorist Organizations (Taliban)",
    "Western Balkans",
    "Western countries",
)
RELEASES = {2016: "R1", 2019: "R2", 2022: "R3", 2023: "R4"}  # by the last year that they cover; the files do not say


def read(reader: SourceReader) -> None:
    """Read the file by case."""
    last = max(whole(row, "end") for row in reader.peek("cases"))
    reader.covers_until = last_day([last])
    reader.version = RELEASES.get(last, f"to {last}")
    sets = {slug(name): Entity("Actor", f"gsdb-{slug(name)}", name, "Collective") for name in COLLECTIVES}
    keys: Counter[str] = Counter()

    def case(row: Row) -> str | None:
        if reader.is_repeated("cases", row):
            return MERGED
        _case(reader, row, last, sets, keys)
        return None

    reader.each("cases", case)


def _case(reader: SourceReader, row: Row, last: int, sets: dict[str, Entity], keys: Counter[str]) -> None:
    begin, end = whole(row, "begin"), whole(row, "end")
    on = span(f"{begin:04d}", f"{end:04d}")

    def actors(cell: str) -> list[str]:
        if slug(cell) in sets:
            return [reader.declare(sets[slug(cell)])]
        return named_in(
            cell, ",", lambda name: reader.resolver.known(name, on), lambda name: reader.resolver.name(name, on)
        )

    senders, targets = actors(row["sanctioning_state"]), actors(row["sanctioned_state"])
    if not senders or not targets:
        raise Skip(UNRESOLVED)
    measures = [kind for kind in KINDS if bare(row, kind) == "1"]
    key = f"{code(row, 'case_id')}/{begin}"
    keys[key] += 1
    key = key if keys[key] == 1 else f"{key}-{keys[key]}"
    goals = ", ".join(dict.fromkeys(goal.replace("_", " ") for goal in row.get("objective").split(",") if goal))
    for sender in senders:
        for target in targets:
            reader.tie(
                "SANCTIONS",
                sender,
                target,
                f"{key}/{sender}/{target}",
                since=str(begin),
                until=None if end == last else str(end),
                gloss=f"{reader.name_of(sender)} sanctions {reader.name_of(target)}: {', '.join(measures) or 'measures'}"
                + (f"; objective: {goals}" if goals else "")
                + (f"; outcome: {row['success'].replace('_', ' ')}" if row.get("success") else ""),
                mechanism=", ".join(measures) or None,
            )
