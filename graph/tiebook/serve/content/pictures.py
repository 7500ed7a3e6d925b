"""The picture of an answer: for the page in its colours, wide or slim, or as a file of its own."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any, Final

from starlette.requests import Request
from starlette.responses import Response

from tiebook.ask import Answer
from tiebook.engine import Engine
from tiebook.errors import UsageError
from tiebook.pictures import AnswerPicture, picture
from tiebook.questions import Question
from tiebook.serve.turns import turn_of

KIND: Final = "image/svg+xml"
# a picture is opened by itself too, and has a style of its own; nothing in it runs or loads
POLICY: Final = "default-src 'none'; style-src 'unsafe-inline'"
_STATED: Final = re.compile('<meta http-equiv="Content-Security-Policy" content="([^"]+)">')
_PAIRS: Final = 600  # of boxes that lines join in the network of one answer: more take minutes, and cannot be read
_THEMES: Final = ("light", "dark", "print", "page")


def picture_of(request: Request, engine: Engine, question: Question, answer: Answer) -> Response:
    """Return the picture as SVG: `theme` is light, dark, print or page (a part of the page itself); `slim` is for a phone.

    With `bare`, a network is without title and captions: the page shows these itself.

    Raises UsageError if the answer names nothing that can be drawn, or a network that nobody could read.
    """
    theme = request.query_params.get("picture-theme", "light")
    if theme not in _THEMES:
        raise UsageError(f"there is no theme {theme!r}", hint=", ".join(_THEMES))
    drawn = picture(engine, answer, question.shape)
    slim = bool(request.query_params.get("picture-slim"))
    if isinstance(drawn, AnswerPicture):
        text = _shape(drawn, theme, slim=slim)
    else:
        from tiebook.view import svg  # noqa: PLC0415 -- few questions are drawn as a network
        from tiebook.view.layout import layout_cache  # noqa: PLC0415

        tone: Any = "light" if theme == "page" else theme
        network = drawn.network
        if theme == "page" or request.query_params.get("picture-bare"):  # the page has the question for its own title
            network = replace(network, title=", ".join(source.name for source in network.sources))
        pairs = len({frozenset((tie.source, tie.target)) for tie in network.ties})
        if pairs > _PAIRS:
            raise UsageError(
                f"lines between {pairs:,} pairs are too many to draw", hint="ask about one actor, one source or one day"
            )
        with turn_of(request):
            text = svg(
                network,
                cache=layout_cache(),
                theme=tone,
                slim=slim,
                headed=not request.query_params.get("picture-bare"),
            )
    return Response(text.encode("utf-8", "replace"), media_type=KIND, headers={"content-security-policy": POLICY})


def _shape(drawn: AnswerPicture, theme: Any, *, slim: bool) -> str:
    from tiebook.view.diagrams import SLIM, WIDE, lay_out, svg  # noqa: PLC0415
    from tiebook.view.diagrams.sheet import render  # noqa: PLC0415

    width = SLIM if slim else WIDE
    if theme != "page":
        return svg(drawn.story, drawn.shape, theme=theme, width=width)
    sheet = lay_out(drawn.story, drawn.shape, width)
    return render(sheet, title=drawn.story.heading, subtitle=drawn.story.counts, headed=False, theme="page")


def policy_of(page: str) -> str:
    """Return the policy that a page of `tiebook.view` states for itself, for this site alone to frame.

    A header is obeyed besides the page's own, so it must allow what that one names by its hashes, and nothing else.
    """
    found = _STATED.search(page)
    assert found is not None  # noqa: S101 -- the template has it
    return f"{found[1]}; frame-ancestors 'self'"
