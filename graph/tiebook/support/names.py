"""Folds names for comparing them: one rule for the crosswalk, for what users type, and for two codings of one text."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

_SIGNS: Final = "+#@"  # tell names apart: OPEC+ is not OPEC, nor C# another spelling of C
_NO_LETTER: Final = re.compile(rf"(?:[^\w{_SIGNS}]|_)+")  # nor digit, nor sign
# accents, Hebrew and Arabic points: names are written with and without them. Other marks are vowels, as in Hindi or Thai, or make
# another letter of one, as in Japanese.
_ACCENT: Final = (
    "[\u0300-\u036f\u0483-\u0487\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u0711\u0730-\u074a"
    "\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]+"
)


def folded(name: str) -> str:
    """Fold case, accents, punctuation and spaces, but for + and the like, which tell names apart; & is and."""
    import unicodedata  # noqa: PLC0415 -- most answers compare no names

    plain = unicodedata.normalize("NFKD", name.replace("&", " and ").casefold())
    if plain.isascii():
        return _NO_LETTER.sub("", plain)
    return "".join(
        each
        for each in _accent().sub("", plain)
        if each.isalnum() or each in _SIGNS or unicodedata.category(each).startswith("M")
    )


@lru_cache(maxsize=1)
def _accent() -> re.Pattern[str]:
    """Return the pattern of accents, made where a name has letters beyond ASCII."""
    return re.compile(_ACCENT)
