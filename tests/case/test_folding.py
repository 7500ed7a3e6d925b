"""What looks the same is the same quote, and what does not is another; places stay those of the text."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tiebook.case.folding import fold, folded, words_in
from tiebook.case.text import Text

SAME = [
    ("between Te\u0301he\u0301ran and", "between T\u00e9h\u00e9ran and", "decomposed accents"),
    ("a stra\u00adtegic part\u00adner", "a strategic partner", "soft hyphens"),
    ("a part\u00ad\nnership", "a partnership", "a word broken at the end of a line"),
    ("\ufb01nally con\ufb01rmed", "finally confirmed", "ligatures"),
    ("The \u202b\u062d\u0645\u0627\u0633\u202c group", "The \u062d\u0645\u0627\u0633 group", "direction marks"),
    ("two\u200b sides\ufeff agreed", "two sides agreed", "zero-width spaces"),
    ("\u201cso\u201d \u2013 it\u2019s", '"so" - it\'s', "typographic marks"),
    ("wait\u2026 now", "wait... now", "an ellipsis"),
    ("\uff21\uff22 deal", "AB deal", "full width"),
    ("\u1112\u1161\u11ab", "\ud55c", "Hangul"),
]
DIFFERENT = [
    ("10\u00b2 km", "102 km", "a superscript"),
    ("1\u00bd year", "11/2 year", "a fraction"),
    ("pass\u00e9", "passe", "an accent"),
    ("Ir\u0430n", "Iran", "a Cyrillic letter"),
    ("is", "is not", "a word"),
    ("Iran", "iran", "a capital"),
]


@pytest.mark.parametrize(("text", "quote", "what"), SAME, ids=[row[2] for row in SAME])
def test_what_looks_the_same_is_found(text, quote, what):
    whole = Text.of(f"Begin {text} end.")
    state, place = whole.place(quote, 1)
    assert state == "ok", what
    assert place is not None
    assert fold(whole.content[slice(*place)]) == fold(quote)
    assert Text.of(f"Begin {quote} end.").place(text, 1)[0] == "ok"  # and the other way round


UNSPACED = [
    ("ผู้นำพบกันและจีนและอิหร่านลงนามในข้อตกลง", "จีนและอิหร่านลงนาม", "Thai"),
    ("ភាគី\u200bទាំងពីរ\u200bបាន\u200bយល់ព្រម\u200bលើ", "ភាគីទាំងពីរបានយល់ព្រម", "Khmer"),
    ("两国领导人会晤中国与伊朗签署协议为期", "中国与伊朗签署协议", "Chinese"),
    ("両国はｶﾞﾝﾀﾞﾑ協定を結んだ", "ガンダム協定", "Japanese, half width"),
    ("両国は２０２１年に合意した", "2021年に合意", "Japanese, a year"),
    ("한국과 이란의 협정이 여러", "이란의 협정", "Korean, before a particle"),
    ("\u1112\u1161\u11ab\u1100\u116e\u11a8과 이란", "한국", "Korean, decomposed"),
]


@pytest.mark.parametrize(("text", "quote", "what"), UNSPACED, ids=[row[2] for row in UNSPACED])
def test_a_quote_may_end_within_a_line_of_a_script_without_spaces(text, quote, what):
    whole = Text.of(f"x {text} y")
    state, place = whole.place(quote, 1)
    assert state == "ok", what
    assert place is not None
    assert fold(whole.content[slice(*place)]) == fold(quote)


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("จีนและอิหร่านลงนาม", "จ"),  # the letter without its vowel
        ("\u1112\u1161\u11ab\u1100\u116e\u11a8", "\u1112\u1161"),  # a syllable without its final
        ("रीमा देवी", "रीम"),
        ("in Iran中国", "ran"),
    ],
)
def test_a_letter_without_its_vowel_is_no_quote(text, quote):
    assert Text.of(text).place(quote, 1)[0] == "lost"


def test_words_are_counted_also_where_there_are_no_spaces():
    assert words_in("two sides agreed") == 3
    assert words_in("中国与伊朗签署协议") == 3
    assert words_in("ok 中国与伊朗") == 3


@pytest.mark.parametrize(("text", "quote", "what"), DIFFERENT, ids=[row[2] for row in DIFFERENT])
def test_what_differs_is_lost(text, quote, what):
    assert Text.of(f"Begin {text} end.").place(quote, 1)[0] == "lost", what


@pytest.mark.parametrize("quote", ["Te", "Teh", "e\u0301h", "h\u0301", "ran"])
def test_half_a_word_is_no_quote_also_next_to_an_accent(quote):
    assert Text.of("In Te\u0301he\u0301ran.").place(quote, 1)[0] == "lost"


def test_the_place_is_that_of_the_text_with_its_marks():
    text = Text.of("In Te\u0301he\u0301ran\u200b now, con\ufb01rmed.")
    place = text.place("T\u00e9h\u00e9ran", 1)[1]
    assert place is not None
    assert text.content[slice(*place)] == "Te\u0301he\u0301ran"
    place = text.place("confirmed", 1)[1]
    assert place is not None
    assert text.content[slice(*place)] == "con\ufb01rmed"


@given(st.text(max_size=60))
def test_folding_again_changes_nothing_and_places_lie_in_the_text(text):
    whole = folded(text)
    assert len(whole.text) == len(whole.starts) == len(whole.ends)
    assert all(0 <= start < end <= len(text) for start, end in zip(whole.starts, whole.ends, strict=True))
    assert fold(fold(text)) == fold(text)


@given(st.text(st.characters(categories=["L", "M", "N", "P", "Zs"]), max_size=40))
def test_canonically_equal_texts_fold_alike(text):
    assert fold(unicodedata.normalize("NFC", text)) == fold(unicodedata.normalize("NFD", text))
