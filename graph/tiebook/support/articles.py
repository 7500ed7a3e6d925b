"""Names as they stand in a sentence: "the United States", "the UN Security Council", but "China" and "NATO"."""

from __future__ import annotations

import re
from typing import Final

_WITH_ARTICLE: Final = frozenset(
    """
    bahamas comoros gambia houthis maldives netherlands philippines seychelles taliban vatican west
    """.split()
)
# what the last word of a name, or the one before its "of", "for", "on" or "in", says that it is
_BODIES: Final = frozenset(
    """
    administration agency army assembly bank bloc bureau cabinet center centre coalition commission committee
    confederation conference congress consortium corps council court department embassy emirates federation fund
    government group guards house institute islands junta league militia ministry nations navy office organisation
    organization parliament party quartet republic secretariat senate service union
    """.split()
)
_NOT_BEFORE: Final = re.compile(
    r"(?:the|a|an|some|any|all|its|his|her|their|no|several|many|most|other|others)\b", re.IGNORECASE
)
_OF: Final = re.compile(r"\s(?:of|for|on|in)\s")
# where what a name says of its head begins: "Iran-backed groups | in Iraq", "Allies | of the United States"
_AFTER_HEAD: Final = re.compile(
    r"\s(?:of|for|on|in|to|with|from|at|between|among|against|about|over|by|under|near|towards?|during|after|that|who|whose|which)\b"
    r"|,|\s\("
)
_PEOPLE: Final = frozenset({"houthis", "kurds", "taliban"})
_SINGULAR: Final = re.compile(r"(?:ss|us|is|ics)$|^(?:corps|headquarters|means|news|series|species)$")
_COUNTED: Final = re.compile(r"\d+(?:st|nd|rd|th)\s")


def with_article(name: str) -> str:
    """Return a name with the article that it takes within a sentence; of a name that has one of its own, that in small letters."""
    if name.startswith("The "):
        return f"the {name[4:]}"
    head, *_ = _OF.split(name)
    words = head.lower().split()
    if not words or _NOT_BEFORE.match(name) or re.search(r"['\u2019]s?\b", head):
        return name
    if name.lower() in _WITH_ARTICLE or _COUNTED.match(name):
        return f"the {name}"
    whole = len(words) == 1 and head == name  # "Congress" alone is a name
    return f"the {name}" if (words[0] == "united" or words[-1] in _BODIES) and not whole else name


def is_plural(name: str) -> bool:
    """Return whether a name takes a plural verb, as "Chinese officials" and "Allies of Iran" do; "the United States" does not.

    Only a name that ends in a common noun does, which has a small letter unless it is the first word.
    """
    head, *rest = _AFTER_HEAD.split(name, maxsplit=1)
    words = head.split()
    if name.lower().removeprefix("the ") in _PEOPLE:
        return True
    if not words or not (rest or words[1:]):  # one word alone is a name of its own: Reuters
        return False
    noun = words[-1]
    common = noun[0].islower() or len(words) == 1
    return common and re.fullmatch(r"[\w-]*[a-z]s", noun) is not None and not _SINGULAR.search(noun)
