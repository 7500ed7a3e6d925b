"""Finds the entities that a paragraph names: those of the case, and the crosswalk's by name, capital or adjective."""

from __future__ import annotations

import csv
import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Final

from tiebook.case.derive.known import cities, known_actor
from tiebook.case.folding import fold, folded
from tiebook.crosswalk.table import crosswalk
from tiebook.draft.protocol import Known
from tiebook.model.records import Entity

_WORD: Final = re.compile(r"\w+")
_SHORTEST: Final = 2  # characters of a name
_INITIALS: Final = 3
_SAID: Final = 4  # letters of initials that are said as a word, and written as one by some: "Nato"
# by which a text that says "Congo" means the larger of the two
_LARGER_CONGO: Final = re.compile(
    r"\b(?:Kinshasa|Goma|Kivu|Ituri|Bukavu|Katanga|Kasai|Tshisekedi|Kabila|Lumumba|Mobutu|M23|MONUSCO|FDLR|Rwandan?|Ugandan?|Burundi(?:an)?"
    r"|Democratic Republic of (?:the )?Congo|DRC)\b|\b[Ee]astern Congo\b"
)
# the states of Austria before and after 1918, of which a text without a later year that names the older one means that
_AUSTRIA: Final = "austria"
_OLDER_AUSTRIA: Final = "austria-hungary"
_OLDER_NAME: Final = re.compile(r"\bAustr(?:ia|o)-Hungar(?:y|ian)\b|\bHabsburg\b")
_YEAR: Final = re.compile(r"\b(?:1[0-9]|20)\d\d\b")
_ITS_LAST_YEAR: Final = 1918
_CONGO: Final = "democratic-republic-of-the-congo"
_SMALLER_CONGO: Final = "republic-of-the-congo"
_CONGOS: Final = ("Congo", "Congolese")
_BODIES: Final = frozenset(
    "Service Institute Institution Center Centre Council Office Group Agency Foundation Association University Committee Commission"
    " Department Ministry Programme Program Initiative Forum Academy Board Bureau Union".split()
)
# what means a state only before a hyphen and another name: "Sino-Russian", not "Indo-Pacific"
COMBINED: Final = {
    "Anglo": "britain",
    "Ethio": "ethiopia",
    "Franco": "france",
    "Graeco": "greece",
    "Greco": "greece",
    "Hispano": "spain",
    "Indo": "india",
    "Israelo": "israel",
    "Italo": "italy",
    "Luso": "portugal",
    "Nippo": "japan",
    "Pak": "pakistan",
    "Russo": "russia",
    "Sino": "china",
    "Turco": "turkey",
    "Turko": "turkey",
}
SPELLINGS: Final = (  # on the two sides of the Atlantic
    ("Organisation", "Organization"),
    ("Defence", "Defense"),
    ("Centre", "Center"),
    ("Programme", "Program"),
)
_PARTS: Final = ("America",)  # what means a state alone, and a continent behind these: "North America"
_BEFORE_PARTS: Final = re.compile(r"\b(?:North|South|Latin|Central|Middle)[ -]\Z")
_PLAIN: Final = (
    "First",
    "Second",
    "Third",
    "Former",
    "Some",
    "Many",
    "Several",
    "Major",
    "Senior",
    "Other",
)  # no part of a name


@dataclass(frozen=True, slots=True)
class Mention:
    """An entity named in a text: its id, and the first and last+1 character."""

    id: str
    start: int
    end: int


