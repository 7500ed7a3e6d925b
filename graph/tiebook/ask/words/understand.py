"""Understands a question in free words: which stored question it is, or which it may be."""

import re
import shlex
from collections.abc import Iterable
from datetime import UTC, date, datetime
from typing import Final, Literal, NamedTuple

from tiebook.ask.words import LONGEST
from tiebook.ask.words.addressed import asks_for_the_rest, counts_people, not_of_the_graph
from tiebook.ask.words.framed import compared, told_about, without_frame
from tiebook.ask.words.index import Index, load_index, parts
from tiebook.ask.words.match import WHOLE, Guess, guesses
from tiebook.ask.words.names.known import Names, read_names
from tiebook.ask.words.query import Query, take_apart
from tiebook.engine.base import Engine
from tiebook.errors import UsageError
from tiebook.questions import QuestionLibrary
from tiebook.questions.options import as_option

_ENOUGH, _TOLD = 0.55, 0.6  # score, and part of the telling words, from which a question is answered
_MAYBE, _MAYBE_TOLD = 0.42, 0.4  # and from which it is worth to ask whether it is meant
_LIKE: Final = 0.8  # how well a pattern must fit a text without any word of the question's own
_NEAR: Final = 0.05  # two that are nearer than this: ask back
_ALIKE: Final = 0.04  # less than what a word counts more in a title than among the words of a header
_BARE: Final = (
    0.15  # what a reading loses that has nothing but names: "Iran under US sanctions" is not only about a matter
)
_SHOWN: Final = 3
_JOINED: Final = re.compile(
    r"[?;,]\s+\S|\bor\b|\band\s+(?:wh|how|since\s)", re.IGNORECASE
)  # there may be two questions in it
_TOGETHER: Final = re.compile(
    r"\b(?:and|or|as\s+well\s+as)\b", re.IGNORECASE
)  # there may be names that are said together
_ASKS: Final = r"\W*(?:wh\w+|how|is|are|was|were|do|does|did|has|have|had|list|show|name|give|tell)\b"
_FEW: Final = 3
_FOUND: Final = 0.5  # the part of the words, from which a search lists a question
_LISTED, _NEAREST = 15, 5


class Understanding(NamedTuple):
    """What a text is taken for.

    taken -- the question, where one fits well and no other nearly as well
    choices -- the nearest questions, best first: to choose from, or to see what there is
    verdict -- "taken"; "unsure" (two or more fit); "lacking" (it fits, but needs more); "nothing"
    """

    verdict: Literal["taken", "unsure", "lacking", "nothing"]
    choices: tuple[Guess, ...]
    unknown: tuple[str, ...] = ()

    @property
    def taken(self) -> Guess | None:
        """The question that it is taken for."""
        return self.choices[0] if self.verdict == "taken" else None

    @property
    def offered(self) -> tuple[Guess, ...]:
        """What to ask instead: all that it may mean, or if the first lacks something, that and those that fit whole.

        Where nothing fits, those that have at least a word of it: "weather in Paris" is about nothing that is asked of France.
        """
        if self.verdict == "nothing":
            return tuple(guess for guess in self.choices if guess.covered > 0)
        if self.verdict != "lacking":
            return self.choices
        whole = (guess for guess in self.choices[1:] if guess.score >= _ENOUGH and not guess.lacking and not guess.left)
        return (self.choices[0], *whole)


def understand(
    engine: Engine, text: str, library: QuestionLibrary | None = None, *, others: bool = True
) -> Understanding:
    """Find the stored question that a text asks, with its parameters; nothing is asked of the engine but names.

    others -- with the next best also where it is plain which is asked: to find them, the text is held against all questions

    Raises UsageError where the text is too long for a question.
    """
    if len(text) > LONGEST:
        raise UsageError(
            f"{len(text):,} characters are too long for a question: ask one in at most {LONGEST:,}, with fewer names or words"
        )
    index = load_index(library or QuestionLibrary())
    names = read_names(engine, text, index.counts)
    return understand_with(index, names, text, datetime.now(UTC).date(), others=others)


