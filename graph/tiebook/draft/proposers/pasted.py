"""FILE: what an assistant answered to `tiebook draft CASE --prompt`, pasted into a file."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from tiebook.draft.answers import Items, read_answers
from tiebook.draft.protocol import NoAnswer, Paragraph
from tiebook.errors import BadSource
from tiebook.support.small_files import read_text


class Pasted:
    """Returns for each paragraph what the file has of it."""

    def __init__(self, path: Path) -> None:
        """Read the file.

        Raises BadSource if it cannot be read or has no answer at all.
        """
        self.name = path.name
        try:
            text = read_text(path)
        except OSError as error:
            raise BadSource(f"the answer cannot be read: {error.strerror}", where=str(path)) from None
        except UnicodeDecodeError:
            raise BadSource("the answer is not UTF-8", where=str(path)) from None
        self._answers, self._broken = read_answers(text)
        if not self._answers and not self._broken:
            hint = "paste the whole answer to `tiebook draft CASE --prompt`"
            raise BadSource("there is no answer for any paragraph in it", where=str(path), hint=hint)

    def beyond(self, known: Collection[int]) -> list[int]:
        """Return the paragraphs that the file answers for and the text does not have."""
        return sorted({*self._answers, *self._broken} - set(known))

    def propose(self, paragraph: Paragraph) -> Items:
        """Return the file's proposals for a paragraph."""
        if paragraph.number in self._answers:
            return self._answers[paragraph.number]
        broken = paragraph.number in self._broken
        raise NoAnswer("its answer is cut or broken JSON" if broken else "there is none in the file")
