"""The words of a paragraph, the stretches that are suggested, and what can be chosen beside them."""

import pytest

from tests.conftest import ROOT
from tests.draft.pact import TEXT
from tests.draft.room import make_room
from tiebook.case import Text, open_case
from tiebook.draft.editing.choices import chip_key, chips, fixed_choices, type_keys
from tiebook.draft.editing.clauses import Words
from tiebook.draft.editing.line import check_line, passage, quoted, read_line
from tiebook.draft.editing.shown import shown_state, shown_text
from tiebook.draft.names import NameIndex
from tiebook.model.codebook import codebook

SHOWN = ("SELLS_ARMS_TO", "COOPERATES_WITH", "CONSTRAINS", "MEDIATES", "BALANCES_BETWEEN", "CONFLICTS_WITH")


def of(text):
    return Words(Text.of(text).paragraphs[0])


def said(words, bounds):
    start, end = words.stretch(bounds)
    return words.paragraph.text[start:end]


def test_the_pieces_of_a_paragraph_are_the_paragraph():
    for paragraph in TEXT.paragraphs:
        pieces = Words(paragraph).pieces
        assert "".join(pieces) == paragraph.text
        assert len(pieces) % 2 == 1


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("U.S. officials met.", ["U.S.", "officials", "met"]),
        ("The Iran-Iraq war, 1980-88", ["The", "Iran-Iraq", "war", "1980-88"]),
        ("China\u2019s $4.5 (or 12%)", ["China\u2019s", "$4.5", "or", "12%"]),
        ("Caf\u0065\u0301-land and \u4e2d\u56fd", ["Caf\u0065\u0301-land", "and", "\u4e2d\u56fd"]),
        ("\U0001f600 it", ["it"]),
    ],
)
def test_what_counts_as_a_word(text, words):
    assert of(text).pieces[1::2] == words


def test_clauses_begin_after_marks_and_at_words_that_begin_them():
    words = of("China, which sold arms, left. Iran stayed because Oman (a friend) asked.")
    assert [words.pieces[1::2][number] for number in words.breaks] == [
        "China",
        "which",
        "left",
        "Iran",
        "because",
        "a",
        "asked",
    ]
    assert [words.pieces[1::2][number] for number in words.sentences] == ["China", "Iran"]


@pytest.mark.parametrize(
    ("bounds", "quote"),
    [
        ((2, 3), "policy of"),
        ((4, 5), "JCPOA first"),  # both marks or none
        ((3, 5), 'of "JCPOA first."'),
        ((4, 6), '"JCPOA first." Then'),
        ((7, 10), "as it says now"),
        ((9, 12), "says now) no so"),
        ((6, 10), "Then (as it says now)"),
        ((7, 11), "(as it says now) no"),
    ],
)
def test_marks_come_with_the_words_that_they_belong_to(bounds, quote):
    words = of('It has policy of "JCPOA first." Then (as it says now) no so.')
    assert said(words, bounds) == quote


def test_the_likeliest_stretch_holds_both_names_and_is_no_sentence():
    paragraph = Words(TEXT.paragraphs[1])
    shown = {each["id"]: [tuple(stands) for stands in each["words"]] for each in chips(paragraph, opened_index())}
    found = [said(paragraph, each) for each in paragraph.suggestions(shown["china"], shown["iran"])]
    assert found[0] == "China sold drones to Iran in 2016"
    assert "China sold drones to Iran" in found
    assert len(found) == len(set(found))
    every = [said(paragraph, each) for each in paragraph.suggestions(shown["china"], shown["yemen"])]
    assert all("China" in each and "Yemen" in each for each in every)
    assert paragraph.suggestions([], [])


def test_no_whole_sentence_is_suggested_and_the_nearer_mention_comes_first():
    words = of("Iran met China. Iran left, and much later Iran armed China.")
    iran, china = [(0, 0), (3, 3), (8, 8)], [(2, 2), (10, 10)]
    found = [said(words, each) for each in words.suggestions(iran, china)]
    assert "Iran met China" not in found
    assert found[0] == "and much later Iran armed China"
    assert found[1] == "Iran armed China"
    far = of("China said, when it was late, that Iran armed China and left.")
    assert said(far, far.suggestions([(7, 7)], [(0, 0), (9, 9)])[0]) == "that Iran armed China"


