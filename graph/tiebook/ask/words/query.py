"""The parts of a text: its names, times, numbers and types of tie, and the words that are left."""

import re
from collections.abc import Collection, Iterable, Iterator
from datetime import date
from functools import lru_cache
from itertools import combinations
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from tiebook.ask.words.index import Index
from tiebook.ask.words.names.known import Names
from tiebook.ask.words.names.mentions import Mention, mentions
from tiebook.ask.words.names.slips import is_english, meant, near_to
from tiebook.ask.words.names.tokens import EMPTY, GENERAL, LIGHT, Token, nations, stem, tokens

if TYPE_CHECKING:
    from tiebook.ask.words.times import Time

_CLAIM: Final = r"(?<![\w/-])[\w/-]*[a-z0-9]+(?:-[a-z0-9]+){2,}(?![\w-])"
# what a name is to have in it: actors with "officials" in their name, those whose names contain bank
_NAMING: Final = (
    r"(?:(?:with|having|has|have)\s+)?(?:[\"\u201c](?P<quoted>[^\"\u201d]{2,60})[\"\u201d]|(?P<plain>[\w.&-]+))"
    r"\s+in\s+(?:the|their|its|his|her)\s+names?\b"
    r"|\b(?:(?:whose|with)\s+)?(?:the\s+)?names?\s+(?:contain|includ|hav|has)\w*\s+"
    r"(?:[\"\u201c](?P<held>[^\"\u201d]{2,60})[\"\u201d]|(?P<bare>[\w.&-]+))"
)
_MODEL: Final = r"(?<![\w-])[A-Za-z]{1,9}-?\d{1,4}[A-Za-z]{0,3}(?![\w-])"
_NUMBERS: Final = {
    word: number
    for number, word in enumerate("one two three four five six seven eight nine ten eleven twelve".split(), start=1)
    if word not in ("one", "two", "three", "four")  # "one another", "the two", "triads", "rings of four"
}
_ORDINALS: Final = "first second third fourth fifth sixth seventh eighth ninth tenth".split()
_PARAGRAPH_NUMBER: Final = r"(?<![\w-])(?:p|p\.\s?|\u00a7\s?)(\d{1,4})(?![\w-])"  # p30, p. 30
_PARAGRAPH: Final = stem("paragraph")
_MAY_HAVE_TIMES: Final = re.compile(
    r"\d{3}|today|right now|at present|currently|at the moment|yesterday|tomorrow|recent|lately|of late"
    r"|(?:last|past|previous|this|next|coming)\s",
    re.IGNORECASE,
)
TELLING: Final = frozenset(
    {"not", "no", "against", "how", "both", "without", "might", "will", "if", "everything", "according"}
)
_OF_GRAMMAR, _TELLING_WEIGHT, OF_GENERAL, _NAMED = 0.2, 0.5, 0.4, 1.2
_JOINING: Final = frozenset({"and", "or", "with", "to", "vs", "versus", "of", "in"})
_ONTO: Final = frozenset({"on", "of", "against", "over", "about", "to", "with", "for", "regarding"})
_ADJECTIVE: Final = tuple("ese ian ean ish can aeli audi raqi emeni rench utch erman hai yptian fghan".split())
_DESCRIBED: Final = frozenset({"Instrument", "Issue"})
_KNOWN: Final = LIGHT | EMPTY | GENERAL
_AUXILIARY: Final = frozenset("do does did has have had is are was were can could may might will would should".split())
_HAS: Final = frozenset({"have", "has", "had"})
POSSESSIVE: Final = ("'s", "\u2019s", "s'", "s\u2019")
_DOING: Final = frozenset("do does did can could will would should may might must".split())
_DOES: Final = frozenset({"do", "does", "did"})
_MOST_READINGS: Final = 2  # long names that may also be meant word by word
_WEAPONS: Final = (
    "missiles drones jets tanks ammunition munitions rockets guns warplanes helicopters submarines".split()
)
_GIVING: Final = frozenset(
    map(stem, "supply send provide deliver give ship transfer sell export pass offer grant lend donate".split())
)
_SLIPPED: Final = 4  # letters of a word of grammar in which a slip is looked for
_LONG_LIGHT: Final = sorted(word for word in LIGHT if len(word) >= _SLIPPED)


