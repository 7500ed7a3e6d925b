"""Finds the actors and other entities that a text names: by name, alias, nationality, seat of government, or a part of a name."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable
from typing import Final, NamedTuple

from tiebook.ask.words.slips import nation_meant
from tiebook.ask.words.tokens import (
    EMPTY,
    GENERAL_STEMS,
    LIGHT,
    Token,
    fold,
    in_other_scripts,
    longest_nation,
    nations,
    stem,
    tokens,
)
from tiebook.engine.base import Engine

LABELS: Final = ("Actor", "Instrument", "Event", "Place", "Factor", "Issue", "Source")
Key = str  # a stem, or "@" and the id of a nation

_PRONOUNS: Final = frozenset({"its", "their", "his", "her"})
_HEADS: Final = frozenset(
    {"plan", "deal", "accord", "agreement", "pact", "document", "partnership", "project", "order", "map"}
)
_BEFORE_US: Final = frozenset({"tell", "show", "give", "let", "help", "for", "with", "remind"})
_SKIPPED: Final = EMPTY | {"of", "in", "on", "to", "and", "for", "with", "by"}
_ONTO: Final = frozenset({"on", "against"})
_AUXILIARY: Final = frozenset("do does did is are was were be been has have had can shall must".split())
_WITHIN: Final = _SKIPPED - _AUXILIARY  # what may stand within a name: "weapons did Iran" is not a name
GROUPS: Final = frozenset({"Collective", "Organization", "Bloc"})  # kinds of actors that have members
_PERSON: Final = "Person"
_DESCRIBED: Final = frozenset({"Instrument", "Event", "Factor", "Issue"})
_MADE: Final = frozenset({"Instrument", "Event"})
_BETWEEN: Final = 4  # words: between X and Y
_BEGIN: Final = 4  # letters by which words are held together, to leave most names of a graph alone
_PARTED: Final = re.compile(r"[\W_]+")
_RARE: Final = 4  # letters of a word that stands for a whole name


class Item(NamedTuple):
    """A word of the text, or several that name a nation: its key, and the tokens that it stands for."""

    key: Key
    first: int
    last: int
    pronoun: bool = False

    @property
    def nation(self) -> str | None:
        """The id of the nation that it names."""
        return self.key[1:] if self.key.startswith("@") else None


class Mention(NamedTuple):
    """A name in the text: the tokens that it takes up, and (label, id) of what it may mean.

    inner -- the nation inside a longer name: "Iran" in "Iran's rivals"
    known -- whether the graph has it; nations are recognised all the same
    unsure -- a part of a name of which each word may as well be meant by itself: "arms embargo"
    group -- it is an actor that has members, and neither a person nor a state
    person -- it is a person
    """

    first: int
    last: int
    readings: tuple[tuple[str, str], ...]
    inner: "tuple[Mention, ...]" = ()
    known: bool = True
    unsure: bool = False
    group: bool = False
    person: bool = False


class Names:
    """The names of a graph: by the first key of each, with (keys, label, id)."""

    def __init__(self) -> None:
        self.by_first: dict[Key, list[tuple[tuple[Key, ...], str, str]]] = defaultdict(list)
        self.owners: dict[Key, set[str]] = defaultdict(set)
        self.of: dict[str, list[tuple[Key, ...]]] = defaultdict(list)
        self.labels: dict[str, str] = {}
        self.onto: set[tuple[tuple[Key, ...], str]] = set()  # names of what is "on" or "against" somebody
        self.groups: set[str] = set()
        self.persons: set[str] = set()

    def add(self, name: str, label: str, entity: str) -> None:
        """Add a name; one that only points back, as "its allies" and "the leaders", means nothing outside its text."""
        first, _, rest = name.partition(" ")
        if first.lower() in _PRONOUNS or (first == "the" and rest.islower()):
            return
        keys = tuple(item.key for item in _items(tokens(name)) if item.key not in _SKIPPED)
        of_nations = all(key.startswith("@") for key in keys)
        if not keys or all(key in EMPTY or key in LIGHT for key in keys):
            return
        if of_nations and (len(keys) > 1 or keys[0] != f"@{entity}"):
            return  # "China and Iran" are two; Tehran is Iran before it is a city
        self.by_first[keys[0]].append((keys, label, entity))
        if not _ONTO.isdisjoint(name.split()):
            self.onto.add((keys, entity))
        self.of[entity].append(keys)
        for key in keys:
            self.owners[key].add(entity)


def read_names(engine: Engine, text: str | None = None, vocabulary: Collection[str] = ()) -> Names:
    """Read the names, aliases and ids of the entities and sources of a graph.

    text -- only those of the nations that it names, and those that share the beginning of another word with it: a graph may
        have hundreds of thousands of names, and to cut them all into words takes longer than to answer
    vocabulary -- stems of the words by which questions are found: none of them is a slip of a nation's name
    """
    names = Names()
    wanted = None if text is None else _Wanted(text, vocabulary)
    for label in LABELS:
        table = engine.read(
            f"MATCH (n:{label}) RETURN n.id AS id, n.name AS name, n.aliases AS aliases, n.kind AS kind"
        )
        for entity, name, aliases, kind in table.rows:
            if label == "Actor" and (kind in GROUPS or kind == _PERSON):
                (names.persons if kind == _PERSON else names.groups).add(entity)
            if entity == "unspecified":
                continue
            names.labels[entity] = label
            for each in {name, name.partition(" (")[0], entity.replace("-", " "), *(aliases or ())}:
                if wanted is not None and entity not in wanted.nations and not wanted.may_name(each):
                    continue
                names.add(each, label, entity)
                whole, of, part = each.partition(" of ")
                if of and " of " not in part and label != "Actor":  # "the failure of the JCPOA" is the JCPOA failure
                    names.add(f"{part} {whole}", label, entity)
    if text is not None:
        _add_organisations(names, text)
    return names


def _add_organisations(names: Names, text: str) -> None:
    """Add the organisations that a text names and the graph lacks, so that an answer says so of the right question."""
    words = tokens(text)
    items = _items(words)
    lacking = {item.nation for item in items if item.nation} - names.labels.keys()
    proper = {item.key for item in items if item.nation is None and words[item.first].capital}
    if not lacking and not proper - names.owners.keys() - LIGHT - EMPTY - _SKIPPED:
        return
    from tiebook.crosswalk import crosswalk  # noqa: PLC0415 -- most texts name only what the graph has

    for actor in crosswalk().actors.values():
        if actor.id in names.labels or actor.kind not in GROUPS:
            continue
        if actor.id in lacking:
            names.groups.add(actor.id)
        for name in {actor.name, *(alias.value for alias in actor.aliases)}:
            if name in text and re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text):
                names.add(name, "Actor", actor.id)
                names.groups.add(actor.id)


class _Wanted:
    """What names that are of use for a text begin their words with."""

    def __init__(self, text: str, vocabulary: Collection[str]) -> None:
        words = tokens(text)
        items = _items(words, ("",), vocabulary)
        self.nations = {item.nation for item in items if item.nation}
        others = [words[item.first].word for item in items if item.nation is None]
        self.begins = {word[:_BEGIN] for word in others if word not in _SKIPPED}

    def may_name(self, name: str) -> bool:
        """Return whether a name has a word that begins as one of the text's does."""
        return any(word[:_BEGIN] in self.begins for word in _PARTED.split(fold(name)))


