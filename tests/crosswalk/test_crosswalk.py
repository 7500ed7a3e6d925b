"""The actor space: dated codes and spellings, memberships, nothing guessed; the same ids as the shipped article."""

from __future__ import annotations

from datetime import date

import pytest

from tiebook.case import open_case
from tiebook.crosswalk import Crosswalk, Membership, Resolver, crosswalk
from tiebook.crosswalk.table import SYSTEMS, System
from tiebook.model.codebook import codebook
from tiebook.model.dates import Span, parse
from tiebook.support.resources import resource_folder

TABLE = crosswalk()


@pytest.mark.parametrize(
    ("system", "code", "on", "expected"),
    [
        ("cow", "365", None, "russia"),
        ("cow", "345", date(1980, 1, 1), "yugoslavia"),
        ("cow", "345", date(2010, 1, 1), "serbia"),
        ("cow", "255", date(2000, 1, 1), "germany"),
        ("cow", "260", date(1970, 1, 1), "germany"),
        ("cow", "265", date(1970, 1, 1), "east-germany"),
        ("cow", "265", date(2000, 1, 1), None),
        ("cow", "678", date(1970, 1, 1), "north-yemen"),
        ("gw", "678", date(1970, 1, 1), "north-yemen"),
        ("gw", "678", date(2000, 1, 1), "yemen"),
        ("gw", "678", parse("1990"), "yemen"),
        ("gw", "970", None, "kiribati"),
        ("cow", "970", None, "nauru"),
        ("gw", "340", date(2010, 1, 1), "serbia"),
        ("cow", "817", date(1970, 1, 1), "south-vietnam"),
        ("cow", "315", date(1992, 12, 31), "czechoslovakia"),
        ("cow", "315", date(1993, 1, 1), None),
        ("cow", "730", date(1900, 1, 1), "korea"),
        ("iso3", "SUN", date(1980, 1, 1), "russia"),
        ("iso2", "GB", None, "britain"),
        ("iso2", "GW", None, "guinea-bissau"),
        ("cameo", "ROM", None, "romania"),
        ("cameo", "GCC", None, "gulf-cooperation-council"),
        ("cow", "8152", None, None),
    ],
)
def test_codes(system: System, code: str, on: date | Span | None, expected: str | None) -> None:
    assert TABLE.by_code(system, code, on) == expected


@pytest.mark.parametrize(
    ("name", "on", "expected"),
    [
        ("Soviet Union", date(1980, 1, 1), "russia"),
        ("Soviet Union", date(2005, 1, 1), None),
        ("Côte d'Ivoire", None, "ivory-coast"),
        ("Türkiye", None, "turkey"),
        ("Yemen", date(1980, 1, 1), "north-yemen"),
        ("Yemen", None, "yemen"),
        ("Serbia", date(2000, 1, 1), "yugoslavia"),
        ("Congo", None, "republic-of-the-congo"),
        ("DR Congo", None, "democratic-republic-of-the-congo"),
        ("GB", None, None),
        ("Korea", None, "korea"),
        ("Korea", date(2000, 1, 1), None),
        ("P5+1", None, "p5-plus-1"),
        ("Atlantis", None, None),
        ("", None, None),
    ],
)
def test_names(name: str, on: date | None, expected: str | None) -> None:
    assert TABLE.by_name(name, on) == expected


@pytest.mark.parametrize(
    ("bloc", "on", "count"),
    [
        ("gulf-cooperation-council", date(2020, 1, 1), 6),
        ("shanghai-cooperation-organisation", date(2014, 6, 1), 6),
        ("shanghai-cooperation-organisation", date(2020, 1, 1), 8),
        ("nato", date(2014, 6, 1), 28),
        ("european-union", date(2019, 12, 31), 28),
        ("european-union", date(2020, 2, 1), 27),
        ("asean", date(2020, 1, 1), 10),
        ("p5-plus-1", date(2015, 7, 14), 6),
    ],
)
def test_members_on_a_day(bloc: str, on: date, count: int) -> None:
    assert len(TABLE.members(bloc, on)) == count


def test_a_span_is_cut_where_a_code_passes_on() -> None:
    cut = TABLE.spells("cow", "345", Span(date(2000, 1, 1), date(2010, 1, 1)))
    assert [(actor, span.latest) for actor, span in cut] == [
        ("yugoslavia", date(2006, 6, 4)),
        ("serbia", date(2010, 1, 1)),
    ]