def understand_with(index: Index, names: Names, text: str, today: date, *, others: bool = True) -> Understanding:
    """Find the stored question that a text asks, with an index and names available; `others` as above."""
    text = without_frame(text)
    about = told_about(text)
    if about is not None:
        told = understand_with(index, names, about, today, others=others)
        if told.taken is not None:
            return told
    pair = compared(text)
    each = _one_of_each(index, names, pair, today) if pair is not None else None
    if each is not None:
        return each
    both = _two(index, names, text, today) if _JOINED.search(text) else None
    if both is not None:
        return both
    each = _one_of_each(index, names, text, today) if _TOGETHER.search(text) else None
    if each is not None:
        return each
    if not others:
        ranked = _ranked(index, names, text, today, telling=True)
        found = _understood(ranked, text) if ranked else None
        if found is not None and found.taken is not None:
            return found
    return _understood(_ranked(index, names, text, today), text)


def _one_of_each(index: Index, names: Names, text: str, today: date) -> Understanding | None:
    """Return the questions that a text asks at once of names that it says together; None if one question takes them all."""
    from tiebook.ask.words.together import one_of_each, takes_all  # noqa: PLC0415 -- few texts have such names

    queries = take_apart(text, index, names, today)
    # words that are a part of a longer name may be meant by themselves: "a defence treaty"
    if any(mention.unsure for mention in queries[0].mentions):
        taken_whole = _understood(_ranked_of(queries, index), text).taken
        if taken_whole is not None:
            return None
    for query in queries:
        parted = one_of_each(query)
        whole = _understood(_ranked_of([query], index), text) if parted else None
        if whole is None:
            continue
        found = [_understood(_ranked_of([each], index), text) for each in parted]
        taken = tuple(
            each.choices[0] for each in found if each.verdict in ("taken", "unsure") and not each.choices[0].left
        )
        if (
            len(taken) < len(parted)
            or len({guess.name for guess in taken}) > 1
            or any(guess.lacking for guess in taken)
        ):
            continue
        first, least = whole.choices[0], min(taken, key=lambda guess: guess.score)
        other = least.name != first.name and least.score > first.score + _NEAR and least.aligned > first.aligned + _NEAR
        if (first.left and not takes_all(query, first.params)) or other:
            return Understanding("unsure", taken)
    return None


def _two(index: Index, names: Names, text: str, today: date) -> Understanding | None:
    """Return the two questions that a text asks; None if it asks one."""
    from tiebook.ask.words.two_questions import asks_when, asks_why, parts_of, stands_alone, turned, with_name  # noqa: PLC0415 -- few texts have two parts

    for part, rest in parts_of(text):
        taken = _understood(_ranked(index, names, part, today), part).taken
        if taken is None:
            continue
        if asks_when(rest):
            return Understanding("taken", (taken,))
        if asks_why(rest):
            found = _understood(_ranked(index, names, f"why {part}", today), text)
            why = next((guess for guess in found.choices if guess.score >= _MAYBE), None)
            return Understanding("unsure", (taken, why) if why is not None else (taken,))
        other = turned(taken, part, rest, names)
        second = with_name(part, rest, names)
        if other is None and stands_alone(second):
            found = _understood(_ranked(index, names, second, today), second)
            other = found.choices[0] if found.verdict in ("taken", "unsure") else None
        if other is not None and (other.name, other.params) != (taken.name, taken.params):
            return Understanding("unsure", (taken, other))
    return None


