"""The parts by which free words are understood: stems, times, names, patterns, the kept index."""

from datetime import date

import pytest

from tiebook.ask.words.index import build, load_index, parts
from tiebook.ask.words.names.known import Names
from tiebook.ask.words.names.mentions import mentions
from tiebook.ask.words.names.tokens import nations, stem, tokens
from tiebook.ask.words.times import times
from tiebook.crosswalk import crosswalk
from tiebook.questions import QuestionLibrary
from tiebook.questions.general import in_general
from tiebook.questions.lint import lint
from tiebook.questions.question import parse_question

TODAY = date(2026, 11, 28)
QUESTION = """// title: Who helps whom
// question: Who helps {target} within {months} months?
// param target: actor -- who is helped
// param months: integer = 12 -- how long
// returns: helper
// example: --target china
// also: who helps {target}; help of {target}; aid, relief
MATCH (a:Actor)-[t:AIDS]->(b:Actor {id: $target}) WHERE t.rank < $months
RETURN a.name AS helper ORDER BY helper
"""


@pytest.mark.parametrize(
    "family",
    [
        "supply supplies supplied supplier suppliers supplying",
        "ally allies allied",
        "vote votes voted voting",
        "deny denies denied",
        "deliver delivers delivered delivery deliveries",
        "organisation organization organisations",
        "neighbour neighbor neighbours neighboring",
        "sanction sanctions sanctioned sanctioning",
        "transfer transfers transferred transferring",
        "wish wishes wished wishing",
    ],
)
def test_words_of_a_family_have_one_stem(family):
    assert len({stem(word) for word in family.split()}) == 1


def test_words_that_are_not_of_a_family_stay_apart():
    assert len({stem(word) for word in ("all", "ally", "play", "arm", "army", "war", "ward")}) == 7


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("on 19 October 2020", [("2020-10-19", "2020-10-19")]),
        ("October 19th, 2020", [("2020-10-19", "2020-10-19")]),
        ("2020-10-19", [("2020-10-19", "2020-10-19")]),
        ("the last day of 2016", [("2016-12-31", "2016-12-31")]),
        ("in October 2020", [("2020-10-01", "2020-10-31")]),
        ("in the 1980s", [("1980-01-01", "1989-12-31")]),
        ("since 2010", [("2010-01-01", "2026-11-28")]),
        ("between 2001 and 2012", [("2001-01-01", "2012-12-31")]),
        ("2001-2012", [("2001-01-01", "2012-12-31")]),
        ("1990 through 2005", [("1990-01-01", "2005-12-31")]),
        ("between 1 January and 31 December 2020", [("2020-01-01", "2020-12-31")]),
        ("on 1 January 2010 and 31 December 2020", [("2010-01-01", "2010-01-01"), ("2020-12-31", "2020-12-31")]),
        ("31 February 2020", [("2020-02-01", "2020-02-29")]),
        ("the top 20 of 13949 in 25 years", []),
    ],
)
def test_times(text, expected):
    assert [(str(time.first), str(time.last)) for time in times(text, TODAY)] == expected


@pytest.mark.parametrize("turned", [False, True])
def test_a_name_means_all_who_bear_it_once_and_none_who_bear_only_its_beginning(turned):
    names = Names()
    added = [("Amber", "Actor", "amber"), ("Amber Treaty", "Instrument", "treaty"), ("Amber Treaty", "Factor", "duty")]
    added += [("the Amber Treaty", "Instrument", "treaty"), ("Amber Coast", "Place", "coast")]
    for name, label, entity in reversed(added) if turned else added:
        names.add(name, label, entity)
    longest, short = mentions(tokens("the Amber Treaty binds Amber"), names, ())
    assert sorted(longest.readings) == [("Factor", "duty"), ("Instrument", "treaty")]
    assert short.readings == (("Actor", "amber"),)


def test_nations_are_those_of_the_crosswalk():
    assert set(nations().values()) <= set(crosswalk().actors)
    assert nations()["chinese",] == "china"


def test_names_are_found_with_what_stands_between():
    names = Names()
    for name, label, entity in (
        ("Iran's rivals", "Actor", "rivals"),
        ("Executive Order 13949", "Instrument", "order"),
        ("The failure of the JCPOA", "Factor", "failure"),
        ("25-year road map of a partnership", "Instrument", "map"),
    ):
        names.add(name, label, entity)
        names.labels[entity] = label
    found = lambda text: [each.readings[0][1] for each in mentions(tokens(text), names, {"plan"})]  # noqa: E731
    assert found("Iran and its regional rivals") == ["iran", "rivals"]
    assert found("Order 13949 of the U.S.") == ["order", "united-states"]
    assert found("the 25 year plan between China and Iran") == ["map"]
    assert found("Isreal and Bejing, tell us") == ["israel", "china"]
    assert found("US and us") == ["united-states", "united-states"]