def test_no_code_or_spelling_means_two_actors_at_once() -> None:
    for index in (TABLE._codes, TABLE._names):
        for key, found in index.items():
            for one, first in found:
                for two, second in found:
                    if first.id < second.id:
                        assert one.until < two.since or two.until < one.since, (key, first.id, second.id)


def test_every_kind_is_declared_and_every_member_known() -> None:
    assert {actor.kind for actor in TABLE.actors.values()} <= set(codebook().actor_kinds)
    assert {each.bloc for each in TABLE.memberships} | {each.member for each in TABLE.memberships} <= set(TABLE.actors)
    assert all(set(actor.codes) <= set(SYSTEMS) for actor in TABLE.actors.values())


def test_a_spelling_that_now_means_another_is_no_alias() -> None:
    assert "Yemen" not in TABLE.entity("north-yemen").aliases
    assert "Soviet Union" in TABLE.entity("russia").aliases
    assert TABLE.entity("yemen").codes == {"iso3": "YEM", "cow": "679", "gw": "678", "cameo": "YEM"}


def test_the_article_and_the_crosswalk_speak_of_the_same_actors() -> None:
    for entity in open_case(resource_folder("loaders") / "china-iran").entities:
        actor = TABLE.actors.get(entity.id)
        if entity.kind == "State":
            assert actor is not None, entity.id
        if actor is not None:
            assert actor.kind == entity.kind, entity.id
            assert entity.codes.items() <= TABLE.entity(actor.id).codes.items(), entity.id


def test_the_unresolved_are_listed_with_the_nearest_and_decisions_come_first() -> None:
    resolver = Resolver(TABLE, {"Ceylon": "sri-lanka"}, {"Irann": "iran", "cow:999": "china"})
    assert resolver.name("Ceylon", date(2020, 1, 1)) == "sri-lanka"
    assert resolver.name("irann") == "iran"
    assert resolver.code("cow", "999") == "china"
    assert resolver.name("Chinna") is None
    (missed,) = resolver.unresolved()
    assert (missed.text, missed.count) == ("Chinna", 1)
    assert missed.candidates[0] == "china"


@pytest.mark.parametrize("decided", ["Formosa", "FORMOSA", "formosa@1900-01-01/"])
def test_a_decision_counts_before_a_spelling_of_the_source(decided: str) -> None:
    resolver = Resolver(TABLE, {"Formosa": "china", "cow:1": "china"}, {decided: "taiwan", "cow:1": "taiwan"})
    assert resolver.name("Formosa", date(2000, 1, 1)) == "taiwan"
    assert resolver.known("formosa", date(2000, 1, 1)) == "taiwan"
    assert resolver.code("cow", "1") == "taiwan"
    assert Resolver(TABLE, {"Formosa": "china"}).name("Formosa") == "china"


def test_a_spelling_holds_from_its_first_day_to_its_last() -> None:
    resolver = Resolver(TABLE, {"The Place@2000-01-01/2000-01-31": "china", "The Day@2000-06-01/2000-06-01": "iran"})
    days = [date(1999, 12, 31), date(2000, 1, 1), date(2000, 1, 31), date(2000, 2, 1)]
    assert [resolver.known("the place", day) for day in days] == [None, "china", "china", None]
    assert resolver.known("the day", date(2000, 6, 1)) == "iran"
    assert resolver.known("the day", date(2000, 5, 31)) is None
    assert resolver.known("the day", parse("2000-06")) is None, "a span is read as its last day"


def test_members_are_members_from_the_last_day_on_which_they_may_have_joined() -> None:
    table = Crosswalk(
        TABLE.actors.values(),
        [
            Membership("month", "china", "1999-03", None),
            Membership("month", "iran", "1999-03-15", "2001-05"),
            Membership("month", "france", "1999-03-20", "1999-03-20"),
        ],
    )
    assert table.members("month", date(1999, 3, 14)) == []
    assert table.members("month", date(1999, 3, 20)) == ["france", "iran"]
    assert table.members("month", date(1999, 3, 30)) == ["iran"]
    assert table.members("month", date(1999, 3, 31)) == ["china", "iran"]
    assert table.members("month", date(2001, 5, 1)) == ["china", "iran"]
    assert table.members("month", date(2001, 5, 2)) == ["china"], "it may have left on the first day of May"
