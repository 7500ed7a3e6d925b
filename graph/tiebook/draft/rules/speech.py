"""Who says it, by verbs of saying: "Tehran argues that", "..., the ministry said", "he told reporters", "as Smith notes"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from tiebook.draft.rules.said.beside import (
    TIMES,
    apposition,
    inverted,
    opened_until,
    past_place,
    subject_before,
)
from tiebook.draft.rules.said.content import TELLS, content_of
from tiebook.draft.rules.said.documents import is_document, opening_document, written_by
from tiebook.draft.rules.syntax import second
from tiebook.draft.rules.syntax.chunks import Chunk
from tiebook.draft.rules.syntax.clauses import Clauses
from tiebook.draft.rules.syntax.contents.attitudes import attitude_before
from tiebook.draft.rules.syntax.named import Named, themselves
from tiebook.draft.rules.syntax.nouns import is_adverb
from tiebook.draft.rules.taken_for import as_seen, taken_for, what_called
from tiebook.draft.rules.unnamed import (
    is_placed,
    opening_of,
    others_of,
    people_at,
    people_before,
    recorded,
)
from tiebook.draft.rules.words import vocabulary as words
from tiebook.draft.rules.words.vocabulary import is_noun_of

_SPEAKING: Final = words.REPORTERS | words.DOCUMENTS
_SAYS: Final = frozenset(
    "say tell argue warn insist add explain acknowledge complain".split()
)  # ..., the minister said
_REFERS: Final = ("it", "this", "them", "nothing", "little")
_KEEPS: Final = ("maintain", "hold", "express", "reaffirm", "find", "show", "underline", "highlight")
_DECLARED: Final = ("war", "independence", "neutrality", "bankruptcy", "victory", "law", "emergency")
_FOR_THEM: Final = ("office", "team", "campaign")
_WHEN: Final = ("as", "when", "after", "since", "before", "because", "while")
_FORETELLS: Final = ("predict", "warn", "expect", "promise", "foresee", "fear", "hope", "announce", "forecast")
_UPSETS: Final = ("worry", "concern", "alarm")  # whose object is who fears
_HINTS: Final = ("suggest", "imply", "signal", "mean")
_QUOTES: Final = "\"\u201c\u2018'"
_OWN: Final = ("i", "we")
_HERE: Final = ("brief", "paper", "article", "report", "essay", "analysis", "study", "chapter", "author", "column")


@dataclass(frozen=True, slots=True)
class Voice:
    """Somebody other than the author who says the chunks from `first` to before `last`.

    holders -- who; empty where nobody in particular is named
    spoken -- the chunk of the verb or noun of saying, None without one
    people -- the first and last token of people without a name who say it: "analysts"
    phrase -- the chunk that says who, where it stands at no verb: "according to the president"
    """

    holders: tuple[Named, ...]
    first: int
    last: int
    spoken: int | None = None
    people: tuple[int, int] | tuple[()] = ()
    phrase: int | None = None


def spoken(clauses: Clauses) -> Iterator[Voice]:
    """Yield the voices of the verbs of saying, believing, hoping and fearing."""
    for place, chunk in enumerate(clauses.chunks):
        if chunk.sort == "verb":
            yield from _described(clauses, place)
        if _puts_it(clauses, place):
            holders = tuple(_speakers(clauses, place))
            yield Voice(
                holders, place + 2, len(clauses.chunks), place, () if holders else people_before(clauses, place)
            )
        elif chunk.sort == "verb" and _says_something(clauses, place):
            opened = opened_until(clauses) if place == 0 else None
            yield from (each if opened is None else replace(each, last=opened) for each in _said(clauses, place))


def _said(clauses: Clauses, place: int) -> Iterator[Voice]:
    """Yield the voice of a verb of saying, believing, hoping or fearing."""
    size, chunk = len(clauses.chunks), clauses.chunks[place]
    if chunk.passive and chunk.infinitive and chunk.verb == "believe":  # "if Peru is to be believed"
        yield Voice(tuple(clauses.subject(place)), 0, size, place)
        return
    if as_seen(clauses, place):
        yield Voice(tuple(_speakers(clauses, place)), 0, size, place, people_before(clauses, place))
        return
    fears = _fears(chunk)
    after = content_of(clauses, place)
    felt = fears and not (chunk.passive and clauses.head(place - 1) == "it")
    holders = tuple(clauses.subject(place) if felt else _speakers(clauses, place) or _writers(clauses, place))
    people = () if chunk.passive else people_before(clauses, place)
    placed = is_placed(clauses, people, place)
    holders, people = (
        ((), people) if placed else (holders, () if holders else people)
    )  # "officials in Beijing": not China
    factive = chunk.verb in words.FACTIVE and not is_noun_of(clauses.head(place - 1), words.TOLD)
    if not holders and not people and (factive or _thing_hints(clauses, place)):
        return  # "documents show that", and not "reports indicate that": the author believes it
    if chunk.passive and not chunk.finite and is_noun_of(clauses.head(place - 1), words.CONTENT | words.TOLD):
        return  # "a charge denied by Peru"
    if not chunk.passive and (_contact(clauses, place) or _what(clauses, place)):
        return  # "a charge Peru denied", "what Peru called"
    if not chunk.passive and _tells_of_relation(clauses, place):
        yield Voice(holders, place + 1, size, place, people)
        return
    of_what = clauses.word(clauses.behind_times(place + 2))  # "suspected Chile in 2020 of"
    suspects = chunk.verb == "suspect" and of_what == "of"
    charges = suspects or chunk.verb in ("accuse", "blame") or (chunk.verb == "charge" and of_what == "with")
    verb = clauses.at(place + 1)
    if verb is not None and verb.finite and verb.sort == "verb" and clauses.sort(place - 2) == "rel":
        yield Voice(
            holders, place + 1, second.end_of(clauses, place), place, people
        )  # "a group that Peru says is armed by Chile"
        return
    if _as_clause(clauses, place) or inverted(clauses, place):
        yield Voice(holders or tuple(inverted(clauses, place)), 0, size, place, people)
    elif after is not None:
        yield Voice(holders, after, second.end_of(clauses, place), place, people)
    elif charges and clauses.sort(place + 1):
        yield Voice(holders, place + 1, second.end_of(clauses, place), place, people)
    elif clauses.word(place - 1) != "that":
        yield from _beside(clauses, place, holders, people)
    if chunk.passive and not fears and clauses.sort(place + 1) == "verb":
        yield Voice(tuple(agent(clauses, place)), place + 1, size, place)


def _what(clauses: Clauses, place: int) -> bool:
    """Return whether "what somebody says" stands for something: "what Peru called a war", "Contrary to what Peru claims,"."""
    against = clauses.word(place - 2) in ("to", "despite") and clauses.tokens(place - 1)[0].lower == "what"
    return against or clauses.head(place - 2) == "what"


def _fears(chunk: Chunk) -> bool:
    return chunk.verb in words.FEARS or chunk.word in words.FEARS


def _says_something(clauses: Clauses, place: int) -> bool:
    """Return whether somebody else than the author says something by a verb of saying, believing, hoping or fearing."""
    chunk = clauses.chunks[place]
    says = _fears(chunk) or chunk.verb in words.REPORTS or chunk.verb in words.HOPES
    says = says or (
        chunk.verb in words.WITH_THAT and clauses.word(place + 1) == "that" and clauses.sort(place + 1) == "rel"
    )
    if as_seen(clauses, place):
        return True
    return says and not _says_nothing(clauses, place) and not _author_says(clauses, place)


def _says_nothing(clauses: Clauses, place: int) -> bool:
    """Return whether a verb reports nothing: "the sale worries Peru", "..., though Peru denies it", "it can be said that"."""
    chunk = clauses.chunks[place]
    if chunk.passive:
        return bool(chunk.modal)  # that is the author's
    refers = clauses.head(place + 1) in _REFERS and clauses.sort(place + 2) in ("", "mark")
    upset = bool(clauses.named(place + 1)) and not (
        clauses.sort(place + 2) == "verb" and clauses.chunks[place + 2].finite
    )
    if chunk.verb == "declare" and clauses.head(place + 1) in _DECLARED:
        return True  # "declared war"
    upset = upset or clauses.head(place - 1) == "what"  # "what worries Peru is that"
    on = chunk.verb == "comment" and clauses.word(place + 1) in ("on", "upon", "about")  # what others say
    return refers or on or (chunk.verb in _UPSETS and upset)


def _described(clauses: Clauses, place: int) -> Iterator[Voice]:
    """Yield the voice of what somebody takes something for: "interpreted the move as an attempt", "what many call a war"."""
    after = taken_for(clauses, place)
    if after is None:
        return
    people = people_before(clauses, place)
    holders = () if people else tuple(_speakers(clauses, place))
    if holders or people or what_called(clauses, place) is not None:
        last = second.end_of(clauses, place)
        if clauses.sort(place - 2) == "rel":  # "Chile, which Peru regards as a rival, left"
            last = next((each for each in range(after, last) if clauses.sort(each) == "mark"), last)
        yield Voice(holders, after, last, place, people)


def _author_says(clauses: Clauses, place: int) -> bool:
    """Return whether it is the author who says it: "I believe", "this brief argues"."""
    before = clauses.at(place - 1)
    if before is None or before.sort != "noun" or clauses.chunks[place].passive:
        return False
    first, head = clauses.sentence.lower(before.start), clauses.head(place - 1)
    quoted = any(token.text in _QUOTES for token in clauses.sentence.tokens[: before.end])
    return not quoted and (first in _OWN or (first == "this" and head in _HERE))


def _puts_it(clauses: Clauses, place: int) -> bool:
    """Return whether somebody puts something in words: "Rojas put it bluntly: Peru threatens Chile"."""
    says = clauses.chunks[place].verb == "put" and clauses.head(place + 1) == "it"
    if clauses.chunks[place].verb == "have" and clauses.head(place + 1) == "it" and clauses.word(place + 2) == "that":
        return True  # "Oman would have it that"
    return says and any(clauses.word(each) == ":" for each in range(place + 2, min(place + 5, len(clauses.chunks))))


def _tells_of_relation(clauses: Clauses, place: int) -> bool:
    """Return whether a verb says how a relation of two is: "describes the Chad-Mali relationship as one of rivalry"."""
    pair = clauses.named(place + 1)
    return len(pair) == 2 and pair[0].owned in words.RELATIONS  # noqa: PLR2004


def _thing_hints(clauses: Clauses, place: int) -> bool:
    """Return whether it is a thing that "suggests" something: "a deal suggests that Peru is hedging" is the author's."""
    head = clauses.head(place - 1)
    speaks = is_noun_of(head, _SPEAKING | words.TOLD) or head in words.PRONOUNS
    return clauses.chunks[place].verb in _HINTS and not clauses.chunks[place].passive and not speaks


