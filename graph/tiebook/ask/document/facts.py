"""Reads what qualifies the claims and ties behind an answer's rows: in one query the claims, in one for each type the records."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date
from typing import Any, Final, NamedTuple

from tiebook.engine.base import Engine, Table
from tiebook.model.dates import is_past

_MOST_RECORDS: Final = 2_000  # ties of data sets that are looked up for one answer: their columns say most of it
_AGREES: Final = "AGREES_WITH"
_End = tuple[date | None, str | None]  # the last day on which it may have held, and its end as it is stated


class Dispute(NamedTuple):
    """A claim that disputes another one: its id, and the name of its author."""

    claim: str
    judge: str


class Fact(NamedTuple):
    """What qualifies one claim or tie.

    by -- names of those who seek, fear or expect it
    dated -- it states a day on which it begins or ends
    over -- it is said to have ended, or ended before today
    event -- it happened, and is nothing that goes on
    over_since -- of an agreement that ended: when it no longer bound one of the two
    judge -- of what is disputed: the name of the author, whose words they are
    disputes -- the claims of others that dispute this one
    """

    id: str
    held_by: str | None = None
    inferred: bool = False
    stance: str | None = None
    mode: str = "actual"
    negated: bool = False
    by: tuple[str, ...] = ()
    dated: bool = True
    over: bool = False
    superseded_by: str | None = None
    over_since: str | None = None
    event: bool = False
    judge: str | None = None
    disputes: tuple[Dispute, ...] = ()

    @property
    def disputed(self) -> bool:
        """Whether the author disputes it."""
        return self.stance == "disputes"

    @property
    def reported(self) -> bool:
        """Whether the author reports it without vouching for it."""
        return self.stance == "reports"


def ids_in(table: Table) -> list[str]:
    """Return the ids of the claims and ties that rows name, in their own columns and in those of their other sides."""
    places = [index for index, column in enumerate(table.columns) if is_id(column)]
    found = (each for row in table.rows for index in places for each in _listed(row[index]))
    return list(dict.fromkeys(str(each) for each in found))


def is_id(column: str) -> bool:
    """Return whether a column holds ids of claims or ties."""
    return column in ("claim", "tie_id") or column.endswith(("_claim", "_claims", "_tie_id"))


def read_facts(engine: Engine, ids: Collection[str]) -> dict[str, Fact]:
    """Return what qualifies the claims and ties with these ids, by those ids; what is not found is left out."""
    claims = {each: _claim_of(each) for each in ids}
    found = {fact.id: fact for fact in _claims(engine, set(claims.values()))} if claims else {}
    facts = {each: found[claim] for each, claim in claims.items() if claim in found}
    records = [each for each in ids if each not in facts and each.split("/", 1)[0].isupper()]
    if records and len(records) <= _MOST_RECORDS:
        facts |= {fact.id: fact for fact in _records(engine, records)}
    return facts


def fact_of(row: dict[str, Any]) -> Fact:
    """Return what the columns of a claim, as read by `CLAIM_COLUMNS`, say of it."""
    until = row["until_latest"]
    over = bool(row["ended"]) or (row["until"] is not None and row["aspect"] != "event" and is_past(until))
    return Fact(
        id=row["id"],
        held_by=row["held_by"],
        inferred=bool(row["inferred"]),
        stance=row["stance"],
        mode=row["mode"],
        negated=bool(row["negated"]),
        by=tuple(row["mode_by"]),
        dated=row["since"] is not None or row["until"] is not None,
        over=over,
        event=row["aspect"] == "event",
        judge=row.get("judge"),
        disputes=row.get("disputes", ()),
    )


def with_judges(engine: Engine, rows: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return rows of claims, as read by `CLAIM_COLUMNS`, with who disputes what.

    Those that are disputed have the name of the author, as `judge`: what an author disputes is held by somebody else, but the
    words are the author's. Those that another claim disputes have these claims, as `disputes`.
    """
    found = list(rows)
    disputed = sorted({row["id"] for row in found if row["stance"] == "disputes"})
    against = _disputes(engine, sorted({row["id"] for row in found})) if found else []
    if not disputed and not against:
        return found
    judges = _judges(engine, sorted({*disputed, *(dispute for _, dispute in against)}))
    more: dict[str, dict[str, Any]] = {each: {"judge": judges[each]} for each in disputed if each in judges}
    for each, dispute in against:
        disputes = more.setdefault(each, {}).get("disputes", ())
        more[each]["disputes"] = (*disputes, Dispute(dispute, judges.get(dispute) or "another source"))
    return [{**row, **more.get(row["id"], {})} for row in found]


def _judges(engine: Engine, ids: Collection[str]) -> dict[str, str | None]:
    """Return the names of the authors of claims, by the claims' ids."""
    table = engine.read(
        "UNWIND $ids AS wanted MATCH (c:Claim {id: wanted})-[:IN]->(s:Source) WITH c, s.author AS author"
        " OPTIONAL MATCH (h:Actor {id: author}) RETURN c.id AS id, coalesce(h.name, author) AS judge",
        {"ids": ids},
    )
    return dict(table.rows)


