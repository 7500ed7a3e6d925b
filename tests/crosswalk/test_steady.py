"""What a text always means, how misses are counted and kept, on a small table of its own."""

from __future__ import annotations

import json
from datetime import date

import pytest

from tiebook.crosswalk import Crosswalk, Membership, Resolver, crosswalk
from tiebook.crosswalk.missed_names import keep_missed, missed_file, read_missed
from tiebook.crosswalk.name_lists import named_in
from tiebook.crosswalk.own_actors import group_of, own_ids, slug
from tiebook.crosswalk.table import Actor, Dated
from tiebook.crosswalk.unresolved import Unresolved
from tiebook.errors import BadSource
from tiebook.model.dates import Span

OPEN = (date.min, date.max)
FIRST, LAST = date(1950, 1, 1), date(1959, 12, 31)
TABLE = Crosswalk(
    [
        Actor(
            "old",
            "Oldland",
            "State",
            Dated("old", FIRST, LAST),
            {"cow": (Dated("7", date(1949, 1, 1), date(1955, 6, 1)), Dated("8")), "iso2": (Dated("OL"),)},
            (Dated("Landia"), Dated("The Old", date(1951, 1, 1))),
        ),
        Actor("new", "Newland", "State", Dated("new", date(1960, 1, 1)), {"cow": (Dated("9"),)}, (Dated("Landia"),)),
    ],
    [Membership("bloc", "old", "1951", "1955-02"), Membership("bloc", "new", "1961-05-02", None)],
)


def test_a_code_of_one_actor_is_steady_while_both_hold() -> None:
    assert TABLE.steady_code("cow", " 7 ") == ("old", FIRST, date(1955, 6, 1))
    assert TABLE.steady_code("cow", "8") == ("old", FIRST, LAST)
    assert TABLE.steady_code("cow", "9") == ("new", date(1960, 1, 1), date.max)
    assert TABLE.steady_code("cow", "77") == (None, *OPEN)


def test_a_spelling_of_two_actors_is_not_steady() -> None:
    assert TABLE.steady_name("LANDIA") is None
    assert TABLE.steady_name("the old") == ("old", date(1951, 1, 1), LAST)
    assert TABLE.steady_name("Nobody") == (None, *OPEN)


def test_a_text_of_the_sources_own_is_not_left_to_the_table() -> None:
    resolver = Resolver(TABLE, {"Oldland": "new", "cow:8": "new"}, {"iso2:XX": "old"})
    assert resolver.steady("name", "oldland") is None
    assert resolver.steady("name", "Newland") == ("new", date(1960, 1, 1), date.max)
    assert resolver.steady("cow", " 8 ") == ("new", *OPEN)
    assert resolver.steady("iso2", "XX") == ("old", *OPEN)
    assert resolver.steady("iso2", "OL") == ("old", FIRST, LAST)
    assert resolver.asked == 0


def test_every_miss_is_counted_once_by_its_text() -> None:
    resolver = Resolver(TABLE, {"cow:8": "new"})
    assert [resolver.code("cow", code) for code in ("8", " 66", "66", "5")] == ["new", None, None, None]
    assert [resolver.name(" Zed "), resolver.name("Newland"), resolver.known("Zed")] == [None, "new", None]
    span = Span(date(1950, 1, 1), date(1951, 1, 1))
    assert resolver.spells("cow", "8", span) == [("new", span)]
    assert [resolver.spells("cow", "4", span), resolver.spells("cow", "4", span)] == [[], []]
    assert [(each.system, each.text, each.count) for each in resolver.unresolved()] == [
        ("cow", "4", 2),
        ("cow", "66", 2),
        ("cow", "5", 1),
        ("name", "Zed", 1),
    ]
    assert (resolver.missed, resolver.asked) == (6, 10)
    resolver.forget()
    assert (resolver.missed, resolver.asked, resolver.unresolved()) == (0, 0, [])


def test_a_span_means_whom_its_last_day_means_else_whom_any_day_does() -> None:
    assert TABLE.by_name("Landia", Span(date(1955, 1, 1), date(1965, 1, 1))) == "new"
    assert TABLE.by_code("cow", "7", Span(date(1955, 1, 1), date(1965, 1, 1))) == "old"
    assert TABLE.by_code("cow", "7", Span(date(1955, 6, 1), date(1955, 6, 2))) == "old"
    assert TABLE.by_code("cow", "7", Span(date(1955, 6, 2), date(1965, 1, 1))) is None
    assert TABLE.by_name("Landia") == "new"


def test_a_code_is_cut_where_the_actor_or_the_code_begins_and_ends() -> None:
    assert TABLE.spells("cow", "7", Span(date(1940, 1, 1), date(1970, 1, 1))) == [
        ("old", Span(FIRST, date(1955, 6, 1)))
    ]
    assert TABLE.spells("cow", "8", Span(LAST, date(1970, 1, 1))) == [("old", Span(LAST, LAST))]
    assert TABLE.spells("cow", "9", Span(date(1940, 1, 1), date(1959, 12, 31))) == []


def test_who_certainly_is_a_member() -> None:
    assert [TABLE.members("bloc", day) for day in (date(1951, 12, 30), date(1951, 12, 31))] == [[], ["old"]]
    assert [TABLE.members("bloc", day) for day in (date(1955, 2, 1), date(1955, 2, 2))] == [["old"], []]
    assert TABLE.members("bloc", date(2020, 1, 1)) == ["new"]
    assert TABLE.members("other", date(2020, 1, 1)) == []


