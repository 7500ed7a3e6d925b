"""Names for forms: few enough to stand in the page, or found as they are typed; and the actors that words of a row name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, Final, NamedTuple
from weakref import WeakKeyDictionary

from tiebook.ask.completions import completions
from tiebook.ask.names import LABELS, known_names
from tiebook.engine import Engine
from tiebook.model.codebook import UNSPECIFIED

_MOST: Final = 300  # names that stand in a page, for completion without a script
_OFFERED: Final = 12
_LOOKED_AT: Final = 400  # names that hold what was typed: the best of them are offered
_NAMED: Final = {kind: labels for kind, labels in LABELS.items() if kind != "claim"}  # claims have ids and no names


class Choice(NamedTuple):
    """What can be typed or chosen, and what it is."""

    value: str
    label: str


# by engine, of one revision: every form shows them, and a large graph takes milliseconds to say that they are too many
_KEPT: WeakKeyDictionary[Engine, tuple[int, dict[str, tuple[Choice, ...]]]] = WeakKeyDictionary()


def few_names(engine: Engine, kind: str) -> tuple[Choice, ...]:
    """Return all that can be given for a parameter type, by name; nothing if that is much or anything."""
    revision = engine.revision()
    if revision is None:  # a server's graph that no load has marked
        return _few_names(engine, kind)
    kept = _KEPT.get(engine)
    if kept is None or kept[0] != revision:
        kept = _KEPT[engine] = revision, {}
    if kind not in kept[1]:
        kept[1][kind] = _few_names(engine, kind)
    return kept[1][kind]


def _few_names(engine: Engine, kind: str) -> tuple[Choice, ...]:
    if kind in ("tie", "mode"):
        return tuple(Choice(value, text) for value, text in known_names(engine, kind))
    found: list[Choice] = []
    for label in _NAMED.get(kind, ()):
        table = engine.read(f"MATCH (n:{label}) RETURN n.id AS id, n.name AS name LIMIT {_MOST + 1}")
        found += [Choice(row[0], row[1]) for row in table.rows if row[0] != UNSPECIFIED]
        if len(found) > _MOST:
            return ()
    return tuple(sorted(found, key=lambda choice: (choice.label.casefold(), choice.value)))


def offered(engine: Engine, kind: str, text: str) -> list[Choice]:
    """Return what fits what was typed so far, the best first."""
    typed = text.strip().casefold()
    if not typed:
        return []
    if kind not in _NAMED:
        return [Choice(*item) for item in completions(engine, kind, text.strip())[:_OFFERED]]
    found = {(name, label): rank for name, label, rank in _matching(engine, _NAMED[kind], typed)}
    best = sorted(found, key=lambda item: (found[item], item[1].casefold(), item[0]))
    return [Choice(*item) for item in best[:_OFFERED]]


def _matching(engine: Engine, labels: Iterable[str], typed: str) -> Iterator[tuple[str, str, int]]:
    where = "toLower(n.id) CONTAINS $text OR toLower(n.name) CONTAINS $text OR any(x IN n.aliases WHERE toLower(x) CONTAINS $text)"
    for label in labels:
        query = f"MATCH (n:{label}) WHERE {where} RETURN n.id AS id, n.name AS name, n.aliases AS aliases LIMIT {_LOOKED_AT}"
        for name, shown, aliases in engine.read(query, {"text": typed}).rows:
            if name == UNSPECIFIED:
                continue
            first = [shown.casefold(), name.casefold(), *(each.casefold() for each in aliases or ())]
            yield name, shown, 0 if typed in first else 1 if any(each.startswith(typed) for each in first) else 2


def actor_links(engine: Engine, values: Iterable[Any]) -> dict[str, str]:
    """Return the ids of the actors that texts among the values name, where just one has the name."""
    texts = {text for value in values for text in (value if isinstance(value, list) else [value]) if _may_name(text)}
    if not texts:
        return {}
    table = engine.read(
        "UNWIND $names AS wanted MATCH (a:Actor {name: wanted}) RETURN a.name AS name, collect(a.id) AS ids ORDER BY name",
        {"names": sorted(texts)},
    )
    return {name: ids[0] for name, ids in table.rows if len(ids) == 1}


def _may_name(value: Any) -> bool:
    return isinstance(value, str) and 0 < len(value) <= 200  # noqa: PLR2004 -- no name is longer
