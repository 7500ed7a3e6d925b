"""The shape of a case's entries: which keys each may have, and of which type. Unknown keys are faults."""

from __future__ import annotations

import re
from datetime import date
from typing import Annotated, Any, Final, Literal

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field
from pydantic_core import PydanticCustomError

from tiebook.model.codebook import codebook
from tiebook.model.schema import MOST_INDEXED
from tiebook.support.suggest import nearest
from tiebook.support.toml_faults import in_plain_words

_SHOWN: Final = 80  # characters of a wrong value in a message
ID_LENGTH: Final = 100
SLUG: Final = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")

Slug = Annotated[str, Field(pattern=rf"^{SLUG.pattern}$", max_length=ID_LENGTH)]
Line = Annotated[str, Field(min_length=1, max_length=MOST_INDEXED)]
Code = Annotated[str, Field(min_length=1, max_length=20)]


def _declared(field: str) -> AfterValidator:
    """Accept the values that the codebook declares for a field."""

    def check(value: str) -> str:
        known = codebook().values[field]
        if value not in known:
            raise PydanticCustomError("undeclared", "one of {known}", {"known": ", ".join(known)})
        return value

    return AfterValidator(check)


Slugs = Annotated[list[Slug], BeforeValidator(lambda value: [value] if isinstance(value, str) else value)]
# claims of this case by their ids, those of another source by theirs with its own in front: china-iran/p30-no-sale-china
Claims = Annotated[
    list[Annotated[str, Field(pattern=rf"^(?:{SLUG.pattern}/)?{SLUG.pattern}$", max_length=2 * ID_LENGTH)]],
    BeforeValidator(lambda value: [value] if isinstance(value, str) else value),
]


class _Entry(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)


class CaseEntry(_Entry):
    """The top of case.toml."""

    format: Literal[1, 2]
    id: Slug
    other_names: bool = True


class SourceEntry(_Entry):
    """[source] of case.toml."""

    name: Line
    title: Line
    author: Line
    date: Line
    language: Line
    kind: Literal["article"]
    outlet: Line | None = None
    url: Line | None = None
    text: Line | None = None
    text_licence: Line | None = None
    licence: Line | None = None
    citation: Line | None = None
    note: Line | None = None
    sha256: Annotated[str, Field(pattern="^[0-9a-f]{64}$")] | None = None
    paragraphs: list[str] = []


class CoderEntry(_Entry):
    """[coder] of case.toml."""

    name: Line
    date: date
    note: Line | None = None


class SectionEntry(_Entry):
    """[[section]] of a case of format 2."""

    name: Line | None = None
    paragraphs: Line | Annotated[int, Field(ge=1)]
    factor: Slug | None = None


class EntityEntry(_Entry):
    """[[actor]], [[instrument]], [[event]], [[place]], [[factor]], [[issue]]."""

    id: Slug
    name: Line
    kind: Line
    aliases: list[Line] = []
    iso3: Code | None = None
    cow: Code | None = None
    gw: Code | None = None
    cameo: Code | None = None
    date: Line | None = None
    part_of: Slug | None = None
    note: Line | None = None


class ClaimEntry(_Entry):
    """[[claim]]."""

    id: Slug
    tie: Line
    start: Slug = Field(alias="from")
    end: Slug = Field(alias="to")
    sign: Literal[-1, 0, 1] | None = None
    aspect: Annotated[str, _declared("aspect")]
    mode: Annotated[str, _declared("mode")] = "actual"
    negated: bool = False
    stance: Annotated[str, _declared("stance")] = "asserts"
    holder: Slugs = []
    by: Slugs = []
    inferred: bool = False
    confidence: Annotated[float, Field(ge=0, le=1, strict=False)] = 0.9
    gloss: Line
    constraint: Annotated[str, _declared("constraint")] | None = None
    mechanism: Line | None = None
    condition: Line | None = None
    rank: Annotated[int, Field(ge=1)] | None = None
    regarding: Slugs = []
    factor: Slug | None = None
    via: Slugs = []
    about: Claims = []
    since: Line | None = None
    until: Line | None = None
    ended: bool = False
    said_on: Line | None = None
    paragraph: Annotated[int, Field(ge=1)]
    quote: Line
    prefix: str = ""
    suffix: str = ""
    at: Annotated[list[int], Field(min_length=2, max_length=2)] | None = None
    note: Line | None = None


_KEYS: Final = {
    model.__name__: [field.alias or name for name, field in model.model_fields.items()]
    for model in (CaseEntry, SourceEntry, CoderEntry, SectionEntry, EntityEntry, ClaimEntry)
}


def faults_of(error: Any) -> list[tuple[str | None, str]]:
    """Return (key, message) for each fault that pydantic found in an entry."""
    found = []
    for fault in error.errors(include_url=False, include_input=True):
        key = str(fault["loc"][0]) if fault["loc"] else None
        kind = fault["type"]
        if kind == "extra_forbidden":
            hint = nearest(str(key), _KEYS.get(error.title, ()))
            message = f"unknown key {key!r}" + (f": {hint}" if hint else "")
        elif kind == "missing":
            message = f"{key!r} is missing"
        elif kind == "string_type" and len(fault["loc"]) == 1 and type(fault["input"]) in (int, float, date):
            message = f'{key}: a text stands in quotes: {key} = "{fault["input"]}"'
        elif kind == "string_pattern_mismatch" and isinstance(fault["input"], str):
            message = f"{key} {fault['input']!r} is not a slug (a-z, 0-9 and -)"
        else:
            shown = repr(fault["input"])
            message = f"{key}: {in_plain_words(fault['msg'])}, not {shown if len(shown) <= _SHOWN else f'{shown[:_SHOWN]}...'}"
        found.append((key, message))
    return found
