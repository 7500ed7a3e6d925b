"""The files beside a case: what is proposed, what was dropped, and what a person decided."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from tiebook.case import Text
from tiebook.draft.gate import Dropped, Kept
from tiebook.errors import BadCase, CaseChanged, StorageFailed
from tiebook.model.records import Entity
from tiebook.support.atomic_write import write_atomically
from tiebook.support.small_files import folder_name, read_small

PROPOSALS: Final = "proposals.jsonl"
REJECTED: Final = "rejected.jsonl"
DECISIONS: Final = "decisions.jsonl"
ACCEPTED: Final = "accepted"
DECLINED: Final = "rejected"
UNDONE: Final = "undone"
EDITS: Final = "edits.jsonl"
_LOCK: Final = ".lock"


@dataclass(frozen=True, slots=True)
class Stored:
    """A proposal as it lies beside the case: the claim that it would be, its place, who proposed it and by which rule.

    new -- the entities that it brings, each with table, id, name and kind, and aliases if it has some
    hint -- what the one who decides should look at
    """

    id: str
    paragraph: int
    at: tuple[int, int]
    by: str
    claim: dict[str, Any]
    new: tuple[dict[str, Any], ...] = ()
    rule: str | None = None
    hint: str | None = None

    @classmethod
    def of(cls, kept: Kept, by: str) -> Stored:
        """Return a proposal that passed the gate, to be stored."""
        new = tuple(
            {"table": each.label.lower(), "id": each.id, "name": each.name, "kind": each.kind}
            | ({"aliases": list(each.aliases)} if each.aliases else {})
            for each in kept.new
        )
        return cls(
            kept.proposal.id, kept.proposal.paragraph, kept.at, by, kept.values, new, kept.proposal.rule, kept.hint
        )

    def json(self) -> dict[str, Any]:
        """Return its line."""
        line: dict[str, Any] = {"id": self.id, "paragraph": self.paragraph, "at": list(self.at), "by": self.by}
        line["claim"] = self.claim
        if self.new:
            line["new"] = list(self.new)
        if self.rule:
            line["rule"] = self.rule
        if self.hint:
            line["hint"] = self.hint
        return line


@dataclass(frozen=True, slots=True)
class Decision:
    """What a person decided about a proposal. `claim`: the id of the claim that it became."""

    proposal: str
    decision: str
    who: str
    when: str
    changed: dict[str, Any] = field(default_factory=dict)
    claim: str | None = None


def version_of(folder: Path) -> str:
    """Return what distinguishes one state of a case from every other: a digest of everything that people decide in it."""
    digest = hashlib.blake2b(digest_size=12)
    for path in [*sorted(folder.glob("*.toml")), *(folder / name for name in (PROPOSALS, DECISIONS, EDITS))]:
        if path.is_file():
            content = path.read_bytes()
            digest.update(f"{path.name}\0{len(content)}\0".encode() + content)
    return digest.hexdigest()


@contextmanager
def locked(folder: Path, expected: str | None = None) -> Iterator[None]:
    """Lock a case while it is changed, so that no other process changes it meanwhile.

    expected -- the version that the change is made for

    Raises CaseChanged if the case is another by now, StorageFailed where its folder cannot be locked.
    """
    from filelock import FileLock  # noqa: PLC0415 -- only for those who decide

    try:
        lock = FileLock(folder / _LOCK, is_singleton=True)
        lock.acquire()
    except (OSError, NotImplementedError) as error:  # NotImplementedError: a disk without locks
        why = getattr(error, "strerror", None) or str(error)
        raise StorageFailed(f"the case cannot be changed: {why}", where=str(folder)) from None
    try:
        if expected is not None and expected != version_of(folder):
            raise CaseChanged(f"{folder_name(folder)} was changed elsewhere meanwhile; nothing was written")
        yield
    finally:
        lock.release()


def read_proposals(folder: Path) -> list[Stored]:
    """Read the proposals of a case, in the order of the text.

    Raises BadCase.
    """
    found = []
    for number, line in read_lines(folder / PROPOSALS):
        try:
            start, end = line["at"]
            found.append(
                Stored(
                    str(line["id"]),
                    int(line["paragraph"]),
                    (int(start), int(end)),
                    str(line["by"]),
                    dict(line["claim"]),
                    tuple(line.get("new", ())),
                    line.get("rule"),
                    line.get("hint"),
                )
            )
        except (KeyError, TypeError, ValueError):
            raise BadCase("the proposals cannot be read", [f"{PROPOSALS}:{number}: not a proposal"]) from None
    return _in_order(found)


def write_proposals(
    folder: Path,
    kept: Iterable[Kept],
    dropped: Iterable[Dropped],
    by: str,
    answered: Collection[int] | None = None,
    text: Text | None = None,
) -> list[Stored]:
    """Store what a proposer brought; what it proposed before for the same paragraphs, and nobody decided on, goes.

    answered -- the paragraphs that it answered for this time; None for all
    text -- the text as it is now: what was decided about words that stand in another paragraph of it holds there too

    Returns what is stored now.
    """

    def anew(paragraph: int | None) -> bool:
        return answered is None or paragraph in answered

    decided = decisions(folder)
    before = [
        each for each in read_proposals(folder) if each.by != by or each.id in decided or not anew(each.paragraph)
    ]
    known = {each.id for each in before}
    moved = {_without_place(each) for each in before if each.id in decided and text is not None and _left(each, text)}
    found = [
        each
        for each in (Stored.of(one, by) for one in kept)
        if each.id not in known and _without_place(each) not in moved
    ]
    stored = _in_order([*before, *found])
    others = [
        line for _, line in read_lines(folder / REJECTED) if line.get("by") != by or not anew(line.get("paragraph"))
    ]
    lines = [{"paragraph": d.paragraph, "reason": d.reason, "why": d.why, "by": by, "item": d.item} for d in dropped]
    write_atomically(folder / REJECTED, _written([*others, *lines]))
    write_atomically(folder / PROPOSALS, _written(each.json() for each in stored))
    return stored


def is_shared(folder: Path, decision: Decision) -> bool:
    """Return whether another proposal became the same claim as the one that was decided so."""
    others = (each for each in decisions(folder).values() if each.proposal != decision.proposal)
    return decision.claim is not None and any(each.claim == decision.claim for each in others)


def _in_order(proposals: Iterable[Stored]) -> list[Stored]:
    """Return proposals in the order of the text, and those on the same words in the order in which they were made."""
    return sorted(proposals, key=lambda each: (each.paragraph, each.at))


def _left(stored: Stored, text: Text) -> bool:
    """Return whether the words of a proposal no longer stand in its paragraph: the text has another edition."""
    return text.place(str(stored.claim.get("quote", "")), stored.paragraph)[0] == "lost"


def _without_place(stored: Stored) -> str:
    claim = {name: value for name, value in stored.claim.items() if name not in ("paragraph", "prefix", "suffix")}
    return json.dumps(claim, sort_keys=True, default=str)


def decisions(folder: Path) -> dict[str, Decision]:
    """Read what was decided, by proposal; what was undone is open again."""
    found: dict[str, Decision] = {}
    for _, line in read_lines(folder / DECISIONS):
        decision = Decision(**{key: value for key, value in line.items() if key in Decision.__slots__})
        found.pop(decision.proposal, None)
        if decision.decision != UNDONE:
            found[decision.proposal] = decision
    return found


def add_decision(folder: Path, decision: Decision) -> None:
    """Write a decision; it is on disk when this returns."""
    line = {name: value for name in Decision.__slots__ if (value := getattr(decision, name)) not in (None, {})}
    append_line(folder / DECISIONS, line)


def append_line(path: Path, line: dict[str, Any]) -> None:
    """Add a line; it is on disk when this returns. One that was cut when a process was killed is taken away first."""
    with path.open("ab+") as file:
        size = file.seek(0, os.SEEK_END)
        file.seek(0)
        whole = file.read().rfind(b"\n") + 1
        if whole < size:
            file.truncate(whole)
        file.write(_written([line]).encode())
        file.flush()
        os.fsync(file.fileno())


def open_proposals(folder: Path) -> list[Stored]:
    """Return the proposals that nobody has decided on, in the order of the text."""
    decided = decisions(folder)
    return [each for each in read_proposals(folder) if each.id not in decided]


def waiting_entities(folder: Path) -> tuple[Entity, ...]:
    """Return the entities that the open proposals would bring into the case."""
    found = {
        new["id"]: Entity(new["table"].title(), new["id"], new["name"], new["kind"], tuple(new.get("aliases", ())))
        for each in open_proposals(folder)
        for new in each.new
    }
    return tuple(found.values())


def read_lines(path: Path) -> list[tuple[int, dict[str, Any]]]:
    """Read the lines of a file, a last one that was cut left out."""
    if not path.is_file():
        return []
    try:
        lines = read_small(path).decode("utf-8-sig").split("\n")
    except (OSError, UnicodeDecodeError):
        raise BadCase("the case cannot be read", [f"{path.name}: not a file of JSON lines"]) from None
    found = []
    for number, line in enumerate(lines[:-1], start=1):  # after the last line end stands nothing, or a cut line
        if not line.strip():
            continue
        try:
            value = json.loads(line)
        except (ValueError, RecursionError):
            value = None
        if not isinstance(value, dict):
            raise BadCase("the case cannot be read", [f"{path.name}:{number}: not a line of JSON"])
        found.append((number, value))
    return found


def _written(lines: Iterable[dict[str, Any]]) -> str:
    return "".join(f"{json.dumps(line, ensure_ascii=False, default=str)}\n" for line in lines)
