"""Names that a text introduces with their abbreviation in brackets: "Cooperative for Coastal Trade (COCOT)"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from tiebook.draft.protocol import Article, Known
from tiebook.draft.rules.names.bodies import FIGHTS, kind_of
from tiebook.draft.rules.names.introduced import LOWER, NO_BODY, NOT_FIRST, UPPER, Newcomer

_WORD: Final = rf"[{UPPER}{LOWER}0-9][{UPPER}{LOWER}0-9.'\u2018\u2019-]*"
_SHORT: Final = re.compile(r"\s*\((?:the |or )?[\"\u201c]?([A-Z][A-Za-z]*[A-Z][A-Za-z0-9-]*)[\"\u201d]?\)")
_BEFORE: Final = re.compile(rf"(?:{_WORD}\s+){{0,13}}{_WORD}$")
_ACTING: Final = re.compile(
    r"\b(?:the )?([A-Z]{3,6})(?:['\u2019]s?)? (?:senior |top |military )?"
    r"(fighters|forces|militants|troops|rebels|soldiers|guerrillas|militiamen|insurgents"
    r"|leaders?|leadership|commanders?|spokes(?:man|woman|person))\b(?!,? (?:like|such|including))"
)
_FIGHTERS: Final = ("fighters", "militants", "rebels", "guerrillas", "militiamen", "insurgents")
_LINKS: Final = frozenset("of the and for in on to de la le du des del da do e y et al wal bin & against with".split())
_ITEMS: Final = re.compile(r",? and (?:the )?|, ")
_BRACKETS: Final = re.compile(r"\(([A-Z]{3,})\)")
_PLACE: Final = re.compile(r"\s+(?:in|for)\s+(?:the\s+)?")
_CLAUSE: Final = re.compile(r"[().;,]")
_LONGEST: Final = 160  # characters of a name and of where it is
_LIST: Final = 3  # names
_MOST: Final = 12  # characters of an abbreviation
_NEAR: Final = 80  # characters behind it that may say what it is


def introduced_with_initials(text: str, known: frozenset[str]) -> Iterator[Newcomer]:
    """Yield bodies whose abbreviation in brackets says where their names begin, by the abbreviation."""
    for match in _SHORT.finditer(text):
        short = match[1]
        if short not in known and _listed_before(text[: match.start()], known):
            yield Newcomer(short, short, "Bloc")  # "Peru, Chile, and Mali (PCM)"
            continue
        before = _BEFORE.search(text[: match.start()])
        words = before[0].split() if before is not None else []
        long = _long_form(short, words) if len(short) <= _MOST and short not in known else []
        long = long or (_in_another_language(words) if short.isupper() and short not in known else [])
        name = " ".join(long)
        if len(long) < 2 or name in known or name.removeprefix("the ") in known or name not in text:  # noqa: PLR2004
            continue
        if kind_of(long) is None and long[-1] in NO_BODY:
            continue
        around = text[match.end() : match.end() + _NEAR]
        kind = kind_of(long) or ("ArmedGroup" if FIGHTS.search(around) else "Organization")
        yield Newcomer(short, name, kind)


def acting_initials(paragraphs: tuple[str, ...], known: frozenset[str]) -> Iterator[Newcomer]:
    """Yield bodies that a text calls by an abbreviation only, whose fighters, leader or spokesman it names: "GNA forces"."""
    for text in paragraphs:
        for match in _ACTING.finditer(text):
            if match[1] not in known:
                yield Newcomer(match[1], match[1], "ArmedGroup" if match[2].endswith(_FIGHTERS) else "Organization")


def also_known(texts: Sequence[str], found: Mapping[str, Newcomer], article: Article) -> dict[str, Known]:
    """Return who is known by the abbreviation behind a name: APEC for "Asia-Pacific Economic Forum (APEC)"."""
    known = {
        paragraph.text[start:end]: each
        for paragraph in article.paragraphs
        for each in paragraph.known
        for start, end in each.mentions
    }
    return {
        name: known[short]
        for name, short, _ in _with_short(texts, found)
        if short in known and known[short].kind != "State"
    }


def as_one(found: Mapping[str, Newcomer], texts: Sequence[str]) -> dict[str, Newcomer]:
    """Return newcomers, a name and the abbreviation behind it as one, also where that is well known: "a mission in Chad (MIC)"."""
    ones = dict(found)
    for name, short, whole in _with_short(texts, found):
        if short in found and found[short].whole == short:
            one = found[name].whole if whole else short
            ones |= {each: Newcomer(each, one, found[short].kind) for each in (name, short)}
    return ones


def _with_short(texts: Sequence[str], found: Mapping[str, Newcomer]) -> Iterator[tuple[str, str, bool]]:
    """Yield the names with the abbreviations in brackets behind them, and whether nothing stands between: where they are."""
    longer = tuple(name for name in found if " " in name)
    for text in texts:
        for match in _BRACKETS.finditer(text):
            before = text[max(match.start() - _LONGEST, 0) : match.start()].rstrip()
            if before.endswith(longer):
                here = [
                    name
                    for name in longer
                    if before.endswith(name) and match[1][0] in (name[0], name.partition(" ")[2][0])
                ]
                yield from ((name, match[1], True) for name in here)
                continue
            for place in _PLACE.finditer(before):
                head, where = before[: place.start()], before[place.end() :]
                if (
                    head.endswith(longer)
                    and _CLAUSE.search(where) is None
                    and not _spells(match[1].lower(), where.split())
                ):
                    yield max((name for name in longer if head.endswith(name)), key=len), match[1], False


def _listed_before(text: str, known: frozenset[str]) -> bool:
    """Return whether a text ends with a list of at least three names that are known: "Peru, Chile, and Mali"."""
    items = [item.removeprefix("the ").strip() for item in _ITEMS.split(text[-_NEAR:])]
    first = items[-_LIST].split() if len(items) >= _LIST else []
    opens = any(" ".join(first[place:]) in known for place in range(len(first)))
    return opens and all(item in known for item in items[1 - _LIST :])


def _long_form(short: str, words: list[str]) -> list[str]:
    """Return the last words that an abbreviation stands for: its letters stand in them in order, the first one at their head."""
    letters = short.lower()
    for first in range(len(words) - 1, -1, -1):
        those = words[first:]
        if not _is_name_so_far(those, letters):
            return []
        opens = those[0][0].isupper() and those[0][0].lower() == letters[0] and those[0] not in NOT_FIRST
        if opens and _spells(letters, those):
            return those
    return []


def _in_another_language(words: list[str]) -> list[str]:
    """Return the name behind "the" whose abbreviation is of another language: "the Liberation Army (ELN)"; else nothing."""
    first = next((n for n in range(len(words) - 1, -1, -1) if words[n] == "the"), len(words))
    those = words[first + 1 :]
    named = len(those) > 1 and all(each[0].isupper() or each in _LINKS for each in those) and those[-1][0].isupper()
    return those if named and kind_of(those) is not None else []


def _is_name_so_far(words: list[str], letters: str) -> bool:
    """Return whether a word may belong to a name: it has a capital, links two others, or gives its own letter."""
    word = words[0]
    return not word[0].islower() or word.lower() in _LINKS or word[0] in letters


def _spells(letters: str, words: list[str]) -> bool:
    """Return whether words give all letters in order: each with a capital its first ones, each other word none or its first."""
    if not words:
        return not letters
    word = words[0].replace(".", "").lower()
    same = next(
        (n for n, pair in enumerate(zip(letters, word, strict=False)) if pair[0] != pair[1]),
        min(len(letters), len(word)),
    )
    least = 0 if words[0][0].islower() else 1
    return any(_spells(letters[given:], words[1:]) for given in range(same, least - 1, -1))
