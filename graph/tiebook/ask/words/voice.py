"""Who acts and who is acted upon, by the grammar of a text: "who sanctions Iran", "who is sanctioned by Iran".

The alignment with a question's patterns knows places and prepositions but not the passive: "by" weighs as little as any word of
grammar. What grammar says of a verb of the question goes before it.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import Final, NamedTuple

from tiebook.ask.words.addressed import is_blamed
from tiebook.ask.words.index import ANY, Entry, is_slot, sides_of
from tiebook.ask.words.names.tokens import LIGHT, stem
from tiebook.ask.words.query import POSSESSIVE, Piece, is_adjective
from tiebook.ask.words.together import MATTER, together

_ASKING: Final = frozenset({"who", "whom", "which", "what"})
_AGENT: Final = tuple(
    "er ers or ors critic critics opponent opponents enemy enemies ally allies rival rivals friend friends foe foes"
    " adversary adversaries".split()
)
_DOERS: Final = frozenset(  # who do to somebody what a question is about: Iran's backers back Iran
    """
    backer backers supporter supporters defender defenders advocate advocates proponent proponents patron patrons protector
    protectors follower followers admirer admirers critic critics detractor detractors accuser accusers opponent opponents enemy
    enemies foe foes adversary adversaries rival rivals supplier suppliers provider providers seller sellers vendor vendors sponsor
    sponsors donor donors funder funders financier financiers creditor creditors lender lenders investor investors helper helpers
    benefactor benefactors attacker attackers aggressor aggressors invader invaders sanctioner sanctioners oppressor oppressors
    """.split()
)
_TAKERS: Final = frozenset(  # to whom somebody does it: Iran's customers are supplied by Iran
    "customer customers client clients buyer buyers importer importers recipient recipients target targets debtor debtors".split()
)
_TAKING: Final = frozenset(
    map(stem, "purchase import acquisition procurement dependence reliance need demand receipt".split())
)
_MAKE: Final = stem("make")
_SEEN: Final = frozenset(map(stem, "seen see regarded considered viewed perceived described treated".split()))
# no participles, though they look so: is Iran worried
_IS_SO: Final = frozenset(
    "opposed worried concerned scared alarmed interested allied aligned prepared determined involved".split()
)
_PARTICIPLES: Final = (
    "ed",
    "struck",
    "hit",
    "sold",
    "given",
    "sent",
    "seen",
    "put",
    "bound",
    "hurt",
    "held",
    "kept",
    "fought",
)
# a second name after one of these is not a side of the matter, or one of two on the same side
_BESIDE: Final = frozenset("in at near about over during with and or than".split())
# verbs by which "from" says whom it is taken away from: "withdraw support from Iran"
_AWAY: Final = frozenset(
    map(stem, "withdraw withdrew withhold withheld keep kept cut remove take took deny end".split())
)
_OF: Final = frozenset(
    {"of", "for", "on", "against", "to"}
)  # between a noun and whom it is done to: "support for X by Y"
_SIDES: Final = frozenset({"to", "from", "on", "against"})
_THOSE: Final = frozenset({"everyone", "anyone", "someone", "everybody", "anybody", "somebody", "all", "whom"})
_MOSTLY: Final = 2  # times more often: "on" leads to whom it is done, though somebody is "on X's sanctions list"
_VERB: Final = 0.8  # what a word counts in the list of a question's words, from which it may be its verb


class Directed(NamedTuple):
    """The parameters of a question that goes from one to another: `by` does it (None where no parameter takes that), to `to`.

    turned -- stems of verbs that say it the other way round: who fears is threatened, who buys is supplied
    after_to, after_from -- whether who stands after "to" is `to`, and after "from" is `by`, wherever the patterns have them
    onto -- "on", "against" and "for", where who stands after them is `to`; onto_both: also if somebody else is named
    mostly_from -- whether who stands after "from" is `by` in most patterns: "who gets money from X", but "X imports from Y"
    """

    by: str | None
    to: str
    turned: frozenset[str]
    after_to: bool = False
    after_from: bool = False
    onto: frozenset[str] = frozenset()
    onto_both: frozenset[str] = frozenset()
    mostly_from: bool = False


class Roles(NamedTuple):
    """The names in a text that do something and to which it is done, of one verb."""

    by: Piece | None = None
    to: Piece | None = None


def done_by(pieces: Sequence[Piece]) -> list[Piece]:
    """Return the names after "by" that follow a word of the matter: of those who do something."""
    return [
        last
        for verb, word, last in zip(pieces, pieces[1:], pieces[2:], strict=False)
        if verb.telling and word.text == "by" and last.mention is not None
    ]


def slots_after_by(entry: Entry) -> list[str]:
    """Return the parameters that stand after "by" in a pattern of a question."""
    found = (pair for pattern in entry.patterns for pair in pairwise(pattern.split(" ")))
    return list(dict.fromkeys(second[1:-1] for first, second in found if first == "by" and is_slot(second)))


def directed(entry: Entry) -> Directed | None:
    """Return the two sides of a question; None if it has none, or the same on both."""
    return _directed(entry.patterns)


@lru_cache(maxsize=256)
def _directed(patterns: tuple[str, ...]) -> Directed | None:
    split = [pattern.split(" ") for pattern in patterns]
    sides = sides_of(split)
    unnamed = next((each for each in split if each[:2] == ["by", "whom"] and each[3:] == [ANY]), None)
    if sides is not None:
        by, to = sides[0][1:-1], sides[1]
    elif unnamed is not None:
        by, to = None, unnamed[2]
    else:
        return None
    said = [
        each for each in split if "by" not in each and "whose" not in each
    ]  # "on whose side is X" is not "who sides with X"
    turned = frozenset(_turned(said, f"{{{by}}}", to))
    pairs = Counter(pair for pattern in split for pair in pairwise(pattern))
    after_to = ("to", to) in pairs and ("to", f"{{{by}}}") not in pairs
    after_from = ("from", f"{{{by}}}") in pairs and ("from", to) not in pairs
    words = ("on", "against", "for")
    onto = frozenset(word for word in words if pairs[word, to] > _MOSTLY * pairs[word, f"{{{by}}}"])
    onto_both = frozenset(word for word in onto if pairs[word, to] > _MOSTLY * _others(pairs, word, to))
    mostly_from = pairs["from", f"{{{by}}}"] > _MOSTLY * pairs["from", to]
    return Directed(by, to[1:-1], turned, after_to, after_from, onto, onto_both, mostly_from)


def _others(pairs: Counter[tuple[str, str]], word: str, to: str) -> int:
    """Return how often another parameter stands after a word than `to`."""
    return sum(count for (first, slot), count in pairs.items() if first == word and is_slot(slot) and slot != to)


def _turned(patterns: Iterable[Sequence[str]], by: str, to: str) -> set[str]:
    """Return the verbs of which `to` is the subject: "{recipient} buys weapons from {supplier}", "who fears {threat}"."""
    found: set[str] = set()
    plain: set[str] = set()
    for pattern in patterns:
        for first, second in pairwise(pattern):
            if first == to and by in pattern[pattern.index(to) :]:
                found.add(second)
            if second == by and _is_object(pattern, by):
                found.add(first)
            if first == by:
                plain.add(second)
            if second == to:
                plain.add(first)
    return found - plain


def _is_object(pattern: Sequence[str], slot: str) -> bool:
    """Return whether nothing that a slot does stands after it: "who fears X", and not "which treaties has X signed"."""
    after = pattern[pattern.index(slot) + 1 :]
    return not after or after[0] in LIGHT


def roles(pieces: Sequence[Piece], entry: Entry, side: Directed) -> Roles:
    """Return who acts and who is acted upon, as far as the grammar of the text shows it."""
    own = [piece.telling and entry.words.get(piece.text, 0.0) >= _VERB for piece in pieces]
    names = [piece for piece in pieces if piece.mention is not None]
    if len(names) == 1 and pieces[-1].text == "by" and own[-2]:  # who does X feel threatened by
        return Roles(names[0], None) if pieces[-2].text in side.turned else Roles(None, names[0])
    doers = _doers(pieces, own, side)
    if doers is not None:
        return doers
    patient = passive_of(pieces, entry)
    if patient is not None:
        return Roles(patient, None) if pieces[-1].text in side.turned else Roles(None, patient)
    whose = _of_whom(pieces, own, side)
    if whose is not None:
        return whose
    given = _given(pieces, own, side)
    if given is not None:
        return given
    done = _done(pieces, own, side)
    if done is not None:
        return done
    for place, piece in enumerate(pieces):
        if own[place]:
            turned = piece.text in side.turned
            if _is(_at(pieces, place + 1), "by"):  # purchases of weapons by Iran, seen as a threat by Iran
                seen_as = any(piece.text in _SEEN and _is(as_, "as") for piece, as_ in pairwise(pieces[:place]))
                turned = (
                    turned
                    or seen_as
                    or any(own[each] and pieces[each].text in side.turned | _TAKING for each in range(place))
                )
            found = next(_of_verb(pieces, place, own, turned=turned), None)
            if found is not None:
                return Roles(found.to, found.by) if turned else found
    return Roles()


def _doers(pieces: Sequence[Piece], own: Sequence[bool], side: Directed) -> Roles | None:
    """Return what "X's backers" and "backers of X" say, and "is Y a backer of X"; None where a text has nobody who acts so."""
    names = [piece for piece in pieces if piece.mention is not None]
    place = next(
        (each for each, piece in enumerate(pieces) if own[each] and piece.word.lower() in _DOERS | _TAKERS), None
    )
    if place is None or len(names) > 2:  # noqa: PLR2004
        return None
    first = place
    while first and own[first - 1]:  # X's arms suppliers
        first -= 1
    owner, of, after = _name(_at(pieces, first - 1)), _at(pieces, place + 1), _name(_at(pieces, place + 2))
    owned = owner is not None and owner.word.endswith(POSSESSIVE)
    whom = owner if owned else (after if _is(of, "of") else None)
    if whom is None or any(piece is not whom and not piece.subject for piece in names):
        return None
    other = next((piece for piece in names if piece is not whom), None)
    taking = pieces[place].word.lower() in _TAKERS or pieces[place].text in side.turned
    return Roles(whom, other) if taking else Roles(other, whom)


def passive_of(pieces: Sequence[Piece], entry: Entry) -> Piece | None:
    """Return of whom a text asks whether something was done to them, by whomever: is Russia criticised."""
    if len(pieces) != 2 or pieces[0].mention is None or not pieces[0].subject or pieces[0].does:  # noqa: PLR2004
        return None
    verb = pieces[1].word.lower()
    own = pieces[1].telling and entry.words.get(pieces[1].text, 0.0) >= _VERB
    return pieces[0] if own and verb.endswith(_PARTICIPLES) and verb not in _IS_SO else None


def _of_whom(pieces: Sequence[Piece], own: Sequence[bool], side: Directed) -> Roles | None:
    """Return what an adjective says: "Chinese weapons" come from China, whoever has them; None where there is not just one."""
    places = [place for place, piece in enumerate(pieces) if _is_adjective(piece)]
    if side.by is None or len(places) != 1 or not any(own[places[0] + 1 : places[0] + 2]):
        return None
    first = last = places[0] + 1
    while last + 1 < len(pieces) and own[last + 1]:
        last += 1
    others = [piece for piece in pieces if piece.mention is not None and piece is not pieces[first - 1]]
    other = others[0] if len(others) == 1 else None
    taking = any(piece.text in _TAKING for piece in pieces[first : last + 1])
    if taking and _is(_at(pieces, last + 1), "from") and other is not None and other is _at(pieces, last + 2):
        return Roles(other, pieces[first - 1])  # Russian drone purchases from Iran
    if taking or pieces[last].word.lower().endswith(_AGENT):
        return None  # Iranian suppliers may be those of Iran, and Iranian purchases come from others
    if any(piece.text in side.turned for piece in pieces[first : last + 1]):  # Chinese purchases of weapons
        return Roles(other, pieces[first - 1])
    return Roles(pieces[first - 1], other)


def _given(pieces: Sequence[Piece], own: Sequence[bool], side: Directed) -> Roles | None:
    """Return what "to" and "from" say of two names: X sold weapons to Y, what does Y get from X; None if they say nothing."""
    beside_another = {place for run in together(pieces) for place in run[1:]}
    names = [
        place
        for place, piece in enumerate(pieces)
        if piece.mention is not None and not _is_adjective(piece) and place not in beside_another
    ]
    if not any(own):
        return None
    if len(names) == 1:
        return _only(pieces, names[0], side)
    if len(names) != 2:  # noqa: PLR2004
        return None
    words = {piece.text for piece in pieces}
    if "according" in words or names[1] == names[0] + 1:  # to whom an answer is to be seen; China-Iran cooperation
        return None
    for name, other in (names, names[::-1]):
        word, beside = (pieces[place - 1].text if place else "" for place in (name, other))
        if beside in _BESIDE or beside == word:
            continue
        asked = other > 1 and pieces[other - 2].text in _ASKING and own[other - 1]
        if asked and other + 2 == name and word in side.onto:  # what constrains X on Y
            return Roles(None, pieces[other])
        to = Roles(None if beside == "to" else pieces[other], pieces[name])  # curbs on exports to X
        if (word == "to" and side.after_to) or word in side.onto_both:
            return to
        if word == "from" and side.after_from:
            return to if words & _AWAY else Roles(to.to, to.by)
    return None


def _done(pieces: Sequence[Piece], own: Sequence[bool], side: Directed) -> Roles | None:
    """Return what "of X by Y" says: the sanctioning of Iran by the United States, support for Iran by China."""
    for place, words in enumerate(zip(own, pieces[1:], pieces[2:], pieces[3:], pieces[4:], strict=False)):
        verb, of, whom, by, who = words
        if verb and of.text in _OF and by.text == "by" and whom.mention is not None and who.mention is not None:
            turned = pieces[place].text in side.turned
            return Roles(whom, who) if turned else Roles(who, whom)
    return None


def _only(pieces: Sequence[Piece], place: int, side: Directed) -> Roles | None:
    """Return what "to" and "on" say of the only name: weapons sold to X, sanctions imposed on X."""
    word = pieces[place - 1].text if place else ""
    if (word == "to" and side.after_to) or word in side.onto:
        return Roles(None, pieces[place])
    to_whom = _to_whom(pieces, place)
    if side.by is not None and to_whom and ((to_whom == "to" and side.after_to) or to_whom in side.onto):
        return Roles(pieces[place], None)  # to whom has X sold weapons, on whom did X impose sanctions
    if side.after_from and to_whom == "from":
        return Roles(None, pieces[place])  # countries from which X gets weapons
    if (side.after_from or side.mostly_from) and word == "from" and not {piece.text for piece in pieces} & _AWAY:
        return Roles(pieces[place], None)  # threats from X
    if side.after_from and pieces[0].text == "from" and _asks(pieces) and pieces[place].subject:
        return Roles(None, pieces[place])  # from whom does X get weapons
    return None


def _to_whom(pieces: Sequence[Piece], place: int) -> str:
    """Return the word before "whom" or "which" where the name at a place is the subject: to whom, to which countries."""
    for word, whom, after in zip(pieces[:place], pieces[1:place], pieces[2 : place + 1], strict=False):
        if word.text in _SIDES and whom.text in _ASKING and (after.general or after is pieces[place]):
            return word.text
    return ""


def _is_adjective(piece: Piece) -> bool:
    """Return whether a name is said as "Chinese" is, and not as "China" or "the Chinese" are."""
    return piece.mention is not None and is_adjective(piece.word, piece.mention)


def _of_verb(pieces: Sequence[Piece], place: int, own: Sequence[bool], *, turned: bool) -> Iterator[Roles]:
    """Yield what the pieces around a verb say; the first counts."""
    before, after = _at(pieces, place - 1), _at(pieces, place + 1)
    behind = _at(pieces, place + 2)
    if after is not None and after.text in ("of", "for") and _is(behind, "by"):  # what is X accused of by Y
        after, behind = behind, _at(pieces, place + 3)
    asked = pieces[0].text in _ASKING
    names = [piece for word, piece in pairwise(pieces[place:]) if piece.mention is not None and word.text not in MATTER]
    if _is(after, "by"):
        if behind is not None and behind.mention is not None:  # X is sanctioned by Y; who is sanctioned by Y
            yield Roles(behind, _name(before))
        elif (
            behind is None or behind.text in _ASKING
        ):  # who is X sanctioned by; X was by whom; states that X is sanctioned by
            earlier = [piece for piece in pieces[:place] if piece.mention is not None]
            yield Roles(None, _name(before) or (earlier[-1] if len(earlier) == 1 else None))
        return
    made = _at(pieces, place - 2)
    if asked and made is not None and made.text == _MAKE and _name(before) is not None:  # what makes X nervous
        yield Roles(None, before)
    elif pieces[0].text == "by" and _asks(pieces) and place > 1:  # by whom is X sanctioned
        yield Roles(None, _name(before))
    elif _name(before) is not None and _name(after) is not None:  # X sanctions Y
        yield Roles(before, after)
    elif (
        _name(before) is not None and not names and _asked_of_whom(pieces, place)
    ):  # X sanctions whom, countries which X sanctions
        yield Roles(before, None)
    elif (
        before is not None and before.subject and asked and not names
    ):  # whom does X sanction, whom does X sell weapons to
        passive = is_blamed(pieces, place) or (pieces[-1].text == "from" and not turned)
        yield Roles(None, before) if passive else Roles(before, None)
    elif after is not None and after.does and asked and len(names) > 1:  # which sanctions did X impose on Y
        given = "from" in {piece.text for piece in pieces[place:]}
        yield Roles(names[1], after) if given != turned else Roles(after, names[1])
    elif after is not None and after.does and asked and any(own[place + 2 :]):  # which sanctions did X impose
        return
    elif _name(after) is not None and asked and before is not None and before.mention is None:  # who sanctions Y
        yield Roles(None, after)


def _asked_of_whom(pieces: Sequence[Piece], place: int) -> bool:
    """Return whether it is asked to whom the name before a verb does it: X sanctions whom, countries X sanctions."""
    after, head = _at(pieces, place + 1), _at(pieces, place - 2)
    if after is not None:
        return after.text in ("who", "whom")
    return head is not None and (head.general or head.text in _THOSE or (head.text in _ASKING and place > 2))  # noqa: PLR2004


def _asks(pieces: Sequence[Piece]) -> bool:
    second = _at(pieces, 1)
    return second is not None and second.text in _ASKING


def _at(pieces: Sequence[Piece], place: int) -> Piece | None:
    return pieces[place] if 0 <= place < len(pieces) else None


def _is(piece: Piece | None, word: str) -> bool:
    return piece is not None and piece.text == word


def _name(piece: Piece | None) -> Piece | None:
    return piece if piece is not None and piece.mention is not None else None
