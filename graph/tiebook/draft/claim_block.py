"""A claim, and the entities that it brings, as the TOML of a case: no field that follows from the rest is written."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final

import tomlkit

from tiebook.case import Case, Text
from tiebook.case.derive.defaults import defaults
from tiebook.case.derive.sections import section_of
from tiebook.model.codebook import codebook
from tiebook.support.small_files import mark_of

_FIRST: Final = ("id", "says", "mode", "negated", "stance", "holder", "by", "regarding", "via", "factor")
_LAST: Final = ("quote", "paragraph", "prefix", "suffix", "note")
_UNSAID: Final = {"mode": "actual", "negated": False, "confidence": 0.9}


def claim_block(case: Case, text: Text, values: Mapping[str, Any], new: Sequence[Mapping[str, Any]] = ()) -> str:
    """Return the TOML of a claim with these values (`from`, `tie` and `to` among them).

    new -- the entities that it brings, which decide what follows from its beginning
    """
    said = dict(values)
    said["says"] = f"{said.pop('from')} {said.pop('tie')} {said.pop('to')}"
    for name, value in derived(case, values, new).items():
        if name in said and said[name] == value:
            del said[name]
    if not in_several_paragraphs(text, values):
        said.pop("paragraph", None)
    order = [*_FIRST, *(name for name in said if name not in (*_FIRST, *_LAST)), *_LAST]
    return "".join(["[[claim]]\n", *(f"{name} = {toml(said[name])}\n" for name in order if name in said)])


def entity_blocks(values: Mapping[str, Any], new: Sequence[Mapping[str, Any]], declared: set[str]) -> list[str]:
    """Return the TOML of the new entities that a claim uses and the case does not have; they count as declared then."""
    used = {each for value in values.values() for each in (value if isinstance(value, list) else [value])}
    blocks = []
    for each in new:
        if each["id"] not in declared and each["id"] in used:
            declared.add(each["id"])
            lines = [f"{name} = {toml(each[name])}\n" for name in ("name", "kind", "aliases") if each.get(name)]
            blocks.append(f"[[{each['table']}]]\n{''.join(lines)}")
    return blocks


def derived(case: Case, values: Mapping[str, Any], new: Sequence[Mapping[str, Any]] = ()) -> dict[str, Any]:
    """Return what the fields of a claim are where it does not say them."""
    labels = {each["id"]: each["table"].capitalize() for each in new}
    labels |= {entity.id: entity.label for entity in case.entities}
    label = labels.get(values["from"], "Actor")
    section = section_of(case.sections, values.get("paragraph", 0))
    return {**_UNSAID, **defaults(values, label, case.author), "factor": section.factor if section else ""}


def coded_as(case: Case, values: Mapping[str, Any], paragraph: int) -> str | None:
    """Return the id of the claim that a case has of just these values."""
    same = ("from", "tie", "to", "quote")
    for each in case.coded:
        claim, said = each.claim, each.entry.values
        if (
            all(said.get(name) == values.get(name) for name in same)
            and claim.paragraph == paragraph
            and (claim.mode, claim.negated) == (values.get("mode", "actual"), values.get("negated", False))
            and claim.holder == listed(values.get("holder", said.get("holder")))
            and values.get("id") in (None, claim.id)
        ):
            return claim.id
    return None


def said_already(case: Case, text: Text, values: Mapping[str, Any], paragraph: int) -> str | None:
    """Return the id of the claim that says the same of the same words, if maybe with other details; None without one."""
    place = text.place(
        str(values["quote"]), paragraph, prefix=values.get("prefix", ""), suffix=values.get("suffix", "")
    )[1]
    said = (
        *_ends(values["tie"], values["from"], values["to"]),
        values.get("mode", "actual"),
        values.get("negated", False),
    )
    holders = listed(values.get("holder")) or [case.author]
    for each in case.coded:
        claim = each.claim
        here = (*_ends(claim.tie, claim.start, claim.end), claim.mode, claim.negated)
        if claim.paragraph != paragraph or here != said or (claim.holder or [case.author]) != holders or place is None:
            continue
        other = text.place(claim.quote, paragraph, prefix=claim.prefix, suffix=claim.suffix)[1]
        if other is not None and other[0] < place[1] and place[0] < other[1]:
            return claim.id
    return None


def _ends(tie: str, start: str, end: str) -> tuple[str, str, str]:
    symmetric = codebook().ties[tie].symmetric if tie in codebook().ties else False
    return (tie, *sorted((start, end))) if symmetric else (tie, start, end)  # type: ignore[return-value]


def in_several_paragraphs(text: Text, values: Mapping[str, Any]) -> bool:
    """Return whether a claim has to say its paragraph, as its quote stands in more than one, or in none."""
    prefix, suffix = values.get("prefix", ""), values.get("suffix", "")
    return len({place[0] for place in text.find(values["quote"], prefix=prefix, suffix=suffix)}) != 1


def listed(value: Any) -> list[Any]:
    """Return a value that may stand alone as a list."""
    return value if isinstance(value, list) else [] if value is None else [value]


def toml(value: Any) -> str:
    """Return a value as TOML."""
    return str(tomlkit.item(value).as_string())


def appended(before: bytes, blocks: Sequence[str]) -> bytes:
    """Return a file's content with blocks added, in its own line ends and encoding."""
    if not blocks:
        return before
    _, encoding = mark_of(before)
    feed = "\n".encode(encoding)
    line_end = "\r\n" if "\r\n".encode(encoding) in before else "\n"
    gap = "" if not before or before.endswith(feed) else line_end
    return before + (gap + "".join(f"\n{block}" for block in blocks).replace("\n", line_end)).encode(encoding)
