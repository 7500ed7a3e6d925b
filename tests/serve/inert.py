"""Whether a page is inert: only our own elements, nothing inline that runs or styles, addresses of this site alone."""

from __future__ import annotations

import functools
from html.parser import HTMLParser

_ELEMENTS = frozenset(
    (
        "html head meta title link body a header nav main footer p h1 h2 h3 ul ol li form input button select option textarea label"
        " datalist fieldset legend div span section article details summary table thead tbody tr th td code pre q mark dl dt dd"
        " blockquote figure figcaption noscript picture source img iframe script strong em b i aside template dialog output"
        " progress"
    ).split()
)
_ADDRESSES = ("href", "src", "action", "srcset", "formaction", "data-picture")


_INERT: set[str] = set()


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.wrong: list[str] = []

    def parse_starttag(self, i: int) -> int:
        """Read a tag, but none a second time that was found inert: most pages have most of theirs in common."""
        end = self.check_for_whole_start_tag(i)
        tag = self.rawdata[i:end]
        if end > 0 and tag in _INERT:
            return end
        before = len(self.wrong)
        read = super().parse_starttag(i)
        if read == end > 0 and len(self.wrong) == before and self.cdata_elem is None:
            _INERT.add(tag)
        return read

    def updatepos(self, i: int, j: int) -> int:  # noqa: ARG002
        """Count no lines: nobody asks where in the page a tag stands."""
        return j

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag not in _ELEMENTS:
            self.wrong.append(f"<{tag}>")
        for name, value in attrs:
            if name.startswith("on") or name in ("style", "srcdoc", "ping", "background"):
                self.wrong.append(f"<{tag} {name}={value!r}>")
            if name in _ADDRESSES and not _is_own(value or ""):
                self.wrong.append(f"<{tag} {name}={value!r}>")
        if tag == "script" and not (given.get("src") or "").startswith("/assets/"):
            self.wrong.append("<script> without src")
        if tag == "iframe" and not (given.get("src") or "").startswith("/network/page"):
            self.wrong.append(f"<iframe src={given.get('src')!r}>")


def _is_own(address: str) -> bool:
    """Return whether an address stays on this site: a path, a query or a part of the page."""
    return address.startswith("#") or (address.startswith("/") and not address.startswith(("//", "/\\")))


@functools.lru_cache(256)
def faults(page: str) -> list[str]:
    """Return what is not inert in a page."""
    reader = _Reader()
    reader.feed(page)
    reader.close()
    return reader.wrong
