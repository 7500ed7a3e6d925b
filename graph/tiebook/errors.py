"""What can go wrong for a user: one class for each failure, which says what, where and what to try."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import ClassVar, Final

NO_TEXT: Final = "the input has bytes that are not UTF-8 text"
NO_VALUE: Final = "the answer has a value that Python cannot represent (a year beyond 9999)"


class TiebookError(Exception):
    """An expected failure. `what` is one line; `where` a place such as file:line; `hint` what to try."""

    exit_code = 1

    def __init__(self, what: str, *, where: str | None = None, hint: str | None = None) -> None:
        super().__init__(what)
        self.what = what
        self.where = where
        self.hint = hint

    def __str__(self) -> str:
        """Return the message as shown to a user: `where: what (hint)`."""
        place = f"{self.where}: ".replace("\n", "\ufffd") if self.where else ""  # a file's name may break the line
        hint = f" ({self.hint})" if self.hint else ""
        return f"{place}{without_file(self.what, self.where)}{hint}"

    def _render_traceback_(self) -> list[str]:
        """Return what IPython and notebooks show for an expected failure: the message, and no trace."""
        return f"{type(self).__name__}: {self}".splitlines()


def without_file(what: str, where: str | None) -> str:
    """Return what is said of a place without the name of its file in front, which the place has already."""
    name = re.split(r"[/\\]", re.sub(r":\d+$", "", where or ""))[-1]
    return what.removeprefix(f"{name}: ") if name else what


class UsageError(TiebookError):
    """The request itself is wrong: an unknown name, a missing or superfluous parameter.

    `near` has the names that may have been meant; `parameter` is the one whose value is wrong, None where it is not known.
    """

    exit_code = 2

    def __init__(
        self, what: str, *, where: str | None = None, hint: str | None = None, near: Sequence[str] = ()
    ) -> None:
        super().__init__(what, where=where, hint=hint)
        self.near = tuple(near)
        self.parameter: str | None = None


@contextmanager
def value_of(parameter: str) -> Iterator[None]:
    """Let a UsageError that is raised inside tell which parameter's value was read."""
    try:
        yield
    except UsageError as error:
        error.parameter = parameter
        raise


class UnknownName(UsageError):
    """A name is not known; the nearest known ones are in the hint, and in `near` where a page can link them."""


class AmbiguousName(UsageError):
    """A name stands for several things, whose ids are in `near` where they are few."""


class BadDate(UsageError):
    """A date is not written in the supported part of EDTF, or does not exist."""


class BadQuestion(TiebookError):
    """A stored question's file breaks the format, or names what the codebook does not have."""


class BadCase(TiebookError):
    """A coded case has faults; `faults` lists every one, each as file:line: message."""

    def __init__(self, what: str, faults: list[str], *, hint: str | None = None) -> None:
        super().__init__(what, hint=hint)
        self.faults = faults

    def __str__(self) -> str:
        """Return the summary and every fault on a line of its own."""
        return "\n".join([super().__str__(), *(f"  {fault}" for fault in self.faults)])


class CaseChanged(TiebookError):
    """A case is no longer what it was when somebody began to change it: another window or an editor was quicker."""


class BadSource(TiebookError):
    """A source or data file is not there, or is not what it should be."""


class BadRows(BadSource):
    """Rows of a table cannot be read; `rows` has each with what is wrong."""

    def __init__(self, source: str, rows: Sequence[tuple[object, str]]) -> None:
        few = 20
        count = f"{len(rows):,} row{'s' if len(rows) > 1 else ''}"
        super().__init__(f"{source}: {count} cannot be read, nothing was added")
        self.rows = tuple(rows)
        self.faults = [f"row {row}: {what}" for row, what in rows[:few]]
        if len(rows) > few:
            self.faults.append(f"and {len(rows) - few:,} more")

    def __str__(self) -> str:
        """Return the summary and the first faults, each on a line of its own."""
        return "\n".join([super().__str__(), *(f"  {fault}" for fault in self.faults)])


class BadRecords(BadSource):
    """Records of a file cannot be read: the first with their lines, each on a line of its own, and how many more there are."""

    MOST: ClassVar[int] = 1000  # that are counted
    FURTHER: ClassVar[int] = 1_000_000  # records that are looked through for more, once there is one
    _SHOWN: ClassVar[int] = 10

    def __init__(self, faults: Sequence[tuple[str, str]], *, stopped: bool = False) -> None:
        """Set what is wrong and where, in the order of the file; stopped -- whether the rest of it was not looked through."""
        where, what = faults[0]
        super().__init__(what, where=where)
        self.stopped = stopped
        self.faults = tuple(f"{place}: {without_file(said, place)}" for place, said in faults)

    def __str__(self) -> str:
        """Return the first faults: with one, the line that any other error has."""
        shown = [super().__str__(), *(f"  {fault}" for fault in self.faults[1 : self._SHOWN])]
        left = len(self.faults) - self._SHOWN
        if left > 0:
            shown.append(f"  and {left:,} {'or more ' if self.stopped else ''}others")
        return "\n".join(shown)


class TextNotFound(TiebookError):
    """The text of a case is needed and not available, or is another text."""


class IdClash(TiebookError):
    """An id that a load brings is already used for something else."""


class DuplicateTie(TiebookError):
    """Two ties of one load carry the same id."""


class DatabaseMissing(TiebookError):
    """There is no database at the given place, or it holds nothing."""


class DatabaseLocked(TiebookError):
    """Another process is writing to the embedded database."""


class DatabaseDamaged(TiebookError):
    """The database file is not a readable Tiebook database."""


class MissingLibrary(TiebookError):
    """An optional library is needed that is not installed."""


class WouldLose(TiebookError):
    """A load would take out what the graph holds of a source's other files."""


class ModelMismatch(TiebookError):
    """The database was made by another version of the model."""


class ForeignGraph(TiebookError):
    """A server's database holds what is not Tiebook's and stands in the way."""


class DatabaseNotEmpty(TiebookError):
    """A backup is to be restored where something is already."""


class BadBackup(TiebookError):
    """A file is not a backup, or is damaged."""


class ServerUnreachable(TiebookError):
    """The Neo4j server does not answer."""


class LoginRefused(TiebookError):
    """The Neo4j server refuses the user name or password."""


class WriteRefused(TiebookError):
    """A statement is not a plain read query; only those are run."""


class QueryFailed(TiebookError):
    """The engine could not run a query."""


class LimitReached(TiebookError):
    """A query was ended at its time or memory limit."""


class StorageFailed(TiebookError):
    """The database could not be written: no room, no permission."""
