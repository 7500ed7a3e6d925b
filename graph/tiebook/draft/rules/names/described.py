"""Groups that only a description names: "pro-Iranian militias in Iraq", "opposition politicians in Peru", "Serbs in Kosovo"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Final

from tiebook.draft.names import adjectives
from tiebook.draft.rules.syntax.tokens import Name
from tiebook.draft.rules.words import vocabulary as words
from tiebook.model.dates import MONTHS

_FIGHTERS: Final = (
    r"(?:militias?|rebels|rebel (?:fighters|commanders|army|coalition)"
    r"|insurgents|separatists|secessionists|fighters|militants|guerrillas|jihadists|gunmen|paramilitaries"
    r"|warlords|(?:armed|militant|rebel|insurgent|separatist|militia|jihadist|guerrilla)"
    r" (?:groups?|forces|factions|movements?|organi[sz]ations))"
)
_CRITICS: Final = (
    r"(?:opposition (?:politicians|parties|figures|leaders|lawmakers|groups|activists|movements|candidates|forces)"
    r"|(?:anti-government|pro-democracy|human rights|anti-war|student)"
    r" (?:protesters|demonstrators|activists|groups|parties|campaigners)"
    r"|(?:[Aa]nti|[Pp]ro)-[A-Z]\w+ (?:leadership|authorities|administration|officials|leaders|camp|forces)"
    r"|(?:anti|pro)-[A-Z]\w+ (?:protesters|demonstrators|activists|groups|parties|politicians|factions))"
)
_PEOPLE: Final = (
    r"(?:politicians|parties|protesters|demonstrators|lawmakers|legislators|hardliners|nationalists|activists|dissidents|businessmen"
    r"|voters|citizens|refugees|migrants|exiles|settlers|clerics|tribes|communities|minorities|investors|opponents)"
)
_KINDS: Final = (
    (re.compile(rf"\b(?i:{_FIGHTERS})\b"), "ArmedGroup", False),
    (re.compile(rf"\b(?:{_CRITICS}|{_CRITICS.replace('opposition', 'Opposition', 1)})\b"), "Collective", True),
    (re.compile(rf"\b(?i:{_PEOPLE})\b"), "Collective", False),
)
_SORT: Final = re.compile(  # words before the head that belong to the description
    r"(?:(?<![\w-])(?:(?:[Pp]ro|[Aa]nti)-\w+|[Ee]thnic|[Tt]ribal|[Ll]ocal|[Aa]rmed|Islamist|[Jj]ihadist|Shia|Shiite|Sunni|Kurdish|Arab"
    r"|Christian|Muslim|[Cc]ommunist|[Ll]eftist|Maoist|[Ss]eparatist|[Rr]ebel|[Oo]pposition|[Rr]ival|[Nn]orthern|[Ss]outhern|[Ee]astern"
    r"|[Ww]estern|[Aa]llied|[Nn]ationalist|[Ff]ar-right|[Ll]iberal|[Ss]ecular|[Rr]eligious|[Ee]xiled|[a-z]+-(?:aligned|allied|affiliated)"
    r"|[Ee]xtremist|[Aa]nti-government|[Mm]ain) )$"
)
_WHERE: Final = re.compile(
    r" (?:in|from|inside|across) (?:the )?(?:(?:northern|southern|eastern|western|central|north|south|east|west) )*(?:the )?"
)
_LISTED: Final = re.compile(r"(?:, (?:and |or )?| and | or )(?:the )?")
_LOYAL: Final = re.compile(
    r" (?:(?P<of>backed|supported|funded|sponsored|trained|armed) by|loyal to|allied with|close to) (?:the )?"
)
_LOYALISTS: Final = re.compile(
    r"\b(?:(?:[Rr]ebel|[Gg]overnment|[Aa]rmed|[Oo]pposition) )?"
    r"(?i:forces|troops|soldiers|fighters|factions?|units|militias?|militiamen)"
    r" (?:loyal to|allied (?:to|with)|aligned with) (?:the )?(?:(?:[A-Z][a-z]+ |Gen\. |Col\. |former |ousted |deposed ){0,3})$"
)
_OPPOSITION: Final = re.compile(
    r"(?:['\u2019]s)? (?:political |main )?opposition\b(?! (?:to|leaders?|\w+ies|groups|figures|candidate)\b)"
)
_LEANS: Final = re.compile(r"\b([Pp]ro|[Aa]nti)-")
_ETHNIC: Final = re.compile(r"\b[Ee]thnic [A-Z]\w+s\b")
_ORDINARY: Final = re.compile(r"(?:(?<![\w-])(?:[Oo]rdinary|[Yy]oung|[Ee]xiled) )$")
_MONTHS: Final = "|".join(MONTHS)
_PLACE: Final = re.compile(rf"(?!{_MONTHS})[A-Z][a-z]{{3,}}(?: [A-Z][a-z]{{3,}})?(?!\w|['\u2019]s)")
_OWNED: Final = re.compile(r"(?:['\u2019]s?|\w-\w+|\b(?:its|their|these|those|his|her)) $", re.IGNORECASE)
_OWNER: Final = re.compile(r"['\u2019]s? $")
_AT_HOME: Final = re.compile(
    r"(?:main |northern |southern |eastern |western )?(?:rebels?|insurgents|separatists|secessionists|guerrillas|jihadists)\b"
)
_OWNS: Final = re.compile(r"['\u2019]s\b")
_ACTS: Final = re.compile(r"['\u2019]s\b| (?:is|was|has|have|had|are|were|will|would)\b")
_WORD: Final = re.compile(r" ([a-z]+)\b")
_COUNTED: Final = re.compile(
    r"(?:\d|million|thousand|hundred|dozen|two|three|several) $"
)  # "two million Indians work there"
_OTHER: Final = re.compile(r" (?:and|or) (?:the )?$")


def described(text: str, names: Sequence[Name]) -> Iterator[Name]:
    """Yield the groups that a paragraph describes by their sort, and by where or whose they are."""
    at = {name.start: name for name in names if name.label == "Actor" or name.kind == "region"}
    until = {name.end: name for name in names}
    for pattern, kind, alone in _KINDS:
        for match in pattern.finditer(text):
            start, owned = _first(text, match.start(), until)
            end, whose = _last(text, match.end(), at), None
            there = tuple(name for name in at.values() if match.end() <= name.start and name.end <= end)
            there = () if text.startswith(" from ", match.end()) else there  # where they come from, they are no more
            if end == match.end() and kind == "ArmedGroup":
                end, whose = _loyal(text, end, at)
            whose = whose or _leaning(text, start, match.end(), names)
            sort = start < match.start() and kind == "ArmedGroup"
            taken = any(_is_taken(name, start, end, match.end()) for name in names)
            if (alone or sort or end > match.end()) and not owned and not taken:
                yield Name(text[start:end], start, end, kind, new=True, of=whose, places=there)
    yield from _ethnic(text, at)
    for name in names:
        loyal = _LOYALISTS.search(text[max(name.start - 80, 0) : name.start]) if name.label == "Actor" else None
        if loyal is not None and not _OWNS.match(text, name.end):  # "forces loyal to President Rojas"
            start = max(name.start - 80, 0) + loyal.start()
            regular = loyal[0].lower().startswith(("forces", "troops", "soldiers", "government"))
            yield Name(text[start : name.end], start, name.end, "Military" if regular else "ArmedGroup", new=True)
        plural = name.kind == "State" and text[name.start : name.end] in _plurals()
        people = _people(text, name, at, until) if plural else None
        if people is not None:
            yield people
        against = _OPPOSITION.match(text, name.end) if name.kind == "State" and not name.seat else None
        if against is not None:
            yield Name(text[name.start : against.end()], name.start, against.end(), "Collective", new=True)


def _leaning(text: str, start: int, end: int, names: Sequence[Name]) -> tuple[Name, str] | None:
    """Return for or against whom a group is, and which: "pro-Iranian militias", "anti-American protesters"."""
    for name in names:
        word = _LEANS.search(text, start, name.start) if start < name.start < end else None
        if word is not None and word.end() == name.start:
            return name, word[1].lower()
    return None


def _ethnic(text: str, at: dict[int, Name]) -> Iterator[Name]:
    """Yield minorities whose state, if there is one, need not be known: "ethnic Albanians in Macedonia"."""
    for match in _ETHNIC.finditer(text):
        end = _last(text, match.end(), at)
        yield Name(text[match.start() : end], match.start(), end, "Collective", new=True)


def _is_taken(name: Name, start: int, end: int, head: int) -> bool:
    """Return whether the head of a description is part of a name that is longer, or is not a description itself."""
    over = name.start < head <= name.end
    return over and not (
        name.new and start <= name.start and name.end <= end and (start, end) != (name.start, name.end)
    )


def _people(text: str, name: Name, at: dict[int, Name], until: dict[int, Name]) -> Name | None:
    """Return people who are not a state: "Serbs in Kosovo", "ethnic Albanians", "Indians"; None for "the Iranians"."""
    sort = _ORDINARY.search(text[max(name.start - 12, 0) : name.start])
    start = name.start - (len(sort[0]) if sort is not None else 0)
    home = until.get(start - 1)
    start = home.start if home is not None and text[start - 1] == " " and home.kind == "State" else start
    end = _last(text, name.end, at)
    before, after = text[max(start - 12, 0) : start].lower(), _LISTED.match(text, end)
    if _COUNTED.search(before):
        return None
    plain = (start, end) == (name.start, name.end)
    other = [until.get(start - len(found[0])) for found in (_OTHER.search(text[:start]),) if found is not None]
    other += [at.get(after.end())] if after is not None else []
    both = any(each is not None and text[each.start : each.end] in _plurals() for each in other)
    if plain and (
        before.endswith("the ") or both or text[start - 1 : start] == "-" or text[end : end + 1] in ("-", "\u2019", "'")
    ):
        return None
    return Name(text[start:end], start, end, "Collective", new=True)


def _loyal(text: str, end: int, at: dict[int, Name]) -> tuple[int, tuple[Name, str] | None]:
    """Return where "backed by Peru" or "loyal to Peru" ends, and whose the group is that it describes."""
    loyal = _LOYAL.match(text, end)
    name = at.get(loyal.end()) if loyal is not None else None
    if loyal is None or name is None or name.adjective:
        return end, None
    return name.end, ((name, loyal["of"]) if loyal["of"] else None)


def _first(text: str, start: int, until: dict[int, Name]) -> tuple[int, bool]:
    """Return where a description begins, and whether it is somebody's: "Iran's militias", "Houthi rebels", "Iran-backed rebels"."""
    while (sort := _SORT.search(text[max(start - 30, 0) : start])) is not None:
        start -= len(sort[0])
    name = until.get(start - 1) if text[start - 1 : start] == " " else None
    owner = _OWNER.search(text[max(start - 4, 0) : start])
    home = until.get(start - len(owner[0])) if owner is not None else None
    if home is not None and home.kind == "State" and _AT_HOME.match(text, start):  # "Mali's rebels" fight Mali
        return home.start, False
    if name is not None and name.kind == "State" and name.adjective:
        return name.start, text[name.start - 1 : name.start] == "-"
    before = text[max(start - 40, 0) : start]
    return start, name is not None or _OWNED.search(before) is not None


