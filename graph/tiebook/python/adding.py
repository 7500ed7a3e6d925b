"""Adding ties of a data frame, and claims of your own, as a source that is checked and loaded like any other."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from inspect import signature
from reprlib import repr as shortened
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self

from tiebook.errors import UsageError
from tiebook.python.calls import checked
from tiebook.python.connected import Connected, day_of
from tiebook.python.loaded import Loaded, in_words
from tiebook.support.numbers import counted

if TYPE_CHECKING:
    import pandas as pd

    from tiebook.engine import Engine
    from tiebook.own_data.source_draft import Added, SourceDraft

End = str | Mapping[str, Any]
_SHOWN = 20  # rows in an account
_LISTS = ("holder", "by", "regarding", "via", "about")  # fields of a claim


class Draft:
    """A source in the making, as `graph.draft_source` returns it: nothing is written before the end of `with`.

    written -- the account, once it is written
    """

    def __init__(self, draft: SourceDraft, *, dry_run: bool = False) -> None:
        """Wrap a draft; see `Graph.draft_source`."""
        self._draft = draft
        self._dry_run = dry_run
        self.written: Loaded | None = None

    def __repr__(self) -> str:
        """Return what is in it so far, or the account."""
        if self.written is not None:
            return repr(self.written)
        held = f"{counted(len(self._draft.frames), 'frame')} and {counted(self._draft.claim_count, 'claim')}"
        return f"<draft of {self._draft.source}: {held}, nothing is written yet>"

    @checked
    def add_ties(
        self,
        frame: pd.DataFrame,
        type: str | Mapping[str, Any],  # noqa: A002 -- as a [[tie]] calls it
        *,
        from_: End = "from",
        to: End = "to",
        record: str | Iterable[str] = (),
        since: str | Iterable[str] = (),
        until: str | Iterable[str] = (),
        dates: str | None = None,
        sign: int | Mapping[str, Any] | None = None,
        value: str | None = None,
        unit: str | None = None,
        gloss: str = "",
        mechanism: str | None = None,
        quote: str | None = None,
        where: Mapping[str, Any] | Iterable[Mapping[str, Any]] = (),
        missing: Iterable[str] = (),
        names: Mapping[str, str] | None = None,
    ) -> None:
        """Add the ties of a frame's rows to the draft; for the arguments, see `Graph.add_ties`."""
        from tiebook.own_data.frame_source import FrameTies, tie_map  # noqa: PLC0415 -- pydantic is heavy

        if gloss and gloss in getattr(frame, "columns", ()):
            raise UsageError(
                f"gloss={gloss!r} gives every row the same text", hint=f"gloss='{{{gloss}}}' is the text of the column"
            )
        tie = tie_map(
            type,
            from_,
            to,
            record=_several(record),
            since=_several(since),
            until=_several(until),
            dates=dates,
            sign=sign,
            value=value,
            unit=unit,
            gloss=gloss,
            mechanism=mechanism,
            quote=quote,
            where=where if isinstance(where, Mapping) else list(where),
            missing=frozenset(missing),
        )
        self._draft.add_ties(FrameTies(frame, tie, names or {}))

    @checked
    def add_claim(
        self, says: str | None = None, *, quote: str, said_on: date | str | None = None, **fields: Any
    ) -> str:
        """Add a claim to the draft, and return its id; for the arguments, see `Graph.add_claim`."""
        day = None if said_on is None else str(said_on)
        given = {
            "says": says,
            "quote": quote,
            "said_on": day,
            **{name.rstrip("_"): each for name, each in fields.items()},
        }
        return self._draft.add_claim({name: _plain(name, value) for name, value in given.items()}).id

    @checked
    def add_entity(self, name: str, kind: str, *, label: str = "Actor", **fields: Any) -> str:
        """Declare an actor (or with `label` an Instrument, Event, Place, Factor or Issue) that is not known yet; return its id.

        kind -- one of the codebook: State, Organization, Person...
        fields -- aliases, note, date, id

        Raises UsageError for a kind that the codebook does not have.
        """
        return self._draft.claims().declare(name, kind, label=label, **fields)

    def __enter__(self) -> Self:
        """Return itself."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Write all of it, or nothing if the block ended with an error.

        Raises BadRows with the faults of frames by row, and what a load raises; then nothing is written.
        """
        if kind is None:
            self.written = told(self._draft.write(dry_run=self._dry_run), self._draft.engine, dry_run=self._dry_run)


