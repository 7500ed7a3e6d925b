"""Forms of a page as a browser without a script fills and sends them."""

from __future__ import annotations

from collections.abc import Mapping
from html.parser import HTMLParser
from urllib.parse import urlencode


class _Forms(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.forms: list[tuple[str, dict[str, str | None]]] = []
        self._select: str | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        name = given.get("name")
        if tag == "form":
            self.forms.append((given.get("action") or "", {}))
        elif tag == "input" and name and self.forms:
            off = given.get("type") == "checkbox" and "checked" not in given
            self.forms[-1][1][name] = None if off else given.get("value") or ""
        elif tag == "textarea" and name:
            self.forms[-1][1][name] = ""
        elif tag == "select" and name:
            self._select = name
            self.forms[-1][1][name] = ""
        elif tag == "option" and self._select and "selected" in given:
            self.forms[-1][1][self._select] = given.get("value") or ""

    def handle_endtag(self, tag: str) -> None:
        if tag == "select":
            self._select = None


def sent(page: str, action: str, values: Mapping[str, str]) -> str:
    """Return the address that the form of a page asks for: its fields as they stand, with some filled in."""
    parser = _Forms()
    parser.feed(page)
    fields = next(found for where, found in parser.forms if where == action)
    missing = values.keys() - fields.keys()
    assert not missing, f"{action} has no field for {missing}"
    filled = {**{name: value for name, value in fields.items() if value is not None}, **values}
    return f"{action}?{urlencode(filled)}"
