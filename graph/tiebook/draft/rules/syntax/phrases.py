"""The chunks of a sentence by their places: what each is, and whom it names."""

from __future__ import annotations

import re
from typing import Final

from tiebook.draft.rules.syntax.chunks import Chunk
from tiebook.draft.rules.syntax.named import Named
from tiebook.draft.rules.syntax.nouns import head_place, named
from tiebook.draft.rules.syntax.tokens import Sentence, Token
from tiebook.draft.rules.words import vocabulary as words
from tiebook.model.dates import MONTHS

BREAKS: Final = (";", ":", ".")  # where a clause ends for certain
_BORDERS: Final = ("border", "borders", "frontier", "boundary")
_PATROLS: Final = ("patrol", "police", "guard")
_EVERY: Final = (
    "every",
    "all",
    "no",
    "none",
    "nobody",
    "everybody",
    "everyone",
    "any",
    "each",
    "nothing",
    "everything",
)
_WHEN: Final = frozenset("earlier later last this week month year day night yesterday today then once".split())
_LATER: Final = ("later", "earlier", "afterwards", "afterward", "thereafter", "before", "ago")
_MONTH: Final = f"(?:{'|'.join(MONTHS).lower()})"
_DATE: Final = re.compile(
    rf"(?:\d{{1,2}} )?(?:{_MONTH} )?(?:\d{{1,2}} )?(?:1[89]|20)\d\d|\d{{1,2}} [a-z]+|{_MONTH}(?: \d{{1,2}})?"
)


