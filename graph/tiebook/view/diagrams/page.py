"""The page of an answer: its picture, wide or narrow as the window is, and the receipts of every row below. No script."""

from __future__ import annotations

import base64
import hashlib
import html
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, Final, Literal

from tiebook.model.codebook import codebook
from tiebook.model.exchange import harmless
from tiebook.questions.question import is_evidence
from tiebook.view.diagrams import SLIM, WIDE, Shape, lay_out
from tiebook.view.diagrams.sheet import render
from tiebook.view.style import ASSETS

if TYPE_CHECKING:
    from tiebook.view.diagrams.story import Entry, Story

_PAGE: Final = """<!doctype html>
<html lang="en"{theme}>
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src '{hash}'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="Tiebook">
<title>{title}</title>
<style>{style}</style>
</head>
<body>
<header><h1 dir="auto">{title}</h1><p class="counts">{counts}</p></header>
<main>
<figure class="wide" aria-label="Picture of the answer; the rows below hold the same content">{wide}</figure>
<figure class="slim" aria-label="Picture of the answer; the rows below hold the same content">{slim}</figure>
{also}{notes}
<h2>Receipts</h2>
<ol class="rows">
{rows}
</ol>
</main>
</body>
</html>
"""
_SKIPPED: Final = (
    "inferred",
    "endorsed",
    "in_force",
    "sign",  # what a line's colour shows, and the words of the tie
    "chain",  # ids of those whose names follow
    "names_only",
)
_SIGNS: Final = {1: "cooperative", -1: "hostile", 0: "both signs"}


def page(story: Story, shape: Shape, *, theme: Literal["auto", "light", "dark"] = "auto") -> str:
    """Return the page as HTML text; it asks the network for nothing and runs nothing."""
    style = (ASSETS / "answer.css").read_text("utf-8")
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    wide, slim = (
        render(lay_out(story, shape, width), title=story.heading, subtitle=story.counts, headed=False, theme="page")
        for width in (WIDE, SLIM)
    )
    return _PAGE.format(
        theme="" if theme == "auto" else f' data-theme="{theme}"',
        hash=f"sha256-{digest}",
        title=_text(story.heading),
        style=style,
        counts=_text(story.counts),
        wide=wide,
        slim=slim,
        also=_listed("Also said, but not as fact", story.also),
        notes=_listed("Notes", story.notes),
        rows="\n".join(_row(entry) for entry in story.entries),
    )


def _listed(title: str, lines: tuple[str, ...]) -> str:
    if not lines:
        return ""
    return f"<h2>{title}</h2><ul>{''.join(f'<li dir=auto>{_text(line)}</li>' for line in lines)}</ul>"


def _row(entry: Entry) -> str:
    values = "; ".join(_text(text) for text in _values(entry))
    marks = "".join(f' <span class="mark">{_text(text)}</span>' for _, text in entry.marks)
    return (
        f'<li id="row-{entry.number}"><p dir="auto"><b>{entry.number}</b> {values}{marks}</p>'
        f"{''.join(_receipt(receipt) for receipt in entry.receipts)}</li>"
    )


def _values(entry: Entry) -> Iterator[str]:
    """Yield what the columns of a row say: names and sentences as they are, and with the name of its column what is no text."""
    record = entry.record
    seen = set()
    for name, value in record.items():
        if value in (None, "", []) or name in _SKIPPED or name.startswith("signs") or is_evidence(name):
            continue
        one, _, other = name.partition("_")
        if {one, other} <= record.keys():  # the sign between two of a triad
            text = f"{record[one]} and {record[other]}: {_SIGNS.get(value, value)}"
        else:
            text = _said(name.replace("_", " "), value)
        if text not in seen:
            seen.add(text)
            yield text


def _said(label: str, value: Any) -> str:
    if isinstance(value, list):
        words = list(dict.fromkeys(map(_in_words, value)))
        if value[0] not in codebook().ties:
            return "; ".join(words)
        return ", ".join(words) if label == "ties" else f"{label}: {', '.join(words)}"
    if isinstance(value, bool):
        return f"{label}: {'yes' if value else 'no'}"
    if label in ("since", "until") or isinstance(value, int | float):
        return f"{label} {value}"
    return _in_words(value)


def _in_words(value: Any) -> str:
    return str(value).lower().replace("_", " ") if value in codebook().ties else str(value)


def _receipt(receipt: Any) -> str:
    where = [
        receipt.holder,
        None if receipt.paragraph is None else f"paragraph {receipt.paragraph}",
        receipt.source,
        receipt.record or receipt.short,
    ]
    quote = f'<q dir="auto">{_text(receipt.quote)}</q> ' if receipt.quote else ""
    side = f"{_text(receipt.side)}: " if receipt.side else ""
    return f'<p class="receipt">{side}{quote}<small>{_text(", ".join(str(part) for part in where if part))}</small></p>'


def _text(text: str) -> str:
    return html.escape(harmless(str(text)))
