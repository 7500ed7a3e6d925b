"""What a text asks that no stored question answers (an opinion, advice, a summary), and words that no question may ignore.

Who denies, fears or claims something is not who does it, and why is not whether.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from tiebook.ask.words.names.tokens import stem

if TYPE_CHECKING:
    from tiebook.ask.words.index import Entry
    from tiebook.ask.words.query import Piece, Query

_OPINION: Final = (
    "think believe agree disagree reckon feel suppose consider prefer like dislike recommend suggest advise expect"
    " trust support oppose love hate make"
)
_ASIDE: Final = r"(?:\s+(?:really|personally|yourself|honestly|also|ever))?"
_JUDGED: Final = tuple("good bad nice terrible decent smart stupid".split())
_FOREMOST: Final = tuple("best worst greatest coolest".split())
_ASKED: Final = rf"""\b(?:
        (?:do|would|should|could|can|did|are)\s+you{_ASIDE}\s+(?:{"|".join(_OPINION.split())})\b
        | your\s+(?:own\s+|personal\s+|honest\s+)?(?:opinion|view|views|take|thoughts?|position|advice|guess|feeling|favou?rite)s?\b
        | (?:who|what|how)\s+are\s+you\b
        | should\s+(?:i|we)\b
        | what\s+time\s+is\s+it\b
    )
    | ^\W*(?:(?:who|what|how|why)\s+)?should\b
    | ^\W*how\s+to\b
    | ^\W*(?:is|are|was|were)\b.*\ban?\s+(?:very\s+)?(?:{"|".join(_JUDGED)})\b
    | ^\W*(?:who|which\s+\w+|what\s+\w+)\s+(?:is|are|was|were)\s+the\s+(?:{"|".join(_FOREMOST)})(?:\s+\w+)?\W*$
    | ^\W*(?:(?:can|could|would)\s+you\s+|please\s+)*
      (?:summari[sz]e|translate|write|rewrite|paraphrase|recommend|advise|predict|forecast|calculate|draft)\b"""
# a text without any of these asks none of it; most have none, and the pattern takes longer to compile than all that is searched
_HINTS: Final = (
    *_JUDGED,
    *_FOREMOST,
    "how to",
    *"time you should summar translate wr paraphrase recommend adv pred forecast calculate draft".split(),
)


_THE_REST: Final = (
    r"^\W*(?:who|whom|(?:which|what)\s+(?:\w+\s+)?(?:countr|state|nation|actor|government|power)\w*)\s+"
    r"(?:(?:is|are|was|were|do|does|did|has|have|had|will|would|can|could)\s*)?(?:not|never|n't|n\u2019t)\b"
)
_COUNTED: Final = r"\bhow\s+(?:many|much)\s+(?:\w+\s+)?(\w+(?:er|or)s)\b"


def counts_people(text: str) -> bool:
    """Return whether a text wants a number of those who do something ("how many fighters"): the verb alone tells no question."""
    return "how" in text.casefold() and re.search(_COUNTED, text, re.IGNORECASE) is not None


def asks_for_the_rest(text: str) -> bool:
    """Return whether a text asks who does not do something: those of whom it is denied are not all others."""
    return re.search(_THE_REST, text, re.IGNORECASE) is not None


def not_of_the_graph(text: str) -> bool:
    """Return whether a text wants an opinion, advice or a piece of writing: no stored question gives that."""
    folded = text.casefold()
    return any(hint in folded for hint in _HINTS) and re.search(_ASKED, text, re.IGNORECASE | re.VERBOSE) is not None


_SAID: Final = 0.8  # what a word counts at least that stands in a phrase of a question, and not only in a note
_SAYING: Final = frozenset(
    map(
        stem,
        """
        deny denies denied denying denial denials disavow disclaim dispute disputes disputed refuse refuses refused refusal reject
        rejects rejected fear fears feared afraid worry worried accuse accuses accused accusing accusation blame blames blamed claim
        claims claimed allege alleges alleged admit admits admitted acknowledge suspect suspects suspected promise promises promised
        threaten threatens threatened warn warns warned want wants wanted wish wishes hope hopes hoped intend intends intended
        predict predicts predicted expect expects expected offer offers offered ask asks asked request requests requested
        stop stops stopped cease ceased fail fails failed suspend suspended withdraw withdrew
        try tries tried attempt attempts attempted pretend pretends pretended
        """.split(),
    )
)
_BLAMING: Final = frozenset(
    map(stem, "accuse accuses accused blame blames blamed suspect suspects suspected guilty".split())
)
_MAY: Final = r"\b(?:could|might|may|can|would|should|able|possible|possibly|potential|potentially|candidates?)\b"
_RECORD: Final = "record"  # the theme of data sets, which do not tell who denies or claims something
_FAULTING: Final = frozenset(
    map(
        stem,
        """
        criticise criticises criticised criticising condemn condemns condemned denounce denounces denounced praise praises praised
        thank thanks thanked punish punishes punished sanction sanctions sanctioned attack attacks attacked
        """.split(),
    )
)
_REACTION: Final = stem("reaction")
_EXCEPTING: Final = frozenset(map(stem, "except besides".split()))
_OTHER_THAN: Final = r"\b(?:other|more|less|rather)\s+than\b"
_APART: Final = frozenset(map(stem, "apart aside".split()))
_PERSON: Final = "{person}"  # among the words of a header that a question is unlike: the name of a person
_WHY: Final = "why"
_OFTEN: Final = "often"
_HOW_MUCH: Final = r"\bhow\s+(much|many|big|large|rich|old)\b"
_REASONS: Final = frozenset({_WHY, *map(stem, "reason reasons explain".split())})
_NEGATIVE: Final = frozenset(
    map(
        stem,
        """
        not no never nothing nobody none without stop stops stopped prevent prevents prevented block blocks blocked fail fails
        failed failure refuse refuses refused refusal reject rejects rejected deny denies denied denial decline declined
        avoid avoids avoided refrain refrains refrained reluctant reluctance unwilling unwillingness withhold withheld abstain
        abstains abstained hesitate hesitates hesitation exclude excluded absent absence missing lack lacks unable impossible
        thwart thwarted scuttle torpedo barred hinder hindered
        """.split(),
    )
)
# which say so with a second word only: hold back, turned away, left out, keep from, but not hold talks, turn to
_NEGATIVE_WITH: Final = frozenset(map(stem, "hold holds held keep keeps kept turn turned left short shy".split()))
_SECOND: Final = frozenset(map(stem, "back off away down out from of".split()))
_REFUSING: Final = frozenset(map(stem, "refuse refuses refused refusal".split()))  # also a tie, which has its reasons
_NOT: Final = frozenset({"not", "no", "never"})
_WOULD: Final = frozenset({"would", "could", "might"})
_WHAT_IT_TAKES: Final = (
    r"\b(?:what|who)\s+(?:would|could|might|will|can)\s+"
    r"(?:it\s+take|make|get|lead|bring|persuade|induce|convince|cause|allow|enable)\b"
)
_AUTHOR: Final = r"\b(?:do|does|did)\s+the\s+(authors?)\s+(?:think|believe|want|fear|hope|expect|see)\b"
_AUTHORS: Final = frozenset(map(stem, "author authors".split()))
# what may come about, of a question that lists what did
_MAY_HAPPEN: Final = (
    r"\b(?:what\s+(?P<may>might|could|may)|(?P<can>might|could|may)\s+(?:any|some)thing(?:\s+\w+)?)\s+"
    r"(?:happen|occur|come\s+about|follow|go\s+on)\b"
    r"|\bwhat\s+(?P<what>might|could|may)\s+\S+(?:\s+\S+)?\s+do\b"
    r"|^\W*(?:who|which\s+\w+)\s+(?P<who>might|could|may|can|would|will|should)\s+(?!be\b)"
    r"|^\W*(?P<first>will|might|could|may)\s+(?!you\b|i\b|we\b)"
    r"|^\W*who\s+(?:is|are|was|were)\s+(?P<to>about|going|planning|supposed|likely|ready|willing|able|preparing)\s+to\b"
)


def unsaid(query: Query, entry: Entry) -> Iterator[str]:
    """Yield the words of a text that a question does not say though they change what is asked."""
    if _denies(query, entry):
        yield "not"
    if not _has_any(entry, _WOULD):
        if _says_what_it_takes(query.text):  # what would bring something about, of a question whether it is so
            yield "would"
        may = _may_happen(query.text)
        if may:
            yield may
    author = _author(query.text)
    if author and not any(param == "holder" for param, _, _ in entry.params) and not _has_any(entry, _AUTHORS):
        yield author
    yield from _passed_over(query, entry)


def _has_any(entry: Entry, words: frozenset[str]) -> bool:
    """Return whether a pattern of a question has one of some words."""
    return any(words & set(pattern.split(" ")) for pattern in entry.patterns)


def _denies(query: Query, entry: Entry) -> bool:
    """Return whether a text says "not" to a question that never does: the answer would be to the opposite."""
    words = [piece.word for piece in query.pieces if piece.text in _NOT]
    return bool(words) and not _has_any(entry, _NOT)


@lru_cache(maxsize=1)  # the same for every question
def _says_what_it_takes(text: str) -> bool:
    return re.search(_WHAT_IT_TAKES, text, re.IGNORECASE) is not None


@lru_cache(maxsize=1)  # the same for every question
def _author(text: str) -> str | None:
    """Return the word for the author of whom a text asks what they think; None where it asks something else."""
    found = re.search(_AUTHOR, text, re.IGNORECASE)
    return found[1] if found else None


@lru_cache(maxsize=1)  # the same for every question
def _may_happen(text: str) -> str | None:
    """Return the word by which a text asks what may come about; None where it asks something else."""
    found = re.search(_MAY_HAPPEN, text, re.IGNORECASE)
    return next(filter(None, found.groups())) if found else None


def _passed_over(query: Query, entry: Entry) -> Iterator[str]:
    """Yield verbs and the like that a question does not have: who denies or fears something is not who does it."""
    telling = [piece for piece in query.pieces if piece.telling]
    unlike = () if entry.unlike and re.search(_MAY, query.text, re.IGNORECASE) else entry.unlike
    for place, piece in enumerate(telling):
        said = {piece.text, stem(piece.word.lower())}  # as it is written, too: no slip of another word
        head = place == 0 and len(telling) > 1 and not said.isdisjoint(_SAYING)
        denier = head and entry.theme == _RECORD and query.pieces[0].text == "who" and query.pieces[1] is piece
        unsaid = (head or piece.text == _WHY) and entry.words.get(piece.text, 0.0) < _SAID
        if unsaid or denier or piece.word.lower() in unlike:
            yield piece.word
    for piece in query.pieces:
        if piece.text == _OFTEN and entry.words.get(_OFTEN, 0.0) < _SAID:
            yield piece.word
    counted = _counted(query.text)
    if counted and not any(f"how {stem(counted)}" in pattern for pattern in entry.patterns):
        yield f"how {counted}"


@lru_cache(maxsize=1)  # the same for every question
def _counted(text: str) -> str | None:
    """Return the word by which a text asks for a number or a size: "much" of "how much oil"; None if it does not."""
    found = re.search(_HOW_MUCH, text, re.IGNORECASE)
    return found[1].lower() if found else None


def persons_unlike(query: Query, entry: Entry) -> list[Piece]:
    """Return the persons in a text who are no side of a question that is about none: what persons promise is not a pact."""
    return [piece for piece in query.pieces if _PERSON in entry.unlike and piece.mention and piece.mention.person]


def only_why(query: Query, entry: Entry) -> bool:
    """Return whether a question has nothing of what a text asks the reasons of."""
    telling = {piece.text for piece in query.pieces if piece.telling}
    return (
        _WHY in telling
        and len(telling) > 1
        and not any(each[0] == "%" or entry.words.get(each, 0.0) for each in telling - _REASONS)
    )


def is_opposite(query: Query, entry: Entry, negated: Collection[str]) -> bool:
    """Return whether a text asks why something is so, of the question why it is not, or the other way round.

    negated -- the questions of which another asks the negative
    """
    words = {piece.text for piece in query.pieces}
    negative = bool(words & _NEGATIVE_WITH and words & _SECOND)
    if entry.name in negated:
        return negative or bool(words & (_NEGATIVE - _REFUSING))
    asks = bool(words & _REASONS)
    return entry.negates is not None and asks and not negative and not words & _NEGATIVE


def is_blamed(pieces: Sequence[Piece], verb: int) -> bool:
    """Return whether a verb at the end of a text says that the name before it is blamed: what is China accused of."""
    last = pieces[-1].text in ("of", "for") and verb == len(pieces) - 2
    return last and pieces[verb].text in _BLAMING and not pieces[verb - 1].does


def before_the_deed(pieces: Sequence[Piece]) -> Sequence[Piece]:
    """Return the pieces before that for which somebody is criticised, praised or punished, where it is a deed; else all."""
    verb = next((place for place, piece in enumerate(pieces) if piece.text in _FAULTING), len(pieces))
    reason = next((place for place in range(verb, len(pieces)) if pieces[place].text == "for"), len(pieces))
    doing = reason + 1 < len(pieces) and pieces[reason + 1].word.lower().endswith(
        "ing"
    )  # whom did X punish for arming Y
    named = doing or any(piece.mention for piece in pieces[verb:reason])
    return pieces[:reason] if named and any(piece.telling for piece in pieces[reason:]) else pieces


def is_of_the_deed(query: Query, entry: Entry) -> bool:
    """Return whether a question has nothing of the verb by which somebody is blamed or punished for a deed."""
    said = before_the_deed(query.pieces)
    verb = next((piece for piece in said if piece.text in _FAULTING), None)
    return len(said) == len(query.pieces) or verb is None or entry.words.get(verb.text, 0.0) < _SAID


def excepted(query: Query) -> list[Piece]:
    """Return the names that a text leaves out of what it asks: who other than X, who except X, who more than X."""
    pieces = query.pieces
    than = re.search(_OTHER_THAN, query.text, re.IGNORECASE)  # and not "stronger than X"
    leading = _EXCEPTING | ({"than"} if than else set())
    return [last for word, last in pairwise(pieces) if word.text in leading and last.mention] + [
        last
        for apart, word, last in zip(pieces, pieces[1:], pieces[2:], strict=False)
        if apart.text in _APART and word.text == "from" and last.mention
    ]


def onto_another(query: Query, entry: Entry) -> list[Piece]:
    """Return the names in what somebody responds to, where a question is about two who act: the reaction of X to strikes on Y."""
    if entry.words.get(_REACTION, 0.0) < _SAID:
        return []
    return [
        name
        for deed, onto, name in zip(query.pieces, query.pieces[1:], query.pieces[2:], strict=False)
        if deed.telling and onto.text in ("on", "against") and name.mention
    ]


def blamed_for(query: Query, entry: Entry) -> list[Piece]:
    """Return the names in what somebody is blamed for: who is accused of arming Russia is not who blames Russia."""
    pieces = query.pieces
    faulted = [piece for piece in pieces[len(before_the_deed(pieces)) :] if piece.mention]
    if faulted:
        return faulted
    blaming = [
        p for p, piece in enumerate(pieces) if piece.text in _BLAMING and entry.words.get(piece.text, 0.0) >= _SAID
    ]
    for verb in blaming:
        of = next((place for place in range(verb + 1, len(pieces)) if pieces[place].text in ("of", "for")), len(pieces))
        names = [place for place in range(of + 1, len(pieces)) if pieces[place].mention is not None]
        if names:
            return [pieces[place] for place in names if pieces[place - 1].text != "by"]
    return []
