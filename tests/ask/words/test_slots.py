"""How the parameters of a question are filled: names, numbers and times, each in its place; and what words have in common."""

from __future__ import annotations

from datetime import date
from types import SimpleNamespace
from typing import Any

import pytest

from tiebook.ask.words.index import parts
from tiebook.ask.words.names.tokens import fold, stem, tokens
from tiebook.ask.words.query import take_apart
from tiebook.ask.words.slots import _kind, _number, _own, _rest, _seen_by, value_of, with_times


def named(word: str, *readings: tuple[str, str], group: bool = False, person: bool = False) -> Any:
    return piece(word, mention=SimpleNamespace(readings=readings, group=group, person=person))


def piece(word: str, *, mention: Any = None, number: int | None = None, own: str = "") -> Any:
    return SimpleNamespace(text=word.lower(), word=word, stem=own, mention=mention, number=number)


IRAN = named("Iran", ("Actor", "iran"))
CHINA = named("China", ("Actor", "china"))
XI = named("Xi", ("Actor", "xi-jinping"), person=True)
OPEC = named("OPEC", ("Actor", "opec"), group=True)
JCPOA = named("JCPOA", ("Instrument", "jcpoa"), ("Event", "jcpoa-talks"))


@pytest.mark.parametrize(
    ("given", "kind", "value"),
    [
        (IRAN, "actor", "iran"),
        (IRAN, "entity", "iran"),
        (IRAN, "instrument", None),
        (IRAN, "person", None),
        (XI, "person", "xi-jinping"),
        (OPEC, "person", None),
        (OPEC, "actor", "opec"),
        (JCPOA, "event", "jcpoa-talks"),
        (JCPOA, "entity", "jcpoa"),
        (JCPOA, "actor", None),
        (IRAN, "integer", None),
        (piece("6", number=6), "integer", "6"),
        (piece("0", number=0), "integer", "0"),
        (piece("6", number=6), "actor", None),
        (piece("%AIDS"), "tie", "aids"),
        (piece("aids"), "tie", None),
        (piece("%AIDS"), "actor", None),
    ],
)
def test_a_piece_of_a_text_as_a_parameter(given: Any, kind: str, value: str | None) -> None:
    assert value_of(given, kind) == value


def query(*pieces: Any, times: tuple[Any, ...] = (), text: str = "") -> Any:
    return SimpleNamespace(pieces=pieces, times=times, text=text)


def entry(*params: tuple[str, str, bool], takes: tuple[str, ...] = (), patterns: tuple[str, ...] = ()) -> Any:
    return SimpleNamespace(params=params, takes=takes, patterns=patterns, words=frozenset({"arm"}))


def rest(pieces: list[Any], types: dict[str, str], params: dict[str, str], **given: Any) -> list[str]:
    return _rest(query(*pieces), entry(), types, given.get("bound", {}), params, given.get("misplaced", ()))


def test_names_that_no_pattern_placed_stand_where_something_is_free() -> None:
    two = {"actor": "actor", "partner": "actor"}
    params: dict[str, str] = {}
    assert rest([IRAN, CHINA], two, params) == []
    assert params == {"actor": "iran", "partner": "china"}
    assert rest([IRAN, CHINA, XI], two, {}) == ["Xi"]
    assert rest([JCPOA], two, {}) == ["JCPOA"]
    assert rest([IRAN], two, {"partner": "iran"}) == [], "it has its place already"
    one = {"actor": "china"}
    assert rest([IRAN], {"actor": "actor"}, one, bound={"actor": IRAN}) == []
    assert rest([CHINA], {"actor": "actor"}, {}, misplaced=[CHINA]) == ["China"]
    assert rest([piece("word"), piece("%AIDS")], {"actor": "actor"}, {}) == ["%AIDS"]
    assert rest([named("arms", ("Actor", "x"))], {}, {}) == ["arms"]
    own = SimpleNamespace(text="arms", word="arms", stem="arm", mention=IRAN.mention, number=None)
    assert rest([own], {}, {}) == [], "a word of the question itself"
    number: dict[str, str] = {}
    assert rest([piece("6", number=6)], {"months": "integer"}, number) == []
    assert number == {}, "numbers have their own way"


def test_a_parameter_that_is_called_after_a_kind_takes_only_that() -> None:
    assert _kind("instrument", "entity") == "instrument"
    assert _kind("target", "entity") == "entity"
    assert _kind("instrument", "actor") == "actor"


@pytest.mark.parametrize(
    ("pieces", "needed", "number"),
    [
        ([piece("6", number=6), piece("month")], False, 6),
        ([piece("6", number=6), piece("year")], False, None),
        ([piece("6", number=6), piece("year")], True, 6),
        ([piece("6", number=6)], False, None),
        ([piece("6", number=6)], True, 6),
        ([piece("0", number=0)], True, 0),
        ([piece("3", number=3), piece("year"), piece("6", number=6), piece("month")], False, 6),
        ([piece("month"), piece("6", number=6)], False, None),
        ([], True, None),
    ],
)
def test_a_number_stands_before_the_name_of_its_parameter(pieces: list[Any], needed: bool, number: int | None) -> None:
    assert _number(query(*pieces), "months", needed=needed) == number


