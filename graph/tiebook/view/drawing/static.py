"""The picture as an SVG file, with legend and caption, from the standard library alone."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any, Final, Literal
from xml.sax.saxutils import escape, quoteattr

from tiebook.model.exchange import harmless
from tiebook.support.numbers import counted
from tiebook.view.drawing.boxes import outline
from tiebook.view.drawing.curves import arrow, bar, strike
from tiebook.view.drawing.opening import opening
from tiebook.view.drawing.relations import LIMITS, TONES, how_much_is_drawn, main_actors, sources, standing_word
from tiebook.view.headline import headline, title_of
from tiebook.view.style import constants, size, text_width

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from tiebook.view.drawing.boxes import Point
    from tiebook.view.drawing.curves import Curve
    from tiebook.view.drawing.picture import Line, Picture
    from tiebook.view.drawing.relations import Relation

Theme = Literal["light", "dark", "print"]
_PAD = 28
_WIDE: Final = 760.0  # px that captions have at least
_SLIM: Final = 302.0  # ... on a phone
# Texts are reckoned as wide as Arial has them; where only DejaVu is available, it is set as narrow (raster.py does it itself).
NARROWED: Final = (
    '@font-face{font-family:"Narrowed Sans";src:local("DejaVu Sans");size-adjust:87%}'
    '@font-face{font-family:"Narrowed Sans";src:local("DejaVu Sans Bold");font-weight:bold;size-adjust:87%}'
)


def number(value: float) -> str:
    """Write a coordinate with at most one decimal."""
    return f"{round(value, 1):g}" if abs(value) < 1e5 else f"{value:.0f}"  # noqa: PLR2004 -- %g keeps six digits


def clean(text: str) -> str:
    """Escape a text for XML; characters that XML cannot hold become a visible mark."""
    return escape(harmless(text))


def render(
    picture: Picture,
    *,
    theme: Theme = "light",
    size: tuple[int, int] | None = None,
    slim: bool = False,
    headed: bool = True,
) -> str:
    """Return the SVG text; `size` is width and height in px (the picture is scaled into it), else as large as is needed.

    slim -- without room beside the drawing for wide captions
    headed -- with title and captions; a page that shows them itself does without, is told where to open the drawing, and has
        the legend below that place
    """
    palette: dict[str, str] = constants()["themes"][theme]
    left, top, right, bottom = picture.bounds
    inner = max(right - left, _SLIM if slim else _WIDE)
    room = _SLIM if slim else inner  # for texts: on a phone they would be cut where the drawing is wider
    key, key_height = legend(picture, room, palette, theme)
    seen = (0.0, 0.0) if headed else opening(picture)
    aside = 0.0 if headed else min(max(seen[0] - left + (inner - (right - left)) / 2 - room / 2, 0.0), inner - room)
    notes = [line for text in captions(picture) for line in fold(text, room, 11.5)] if headed else []
    title = fold(title_of(picture.network, picture.show), room / 1.08, 18) if headed else []
    said = [line for text in headline(picture.network) for line in fold(text, room, 13)] if headed else []
    head = 24.0 * len(title) + 18.0 * len(said) + 22 if headed else 0.0
    high = head + (bottom - top) + 26 + key_height + 16 * len(notes) + 8
    wide, tall = inner + 2 * _PAD, high + 2 * _PAD
    width, height = size or (math.ceil(wide), math.ceil(tall))
    scale = min(width / wide, height / tall)
    # in the middle of the size that is given
    x, y, w, h = (wide - width / scale) / 2, (tall - height / scale) / 2, width / scale, height / scale
    shift_x, shift_y = _PAD - left + (inner - (right - left)) / 2, _PAD + head - top
    body = "".join(
        [
            *(
                f'<text x="{_PAD}" y="{_PAD + 17 + 24 * row}" font-size="18" font-weight="bold" fill="{palette["ink"]}">'
                f"{clean(line)}</text>"
                for row, line in enumerate(title)
            ),
            *(
                f'<text x="{_PAD}" y="{_PAD + 15 + 24 * len(title) + 18 * row}" font-size="13" fill="{palette["ink"]}">'
                f"{clean(line)}</text>"
                for row, line in enumerate(said)
            ),
            f'<g transform="translate({number(shift_x)} {number(shift_y)})">',
            *(_line(picture, line, palette) for line in picture.lines),
            *(_actor(picture, index, palette, theme) for index in picture.present),
            *(_label(line, palette) for line in picture.lines),
            "</g>",
            f'<g transform="translate({number(_PAD + aside)} {number(_PAD + head + bottom - top + 30)})">{key}',
            *(
                f'<text y="{number(key_height + 8 + 16 * row)}" font-size="11.5" fill="{palette["soft"]}">{clean(note)}</text>'
                for row, note in enumerate(notes)
            ),
            "</g>",
        ]
    )
    return svg_file(
        body,
        view=(x, y, w, h),
        title=title_of(picture.network, picture.show),
        description=" ".join(captions(picture)),
        ground=palette["bg"],
        size=(width, height),
        opens=None if headed else (seen[0] + shift_x, seen[1] + shift_y),
    )


def svg_file(
    body: str,
    *,
    view: tuple[float, float, float, float],
    title: str,
    description: str,
    ground: str,
    size: tuple[int, int] | None = None,
    inline: bool = False,
    opens: tuple[float, float] | None = None,
) -> str:
    """Return a whole SVG file; `view` is left, top, width and height of what it shows, `size` its width and height in px.

    inline -- as a part of a page, which has the fonts' style itself
    opens -- the middle of what a page that is smaller shows first
    """
    x, y, w, h = (number(value) for value in view)
    width, height = size or (math.ceil(view[2]), math.ceil(view[3]))
    opens_at = f' data-opens="{number(opens[0])} {number(opens[1])}"' if opens else ""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" '
        f'viewBox="{x} {y} {w} {h}" font-family={quoteattr(constants()["font"])} role="{"group" if inline else "img"}"'
        f"{opens_at}>"
        f"<title>{clean(title)}</title><desc>{clean(description)}</desc>{'' if inline else f'<style>{NARROWED}</style>'}"
        f'<rect x="{x}" y="{y}" width="{w}" height="{h}" fill="{ground}"/>{body}</svg>\n'
    )


def captions(picture: Picture) -> list[str]:
    """Return the lines that stand under a picture: what is drawn, then the network's own caption."""
    show = picture.show
    left_out = [
        *(["what is denied, sought, feared, expected or conditional"] if show.facts_only else []),
        *([] if show.reported else ["what the author only reports"]),
        *([] if show.inferred else ["the coder's inferences"]),
    ]
    pairs = any(line.relation.bundled for line in picture.lines)
    how = (
        f"one line for each of {len({frozenset((r.relation.first, r.relation.second)) for r in picture.lines})} pairs: "
        "its width and its numbers say how often"
        if pairs
        else f"{counted(len(picture.lines), 'line')}; repeated mentions are one line with their number (\N{MULTIPLICATION SIGN})"
    )
    drawn = f"Drawn: {how_much_is_drawn(picture.network, picture.show)}, {how}."
    names = {actor.id: actor.name for actor in picture.network.actors}
    parts = [
        drawn,
        f"Left out: {'; '.join(left_out)}." if left_out else "",
        "Only the main actors: those of whom most is said."
        if show.main and len(main_actors(picture.network)) < len(picture.network.actors)
        else "",
        f"As of {show.as_of.isoformat()}{'' if show.undated else ', without undated ties'}." if show.as_of else "",
        f"Within {show.depth} of {names[show.focus]}." if show.focus else "",
    ]
    return [" ".join(part for part in parts if part), *picture.network.caption]


