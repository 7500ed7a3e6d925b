"""What a tie of a mapped table is said to be: in the words of its declaration, of its columns, or by its ends."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.sources.test_tie_map import read

TIE = 'type = "SUPPORTS"\nfrom = {column = "a"}\nto = {column = "b"}\n'
TABLE = "a,b,what\nIran,Oman,ships\nChina,Iraq,tanks\n"


@pytest.mark.parametrize(
    ("gloss", "said"),
    [
        ("", ["iran supports oman", "china supports iraq"]),
        ('gloss = "One deal"', ["One deal", "One deal"]),
        ('gloss = "{a} sold {what} to {b}"', ["Iran sold ships to Oman", "China sold tanks to Iraq"]),
        ('gloss = "{what}"', ["ships", "tanks"]),
    ],
)
def test_the_words_of_a_tie(tmp_path: Path, gloss: str, said: list[str]) -> None:
    _, ties = read(tmp_path, TIE + gloss, TABLE)
    assert sorted(each["gloss"] for each in ties) == sorted(said)