def mentions(words: list[Token], names: Names, vocabulary: Collection[str]) -> list[Mention]:
    """Return the names in a text, the longest where several fit, in order.

    vocabulary -- stems of the words by which questions are found: none of them stands for a name of which it is a part
    """
    items = _items(words, frozenset(names.owners), vocabulary)
    found: list[Mention] = []
    place = 0
    while place < len(items):
        mention, after = (
            _longest(items, place, names, vocabulary)
            or _part(items, place, names, vocabulary, words)
            or (None, place + 1)
        )
        if mention is not None:
            if mention.readings[0][0] in _DESCRIBED:
                described = _between(items, after)
                if described > after and not _may_be_between(
                    mention, items[after + 1].key, items[after + 3].key, names
                ):
                    place = after
                    continue
                after = described
            after = _with_its_own(items, after, mention, names)
            mention = mention._replace(last=items[after - 1].last)
            found.append(mention)
        place = after
    return found


def _with_its_own(items: list[Item], after: int, mention: Mention, names: Names) -> int:
    """Return the place after the words behind a name that stand in another name of the same: "Ocean-2024 drills"."""
    label, entity = mention.readings[0]
    own = {key for name in names.of[entity] for key in name} if label in _MADE else set()
    while after < len(items) and items[after].key in own and items[after].nation is None:
        after += 1
    return after


