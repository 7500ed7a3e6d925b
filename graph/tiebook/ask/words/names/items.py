"""Cuts a text into items: a word, or several that name a nation."""

from collections.abc import Collection
from typing import Final, NamedTuple

from tiebook.ask.words.names.slips import nation_meant
from tiebook.ask.words.names.tokens import EMPTY, LIGHT, Token, in_other_scripts, longest_nation, nations

Key = str  # a stem, or "@" and the id of a nation

PRONOUNS: Final = frozenset({"its", "their", "his", "her"})
SKIPPED: Final = EMPTY | {"of", "in", "on", "to", "and", "for", "with", "by"}
ONTO: Final = frozenset({"on", "against"})
RARE: Final = 4  # letters of a word that stands for a whole name
_BEFORE_US: Final = frozenset({"tell", "show", "give", "let", "help", "for", "with", "remind"})


class Item(NamedTuple):
    """A word of the text, or several that name a nation: its key, and the tokens that it stands for."""

    key: Key
    first: int
    last: int
    pronoun: bool = False

    @property
    def nation(self) -> str | None:
        """The id of the nation that it names."""
        return self.key[1:] if self.key.startswith("@") else None


def items_of(words: list[Token], known: Collection[Key] = (), vocabulary: Collection[str] = ()) -> list[Item]:
    """Join the words that name a nation; a pronoun before a noun stands for the nation named last."""
    found: list[Item] = []
    last: str | None = None
    place = 0
    while place < len(words):
        length, nation = _nation(words, place)
        if nation is None and known:
            nation = nation_meant(words[place], known, vocabulary)
            length = 1
        if nation is not None:
            last = nation
            found.append(Item(f"@{nation}", place, place + length - 1))
            place += length
            continue
        word = words[place]
        if word.word in PRONOUNS and last is not None:
            found.append(Item(f"@{last}", place, place, pronoun=True))
        else:
            found.append(Item(_key(word), place, place))
        place += 1
    return found


def _key(word: Token) -> Key:
    short = len(word.word) <= RARE  # of short words the stem is another word: "play" is not the PLA
    return word.word if short or word.word in EMPTY or word.word in LIGHT else word.stem


def _nation(words: list[Token], place: int) -> tuple[int, str | None]:
    table = nations()
    for length in range(min(longest_nation(), len(words) - place), 0, -1):
        said = tuple(word.word for word in words[place : place + length])
        nation = table.get(said) or (table.get((said[0][:-1],)) if length == 1 and said[0].endswith("s") else None)
        if not said[0].isascii():  # in Arabic, Russian or Chinese
            nation = nation or in_other_scripts().get(said)
        if said == ("us",):
            pronoun = not words[place].capital and place > 0 and words[place - 1].word in _BEFORE_US
            nation = None if pronoun else "united-states"
        if nation is not None:
            return length, nation
    return 1, None
