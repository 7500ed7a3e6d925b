"""What an empty answer points at: other questions about the same ends in the same direction, and claims that speak of it."""

from __future__ import annotations

import re
from typing import Any

import pytest

from tiebook.ask import ask
from tiebook.ask.document.structure import Document
from tiebook.ask.document.tie_pattern import tie_pattern
from tiebook.engine import Engine
from tiebook.questions import QuestionLibrary

LIBRARY = QuestionLibrary({})
PAIRS = [("china", "iran"), ("iran", "china"), ("united-states", "iran"), ("iran", "united-states"), ("israel", None)]


def document(engine: Engine, name: str, **given: Any) -> Document:
    return ask(engine, LIBRARY.get(name), given).document()


def pointers(found: Document) -> list[tuple[str, dict[str, str], dict[str, int]]]:
    """Return each question that an answer points at, with its parameters and the number of ties of each type told for it."""
    told = []
    for note in found.notes_of("elsewhere"):
        for counts, command in re.findall(r"([\d,]+ [A-Z_]+(?:, [\d,]+ [A-Z_]+)*) \(tiebook ask ([^)]*)\)", note):
            name, *words = command.split()
            given = {word[2:]: value for word, value in zip(words[::2], words[1::2], strict=True)}
            told.append((name, given, {tie: int(count) for count, tie in re.findall(r"(\d+) ([A-Z_]+)", counts)}))
    return told


def test_what_is_told_of_another_question_is_what_it_answers(article_engine: Engine) -> None:
    """Ask every question on ties of two actors, and each question that its answer points at: it has the ties of each type."""
    seen = 0
    for question in LIBRARY.all():
        ends = [param.name for param in question.params if param.type in ("actor", "entity")]
        if question.theme != "relations" or len(ends) != 2:
            continue
        for one, other in PAIRS:
            given = dict(zip(ends, (one, other), strict=True))
            if other is None and not all(param.optional for param in question.params):
                continue
            found = document(article_engine, question.name, **given)
            for name, values, counts in pointers(found):
                rows = list(ask(article_engine, LIBRARY.get(name), values))
                ties = {str(each) for row in rows for each in _listed(row.get("tie_id"))}
                for tie, count in counts.items():
                    assert sum(each.startswith(f"{tie}/") for each in ties) == count, (
                        question.name,
                        given,
                        name,
                        values,
                        tie,
                    )
                    seen += 1
    assert seen > 30


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]


@pytest.mark.parametrize(
    ("name", "given", "pointed"),
    [
        # who presses is the threat, though the arrow comes from who sees it
        (
            "who-pressures",
            {"actor": "iran", "target": "china"},
            ("who-threatens", {"threatened": "china", "threat": "iran"}),
        ),
        # who views sees the threat: the header of how-seen names the question
        ("how-seen", {"target": "iran"}, ("who-threatens", {"threat": "iran"})),
    ],
)
def test_the_direction_is_kept(
    article_engine: Engine, name: str, given: dict[str, Any], pointed: tuple[str, dict[str, str]]
) -> None:
    found = [(other, values) for other, values, _ in pointers(document(article_engine, name, **given))]
    assert pointed in found


def test_what_is_said_of_the_other_direction_is_not_told(article_engine: Engine) -> None:
    asked = document(article_engine, "who-threatens", threatened="china", threat="iran")
    assert [claim.receipt.short for said in asked.also_said for claim in said.claims] == ["p49-china"]
    turned = document(article_engine, "who-threatens", threatened="iran", threat="china")
    assert [claim.receipt.short for said in turned.also_said for claim in said.claims] == []


