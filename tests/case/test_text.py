"""Paragraphs and quotes: found, moved, ambiguous, lost."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tiebook.case.folding import fold
from tiebook.case.text import Text
from tiebook.errors import TextNotFound

TEXT = Text.of("A title\n\nThe “Act” of May\u00a02018 — the Act — keeps\nSouthport away.\n \nThird; the Act.\n")


def test_paragraphs_are_runs_of_lines():
    assert [p.number for p in TEXT.paragraphs] == [1, 2, 3]
    assert TEXT.paragraphs[1].text == "The “Act” of May\u00a02018 — the Act — keeps\nSouthport away."
    assert all(TEXT.content[p.start : p.start + len(p.text)] == p.text for p in TEXT.paragraphs)


@pytest.mark.parametrize("ending", ["\r\n", "\r"])
def test_line_ends_do_not_matter(ending):
    assert Text.of(TEXT.content.replace("\n", ending)) == TEXT


def test_a_quote_is_found_with_plain_marks_and_spaces():
    state, place = TEXT.place('The "Act" of May 2018 - the Act - keeps Southport', 2)
    assert state == "ok"
    assert place is not None
    assert TEXT.content[place[0] : place[1]] == "The “Act” of May\u00a02018 — the Act — keeps\nSouthport"


@pytest.mark.parametrize(
    ("quote", "number", "state"),
    [
        ("the Act", 2, "ok"),
        ("Act", 2, "ambiguous"),
        ("the act", 2, "lost"),
        ("keeps South", 2, "lost"),
        ("the Act", 1, "lost"),
        ("the Act", 9, "lost"),
        ("", 2, "lost"),
    ],
)
def test_states(quote, number, state):
    assert TEXT.place(quote, number)[0] == state


def test_prefix_and_suffix_decide():
    assert TEXT.place("Act", 2, prefix="the ")[0] == "ok"
    assert TEXT.place("Act", 2, suffix="” of")[0] == "ok"
    assert TEXT.place("Act", 2, prefix="no ")[0] == "lost"


def test_a_quote_elsewhere_than_noted_has_moved():
    _, place = TEXT.place("the Act", 2)
    assert TEXT.place("the Act", 2, at=place)[0] == "ok"
    assert TEXT.place("the Act", 2, at=(0, 7))[0] == "moved"


def test_a_text_that_cannot_be_read_is_said(tmp_path):
    with pytest.raises(TextNotFound, match="cannot be read"):
        Text.read(tmp_path / "none.txt")
    (tmp_path / "latin.txt").write_bytes("über".encode("latin-1"))
    with pytest.raises(TextNotFound, match="UTF-8"):
        Text.read(tmp_path / "latin.txt")


@given(st.text(max_size=200))
def test_any_text_is_split_without_loss(content):
    text = Text.of(content)
    assert [p.number for p in text.paragraphs] == list(range(1, len(text.paragraphs) + 1))
    assert "".join(fold("".join(p.text for p in text.paragraphs)).split()) == "".join(fold(content).split())


@given(st.data())
def test_every_stretch_of_whole_words_is_found_in_its_paragraph(data):
    words = data.draw(st.lists(st.text("abc", min_size=1, max_size=3), min_size=1, max_size=12))
    text = Text.of(" ".join(words))
    first = data.draw(st.integers(0, len(words) - 1))
    last = data.draw(st.integers(first, len(words) - 1))
    assert text.place(" ".join(words[first : last + 1]), 1)[0] in ("ok", "ambiguous")
