"""Drafts the declaration of a table that Tiebook does not know: which columns name actors, and which are dates."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import combinations, islice
from pathlib import Path
from typing import Any, Final, cast

import tomlkit

from tiebook.crosswalk import crosswalk
from tiebook.crosswalk.own_actors import slug
from tiebook.crosswalk.table import System
from tiebook.errors import BadSource, UsageError
from tiebook.sources.declaration import ID, TO_DO, encoding_named, shipped_datasets
from tiebook.sources.mapped.draft_dates import like_dates, share_of, spell
from tiebook.sources.mapped.draft_remarks import is_key, repeated_keys, unread_numbers
from tiebook.sources.mapped.draft_types import drafted_type, may_tell_types, weighed
from tiebook.sources.mapped.statements import check_statements
from tiebook.sources.mapped.undirected import directed_among, for_mixed, remarks_on
from tiebook.sources.tie_map import SIGNS
from tiebook.support.marks import without_raised
from tiebook.support.small_files import folder_name
from tiebook.tables import Row
from tiebook.tables.cells import known, plain_code
from tiebook.tables.graphs.edge_table import is_graph
from tiebook.tables.sheets import json_rows
from tiebook.tables.sniff import sniffed

_ROWS: Final = 500  # that are looked at
_COLUMNS: Final = 12  # that a file is known by, beside those used
_MOST: Final = 0.6  # of a column's cells must mean something
_NUMBERS: Final = (
    "cow",
    "gw",
    "iso_num",
)  # many a number is such a code by chance: ISO has numbers too, and a flag may be 1 or 2
_MOST_NUMBERS: Final = 0.9
_FILLED: Final = 0.2  # of the rows must have something in a column that names actors
_FIRST_END: Final = re.compile(  # roles of the one that acts; in English, German, French and Spanish
    r"source|sender|sending|from|supplier|export|reporter|donor|initiator|seller|vend(?:or|eur|edor)|orig(?:in|en)?(?:\b|_)"
    r"|investor|creditor|lender|patron\b|protector|owner|parent|aggressor|attacker|invader|perpetrator|complainant|plaintiff"
    r"|occupier|accuser|guarantor|provider|giver|grantor|issuer|imposer|subject|\bego\b|guest"
    r"|geber|absender|herkunft|verkäufer|lieferant|[ée]metteur|exp[ée]diteur|fournisseur|donateur|donante|proveedor|emisor"
    r"|\bi\b|(?:1|_?a)$",
    re.IGNORECASE,
)
_SECOND_END: Final = re.compile(  # roles of the one to which something is done
    r"target|recipient|\bto\b|import|partner|receiv|buyer|purchas|beneficiar|dest(?:ination|inataire|ino)?(?:\b|_)|\bhost"
    r"|debtor|borrower|client|prot[ée]g[ée]|subsidiary|victim|respondent|defendant|accused|attacked|invaded|occupied|owned"
    r"|supported|sanctioned|criticised|criticized|threatened|\bobject\b|\balter\b|empfänger|\bziel|käufer|cible|acheteur"
    r"|b[ée]n[ée]ficiaire|comprador|receptor|objetivo|\bj\b|(?:2|_?b)$",
    re.IGNORECASE,
)
_NUMBERED: Final = re.compile(r"(?:\d|_?[ab])$", re.IGNORECASE)  # behind a role: sender2 is a second sender
_BETWEEN: Final = (";", "|", "/", ",")  # names in a cell
_MEMBERSHIP: Final = "MEMBER_OF"
_TOWN: Final = re.compile(r"city|capital|town|place|location|venue", re.IGNORECASE)  # whose names may mean states
_SAME: Final = 0.5  # of the rows in which two columns may mean one actor, and still be the ends of a tie
_SYSTEMS: Final[tuple[System, ...]] = ("iso3", "cow", "gw", "iso_num", "iso2", "cow_abbrev", "cameo")

_Ends = tuple[tuple[str, str], tuple[str, str]]  # the column of each end, and how it names actors


def draft(path: Path, types: str | Sequence[str], folder: Path | None = None, encoding: str | None = None) -> str:
    """Return a source.toml for a table, to be looked over: its actors, dates and record key are guesses.

    types -- the type of tie, the column that names types, or the type for each value of a column (1=SUPPORTS)
    folder -- in which it will be written; its name is the source's id
    encoding -- of the file, where it is not to be guessed

    Raises UsageError if the folder's name cannot be an id, BadSource where the file is not a table, UnknownName for a
    type that the codebook does not have, and UsageError for one type where a column tells several.
    """
    source = _id_of(path.stem) if folder is None else folder_name(folder)
    if not re.fullmatch(ID, source):
        raise UsageError(
            f"{source!r} cannot be the id of a source (the name of its folder): use lower-case letters, digits and _ only",
            hint=f"-o {folder.with_name(_id_of(source)) if folder else _id_of(source)}",
        )
    if source in shipped_datasets():
        raise UsageError(f"{source!r} is a data set that ships with Tiebook", hint=f"-o my_{source}")
    try:
        file, rows, directed, mixed = _file(path, None if encoding is None else encoding_named(encoding))
    except ValueError as error:
        raise UsageError(f"--encoding: {error}") from None
    if not rows:
        raise BadSource("there are no records below the header, to draft from", where=str(path))
    columns = tuple(rows[0].cells)
    _check_no_matrix(path, columns)
    check_statements(path, columns, rows)
    marks = {column: mark for column in columns if (mark := _mark_between(rows, column))}
    actors = [(each, system) for each in columns if (system := _system(_apart(rows, each, marks.get(each)), each))]
    others = [column for column in columns if column not in dict(actors)]
    when = spell(rows, others)
    graph = is_graph(path)
    keys = [
        column for column in others if is_key(rows, column) and not (graph and "." in column)
    ]  # of a node, not an edge
    ends = _pair(actors, rows)
    if graph and not (_FIRST_END.search(ends[0][0]) and _SECOND_END.search(ends[1][0])):
        ends = (columns[0], dict(actors).get(columns[0], "name")), (columns[1], dict(actors).get(columns[1], "name"))
    beside = [column for column in others if column not in keys and column not in _flat(when)]
    type_, made, by = drafted_type([types] if isinstance(types, str) else types, rows, beside)
    each_pair = ends[0][0] in marks and ends[1][0].startswith(TO_DO) and not directed_among(made)
    ends = (ends[0], ends[0]) if each_pair else _members_first(ends, made, rows)  # pairs of the members of a pact
    tie: dict[str, Any] = {"file": "rows", "type": type_, "from": _end(ends[0], marks), "to": _end(ends[1], marks)}
    if keys:
        tie["record"] = keys[:1]
    tie |= when
    one, other = (
        ("from" if ends[0][0].startswith(TO_DO) else ends[0][0]),
        ("to" if ends[1][0].startswith(TO_DO) else ends[1][0]),
    )
    if by is not None and by in types:  # its cells are words
        tie["gloss"] = f"{{{one}}} {{{by}}} {{{other}}}"
    elif by is None:
        one, other = ("from", "to") if each_pair else (one, other)
        tie["gloss"] = f"{{{one}}} {made[0].lower().replace('_', ' ')} {{{other}}}"
    elif isinstance(type_, dict) and set(type_["values"]) <= SIGNS:  # how much of it a number says
        tie |= weighed(rows, str(by))
    if "header" not in file:
        used = {column for column, _ in ends} | {*_flat(when), *keys[:1], by}
        named = [each for each in columns if not _is_made_up(each, columns)]
        file["required"] = [each for each in named if each in used or columns.index(each) < _COLUMNS]
    ties, remarks = _ways(tie, made, directed=directed, mixed=mixed)
    idle = [each[0] for each in actors if each not in ends and all(_same(each, end, rows) <= _SAME for end in ends)]
    in_pairs = [f"Each pair of the names in a cell of {ends[0][0]} makes a tie"]
    remarks += in_pairs if each_pair else [] if graph else _unsaid_direction(made, ends)
    remarks += _remarks(rows, tie, others, idle)
    remarks += may_tell_types(rows, beside) if by is None else []
    return _written(source, path, file, ties, made, remarks)


def _remarks(rows: list[Row], tie: dict[str, Any], others: Sequence[str], idle: Sequence[str]) -> Iterator[str]:
    """Return remarks on what a draft leaves out.

    others -- columns that name no actors; idle -- those that do, and are not an end
    """
    when: dict[str, Any] = {name: tie[name] for name in ("since", "until") if name in tie}
    by = tie["type"]["column"] if isinstance(tie["type"], dict) else None
    unread = [each for each in others if each not in (*tie.get("record", ()), *_flat(when), by, tie.get("value"))]
    dates = [] if any(TO_DO in each for each in _flat(when)) else like_dates(rows, unread)
    for what, named in (("name actors", idle), ("may be dates", dates)):
        if named:
            yield f"These columns {what} too, and no [[tie]] reads them: {', '.join(named)}"
    if "record" not in tie:
        yield from repeated_keys(rows, unread)
    yield from unread_numbers(rows, [each for each in unread if each not in dates and not is_key(rows, each)])
    begin = _flat(when)
    if "since" in when and "until" not in when and not any(TO_DO in each for each in begin):
        until = f"[{', '.join(map(_quoted, begin))}]" if isinstance(when["since"], list) else _quoted(begin[0])
        yield f"Nothing says until when a tie holds: it goes on. Of events of one day, add: until = {until}"


def _unsaid_direction(made: list[str], ends: _Ends) -> list[str]:
    """Return a remark on ends of ties with a direction, if no column is called after what its actor does in them."""
    one, other = (column for column, _ in ends)
    told = _FIRST_END.search(one) or _SECOND_END.search(other) or made == [_MEMBERSHIP]
    if told or not directed_among(made) or TO_DO in f"{one}{other}":
        return []
    return [f"Check the direction: no name of a column says who acts. Each tie goes from {one} to {other}"]


def _members_first(ends: _Ends, made: list[str], rows: list[Row]) -> _Ends:
    """Return the ends of a tie, turned round where it would make an organisation the member of a state."""
    back = made == [_MEMBERSHIP] and _are_groups(rows, ends[0]) and not _are_groups(rows, ends[1])
    return (ends[1], ends[0]) if back else ends


def _are_groups(rows: list[Row], end: tuple[str, str]) -> bool:
    """Return whether most of the actors that a column names are organisations or blocs."""
    actors = crosswalk().actors
    kinds = [actors[found].kind for row in rows if (found := _meant(row, *end)) is not None]
    return 2 * sum(kind in {"Organization", "Bloc"} for kind in kinds) > len(kinds)


def _ways(
    tie: dict[str, Any], made: list[str], *, directed: bool, mixed: bool
) -> tuple[list[dict[str, Any]], list[str]]:
    """Return the [[tie]] tables for a graph that has edges without a direction, and what is said of them."""
    if mixed:
        return for_mixed(made, tie)
    both, remarks = (False, []) if directed else remarks_on(made)
    tie |= {"both": True} if both else {}
    return [tie], remarks


def _quoted(column: str) -> str:
    return f'"{column}"'


def _check_no_matrix(path: Path, columns: Sequence[str]) -> None:
    """Check that the columns of a table are not named after actors.

    Raises BadSource.
    """
    table = crosswalk()
    called = [
        each for each in columns[1:] if table.by_name(each) or table.by_code("iso3", each) or table.by_code("cow", each)
    ]
    if len(called) > max(1, _MOST * len(columns[1:])):
        raise BadSource(
            f"this is a matrix: its columns are actors ({', '.join(called[:3])})",
            where=str(path),
            hint="write a line for each pair: the actor of the row, the actor of the column, the value",
        )


def _flat(when: dict[str, Any]) -> list[str]:
    """Return the columns in which a draft finds dates."""
    said = [when.get(name, []) for name in ("since", "until")]
    return [column for each in said for column in ([each] if isinstance(each, str) else each)]


def _file(path: Path, encoding: str | None) -> tuple[dict[str, Any], list[Row], bool, bool]:
    """Return the [[file]] table of a file, but for its required columns, its first rows, and whether these have a direction.

    Also whether only some of them have one.
    """
    file: dict[str, Any] = {"name": "rows", "what": path.name}
    if path.suffix.lower() in {".jsonl", ".ndjson"}:
        return {**file, "form": "json lines"}, list(islice(json_rows(path), _ROWS)), True, False
    found = sniffed(path, encoding)
    if encoding is not None:
        file["encoding"] = encoding
    if found.delimiter != ",":
        file["delimiter"] = found.delimiter
    if found.sheet is not None:
        file["sheet"] = found.sheet
    if not found.named:
        file["header"] = list(found.table.columns)
    return file, list(islice(found.table.rows, _ROWS)), found.table.directed, found.table.mixed


def _system(rows: list[Row], column: str) -> str | None:
    """Return the way in which a column names actors, the best first; None if it does not."""
    if sum(known(row, column) is not None for row in rows) < _FILLED * len(rows):
        return None
    table = crosswalk()
    shares = {"name": share_of(rows, column, lambda text: table.by_name(without_raised(text)) is not None)}
    for system in _SYSTEMS:
        if system in _NUMBERS and len({_coded(system, row.get(column)) for row in rows} - {None}) < 2:  # noqa: PLR2004
            continue
        share = share_of(rows, column, lambda text, by=system: _coded(by, text) is not None)  # type: ignore[misc]
        if system not in _NUMBERS or share >= _MOST_NUMBERS:
            shares[system] = share
    best = max(shares, key=lambda system: shares[system])
    return best if shares[best] > _MOST else None


def _mark_between(rows: list[Row], column: str) -> str | None:
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
    return bool(table.by_name(without_raised(text)) or (text.isalpha() and table.by_code("iso3", text.upper())))


def _apart(rows: list[Row], column: str, mark: str | None) -> list[Row]:
    """Return rows with one name each of a column whose cells hold several."""
    if mark is None:
        return rows
    return [Row(row.line, {column: part.strip()}) for row in rows for part in row.get(column).split(mark)]


def _id_of(name: str) -> str:
    return slug(name).replace("-", "_") or "my_source"


def _written(
    source: str, path: Path, file: dict[str, Any], ties: list[dict[str, Any]], types: list[str], remarks: list[str]
) -> str:
    document = tomlkit.document()
    document.add(
        tomlkit.comment("A draft: look over every line, and fill in what is TO DO. Help: docs/add-a-source.md")
    )
    for key, value in {
        "id": source,
        "name": path.stem,
        "title": path.stem,
        "citation": f"{TO_DO}: how to cite it",
        "licence": f"{TO_DO}: its terms",
        "universe": f"What is in {path.name}; what is not there says nothing.",
        "ties": types or [f"{TO_DO}: the types that the rows make"],
    }.items():
        document.add(key, value)
    for name, made in (("file", [file]), ("tie", ties)):
        tables = tomlkit.aot()
        for table in made:
            tables.append(tomlkit.item(table))
        document.add(name, tables)
    for remark in remarks:
        document.add(tomlkit.comment(remark))
    return tomlkit.dumps(document)


def _is_made_up(column: str, columns: tuple[str, ...]) -> bool:
    """Return whether the file itself does not call a column so: it has no name, or that of one before it (`name.2`)."""
    name, _, number = column.rpartition(".")
    return column.startswith("column ") or (number.isdecimal() and name in columns)


def _pair(actors: list[tuple[str, str]], rows: list[Row]) -> tuple[tuple[str, str], tuple[str, str]]:
    """Return the two columns that most likely are a tie's ends: called like ends, or alike in how they name actors.

    Never two that mean the same actor in most rows: a code beside its name, or one sender in two columns.
    """
    named = tuple(column for column, _ in actors)
    again = [  # a column that stands there twice under one name
        each
        for place, each in enumerate(actors)
        if _is_made_up(each[0], named) and 1.0 in (_same(one, each, rows) for one in actors[:place])
    ]
    actors = [each for each in actors if each not in again]
    found = [(one, two) for one, two in combinations(actors, 2) if _same(one, two, rows) <= _SAME]
    found = [pair for pair in found if not any(_TOWN.search(column) for column, _ in pair)] or found
    pairs = [*found, *((two, one) for one, two in found)]
    if pairs:
        columns = [column for column, _ in actors]
        return max(pairs, key=lambda pair: _likeness(pair[0], pair[1], columns))
    one, other = (f"{TO_DO}: the column of one actor", "name"), (f"{TO_DO}: the column of the other actor", "name")
    if actors and _SECOND_END.search(actors[0][0]) and not _FIRST_END.search(actors[0][0]):
        return one, actors[0]
    return (actors[0] if actors else one), other


def _same(one: tuple[str, str], two: tuple[str, str], rows: list[Row]) -> float:
    """Return in which part of the rows two columns mean one actor."""
    meant = [(_meant(row, *one), _meant(row, *two)) for row in rows]
    both = [pair for pair in meant if None not in pair]
    return sum(first == second for first, second in both) / len(both) if both else 0.0


def _meant(row: Row, column: str, system: str) -> str | None:
    text = row.get(column)
    return crosswalk().by_name(without_raised(text)) if system == "name" else _coded(cast("System", system), text)


def _coded(system: System, text: str) -> str | None:
    return crosswalk().by_code(system, plain_code(system, text))


def _likeness(
    one: tuple[str, str], two: tuple[str, str], columns: list[str]
) -> tuple[bool, bool, bool, float, int, int]:
    """Return how much two columns look like a tie's ends.

    By role (the first of several senders), way of naming, spelling, how near they stand, and which is called like the second.
    """
    from rapidfuzz import fuzz  # noqa: PLC0415

    roles = bool(_FIRST_END.search(one[0]) and _SECOND_END.search(two[0])) and not _one_role(one[0], two[0])
    near = -abs(columns.index(one[0]) - columns.index(two[0]))
    first = not any(_one_role(other, end) for end in (one[0], two[0]) for other in columns[: columns.index(end)])
    like = 0.0 if roles else fuzz.ratio(one[0], two[0])
    return roles, roles and first, one[1] == two[1], like, near, _like_second(two[0]) - _like_second(one[0])


def _like_second(column: str) -> int:
    """Return whether a column is called like the end to which a tie goes (1), or like the other one (-1)."""
    return bool(_SECOND_END.search(column)) - bool(_FIRST_END.search(column))


def _one_role(one: str, two: str) -> bool:
    """Return whether two columns are called after one role: sender1 and sender2 both send."""
    role, other = (_NUMBERED.sub("", name) for name in (one, two))
    return role == other and bool(_FIRST_END.search(role)) != bool(_SECOND_END.search(role))


def _end(found: tuple[str, str], marks: dict[str, str]) -> object:
    table = tomlkit.inline_table()
    table.update({"column": found[0], "system": found[1]})
    if found[0] in marks:
        table["split"] = marks[found[0]]
    return table
