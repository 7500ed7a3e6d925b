"""COMMAND: a program that reads a paragraph as a line of JSON and writes its answer as a line of JSON."""

from __future__ import annotations

import json
import queue
import subprocess
import threading
from collections.abc import Sequence
from types import TracebackType
from typing import Final, Self

from tiebook.draft.answers import MOST_BYTES, Items, read_answer
from tiebook.draft.protocol import NoAnswer, Paragraph
from tiebook.errors import BadSource

_GRACE: Final = 5  # seconds to end by itself


class Program:
    """A running program. Use it as a context; it ends with it."""

    def __init__(self, words: Sequence[str], *, timeout: float) -> None:
        """Start the program, without a shell.

        timeout -- seconds for each answer

        Raises BadSource if it does not start.
        """
        self.name = words[0].rpartition("/")[2]
        self._timeout = timeout
        self._lines: queue.Queue[bytes] = queue.Queue()
        self._over: str | None = None
        try:
            self._process = subprocess.Popen(  # noqa: S603 -- the program that the user named
                list(words), stdin=subprocess.PIPE, stdout=subprocess.PIPE
            )
        except OSError as error:
            raise BadSource(f"the program does not start: {error.strerror}", where=words[0]) from None
        threading.Thread(target=self._read, daemon=True).start()

    def propose(self, paragraph: Paragraph) -> Items:
        """Send a paragraph and wait for its line."""
        if self._over:
            raise NoAnswer(self._over)
        try:
            self._write(paragraph)
            line = self._lines.get(timeout=self._timeout)
        except queue.Empty:
            self._end(f"the program gave no answer to paragraph {paragraph.number} within {self._timeout:g} s")
            raise NoAnswer(f"no answer within {self._timeout:g} s") from None
        except OSError:
            line = b""
        if not line.endswith(b"\n"):
            self._end(f"the program ended at paragraph {paragraph.number}")
            raise NoAnswer("the answer is longer than 32 MiB" if len(line) > MOST_BYTES else "the program ended")
        return read_answer(line.decode("utf-8", "replace"), paragraph.number)

    def _write(self, paragraph: Paragraph) -> None:
        if self._process.stdin is not None:
            self._process.stdin.write(json.dumps(paragraph.json(), ensure_ascii=False).encode() + b"\n")
            self._process.stdin.flush()

    def _read(self) -> None:
        stream = self._process.stdout
        while stream is not None:
            line = stream.readline(MOST_BYTES + 1)
            self._lines.put(line)
            if not line.endswith(b"\n"):
                return

    def _end(self, why: str) -> None:
        self._over = why
        self._process.kill()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._process.stdin is not None:
            try:
                self._process.stdin.close()
            except OSError:
                self._process.kill()  # it does not listen any more
        try:
            self._process.wait(_GRACE)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        if self._process.stdout is not None:
            self._process.stdout.close()
