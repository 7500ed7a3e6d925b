"""The engine protocol: read a table, write in one transaction, close."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from typing import TYPE_CHECKING, Any, Final, NamedTuple, Protocol, TypeVar

from tiebook.errors import LimitReached

if TYPE_CHECKING:
    from tiebook.model.ties import Ties

Row = tuple[Any, ...]
Result = TypeVar("Result")


class Table(NamedTuple):
    """The rows of an answer. Values: None, bool, int, float, str, datetime.date, and lists and dicts of them."""

    columns: tuple[str, ...]
    rows: list[Row]
    truncated: bool = False  # there were more rows than were asked for

    def records(self) -> Iterator[dict[str, Any]]:
        """Return each row as a dict by column."""
        for row in self.rows:
            yield dict(zip(self.columns, row, strict=True))


MOST_ANSWER: Final = 128 << 20  # bytes of the answer to an ad-hoc query, about: more would fill the memory of who asked


class Limits(NamedTuple):
    """Hard limits of an ad-hoc query: seconds, rows, and (embedded engine) mebibytes of memory."""

    seconds: float = 30.0
    rows: int = 10_000
    memory_mib: int = 4096


def too_large() -> LimitReached:
    """Return the error for an answer that would fill the memory of who asked."""
    return LimitReached(
        f"the answer has more than {MOST_ANSWER >> 20} MiB",
        hint="ask for less: fewer rows (--rows), or parts of long values",
    )


class Writer(Protocol):
    """One open write transaction."""

    def run(self, cypher: str, params: Mapping[str, Any] | None = None) -> Table:
        """Run a statement inside the transaction."""
        ...

    def create(self, parts: Iterable[Ties]) -> int:
        """Create ties that are not there yet, by the engine's fastest way; return how many, fewer than given if an end is missing.

        Raises DuplicateTie for an id that is there, at once or at the end of the transaction.
        """
        ...

    def check_ids_last(self) -> None:
        """Leave the check that ids of ties are unique to the end of the transaction: many of them are going to change.

        The end raises DuplicateTie for an id that came twice. An engine to which that saves nothing checks at once.
        """
        ...

    def types_one_by_one(self) -> dict[str, int]:
        """Return the types of edges, with how many there are, where a statement for each is the fastest way to change them.

        An engine where it is not has none to return.
        """
        ...

    def delete(self, type_: str, ids: Sequence[str]) -> None:
        """Remove ties of one type by their ids, in the engine's fastest way."""
        ...

    def delete_nodes(self, match: str, params: Mapping[str, Any] | None = None) -> None:
        """Delete the nodes `n` that a MATCH finds, with their edges.

        Raises ForeignGraph if an edge that is not Tiebook's ends at one: it would be deleted too.
        """
        ...

    def bump(self) -> None:
        """Note, last of all, that the graph is another one: answers may be read while it is changed (`Engine.revision`)."""
        ...


class Engine(Protocol):
    """A graph database that holds one Tiebook graph."""

    name: str
    place: str  # where it is, as shown to a user; never with a password
    most_ties: int | None  # that one transaction can hold; None for any number
    workers: int  # transactions that may write at once
    seconds: float | None  # that a trusted read may take; None for any time

    def version(self) -> str:
        """Return the engine's own version."""
        ...

    def exists(self) -> bool:
        """Return whether a Tiebook graph is there."""
        ...

    def notice(self) -> str | None:
        """Return what is to be said of the database at its first use by a load: that it also holds what is not Tiebook's."""
        ...

    def others(self) -> int:
        """Return how many nodes the database holds that are not Tiebook's."""
        ...

    def unmarked(self) -> bool:
        """Return whether the graph was made by Tiebook 0.1 on a server, which did not mark its nodes as its own."""
        ...

    def adopt(self) -> bool:
        """Mark the nodes of such a graph; return whether there was one."""
        ...

    def revision(self, *, settled: bool = False) -> int | None:
        """Return a number that every load changes: an answer is of one state if the number is the same before and after it.

        settled -- wait until the last load is well over, for some seconds at most
        """
        ...

    def read(self, cypher: str, params: Mapping[str, Any] | None = None) -> Table:
        """Run a trusted read query in full; it cannot write. A missing parameter raises QueryFailed."""
        ...

    def read_untrusted(self, cypher: str, params: Mapping[str, Any] | None, limits: Limits) -> Table:
        """Run somebody's read query after the guard has passed it, in read-only mode and within hard limits."""
        ...

    def prepare(self) -> None:
        """Make constraints and indexes where they are missing, and note the version of the model."""
        ...

    def hold(self) -> AbstractContextManager[None]:
        """Cache what is read in the context until a write in it, where nothing but a file lies between the two.

        A file is then opened once for both, and nobody else can write in between. Where it cannot be opened for writing,
        reads are as ever, and a write says why.
        """
        ...

    def write(self, work: Callable[[Writer], Result]) -> Result:
        """Run `work` in one write transaction: committed and safe on disk on return, undone when it raises.

        `work` may run again after a passing fault (a deadlock, a changed leader), so it must keep no state outside.
        """
        ...

    def rehearse(self, work: Callable[[Writer], Result]) -> Result:
        """Run `work` as `write` does, where it ends by raising: where there is no graph yet, nothing is left of it."""
        ...

    def close(self) -> None:
        """Close files and connections."""
        ...