@pytest.mark.parametrize(
    ("name", "given", "told"),
    [
        (
            "who-threatens",
            {"threat": "irans-conventional-capabilities"},
            "3 claims of this kind speak of Iran's conventional military capabilities: p49-china (denied), p49-some, p49-west",
        ),
        (
            "who-threatens",
            {"threat": "nuclear-weapons-of-iran", "threatened": "china"},
            "1 claim of this kind speaks of China and Acquisition of nuclear weapons by Iran: p41-china",
        ),
        (
            "who-threatens",
            {"threat": "irans-missile-programme"},
            "1 claim of other kinds speaks of Iran's missile programme: p42-iran-under",
        ),
        ("who-threatens", {"threat": "irans-missile-programme", "threatened": "china"}, None),
        (
            "who-threatens",
            {"threat": "irans-conventional-capabilities", "source": "china-iran", "as_seen_by": "china"},
            None,
        ),
        ("who-arms", {"supplier": "israel"}, None),
        # who arms others is not told of where it is asked who arms him
        ("who-arms", {"recipient": "china"}, None),
    ],
)
def test_claims_that_speak_of_it_are_pointed_at(
    article_engine: Engine, name: str, given: dict[str, Any], told: str | None
) -> None:
    found = document(article_engine, name, **given)
    assert next(found.rows, None) is None
    notes = [note for note in found.notes_of("elsewhere") if not note.startswith("Coded about them")]
    assert notes == ([] if told is None else [f"{told} (tiebook ask matters --about {given['threat']})"])


def test_what_is_said_between_two_is_pointed_at(article_engine: Engine) -> None:
    found = document(article_engine, "why-not", actor="russia", partner="iran", tie="SUPPORTS")
    (note,) = found.notes_of("elsewhere")
    assert note.startswith("Coded about them in other answers: ")  # nothing is said of support between the two
    found = document(article_engine, "why-not", actor="china", partner="russia", tie="ALLIED_WITH")
    (note,) = found.notes_of("elsewhere")
    assert note.startswith(
        "1 claim of ALLIED_WITH speaks of China and Russia: p24-no-alliance-with-russia (not sought)"
    )
    assert note.endswith(" (tiebook ask ties-between --one china --other russia --tie ALLIED_WITH)")


@pytest.mark.parametrize(
    ("name", "given"),
    [
        ("beliefs", {"holder": "hassan-rouhani"}),
        ("who-attacks", {"target": "israel", "actor": "pakistan"}),
        ("who-attacks", {"target": "pakistan", "actor": "pakistan"}),  # told of once
        ("who-arms", {"recipient": "domestic-circles"}),  # an end of nothing
        ("votes", {"one": "pakistan", "other": "hassan-rouhani", "first": 2010, "last": 2012}),  # of data sets
    ],
)
def test_where_nothing_is_near_what_is_coded_at_all_is_pointed_at(
    article_engine: Engine, name: str, given: dict[str, Any]
) -> None:
    found = document(article_engine, name, **given)
    assert not list(found.rows)
    coded: dict[str, int] = {}
    for actor in sorted({str(each) for each in given.values() if isinstance(each, str)}):
        rows = list(document(article_engine, "matters", about=actor).rows)
        coded |= {actor: len(rows)} if rows else {}
    told: dict[str, int] = {}
    for note in found.notes_of("elsewhere"):
        for count, actor in re.findall(r"(\d+) claims? about [\w ]+ \(tiebook ask matters --about ([\w-]+)\)", note):
            assert actor not in told
            told[actor] = int(count)
    assert told == coded


def test_what_no_loaded_source_could_hold_is_not_said_to_be_missing(article_engine: Engine) -> None:
    """A register's deliveries are asked of texts: that the texts deny a sale does not mean that no such tie is coded."""
    found = document(article_engine, "deliveries", supplier="china", recipient="iran", first=2015, last=2026)
    assert found.also_said
    assert found.no_tie == "No loaded source could answer this"
    (note,) = found.notes_of("nothing")
    assert note.startswith("Nothing coded answers this: no loaded source could.")
    found = document(article_engine, "who-arms", supplier="china", recipient="iran")
    assert found.no_tie == "No such tie is coded"
    assert found.notes_of("nothing") == ()


