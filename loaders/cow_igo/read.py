"""COW IGO: full membership in consecutive observations of an organisation is one dated MEMBER_OF tie."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from tiebook.crosswalk.own_actors import slug
from tiebook.model.dates import parse
from tiebook.model.records import Entity
from tiebook.sources.source_reader import MERGED, SourceReader
from tiebook.support.numbers import first_of
from tiebook.tables import Row
from tiebook.tables.cells import UNSAID, code, last_day, span, whole

NO_ORGANISATION = {"ccode", "year", "state", "version", "x", "rownames", "rowid", "index"}
MEMBER = {"1", "1.0"}  # a full one
OWN = frozenset(  # columns of an organisation that are no members
    "ioname orgname year sdate deaddate dead integrated replaced longorgname ionum igocode version "
    "accuracyofpre1965membershipdates sourcesandnotes imputed political social economic".split()
)
CODED = {"yugoslaviaserb": "345"}  # a column that is two states in turn
UNKNOWN = {"-9", "-9.0"}  # nothing is known of the member in that year: no observation of it
NO_MEMBER = {"", "-1", "-1.0"}
# what a cell of an organisation says, if none of these: no member, an associate, an observer; or blank, as a program writes it
OTHERWISE = {*(f"{code}{zeros}" for code in "023" for zeros in ("", ".0")), *UNSAID}
ORGANISATION = re.compile(r"[a-z0-9]{2,15}")  # how the columns of organisations are called
MOST = 8  # of them that a note names
FIRST, LAST = (
    "aaaid",
    "wassen",
)  # of them as published; others stand before or behind all where a table was joined to it


class Organisations(NamedTuple):
    """The columns of organisations and what they are called; `outside` those that stand before or behind all, if all are there."""

    columns: dict[str, str]
    outside: frozenset[str]
    whole: bool


Members = dict[tuple[str, str], set[int]]  # (organisation, member's column or code) -> years


def read(reader: SourceReader) -> None:
    """Read the file by organisation; the one by state is its second computation, or stands alone."""
    observed: defaultdict[str, set[int]] = defaultdict(set)
    names: dict[str, str] = {}
    members: Members = defaultdict(set)
    unknown: Members = defaultdict(set)
    reader.each("igo_years", lambda row: _igo_year(row, observed, names, members, unknown))
    if members:
        _cover(reader, observed)
        _check(reader, members)
    else:
        others: set[str] = set()
        whole_file = False

        def state_year(row: Row) -> str | None:
            nonlocal whole_file
            whole_file = _organisations(tuple(row.cells)).whole
            return _state_year(reader, row, observed, members, unknown, others)

        reader.each("state_years", state_year)
        for held in [each for each in members if each[0] in others]:
            del members[held]
        for igo in others:
            observed.pop(igo, None)
        _tell(reader, others)
        if not whole_file:
            _tell_unknown(reader, {igo for igo, _ in members})
        _cover(reader, observed)
    for (igo, member), held in members.items():
        _spells(reader, (igo, names.get(igo, igo.upper())), member, held, observed[igo], unknown[igo, member])


def _cover(reader: SourceReader, observed: dict[str, set[int]]) -> None:
    reader.covers_until = last_day(year for years in observed.values() for year in years)


def _tell(reader: SourceReader, others: set[str]) -> None:
    """Note columns of a file by state that are no organisations, as somebody has added them."""
    if others and reader.has("state_years"):
        reader.accounts[-1].notes.append(
            f"these columns hold no memberships and were left out: {', '.join(sorted(others))}"
        )


def _tell_unknown(reader: SourceReader, found: set[str]) -> None:
    """Note organisations of chosen columns that no code is known of, as a column of something else would be one."""
    unknown = sorted(igo for igo in found if reader.resolver.crosswalk.by_code("cow_igo", igo) is None)
    if unknown and reader.has("state_years"):
        shown = first_of(unknown, MOST)
        reader.accounts[-1].notes.append(
            f"organisations that only the names of columns tell: {shown}; delete columns that are none"
        )


def _igo_year(
    row: Row, observed: dict[str, set[int]], names: dict[str, str], members: Members, unknown: Members
) -> str | None:
    igo, year = row["ioname"].lower(), whole(row, "year")
    first = not observed[igo]
    observed[igo].add(year)
    names[igo] = row["orgname"] or igo.upper()
    for column, cell in row.cells.items():
        value = cell.strip()  # of millions, most of which say that it is no member
        if value in MEMBER:
            if column.lower() not in OWN:
                members[igo, column.lower()].add(year)
        elif value in UNKNOWN:
            unknown[igo, column.lower()].add(year)
    return None if first else MERGED


def _state_year(
    reader: SourceReader,
    row: Row,
    observed: dict[str, set[int]],
    members: Members,
    unknown: Members,
    others: set[str],
) -> str | None:
    """Read the memberships of a state in a year; `others` takes columns that are not of an organisation."""
    ccode, year = code(row, "ccode"), whole(row, "year")
    reader.coded("cow", ccode, parse(str(year)))
    first = True
    others |= _organisations(tuple(row.cells)).outside
    for igo, cell in _of_organisations(row):
        if cell in NO_MEMBER:
            continue
        if cell in UNKNOWN:
            unknown[igo, f"cow:{ccode}"].add(year)
            continue
        observed[igo].add(year)
        if cell not in MEMBER:
            if cell not in OTHERWISE:
                others.add(igo)
        else:
            first = first and not members[igo, f"cow:{ccode}"]
            members[igo, f"cow:{ccode}"].add(year)
    return None if first else MERGED


def _of_organisations(row: Row) -> Iterator[tuple[str, str]]:
    """Return the organisations of a file by state, as their columns are called, and their cells."""
    for name, igo in _organisations(tuple(row.cells)).columns.items():
        yield igo, row.cells[name].strip()


@lru_cache(maxsize=4)
def _organisations(columns: tuple[str, ...]) -> Organisations:
    """Return the columns of organisations of a file by state.

    Not the columns of the state and the year, nor those that are called otherwise: "column 1" and "Unnamed: 0", in which a
    program has numbered the rows, or my_note.
    """
    called = [each.lower() for each in columns]
    found = {each: low for each, low in zip(columns, called, strict=True) if low not in NO_ORGANISATION}
    found = {each: low for each, low in found.items() if ORGANISATION.fullmatch(low)}
    if not {FIRST, LAST} <= set(called):  # somebody has chosen or sorted the columns
        return Organisations(found, frozenset(), whole=False)
    first, last = sorted((called.index(FIRST), called.index(LAST)))
    within = set(columns[first : last + 1])
    outside = frozenset(low for each, low in found.items() if each not in within)
    return Organisations({each: low for each, low in found.items() if each in within}, outside, whole=True)


def _check(reader: SourceReader, members: Members) -> None:
    """Compare the file by state with what the file by organisation has said, and note how often they differ."""
    found: dict[tuple[str, str, int], bool] = {}
    for (igo, column), years in members.items():
        if column in CODED:
            continue
        actor = reader.resolver.known(column)
        for year in years:
            if actor:
                found[igo, actor, year] = True
    differ: Counter[str] = Counter()
    others: set[str] = set()

    def state_year(row: Row) -> str:
        others.update(_organisations(tuple(row.cells)).outside)
        year = whole(row, "year")
        actor = reader.coded("cow", code(row, "ccode"), parse(str(year)))
        for igo, cell in _of_organisations(row):
            if cell in MEMBER:
                differ[igo] += not found.get((igo, actor, year), False)
            elif not (cell in NO_MEMBER or cell in UNKNOWN or cell in OTHERWISE):
                others.add(igo)
        return MERGED

    reader.each("state_years", state_year)
    _tell(reader, others)
    several = sum(count for igo, count in differ.items() if igo not in others)
    if several and reader.has("state_years"):
        reader.accounts[-1].notes.append(
            f"{several:,} memberships by year are not in the file by organisation; that one counts"
        )


def _spells(
    reader: SourceReader, named: tuple[str, str], member: str, held: set[int], years: set[int], unknown: set[int]
) -> None:
    """Make a tie of every run of observations in which the member is a full one.

    years -- in which the organisation is observed; unknown -- those in which nothing is known of this member
    """
    observed = sorted(years - unknown)
    igo, name = named
    organisation = reader.resolver.crosswalk.by_code("cow_igo", igo)
    target = organisation or reader.declare(Entity("Actor", f"igo-{slug(igo)}", name, "Organization", (igo.upper(),)))
    last = reader.covers_until.year if reader.covers_until else 0
    run: list[int] = []
    for index, year in enumerate(observed):
        if year in held:
            run.append(year)
        if run and (year not in held or index == len(observed) - 1):
            before = [each for each in observed if each < run[0]]
            about = "~" if before and run[0] - before[-1] > 1 else ""
            lost = run[-1] + 1 in unknown  # the file does not know when it ended
            until = None if run[-1] == last else f"{run[-1]}{'~' if lost else ''}"
            for actor, since, end in _actors(reader, member, str(run[0]), until, run):
                reader.tie(
                    "MEMBER_OF",
                    actor,
                    target,
                    f"{igo}/{slug(member)}/{since}",
                    since=f"{since}{about}" if len(since) == 4 else since,  # noqa: PLR2004 -- a year
                    until=end,
                    gloss=f"{reader.name_of(actor)} is a full member of {name}",
                    count=len(run),
                )
            run = []


def _actors(
    reader: SourceReader, member: str, since: str, until: str | None, run: list[int]
) -> list[tuple[str, str, str | None]]:
    ccode = CODED.get(member) or (member[4:] if member.startswith("cow:") else None)
    if ccode is not None:
        return reader.spells("cow", ccode, since, until)
    actor = reader.resolver.name(member, span(f"{run[0]:04d}", f"{run[-1]:04d}"))
    return [(actor, since, until)] if actor else []
