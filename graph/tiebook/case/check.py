"""Checks a case against the codebook, itself and the text; every fault is listed with file and line."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Final, TypeVar

from pydantic import ValidationError

from tiebook.case.build import BUILT_IN, Case
from tiebook.case.entries import CaseEntry, ClaimEntry, CoderEntry, EntityEntry, SourceEntry, _Entry, faults_of
from tiebook.case.rules import claim_faults
from tiebook.case.text import Text, fold
from tiebook.case.toml import Entry, read_entries
from tiebook.errors import BadCase, BadDate
from tiebook.model.codebook import CLAIM, codebook
from tiebook.model.dates import parse
from tiebook.model.records import Claim, Entity, Reference

HEAD_FILE: Final = "case.toml"
_MOST_WORDS: Final = 20
_CODES: Final = ("iso3", "cow", "gw", "cameo")

Model = TypeVar("Model", bound=_Entry)


def open_case(folder: Path, text: Text | None = None) -> Case:
    """Read a case and check all of it; with the text, each quote too.

    Raises BadCase with every fault found.
    """
    return _Checker(folder, text).case()


class _Checker:
    """Collects faults while it turns entries into records."""

    def __init__(self, folder: Path, text: Text | None) -> None:
        self.folder = folder
        self.text = text
        self.faults: list[str] = []
        self.notes: list[str] = []
        self.quotes: Counter[str] = Counter()
        self.references: dict[str, Reference] = {}
        self.kinds: dict[str, str] = {}
        self.claims: dict[str, ClaimEntry] = {}

    def case(self) -> Case:
        head_path = self.folder / HEAD_FILE
        if not head_path.is_file():
            raise BadCase(f"{self.folder} is no case", [f"{HEAD_FILE}: not there"], hint="see docs/case-format.md")
        head, source, coder = self._head(read_entries(head_path))
        known_until = parse(source.date).latest
        entries = [
            entry for path in sorted(self.folder.glob("*.toml")) if path != head_path for entry in read_entries(path)
        ]
        tables = {"actor": "Actor", **{label.lower(): label for label in codebook().entities if label != "Source"}}
        entities = [
            entity
            for entry in entries
            if entry.table in tables
            for entity in self._entity(entry, tables[entry.table], head.id)
        ]
        self._declare(BUILT_IN)
        for entry in entries:
            if entry.table not in (*tables, "claim"):
                self._fault(entry.where(), f"unknown table [[{entry.table}]]")
        self._check_factors([entry for entry in entries if entry.table == "factor"])
        if source.author not in self.references:
            self._fault(HEAD_FILE, f"the author {source.author!r} is no actor of this case")
        places = self._claim_entries([entry for entry in entries if entry.table == "claim"], head.id)
        claims = []
        for claim, entry in places:
            found = [*claim_faults(claim, self.references, self.kinds, self.claims, source.author)]
            for key, message in found:
                self._fault(entry.where(key), message)
            self._quote(claim, entry, source)
            if not found and source.author in self.references:
                claims.append(self._record(claim, head.id, source.author, known_until))
        self._finish()
        used = (BUILT_IN, *entities)
        return Case(
            head.id, head, source, coder, used, tuple(claims), known_until, tuple(self.notes), dict(self.quotes)
        )

    def _head(self, entries: list[Entry]) -> tuple[CaseEntry, SourceEntry, CoderEntry]:
        tables = {entry.table: entry for entry in entries}
        for name in set(tables) - {"", "source", "coder"}:
            self._fault(tables[name].where(), f"unknown table [{name}]")
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
        return head, source, coder

    def _parsed(self, model: type[Model], entry: Entry) -> Model | None:
        try:
            return model.model_validate(entry.values)
        except ValidationError as error:
            for key, message in faults_of(error):
                self._fault(entry.where(key), message)
            return None

    def _entity(self, entry: Entry, label: str, case_id: str) -> Iterable[Entity]:
        parsed = self._parsed(EntityEntry, entry)
        if parsed is None:
            return
        book = codebook()
        kinds = tuple(book.actor_kinds) if label == "Actor" else book.entities[label].kinds
        if parsed.kind not in kinds:
            self._fault(entry.where("kind"), f"unknown kind {parsed.kind!r}: one of {', '.join(kinds)}")
        if parsed.id in self.references or parsed.id in (BUILT_IN.id, case_id):
            self._fault(entry.where("id"), f"duplicate id {parsed.id!r}")
            return
        if parsed.part_of and label != "Factor":
            self._fault(entry.where("part_of"), "only a factor is part of a factor")
        if parsed.date:
            self._date(parsed.date, entry, "date")
        codes = {code: value for code in _CODES if (value := getattr(parsed, code))}
        entity = Entity(
            label,
            parsed.id,
            parsed.name,
            parsed.kind,
            tuple(parsed.aliases),
            codes,
            parsed.date,
            parsed.part_of,
            parsed.note,
        )
        self._declare(entity)
        yield entity

    def _declare(self, entity: Entity) -> None:
        self.references[entity.id] = Reference(entity.label, entity.id, entity.name)
        self.kinds[entity.id] = entity.kind

    def _check_factors(self, entries: list[Entry]) -> None:
        for entry in entries:
            whole = entry.values.get("part_of")
            known = self.references.get(whole) if isinstance(whole, str) else None
            if whole is not None and (known is None or known.label != "Factor" or whole == entry.values.get("id")):
                self._fault(entry.where("part_of"), f"{whole!r} is no factor of this case")

    def _claim_entries(self, entries: list[Entry], case_id: str) -> list[tuple[ClaimEntry, Entry]]:
        found = []
        for entry in entries:
            claim = self._parsed(ClaimEntry, entry)
            if claim is None:
                continue
            if claim.id in self.claims or claim.id in self.references or claim.id == case_id:
                self._fault(entry.where("id"), f"duplicate id {claim.id!r}")
                continue
            self.claims[claim.id] = claim
            found.append((claim, entry))
        for claim, _ in found:
            self.references[claim.id] = Reference(CLAIM, f"{case_id}/{claim.id}", claim.gloss)
        return found

    def _quote(self, claim: ClaimEntry, entry: Entry, source: SourceEntry) -> None:
        if len(fold(claim.quote).split(" ")) > _MOST_WORDS:
            self._fault(entry.where("quote"), f"the quote has more than {_MOST_WORDS} words")
        if self.text is None:
            if source.paragraphs and claim.paragraph > len(source.paragraphs):
                self._fault(entry.where("paragraph"), f"the text has {len(source.paragraphs)} paragraphs")
            return
        at = (claim.at[0], claim.at[1]) if claim.at else None
        state, _ = self.text.place(claim.quote, claim.paragraph, prefix=claim.prefix, suffix=claim.suffix, at=at)
        self.quotes[state] += 1
        paragraph = self.text.paragraph(claim.paragraph)
        if state == "lost":
            self._fault(entry.where("quote"), f"the quote is not in paragraph {claim.paragraph}: {claim.quote!r}")
        elif state == "ambiguous":
            self._fault(
                entry.where("quote"),
                f"the quote stands more than once in paragraph {claim.paragraph}: add prefix or suffix",
            )
        elif paragraph is not None and fold(claim.quote).rstrip(".!?\"'") in [
            s.rstrip("\"'") for s in paragraph.sentences()
        ]:
            self._fault(entry.where("quote"), "the quote is a whole sentence; quote the clause that carries the claim")

    def _record(self, claim: ClaimEntry, case_id: str, author: str, known_until: object) -> Claim:
        def references(ids: list[str]) -> tuple[Reference, ...]:
            return tuple(self.references[each] for each in ids)

        return Claim(
            id=f"{case_id}/{claim.id}",
            source=case_id,
            tie=claim.tie,
            start=self.references[claim.start],
            end=self.references[claim.end],
            sign=codebook().ties[claim.tie].sign if claim.sign is None else claim.sign,
            aspect=claim.aspect,
            mode=claim.mode,
            negated=claim.negated,
            stance=claim.stance,
            holders=references(claim.holder or [author]),
            gloss=claim.gloss,
            quote=claim.quote,
            paragraph=claim.paragraph,
            confidence=float(claim.confidence),
            inferred=claim.inferred,
            ended=claim.ended,
            by=references(claim.by),
            regarding=references(claim.regarding),
            factor=self.references[claim.factor] if claim.factor else None,
            via=references(claim.via),
            about=references(claim.about),
            constraint=claim.constraint,
            mechanism=claim.mechanism,
            condition=claim.condition,
            rank=claim.rank,
            since=claim.since,
            until=claim.until,
            said_on=claim.said_on,
            start_char=claim.at[0] if claim.at else None,
            end_char=claim.at[1] if claim.at else None,
            note=claim.note,
            known_until=known_until,  # type: ignore[arg-type]
        )

    def _date(self, text: str, entry: Entry, key: str) -> None:
        try:
            parse(text)
        except BadDate as error:
            self._fault(entry.where(key), str(error))

    def _fault(self, where: str, message: str) -> None:
        self.faults.append(f"{where}: {message}")

    def _finish(self) -> None:
        if self.faults:
            count = len(self.faults)
            raise BadCase(
                f"{self.folder.name}: {count} fault{'s' if count > 1 else ''}, nothing was loaded", self.faults
            )