def _items(words: list[Token], known: Collection[Key] = (), vocabulary: Collection[str] = ()) -> list[Item]:
    """Join the words that name a nation; a pronoun before a noun stands for the nation named last."""
    found: list[Item] = []
    last: str | None = None
    place = 0
    while place < len(words):
        length, nation = _nation(words, place)
        if nation is None and known:
            nation = nation_meant(words[place], known, vocabulary)
            length = 1
        if nation is not None:
            last = nation
            found.append(Item(f"@{nation}", place, place + length - 1))
            place += length
            continue
        word = words[place]
        if word.word in _PRONOUNS and last is not None:
            found.append(Item(f"@{last}", place, place, pronoun=True))
        else:
            found.append(Item(_key(word), place, place))
        place += 1
    return found


def _key(word: Token) -> Key:
    short = len(word.word) <= _RARE  # of short words the stem is another word: "play" is not the PLA
    return word.word if short or word.word in EMPTY or word.word in LIGHT else word.stem


def _nation(words: list[Token], place: int) -> tuple[int, str | None]:
    table = nations()
    for length in range(min(longest_nation(), len(words) - place), 0, -1):
        said = tuple(word.word for word in words[place : place + length])
        nation = table.get(said) or (table.get((said[0][:-1],)) if length == 1 and said[0].endswith("s") else None)
        if not said[0].isascii():  # in Arabic, Russian or Chinese
            nation = nation or in_other_scripts().get(said)
        if said == ("us",):
            pronoun = not words[place].capital and place > 0 and words[place - 1].word in _BEFORE_US
            nation = None if pronoun else "united-states"
        if nation is not None:
            return length, nation
    return 1, None


def _longest(
    items: list[Item], place: int, names: Names, vocabulary: Collection[str] = ()
) -> tuple[Mention, int] | None:
    """Return the longest name that begins here, and the place after it."""
    item = items[place]
    best: tuple[int, list[tuple[str, str]]] = (-1, [])
    for keys, label, entity in names.by_first.get(item.key, ()):
        end = _fits(items, place, keys, onto=(keys, entity) in names.onto)
        if end is None or (item.pronoun and len(keys) == 1):
            continue
        if end > best[0]:
            best = (end, [(label, entity)])
        elif end == best[0] and (label, entity) not in best[1]:
            best[1].append((label, entity))
    end, readings = best
    if end < 0:
        if item.nation is None or item.pronoun:
            return None
        group = item.nation in names.groups
        return Mention(item.first, item.last, (("Actor", item.nation),), known=False, group=group), place + 1
    inner = () if end == place else tuple(_inside(items[place : end + 1], names))
    group = any(entity in names.groups for _, entity in readings)
    person = any(entity in names.persons for _, entity in readings)
    # a matter called by what is also asked for: "joint exercises"
    unsure = all(label == "Issue" for label, _ in readings) and all(
        each.key in vocabulary or each.key in _SKIPPED for each in items[place : end + 1]
    )
    return Mention(
        item.first, items[end].last, tuple(readings), inner, unsure=unsure, group=group, person=person
    ), end + 1


def _inside(items: Iterable[Item], names: Names) -> Iterable[Mention]:
    """Yield the nations named inside a longer name."""
    for item in items:
        if item.nation is not None and not item.pronoun:
            yield Mention(item.first, item.last, (("Actor", item.nation),), known=item.nation in names.labels)


def _fits(items: list[Item], place: int, keys: tuple[Key, ...], *, onto: bool) -> int | None:
    """Return the place of the last word of a name that begins here; one word may stand between a nation and the rest.

    onto -- the name itself has "on" or "against": "controls of China" are not "controls on China"
    """
    spare = 1 if keys[0].startswith("@") and len(keys) > 1 else 0
    at, last, between = place, place, False
    for number, key in enumerate(keys):
        while at < len(items) and items[at].key != key:
            if items[at].key in _ONTO and key.startswith("@") and not onto:
                return None
            if items[at].key in _WITHIN and number and not (between and number == 1):
                at += 1
            elif number == 1 and spare and not items[at].nation and items[at].key not in LIGHT:
                spare -= 1
                between = True  # "Iran criticised by the Gulf" is not the Persian Gulf
                at += 1
            else:
                return None
        if at == len(items):
            return None
        last = at
        at += 1
    return last


