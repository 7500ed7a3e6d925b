"""How wide texts are in a terminal, and where they are divided."""

from __future__ import annotations

import pytest

from tiebook.cli.show.wrapping import longest_word, width_of, wrapped


@pytest.mark.parametrize(
    ("text", "wide"), [("", 0), ("Iran", 4), ("caf\u00e9", 4), ("cafe\u0301", 4), ("\u4e2d\u56fd", 4), ("a\u4e2d", 3)]
)
def test_the_width_of_a_text_is_counted_in_columns(text: str, wide: int) -> None:
    assert width_of(text) == wide


@pytest.mark.parametrize(("text", "wide"), [("", 0), ("  ", 0), ("a bcd ef", 3), ("ab", 2)])
def test_the_longest_word_is_what_cannot_be_divided(text: str, wide: int) -> None:
    assert longest_word(text) == wide


def test_a_line_is_as_long_as_fits() -> None:
    assert wrapped("aa bb cc", 5) == ["aa bb", "cc"]
    assert wrapped("aa bb cc", 4) == ["aa", "bb", "cc"]
    assert wrapped("aa bb cc", 7, first="- ") == ["- aa bb", "  cc"]
    assert wrapped("aa bb cc", 7, first="- ", rest="") == ["- aa bb", "cc"]