class Phrases:
    """The chunks of a sentence."""

    def __init__(self, sentence: Sentence, found: list[Chunk]) -> None:
        """Note the chunks of a sentence."""
        self.sentence = sentence
        self.chunks = found
        self._known: dict[int, list[Named]] = {}

    def at(self, place: int) -> Chunk | None:
        """Return a chunk, None beyond either end."""
        return self.chunks[place] if 0 <= place < len(self.chunks) else None

    def sort(self, place: int) -> str:
        """Return the sort of a chunk, "" beyond either end."""
        return self.chunks[place].sort if 0 <= place < len(self.chunks) else ""

    def word(self, place: int) -> str:
        """Return the word of a chunk, "" beyond either end."""
        return self.chunks[place].word if 0 <= place < len(self.chunks) else ""

    def head(self, place: int) -> str:
        """Return the head of a noun phrase in small letters, "" for another chunk."""
        chunk = self.at(place)
        if chunk is None or chunk.sort != "noun":
            return ""
        return self.sentence.tokens[head_place(self.sentence, chunk)].lower

    def tokens(self, place: int) -> tuple[Token, ...]:
        """Return the tokens of a chunk, none beyond either end."""
        chunk = self.at(place)
        return self.sentence.tokens[chunk.start : chunk.end] if chunk is not None else ()

    def is_perfect(self, place: int) -> bool:
        """Return whether an infinitive tells what happened before: "to have left"."""
        return "have" in [token.lower for token in self.tokens(place)[:2]]

    def named(self, place: int) -> list[Named]:
        """Return whom a noun phrase names or refers to."""
        chunk = self.at(place)
        if place not in self._known:
            self._known[place] = named(self.sentence, chunk) if chunk else []
        return list(self._known[place])

    def is_time(self, place: int) -> bool:
        """Return whether a noun phrase only says when: "earlier", "last week", "Monday"."""
        said = [token.lower for token in self.tokens(place)] if self.sort(place) == "noun" else []
        return bool(said) and all(word in words.DAYS or word in _WHEN for word in said)

    def past_times(self, place: int) -> int:
        """Return the chunk before the phrases that say when, without a name: "which for years", "has since 2022"."""
        while self.sort(place) == "noun" and self.sort(place - 1) in ("prep", "sub") and not self.named(place):
            place -= 2
        return place

    def behind_times(self, place: int) -> int:
        """Return the chunk behind the phrases that say on which day or in which week: "asked Peru on Friday last week to"."""
        while True:
            on = self.word(place) in ("on", "in", "during", "late", "early", "earlier")
            if on and self._says_when(place + 1):
                place += 2
            elif self._says_when(place):
                place += 1
            else:
                return place

    def behind_aside(self, place: int) -> int:
        """Return the chunk behind what stands between two commas: "asked Peru, its neighbour, to"; the place itself without."""
        closing = place + 1
        while self.sort(closing) in ("noun", "prep", "join"):
            closing += 1
        return closing + 1 if self.word(place) == self.word(closing) == "," and closing > place + 1 else place

    def _says_when(self, place: int) -> bool:
        """Return whether a noun phrase is a day or a time, whatever is said of it: "the following week"."""
        date = _DATE.fullmatch(" ".join(token.lower for token in self.tokens(place))) is not None
        return (date or self.head(place) in words.TIMES | words.DAYS) and not self.named(place)

    def hangs_on_noun(self, place: int) -> bool:
        """Return whether a preposition is the noun's before it: "according to", "as a warning to", "patrols the border with"."""
        head, word = self.head(place - 1), self.word(place)
        border = word == "with" and head in _BORDERS and self.sort(place - 2) == "verb"
        kept = border and self.chunks[place - 2].verb in _PATROLS
        return head == "according" or kept or (word == "to" and self.word(place - 2) == "as")

    def is_exception(self, place: int) -> bool:
        """Return whether a noun phrase is excepted from what stands before it: "all states except Chad", "everybody but Chad"."""
        before = self.tokens(place - 2)
        but = self.word(place - 1) == "but" and bool(before) and before[0].lower in _EVERY
        return self.word(place - 1) in ("except", "save", "barring", "excluding") or but

    def is_known(self, place: int) -> bool:
        """Return whether a noun phrase names somebody who is known, or is introduced as a body: a group whose members follow."""
        found = self.named(place)
        return (
            len(found) == 1 and not found[0].owned and found[0].name is not None and found[0].name.kind != "Collective"
        )

    def is_subject(self, place: int) -> bool:
        """Return whether a noun phrase may be a subject: it is not an adverb."""
        later = (
            self.sort(place) == "noun" and self.tokens(place)[-1].lower in _LATER
        )  # "which two years later defeated"
        return self.head(place) not in words.ADVERBS and not self.head(place).endswith("ly") and not later

    def says(self, first: int, last: int) -> bool:
        """Return whether chunks have a finite verb of the main clause, so that they are not an aside."""
        if self.word(first) == "as" and self.head(last - 1) == "it":  # "Peru, as Rojas put it, threatens"
            return False
        for each in range(first, last):
            if self.sort(each) in ("rel", "sub"):
                return False
            made = self.chunks[each].end - self.chunks[each].start == 1 and self.sort(each + 1) == "prep"
            if made and (
                self.sort(first) == "prep" or self.head(first) == "according"
            ):  # "Peru, in a paper published in May, argues"
                continue
            if self.chunks[each].finite and self.chunks[each].verb not in words.REPORTS | words.FEARS | words.HOPES:
                return each > first
        return False

    def relative_object(self, place: int) -> int | None:
        """Return the noun phrase that is the object of the verb at a place: "missiles" in "missiles, which Chad sold"."""
        verb = place
        while self.chunks[verb].infinitive and self.sort(verb - 1) == "verb":
            verb -= 1
        rel = verb - 1
        while self.sort(rel) in ("noun", "join", "prep"):
            rel -= 1
        before = rel - 1 - (self.word(rel - 1) == ",")
        if self.word(before) == "and":  # "Peru, which Chile armed and which Mali considers a threat"
            first = next((each for each in range(before - 1, 0, -1) if self.sort(each) == "rel"), 0)
            before = first - 1 - (self.word(first - 1) == ",") if first else before
        contact = verb - 2  # "the tanks Peru sold"
        if (
            self.sort(contact) == self.sort(verb - 1) == "noun"
            and self.chunks[contact].end == self.chunks[verb - 1].start
        ):
            takes = self.sort(place + 1) == "noun" or self.head(verb - 1) in words.TIMES | words.DAYS
            return None if takes or not self.named(verb - 1) else contact
        opens = self.sort(rel) == "rel" and self.word(rel) in ("which", "that", "whom") and rel < verb - 1
        if not opens or self.sort(before) != "noun" or words.is_noun_of(self.head(before), words.CONTENT):
            return None
        named = [
            one
            for one in self.named(place + 1)
            if one.name is not None and one.name.kind not in ("ArmedGroup", "Collective")
        ]
        called = self.chunks[place].verb in words.NAMING and not named  # "whom Peru considers terrorists"
        after = self.at(place + 1)
        main = after is not None and after.finite and after.form != "base"  # "the group that Chad armed attacked"
        free = main or self.sort(place + 1) not in ("noun", "verb") or (called and self.sort(place + 1) == "noun")
        return before if free else None

    def past_aside(self, comma: int) -> int:
        """Return the comma that opens what one closes: "It is Egypt, in Peru's view, that"; else the place itself."""
        opening = comma - 2
        while self.word(comma) == "," and opening > 0 and self.sort(opening) in ("noun", "prep"):
            opening -= 1
        prefaced = self.word(opening) == "," and self.sort(opening + 1) == "prep" and opening < comma
        return opening if prefaced and self.word(comma) == "," else comma
