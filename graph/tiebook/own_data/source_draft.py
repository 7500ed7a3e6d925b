"""A source of your own that is put together and written at once: all of it, or nothing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tiebook.crosswalk import Resolver, crosswalk
from tiebook.crosswalk.decisions import Decisions, decisions_file
from tiebook.engine import Engine
from tiebook.errors import AmbiguousName, BadRows, BadSource, IdClash, UnknownName
from tiebook.model.ties import Ties
from tiebook.own_data.frame_source import FRAME, About, FrameTies, declaration
from tiebook.own_data.frame_table import check_frame, label_of, table_of
from tiebook.own_data.own_claim import OwnClaims
from tiebook.own_data.own_source import Held, author_of, check_own, head, read_held, with_held
from tiebook.sources.kept_rows import KeptRows
from tiebook.sources.mapped.reader import MappedParts
from tiebook.sources.report import Report
from tiebook.sources.row_filter import RowFilter
from tiebook.sources.source_reader import SourceReader
from tiebook.support.suggest import nearest
from tiebook.sync.batch import Batch, Part
from tiebook.sync.sync import Changes, sync

if TYPE_CHECKING:
    from tiebook.model.records import Claim


@dataclass(frozen=True, slots=True)
class Added:
    """What was added. `skipped`: rows of frames that make no tie, as (number of the frame, label of the row, reason)."""

    source: str
    changes: Changes
    report: Report | None
    claims: tuple[Claim, ...]
    skipped: tuple[tuple[int, Any, str], ...] = ()


@dataclass(slots=True)
class SourceDraft:
    """A source before it is written.

    author -- of claims: an id, or a name
    replace -- whether what the graph has of the source, and this does not say, goes
    """

    engine: Engine
    source: str
    about: About
    author: str
    replace: bool = False
    frames: list[FrameTies] = field(default_factory=list)
    _claims: OwnClaims | None = None
    _held: Held | None = None

    @property
    def held(self) -> Held:
        """What the graph has of the source.

        Raises IdClash if the source was loaded, or ships.
        """
        if self._held is None:
            held = read_held(self.engine, self.source)
            check_own(self.source, held)
            self._held = held
        return self._held

    def add_ties(self, ties: FrameTies) -> None:
        """Add the ties of a frame; its rows are checked when all is written.

        Raises BadSource for a column that is not there; IdClash where the source was loaded, or ships, or is another author's.
        """
        self.held  # noqa: B018 -- what it raises comes before any fault of the frame
        if self.about.author is not None:
            self._check_author(self.about.author)
        check_frame(ties.frame)
        for actor in ties.names.values():
            if actor not in crosswalk().actors:
                hint = nearest(actor, crosswalk().actors)
                raise BadSource(f"names: there is no actor {actor!r}", where=FRAME, hint=hint)
        table_of(ties.frame.head(0), ties.columns())
        self.frames.append(ties)

    def claims(self) -> OwnClaims:
        """Return the claims of the draft.

        Raises IdClash if the source was loaded, or ships, or is another author's.
        """
        if self._claims is None:
            self.held  # noqa: B018 -- what it raises comes before any fault of a claim
            self._check_author(self.author)
            self._claims = OwnClaims(self.engine, self.source, self.author)
        return self._claims

    @property
    def claim_count(self) -> int:
        """How many claims it has."""
        return 0 if self._claims is None else len(self._claims.claims)

    def add_claim(self, given: dict[str, Any], today: date | None = None) -> Claim:
        """Check a claim and add it.

        Raises BadCase with its faults, UnknownName, AmbiguousName; IdClash where the source was loaded, or ships, or is another
        author's.
        """
        return self.claims().add(given, self.held.claims, today or datetime.now(UTC).date())

    def write(self, *, dry_run: bool = False) -> Added:
        """Write all of it.

        Raises BadRows with every row that cannot be read, and what `sync` raises; then nothing is written.
        """
        if not self.frames and self._claims is None:
            raise BadSource(f"{self.source}: there is nothing to add")
        reader = self._reader() if self.frames else None
        parts = None if reader is None else _Parts(MappedParts(reader), self)
        batch = self._batch(parts)
        try:
            changes = sync(self.engine, batch, dry_run=dry_run)
        except BadRows:
            assert reader is not None  # noqa: S101 -- only frames have rows
            assert reader.kept is not None  # noqa: S101
            raise BadRows(self.source, [(self._shown(*fault), fault[2]) for fault in reader.kept.faults]) from None
        claims = () if self._claims is None else tuple(self._claims.claims.values())
        if reader is None or parts is None:
            return Added(self.source, changes, None, claims)
        report = Report(
            self.source,
            reader.source.name,
            None,
            parts.made.ties,
            tuple(reader.accounts),
            tuple(reader.resolver.unresolved()),
            changes,
        )
        return Added(self.source, changes, report, claims, tuple(self._skipped(reader.kept)))

    def head(self, ties: int, *, types: tuple[str, ...] = ()) -> Any:
        """Return the source's node with so many ties."""
        own = {} if self._claims is None else self._claims.claims
        before = frozenset() if self.replace else self.held.claims
        new = self._claims is not None and not (own and self._claims.again.issuperset(own))
        return head(
            self.source,
            self.held,
            self._about_kept(),
            author=None if self._claims is None else self._claims.author,
            ties=ties,
            claims=len({*before, *own}),
            types=types,
            today=datetime.now(UTC).date() if new else None,
        )

    def _check_author(self, given: str) -> None:
        """Refuse a second author: all that the source has already would become theirs.

        Raises IdClash.
        """
        before = None if self.replace else author_of(self.engine, self.held)
        if before is None or given in before or self._author_id(given) == self._author_id(before[0]):
            return
        raise IdClash(
            f"{self.source} is a source of {before[1]}, and {given} cannot be its author too",
            hint=f"give another source id, or the same author: {before[1]!r}",
        )

    def _author_id(self, named: str) -> str:
        try:
            return OwnClaims(self.engine, self.source, named).author
        except (UnknownName, AmbiguousName):
            return named

    def _about_kept(self) -> About:
        """Return what the source says of itself; its author, who is the same, as it was written at first."""
        props = {} if self.replace else self.held.props
        if props.get("author") is None:
            return self.about
        kept = props["author"] if self._claims is None else props.get("coder")
        return self.about if kept is None else replace(self.about, author=str(kept))

    def _batch(self, parts: _Parts | None) -> Batch:
        if self._claims is None:
            return Batch(self.source, parts=parts or (), adds=not self.replace)
        own = self._claims
        edges = [edge for claim in own.claims.values() for edge in claim.edges()]
        made = {str(edge.props["id"]) for edge in edges if "id" in edge.props}
        before = frozenset() if self.replace else self.held.ties
        nodes = [*own.nodes.values(), *(claim.node() for claim in own.claims.values())]
        if parts is not None:
            parts.made_by_claims = frozenset(made)
        nodes.append(self.head(len({*before, *made})))
        return Batch(self.source, nodes, edges, parts or (), adds=not self.replace)

    def _reader(self) -> SourceReader:
        about = declaration(self.source, with_held(self.about, self.held), self.frames)
        paths = {kind.name: Path(kind.name) for kind in about.file}
        given = {
            paths[kind.name]: table_of(ties.frame, ties.columns())
            for kind, ties in zip(about.file, self.frames, strict=True)
        }
        decided = Decisions(decisions_file(None)).of(self.source)
        return SourceReader(
            about,
            Resolver(crosswalk(), about.names, decided),
            RowFilter(),
            {name: [path] for name, path in paths.items()},
            about.version,
            about.covers_since,
            about.covers_until,
            given=given,
            kept=KeptRows(),
        )

    def _row(self, table: str, line: int, what: str) -> tuple[int, Any]:  # noqa: ARG002 -- as they are kept
        number = 0 if table == FRAME else int(table.removeprefix(f"{FRAME}_")) - 1
        return number, label_of(self.frames[number].frame, line)

    def _shown(self, table: str, line: int, what: str) -> str:
        number, label = self._row(table, line, what)
        return str(label) if len(self.frames) == 1 else f"{label} of frame {number + 1}"

    def _skipped(self, kept: KeptRows | None) -> Iterator[tuple[int, Any, str]]:
        for fault in () if kept is None else kept.skipped:
            yield (*self._row(*fault), fault[2])


class _Parts:
    """What frames say, with the node of the source as it is once all is added."""

    def __init__(self, made: MappedParts, draft: SourceDraft) -> None:
        self.made = made
        self._draft = draft
        self.made_by_claims: frozenset[str] = frozenset()

    def __iter__(self) -> Iterator[Part]:
        """Return the parts; the last one is the source's node."""
        draft = self._draft
        before = frozenset() if draft.replace else draft.held.ties
        plain = draft.held.kind is None and draft._claims is None  # noqa: SLF001 -- one module
        new = 0
        for part in self.made:
            if isinstance(part, Ties):
                new += sum(tie_id not in before for tie_id in part.ids) if before else len(part)
                yield part
            elif plain or part[0].label != "Source":
                yield part
            else:
                total = len({*before, *self.made_by_claims}) + new
                yield [
                    draft.head(total, types=tuple(sorted({each for ties in draft.frames for each in ties.tie.types})))
                ]