def opened_index():
    return NameIndex(())


def test_what_matched_another_name_says_which(tmp_path):
    room = make_room(tmp_path / "pact")
    shown = chips(Words(TEXT.paragraphs[3]), NameIndex(room.case().entities))
    assert [(each["key"], each["id"], each["matched"]) for each in shown] == [
        ("1", "germany", []),
        ("2", "france", []),
        ("3", "united-states", ["Washington"]),
    ]


def test_no_key_of_a_chip_begins_another():
    keys = [chip_key(number) for number in range(1, 40)]
    assert keys[:10] == [*"123456789", "01"]
    assert not [(one, other) for one in keys for other in keys if one != other and other.startswith(one)]


def test_every_type_has_two_letters_of_its_own():
    keys = type_keys()
    assert set(keys) == set(codebook().ties)
    assert len(set(keys.values())) == len(keys)
    assert all(len(each) == 2 and each.isalpha() for each in keys.values())
    assert {name: keys[name] for name in SHOWN} == {
        "SELLS_ARMS_TO": "se",
        "COOPERATES_WITH": "cp",
        "CONSTRAINS": "co",
        "MEDIATES": "md",
        "BALANCES_BETWEEN": "bb",
        "CONFLICTS_WITH": "cw",
    }
    assert {each["key"] for each in fixed_choices()["types"]} == set(keys.values())


def test_almost_every_shipped_quote_is_a_stretch_of_words_and_is_written_back_the_same(article):
    case = open_case(ROOT / "loaders" / "china-iran", article)
    other = []
    for each in case.coded:
        place = quoted(article, each.entry.values)
        assert place is not None
        back = passage(article, *place)
        if quoted(article, back) != place:
            other.append(each.claim.id)
        again = passage(article, *place, each.entry.values)
        assert again["quote"] == each.claim.quote
    assert not other


def test_a_line_tells_its_faults_its_doubts_and_what_follows(tmp_path):
    room = make_room(tmp_path / "pact")
    given = {"paragraph": 2, "from": "russia", "tie": "SELLS_ARMS_TO", "to": "yemen", "words": [8, 15]}
    checked = check_line(room.case(), TEXT, read_line(given, TEXT))
    assert not checked.faults
    assert checked.doubts == ["affirmed, and the quote has 'not': negated, or a quote without it"]
    assert checked.derived["gloss"] == "Russia sells arms to Yemen"
    assert (checked.derived["aspect"], checked.derived["stance"]) == ("event", "asserts")
    assert checked.verdict == "The author says that it holds."
    given |= {"negated": True, "holder": ["china"]}
    checked = check_line(room.case(), TEXT, read_line(given, TEXT))
    assert (checked.doubts, checked.verdict) == ([], "What is denied is not a tie.")
    assert checked.derived["stance"] == "reports"
    assert set(checked.json()) == {"faults", "doubts", "derived", "verdict"}


def test_what_is_shown_of_a_case(tmp_path):
    room = make_room(
        tmp_path / "pact",
        '[[claim]]\nsays = "China SELLS_ARMS_TO Tehran"\nfactor = ""\nquote = "China sold drones"\n',
        (),
    )
    text, state = shown_text(room), shown_state(room)
    assert (text["author"], text["of"]) == ("ann-writer", state["of"])
    assert [each["number"] for each in text["paragraphs"]] == [1, 2, 3, 4, 5, 6]
    assert {"china", "unspecified", "nato"} <= {each["id"] for each in text["entities"]}
    (claim,) = state["claims"]
    assert claim["values"] == {
        "from": "china",
        "tie": "SELLS_ARMS_TO",
        "to": "iran",
        "factor": "",
        "quote": "China sold drones",
    }
    assert (claim["paragraph"], claim["words"], claim["where"]) == (2, [0, 2], "claims.toml:1")
