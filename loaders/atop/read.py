"""ATOP: alliances as agreements, memberships as PARTY_TO by phase; ALLIED_WITH only for two-member pacts to fight."""

from __future__ import annotations

from collections import Counter, defaultdict
from datetime import date

from tiebook.model.dates import Span, parse
from tiebook.model.records import Entity
from tiebook.sources.alliances import Membership, allied
from tiebook.sources.source_reader import MERGED, SourceReader
from tiebook.tables import Row
from tiebook.tables.cells import bare, code, day, last_day, number, whole

OBLIGATIONS = {
    "defense": "defence",
    "offense": "offence",
    "neutral": "neutrality",
    "nonagg": "non-aggression",
    "consul": "consultation",
}


def read(reader: SourceReader) -> None:
    """Read the member-level file, the alliance-level file, or both."""
    years = [whole(row, column) for row in reader.peek("members") for column in ("yrent", "yrexit")]
    years += [whole(row, column) for row in reader.peek("alliances") for column in ("begyr", "endyr")]
    reader.covers_until = last_day(years)
    for kind in ("members", "alliances"):
        for row in reader.peek(kind):
            version = number(row, "version") if "version" in row.cells else None
            reader.version = reader.version if version is None else f"{version:g}"  # a rounded 4.01
    size: defaultdict[str, set[str]] = defaultdict(set)
    for row in reader.peek("members"):
        size[_pact(row)].add(code(row, "member"))
    signed = {code(row, "atopid"): day(row, "begyr", "begmo", "begday") for row in reader.peek("alliances")}
    members: defaultdict[str, list[Membership]] = defaultdict(list)
    keys: Counter[str] = Counter()

    def member(row: Row) -> str | None:
        if reader.is_repeated("members", row):
            return MERGED
        _member(reader, row, signed, members, keys)
        return None

    reader.each("members", member)
    reader.each("alliances", lambda row: _alliance(reader, row))
    for pact, parties in members.items():
        if len(size[pact]) != 2:  # noqa: PLR2004 -- two members
            continue
        allied(reader, pact, f"ATOP alliance {pact.partition('/')[0]}", parties, {"defence", "offence"})


def _instrument(reader: SourceReader, alliance: str, since: str | None) -> str:
    return reader.declare(
        Entity("Instrument", f"atop-{alliance}", f"ATOP alliance {alliance}", "agreement", date=since)
    )


def _alliance(reader: SourceReader, row: Row) -> str | None:
    _instrument(reader, code(row, "atopid"), day(row, "begyr", "begmo", "begday"))
    return None if reader.added else MERGED  # its members' rows have declared it


def _member(
    reader: SourceReader,
    row: Row,
    signed: dict[str, str | None],
    members: dict[str, list[Membership]],
    keys: Counter[str],
) -> None:
    alliance, member, phase = code(row, "atopid"), code(row, "member"), _phase(row)
    since, until = day(row, "yrent", "moent", "dayent"), day(row, "yrexit", "moexit", "dayexit")
    first = parse(since).earliest if since else date.min
    last = parse(until).latest if until else reader.covers_until or date.max
    actor = reader.coded("cow", member, Span(first, max(first, last)))
    instrument = _instrument(reader, alliance, signed.get(alliance, since))
    pledged = [words for column, words in OBLIGATIONS.items() if bare(row, column) == "1"]
    key = f"{alliance}/{member}/{phase}/{since}"
    keys[key] += 1
    reader.tie(
        "PARTY_TO",
        actor,
        instrument,
        key if keys[key] == 1 else f"{key}/{keys[key]}",
        since=since,
        until=until,
        gloss=f"{reader.name_of(actor)} in ATOP alliance {alliance}: {', '.join(pledged) or 'no coded obligation'}",
        obligations=pledged,
    )
    if bare(row, "bilat", "1") == "1" and bare(row, "asymm", "0") == "0":
        members[_pact(row)].append(Membership(actor, since, until, tuple(pledged)))


def _pact(row: Row) -> str:
    return f"{code(row, 'atopid')}/{_phase(row)}"


def _phase(row: Row) -> str:
    """Return the phase of an alliance; not every release divides it."""
    return code(row, "phase") if row.get("phase") else "0"
