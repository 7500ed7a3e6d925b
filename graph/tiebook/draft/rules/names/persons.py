"""Persons whom a text introduces: by a title, an office beside the name, a verb that only people do, or the family name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final

from tiebook.draft.rules.names.introduced import (
    CAP,
    COMPANY,
    FIELDS,
    KIND_OF,
    LOWER,
    NO_BODY,
    NO_LONGER,
    NOT_FIRST,
    PARTICLE,
    REGIONS,
    UPPER,
    Newcomer,
)
from tiebook.draft.rules.words.lists import LISTS, NO_LAST_NAMES
from tiebook.draft.rules.words.vocabulary import ALSO_NOUNS, PORTFOLIOS, REPORTS, TITLES, VERBS

_CALLINGS: Final = TITLES | frozenset(LISTS["callings"].split())
_OF: Final = "|".join(sorted(PORTFOLIOS))
# "Secretary of State and National Security Advisor Ana Rojas"
_PORTFOLIO: Final = rf"(?:\s+(?:of|for)\s+(?:the\s+)?(?:{_OF})(?:\s+(?:{_OF}))*)?"
_FULL: Final = rf"{CAP}(?:\s+{PARTICLE}{CAP}){{1,3}}"  # two to four words in capitals
_STATES: Final = r"U\.\s?[SKN]\.|E\.\s?U\.|D\.\s?C\."  # what no given names are short for
_HONOUR: Final = (
    r"(?:(?:Sheikha?|Shaikh|Sayyid|Prince|Princess|King|Mullah|General|Sir|Lord|Dr\.?|Mr\.?|Mrs\.?|Ms\.?)\s+)?"
)
_TITLED: Final = re.compile(
    r"\b((?:(?:Deputy|Assistant|Acting|Vice) )?"
    rf"(?:{'|'.join(sorted({*_CALLINGS, *(title.capitalize() for title in _CALLINGS)}))})\.?)"
    rf"{_PORTFOLIO}\s+{_HONOUR}"
    rf"((?:(?!{_STATES})(?:[{UPPER}]\.\s?){{1,3}})?{CAP}(?:\s+{PARTICLE}(?:{CAP}|[A-Z]\.)){{0,3}}"
    rf"(?: the [{UPPER}][{LOWER}]+)?)"  # "Emperor Ivo the Bold"
)
_RANKED: Final = re.compile(  # "Lt. Gen. Ana Rojas", "Sen. Rojas"
    rf"\b(?:Gen|Col|Capt|Lt|Maj|Adm|Cmdr|Sgt|Brig|Sen|Rep|Gov|Amb|Prof)\.\s+({CAP}(?:\s+{PARTICLE}(?:{CAP}|[A-Z]\.)){{0,3}})(?!\.\s+[A-Z])"
)
_TITLES_OF_TWO: Final = re.compile(  # "Presidents Rojas and Pavlov"
    rf"\b(?:Presidents|Prime Ministers|Foreign Ministers|Defen[cs]e Ministers|Chancellors|Premiers) ({CAP}(?:\s+{PARTICLE}{CAP})?)"
    rf" and ({CAP}(?:\s+{PARTICLE}{CAP})?)"
)
_TITLE: Final = "|".join(sorted(_CALLINGS | {"diplomat"}))
_APPOSED: Final = re.compile(
    rf"\b({_FULL}(?:\s+{CAP})?),\s+(?:the\s+|a\s+|an\s+)?"
    rf"(?:[\w.'\u2019-]+\s+){{0,4}}?(?:co-|vice-|ex-)?(?i:{_TITLE})\b"
)
# before two given names
_FAMILY: Final = "Kim|Lee|Park|Pak|Choi|Choe|Moon|Yoon|Cho|Shin|Ri|Jang|Kang|Han|Nguyen|Tran|Pham|Le|Ho|Vo|Phan"
_SPEAKS: Final = re.compile(rf"\b((?:(?:{_FAMILY})\s+)?{_FULL})(?=\s+([a-z]\w*)|['\u2019]s\b)")
_SON_OF: Final = re.compile(r"\b(?:bin|ibn)(?:\s+\w+)?\s+\Z")
_ARTICLE: Final = re.compile(r"^(?:al|el|as|ash|es)-(?=[A-Z])")
_SON: Final = ("bin", "ibn", "bint")
_FATHER: Final = 40  # characters of his name
_OFFICE_FIRST: Final = re.compile(  # "Turkey's foreign minister, Hakan Yildiz,"
    rf"\b(?i:{_TITLE}|point person)(?:\s+(?:for|to|on|at|in)\s+(?:the\s+)?(?:{CAP}\s+){{0,3}}{CAP})?,"
    rf"\s+({_FULL}(?:\s+{CAP})?)(?=,|\.|\)|\s[-\u2013\u2014(])"
)
_OFFICE_OF: Final = re.compile(  # "the head of Peru's navy, Ana Rojas,"
    rf"\b(?i:{_TITLE})\s+(?:of|for|to|at|in)\s+(?=[^,.;:]*[A-Z])[^,.;:\n]{{3,70}},\s+({_FULL}(?:\s+{CAP})?)(?=,|\.|\)|\s[-\u2013\u2014(])"
)
_LONGEST: Final = 3  # words of a person's name
_OFFICE_FOR: Final = re.compile(
    rf"\b(?i:{_TITLE})\s+(?:for|to|on)\s+(?:the\s+)?((?:{CAP}\s+){{2,5}}{CAP})"
)  # "envoy to Chile Ana Rojas"
_OFFICE_ABOUT: Final = re.compile(  # "assistant secretary of state for East Asia and trade affairs Ana Rojas"
    rf"\b(?i:{_TITLE})(?:\s+of\s+(?i:{_OF}))?\s+(?:for|to|on)\s+(?:the\s+)?(?:[\w-]+\s+){{0,5}}?"
    rf"(?:affairs|security|policy|relations|trade|operations|def[e]n[cs]e|development|matters|issues|{REGIONS})\s+({_FULL})(?=[,.]|\s+[a-z])"
)
_INITIALS: Final = re.compile(  # "V. K. Rojas", "V K Rojas \u2013 a biographer"
    rf"(?<![\w.&'\u2019-])(?!{_STATES})((?:[{UPPER}]\.\s?){{2,4}}{CAP}"
    rf"|[{UPPER}] [{UPPER}] {CAP}(?=,|\s[-\u2013\u2014]|\s+[a-z]))(?!\s+[A-Z])"
)
_WHO: Final = re.compile(rf"\b({_FULL}(?:\s+{PARTICLE}{CAP})?),\s+who(?:se|m)?\b")
_SAYING: Final = "|".join(  # verbs of which only people are the subject
    sorted(
        form
        for form, (verb, what) in VERBS.items()
        if what in ("past", "s")
        and verb
        in set(
            "say add argue write warn explain note tell insist tweet claim declare conclude stress remark recall reply respond"
            " acknowledge admit observe complain quip joke caution predict allege contend assert maintain lament"
            " emphasise emphasize believe think counter point".split()
        )
    )
)
_SAID: Final = re.compile(  # '..., says Ana Rojas of the institute'
    rf"[,\"\u201d\u2019]\s+(?:{_SAYING})\s+({_FULL})(?=[,.]|\s+[a-z])"
)
_ASIDE: Final = re.compile(  # "Ana Rojas, 52, a trader in Lima, said", "Ana Rojas, citing reports, warned"
    rf"\b({_FULL}(?:\s+{CAP})?),\s+(?!(?:and|or|but)\b)(?![^.;:\n]{{0,60}}\b(?:company|firm|newspaper|agency|group|port|city|town|island)\b)"
    rf"[a-z\d][^.;:\"\u201c\u201d\n]{{1,120}}?,\s+(?:(?:also|later|has|had)\s+)?(?:{_SAYING})\b"
)
_CLAIMING: Final = re.compile(  # "Ana Rojas's claim"
    rf"\b({_FULL})['\u2019]s\s+(?:[a-z]+\s+)?(?:claim|warning|remark|statement|accusation|allegation|assertion|argument|comment|speech)s?\b"
)
_LED: Final = re.compile(  # "a faction led by Ana Rojas"
    rf"\b(?:led|headed|chaired|commanded|founded|overthrown|ousted) by ({_FULL})\b(?!\s+[A-Z])"
)
_OF_BODY: Final = re.compile(  # "Ana Rojas of the Andean Centre for Coastal Affairs"
    rf"\b({_FULL})\s+(?:of|from|at|with)\s+(?:the\s+)?((?:{CAP}\s+){{1,4}})"
)
_RECORDED: Final = re.compile(
    rf"((?:[{UPPER}][{UPPER}{LOWER}'\u2019-]+|[{UPPER}]\.)(?:\s+(?:[{UPPER}][{UPPER}{LOWER}'\u2019-]+|[{UPPER}]\.|al|bin|de|el|van)){{1,4}})"
    rf" \(((?:the )?[{UPPER}][^()\d]{{2,40}})\)(?=,? [a-z])"
)
_IN_CAPITALS: Final = re.compile(
    rf"(?:^|(?<=[.?!\"\u201d] ))([{UPPER}][{UPPER}'\u2019-]+(?: (?:[{UPPER}][{UPPER}'\u2019-]+|[{UPPER}]\.)){{1,4}}),"
    rf" (?=[^.;:]{{0,80}}?\b(?i:{_TITLE})\b)"
)
_WORD: Final = rf"([{UPPER}][{LOWER}]{{2,}})"
_TWO: Final = re.compile(rf"(?<![\w\u2019'-]){_WORD}\s+{_WORD}(?!\s+[{UPPER}])(?![\w-])")
_EASTERN: Final = re.compile(
    r"\b[A-Z][a-z]+ [A-Z][a-z]+-(?!class|made|based|led|style|wide|era|owned|backed)[a-z]{2,6}\b"
)  # Kim Jong-un
_WEEKDAYS: Final = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
JUNIORS: Final = ("Jr", "Sr")
_TITLES_ALONE: Final = ("President", "Prime Minister", "Chancellor", "Premier", "Foreign Minister", "Secretary-General")
_NO_PERSON: Final = NO_LAST_NAMES | frozenset(
    "Asian African American European Of The New North South East West General State United Cold World Middle People"
    " Peoples".split()
)


def persons(text: str, known: frozenset[str]) -> Iterator[Newcomer]:
    """Yield the persons whom the words around their names tell to be some."""
    for name in (*(match[2] for match in _TITLED.finditer(text)), *(match[1] for match in _RANKED.finditer(text))):
        yield from as_person(name, known, titled=True)
    for name in (name for match in _TITLES_OF_TWO.finditer(text) for name in match.groups()):
        yield from as_person(name, known)
    for match in _EASTERN.finditer(text):
        yield from as_person(match[0], known)
    for pattern in (
        _APPOSED,
        _OFFICE_FIRST,
        _OFFICE_OF,
        _OFFICE_ABOUT,
        _INITIALS,
        _LED,
        _WHO,
        _SAID,
        _ASIDE,
        _CLAIMING,
    ):
        for match in pattern.finditer(text):
            yield from as_person(match[1], known)
    for match in _OFFICE_FOR.finditer(text):
        yield from as_person(_behind_known(match[1], known), known)
    yield from in_records(text, known)
    for match in _OF_BODY.finditer(text):
        if any(KIND_OF.get(word) in ("Organization", "GovernmentBody") for word in match[2].split()):
            yield from as_person(match[1], known)
    for match in _SPEAKS.finditer(text):
        after = (match[2] or "").lower()
        form = VERBS.get(after, ("", ""))[1]
        acts = form in ("past", "s") and after not in ALSO_NOUNS
        if _SON_OF.search(text, max(match.start() - _FATHER, 0), match.start()):  # "Ivo bin Ana Rojas spoke"
            continue
        if acts or VERBS.get(after, ("", ""))[0] in REPORTS or (match[2] is None and match.start() > 0):
            yield from as_person(match[1], known)


def _behind_known(said: str, known: frozenset[str]) -> str:
    """Return the name behind a known one: "Ana Rojas" of "Chile Ana Rojas"; "" if there is none."""
    parts = said.split()
    for last in range(len(parts) - 2, 0, -1):
        if " ".join(parts[:last]) in known and len(parts) - last <= _LONGEST:
            return " ".join(parts[last:])
    return ""


def in_records(text: str, known: frozenset[str]) -> Iterator[Newcomer]:
    """Yield whoever is named with the state in brackets before a verb, as records of meetings do: "ANA ROJAS (Peru) said"."""
    for match in _RECORDED.finditer(text):
        state = match[2].split(",")[0].removeprefix("the ")
        if state in known and match[1] not in known and not set(match[1].split()) & set(KIND_OF):
            yield Newcomer(match[1], match[1], "Person")
    for match in _IN_CAPITALS.finditer(text):  # "ANA ROJAS, Foreign Minister of Peru, said"
        if match[1] not in known and not any(word in known for word in match[1].split()):
            yield Newcomer(match[1], match[1], "Person")


def named_again(
    paragraphs: tuple[str, ...], known: frozenset[str], found: Mapping[str, Newcomer]
) -> Iterator[Newcomer]:
    """Yield those whom a text names in full once and by the last name again: "Babak Karimi ... Karimi wrote"."""
    whole = "\n".join(paragraphs)
    taken = {word for name in (*known, *found) for word in name.split()}
    for match in _TWO.finditer(whole):
        first, last = match.groups()
        article = whole[max(match.start() - 4, 0) : match.start()].lower() == "the "
        if article or {first, last} & (taken | NOT_FIRST) or last.lower() in VERBS or first.lower() in VERBS:
            continue
        alone = re.compile(rf"(?<![Tt]he )(?<!{first} )(?<!-)\b{last}\b(?!-|\s+[A-Z])")
        plain = re.search(rf"\b(?:{first.lower()}|{last.lower()})\b", whole)
        if plain is None and any(_no_capital_before(whole, each.start()) for each in alone.finditer(whole)):
            yield from as_person(match[0], known)


def heads_of_governments(found: Mapping[str, Newcomer], paragraphs: tuple[str, ...]) -> Iterator[Newcomer]:
    """Yield those of whom a text knows the administration, and who act alone too: "Rojas wrote" beside "the Rojas government"."""
    whole = "\n".join(paragraphs)
    for each in found.values():
        words = each.surface.split()
        if (
            each.kind == "GovernmentBody"
            and words[-1].lower() in ("administration", "government", "regime")
            and len(words) > 1
        ):
            name = words[-2]
            alone = re.search(rf"(?<![Tt]he )\b{name}\b(?!-|\s+[A-Z]|\s+(?:administration|government|regime))", whole)
            if alone is not None and name not in found:
                yield from as_person(name, frozenset())


def by_title(found: dict[str, Newcomer], paragraphs: tuple[str, ...]) -> dict[str, Newcomer]:
    """Return "the President" for the one person who is introduced by that title, and of no state: "President Rojas"."""
    whole = "\n".join(paragraphs)
    short: dict[str, Newcomer] = {}
    those = {name: each for name, each in found.items() if each.kind == "Person"}
    for title in _TITLES_ALONE:
        who: set[str] = set()
        for match in re.finditer(rf"\b{title} (?=[A-Z])", whole):
            named = (each.whole for name, each in those.items() if whole.startswith(name, match.end()))
            if not _is_owner((whole[max(match.start() - 40, 0) : match.start()].split() or [""])[-1]):
                who.update(named)
        if len(who) == 1:
            name = next(iter(who))
            for surface in re.findall(rf"\b[Tt]he {title}{NO_LONGER}", whole):
                short[surface] = Newcomer(surface, name, "Person")
    return short


def short_persons(found: dict[str, Newcomer], known: frozenset[str]) -> dict[str, Newcomer]:
    """Return the family names by which persons are named again: the last name, and the first one in the east of Asia."""
    short: dict[str, Newcomer] = {}
    for each in list(found.values()):
        words = [word for word in each.surface.split() if word not in JUNIORS]
        if each.kind == "Person" and len(words) > 1:
            last = " ".join(words[-2:]) if words[-2].lower() in _SON else words[-1]  # "bin Salman", the son of Salman
            for word in (last, last[:1].upper() + last[1:], _ARTICLE.sub("", last), words[0]):  # "al-Rojas", "Rojas"
                same = word not in found or found[word].kind == "Person"
                if word not in known and same and word not in NOT_FIRST and len(word) > 1 and word[-1] != ".":
                    short.setdefault(word, Newcomer(word, each.whole, "Person"))
    return short


def as_person(name: str, known: frozenset[str], *, titled: bool = False) -> Iterator[Newcomer]:
    """Yield a name as that of a person, without titles before it; nothing if one of its words is none of a person's."""
    words = name.split()
    office = max((place for place, word in enumerate(words[:-1]) if word.lower() in _CALLINGS), default=-1)
    words = words[office + 1 :]  # "Foreign Minister Ana Rojas"
    if any(name in each and re.search(rf"\b{re.escape(name)}\b", each) for each in known):
        return  # the "Democratic People" of a republic
    while words and (
        words[0].lower() in _CALLINGS or words[0] in known or (words[0] in {*NOT_FIRST, "To"} and words[2:])
    ):
        words.pop(0)
    while len(words) > 1 and words[-1] in _WEEKDAYS:  # "met President Ana Rojas Tuesday"
        words.pop()
    plain = re.sub(rf"^(?:{REGIONS})\s+(?=\S+\s)", "", " ".join(words))  # "Central Asia Ana Rojas"
    he = titled and len(words) > 1 and words[0] in ("He", "Her", "She", "An")  # He Lifeng
    if not words or any(
        word in COMPANY or word in FIELDS or word in KIND_OF or word in NO_BODY or word in known or word in _NO_PERSON
        for word in words
    ):
        return
    verb, form = VERBS.get(words[0].lower(), ("", ""))
    if titled and form == "s" and verb in REPORTS and words[0].lower() not in ALSO_NOUNS:
        return  # "Peru's Envoy Denies Talks", a headline
    if (
        any(word in NOT_FIRST for word in words[he:])
        or words[-1].lower().removesuffix("s") in _CALLINGS
        or words[-1].isupper()
    ):
        return
    if plain not in known and not re.fullmatch(REGIONS, plain) and not plain.isupper():
        yield Newcomer(plain, plain, "Person")


def _is_owner(word: str) -> bool:
    """Return whether a word before a title says of which state: "Chilean", "Chile's"."""
    return word[:1].isupper() and word not in NOT_FIRST and word[-1] not in ".,"


def _no_capital_before(text: str, place: int) -> bool:
    """Return whether no word in capitals stands right before a place, so that the one there is a name of its own."""
    before = text[max(place - 40, 0) : place]
    word = (before.split() or [""])[-1]
    return not before.endswith(" ") or not word[:1].isupper() or word in NOT_FIRST or word[-1] in ".,;:"
