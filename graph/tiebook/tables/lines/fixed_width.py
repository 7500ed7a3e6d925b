"""Tables of fixed width, or separated by spaces: refused, with the command that writes them as CSV."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from tiebook.errors import BadSource

_FEWEST: Final = 3  # lines by which places are known
_GAP: Final = "  "  # between words of a text there is one
_DELIMITERS: Final = ",;\t|"
_COMMENT: Final = "#"  # above the edges of networkx


def check_divided(lines: Sequence[str], path: Path) -> None:
    """Check that spaces do not divide lines into columns.

    Raises BadSource if they do, with the command that makes CSV of them.
    """
    seen = [line.rstrip() for line in lines if line.strip() and not line.startswith(_COMMENT)]
    divided = sum(any(mark in line for mark in _DELIMITERS) for line in seen)
    if len(seen) < _FEWEST or 2 * divided > len(seen):
        return
    new = path.with_suffix(".csv") if path.suffix.lower() != ".csv" else path.with_name(f"{path.stem}-new.csv")
    begins = _begins(seen)
    if len(begins) > 1:
        shown = ", ".join(str(at + 1) for at in begins)
        ends = [*map(str, begins[1:]), "None"]
        places = ", ".join(f"({begin}, {end})" for begin, end in zip(begins, ends, strict=True))
        raise BadSource(
            f"this is a table of fixed width: its columns seem to begin at the characters {shown}",
            where=str(path),
            hint="write it as CSV: " + _command(f"pd.read_fwf('{path}', colspecs=[{places}], dtype=str)", new),
        )
    widths = {len(line.split()) for line in seen}
    if len(widths) == 1 and widths != {1} and not divided:
        commented = ", comment='#'" if any(line.startswith(_COMMENT) for line in lines) else ""
        named = not any(map(str.isdecimal, seen[0].split()))
        read = f"'{path}', sep=' +', engine='python', dtype=str{commented}{'' if named else ', header=None'}"
        raise BadSource(
            f"this table's {min(widths)} columns seem to be divided by spaces",
            where=str(path),
            hint="write it as CSV: " + _command(f"pd.read_csv({read})", new, named=named),
        )
    quoted = [len(row) for row in csv.reader(seen, delimiter=" ")] if '"' in seen[0] else [1]
    if (
        quoted[0] > 1 and len(set(quoted[1:])) == 1 and quoted[1] - quoted[0] in {0, 1}
    ):  # R counts the rows, and names that nowhere
        raise BadSource(
            f"this table's {quoted[0]} columns are in quotes and divided by spaces, as R writes them",
            where=str(path),
            hint="write it as CSV: " + _command(f"pd.read_csv('{path}', sep=' ', dtype=str)", new),
        )


def _command(read: str, new: Path, *, named: bool = True) -> str:
    header = "" if named else ", header=False"
    return f"python3 -c \"import pandas as pd; {read}.to_csv('{new}', index=False{header})\""


def _begins(lines: Sequence[str]) -> list[int]:
    """Return where columns begin: behind places that are blank in every line, where the first line, which names them, goes on.

    None unless most lines have gaps of several spaces.
    """
    if 2 * sum(_GAP in line.strip() for line in lines) < len(lines):
        return []
    width = max(map(len, lines))
    blank = [all(not line[at : at + 1].strip() for line in lines) for at in range(width)]
    begins = [at for at in range(width) if not blank[at] and (at == 0 or blank[at - 1])]
    ends = [*begins[1:], width]
    return [begin for begin, end in zip(begins, ends, strict=True) if lines[0][begin:end].strip()]
