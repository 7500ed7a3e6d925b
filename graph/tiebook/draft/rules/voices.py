"""Who says it: "according to", "from China's point of view", "for Tehran", and those whom nobody names; verbs are in `speech`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from tiebook.draft.rules.said.documents import is_document, written_by
from tiebook.draft.rules.said.held import held
from tiebook.draft.rules.speech import Voice, agent, spoken
from tiebook.draft.rules.syntax import second
from tiebook.draft.rules.syntax.clauses import Clauses
from tiebook.draft.rules.syntax.contents.complements import denies
from tiebook.draft.rules.syntax.named import Named, themselves
from tiebook.draft.rules.unnamed import is_placed, people_at, people_before
from tiebook.draft.rules.words import vocabulary as words
from tiebook.draft.rules.words.vocabulary import is_noun_of

_VIEWS: Final = frozenset(
    "view views viewpoint perspective standpoint eyes opinion words assessment account estimate reading telling thinking"
    " narrative analysis interpretation understanding version parlance"
    " calculus estimation judgment judgement mind minds".split()
)
_SEEN_BY: Final = ("in", "from", "to")
_TOLD_BY: Final = ("account", "accounts", "reckoning", "telling", "estimate", "calculation", "estimates")
_OF_VIEW: Final = "point"
_CERTAIN: Final = frozenset(
    "certain sure confident adamant convinced persuaded aware hopeful optimistic wary fearful mindful conscious insistent"
    " suspicious nervous uneasy apprehensive pessimistic satisfied disappointed angry upset".split()
)
_CONVINCED: Final = ("convince", "persuade", "satisfy")
_SEEN: Final = ("see", "view")
_HIM: Final = ("him", "her", "them")
_NOBODY: Final = frozenset("reportedly allegedly supposedly purportedly".split())
_CLAIMS: Final = words.CONTENT | frozenset(
    "doubt line stance theory complaint consensus sentiment understanding calculation reasoning logic admission denial pledge vow"
    " promise threat dread anxiety unease alarm suggestion notion case rhetoric grievance response reply remark comment"
    " prognosis assumption presumption bet impression illusion unease thesis".split()
)
_TOLD: Final = words.TOLD  # nouns whose claim nobody in particular makes, where it is nobody's: "reports of"
_APPEARS: Final = ("emerge", "surface", "circulate", "appear", "be", "have", "exist")
_COMMENTS: Final = ("comment", "respond", "react", "reply", "answer", "ask", "question", "deal")  # on what others say
_DISMISSED: Final = ("dismiss", "reject", "deny", "dispute", "refute", "rebut", "contest", "doubt", "counter")


def voices(clauses: Clauses) -> list[Voice]:
    """Return the voices of a sentence, the outer before the inner."""
    return [*_prefaced(clauses), *held(clauses), *spoken(clauses)]


def voice_of(found: list[Voice], place: int | None) -> Voice | None:
    """Return the innermost voice that says the verb at a place."""
    if place is None:
        return None
    return next((each for each in reversed(found) if each.first <= place < each.last and each.spoken != place), None)


def _prefaced(clauses: Clauses) -> Iterator[Voice]:
    """Yield the voice of "According to X", "from X's point of view", "in the view of X", "X's claim that", "reportedly"."""
    size = len(clauses.chunks)
    for place, chunk in enumerate(clauses.chunks):
        head = clauses.head(place)
        if head == "according" and clauses.word(place + 1) == "to" and clauses.word(place + 2) != "which":
            people = people_at(clauses, place + 2)
            first, last = _stretch(clauses, place)
            aside = clauses.word(place - 1) == "," and clauses.word(place - 2) in ("and", "but")
            speakers = [] if is_placed(clauses, people) else _according_to(clauses, place + 2)
            yield Voice(
                tuple(speakers), place if aside else first, last, people=people, phrase=place + 2
            )  # "oil and, according to Peru, boats"
        elif head in _VIEWS and clauses.word(place - 1) in (*_SEEN_BY, *(("by", "on") if head in _TOLD_BY else ())):
            yield from _view(clauses, place)
        elif head == _OF_VIEW and (_of_view(clauses, place) or "vantage" in [t.lower for t in clauses.tokens(place)]):
            own = clauses.named(place)
            if own:
                yield Voice(tuple(themselves(own)), 0, size)
        elif chunk.sort == "noun":
            yield from _sure_aside(clauses, place)
            yield from _of_noun(clauses, place)
            yield from _by_own(clauses, place)
        elif chunk.sort == "verb":
            yield from _sure(clauses, place)
            yield from _as_reported(clauses, place)
        opens = place == 0 or clauses.word(place - 1) in (":", ";")
        if (
            opens
            and clauses.word(place) in ("for", "to")
            and "," in (clauses.word(place + 2), _for_some(clauses, place))
        ):
            yield from _for(clauses, place)
        if place == 0 and chunk.verb in _SEEN and clauses.word(1) == "from" and clauses.word(3) == ",":
            yield Voice(tuple(themselves(clauses.named(2))), 3, size)  # "Seen from Lima, Chile threatens Peru"
    if any(token.lower in _NOBODY for token in clauses.sentence.tokens):
        yield Voice((), 0, size)


def _according_to(clauses: Clauses, place: int) -> list[Named]:
    """Return who says it behind "according to": those named, whoever wrote the document, or "him"."""
    said = clauses.head(place)
    if said in _HIM:
        return [Named(None, clauses.chunks[place].start, "", said)]
    return (
        written_by(clauses, place) or _people(clauses, place)
        if is_document(clauses, place)
        else _people(clauses, place)
    )


def _as_reported(clauses: Clauses, place: int) -> Iterator[Voice]:
    """Yield the voice of "As reported by Reuters, Peru left"."""
    chunk = clauses.chunks[place]
    alone = chunk.verb in words.REPORTS and chunk.form in ("past", "participle") and chunk.end - chunk.start == 1
    if alone and place == 1 and clauses.word(0) == "as" and clauses.word(2) == "by":
        people = people_at(clauses, 3)
        yield Voice(() if people else tuple(_people(clauses, 3)), 0, len(clauses.chunks), people=people)


def _by_own(clauses: Clauses, place: int) -> Iterator[Voice]:
    """Yield the voice of "Peru, by its own account, supports Chile"."""
    owns = "own" in [token.lower for token in clauses.tokens(place)] and clauses.word(place - 1) in ("by", "on")
    told = clauses.head(place) in _TOLD_BY or clauses.word(place + 1) in _TOLD_BY
    if owns and told and clauses.word(place - 2) == ",":
        yield Voice(tuple(themselves(clauses.ending_at(place - 3))), 0, len(clauses.chunks))


def _of_view(clauses: Clauses, place: int) -> bool:
    return clauses.word(place + 1) == "of" and clauses.head(place + 2) == "view"


def _stretch(clauses: Clauses, place: int) -> tuple[int, int]:
    """Return the first chunk, and the one after the last, of what stands between two semicolons around a place."""
    marks = [each for each in range(len(clauses.chunks)) if clauses.word(each) == ";"]
    first = max((each + 1 for each in marks if each < place), default=0)
    return first, min((each for each in marks if each > place), default=len(clauses.chunks))


def _view(clauses: Clauses, place: int) -> Iterator[Voice]:
    """Yield the voice of "in Beijing's view", "in the eyes of Iranian officials", "in the view from Moscow"."""
    own = clauses.named(place)
    after = clauses.group_from(place + 2)[0] if clauses.word(place + 1) in ("of", "from") else []
    people = people_at(clauses, place + 2) if clauses.word(place + 1) == "of" and not after else ()
    whose = any(token.kind == "owner" for token in clauses.tokens(place)) and clauses.sentence.lower(
        clauses.chunks[place].start
    ) in ("the", "this")
    if own or after or people or whose:  # "in the president's view"
        yield Voice(tuple(themselves(own or after)), 0, len(clauses.chunks), people=people, phrase=place)


def _for_some(clauses: Clauses, place: int) -> str:
    """Return the mark behind "For many in Lima"; nothing where that does not open a clause."""
    people = people_at(clauses, place + 1)
    return clauses.word(clauses.chunk_of(people[1]) + 1) if people else ""


def _for(clauses: Clauses, place: int) -> Iterator[Voice]:
    """Yield the voice of "For Tehran, ...": the seat of a government has a view; a country may only be concerned."""
    one, size = place + 1, len(clauses.chunks)
    those = [each for each in clauses.named(one) if each.name is not None and not each.owned]
    if clauses.head(one) in _HIM and clauses.word(one + 1) == ",":  # "For her, Peru threatens Chile"
        yield Voice((Named(None, clauses.chunks[one].start, "", clauses.head(one)),), one + 1, size)
    found = [each for each in those if each.name is not None and (each.name.seat or each.name.kind == "Person")]
    people = people_at(clauses, one)
    if found or people:
        yield Voice(tuple(found), one + 1, size, people=people)


def _of_noun(clauses: Clauses, place: int) -> Iterator[Voice]:
    """Yield the voice of "X's claim that", "reports of", "Washington expressed concern that", "X's view is that"."""
    head = clauses.head(place)
    if not is_noun_of(head, _CLAIMS):
        return
    after = place + 1
    seat = clauses.sort(after + 2) == "verb" or clauses.word(after + 2) == "that"
    if clauses.word(after) in ("in", "among") and seat:  # "the view in Lima is that", "fears in Lima that"
        after += 2
    by = clauses.named(after + 1) if clauses.word(after) == "by" and clauses.word(after + 2) == "that" else []
    after += 2 if by else 0  # "a claim by Peru that"
    if clauses.sort(after) == "verb" and clauses.chunks[after].verb in _APPEARS and clauses.word(after + 1) == "that":
        after += 1
    if clauses.word(after) == "of" and clauses.chunks[place].sort == "noun" and _is_that(clauses, after + 2):
        after += 2  # "Peru's view of Chile is that"
        after += 1
    that = clauses.word(after) == "that" and clauses.sort(after) == "rel"
    verb_behind = clauses.at(after + 1)  # "a declaration that condemned Peru" says nothing of its own
    relative = verb_behind is not None and verb_behind.finite and is_noun_of(head, words.DOCUMENTS | {"declaration"})
    that = that and not relative
    told = is_noun_of(head, _TOLD)
    governor = clauses.governor(place)
    denied = governor is not None and denies(clauses, place, governor)
    gerund = denied and clauses.word(after) == "of" and clauses.sort(after + 1) == "verb"  # "rejected claims of arming"
    if not that and not gerund and not (told and clauses.word(after) == "of" and clauses.sort(after + 2) == "verb"):
        return
    own = clauses.named(place) or by or _held_in(clauses, place, after)
    own_here = bool(own)
    if (
        not own
        and clauses.word(place - 1) == ","
        and clauses.sentence.lower(clauses.chunks[place].start) in ("a", "an")
    ):
        return  # "..., a concern that Peru dismisses"
    if not own and clauses.word(0) == "in" and clauses.word(2) == ",":  # "In Lima, the view is that"
        own = [each for each in clauses.named(1) if each.name is not None and each.name.seat]
    verb = clauses.chunks[governor] if governor is not None else None
    people: tuple[int, int] | tuple[()] = ()
    has = (
        verb is not None
        and verb.verb == "have"
        and head in ("doubt", "doubts", "suspicion", "suspicions", "impression")
    )
    said = verb is not None and (denied or has or verb.verb not in (*_DISMISSED, *_APPEARS, *_COMMENTS))
    felt_by = (
        people_at(clauses, place + 2) if not own and clauses.word(place + 1) == "among" else ()
    )  # "fears among diplomats"
    if felt_by:
        people = felt_by
    elif not own and governor is not None and verb is not None and said:
        people = people_before(clauses, governor) if denied else ()
        own = agent(clauses, governor) if verb.passive else clauses.subject(governor)
    if clauses.word(place - 1) == "in" and verb is not None and verb.verb in words.REPORTS and not own_here:
        return  # "said in a statement that"
    if own or told or denied or felt_by:
        last = _content_end(clauses, after) if governor is None else second.end_of(clauses, governor)
        yield Voice(tuple(themselves(own)), after, last, place, () if own else people)


def _is_that(clauses: Clauses, place: int) -> bool:
    """Return whether "is that" stands at a place."""
    return clauses.sort(place) == "verb" and clauses.chunks[place].verb == "be" and clauses.word(place + 1) == "that"


def _held_in(clauses: Clauses, place: int, that: int) -> list[Named]:
    """Return where it is said in "the view in Lima is that": the seat of a government."""
    if clauses.word(place + 1) not in ("in", "among") or that < place + 2:
        return []
    return [each for each in clauses.named(place + 2) if each.name is not None and each.name.label == "Actor"]


def _sure(clauses: Clauses, place: int) -> Iterator[Voice]:
    """Yield the voice of "is certain that", "is convinced that", "made clear that"."""
    chunk, that = clauses.chunks[place], place + 1
    sure = chunk.passive and chunk.verb in _CONVINCED
    sure = sure or (
        chunk.verb in _CONVINCED and chunk.form in ("past", "participle")
    )  # "came into office convinced that"
    if not chunk.passive and chunk.verb in ("be", "remain", "seem", "make", "feel"):
        those = ("clear", "plain") if chunk.verb == "make" else _CERTAIN
        that += clauses.head(that) == "it" and chunk.verb == "make"
        sure, that = clauses.head(that) in those, that + 1
    said = clauses.word(that) == "that" and clauses.sort(that) == "rel"
    said = said or (
        clauses.sort(that) == "noun" and clauses.sort(that + 1) == "verb" and clauses.chunks[that + 1].finite
    )
    if sure and said and not chunk.negated:
        people = people_before(clauses, place)
        governor = clauses.governor(place)
        own = [] if people else clauses.subject(place) or (clauses.subject(governor) if governor is not None else [])
        if people or own:
            yield Voice(tuple(themselves(own)), that, second.end_of(clauses, place), place, people)


def _sure_aside(clauses: Clauses, place: int) -> Iterator[Voice]:
    """Yield the voice of "signed the pact, confident that Peru would leave"."""
    head = clauses.head(place)
    alone = clauses.word(place - 1) == "," and len(clauses.tokens(place)) == 1 and clauses.word(place + 1) == "that"
    if alone and (head in _CERTAIN or head in words.FEARS) and clauses.sort(place + 1) == "rel":
        main = next((each for each in range(place) if clauses.chunks[each].finite), None)
        own = clauses.asides(place) if main is None else clauses.subject(main)
        if own:
            yield Voice(tuple(themselves(own)), place + 1, len(clauses.chunks), place)


def _content_end(clauses: Clauses, after: int) -> int:
    """Return where ends what the subject says: "the claim that NATO threatens Russia" before "is rejected"."""
    finite = [each for each in range(after, len(clauses.chunks)) if clauses.chunks[each].finite]
    for each in finite[1:]:
        if clauses.sort(each - 1) in ("noun", "mark", "verb"):
            opened = any(clauses.sort(one) in ("join", "rel", "sub") for one in range(finite[0], each))
            return len(clauses.chunks) if opened else each
    return len(clauses.chunks)


def _people(clauses: Clauses, place: int) -> list[Named]:
    return [
        replace(each, owned="" if is_noun_of(each.owned, words.REPORTERS | words.DOCUMENTS) else each.owned)
        for each in clauses.group_from(place)[0]
    ]
