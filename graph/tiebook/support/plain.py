"""Makes text from data harmless where it is shown: no escape sequences, no control, direction or hidden characters."""

from __future__ import annotations

import re
from typing import Final

# control characters and halves of pairs, direction marks and overrides, line ends of other kinds, what nobody sees; a
# zero-width joiner and non-joiner stay: Persian and Indic names need them
_UNSAFE: Final = (
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ud800-\udfff"
    "\U000e0000-\U000e007f]"
)
_MARKDOWN: Final = r"[\\|`*\[\]<&~$]|(?<!\w)_|_(?!\w)"


def plain(text: str, *, keep_lines: bool = False) -> str:
    """Replace what a terminal would obey by a visible mark; line breaks by a space unless kept, tabs by a space."""
    lines = text if keep_lines else text.replace("\n", " ")
    lines = lines.replace("\t", " ")
    return lines if _is_printable(lines) else re.sub(_UNSAFE, "\ufffd", lines)


def plain_json(text: str) -> str:
    """Escape the same characters in JSON text, where nothing is lost by it."""
    return text if _is_printable(text) else re.sub(_UNSAFE, lambda match: _escaped(match[0]), text)


def plain_markdown(text: str) -> str:
    """Escape what Markdown would take as structure, markup, a link or an image."""
    return re.sub(_MARKDOWN, r"\\\g<0>", plain(text))


def _is_printable(text: str) -> bool:
    """Return whether no character of a text can be unsafe. All that are count as unprintable, and most texts have none."""
    return text.replace("\n", "").isprintable()


def _escaped(character: str) -> str:
    raw = character.encode("utf-16-be", "surrogatepass")
    return "".join(f"\\u{raw[at]:02x}{raw[at + 1]:02x}" for at in range(0, len(raw), 2))