def _begins_or_ends(name: tuple[Key, ...], keys: tuple[Key, ...]) -> bool:
    return keys in (name[: len(keys)], name[-len(keys) :])


def _between(items: list[Item], place: int) -> int:
    """Return the place after "between X and Y", which describes the agreement named before it."""
    keys = [item.key for item in items[place : place + 4]]
    described = len(keys) == _BETWEEN and keys[0] == "between" and keys[1][0] == keys[3][0] == "@" and keys[2] == "and"
    return place + _BETWEEN if described else place


def _may_be_between(mention: Mention, one: Key, other: Key, names: Names) -> bool:
    """Return whether what has a name may be between two: a treaty of China and North Korea is none of Russia and Iran."""
    entity = mention.readings[0][1]
    own = {key for name in names.of[entity] for key in name if key.startswith("@")}
    return {one, other} <= own or not own


def _part(
    items: list[Item], place: int, names: Names, vocabulary: Collection[str], words: list[Token]
) -> tuple[Mention, int] | None:
    """Return the only entity whose names have a word that begins here, with the words around it that they have too."""
    end, common = place, set(names.owners.get(items[place].key, ()))
    if not common or items[place].nation or items[place].key in _SKIPPED or items[place].key in LIGHT:
        return None
    at = end + 1
    while (
        at < len(items)
        and not items[at].nation
        and (items[at].key in _WITHIN or common & names.owners.get(items[at].key, set()))
    ):
        if items[at].key not in _SKIPPED:
            common &= names.owners[items[at].key]
            end = at
        at += 1
    keys = [item.key for item in items[place : end + 1] if item.key not in _SKIPPED and item.key not in LIGHT]
    if len(common) > 1 and len(keys) > 1:  # those whose name begins or ends so, and not those that only name it
        whole = [(name, entity) for entity in common for name in names.of[entity]]
        ends = {(len(name), entity) for name, entity in whole if _begins_or_ends(name, tuple(keys))}
        common = {entity for length, entity in ends if length == min(ends)[0]}
    if len(keys) == 1:  # a surname is a person's, and not the meeting's that is called by it
        common = _called(keys[0], common, names) or common
    own = [
        key
        for key in keys
        if not {key, stem(key)} & GENERAL_STEMS and key not in vocabulary and stem(key) not in vocabulary
    ]
    proper = words[items[place].first].capital or any(character.isdigit() for character in keys[0])
    person = len(common) == 1 and common <= names.persons and place > 0  # Kim
    sure = own and (len(keys) > 1 or (proper and (len(keys[0]) >= _RARE or person)))
    if len(common) != 1 or not (sure or len(keys) > 1):
        return None
    if end + 1 < len(items) and items[end + 1].key in _HEADS:
        end += 1
    entity = next(iter(common))
    label = names.labels.get(entity, "Actor")  # an organisation that the graph lacks
    first, last = items[place].first, items[end].last
    group, person = entity in names.groups, entity in names.persons
    inner = _whole_at_end(items, place + 1, end, names, entity) if items[place].key in vocabulary else ()
    unsure = bool(inner) or not sure
    return Mention(first, last, ((label, entity),), inner, unsure=unsure, group=group, person=person), end + 1


def _whole_at_end(items: list[Item], place: int, end: int, names: Names, entity: str) -> tuple[Mention, ...]:
    """Return the whole name of something else after the first word of a part of a name: JCPOA in "favours the JCPOA"."""
    found = (_longest(items, at, names) for at in range(place, end + 1))
    whole = (mention for mention, after in filter(None, found) if after == end + 1)
    return tuple(mention for mention in whole if all(each != entity for _, each in mention.readings))[:1]


def _called(key: Key, common: set[str], names: Names) -> set[str]:
    """Return the only person with a surname, as Kim, or the only body of a state that is called so: the U.S. Congress."""
    persons = {each for each in common & names.persons if any(key in (name[0], name[-1]) for name in names.of[each])}
    actors = (each for each in common if names.labels.get(each) == "Actor")
    bodies = {each for each in actors if any(name[1:] == (key,) and name[0][0] == "@" for name in names.of[each])}
    return next((named for named in (persons, bodies) if len(named) == 1), set())
