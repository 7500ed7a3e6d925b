"""Short ids of claims: the first words of an id that no other claim's id begins with, `p30-us` for china-iran/p30-us-sells-arms."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from typing import Final

from tiebook.engine.base import Engine

_MOST_CLAIMS: Final = 5_000  # in the graph: with more, to read all their ids would take longer than the answer


def read_short_ids(engine: Engine, ids: Collection[str]) -> dict[str, str]:
    """Return a short id for each claim and each tie of a claim among the ids, in a graph that is not too large."""
    if not ids:
        return {}
    ((count,),) = engine.read("MATCH (s:Source) RETURN sum(s.claims) AS claims").rows
    if not count or count > _MOST_CLAIMS:
        return {}
    known = [str(row[0]) for row in engine.read("MATCH (c:Claim) RETURN c.id AS id").rows]
    wanted = {each: _claim_of(each) for each in ids}
    short = short_ids(known, set(wanted.values()))
    return {each: short[name] for each, name in wanted.items() if name in short}


def short_ids(claims: Iterable[str], wanted: Collection[str] | None = None) -> dict[str, str]:
    """Return for each id source/words the fewest of its first words that no other begins with, two at least.

    Where another id goes on after the whole of this one, or is the same in another source, it is the id as it stands.

    wanted -- only for these, as far as they are among the claims; None is for all
    """
    names = list(claims)
    if wanted is not None:  # only ids with the same first word can begin alike
        heads = {_head(name) for name in wanted}
        names = [name for name in names if _head(name) in heads]
    begins = Counter(start for name in names for start in _starts(_slug(name)))
    return {name: _shortest(name, begins) for name in names if wanted is None or name in wanted}


def _head(name: str) -> str:
    return _slug(name).partition("-")[0]


def _shortest(name: str, begins: Counter[str]) -> str:
    slug = _slug(name)
    return next((start for start in [*_starts(slug)][1:] if begins[start] == 1), slug if begins[slug] == 1 else name)


def _starts(slug: str) -> Iterator[str]:
    words = slug.split("-")
    return ("-".join(words[:count]) for count in range(1, len(words) + 1))


def _slug(name: str) -> str:
    return name.partition("/")[2] or name


def _claim_of(name: str) -> str:
    head, _, rest = name.partition("/")
    return rest if head.isupper() else name
