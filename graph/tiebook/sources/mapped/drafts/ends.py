"""Drafts which columns of a table name the two actors of a tie, and how."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from itertools import combinations
from typing import Any, Final, cast

import tomlkit

from tiebook.crosswalk import crosswalk
from tiebook.crosswalk.table import System
from tiebook.sources.declaration import TO_DO
from tiebook.sources.mapped.draft_dates import WIDE_YEAR, share_of
from tiebook.sources.mapped.endpoints import GOVERNMENT
from tiebook.support.marks import without_raised
from tiebook.tables import Row
from tiebook.tables.cells import known, plain_code

_MOST: Final = 0.6  # of a column's cells must mean something
_NUMBERS: Final = (
    "cow",
    "gw",
    "iso_num",
)  # many a number is such a code by chance: ISO has numbers too, and a flag may be 1 or 2
_MOST_NUMBERS: Final = 0.9
_FILLED: Final = 0.2  # of the rows must have something in a column that names actors
FIRST_END: Final = re.compile(  # roles of the one that acts; in English, German, French and Spanish
    r"^ext_(?:name|id)$|(?:\b|_)by(?:$|[\W_\d])|perp(?:$|[\W_\d])|source|sender|sending|from|supplier|export|reporter|donor|initiator|seller|vend(?:or|eur|edor)|orig(?:in|en)?(?:\b|_)"
    r"|investor|creditor|lender|patron\b|protector|owner|parent|aggressor|attacker|invader|perpetrator|complainant|plaintiff"
    r"|occupier|accuser|guarantor|provider|giver|grantor|funder|funding|financier|sponsor|issuer|imposer|subject|\bego\b|guest"
    r"|geber|absender|herkunft|verkäufer|lieferant|[ée]metteur|exp[ée]diteur|fournisseur|donateur|donante|proveedor|emisor"
    r"|\bi\b|(?:1|_?a)$",
    re.IGNORECASE,
)
SECOND_END: Final = re.compile(  # roles of the one to which something is done
    r"target|recipient|\bto\b|import|partner|receiv|buyer|purchas|beneficiar|dest(?:ination|inataire|ino)?(?:\b|_)|\bhost"
    r"|debtor|borrower|client|prot[ée]g[ée]|subsidiary|victim|respondent|defendant|(?:accused|attacked|invaded|occupied|owned)(?![\W_]?by)"
    r"|(?:supported|sanctioned|criticised|criticized|threatened)(?![\W_]?by)|\bobject\b|\balter\b|empfänger|\bziel|käufer|cible|acheteur"
    r"|b[ée]n[ée]ficiaire|comprador|receptor|objetivo|\bj\b|(?:2|_?b)$",
    re.IGNORECASE,
)
_NUMBERED: Final = re.compile(r"(?:\d|_?[ab])$", re.IGNORECASE)  # behind a role: sender2 is a second sender
_OF_SIDE: Final = re.compile(
    r"(side|actor|group|party|country|state|node|name)[ _.]?(?:[12]|[ab](?![a-z]))", re.IGNORECASE
)
_LAST_NUMBER: Final = re.compile(r"_?\d+$", re.ASCII)
_BETWEEN: Final = (";", "|", "/", ",")  # names in a cell
_TOWN: Final = re.compile(r"city|capital|town|place|location|venue", re.IGNORECASE)  # whose names may mean states
SAME: Final = 0.5  # of the rows in which two columns may mean one actor, and still be the ends of a tie
# names of columns by the codes that they hold: some numbers and letters mean one state in one system and another in another
_CALLED: Final[dict[System, re.Pattern[str]]] = {
    "iso_num": re.compile(r"iso_?(?:3166)?_?_?n(?:um(?:eric)?)?(?:$|[\d_])|iso_?3n|m49|un_?m?code", re.IGNORECASE),
    "iso3": re.compile(r"iso_?(?:alpha)?_?a?_?3|alpha_?3|cca3", re.IGNORECASE),
    "iso2": re.compile(r"iso_?(?:alpha)?_?a?_?2|alpha_?2|cca2", re.IGNORECASE),
    "gw": re.compile(r"(?:^|[\W_])gw(?:no|code|id|n)?(?=$|[\W_\d])|gwno|gleditsch", re.IGNORECASE),
    "cow_abbrev": re.compile(r"state_?abb|(?:^|[\W_])c?abb(?:rev)?(?=$|[\W_\d])|cow_?c(?=$|[\W_\d])", re.IGNORECASE),
    "cow": re.compile(r"(?:^|[\W_])(?:cow(?:n|_?code)?|ccode)(?=$|[\W_\d])|(?:^|[\W_])ccode[ab]?$", re.IGNORECASE),
    "cameo": re.compile(r"cameo", re.IGNORECASE),
}
OWN: Final = "own"  # how a column names actors that only this table knows
_ACTS: Final = re.compile(FIRST_END.pattern.rpartition("|\\bi\\b")[0], re.IGNORECASE)  # not by a number only
_ANSWERS: Final = frozenset({"yes", "no", "true", "false", "y", "n", ""})
_PART_OF_DATE: Final = re.compile(r"(?:month|mnth|mth|mon|day)s?_?\d?$", re.IGNORECASE)  # endmon: 12 is no Algeria
_NO_NAMES: Final = re.compile(
    r"type|kind|category|level|continent|regime|region|status|note|comment|descr|text|issue|url|city|place|location|date|outcome",
    re.IGNORECASE,
)
_NO_ACTORS: Final = re.compile(r"event|title|treaty|agreement|case|war\b|conflict", re.IGNORECASE)
_LONGEST_NAME: Final = 80  # characters
_FIPS: Final = re.compile(r"(?:^|[\W_\d])fips|fips(?=$|[\W_\d])", re.IGNORECASE)
_MANY_YEARS: Final = 3  # columns that are called by their year
_LOOKS: Final[dict[str, Callable[[str], bool]]] = {
    "iso2": lambda text: len(text) == 2 and text.isupper(),  # noqa: PLR2004
    "iso3": lambda text: len(text) == 3 and text.isupper(),  # noqa: PLR2004
}
_SYSTEMS: Final[tuple[System, ...]] = ("iso3", "cow", "gw", "iso_num", "iso2", "cow_abbrev", "cameo")


def are_groups(rows: list[Row], end: tuple[str, str]) -> bool:
    """Return whether most of the actors that a column names are organisations or blocs."""
    actors = crosswalk().actors
    kinds = [actors[found].kind for row in rows if (found := _meant(row, *end)) is not None]
    return 2 * sum(kind in {"Organization", "Bloc"} for kind in kinds) > len(kinds)


def actors_of(columns: Sequence[str], rows: list[Row], marks: Mapping[str, str]) -> list[tuple[str, str]]:
    """Return the columns that name actors, and how; never one that is called by a year.

    marks -- those between the names in cells, by column
    """
    wide = [column for column in columns if WIDE_YEAR.fullmatch(column)]
    named = [column for column in columns if column not in wide or len(wide) < _MANY_YEARS]
    apart_ = {column: apart(rows, column, marks.get(column)) for column in named}
    found = {column: system for column in named if (system := system_of(apart_[column], column))}
    for column in named:  # all rows may be of one state: what is called like ccode2 names it as ccode2 does
        like = next((other for other in found if column not in found and _are_numbered(column, other)), None)
        if like is not None and found[like] != "name" and share_of(rows, column, _means(found[like])) == 1:
            found[column] = found[like]
    for one, other in combinations(list(found), 2):
        if _are_numbered(one, other) and found[one] != found[other] and "name" not in (found[one], found[other]):
            found[one] = found[other] = max(
                (found[one], found[other]),
                key=lambda system: min(share_of(rows, column, _means(system)) for column in (one, other)),
            )
    return [(column, found[column]) for column in named if column in found]


def names_are_actors(rows: list[Row]) -> bool:
    """Return whether columns that name actors are called by actors themselves: their names are a first record."""
    called = 0
    for column in rows[0].cells:
        system = system_of(rows, column)
        if system in ("name", "iso3") and _meant(Row(0, {column: column}), column, system) is not None:
            called += 1
    return called > 1


def text_columns(rows: list[Row], columns: Sequence[str]) -> list[str]:
    """Return the columns whose cells may be names: words, and not all the same."""
    found = []
    for column in columns:
        cells = [text for row in rows if (text := known(row, column)) is not None]
        words = sum(any(map(str.isalpha, text)) and len(text) < _LONGEST_NAME for text in cells)
        if cells and words > _MOST_NUMBERS * len(cells) and len(set(cells)) > 1 and not _NO_NAMES.search(column):
            found.append(column)
    return found


def with_own_names(
    ends: tuple[tuple[str, str], tuple[str, str]], texts: Sequence[str], columns: Sequence[str], *, membership: bool
) -> tuple[tuple[str, str], tuple[str, str]]:
    """Return the ends, of which a column of names that nobody knows is one, where only the other names known actors.

    That is the first end if it is called so, or stands before the other: Company, Country.
    membership -- whether the known end, or both, are members: then it is that of which they are members
    """
    one, other = ends
    unknown = [column for column, _ in ends if column.startswith(TO_DO)]
    there = other if one[0].startswith(TO_DO) else one
    if membership:  # party1, party2: of what the first column of names says
        return there, (texts[0], OWN) if texts else (f"{TO_DO}: the column of what they are members of", "name")
    names = [column for column in texts if not _NO_ACTORS.search(column)]
    if len(unknown) == len(ends) or (unknown and _TOWN.search(there[0])):
        return _own_pair(names) or ends
    if len(unknown) != 1:
        return ends
    if _ACTS.search(there[0]):
        called = [column for column in names if SECOND_END.search(column)]
        chosen = called[:1] or (names if len(names) == 1 else [])
        return (there, (chosen[0], OWN)) if chosen and not SECOND_END.search(there[0]) else ends
    before = [column for column in names if columns.index(column) < columns.index(there[0])]
    acting = [column for column in names if _ACTS.search(column)]
    chosen = (acting or before)[-1:]
    return ((chosen[0], OWN), there) if chosen else ends


def _own_pair(names: Sequence[str]) -> tuple[tuple[str, str], tuple[str, str]] | None:
    """Return the first two columns of names that nobody knows which are called like the ends of a tie: side_a and side_b."""
    for one, other in combinations(names, 2):
        plain = _OF_SIDE.sub(r"\1", one)
        if one != plain and plain == _OF_SIDE.sub(r"\1", other):
            first, second = sorted((one, other), key=str.lower)
            return (first, OWN), (second, OWN)
        for first, second in ((one, other), (other, one)):
            if _ACTS.search(first) and SECOND_END.search(second) and not _one_role(first, second):
                return (first, OWN), (second, OWN)
    return None


def numbered_like(ends: tuple[tuple[str, str], tuple[str, str]], columns: Sequence[str]) -> list[str]:
    """Return the columns of which the ends are two, if these are called alike but for a number: party1, party2, party3."""
    (one, _), (other, _) = ends
    if not _are_numbered(one, other):
        return []
    return [column for column in columns if column == one or _are_numbered(one, column)]


def several_like(ends: tuple[tuple[str, str], tuple[str, str]], columns: Sequence[str], rows: list[Row]) -> list[str]:
    """Return the columns of the members of a pact, of which the ends are two: c1, c2 ... c91; nothing if there are only two.

    The last ones may be blank, or hold few names.
    """
    (one, system), (other, _) = ends
    stem = _LAST_NUMBER.sub("", one)
    if stem in ("", one) or stem != _LAST_NUMBER.sub("", other):
        return []
    like = [column for column in columns if column != stem and _LAST_NUMBER.sub("", column) == stem]
    means = _named if system == "name" else _means(system)
    found = [each for each in like if share_of(rows, each, means) > _MOST or not any(map(_says(each), rows))]
    return found if len(found) > 2 and found == like else []  # noqa: PLR2004 -- the ends of one tie


def _says(column: str) -> Callable[[Row], bool]:
    return lambda row: known(row, column) is not None


def _named(text: str) -> bool:
    return crosswalk().in_any_language(without_raised(text)) is not None


def one_for_each(tie: dict[str, Any], columns: Sequence[str]) -> list[dict[str, Any]]:
    """Return a [[tie]] for each of several columns of members, with keys of their own."""
    ties = []
    for column in columns:
        end = tomlkit.inline_table()
        end.update({**tie["from"], "column": column})
        ties.append({**tie, "from": end, "record": [tie["to"]["column"], column]})
    return ties


def fips_among(columns: Sequence[str]) -> list[str]:
    """Return the columns that are called after FIPS codes, which are not read: the same letters are other states in ISO."""
    return [column for column in columns if _FIPS.search(column)]


def _are_numbered(one: str, other: str) -> bool:
    """Return whether two columns are called alike but for a number or letter behind: ccode1 and ccode2, gwno_a and gwno_b."""
    plain = _NUMBERED.sub("", one)
    return one != other and plain not in ("", one) and plain == _NUMBERED.sub("", other)


def _means(system: str) -> Callable[[str], bool]:
    return lambda text: _coded(cast("System", system), text) is not None


def system_of(rows: list[Row], column: str) -> str | None:
    """Return the way in which a column names actors, that of its name or the best one first; None if it does not."""
    if _FIPS.search(column) or sum(known(row, column) is not None for row in rows) < _FILLED * len(rows):
        return None
    if _answers(rows, column):
        return None
    called = next((system for system, pattern in _CALLED.items() if pattern.search(column)), None)
    if called is not None and share_of(rows, column, _means(called)) > _MOST:
        return called
    shares = {"name": share_of(rows, column, _named)}
    for system in _SYSTEMS:
        if system in _NUMBERS and (
            _PART_OF_DATE.search(column) or len({_coded(system, row.get(column)) for row in rows} - {None}) < 2  # noqa: PLR2004
        ):
            continue
        share = share_of(rows, column, _means(system))
        if system not in _NUMBERS or share >= _MOST_NUMBERS:
            shares[system] = share
    # US and USA are names as well: where all cells look like codes, those of later rows are (CA, GB)
    most = max(shares.values())
    if most <= _MOST:
        return OWN if share_of(rows, column, _is_government) > _FILLED else None
    best = [system for system, share in shares.items() if share == most]
    coded = (system for system in best if system in _LOOKS and share_of(rows, column, _LOOKS[system]) == 1)
    return best[0] if len(best) == 1 else next(coded, best[0])


def _answers(rows: list[Row], column: str) -> bool:
    """Return whether a column answers a question, mostly by yes or no: No is Norway, and so is NO among codes only."""
    cells = [text for row in rows if (text := row.get(column))]
    others = [text for text in cells if text.casefold() not in _ANSWERS]
    return not others or (2 * len(others) < len(cells) and not all(map(_LOOKS["iso2"], others)))


def _is_government(text: str) -> bool:
    """Return whether a name is "Government of X", as conflict data write it: the other sides of its column are groups."""
    named = GOVERNMENT.fullmatch(text)
    return named is not None and crosswalk().in_any_language(named["state"]) is not None


def mark_between(rows: list[Row], column: str) -> str | None:
    """Return the mark between the names in the cells of a column; None where each cell holds one.

    Most of the parts must mean actors, and no whole cell ("Venezuela, Bolivarian Republic of").
    """
    for mark in _BETWEEN:
        cells = [text for row in rows if mark in (text := row.get(column))]
        parts = [part.strip() for text in cells for part in text.split(mark) if part.strip()]
        if len(parts) < len(cells) + 1 or any(map(_means_actor, cells)):
            continue
        if sum(map(_means_actor, parts)) > _MOST * len(parts):
            return mark
    return None


def _means_actor(text: str) -> bool:
    table = crosswalk()
    codes: tuple[System, ...] = ("iso3", "iso2")
    coded = text.isalpha() and any(table.by_code(system, text.upper()) for system in codes)
    return bool(coded or table.in_any_language(without_raised(text)))


def apart(rows: list[Row], column: str, mark: str | None) -> list[Row]:
    """Return rows with one name each of a column whose cells hold several."""
    if mark is None:
        return rows
    return [Row(row.line, {column: part.strip()}) for row in rows for part in row.get(column).split(mark)]


def is_made_up(column: str, columns: tuple[str, ...]) -> bool:
    """Return whether the file itself does not call a column so: it has no name, or that of one before it (`name.2`).

    Or it is made of that one: `timeset.start`.
    """
    name, _, number = column.rpartition(".")
    return column.startswith("column ") or ((number.isdecimal() or number in ("start", "end")) and name in columns)


def pair_of(actors: list[tuple[str, str]], rows: list[Row]) -> tuple[tuple[str, str], tuple[str, str]]:
    """Return the two columns that most likely are a tie's ends: called like ends, or alike in how they name actors.

    Never two that mean the same actor in most rows: a code beside its name, or one sender in two columns.
    """
    named = tuple(column for column, _ in actors)
    again = [  # a column that stands there twice under one name
        each
        for place, each in enumerate(actors)
        if is_made_up(each[0], named) and 1.0 in (same_actors(one, each, rows) for one in actors[:place])
    ]
    actors = [each for each in actors if each not in again]
    found = [(one, two) for one, two in combinations(actors, 2) if same_actors(one, two, rows) <= SAME]
    found = [pair for pair in found if not any(_TOWN.search(column) for column, _ in pair)] or found
    pairs = [*found, *((two, one) for one, two in found)]
    if pairs:
        columns = [column for column, _ in actors]
        return max(pairs, key=lambda pair: _likeness(pair[0], pair[1], columns))
    one, other = (f"{TO_DO}: the column of one actor", "name"), (f"{TO_DO}: the column of the other actor", "name")
    likely = [each for each in actors if not _TOWN.search(each[0])] or actors
    role = [each for each in likely if SECOND_END.search(each[0]) or FIRST_END.search(each[0])] or likely
    if role and SECOND_END.search(role[0][0]) and not FIRST_END.search(role[0][0]):
        return one, role[0]
    return (role[0] if role else one), other


def same_actors(one: tuple[str, str], two: tuple[str, str], rows: list[Row]) -> float:
    """Return in which part of the rows two columns mean one actor."""
    meant = [(_meant(row, *one), _meant(row, *two)) for row in rows]
    both = [pair for pair in meant if None not in pair]
    return sum(first == second for first, second in both) / len(both) if both else 0.0


def _meant(row: Row, column: str, system: str) -> str | None:
    text = row.get(column)
    if system == OWN:
        return text or None
    return (
        crosswalk().in_any_language(without_raised(text)) if system == "name" else _coded(cast("System", system), text)
    )


def _coded(system: System, text: str) -> str | None:
    return crosswalk().by_code(system, plain_code(system, text))


def _likeness(
    one: tuple[str, str], two: tuple[str, str], columns: list[str]
) -> tuple[bool, bool, bool, float, int, int]:
    """Return how much two columns look like a tie's ends.

    By role (the first of several senders), way of naming, spelling, how near they stand, and which is called like the second.
    """
    from rapidfuzz import fuzz  # noqa: PLC0415

    roles = bool(FIRST_END.search(one[0]) and SECOND_END.search(two[0])) and not _one_role(one[0], two[0])
    near = -abs(columns.index(one[0]) - columns.index(two[0]))
    first = not any(_one_role(other, end) for end in (one[0], two[0]) for other in columns[: columns.index(end)])
    like = 0.0 if roles else fuzz.ratio(one[0], two[0])
    return roles, roles and first, one[1] == two[1], like, near, _like_second(two[0]) - _like_second(one[0])


def _like_second(column: str) -> int:
    """Return whether a column is called like the end to which a tie goes (1), or like the other one (-1)."""
    return bool(SECOND_END.search(column)) - bool(FIRST_END.search(column))


def _one_role(one: str, two: str) -> bool:
    """Return whether two columns are called after one role: sender1 and sender2 both send."""
    role, other = (_NUMBERED.sub("", name) for name in (one, two))
    return role == other and bool(FIRST_END.search(role)) != bool(SECOND_END.search(role))