def fold(text: str, width: float, font: float) -> list[str]:
    """Break a text into lines of at most `width` px."""
    lines = [""]
    for word in text.split():
        joined = f"{lines[-1]} {word}".strip()
        if lines[-1] and text_width(joined, font) > width:
            lines.append(word)
        else:
            lines[-1] = joined
    return lines


def path(points: Iterable[Point], x: float = 0.0, y: float = 0.0) -> str:
    """Write a closed outline as SVG path data, moved by (x, y)."""
    return "M" + "L".join(f"{number(x + px)} {number(y + py)}" for px, py in points) + "Z"


def shape_path(shape: str, half: Point, centre: Point) -> str:
    """Write the outline of a box as SVG path data, its round parts as arcs."""
    (a, b), (x, y) = half, centre

    def at(dx: float, dy: float) -> str:
        return f"{number(x + dx)} {number(y + dy)}"

    def arc(r: float, dx: float, dy: float) -> str:
        return f"A{number(r)} {number(r)} 0 0 1 {at(dx, dy)}"

    if shape == "stadium":
        return f"M{at(b - a, -b)}L{at(a - b, -b)}{arc(b, a - b, b)}L{at(b - a, b)}{arc(b, b - a, -b)}Z"
    if shape == "arch":
        r = min(b, 12.0)
        return f"M{at(-a, b)}L{at(-a, r - b)}{arc(r, r - a, -b)}L{at(a - r, -b)}{arc(r, a, r - b)}L{at(a, b)}Z"
    return path(outline(shape, a, b), x, y)


