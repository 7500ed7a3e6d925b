"""Texts that ask something of whoever answers (an opinion, advice, a summary) and nothing of the graph."""

from __future__ import annotations

import re
from typing import Final

_OPINION: Final = (
    "think believe agree disagree reckon feel suppose consider prefer like dislike recommend suggest advise expect"
    " trust support oppose love hate make"
)
_ASIDE: Final = r"(?:\s+(?:really|personally|yourself|honestly|also|ever))?"
_ASKED: Final = rf"""\b(?:
        (?:do|would|should|could|can|did|are)\s+you{_ASIDE}\s+(?:{"|".join(_OPINION.split())})\b
        | your\s+(?:own\s+|personal\s+|honest\s+)?(?:opinion|view|views|take|thoughts?|position|advice|guess|feeling|favou?rite)s?\b
        | (?:who|what|how)\s+are\s+you\b
        | should\s+(?:i|we)\b
    )
    | ^\W*(?:(?:can|could|would)\s+you\s+|please\s+)*
      (?:summari[sz]e|translate|write|rewrite|paraphrase|recommend|advise|predict|forecast|calculate|draft)\b"""
# a text without any of these asks none of it; most have none, and the pattern takes longer to compile than all that is searched
_HINTS: Final = tuple("you should summar translate wr paraphrase recommend adv pred forecast calculate draft".split())


_COUNTED: Final = r"\bhow\s+(?:many|much)\s+(?:\w+\s+)?(\w+(?:er|or)s)\b"


def counts_people(text: str) -> bool:
    """Return whether a text wants a number of those who do something ("how many fighters"): the verb alone tells no question."""
    return "how" in text.casefold() and re.search(_COUNTED, text, re.IGNORECASE) is not None


def not_of_the_graph(text: str) -> bool:
    """Return whether a text wants an opinion, advice or a piece of writing: no stored question gives that."""
    folded = text.casefold()
    return any(hint in folded for hint in _HINTS) and re.search(_ASKED, text, re.IGNORECASE | re.VERBOSE) is not None
