"""What a data set says of itself: `loaders/<source>/source.toml`, checked. How to write one: docs/add-a-source.md."""

from __future__ import annotations

import re
import tomllib
import warnings
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Annotated, Final, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator, model_validator

from tiebook.crosswalk.own_actors import slug
from tiebook.errors import BadSource
from tiebook.model.codebook import codebook
from tiebook.model.records import Node, Props, without_none
from tiebook.sources.tie_map import TieMap
from tiebook.support.resources import resource_folder
from tiebook.support.small_files import read_text
from tiebook.support.suggest import nearest
from tiebook.support.toml import toml_of
from tiebook.support.toml_faults import toml_fault
from tiebook.tables import Shape
from tiebook.tables.encoding import known_encoding

DECLARATION: Final = "source.toml"
TO_DO: Final = "TO DO"  # begins what a draft leaves to its user
READER: Final = "read.py"
ID: Final = "^[a-z0-9_]+$"  # of a source, which is the name of its folder


class _Part(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


_QUICK: Final = re.compile(
    r"""(?:[^\\()\[\]{}*+?.|] | \\[dDwWsS] | \\[^a-zA-Z0-9] | \. | \[\^?(?:[^\\\]\[]|\\.)+\])"""
    r"""(?: (?P<open>[*+?]|\{\d{0,3},\d{0,3}\}) | \{\d{1,3}\} )?""",
    re.VERBOSE,
)
_MOST_OPEN: Final = 3  # repetitions in a pattern: with those, the time for a cell does not run away


def _check_quick(column: str, pattern: str) -> None:
    """Check that a pattern is matched quickly whatever a cell holds: a downloaded declaration may have one that is not.

    Raises ValueError for groups, repetitions of repetitions, and more than a few repetitions.
    """
    for part in pattern.split("|"):
        at = repetitions = 0
        while at < len(part):
            atom = _QUICK.match(part, at)
            if atom is None:
                raise ValueError(
                    f"the pattern of {column}: {part[at:][:20]!r} is not read here: only characters, classes such as \\d or [a-z],"
                    " after each of them ?, *, + or {n}, and | between alternatives"
                )
            repetitions += atom["open"] is not None
            at = atom.end()
        if repetitions > _MOST_OPEN:
            raise ValueError(f"the pattern of {column}: more than {_MOST_OPEN} repetitions (?, *, +) in {part[:40]!r}")


class Nodes(_Part):
    """The nodes of a file of edges, in a file of their own: `{file = "nodes", key = "Id", ends = ["Source", "Target"]}`.

    key -- the column of that file by which nodes are known; ends -- the columns of the edges that hold such keys
    """

    file: str
    key: str
    ends: Annotated[tuple[str, ...], Field(min_length=1)]


class FileKind(_Part):
    """[[file]]: one kind of file of the source, known by its columns."""

    name: Annotated[str, Field(pattern="^[a-z0-9_]+$")]
    what: str
    form: Literal["table", "json lines", "xml"] = "table"
    required: tuple[str, ...] = ()
    optional: tuple[str, ...] = ()
    header: tuple[str, ...] = ()
    others: dict[str, tuple[str, ...]] = {}
    delimiter: Annotated[str, Field(pattern=r'^[^"\r\n\x00]$')] | None = None
    quoted: bool = True
    preamble: str = ""
    exact: bool = False
    without: tuple[str, ...] = ()  # columns by which a similar file is told from it
    ended: bool = False
    filled: tuple[str, ...] = ()
    once: tuple[str, ...] = ()  # columns by which a record is known: of two alike, in all files, the first counts
    encoding: str | None = None  # of its files; without it UTF-8, a byte order mark, or what their words tell
    sheet: str | None = None  # of a workbook; without it the first
    years: str | None = None  # columns called by their year are rows, whose cell is in a column of this name
    nodes: Nodes | None = None  # of edges: the kind of file that says what the keys at their ends are
    instead: str | None = None  # what to load instead: the kind is known only to be refused
    first: dict[str, str] = {}  # column -> what its cell in the first record must match, for files known by little else

    @field_validator("first")
    @classmethod
    def _patterns(cls, value: dict[str, str]) -> dict[str, str]:
        for column, pattern in value.items():
            try:
                with warnings.catch_warnings():
                    warnings.simplefilter("error")
                    re.compile(pattern)
                    _check_quick(column, pattern)
            except (re.error, OverflowError, RecursionError, Warning) as error:
                raise ValueError(f"the pattern of {column}: {error}") from None
        return value

    @field_validator("encoding")
    @classmethod
    def _known_encoding(cls, value: str | None) -> str | None:
        return None if value is None else encoding_named(value)

    @model_validator(mode="after")
    def _first_is_there(self) -> Self:
        lost = sorted(set(self.first) - {*self.required, *self.header})
        if lost:
            raise ValueError(f"first names {lost[0]!r}, which is not a required column")
        return self

    def shape(self) -> Shape:
        """Return the shape by which the file is known and read."""
        return Shape(
            what=self.what,
            required=self.required,
            optional=self.optional,
            header=self.header,
            others=self.others,
            delimiter=self.delimiter,
            quoted=self.quoted,
            form=self.form,
            preamble=self.preamble,
            exact=self.exact,
            without=self.without,
            ended=self.ended,
            filled=self.filled,
            encoding=self.encoding,
            sheet=self.sheet,
        )


class Declaration(_Part):
    """A data set: its citation, licence, window, universe, files, and spellings of its own."""

    id: Annotated[str, Field(pattern=ID)]
    name: str
    title: str
    citation: str
    licence: str
    universe: str
    url: str | None = None
    author: str | None = None
    note: str | None = None
    version: str | None = None
    covers_since: date | None = None
    covers_until: date | None = None
    covers: Literal["dates"] | None = None  # the window is the days that the rows speak of
    ties: tuple[str, ...]
    file: tuple[FileKind, ...] = ()  # none: its data ship with Tiebook
    tie: tuple[TieMap, ...] = ()
    names: dict[str, str] = {}

    @field_validator("ties")
    @classmethod
    def _known_ties(cls, value: tuple[str, ...]) -> tuple[str, ...]:
        unknown = sorted(set(value) - set(codebook().ties))
        if unknown:
            raise ValueError(f"the codebook has no tie {', '.join(unknown)}")
        return value

    @model_validator(mode="after")
    def _nodes_are_declared(self) -> Self:
        for kind in self.file:
            beside = kind.nodes.file if kind.nodes else None
            if beside is not None and (beside == kind.name or beside not in [each.name for each in self.file]):
                raise ValueError(
                    f"the nodes of {kind.name!r} are in {beside!r}, which is not another [[file]] of this source"
                )
            if beside is not None and any(beside in each.file for each in self.tie):
                raise ValueError(f"{beside!r} holds nodes, and a [[tie]] reads it")
        return self

    @model_validator(mode="after")
    def _window_goes_forward(self) -> Self:
        if self.covers_since and self.covers_until and self.covers_until < self.covers_since:
            raise ValueError(f"covers_until {self.covers_until} lies before covers_since {self.covers_since}")
        return self

    @model_validator(mode="after")
    def _mapped_is_declared(self) -> Self:
        issues: dict[str, str] = {}
        for each in self.tie:
            lost = next((type_ for type_ in each.types if type_ not in self.ties), None)
            if lost is not None:
                raise ValueError(f"a [[tie]] makes {lost}, which `ties` does not name")
            issue = each.target.issue
            if issue is not None and issues.setdefault(slug(issue), issue) != issue:
                raise ValueError(f"the issues {issue!r} and {issues[slug(issue)]!r} would be the same")
            unknown = next((name for name in each.file if name not in [kind.name for kind in self.file]), None)
            if unknown is not None:
                raise ValueError(f"a [[tie]] reads {unknown!r}, which is not a [[file]] of this source")
        return self

    def in_encoding(self, encoding: str | None) -> Declaration:
        """Return the declaration with an encoding for all its files, in place of what it says itself; None leaves that.

        Raises BadSource for an encoding that nobody knows.
        """
        if encoding is None:
            return self
        try:
            name = encoding_named(encoding)
        except ValueError as error:
            raise BadSource(f"--encoding: {error}") from None
        return self.model_copy(update={"file": tuple(each.model_copy(update={"encoding": name}) for each in self.file)})

    def kind(self, name: str) -> FileKind:
        """Return a declared kind of file."""
        return next(kind for kind in self.file if kind.name == name)


def encoding_named(name: str) -> str:
    """Return the name by which Python knows an encoding.

    Raises ValueError for one that it does not know.
    """
    found = known_encoding(name)
    if found is None:
        raise ValueError(f"there is no encoding {name!r}: utf-8, cp1252, cp1251, gb18030, cp932 and the like")
    return found


def shipped_datasets() -> list[str]:
    """Return the names of the data sets that Tiebook can read."""
    return sorted(path.parent.name for path in resource_folder("loaders").glob(f"*/{DECLARATION}"))


def is_dataset(named: str) -> bool:
    """Return whether a name or folder is a data set's."""
    return _declares(named) or named in shipped_datasets()


def find_dataset(named: str) -> Path:
    """Return the folder of a data set, named or by its path.

    Raises BadSource with the nearest names.
    """
    names = shipped_datasets()
    if named in names:  # also where a folder of this name is here: ./NAME means that one
        return resource_folder("loaders") / named
    if _declares(named):
        return Path(named)
    raise BadSource(f"{named!r} is not a data set that Tiebook reads", hint=nearest(named, names) or ", ".join(names))


def _declares(named: str) -> bool:
    """Return whether this is the path of a folder with a declaration."""
    try:
        return (Path(named) / DECLARATION).is_file()
    except OSError:  # longer than any path
        return False


def _left_open(value: object) -> bool:
    """Return whether a draft's TO DO stands in a value, or in a table within it."""
    if isinstance(value, dict):
        return any(map(_left_open, value.values()))
    if isinstance(value, (list, tuple)):
        return any(map(_left_open, value))
    return isinstance(value, str) and (value.startswith(TO_DO) or f"{{{TO_DO}" in value)


def declaration_of(folder: Path) -> Declaration:
    """Read and check a data set's declaration.

    Raises BadSource with file and key.
    """
    path = folder / DECLARATION
    try:
        text = read_text(path)
        raw = toml_of(text)
        left = [name for name, value in raw.items() if _left_open(value)]
        if left:
            hint = "fill in what begins with TO DO"
            raise BadSource(f"the draft is not finished: {', '.join(left)}", where=str(path), hint=hint)
        found = Declaration.model_validate(raw)
    except OSError as error:
        raise BadSource(f"cannot be read: {error.strerror}", where=str(path)) from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, RecursionError) as error:
        raise BadSource(f"not TOML: {error}", where=str(path)) from None
    except ValidationError as error:
        fault = toml_fault(text, raw, error, Declaration)
        where = f"{path}:{fault.line}" if fault.line else str(path)
        raise BadSource(fault.what, where=where, hint=fault.hint or "see docs/add-a-source.md") from None
    if found.id != folder.name:
        raise BadSource(f"the id {found.id!r} is not the folder's name", where=str(path))
    return found


def identity(declaration: Declaration) -> Props:
    """Return the properties of a Source node that tell which data set it is."""
    return {
        "name": declaration.name,
        "kind": "dataset",
        "full_title": declaration.title,
        "author": declaration.author,
        "citation": declaration.citation,
        "url": declaration.url,
    }


def source_node(
    declaration: Declaration,
    version: str | None,
    window: tuple[date | None, date | None],
    *,
    note: str | None,
    ties: int,
    parts: Sequence[str] = (),
    days: int | None = None,
    fingerprint: str | None = None,
) -> Node:
    """Return the Source node: who made the data, under which terms, what they cover, how many ties came of them."""
    props: Props = {
        **identity(declaration),
        "aliases": [],
        "sources": [declaration.id],
        "licence": declaration.licence,
        "note": note,
        "universe": declaration.universe,
        "version": version,
        "covers_since": window[0],
        "covers_until": window[1],
        "covers_days": days,
        "ties": ties,
        "tie_types": sorted(declaration.ties),
        "parts": list(parts) or None,
        "fingerprint": fingerprint,
    }
    return Node("Source", declaration.id, without_none(props))