class Piece(NamedTuple):
    """A piece of the text that counts: a word, or a name ("@"), a number ("#")."""

    text: str
    weight: float
    mention: Mention | None = None
    number: int | None = None
    known: bool = True
    proper: bool = False
    word: str = ""
    general: bool = False
    stem: str = ""  # of a name that is one word: "vote in the UN"
    subject: bool = False  # a name after "does", "has" or "is"
    does: bool = False  # a name after "does" or "did"

    @property
    def is_word(self) -> bool:
        """Whether it is a word, and not a name or a number."""
        return self.mention is None and self.number is None

    @property
    def telling(self) -> bool:
        """Whether it is a word of the matter, and not of grammar."""
        return self.is_word and self.text not in LIGHT and not self.general


class Query(NamedTuple):
    """A text taken apart in one of the ways in which it can be."""

    text: str
    pieces: tuple[Piece, ...]
    times: "tuple[Time, ...]"
    claims: tuple[str, ...] = ()
    split: int = 0
    unplaced: tuple[str, ...] = ()  # names of models, as "S-400", that the graph does not have
    ties: frozenset[str] = frozenset()
    naming: str | None = None  # what is to be a part of a name

    @property
    def mentions(self) -> list[Mention]:
        """The names in it."""
        return [piece.mention for piece in self.pieces if piece.mention is not None]

    @property
    def bare(self) -> bool:
        """Whether there is nothing but names in it, and what joins them."""
        return all(piece.mention is not None or piece.text in _JOINING for piece in self.pieces)

    @property
    def unknown(self) -> list[str]:
        """Words with a capital letter inside the text that are nothing known: names, most likely."""
        return [piece.word for piece in self.pieces if piece.proper and not piece.known]


def take_apart(text: str, index: Index, names: Names, today: date) -> list[Query]:
    """Return the ways in which a text can be taken apart: a long name with a nation in it may be meant word by word."""
    text = re.sub(_PARAGRAPH_NUMBER, r"paragraph \1", text)
    found, cut = _times(text, today)
    naming = re.search(_NAMING, cut, re.IGNORECASE) if "name" in cut.casefold() else None
    if naming is not None:
        cut = cut[: naming.start()] + " " * len(naming[0]) + cut[naming.end() :]
    part = next(filter(None, naming.groups())) if naming is not None else None
    claims = []
    if cut.count("-") > 1:
        claims = [match[0] for match in re.finditer(_CLAIM, cut) if re.search(r"(?:^|[/-]|\b)[a-z]{0,3}\d+-", match[0])]
    for claim in claims:
        cut = cut.replace(claim, " " * len(claim))
    words = [_of_grammar(word, index) for word in tokens(cut)]
    named = mentions(words, names, index.counts)
    models = _models(cut, words, named, names)
    for start, end in models:
        cut = cut[:start] + " " * (end - start) + cut[end:]
    if models:
        words = [_of_grammar(word, index) for word in tokens(cut)]
        named = mentions(words, names, index.counts)
    unplaced = tuple(text[start:end] for start, end in models)
    named = list(_of_adjectives(named, words, names))
    splittable = [mention for mention in named if mention.inner or mention.unsure][:_MOST_READINGS]
    given = [mention for mention in splittable if _is_given(mention, words)]
    free = [mention for mention in splittable if mention not in given]
    queries = []
    for count in range(len(free) + 1):
        for parted in combinations(free, count):
            own = [
                each for mention in named for each in (mention.inner if mention in (*given, *parted) else (mention,))
            ]
            pieces = tuple(_pieces(words, own, index))
            kept = sum(mention.unsure and mention not in parted for mention in free)
            sure = sum(not mention.unsure for mention in parted)
            queries.append(Query(text, pieces, tuple(found), tuple(claims), 2 * kept + sure, unplaced, naming=part))
    return queries


def _is_given(mention: Mention, words: list[Token]) -> bool:
    """Return whether a name is what somebody does: "supply weapons to Iran" is not about the matter "weapons to Iran".

    Nor is "did the US sanction China" about US sanctions.
    """
    if mention.inner and mention.inner[0].first == mention.first and _after(words, mention.first, _DOING):
        verb = mention.inner[0].last + 1
        whom = next((each.first for each in mention.inner[1:]), mention.last + 1)  # does the UN sanction Iran
        return whom == verb + 1 and not words[verb].word.endswith("s")
    if mention.inner and mention.inner[0].first == mention.first and _after(words, mention.first, _HAS):
        return words[mention.inner[0].last + 1].word.endswith("ed")  # has the US sanctioned China
    within = [word.word for word in words[mention.first : mention.last + 1]]
    return bool(mention.inner) and mention.first > 0 and words[mention.first - 1].stem in _GIVING and "to" in within


