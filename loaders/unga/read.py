"""UN General Assembly: ideal points by session, and agreement of pairs with the votes that both cast as denominator."""

from __future__ import annotations

from collections import Counter, defaultdict
from datetime import date
from itertools import combinations

from tiebook.load.cells import code, number, whole
from tiebook.load.desk import MERGED, Desk, Skip
from tiebook.model.dates import parse
from tiebook.model.errors import BadSource
from tiebook.model.records import Entity
from tiebook.tables import Row

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
PAIRS = 40  # states whose every pair is taken where --actors chooses none


def read(desk: Desk) -> None:
    """Read ideal points; and, where the votes and their list are given, the agreement of pairs."""
    years: set[int] = set()
    desk.each("ideal", lambda row: _ideal(desk, row, years))
    sessions: dict[str, int] = {}
    desk.each("calls", lambda row: _call(row, sessions, years))
    if desk.has("votes"):
        if not sessions:
            where = str(desk.files["votes"][0])
            raise BadSource("the votes have no dates of their own", where=where, hint="give un_roll_calls too")
        _votes(desk, sessions)
    if years:
        desk.covers_since, desk.covers_until = date(min(years), 1, 1), date(max(years), 12, 31)


def _ideal(desk: Desk, row: Row, years: set[int]) -> None:
    session = whole(row, "session")
    year = str(session + 1945)
    on = parse(year)
    years.add(on.latest.year)
    state = desk.coded("cow", code(row, "ccode"), on)
    desk.want(on, state)
    try:
        point = float(row["IdealPointAll"])
    except ValueError:
        raise Skip("no ideal point") from None
    votes = whole(row, "NVotesAll")
    name = desk.name_of(state)
    desk.tie(
        "MEASURED_AS",
        state,
        desk.declare(IDEAL),
        f"{code(row, 'ccode')}/{session}",
        since=year,
        until=year,
        gloss=f"{name}: ideal point {point:.2f} in session {session}, from {votes} votes",
        value=point,
        unit="ideal point",
        total=votes,
    )
    for column, other in AGREEMENT.items():
        share = number(row, column) if column in row.cells else None
        if share is not None and other != state:
            desk.tie(
                "VOTES_WITH",
                state,
                other,
                f"{code(row, 'ccode')}/{other}/{session}",
                since=year,
                until=year,
                gloss=f"{name} votes like {desk.name_of(other)} in {share:.0%} of session {session}, as the source gives it",
                value=share,
                unit="share of alike votes",
            )


def _call(row: Row, sessions: dict[str, int], years: set[int]) -> None:
    sessions[code(row, "rcid")] = whole(row, "session")
    years.add(whole(row, "session") + 1945)


def _votes(desk: Desk, sessions: dict[str, int]) -> None:
    """Count, for each pair and session, the roll calls in which both took part and those in which they voted alike."""
    cast: defaultdict[str, dict[str, str]] = defaultdict(dict)  # roll call -> state -> vote

    def vote(row: Row) -> str:
        call = code(row, "rcid")
        if call not in sessions:
            raise Skip("its roll call is not in the list of roll calls")
        said = VOTES.get(row["vote"].lower())
        if said is None:
            raise Skip("absent, or not a member: no position")
        on = parse(str(sessions[call] + 1945))
        state = desk.resolver.crosswalk.by_code("iso2", row["country_code"], on) or desk.named(row["country"], on)
        cast[call][state] = said
        return MERGED

    desk.each("votes", vote)
    states = {state for said in cast.values() for state in said}
    if len(states) > PAIRS and not desk.wanted.actors:
        raise BadSource(
            f"the votes of {len(states)} states make {len(states) * (len(states) - 1) // 2:,} pairs a session",
            where=str(desk.files["votes"][0]),
            hint="choose with --actors; ideal points need no choice",
        )
    both: Counter[tuple[str, str, int]] = Counter()
    alike: Counter[tuple[str, str, int]] = Counter()
    for call, said in cast.items():
        for one, two in combinations(sorted(said), 2):
            if not desk.wanted.actors or desk.wanted.actors & {one, two}:
                both[one, two, sessions[call]] += 1
                alike[one, two, sessions[call]] += said[one] == said[two]
    for (one, two, session), total in both.items():
        count = alike[one, two, session]
        desk.tie(
            "VOTES_WITH",
            one,
            two,
            f"votes/{one}/{two}/{session}",
            since=str(session + 1945),
            until=str(session + 1945),
            gloss=f"{desk.name_of(one)} and {desk.name_of(two)} vote alike in {count} of {total} roll calls of session {session}",
            value=count / total,
            unit="share of alike votes",
            count=count,
            total=total,
        )
