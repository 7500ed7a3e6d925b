"""Reads the answers of proposers outside Python: JSON, perhaps among other words, perhaps cut off, perhaps missing."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from typing import Any, Final

from tiebook.draft.protocol import Malformed, NoAnswer, Proposal, read_proposal, whole_number

MOST_BYTES: Final = 32 << 20  # of one answer
_OBJECT: Final = re.compile(r"[{\[]")
_NUMBERED: Final = re.compile(r'\{\s*"paragraph"\s*:\s*"?(\d{1,6})')
_SHOWN: Final = 60

Items = Sequence[Proposal | Malformed]


def read_answer(text: str, paragraph: int) -> list[Proposal | Malformed]:
    """Read the answer for one paragraph: an object with its claims, or only their list.

    Raises NoAnswer for one that is cut, or no JSON.
    """
    for value in values_in(text):
        if isinstance(value, dict) and isinstance(value.get("claims"), list):
            number = value.get("paragraph", paragraph)
            if whole_number(number) != paragraph:
                raise NoAnswer(f"the answer is about paragraph {_short(number)}")
            return [read_proposal(item, paragraph) for item in value["claims"]]
        if isinstance(value, list):
            return [read_proposal(item, paragraph) for item in value]
        if isinstance(value, dict):
            raise NoAnswer(f"the answer is JSON without a list of claims: {_short(json.dumps(value))}")
    if _OBJECT.search(text):
        raise NoAnswer("the answer is cut or broken JSON")
    raise NoAnswer(f"the answer is not JSON: {_short(text)}" if text.strip() else "the answer is empty")


def read_answers(text: str) -> tuple[dict[int, list[Proposal | Malformed]], set[int]]:
    """Read the answers for many paragraphs, in one text: by paragraph, and the paragraphs whose answers are cut or broken."""
    found: dict[int, list[Proposal | Malformed]] = {}
    for value in values_in(text):
        answers = value if isinstance(value, list) else value.get("answers", [value])
        for answer in answers if isinstance(answers, list) else []:
            number = whole_number(answer.get("paragraph")) if isinstance(answer, dict) else None
            if number is None or not isinstance(answer, dict):
                continue
            if isinstance(answer.get("claims"), list):
                found.setdefault(number, []).extend(read_proposal(item, number) for item in answer["claims"])
            elif "quote" in answer:
                found.setdefault(number, []).append(read_proposal(answer, number))
    begun = {int(match[1]) for match in _NUMBERED.finditer(text)}
    return found, begun - set(found)


def values_in(text: str) -> Iterator[Any]:
    """Yield the objects and arrays that stand whole in a text, the outermost ones; of a cut one, the whole answers inside."""
    decoder = json.JSONDecoder()
    match = _OBJECT.search(text)
    while match:
        try:
            value, end = decoder.raw_decode(text, match.start())
        except (ValueError, RecursionError):
            match = _NUMBERED.search(text, match.end())
            continue
        yield value
        match = _OBJECT.search(text, end)


def _short(value: object) -> str:
    plain = " ".join(str(value).split())
    return plain if len(plain) <= _SHOWN else f"{plain[:_SHOWN]}..."