def test_an_answer_with_rows_points_at_no_claims(article_engine: Engine) -> None:
    found = document(article_engine, "who-threatens", threat="iran")
    assert list(found.rows)
    assert found.notes_of("elsewhere") == ()


@pytest.mark.parametrize(
    ("name", "single"), [("differing-dates", False), ("allies-under-sanctions", False), ("who-arms", True)]
)
def test_a_question_that_compares_ties_has_no_tie_a_row_to_point_at(name: str, single: bool) -> None:
    question = LIBRARY.get(name)
    given = {param.name: "x" for param in question.params if param.type in ("actor", "entity")}
    found = tie_pattern(question, question.compiled(given), given)
    assert (found is not None and found.single) is single


def test_a_type_that_is_asked_by_one_end_alone_is_pointed_at_too(voices_engine: Engine) -> None:
    """A question that takes both ends holds these two; turned round, or of one end alone, nothing more is found."""
    found = pointers(document(voices_engine, "who-pressures", actor="united-states", target="any-party"))
    assert ("who-constrains", {"target": "any-party", "constrainer": "united-states"}, {"CONSTRAINS": 1}) in found
    turned = pointers(document(voices_engine, "who-pressures", actor="any-party", target="united-states"))
    assert not [given for name, given, _ in turned if name == "who-constrains"]
    alone = pointers(document(voices_engine, "who-pressures", target="any-party"))
    assert ("who-constrains", {"target": "any-party"}, {"CONSTRAINS": 1}) in alone


@pytest.mark.parametrize(
    ("given", "wanted"),
    [
        ({"actor": "ukraine"}, {"target": "ukraine"}),
        ({"actor": "ukraine", "opponent": "russia"}, {"target": "ukraine", "actor": "russia"}),
        ({"actor": "israel", "opponent": "iran"}, {"target": "iran", "actor": "israel"}),
    ],
)
def test_conflicts_of_data_sets_point_at_the_attacks_that_texts_state(
    voices_engine: Engine, given: dict[str, str], wanted: dict[str, str]
) -> None:
    assert not len(ask(voices_engine, LIBRARY.get("conflicts"), given))
    found = [told for told in pointers(document(voices_engine, "conflicts", **given)) if told[0] == "who-attacks"]
    attacks = ask(voices_engine, LIBRARY.get("who-attacks"), wanted)
    assert found == [("who-attacks", wanted, {"USES_FORCE_AGAINST": len(attacks)})]


def test_conflicts_point_at_nothing_where_no_text_states_an_attack(voices_engine: Engine) -> None:
    assert not pointers(document(voices_engine, "conflicts", actor="egypt"))


@pytest.mark.parametrize(
    ("given", "without", "whole"),
    [
        ({"as_seen_by": "iran"}, '"as seen by"', "who-arms --recipient saudi-arabia"),
        (
            {"as_seen_by": "iran", "no_inferred": True},
            '"as seen by" and "no inferred"',
            "who-arms --recipient saudi-arabia",
        ),
    ],
)
def test_an_empty_answer_says_what_only_its_limits_leave_out(
    article_engine: Engine, given: dict[str, Any], without: str, whole: str
) -> None:
    question = LIBRARY.get("who-arms")
    rows = len(ask(article_engine, question, {"recipient": "saudi-arabia"}))
    limited = ask(article_engine, question, {"recipient": "saudi-arabia", **given})
    assert not limited.rows
    said = f"Without {without}: {rows} row{'s' if rows != 1 else ''} (tiebook ask {whole})"
    assert said in limited.document().notes_of("elsewhere")


def test_what_is_left_out_by_nothing_is_not_told(article_engine: Engine) -> None:
    for given in ({"supplier": "iran"}, {"supplier": "iran", "as_seen_by": "iran"}):
        found = ask(article_engine, LIBRARY.get("who-arms"), given)
        assert not found.rows
        assert not any(note.startswith("Without") for note in found.document().notes_of("elsewhere"))
