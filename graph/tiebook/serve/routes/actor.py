"""/actor/ID: all that is said of an actor and by it, and what can be asked about it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any, Final

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from tiebook.ask.coverage import answerable
from tiebook.ask.names import resolve
from tiebook.engine import Engine
from tiebook.errors import UnknownName
from tiebook.model.codebook import UNSPECIFIED
from tiebook.questions import Question, QuestionLibrary
from tiebook.questions.general import in_general
from tiebook.serve.content.answers import DATA, rows_of, split_form
from tiebook.serve.content.claims import COLUMNS, Claim, by_tie, read_claims
from tiebook.serve.content.commands import address_of
from tiebook.serve.content.entities import found, records_of
from tiebook.serve.page import engine_of, library_of, quoted, render, settings_of
from tiebook.support.articles import with_article

_OF: Final = "MATCH (n:Actor {id: $id})<-[:FROM|TO]-(c:Claim)"
_ABOUT: Final = "MATCH (n:Actor {id: $id})<-[:REGARDING|VIA|BY]-(c:Claim)"

_PARTNERS: Final = 12  # actors that are named at the top
_OPEN: Final = 30  # claims that stand open; of more, the types of ties can be overlooked and opened


def show(request: Request) -> Response:
    """Return the page, or its claims as data."""
    engine = engine_of(request)
    try:
        actor, form = found(engine, "Actor", request.path_params["id"])
    except UnknownName:  # it may be a name, as whoever types an address writes it
        named, form = split_form(request.path_params["id"], tuple(DATA))
        return RedirectResponse(f"/actor/{quoted(resolve(engine, 'actor', named))}{form}", 303)
    name = {"id": actor["id"]}
    limit = settings_of(request).limits.claims
    most = None if form else limit + 1
    said_of = read_claims(engine, _OF, name, most=most)
    said_by = read_claims(engine, "MATCH (c:Claim) WHERE $id IN c.holder AND c.stance <> 'disputes'", name, most=most)
    said_by += read_claims(
        engine, "MATCH (:Source {author: $id})<-[:IN]-(c:Claim {stance: 'disputes'})", name, most=most
    )
    if form:
        every = {claim.id: claim for claim in (*said_of, *said_by)}
        return rows_of([claim.record() for claim in every.values()], [*COLUMNS], form, "actor")
    listed = (said_of[:limit], said_by[:limit])
    kept = sum(len(each) for each in listed)
    known = {claim.id for claim in said_of}
    also = [claim for claim in read_claims(engine, _ABOUT, name, most=most) if claim.id not in known]
    return render(
        request,
        "actor.html",
        title=actor["name"],
        actor=actor,
        named=with_article(actor["name"]),
        said_of=[*by_tie(listed[0])],
        said_by=[*by_tie(listed[1])],
        also=also[:limit],
        counts=(len(listed[0]), len(listed[1])),
        cut=(len(said_of) > limit, len(said_by) > limit, len(also) > limit),
        partners=_partners(listed[0], actor["id"]),
        opened=kept <= _OPEN,
        records=records_of(engine, actor["id"]),
        today=datetime.now(UTC).date(),  # undated records are listed beside those in force on any day
        questions=_questions(engine, library_of(request), actor),
    )


def _partners(claims: list[Claim], actor: str) -> list[tuple[str, str, int]]:
    """Return (address, name, claims) of the actors at the other end of most claims about an actor."""
    ends = [
        other
        for each in claims
        for other in {
            (each.from_id, each.from_name, each.from_actor),
            (each.to_id, each.to_name, each.to_actor),
        }
        if other[2] and other[0] not in (actor, UNSPECIFIED)  # who is not named is nobody
    ]
    found_ = sorted(Counter(ends).items(), key=lambda item: (-item[1], item[0][1]))
    return [
        (address_of("ties-between", {"one": actor, "other": id_}), name, number)
        for (id_, name, _), number in found_[:_PARTNERS]
    ]


def _questions(engine: Engine, library: QuestionLibrary, actor: Mapping[str, Any]) -> list[tuple[str, str]]:
    """Return the questions about an actor that something loaded may answer, as (address, text)."""
    fitting = [question for question in library.all() if _fits(question, actor["kind"])]
    able = answerable(engine, fitting)
    return [_asked(question, actor) for question in fitting if question.name in able]


def _fits(question: Question, kind: str) -> bool:
    """Return whether a question can be asked with one actor of a kind and nothing else."""
    first = next(iter(question.params), None)
    return (
        first is not None
        and first.type in ("actor", "entity")
        and (first.name != "person" or kind == "Person")
        and all(param.optional or param.default is not None for param in question.params[1:])
    )


def _asked(question: Question, actor: Mapping[str, Any]) -> tuple[str, str]:
    """Return the address of a question about an actor, and the question as its answer will be headed."""
    first = question.params[0].name
    return address_of(question.name, {first: actor["id"]}), in_general(question, {first: with_article(actor["name"])})


ROUTES = [Route("/actor/{id:path}", show)]
