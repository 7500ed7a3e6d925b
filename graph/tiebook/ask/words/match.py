"""Compares a text with one question: which of its words the question covers, and which parameters its names fill.

A question's patterns are aligned with the text (the longest common subsequence, each word weighted by how telling it is),
so that places and prepositions say who is who: "who arms {recipient}", "whom does {supplier} arm".
"""

import re
from collections.abc import Collection, Iterable, Iterator, Sized
from itertools import pairwise
from typing import Final, NamedTuple

from tiebook.ask.words.addressed import (
    before_the_deed,
    blamed_for,
    excepted,
    is_of_the_deed,
    is_opposite,
    only_why,
    onto_another,
    persons_unlike,
    unsaid,
)
from tiebook.ask.words.either_way import otherwise
from tiebook.ask.words.index import ANY, NOT, STRONG, Entry, Index, is_slot
from tiebook.ask.words.names.tokens import GENERAL_STEMS, LIGHT
from tiebook.ask.words.query import OF_GENERAL, TELLING, Piece, Query, with_ties
from tiebook.ask.words.slots import PARTNER, PERSON, filled, value_of, with_times
from tiebook.ask.words.together import apart, no_side
from tiebook.ask.words.voice import directed, done_by, passive_of, roles, slots_after_by
from tiebook.questions.options import as_option

_SLOT, _ANY, _GRAMMAR, _TELLING = 1.2, 1.5, 0.2, 0.5
_COVERED, _ALIGNED = 0.55, 0.45  # what the words and what the best pattern count
WHOLE: Final = 0.99  # how well a pattern fits that has all words of a text
_OTHER: Final = 0.3  # what a word that is none of the question's counts where any of them may stand
_BOUND: Final = 0.05  # what a filled slot counts between patterns that fit alike
_SURE, _PLAIN = 0.9, 0.45  # nearly all words told and everything placed: at least this for the pattern
_AS_OF: Final = 0.04  # a question about a day has a place of its own for it
_OPPOSITE: Final = 0.9  # what a question loses that says the opposite of the text
_NO_MATTER: Final = 0.25  # and one that has only the "why" of it
_OWN_NAME: Final = 0.5  # a name that is one of the question's words fills a slot last: "vote in the UN"
_HARDLY: Final = 0.2  # an actor is hardly what is signed
_UNLIKELY: Final = 0.7  # a state is hardly what has members, and an organisation hardly where someone is
_ABOUT: Final = frozenset({"about", "regarding", "concerning"})
_IN: Final = ("in", "at")
_SAY: Final = "say"
_SPEAKS: Final = f"}} {_SAY}"  # a pattern with somebody who says something: "what does {holder} say"
_NAME_LEFT, _TIME_LEFT, _LACKING, _LACKING_TIME, _SPLIT, _NUMBER_LEFT = 0.15, 0.2, 0.25, 0.06, 0.03, 0.05


class Guess(NamedTuple):
    """One question that a text may ask.

    params -- values as they are typed
    lacking -- parameters without which it cannot be asked
    left -- names and times of the text that it has no place for
    unknown -- words that look like names and are none that are known
    bare -- the text has nothing but names
    aligned -- how well the best pattern fits
    untimed -- the score without what it loses for times that it has no place for; 0 where names are left too
    otherwise -- values with the only side that is named on the other one, where sources differ on which side it is
    own -- a word of the text is one by which the question is found, and not only a part of a longer phrase
    """

    name: str
    title: str
    score: float
    covered: float
    params: dict[str, str]
    lacking: tuple[str, ...] = ()
    left: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()
    bare: bool = False
    aligned: float = 0.0
    own: bool = True
    untimed: float = 0.0
    otherwise: dict[str, str] | None = None

    @property
    def arguments(self) -> list[str]:
        """The question and its parameters, as arguments of `tiebook ask`."""
        return [self.name, *(part for name, value in self.params.items() for part in (as_option(name), value))]