def _of_adjectives(named: list[Mention], words: list[Token], names: Names) -> Iterator[Mention]:
    """Yield names, with "Chinese rare earth exports" as one name after a preposition, if that of the exports has no nation.

    "Iran's nuclear programme" is one name, too, where that of the programme has Iran in it.
    """
    place = 0
    while place < len(named):
        mention, after = named[place], named[place + 1 : place + 2]
        place += 1
        before = words[mention.first - 1].word if mention.first else ""
        beside = bool(after) and after[0].first == mention.last + 1
        joined = beside and bool(before) and before not in _AUXILIARY and _has_no_nation(after[0], names)
        adjective = joined and is_adjective(words[mention.first].word, mention)
        whose = beside and _is_whose(mention, after[0], words, names)
        if adjective or whose:
            yield after[0]._replace(first=mention.first, inner=() if whose else (mention, after[0]))
            place += 1
        else:
            yield mention


def _is_whose(owner: Mention, matter: Mention, words: list[Token], names: Names) -> bool:
    """Return whether a nation is said before a matter whose full name has that nation: Iran's nuclear programme."""
    word = words[owner.first]
    (_, nation), (label, entity) = owner.readings[0], matter.readings[0]
    owned = words[owner.last].text.endswith(POSSESSIVE) or is_adjective(word.word, owner)
    return owned and label != "Actor" and not matter.inner and any(f"@{nation}" in name for name in names.of[entity])


def _has_no_nation(mention: Mention, names: Names) -> bool:
    label, entity = mention.readings[0]
    return label in _DESCRIBED and not any(key.startswith("@") for name in names.of[entity] for key in name)


def is_adjective(word: str, mention: Mention) -> bool:
    """Return whether a name is said as "Chinese" is, and not as "China" or "the Chinese" are."""
    return word.lower().endswith(_ADJECTIVE) and all(word.lower() != entity for _, entity in mention.readings)


def _models(text: str, words: list[Token], named: Iterable[Mention], names: Names) -> list[tuple[int, int]]:
    """Return where a text names models of weapons and the like, as "S-400" and "HQ-9B", that are not names in the graph."""
    known = [(words[mention.first].start, words[mention.last].end) for mention in named]
    return [
        match.span()
        for match in re.finditer(_MODEL, text)
        if match[0].lower() not in names.labels
        and not any(start < match.end() and match.start() < end for start, end in known)
    ]


def _times(text: str, today: date) -> "tuple[list[Time], str]":
    """Return the times in a text, and the text without them."""
    if not _MAY_HAVE_TIMES.search(text):
        return [], text
    from tiebook.ask.words.times import start_of, times  # noqa: PLC0415 -- its patterns take time to compile

    # a year at the end of a word is a part of the name: Ocean-2024
    found, cut = [time for time in times(text, today) if not re.search(r"[^\W\d_]-$", text[: time.start])], text
    for time in found:
        start = start_of(text, time)
        cut = cut[:start] + " " * (time.end - start) + cut[time.end :]
    return found, cut


def _pieces(words: list[Token], named: Iterable[Mention], index: Index) -> Iterator[Piece]:
    starts = {mention.first: mention for mention in named}
    place = 0
    while place < len(words):
        mention, word = starts.get(place), words[place]
        if mention is not None:
            alone = mention.first == mention.last
            said = " ".join(each.text for each in words[place : mention.last + 1])
            yield Piece(
                "@",
                _NAMED,
                mention=mention,
                word=said,
                stem=word.stem if alone else "",
                subject=_after(words, place, _AUXILIARY) and not _has_what_is_its(words, place, mention.last),
                does=_after(words, place, _DOES) or _has_done(words, place, mention.last),
            )
            place = mention.last + 1
            continue
        place += 1
        if word.word.isdigit() or word.word in _NUMBERS:
            yield Piece("#", OF_GENERAL, number=_NUMBERS.get(word.word) or int(word.word[:9]), word=word.text)
        elif words[place : place + 1] and words[place].stem == _PARAGRAPH and (number := _ordinal(word.word)):
            yield Piece("#", OF_GENERAL, number=number, word=word.text)
        elif word.word in LIGHT:
            yield Piece(word.word, _TELLING_WEIGHT if word.word in TELLING else _OF_GRAMMAR, word=word.text)
        elif word.word not in EMPTY:
            yield _word(word, place - 1, index)


