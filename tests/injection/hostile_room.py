"""A case to code in which the text, the names, the claims, the proposals, the decisions and the readers are payloads."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

import tomlkit

from tiebook.case import Text
from tiebook.draft.editing.editor import Editor
from tiebook.draft.editing.second import start_second

READER = "<script>window.hacked=1</script>"
FREE = ("gloss", "mechanism", "condition", "note")
LONGEST = 1900  # characters of a name
DECIDED = 3  # every third proposal is rejected, by a payload


def hostile_room(folder: Path, texts: Sequence[str]) -> Editor:
    """Write the case and a second reading of it; the paragraph of a payload names China, the payload's actor and Iran."""
    folder.mkdir()
    text = folder.parent / f"{folder.name}.txt"
    text.write_text("\n\n".join(_paragraph(each) for each in texts), "utf-8", newline="")
    everything = " ".join(sorted(texts, key=lambda each: ("<" not in each, len(each))))[:LONGEST]
    head = {"format": 2, "source": {"title": everything, "author": everything, "date": "2025"}}
    head["coder"] = {"name": everything, "date": date(2026, 1, 1), "note": everything}
    (folder / "case.toml").write_text(tomlkit.dumps(head), "utf-8", newline="")
    coding = {
        "actor": [_actor(*each) for each in enumerate(texts)],
        "claim": [_claim(*each) for each in enumerate(texts)],
    }
    (folder / "claims.toml").write_text(tomlkit.dumps(coding), "utf-8", newline="")
    _write_lines(folder / "proposals.jsonl", [_proposal(*each) for each in enumerate(texts)])
    decisions = [
        {"proposal": each, "decision": "rejected", "who": each, "when": each, "changed": {each: each}, "claim": each}
        for each in texts[::DECIDED]
    ]
    _write_lines(folder / "decisions.jsonl", decisions)
    _write_lines(folder / "edits.jsonl", [{"did": "marked", "paragraph": 1, "who": everything, "when": everything}])
    editor = Editor(folder, Text.read(text), everything)
    start_second(folder, editor.text, READER, date(2026, 1, 2))
    return editor


def _paragraph(text: str) -> str:
    return f"China opposes {' '.join(text.split())} and Iran."


def _actor(number: int, text: str) -> dict[str, Any]:
    return {"id": f"a{number}", "name": text, "kind": "State", "aliases": [f"{text[:LONGEST]} {number}"], "note": text}


def _claim(number: int, text: str) -> dict[str, Any]:
    return {"says": f"china OPPOSES a{number}", "mode": "conditional", "quote": "China opposes", "paragraph": number + 1,
            **dict.fromkeys(FREE, text)}  # fmt: skip


def _proposal(number: int, text: str) -> dict[str, Any]:
    claim = {
        "from": f"a{number}",
        "tie": "OPPOSES",
        "to": "new",
        "mode": "conditional",
        "quote": "and Iran",
        **dict.fromkeys(FREE, text),
    }
    new = [{"table": "actor", "id": "new", "name": text, "kind": "State"}]
    return {"id": text, "paragraph": number + 1, "at": [0, 5], "by": text, "rule": text, "claim": claim, "new": new}


def _write_lines(path: Path, rows: Sequence[dict[str, Any]]) -> None:
    path.write_text("".join(f"{json.dumps(each)}\n" for each in rows), "utf-8")
