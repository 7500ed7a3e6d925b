"""UN General Assembly: ideal points by session, and agreement of pairs with the votes that both cast as denominator."""

from __future__ import annotations

from collections import defaultdict

import numpy as np
import numpy.typing as npt

from tiebook.errors import BadSource
from tiebook.model.dates import parse
from tiebook.model.records import Entity
from tiebook.sources.source_reader import MERGED, Skip, SourceReader
from tiebook.tables import Row
from tiebook.tables.cells import code, last_day, number, score, whole

IDEAL = Entity("Issue", "unga-ideal-point", "Ideal point in the UN General Assembly", "issue")
AGREEMENT = {  # columns of the ideal point file: agreement with one state
    "USAgree": "united-states",
    "RUSSAgree": "russia",
    "BrazilAgree": "brazil",
    "ChinaAgree": "china",
    "IndiaAgree": "india",
    "IsraelAgree": "israel",
}
VOTES = {"yes": "yes", "no": "no", "abstain": "abstain", "1": "yes", "2": "abstain", "3": "no"}
ABSENT = "absent, or not a member: no position"
UNIT = "share of alike votes"
FIRST = 1945  # the year before that of session 1
POSITIONS = ("yes", "abstain", "no")

Counts = npt.NDArray[np.float32]  # states x states
Cast = defaultdict[str, dict[str, str]]  # roll call -> state -> vote


def read(reader: SourceReader) -> None:
    """Read ideal points; agreement of pairs as the source gives it; and, from the votes themselves, as counted here."""
    years: set[int] = set()
    reader.each("ideal", lambda row: _ideal(reader, row, years, "All"))
    reader.each("ideal_years", lambda row: _ideal(reader, row, years, "FP"))
    _agreement(reader, years)
    sessions: dict[str, int] = {}
    reader.each("calls", lambda row: _call(row, sessions, years))
    cast: Cast = defaultdict(dict)
    if reader.has("votes"):
        if not sessions:
            where = str(reader.files["votes"][0])
            raise BadSource("the votes have no dates of their own", where=where, hint="give un_roll_calls too")
        _votes(reader, sessions, cast)
    reader.each("raw_votes", lambda row: _raw_vote(reader, row, sessions, years, cast))
    _pairs(reader, sessions, cast)
    reader.each("issues", _issue)
    if years:
        reader.covers_since, reader.covers_until = parse(str(min(years))).earliest, last_day(years)


def _ideal(reader: SourceReader, row: Row, years: set[int], votes_on: str) -> None:
    """Read a state's ideal point of a session, or of a year; `votes_on` is how the columns say from which votes."""
    by_session = "session" in row.cells
    session = whole(row, "session") if by_session else whole(row, "year") - FIRST
    year = str(session + FIRST)
    on = parse(year)
    years.add(on.latest.year)
    state = reader.coded("cow", code(row, "ccode"), on)
    reader.want(on, state)
    point = score(row, f"IdealPoint{votes_on}")
    if point is None:
        raise Skip("no ideal point")
    votes = whole(row, f"NVotes{votes_on}")
    name = reader.name_of(state)
    reader.tie(
        "MEASURED_AS",
        state,
        reader.declare(IDEAL),
        f"{code(row, 'ccode')}/{session}",
        since=year,
        until=year,
        gloss=f"{name}: ideal point {point:.2f} in {f'session {session}' if by_session else year}, from {votes} votes",
        value=point,
        unit="ideal point",
        total=votes,
    )
    for column, other in AGREEMENT.items():
        share = number(row, column) if column in row.cells else None
        if share is not None and other != state:
            reader.tie(
                "VOTES_WITH",
                state,
                other,
                f"{code(row, 'ccode')}/{other}/{session}",
                since=year,
                until=year,
                gloss=f"{name} votes like {reader.name_of(other)} in {share:.0%} of session {session}, as the source gives it",
                value=share,
                unit=UNIT,
            )


def _call(row: Row, sessions: dict[str, int], years: set[int]) -> None:
    sessions[code(row, "rcid")] = whole(row, "session")
    years.add(whole(row, "session") + FIRST)


