"""COW formal alliances: each membership spell is a PARTY_TO tie; ALLIED_WITH only for two-member defence pacts."""

from __future__ import annotations

from collections import Counter, defaultdict

from tiebook.model.dates import parse
from tiebook.model.records import Entity
from tiebook.sources.alliances import Membership, allied
from tiebook.sources.source_reader import MERGED, Skip, SourceReader
from tiebook.tables import Row
from tiebook.tables.cells import bare, code, day

OBLIGATIONS = {
    "defense": "defence",
    "neutrality": "neutrality",
    "nonaggression": "non-aggression",
    "entente": "entente",
}


Spell = tuple[str, str | None]
Pledges = dict[tuple[str, str], dict[Spell, tuple[str, ...]]]  # (alliance, state) -> spell of a pair -> obligations


def read(reader: SourceReader) -> None:
    """Read the file by member; or the one by pair, from which memberships are derived."""
    size: defaultdict[str, set[str]] = defaultdict(set)
    for row in reader.peek("members"):
        size[code(row, "version4id")].add(code(row, "ccode"))
    parties: defaultdict[str, list[Membership]] = defaultdict(list)
    keys: Counter[str] = Counter()
    reader.each("members", lambda row: _member(reader, row, parties, keys))
    pledges: Pledges = defaultdict(dict)
    reader.each("pairs", lambda row: _pair(reader, row, pledges, size))
    _derived(reader, pledges, parties)
    for alliance, members in parties.items():
        if len(size[alliance]) == 2:  # noqa: PLR2004 -- two members
            allied(reader, alliance, f"COW alliance {alliance}", members, {"defence"})


def _member(
    reader: SourceReader,
    row: Row,
    parties: dict[str, list[Membership]],
    keys: Counter[str],
) -> str | None:
    reader.version = row.get("version") or reader.version
    # the file by member and year has a spell again for each of its years; a copy may have a record twice
    if reader.is_repeated("members", row, but="year"):
        return MERGED
    alliance, ccode = code(row, "version4id"), code(row, "ccode")
    since = day(row, "mem_st_year", "mem_st_month", "mem_st_day")
    until = day(row, "mem_end_year", "mem_end_month", "mem_end_day")
    if since is None:
        raise Skip("no year of entry")
    signed = day(row, "all_st_year", "all_st_month", "all_st_day")
    entity = Entity("Instrument", f"cow-alliance-{alliance}", f"COW alliance {alliance}", "agreement", date=signed)
    pledged = [words for column, words in OBLIGATIONS.items() if bare(row, column) == "1"]
    for actor, first, last in reader.spells("cow", ccode, since, until):
        key = f"{alliance}/{ccode}/{first}"
        keys[key] += 1
        reader.tie(
            "PARTY_TO",
            actor,
            reader.declare(entity),
            key if keys[key] == 1 else f"{key}/{keys[key]}",
            since=first,
            until=last,
            gloss=f"{reader.name_of(actor)} in COW alliance {alliance}: {', '.join(pledged) or 'no coded obligation'}",
            obligations=pledged,
        )
        parties[alliance].append(Membership(actor, first, last, tuple(pledged)))
    return None


def _pair(reader: SourceReader, row: Row, pledges: Pledges, size: dict[str, set[str]]) -> str | None:
    """Note a pair's spell for both states."""
    reader.version = row.get("version") or reader.version
    if reader.has("members"):
        raise Skip("the file by member is given, which has each member's own spells")
    alliance = code(row, "version4id")
    since = day(row, "dyad_st_year", "dyad_st_month", "dyad_st_day")
    until = day(row, "dyad_end_year", "dyad_end_month", "dyad_end_day")
    if since is None:
        raise Skip("no year of entry")
    pledged = tuple(words for column, words in OBLIGATIONS.items() if bare(row, column) == "1")
    new = not size[alliance]
    for column in ("ccode1", "ccode2"):
        ccode = code(row, column)
        reader.spells("cow", ccode, since, until)  # an unknown code is told here, with its row
        size[alliance].add(ccode)
        known = pledges[alliance, ccode].get((since, until), ())
        pledges[alliance, ccode][since, until] = tuple(
            each for each in OBLIGATIONS.values() if each in {*known, *pledged}
        )
    return None if new else MERGED


def _derived(reader: SourceReader, pledges: Pledges, parties: dict[str, list[Membership]]) -> None:
    """Make memberships of the spells of pairs: those that meet are one, with the obligations of any."""
    for (alliance, ccode), spells in pledges.items():
        entity = Entity("Instrument", f"cow-alliance-{alliance}", f"COW alliance {alliance}", "agreement")
        for since, until, pledged in _united(spells):
            for actor, first, last in reader.spells("cow", ccode, since, until):
                reader.tie(
                    "PARTY_TO",
                    actor,
                    reader.declare(entity),
                    f"{alliance}/{ccode}/{first}",
                    since=first,
                    until=last,
                    gloss=f"{reader.name_of(actor)} in COW alliance {alliance}: {', '.join(pledged) or 'no coded obligation'}",
                    obligations=list(pledged),
                    inferred=True,
                )
                parties[alliance].append(Membership(actor, first, last, pledged))


def _united(spells: dict[Spell, tuple[str, ...]]) -> list[tuple[str, str | None, tuple[str, ...]]]:
    out: list[tuple[str, str | None, tuple[str, ...]]] = []
    for since, until in sorted(spells, key=lambda spell: parse(spell[0]).earliest):
        pledged = spells[since, until]
        if out and (out[-1][1] is None or parse(since).earliest <= parse(out[-1][1]).latest):
            first, last, before = out[-1]
            later = None if None in (last, until) else max(last or "", until or "", key=lambda text: parse(text).latest)
            out[-1] = (first, later, tuple(each for each in OBLIGATIONS.values() if each in {*before, *pledged}))
        else:
            out.append((since, until, pledged))
    return out