def match(query: Query, entry: Entry, index: Index) -> Guess:
    """Compare a text with a question."""
    types = {name: name if name == PERSON or (name, kind) == PARTNER else kind for name, kind, _ in entry.params}
    query, leads = _read_for(query, entry, types)
    covered = _covered(query, entry)
    fit, bound = _aligned(query, entry, index, types) if covered != 0 else (0.0, {})
    covered = fit if covered is None else covered
    bound, misplaced, blamed = _placed(query, entry, types, bound, fit)
    params, left = filled(query, entry, types, bound, misplaced)
    lost_times = with_times(query, entry, params)
    lacking = tuple(name for name, _, optional in entry.params if not optional and name not in params)
    left += (*unsaid(query, entry), *query.unplaced, *(piece.word for piece in leads))
    told = covered >= _SURE and not left and not lacking
    score = (
        _COVERED * covered
        + _ALIGNED * (max(fit, _PLAIN) if told else fit)
        - _lost(query, types, params, left, lost_times, lacking)
        - _NO_MATTER * (only_why(query, entry) or (blamed and is_of_the_deed(query, entry)))
        - _OPPOSITE * is_opposite(query, entry, index.negated)
    )
    return Guess(
        entry.name,
        entry.title,
        score,
        covered,
        {name: params[name] for name in (*types, *entry.takes) if name in params},
        lacking,
        (*left, *lost_times),
        tuple(query.unknown),
        query.bare,
        fit,
        any(_is_own(piece, entry) or piece.text[0] == "%" for piece in query.pieces),
        0.0 if left else score + _TIME_LEFT * len(lost_times),
        otherwise(query, entry, params),
    )


def _read_for(query: Query, entry: Entry, types: dict[str, str]) -> tuple[Query, list[Piece]]:
    """Return a text as a question reads it, with its types of ties and without what stands before a colon; and that."""
    if "tie" in types.values() and (_spans_days(query, types) or any(_is_own(piece, entry) for piece in query.pieces)):
        query = with_ties(query, [stem for stem, weight in entry.words.items() if weight >= STRONG])
    leads = _leads(query, types)
    out = [*leads, *_where_it_is(query, entry)]
    return query._replace(pieces=tuple(_besides(query.pieces, out))) if out else query, leads


def _where_it_is(query: Query, entry: Entry) -> list[Piece]:
    """Return a name after "in" that a question has among its own words, and is no side of: how did X and Y vote in the UN."""
    said = [piece for word, piece in pairwise(query.pieces) if word.text in _IN and piece.mention is not None]
    own = [piece for piece in said if piece.stem and entry.words.get(piece.stem, 0.0) >= STRONG]
    return [] if not own or any(f"{word} {{" in pattern for pattern in entry.patterns for word in _IN) else own


def _placed(
    query: Query, entry: Entry, types: dict[str, str], bound: dict[str, Piece], fit: float
) -> tuple[dict[str, Piece], list[Piece], bool]:
    """Return the names of a text by their parameters, as far as it says which is which, and those that have no place.

    Also return whether some are only a part of what somebody is blamed for.
    """
    needed = {name for name, _, optional in entry.params if not optional and types[name] in ("actor", "entity")}
    if len(needed) > 1 and len(needed & bound.keys()) == 1 and len(query.mentions) > 1:
        bound = {name: piece for name, piece in bound.items() if name not in needed}  # half a pair says no direction
    bound = _told_about(query, types, bound)
    whole = fit >= WHOLE and len(bound) > 1  # a phrase that says it in all its words says also who is who
    bound, by_voice = (bound, list[Piece]()) if whole else _by_voice(query, entry, types, bound)
    bound, beside = apart(query, entry, bound)
    beside += no_side(query.pieces, entry.patterns, types, bound) + persons_unlike(query, entry)
    beside += _of_a_thing(query, bound) + excepted(query) + onto_another(query, entry)
    blamed = _besides(blamed_for(query, entry), (*by_voice, *beside))
    speakers = [] if any(_SPEAKS in pattern for pattern in entry.patterns) else _speakers(query)
    out = [*beside, *blamed, *speakers]
    bound = {name: piece for name, piece in bound.items() if not _is_among(piece, out)}
    misplaced = [*by_voice, *_besides(beside, by_voice)]
    return bound, [*misplaced, *blamed, *_besides(speakers, misplaced)], bool(blamed)


def _besides(pieces: Iterable[Piece], out: Iterable[Piece]) -> list[Piece]:
    """Return pieces without some of them: the same words may stand in a text twice."""
    return [piece for piece in pieces if not _is_among(piece, out)]


def _is_among(piece: Piece, pieces: Iterable[Piece]) -> bool:
    return any(piece is each for each in pieces)


def _lost(
    query: Query,
    types: dict[str, str],
    params: dict[str, str],
    left: Sized,
    lost_times: Sized,
    lacking: Collection[str],
) -> float:
    """Return what a question loses for what it has no place for, and for what it needs beside the text."""
    numbers = sum(piece.number is not None and str(piece.number) not in params.values() for piece in query.pieces)
    of_time = sum(types[name] in ("date", "year") for name in lacking)
    return (
        _NAME_LEFT * len(left)
        + _TIME_LEFT * len(lost_times)
        + _LACKING_TIME * of_time
        + _LACKING * (len(lacking) - of_time)
        + _SPLIT * query.split
        + _NUMBER_LEFT * numbers
        + _AS_OF * ("as_of" in params)
    )


