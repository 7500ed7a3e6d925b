"""Finds the actors and other entities that a text names: by name, alias, nationality, seat of government, or a part of a name."""

from collections.abc import Collection, Iterable
from typing import Final, NamedTuple

from tiebook.ask.words.names.items import ONTO, RARE, SKIPPED, Item, Key, items_of
from tiebook.ask.words.names.known import Names
from tiebook.ask.words.names.tokens import GENERAL_STEMS, LIGHT, Token, stem

_HEADS: Final = frozenset(
    {"plan", "deal", "accord", "agreement", "pact", "document", "partnership", "project", "order", "map"}
)
_AUXILIARY: Final = frozenset("do does did is are was were be been has have had can shall must".split())
_WITHIN: Final = SKIPPED - _AUXILIARY  # what may stand within a name: "weapons did Iran" is not a name
_DESCRIBED: Final = frozenset({"Instrument", "Event", "Factor", "Issue"})
_MADE: Final = frozenset({"Instrument", "Event"})
_BETWEEN: Final = 4  # words: between X and Y


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


def mentions(words: list[Token], names: Names, vocabulary: Collection[str]) -> list[Mention]:
    """Return the names in a text, the longest where several fit, in order.

    vocabulary -- stems of the words by which questions are found: none of them stands for a name of which it is a part
    """
    items = items_of(words, frozenset(names.owners), vocabulary)
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
            body = names.bodies.get(tuple(word.word for word in words[mention.first : mention.last + 1]))
            if body is not None:
                mention = mention._replace(readings=(("Actor", body),), known=True)
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
        each.key in vocabulary or each.key in SKIPPED for each in items[place : end + 1]
    )
    return Mention(
        item.first, items[end].last, tuple(readings), inner, unsure=unsure, group=group, person=person
    ), end + 1


def _inside(items: Iterable[Item], names: Names) -> Iterable[Mention]:
    """Yield the nations named inside a longer name, and organisations that a single word names: the UN."""
    for item in items:
        if item.nation is not None:
            if not item.pronoun:
                yield Mention(item.first, item.last, (("Actor", item.nation),), known=item.nation in names.labels)
            continue
        called = {entity for keys, _, entity in names.by_first.get(item.key, ()) if keys == (item.key,)}
        if len(called) == 1 and called <= names.groups:
            yield Mention(item.first, item.last, (("Actor", next(iter(called))),), group=True)


def _fits(items: list[Item], place: int, keys: tuple[Key, ...], *, onto: bool) -> int | None:
    """Return the place of the last word of a name that begins here; one word may stand between a nation and the rest.

    onto -- the name itself has "on" or "against": "controls of China" are not "controls on China"
    """
    spare = 1 if keys[0].startswith("@") and len(keys) > 1 else 0
    at, last, between = place, place, False
    for number, key in enumerate(keys):
        while at < len(items) and items[at].key != key:
            if items[at].key in ONTO and key.startswith("@") and not onto:
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
    if not common or items[place].nation or items[place].key in SKIPPED or items[place].key in LIGHT:
        return None
    at = end + 1
    while (
        at < len(items)
        and not items[at].nation
        and (items[at].key in _WITHIN or common & names.owners.get(items[at].key, set()))
    ):
        if items[at].key not in SKIPPED:
            common &= names.owners[items[at].key]
            end = at
        at += 1
    keys = [item.key for item in items[place : end + 1] if item.key not in SKIPPED and item.key not in LIGHT]
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
    sure = own and (len(keys) > 1 or (proper and (len(keys[0]) >= RARE or person)))
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
