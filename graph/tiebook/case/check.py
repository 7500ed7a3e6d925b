"""Checks a case against the codebook, itself and the text; every fault is listed with file and line."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final, TypeVar

from pydantic import ValidationError

from tiebook.case.build import BUILT_IN, Case, Coded
from tiebook.case.derive.claims import Filled, Filler
from tiebook.case.derive.places import read_places
from tiebook.case.derive.record import claim_of
from tiebook.case.derive.sections import Section, read_paragraphs
from tiebook.case.derive.where import Where, where_is
from tiebook.case.entries import (
    SLUG,
    CaseEntry,
    ClaimEntry,
    CoderEntry,
    EntityEntry,
    SectionEntry,
    SourceEntry,
    _Entry,
    faults_of,
)
from tiebook.case.folding import fold, words_in
from tiebook.case.names import CODES, Names, fill_entity, kind_fault, slug
from tiebook.case.rules import claim_faults
from tiebook.case.text import Text, shipped_text
from tiebook.case.toml import Entry, read_entries
from tiebook.errors import BadCase, BadDate
from tiebook.model.codebook import CLAIM, codebook
from tiebook.model.dates import parse
from tiebook.model.records import Entity, Reference
from tiebook.support.numbers import counted
from tiebook.support.small_files import folder_name, read_text

HEAD_FILE: Final = "case.toml"
NOT_FOUND: Final = "not found in the text: please write it"  # the comment on what only stands for it
DERIVES: Final = 2  # the format from which on what follows from the rest need not be said
MOST_WORDS: Final = 20
_PLACE: Final = re.compile(r"(?P<file>[^:]+):(?P<line>\d+): ")

Model = TypeVar("Model", bound=_Entry)


def open_case(folder: Path, text: Text | None = None) -> Case:
    """Read a case and check all of it; with the text, each quote too.

    Raises BadCase with every fault found.
    """
    return _Checker(folder, text).case()


def entity_tables() -> dict[str, str]:
    """Return the names of the tables that declare entities, with the label of each."""
    return {"actor": "Actor", **{label.lower(): label for label in codebook().entities if label != "Source"}}


def read_coding(folder: Path) -> list[Entry]:
    """Read the entries of all files of a case but its head, in the order of the files' names.

    Raises BadCase.
    """
    return [entry for path in sorted(folder.glob("*.toml")) if path.name != HEAD_FILE for entry in read_entries(path)]


def own_text(folder: Path) -> Text | None:
    """Return the text that ships with a case; None if none does, or not the one that was coded.

    Raises BadCase where case.toml cannot be read.
    """
    for entry in read_entries(folder / HEAD_FILE):
        if entry.table == "source" and entry.values.get("text_licence"):
            return shipped_text(folder, entry.values.get("text"), entry.values.get("sha256"))[0]
    return None


def text_named_by(folder: Path) -> Path | None:
    """Return the file that case.toml names as the text, from the case's folder on; None if it names none."""
    for entry in read_entries(folder / HEAD_FILE):
        if entry.table == "source" and isinstance(entry.values.get("text"), str):
            return folder.joinpath(entry.values["text"])
    return None


def _place_of(fault: str) -> tuple[bool, str, int]:
    """Return where a fault stands: those of the head first, then file by file, by their lines."""
    place = _PLACE.match(fault)
    file = place["file"] if place else fault.partition(":")[0]
    return file != HEAD_FILE, file, int(place["line"]) if place else 0