def stroke(colour: str, dash: str, width: float, *, ghost: bool, ground: str, shape: str) -> str:
    """Draw one line; what is not a fact is hollow."""
    dashes = f' stroke-dasharray="{dash}"' if dash else ""
    if not ghost:
        return f'<path d="{shape}" fill="none" stroke="{colour}" stroke-width="{number(width)}"{dashes}/>'
    return (
        f'<path d="{shape}" fill="none" stroke="{colour}" stroke-width="4.2" stroke-opacity="0.55"{dashes}/>'
        f'<path d="{shape}" fill="none" stroke="{ground}" stroke-width="2.4"/>'
    )


def _line(picture: Picture, line: Line, palette: dict[str, str]) -> str:
    r, c = line.relation, line.curve
    colour, dash = hue(r, palette), constants()["dashes"][str(r.tone)]
    shape = "M{} {}C{} {} {} {} {} {}".format(*(number(v) for p in (c.start, c.one, c.two, c.end) for v in p))
    made = stroke(colour, dash, r.width, ghost=r.ghost, ground=palette["bg"], shape=shape)
    if not r.symmetric:
        made += line_end(c, r.tone, r.width, fill=palette["bg"] if r.ghost else colour, colour=colour)
    if r.negated:
        made += f'<path d="{_negation(r, c)}" stroke="{palette["ink"]}" stroke-width="1.8"/>'
    actors = picture.network.actors
    tip = f"{actors[r.first].name} {r.text} {actors[r.second].name}"
    if r.tint is not None:
        tip += f" ({sources(picture.network)[r.tint].name})"
    return f"<g><title>{clean(tip)}</title>{made}</g>"


def _negation(r: Relation, c: Curve) -> str:
    """Return the path that crosses out what is denied; one stroke where only its mode is negated."""
    if r.denied:
        x, y = c.at(0.12)
        return f"M{number(x - 4)} {number(y - 4)}l8 8m0 -8l-8 8"
    (px, py), (qx, qy) = strike(c)
    return f"M{number(px)} {number(py)}L{number(qx)} {number(qy)}"


def tint_of(place: int, ground: str) -> str:
    """Return the colour of the source at a place, on a light or a dark ground."""
    tints: list[list[str]] = constants()["tints"]
    on_dark: bool = ground == constants()["themes"]["dark"]["bg"]
    return tints[place % len(tints)][on_dark]


def hue(relation: Relation, palette: dict[str, str]) -> str:
    """Return the colour of a line: of its sign, or of its source where it has lines of its own."""
    return tint_of(relation.tint, palette["bg"]) if relation.tint is not None else palette[str(relation.tone)]


def line_end(c: Curve, tone: int, width: float, *, fill: str, colour: str) -> str:
    """Draw the end of a line: an arrowhead, or a bar where it limits."""
    width = min(width, 5.0)
    if tone != LIMITS:
        return f'<path d="{path(arrow(c, width))}" fill="{fill}" stroke="{colour}" stroke-width="1"/>'
    (ax, ay), (bx, by) = bar(c, width)
    return f'<path d="M{number(ax)} {number(ay)}L{number(bx)} {number(by)}" stroke="{colour}" stroke-width="3"/>'


def _actor(picture: Picture, index: int, palette: dict[str, str], theme: str) -> str:
    actor, box, (x, y) = picture.network.actors[index], picture.boxes[index], picture.centres[index]
    kind = kind_style(actor.kind, theme)
    made = figure(kind, (box.half_width, box.half_height), (x, y), palette)
    bold = ' font-weight="bold"' if box.font > constants()["sizes"]["actor"][0] else ""
    ink = palette["bg"] if kind.get("invert") else palette["ink"]
    first = y - (len(box.lines) - 1) * box.font * 0.6 + box.font * 0.36
    rows = "".join(
        f'<tspan x="{number(x)}" y="{number(first + row * box.font * 1.2)}">{clean(text)}</tspan>'
        for row, text in enumerate(box.lines)
    )
    text = f'<text font-size="{number(box.font)}"{bold} text-anchor="middle" fill="{ink}">{rows}</text>'
    return f"<g><title>{clean(actor.name)} ({clean(kind['name'])})</title>{made}{text}</g>"


def kind_style(kind: str, theme: str) -> dict[str, Any]:
    """Return name, shape and fill of an actor kind; print has the fills of light."""
    known: dict[str, Any] = constants()["kinds"].get(kind) or constants()["kinds"]["Group"] | {"name": kind}
    return known | {"fill": known["dark" if theme == "dark" else "light"]}


def figure(kind: dict[str, Any], half: Point, at: Point, palette: dict[str, str]) -> str:
    """Draw the outline of an actor's kind around `at`."""
    (a, b), (x, y) = half, at
    dash = ' stroke-dasharray="4 3"' if kind.get("dashed") else ""
    made = (
        f'<path d="{shape_path(kind["shape"], (a, b), (x, y))}" fill="{kind["fill"]}" '
        f'stroke="{palette["edge"]}" stroke-width="1.2"{dash}/>'
    )
    if kind["shape"] == "bars":
        for side in (-1, 1):
            made += (
                f'<path d="M{number(x + side * (a - 5))} {number(y - b)}v{number(2 * b)}" '
                f'stroke="{palette["edge"]}" stroke-width="1"/>'
            )
    return made


