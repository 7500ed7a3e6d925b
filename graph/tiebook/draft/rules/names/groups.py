"""Sets that only their description names: "Gulf states", "Iran-backed groups", "Iran's rivals", "Chinese officials"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from tiebook.draft.rules.names.introduced import NOT_FIRST, Newcomer
from tiebook.draft.rules.syntax.tokens import Name, owner
from tiebook.draft.rules.words import vocabulary as words

_HEADS: Final = "|".join(sorted(words.COLLECTIVE_HEADS))
_ADJECTIVES: Final = "|".join(word.capitalize() for word in sorted(words.COLLECTIVE_ADJECTIVES))
_STATES: Final = "countries|states|powers|nations|governments|members|regimes|democracies|economies"
_SEAS: Final = "(?:Persian|Arabian|Arab) Gulf|(?:Baltic|Black|Red) Sea|Pacific|Mediterranean"
_PEOPLES: Final = re.compile(
    r"\b(?:(?:Turkish|Iraqi|Syrian|Iranian|Bosnian|Afghan) )?"
    r"(?:Kurds|Uyghurs|Uighurs|Rohingya|Tuaregs?|Pashtuns|Hutus|Tutsis|Sunnis|Shiites|Shias|Alawites|Druze"
    r"|Croats|Bosniaks|Hazaras|Yazidis|Maronites|Copts|Tamils|Crimean Tatars)\b"
)
_ARABS: Final = re.compile(r"\bArabs\b|\bArab(?=[-\u2010\u2011\u2013][A-Z])")  # "the Arab-Israeli war"
_WEST: Final = re.compile(r"\b[Tt]he West\b(?! [A-Z])")
_WESTERN: Final = re.compile(r"\bWestern(?= [a-z])")  # before what is not a group of states: "Western sanctions"
_OF_ADJECTIVE: Final = re.compile(
    rf"\b(?:(?:{_ADJECTIVES}) and )?(?:Middle\s+Eastern|{_ADJECTIVES})\s+(?:\w+\s+)?(?:{_HEADS})\b"
)
_OF_SORT: Final = re.compile(
    rf"\b(?:{'|'.join(sorted(words.SORTS_OF_STATES))})\s+(?:military\s+)?(?:{_STATES})\b", re.IGNORECASE
)
_WORLD: Final = re.compile(
    r"\b(?:[Ss]ome|[Ss]everal|[Mm]any|[Mm]ost) (?:countries|governments|nations)\b(?! (?:of|in|have|has))"
    r"|\b(?:[Ww]orld (?:leaders|powers)|[Ff]oreign (?:leaders|donors|fighters|forces|troops)"
    r"|[Ii]nternational (?:community|donors|creditors)"
    r"|[Rr]egional (?:leaders|capitals))\b"
)
_OF_ADJECTIVES: Final = re.compile(  # "Southeast Asian nations", "Pacific Island States"
    r"\b(?:(?i:(?:north|south|east|west|central|southeast|northeast|latin|sub-saharan|eastern|western|southern|northern))\s+"
    rf"(?:Asian|African|American|European)|{_SEAS}|Caribbean|Sahel(?:ian)?|Andean)\s+(?:[Ii]sland\s+)?(?i:{_STATES})\b"
)
_OF_REGION: Final = re.compile(
    r"\b(?:countries|states)\s+(?:in|of)\s+the\s+(?:Middle East|Gulf|Persian Gulf|Caucasus|Balkans)\b"
)
_FIGHTERS: Final = re.compile(  # "terrorist groups", "Tuareg rebels"
    r"\b(?:terrorist|jihadist|rebel|insurgent|separatist|extremist|Islamist|armed) "
    r"(?:groups?|organi[sz]ations|forces|movements?|militias?)\b"
    r"|\b(?!Armed|Special|Security|Government|Air|Ground|Naval|Joint|Foreign|Rebel|Allied|Coalition|Local|Police|Defen[cs]e|Border"
    r"|Market|Russian|The|Their|These|Those|Other|Both|Task|Multinational|International|National|State|Regular|Land|Opposition)"
    r"[A-Z][a-z]{3,} forces\b"
    r"|\b[A-Z][a-z]+ (?:rebels|militants|insurgents|separatists|jihadists|guerrillas|militias?)\b"
    r"|\b(?:paramilitary|militant|guerrilla) (?:groups?|organi[sz]ations|forces|movements?|militias?)\b"
)
_PARTISANS: Final = re.compile(  # "nationalist groups"
    r"\b(?:nationalist|opposition|religious|dissident|monarchist|communist|far-right|civil society|human rights)"
    r" (?:groups|parties|movements)\b"
)
_OF_CONGRESS: Final = re.compile(
    r"\b(?:[Ss]ome |[Mm]any |[Ss]everal )?[Mm]embers of (?:the )?(?:U\.S\. )?(?:Congress|Parliament)\b"
)
_FORMERLY: Final = re.compile(r"\b[Ff]ormer (?:senior )?(?:[A-Z][\w.]+ )?(?:officials|diplomats|officers|ministers)\b")
_ACRONYM: Final = re.compile(rf"\b([A-Z]{{3,6}})\s+(?:{_STATES})\b")
_ARMED: Final = re.compile(
    r"(?:groups?|militias?|rebels|militants|fighters|forces|proxies|separatists|insurgents|guerrillas|paramilitaries)$"
)
_ONE_GROUP: Final = ("group", "militia", "movement", "faction")
_BACKED: Final = re.compile(
    r"-(backed|supported|funded|sponsored|trained|armed|aligned)\s+(?:[a-z-]+\s+){0,2}?"
    r"(?:groups?|militias?|movements?|rebels|militants|fighters|forces|proxies|separatists|insurgents"
    r"|guerrillas|paramilitaries|factions|warlords)\b"
)
_ROLE: Final = (
    rf"\s+(?:(?!(?:are|is|were|was|and|or|has|have|had|its|their|his|her|the)\b)"
    rf"(?:[a-z-]+|{_ADJECTIVES}|Asian|African|Nordic|Andean|NATO|treaty)\s+){{0,2}}?"
    r"(rivals|adversaries|enemies|foes|competitors|allies(?: and partners)?|proxies|partners(?: and allies)?|neighbou?rs"
    r"|critics|opponents|supporters|backers|sponsors"
    r"|(?:neighbou?ring|rival|partner|client|allied|adversary|non-Western) (?:countries|states|nations|powers))\b"
    r"(?!\s*(?:,?\s*(?:such|including|like|namely|notably|especially|particularly|[A-Z])|,\s*the\s+[A-Z]))"
)
_ROLES: Final = re.compile(rf"(['\u2019]s?)?{_ROLE}(?!\s*,(?!\s+(?:but|yet|while|though|although)\b)|\s+(?:and|or)\b)")
_OTHERS: Final = re.compile(  # "some other GCC members"
    r"\b(?i:(?:(?:some|several|many|most|all|two|three|four|five|a few) )?(?:other|fellow|key|some|several|most) (?:of the )?)$"
)
_MEMBERS: Final = re.compile(r"\s+(?:member (?:states|countries|nations|governments)|members)\b(?!\s+[A-Z])")
_ITS: Final = re.compile(  # "the United States and its allies", "Peru, together with several of its neighbours"
    r"(?:,? (?:and|or|with|along with|together with|as well as|alongside)) "
    rf"(?P<own>(?:(?:many|some|most|several|all|two|three) of )?(?:its|their|his|her)){_ROLE}"
)
_CLOSED: Final = re.compile(r"(?:\s+(?:in|on|within|at|over)\s+[^,.;]+)?,")
_SORTS: Final = {
    "rival": "rivals",
    "adversary": "adversaries",
    "partner": "partners",
    "allied": "allies",
    "client": "partners",
}
BODY: Final = re.compile(  # "the Chilean parliament", "Chile's foreign ministry"
    r"(?:['\u2019]s)?\s+(?:parliament|cabinet|army|delegation|(?:spy|space) agency|intelligence (?:community|services?)"
    r"|armed forces|central bank|supreme court"
    r"|coast ?guard|[Ee]mbassy(?! (?:in|to) )"
    r"|(?:foreign|defen[cs]e|interior|finance|trade|energy|oil|information|justice|economy|commerce|health)"
    r" ministry)\b(?! (?:chief|commander|head|leader|spokes\w+)s?\b)"
)
_MISSION: Final = re.compile(r"(?:['\u2019]s)?((?:\s+[a-z-]+){0,4}?)\s+mission\b")
_PRIVATE: Final = re.compile(  # who is of a state, and does not act for it
    r"(?:['\u2019]s?)?\s+(?:(?!and\b|or\b)[a-z-]+\s+){0,2}?(?:media|newspapers|editorials|commentators|columnists|writers|historians|scholars"
    r"|analysts|experts|academics|intellectuals|economists|journalists|bankers|businessmen|activists|nationalists|lawmakers"
    r"|campaigners|citizens|voters|civilians|residents|refugees|migrants|workers|farmers|public|people|pundits|critics|researchers|clerics|students|protesters|dissidents)\b"
)
_CABINET: Final = re.compile(
    r"['\u2019]s?\s+(?:first |second |new |current |outgoing )?(?:administration|government|cabinet)\b"
)
_CABINET_OF: Final = re.compile(
    r"(?:(?:interim|new|current|outgoing|transitional|military|coalition) )?(?:government|administration|cabinet|regime) of "
    r"(?:President |General )?$"
)
_SOMEBODY: Final = (
    "actors officials leaders officers generals ministers diplomats analysts experts elites policymakers hardliners hawks voices"
    " factions observers strategists critics lawmakers commentators"
)
_PLACED: Final = re.compile(  # "some in Moscow", "officials in Beijing", "retired officers within Iran"
    r"\b(?:(?i:some|many|others|several)(?: \w+)?"
    rf"|(?:(?:(?i:senior|some|many|retired|former)|[A-Z][a-z]+) )?(?i:{'|'.join(_SOMEBODY.split())}))"
    r" (?:in|within|inside) (?:the )?$"
)
_EMBASSY: Final = re.compile(
    r"(?:['\u2019]s)?\s+(?:[Ee]mbassy|[Cc]onsulate|[Hh]igh [Cc]ommission|[Mm]ission)\s+(?:in|to)\s+(?:the\s+)?$"
)
_PEOPLE: Final = re.compile(
    r"\s+(?:(?:and\s+)?(?!(?:and|as|the|a|to|in|of|for|that|with|by|on|from|at|if|its|their|his|two|both)\b|[a-z]+ing\b)[a-z-]+\s+){0,4}?"
    rf"(?:{'|'.join(sorted(words.PEOPLE))})\b"
)
_SOME: Final = re.compile(
    r"\b(?:[Ss]ome|[Mm]any|[Ff]ormer|[Ss]enior)\s+(?:[\w.-]+\s+)?(?:analysts|officials|experts|observers|scholars|diplomats|lawmakers)\b"
)
_APPOSED: Final = re.compile(r", an? (?:[\w-]+ ){0,2}$")
_PREDICATE: Final = re.compile(
    r"\b(?:is|are|was|were|be|become|became|remain|remains|as|(?i:one|two|three|some|many|most|all|any|none|number) of|its|their)"
    r"\s+(?:the\s+)?$"
)


def sets(text: str, known: frozenset[str]) -> Iterator[Newcomer]:
    """Yield the sets of states that a text describes."""
    for pattern in (_OF_ADJECTIVE, _OF_ADJECTIVES, _WEST, _OF_SORT, _OF_REGION, _PEOPLES, _WORLD):
        for match in pattern.finditer(text):
            yield Newcomer(match[0], match[0], "Collective")
    for pattern, kind in (
        (_FIGHTERS, "ArmedGroup"),
        (_PARTISANS, "Collective"),
        (_OF_CONGRESS, "Collective"),
        (_FORMERLY, "Collective"),
    ):
        for match in pattern.finditer(text):
            if pattern is _FIGHTERS and _APPOSED.search(text[: match.start()]) and not match[0].endswith("s"):
                continue  # "the M23, a rebel movement that": a name is beside it
            first = match[0].split()[0]
            whole = text[: match.start() + len(first)]
            longer = next((each for each in known if each.endswith(f" {first}") and whole.endswith(each)), None)
            if longer is not None and longer.startswith("Islamic"):
                continue  # the "State militants" of "Islamic State militants"
            if longer is not None:  # "Ivory Coast rebels"
                said = longer + match[0][len(first) :]
                yield Newcomer(said, said, kind)
                continue
            if first not in known and not (pattern is _FIGHTERS and first in NOT_FIRST):
                yield Newcomer(match[0], match[0], kind)
    for match in _ARABS.finditer(text):
        yield Newcomer(match[0], "Arabs", "Collective")
    for match in _WESTERN.finditer(text):
        yield Newcomer(match[0], match[0], "Collective")
    for match in _ACRONYM.finditer(text):
        if match[1] not in known:
            yield Newcomer(match[1], match[1], "Bloc")


def groups(text: str, names: Sequence[Name]) -> Iterator[Name]:
    """Yield the groups that are known by whose they are: "Iran-backed groups", "Iran's rivals"."""
    for name in names:
        if name.label != "Actor":
            continue
        backed = _BACKED.match(text, name.end)
        if backed is not None:
            kind = "ArmedGroup" if _ARMED.search(backed[0]) else "Collective"
            again = _named_before(text, name, backed.end(), names)
            if again is not None:
                said = text[name.start - len("the ") : backed.end()]
                own = (again.who, name.start, backed.end(), again.kind)
                yield Name(*own, new=again.new, of=(name, backed[1]), said=said)
                continue
            yield Name(text[name.start : backed.end()], name.start, backed.end(), kind, new=True, of=(name, backed[1]))
            continue
        abroad = next((each for each in names if _EMBASSY.fullmatch(text, name.end, each.start)), None)
        if abroad is not None and name.kind == "State":  # "the Chilean embassy in Lima"
            yield Name(text[name.start : abroad.end], name.start, abroad.end, "GovernmentBody", new=True)
            continue
        beside = _beside(text, name)
        if beside is not None:
            yield beside
        members = _MEMBERS.match(text, name.end) if name.kind in ("Organization", "Bloc") else None
        others = _OTHERS.search(text[: name.start]) if members is not None else None
        if members is not None and others is not None:
            said = text[others.start() : members.end()]
            yield Name(said, others.start(), members.end(), "Collective", new=True, of=(name, "members"))
            continue
        role = _ROLES.match(text, name.end)
        whose = role is not None and (role[1] or name.adjective or text[name.end - 1] == ".")
        whose = whose and not (role is not None and _explains(text, name, role.end(), names))
        if role is not None and whose and not _PREDICATE.search(text[: name.start]):
            yield Name(
                text[name.start : role.end()], name.start, role.end(), "Collective", new=True, of=(name, _role(role[2]))
            )


def _named_before(text: str, name: Name, end: int, names: Sequence[Name]) -> Name | None:
    """Return the group that "the Iran-backed group" is, where one group is named before it."""
    one = text[name.start - len("the ") : name.start].lower() == "the " and text[:end].endswith(_ONE_GROUP)
    before = {each.who: each for each in names if each.end < name.start and each.kind == "ArmedGroup"} if one else {}
    return next(iter(before.values())) if len(before) == 1 else None


def _beside(text: str, name: Name) -> Name | None:
    """Return the group that is named along with the one whose it is: "Peru and its allies", by a name that says whose."""
    found = _ITS.match(text, name.end)
    if found is None or name.adjective:
        return None
    start, own = found.start("own"), found["own"]
    whose = text[name.start : name.end]
    which = " ".join(text[found.end("own") : found.end()].split())
    some = own.rpartition(" of ")[0]
    said = f"{some + ' of ' if some else ''}{owner(whose)} {which}"
    role = Name(name.who, name.start, name.end, name.kind, name.label, new=name.new, said=name.said)
    return Name(
        said, start, found.end(), "Collective", new=True, of=(role, _role(found[2])), said=text[start : found.end()]
    )


def _explains(text: str, name: Name, end: int, names: Sequence[Name]) -> bool:
    """Return whether a role between commas says what those before it are: "Mali and Chad, Peru's partners in the pact, left"."""
    closed = _CLOSED.match(text, end) is not None
    return closed and any(each.end == name.start - 2 and text[each.end : name.start] == ", " for each in names)


def mission_of(text: str, name: Name) -> Name | None:
    """Return the mission of which a name only says whose it is: "the EU monitoring mission"; None where none follows."""
    found = _MISSION.match(text, name.end) if name.kind in ("State", "Organization", "Bloc") and not name.seat else None
    if found is None or any(_is_small(word) for word in found[1].split()):
        return None
    return Name(text[name.start : found.end()], name.start, found.end(), "GovernmentBody", new=True)


def _is_small(word: str) -> bool:
    """Return whether a word does not stand between a name and its noun: a verb, "the", "of"."""
    verb = words.VERBS.get(word, ("", ""))[1] in ("past", "s", "base") and word not in words.ALSO_NOUNS
    return (
        verb or word in words.DETERMINERS | words.PREPOSITIONS | words.CONJUNCTIONS | words.AUXILIARIES or word == "to"
    )


def own_people(text: str, name: Name) -> Name | None:
    """Return the body or the private people that act where a state is only whose they are: "Chinese newspapers"."""
    cabinet = _CABINET.match(text, name.end) if name.kind == "Person" else None
    before = _CABINET_OF.search(text[max(name.start - 40, 0) : name.start]) if name.kind == "Person" else None
    if before is not None:  # "the interim government of Ana Rojas"
        start = name.start - len(before[0])
        return Name(text[start : name.end], start, name.end, "GovernmentBody", new=True)
    if cabinet is not None:  # "Ana Rojas's government"
        return Name(text[name.start : cabinet.end()], name.start, cabinet.end(), "GovernmentBody", new=True)
    those = (
        BODY.match(text, name.end) or _PRIVATE.match(text, name.end) if name.kind == "State" and not name.seat else None
    )
    said = those[0].removeprefix("'s").removeprefix("\u2019s") if those is not None else ""
    if those is None or any(word in words.DETERMINERS | words.AUXILIARIES for word in said.split()):
        return None  # "Peru warned its citizens"
    kind = "GovernmentBody" if BODY.fullmatch(those[0]) else "Collective"
    return Name(text[name.start : those.end()], name.start, those.end(), kind, new=True)


def _role(words: str) -> str:
    """Return the role that a group is named by: "rivals" for "rival countries", "allies" for "allies and partners"."""
    first = words.split(maxsplit=1)[0]
    return _SORTS.get(first, first)


def people(text: str, names: Sequence[Name]) -> Iterator[Name]:
    """Yield the people of a state who speak or think for it, "Chinese officials", and "some analysts"."""
    for some in _SOME.finditer(text):
        yield Name(some[0], some.start(), some.end(), "Collective", new=True)
    for name in names:
        cabinet = _CABINET.match(text, name.end) if name.kind == "Person" else None
        if cabinet is not None:  # "Ana Rojas's first administration"
            yield Name(text[name.start : cabinet.end()], name.start, cabinet.end(), "GovernmentBody", new=True)
        mission = mission_of(text, name)
        if mission is not None and not text[: name.start].endswith(
            ", the "
        ):  # what "KFOR, the NATO mission," is has a name
            yield mission
        body = BODY.match(text, name.end) if name.kind == "State" else None
        if body is not None:
            yield Name(text[name.start : body.end()], name.start, body.end(), "GovernmentBody", new=True)
        placed = _PLACED.search(text[: name.start]) if name.label == "Actor" else None
        if placed is not None and not name.adjective:
            yield Name(text[placed.start() : name.end], placed.start(), name.end, "Collective", new=True)
        match = _PEOPLE.match(text, name.end) if name.kind == "State" else None
        if match is not None and not any(
            words.VERBS.get(each, ("", ""))[1] == "past" for each in match[0].split()[:-1]
        ):
            yield Name(text[name.start : match.end()], name.start, match.end(), "Collective", new=True)
