"""What a sentence seems to say where no frame fits: words of a type between two actors, all that their pattern needs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from tiebook.draft.rules.frames.found import STATE_OF_THINGS, Found, ends_of
from tiebook.draft.rules.frames.nouns.relations import is_bare
from tiebook.draft.rules.frames.nouns.whose_act import (
    FIGHTS,
    SPEAKS,
    SUFFERS,
    is_broken,
    is_hailed,
    is_of_others,
    is_told_of,
)
from tiebook.draft.rules.syntax.clauses import Clauses
from tiebook.draft.rules.syntax.joined import has_own_verb
from tiebook.draft.rules.syntax.named import Named
from tiebook.draft.rules.syntax.nouns import head_place, is_adverb
from tiebook.draft.rules.words import vocabulary as words
from tiebook.draft.rules.words.lexicon import lexicon, says
from tiebook.model.codebook import ANY, codebook
from tiebook.model.wording import Pattern

# whoever stands after these is only near
_ASIDE: Final = tuple("near off outside like unlike along around under as".split())
# ... and after these, where a verb needs no preposition
_WHERE: Final = tuple("between in at during before after since".split())
# "condemned the attack on Peru" blames others
_VICTIMS: Final = tuple("on against with to toward towards into".split())
_ASKS: Final = frozenset(
    "request invitation behalf behest insistence initiative urging expense".split()
)  # "at the request of"
_AGAINST: Final = ("CRITICISES", "OPPOSES", "SUPPORTS")
_HINDERS: Final = frozenset(
    "block oppose veto delay halt obstruct hold resist withhold freeze threaten thwart curb limit".split()
)
_MEANS: Final = ("by", "through", "via")  # "acquired Malta by treaty with Chile" is not Malta's treaty
_HYPHENS: Final = ("-", "\u2010", "\u2011", "\u2013")
_NEAR: Final = 8  # chunks on either side
_ESCAPES: Final = (
    "escape",
    "avoid",
    "evade",
    "circumvent",
    "dodge",
    "skirt",
    "flee",
    "bypass",
)  # "to escape Chile's tariffs"
_WHEN: Final = (
    "after",
    "before",
    "when",
    "while",
    "because",
    "since",
    "as",
    "until",
    "that",
    "if",
    "although",
    "though",
)
# "the breakaway regions of Chile", which are not Chile
_RECOGNISES: Final = ("recognise", "recognize", "support", "back")


def loose_frames(clauses: Clauses, met: Sequence[Found]) -> Iterator[Found]:
    """Yield a guess for each verb that no frame was found for, and for nouns with their preposition.

    met -- what the frames found: verbs and nouns among these are left alone
    """
    spoken = {place for found in met for place in range(found.first, found.last + 1)}
    for place, chunk in enumerate(clauses.chunks):
        if chunk.sort == "verb" and not clauses.describes(place):
            head, patterns = chunk.end - 1, lexicon().verbs.get(chunk.verb, ())
        elif chunk.sort == "noun":
            head = chunk.end - 1
            patterns = lexicon().nouns.get(clauses.head(place), ())
        else:
            continue
        fears = (
            chunk.sort == "verb" and chunk.verb in words.FEARS and clauses.sort(place + 2) == "verb"
        )  # "fears Peru will"
        if head not in spoken and not fears:
            for pattern in patterns:
                if ANY in codebook().ties[pattern.tie].sources or pattern.tie == "VIEWS_AS" or _is_particular(pattern):
                    continue  # whoever stands near need not be the one
                found = _guess(clauses, pattern, place)
                if found is not None:
                    yield found
                    break


def _is_particular(pattern: Pattern) -> bool:
    """Return whether words say a tie only where both ends stand in their place: "Chilean oil to Peru", "worried Peru"."""
    goods = pattern.head in ("{arms}", "{goods}", "{aid}", "{troops}")
    nearness = pattern.shape == "verb" and pattern.steps[0] in ("close", "closer")  # "moved tanks close to Peru"
    told = pattern.steps[-1] == "to" and len(pattern.steps) > 2  # noqa: PLR2004 -- "called for an end to the war with Peru"
    told = told or (pattern.head, pattern.steps[0]) == ("call", "on")  # "called it a war on Peru"
    return goods or nearness or told or (pattern.subject, pattern.steps) == ("B", ("A",))


def _guess(clauses: Clauses, pattern: Pattern, place: int) -> Found | None:
    chunk = clauses.chunks[place]
    held = _is_other_verb(clauses, pattern, place)
    described = chunk.form == "ing" and not chunk.finite and clauses.sort(place - 1) == "noun"
    blamed = chunk.form == "ing" and clauses.word(place - 1) in ("for", "of") and not clauses.subject(place)
    part = (
        chunk.sort == "noun" and clauses.word(place - 1) == "in" and bool(clauses.named(place - 2))
    )  # "a role in the war"
    others = blamed or part or clauses.others_do(place)
    described = described or (chunk.passive and not chunk.finite and clauses.sort(place - 1) == "noun")
    if (
        held or others or (described and not clauses.named(place - 1))
    ):  # "sanctions targeting Peru", "a move condemned by Peru"
        return None
    joined = chunk.passive and clauses.sort(place - 1) == "join"  # "accepted by Peru but rejected by Chile"
    before = (
        []
        if joined or _other_subject(clauses, place)
        else _nearest(clauses, range(place - 1, max(place - _NEAR, -1), -1))
    )
    if chunk.sort == "verb":
        before = [each for each in _who_may_act(clauses, place, before) if not _in_compound(clauses, each)]
    if chunk.sort == "noun":
        own = [each for each in clauses.named(place) if each.name is not None]
        governor = clauses.governor(place)
        bare = pattern.tie == "COOPERATES_WITH" and is_bare(clauses, place)
        if (
            bare
            or (not own and is_broken(clauses, pattern, place))
            or (codebook().ties[pattern.tie].sign < 0 and is_hailed(clauses, place))
            or (not own and (is_of_others(clauses, place) or is_told_of(clauses, place)))
        ):
            return None
        if (
            not own
            and governor is not None
            and clauses.chunks[governor].verb in words.DESCRIBES | words.COMMENTS | SUFFERS
        ):
            return None  # "called it a war on Peru", "prevented an attack on Peru"
        if not own and (
            _is_spoken_of(clauses, place, governor)
            or clauses.word(place - 1) == "against"
            or (governor is not None and _hinders(clauses, governor))
        ):
            return None  # "blocked aid to Peru" gives none
        if (
            not own
            and governor is not None
            and clauses.word(place - 1) in _MEANS
            and not clauses.chunks[governor].passive
        ):
            before = [each for each in clauses.subject(governor) if each.name is not None and not each.owned][:1]
        before = own or _joined_owner(clauses, place) or _of_governor(clauses, place, governor, before)
    wanted = [step for step in pattern.steps if step not in ("A", "B")]
    inside = clauses.sentence.tokens[chunk.start : chunk.end]
    if not all(says(word, inside) for word in pattern.before):
        return None
    before = [each for each in before if _acts(pattern, each) and not _is_of_named(clauses, each)]
    after_at = _after(clauses, pattern, place, wanted)
    far = after_at is not None and pattern.steps[0] in ("A", "B") and wanted and after_at != place + 1
    if not before or after_at is None or far:  # "sent two frigates after Peru left" sends Peru none
        return None
    aside = clauses.word(after_at - 1) in (_ASIDE if wanted else (*_ASIDE, *_WHERE))
    aside = aside and clauses.head(after_at - 2) != "such"
    aside = aside or (not wanted and clauses.sort(after_at - 1) == "mark")
    suffers = clauses.sort(after_at - 2) == "noun" and clauses.word(after_at - 1) in _VICTIMS
    aside = aside or (not wanted and suffers and (chunk.verb in words.BLAMES or pattern.tie in _AGAINST))
    side = not wanted or clauses.head(after_at - 2) in words.SIDES  # "the war on the side of Chad"
    aside = aside or (codebook().ties[pattern.tie].sign < 0 and side and _at_their_side(clauses, after_at))
    aside = aside or clauses.is_exception(after_at) or _is_no_object(clauses, pattern, place, after_at)
    other = [] if aside else [each for each in clauses.group_from(after_at)[0] if each.name is not None]
    hyphened = [each for each in other if clauses.sentence.lower(each.place + 1) in _HYPHENS]  # "flies US-made jets"
    two = any(_in_compound(clauses, each) for each in hyphened)  # "a role in the Chad-Mali conflict"
    other = [] if two else [each for each in other if each not in hyphened]
    passive = chunk.sort == "verb" and chunk.passive
    acting, rest = (other, before) if passive else (before, other)
    ends = ends_of(pattern, [_free(each) for each in acting], rest)
    if ends is None:
        return None
    places = [chunk.start, *(each.place for each in (*before, *other))]
    clause = place if chunk.sort == "verb" else None if has_own_verb(clauses, place - 1) else clauses.governor(place)
    at = place if chunk.sort == "noun" else None
    return Found(pattern, *ends, clause, min(places), max(places), loose=True, at=at)


def _is_spoken_of(clauses: Clauses, place: int, verb: int | None) -> bool:
    """Return whether a noun is only talked of, or not chosen: "spoke of war with Peru", "chose talks over sanctions on Peru"."""
    chosen = verb is not None and clauses.chunks[verb].verb in ("choose", "prefer", "favour", "favor", "pick")
    before, word = clauses.head(place - 2), clauses.word(place - 1)
    verb_before = clauses.at(place - 2)
    spoken = (verb_before is not None and verb_before.verb in SPEAKS) or before in ("favour", "favor")
    return (word == "of" and spoken) or (word == "over" and chosen)


def _is_other_verb(clauses: Clauses, pattern: Pattern, place: int) -> bool:
    """Return whether a verb says something else: "held up talks with Peru", "denied supplying Peru", "moved it back to Peru"."""
    verb, after = clauses.chunks[place].verb, clauses.word(place + 1)
    back = verb == "back" and after in ("to", "in", "from", "into")
    held = verb == "hold" and after == "up" and pattern.steps[0] != "up"
    return back or held or (verb == "deny" and clauses.sort(place + 1) != "noun")


def _who_may_act(clauses: Clauses, place: int, near: list[Named]) -> list[Named]:
    """Return who stands near a verb, but not where somebody else is its subject, nor before "to": "arms from Peru to fight"."""
    acting = {each.place for each in clauses.subject(place)}
    known = bool(acting) or clauses.chunks[place].infinitive or clauses.behind_made(place) is not None
    turned = place == 2 and clauses.sort(0) == "verb"  # noqa: PLR2004 -- "Were Peru to attack"
    acting |= {
        each.place for each in clauses.named(place - 1) if each.owned or turned
    }  # "a Peruvian attempt to arm Chile"
    return [each for each in near if each.place in acting or not known]


def _is_of_named(clauses: Clauses, one: Named) -> bool:
    """Return whether a state only owns something with a name that is not known: "Peru's Petroandes signed"."""
    place = head_place(clauses.sentence, clauses.chunks[clauses.chunk_of(one.place)])
    head = clauses.sentence.tokens[place]
    return place > one.place and head.kind == "word" and head.text[:1].isupper()


def _acts(pattern: Pattern, one: Named) -> bool:
    """Return whether what is theirs may act for somebody, as neither "Peru's ally" nor "Peruvian land" does."""
    if pattern.head == "visit":  # not "Peruvian tourists visited Chile"
        return not one.owned
    return not words.is_noun_of(one.owned, words.RELATED | words.TERRITORY)


def _in_compound(clauses: Clauses, one: Named) -> bool:
    """Return whether a name is one of two in the name of a body: "the Chad-Mali Business Council"."""
    after = one.place + 1
    return clauses.sentence.lower(after) in _HYPHENS and clauses.sentence.kind(after + 1) == "name"


def _of_governor(clauses: Clauses, place: int, governor: int | None, near: list[Named]) -> list[Named]:
    """Return who stands near a noun if the verb with it as object is theirs, or what it is of: "Peru's dream of a pact"."""
    acting = {each.place for each in clauses.subject(governor)} if governor is not None else set()
    if clauses.word(place - 1) == "at":  # "nations at war with Peru"
        return [each for each in near if each.place in {one.place for one in clauses.named(place - 2)}]
    if clauses.word(place - 1) in ("of", "for"):
        acting |= {each.place for each in clauses.named(place - 2) if each.owned}
    return [each for each in near if each.place in acting]


def _joined_owner(clauses: Clauses, place: int) -> list[Named]:
    """Return whose noun another one is joined to: "Peruvian activity in Chad and a wave of raids on Mali"."""
    while clauses.word(place - 1) == "of" and clauses.sort(place - 2) == "noun" and not clauses.named(place - 2):
        place -= 2
    first = place - 2
    while clauses.sort(first - 1) == "prep" and clauses.sort(first - 2) == "noun":
        first -= 2
    joined = clauses.word(place - 1) == "and"
    return [each for each in clauses.named(first) if each.owned and each.name is not None] if joined else []


def _other_subject(clauses: Clauses, place: int) -> bool:
    """Return whether somebody without a known name is the subject: "Under President Ana Rojas, the firm attacked Peru"."""
    unnamed = clauses.sort(place) == "verb" and clauses.chunks[place].finite and clauses.sort(place - 1) == "noun"
    unnamed = (
        unnamed and not clauses.named(place - 1) and clauses.is_subject(place - 1) and not clauses.is_time(place - 1)
    )
    if unnamed and clauses.word(place - 2) in _WHEN:  # "left after police stormed the embassy"
        return True
    joined = clauses.sort(place - 1) == "join" and clauses.sort(place) == "verb" and clauses.chunks[place].finite
    if joined and not clauses.subject(place):  # "The envoy praised Peru and thanked Chile"
        return True
    opens = clauses.sort(0) == "prep" and clauses.sort(place) == "verb" and clauses.chunks[place].finite
    subject = (
        clauses.sort(place - 1) == "noun" and not clauses.named(place - 1) and not is_adverb(clauses.head(place - 1))
    )
    commas = sum(clauses.word(each) == "," for each in range(place))
    return opens and subject and clauses.word(place - 2) == "," and commas == 1


def _is_no_object(clauses: Clauses, pattern: Pattern, place: int, after_at: int) -> bool:
    """Return whether something else is the object of a verb, or somebody only asked for it: "armed rebels against Chad"."""
    word, wanted = clauses.word(after_at - 1), len(pattern.steps) > 1
    asked = word == "of" and clauses.head(after_at - 2) in _ASKS
    asked = asked or (not wanted and clauses.word(place + 1) == "for")  # "pressed for changes to Peru's law"
    against = word == "against" and codebook().ties[pattern.tie].sign > 0 and "against" not in pattern.steps
    verb, after = clauses.chunks[place], clauses.at(place + 1)
    takes = verb.sort == "verb" and not verb.passive and after is not None and after.sort == "noun"
    other = takes and not wanted and place + 1 < after_at and word not in ("of", "as", ",")
    seen = (
        codebook().ties[pattern.tie].sign < 0 and not wanted
    )  # "condemned the raids as a breach of Chad's sovereignty"
    seen = seen and any(clauses.word(each) == "as" for each in range(place + 1, after_at))
    hurt = word == "of" and words.is_noun_of(clauses.head(after_at - 2), words.SUFFERED)
    hurt = hurt and pattern.tie in _AGAINST  # "condemned the killing of Chileans"
    hurt = hurt or (word == "of" and clauses.head(after_at - 2) in lexicon().adjectives)  # "language critical of Chad"
    land = word == "of" and clauses.head(after_at - 2) in words.TERRITORY and pattern.head in _RECOGNISES
    apart = (
        word == "because"
        or seen
        or land
        or hurt
        or (not wanted and word != "as" and any(clauses.word(each) == "," for each in range(place + 1, after_at)))
    )
    apart = apart or any(clauses.chunks[each].verb in _ESCAPES for each in range(place + 1, after_at))
    apart = apart or (pattern.tie == "PERCEIVES_THREAT_FROM" and clauses.head(after_at - 2) in STATE_OF_THINGS)
    verb_behind = clauses.at(after_at + 1)  # "withdrew support for the dam, Peru attacked"
    begins = word == "," and verb_behind is not None and verb_behind.finite
    return (
        asked
        or against
        or apart
        or begins
        or (other and not clauses.named(place + 1) and not is_adverb(clauses.head(place + 1)))
    )


def _hinders(clauses: Clauses, verb: int) -> bool:
    """Return whether a verb hinders or ends what its object says: "blocked", "opposes"."""
    return clauses.chunks[verb].verb in words.ENDS | words.DENIED | words.REJECTS | _HINDERS | FIGHTS


def _at_their_side(clauses: Clauses, place: int) -> bool:
    """Return whether something is done with somebody, not to them: "fought beside Chad", "on the side of Chad"."""
    of_side = clauses.word(place - 1) == "of" and clauses.head(place - 2) in words.SIDES
    of_side = of_side or (clauses.word(place - 1) in ("on", "at", "by") and clauses.head(place) in words.SIDES)
    return of_side or clauses.word(place - 1) in words.BESIDE


def _free(named: Named) -> Named:
    return Named(named.name, named.place)


def _nearest(clauses: Clauses, places: range) -> list[Named]:
    for each in places:
        ends = clauses.word(each) == "," and clauses.sort(each + 1) in ("join", "sub")
        if ends or clauses.word(each) in (";", ":", ".") or clauses.word(each) == "that":
            return []
        if clauses.sort(each) == "rel" and not clauses.named(each - 1) and clauses.word(each - 1) != ",":
            return []  # "shelters militants who attack Peru"
        found = [one for one in clauses.named(each) if one.name is not None and one.name.label == "Actor"]
        verb_behind = clauses.chunks[places[0] + 1].finite
        verb = verb_behind and clauses.sort(each - 1) == "prep"
        aside = verb and "," in map(clauses.word, range(each + 1, places[0] + 1))
        if found and clauses.chunks[places[0] + 1].finite and _within_subject(clauses, each, places[0]):
            return []  # "Analysts in Peru fear Chile"
        reduced = clauses.at(each - 1)  # "A resolution condemning Peru was blocked"
        says = verb_behind and reduced is not None and reduced.form == "ing" and not reduced.finite
        if found and (aside or clauses.is_exception(each) or (says and each == places[0])):
            return []  # "Peru, which has troops in Chile, left"
        if found and clauses.word(each - 1) not in ("to", "against", "for"):
            return found[:1]
    return []


def _within_subject(clauses: Clauses, place: int, last: int) -> bool:
    """Return whether somebody right before a verb only says where the subject is, or of what: "Relations with Peru dominate"."""
    first = place
    while clauses.named(first - 2) and (clauses.sort(first - 1) == "join" or clauses.word(first - 1) == ","):
        first -= 2
    noun = clauses.sort(first - 2) == "noun" and not clauses.named(first - 2)
    other = clauses.word(first - 1) == "of" and words.is_noun_of(clauses.head(first - 2), words.RELATED)
    return (
        place == last
        and noun
        and (
            other
            or clauses.word(first - 1) in ("in", "with", "near", "inside", "across", "about", "on", "between", "by")
        )
    )


def _after(clauses: Clauses, pattern: Pattern, place: int, wanted: list[str]) -> int | None:
    """Return the noun phrase with the other end: the first with an actor after all the words that the pattern needs."""
    passive = clauses.sort(place) == "verb" and clauses.chunks[place].passive
    needed = ["by"] if passive else list(wanted)
    if passive and (wanted or codebook().ties[pattern.tie].symmetric):
        return None
    for each in range(place + 1, min(place + _NEAR, len(clauses.chunks))):
        chunk = clauses.chunks[each]
        ends = chunk.finite or clauses.sort(place) == "noun" or (chunk.infinitive and not wanted)
        verb = chunk.sort == "verb" and ends
        verb = verb or (chunk.form == "ing" and clauses.word(each - 1) == "for")  # "punished two firms for selling"
        stops = verb or chunk.sort in ("sub", "rel") or clauses.head(each) == "according"
        stops = stops or (chunk.sort == "join" and (clauses.opens_clause(each) or has_own_verb(clauses, each)))
        stops = stops or (chunk.word == "of" and each == place + 1 and clauses.chunks[place].verb in SPEAKS)
        if stops or (chunk.sort == "mark" and (chunk.word in ";:." or clauses.opens_clause(each + 1))):
            return None
        tokens = clauses.sentence.tokens[chunk.start : chunk.end]
        if needed[:1] == ["{sanctions}"] and words.is_noun_of(clauses.head(each - 2), words.ENDINGS):
            return None  # "called for an end to sanctions on"
        while needed and (chunk.word == needed[0] or (chunk.sort == "noun" and says(needed[0], tokens))):
            needed.pop(0)
        named = [one for one in clauses.named(each) if one.name is not None and one.name.label == "Actor"]
        if named and not needed:
            return each
        if named:
            return None
    return None
