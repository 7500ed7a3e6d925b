"""Listing: what is in the graph, and what can be asked of it, as answers."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any, Final

from tiebook import ask as asking
from tiebook.ask.document.answered import Parts
from tiebook.ask.document.facts import read_facts
from tiebook.ask.document.short_ids import read_short_ids
from tiebook.ask.parameters import declared
from tiebook.engine.base import Table
from tiebook.python.asker import Asker
from tiebook.python.connected import Connected
from tiebook.questions.general import in_general
from tiebook.questions.question import is_evidence

if TYPE_CHECKING:
    from tiebook.python.answers.answer import Answer

_CLAIM: Final = (
    *("tie", "mode", "negated", "stance", "aspect", "sign", "inferred", "confidence", "gloss", "held_by", "condition"),
    *("mechanism", "constraint", "since", "until", "since_earliest", "since_latest", "until_earliest", "until_latest"),
    *("ended", "said_on", "makes_tie", "quote", "paragraph", "source"),
)
_TIE: Final = (
    *("sign", "endorsed", "inferred", "confidence", "gloss", "held_by", "mechanism", "factor", "since", "until"),
    *("since_earliest", "since_latest", "until_earliest", "until_latest", "value", "unit", "count"),
    *("quote", "paragraph", "source", "record", "claim"),
)
_SOURCE: Final = (
    *("name", "kind", "claims", "ties", "covers_since", "covers_until", "version", "licence", "citation", "universe"),
)
_READ: Final = 5_000  # claims, of which all that qualifies them is read


class Listing(Connected):
    """The part of a graph that lists what it holds."""

    def questions(self, words: str = "") -> Answer:
        """Return the stored questions, by theme; with words those that they may mean, the nearest first.

        Columns: name, theme, title, question, parameters, example.
        """
        said: tuple[str, ...] = ()
        found = self.library.all()
        if words:
            from tiebook.ask.words.names.known import read_names  # noqa: PLC0415
            from tiebook.ask.words.understand import search  # noqa: PLC0415

            guesses, sure = search(read_names(self.engine, words), words, self.library)
            found = [self.library.get(guess.name) for guess in guesses]
            said = () if sure else (f'No question has "{words}" in it; the nearest:',)
        said += tuple(f"This question is left out: {fault}" for fault in self.library.faults)
        rows = [
            (
                each.name,
                each.theme,
                each.title,
                in_general(each),
                [*(param.name for param in each.params), *each.takes],
                next(iter(each.examples), None),
            )
            for each in found
        ]
        heading = f"Which stored questions are about {words!r}?" if words else "Which questions are stored?"
        columns = ("name", "theme", "title", "question", "parameters", "example")
        return self._answer(listed("Questions", heading, columns, rows, noun="question"), said=said)

    def actors(self, word: str | None = None, *, source: str | None = None) -> Answer:
        """Return the actors with how many ties and claims name each; of a graph of millions of ties this takes seconds.

        word -- only those with this in their name, id or aliases
        source -- only those that this source declares
        """
        given: dict[str, Any] = {"word": word, "source": source}
        return Asker(self)("actors", **{name: value for name, value in given.items() if value is not None})

    def sources(self) -> Answer:
        """Return the sources that are loaded, with what they cover and their terms, and then those that can be.

        Columns: id, name, kind, claims, ties, covers_since, covers_until (days), version, licence, citation, universe, loaded.
        """
        from tiebook.sources.declaration import shipped_datasets  # noqa: PLC0415
        from tiebook.sync.cases import shipped_cases  # noqa: PLC0415

        columns = ", ".join(f"s.{name} AS {name}" for name in _SOURCE)
        rows: list[tuple[Any, ...]] = [
            (*row, True) for row in self.engine.read(f"MATCH (s:Source) RETURN s.id AS id, {columns} ORDER BY id").rows
        ]
        known = {row[0] for row in rows}
        for name, kind in [
            *((name, "article") for name in shipped_cases()),
            *((name, "dataset") for name in shipped_datasets()),
        ]:
            if name not in known:
                rows.append((name, None, kind, *(None for _ in _SOURCE[2:]), False))
        heading = "Which sources are loaded, and which can be?"
        return self._answer(listed("Sources", heading, ("id", *_SOURCE, "loaded"), rows, noun="source"))

    def claims(
        self,
        *,
        actor: str | None = None,
        tie: str | None = None,
        source: str | None = None,
        mode: str | None = None,
    ) -> Answer:
        """Return what is said, whether or not it holds: a row for each claim.

        actor -- only claims from, to or about this actor
        tie, mode -- only claims of this type, in this mode (actual, sought, feared...)
        source -- only what this source says

        Raises UnknownName, AmbiguousName.
        """
        asked = {
            "actor": self._actor(actor, "actor"),
            "tie": _typed("tie", tie),
            "mode": _typed("mode", mode),
            "source": self._source(source),
        }
        conditions = {
            "c.tie = $tie": tie,
            "c.mode = $mode": mode,
            "c.source = $source": source,
            "(a.id = $actor OR b.id = $actor OR EXISTS { MATCH (c)-[:REGARDING]->(:Actor {id: $actor}) })": actor,
        }
        names = ", ".join(f"c.{name} AS {name}" for name in _CLAIM)
        table = self.engine.read(
            f"MATCH (c:Claim)-[:FROM]->(a) MATCH (c)-[:TO]->(b){_where(conditions)}"
            " RETURN coalesce(a.name, a.gloss) AS from_name, coalesce(b.gloss, b.name) AS to_name, a.id AS from_id,"
            f" b.id AS to_id, {names}, c.id AS claim ORDER BY source, paragraph, claim",
            {name: value for name, value in asked.items() if value is not None},
        )
        return self._listed("Claims", "What is said?", table, ("from_name", "tie", "to_name", "gloss", "mode"), "claim")

    def ties(
        self, *, actor: str | None = None, tie: str | None = None, source: str | None = None, endorsed: bool = False
    ) -> Answer:
        """Return what holds according to at least one source: a row for each tie between any two entities.

        actor -- only ties of this actor
        tie -- only ties of this type
        source -- only what this source says
        endorsed -- only what an author asserts or presupposes, or a data set has on record

        Raises UnknownName, AmbiguousName.
        """
        asked = {
            "actor": self._actor(actor, "actor"),
            "source": self._source(source),
        }
        type_ = _typed("tie", tie)
        conditions = {
            "t.endorsed IS NOT NULL": True,
            "t.endorsed": endorsed,
            "(a.id = $actor OR b.id = $actor)": actor,
            "t.source = $source": source,
        }
        names = ", ".join(f"t.{name} AS {name}" for name in _TIE)
        table = self.engine.read(
            f"MATCH (a)-[t{f':{type_}' if type_ else ''}]->(b){_where(conditions)}"
            " RETURN coalesce(a.name, a.gloss) AS from_name, type(t) AS tie, coalesce(b.name, b.gloss) AS to_name,"
            f" a.id AS from_id, b.id AS to_id, {names}, t.id AS tie_id ORDER BY tie_id",
            {name: value for name, value in asked.items() if value is not None},
        )
        return self._listed("Ties", "Which ties hold?", table, ("from_name", "tie", "to_name", "gloss"), "tie")

    def _listed(self, title: str, heading: str, table: Table, shows: Sequence[str], noun: str) -> Answer:
        receipts = tuple(column for column in table.columns if is_evidence(column))
        ids = [str(row[-1]) for row in table.rows]
        claims = [row for row in table.records() if row.get("claim") is not None]
        if len(claims) > _READ:  # the columns have most of what qualifies a claim, but not whose words dispute it
            claims = [row for row in claims if row.get("stance") == "disputes"]
        facts = read_facts(self.engine, [str(row["claim"]) for row in claims])
        shorts = read_short_ids(self.engine, ids)
        parts = Parts(shows=tuple(shows), noun=noun, qualified=True, shorts=shorts, facts=facts)
        searched: tuple[asking.Searched, ...] = ()
        if not table.rows:
            from tiebook.ask.coverage import searched as looked  # noqa: PLC0415

            searched = looked(self.engine)
        return self._answer(
            asking.Answer(title, heading, "", {}, table, receipt_columns=receipts, searched=searched, parts=parts)
        )


def listed(
    title: str,
    heading: str,
    columns: tuple[str, ...],
    rows: Iterable[tuple[Any, ...]],
    *,
    noun: str = "row",
    nothing: str = "There are none.",
) -> asking.Answer:
    """Return rows that are not claims as an answer.

    nothing -- what is said where there are none
    """
    parts = Parts(shows=columns, noun=noun, nothing=nothing)
    return asking.Answer(title, heading, "", {}, Table(columns, list(rows), truncated=False), parts=parts)


def _where(conditions: dict[str, Any]) -> str:
    wanted = [text for text, value in conditions.items() if value not in (None, False)]
    return f" WHERE {' AND '.join(wanted)}" if wanted else ""


def _typed(kind: str, text: str | None) -> str | None:
    return None if text is None else declared(kind, text, kind)
