"""Who may ask: the Host, the token and its cookie, writes from this site alone; and the headers of every response."""

from __future__ import annotations

import asyncio
import hmac
from http.cookies import CookieError, SimpleCookie
from typing import Final
from urllib.parse import parse_qsl, urlencode, urlsplit

from starlette.applications import Starlette
from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.types import Message, Receive, Scope, Send

from tiebook.serve.failures import failure_response
from tiebook.serve.page import render
from tiebook.serve.settings import Settings

POLICY: Final = (
    "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none';"
    " form-action 'self'; frame-ancestors 'self'"
)
_HEADERS: Final = {
    "content-security-policy": POLICY,
    "x-content-type-options": "nosniff",
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "x-frame-options": "SAMEORIGIN",
    "cache-control": "no-store",
}
_OPEN: Final = "/assets/"  # style sheets and scripts have nothing in them that is anybody's


class Guard:
    """The application as it is served: all pages behind what is looked at first, also where a page fails."""

    def __init__(self, pages: Starlette, settings: Settings) -> None:
        """Wrap the pages with their settings."""
        self.pages = pages
        self._settings = settings
        self._slots = asyncio.Semaphore(settings.limits.at_once)
        self._inside = 0

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let a request through, or answer it here."""
        if scope["type"] != "http":
            return
        scope["app"] = self.pages
        sent = _with_headers(send)
        refused = self._refusal(Request(scope, receive))
        if refused is not None:
            await refused(scope, receive, sent)
            return
        if scope["path"].startswith(_OPEN):
            await self.pages(scope, receive, sent)
            return
        limits = self._settings.limits
        if self._inside >= limits.at_once + limits.waiting:
            busy = failure_response(Request(scope), 503, "Too many requests at once.", "try again in a moment")
            busy.headers["retry-after"] = "2"
            await busy(scope, receive, sent)
            return
        self._inside += 1
        try:
            async with self._slots:
                await self.pages(scope, receive, sent)
        finally:
            self._inside -= 1

    def _refusal(self, request: Request) -> Response | None:
        limits = self._settings.limits
        if len(request.scope["raw_path"] or b"") + len(request.scope["query_string"]) > limits.address:
            return PlainTextResponse("this address is too long", 414)
        if _name_of(request.headers.get("host", "")) not in self._settings.hosts:
            return PlainTextResponse("this page is not served under that name", 421)
        if request.method in ("GET", "HEAD"):
            return self._reading(request)
        return self._writing(request)

    def _reading(self, request: Request) -> Response | None:
        if request.url.path.startswith(_OPEN) or self._carried(request.headers):
            return None
        query = parse_qsl(request.scope["query_string"].decode("latin-1"), keep_blank_values=True)
        given = [value for name, value in query if name == "token"]
        if not given or not self._is_token(given[0]):
            return failure_response(
                request, 401, "Open the address that tiebook serve printed: it ends in the token of this page."
            )
        rest = urlencode([item for item in query if item[0] != "token"])
        address = request.url.path + (f"?{rest}" if rest else "")
        # A page and no redirect: the next request is then this site's own, and brings the cookie also where another site or
        # a file led here.
        page = render(request, "opening.html", title="Tiebook", address=_own(address))
        page.set_cookie(self._settings.cookie, self._settings.token, httponly=True, samesite="strict", path="/")
        return page

    def _writing(self, request: Request) -> Response | None:
        if not self._carried(request.headers):
            return failure_response(request, 401, "this page needs its token")
        if not _from_here(request.headers):
            return failure_response(request, 403, "only the page itself may write")
        if request.headers.get("content-type", "").partition(";")[0].strip().lower() != "application/json":
            return failure_response(request, 415, "a request that writes must be application/json")
        length = request.headers.get("content-length", "")
        if not length.isdecimal():
            return failure_response(request, 411, "a request that writes must state its length")
        if int(length) > self._settings.limits.body:
            return failure_response(request, 413, f"at most {self._settings.limits.body:,} bytes are accepted")
        return None

    def _carried(self, headers: Headers) -> bool:
        """Return whether a request brings the token as its cookie, or as a program does."""
        try:
            cookie = SimpleCookie(headers.get("cookie", "")).get(self._settings.cookie)
        except CookieError:
            cookie = None
        scheme, _, given = headers.get("authorization", "").partition(" ")
        return (cookie is not None and self._is_token(cookie.value)) or (
            scheme.lower() == "bearer" and self._is_token(given.strip())
        )

    def _is_token(self, given: str) -> bool:
        return hmac.compare_digest(given.encode("utf-8", "replace"), self._settings.token.encode())


def _own(address: str) -> str:
    """Return an address on this site: //host would lead to another."""
    return "/" + address.lstrip("/\\")


def _name_of(host: str) -> str:
    """Return the name in a Host header, without its port; empty where it is none."""
    try:
        parts = urlsplit(f"//{host}")
        port = parts.port
    except ValueError:
        return ""
    name = parts.netloc if port is None else parts.netloc.rpartition(":")[0]
    return name.lower() if "@" not in name else ""


def _from_here(headers: Headers) -> bool:
    """Return whether a browser says that this site itself sends: by Sec-Fetch-Site, or without that by the Origin."""
    site, origin = headers.get("sec-fetch-site"), headers.get("origin")
    own = {f"{scheme}://{headers.get('host', '').lower()}" for scheme in ("http", "https")}
    if origin is not None and origin.lower() not in own:
        return False
    return site == "same-origin" if site is not None else origin is not None


def _with_headers(send: Send) -> Send:
    async def sent(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in _HEADERS.items():
                headers.setdefault(name, value)
        await send(message)

    return sent