def test_names_are_not_found_where_their_words_only_happen_to_stand():
    names = Names()
    for name, label, entity in (
        ("its allies", "Actor", "allies"),
        ("Weapons for Iran", "Issue", "weapons"),
        ("No threat from groups in Iran", "Issue", "no-threat"),
        ("Treaty of mutual defence of China and Russia", "Instrument", "treaty"),
        ("Three trading countries", "Actor", "three"),
    ):
        names.add(name, label, entity)
        names.labels[entity] = label
    found = lambda text: [each.readings[0][1] for each in mentions(tokens(text), names, {"threat"})]  # noqa: E731
    assert found("who is allied with France") == ["france"]
    assert found("which weapons did Iran buy") == ["iran"]
    assert found("weapons to Iran") == ["weapons"]
    assert found("threats from Israel") == ["israel"]
    assert found("a mutual defence treaty between Russia and Iran") == ["russia", "iran"]
    assert found("the mutual defence treaty between Russia and China") == ["treaty"]
    assert found("BRICS and Brits") == ["britain"]


def test_phrases_of_a_header(tmp_path):
    question = parse_question(QUESTION, tmp_path / "own" / "who-helps.cypher")
    assert question.also == ("who helps {target}", "help of {target}", "aid, relief")
    assert lint(question) == []
    assert parts("who helps {target}'s friends, ~") == ["who", "help", "{target}", "friend", "~"]
    wrong = parse_question(QUESTION.replace("help of {target}", "help of {targets}; {target}"), question.path)
    assert [fault.split(": ", 1)[1] for fault in lint(wrong)] == [
        "{targets} in 'help of {targets}' is not a parameter",
        "'{target}' has no word",
    ]
    assert in_general(question) == "Who helps an actor within 12 months?"


def test_no_question_shows_a_placeholder():
    for question in QuestionLibrary().all():
        said = in_general(question)
        assert not set("{}[]") & set(said)
        for param in question.params:
            assert f"{param.name} {param.name}" not in said
            assert question.also, question.name


def test_the_index_is_kept_until_a_file_changes(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    folder = tmp_path / "own" / "mine"
    folder.mkdir(parents=True)
    (folder / "who-helps.cypher").write_text(QUESTION)
    library = QuestionLibrary({"TIEBOOK_QUERIES": str(tmp_path / "own")})
    made = load_index(library)
    assert made.entries == build(library.all()).entries
    kept = list((tmp_path / "cache").rglob("*.json"))
    assert len(kept) == 1
    monkeypatch.setattr(QuestionLibrary, "all", lambda _: pytest.fail("read again"))
    assert load_index(library).entries == made.entries
    kept[0].write_text("[[1")  # half a file
    monkeypatch.undo()
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    assert load_index(library).entries == made.entries
    (folder / "who-helps.cypher").write_text(QUESTION.replace("aid, relief", "uplift"))
    assert "uplift" in {word for entry in load_index(library).entries for word in entry.words}


@pytest.mark.parametrize(
    ("word", "found"),
    [
        ("stopped", "stop"),  # one of two equal letters goes, but for vowels, s and l
        ("stops", "stop"),
        ("agreed", "agre"),
        ("controlled", "controll"),
        ("wars", "war"),
        ("war", "war"),
        ("2015", "2015"),
    ],
)
def test_a_stem_is_what_is_left_without_endings(word, found):
    assert stem(word) == found


def test_a_surname_is_the_person_and_not_what_is_called_by_it():
    names = Names()
    names.add("Abbas Araghchi", "Actor", "abbas-araghchi")
    names.add("Call of Wang Yi and Abbas Araghchi", "Event", "call")
    names.persons.add("abbas-araghchi")
    found = mentions(tokens("a meeting with Araghchi"), names, frozenset())
    assert [mention.readings for mention in found] == [(("Actor", "abbas-araghchi"),)]
    names.add("Sadegh Araghchi", "Actor", "sadegh-araghchi")
    names.persons.add("sadegh-araghchi")
    assert mentions(tokens("a meeting with Araghchi"), names, frozenset()) == []


def test_words_of_another_name_of_the_same_belong_to_it():
    names = Names()
    names.add("Ocean-2024", "Event", "ocean")
    names.add("Ocean-2024 naval drills", "Event", "ocean")
    words = tokens("the Ocean-2024 drills")
    assert [(mention.first, mention.last) for mention in mentions(words, names, frozenset())] == [(1, 3)]


def test_a_word_between_a_nation_and_the_rest_of_a_name_has_no_preposition_after_it():
    names = Names()
    names.add("Persian Gulf", "Place", "persian-gulf")
    names.add("The Gulf states", "Actor", "gulf-states")
    said = "Was Iran criticised by the Gulf states?"
    assert [mention.readings[0][1] for mention in mentions(tokens(said), names, frozenset())] == ["iran", "gulf-states"]
    assert [mention.readings[0][1] for mention in mentions(tokens("the Persian or Gulf"), names, frozenset())] == [
        "iran"
    ]
