"""Writes the figures of agreement into docs/coding-log.md: `python -m tests.docs.agreement` (needs the articles' texts).

A second coding of a shipped case lies in `tests/samples/CASE-second`. Once it is there, its figures stand at its place in the page.
"""

from __future__ import annotations

import contextlib
import io
import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from tests import shared
from tests.conftest import ROOT
from tiebook.case import open_case
from tiebook.cli.code.agree import command

PAGE: Final = ROOT / "docs" / "coding-log.md"
MISSING: Final = "Not coded a second time yet."
_PLACE: Final = r"(<!-- agreement figures: {} -->\n).*?(\n<!-- end of agreement figures -->)"


@dataclass(frozen=True, slots=True)
class Twice:
    """A case and the part of it that was coded a second time.

    paragraphs -- which they are; "" for those in which the second coding has a claim
    """

    case: str
    text: Callable[[], Path]
    paragraphs: str = ""

    @property
    def second(self) -> Path:
        """The folder of the second coding."""
        return ROOT / "tests" / "samples" / f"{self.case}-second"

    def sampled(self) -> str:
        """Return the paragraphs that are compared."""
        return self.paragraphs or ",".join(map(str, sorted({each.paragraph for each in open_case(self.second).claims})))


TWICE: Final = (
    Twice("china-iran", shared.article, "5,6,9,13,18,20,23,24,29,32,33,37,40,44,46,47,50,52"),
    Twice("crink-security", lambda: shared.text_of("crink-security")),
    Twice("crs-china-primer", lambda: ROOT / "loaders" / "crs-china-primer" / "text.txt"),
)


def figures(twice: Twice, show: str = "report") -> str:
    """Return one table of `tiebook agree` on the sampled paragraphs, as Markdown without its heading."""
    if not twice.second.is_dir():
        return MISSING
    out = io.StringIO()
    arguments = [str(ROOT / "loaders" / twice.case), str(twice.second)]
    options = ["--paragraphs", twice.sampled(), "--text", str(twice.text()), "--show", show, "-f", "markdown"]
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(io.StringIO()):
        command.main([*arguments, *options], standalone_mode=False)
    return "\n".join(line for line in out.getvalue().splitlines() if line.startswith("|"))


def page(*cases: str) -> str:
    """Return docs/coding-log.md with the figures of now, of some cases or of all."""
    text = PAGE.read_text("utf-8")
    for twice in TWICE:
        if not cases or twice.case in cases:
            place = re.search(_PLACE.format(twice.case), text, re.DOTALL)
            assert place, f"docs/coding-log.md has no place for the figures of {twice.case}"
            text = f"{text[: place.start()]}{place[1]}\n{figures(twice)}\n{place[2]}{text[place.end() :]}"
    return text


if __name__ == "__main__":
    PAGE.write_text(page(), "utf-8")