def _ordinal(word: str) -> int | None:
    """Return the number of "third" and "12th"."""
    if word in _ORDINALS:
        return _ORDINALS.index(word) + 1
    written = re.fullmatch(r"(\d{1,4})(?:st|nd|rd|th)", word)
    return int(written[1]) if written else None


def _has_done(words: list[Token], place: int, last: int) -> bool:
    """Return whether a name has done what a text asks: "what has Iran sent", and not "what has Iran been sent"."""
    after = words[last + 1].word if last + 1 < len(words) else "been"
    return after != "been" and _after(words, place, _HAS) and not words[last].text.endswith(POSSESSIVE)


def _has_what_is_its(words: list[Token], place: int, last: int) -> bool:
    """Return whether somebody else has what is a name's: "who has Iran's back", and not "who has Iran's government sanctioned"."""
    after = words[last + 1].word if last + 1 < len(words) else ""
    owned = words[last].text.endswith(POSSESSIVE) and after not in GENERAL
    return owned and _after(words, place, _HAS)


def _after(words: list[Token], place: int, verbs: Collection[str]) -> bool:
    before = [word.word for word in words[max(0, place - 2) : place] if word.word != "the"]
    return bool(before) and before[-1] in verbs


def _word(word: Token, place: int, index: Index) -> Piece:
    stem = word.stem
    if stem not in index.vocabulary and word.word not in GENERAL:
        stem = meant(word, index.vocabulary, index.counts) or stem
    known = stem in index.vocabulary or word.word in GENERAL
    weight = OF_GENERAL if word.word in GENERAL else index.weight(stem)
    general = word.word in GENERAL
    return Piece(stem, weight, known=known, proper=word.capital and place > 0, word=word.text, general=general)


def _of_grammar(word: Token, index: Index) -> Token:
    """Return a word of grammar in place of one that is a slip away from it and is no other word: "betwen", "Wich"."""
    name = (word.capital and word.start > 0) or (word.word,) in nations()
    if len(word.word) < _SLIPPED or name or word.word in _KNOWN or word.stem in index.counts or is_english(word):
        return word
    near = next((each for each in _LONG_LIGHT if near_to(word.word, each)), None)
    return word._replace(word=near, stem=near) if near else word


@lru_cache(maxsize=1)
def _tie_phrases() -> dict[tuple[str, ...], str]:
    """Return what is said for a type of tie: stems, and the type."""
    found: dict[tuple[str, ...], str] = {}
    for line in Path(__file__).with_name("ties.csv").read_text("utf-8").splitlines()[1:]:
        tie, _, phrases = line.partition(",")
        for phrase in _with_synonyms(phrases.split("|")):
            key = tuple(token.stem for token in tokens(phrase) if token.word not in EMPTY)
            found.setdefault(key, tie)
    return found


def _with_synonyms(phrases: Iterable[str]) -> Iterator[str]:
    """Yield phrases, and "sell missiles" where there is "sell weapons"; "missiles" alone are not sold."""
    for phrase in phrases:
        yield phrase
        if " " in phrase and "weapons" in phrase:
            yield from (phrase.replace("weapons", each) for each in _WEAPONS)


def with_ties(query: Query, own: Collection[str]) -> Query:
    """Join the words for a type of tie, in a query for a question that has types for a parameter.

    own -- the stems by which the question itself is found
    """
    table = _tie_phrases()
    pieces: list[Piece] = []
    ties = set()
    place = 0
    while place < len(query.pieces):
        for length in (4, 3, 2, 1):
            part = query.pieces[place : place + length]
            key = tuple(piece.text for piece in part)
            tie = table.get(key)
            if tie and len(part) == length and all(piece.telling for piece in part):
                if length == 1 and key[0] in own:
                    continue
                pieces.append(
                    Piece(f"%{tie}", max(piece.weight for piece in part), word=" ".join(p.word for p in part))
                )
                ties.add(tie)
                place += length
                break
        else:
            pieces.append(query.pieces[place])
            place += 1
    return query._replace(pieces=tuple(pieces), ties=frozenset(ties)) if ties else query