def _disputes(engine: Engine, ids: Collection[str]) -> list[tuple[str, str]]:
    """Return the ids of claims that are disputed, each with that of a claim that disputes it, in their order.

    A dispute repeats what it disputes, with its ends in either order where the tie has no direction.
    """
    table = engine.read(
        "UNWIND $ids AS wanted MATCH (c:Claim {id: wanted})<-[:ABOUT]-(x:Claim)"
        " WHERE x.stance = 'disputes' AND x.tie = c.tie AND x.negated = c.negated"
        " MATCH (x)-[:FROM]->(a) MATCH (x)-[:TO]->(b) MATCH (c)-[:FROM]->(own_a) MATCH (c)-[:TO]->(own_b)"
        " WITH c, x, a.id = own_a.id AND b.id = own_b.id AS same, a.id = own_b.id AND b.id = own_a.id AS turned"
        " WHERE same OR turned RETURN c.id AS id, x.id AS dispute, c.tie AS tie, same ORDER BY id, dispute",
        {"ids": ids},
    )
    return [(each, dispute) for each, dispute, tie, same in table.rows if same or _has_no_direction(tie)]


def _has_no_direction(tie: str) -> bool:
    from tiebook.model.codebook import codebook  # noqa: PLC0415 -- few claims are disputed the other way round

    return codebook().ties[tie].symmetric


CLAIM_COLUMNS: Final = ", ".join(
    f"c.{name} AS {name}"
    for name in (
        *("id", "held_by", "inferred", "stance", "mode", "negated", "aspect"),
        *("ended", "since", "until", "until_latest"),
    )
)


def _claims(engine: Engine, ids: Collection[str]) -> Iterator[Fact]:
    table = engine.read(
        "UNWIND $ids AS wanted MATCH (c:Claim {id: wanted}) OPTIONAL MATCH (c)-[w:BY]->(x) WITH c, w, x ORDER BY c.id, w.position"
        f" WITH c, collect(x.name) AS mode_by RETURN {CLAIM_COLUMNS}, c.tie AS tie, mode_by AS mode_by ORDER BY id",
        {"ids": sorted(ids)},
    )
    return iter(with_ends(engine, [(row["tie"], fact_of(row)) for row in with_judges(engine, table.records())]))


def with_ends(engine: Engine, facts: Sequence[tuple[str, Fact]]) -> list[Fact]:
    """Return the facts of claims; those of agreements that no longer bind both sides are over.

    facts -- each after the type of its tie
    """
    agreed = {fact.id for tie, fact in facts if tie == _AGREES and not fact.over}
    if not agreed:
        return [fact for _, fact in facts]
    ends = _ended_agreements(engine, agreed)
    return [fact._replace(over=True, over_since=ends[fact.id]) if fact.id in ends else fact for _, fact in facts]


def _ended_agreements(engine: Engine, claims: Iterable[str]) -> dict[str, str | None]:
    """Return the claims of ended agreements, each with the day as it is stated, where it is.

    That two agree is an event, which has no end of its own: how long it bound them is in their ties to the instrument.
    """
    table = engine.read(
        "UNWIND $ids AS wanted MATCH (c:Claim {id: wanted, makes_tie: true})-[:VIA]->(i:Instrument)"
        " OPTIONAL MATCH (c)-[:FROM|TO]->(x)-[p:PARTY_TO]->(i) WHERE p.endorsed"
        " RETURN c.id AS id, i.id AS instrument, x.id AS side, p.until AS until, p.until_latest AS last"
        " ORDER BY id, instrument, side",
        {"ids": sorted(claims)},
    )
    found: dict[str, dict[str, dict[str, list[_End]]]] = {}
    for claim, instrument, side, until, last in table.rows:
        sides = found.setdefault(claim, {}).setdefault(instrument, {})
        if side is not None:
            sides.setdefault(side, []).append((last, until))
    ends = {claim: [_end(own.values()) for own in instruments.values()] for claim, instruments in found.items()}
    return {claim: max(map(_in_order, each))[1] or None for claim, each in ends.items() if None not in each}


def _end(sides: Iterable[list[_End]]) -> _End | None:
    """Return when the first side was no longer bound; None where both are."""
    left = [max(spells, key=_in_order) for spells in sides if all(is_past(last) for last, _ in spells)]
    return min(left, key=_in_order, default=None)


def _in_order(end: _End | None) -> tuple[date, str]:
    last, until = end or (None, None)
    return last or date.max, until or ""


def _records(engine: Engine, ids: Iterable[str]) -> Iterator[Fact]:
    types: dict[str, list[str]] = {}
    for each in ids:
        types.setdefault(each.split("/", 1)[0], []).append(each)
    for name, own in sorted(types.items()):
        table = engine.read(
            f"UNWIND $ids AS wanted MATCH ()-[t:{name} {{id: wanted}}]->() RETURN t.id AS id, t.held_by AS held_by,"
            " t.inferred AS inferred, t.endorsed AS endorsed, t.superseded_by AS superseded_by, t.since AS since,"
            " t.until AS until, t.until_latest AS until_latest ORDER BY id",
            {"ids": own},
        )
        for row in table.records():
            yield Fact(
                id=row["id"],
                held_by=row["held_by"],
                inferred=bool(row["inferred"]),
                stance=None if row["endorsed"] or row["superseded_by"] else "reports",
                dated=row["since"] is not None or row["until"] is not None,
                over=is_past(row["until_latest"]) and (row["since"] is None or row["since"] != row["until"]),
                superseded_by=row["superseded_by"],
            )


def _claim_of(name: str) -> str:
    """Return the id of the claim that an id means: a claim's tie is TYPE/claim."""
    head, _, rest = name.partition("/")
    return rest if head.isupper() else name


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]
