"""Folds names for comparing them: one rule for the crosswalk, for what users type, and for two codings of one text."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

_SIGNS: Final = "+#@"  # tell names apart: OPEC+ is not OPEC, nor C# another spelling of C
_NO_LETTER: Final = re.compile(rf"(?:[^\w{_SIGNS}]|_)+")  # nor digit, nor sign
_BETWEEN_DIGITS: Final = re.compile(rf"(?<=\d)(?:[^\w{_SIGNS}]|_)+(?=\d)")  # Unit 1-5 is not Unit 15
# accents, Hebrew and Arabic points: names are written with and without them. Other marks are vowels, as in Hindi or Thai, or make
# another letter of one, as in Japanese, and as the breve and others do on some letters of Cyrillic.
_ACCENT: Final = (
    "(?:(?<![\u0438\u0443])\u0306|(?<!\u0456)\u0308|(?<![\u0433\u043a])\u0301"
    "|[\u0300\u0302-\u0305\u0307\u0309-\u036f\u0483-\u0487\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed"
    "\u0711\u0730-\u074a\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f])+"
)
# one letter as the keyboards of several languages write it; letters that stand for an apostrophe, and the stretch of Arabic
_SAME: Final = str.maketrans(
    {
        "\u06cc": "\u064a",
        "\u0649": "\u064a",
        "\u06a9": "\u0643",
        "\u06c1": "\u0647",
        "\u0640": None,
        **dict.fromkeys((*map(chr, range(0x2B9, 0x2C0)), "\u02c8", "\u02ca", "\u02cb", "\u02ee")),
    }
)
# small letters of the Latin alphabet that are no other letter with an accent, as ids spell them
SPELT: Final = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "\u0131": "i", "ħ": "h"}
)


def folded(name: str) -> str:
    """Fold case, accents, punctuation and spaces, but for + and the like, which tell names apart; & is and.

    Between digits something stays of what divides them, and digits of all scripts are the same.
    """
    import unicodedata  # noqa: PLC0415 -- most answers compare no names

    plain = unicodedata.normalize("NFKD", name.replace("&", " and ").casefold())
    if plain.isascii():
        return ".".join(_NO_LETTER.sub("", part) for part in _BETWEEN_DIGITS.split(plain))
    plain = _accent().sub("", plain.translate(_SAME))
    return ".".join(
        "".join(
            str(unicodedata.decimal(each)) if each.isdecimal() else each
            for each in part
            if each.isalnum() or each in _SIGNS or unicodedata.category(each).startswith("M")
        )
        for part in _BETWEEN_DIGITS.split(plain)
    )


@lru_cache(maxsize=1)
def _accent() -> re.Pattern[str]:
    """Return the pattern of accents, made where a name has letters beyond ASCII."""
    return re.compile(_ACCENT)
