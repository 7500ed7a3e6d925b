"""Pages and data as responses: templates are filled with every value escaped."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Final
from urllib.parse import quote

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup
from platformdirs import user_cache_path
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from tiebook import __version__
from tiebook.engine import Engine
from tiebook.engine.database import Database
from tiebook.errors import UsageError
from tiebook.questions import QuestionLibrary
from tiebook.serve.compiled import Compiled
from tiebook.serve.content.commands import commands_in
from tiebook.serve.content.wording import in_words, kind_in_words, said, sentence
from tiebook.serve.settings import Settings

# what a reader does not see but a browser obeys: control characters, marks and overrides of direction, hidden characters
_UNSEEN: Final = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\uffff\ud800-\udfff"
    "\U000e0000-\U000e007f]"
)


@dataclass(frozen=True, slots=True, order=True)
class Entry:
    """An entry of the menu, in the order of `place`; `shown` says for which settings it is there.

    below -- where the addresses of the pages begin that belong to it, beside its own
    """

    place: int
    label: str
    address: str
    shown: Callable[[Settings], bool] = lambda _: True
    below: str | None = None

    def current(self, here: str) -> str:
        """Return the value of `aria-current` on the page at an address: "page" for its own, "true" for one of its pages, or ""."""
        if here == self.address:
            return "page"
        return "true" if self.below is not None and here.startswith(self.below) else ""


def settings_of(request: Request) -> Settings:
    """Return what the page is served with."""
    found: Settings = request.app.state.settings
    return found


def engine_of(request: Request) -> Engine:
    """Return the engine, of the state that is on disk now.

    Raises DatabaseMissing, ModelMismatch, and what the engine raises.
    """
    database: Database = request.app.state.database
    return database.engine()


def library_of(request: Request) -> QuestionLibrary:
    """Return the stored questions."""
    found: QuestionLibrary = request.app.state.library
    return found


def render(request: Request, template: str, *, status: int = 200, **values: Any) -> HTMLResponse:
    """Return a template of `pages`, filled. `title` is the page's own; `menu`, `here` and `version` are set here."""
    settings = settings_of(request)
    menu = [entry for entry in request.app.state.menu if entry.shown(settings)]
    page = environment().get_template(template)
    text = page.render(menu=menu, here=request.url.path, version=__version__, **values)
    return HTMLResponse(text.encode("utf-8", "replace"), status)


def as_json(data: Any, *, status: int = 200) -> Response:
    """Return data as JSON, days as texts."""
    text = json.dumps(data, ensure_ascii=False, default=str, allow_nan=False)
    return Response(text.encode("utf-8", "replace"), status, media_type="application/json")


async def read_json(request: Request) -> Any:
    """Return the JSON that a request sent; the guard has limited its size.

    Raises UsageError if it is none.
    """
    try:
        found = json.loads(await request.body())
        json.dumps(found, ensure_ascii=False).encode()  # JSON can say half a character, which no file can hold
    except (ValueError, RecursionError):
        raise UsageError("the request is not JSON") from None
    return found


@cache
def environment() -> Environment:
    """Return the templates: escaping is on, a missing value is a fault."""
    made = Environment(
        loader=PackageLoader("tiebook.serve", "pages"),
        bytecode_cache=None
        if sys.dont_write_bytecode
        else Compiled(user_cache_path("tiebook", appauthor=False) / "pages"),
        autoescape=True,
        undefined=StrictUndefined,
        auto_reload=False,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_shown,
    )
    made.filters.update(_FILTERS)
    return made


def _shown(value: Any) -> Any:
    """Return a value as a page shows it: nothing for None, a visible mark for invisible characters."""
    if value is None:
        return ""
    if isinstance(value, Markup) or not isinstance(value, str) or (value.isprintable() and "\ufffc" not in value):
        return value  # of what Python prints only U+FFFC is unseen
    return _UNSEEN.sub("\ufffd", value)


def quoted(text: str) -> str:
    """Return a text as a part of an address's path; ids of claims have slashes in them, which stay."""
    return quote(str(text), safe="/")


_FILTERS: Final[Mapping[str, Callable[..., Any]]] = {
    "said": said,
    "in_words": in_words,
    "kind_in_words": kind_in_words,
    "sentence": sentence,
    "part": quoted,
    "commands": commands_in,
}