def _spans_days(query: Query, types: dict[str, str]) -> bool:
    """Return whether a text names a time of which a question lists all ties: "who was sanctioned in 2019"."""
    to_come = any(piece.text == "will" for piece in query.pieces)
    return not to_come and list(types.values()).count("date") > 1 and any(time.kind != "day" for time in query.times)


def _covered(query: Query, entry: Entry) -> float | None:
    """Return which part of the telling words of a text the question has, by weight; None if it has none."""
    whole = told = 0.0
    for piece in query.pieces:
        if piece.telling:
            whole += piece.weight
            told += piece.weight * (1.0 if piece.text[0] == "%" else entry.words.get(piece.text, 0.0))
    return told / whole if whole else None


def _speakers(query: Query) -> list[Piece]:
    """Return the names in a text of whom it asks what they say about a matter: they are no side of it."""
    return [
        who
        for who, verb, of in zip(query.pieces, query.pieces[1:], query.pieces[2:], strict=False)
        if who.mention is not None and verb.text == _SAY and of.text in ("about", "of", "on")
    ]


def _is_own(piece: Piece, entry: Entry) -> bool:
    """Return whether a word is one of those by which a question is found."""
    word = NOT if piece.text == "no" else piece.text
    return (piece.telling or word == NOT) and entry.words.get(word, 0.0) >= STRONG


def _aligned(query: Query, entry: Entry, index: Index, types: dict[str, str]) -> tuple[float, dict[str, Piece]]:
    """Return how well the best pattern fits (0 to 1), and the parameters that it fills."""
    stems = {piece.text for piece in query.pieces if piece.is_word}
    whole = sum(piece.weight for piece in query.pieces)
    best: tuple[float, dict[str, Piece]] = (0.0, {})
    for pattern in entry.patterns:
        parts = pattern.split(" ")
        words = [part for part in parts if not is_slot(part) and part != ANY and part not in LIGHT]
        if words and stems.isdisjoint(words) and ANY not in parts:
            continue
        weight = sum(_weight(part, index) for part in parts)
        common, bound = _common(query.pieces, parts, entry, types)
        fit = 2 * common / (whole + weight) if whole + weight else 0.0
        if fit + _BOUND * len(bound) > best[0] + _BOUND * len(best[1]):
            best = (fit, bound)
    return best


def _told_about(query: Query, types: dict[str, str], bound: dict[str, Piece]) -> dict[str, Piece]:
    """Assign the name after "about" to the parameter of that name: what an author says about China is not what China says."""
    for word, piece in pairwise(query.pieces):
        if word.text in _ABOUT and "about" in types and value_of(piece, types["about"]) is not None:
            return {name: each for name, each in bound.items() if each is not piece} | {"about": piece}
    return bound


def _by_voice(
    query: Query, entry: Entry, types: dict[str, str], bound: dict[str, Piece]
) -> tuple[dict[str, Piece], list[Piece]]:
    """Assign those who act and those acted upon to their parameters; also return those for which there is no parameter."""
    side = directed(entry)
    if side is None:
        return _by_agent(query, entry, types, bound)
    found = roles(before_the_deed(query.pieces), entry, side)
    said = [(name, piece) for name, piece in ((side.by, found.by), (side.to, found.to)) if piece is not None]
    right = {name: piece for name, piece in said if name is not None and value_of(piece, types[name]) is not None}
    matter = found.to if side.to not in right else None  # what is done to it is done to nobody: limits on arms sales
    if matter is not None and "regarding" in types and value_of(matter, types["regarding"]) is not None:
        right["regarding"] = matter
    if not said or (len(right) < len(said) and side.by is not None):
        return bound, []
    placed = {name: piece for name, piece in bound.items() if not any(piece is each for _, each in said)}
    return placed | right, [piece for name, piece in said if name not in right and piece is not right.get("regarding")]


def _by_agent(
    query: Query, entry: Entry, types: dict[str, str], bound: dict[str, Piece]
) -> tuple[dict[str, Piece], list[Piece]]:
    """Assign who stands after "by", and who is said to be feared by whomever, in a question that names its sides otherwise."""
    agents, places = done_by(query.pieces), slots_after_by(entry)
    patient = passive_of(query.pieces, entry)
    if patient is not None and len(places) == 1 and bound.get(places[0]) is patient:
        free = [name for name in types if name != places[0] and value_of(patient, types[name]) is not None]
        return ({free[0]: patient}, []) if free else ({}, [patient])
    if not agents:
        return bound, []
    if len(agents) == len(places) == 1 and value_of(agents[0], types[places[0]]) is not None:
        return {n: p for n, p in bound.items() if p is not agents[0]} | {places[0]: agents[0]}, []
    if places:
        return bound, []
    return {n: p for n, p in bound.items() if not _is_among(p, agents)}, agents