def _contact(clauses: Clauses, place: int) -> bool:
    """Return whether a verb only says of a claim that somebody denied it: "a charge Paris denied"."""
    chunk = clauses.at(place - 1)
    if chunk is None or chunk.sort != "noun" or clauses.word(place - 2) != ",":
        return False
    tokens = clauses.sentence.tokens[chunk.start : chunk.end]
    return tokens[-1].kind == "name" and any(is_noun_of(token.lower, words.CONTENT) for token in tokens[:-1])


def _speakers(clauses: Clauses, place: int) -> list[Named]:
    """Return who is the subject of a verb of saying; nobody for "analysts" and "it is said"."""
    if clauses.chunks[place].passive:
        return agent(clauses, place) or _thought_in(clauses, place)
    quoting = clauses.governor(place) if clauses.word(place - 1) == "as" else None
    verb = clauses.chunks[quoting] if quoting is not None else None
    if quoting is not None and verb is not None and verb.verb in ("quote", "quoted", "cite") and not verb.passive:
        return [
            each.itself
            for each in clauses.group_from(quoting + 1)[0]
            if not each.owned or each.owned in words.OFFICES or is_noun_of(each.owned, _SPEAKING)
        ]  # "Reuters quoted Rojas as saying"
    found = recorded(clauses, place) or clauses.subject(place) or _behind_relative(clauses, place)
    views = (
        clauses.chunks[place].form == "ing" and not clauses.chunks[place].finite
    )  # "Peru's ties are bad, viewing Chile as"
    those = _SPEAKING | words.RELATIONS if views else _SPEAKING
    found = [each for each in found if not others_of(each)]
    found = [each.itself if each.owned in _FOR_THEM else each for each in found]  # "his office said"
    return [each.itself for each in found if not each.owned or is_noun_of(each.owned, those)]


