"""Reads the TOML files of a case and remembers on which line each entry and each key stands."""

from __future__ import annotations

import re
import tomllib
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from tiebook.errors import BadCase
from tiebook.support.small_files import decoded, read_small
from tiebook.support.toml import toml_of

_HEADER: Final = re.compile(r"^\s*\[(\[)?\s*([\w.-]+)\s*\]")
_KEY: Final = re.compile(r"^\s*\"?([\w-]+)\"?\s*=")
_SPAN: Final = re.compile(  # a string or a comment: what looks like a header or a key within it is none
    r'''"""(?:\\.|[^\\])*?"{3,5}|\'\'\'.*?'{3,5}|"(?:\\.|[^"\\\n])*"|'[^'\n]*'|#[^\n]*''', re.DOTALL
)


@dataclass(frozen=True, slots=True)
class Entry:
    """One table of a file: its name ("claim"), its values, where it and its keys stand, which of that name it is."""

    table: str
    values: dict[str, Any]
    file: str
    line: int
    key_lines: dict[str, int] = field(default_factory=dict)
    index: int = 0

    def where(self, key: str | None = None) -> str:
        """Return file:line of the entry, or of one of its keys."""
        return f"{self.file}:{self.key_lines.get(key or '', self.line)}"


def read_entries(path: Path) -> list[Entry]:
    """Return all `[table]` and `[[table]]` entries of a file in their order; top-level keys are an entry named "".

    Raises BadCase for a file that is not TOML, with the line.
    """
    try:
        text = decoded(read_small(path))
        document = toml_of(text)
    except OSError as error:
        raise BadCase("the case cannot be read", [f"{path.name}: {error.strerror}"]) from None
    except UnicodeDecodeError:
        raise BadCase("the case cannot be read", [f"{path.name}: not UTF-8: save it as UTF-8"]) from None
    except tomllib.TOMLDecodeError as error:
        line = re.search(r"line (\d+)", str(error))
        where = f"{path.name}:{line[1]}" if line else path.name
        raise BadCase("the case cannot be read", [f"{where}: not TOML: {error}"]) from None
    top = {key: value for key, value in document.items() if not _is_table(value)}
    blocks = _blocks(text)
    entries = [Entry("", top, path.name, 1, blocks[""][0][1])] if top else []
    for name, value in document.items():
        if not _is_table(value):
            continue
        tables = value if isinstance(value, list) else [value]
        places = blocks[name] if len(blocks[name]) == len(tables) else [(1, {})] * len(tables)
        entries += [
            Entry(name, table, path.name, line, keys, index)
            for index, (table, (line, keys)) in enumerate(zip(tables, places, strict=True))
        ]
    return sorted(entries, key=lambda entry: entry.line)


def table_lines(text: str) -> list[int]:
    """Return the numbers of the lines at which a table begins."""
    return [number for number, line in _numbered(text) if _HEADER.match(line)]


def _numbered(text: str) -> Iterator[tuple[int, str]]:
    """Yield the lines of a TOML file with their numbers, those left out that begin within a string.

    In TOML only LF ends a line: a string may hold U+2028, U+0085 and others at which `splitlines` breaks.
    """
    inside: set[int] = set()
    line, at = 1, 0
    for span in _SPAN.finditer(text):
        if "\n" in span[0]:
            line += text.count("\n", at, span.start())
            last = line + span[0].count("\n")
            inside.update(range(line + 1, last + 1))
            line, at = last, span.end()
    yield from (each for each in enumerate(text.split("\n"), start=1) if each[0] not in inside)


def _is_table(value: Any) -> bool:
    return isinstance(value, dict) or (
        isinstance(value, list) and bool(value) and all(isinstance(item, dict) for item in value)
    )


def _blocks(text: str) -> dict[str, list[tuple[int, dict[str, int]]]]:
    """Return, for each table name, the line of each of its headers and of the keys below it."""
    blocks: dict[str, list[tuple[int, dict[str, int]]]] = defaultdict(list)
    keys: dict[str, int] = {}
    blocks[""].append((1, keys))
    for number, line in _numbered(text):
        header = _HEADER.match(line)
        if header:
            keys = {}
            blocks[header[2]].append((number, keys))
            continue
        key = _KEY.match(line)
        if key:
            keys.setdefault(key[1], number)
    return blocks