class Adding(Connected):
    """The part of a graph that adds ties and claims of your own."""

    def draft_source(
        self,
        source: str,
        *,
        name: str | None = None,
        title: str | None = None,
        author: str | None = None,
        citation: str | None = None,
        licence: str | None = None,
        universe: str | None = None,
        note: str | None = None,
        url: str | None = None,
        covers_since: date | str | None = None,
        covers_until: date | str | None = None,
        replace: bool = False,
        dry_run: bool = False,
    ) -> Draft:
        """Begin a source of your own; it is written at the end of `with`, all of it or nothing.

            with graph.draft_source("mine", author="Jane Doe") as mine:
                mine.add_ties(frame, "COOPERATES_WITH", from_="a", to="b", since="year")
                mine.add_claim("china SELLS_ARMS_TO iran", quote="I hold that it will", mode="expected", by="china")
            print(mine.written)

        source -- its id: small letters, digits and _
        author -- who makes its claims: an actor that is known, or a name; by default your account's. A source has one author
        name, title, citation, licence, universe, note, url -- how an answer shows and cites it; what is not said stays as it was
        covers_since, covers_until -- the window of ties of frames; open ones are unknown after its end
        replace -- what the source has in the graph and this does not say goes; else all of that stays
        dry_run -- only check, and tell what would change

        Raises IdClash if the id is another source's: nothing is added to what was loaded, or ships, nor to another author's.
        """
        from tiebook.own_data.frame_source import About  # noqa: PLC0415
        from tiebook.own_data.source_draft import SourceDraft  # noqa: PLC0415
        from tiebook.support.account import account_name  # noqa: PLC0415

        about = About(
            name=name,
            title=title,
            author=author,
            citation=citation,
            licence=licence,
            universe=universe,
            note=note,
            url=url,
            covers_since=day_of(covers_since, "covers_since"),
            covers_until=day_of(covers_until, "covers_until"),
        )
        return Draft(SourceDraft(self.engine, source, about, author or account_name(), replace), dry_run=dry_run)

    def add_ties(
        self,
        frame: pd.DataFrame,
        type: str | Mapping[str, Any],  # noqa: A002 -- as a [[tie]] calls it
        *,
        source: str,
        from_: End = "from",
        to: End = "to",
        record: str | Iterable[str] = (),
        since: str | Iterable[str] = (),
        until: str | Iterable[str] = (),
        dates: str | None = None,
        sign: int | Mapping[str, Any] | None = None,
        value: str | None = None,
        unit: str | None = None,
        gloss: str = "",
        mechanism: str | None = None,
        quote: str | None = None,
        where: Mapping[str, Any] | Iterable[Mapping[str, Any]] = (),
        missing: Iterable[str] = (),
        names: Mapping[str, str] | None = None,
        replace: bool = False,
        dry_run: bool = False,
        **about: Any,
    ) -> Loaded:
        """Add a tie for each row of a frame to a source, checked as a load checks a table, and return the account.

        type -- of the ties; by a column: `{"column": "sign", "values": {"1": "SUPPORTS", "-1": "OPPOSES"}}`
        source -- the id of the source: your own, which is made where there is none
        from_, to -- the columns with the names of both ends, or as a `[[tie]]` says it: `{"column": "ccode1", "system": "cow"}`,
            `{"column": "group", "kind": "ArmedGroup"}` (makes unknown names actors), `{"actor": "united-states"}`
        record -- columns that make a row's key: the same key again is the same tie. Without it the number of the row
        since, until -- a column with dates (EDTF: 2015, 2015-10...; days as pandas has them), or three: year, month, day
        dates -- the form of other dates, as strptime has it
        sign, value, unit, gloss, mechanism, quote, where, missing -- as in a `[[tie]]`: docs/add-a-source.md. A gloss has
            columns in braces: `"{note}"`
        names -- spellings that only this frame has: `{"Ceylon": "sri-lanka"}`
        replace, dry_run, and name, title, citation... -- as in `draft_source`

        It is all or nothing. `Loaded.rows` has the rows that make no tie, by the label of the frame's index, and why.

        Raises BadRows with every row that cannot be read, BadSource for a column that is not there, UnknownName, UsageError.
        """
        takes = signature(Adding.draft_source).parameters
        for name in about:
            if name not in takes:
                raise UsageError(f"add_ties has no argument {name!r}", hint="help(graph.add_ties) lists them")
        draft = self.draft_source(source, replace=replace, dry_run=dry_run, **about)
        with draft:
            draft.add_ties(
                frame,
                type,
                from_=from_,
                to=to,
                record=record,
                since=since,
                until=until,
                dates=dates,
                sign=sign,
                value=value,
                unit=unit,
                gloss=gloss,
                mechanism=mechanism,
                quote=quote,
                where=where,
                missing=missing,
                names=names,
            )
        assert draft.written is not None  # noqa: S101 -- it was written, or has raised
        return draft.written

    def add_claim(
        self,
        says: str | None = None,
        *,
        quote: str,
        source: str,
        author: str | None = None,
        disputes: str | None = None,
        said_on: date | str | None = None,
        dry_run: bool = False,
        **fields: Any,
    ) -> Loaded:
        """Add one claim of your own to a source of your own, checked as a coded article is, and return the account.

            graph.add_claim("china SELLS_ARMS_TO iran", quote="I expect a sale by 2027", source="mine", mode="expected", by="china")
            graph.add_claim(disputes="p25-iran", quote="overtaken by the agreement of 2023", source="hers", author="Jane Doe")

        says -- FROM TIE TO, each one word: ids, or names without spaces; or the fields `from_`, `tie` and `to`
        quote -- your words: what you hold, and why
        source -- the id of your source, which is made where there is none
        author -- who holds it: an actor that is known, or a name; by default your account's
        disputes -- a claim (its id, also short) that you say does not hold: the new one says the same, as disputed by you
        said_on -- the day; by default today
        fields -- of a claim: mode, negated, since, until, regarding, factor, holder, by, about... (docs/case-format.md)

        The same claim in the same words again changes nothing.

        Raises BadCase with every fault, UnknownName, AmbiguousName, UsageError; IdClash where the source was loaded, or ships, or
        is another author's.
        """
        draft = self.draft_source(source, author=author, dry_run=dry_run)
        with draft:
            draft.add_claim(says, quote=quote, said_on=said_on, disputes=disputes, **fields)
        assert draft.written is not None  # noqa: S101 -- it was written, or has raised
        return draft.written