def _label(line: Line, palette: dict[str, str]) -> str:
    if line.label is None:
        return ""
    plate, font = line.label.plate, size("tie")
    where = f"translate({number(plate.x)} {number(plate.y)}) rotate({number(math.degrees(plate.angle))})"
    way, middle = line.label.way, plate.half_width - 5
    colour = hue(line.relation, palette)
    at = f"translate({number(way * middle)} 0) rotate({number(math.degrees(line.label.lean))})"
    mark = f'<path d="M3 0l-6 -3.2v6.4z" transform="{at}" fill="{colour}"/>' if way else ""
    style = ' font-style="italic"' if line.relation.ghost else ""
    return (
        f'<g transform="{where}"><rect x="{number(-plate.half_width)}" y="{number(-plate.half_height)}" '
        f'width="{number(2 * plate.half_width)}" height="{number(2 * plate.half_height)}" rx="3" '
        f'fill="{palette["bg"]}" fill-opacity="0.9"/>{mark}'
        f'<text x="{number(-way * 4)}" y="{number(font * 0.35)}" font-size="{number(font)}"{style} '
        f'text-anchor="middle" fill="{colour}">{clean(line.label.text)}</text></g>'
    )


def legend(picture: Picture, width: float, palette: dict[str, str], theme: str) -> tuple[str, float]:
    """Draw the legend of what occurs in the picture; return it with its height."""
    items: list[tuple[str, str]] = []
    for tone in TONES:
        if any(line.relation.tone == tone for line in picture.lines):
            colour, dash = (
                palette[str(tone) if picture.show.colour == "sign" else "ink"],
                constants()["dashes"][str(tone)],
            )
            mark = stroke(colour, dash, 2, ghost=False, ground=palette["bg"], shape="M0 0H22")
            end = f'<path d="M30 0l-8 -3.6v7.2z" fill="{colour}"/>'
            if tone == LIMITS:
                end = f'<path d="M22 -6v12" stroke="{colour}" stroke-width="3"/>'
            items.append((mark + end, constants()["signs"][str(tone)]))
    for place in sorted({line.relation.tint for line in picture.lines if line.relation.tint is not None}):
        colour = tint_of(place, palette["bg"])
        items.append((f'<path d="M0 0H30" stroke="{colour}" stroke-width="4"/>', sources(picture.network)[place].name))
    if any(line.relation.symmetric for line in picture.lines):
        items.append(
            (f'<path d="M0 0H30" stroke="{palette["ink"]}" stroke-width="1.6"/>', "no arrow: mutual, or both ways")
        )
    items += _no_facts([line.relation for line in picture.lines if line.relation.ghost], palette)
    present = {picture.network.actors[index].kind for index in picture.present}
    for kind in [*constants()["kinds"], *sorted(present - set(constants()["kinds"]))]:
        if kind in present:
            style = kind_style(kind, theme)
            items.append((figure(style, (15, 8), (15, 0), palette), style["name"]))
    return _row(items, width, palette)


def _no_facts(ghosts: Sequence[Relation], palette: dict[str, str]) -> Iterator[tuple[str, str]]:
    """Yield the legend of what is not a fact: hollow; crossed out where it is denied; one stroke where its mode is negated."""
    hollow = stroke(palette["ink"], "", 2, ghost=True, ground=palette["bg"], shape="M0 0H30")
    over = f'stroke="{palette["ink"]}" stroke-width="1.8"/>'
    if ghosts:
        yield hollow, "hollow: not a fact"
    if any(r.denied for r in ghosts):
        yield f'{hollow}<path d="M11 -4l8 8m0 -8l-8 8" {over}', "denied"
    struck = {standing_word(r.mode, negated=True) for r in ghosts if r.negated and not r.denied}
    if struck:
        yield f'{hollow}<path d="M12 5.2l6 -10.4" {over}', ", ".join(sorted(struck))


def _row(items: Sequence[tuple[str, str]], width: float, palette: dict[str, str]) -> tuple[str, float]:
    x, y, made = 0.0, 0.0, []
    for mark, name in items:
        wide = 38 + text_width(name, 12) + 20
        if x and x + wide > width:
            x, y = 0.0, y + 24
        made.append(
            f'<g transform="translate({number(x)} {number(y)})">{mark}'
            f'<text x="38" y="4" font-size="12" fill="{palette["ink"]}">{clean(name)}</text></g>'
        )
        x += wide
    return "".join(made), y + 26
