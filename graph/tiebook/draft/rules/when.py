"""When a tie holds, by the dates in its clause: "in October 2015", "since 2013", "from 2006 to 2010", "on 17 July 2023"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Final

from tiebook.draft.rules.doubts import ending
from tiebook.draft.rules.frames.found import Found
from tiebook.draft.rules.said.dated import is_told
from tiebook.draft.rules.syntax.clauses import Clauses
from tiebook.draft.rules.words import vocabulary as words
from tiebook.draft.rules.words.lexicon import lexicon
from tiebook.draft.rules.words.vocabulary import is_noun_of
from tiebook.model.dates import MONTHS

_MONTH: Final = "|".join(MONTHS)
_YEAR: Final = r"1[89]\d\d|20\d\d"
_DATE: Final = (
    rf"(?:(?P<day>\d{{1,2}})\s+(?P<m1>{_MONTH})\s+(?P<y1>{_YEAR})"
    rf"|(?P<m2>{_MONTH})\s+(?P<d2>\d{{1,2}}),?\s+(?P<y2>{_YEAR})"
    rf"|(?P<m3>{_MONTH}),?\s+(?P<y3>{_YEAR})"
    rf"|(?P<decade>1[89]\d|20\d)0['\u2019]?s\b"
    rf"|(?P<y4>{_YEAR}))(?!\d|s\b|-\w)"
)
_SINCE: Final = re.compile(
    rf"\b(?:since|starting in|beginning in|as of)\s+(?:the )?(?:early |late |mid-|around |at least )?{_DATE}"
)
_FROM_TO: Final = re.compile(
    r"\b(?:from|between)\s+(1[89]\d\d|20\d\d)\s+(?:to|until|and|through)\s+(1[89]\d\d|20\d\d)\b"
)
_UNTIL: Final = re.compile(rf"\b(?:until|till|up to)\s+(?:the )?(?:early |late |mid-)?{_DATE}")
_ONCE: Final = frozenset(("once", "formerly"))
_AFTER: Final = 10  # tokens after a clause in which its date may stand
_PUBLISHED: Final = re.compile(r"(?P<year>\d{4})(?:-(?P<month>0[1-9]|1[0-2])(?:-\d\d)?)?")
# not "in the last year", "the last year of the war"
_COUNTED: Final = re.compile(
    r"(?:\b(?P<since>since|until|till|in)\s+)?(?:(?:early|late|earlier|later)\s+)?(?<!the )(?<!his )(?<!her )(?<!its )(?<!their )"
    r"\b(?P<which>last|this)\s+(?P<span>year|month)\b(?!\s+of\b|'s\b|\u2019s\b)",
    re.IGNORECASE,
)
_SUBORDINATE: Final = ("rel", "sub")
_SUBORDINATING: Final = frozenset(
    "after before since until till as while when once because".split()
)  # also as prepositions
_LEADING: Final = frozenset("in on at since from between during by until throughout".split())
_AT_FIRST: Final = ("during", "throughout", "until", "since", "from", "between")  # "Peru, until 2024, armed Mali"
_DATED: Final = re.compile(rf"\d|(?:{_MONTH.lower()}|early|late|mid|spring|summer|autumn|winter)\b")
_IN_OFFICE: Final = ("power", "office", "charge", "command", "post")
_LIFTS: Final = frozenset("lift remove repeal waive revoke rescind".split())
_ARTICLES: Final = frozenset(("a", "an", "the"))
_BREAKS: Final = frozenset((";", ":", "\u2014", "\u2013"))
_CAME_ABOUT: Final = frozenset(  # what is said of a deed or a bond that a noun names: "the pact, signed in 1998"
    "hold sign conclude reach form found establish launch impose introduce begin start fight wage adopt enact seal create"
    " conduct stage convene initiate forge".split()
)
_GOES_ON: Final = frozenset("begin start last exist persist endure occur happen erupt".split())  # it does so itself
_SAID_WITH: Final = frozenset("accuse blame condemn denounce criticise criticize deplore threaten warn praise".split())
_TOOK_PLACE: Final = re.compile(
    r"\b(?:tak\w+|took) (?:place|effect)\b|\b(?:come|came|enter(?:ed)?) into (?:force|effect)\b|\bbr[eo]\w+ out\b"
    r"|\b(?:is|are|was|were|been) in (?:force|place|effect)\b"
)
_AT: Final = re.compile(rf"\b(?:in|on|during)\s+(?:the )?(?:early |late |mid-)?{_DATE}")


def is_over(clauses: Clauses, found: Found) -> bool:
    """Return whether words call something past: "a former ally", "Chile's ex-rival", "was once a member"."""
    head = next((each for each in range(found.first, found.last + 1) if _says_it(clauses, found, each)), None)
    if head is None:
        return False
    place = clauses.chunk_of(head)
    before = [token.lower for token in clauses.sentence.tokens[clauses.chunks[place].start : head]]
    own = before[max((n + 1 for n, word in enumerate(before) if word in ("'s", "\u2019s")), default=0) :]
    verb = clauses.at(place - 1)
    said = {token.lower for token in clauses.tokens(place - 1)} if verb is not None else set()
    said.update(before[:1])  # "was once Chile's ally"
    was = verb is not None and verb.verb in ("be", "") and bool(said & _ONCE)  # "was formerly an ally", "once an ally"
    governor = clauses.governor(place - 1) if verb is not None and verb.infinitive else None
    used = governor is not None and clauses.chunks[governor].verb == "use"  # "used to be an ally"
    return bool(words.FORMER.intersection(own)) or was or used


def _is_undone(clauses: Clauses, found: Found) -> bool:
    """Return whether somebody ended what a relative clause says was done: "lifted the sanctions that it had imposed on Peru"."""
    made = clauses.relative_object(found.clause) if found.clause is not None and not found.noun else None
    verb = clauses.governor(made) if made is not None else None
    if verb is None or found.clause is None or verb >= found.clause or clauses.chunks[verb].passive:
        return False
    ends = clauses.chunks[verb].verb in words.ENDS | _LIFTS and not clauses.chunks[verb].negated
    return ends and clauses.chunks[verb].finite and not clauses.chunks[verb].modal


def _says_it(clauses: Clauses, found: Found, token: int) -> bool:
    """Return whether a token is the noun by which a frame found what somebody is or has: the "ally" of "a former ally"."""
    noun = found.pattern.shape in ("role", "noun")
    return noun and is_noun_of(clauses.sentence.lower(token), frozenset((found.pattern.head,)))


def dates(text: str, clauses: Clauses, found: Found, published: str = "", spoken: int | None = None) -> dict[str, Any]:
    """Return the dates of what a frame found in a paragraph's text: of what ended, when it did.

    published -- when the whole text was, from which "last year" counts
    spoken -- the chunk of the verb by which somebody says it
    """
    tokens = clauses.sentence.tokens
    over = ending(clauses, found)
    if over is None:
        return {}
    if is_over(clauses, found) or _is_undone(clauses, found):
        return {"ended": True}
    if over:
        until = ended_on(counted_from(published, text[tokens[0].start : tokens[_clause_end(clauses, found)].end]))
        return {"until": until, "ended": until is None}
    for first, last in _own_words(clauses, found, spoken):
        since, until = spell(counted_from(published, _like_inside(text[tokens[first].start : tokens[last].end])))
        if since is not None or until is not None:
            return {"since": since, "until": until}
    return {}


def said_on(text: str, clauses: Clauses, spoken: int | None, published: str = "") -> str | None:
    """Return when somebody said something: "said on 3 June 2025 that", "On 3 June 2025 she said".

    spoken -- the chunk of the verb that says it
    """
    if spoken is None or clauses.sort(spoken) != "verb":
        return None
    tokens, chunks = clauses.sentence.tokens, clauses.chunks
    timed = clauses.sort(spoken - 1) == "noun" and clauses.word(spoken - 2) in ("in", "on", "during") and spoken > 2  # noqa: PLR2004
    first = spoken - 2 if timed else spoken
    stop = next((n for n in range(spoken + 1, len(chunks)) if chunks[n].infinitive), len(chunks))
    stop = min(stop, _next_clause(clauses, spoken))  # "claimed to have armed Peru in 2016"
    beside = text[tokens[chunks[first].start].start : tokens[chunks[stop - 1].end - 1].end]
    heads = spoken == clauses.finite_verb() and clauses.word(spoken + 1) != ","  # not "In May, Peru said, Chile left"
    lead = _lead(clauses) if heads else None
    for each in (beside, text[tokens[0].start : tokens[lead].end] if lead is not None else ""):
        found = _AT.search(counted_from(published, _like_inside(each)))
        if found is not None:
            return _date(found)
    return None


def open_since(sentence: str, since: str, published: str = "") -> bool:
    """Return whether a sentence says that something goes on "since" a date, and does not only happen then."""
    return any(_date(match) == since for match in _SINCE.finditer(counted_from(published, _like_inside(sentence))))


def counted_from(published: str, text: str) -> str:
    """Return a text with the year or month for "last year", "this month": counted from when the whole text was published.

    published -- in EDTF; without a month in it, only years are counted, and from an uncertain date nothing
    """
    day = _PUBLISHED.fullmatch(published)
    if day is None:
        return text
    year = int(day["year"])

    def said(match: re.Match[str]) -> str:
        back = match["which"].lower() == "last"
        before = f"{match['since'] or 'in'} "
        if match["span"] == "year":
            return f"{before}{year - back}"
        month = int(day["month"] or 0) - back
        if not day["month"]:
            return match[0]
        return f"{before}{MONTHS[month - 1]} {year - (month == 0)}"

    return _COUNTED.sub(said, text)


def _own_words(clauses: Clauses, found: Found, spoken: int | None) -> Iterator[tuple[int, int]]:
    """Yield the first and last tokens where the date of a frame may stand, the likeliest first.

    What another clause says has its own date: "has ties with Oman, which joined in 1971", "sold drones, and left in 2016".
    """
    chunks, verb = clauses.chunks, found.clause
    within = verb is not None and found.first <= chunks[verb].start <= found.last
    first = chunks[verb].start if verb is not None and within else found.first
    stop = _next_clause(clauses, clauses.chunk_of(found.last))
    # "met President Rojas in 2019" dates the meeting, and "Rojas, president in 2019" the office
    role = found.pattern.shape == "role" and found.presupposed
    closed = clauses.word(clauses.chunk_of(found.last) + 1) == ","  # "invited Rojas, the president, to come in 2026"
    titled = role and (found.starts[0].place > found.first or closed)
    yield first, found.last if titled else max(found.last, min(found.last + _AFTER, chunks[stop - 1].end - 1))
    about = _came_about(clauses, found)
    if about is not None:
        yield chunks[about].start, chunks[_next_clause(clauses, about) - 1].end - 1
    if found.presupposed:
        return
    if is_told(clauses, found, spoken):
        return
    begin = _beginning(clauses, clauses.chunk_of(found.first) if verb is None else verb)
    if chunks[begin].start <= found.last:
        aside = _apposition(clauses, begin, verb)
        if aside is not None:  # "Rojas, president since 2013, left"
            yield chunks[aside[1]].start, found.last
        yield chunks[begin].start, found.last if aside is None else chunks[aside[0]].start
    deed = _deed_beside(clauses, verb) if verb is not None else None
    if deed is not None:
        yield chunks[_beginning(clauses, deed)].start, chunks[_next_clause(clauses, deed) - 1].end - 1
    lead = _lead(clauses)
    if lead is not None and not _is_subordinate(clauses, begin):
        yield 0, lead


def _apposition(clauses: Clauses, begin: int, verb: int | None) -> tuple[int, int] | None:
    """Return the commas around what says who the subject is, with dates of its own: "Rojas, president since 2013, left"."""
    if verb is None or clauses.word(verb - 1) != ",":
        return None
    opening = next((each for each in range(verb - 2, begin, -1) if clauses.word(each) == ","), None)
    if opening is None or clauses.sort(opening - 1) != "noun":
        return None
    first = clauses.word(opening + 1)
    dated = first in _LEADING and _DATED.match(_first_word(clauses, opening + 2)) is not None
    return None if dated or first in _AT_FIRST else (opening, verb - 1)


def _explains(clauses: Clauses, place: int) -> bool:
    """Return whether words behind a comma say who or what somebody is: "a member", "president since 2013", "in power since"."""
    head = clauses.head(place)
    office = head in lexicon().roles or head in words.OFFICES or head in words.TITLES
    in_office = clauses.word(place) in ("in", "at") and clauses.head(place + 1) in _IN_OFFICE
    return (_first_word(clauses, place) in _ARTICLES and clauses.sort(place) == "noun") or office or in_office


def _deed_beside(clauses: Clauses, verb: int) -> int | None:
    """Return the verb of what somebody did while they said what another verb says: "left on 3 May, accusing Chile"."""
    chunk = clauses.chunks[verb]
    saying = chunk.verb in _SAID_WITH and chunk.form == "ing" and not chunk.finite and chunk.end - chunk.start == 1
    if not saying or clauses.word(verb - 1) != ",":
        return None
    last = next((each for each in range(verb - 2, -1, -1) if clauses.chunks[each].finite), 0)
    first = _beginning(clauses, last)  # "left the pact signed in 1998, blaming Peru"
    return next((each for each in range(first, last + 1) if clauses.chunks[each].finite), None)


def _came_about(clauses: Clauses, found: Found) -> int | None:
    """Return the verb right behind a noun that says when what it names came about: "the pact, which was signed in 1998"."""
    place = clauses.chunk_of(found.last) + 1
    if found.pattern.shape != "noun" or found.last < clauses.chunks[place - 1].end - 1:
        return None
    place += clauses.word(place) == ","
    relative = clauses.word(place) in ("which", "that")
    place += relative
    verb = clauses.at(place)
    if verb is None or verb.sort != "verb" or verb.infinitive or verb.negated or verb.modal not in ("", "will"):
        return None
    tokens = clauses.sentence.tokens
    said = " ".join(token.lower for token in tokens[verb.start : verb.end + 2])
    itself = verb.verb in _GOES_ON or _TOOK_PLACE.search(said) is not None
    done = verb.verb in _CAME_ABOUT and (verb.passive or (not relative and clauses.sort(place + 1) == "prep"))
    return place if itself or done else None


def _next_clause(clauses: Clauses, place: int) -> int:
    """Return where the next clause begins behind a chunk: a verb's, a relative one, an aside that calls somebody something."""
    for each in range(place + 1, len(clauses.chunks)):
        sort = clauses.sort(each)
        aside = sort == "mark" and _explains(clauses, each + 1)
        if sort in _SUBORDINATE or aside or (sort == "mark" and clauses.word(each) in _BREAKS):
            return each
        if sort == "verb" and not clauses.chunks[each].infinitive:
            begins = next((n for n in range(each - 1, place, -1) if _begins_clause(clauses, n)), each)
            return _past_aside(clauses, place, begins)
    return len(clauses.chunks)


