"""When a tie holds, by the dates in its clause: "in October 2015", "since 2013", "from 2006 to 2010", "on 17 July 2023"."""

from __future__ import annotations

import re
from typing import Any, Final

from tiebook.draft.rules.doubts import ending
from tiebook.draft.rules.frames.found import Found
from tiebook.draft.rules.syntax.clauses import Clauses
from tiebook.draft.rules.words import vocabulary as words
from tiebook.draft.rules.words.vocabulary import is_noun_of

_MONTHS: Final = "January February March April May June July August September October November December".split()
_MONTH: Final = "|".join(_MONTHS)
_YEAR: Final = r"1[89]\d\d|20\d\d"
_DATE: Final = (
    rf"(?:(?P<day>\d{{1,2}})\s+(?P<m1>{_MONTH})\s+(?P<y1>{_YEAR})"
    rf"|(?P<m2>{_MONTH})\s+(?P<d2>\d{{1,2}}),?\s+(?P<y2>{_YEAR})"
    rf"|(?P<m3>{_MONTH}),?\s+(?P<y3>{_YEAR})"
    rf"|(?P<y4>{_YEAR}))(?!\d|-\w)"
)
_SINCE: Final = re.compile(
    rf"\b(?:since|starting in|beginning in|as of)\s+(?:early |late |mid-|around |at least )?{_DATE}"
)
_FROM_TO: Final = re.compile(
    r"\b(?:from|between)\s+(1[89]\d\d|20\d\d)\s+(?:to|until|and|through)\s+(1[89]\d\d|20\d\d)\b"
)
_UNTIL: Final = re.compile(rf"\b(?:until|till|up to)\s+{_DATE}")
_ONCE: Final = frozenset(("once", "formerly"))
_AFTER: Final = 10  # tokens after a clause in which its date may stand
_AT: Final = re.compile(rf"\b(?:in|on|during)\s+(?:early |late |mid-)?{_DATE}")


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


def _says_it(clauses: Clauses, found: Found, token: int) -> bool:
    """Return whether a token is the noun by which a frame found what somebody is or has: the "ally" of "a former ally"."""
    noun = found.pattern.shape in ("role", "noun")
    return noun and is_noun_of(clauses.sentence.lower(token), frozenset((found.pattern.head,)))


def dates(text: str, clauses: Clauses, found: Found) -> dict[str, Any]:
    """Return the dates of what a frame found in a paragraph's text: of what ended, when it did."""
    tokens = clauses.sentence.tokens
    over = ending(clauses, found)
    if over is None:
        return {}
    if is_over(clauses, found):
        return {"ended": True}
    if over:
        until = ended_on(text[tokens[0].start : tokens[_clause_end(clauses, found)].end])
        return {"until": until, "ended": until is None}
    last = min(found.last + _AFTER, len(tokens) - 1)
    since, until = spell(text[tokens[found.first].start : tokens[last].end])
    if since is None and until is None:
        since, until = spell(text[tokens[0].start : tokens[found.last].end])
    return {"since": since, "until": until}


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
    """Return when something ended, by the words of the clause that says so; None where they have no date, or several."""
    plain = _FROM_TO.sub("", _SINCE.sub("", text))
    found = list(_AT.finditer(plain[:1].lower() + plain[1:]))
    return _date(found[0]) if len(found) == 1 else None


def _date(match: re.Match[str]) -> str | None:
    year = next((match[name] for name in ("y1", "y2", "y3", "y4") if match[name]), None)
    month = next((match[name] for name in ("m1", "m2", "m3") if match[name]), None)
    day = match["day"] or match["d2"]
    if year is None:
        return None
    parts = [year]
    if month:
        parts.append(f"{_MONTHS.index(month) + 1:02}")
        if day:
            parts.append(f"{int(day):02}")
    return "-".join(parts)
