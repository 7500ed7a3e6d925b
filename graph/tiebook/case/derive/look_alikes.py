"""Letters that look like others: a quote typed or scanned with one is not found in its text, for no visible reason."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final
from unicodedata import name, normalize

from tiebook.case.folding import fold
from tiebook.support.numbers import first_of

_MOST: Final = 3  # letters that are named
# each pair is a letter and the one that it looks like: Cyrillic, Greek and Armenian as Latin, Latin letters and digits
_PAIRS: Final = (
    "аa еe оo рp сc уy хx іi јj ѕs ԁd һh ԛq ԝw ӏl АA ВB ЕE КK МM НH ОO РP СC ТT УY ХX ІI ЈJ ЅS ԌG ԚQ ԜW ҮY "
    "οo νv ρp ιi κk υu αa γy ΑA ΒB ΕE ΖZ ΗH ΙI ΚK ΜM ΝN ΟO ΡP ΤT ΥY ΧX օo սu ցg հh ոn ıi ɑa ɡg Il 1l |l 0O ʼ' ʻ' ʹ' ˈ' "
    # letters of Arabic as other keyboards write them, kana as characters of Chinese and as one another
    "یي ىي ےي کك ہه ھه ەه ニ二 カ力 ロ口 タ夕 ト卜 エ工 ハ八 ー一 へヘ べベ ぺペ りリ"
)
_LIKE: Final = {ord(pair[0]): pair[1] for pair in _PAIRS.split()}
# a capital of Cyrillic or Greek that is like I is like what that is like
_TABLE: Final = {letter: _LIKE.get(ord(other), other) for letter, other in _LIKE.items()}


def look_alikes(quote: str, paragraphs: Mapping[int, str]) -> tuple[int, str, str] | None:
    """Return the paragraph that has a quote but for letters that look like its own, the words there, and which letters those are.

    None where no paragraph has it so.
    """
    wanted = fold(quote)
    plain = _plain(wanted)
    for number, paragraph in paragraphs.items() if plain else ():
        whole = fold(paragraph)
        first = _plain(whole).find(plain)
        words = whole[first : first + len(plain)] if first >= 0 else wanted
        differ = dict.fromkeys(pair for pair in zip(wanted, words, strict=True) if pair[0] != pair[1])
        if differ:
            told = [f"{_named(one)} where the text has {_named(other)}" for one, other in differ]
            return number, words, first_of(told, _MOST)
    return None


def _plain(text: str) -> str:
    """Return a text with one letter for all that look alike; letters of formulas (bold, script) are those that they show."""
    shown = text
    if not text.isascii():
        shown = "".join(each if each < "\u2100" or len(new := normalize("NFKC", each)) > 1 else new for each in text)
    return shown.translate(_TABLE)


def _named(letter: str) -> str:
    return f"{letter} ({name(letter, 'no name').lower()})"