def _writers(clauses: Clauses, place: int) -> list[Named]:
    """Return whose the document or claim is that says it: "sent Peru a message suggesting that"."""
    chunk = clauses.chunks[place]
    if chunk.finite and not chunk.passive:
        return opening_document(clauses, place)
    if chunk.form != "ing" or chunk.finite or not is_noun_of(clauses.head(place - 1), words.DOCUMENTS | words.CONTENT):
        return []
    governor = clauses.governor(place - 1)
    own = clauses.named(place - 1)
    if own or governor is None:
        return themselves(own)
    return agent(clauses, governor) if clauses.chunks[governor].passive else clauses.subject(governor)


def _behind_relative(clauses: Clauses, place: int) -> list[Named]:
    """Return the subject before a relative clause: "Rojas, who asked to speak first, warned"."""
    opening = opening_of(clauses, place)
    return clauses.ending_at(opening - 1) if opening else []


def _thought_in(clauses: Clauses, place: int) -> list[Named]:
    """Return where it is thought or said: "it is believed in Lima that", "it is hoped among Peruvian officials that"."""
    told = attitude_before(clauses, place + 3) if clauses.head(place - 1) == "it" else None
    return list(told.minds) if told is not None and told.at == place else []


def agent(clauses: Clauses, place: int) -> list[Named]:
    """Return whom "by" names after a passive."""
    return clauses.group_from(place + 2)[0] if clauses.word(place + 1) == "by" else []