def _opens(clauses: Clauses, place: int, verb: int) -> bool:
    """Return whether a preposition opens the clause of a verb before the main one: "In 2016, as Chile armed Mali, Peru left"."""
    subject = place > 0 and clauses.sort(place) == "prep" and clauses.word(place) in _SUBORDINATING
    between = range(place + 1, verb)
    return (
        subject and bool(clauses.named(place + 1)) and all(clauses.sort(n) in ("noun", "prep", "join") for n in between)
    )


def _past_aside(clauses: Clauses, place: int, comma: int) -> int:
    """Return the "and" before what stands between two commas: "finances Peru and, until 2024, paid Chile"; else the comma.

    So is what dates a second clause: "left Peru, and in May 1984, it joined Chile".
    """
    opening = next((n for n in range(comma - 1, place, -1) if clauses.sort(n) not in ("prep", "noun")), place)
    joined = clauses.sort(opening) == "join" or clauses.word(opening) in _BREAKS
    dated = clauses.word(opening + 1) in _LEADING and _DATED.match(_first_word(clauses, opening + 2)) is not None
    if clauses.word(comma) == "," and opening > place and joined and dated:
        return opening
    aside = clauses.word(comma) == "," and clauses.word(opening) == "," and clauses.sort(opening - 1) == "join"
    return opening - 1 if aside and opening - 1 > place else comma