def test_a_name_of_another_time_is_told_as_that() -> None:
    resolver = Resolver(TABLE)
    resolver.name("Newland", date(1955, 1, 1))
    resolver.name("The Old", Span(date(1950, 1, 1), date(1950, 12, 31)))
    resolver.name("Oldland", Span(date(1961, 1, 1), date(1962, 12, 31)))
    resolver.code("cow", "7", date(1957, 1, 1))
    resolver.code("cow", "77", date(1957, 1, 1))
    resolver.name("Nowhere")
    assert {each.text: each.why for each in resolver.unresolved()} == {
        "Newland": "not yet there in 1955: it means new from 1960-01-01 on",
        "The Old": "not yet so called in 1950: it means old from 1951-01-01 on",
        "Oldland": "no longer there in 1961: it means old until 1959-12-31",
        "7": "no longer so called in 1957: it means old until 1955-06-01",
        "77": "",
        "Nowhere": "",
    }
    resolver.forget()
    assert not resolver.unresolved()


def test_an_entity_has_the_code_that_lasts_and_no_spelling_of_somebody_else() -> None:
    assert TABLE.entity("old").codes == {"cow": "8"}
    assert TABLE.entity("old").aliases == ("The Old",)
    assert TABLE.entity("new").aliases == ("Landia",)


def test_ids_are_as_they_always_were() -> None:
    assert slug("C++") == "c-cedb1bac"
    assert slug("ab" * 60) == f"{'ab' * 35}a-{slug('ab' * 60)[-8:]}"
    assert (len(slug("a" * 80)), len(slug("a" * 81)), len(slug("C#"))) == (80, 80, 10)
    assert group_of("Blue Band", "n").id == "group-blue-band"
    assert own_ids("x", ["a", "A"])["A"].startswith("x-a-")


def test_names_that_a_load_missed_are_kept_until_a_load_resolves_them(tmp_path) -> None:
    decisions = tmp_path / "new" / "decisions.toml"
    keep_missed(decisions, "one", [])
    assert not decisions.parent.exists()
    assert read_missed(decisions) == {}
    many = [Unresolved("name", f"n{number}", 3000 - number, ("old", "new")) for number in range(2001)]
    keep_missed(decisions, "one", many)
    keep_missed(decisions, "two", many[:1])
    assert missed_file(decisions) == decisions.with_name("unresolved.json")
    assert read_missed(decisions) == {"one": many[:2000], "two": many[:1]}
    keep_missed(decisions, "one", [])
    assert read_missed(decisions) == {"two": many[:1]}


@pytest.mark.parametrize("damaged", ["[1", "[]", '{"one": {}}', '{"one": {"names": [["name", "a", "many", []]]}}'])
def test_a_damaged_list_is_said_and_the_next_load_writes_it_again(tmp_path, damaged: str) -> None:
    decisions = tmp_path / "decisions.toml"
    missed_file(decisions).write_text(damaged, "utf-8")
    with pytest.raises(BadSource, match="not a list of names") as refused:
        read_missed(decisions)
    assert "delete it" in str(refused.value)
    missed = [Unresolved("cow", "4", 2, ())]
    keep_missed(decisions, "one", missed)
    if damaged in ("[1", "[]"):
        assert read_missed(decisions) == {"one": missed}
    assert "one" in json.loads(missed_file(decisions).read_text("utf-8"))


def test_a_cell_names_each_actor_once_the_longest_names_first() -> None:
    known = {"Korea": "korea", "Korea, North": "north", "Iran": "iran"}.get
    asked: list[str] = []

    def missed(name: str) -> None:
        asked.append(name)

    assert named_in("Korea, North, Iran,, Korea, Zed, Iran", ",", known, missed) == ["north", "iran", "korea"]
    assert asked == ["Zed"]
    assert named_in("", ",", known, missed) == []
    assert named_in("Zed, Korea, North, Zet", ",", known, missed) == ["north"]
    assert asked == ["Zed", "Zed", "Zet"]


@pytest.mark.parametrize(
    ("name", "actor"),
    [
        ("Deutschland", "germany"),
        ("ÉTATS-UNIS", "united-states"),
        ("Estados Unidos", "united-states"),
        ("Corea del Norte", "north-korea"),
        ("Китай", "china"),
        ("美国", "united-states"),
        ("ألمانيا", "germany"),
        ("Elfenbeinküste", "ivory-coast"),
        ("Yemen, Rep.", "yemen"),
        ("Korea, Dem. People\u2019s Rep.", "north-korea"),
        ("Macedonia, the former Yugoslav Republic of", "north-macedonia"),
        ("Island", None),
        ("Kongo", None),
        ("Maurice", None),
    ],
)
def test_a_state_in_a_table_may_be_called_in_another_language(name: str, actor: str | None) -> None:
    assert crosswalk().in_any_language(name) == actor
    assert Resolver(crosswalk()).known(name, date(2001, 1, 1)) == actor
    assert (crosswalk().steady_name(name) or [None])[0] == actor
    assert crosswalk().by_name(name) is None, "not in texts and questions"


def test_a_name_in_another_language_means_a_state_only_while_it_is_there() -> None:
    assert crosswalk().in_any_language("Tschechische Republik", date(1985, 1, 1)) is None
    assert crosswalk().in_any_language("Jemen", date(2001, 1, 1)) == "yemen"


def test_names_of_languages_are_of_one_actor_each_and_of_no_other() -> None:
    table = crosswalk()
    assert all(len(found) == 1 for found in table._elsewhere.values())
    assert not set(table._elsewhere) & set(table._names)