def _weight(part: str, index: Index) -> float:
    if is_slot(part):
        return _SLOT
    if part == ANY:
        return _ANY
    if part in LIGHT:
        return _TELLING if part in TELLING else _GRAMMAR
    return OF_GENERAL if part in GENERAL_STEMS else index.weight(part)


def _common(
    pieces: tuple[Piece, ...], parts: list[str], entry: Entry, types: dict[str, str]
) -> tuple[float, dict[str, Piece]]:
    """Return the weight of the heaviest common subsequence of a text and a pattern, and what its slots take."""
    width = len(parts) + 1
    rows = [[0.0] * width]
    columns = [(column, part, is_slot(part) or part == ANY) for column, part in enumerate(parts, start=1)]
    for piece in pieces:
        above, row = rows[-1], [0.0] * width
        words = (piece.text, piece.stem)
        for column, part, is_open in columns:
            same = _same(piece, part, entry, types) if is_open or part in words else 0.0
            row[column] = max(above[column], row[column - 1], above[column - 1] + same if same else 0.0)
        rows.append(row)
    bound: dict[str, Piece] = {}
    line, column = len(pieces), len(parts)
    while line and column:
        if rows[line][column] == rows[line - 1][column]:
            line -= 1
        elif rows[line][column] == rows[line][column - 1]:
            column -= 1
        else:
            line, column = line - 1, column - 1
            if is_slot(parts[column]):
                bound.setdefault(parts[column][1:-1], pieces[line])
    return rows[-1][-1], bound


def _same(piece: Piece, part: str, entry: Entry, types: dict[str, str]) -> float:
    """Return what it counts that a piece of the text stands where a part of the pattern stands; 0 where it does not fit."""
    if is_slot(part):
        if value_of(piece, types[part[1:-1]]) is None:
            return 0.0
        likely = _likely(piece, part)
        return piece.weight * likely * (_OWN_NAME if piece.stem in entry.words else 1)
    if part == ANY:
        if not piece.telling:
            return 0.0
        return min(piece.weight, _ANY) * (1.0 if entry.words.get(piece.text, 0.0) >= STRONG else _OTHER)
    return piece.weight if part in (piece.text, piece.stem) and piece.number is None else 0.0


def _likely(piece: Piece, slot: str) -> float:
    """Return how likely a name stands in a slot, by its kind: a state has no members, a person no offices to hold."""
    if slot == "{instrument}":
        return _HARDLY if _is_no_instrument(piece) else 1
    if slot == "{body}":
        return _HARDLY if piece.mention is not None and piece.mention.person else 1
    if slot == "{group}":
        return 1 if _is_group(piece) else _UNLIKELY
    return _UNLIKELY if slot == "{place}" and _is_group(piece) else 1


def _of_a_thing(query: Query, bound: dict[str, Piece]) -> list[Piece]:
    """Return an actor that would be an instrument although it only says whose, as "UN resolutions"; and an event, which is none."""
    actor = bound.get("instrument")
    if actor is not None and actor.mention is not None and all(label == "Event" for label, _ in actor.mention.readings):
        return [actor]
    if actor is None or not _is_actor(actor):
        return []
    return [piece for piece, after in pairwise(query.pieces) if piece is actor and after.telling]


def _leads(query: Query, types: dict[str, str]) -> list[Piece]:
    """Return what a text is about, said before a colon, if it is no actor: "Ukraine war: who supports Russia"."""
    lead, colon, rest = query.text.partition(": ")
    names = [piece for piece in query.pieces if piece.mention is not None]
    if not colon or not rest or {"about", "regarding", "event", "conflict"} & types.keys():
        return []
    said = " ".join(re.findall(r"[^\W_]+", lead))
    return [piece for piece in names if piece.word in said and not _is_actor(piece) and piece is not names[-1]]


def _is_actor(piece: Piece) -> bool:
    return piece.mention is not None and all(label == "Actor" for label, _ in piece.mention.readings)


def _is_no_instrument(piece: Piece) -> bool:
    return piece.mention is not None and all(label in ("Actor", "Event") for label, _ in piece.mention.readings)


def _is_group(piece: Piece) -> bool:
    return piece.mention is not None and piece.mention.group


def guesses(query: Query, index: Index, *, telling: bool = False) -> Iterator[Guess]:
    """Compare a text with every question.

    telling -- only against those that have any of its telling words: none of the others scores above 0
    """
    for entry in index.entries:
        if telling and _covered(query, entry) == 0 and not any(_is_own(piece, entry) for piece in query.pieces):
            continue
        yield match(query, entry, index)