def _begins_clause(clauses: Clauses, place: int) -> bool:
    sort = clauses.sort(place)
    return sort in ("mark", "join", *_SUBORDINATE) or (sort == "prep" and clauses.word(place) in _SUBORDINATING)


def _beginning(clauses: Clauses, place: int) -> int:
    """Return the chunk with which the clause of a chunk begins."""
    for each in range(place - 1, -1, -1):
        sort = clauses.sort(each)
        another = any(clauses.sort(n) == "verb" for n in range(each))
        if sort in _SUBORDINATE or (another and _begins_clause(clauses, each)) or _opens(clauses, each, place):
            return _past_aside(clauses, 0, each)
    if clauses.sort(0) == "prep" and clauses.word(0) not in _LEADING:  # "After a summit in 2019, Peru left"
        return next((each for each in range(place) if clauses.word(each) == ","), 0)
    return 0


def _lead(clauses: Clauses) -> int | None:
    """Return the last token of what stands before the subject and dates the whole sentence: "In May 2016, at a summit, ..."."""
    if clauses.word(0) not in _LEADING:
        return None
    for each in range(len(clauses.chunks)):
        if clauses.sort(each) == "verb":  # no comma behind it: "In 2016 Peru left"
            return clauses.chunks[each].start - 1
        if clauses.sort(each) == "mark" and clauses.word(each) == "," and not _is_year(clauses, each + 1):
            return clauses.chunks[each].start
    return None


