"""Reads the `also:` words of a header: phrases with parameters in them, as "who arms {recipient}", and plain words.

`~` in a phrase stands for any of the question's own words: "{actor} ~ {target}".
"""

from __future__ import annotations

import re
from typing import Final

from tiebook.ask.words.tokens import EMPTY, LIGHT, tokens

ANY: Final = "~"
_PART: Final = r"(?P<slot>\{[a-z_]+\})(?:'s|')?|(?P<any>~)|(?P<text>[^{}~]+)"


def parts(phrase: str) -> list[str]:
    """Return the parts of a phrase: stems, words of grammar as they are, `{slots}` and `~`; empty words are left out."""
    found: list[str] = []
    for match in re.finditer(_PART, phrase):
        if match["text"] is None:
            found.append(match["slot"] or ANY)
            continue
        words = [token for token in tokens(match["text"]) if token.word not in EMPTY]
        found += [token.word if token.word in LIGHT else token.stem for token in words]
    return found


def is_slot(part: str) -> bool:
    """Return whether a part of a phrase stands for a parameter."""
    return part[0] == "{"
