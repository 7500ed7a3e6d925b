"""What can be chosen for a claim: types by two letters, the actors of a paragraph by number, modes, factors, kinds."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import Any, Final

from tiebook.case import Case
from tiebook.crosswalk.table import crosswalk
from tiebook.draft.editing.clauses import Bounds, Words
from tiebook.draft.names import NameIndex
from tiebook.draft.schema import kinds
from tiebook.model.codebook import UNSPECIFIED, codebook

_KEYS: Final = "123456789"


@lru_cache(maxsize=1)
def type_keys() -> dict[str, str]:
    """Return the two letters of each type of tie: the first two where they are free, else first letters of words, else any.

    Types keep their letters when new ones are added at the end of the codebook.
    """
    found: dict[str, str] = {}
    for name in codebook().ties:
        words = name.lower().split("_")
        plain = "".join(words)
        candidates = [
            plain[:2],
            *(words[0][0] + word[0] for word in words[1:]),
            *(plain[0] + each for each in plain[1:]),
        ]
        found[name] = next(each for each in candidates if each not in found.values())
    return found


def chip_key(number: int) -> str:
    """Return what is typed for the chip of this number, from 1: 1 to 9, then 01 to 09, 001 to 009..."""
    rounds, place = divmod(number - 1, len(_KEYS))
    return "0" * rounds + _KEYS[place]


def chips(words: Words, index: NameIndex) -> list[dict[str, Any]]:
    """Return the entities that a paragraph names, in the order of their first mention, those within longer names last.

    Each has its key, the words that name it, and the spellings that are not its own name.
    """
    places: dict[str, list[Bounds]] = {}
    spelled: dict[str, dict[str, None]] = {}
    text = words.paragraph.text
    for within in (False, True):
        for mention in index.mentions(text, within=within):
            bounds = words.covering(mention.start, mention.end)
            if bounds is None or (within and any(bounds == each for each in places.get(mention.id, ()))):
                continue
            places.setdefault(mention.id, []).append(bounds)
            spelled.setdefault(mention.id, {}).setdefault(" ".join(text[mention.start : mention.end].split()))
    found = []
    for number, (entity_id, stands) in enumerate(places.items(), start=1):
        known = index.known(entity_id)
        matched = [each for each in spelled[entity_id] if each.casefold() != known.name.casefold()]
        found.append(
            {
                "key": chip_key(number),
                "id": known.id,
                "name": known.name,
                "label": known.label,
                "kind": known.kind,
                "matched": matched,
                "words": [list(each) for each in stands],
            }
        )
    return found


def known_entities(case: Case, used: Iterable[str]) -> list[dict[str, str]]:
    """Return every entity that a claim may name: those of the case first, then what the crosswalk knows.

    used -- ids that claims name, put first
    """
    first = set(used)
    own = {entity.id: entity for entity in case.entities}
    rows = [
        {"id": each.id, "name": each.name, "label": each.label, "kind": each.kind}
        for each in sorted(own.values(), key=lambda each: (each.id not in first, each.id == UNSPECIFIED, each.name))
    ]
    others = sorted(
        (crosswalk().entity(each) for each in crosswalk().actors if each not in own), key=lambda each: each.name
    )
    return rows + [{"id": each.id, "name": each.name, "label": each.label, "kind": each.kind} for each in others]


def fixed_choices() -> dict[str, Any]:
    """Return what the codebook offers, whatever the text: types, values of fields, kinds."""
    book = codebook()
    return {
        "types": [
            {
                "name": tie.name,
                "words": tie.words,
                "key": type_keys()[tie.name],
                "definition": tie.definition,
                "from": list(tie.sources),
                "to": list(tie.targets),
            }
            for tie in book.ties.values()
        ],
        "values": {name: list(meanings.items()) for name, meanings in book.values.items()},
        "kinds": [
            {"kind": kind, "label": label, "words": _in_words(kind)}
            for kind, label in kinds().items()
            if label != "Source"
        ],
    }


def _in_words(kind: str) -> str:
    spaced = "".join(f" {each.lower()}" if each.isupper() else each for each in kind)
    return spaced.strip().replace("_", " ")
