"""Whether a full stop ends a sentence, or only belongs to an abbreviation: "the U.S. Navy", "Mr. Rojas", "at 5 p.m. on Monday"."""

from __future__ import annotations

import re
from typing import Final

ABBREVIATED: Final = frozenset(
    "mr mrs ms dr prof gen col lt maj sgt adm capt sen rep gov pres st mt no vs etc cf al fig ed eds vol jr sr inc ltd co corp dept"
    " jan feb mar apr jun jul aug sept sep oct nov dec approx est i.e e.g u.s u.n u.k e.u a.m p.m d.c ph.d".split()
)
_LAST_WORD: Final = re.compile(r"[\w.]*\w$")
_OPENER: Final = re.compile(  # no name begins so: "by Mr. Marcos Jr. It has granted"
    r"\s+(?:The|It|He|She|They|Its|His|Her|Their|This|These|Those|In|But|However|While|When|After|Although|Both)\b"
)
_LETTER: Final = re.compile(r"(?:^|\s)[A-Z]$")


def is_abbreviation(text: str, stop: int) -> bool:
    """Return whether a word that is abbreviated stands right before the full stop at a place: "U.S", "Mr"."""
    word = _LAST_WORD.search(text, max(stop - 12, 0), stop)
    return text[stop : stop + 1] == "." and word is not None and word[0].lower() in ABBREVIATED


def opens_sentence(text: str, place: int) -> bool:
    """Return whether a word that no name begins with stands behind a place, as one that opens a sentence: " The", " It"."""
    return _OPENER.match(text, place) is not None


def ends_sentence(text: str, stop: int, after: int) -> bool:
    """Return whether the mark at a place ends a sentence: that of an abbreviation or initial does where a sentence opens behind it.

    after -- the place behind the mark, and behind the quotation marks and brackets that it closes
    """
    initial = text[stop : stop + 1] == "." and _LETTER.search(text, max(stop - 3, 0), stop) is not None
    if not initial and not is_abbreviation(text, stop):
        return True
    return not text[after:].strip() or opens_sentence(text, after)
