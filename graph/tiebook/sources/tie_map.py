"""[[tie]] of a declaration: which columns of a row make which tie. How to write one: docs/add-a-source.md."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from itertools import product
from typing import Annotated, Final, Literal, Self

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, field_validator, model_validator

from tiebook.model.codebook import codebook
from tiebook.tables.cells import number_of
from tiebook.tables.days import counts

LEFT_OUT: Final = "no [[tie]] takes it"
_TRUTHS: Final = frozenset(("true", "false"))
_DECIMALS: Final = re.compile(r"\.(?:00?|0{4,})$", re.ASCII)
BETWEEN_COLUMNS: Final = "\x1f"  # between the names of several columns, as no cell has it
SIGNS: Final = frozenset({"+", "-"})  # of numbers
CodeSystem = Literal["iso3", "iso2", "iso_num", "cow", "cow_abbrev", "gw", "cameo"]
System = Literal["name"] | CodeSystem


class _Part(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


def _several(value: object) -> object:
    return value if isinstance(value, (list, tuple)) else [value]


Texts = Annotated[tuple[str, ...], BeforeValidator(_several)]  # one text, or a list of them


class ByValue(_Part):
    """What the cell of a column makes of its row: `{column = "sign", values = {"-1" = "OPPOSES", "1" = "SUPPORTS"}}`.

    The values "+" and "-" stand for every number above and below 0.
    """

    column: str
    values: dict[str, str | int]


class Words(_Part):
    """What every row says: `{words = "effective leader"}`."""

    words: str


class Code(_Part):
    """A column with codes, beside the one with names; `split` parts several in a cell."""

    column: str
    system: CodeSystem
    split: str | None = None


class Number(_Part):
    """A column with the numbers that a source has for its actors, and what their ids begin with: `ucdp` makes `ucdp-1234`."""

    column: str
    of: Annotated[str, Field(pattern="^[a-z0-9_]+$")]


class Column(_Part):
    """How a tie's end is found in a row: a column with names, or with codes of a system; or one end for every row.

    columns -- several such columns, each with one name or none: the row names all of them, as a cell with `split` does
    kind -- a name that is not a known actor of this kind becomes one, the source's own; without it such a name is unresolved
    kinds -- other kinds by the value of another column
    code -- another column with codes: where it has one, the code counts and not the name
    number -- another column with the source's numbers: names with one number are one actor, the source's own
    actor -- the id of the actor that stands at this end of every row
    issue, name -- the indicator that stands there, of a table that gives actors a value, and what it is called, if not so
    """

    column: str = ""
    columns: tuple[str, ...] = ()
    system: System = "name"
    split: str | None = None
    kind: str | None = None
    kinds: ByValue | None = None
    code: Code | None = None
    number: Number | None = None
    actor: str | None = None
    issue: str | None = None
    name: str = ""

    @property
    def label(self) -> str:
        """The label of what stands at this end."""
        return "Actor" if self.issue is None else "Issue"

    @field_validator("kind")
    @classmethod
    def _known_kind(cls, value: str | None) -> str | None:
        if value is not None and value not in codebook().actor_kinds:
            raise ValueError(f"the codebook has no kind of actor {value!r}")
        return value

    @model_validator(mode="before")
    @classmethod
    def _several_columns(cls, value: object) -> object:
        if not isinstance(value, dict) or not value.get("columns") or value.get("split") == BETWEEN_COLUMNS:
            return value
        more = [key for key in ("column", "split", "code", "number", "kinds") if value.get(key)]
        if more:
            raise ValueError(f"`columns` holds a name or code in each, without `{more[0]}`")
        columns = value["columns"]
        if not isinstance(columns, (list, tuple)) or len(set(columns)) != len(columns) or len(columns) == 1:
            raise ValueError("`columns` is a list of two or more different columns")
        return {**value, "column": columns[0], "split": BETWEEN_COLUMNS}  # read as a cell with several names

    @model_validator(mode="after")
    def _one_way(self) -> Self:
        if [bool(self.column), self.actor is not None, bool(self.issue)].count(True) != 1:
            raise ValueError("an end is a `column`, or one `actor` or one `issue` for every row")
        if self.kind and self.system != "name":
            raise ValueError("`kind` is for names, not for codes")
        if self.name and self.issue is None:
            raise ValueError("`name` is that of an `issue`")
        if self.kind is None and (self.kinds or self.number):
            raise ValueError("`kinds` and `number` are for names that become actors: they need a `kind`")
        return self

    @model_validator(mode="after")
    def _known_kinds(self) -> Self:
        for kind in self.kinds.values.values() if self.kinds else ():
            self._known_kind(str(kind))
        return self

    @property
    def beside(self) -> tuple[str, ...]:
        """The other columns that it reads."""
        return tuple(each.column for each in (self.kinds, self.code, self.number) if each)


class Where(_Part):
    """Which rows make a tie: those whose cell in a column is one of some texts, or none of them, or says something.

    known -- the cell is not blank, and no code for missing
    above -- the cell is a number above this one
    signs -- the cell may also be a number with this sign, "+" or "-"; what goes by value says it so
    reason -- what the account says of the rows that are left out
    """

    column: str
    cells: Annotated[Texts, Field(alias="is")] = ()
    but: Annotated[Texts, Field(alias="is_not")] = ()
    known: Literal[True] | None = None
    above: float | None = None
    signs: tuple[Literal["+", "-"], ...] = ()
    reason: str = LEFT_OUT

    @model_validator(mode="after")
    def _one_test(self) -> Self:
        if [bool(self.cells), bool(self.but), self.known is not None, self.above is not None].count(True) != 1:
            raise ValueError("`where` takes one of `is`, `is_not`, `known` and `above`")
        return self

    def takes(self, cell: str, missing: Collection[str]) -> bool:
        """Return whether a row with this cell makes a tie.

        "1.0" is "1", as programs write it where a column has blanks, and TRUE of a spreadsheet is true, or True of pandas.

        missing -- cells that say nothing
        """
        if self.above is not None:
            number = number_of(cell)
            return number is not None and number > self.above
        if self.known:
            return cell not in missing
        texts = self.cells or self.but
        there = cell in texts or _plain(cell) in texts or _is_truth_among(cell, texts)
        if self.signs and not there and (cell not in missing or cell.removesuffix(".0") == "-1"):
            number = number_of(cell)
            there = number is not None and number != 0 and ("+" if number > 0 else "-") in self.signs
        return there if self.cells else not there


def _is_truth_among(cell: str, texts: Collection[str]) -> bool:
    """Return whether a cell is a truth value that stands among some texts, in capitals or not."""
    plain = cell.lower()
    return plain in _TRUTHS and any(text.lower() == plain for text in texts)


def _plain(cell: str) -> str:
    """Return a number as it is usually written, without +, decimals of zeros (1.000 may be 1000) and the minus of typesetters."""
    return _DECIMALS.sub("", cell.replace("\u2212", "-", 1)).removeprefix("+") or cell


class TieMap(_Part):
    """[[tie]]: a tie that every row of a kind of file makes, or every row that `where` takes.

    type, sign -- one for every row, or by the value of a column; rows with another value make no tie
    since, until -- a column with a date, or columns with year, month and day
    dates -- the form of dates that are not in EDTF, as Python's strptime has it ("%d %B %Y"), or several that do not
        contradict each other; or how they are counted ("days since 1899-12-30")
    missing -- cells that say nothing, beside the usual ones (NA, ., -9 ...)
    mechanism -- a column, or words by the value of one, or words for every row
    gloss -- with columns in braces, and with {from}, {to} and {mechanism}: the names of the ends, and what the mechanism is
    thousands -- the mark that divides the thousands of values
    scale -- the value stands on a scale on which -9 and the like are values: only `missing` and blanks say nothing there
    both -- every row makes a tie in each direction
    within -- rows whose dates only say between which days it was, not from when to when
    off -- by how many days the dates of a row may be off, by the value of a column
    """

    file: Texts
    type: str | ByValue
    source: Column = Field(alias="from")
    target: Column = Field(alias="to")
    sign: int | ByValue | None = None
    where: tuple[Where, ...] = ()
    record: tuple[str, ...] = ()
    since: Texts = ()
    until: Texts = ()
    dates: Texts = ()
    both: bool = False
    within: tuple[Where, ...] = ()
    off: ByValue | None = None
    missing: frozenset[str] = frozenset()
    gloss: str = ""
    value: str | None = None
    thousands: Literal[",", ".", " ", "'"] | None = None
    scale: bool = False
    unit: str | None = None
    mechanism: str | ByValue | Words | None = None
    quote: str | None = None

    @field_validator("where", "within", mode="before")
    @classmethod
    def _one_or_more(cls, value: object) -> object:
        return _several(value)

    @field_validator("dates")
    @classmethod
    def _forms(cls, value: tuple[str, ...]) -> tuple[str, ...]:
        wrong = next((form for form in value if "%" not in form and not counts(form)), None)
        if wrong is not None:
            raise ValueError(
                f'{wrong!r} is not a date format: write "%d/%m/%Y", or "days since 1899-12-30" as spreadsheets count'
            )
        return value

    @field_validator("off")
    @classmethod
    def _days(cls, value: ByValue | None) -> ByValue | None:
        for days in value.values.values() if value else ():
            if not isinstance(days, int) or days < 0:
                raise ValueError(f"`off` counts days: {days!r} is not a number of days")
        return value

    @model_validator(mode="after")
    def _known_signs(self) -> Self:
        signs = self.sign.values.values() if isinstance(self.sign, ByValue) else [self.sign]
        wrong = [sign for sign in signs if sign is not None and sign not in (-1, 0, 1)]
        if wrong:
            raise ValueError(f"a sign is -1, 0 or 1, not {wrong[0]!r}")
        return self

    @model_validator(mode="after")
    def _issue_is_an_end(self) -> Self:
        if self.target.issue and not self.value:
            raise ValueError("a tie to an issue needs a `value`")
        for type_ in self.types if self.source.issue or self.target.issue else ():
            known = codebook().ties.get(type_)
            if known and (self.source.issue or not {"Issue", "any"} & set(known.targets)):
                raise ValueError(f"no {type_} goes {'from' if self.source.issue else 'to'} an issue")
        return self

    @model_validator(mode="after")
    def _two_ends(self) -> Self:
        one, other = self.source, self.target
        if one.column and one.column == other.column and one.beside == other.beside and not self.pairs_within:
            raise ValueError(
                f"`from` and `to` both read {one.column!r}: every tie would be one of an actor with itself"
                " (if its cells name several actors, write both ends alike, with `split`)"
            )
        return self

    @property
    def pairs_within(self) -> bool:
        """Whether a cell names all actors of a record: each pair of them makes a tie."""
        return bool(self.source.split) and self.source == self.target

    @property
    def types(self) -> tuple[str, ...]:
        """The types of tie that rows make."""
        return tuple(map(str, self.type.values.values())) if isinstance(self.type, ByValue) else (self.type,)

    def columns(self) -> tuple[str, ...]:
        """Return the columns that it reads, but for those that its gloss names."""
        by_value = [each.column for each in (self.type, self.sign, self.mechanism) if isinstance(each, ByValue)]
        named = [
            self.source.column,
            self.target.column,
            *self.source.columns,
            *self.target.columns,
            *self.record,
            *self.since,
            *self.until,
            *by_value,
        ]
        named += [*self.source.beside, *self.target.beside, *(each.column for each in (*self.where, *self.within))]
        named += [each for each in (self.value, self.mechanism, self.quote) if isinstance(each, str)]
        named += [self.off.column] if self.off else []
        return tuple(dict.fromkeys(filter(None, named)))

    def plain(self) -> Iterator[TieMap]:
        """Return what it comes to: one [[tie]] for each type and sign, of the rows that have their values."""
        for (type_, *of_type), (sign, *of_sign) in product(_choices(self.type), _choices(self.sign)):
            yield self.model_copy(update={"type": type_, "sign": sign, "where": (*self.where, *of_type, *of_sign)})


def _choices(given: str | int | ByValue | None) -> Iterator[tuple[object, *tuple[Where, ...]]]:
    """Return each choice with the rows that make it: one for every row where nothing goes by value."""
    if not isinstance(given, ByValue):
        yield (given,)
        return
    for chosen in dict.fromkeys(given.values.values()):
        cells = tuple(cell for cell, value in given.values.items() if value == chosen)
        signs = tuple(cell for cell in cells if cell in SIGNS)
        yield chosen, Where.model_validate({"column": given.column, "is": cells, "signs": signs})