def _votes(reader: SourceReader, sessions: dict[str, int], cast: Cast) -> None:
    """Read who voted how."""

    def vote(row: Row) -> str:
        call = code(row, "rcid")
        if call not in sessions:
            raise Skip("its roll call is not in the list of roll calls")
        said = VOTES.get(row["vote"].lower())
        if said is None:
            raise Skip(ABSENT)
        on = parse(str(sessions[call] + FIRST))
        state = reader.resolver.crosswalk.by_code("iso2", row["country_code"], on) or reader.named(row["country"], on)
        cast[call][state] = said
        return MERGED

    reader.each("votes", vote)


def _raw_vote(reader: SourceReader, row: Row, sessions: dict[str, int], years: set[int], cast: Cast) -> str:
    call, session = code(row, "rcid"), whole(row, "session")
    said = VOTES.get(row["vote"].removesuffix(".0").lower())
    if said is None:
        raise Skip(ABSENT)
    sessions.setdefault(call, session)
    years.add(session + FIRST)
    cast[call][reader.coded("cow", code(row, "ccode"), parse(str(session + FIRST)))] = said
    return MERGED


def _pairs(reader: SourceReader, sessions: dict[str, int], cast: Cast) -> None:
    """Count, for each pair and session, the roll calls in which both took part and those in which they voted alike."""
    chosen = reader.wanted.actors
    by_session: defaultdict[int, list[dict[str, str]]] = defaultdict(list)
    for call, said in cast.items():
        by_session[sessions[call]].append(said)
    for session, calls in sorted(by_session.items()):
        year = str(session + FIRST)
        states, both, alike = _counted(calls)
        for one, two in zip(*map(np.ndarray.tolist, np.nonzero(np.triu(both, 1))), strict=True):
            pair, total, count = (states[one], states[two]), int(both[one, two]), int(alike[one, two])
            if chosen and not chosen & {*pair}:
                continue
            names = f"{reader.name_of(pair[0])} and {reader.name_of(pair[1])}"
            reader.tie(
                "VOTES_WITH",
                *pair,
                f"votes/{pair[0]}/{pair[1]}/{session}",
                since=year,
                until=year,
                gloss=f"{names} vote alike in {count} of {total} roll calls of session {session}",
                value=count / total,
                unit=UNIT,
                count=count,
                total=total,
            )


def _counted(calls: list[dict[str, str]]) -> tuple[list[str], Counts, Counts]:
    """Return the states of some roll calls in order, and for each pair of them in how many both voted, and in how many alike."""
    states = sorted({state for said in calls for state in said})
    place = {state: at for at, state in enumerate(states)}
    voted = {position: np.zeros((len(calls), len(states)), dtype=np.float32) for position in POSITIONS}
    for call, said in enumerate(calls):
        for state, position in said.items():
            voted[position][call, place[state]] = 1
    took = np.add.reduce(list(voted.values()))
    return states, took.T @ took, np.add.reduce([cast.T @ cast for cast in voted.values()])


def _agreement(reader: SourceReader, years: set[int]) -> None:
    """Read the source's own shares of alike votes; each pair stands there twice, and is one tie."""

    def pair(row: Row) -> str | None:
        year = str(whole(row, "year"))
        on = parse(year)
        years.add(on.latest.year)
        one, two = sorted(reader.coded("cow", code(row, side), on) for side in ("ccode1", "ccode2"))
        if one == two:
            raise Skip("a state with itself")
        share = number(row, "agree")
        if share is None:
            raise Skip("no share of alike votes")
        reader.tie(
            "VOTES_WITH",
            one,
            two,
            f"agreement/{one}/{two}/{year}",
            since=year,
            until=year,
            gloss=f"{reader.name_of(one)} and {reader.name_of(two)} vote alike in {share:.0%} of {year}, as the source gives it",
            value=share,
            unit=UNIT,
        )
        return None

    reader.each("agreement", pair)


def _issue(_: Row) -> str:
    raise Skip("the issue of a roll call: agreement is counted over all issues")
