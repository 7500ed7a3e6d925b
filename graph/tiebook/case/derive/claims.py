"""Fills in what a claim of format 2 leaves out: ends, paragraph, place, aspect, factor, id and gloss."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Final

from tiebook.case.derive.defaults import defaults
from tiebook.case.derive.gloss import gloss_of
from tiebook.case.derive.places import Places
from tiebook.case.derive.sections import Section, section_of
from tiebook.case.derive.where import Where, where_is
from tiebook.case.entries import ID_LENGTH, SLUG
from tiebook.case.names import Names, slug
from tiebook.case.text import Text
from tiebook.case.toml import Entry
from tiebook.model.codebook import codebook

SAYS: Final = re.compile(r"\s*(\S+)\s+(\S+)\s+(\S+)\s*")
NAMED: Final = ("from", "to", "holder", "by", "regarding", "via", "factor")  # fields with ids of entities
_FROM_SAYS: Final = ("from", "tie", "to")


@dataclass(slots=True)
class Filled:
    """A claim's entry with all that was derived, where its quote stands, and the faults met on the way."""

    entry: Entry
    where: Where
    faults: list[tuple[str, str]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Filler:
    """Fills in claims; `author` is an id."""

    text: Text | None
    places: Places
    sections: Sequence[Section]
    names: Names
    author: str

    def fill(self, entries: Sequence[Entry]) -> list[Filled]:
        """Fill in all claims of a case."""
        filled = [self._filled(entry) for entry in entries]
        taken = {str(entry.values["id"]) for entry in entries if "id" in entry.values}
        for each in filled:
            values = each.entry.values
            if "id" not in values and "paragraph" in values and _has_ends(values):
                values["id"] = _free_id(values, taken)
                taken.add(values["id"])
            if "gloss" not in values and _has_ends(values):
                values["gloss"] = gloss_of(values, self.names.name, self.author)
        return filled

    def _filled(self, entry: Entry) -> Filled:
        values, lines, faults = dict(entry.values), dict(entry.key_lines), []
        says = values.pop("says", None)
        if says is not None:
            parts = SAYS.fullmatch(says) if isinstance(says, str) else None
            if parts is None or values.keys() & set(_FROM_SAYS):
                meant = self._meant(says) if isinstance(says, str) and parts is None else None
                spaces = f'the ends are ids, which have no spaces: says = "{meant}"'
                one = 'says is one text, "china SELLS_ARMS_TO iran", instead of from, tie and to'
                faults.append(("says", spaces if meant else one))
            else:
                values = {**dict(zip(_FROM_SAYS, parts.groups(), strict=True)), **values}
                lines.update(dict.fromkeys(_FROM_SAYS, lines.get("says", entry.line)))
        for key in NAMED:
            if key in values:
                values[key] = self._resolved(values[key])
        where = self._where(values, faults)
        if _has_ends(values):
            values = {**defaults(values, self.names.label(values["from"]), self.author), **values}
            if values["tie"] not in codebook().ties:
                values.setdefault("aspect", "state")  # so that only the type is a fault
        self._factor(values, where)
        return Filled(replace(entry, values=values, key_lines=lines), where, faults)

    def _meant(self, says: str) -> str | None:
        """Return what was meant by names with spaces, "New Zealand CONTROLS tokelau"; None where no type stands between."""
        words = says.split()
        for place in range(1, len(words) - 1):
            if words[place].upper() in codebook().ties:
                ends = (" ".join(words[:place]), " ".join(words[place + 1 :]))
                ids = [self.names.copy().resolve(each) for each in ends]
                ids = [each if SLUG.fullmatch(each) else slug(each) for each in ids]
                return f"{ids[0]} {words[place].upper()} {ids[1]}" if all(ids) else None
        return None

    def _where(self, values: dict[str, Any], faults: list[tuple[str, str]]) -> Where:
        """Find the quote, and note its paragraph and place in the values."""
        if not is_placeable(values):
            return Where(None, None)
        where = where_is(values, self.text, self.places)
        if where.paragraph is not None:
            values["paragraph"] = where.paragraph
        if where.at is not None:
            values["at"] = list(where.at)
        if where.fault:
            faults.append(where.fault)
        return where

    def _factor(self, values: dict[str, Any], where: Where) -> None:
        if values.get("factor") == "":
            del values["factor"]
        elif "factor" not in values and where.paragraph is not None:
            section = section_of(self.sections, where.paragraph)
            if section is not None and section.factor:
                values["factor"] = section.factor

    def _resolved(self, value: Any) -> Any:
        if isinstance(value, list):
            return [self._resolved(each) for each in value]
        return self.names.resolve(value) if isinstance(value, str) and value else value


def is_placeable(values: Mapping[str, Any]) -> bool:
    """Return whether an entry's quote, paragraph and place have the right types to look the quote up."""
    at, paragraph = values.get("at"), values.get("paragraph")
    texts = (values.get("quote"), values.get("prefix", ""), values.get("suffix", ""))
    return (
        all(isinstance(each, str) for each in texts)
        and (paragraph is None or type(paragraph) is int)
        and (at is None or (isinstance(at, list) and [type(each) for each in at] == [int, int]))
    )


def claim_id(values: Mapping[str, Any]) -> str:
    """Return the id that a claim has by its fields: p30-united-states-constrains-china."""
    words = [values["from"], values["tie"].lower().replace("_", "-"), values["to"]]
    return f"p{values['paragraph']}-{'-'.join(words)}"[:ID_LENGTH].rstrip("-")


def _free_id(values: Mapping[str, Any], taken: set[str]) -> str:
    plain = claim_id(values)
    number, found = 1, plain
    while found in taken:
        number += 1
        found = f"{plain[: ID_LENGTH - 6].rstrip('-')}-{number}"
    return found


def _has_ends(values: Mapping[str, Any]) -> bool:
    return all(isinstance(values.get(key), str) for key in _FROM_SAYS)
