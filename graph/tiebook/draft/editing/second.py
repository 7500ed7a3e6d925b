"""A second reader's pass: a case of its own that knows the first's entities and none of its claims; then both beside the text."""

from __future__ import annotations

import os
from collections import defaultdict
from datetime import date
from pathlib import Path
from typing import Any, Final

import tomlkit

from tiebook.agree.match import passages
from tiebook.agree.report import Agreement, Coding
from tiebook.case import Text, open_case
from tiebook.case.check import HEAD_FILE, entity_tables
from tiebook.case.files import TomlBlock, TomlFile
from tiebook.case.names import slug
from tiebook.case.start import CODING_FILE
from tiebook.case.toml import read_entries
from tiebook.draft.editing.clauses import Words
from tiebook.errors import UsageError
from tiebook.support.atomic_write import write_atomically

SECOND: Final = "second"
_ENTITIES: Final = "entities.toml"
_DRAWS: Final = 200
_LONGEST: Final = 60  # characters of a reader's name: it names a folder


def second_passes(folder: Path) -> dict[str, Path]:
    """Return the folders of second passes, by the reader's name as it stands in addresses."""
    return {path.parent.name: path.parent for path in sorted((folder / SECOND).glob(f"*/{HEAD_FILE}"))}


def start_second(folder: Path, text: Text, reader: str, today: date) -> Path:
    """Begin a second pass in a folder of its own within the case's, and return that.

    It has the head, the sections and the entities of the first, so that both use the same ids, and no claim or proposal.

    Raises UsageError if the reader has one already or the name gives no id, BadCase.
    """
    name = slug(reader)
    if not name:
        raise UsageError(f"{reader!r} gives no id: name the reader with letters or digits (a-z, 0-9)")
    if len(reader) > _LONGEST:
        raise UsageError(f"a reader's name has at most {_LONGEST} characters, not {len(reader):,}")
    target = folder / SECOND / name
    if (target / HEAD_FILE).exists():
        raise UsageError(f"{reader} has a second pass already", where=str(target))
    case = open_case(folder, text)
    target.mkdir(parents=True, exist_ok=True)
    wanted = (*entity_tables(), "section")
    blocks = [
        TomlBlock.read(path, entry).text
        for path in sorted(folder.glob("*.toml"))
        if path.name != HEAD_FILE
        for entry in read_entries(path)
        if entry.table in wanted
    ]
    write_atomically(target / _ENTITIES, "\n".join(blocks))
    write_atomically(target / CODING_FILE, "")
    head = TomlFile.read(folder / HEAD_FILE).document
    head["id"] = f"{case.id}-{name}"
    head["coder"] = tomlkit.table()
    head["coder"].update({"name": reader, "date": today, "note": f"A second pass, blind to that of {case.coder.name}."})
    named = head["source"].get("text")
    if named is not None:
        place = folder.joinpath(str(named)).resolve()
        head["source"]["text"] = Path(os.path.relpath(place, target.resolve())).as_posix()
    write_atomically(target / HEAD_FILE, tomlkit.dumps(head))  # last: without it the folder is not a case
    return target


def beside(folder: Path, second: Path, text: Text) -> dict[str, Any]:
    """Return both codings by paragraph: what both found and where they differ on it, what only one found; and the figures.

    Raises BadCase, UsageError where the two code different texts.
    """
    codings = [Coding(case, passages(case, text)) for case in (open_case(folder, text), open_case(second, text))]
    agreement = Agreement(codings[0], codings[1], draws=_DRAWS)
    differing: dict[tuple[str, str], list[dict[str, Any]]] = defaultdict(list)
    for _, one, other, name, ours, theirs, _ in agreement.disagreements().rows:
        differing[one, other].append({"field": name, "first": ours, "second": theirs})
    rows: dict[int, list[dict[str, Any]]] = defaultdict(list)
    matched: set[tuple[int, str]] = set()
    for pair in agreement.pairs:
        matched |= {(0, pair.one), (1, pair.other)}
        claims = [_claim(codings[0], pair.one, text), _claim(codings[1], pair.other, text)]
        rows[pair.paragraph].append(
            {"first": claims[0], "second": claims[1], "differs": differing[pair.one, pair.other]}
        )
    for number, coding in enumerate(codings):
        for passage in coding.passages:
            if (number, passage.claim) not in matched:
                alone = _claim(coding, passage.claim, text)
                one, other = (alone, None) if number == 0 else (None, alone)
                rows[passage.paragraph].append({"first": one, "second": other, "differs": []})
    figures = [
        dict(zip(("field", "measure", "units", "agreement", "value"), row, strict=False))
        for row in agreement.table().rows
    ]
    paragraphs = [
        {"number": each.number, "pieces": Words(each).pieces, "rows": rows.get(each.number, [])}
        for each in text.paragraphs
    ]
    coders = [coding.case.coder.name for coding in codings]
    return {"first": coders[0], "second": coders[1], "figures": figures, "paragraphs": paragraphs}


def _claim(coding: Coding, claim_id: str, text: Text) -> dict[str, Any]:
    claim = coding.claims[claim_id]
    passage = next(each for each in coding.passages if each.claim == claim_id)
    paragraph = text.paragraph(claim.paragraph)
    words = None
    if passage.place and paragraph is not None:
        words = Words(paragraph).covering(passage.place[0] - paragraph.start, passage.place[1] - paragraph.start)
    return {
        "id": claim_id,
        "gloss": claim.gloss,
        "quote": claim.quote,
        "tie": claim.tie,
        "words": list(words) if words else None,
    }
