"""What limits whom, about whom, from left to right: factor, sub-factor or mechanism, actor. On a phone from the top down."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from tiebook.view.diagrams.plans import Plan, Strand, plan_of
from tiebook.view.diagrams.sheet import Card, Head, Sheet, Wire, Words, chips, written
from tiebook.view.diagrams.story import Entry, Story
from tiebook.view.style import text_width

NARROW: Final = 560  # px: below it the columns do not fit beside each other
_PAD: Final = 9.0
_GAP: Final = 7.0  # between cards
_APART: Final = 16.0  # between groups


def layers(story: Story, width: float) -> Sheet:
    """Return the layered picture of an answer, `width` px wide."""
    plan = plan_of(story)
    return _narrow(plan, width) if width < NARROW else _wide(plan, width)


def _item(title: str, text: str, entry: Entry, at: tuple[float, float], wide: float) -> Card:
    """Return the card of a part: its name, what is said, and what qualifies it."""
    x, y = at
    words: list[Words] = []
    below = y + 4
    if title:
        words, below = written(title, x + _PAD, below, wide - 2 * _PAD, bold=True)
    if text:
        more, below = written(
            text, x + _PAD, below + (1 if title else 0), wide - 2 * _PAD, font=12.5, ink="ink" if not title else "soft"
        )
        words += more
    marks, below = _marks(entry, words, (x + _PAD, below), wide - 2 * _PAD)
    ghost = not entry.plain
    return Card(x, y, wide, below + 5 - y, "item", (*words, *marks), ghost, entry.denied, entry.number)


def _marks(entry: Entry, words: Sequence[Words], at: tuple[float, float], wide: float) -> tuple[list[Words], float]:
    """Return what qualifies a part: behind its last line where there is room, else below it; and the edge below it all."""
    x, below = at
    if entry.said and words:
        end = words[-1].box[2] + 10
        need = sum(text_width(each.text, 11) + 14 for each in entry.said)
        if end + need <= x + wide:
            return chips(entry.said, end, words[-1].y - 14, wide)[0], below
    return chips(entry.said, x, below + (2 if entry.said else 0), wide)


def _head(strand: Strand, at: tuple[float, float], size: tuple[float, float]) -> Card:
    """Return the card of a factor, as high as its parts."""
    (x, y), (wide, high) = at, size
    entry = strand.bare
    words, below = written(strand.head, x + _PAD, 0, wide - 2 * _PAD, font=14, bold=True)
    said = (*([strand.source] if strand.source else []), *(entry.said if entry else ()))
    more, below = chips(said, x + _PAD, below + 3, wide - 2 * _PAD)
    high = max(high, below + 16)
    shift = y + (high - below) / 2
    return Card(
        x, y, wide, high, "factor", tuple(replace(each, y=each.y + shift) for each in (*words, *more)),
        entry=entry.number if entry else None,
    )  # fmt: skip


def _target(text: str, plan: Plan, at: tuple[float, float], wide: float) -> Card:
    """Return the card of what the lines end at, with (x, y) the middle of its left edge."""
    x, y = at
    font, room, most = (14, 40, 24) if plan.denied else (16, 0, 9)  # several denials may be in one card
    words, below = written(
        text, x + wide / 2, 0, wide - 2 * _PAD - room, font=font, most=most, bold=True, anchor="middle"
    )
    high = max(below + 22, 46.0)
    shift = y - below / 2
    placed = tuple(replace(each, y=each.y + shift) for each in words)
    return Card(x, y - high / 2, wide, high, "denied" if plan.denied else "actor", placed, plan.denied)


@dataclass(frozen=True, slots=True)
class _Columns:
    """Where the columns stand and how wide they are, px."""

    head: float
    item_x: float
    item: float
    target_x: float
    target: float

    @property
    def out(self) -> float:
        """Where the lines to the targets begin."""
        return self.item_x + self.item + 26


def _columns(plan: Plan, width: float) -> _Columns:
    with_heads = any(strand.head for strand in plan.strands)
    head = width * 0.175 if with_heads else 0.0
    target = width * (0.095 if with_heads else 0.26)
    words = [word for strand in plan.strands for word in strand.target.split()]
    longest = max((text_width(word, 17) for word in words), default=0.0)
    target = max(target, min(longest + 2 * _PAD + 2, width * 0.26))  # no word is broken, unless it is very long
    item_x = head + (26 if with_heads else 0)
    target_x = width - target - (target + 46 if plan.beyond else 0.0)
    return _Columns(head, item_x, target_x - item_x - 70, target_x, target)


def _wide(plan: Plan, width: float) -> Sheet:
    columns = _columns(plan, width)
    cards: list[Card] = []
    wires: list[Wire] = []
    titles = zip((0, columns.item_x, columns.target_x), plan.heads, strict=True)
    words = [Words(x, 12, text, 12, ink="soft") for x, text in titles if text]
    if plan.beyond:
        words.append(Words(width - columns.target, 12, "About whom", 12, ink="soft"))
    y = 24.0
    ends: dict[str, list[tuple[float, bool]]] = {}
    for strand in plan.strands:
        own, lines, middle, high = _strand(strand, plan, columns, y)
        cards += own
        wires += lines
        stated = strand.bare is not None or any(entry.plain for _, _, entry in strand.items)
        ends.setdefault(strand.target, []).append((middle, stated))
        y += high + _APART
    targets, lines = _ends(plan, ends, (columns.out, columns.target_x, columns.target))
    cards += targets
    wires += lines
    if plan.beyond and targets:
        beyond, line, label = _beyond(plan, targets[0], width - columns.target, columns.target)
        cards.append(beyond)
        wires.append(line)
        words.append(label)
    low = max([y - _APART, *(card.y + card.high for card in cards)])
    return Sheet(width, low + 4, tuple(cards), tuple(wires), tuple(words), _key(plan))


def _strand(strand: Strand, plan: Plan, columns: _Columns, y: float) -> tuple[list[Card], list[Wire], float, float]:
    """Return the cards and thin lines of a strand from the height y on, the height of its end, and how high it is."""
    items, below = [], y
    for title, text, entry in strand.items:
        items.append(_item(title, text, entry, (columns.item_x, below), columns.item))
        below = items[-1].y + items[-1].high + _GAP
    high = below - _GAP - y if items else 40.0
    alone = sum(other.target == strand.target for other in plan.strands) == 1
    tall = max(high, _target(strand.target, plan, (0, 0), columns.target).high if alone else 0.0)
    cards: list[Card] = []
    if strand.head:
        cards.append(_head(strand, (0, y), (columns.head, tall)))
        tall = cards[0].high
    items = [_moved(item, (tall - high) / 2) for item in items]  # in the middle of a head or a target that is higher
    wires = [_join((head.right, head.middle), (item.x, item.middle)) for head in cards for item in items]
    middle = (items[0].y + items[-1].y + items[-1].high) / 2 if items else y + tall / 2
    if len(items) > 1:
        wires += [_join((item.right, item.middle), (columns.out, middle), flat=True) for item in items]
    else:
        start = items[0].right if items else columns.head
        wires.append(Wire(f"M{start:g} {middle:g}H{columns.out:g}", "2", width=1.2))
    return [*cards, *items], wires, middle, tall


def _moved(card: Card, down: float) -> Card:
    return replace(card, y=card.y + down, words=tuple(replace(each, y=each.y + down) for each in card.words))


def _join(start: tuple[float, float], end: tuple[float, float], *, flat: bool = False) -> Wire:
    """Return a thin line that bends from one height to another."""
    (ax, ay), (bx, by) = start, end
    middle = bx if flat else (ax + bx) / 2
    path = f"M{ax:g} {ay:g}H{middle:g}V{by:g}" + ("" if flat else f"H{bx:g}")
    return Wire(path, "2", width=1.2)


def _ends(
    plan: Plan, ends: dict[str, list[tuple[float, bool]]], columns: tuple[float, float, float]
) -> tuple[list[Card], list[Wire]]:
    """Return the targets in the middle of what leads to them, and the lines: one from each strand, apart where they arrive."""
    from_x, target_x, wide = columns
    cards, wires = [], []
    for name, heights in ends.items():
        middle = (heights[0][0] + heights[-1][0]) / 2
        card = _target(name, plan, (target_x, middle), wide)
        need = 20.0 * (len(heights) - 1) + 24
        if card.high < need:
            card = replace(card, y=middle - need / 2, high=need)
        cards.append(card)
        for place, (height, stated) in enumerate(heights):
            arrive = middle + (place - (len(heights) - 1) / 2) * 20
            x = target_x - 6
            path = f"M{from_x:g} {height:g}C{from_x + 34:g} {height:g} {x - 40:g} {arrive:g} {x:g} {arrive:g}"
            head: Head = "bar" if plan.tone == "2" else "arrow"
            dash = "" if stated else "7 4"
            wires.append(Wire(path, plan.tone, head, ((x, arrive), (1, 0)), 3.2 if plan.tone == "2" else 2, dash))
    return cards, wires


def _beyond(plan: Plan, target: Card, x: float, wide: float) -> tuple[Card, Wire, Words]:
    card = _target(plan.beyond, plan, (x, target.middle), wide)
    line = Wire(f"M{target.right:g} {target.middle:g}H{x - 1:g}", "0", dash="2 4", width=2)
    return card, line, Words((target.right + x) / 2, target.middle - 8, "about", 12, ink="soft", anchor="middle")


def _narrow(plan: Plan, width: float) -> Sheet:
    """From the top down: what is limited first, then each factor with its parts, all on one rail that leads up to it."""
    cards: list[Card] = []
    wires: list[Wire] = []
    words: list[Words] = []
    y = 4.0
    by_target: dict[str, list[Strand]] = {}
    for strand in plan.strands:
        by_target.setdefault(strand.target, []).append(strand)
    for name, strands in by_target.items():
        half = (width - 64) / 2 if plan.beyond else width
        top = _target(name, plan, (0, 0), half)
        top = _moved(top, y - top.y)
        cards.append(top)
        if plan.beyond:
            card, line, label = _beyond(plan, top, width - half, half)
            cards.append(card)
            wires.append(line)
            words.append(label)
        start = top.y + top.high
        y = start + 30
        words.append(
            Words(24, start + 19, plan.verb if plan.tone != "2" else f"limited by {_many(strands)}:", 12.5, ink="soft")
        )
        rail = 9.0
        last = y
        for strand in strands:
            x = 24.0
            if strand.head:
                head = _head(strand, (x, y), (width - x, 34))
                cards.append(head)
                last = head.middle
                wires.append(Wire(f"M{rail} {last:g}H{x}", plan.tone, width=2.4))
                y = head.y + head.high + _GAP
                x = 46.0
            top_of = y - _GAP
            for title, text, entry in strand.items:
                item = _item(title, text, entry, (x, y), width - x)
                cards.append(item)
                if strand.head:
                    wires.append(Wire(f"M34 {top_of:g}V{item.middle:g}H{x:g}", "2", width=1.2))
                    top_of = item.middle
                else:
                    last = item.middle
                    wires.append(Wire(f"M{rail} {last:g}H{x}", plan.tone, width=2.4))
                y = item.y + item.high + _GAP
            y += _APART - _GAP
        head_: Head = "bar" if plan.tone == "2" else "arrow"
        wires.append(Wire(f"M{rail} {last:g}V{start + 6:g}", plan.tone, head_, ((rail, start + 6), (0, -1)), 2.4))
    return Sheet(width, y, tuple(cards), tuple(wires), tuple(words), _key(plan))


def _many(strands: Sequence[Strand]) -> str:
    heads = sum(bool(strand.head) for strand in strands)
    return f"{heads} factors" if heads > 1 else "this"


def _key(plan: Plan) -> tuple[tuple[Wire | Card, str], ...]:
    head: Head = "bar" if plan.tone == "2" else "arrow"
    shown: list[tuple[Wire | Card, str]] = [(Wire("M0 0H26", plan.tone, head, ((28, 0), (1, 0)), 2.4), plan.verb)]
    entries = [entry for strand in plan.strands for _, _, entry in strand.items]
    if not all(entry.plain for entry in entries):
        said = "in dashes: inferred, only reported, or not a fact, as marked"
        shown.append((Card(0, -8, 30, 16, "item", ghost=True), said))
    if plan.denied:
        shown.append((Card(0, -8, 30, 16, "denied", ghost=True), "a denial: it is said not to have come about"))
    if any(entry.denied for entry in entries):
        shown.append(
            (Card(0, -8, 30, 16, "denied", ghost=True, crossed=False), "crossed: denied, it did not come about")
        )
    return tuple(shown)