class _Checker:
    """Collects faults while it turns entries into records."""

    def __init__(self, folder: Path, text: Text | None) -> None:
        self.folder = folder
        self.text = text
        self.faults: list[str] = []
        self.notes: list[str] = []
        self.quotes: Counter[str] = Counter()
        self.claims: dict[str, ClaimEntry] = {}
        self.names = Names(derives=False)

    def case(self) -> Case:
        head_path = self.folder / HEAD_FILE
        if not head_path.is_file():
            raise BadCase(f"{self.folder} is not a case", [f"{HEAD_FILE}: not there"], hint="see docs/case-format.md")
        tops = read_entries(head_path)
        head, source, coder = self._head(tops)
        self.names = Names(derives=head.format >= DERIVES, other_names=head.other_names)
        known_until = parse(source.date).latest
        shipped = self._shipped(source, tops)
        if self.text is None:
            self.text = shipped
        entries = [*(entry for entry in tops if entry.table == "section"), *read_coding(self.folder)]
        tables = entity_tables()
        entities = [
            entity
            for entry in entries
            if entry.table in tables
            for entity in self._entity(entry, tables[entry.table], head.id)
        ]
        for entry in entries:
            if entry.table not in (*tables, "claim", *(["section"] if self.names.derives else [])):
                self._fault(entry.where(), f"unknown table [[{entry.table}]]")
        self._check_factors([entry for entry in entries if entry.table == "factor"])
        author = self._author(source)
        sections = self._sections([entry for entry in entries if entry.table == "section"])
        filled = self._filled([entry for entry in entries if entry.table == "claim"], sections, author)
        places = self._claim_entries(filled, head.id)
        claims, coded = [], []
        for claim, each in places:
            found = [*claim_faults(claim, self.names, self.claims, author)]
            for key, message in (*found, *each.faults):
                self._fault(each.entry.where(key), message)
            self._quote(claim, each, source)
            if not found and author in self.names.references:
                claims.append(claim_of(claim, self.names, head.id, author, known_until))
                coded.append(Coded(each.entry, claim))
        self._finish()
        used = (BUILT_IN, *entities, *self.names.used)
        return Case(
            head.id,
            head,
            source,
            coder,
            author,
            used,
            tuple(claims),
            known_until,
            tuple(self.notes),
            dict(self.quotes),
            tuple(coded),
            tuple(sections),
            shipped,
        )

    def _head(self, entries: list[Entry]) -> tuple[CaseEntry, SourceEntry, CoderEntry]:
        tables = {entry.table: entry for entry in entries}
        derives = self._derives(tables.get("", Entry("", {}, HEAD_FILE, 1)))
        for name in set(tables) - {"", "source", "coder", *(["section"] if derives else [])}:
            self._fault(tables[name].where(), f"unknown table [{name}]")
        if derives:
            self._fill_head(tables)
        found = {
            name: self._parsed(model, tables.get(name, Entry(name, {}, HEAD_FILE, 1)))
            for name, model in (("", CaseEntry), ("source", SourceEntry), ("coder", CoderEntry))
        }
        head, source, coder = found[""], found["source"], found["coder"]
        if isinstance(source, SourceEntry):
            self._date(source.date, tables["source"], "date")
        if self.faults:
            self._finish()
        assert isinstance(head, CaseEntry)  # noqa: S101 -- a missing one is a fault, and faults have raised
        assert isinstance(source, SourceEntry)  # noqa: S101
        assert isinstance(coder, CoderEntry)  # noqa: S101
        if self.text is not None and source.sha256 and source.sha256 != self.text.sha256:
            self.notes.append("the text is not byte for byte the one that was coded")
        self._note_placeholders()
        return head, source, coder

    def _note_placeholders(self) -> None:
        """Note what `tiebook new` filled in: without a word, the year of the coding would be taken for that of the text."""
        lines = read_text(self.folder / HEAD_FILE).splitlines()
        names = [line.partition("=")[0].strip() for line in lines if line.rstrip().endswith(f"# {NOT_FOUND}")]
        if names:
            self.notes.append(f"{HEAD_FILE}: not found in the text and only filled in: {', '.join(names)}")

    def _shipped(self, source: SourceEntry, tops: list[Entry]) -> Text | None:
        """Return the text that ships with the case; one that is not there, or is another one, is a fault.

        If the text is available, this is not a fault: `check --update` may be about to note the new one's hash.
        """
        if not source.text_licence:
            return None
        entry = next(each for each in tops if each.table == "source")
        if not self.names.derives:
            self._fault(entry.where("text_licence"), f"text_licence belongs to format {DERIVES}")
        found, why = shipped_text(self.folder, source.text, source.sha256)
        if found is None and self.text is None:
            self._fault(entry.where("text" if source.text else "text_licence"), why)
        return found

    def _derives(self, top: Entry) -> bool:
        value = top.values.get("format")
        return type(value) is int and value >= DERIVES

    def _fill_head(self, tables: dict[str, Entry]) -> None:
        """Fill in what format 2 may leave out: the id from the folder's name, the short name from the title."""
        top = tables[""]
        tables[""] = replace(top, values={"id": slug(folder_name(self.folder)), **top.values})
        source = tables.get("source")
        if source is not None:
            derived = {"name": source.values["title"]} if "title" in source.values else {}
            tables["source"] = replace(
                source, values={**derived, "kind": "article", "language": "en", "author": BUILT_IN.id, **source.values}
            )

    def _author(self, source: SourceEntry) -> str:
        """Return the author's id; in format 2 an author who is named and not declared is a person."""
        author = self.names.resolve(source.author)
        if author in self.names.references:
            return author
        if self.names.derives and not SLUG.fullmatch(source.author) and slug(source.author):
            person = Entity("Actor", slug(source.author), source.author, "Person")
            self.names.declare(person)
            self.names.used.append(person)
            return person.id
        self._fault(HEAD_FILE, f"the author {source.author!r} is not an actor of this case")
        return author

    def _parsed(self, model: type[Model], entry: Entry) -> Model | None:
        try:
            return model.model_validate(entry.values)
        except ValidationError as error:
            for key, message in faults_of(error):
                self._fault(entry.where(key), message)
            return None

    def _entity(self, entry: Entry, label: str, case_id: str) -> Iterable[Entity]:
        if self.names.derives:
            entry = replace(entry, values=fill_entity(entry.values, label, other_names=self.names.other_names))
        parsed = self._parsed(EntityEntry, entry)
        if parsed is None:
            return
        book = codebook()
        kinds = tuple(book.actor_kinds) if label == "Actor" else book.entities[label].kinds
        if parsed.kind not in kinds:
            self._fault(entry.where("kind"), kind_fault(parsed.kind, kinds))
        if parsed.id in self.names.references or parsed.id == case_id:
            self._fault(entry.where("id"), f"duplicate id {parsed.id!r}")
            return
        if parsed.part_of and label != "Factor":
            self._fault(entry.where("part_of"), "only a factor can be part of a factor")
        if parsed.date:
            self._date(parsed.date, entry, "date")
        codes = {code: value for code in CODES if (value := getattr(parsed, code))}
        aliases = tuple(parsed.aliases)
        entity = Entity(
            label, parsed.id, parsed.name, parsed.kind, aliases, codes, parsed.date, parsed.part_of, parsed.note
        )
        self.names.declare(entity)
        yield entity

    def _check_factors(self, entries: list[Entry]) -> None:
        for entry in entries:
            whole = entry.values.get("part_of")
            known = self.names.references.get(whole) if isinstance(whole, str) else None
            if whole is not None and (known is None or known.label != "Factor" or whole == entry.values.get("id")):
                self._fault(entry.where("part_of"), f"{whole!r} is not a factor of this case")

    def _sections(self, entries: list[Entry]) -> list[Section]:
        found = []
        for entry in entries if self.names.derives else ():
            parsed = self._parsed(SectionEntry, entry)
            numbers = read_paragraphs(str(parsed.paragraphs)) if parsed else None
            if parsed is not None and numbers is None:
                self._fault(entry.where("paragraphs"), f"write the paragraphs as 20-26, 28, not {parsed.paragraphs!r}")
            if parsed is None or numbers is None:
                continue
            if parsed.factor and getattr(self.names.references.get(parsed.factor), "label", "") != "Factor":
                self._fault(entry.where("factor"), f"{parsed.factor!r} is not a factor of this case")
            name = parsed.name or self.names.name(parsed.factor or "")
            found.append(Section(name, numbers, parsed.factor))
        return found

    def _filled(self, entries: list[Entry], sections: Sequence[Section], author: str) -> list[Filled]:
        if not self.names.derives:
            return [Filled(entry, Where(None, None)) for entry in entries]
        places = read_places(self.folder)
        return Filler(self.text, places, sections, self.names, author).fill(entries)

    def _claim_entries(self, filled: list[Filled], case_id: str) -> list[tuple[ClaimEntry, Filled]]:
        found = []
        for each in filled:
            entry = each.entry
            if each.faults and ("paragraph" not in entry.values or "from" not in entry.values):
                for key, message in each.faults:
                    self._fault(entry.where(key), message)
                continue  # what is missing follows from these faults
            if self._lacks(each):
                continue
            claim = self._parsed(ClaimEntry, entry)
            if claim is None:
                continue
            if claim.id in self.claims or claim.id in self.names.references or claim.id == case_id:
                self._fault(entry.where("id"), f"duplicate id {claim.id!r}")
                continue
            self.claims[claim.id] = claim
            found.append((claim, each))
        if self.names.derives:  # claims of other sources: that they are there is seen when the case is loaded
            for named in {each for claim, _ in found for each in claim.about if "/" in each}:
                self.names.references[named] = Reference(CLAIM, named, named)
        for claim, _ in found:
            self.names.references[claim.id] = Reference(CLAIM, f"{case_id}/{claim.id}", claim.gloss)
        return found

    def _lacks(self, filled: Filled) -> bool:
        """Return whether a claim of format 2 lacks what nothing else follows from; only that is named as missing."""
        values = filled.entry.values
        if not self.names.derives:
            return False
        ends = [each for each in ("from", "tie", "to") if each not in values]
        lacking = ['says, "china SELLS_ARMS_TO iran",'] if len(ends) == 3 else [repr(each) for each in ends]  # noqa: PLR2004
        lacking += [] if "quote" in values else ["'quote'"]
        for each in lacking:
            self._fault(filled.entry.where(), f"{each} is missing")
        return bool(lacking)

    def _quote(self, claim: ClaimEntry, filled: Filled, source: SourceEntry) -> None:
        entry = filled.entry
        if words_in(claim.quote) > MOST_WORDS:
            self._fault(entry.where("quote"), f"the quote has more than {MOST_WORDS} words")
        if self.text is None:
            if source.paragraphs and claim.paragraph > len(source.paragraphs):
                self._fault(entry.where("paragraph"), f"the text has {len(source.paragraphs)} paragraphs")
            return
        where = filled.where if self.names.derives else where_is(entry.values, self.text, {})
        if where.state is None:
            return
        self.quotes[where.state] += 1
        paragraph = self.text.paragraph(claim.paragraph)
        if where.fault:
            if not self.names.derives:
                self._fault(entry.where(where.fault[0]), where.fault[1])
        elif paragraph is not None and fold(claim.quote).rstrip(".!?\"'") in [
            s.rstrip("\"'") for s in paragraph.sentences()
        ]:
            self._fault(entry.where("quote"), "the quote is a whole sentence; quote the clause that carries the claim")

    def _date(self, text: str, entry: Entry, key: str) -> None:
        try:
            parse(text)
        except BadDate as error:
            self._fault(entry.where(key), str(error))

    def _fault(self, where: str, message: str) -> None:
        self.faults.append(f"{where}: {message}")

    def _finish(self) -> None:
        if self.faults:
            faults = sorted(self.faults, key=_place_of)
            raise BadCase(f"{folder_name(self.folder)}: {counted(len(faults), 'fault')}", faults)