def _last(text: str, end: int, at: dict[int, Name]) -> int:
    """Return where a description ends: behind the places that it names."""
    where = _WHERE.match(text, end)
    name = at.get(where.end()) if where is not None else None
    unknown = _PLACE.match(text, where.end()) if where is not None and name is None else None
    if unknown is not None:  # "separatists in Kabylia"
        return unknown.end()
    while name is not None and not name.adjective and not _OWNS.match(text, name.end):
        end = name.end
        more = _LISTED.match(text, end)
        name = at.get(more.end()) if more is not None else None
        apart = more is not None and more[0].startswith(", and") and text.find(",", where.end() if where else 0) == end
        if name is not None and (_ACTS.match(text, name.end) or (apart and _does(text, name.end))):
            break
    return end


def _does(text: str, end: int) -> bool:
    """Return whether a verb in the past stands behind a name, which is its subject: "rebels in Chad, and Mali condemned"."""
    word = _WORD.match(text, end)
    return word is not None and words.VERBS.get(word[1], ("", ""))[1] == "past"


@lru_cache(maxsize=1)
def _plurals() -> frozenset[str]:
    """Return the names of the people of states in the plural: "Indians"."""
    return frozenset(word for each in adjectives().values() for word in each if word.endswith("s") and " " not in word)
