"""The declaration of a frame: which of its columns make which ties, in the words of a `source.toml`."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Any, Final

from pydantic import ValidationError

from tiebook.errors import BadSource, UnknownName, UsageError
from tiebook.model.codebook import codebook
from tiebook.sources.declaration import ID, Declaration, FileKind
from tiebook.sources.tie_map import TieMap
from tiebook.support.suggest import nearest
from tiebook.support.toml_faults import in_plain_words

if TYPE_CHECKING:
    import pandas as pd

FRAME: Final = "frame"
End = str | Mapping[str, Any]
ByValue = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class About:
    """What a source of your own says of itself; None if it says nothing new."""

    name: str | None = None
    title: str | None = None
    author: str | None = None
    citation: str | None = None
    licence: str | None = None
    universe: str | None = None
    note: str | None = None
    url: str | None = None
    version: str | None = None
    covers_since: date | None = None
    covers_until: date | None = None


@dataclass(frozen=True, slots=True)
class FrameTies:
    """A frame, and the ties that its rows make."""

    frame: pd.DataFrame
    tie: TieMap
    names: Mapping[str, str] = field(default_factory=dict)

    def columns(self) -> tuple[str, ...]:
        """Return the columns that it reads."""
        told = re.findall(r"\{([^{}]+)\}", self.tie.gloss)
        known = {str(name) for name in self.frame.columns}
        return tuple(dict.fromkeys([*self.tie.columns(), *(name for name in told if name in known)]))


def tie_map(type_: str | ByValue, start: End, end: End, **given: Any) -> TieMap:
    """Return the [[tie]] that the arguments of `add_ties` say.

    Raises UnknownName for a type that the codebook does not have, UsageError for what no [[tie]] takes.
    """
    said = {name: value for name, value in given.items() if value is not None}
    said |= {"file": FRAME, "from": _end(start), "to": _end(end), "type": type_}
    if isinstance(type_, str):
        said["type"] = type_.replace("-", "_").replace(" ", "_").upper()
    try:
        found = TieMap.model_validate(said)
    except ValidationError as error:
        fault = error.errors(include_url=False)[0]
        wrong = in_plain_words(fault["msg"])
        raise UsageError(f"{'.'.join(map(str, fault['loc']))}: {wrong}") from None
    for each in found.types:
        if each not in codebook().ties:
            raise UnknownName(f"the codebook has no tie {each!r}", hint=nearest(each, codebook().ties))
    return found


def declaration(source: str, about: About, ties: Sequence[FrameTies]) -> Declaration:
    """Return the declaration of a source of frames.

    Raises BadSource for an id that cannot be one, UsageError for a window that ends before it begins.
    """
    if not re.fullmatch(ID, source):
        raise BadSource(f"{source!r} cannot be a source's id", hint="a-z, 0-9 and _")
    if about.covers_since and about.covers_until and about.covers_until < about.covers_since:
        raise UsageError(f"covers_until {about.covers_until} lies before covers_since {about.covers_since}")
    name = about.name or source
    names: dict[str, str] = {}
    for each in ties:
        names |= each.names
    return Declaration(
        id=source,
        name=name,
        title=about.title or name,
        author=about.author,
        citation=about.citation or f"{about.author or name}: {about.title or name}",
        licence=about.licence or "not stated",
        universe=about.universe or f"What {name} has put in; what is missing says nothing.",
        url=about.url,
        note=about.note,
        version=about.version,
        covers_since=about.covers_since,
        covers_until=about.covers_until,
        ties=tuple(dict.fromkeys(type_ for each in ties for type_ in each.tie.types)),
        file=tuple(FileKind(name=_kind(number), what="the frame") for number in range(len(ties))),
        tie=tuple(each.tie.model_copy(update={"file": (_kind(number),)}) for number, each in enumerate(ties)),
        names=names,
    )


def _kind(number: int) -> str:
    return FRAME if number == 0 else f"{FRAME}_{number + 1}"


def _end(given: End) -> Mapping[str, Any]:
    return {"column": given} if isinstance(given, str) else given
