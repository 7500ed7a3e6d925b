"""What a load did: its account, for a case, a data set and an exported graph."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from html import escape
from pathlib import Path
from shlex import quote
from typing import TYPE_CHECKING, Any

from tiebook.support.numbers import counted
from tiebook.sync.sync import Changes

if TYPE_CHECKING:
    from tiebook.case import Case, Text
    from tiebook.engine import Engine
    from tiebook.model.records import Claim
    from tiebook.sources.report import Report
    from tiebook.sources.row_filter import RowFilter
    from tiebook.sync.progress import Progress


@dataclass(frozen=True, slots=True, repr=False)
class Loaded:
    """What a load did: its account, as the command line prints it.

    source -- the id of the source; several where an exported graph was loaded
    changes -- how many nodes and edges were created, changed, removed and left as they were
    report -- of a data set or frame: what became of every record, and which names mean nobody
    case -- of a coded article: the case as checked
    rows -- of a frame: the rows that make no tie, each as (label in the frame's index, reason)
    claims -- those that were added one by one
    """

    source: tuple[str, ...]
    changes: Changes
    said: tuple[str, ...]
    report: Report | None = None
    case: Case | None = None
    rows: tuple[tuple[Any, str], ...] = ()
    claims: tuple[Claim, ...] = ()
    by_source: Mapping[str, Changes] = field(default_factory=dict)

    def lines(self) -> list[str]:
        """Return the account in lines."""
        return list(self.said)

    def unresolved(self) -> list[str]:
        """Return the names and codes that match no known actor."""
        return [] if self.report is None else [each.text for each in self.report.unresolved]

    def __repr__(self) -> str:
        """Return the account."""
        return "\n".join(self.said)

    def _repr_html_(self) -> str:
        """Return the account, every text escaped."""
        return f"<pre>{escape(repr(self))}</pre>"


def case_loaded(engine: Engine, folder: Path, text: Text | None, *, dry_run: bool = False) -> Loaded:
    """Load a coded article.

    Raises what `load_case` does.
    """
    from tiebook.draft.store import open_proposals  # noqa: PLC0415
    from tiebook.sync.cases import load_case  # noqa: PLC0415

    case, changes = load_case(engine, folder, text, dry_run=dry_run)
    verified = (
        f"{counted(sum(case.quotes.values()), 'quote')} verified"
        if case.quotes
        else "quotes not verified: no text was given"
    )
    said = [f"Note: {note}" for note in case.notes]
    what = in_words(changes, dry_run=dry_run)
    said.append(f"{case.source.name}: {counted(len(case.claims), 'claim')} ({verified}); {what} in {engine.place}")
    waiting = len(open_proposals(folder))
    if waiting:
        are = "proposal is open and was" if waiting == 1 else "proposals are open and were"
        said.append(f"{waiting} {are} not loaded: tiebook review {quote(str(folder))}")
    return Loaded((case.id,), changes, tuple(said), case=case)


def dataset_loaded(
    engine: Engine,
    named: str,
    files: list[Path],
    wanted: RowFilter,
    *,
    decisions: Path | None = None,
    encoding: str | None = None,
    dry_run: bool = False,
    replace: bool = False,
    again: bool = False,
    progress: Progress | None = None,
) -> Loaded:
    """Load a data set; names that match no actor are stored beside the decisions, for the page that asks about them.

    Raises what `load_dataset` does.
    """
    from tiebook.crosswalk.decisions import decisions_file  # noqa: PLC0415
    from tiebook.crosswalk.missed_names import keep_missed  # noqa: PLC0415
    from tiebook.sources.datasets import load_dataset  # noqa: PLC0415

    report = load_dataset(
        engine,
        named,
        files,
        wanted,
        decisions=decisions,
        encoding=encoding,
        dry_run=dry_run,
        replace=replace,
        again=again,
        progress=progress,
    )
    if not dry_run and not report.repeated:
        keep_missed(decisions_file(decisions), report.source, report.unresolved)
    return reported(report, engine.place, dry_run=dry_run)


def reported(report: Report, place: str, *, dry_run: bool = False) -> Loaded:
    """Return what a load of records did."""
    release = f" {report.version}" if report.version else ""
    last = (
        f"{report.name}{release}: {counted(report.ties, 'tie')}; {in_words(report.changes, dry_run=dry_run)} in {place}"
    )
    return Loaded((report.source,), report.changes, (*report.lines(), last), report)


def exchange_loaded(engine: Engine, path: Path, *, dry_run: bool = False) -> Loaded:
    """Load an exported graph.

    Raises what `load_exchange` does.
    """
    from tiebook.export.read_back import load_exchange  # noqa: PLC0415

    changed = load_exchange(engine, path, dry_run=dry_run)
    said = (f"{name}: {in_words(changes, dry_run=dry_run)} in {engine.place}" for name, changes in changed.items())
    return Loaded(tuple(changed), sum(changed.values(), Changes()), tuple(said), by_source=changed)


def in_words(changes: Changes, *, dry_run: bool = False) -> str:
    """Return what was changed, or would be."""
    verb = "would be" if dry_run else "were"
    if changes.nothing:
        return "nothing changed"
    if changes.created == 1:
        verb = verb.replace("were", "was")
    return (
        f"{nodes_and_edges(changes.created)} {verb} created, {changes.changed:,} changed, {changes.removed:,} removed"
    )


def nodes_and_edges(number: int) -> str:
    """Return a number of nodes and edges in words."""
    return counted(number, "node or edge", "nodes and edges")
