"""URL: an endpoint that speaks OpenAI's chat completions: Ollama, llama.cpp, vLLM, or a vendor.

The text goes to the address that the user named and nowhere else: redirects are not followed. The key comes from the
environment, is sent only over TLS or to this machine, and stands in no message.
"""

from __future__ import annotations

import json
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Mapping
from datetime import UTC
from email.message import Message
from email.utils import parsedate_to_datetime
from http.client import HTTPException, HTTPResponse
from math import isfinite
from typing import IO, Any, Final
from urllib.parse import urlsplit

from tiebook.draft.answers import MOST_BYTES, Items, read_answer
from tiebook.draft.prompt import instructions, paragraph_text
from tiebook.draft.protocol import Article, NoAnswer, Paragraph
from tiebook.errors import UsageError

KEYS: Final = ("TIEBOOK_API_KEY", "OPENAI_API_KEY")
MODEL: Final = "TIEBOOK_MODEL"
_HERE: Final = ("localhost", "127.0.0.1", "::1")
_TRIES: Final = 4
_LONGEST_WAIT: Final = 60.0  # seconds
_AGAIN: Final = (408, 425, 429, 500, 502, 503, 504)
_SHOWN: Final = 200


class Endpoint:
    """An endpoint, asked once for each paragraph."""

    def __init__(
        self,
        url: str,
        article: Article,
        environment: Mapping[str, str],
        *,
        model: str | None = None,
        timeout: float = 120,
        pause: Callable[[float], None] = time.sleep,
        now: Callable[[], float] = time.time,
    ) -> None:
        """Note where to ask.

        Raises UsageError for an address that is none, or to which the key may not go.
        """
        parts = urlsplit(url)
        if parts.scheme not in ("http", "https") or not parts.hostname or parts.username:
            raise UsageError(f"{url!r} is not the address of an endpoint", hint="write http://localhost:11434/v1")
        path = parts.path.rstrip("/")
        self.address = parts._replace(
            path=path if path.endswith("/chat/completions") else f"{path}/chat/completions", fragment=""
        ).geturl()
        self.host = parts.netloc
        self.model = model or environment.get(MODEL) or "default"
        self.name = f"{self.model} at {self.host}"
        self._key = next((environment[name] for name in KEYS if environment.get(name)), None)
        here = parts.hostname in _HERE
        if self._key and parts.scheme == "http" and not here:
            raise UsageError("a key is not sent without TLS to another machine", hint="use https, or unset the key")
        handlers: list[urllib.request.BaseHandler] = [_NoRedirect()]
        if here:
            handlers.append(urllib.request.ProxyHandler({}))
        self._open = urllib.request.build_opener(*handlers).open
        self._system = instructions(article)
        self._timeout = timeout
        self._pause = pause
        self._now = now

    def propose(self, paragraph: Paragraph) -> Items:
        """Ask about a paragraph."""
        return read_answer(self._answer(paragraph), paragraph.number)

    def _answer(self, paragraph: Paragraph) -> str:
        messages = [
            {"role": "system", "content": self._system},
            {"role": "user", "content": paragraph_text(paragraph)},
        ]
        body = {"model": self.model, "messages": messages, "temperature": 0, "stream": False}
        for left in range(_TRIES - 1, -1, -1):
            try:
                kind, content = self._send(json.dumps(body).encode())
            except urllib.error.HTTPError as error:
                wait = self._wait(error.headers, _TRIES - left)
                said = self._without_key(error.read(_SHOWN).decode("utf-8", "replace"))
                error.close()
                if error.code not in _AGAIN or not left or wait > _LONGEST_WAIT:
                    raise NoAnswer(f"{self.host} answered {error.code}: {' '.join(said.split())}") from None
                self._pause(wait)
            except (OSError, HTTPException) as error:
                reason = getattr(error, "reason", None) or error
                raise NoAnswer(f"{self.host} did not answer: {self._without_key(str(reason))}") from None
            else:
                return _streamed(content) if kind == "text/event-stream" else _whole(content)
        raise NoAnswer(f"{self.host} did not answer")

    def _send(self, body: bytes) -> tuple[str, str]:
        headers = {"Content-Type": "application/json", "Accept": "application/json, text/event-stream"}
        if self._key:
            headers["Authorization"] = f"Bearer {self._key}"
        request = urllib.request.Request(self.address, body, headers, method="POST")  # noqa: S310 -- http or https
        with self._open(request, timeout=self._timeout) as response:
            return response.headers.get_content_type(), _within(response, time.monotonic() + self._timeout)

    def _wait(self, headers: Message, tried: int) -> float:
        asked = headers.get("Retry-After", "")
        seconds = _seconds(asked)
        if seconds is None:
            until, now = _moment(asked), _moment(headers.get("Date", ""))
            seconds = None if until is None else until - (self._now() if now is None else now)
        return 2.0**tried if seconds is None else max(seconds, 0.0)

    def _without_key(self, text: str) -> str:
        return text.replace(self._key, "***") if self._key else text