def told(added: Added, engine: Engine, *, dry_run: bool = False) -> Loaded:
    """Return the account of what was added."""
    said: list[str] = []
    if added.report is not None:
        said += [line for account in added.report.accounts for line in account.lines()]
        lost = [each.text for each in added.report.unresolved]
        if lost:
            shown = ", ".join(map(repr, lost[:_SHOWN])) + (", ..." if len(lost) > _SHOWN else "")
            count = "1 name or code matches" if len(lost) == 1 else f"{len(lost):,} names or codes match"
            said.append(f"{count} no known actor; names={{...}} decides: {shown}")
    said += [f"  row {row}: {reason}" for _, row, reason in added.skipped[:_SHOWN]]
    if len(added.skipped) > _SHOWN:
        said.append(f"  and {len(added.skipped) - _SHOWN:,} more rows: .rows has them all")
    said += [f"{claim.id}: {claim.gloss}" for claim in added.claims]
    said.append(f"{added.source}: {in_words(added.changes, dry_run=dry_run)} in {engine.place}")
    rows = tuple((row, reason) for _, row, reason in added.skipped)
    return Loaded((added.source,), added.changes, tuple(said), added.report, rows=rows, claims=added.claims)


def _several(given: str | Iterable[str]) -> list[str]:
    return [given] if isinstance(given, str) and given else list(given)


def _plain(name: str, value: Any) -> Any:
    """Return the value of a claim's field as a case has it.

    Raises UsageError for an object that no file of a case could hold.
    """
    if isinstance(value, date):
        return value.isoformat()[:10]  # a moment of pandas means its day
    if isinstance(value, list | tuple) and name in _LISTS:
        return list(value)
    if value is not None and not isinstance(value, str | bool | int | float):
        kinds = "text, a number, a day, True or False" + (" or a list of texts" if name in _LISTS else "")
        raise UsageError(f"add_claim: {name} must be {kinds}, not {shortened(value)}")
    return value