def _is_subordinate(clauses: Clauses, begin: int) -> bool:
    """Return whether a clause hangs on another one, to which alone a date at the head belongs: "because Chile armed Mali"."""
    prep = clauses.sort(begin) == "prep" and clauses.word(begin) in _SUBORDINATING and begin > 0
    return prep or clauses.sort(begin) in _SUBORDINATE


def _is_year(clauses: Clauses, place: int) -> bool:
    return re.fullmatch(_YEAR, _first_word(clauses, place)) is not None


def _first_word(clauses: Clauses, place: int) -> str:
    return clauses.sentence.lower(clauses.chunks[place].start) if place < len(clauses.chunks) else ""


def _like_inside(text: str) -> str:
    """Return a text as it stands inside a sentence: "In May" is "in May"."""
    return text[:1].lower() + text[1:]


def _clause_end(clauses: Clauses, found: Found) -> int:
    """Return the last token before "and" with a second verb, which has dates of its own, or of the sentence."""
    after = (each for each, chunk in enumerate(clauses.chunks) if chunk.start > found.last)
    second = next((each for each in after if clauses.sort(each) == "join" and clauses.sort(each + 1) == "verb"), None)
    return len(clauses.sentence.tokens) - 1 if second is None else clauses.chunks[second].start


def spell(text: str) -> tuple[str | None, str | None]:
    """Return since and until as the words of a clause state them."""
    found = _FROM_TO.search(text)
    if found is not None and found[1] < found[2]:
        return found[1], found[2]
    since, until = _SINCE.search(text), _UNTIL.search(text)
    if since is not None or until is not None:
        return (_date(since) if since else None), (_date(until) if until else None)
    at = _AT.search(text)
    return (_date(at) if at is not None else None), None


def ended_on(text: str) -> str | None:
    """Return when something ended, by the words of the clause that says so; None if they have no date, or several."""
    plain = _FROM_TO.sub("", _SINCE.sub("", text))
    found = list(_AT.finditer(_like_inside(plain)))
    return _date(found[0]) if len(found) == 1 else None


def _date(match: re.Match[str]) -> str | None:
    if match["decade"]:
        return f"{match['decade']}X"
    year = next((match[name] for name in ("y1", "y2", "y3", "y4") if match[name]), None)
    month = next((match[name] for name in ("m1", "m2", "m3") if match[name]), None)
    day = match["day"] or match["d2"]
    if year is None:
        return None
    parts = [year]
    if month:
        parts.append(f"{MONTHS.index(month) + 1:02}")
        if day:
            parts.append(f"{int(day):02}")
    return "-".join(parts)