def _seconds(text: str) -> float | None:
    try:
        seconds = float(text)
    except ValueError:
        return None
    return seconds if isfinite(seconds) else None


def _moment(text: str) -> float | None:
    """Return the seconds since the epoch of a date as HTTP writes it; None if it is none."""
    try:
        moment = parsedate_to_datetime(text)
    except (ValueError, OverflowError):
        return None
    return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).timestamp()


class _NoRedirect(urllib.request.HTTPRedirectHandler):
    """The text goes where the user said."""

    def redirect_request(
        self, req: urllib.request.Request, fp: IO[bytes], code: int, msg: str, headers: Any, newurl: str
    ) -> None:
        """Follow nothing: the answer is an error of its own."""
        del req, fp, code, msg, headers, newurl


def _within(response: HTTPResponse, end: float) -> str:
    """Read an answer, within bounds of size and time also where it trickles in."""
    parts, size = [], 0
    while part := response.read1(1 << 16):
        parts.append(part)
        size += len(part)
        if size > MOST_BYTES:
            raise NoAnswer("the answer is longer than 32 MiB")
        if time.monotonic() > end:
            raise NoAnswer("the answer took too long")
    if response.length:
        raise NoAnswer("the answer was cut")
    return b"".join(parts).decode("utf-8", "replace")


def _whole(content: str) -> str:
    """Return what the message of a completion says."""
    try:
        choice = json.loads(content)["choices"][0]
        message, finish = choice["message"], choice.get("finish_reason")
        said = message.get("content")
    except (ValueError, KeyError, IndexError, TypeError, AttributeError, RecursionError):
        raise NoAnswer("the answer is not a chat completion") from None
    if message.get("refusal"):
        raise NoAnswer(f"refused: {message['refusal']!s:.60}")
    return _finished(said if isinstance(said, str) else "", finish)


def _streamed(content: str) -> str:
    """Return what the parts of a streamed completion say together."""
    said, finish = [], None
    for line in content.splitlines():
        data = line.removeprefix("data:").strip()
        if not line.startswith("data:") or data == "[DONE]":
            continue
        try:
            choice = json.loads(data)["choices"][0]
            said.append(choice.get("delta", {}).get("content") or "")
            finish = choice.get("finish_reason") or finish
        except (ValueError, KeyError, IndexError, TypeError, AttributeError, RecursionError):
            continue  # a part about usage, or a cut one: then nothing says that it is finished
    if finish is None:
        raise NoAnswer("the answer was cut")
    return _finished("".join(said), finish)


def _finished(said: str, finish: object) -> str:
    if finish == "length":
        raise NoAnswer("the answer was cut: the model's limit of length was reached")
    if finish == "content_filter":
        raise NoAnswer("refused by the endpoint's filter")
    return said