def test_by_whom_an_answer_is_to_be_seen_stands_after_according_to() -> None:
    words = [piece("according"), piece("to")]
    assert _seen_by(query(*words, IRAN)) is IRAN
    assert _seen_by(query(CHINA, *words, IRAN, XI)) is IRAN
    assert _seen_by(query(*words, JCPOA)) is None
    assert _seen_by(query(piece("to"), piece("according"), IRAN)) is None
    assert _seen_by(query(*words)) is None


@pytest.mark.parametrize(
    ("params", "own", "filled"),
    [
        ({"actor": "iran"}, True, {"actor": "iran", "target": "iran"}),
        ({"actor": "iran"}, False, {"actor": "iran"}),
        ({"actor": "iran", "other": "china"}, True, {"actor": "iran", "other": "china"}),
        ({"target": "iran"}, True, {"actor": "iran", "target": "iran"}),
        ({}, True, {}),
    ],
)
def test_its_own_means_the_only_actor_that_is_named(params: dict[str, str], own: bool, filled: dict[str, str]) -> None:
    asked = entry(
        ("actor", "actor", False), ("target", "actor", False), ("other", "actor", True), ("act", "text", False)
    )
    given = dict(params)
    _own(query(piece("own" if own else "x")), asked, given)
    assert given == filled


TEXT = "0123456789"


def time(
    kind: str, first: str, last: str = "", *, bound: str | None = None, day: str | None = None, at: int = 0
) -> Any:
    return SimpleNamespace(
        kind=kind,
        first=date.fromisoformat(first),
        last=date.fromisoformat(last or first),
        bound=bound,
        day=None if day is None else date.fromisoformat(day),
        start=at,
        end=at + 1,
    )


DAY = time("day", "2020-01-02", at=1)
LATER = time("day", "2021-03-04", at=2)
YEAR = time("year", "2018-01-01", "2018-12-31", at=3)
UNTIL = time("year", "2017-01-01", "2017-12-31", bound="until", at=4)
SINCE = time("year", "2016-01-01", "2016-12-31", bound="since", day="2016-05-06", at=5)
TWO_DAYS = (("begin", "date", True), ("end", "date", True))
TWO_YEARS = (("low", "year", True), ("high", "year", True))


@pytest.mark.parametrize(
    ("params", "times", "filled", "left"),
    [
        (TWO_DAYS, (DAY, LATER), {"begin": "2020-01-02", "end": "2021-03-04"}, []),
        (TWO_DAYS, (DAY, LATER, YEAR), {"begin": "2020-01-02", "end": "2021-03-04"}, ["3"]),
        (TWO_DAYS, (DAY,), {}, ["1"]),
        (TWO_DAYS, (YEAR,), {"begin": "2018-01-01", "end": "2018-12-31"}, []),
        (TWO_DAYS, (DAY, YEAR), {"begin": "2018-01-01", "end": "2018-12-31"}, ["1"]),
        (TWO_DAYS, (UNTIL,), {"end": "2017-12-31"}, []),
        (TWO_DAYS[:1], (DAY,), {"begin": "2020-01-02"}, []),
        (TWO_DAYS[:1], (DAY, LATER), {"begin": "2020-01-02"}, ["2"]),
        (TWO_DAYS[:1], (YEAR,), {}, ["3"]),
        (TWO_YEARS, (YEAR,), {"low": "2018", "high": "2018"}, []),
        (TWO_YEARS, (YEAR, DAY, SINCE), {"low": "2016", "high": "2020"}, []),
        (TWO_YEARS, (UNTIL,), {"high": "2017"}, []),
        (TWO_YEARS, (), {}, []),
        (TWO_YEARS[:1], (YEAR,), {}, ["3"]),
        ((), (DAY,), {}, ["1"]),
    ],
)
def test_days_and_years_find_their_places(params: Any, times: Any, filled: dict[str, str], left: list[str]) -> None:
    given: dict[str, str] = {}
    assert with_times(query(times=times, text=TEXT), entry(*params), given) == left
    assert given == filled


def test_a_single_day_is_that_on_which_ties_were_in_force_where_a_question_takes_one() -> None:
    for times, filled, left in (
        ((DAY,), {"as_of": "2020-01-02"}, []),
        ((DAY, LATER), {}, ["1", "2"]),
        ((YEAR,), {}, ["3"]),
    ):
        given: dict[str, str] = {}
        assert with_times(query(times=times, text=TEXT), entry(takes=("as_of",)), given) == left
        assert given == filled


