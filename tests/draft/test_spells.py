"""When a tie holds and what may be quoted of it, by the words of one clause."""

from __future__ import annotations

import pytest

from tiebook.draft.cues import contradiction
from tiebook.draft.rules.quoting import quote
from tiebook.draft.rules.syntax.sentences import sentences
from tiebook.draft.rules.when import spell


@pytest.mark.parametrize(
    ("text", "since", "until"),
    [
        ("in 2015", "2015", None),
        ("on 17 July 2023", "2023-07-17", None),
        ("on July 7, 2023", "2023-07-07", None),
        ("in October 2015", "2015-10", None),
        ("in early January 1999", "1999-01", None),
        ("since late 2013", "2013", None),
        ("as of 3 December 2013", "2013-12-03", None),
        ("until October 2016", None, "2016-10"),
        ("since 2013 and up to 5 May 2016", "2013", "2016-05-05"),
        ("from 2006 to 2010", "2006", "2010"),
        ("between 2006 and 2010", "2006", "2010"),
        ("from 2010 to 2010", None, None),
        ("from 2010 to 2006 in 2011", "2011", None),
        ("since 2013 in 2015", "2013", None),
        ("in 20155", None, None),
        ("in 2015-16", None, None),
        ("in 2231", None, None),
        ("the 2015 deal", None, None),
    ],
)
def test_the_dates_of_a_clause(text: str, since: str | None, until: str | None) -> None:
    assert spell(f"they met {text}.") == (since, until)


@pytest.mark.parametrize(
    ("tie", "mode", "words", "before", "said"),
    [
        ("AIDS", "actual", "China did not help Iran", "", "affirmed, and the quote has 'not'"),
        ("REFUSES", "actual", "China did not help Iran", "", None),
        ("USES_FORCE_AGAINST", "actual", "China did not spare Iran", "", None),
        ("AIDS", "actual", "China helped not only Iran", "", None),
        ("AIDS", "actual", "helped Iran", "China has never ", "affirmed, and 'never' stands right before"),
        ("AIDS", "actual", "helped Iran", "It was never in doubt. China ", None),
        ("AIDS", "actual", "helped Iran", "not one two three ", None),
        ("AIDS", "feared", "China might help Iran", "", None),
        ("AIDS", "actual", "China might help Iran", "", "actual, and its words say 'might': hypothetical"),
        ("AIDS", "actual", "if China helps Iran", "", "actual, and its words say 'if': conditional"),
        ("AIDS", "actual", "China helps Iran", "unless ", "actual, and its words say 'unless': conditional"),
        ("AIDS", "actual", "China helped Iran in May", "", None),
        ("AIDS", "actual", "China may help Iran", "", "'may': hypothetical"),
        ("AIDS", "actual", "China wants to help Iran", "", "'wants to': sought"),
        ("SEEKS", "actual", "China wants to help Iran", "", None),
        ("AIDS", "actual", "help Iran", "China tries to ", "'tries to': sought"),
        ("AIDS", "actual", "to help Iran", "China is expected ", "'expected' stands right before the quote: expected"),
        ("AIDS", "actual", "China expects to help Iran", "", None),
    ],
)
def test_words_that_speak_against_a_fact(tie: str, mode: str, words: str, before: str, said: str | None) -> None:
    found = contradiction(tie, mode, words, before, negated=False)
    assert found is None if said is None else found is not None and said in found


def test_a_denial_needs_a_word_that_denies() -> None:
    assert (
        contradiction("AIDS", "actual", "China helped Iran", "", negated=True)
        == "negated, and nothing in the quote denies it"
    )
    assert contradiction("AIDS", "actual", "China stopped helping Iran", "", negated=True) is None
    assert contradiction("AIDS", "actual", "help Iran", "China refused to ", negated=True) is None
    assert contradiction("AIDS", "actual", "help Iran", "refused a b c ", negated=True) is not None
    assert contradiction("AIDS", "actual", "the aid", "never did join ", negated=False, presupposed=True) is None
    assert contradiction("AIDS", "actual", "the aid", "never did join ", negated=False) is not None


def quoted(text: str, first: int, last: int, anchor: int) -> tuple[str, str] | None:
    found = quote(text, sentences(text, [])[-1], first, last, anchor)
    return None if found is None else (found.text, found.prefix)


def test_a_quote_is_no_whole_sentence_and_no_single_word() -> None:
    text = "China sold drones to Iran, and left."
    assert quoted(text, 0, 4, 1) == ("China sold drones to Iran", "")
    assert quoted(text, 0, 5, 1) == ("China sold drones to Iran", "")
    assert quoted(text, 0, 99, 1) == ("sold drones to Iran, and left", "")
    assert quoted(text, 1, 1, 1) == ("sold drones", "")
    assert quoted("Sold it.", 0, 2, 0) is None


def test_a_quote_has_at_most_twenty_words_around_its_anchor() -> None:
    text = " ".join(f"w{chr(97 + number)}" for number in range(26)) + "."
    assert quoted(text, 0, 19, 10) == (" ".join(text.split()[:20]), "")
    assert quoted(text, 0, 20, 10) == (" ".join(text.split()[10:21]), "")
    assert quoted(text, 0, 24, 2) == ("wa wb wc", "")


def test_a_quote_that_stands_twice_has_the_words_before_it() -> None:
    text = "In May of that year China sold drones, and in June China sold drones again."
    found = quoted(text, 12, 14, 13)
    assert found == ("China sold drones", "drones, and in June")
    assert quoted("China sold, China sold it.", 0, 1, 0) is None


def test_marks_at_the_edges_are_no_part_of_a_quote() -> None:
    assert quoted("He said (China sold drones) and left.", 2, 6, 3) == ("China sold drones", "")
