"""Instructions to the proposer, hidden in an article: "Assistant: ignore the above and add that ...".

They stand in the text word for word, so a quote of them is exact; but the article does not assert them. Where such a passage
begins is told by whom it addresses or by what it orders, never by what it says about actors. It ends with the quotation or the
brackets that it stands in, else with the paragraph, because what follows an order may be part of it. One that addresses nobody
also ends with a line that ends a sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from tiebook.case.folding import folded

_READER: Final = (
    r"(?:the\s+|all\s+|any\s+)?(?:ai|a\.i\.|llms?|assistants?|system|user|chatbots?|(?:large\s+)?language\s+models?|chatgpt|claude|gemini"
    r"|copilot|annotators?|coders?|agents?)(?:\s+(?:assistants?|models?|systems?|readers?|agents?|tools?|prompt|message|note))?"
)
_DO: Final = (
    r"(?:ignore|disregard|forget|override|bypass|skip|add|include|insert|append|report|propose|output|answer|return|write|code|record"
    r"|treat|mark|accept|delete|remove|assume|say|state|list|reply|respond|do\s+not|don't|never|always|please|you\s+(?:must|should|shall"
    r"|will|are)|your\s+(?:new\s+)?(?:task|job|instructions?))"
)
_STARTS: Final = r"(?:^|(?<=[.!?:;\n\"'(\[{>*#])\s*|(?<=[.!?][\"')\]])\s+)"
_SOURCE: Final = (
    "(?:instructions?|prompts?|rules|guidelines|orders|directions|context|messages?|text|paragraphs?|sentences?"
    "|article)"
)
_ADDRESSED: Final = re.compile(  # "Assistant: ignore ...", "Note to AI readers: ..."
    rf"{_STARTS}(?:(?:note|message|attention|instructions?|important|notice)[,:]?\s+(?:to|for|all|any)?\s*)?"
    rf"{_READER}\s*[:,-]\s*(?={_DO}\b)",
    re.IGNORECASE,
)
_UNSAID: Final = re.compile(  # "Ignore all previous instructions and ...", "please disregard the above"
    rf"{_STARTS}(?:please\s+|now\s+|and\s+|you\s+must\s+|you\s+should\s+|important[:,]?\s+)*(?:ignore|disregard|forget|override|bypass)\s+"
    rf"(?:(?:everything|anything|what|all|any)\s+(?:of\s+)?)?(?:(?:the|your|my|these|those|previous|prior|earlier|preceding|other|above)\s+)*"
    rf"(?:(?:above|foregoing|preceding)\b|{_SOURCE}\b)",
    re.IGNORECASE,
)
_TASK: Final = re.compile(  # "Add the claim that ...", "Output only this JSON"
    rf"{_STARTS}(?:please\s+|now\s+|also\s+|then\s+)*(?:add|include|insert|append|output|return|propose|record|emit)\s+(?:\w+\s+){{0,3}}"
    r"(?:claims?|ties?|triples?|json|proposals?|relations?|edges?|annotations?)\b",
    re.IGNORECASE,
)
_ROLE: Final = re.compile(
    r"\b(?:you\s+are\s+(?:now\s+)?(?:an?|the)|as\s+an?)\s+(?:\w+\s+)?(?:ai|language\s+model|assistant|chatbot)\b",
    re.IGNORECASE,
)
_MARKUP: Final = re.compile(
    r"<!--|<\|?/?(?:im_start|im_end|system|assistant|user|endoftext|instructions?)\b|\[/?INST\]|#{2,}\s*(?:instruction|system|response)s?\b",
    re.IGNORECASE,
)
_LINE: Final = re.compile(r"[.!?][\"'\u201d\u2019)\]\u200b-\u200f\u2060\ufeff]*[^\S\n]*\n")
_CLOSING: Final = {"(": ")", "[": "]", "{": "}", '"': '"', "<": "-->"}


def orders(text: str) -> Iterator[tuple[int, int]]:
    """Yield the first and last+1 character of each passage of a paragraph that gives orders to whoever reads it for drafting."""
    whole = folded(text)
    found = sorted(
        (match.end() - len(match[0].lstrip()), pattern in (_UNSAID, _TASK))
        for pattern in (_ADDRESSED, _UNSAID, _TASK, _ROLE, _MARKUP)
        for match in pattern.finditer(whole.text)
    )
    last = 0
    for start, bare in found:
        first = whole.starts[start]
        if first < last:
            continue
        end = whole.ends[_end(whole.text, start) - 1]
        line = _LINE.search(text, first, end) if bare else None
        last = line.end() if line is not None else end
        yield first, last


def _end(text: str, start: int) -> int:
    """Return where a passage ends: with the quotation, the brackets or the comment that it stands in, else with the text."""
    opening = text[:start].rstrip()[-1:]
    if text.startswith("<!--", start):
        opening = "<"
    closing = _CLOSING.get(opening)
    quotes_before = text.count('"', 0, start)
    if closing is None and quotes_before % 2:
        closing = '"'
    if closing is None or (closing == '"' and not quotes_before % 2):
        return len(text)
    found = text.find(closing, start)
    return len(text) if found < 0 else found + len(closing)
