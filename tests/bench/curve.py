"""Draws what a tie costs as a table grows: microseconds over the number of ties (logarithmic), a line for each kind of load."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from html import escape
from pathlib import Path
from typing import Final

Points = Sequence[tuple[int, float]]

WIDTH: Final = 720
HEIGHT: Final = 380
LEFT: Final = 64
RIGHT: Final = 676
TOP: Final = 46
BOTTOM: Final = 326
STROKES: Final = (("#0a5ca8", ""), ("#b93a05", "7 4"), ("#4d4d4d", "2 4"), ("#1b7837", "10 3 2 3"))


def draw(path: Path, title: str, lines: Mapping[str, Points]) -> Path:
    """Write an SVG of lines of (ties, microseconds a tie)."""
    sizes = sorted({size for points in lines.values() for size, _ in points})
    high = _round_up(max(1.0, *(cost for points in lines.values() for _, cost in points)))
    low_log, high_log = math.log10(sizes[0]), math.log10(sizes[-1])

    def x(size: int) -> float:
        return LEFT + (RIGHT - LEFT) * (math.log10(size) - low_log) / ((high_log - low_log) or 1)

    def y(cost: float) -> float:
        return BOTTOM - (BOTTOM - TOP) * max(cost, 0) / high

    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" font-family="sans-serif" font-size="12">',
        f"<title>{escape(title)}</title>",
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="#fff"/>',
        f'<text x="{LEFT}" y="20" font-size="14">{escape(title)}</text>',
    ]
    for step in range(5):
        cost = high * step / 4
        parts.append(f'<path d="M{LEFT} {y(cost):.1f}H{RIGHT}" stroke="#ddd"/>')
        parts.append(f'<text x="{LEFT - 6}" y="{y(cost) + 4:.1f}" text-anchor="end">{cost:g}</text>')
    parts.extend(f'<text x="{x(size):.1f}" y="{BOTTOM + 18}" text-anchor="middle">{size:,}</text>' for size in sizes)
    parts.append(f'<text x="{LEFT}" y="{TOP - 10}">µs a tie</text>')
    parts.append(f'<text x="{RIGHT}" y="{BOTTOM + 36}" text-anchor="end">ties</text>')
    for number, (name, points) in enumerate(lines.items()):
        colour, dash = STROKES[number % len(STROKES)]
        way = "M" + "L".join(f"{x(size):.1f} {y(cost):.1f}" for size, cost in points)
        parts.append(f'<path d="{way}" fill="none" stroke="{colour}" stroke-width="2" stroke-dasharray="{dash}"/>')
        parts += [f'<circle cx="{x(size):.1f}" cy="{y(cost):.1f}" r="3" fill="{colour}"/>' for size, cost in points]
        at = LEFT + number * 170
        parts.append(
            f'<path d="M{at} {HEIGHT - 12}h26" stroke="{colour}" stroke-width="2" stroke-dasharray="{dash}"/>'
            f'<text x="{at + 32}" y="{HEIGHT - 8}">{escape(name)}</text>'
        )
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("\n".join((*parts, "</svg>", "")), "utf-8")
    return path


def _round_up(value: float) -> float:
    """Return the next number with one leading digit of 1, 2, 4 or 8: quarters of it are round."""
    unit = 10.0 ** math.floor(math.log10(value))
    return next((step * unit for step in (1, 2, 4, 8) if step * unit >= value), 10 * unit)
