"""Finds the line of a question's file that a fault of its Cypher means: engines count the lines of what they were given."""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import Final

from tiebook.questions.question import Question

_LINE: Final = re.compile(r"\bline (?P<number>\d+)")
_QUOTED: Final = re.compile(r"'([^']+)'|`([^`]+)`|\"([^\"]+)\"")
_WORD: Final = re.compile(r"[^\W\d]\w*")


def place_of(question: Question, given: Collection[str], message: str) -> tuple[str, str]:
    """Return the file:line that a message is about, and the message with the line as the file has it.

    given -- the parameters and flags with which the question was run
    """
    lines = [line for line in question.lines if line.guard is None or (line.guard[0] in given) == line.guard[1]]
    numbers = [line.number for line in lines] or [1]
    told = _LINE.search(message)
    if told and 0 < int(told["number"]) <= len(numbers):
        number = numbers[int(told["number"]) - 1]
        return f"{question.path}:{number}", message.replace(told[0], f"line {number}", 1)
    quoted = ["".join(each) for each in _QUOTED.findall(message)]
    words = [*quoted, *(word for word in _WORD.findall(message.partition(" (")[0]) if word not in quoted)]
    there = (
        line.number for word in words for line in lines if re.search(rf"(?<!\w){re.escape(word)}(?!\w)", line.text)
    )
    return f"{question.path}:{next(there, numbers[0])}", message
