"""Where a drawing that is larger than a phone opens: as near to its middle as cuts no box, if there is such a place."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tiebook.view.drawing.picture import Picture

PHONE: Final = (358.0, 600.0)  # px that the frame of a picture has there
_AIR: Final = 6.0  # px between the edge and a box
_CUT: Final = 2.0  # boxes that may be seen less for one that is cut less

Span = tuple[float, float]


def opening(picture: Picture, room: tuple[float, float] = PHONE) -> tuple[float, float]:
    """Return the centre of the part that is seen first, in the coordinates of the drawing.

    Of the places that cut fewest boxes and show most of them whole it is the one nearest to the middle, first sideways.
    """
    left, top, right, bottom = picture.bounds
    middle_x, middle_y = (left + right) / 2, (top + bottom) / 2
    across = [_span(picture, index, 0) for index in picture.present]
    down = [_span(picture, index, 1) for index in picture.present]
    rows = [i for i, span in enumerate(down) if _meets(span, middle_y, room[1])]
    x = _best([across[i] for i in rows], (left, right), room[0])
    columns = [i for i, span in enumerate(across) if _meets(span, x, room[0])]
    y = _best([down[i] for i in columns], (top, bottom), room[1])
    return (x if right - left > room[0] else middle_x), (y if bottom - top > room[1] else middle_y)


def _span(picture: Picture, index: int, way: int) -> Span:
    box = picture.boxes[index]
    half = box.half_height if way else box.half_width
    return picture.centres[index][way] - half, picture.centres[index][way] + half


def _meets(span: Span, centre: float, room: float) -> bool:
    return span[1] > centre - room / 2 and span[0] < centre + room / 2


def _best(spans: Sequence[Span], whole: Span, room: float) -> float:
    """Return the centre of the window, one way."""
    middle = (whole[0] + whole[1]) / 2
    first, last = whole[0] + room / 2, whole[1] - room / 2
    if first >= last:
        return middle
    tried = [middle, *(low - _AIR + room / 2 for low, _ in spans), *(high + _AIR - room / 2 for _, high in spans)]

    def cost(centre: float) -> tuple[float, float]:
        low, high = centre - room / 2, centre + room / 2
        cut = sum(one < low < other or one < high < other for one, other in spans)
        seen = sum(low <= one and other <= high for one, other in spans)
        return _CUT * cut - seen, abs(centre - middle)

    return min((min(max(each, first), last) for each in tried), key=cost)