def _understood(ranked: list[Guess], text: str) -> Understanding:
    first = ranked[0]
    unknown = first.unknown
    if not_of_the_graph(text) or first.score < _MAYBE or first.covered < _MAYBE_TOLD or unknown:
        return Understanding("nothing", tuple(ranked[:_SHOWN]), unknown)
    plain = first.score >= _ENOUGH and first.covered >= _TOLD and not first.bare
    if not plain or counts_people(text) or (not first.own and first.aligned < _LIKE):
        return Understanding("unsure", tuple(ranked[:_SHOWN]), unknown)
    timeless = _but_for_its_time(ranked)
    if timeless is not None:
        return Understanding(
            "lacking", (timeless, *(guess for guess in ranked[:_SHOWN] if guess is not timeless)), unknown
        )
    near = [guess for guess in ranked[:_SHOWN] if guess.score > first.score - _NEAR]
    if _word_by_word(first) and _says_enough(text):
        near = [first, *(each for each in near[1:] if _word_by_word(each) or each.covered > first.covered + _ALIKE)]
    if len(near) > 1:
        return Understanding("unsure", tuple(near), unknown)
    if first.lacking or first.left:
        return Understanding("lacking", tuple(ranked[:_SHOWN]), unknown)
    if first.otherwise is not None:
        return Understanding("unsure", (first, first._replace(params=first.otherwise)), unknown)
    if asks_for_the_rest(text):
        return Understanding("unsure", tuple(ranked[:_SHOWN]), unknown)
    return Understanding("taken", tuple(ranked[:_SHOWN]), unknown)


def _word_by_word(guess: Guess) -> bool:
    """Return whether a text says nothing but a phrase of a question, with all its words and in their order."""
    return guess.own and guess.aligned >= WHOLE and not guess.left and not guess.lacking


def _says_enough(text: str) -> bool:
    """Return whether a text asks or has more than a noun and a name: "China sanctions" may be those of China and those on it."""
    return re.match(_ASKS, text, re.IGNORECASE) is not None or len(text.split()) > _FEW


def _but_for_its_time(ranked: list[Guess]) -> Guess | None:
    """Return the question that is plainly asked but has no place for the time in a text; the first is another that has one."""
    first = ranked[0]
    for guess in () if first.left else ranked[1:_SHOWN]:
        same = guess.params.items() <= first.params.items()  # who gave and who got it, with the time of it
        if guess.untimed > first.score and guess.covered > first.covered - _NEAR and not guess.lacking and not same:
            return guess
    return None


def search(names: Names, text: str, library: QuestionLibrary) -> tuple[list[Guess], bool]:
    """Return the questions that some words may mean, the nearest first, and whether they are more than the nearest."""
    ranked = _ranked(load_index(library), names, text, datetime.now(UTC).date())
    bare = ranked[0].bare
    found = [guess for guess in ranked if (guess.aligned if bare else guess.covered) >= _FOUND]
    if not bare:
        said = set(parts(text))
        found.sort(key=lambda guess: -len(said & set(parts(guess.name.replace("-", " ")))))
    return (found[:_LISTED], True) if found else (ranked[:_NEAREST], False)


def _ranked(index: Index, names: Names, text: str, today: date, *, telling: bool = False) -> list[Guess]:
    """Return a guess for every question, or for those that have any of the telling words, the best first."""
    return _ranked_of(take_apart(text, index, names, today), index, telling=telling)


def _ranked_of(queries: Iterable[Query], index: Index, *, telling: bool = False) -> list[Guess]:
    best: dict[str, Guess] = {}
    queries = tuple(queries)
    says_more = any(not query.bare for query in queries)
    for query in queries:
        bare = _BARE if says_more and query.bare else 0.0
        for each in guesses(query, index, telling=telling):
            guess = each._replace(score=each.score - bare, untimed=each.untimed - bare) if bare else each
            if guess.name not in best or guess.score > best[guess.name].score:
                best[guess.name] = guess
    return sorted(best.values(), key=lambda guess: (-guess.score, guess.name))


def command(guess: Guess) -> str:
    """Return the command that asks a question, ready to copy; what it still needs stands in capitals."""
    words = [shlex.quote(word) for word in guess.arguments]
    words += [f"{as_option(name)} {name.upper()}" for name in guess.lacking]
    return f"tiebook ask {' '.join(words)}"
