"""Writes the figures of agreement into docs/coding.md: `python -m tests.docs.agreement` (needs the article's text)."""

from __future__ import annotations

import contextlib
import io
import re

from tests import shared
from tests.conftest import ROOT
from tiebook.cli.code.agree import command

SAMPLE = "5,6,9,13,18,20,23,24,29,32,33,37,40,44,46,47,50,52"
PAGE = ROOT / "docs" / "coding.md"
_PLACE = re.compile(r"(<!-- agreement figures -->\n).*?(\n<!-- end of agreement figures -->)", re.DOTALL)


def figures(show: str) -> str:
    """Return one table of `tiebook agree` on the sampled paragraphs, as Markdown without its heading."""
    out = io.StringIO()
    arguments = [str(ROOT / "loaders" / "china-iran"), str(ROOT / "tests" / "samples" / "china-iran-second")]
    options = ["--paragraphs", SAMPLE, "--text", str(shared.article()), "--show", show, "-f", "markdown"]
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(io.StringIO()):
        command.main([*arguments, *options], standalone_mode=False)
    return "\n".join(line for line in out.getvalue().splitlines() if line.startswith("|"))


def page() -> str:
    """Return docs/coding.md with the figures of now."""
    return _PLACE.sub(lambda match: f"{match[1]}\n{figures('report')}\n{match[2]}", PAGE.read_text("utf-8"))


if __name__ == "__main__":
    PAGE.write_text(page(), "utf-8")
