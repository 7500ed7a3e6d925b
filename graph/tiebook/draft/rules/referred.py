"""References by what somebody is: "the former", "the kingdom", "the landlocked country"; and the two whom "both" means."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Final

from tiebook.draft.rules.syntax.tokens import Name, Token
from tiebook.draft.rules.words.vocabulary import VERBS

_KINGDOMS: Final = frozenset(
    "saudi-arabia jordan morocco bahrain britain spain netherlands belgium denmark norway sweden thailand cambodia bhutan".split()
)
_EMIRATES: Final = frozenset("qatar kuwait united-arab-emirates".split())
_ISLANDS: Final = frozenset(
    "taiwan cuba sri-lanka cyprus malta iceland ireland madagascar mauritius singapore bahrain jamaica haiti japan philippines"
    " indonesia new-zealand comoros maldives seychelles fiji solomon-islands papua-new-guinea greenland".split()
)
KINDS: Final = {
    "kingdom": _KINGDOMS,
    "monarchy": _KINGDOMS | _EMIRATES,
    "emirate": _EMIRATES,
    "sultanate": frozenset(("oman", "brunei")),
    "island": _ISLANDS,
    "islands": frozenset(
        "solomon-islands marshall-islands maldives philippines comoros seychelles fiji bahamas cape-verde tonga vanuatu"
        " palau".split()
    ),
    "territory": frozenset(
        "western-sahara kosovo palestine taiwan hong-kong greenland new-caledonia puerto-rico abkhazia".split()
    ),
    "sheikhdom": _EMIRATES,
    "north": frozenset(("north-korea",)),
    "south": frozenset(("south-korea",)),
    "archipelago": frozenset(("philippines", "indonesia", "maldives", "comoros", "bahamas", "japan")),
}
_SORT: Final = (
    r"(?:landlocked|nordic|baltic|gulf|balkan|andean|sahelian|caribbean|caucasus|south caucasus|west african|east african"
    r"|north african|central asian|southeast asian|central european|oil-rich|gas-rich|impoverished|war-torn|small|tiny|desert) "
)
_REFERRED: Final = re.compile(
    rf"the (?:(?:former|latter)|(?:{_SORT})?(?:{'|'.join(KINDS)})|island (?:state|nation)|country"
    rf"|(?:{_SORT})(?:country|state|nation))"
)
_RULERS: Final = re.compile(
    r"the (?:(?:military|transitional|interim|new|current|ruling) )?"
    r"(?:junta|government|regime|authorities|army|military|coup leaders|rulers)"
)
_PLACED: Final = ("in", "from", "to", "across", "into", "towards", "toward", "along")  # "troops in the north"
_HYPHENS: Final = "-\u2010\u2011\u2013"
_NEIGHBOUR: Final = re.compile(r"its (?:[a-z-]+ )?(?:neighbou?r|rival)")
_DISPUTE: Final = re.compile(r"the (?:dispute|conflict|crisis|war|standoff|talks|rift)")
_STATES: Final = ("State",)
TOPIC: Final = (
    "(of whom a paragraph speaks)"  # where a noun names the other side only: "relations with Chile are strained"
)
_FEWEST: Final = 3  # of a list
_SETTLES: Final = frozenset(
    "mediate mediates mediated mediating broker brokers brokered brokering arbitrate arbitrated".split()
)
_LONGEST: Final = 6  # words of what describes somebody
_BETWEEN: Final = frozenset("the and to with for of in from against both".split())


def is_reference(said: str, before: str, after: str) -> bool:
    """Return whether a noun phrase in small letters refers to somebody by what they are.

    before, after -- the words on either side
    """
    if _REFERRED.fullmatch(said):
        return said not in ("the north", "the south") or (after != "of" and before not in _PLACED)
    if is_rulers(said):
        return after not in ("of", "in", "led", "backed", "that") and before not in ("by", "against", "overthrew")
    if _NEIGHBOUR.fullmatch(said):
        return before not in (",", "is", "as", "was", "remains", "and") and after not in (",", "and")
    return _DISPUTE.fullmatch(said) is not None and before in _SETTLES


def is_rulers(said: str) -> bool:
    """Return whether a reference is to who rules the state of which a text speaks: "the junta", "the government"."""
    return _RULERS.fullmatch(said) is not None


def is_neighbour(said: str) -> bool:
    """Return whether a reference is to the neighbour or rival of somebody."""
    return _NEIGHBOUR.fullmatch(said) is not None


def kind_in(said: str) -> frozenset[str] | None:
    """Return the states that "the kingdom" and the like can mean; None for another reference."""
    word = "island" if said.startswith("the island ") else said.rsplit(maxsplit=1)[-1]
    return KINDS.get(word)


def pair_of(tokens: Sequence[Token], *, strict: bool = False) -> list[Name]:
    """Return the two whom tokens name: those that "and" joins, or the only ones; nobody where that is not plain.

    strict -- only those that "and" joins
    """
    named = [
        (place, token.name)
        for place, token in enumerate(tokens)
        if token.name is not None and token.name.label == "Actor" and not _compound(tokens, place)
    ]
    pairs = [
        [one, two]
        for (first, one), (last, two) in pairwise(named)
        if one.who != two.who
        and "Collective" not in (one.kind, two.kind)
        and _joins(_plain(tokens, first + 1, last))
        and not _listed(tokens, first)
    ]
    if len({tuple(each.who for each in pair) for pair in pairs}) == 1:
        return pairs[0]
    those = list({name.who: name for _, name in reversed(named)}.values())[::-1]
    return those if len(those) == 2 and not strict and not pairs else []  # noqa: PLR2004 -- a pair


def _compound(tokens: Sequence[Token], place: int) -> bool:
    """Return whether a name is only part of a compound: the Iran of "Iran-backed Hezbollah"."""
    after = tokens[place + 1 : place + 3]
    return len(after) == 2 and after[0].text in _HYPHENS and after[1].kind == "word"  # noqa: PLR2004 -- a hyphen and a word


def _plain(tokens: Sequence[Token], first: int, last: int) -> list[Token]:
    """Return the tokens between two places without the first part of a compound: the "Iran-backed" of "Iran-backed Hezbollah"."""
    parts = {
        each + more for each in range(first, last) if _compound(tokens, each) and tokens[each].name for more in range(3)
    }
    return [tokens[each] for each in range(first, last) if each not in parts]


def _joins(between: Sequence[Token]) -> bool:
    said = [token.lower for token in between]
    if "and" in said and all(word in _BETWEEN for word in said):
        return True
    compound = {
        place + 1 for place, word in enumerate(said) if word in _HYPHENS
    }  # the seeking of "independence-seeking"
    plain = all(
        word in _HYPHENS or (word.isalpha() and (place in compound or word not in VERBS))
        for place, word in enumerate(said)
    )
    return bool(said) and said[0] == "and" and len(said) <= _LONGEST and plain  # "Peru and the separatist Andean Front"


def _listed(tokens: Sequence[Token], place: int) -> bool:
    """Return whether a name stands behind another one and a comma: the pair is the end of a list."""
    return place > 1 and tokens[place - 1].text == "," and tokens[place - 2].name is not None


def only(names: Iterable[Name]) -> list[Name]:
    """Return the one whom names mean where they all mean the same."""
    those = {name.who: name for name in names}
    return list(those.values()) if len(those) == 1 else []


def leading(names: list[Name]) -> tuple[Name, ...]:
    """Return the two states that are named far more often than any third; none where there are no such two."""
    counts = Counter(name.who for name in names if name.kind in _STATES).most_common(3)
    two = 2
    if len(counts) < two or (len(counts) > two and counts[1][1] < 1.5 * counts[2][1]):
        return ()
    first = {name.who: name for name in reversed(names)}
    return tuple(first[who] for who, _ in counts[:two])


def lists_in(tokens: Sequence[Token]) -> list[tuple[int, list[Name]]]:
    """Return the last token and the states of each list of three or more: "Mali, Niger, and Chad"."""
    found: list[tuple[int, list[Name]]] = []
    run: list[Name] = []
    for place, token in enumerate(tokens):
        if token.name is not None and token.name.kind in _STATES:
            run = [*run, token.name]
            found = [*found[:-1], (place, run)] if found and found[-1][1] == run[:-1] else [*found, (place, run)]
        elif token.text != "," and token.lower not in ("and", "the"):
            run = []
    return [each for each in found if len(each[1]) >= _FEWEST]
