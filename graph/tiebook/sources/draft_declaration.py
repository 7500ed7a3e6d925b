"""Drafts the declaration of a table that Tiebook does not know: which columns name actors, and which are dates."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import Any, Final

from tiebook.errors import BadSource, UsageError
from tiebook.sources.declaration import TO_DO, encoding_named
from tiebook.sources.mapped.draft_dates import is_like_dates, spell
from tiebook.sources.mapped.draft_remarks import (
    is_key,
    is_of_end,
    key_of_spells,
    numbered_nodes,
    repeated_keys,
    unread_numbers,
)
from tiebook.sources.mapped.draft_types import drafted_type, may_tell_types, weighed
from tiebook.sources.mapped.drafts.ends import (
    FIRST_END,
    OWN,
    SAME,
    SECOND_END,
    actors_of,
    are_groups,
    fips_among,
    is_made_up,
    mark_between,
    names_are_actors,
    numbered_like,
    one_for_each,
    pair_of,
    same_actors,
    several_like,
    text_columns,
    with_own_names,
)
from tiebook.sources.mapped.drafts.matrix import check_no_matrix, may_be_matrix
from tiebook.sources.mapped.drafts.node_pairs import NodePair, ends_of
from tiebook.sources.mapped.drafts.observed import MEASURE, measures, of_its_year
from tiebook.sources.mapped.drafts.statements import check_statements
from tiebook.sources.mapped.drafts.written import checked_id, end_of, written
from tiebook.sources.mapped.drafts.years import VALUE, along_years, own_columns, with_values
from tiebook.sources.mapped.undirected import directed_among, for_mixed, remarks_on, said_undirected
from tiebook.sources.tie_map import SIGNS
from tiebook.tables import Row
from tiebook.tables.graphs import DIRECTED
from tiebook.tables.graphs.edge_table import is_graph
from tiebook.tables.packed import suffix_within
from tiebook.tables.sheets import json_rows
from tiebook.tables.sniff import sniffed

_ROWS: Final = 500  # that are looked at
_COLUMNS: Final = 12  # that a file is known by, beside those used
_MEMBERSHIP: Final = "MEMBER_OF"
_Ends = tuple[tuple[str, str], tuple[str, str]]  # the column of each end, and how it names actors


def draft(
    path: Path,
    types: str | Sequence[str],
    folder: Path | None = None,
    encoding: str | None = None,
    nodes: Path | None = None,
) -> str:
    """Return a source.toml for a table, to be looked over: its actors, dates and record key are guesses.

    nodes -- a table with the nodes, if the first one is of edges, or the other way round
    types -- the type of tie, the column that names types, or the type for each value of a column (1=SUPPORTS)
    folder -- in which it will be written; its name is the source's id
    encoding -- of the file, where it is not to be guessed

    Raises UsageError if the folder's name cannot be an id, BadSource where the file is not a table, UnknownName for a
    type that the codebook does not have, and UsageError for one type where a column tells several.
    """
    source = checked_id(path, folder)
    path, file, rows, (directed, mixed), pair = _read(path, nodes, encoding)
    columns = tuple(rows[0].cells)
    check_no_matrix(path, columns, rows)
    check_statements(path, columns, rows)
    marks = {column: mark for column in columns if (mark := mark_between(rows, column))}
    actors = actors_of(own_columns(file, columns), rows, marks)
    graph = is_graph(path)
    others = [column for column in columns if column not in dict(actors) and f"{column}.start" not in columns]
    others = others if pair is None else [column for column in others if not pair.is_of_ends(column)]
    when = spell(rows, others)
    keys = [each for each in others if is_key(rows, each) and not (graph and "." in each) and not is_of_end(each)]
    ends = pair_of(actors, rows) if pair is None else pair.ends(dict(actors))
    ends = _of_graph(ends, columns, actors) if graph and pair is None else ends
    actors = actors if pair is None else [*ends]
    texts = text_columns(rows, [column for column in others if column not in (*keys, *_flat(when), *types)])
    if graph:  # what is said of nodes is no remark on edges, and a column for the direction has one of its own
        others = [each for each in others if not each.startswith(("source.", "target.")) and each != DIRECTED]
    beside = [column for column in others if column not in keys and column not in _flat(when)]
    type_, made, by = drafted_type([types] if isinstance(types, str) else types, rows, beside)
    pact = [] if directed_among(made) else several_like(ends, columns, rows)  # columns of its members
    each_pair = bool(pact) or (ends[0][0] in marks and ends[1][0].startswith(TO_DO) and not directed_among(made))
    others = [column for column in others if column not in pact]
    if made == [MEASURE]:  # of the one actor that a row names, whichever end it is called like
        return _of_measures(source, path, file, rows, (ends, keys, when, beside))
    ends = (ends[0], ends[0]) if each_pair else _members_first(ends, made, rows)  # pairs of the members of a pact
    members = numbered_like(ends, [column for column, _ in actors]) if made == [_MEMBERSHIP] else []
    ends = (
        ends
        if {ends[0][0], ends[1][0]} & set(marks)
        else with_own_names(ends, texts, columns, membership=bool(members) or _lacks_group(ends, made, texts, rows))
    )
    tie: dict[str, Any] = {
        "file": "rows",
        "type": type_,
        "from": end_of(ends[0], marks, pact),
        "to": end_of(ends[1], marks, pact),
    }
    if key := keys[:1] or key_of_spells(rows, columns):
        tie["record"] = key
    tie |= (when := of_its_year(rows, [column for column, _ in ends], when))
    tie |= _saying((type_, made, by), types, rows, ("from", "to") if each_pair or members else _in_gloss(ends))
    if "header" not in file:
        used = {column for column, _ in ends} | {*_flat(when), *keys[:1], *members, by}
        file["required"] = _known_by(
            own_columns(file, columns) if pair is None else pair.own(columns), used, rows if "form" in file else []
        )
    by_year = with_values(file, tie)
    ties, remarks = _ways(tie, made, directed=directed, mixed=mixed)
    if members:
        ties, remarks = one_for_each(tie, members), [f"Each of {', '.join(members)} is a member: a [[tie]] for each"]
    elif each_pair:
        where = f"{pact[0]} to {pact[-1]}" if pact else f"a cell of {ends[0][0]}"
        remarks.append(f"Each pair of the names in {where} makes a tie")
    elif not graph:
        remarks += _unsaid_direction(made, ends)
    remarks += _remarks(
        rows, tie, others, _idle([each for each in actors if each[0] not in (*members, *pact)], ends, rows)
    )
    remarks += [*by_year, *(may_tell_types(rows, beside) if by is None else [])]
    remarks += may_be_matrix(columns, rows) if not actors else []
    remarks += [*said_undirected(rows, beside, made), *([] if pair is None else pair.remarks(ends))]
    return written(source, path, [file, *([] if pair is None else [pair.file])], ties, made, remarks)


def _read(
    path: Path, nodes: Path | None, encoding: str | None
) -> tuple[Path, dict[str, Any], list[Row], tuple[bool, bool], NodePair | None]:
    """Return the path of a table of ties, its [[file]] and first rows, whether these, or some, have a direction; its nodes.

    nodes -- a table with the nodes, if the first one is of edges, or the other way round
    """
    try:
        known = None if encoding is None else encoding_named(encoding)
    except ValueError as error:
        raise UsageError(f"--encoding: {error}") from None
    read = [(each, *_file(each, known)) for each in (path, nodes) if each is not None]
    for each, _, rows, _, _ in read:
        if not rows:
            raise BadSource("there are no records below the header, to draft from", where=str(each))
    if nodes is not None and ends_of(list(read[0][2][0].cells)) is None and ends_of(list(read[1][2][0].cells)):
        read.reverse()
    path, file, rows, directed, mixed = read[0]
    if nodes is None:
        return path, file, rows if is_graph(path) else along_years(file, rows), (directed, mixed), None
    pair = NodePair(rows, read[1][0], known)
    return path, {**file, **pair.said}, pair.joined(rows), (directed, mixed), pair


def _of_measures(
    source: str,
    path: Path,
    file: dict[str, Any],
    rows: list[Row],
    found: tuple[_Ends, list[str], dict[str, Any], list[str]],
) -> str:
    """Return the draft of a table that gives actors values.

    found -- the ends, the keys, the dates, and the other columns
    """
    ends, keys, when, beside = found
    actor = ends[0] if not ends[0][0].startswith(TO_DO) else ends[1]
    tie = {"file": "rows", "type": MEASURE, "from": end_of(actor, {}), **({"record": keys[:1]} if keys else {}), **when}
    by_year = "years" in file  # then another number is not of the year of its cell
    ties, remarks = measures(rows, tie, [VALUE] if by_year else beside, path.stem)
    if "header" not in file:
        file["required"] = _known_by(own_columns(file, tuple(rows[0].cells)), {actor[0], *_flat(when), *keys[:1]}, [])
    remarks += _remarks(rows, {"to": {}, **ties[0]}, beside if by_year else [], [])
    return written(source, path, [file], ties, [MEASURE], remarks)


def _of_graph(ends: _Ends, columns: Sequence[str], actors: Sequence[tuple[str, str]]) -> _Ends:
    """Return the ends of edges: other columns that are called so, or else the two of the edges, whoever they name."""
    to_do = any(column.startswith(TO_DO) for column, _ in ends)
    if not to_do and FIRST_END.search(ends[0][0]) and SECOND_END.search(ends[1][0]):
        return ends
    one, other = ((column, dict(actors).get(column, OWN)) for column in columns[:2])
    return one, other


def _remarks(rows: list[Row], tie: dict[str, Any], others: Sequence[str], idle: Sequence[str]) -> Iterator[str]:
    """Return remarks on what a draft leaves out.

    others -- columns that name no actors; idle -- those that do, and are not an end
    """
    when: dict[str, Any] = {name: tie[name] for name in ("since", "until") if name in tie}
    by = tie["type"]["column"] if isinstance(tie["type"], dict) else None
    unread = [each for each in others if each not in (*tie.get("record", ()), *_flat(when), by, tie.get("value"))]
    if TO_DO in f"{tie['from']}{tie['to']}":
        yield from numbered_nodes(rows, others)
        lost = [side for side in ("from", "to") if TO_DO + ": the column" in str(tie[side])]
        if len(lost) == 1:
            yield f'If this is the same actor in every row: {lost[0]} = {{actor = "united-states"}}, with its id'
    fips = fips_among(others)
    if fips:
        yield f"FIPS codes are not read ({', '.join(fips)}): CH is China there, and Switzerland in ISO"
    dates = [] if any(TO_DO in each for each in _flat(when)) else [each for each in unread if is_like_dates(rows, each)]
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


def _known_by(columns: Sequence[str], used: Collection[str | None], objects: list[Row]) -> list[str]:
    """Return the columns by which a file is known: the first, and those that are used.

    objects -- the records of JSON lines: there a file is known by what its first one says, if the others say it too
    """
    named = [each for each in columns if not is_made_up(each, tuple(columns)) and all(row.get(each) for row in objects)]
    return [each for each in named if each in used or columns.index(each) < _COLUMNS]


def _lacks_group(ends: _Ends, made: list[str], texts: list[str], rows: list[Row]) -> bool:
    """Return whether of two ends of a membership only the members are known, and other names may say of what."""
    there = [end for end in ends if not end[0].startswith(TO_DO)]
    return made == [_MEMBERSHIP] and len(there) == 1 and bool(texts) and not are_groups(rows, there[0])


def _idle(actors: list[tuple[str, str]], ends: _Ends, rows: list[Row]) -> list[str]:
    """Return the columns that name actors, are no end, and do not only name an end once more."""
    idle = [each for each in actors if each not in ends]
    return [each[0] for each in idle if all(same_actors(each, end, rows) <= SAME for end in ends)]


def _saying(
    drafted: tuple[object, list[str], str | None], types: str | Sequence[str], rows: list[Row], ends: tuple[str, str]
) -> dict[str, Any]:
    """Return what a [[tie]] says in words: what the cells of a column say, if they are words, or how much of it a number says.

    drafted -- its type, the types that it makes, and the column by which it goes; ends -- as a gloss names them
    """
    type_, made, by = drafted
    said = made[0].lower().replace("_", " ") if by is None else f"{{{by}}}" if by in types else ""
    if said:
        return {"gloss": _gloss(ends, said)}
    return weighed(rows, str(by)) if isinstance(type_, dict) and set(type_["values"]) <= SIGNS else {}


def _gloss(ends: tuple[str, str], said: str) -> str:
    return f"{{{ends[0]}}} {said} {{{ends[1]}}}"


def _in_gloss(ends: _Ends) -> tuple[str, str]:
    """Return how a gloss names the two ends: by their columns, if these are known."""
    one, other = (column for column, _ in ends)
    return ("from" if one.startswith(TO_DO) else one, "to" if other.startswith(TO_DO) else other)


def _unsaid_direction(made: list[str], ends: _Ends) -> list[str]:
    """Return a remark on ends of ties with a direction, if no column is called after what its actor does in them."""
    one, other = (column for column, _ in ends)
    told = FIRST_END.search(one) or SECOND_END.search(other) or made == [_MEMBERSHIP]
    if told or not directed_among(made) or TO_DO in f"{one}{other}":
        return []
    way = f"Each tie goes from {one} to {other}"
    if {one.lower(), other.lower()} == {"head", "tail"}:
        return [f"Check the direction: a triple goes from head to tail, an arc of a graph from tail to head. {way}"]
    return [f"Check the direction: no name of a column says who acts. {way}"]


def _members_first(ends: _Ends, made: list[str], rows: list[Row]) -> _Ends:
    """Return the ends of a tie, turned round where it would make an organisation the member of a state, or nobody known."""
    one, other = ends
    back = made == [_MEMBERSHIP] and not are_groups(rows, other)
    unknown = one[0].startswith(TO_DO) and not other[0].startswith(TO_DO)
    if back and unknown:
        return other, (f"{TO_DO}: the column of what they are members of", "name")
    return (other, one) if back and are_groups(rows, one) else ends


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


def _flat(when: dict[str, Any]) -> list[str]:
    """Return the columns in which a draft finds dates."""
    said = [when.get(name, []) for name in ("since", "until")]
    return [column for each in said for column in ([each] if isinstance(each, str) else each)]


def _file(path: Path, encoding: str | None) -> tuple[dict[str, Any], list[Row], bool, bool]:
    """Return the [[file]] table of a file, but for its required columns, its first rows, and whether these have a direction.

    Also whether only some of them have one.
    """
    file: dict[str, Any] = {"name": "rows", "what": path.name}
    if suffix_within(path) in {".jsonl", ".ndjson"}:
        rows = list(islice(json_rows(path), _ROWS))
        blank = dict.fromkeys((column for row in rows for column in row.cells), "")  # a record has what it says only
        return {**file, "form": "json lines"}, [Row(each.line, {**blank, **each.cells}) for each in rows], True, False
    found = sniffed(path, encoding)
    rows = list(islice(found.table.rows, _ROWS))
    if found.named and rows and names_are_actors(rows) and not is_graph(path):  # the first line is a record
        found = sniffed(path, encoding, headed=False)
        rows = list(islice(found.table.rows, _ROWS))
    if encoding is not None:
        file["encoding"] = encoding
    if found.delimiter != ",":
        file["delimiter"] = found.delimiter
    if found.sheet is not None:
        file["sheet"] = found.sheet
    if not found.named:
        file["header"] = list(found.table.columns)
    return file, rows, found.table.directed, found.table.mixed
