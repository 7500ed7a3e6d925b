"""How a text is held against the patterns of a question: the heaviest common part, what its slots take, what counts how much."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from tiebook.ask.words import addressed, match
from tiebook.ask.words.names.known import Names
from tiebook.ask.words.query import OF_GENERAL, Piece

TYPES = {
    "instrument": "entity",
    "body": "actor",
    "actor": "actor",
    "target": "actor",
    "months": "integer",
    "group": "actor",
    "place": "entity",
}


def word(text: str, weight: float = 1.0, **style: Any) -> Piece:
    return Piece(text, weight, word=text, **style)


def name(entity: str, *, group: bool = False, **style: Any) -> Piece:
    mention: Any = SimpleNamespace(readings=(("Actor", entity),), group=group, person=entity == "xi")
    return Piece("@", 2.0, mention=mention, word=entity, **style)


def entry(*patterns: str, called: str = "q", **words: float) -> Any:
    return SimpleNamespace(
        name=called, patterns=patterns, words=words or {"arm": 1.0, "sell": 0.3}, unlike=(), theme=""
    )


INDEX: Any = SimpleNamespace(weight=lambda part: 3.0 if part == "arm" else 1.0)
ASKED = entry()


@pytest.mark.parametrize(
    ("piece", "part", "counts"),
    [
        (name("iran"), "{actor}", 2.0),
        (name("iran", stem="arm"), "{actor}", 1.0),
        (name("iran", stem="other"), "{actor}", 2.0),
        (word("iran"), "{actor}", 0.0),
        (name("opec", group=True), "{group}", 2.0),
        (name("iran"), "{group}", pytest.approx(1.4)),
        (name("iran"), "{place}", 2.0),
        (name("opec", group=True), "{place}", pytest.approx(1.4)),
        (name("iran"), "{body}", 2.0),
        (name("xi"), "{body}", pytest.approx(0.4)),
        (name("iran"), "{instrument}", pytest.approx(0.4)),
        (name("iran"), "{months}", 0.0),
        (Piece("#", 1.0, number=6), "{months}", 1.0),
        (word("arm", 3.0), "~", 1.5),
        (word("arm"), "~", 1.0),
        (word("sell"), "~", 0.3),
        (word("other", 3.0), "~", pytest.approx(0.45)),
        (word("to"), "~", 0.0),
        (name("iran"), "~", 0.0),
        (word("arm"), "arm", 1.0),
        (word("arm"), "sell", 0.0),
        (name("iran", stem="arm"), "arm", 2.0),
        (Piece("6", 1.0, number=6), "6", 0.0),
    ],
)
def test_what_it_counts_that_a_piece_stands_where_a_part_stands(piece: Piece, part: str, counts: float) -> None:
    assert match._same(piece, part, ASKED, TYPES) == counts


def common(pieces: list[Piece], pattern: str) -> tuple[float, dict[str, str]]:
    weight, bound = match._common(tuple(pieces), pattern.split(" "), ASKED, TYPES)
    return weight, {slot: piece.word for slot, piece in bound.items()}


def test_slots_take_the_names_that_stand_where_they_stand() -> None:
    text = [name("china"), word("arm"), name("iran")]
    assert common(text, "{actor} arm {target}") == (5.0, {"actor": "china", "target": "iran"})
    assert common(text, "arm {target}") == (3.0, {"target": "iran"})
    assert common(text, "{actor} arm") == (3.0, {"actor": "china"})
    assert common(text, "arm") == (1.0, {})
    assert common(text, "sell") == (0.0, {})
    assert common([], "{actor}") == (0.0, {})
    assert common(text, "{target} sell {actor}") == (4.0, {"target": "china", "actor": "iran"})
    assert common([word("arm"), name("iran"), word("sell")], "sell {actor} arm") == (2.0, {"actor": "iran"})


def best(pieces: list[Piece], *patterns: str) -> tuple[float, dict[str, str]]:
    query: Any = SimpleNamespace(pieces=tuple(pieces))
    fit, bound = match._aligned(query, entry(*patterns), INDEX, TYPES)
    return fit, {slot: piece.word for slot, piece in bound.items()}


def test_the_best_pattern_is_that_of_which_most_is_said() -> None:
    text = [name("china"), word("arm"), name("iran")]
    fit, bound = best(text, "arm {target}")
    assert fit == pytest.approx(2 * 3 / (5 + 4.2))
    assert bound == {"target": "iran"}
    assert best(text, "{actor} arm {target}", "arm {target}")[1] == {"actor": "china", "target": "iran"}
    assert best(text, "sell {target}") == (0.0, {}), "none of its words is said"
    assert best(text, "sell ~ {target}")[1] == {"target": "iran"}, "but any word may stand there"
    assert best(text, "to {target}")[0] > 0, "it has no words of the matter"
    assert best(text) == (0.0, {})
    alike = best([word("arm"), name("iran")], "arm {actor}", "arm {target}")
    assert alike[1] == {"actor": "iran"}, "of two that fit alike the first"


@pytest.mark.parametrize(
    ("part", "weight"),
    [("{actor}", 1.2), ("~", 1.5), ("who", None), ("arm", 3.0), ("other", 1.0), ("countri", OF_GENERAL)],
)
def test_the_weight_of_a_part(part: str, weight: float | None) -> None:
    found = match._weight(part, INDEX)
    assert found == weight if weight is not None else found in (0.2, 0.5)


def covered(*pieces: Piece) -> float | None:
    return match._covered(SimpleNamespace(pieces=pieces), ASKED)  # type: ignore[arg-type]


def test_which_part_of_the_words_of_a_text_a_question_has() -> None:
    assert covered() is None
    assert covered(name("iran"), word("to")) is None, "names and grammar are no words of the matter"
    assert covered(word("arm")) == 1.0
    assert covered(word("other")) == 0.0
    assert covered(word("arm", 3.0), word("other")) == pytest.approx(0.75)
    assert covered(word("sell")) == pytest.approx(0.3)
    assert covered(word("%AIDS"), word("other")) == pytest.approx(0.5)
    assert covered(word("arm"), word("other", general=True)) == 1.0


def test_a_no_is_for_questions_of_what_is_not() -> None:
    no: Any = SimpleNamespace(pieces=(word("not"), word("arm")))
    yes: Any = SimpleNamespace(pieces=(word("arm"),))
    assert addressed._denies(no, entry("who arms {actor}"))
    assert not addressed._denies(no, entry("who arms {actor}", "who does not arm {actor}"))
    assert not addressed._denies(yes, entry("who arms {actor}"))
    for said in ("not", "no"):
        for weight, own in ((1.0, True), (0.8, False)):
            asked: Any = SimpleNamespace(words={"not": weight})
            assert match._is_own(word(said), asked) == own
        assert not match._is_own(word(said), entry(no=1.0))
    assert match._is_own(word("arm"), ASKED)
    assert not match._is_own(word("sell"), ASKED)


@pytest.mark.parametrize(
    ("text", "pattern", "takes"),
    [
        ("What would it take for China to arm Iran?", "who arms {actor}", True),
        ("What would it take for China to arm Iran?", "what would make {actor} arm", False),
        ("Who could persuade China?", "who arms {actor}", True),
        ("What makes China arm Iran?", "who arms {actor}", False),
        ("Would China arm Iran?", "who arms {actor}", False),
    ],
)
def test_what_it_would_take_is_asked_of_questions_that_say_it(text: str, pattern: str, takes: bool) -> None:
    query: Any = SimpleNamespace(text=text, pieces=())
    assert ("would" in addressed.unsaid(query, entry(pattern))) is takes


def test_a_guess_as_the_arguments_of_a_command() -> None:
    made = match.Guess("who-arms", "T", 1, 1, {"as_of": "2020", "recipient": "iran"})
    assert made.arguments == ["who-arms", "--as-of", "2020", "--recipient", "iran"]


def test_a_name_that_points_back_in_its_own_text_means_nothing_outside_it():
    names = Names()
    for name in ("Leaders of the four countries", "the leaders", "its leaders", "The Leaders", "the West"):
        names.add(name, "Actor", "them")
    assert sorted(names.of["them"]) == [("leader",), ("leader", "four", "countri"), ("west",)]
