"""Texts that ask something of whoever answers (an opinion, advice, a summary) and nothing of the graph."""

from __future__ import annotations

import re
from typing import Final

_OPINION: Final = (
    "think believe agree disagree reckon feel suppose consider prefer like dislike recommend suggest advise expect"
    " trust support oppose love hate make"
)
_ASIDE: Final = r"(?:\s+(?:really|personally|yourself|honestly|also|ever))?"
_ASKED: Final = re.compile(
    rf"""\b(?:
        (?:do|would|should|could|can|did|are)\s+you{_ASIDE}\s+(?:{"|".join(_OPINION.split())})\b
        | your\s+(?:own\s+|personal\s+|honest\s+)?(?:opinion|view|views|take|thoughts?|position|advice|guess|feeling|favou?rite)s?\b
        | (?:who|what|how)\s+are\s+you\b
        | should\s+(?:i|we)\b
    )
    | ^\W*(?:(?:can|could|would)\s+you\s+|please\s+)*
      (?:summari[sz]e|translate|write|rewrite|paraphrase|recommend|advise|predict|forecast|calculate|draft)\b""",
    re.IGNORECASE | re.VERBOSE,
)


_COUNTED: Final = re.compile(r"\bhow\s+(?:many|much)\s+(?:\w+\s+)?(\w+(?:er|or)s)\b", re.IGNORECASE)


def counts_people(text: str) -> bool:
    """Return whether a text wants a number of those who do something ("how many fighters"): the verb alone tells no question."""
    return _COUNTED.search(text) is not None


def not_of_the_graph(text: str) -> bool:
    """Return whether a text wants an opinion, advice or a piece of writing: no stored question gives that."""
    return _ASKED.search(text) is not None
