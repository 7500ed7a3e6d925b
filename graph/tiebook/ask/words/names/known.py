"""The names that a graph knows, of its actors, other entities and sources."""

import re
from collections import defaultdict
from collections.abc import Collection
from typing import Final

from tiebook.ask.words.names.items import ONTO, PRONOUNS, SKIPPED, Key, items_of
from tiebook.ask.words.names.tokens import EMPTY, LIGHT, fold, nations, tokens
from tiebook.engine.base import Engine

LABELS: Final = ("Actor", "Instrument", "Event", "Place", "Factor", "Issue", "Source")
GROUPS: Final = frozenset({"Collective", "Organization", "Bloc"})  # kinds of actors that have members
_PERSON: Final = "Person"
_BODY: Final = "GovernmentBody"
_BEGIN: Final = 4  # letters by which words are held together, to leave most names of a graph alone
_PARTED: Final = re.compile(r"[\W_]+")


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
        self.bodies: dict[
            tuple[str, ...], str
        ] = {}  # by their words, bodies whose full name may stand for a state: White House

    def add(self, name: str, label: str, entity: str) -> None:
        """Add a name; one that only points back, as "its allies" and "the leaders", means nothing outside its text."""
        first, _, rest = name.partition(" ")
        if first.lower() in PRONOUNS or (first == "the" and rest.islower()):
            return
        keys = tuple(item.key for item in items_of(tokens(name)) if item.key not in SKIPPED)
        of_nations = all(key.startswith("@") for key in keys)
        if not keys or all(key in EMPTY or key in LIGHT for key in keys):
            return
        if of_nations and (len(keys) > 1 or keys[0] != f"@{entity}"):
            return  # "China and Iran" are two; Tehran is Iran before it is a city
        self.by_first[keys[0]].append((keys, label, entity))
        if not ONTO.isdisjoint(name.split()):
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
            if kind == _BODY and (said := tuple(word.word for word in tokens(name))) in nations():
                names.bodies[said] = entity
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
    items = items_of(words)
    lacking = {item.nation for item in items if item.nation} - names.labels.keys()
    proper = {item.key for item in items if item.nation is None and words[item.first].capital}
    if not lacking and not proper - names.owners.keys() - LIGHT - EMPTY - SKIPPED:
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
        items = items_of(words, ("",), vocabulary)
        self.nations = {item.nation for item in items if item.nation}
        others = [words[item.first].word for item in items if item.nation is None]
        self.begins = {word[:_BEGIN] for word in others if word not in SKIPPED}

    def may_name(self, name: str) -> bool:
        """Return whether a name has a word that begins as one of the text's does."""
        return any(word[:_BEGIN] in self.begins for word in _PARTED.split(fold(name)))
