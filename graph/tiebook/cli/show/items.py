"""A row as an item of a list: its sentence, its marks and what is short on the first line, what is long on lines of its own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, Final, NamedTuple

from tiebook.ask.document.structure import Column, Row
from tiebook.ask.forms.values import marks_text, text_of
from tiebook.cli.show.wrapping import width_of, wrapped
from tiebook.support.plain import plain

_SPEAKERS: Final = ("who", "judge")  # columns of somebody who says what `gloss` has
_VOICES: Final = (*_SPEAKERS, "seekers")  # and of those who want what it has, which it says itself
_ANSWERS: Final = {  # what somebody else says: who that is, and the word before it
    "other_gloss": ("whom", "against"),
    "judged_gloss": ("judged_holder", "of"),
}
_UNSAID: Final = ("gloss", "when")  # columns whose values need no label
_LONG: Final = 50  # characters of a value that stands on a line of its own


class Item(NamedTuple):
    """What a row says: `lead` is one text, `below` has a label and the texts of each value on lines of its own."""

    lead: str
    below: tuple[tuple[str, Sequence[str]], ...] = ()

    def lines(self, width: int, first: str, before: Item | None) -> Iterator[str]:
        """Yield its lines; a lead that the item before has too is not said twice."""
        indent = " " * width_of(first)
        if not self.below or before is None or before.lead != self.lead:
            yield from wrapped(self.lead, width, first=first)
            first = indent
        for label, texts in self.below:
            if len(texts) == 1:
                yield from wrapped(f"{label}: {texts[0]}", width, first=first, rest=f"{indent}  ")
            else:
                yield from wrapped(f"{label}:", width, first=first)
                for text in texts:
                    yield from wrapped(text, width, first=f"{indent}- ", rest=f"{indent}  ")
            first = indent


def item_of(columns: Sequence[Column], row: Row) -> Item:
    """Return a row as a list has it."""
    names = [column.name for column in columns]
    values = dict(zip(names, row.values, strict=True))
    tie = _tie_of(names)
    lead = tie if tie == 1 else 0  # a tie that a date stands before
    parts: list[str] = []
    below: list[tuple[str, Sequence[str]]] = []
    for place, (column, value) in enumerate(zip(columns, row.values, strict=True)):
        text, label = text_of(value), plain(column.label)
        if tie is not None and place in (tie + 1, tie + 2):
            parts[-1] = f"{parts[-1]} {text}"
        elif place in (0, tie):
            parts.append(f"p{text}" if column.name == "paragraph" else text)  # a number alone says nothing
        elif not text or _is_told(column.name, text, values, row):
            continue
        elif column.name == "gloss" and names[0] in _VOICES and place <= 2:  # noqa: PLR2004 -- with one word between them
            parts = [_said_by(names[0], parts, text)]
        elif column.name in _UNSAID:
            parts.append(text)
        elif column.name in _ANSWERS:
            voice, word = _ANSWERS[column.name]
            below.append((f"{word} {text_of(values.get(voice))}".rstrip(), [text]))
        elif len(text) > _LONG and (isinstance(value, list) or "gloss" not in names[place:]):
            below.append((label, [*map(text_of, value)] if isinstance(value, list) else [text]))
        else:
            parts.append(f"{label}: {text}")
    marks = marks_text(mark for mark in row.marks if plain(mark.text) != parts[lead])  # "denied" is not said twice
    parts[lead] = f"{parts[lead]}{f' [{marks}]' if marks else ''}"
    return Item("; ".join(parts), tuple(below))


def _tie_of(names: Sequence[str]) -> int | None:
    """Return the place of the first end of a tie that is a sentence by itself, `China OPPOSES Iran`; None if there is none."""
    place = names.index("tie") if "tie" in names else 0
    ends = {*names[place - 1 : place], *names[place + 1 : place + 2]}
    return place - 1 if place in (1, 2) and len(ends) == 2 and ends.isdisjoint(_UNSAID) else None  # noqa: PLR2004


def _is_told(name: str, text: str, values: dict[str, Any], row: Row) -> bool:
    """Return whether a value stands elsewhere in the item: a voice before what it says, a conflict among the marks."""
    if name == "conflict":
        return any(plain(mark.text) == text for mark in row.marks)
    return any(name == voice and values.get(answer) for answer, (voice, _) in _ANSWERS.items())


def _said_by(column: str, parts: Sequence[str], gloss: str) -> str:
    """Return what a voice says; who wants something need not stand before a sentence that begins with it."""
    voice = "; ".join(filter(None, parts))
    if not voice or gloss.startswith((f"By {voice},", *(() if column in _SPEAKERS else (f"{voice} ", f"{voice},")))):
        return gloss
    return f"{voice}: {gloss}"
