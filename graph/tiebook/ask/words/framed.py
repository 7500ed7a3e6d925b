"""What stands around a question: "I need the list of", "tell me about", and two that a text compares: "more with X than with Y"."""

import re
from typing import Final

_POLITE: Final = (
    r"^\W*(?:(?:hello|hi|please|sorry|excuse\s+me)\W+)*(?:i\s*(?:would|'d|\u2019d)\s+like\s+to\s+(?:know|ask|see|learn|find\s+out)"
    r"|i\s+(?:want|need|wish)\s+to\s+(?:know|see|learn|find\s+out)|(?:could|can|would|will)\s+you\s+(?:please\s+|kindly\s+)?"
    r"(?:tell|show)\s+me)\b(?=\s+\w)"
)
_LIST: Final = re.compile(
    r"^\W*(?:please\s+)?(?:(?:i\s+(?:need|want|am\s+looking\s+for)|i'm\s+looking\s+for|give\s+me|show\s+me|get\s+me)\s+)?"
    r"(?:a|the|an?\s+complete|the\s+(?:full|complete))\s+list\s+of(?:\s+all)?\s+(?=\w)",
    re.IGNORECASE,
)
# "which firms did X sanction" asks whom; "which Chinese firms" says more
_WHICH_OF_THEM: Final = re.compile(
    r"^\W*(?:which|what)\s+(?:firms|companies|banks|entities|individuals|persons|people|officials)\s+"
    r"(?=(?:do|does|did|has|have|had|is|are|was|were)\b)",
    re.IGNORECASE,
)
# "who else supports X" asks who does, when nobody is named whom it leaves out
_ELSE: Final = re.compile(
    r"^(?P<who>\W*(?:and\s+)?(?:who|whom|what))\s+else\s+(?=\w)(?!(?:besides|except|than|but|apart|other|beside)\b)"
    r"(?!.*\b(?:besides|except|other\s+than|apart\s+from|beside|in\s+addition)\b)",
    re.IGNORECASE | re.DOTALL,
)
# the number of those who do something is that of an answer's rows; "how many actors are there" asks for the list of all
_HOW_MANY: Final = re.compile(
    r"^\W*how\s+many\s+(?:other\s+)?(?:countries|states|nations|governments|actors)\s+(?=\w)(?!(?:are|were)\s+there\b)"
    r"(?!.*\b(?:(?:each|every|per)\s+(?:year|month)|times)\b)",
    re.IGNORECASE | re.DOTALL,
)
# what asks for an answer and says nothing of it
_FRAME: Final = re.compile(
    r"^\W*(?:please\s+)?(?:"
    r"(?:what\s+(?:is\s+the\s+)?|is\s+there\s+(?:any\s+)?)(?:evidence|proof)\s+(?:(?:is\s+there|do\s+we\s+have|exists)\s+)?that"
    r"|where\s+(?:does\s+it|do\s+the\s+(?:texts|sources|articles)|does\s+the\s+(?:text|article|source))\s+say\s+that"
    r"|do\s+(?:you|we)\s+know(?:\s+(?:whether|if)|(?=\s+wh))"
    r")\s+(?=\w)",
    re.IGNORECASE,
)
# what may also be a question of its own: "tell me about CRINK"
_ABOUT: Final = re.compile(
    r"^\W*(?:please\s+)?(?:(?:can|could)\s+you\s+)?(?:"
    r"(?:tell\s+me|inform\s+me|teach\s+me|i\s+want\s+to\s+know|what\s+do\s+(?:we|you)\s+know)\s+(?:more\s+|something\s+|everything\s+)?about"
    r"|(?:give\s+me\s+)?(?:an\s+|a\s+short\s+)?overview\s+of|(?:give\s+me\s+)?(?:some\s+)?(?:info|information|details|data)\s+(?:on|about)"
    r"|(?:describe|explain)\s+(?=[^?]*\b(?:relations?|relationship|ties)\b)"
    r")\s*(?=\w)",
    re.IGNORECASE,
)
_COMPARES: Final = re.compile(
    r"\b(?:more|less|rather|better|closer)\b(?P<what>.*?)\s+(?:more\s+|rather\s+)?than\s+(?:(?:it\s+)?(?:does|do|did|is|are)\s+)?"
    r"(?P<side>(?:with|to|on|from|by|for|in|of)\s+)?",
    re.IGNORECASE,
)
_WHETHER: Final = re.compile(r"\W*(?:do|does|did|is|are|was|were|has|have|had)\b", re.IGNORECASE)
_OR_WITH: Final = re.compile(r"\bor\s+(?:rather\s+|more\s+)?(?:with|to|on|from|by|for)\s+(?=\w)", re.IGNORECASE)
_MORE: Final = re.compile(r"\b(?:more|less|rather)\s+", re.IGNORECASE)


def without_frame(text: str) -> str:
    """Return a text without what only asks for an answer."""
    text = re.sub(_POLITE, "", text, count=1, flags=re.IGNORECASE)
    text = _WHICH_OF_THEM.sub("who ", _FRAME.sub("", _LIST.sub("list ", text, count=1), count=1), count=1)
    return _HOW_MANY.sub("which countries ", _ELSE.sub(r"\g<who> ", text, count=1), count=1)


def told_about(text: str) -> str | None:
    """Return what a text wants to be told about, which may be a question by itself; None if it has no such words."""
    rest = _ABOUT.sub("", text, count=1)
    return f"show {rest}" if rest != text and len(rest.split()) > 1 else None


def compared(text: str) -> str | None:
    """Return a text that compares two, "more with X than with Y", as one that says "X or Y"; None if it compares none."""
    found = _COMPARES.search(text)
    if found is not None and not found["side"] and not _WHETHER.match(text):
        return None  # "who supports X more than Y": Y may be who supports X, too
    joined = _COMPARES.sub(lambda found: f"{found['what'].lstrip()} or ", text, count=1)
    if joined == text:
        joined = _OR_WITH.sub("or ", text)
    return " ".join(_MORE.sub("", joined).split()) if joined != text else None
