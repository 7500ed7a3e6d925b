"""What somebody holds without a clause of its own: "denied arming Peru", "is believed by Chile to arm", "blamed Peru for"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from tiebook.draft.rules.said.beside import opened_until
from tiebook.draft.rules.speech import Voice
from tiebook.draft.rules.syntax import second
from tiebook.draft.rules.syntax.clauses import Clauses
from tiebook.draft.rules.syntax.contents.attitudes import attitude_before
from tiebook.draft.rules.syntax.contents.complements import behind_remarks
from tiebook.draft.rules.syntax.named import Named, themselves
from tiebook.draft.rules.unnamed import is_placed, people_before
from tiebook.draft.rules.words import vocabulary as words
from tiebook.draft.rules.words.vocabulary import is_noun_of

_OF_SOMEBODY: Final = frozenset(
    "believe consider expect think judge assess deem reckon suspect understand presume".split()
)
_ALLEGES: Final = frozenset("allege deny suspect claim predict foresee fear dread".split())  # an act, by a noun
_CHARGES: Final = ("accuse", "suspect")
_TELLS_OF: Final = ("complain", "speak", "talk", "tell", "boast", "warn", "worry", "fret")
_ALLEGED: Final = ("alleged", "purported", "supposed", "rumoured", "rumored")
_CLAIMS: Final = frozenset("claim allegation accusation suspicion report rumour rumor charge talk".split())
_MINDS: Final = ("view", "opinion", "belief", "conviction", "impression")
_GROUNDS: Final = (
    "grounds",
    "ground",
    "pretext",
    "premise",
    "assumption",
    "understanding",
    "argument",
    "impression",
    "illusion",
)
_RUMOURED: Final = frozenset("rumour rumor understand presume suppose reckon suspect accuse blame charge".split())
_SEEN_AS: Final = frozenset("consider regard see view deem perceive portray depict".split())
_THINGS: Final = words.CONTENT | words.PLANS | words.DOCUMENTS  # what is denied and is not an act
_ACTS: Final = frozenset(
    "attack strike invasion incursion support aid assistance involvement role interference aggression presence occupation sale"
    " transfer shipment delivery help backing cooperation collusion link tie plot plan effort intention violation war contact"
    " arming funding raid intervention sabotage espionage deployment pressure responsibility complicity ambition".split()
)


def held(clauses: Clauses) -> Iterator[Voice]:
    """Yield the voices of verbs and nouns of saying and believing whose content is a noun or an infinitive."""
    for place, chunk in enumerate(clauses.chunks):
        if chunk.sort == "noun":
            yield from _alleged_thing(clauses, place)
            yield from _ground(clauses, place)
        elif chunk.sort == "verb" and (chunk.passive or _accused(clauses, place)):
            yield from _by_others(clauses, place)
        elif chunk.sort == "rel" and chunk.word == "that":
            yield from _felt(clauses, place)
        elif chunk.sort == "verb" and _what_is(clauses, place):
            yield from _of(clauses, place, place + 2)
        elif chunk.sort == "verb" and any(holds(clauses, place) for holds in (_alleged, _somebody_to, _blamed, _told)):
            yield from _of(clauses, place, place + 1)


def _felt(clauses: Clauses, that: int) -> Iterator[Voice]:
    """Yield the voice of "fears are growing in Lima that", "what Peru fears most is that", "let it be known that"."""
    told = attitude_before(clauses, that)
    if told is not None and told.placed and told.minds and clauses.chunks[told.at].sort != "prep":
        yield Voice(tuple(each for each in told.minds if _speaks(each)), that, len(clauses.chunks), told.at)
    known = clauses.at(that - 1)
    if known is not None and known.verb == "know" and known.passive and clauses.head(that - 2) == "it":
        let = clauses.at(that - 3)
        if let is not None and let.verb in ("let", "make"):
            yield Voice(
                tuple(each for each in clauses.subject(that - 3) if _speaks(each)), that, len(clauses.chunks), that - 3
            )


def _what_is(clauses: Clauses, place: int) -> bool:
    """Return whether somebody says what something is: "criticised what it says is Chadian support for Mali"."""
    after = clauses.at(place + 1)
    says = clauses.head(place - 2) == "what" and clauses.chunks[place].verb in words.REPORTS
    return says and after is not None and after.verb == "be"


def _accused(clauses: Clauses, place: int) -> bool:
    """Return whether somebody stands accused without "is": "Peru, accused of arming Chile, left"."""
    chunk = clauses.chunks[place]
    accused = chunk.verb in _CHARGES and chunk.form in ("past", "participle") and chunk.end - chunk.start == 1
    return accused and clauses.word(place + 1) in ("of", "by")


def _told(clauses: Clauses, place: int) -> bool:
    """Return whether somebody tells of an act: "complained about Chadian support for", "spoke of an attack by"."""
    chunk = clauses.chunks[place]
    told = chunk.verb in _TELLS_OF and clauses.word(place + 1) in ("of", "about", "against") and not chunk.infinitive
    return told and (is_noun_of(clauses.head(place + 2), _ACTS) or clauses.sort(place + 3) == "verb")


def _alleged_thing(clauses: Clauses, place: int) -> Iterator[Voice]:
    """Yield the voice of "Peru's alleged support for Chile", and of "Peru's claims of Chilean support for Mali"."""
    if any(token.lower in _ALLEGED for token in clauses.tokens(place)):
        yield Voice((), place, _phrase_end(clauses, place), None)
    of = clauses.word(place + 1) in ("of", "about") and clauses.sort(place + 2) == "noun"
    if not of or not is_noun_of(clauses.head(place), _CLAIMS) or not is_noun_of(clauses.head(place + 2), _ACTS):
        return
    own = themselves(clauses.named(place))
    verb = clauses.governor(place)
    says = verb is not None and (
        clauses.chunks[verb].verb in ("make", "repeat", "raise", "level", "voice", "reiterate")
    )
    if not own and says and verb is not None and not clauses.chunks[verb].passive:
        own = [each for each in clauses.subject(verb) if not each.owned]
    yield Voice(tuple(own), place + 2, _phrase_end(clauses, place + 2), place)


def _phrase_end(clauses: Clauses, place: int) -> int:
    """Return where a noun phrase ends, with what hangs on it: "support for Chile in May"."""
    after = place + 1
    while clauses.sort(after) == "prep" and clauses.sort(after + 1) == "noun":
        after += 2
    return after


def _ground(clauses: Clauses, place: int) -> Iterator[Voice]:
    """Yield the voice of "is of the view that" and "left on the grounds that"."""
    if clauses.word(place + 1) != "that" or clauses.sort(place + 1) != "rel":
        return
    verb = clauses.governor(place)
    of = clauses.word(place - 1) == "of" and clauses.head(place) in _MINDS and verb == place - 2
    on = clauses.word(place - 1) in ("on", "under", "with") and clauses.head(place) in _GROUNDS
    if verb is not None and (of or on) and not clauses.chunks[verb].passive:
        people = people_before(clauses, verb)
        own = [each.itself for each in clauses.subject(verb) if _speaks(each)]
        if own or people:
            yield Voice(tuple(own), place + 1, len(clauses.chunks), place, () if own else people)


def _of(clauses: Clauses, place: int, first: int) -> Iterator[Voice]:
    people = people_before(clauses, place)
    own = [each.itself for each in clauses.subject(place) if _speaks(each)]
    if is_placed(clauses, people, place):
        own = []
    if own or people:
        yield Voice(tuple(own), first, _end_of(clauses, place, first), place, () if own else people)


def _end_of(clauses: Clauses, place: int, first: int) -> int:
    """Return where ends what a verb says: in a relative clause with that: "Peru, which denies arming Mali, left"."""
    opened = opened_until(clauses) if place == 0 else None  # "Fearing a raid, Peru armed"
    if opened is not None:
        return opened
    last, relative = _until(clauses, first), clauses.sort(place - 1) == "rel" and clauses.word(place - 2) == ","
    return min(last, second.end_of(clauses, place)) if relative else last


def _speaks(one: Named) -> bool:
    return not one.owned or is_noun_of(one.owned, words.REPORTERS | words.DOCUMENTS)


def _alleged(clauses: Clauses, place: int) -> bool:
    """Return whether an act is the object of a verb: "denied any role in", "alleges Chadian support for", "denied arming"."""
    behind, verb = behind_remarks(clauses, place), clauses.chunks[place].verb
    after = clauses.at(behind)
    if after is not None and after.infinitive and verb in words.CLAIMS_OWN:
        return clauses.is_perfect(behind)
    if after is None or verb not in _ALLEGES:
        return False
    if after.sort == "verb":
        return after.form == "ing" and not after.finite
    after = clauses.at(place + 1) or after
    head = clauses.head(place + 1)
    return after.sort == "noun" and is_noun_of(head, _ACTS) and not is_noun_of(head, _THINGS - _ACTS)


def _somebody_to(clauses: Clauses, place: int) -> bool:
    """Return whether somebody is believed to do or be something: "expects Peru to attack", "considers it to be Chile's"."""
    if clauses.chunks[place].verb not in _OF_SOMEBODY or clauses.chunks[place].infinitive:
        return False
    for each in range(place + 1, len(clauses.chunks)):
        chunk = clauses.chunks[each]
        if chunk.sort == "verb":
            return chunk.infinitive and each > place + 1
        if chunk.sort not in ("noun", "prep", "join"):
            return False
    return False


def _blamed(clauses: Clauses, place: int) -> bool:
    """Return whether somebody is blamed for what is said: "blamed Peru for attacking Chile"."""
    if clauses.chunks[place].verb != "blame" or clauses.sort(place + 1) != "noun":
        return False
    near = range(place + 2, min(place + 6, len(clauses.chunks)))
    return any(clauses.word(each) == "for" and clauses.sort(each + 1) in ("verb", "noun") for each in near)


def _by_others(clauses: Clauses, place: int) -> Iterator[Voice]:
    """Yield the voice of "is believed by Peru to arm Chile", "is seen by Peru as arming Chile", "was blamed for arming"."""
    chunk = clauses.chunks[place]
    if chunk.modal or chunk.verb not in words.REPORTS | words.DESCRIBED | _RUMOURED:
        return
    if (
        clauses.word(place + 1) in ("in", "among") and clauses.word(place + 3) == "as"
    ):  # "is regarded in Lima as a rival"
        where = [each for each in clauses.named(place + 2) if each.name is not None and each.name.label == "Actor"]
        if where:
            yield Voice(tuple(themselves(where)), place + 3, _until(clauses, place + 3), place)
            return
    if clauses.word(place + 1) != "by":
        charged = clauses.word(place + 1) in ("of", "for", "with") and clauses.sort(place + 2) in ("verb", "noun")
        after = clauses.at(place + 1)
        seen = chunk.verb in _SEEN_AS and after is not None and (after.sort == "noun" or after.word == "as")
        if seen:  # "is often considered a rival"
            yield Voice((), place + 1, _until(clauses, place + 1), place)
        elif chunk.verb in _RUMOURED and (charged or (after is not None and after.infinitive)):
            yield Voice((), place + 1 + charged, _until(clauses, place + 2), place)
        return
    found, last = clauses.group_from(place + 2)
    after = clauses.at(last + 1)
    goes_on = after is not None and (after.infinitive or after.word in ("as", "for", "of"))
    own = [each.itself for each in found if _speaks(each)]
    if goes_on and own:
        yield Voice(tuple(own), last + 1, _until(clauses, last + 1), place)


def _until(clauses: Clauses, first: int) -> int:
    """Return where what is held ends: with the sentence, or where a new clause begins."""
    for each in range(first, len(clauses.chunks)):
        if clauses.word(each) == ";" or (clauses.word(each) == "but" and clauses.sort(each + 1) == "noun"):
            return each
        if clauses.word(each) == "," and clauses.word(each + 1) in ("while", "whereas", "and", "but", "which"):
            return each
    return len(clauses.chunks)
