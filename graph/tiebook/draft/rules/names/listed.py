"""Whom only the company tells: persons in a list with one, examples of a kind of group, names in quotation marks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Final

from tiebook.draft.names import adjectives
from tiebook.draft.rules.names.bodies import FIGHTS
from tiebook.draft.rules.names.introduced import CAP, COMPANY, KIND_OF, NOT_FIRST, PARTICLE, Newcomer
from tiebook.draft.rules.names.persons import as_person
from tiebook.draft.rules.words.vocabulary import TITLES

_FULL: Final = rf"{CAP}(?:\s+{PARTICLE}{CAP}){{1,3}}"
_LIST: Final = re.compile(rf"\b{_FULL}(?:, {_FULL})*,? and {_FULL}(?![\w-]|\s+[A-Z])")
_SINGLE: Final = re.compile(rf"\b{CAP}(?:, {CAP})+,? and {CAP}(?![\w-]|\s+[A-Z])")  # "Rojas, Pavlov and Li"
_ITEMS: Final = re.compile(r",? and |, ")
_MANY: Final = "|".join(
    sorted(f"{title[:-1]}ies" if title.endswith("y") else f"{title}s" for title in TITLES | {"candidate", "activist"})
)
_BEFORE: Final = re.compile(rf"\b(?i:{_MANY})\s+\Z")  # "joint secretaries Ana Rojas and Ivo Pavlov"
_TITLES: Final = re.compile(rf"^(?:[A-Z][a-z]+ )?(?i:{_MANY})\s+")  # "Prime Ministers Ana Rojas"
_KINDS: Final = {  # what they are of whom examples follow
    "ArmedGroup": r"rebels|militias|insurgents"
    r"|(?:rebel|armed|militant|insurgent|jihadist|terrorist) (?:groups|organi[sz]ations|factions)",
    "Party": r"parties",
    "Organization": r"firms|companies|banks|manufacturers|producers|suppliers|contractors|agencies|organi[sz]ations|think tanks"
    r"|charities|newspapers|NGOs|groups|institutions|conglomerates",
}
_SUFFIXED: Final = re.compile(  # "Altamar Trading Private Limited"
    rf"\b({CAP}(?:\s+(?:(?:&|and|of)\s+)?{CAP}){{0,6}}?(?:\s+(?:{'|'.join(sorted(COMPANY))})\b)+)"
)
_AT: Final = re.compile(  # "a partner at Altamar Petrosur"
    r"\b(?:partner|fellow|analyst|lawyer|economist|researcher|scholar|strategist|professor|expert|trader)s? at (?:the )?"
    rf"({CAP}(?:\s+{CAP}){{0,3}})"
)
_LETTERS: Final = r"[A-Z]{2,}(?:-[A-Z]+)*\b"
_EXAMPLE: Final = (
    rf"(?:the\s+)?(?:{CAP}['\u2019]s\s+)?(?:{_LETTERS}|{CAP}(?:\s+(?:(?:of|for)\s+(?:the\s+)?|{PARTICLE}){CAP}){{0,4}})"
)
_EXAMPLES: Final = re.compile(
    rf"\b(?:{'|'.join(f'(?P<{kind}>(?i:{heads}))' for kind, heads in _KINDS.items())})"
    rf"(?:\s+(?:in|from|of)\s+(?:the\s+)?{CAP})?,?\s+(?:such as|including|like|namely|notably)\s+"
    rf"(?P<those>{_EXAMPLE}(?:, {_EXAMPLE})*(?:,? and {_EXAMPLE})?)(?![\w-])"
)
_OWNER: Final = re.compile(r"^(?:the\s+)?(?:[^\s]+['\u2019]s\s+)?")
_QUOTED: Final = re.compile(  # 'the political party "Rojas pour la Paix"'
    r"\b(?P<head>party|movement|coalition|alliance|bloc|group|organi[sz]ation|militia|company|firm|network|foundation)"
    r"(?: (?:called|named|known as))? [\"\u201c](?P<name>[A-Z][^\"\u201c\u201d.,;:!?\n]{2,60})[\"\u201d]"
)
_SMALL: Final = frozenset(
    "of the and for in on de la el le les du des del da do e y et pour por para za na i und".split()
)
_CALLED: Final = {"party": "Party", "movement": "ArmedGroup", "militia": "ArmedGroup", "bloc": "Bloc"}
_LONGEST: Final = 7  # words of a name in quotation marks
_NEAR: Final = 80  # characters in which a movement is said to fight


def companies(text: str, known: frozenset[str]) -> Iterator[Newcomer]:
    """Yield companies by how their names end, and bodies by who works there: "a partner at Altamar Petrosur"."""
    for pattern in (_SUFFIXED, _AT):
        for match in pattern.finditer(text):
            words = match[1].split()
            words = words[words[0] in NOT_FIRST or words[0] in known :]
            name = " ".join(words)
            if len(words) > 1 and name not in known and (pattern is _SUFFIXED or words[-1] not in KIND_OF):
                yield Newcomer(name, name, "Organization")


def examples(text: str, known: frozenset[str]) -> Iterator[Newcomer]:
    """Yield those who are examples of a kind of group, or whose name stands in quotation marks behind one."""
    for match in _EXAMPLES.finditer(text):
        kind = next(kind for kind in _KINDS if match[kind])
        for item in _ITEMS.split(match["those"]):
            words = _OWNER.sub("", item).split()
            words = words[words[0] in _adjectives() :]  # "Peruvian Altamar"
            name = " ".join(words)
            if words and name not in known and words[0] not in NOT_FIRST:
                yield Newcomer(name, name, KIND_OF.get(name.split()[-1], kind))
    for match in _QUOTED.finditer(text):
        words = match["name"].split()
        named = all(word[:1].isupper() or word in _SMALL for word in words) and words[-1] not in _SMALL
        if named and len(words) <= _LONGEST and match["name"] not in known:
            kind = _CALLED.get(match["head"], "Organization")
            fights = FIGHTS.search(text[max(match.start() - _NEAR, 0) : match.end() + _NEAR]) is not None
            peaceful = kind == "ArmedGroup" and match["head"] == "movement" and not fights
            yield Newcomer(match["name"], match["name"], "Organization" if peaceful else kind)


@lru_cache(maxsize=1)
def _adjectives() -> frozenset[str]:
    return frozenset(word for words in adjectives().values() for word in words)


def persons_in_lists(text: str, people: Mapping[str, Newcomer], known: frozenset[str]) -> Iterator[Newcomer]:
    """Yield those who stand in a list with a person, or behind an office of several.

    people -- those whom the text introduces, by how they are written
    """
    for pattern in (_LIST, _SINGLE):
        for match in pattern.finditer(text):
            titled = _TITLES.match(match[0])
            items = _ITEMS.split(match[0][titled.end() if titled is not None else 0 :])
            office = titled is not None or (pattern is _LIST and _BEFORE.search(text, 0, match.start()) is not None)
            sorts = {people[item].kind for item in items if item in people}
            if (office or "Person" in sorts) and sorts <= {"Person"} and known.isdisjoint(items):
                for item in items:
                    if item not in people:
                        yield from as_person(item, known)
