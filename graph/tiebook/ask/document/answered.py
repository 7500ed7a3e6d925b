"""What a question found: its rows, and what was searched and read beside them. A document is composed of it."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, ClassVar, Final, NamedTuple, Self

from tiebook.ask.document.facts import Fact
from tiebook.ask.document.structure import AlsoSaid
from tiebook.engine.base import Table

if TYPE_CHECKING:
    from tiebook.ask.coverage import Searched
    from tiebook.ask.groups import Group

_NONE: Final[Mapping[str, Any]] = MappingProxyType({})


class Parts(NamedTuple):
    """What an answer's document is made of beside its rows.

    name, shows, group, strongest_first, noun -- of the question; nothing of an ad-hoc query
    by_end -- the headings are actors of whom none was named, one end of each tie
    counted -- columns of lists of which the document has the number of items; all of them where every column is wanted
    flat -- the rows are somebody's own query: every column is shown as it is
    qualified -- the rows are claims or ties that no stored question found: data have their marks too
    facts -- what qualifies the claims and ties that the rows name, by their ids
    shorts -- short ids of claims
    elsewhere -- what other questions hold of the same ends
    spoken_of -- claims about what an empty answer was asked about
    related -- what is found the other way round, or of actors that are related to a group of which nothing was found
    denied_here -- ties that hold by others, though the answer is about denials of them
    undated -- ties that it leaves out because they state no date
    nothing -- what is said where there are no rows, of a list that is not of claims
    """

    name: str | None = None
    shows: tuple[str, ...] = ()
    group: str | None = None
    by_end: bool = False
    strongest_first: bool = False
    noun: str = "row"
    counted: tuple[str, ...] = ()
    flat: bool = False
    qualified: bool = False
    facts: Mapping[str, Fact] = _NONE
    shorts: Mapping[str, str] = _NONE
    also_said: tuple[AlsoSaid, ...] = ()
    elsewhere: str | None = None
    spoken_of: str | None = None
    related: str | None = None
    denied_here: str | None = None
    undated: str | None = None
    nothing: str | None = None
    command: str | None = None
    also_command: str | None = None


_NO_PARTS: Final = Parts()


class Answered:
    """The rows of an answer, in order. `parameters` are as resolved: ids of actors, dates as dates.

    searched -- the sources that could hold it, where it is empty, names days, or its coverage was asked for
    groups -- the groups that were taken as their members
    notes -- of an ad-hoc query: names in it that can match nothing
    unsettled -- loads went on all the time that it was read, on a server: it may mix what was before and after
    parts -- what its document is made of beside the rows

    A plain class: it is made at each start, and a dataclass takes a hundred times as long to make.
    """

    FIELDS: ClassVar[tuple[str, ...]] = (
        *("title", "question", "cypher", "parameters", "table", "receipt_columns", "searched", "groups"),
        *("unsettled", "parts", "notes"),
    )
    __slots__ = FIELDS

    def __init__(
        self,
        title: str,
        question: str,
        cypher: str,
        parameters: dict[str, Any],
        table: Table,
        *,
        receipt_columns: tuple[str, ...] = (),
        searched: "tuple[Searched, ...]" = (),
        groups: "tuple[Group, ...]" = (),
        unsettled: bool = False,
        parts: Parts = _NO_PARTS,
        notes: tuple[str, ...] = (),
    ) -> None:
        self.title = title
        self.question = question
        self.cypher = cypher
        self.parameters = parameters
        self.table = table
        self.receipt_columns = receipt_columns
        self.searched = searched
        self.groups = groups
        self.unsettled = unsettled
        self.parts = parts
        self.notes = notes

    def replaced(self, **changes: Any) -> Self:
        """Return the answer with other values in some fields."""
        own = {name: getattr(self, name) for name in self.FIELDS}
        return type(self)(**own | changes)

    @property
    def columns(self) -> tuple[str, ...]:
        """Names of all columns."""
        return self.table.columns

    @property
    def rows(self) -> list[tuple[Any, ...]]:
        """The rows, as tuples in the order of the columns."""
        return self.table.rows

    def __eq__(self, other: object) -> bool:
        """Return whether the other has the same in each field."""
        if type(other) is not type(self):
            return NotImplemented
        return all(getattr(self, name) == getattr(other, name) for name in self.FIELDS if name[0] != "_")

    __hash__ = None  # type: ignore[assignment]  # the values of its parameters are in a dict

    def __len__(self) -> int:
        """Count the rows."""
        return len(self.table.rows)

    def __iter__(self) -> Iterator[dict[str, Any]]:
        """Return each row as a dict by column."""
        return self.table.records()

    @property
    def unanswerable(self) -> bool:
        """Return whether a stored question found nothing because no loaded source could hold what it asks for."""
        own = self.parts.nothing is None and not self.notes and self.parts.name is not None
        return own and not self.table.rows and not self.searched

    def not_found(self) -> str:
        """Return that nothing was found, and where was looked: not coded is not the same as no tie."""
        if self.parts.nothing is not None:
            return self.parts.nothing
        if self.notes:
            return "\n".join(["No row: that says nothing about what is coded.", *self.notes])
        if not self.searched:
            return "Nothing coded answers this: no loaded source could. tiebook sources lists those that can be loaded."
        if self.parts.undated:
            outside = [source.line("none identified in") for source in self.searched if source.reach != "covered"]
            return "\n".join(["Nothing coded with a date answers this.", self.parts.undated, *outside])
        places = "\n".join(source.line("none identified in") for source in self.searched)
        return f"Nothing coded answers this.\n{places}\nNot coded does not mean that there is no such tie."

    def coverage(self) -> str:
        """Return, for each source that could hold the answer, what it covers, and what its makers say of its limits."""
        return "\n".join(["Searched:", *(source.line("in", note=True) for source in self.searched)])

    def outside(self) -> str:
        """Name the sources whose days do not reach those that were asked for; empty where there are none."""
        names = [f"{source.name} ({source.window})" for source in self.searched if source.reach in ("outside", "gaps")]
        say = "say" if len(names) > 1 else "says"
        return f"Outside the coverage of {', '.join(names)}, which {say} nothing about these days." if names else ""
