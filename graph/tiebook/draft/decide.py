"""Turns proposals into claims, by decision: checked with the whole case, then written into the case's own TOML."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from shlex import quote
from typing import Any

from tiebook.case import Case, Text, open_case
from tiebook.case.check import DERIVES
from tiebook.case.correct import Places, checked_with, read_value
from tiebook.case.derive.places import PLACES_FILE
from tiebook.case.start import CODING_FILE
from tiebook.case.toml import Entry
from tiebook.draft.claim_block import appended, claim_block, coded_as, entity_blocks, said_already
from tiebook.draft.store import ACCEPTED, DECLINED, UNDONE, Decision, Stored, add_decision, decisions, is_shared, locked
from tiebook.errors import UsageError
from tiebook.support.atomic_write import write_atomically
from tiebook.support.small_files import folder_name


@dataclass(frozen=True, slots=True)
class Wanted:
    """A claim that is to be: a proposal, its values as a person left them, and what was changed as [before, after]."""

    proposal: Stored
    values: Mapping[str, Any]
    changed: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Written:
    """What a claim came to: its id, and the blocks that were written for it; none where the case had it already."""

    claim: str
    block: str = ""
    entities: tuple[str, ...] = ()


def accept(
    folder: Path, text: Text, proposals: Sequence[Stored], changes: Mapping[str, Mapping[str, str]], who: str
) -> list[Decision]:
    """Make claims of proposals and return the decisions, which are on disk by then.

    changes -- by the id of a proposal, the fields that are to be different, as a user types them: {"to": "iran", "since": ""}

    The whole case is checked first. Raises BadCase and UsageError; then nothing is written.
    """
    wanted = [Wanted(each, *changed_values(each, changes.get(each.id, {}))) for each in proposals]
    with locked(folder):
        return decide_for(folder, wanted, write_claims(folder, text, wanted), who)


def write_claims(folder: Path, text: Text, wanted: Sequence[Wanted]) -> list[Written]:
    """Write claims into the case's own TOML, at the end; hold the case with `locked` meanwhile.

    Raises BadCase, UsageError; then nothing is written.
    """
    case = open_case(folder, text)
    if case.head.format < DERIVES:
        raise UsageError(
            f"{folder_name(folder)} is of format {case.head.format}",
            hint=f"tiebook upgrade {quote(str(folder))} first",
        )
    path = folder / CODING_FILE
    before = path.read_bytes() if path.is_file() else b""
    declared = {entity.id for entity in case.entities}
    found: list[Written] = []
    for each in wanted:
        # a process was killed before it noted the decision, or two proposers propose the same
        coded = coded_as(case, each.values, each.proposal.paragraph)
        if coded is None and each.proposal.id and not each.changed:
            coded = said_already(case, text, each.values, each.proposal.paragraph)
        if coded is not None:
            found.append(Written(coded))
            continue
        entities = entity_blocks(each.values, each.proposal.new, declared)
        found.append(Written("", claim_block(case, text, each.values, each.proposal.new), tuple(entities)))
    blocks = [block for each in found if each.block for block in (*each.entities, each.block)]
    checked = write_checked(folder, text, path.name, appended(before, blocks))
    count = sum(bool(each.block) for each in found)
    ids = iter([each.claim.id for each in checked.coded if each.entry.file == path.name][-count:] if count else [])
    return [each if each.claim else Written(next(ids), each.block, each.entities) for each in found]


def decide_for(folder: Path, wanted: Sequence[Wanted], written: Sequence[Written], who: str) -> list[Decision]:
    """Note that proposals became claims; the decisions are on disk when this returns."""
    found = [
        Decision(each.proposal.id, ACCEPTED, who, now(), each.changed, claim.claim)
        for each, claim in zip(wanted, written, strict=True)
    ]
    for decision in found:
        add_decision(folder, decision)
    return found


def write_checked(folder: Path, text: Text, name: str, content: bytes) -> Case:
    """Write a file of a case, whole, if the case is without faults then; the places of its quotes are noted too.

    Raises BadCase; then nothing is written.
    """
    checked, places = checked_with(folder, name, content, text)
    write(folder, name, content, places)
    return checked


def write(folder: Path, name: str, content: bytes, places: Places | None) -> None:
    """Write a file of a case that was checked with it, whole, and the places of its quotes."""
    path = folder / name
    if not path.is_file() or path.read_bytes() != content:
        write_atomically(path, content)
    if places:
        write_atomically(folder / PLACES_FILE, places[1])


def decline(folder: Path, proposal: Stored, who: str) -> Decision:
    """Decide against a proposal."""
    decision = Decision(proposal.id, DECLINED, who, now())
    with locked(folder):
        add_decision(folder, decision)
    return decision


def undo(folder: Path, text: Text, proposal: Stored, who: str) -> None:
    """Reopen a proposal; the claim that it became is removed if it is still the last one in its file, and no other became it too.

    Raises UsageError if it was edited or moved since.
    """
    with locked(folder):
        decision = decisions(folder).get(proposal.id)
        if decision is None:
            return
        if decision.decision == ACCEPTED and not is_shared(folder, decision):
            path = folder / CODING_FILE
            content = path.read_bytes()
            start = content.rfind(b"[[claim]]")
            last = open_case(folder, text).coded[-1:]
            if start < 0 or not last or last[0].claim.id != decision.claim or last[0].entry.file != CODING_FILE:
                raise UsageError(f"{decision.claim} is not the last claim of {CODING_FILE}: remove it there")
            after = content[:start].rstrip(b"\r\n") + (b"\r\n" if b"\r\n" in content else b"\n") if start else b""
            write_checked(folder, text, path.name, after)
        add_decision(folder, Decision(proposal.id, UNDONE, who, now()))


def now() -> str:
    """Return the time of a decision."""
    return datetime.now(UTC).isoformat(timespec="seconds")


def changed_values(proposal: Stored, fields: Mapping[str, str]) -> tuple[dict[str, Any], dict[str, Any]]:
    """Return a proposal's claim with fields changed as a user types them, and each change as [before, after].

    Raises UnknownName, UsageError.
    """
    entry = Entry("claim", dict(proposal.claim), proposal.id, 0)
    after = dict(proposal.claim)
    for name, given in fields.items():
        value = given if name == "id" and given else read_value(name, given, entry)
        after.pop(name, None)
        if value is not None:
            after[name] = value
    return after, differences(proposal.claim, after)


def differences(before: Mapping[str, Any], after: Mapping[str, Any]) -> dict[str, Any]:
    """Return each field that differs, as [before, after]."""
    names = dict.fromkeys((*before, *after))
    return {name: [before.get(name), after.get(name)] for name in names if before.get(name) != after.get(name)}