def _beside(
    clauses: Clauses, place: int, holders: tuple[Named, ...], people: tuple[int, int] | tuple[()]
) -> Iterator[Voice]:
    """Yield the voice of "..., the ministry said", "..., said the minister", "Israel, he said, had ..." and "As X notes, ..."."""
    size = len(clauses.chunks)
    before = place - 1
    said = clauses.chunks[place].verb in _SAYS and clauses.chunks[place].finite and clauses.sort(place - 1) == "noun"
    somebody = (
        holders or people or clauses.chunks[place].passive or said
    )  # "a package, announced in May" is said by nobody
    closing = clauses.chunks[before]
    if closing.end == closing.start + 1 and clauses.sentence.lower(closing.start) in _QUOTES:  # '...," said X'
        before -= 1
    opening = apposition(clauses, place, holders)
    if opening is not None:
        if opening > 0 and _closes(clauses, place + 1):  # '...," its foreign minister, Hakan Yildiz, told reporters'
            yield Voice(holders, 0, opening, place)
        return
    opening = subject_before(clauses, place) if holders else 0
    if opening > 0 and _closes(clauses, place + 1):  # '...," Rojas, who had come from Lima, told reporters'
        yield Voice(holders, 0, opening, place)
        return
    aside = clauses.chunks[place].form == "ing" and not clauses.chunks[place].finite  # "left, viewing Peru as a threat"
    aside = aside or clauses.chunks[place].verb in words.DESCRIBES  # "Peru, which left, sees Chile as"
    hearer = clauses.chunks[place].verb in ("tell", "inform", "assure") and not clauses.chunks[place].passive
    if clauses.word(before) == "," and _closes(clauses, place + 1) and not aside and not hearer:  # "..., said X"
        people = people_at(clauses, place + 1)
        after = [] if people else clauses.group_from(place + 1)[0]
        if not people and is_document(clauses, place + 1):  # "said a statement read out by Peru"
            after = written_by(clauses, place + 1)
        those = tuple(each.itself for each in after if not each.owned or is_noun_of(each.owned, _SPEAKING))
        if not those and not people and clauses.chunks[place].verb in _KEEPS:  # "Peru, which lost, maintains ties"
            return
        yield Voice(those, 0, before, place, people)
        return
    while before > 0 and clauses.word(before) not in (",", ";") and clauses.sort(before) not in ("verb", "rel"):
        before -= 1
    somebody = (
        somebody
        and not _has_object(clauses, place)
        and clauses.sort(place - 1) != "join"
        and not any(clauses.word(each) in _WHEN for each in range(before + 1, place))  # ", just as Peru had announced"
        and (
            clauses.sort(before + 1) not in ("join", "sub") or clauses.word(before + 2) == "so"
        )  # ", or so Peru claims"
    )
    if somebody and before > 0 and clauses.word(before) == "," and _closes(clauses, place + 1):
        yield Voice(holders, 0, before, place, people)
    elif before > 0 and clauses.word(before) == "," and clauses.word(past_place(clauses, place)) == ",":
        yield Voice(holders, 0, size, place, people)


def _has_object(clauses: Clauses, place: int) -> bool:
    """Return whether a verb has an object that is neither a hearer nor a time: "Iran has asserted control over the strait"."""
    if clauses.sort(place + 1) == "noun" and clauses.word(place + 2) in ("of", "against"):
        return True  # "warned Peru of a war"
    if clauses.sort(place + 1) != "noun" or clauses.chunks[place].verb in TELLS:
        return False
    head = clauses.head(place + 1)
    return not (is_noun_of(head, words.REPORTERS) or is_noun_of(head, TIMES) or head.isdigit() or is_adverb(head))


def _as_clause(clauses: Clauses, place: int) -> bool:
    """Return whether a verb of saying stands in "As Goh (2013) notes, ..."."""
    verb, before = clauses.chunks[place], place - 1
    foretold = verb.verb in _FORETELLS and clauses.tokens(place)[0].lower == "had"  # "as Peru had predicted"
    if verb.negated or foretold or verb.verb in ("object", "deny", "doubt"):  # "As Peru did not object, Chile left"
        return False
    while before > 0 and clauses.sort(before) in ("noun", "mark", "prep") and clauses.word(before) not in ("as", ","):
        before -= 1
    after = place + 1 + (clauses.word(place + 1) == "out")
    after += clauses.sort(after) == "noun" and (verb.verb in TELLS or is_adverb(clauses.head(after)))
    return before >= 0 and clauses.word(before) == "as" and clauses.sort(after) in ("", "mark")


def _closes(clauses: Clauses, place: int) -> bool:
    """Return whether nothing but where, when and to whom follows."""
    return all(chunk.sort in ("mark", "noun", "prep") for chunk in clauses.chunks[place:])
