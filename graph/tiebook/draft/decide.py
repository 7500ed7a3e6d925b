"""Turns proposals into claims, by decision: checked with the whole case, then written into the case's own TOML."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final

import tomlkit

from tiebook.case import Case, Text, open_case
from tiebook.case.check import DERIVES
from tiebook.case.correct import checked_with, read_value
from tiebook.case.derive.defaults import defaults
from tiebook.case.derive.places import PLACES_FILE
from tiebook.case.start import CODING_FILE
from tiebook.case.toml import Entry
from tiebook.draft.store import ACCEPTED, DECLINED, UNDONE, Decision, Stored, add_decision, decisions
from tiebook.errors import UsageError
from tiebook.support.atomic_write import write_atomically

_FIRST: Final = ("id", "says", "mode", "negated", "stance", "holder", "by", "regarding", "via", "factor")
_LAST: Final = ("quote", "paragraph", "prefix", "suffix", "note")
_UNSAID: Final = {"mode": "actual", "confidence": 0.9}


def accept(
    folder: Path, text: Text, proposals: Sequence[Stored], changes: Mapping[str, Mapping[str, str]], who: str
) -> list[Decision]:
    """Make claims of proposals and return the decisions, which are on disk by then.

    changes -- by the id of a proposal, the fields that are to be different, as a user types them: {"to": "iran", "since": ""}

    The whole case is checked first. Raises BadCase and UsageError; then nothing is written.
    """
    case = open_case(folder, text)
    if case.head.format < DERIVES:
        raise UsageError(f"{folder.name} is of format {case.head.format}", hint=f"tiebook upgrade {folder} first")
    path = folder / CODING_FILE
    before = path.read_bytes() if path.is_file() else b""
    declared = {entity.id for entity in case.entities}
    blocks: list[str] = []
    changed: list[dict[str, Any]] = []
    ids: list[str | None] = []
    for proposal in proposals:
        values, differences = changed_values(proposal, changes.get(proposal.id, {}))
        ids.append(_coded_as(case, values, proposal))
        if ids[-1] is None:
            blocks.append(_block(case, text, values, proposal, declared))
        changed.append(differences)
    after = _appended(before, "".join(blocks))
    checked, places = checked_with(folder, path.name, after, text)
    if after != before:
        write_atomically(path, after)
    if places:
        write_atomically(folder / PLACES_FILE, places[1])
    written = iter([each.claim.id for each in checked.coded if each.entry.file == path.name][-len(blocks) :])
    when = datetime.now(UTC).isoformat(timespec="seconds")
    found = [
        Decision(proposal.id, ACCEPTED, who, when, differences, claim or next(written))
        for proposal, differences, claim in zip(proposals, changed, ids, strict=True)
    ]
    for decision in found:
        add_decision(folder, decision)
    return found


def decline(folder: Path, proposal: Stored, who: str) -> Decision:
    """Decide against a proposal."""
    decision = Decision(proposal.id, DECLINED, who, datetime.now(UTC).isoformat(timespec="seconds"))
    add_decision(folder, decision)
    return decision


def undo(folder: Path, text: Text, proposal: Stored, who: str) -> None:
    """Open a proposal again; the claim that it became is taken out, where it still stands last in its file.

    Raises UsageError where it was edited or moved since.
    """
    decision = decisions(folder).get(proposal.id)
    if decision is None:
        return
    if decision.decision == ACCEPTED:
        path = folder / CODING_FILE
        content = path.read_bytes()
        start = content.rfind(b"[[claim]]")
        last = open_case(folder, text).coded[-1:]
        if start < 0 or not last or last[0].claim.id != decision.claim or last[0].entry.file != CODING_FILE:
            raise UsageError(f"{decision.claim} is not the last claim of {CODING_FILE}: take it out there")
        after = content[:start].rstrip(b"\r\n") + (b"\r\n" if b"\r\n" in content else b"\n") if start else b""
        checked_with(folder, path.name, after, text)
        write_atomically(path, after)
    when = datetime.now(UTC).isoformat(timespec="seconds")
    add_decision(folder, Decision(proposal.id, UNDONE, who, when))


def changed_values(proposal: Stored, fields: Mapping[str, str]) -> tuple[dict[str, Any], dict[str, Any]]:
    """Return a proposal's claim with fields changed as a user types them, and each change as [before, after].

    Raises UnknownName, UsageError.
    """
    values, differences = dict(proposal.claim), {}
    entry = Entry("claim", values, proposal.id, 0)
    for field, given in fields.items():
        value = given if field == "id" and given else read_value(field, given, entry)
        before = values.get(field)
        if value == before:
            continue
        differences[field] = [before, value]
        if value is None:
            values.pop(field, None)
        else:
            values[field] = value
    return values, differences


def _coded_as(case: Case, values: Mapping[str, Any], proposal: Stored) -> str | None:
    """Return the id of the claim that a case has of just these values: a process was killed before it noted the decision."""
    same = ("from", "tie", "to", "quote")
    for each in case.coded:
        claim, said = each.claim, each.entry.values
        if (
            all(said.get(name) == values.get(name) for name in same)
            and claim.paragraph == proposal.paragraph
            and (claim.mode, claim.negated) == (values.get("mode", "actual"), values.get("negated", False))
            and values.get("id") in (None, claim.id)
        ):
            return claim.id
    return None


def _block(case: Case, text: Text, values: dict[str, Any], proposal: Stored, declared: set[str]) -> str:
    """Return the TOML of a claim, and of the entities that it brings and the case does not have."""
    blocks = []
    used = {each for value in values.values() for each in (value if isinstance(value, list) else [value])}
    for new in proposal.new:
        if new["id"] not in declared and new["id"] in used:
            declared.add(new["id"])
            blocks.append(f"\n[[{new['table']}]]\nname = {_toml(new['name'])}\nkind = {_toml(new['kind'])}\n")
    said = dict(values)
    said["says"] = f"{said.pop('from')} {said.pop('tie')} {said.pop('to')}"
    for name, value in _derived(case, values).items():
        if name in said and said[name] == value:
            del said[name]
    if len({place[0] for place in text.find(values["quote"])}) == 1:
        said.pop("paragraph", None)
    order = [*_FIRST, *(name for name in said if name not in (*_FIRST, *_LAST)), *_LAST]
    lines = [f"{name} = {_toml(said[name])}\n" for name in order if name in said]
    return "".join([*blocks, "\n[[claim]]\n", *lines])


def _derived(case: Case, values: Mapping[str, Any]) -> dict[str, Any]:
    label = next((entity.label for entity in case.entities if entity.id == values["from"]), "Actor")
    return {**_UNSAID, **defaults(values, label, case.author)}


def _toml(value: Any) -> str:
    return str(tomlkit.item(value).as_string())


def _appended(before: bytes, block: str) -> bytes:
    if not block:
        return before
    line_end = "\r\n" if b"\r\n" in before else "\n"
    gap = b"" if not before or before.endswith(b"\n") else line_end.encode()
    return before + gap + block.replace("\n", line_end).encode()