def test_a_question_of_before_and_after_takes_the_day_of_a_span() -> None:
    for pattern, filled in (
        (" ".join(parts("{actor} before and after")), "2016-05-06"),
        (" ".join(parts("{actor} before")), None),
        ("after {actor}", None),
    ):
        given: dict[str, str] = {}
        left = with_times(query(times=(SINCE,), text=TEXT), entry(*TWO_DAYS[:1], patterns=(pattern,)), given)
        assert (given.get("begin"), left) == (filled, [] if filled else ["5"])


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Iran's U.S. ties", ["iran", "us", "ties"]),
        ("It doesn't", ["it", "not"]),
        ("d'Ivoire o'clock", ["divoire", "oclock"]),
        ("well-known É", ["well", "known", "e"]),
        ("with regard to Iran", ["regarding", "iran"]),
        ("keeps China from arming", ["stops", "china", "from", "arming"]),
        ("a.b", ["a", "b"]),
        ("the states' arms", ["the", "states", "arms"]),
        ("", []),
    ],
)
def test_the_words_of_a_text(text: str, words: list[str]) -> None:
    assert [token.word for token in tokens(text)] == words


def test_a_word_knows_where_it_stands_and_whether_it_is_a_name() -> None:
    found = tokens("the U.S. and Iran")
    assert [(token.start, token.end) for token in found] == [(0, 3), (4, 6), (9, 12), (13, 17)]
    assert [token.capital for token in found] == [False, True, False, True]
    assert fold("ÉÅ") == "ea"
    assert fold("ABC") == "abc"


@pytest.mark.parametrize(
    ("word", "found"),
    [
        ("war", "war"),
        ("1914", "1914"),
        ("armées", "armées"),
        ("objectives", "objective"),
        ("bombs", "bomb"),
        ("bombed", "bombing"),
        ("easiest", "easi"),
        ("addresses", "address"),
        ("status", "status"),
        ("crisis", "crisis"),
        ("planned", "plan"),
        ("sided", "side"),
        ("as", "as"),
        ("gas", "gas"),
    ],
)
def test_the_stem_of_a_word(word: str, found: str) -> None:
    assert stem(word) == found


@pytest.mark.parametrize(
    ("text", "command"),
    [
        ("claims of paragraph 7 in China-Iran defence ties", "paragraph --number 7 --source china-iran"),
        (
            "who arms Iran according to China-Iran defence ties?",
            "who-arms --recipient iran --source china-iran",
        ),
        ("who supports Russia in the China-Iran defence ties text", "who-supports --target russia --source china-iran"),
    ],
)
def test_a_source_is_one_where_the_text_says_so(text, command, understood):
    assert understood.command(text) == command


def test_the_subject_of_a_source_is_not_the_source(understood):
    found = understood("what limits China-Iran defence ties").choices
    assert " ".join(found[1].arguments) == "what-limits --actor china --partner iran"
    assert not any("source" in guess.params for guess in found)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ('Whose opinions were reported, with "officials" in the name?', "officials"),
        ("Whose opinions were reported, with officials in their names?", "officials"),
        ("whose opinions are reported, names containing Foreign", "Foreign"),
        ("whose opinions are reported, names containing \u201cForeign Ministry\u201d", "Foreign Ministry"),
    ],
)
def test_what_is_to_be_in_a_name(text, word, understood):
    taken = understood(text).taken
    assert (taken.name, taken.params) == ("holders", {"word": word})


def test_a_question_without_names_to_search_has_no_place_for_a_part_of_one(understood):
    assert "officials" in understood("which paragraphs are coded, with officials in the name").choices[0].left


@pytest.mark.parametrize(
    ("text", "number"), [("Claims of the third paragraph, please", "3"), ("claims of the 12th paragraph", "12")]
)
def test_an_ordinal_counts_paragraphs(text, number, understood):
    first = understood(text).choices[0]
    assert (first.name, first.params) == ("paragraph", {"number": number})


def test_a_year_in_a_word_is_no_time(understood):
    assert take_apart("Ocean-2024", understood.index, understood.names, date(2026, 11, 28))[0].times == ()
    assert len(take_apart("1980-1988", understood.index, understood.names, date(2026, 11, 28))[0].times) == 1


@pytest.mark.parametrize("text", ["what does p30 say", "what does p. 30 claim", "the claims of \u00a730"])
def test_paragraphs_have_short_names(text, understood):
    first = understood(text).choices[0]
    assert (first.name, first.params) == ("paragraph", {"number": "30"})


@pytest.mark.parametrize(
    "text",
    [
        "I would like to know who arms Iran",
        "Hello, could you please tell me who arms Iran?",
        "I'd like to find out who arms Iran",
        "I want to know who arms Iran",
    ],
)
def test_a_polite_beginning_says_nothing(text, understood):
    assert understood.command(text) == "who-arms --recipient iran"


def test_two_that_depend_on_each_other(understood):
    assert understood("do Iran and China depend on each other").choices[0].name == "what-depends-on-what"
