"""Changes a case as a person decides: each change is checked with the whole case and on disk before the next is shown."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from shlex import quote
from typing import Any, Final

from tiebook.case import Case, Text, open_case
from tiebook.case.build import Coded
from tiebook.case.check import DERIVES
from tiebook.case.correct import FIELDS, checked_keeping_id, put, said, with_id
from tiebook.case.derive.claims import claim_id
from tiebook.case.files import TomlBlock
from tiebook.case.start import CODING_FILE
from tiebook.case.toml import Entry, read_entries
from tiebook.draft.claim_block import appended, derived, entity_blocks, in_several_paragraphs
from tiebook.draft.decide import Wanted, decide_for, differences, now, write, write_checked, write_claims
from tiebook.draft.editing.journal import ADDED, EDITED, MARKED, REJECTED, REMOVED, UNDID, UNMARKED, Edit, edits, note
from tiebook.draft.editing.line import Line, check_line, read_line
from tiebook.draft.store import (
    DECLINED,
    UNDONE,
    Decision,
    Stored,
    add_decision,
    decisions,
    locked,
    read_proposals,
    version_of,
)
from tiebook.errors import BadCase, UnknownName, UsageError
from tiebook.support.atomic_write import write_atomically
from tiebook.support.small_files import folder_name
from tiebook.support.suggest import nearest
from tiebook.support.toml import toml_of

FRESH: Final = "by hand"
_HIDDEN: Final = ("at", "paragraph", "id", "gloss")  # of a claim's derived values: not what a line says


class NotRight(UsageError):
    """A claim line has faults; `faults` are those by field."""

    def __init__(self, faults: list[tuple[str, str]]) -> None:
        super().__init__("; ".join(message for _, message in faults))
        self.faults = faults


@dataclass(slots=True)
class Editor:
    """One case that is coded, by one person. Every change takes the version that it was made for."""

    folder: Path
    text: Text
    who: str
    _opened: tuple[str, Case] | None = field(default=None, init=False)

    def case(self) -> Case:
        """Return the case as it is on disk now.

        Raises BadCase, UsageError for one of format 1.
        """
        version = version_of(self.folder)
        if self._opened is None or self._opened[0] != version:
            case = open_case(self.folder, self.text)
            if case.head.format < DERIVES:
                hint = f"tiebook upgrade {quote(str(self.folder))} first"
                raise UsageError(f"{folder_name(self.folder)} is of format {case.head.format}", hint=hint)
            self._opened = version, case
        return self._opened[1]

    def add(self, given: Mapping[str, Any], version: str) -> str:
        """Write a fresh claim; return its id.

        Raises CaseChanged, NotRight, BadCase, UsageError; then nothing is written.
        """
        with locked(self.folder, version):
            line = self._right(given)
            (written,) = write_claims(self.folder, self.text, [Wanted(_fresh(line), self._complete(line))])
            self._note(ADDED, file=CODING_FILE, after=written.block, entities=written.entities)
            return written.claim

    def accept(self, proposal_id: str, given: Mapping[str, Any] | None, version: str) -> str:
        """Make a claim of a proposal, as it is or as the line says; return its id.

        Raises CaseChanged, NotRight, BadCase, UsageError; then nothing is written.
        """
        with locked(self.folder, version):
            proposal = self._open_proposal(proposal_id)
            wanted = Wanted(proposal, proposal.claim)
            if given is not None:
                line = self._right(given, proposal.claim, new=proposal.new)
                values = self._complete(line)
                as_left = replace(proposal, paragraph=line.paragraph, new=line.new)
                wanted = Wanted(as_left, values, differences(proposal.claim, values))
            (written,) = write_claims(self.folder, self.text, [wanted])
            decide_for(self.folder, [wanted], [written], self.who)
            self._note(ADDED, file=CODING_FILE, after=written.block, entities=written.entities, proposal=proposal_id)
            return written.claim

    def reject(self, proposal_id: str, version: str) -> None:
        """Decide against a proposal.

        Raises CaseChanged, UnknownName.
        """
        with locked(self.folder, version):
            proposal = self._open_proposal(proposal_id)
            add_decision(self.folder, Decision(proposal.id, DECLINED, self.who, now()))
            self._note(REJECTED, proposal=proposal.id)

    def edit(self, claim_id: str, given: Mapping[str, Any], version: str) -> None:
        """Change a claim; what the line says as before stays as it is written.

        Raises CaseChanged, NotRight, BadCase, UsageError; then nothing is written.
        """
        with locked(self.folder, version):
            coded = self._coded(claim_id)
            line = self._right(given, coded.entry.values, instead=claim_id)
            if line.new:
                path = self.folder / CODING_FILE
                blocks = entity_blocks(line.values, line.new, {each.id for each in self.case().entities})
                write_checked(
                    self.folder, self.text, path.name, appended(path.read_bytes() if path.is_file() else b"", blocks)
                )
                coded = self._coded(claim_id)
            block = TomlBlock.read(self.folder / coded.entry.file, coded.entry)
            after = block.edited(lambda table: self._change(table, coded.entry.values, line))
            if after != block.text:
                after, _, places = checked_keeping_id(self.folder, block, coded.entry, after, claim_id, self.text)
                write(self.folder, coded.entry.file, block.content(after), places)
                self._note(EDITED, file=coded.entry.file, before=block.text, after=after)

    def remove(self, claim_id: str, version: str) -> None:
        """Remove a claim.

        Raises CaseChanged, UnknownName, BadCase where another claim is about it; then nothing is written.
        """
        with locked(self.folder, version):
            self._remove(self._coded(claim_id))

    def mark(self, paragraph: int, version: str, *, done: bool) -> None:
        """Note that a paragraph is done, or not yet.

        Raises CaseChanged, UsageError.
        """
        with locked(self.folder, version):
            if self.text.paragraph(paragraph) is None:
                raise UsageError(f"the text has no paragraph {paragraph}")
            self._note(MARKED if done else UNMARKED, paragraph=paragraph)

    def undo(self, version: str) -> Edit:
        """Undo the last thing that was done here; return what it was.

        Raises CaseChanged, UsageError where nothing is left to undo, or what was done has been changed by hand since.
        """
        with locked(self.folder, version):
            found = edits(self.folder)
            if not found:
                raise UsageError("nothing to undo")
            last = found[-1]
            if last.did == ADDED and last.after:
                self._take_out(last)
            elif last.did == EDITED:
                self._put_back(last)
            elif last.did == REMOVED:
                self._insert(last)
            if last.proposal:
                add_decision(self.folder, Decision(last.proposal, UNDONE, self.who, now()))
            self._note(UNDID)
            return last

    def reopen(self, proposal_id: str, version: str) -> None:
        """Reopen a proposal that was decided before; the claim that it became is removed.

        Raises CaseChanged, UnknownName, BadCase.
        """
        with locked(self.folder, version):
            decision = decisions(self.folder).get(proposal_id)
            if decision is None:
                raise UnknownName(f"no proposal {proposal_id!r} is decided")
            coded = next((each for each in self.case().coded if each.claim.id == decision.claim), None)
            if coded is not None:
                self._remove(coded)
            add_decision(self.folder, Decision(proposal_id, UNDONE, self.who, now()))

    def _remove(self, coded: Coded) -> None:
        """Take a claim out; those that are told from it by a number at the end of their ids keep these."""
        entry = coded.entry
        path = self.folder / entry.file
        before = path.read_bytes()
        alike = [
            each
            for each in self.case().coded
            if each.claim.id != coded.claim.id and _plain_id(each) == _plain_id(coded)
        ]
        try:
            for each in alike:
                block = TomlBlock.read(self.folder / each.entry.file, each.entry)
                if each.entry.file == entry.file and "id" not in toml_of(block.text)["claim"][0]:
                    content = block.content(with_id(block.text, each.claim.id))
                    write_checked(self.folder, self.text, entry.file, content)
            block = TomlBlock.read(path, entry)
            write_checked(self.folder, self.text, entry.file, block.content(""))
        except BadCase:
            write_atomically(path, before)
            raise
        self._note(REMOVED, file=entry.file, before=block.text, index=entry.index)

    def _right(
        self,
        given: Mapping[str, Any],
        base: Mapping[str, Any] | None = None,
        *,
        instead: str | None = None,
        new: tuple[dict[str, Any], ...] = (),
    ) -> Line:
        line = read_line(given, self.text, base).bringing(new)
        checked = check_line(self.case(), self.text, line, instead=instead)
        if checked.faults:
            raise NotRight(checked.faults)
        return line

    def _complete(self, line: Line) -> dict[str, Any]:
        return {**line.values, "paragraph": line.paragraph}

    def _change(self, table: Any, before: Mapping[str, Any], line: Line) -> None:
        """Change in a claim's table what differs in the line; what follows from the rest is removed instead."""
        follows = derived(self.case(), self._complete(line), line.new)
        several = in_several_paragraphs(self.text, line.values)
        for name in FIELDS:
            if name in _HIDDEN and name not in line.values:
                continue
            wanted = line.values.get(name)
            if name == "paragraph":
                wanted = line.paragraph if several else None
            elif wanted in (follows.get(name), [follows.get(name)]) and name not in ("from", "tie", "to"):
                wanted = None
            if _plain(wanted) != _plain(said(table, name)) and (
                name == "factor" or _plain(wanted) != _plain(before.get(name))
            ):
                put(table, name, wanted)

    def _coded(self, claim_id: str) -> Coded:
        known = {each.claim.id: each for each in self.case().coded}
        if claim_id not in known:
            raise UnknownName(f"{folder_name(self.folder)} has no claim {claim_id!r}", hint=nearest(claim_id, known))
        return known[claim_id]

    def _open_proposal(self, proposal_id: str) -> Stored:
        found = next((each for each in read_proposals(self.folder) if each.id == proposal_id), None)
        if found is None or proposal_id in decisions(self.folder):
            raise UnknownName(f"no proposal {proposal_id!r} is open")
        return found

    def _take_out(self, last: Edit) -> None:
        entry = self._block(last.file, last.after)
        if entry is None and self._same_claim(last):
            raise UsageError(
                "the claim has since been changed by hand: change it there", where=str(self.folder / last.file)
            )
        if entry is not None:
            write_checked(self.folder, self.text, last.file, TomlBlock.read(self.folder / last.file, entry).content(""))
        for block in reversed(last.entities):
            found = self._block(last.file, block)
            with _kept_if_used():
                if found is not None:
                    content = TomlBlock.read(self.folder / last.file, found).content("")
                    write_checked(self.folder, self.text, last.file, content)

    def _put_back(self, last: Edit) -> None:
        entry = self._block(last.file, last.after)
        if entry is None:
            raise UsageError(
                "the claim has since been changed by hand: change it there", where=str(self.folder / last.file)
            )
        content = TomlBlock.read(self.folder / last.file, entry).content(last.before)
        write_checked(self.folder, self.text, last.file, content)

    def _insert(self, last: Edit) -> None:
        path = self.folder / last.file
        entries = [each for each in read_entries(path) if each.table == "claim"]
        if last.index < len(entries):
            block = TomlBlock.read(path, entries[last.index])
            content = block.content(f"{last.before}\n{block.text}")
        else:
            content = appended(path.read_bytes(), [last.before])
        write_checked(self.folder, self.text, last.file, content)

    def _block(self, file: str, text: str) -> Entry | None:
        """Return the last entry of a file that is written just so."""
        path = self.folder / file
        ((table, (values,)),) = toml_of(text).items()
        for entry in reversed(read_entries(path) if path.is_file() else []):
            if entry.table == table and entry.values == values and TomlBlock.read(path, entry).text == text:
                return entry
        return None

    def _same_claim(self, last: Edit) -> bool:
        """Return whether a claim on the same words is still there."""
        (values,) = toml_of(last.after)["claim"]
        path = self.folder / last.file
        return any(
            each.table == "claim"
            and each.values.get("quote") == values["quote"]
            and each.values.get("says") == values["says"]
            for each in (read_entries(path) if path.is_file() else [])
        )

    def _note(self, did: str, **more: Any) -> None:
        note(self.folder, Edit(did, self.who, now(), **more))


@contextmanager
def _kept_if_used() -> Iterator[None]:
    """Leave an entity where it is if the case would have a fault without it."""
    try:
        yield
    except BadCase:
        return


def _plain_id(coded: Coded) -> str:
    """Return the id of a claim for which none is written, if no other claim has it."""
    return claim_id({**coded.entry.values, "paragraph": coded.claim.paragraph})


def _fresh(line: Line) -> Stored:
    return Stored("", line.paragraph, (0, 0), FRESH, {}, line.new)


def _plain(value: Any) -> Any:
    """Return a value so that one id and a list of it are the same, and what is not said is None."""
    if isinstance(value, list):
        return value[0] if len(value) == 1 else value or None
    return None if value is False else value