class NameIndex:
    """All names by their first word. Names of the case go before those of the crosswalk, longer before shorter."""

    def __init__(self, entities: Iterable[Entity]) -> None:
        """Index the entities of a case, and all actors of the crosswalk."""
        self.entities = {entity.id: entity for entity in entities}
        self._names: dict[str, list[tuple[str, str]]] = defaultdict(list)
        self._of: dict[str, list[str]] = defaultdict(list)
        self._meant: dict[tuple[str, str], str] = {}  # by a name and what it means elsewhere, what it means in a text
        own = {
            spelling: entity.id
            for entity in self.entities.values()
            for name in (entity.name, *entity.aliases)
            for spelling in _in_a_sentence(name)
        }
        known = _of_crosswalk()
        short = {
            initials: entity.id
            for entity in self.entities.values()
            if (initials := _initials(entity)) is not None and initials not in own and initials not in known
        }
        for name, entity_id in (*own.items(), *known.items(), *short.items()):
            self._add(name, entity_id)
        for candidates in self._names.values():
            candidates.sort(key=lambda each: -len(each[0]))  # stable: the case's own stay first among equals

    def entity(self, entity_id: str) -> Entity | None:
        """Return an entity of the case or the crosswalk."""
        return self.entities.get(entity_id) or known_actor(entity_id)

    def known(self, entity_id: str, mentions: tuple[tuple[int, int], ...] = ()) -> Known:
        """Return an entity as proposers see it."""
        entity = self.entity(entity_id)
        if entity is None:
            raise KeyError(entity_id)
        names = tuple(dict.fromkeys(self._of[entity_id]))
        return Known(entity.id, entity.name, entity.label, entity.kind, names, mentions)

    def learn(self, text: str) -> None:
        """Look up in a whole text which of two a name means in it: "Congo" beside Kinshasa, "Vienna" beside Austria-Hungary."""
        self._meant = {}
        if _LARGER_CONGO.search(text) is not None and "Brazzaville" not in text:
            self._meant |= {(name, _SMALLER_CONGO): _CONGO for name in _CONGOS}
        years = [int(year[0]) for year in _YEAR.finditer(text)]
        if years and max(years) <= _ITS_LAST_YEAR and _OLDER_NAME.search(text) is not None:
            self._meant |= {(name, _AUSTRIA): _OLDER_AUSTRIA for name in self._of[_AUSTRIA]}

    def resolve(self, name: str) -> str | None:
        """Return the id that a name or an id means, however it is written; None if it means nothing here."""
        if name in self.entities:
            return name
        wanted = fold(name)
        match = _WORD.search(wanted)
        candidates = self._names.get(match[0], []) if match else []
        exact = next((entity_id for each, entity_id in candidates if each == wanted), None)
        return exact or (name if known_actor(name) else None)

    def mentions(self, text: str, *, within: bool = False) -> Iterator[Mention]:
        """Yield every mention in a text, from left to right; the longest name counts, and mentions do not overlap.

        within -- also the names within longer ones: Iran in "the Iran-Iraq war", where the war has a name of its own
        """
        whole = folded(text)
        larger = _LARGER_CONGO.search(text) is not None
        last = 0
        for match in _WORD.finditer(whole.text):
            start = match.start()
            if start < last and not within:
                continue
            if match[0] in COMBINED and self._goes_on(whole.text, match.end()):
                yield Mention(COMBINED[match[0]], whole.starts[start], whole.ends[match.end() - 1])
                last = match.end()
                continue
            for name, entity_id in self._names.get(match[0], ()):
                end = start + len(name)
                part = name in _PARTS and _BEFORE_PARTS.search(whole.text, 0, start) is not None
                if _stands_at(whole.text, name, start) and not part:
                    meant = _CONGO if larger and entity_id == _SMALLER_CONGO and name in _CONGOS else entity_id
                    meant = self._meant.get((name, entity_id), meant)
                    yield Mention(meant, whole.starts[start], whole.ends[end - 1])
                    last = end
                    if not within:
                        break

    def _goes_on(self, text: str, end: int) -> bool:
        """Return whether a hyphen and a name follow a word."""
        match = _WORD.match(text, end + 1) if text.startswith("-", end) else None
        names = self._names.get(match[0], ()) if match else ()
        return any(_stands_at(text, name, end + 1) for name, _ in names)

    def _add(self, name: str, entity_id: str) -> None:
        plain = fold(name)
        match = _WORD.search(plain)
        if match is None or match.start() or len(plain) < _SHORTEST:
            return
        self._of[entity_id].append(name)
        if all(plain != each for each, _ in self._names[match[0]]):
            self._names[match[0]].append((plain, entity_id))


def _in_a_sentence(name: str) -> Iterator[str]:
    """Yield a name as it is written inside a sentence: "The West" and "West" as well, "Developing countries" in small letters."""
    yield name
    rest = name.partition(" ")[2]
    if name.lower().startswith("the ") and rest:
        yield from _in_a_sentence(rest)
    elif rest and name[:1].isupper() and (rest.split()[0].islower() or name.split(maxsplit=1)[0] in _PLAIN):
        yield name[0].lower() + name[1:]


def initials_of(words: Iterable[str]) -> str:
    """Return the first letters of the words in capitals: "CSIS" of "Center for Strategic and International Studies"."""
    return "".join(word[0] for word in words if word[0].isupper())


def _initials(entity: Entity) -> str | None:
    """Return the initials of a body with a name of several words, which texts use without an introduction; None for others."""
    words = entity.name.split()
    capitals = initials_of(words)
    body = entity.kind in ("GovernmentBody", "Organization") or words[-1] in _BODIES  # an undeclared author is a person
    whole = all(word[0].isalpha() for word in words)
    return capitals if body and whole and len(capitals) >= _INITIALS else None


def _stands_at(text: str, name: str, start: int) -> bool:
    """Return whether a name stands at a place, and no word goes on behind it."""
    end = start + len(name)
    return text.startswith(name, start) and _ends_word(text, end)


def _ends_word(text: str, end: int) -> bool:
    return end >= len(text) or not (text[end].isalnum() or text[end] == "_" or unicodedata.combining(text[end]))


@lru_cache(maxsize=1)
def _of_crosswalk() -> dict[str, str]:
    """Return every spelling that means one actor of the crosswalk, with its id."""
    actors = crosswalk()
    found = {name: actor for name, actor in actors.names() if actors.by_name(name) == actor}
    for more in (cities(), adjectives()):
        found |= {name.removeprefix("the "): actor for actor, names in more.items() for name in names}
    said = {
        name.capitalize(): actor
        for name, actor in found.items()
        if len(name) >= _SAID and name.isalpha() and name.isupper()
    }
    return {way: actor for name, actor in found.items() for way in _spellings(name)} | said | found


def _spellings(name: str) -> Iterator[str]:
    """Yield a name as it is spelled on the other side of the Atlantic: "Organization" for "Organisation"."""
    for one, other in SPELLINGS:
        if one in name or other in name:
            yield name.replace(one, other) if one in name else name.replace(other, one)


@lru_cache(maxsize=1)
def adjectives() -> dict[str, tuple[str, ...]]:
    """Return, for the id of a state, the adjectives and names of its people: "Iranian", "Iranians"."""
    text = files("tiebook.crosswalk").joinpath("adjectives.csv").read_text("utf-8")
    return {row["id"]: tuple(row["words"].split("|")) for row in csv.DictReader(text.splitlines())}
