"""A picture of an answer as plain shapes at their places: cards with text, wires between them, words; and its SVG."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any, Final, Literal

from tiebook.model.exchange import harmless
from tiebook.view.diagrams.story import Chip
from tiebook.view.drawing.static import clean, fold, number, svg_file, tint_of
from tiebook.view.style import constants, text_width

Theme = Literal["light", "dark", "print", "page"]  # "page": in the colours of the page that it is a part of
Head = Literal["none", "arrow", "bar"]
Look = Literal["factor", "item", "actor", "denied", "plain"]
_MARK: Final = 160  # letters of what qualifies a row: a name of a holder may be long
_LONGEST: Final = 1200  # letters of one text that are drawn: the rest is in the receipts
LINE: Final = 1.25  # of the height of letters, from line to line
_FILL: Final = {"factor": ("#e9edf3", "#2b333d"), "item": ("#ffffff", "#1c2026"), "actor": ("#dbe4ee", "#2f3a47")}
_OF_PAGE: Final = {
    **{name: f"var(--{name})" for name in ("bg", "ink", "soft", "line", "edge", "mark")},
    "1": "var(--coop)",
    "-1": "var(--host)",
    "0": "var(--neut)",
    "2": "var(--limit)",
}


@dataclass(frozen=True, slots=True)
class Words:
    """A line of text that begins at (x, y), its base line; in the middle or at the end of it where `anchor` says so.

    ink -- "ink", "soft", or a tone: "1", "-1", "0", "2"
    chip -- in a frame of dashes, as what qualifies a row
    source -- in a whole frame, in the colour of the source at this place
    """

    x: float
    y: float
    text: str
    font: float = 13
    bold: bool = False
    italic: bool = False
    ink: str = "ink"
    anchor: Literal["start", "middle", "end"] = "start"
    chip: bool = False
    source: int | None = None

    @property
    def box(self) -> tuple[float, float, float, float]:
        """Left, top, right and bottom of it."""
        wide = text_width(self.text, self.font) * (1.07 if self.bold else 1)
        left = self.x - {"start": 0.0, "middle": wide / 2, "end": wide}[self.anchor]
        return left, self.y - self.font * 0.8, left + wide, self.y + self.font * 0.25


@dataclass(frozen=True, slots=True)
class Card:
    """A box with its words. `entry` is the number of the row that a click on it opens; `ghost` is drawn in dashes."""

    x: float
    y: float
    wide: float
    high: float
    look: Look
    words: tuple[Words, ...] = ()
    ghost: bool = False
    crossed: bool = False
    entry: int | str | None = None

    @property
    def middle(self) -> float:
        """The height of its middle."""
        return self.y + self.high / 2

    @property
    def right(self) -> float:
        """Its right edge."""
        return self.x + self.wide


@dataclass(frozen=True, slots=True)
class Wire:
    """A line: SVG path data, and how it is drawn. `end`: ((x, y), (dx, dy)) where its head stands and which way it points."""

    path: str
    tone: str = "2"
    head: Head = "none"
    end: tuple[tuple[float, float], tuple[float, float]] = ((0, 0), (1, 0))
    width: float = 2.0
    dash: str = ""
    ghost: bool = False
    entry: int | str | None = None


@dataclass(frozen=True, slots=True)
class Sheet:
    """A drawn answer. `key` names what its styles mean, as (wire, words)."""

    wide: float
    high: float
    cards: tuple[Card, ...] = ()
    wires: tuple[Wire, ...] = ()
    words: tuple[Words, ...] = ()
    key: tuple[tuple[Wire | Card, str], ...] = field(default=())


def written(
    text: str, x: float, y: float, width: float, *, font: float = 13, most: int = 9, **style: Any
) -> tuple[list[Words], float]:
    """Return a text as lines of at most `width` px from the top edge y, and the edge below it; no word is cut."""
    bold = 1.07 if style.get("bold") else 1
    text = harmless(text if len(text) <= _LONGEST else text[:_LONGEST] + "…")
    lines = [piece for line in fold(text, width / bold, font) for piece in _broken(line, width / bold, font)]
    if len(lines) > most:
        lines = [*lines[: most - 1], lines[most - 1] + " …"]
    made = [Words(x, y + font * (0.95 + LINE * row), line, font, **style) for row, line in enumerate(lines)]
    return made, y + font * LINE * len(lines)


def _broken(line: str, width: float, font: float) -> list[str]:
    """Break a word that is longer than a line."""
    pieces, used = [""], 0.0
    for letter in line:
        wide = text_width(letter, font)
        if pieces[-1] and used + wide > width:
            pieces.append("")
            used = 0.0
        pieces[-1] += letter
        used += wide
    return pieces


def chips(said: Iterable[Chip], x: float, y: float, width: float, *, font: float = 11) -> tuple[list[Words], float]:
    """Return the words that qualify a row side by side from the top edge y, and the edge below them; what is long is folded."""
    made: list[Words] = []
    at, row = x + 4, 0
    for each in said:
        whole = harmless(each.text if len(each.text) <= _MARK else each.text[: _MARK - 1] + "…")
        for text in fold(whole, width - 18, font) if text_width(whole, font) + 14 > width else [whole]:
            wide = text_width(text, font) + 14
            if at > x + 4 and at + wide > x + width:
                at, row = x + 4, row + 1
            base = y + 3 + font * 0.95 + row * (font + 7)
            made.append(Words(at, base, text, font, italic=each.place is None, chip=True, source=each.place))
            at += wide
    return made, y + (row + 1) * (font + 7) if made else y


def render(
    sheet: Sheet,
    *,
    title: str,
    subtitle: str = "",
    notes: Sequence[str] = (),
    theme: Theme = "light",
    headed: bool = True,
) -> str:
    """Return the SVG of a sheet: with title, counts, legend and notes as a file, or bare for a page that has them itself."""
    palette: dict[str, str] = _OF_PAGE if theme == "page" else constants()["themes"][theme]
    pad = 24.0 if headed else 4.0
    inner = sheet.wide
    top: list[Words] = []
    y = 0.0
    if headed:
        top, y = written(title, 0, 0, inner, font=19, bold=True)
        if subtitle:
            more, y = written(subtitle, 0, y + 4, inner, font=13.5, ink="soft")
            top += more
        y += 14
    below: list[Words] = []
    foot = y + sheet.high + 12
    key, foot = _key(sheet, foot, inner, palette, theme) if sheet.key else ("", foot)
    for note in notes if headed else ():
        more, foot = written(note, 0, foot + 3, inner, font=11.5, ink="soft")
        below += more
    wide, high = inner + 2 * pad, foot + 2 * pad
    body = "".join(
        [
            *(_words(each, palette) for each in top),
            f'<g transform="translate(0 {number(y)})">',
            *(_wire(each, palette) for each in sheet.wires),
            *(_card(each, palette, theme) for each in sheet.cards),
            *(_words(each, palette) for each in sheet.words),
            "</g>",
            key,
            *(_words(each, palette) for each in below),
        ]
    )
    return svg_file(
        f'<g transform="translate({number(pad)} {number(pad)})">{body}</g>',
        view=(0, 0, wide, high),
        title=title,
        description=" ".join([subtitle, *notes]),
        ground=palette["bg"],
        inline=not headed,
    )


def _key(sheet: Sheet, y: float, width: float, palette: dict[str, str], theme: Theme) -> tuple[str, float]:
    made, x, row = [], 0.0, y + 12
    for sign, text in sheet.key:
        wide = 44 + text_width(text, 12) + 18
        if x and x + wide > width:
            x, row = 0.0, row + 22
        mark = _wire(sign, palette) if isinstance(sign, Wire) else _card(sign, palette, theme)
        made.append(
            f'<g transform="translate({number(x)} {number(row)})">{mark}{_words(Words(42, 4, text, 12), palette)}</g>'
        )
        x += wide
    return "".join(made), row + 16


def _linked(made: str, entry: int | str | None) -> str:
    return f'<a href="#row-{entry}" class="row-link">{made}</a>' if entry is not None else made


def _card(card: Card, palette: dict[str, str], theme: Theme) -> str:
    fills = _FILL.get(card.look)
    fill = palette["bg"] if fills is None else f"var(--{card.look})" if theme == "page" else fills[theme == "dark"]
    dash = ' stroke-dasharray="5 4"' if card.ghost else ""
    width = {"factor": 1.6, "actor": 1.8, "denied": 1.8}.get(card.look, 1.1)
    round_ = min(card.high / 2, 16) if card.look == "actor" else 4
    made = ""
    if card.look != "plain":
        made = (
            f'<rect class="card" x="{number(card.x)}" y="{number(card.y)}" width="{number(card.wide)}" '
            f'height="{number(card.high)}" '
            f'rx="{number(round_)}" fill="{fill}" stroke="{palette["edge"]}" stroke-width="{width}"{dash}/>'
        )
    if card.crossed:
        x, y = card.right - 15, card.y + 15
        made += f'<path d="M{number(x - 6)} {number(y - 6)}l12 12m0 -12l-12 12" stroke="{palette["ink"]}" stroke-width="2.4"/>'
    return _linked(made + "".join(_words(each, palette) for each in card.words), card.entry)


def _wire(wire: Wire, palette: dict[str, str]) -> str:
    colour = palette[wire.tone]
    dash = f' stroke-dasharray="{wire.dash}"' if wire.dash else ""
    if wire.ghost:
        made = (
            f'<path d="{wire.path}" fill="none" stroke="{colour}" stroke-width="{number(wire.width + 3)}" '
            f'stroke-opacity="0.6"{dash}/>'
            f'<path d="{wire.path}" fill="none" stroke="{palette["bg"]}" stroke-width="{number(wire.width + 0.4)}"/>'
        )
    else:
        made = f'<path d="{wire.path}" fill="none" stroke="{colour}" stroke-width="{number(wire.width)}"{dash}/>'
    (x, y), (dx, dy) = wire.end
    if wire.head == "bar":
        made += (
            f'<path d="M{number(x - dy * 8)} {number(y + dx * 8)}L{number(x + dy * 8)} {number(y - dx * 8)}" '
            f'stroke="{colour}" stroke-width="3.4"/>'
        )
    elif wire.head == "arrow":
        tip = [(x, y), (x - dx * 9 - dy * 4.5, y - dy * 9 + dx * 4.5), (x - dx * 9 + dy * 4.5, y - dy * 9 - dx * 4.5)]
        path = "L".join(f"{number(px)} {number(py)}" for px, py in tip)
        made += f'<path d="M{path}Z" fill="{palette["bg"] if wire.ghost else colour}" stroke="{colour}"/>'
    return _linked(made, wire.entry)


def _words(words: Words, palette: dict[str, str]) -> str:
    style = "".join(
        [
            ' font-weight="bold"' if words.bold else "",
            ' font-style="italic"' if words.italic else "",
            f' text-anchor="{words.anchor}"' if words.anchor != "start" else "",
        ]
    )
    made, ink = "", palette[words.ink] if words.source is None else _tint(words.source, palette)
    if words.chip:
        left, top, right, bottom = words.box
        line = f'stroke="{palette["soft"]}" stroke-dasharray="3 2"' if words.source is None else f'stroke="{ink}"'
        made = (
            f'<rect class="chip" x="{number(left - 4)}" y="{number(top - 2)}" width="{number(right - left + 8)}" '
            f'height="{number(bottom - top + 3)}" rx="3" fill="none" {line}/>'
        )
    return (
        f'{made}<text x="{number(words.x)}" y="{number(words.y)}" font-size="{number(words.font)}"{style} '
        f'fill="{ink}">{clean(words.text)}</text>'
    )


def _tint(place: int, palette: dict[str, str]) -> str:
    """Return the colour of a source; on a page that of its theme."""
    return (
        f"var(--source-{place % len(constants()['tints'])})" if palette is _OF_PAGE else tint_of(place, palette["bg"])
    )
