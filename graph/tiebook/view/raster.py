"""PNG and PDF of the SVG, through two optional libraries: `pip install "tiebook[picture]"`.

resvg-py (MPL-2.0 and MIT) draws PNG; typst (Apache-2.0) embeds the SVG in a PDF as vectors with searchable text. Neither
needs a system library. A font is taken from the machine, and its absence is an error: resvg would drop all text silently.
"""

from __future__ import annotations

import html
import os
import re
import sys
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from tiebook.errors import TiebookError
from tiebook.support.numbers import first_of
from tiebook.view.fonts import family, letters, undrawable

if TYPE_CHECKING:
    from collections.abc import Iterator

_WANTED: Final = (
    "arial.ttf", "LiberationSans-Regular.ttf", "Arial.ttf", "Helvetica.ttc", "DejaVuSans.ttf", "NotoSans-Regular.ttf",
    "segoeui.ttf",
)  # fmt: skip
_FAMILY: Final = {
    "LiberationSans-Regular.ttf": "Liberation Sans", "DejaVuSans.ttf": "DejaVu Sans", "NotoSans-Regular.ttf": "Noto Sans",
    "Helvetica.ttc": "Helvetica", "segoeui.ttf": "Segoe UI",
}  # fmt: skip


_NAMED: Final = 5
_WIDE: Final = {"DejaVu Sans": 0.87, "Noto Sans": 0.95}


class CannotDraw(TiebookError):
    """A PNG or PDF cannot be made here: a library or a font is missing."""


def png(svg: str, *, scale: float = 2.0) -> bytes:
    """Draw an SVG as PNG, `scale` device pixels to each of its own.

    Raises CannotDraw where resvg-py or a font is missing.
    """
    resvg = _library("resvg_py", "resvg-py", "PNG")
    file, family = font()
    _check_letters(svg)
    made: bytes = bytes(
        resvg.svg_to_bytes(
            svg_string=_narrowed(svg, family), zoom=scale, sans_serif_family=family, font_files=[str(file)]
        )
    )
    return made


def pdf(svg: str) -> bytes:
    """Put an SVG on a PDF page of its own size.

    Raises CannotDraw where typst or a font is missing.
    """
    typst = _library("typst", "typst", "PDF")
    file, family = font()
    _check_letters(svg)
    svg = _narrowed(svg, family)
    match = re.search(r'<svg[^>]* width="(\d+)" height="(\d+)"', svg)
    width, height = (float(match[1]), float(match[2])) if match else (1200.0, 900.0)
    text = (
        f"#set page(width: {width * 0.75}pt, height: {height * 0.75}pt, margin: 0pt)\n"
        '#set document(date: none)\n#image(sys.inputs.svg_bytes, format: "svg", width: 100%)\n'
    )
    text = text.replace("sys.inputs.svg_bytes", f"bytes({_typst_text(svg)})")
    folders = [str(file.parent), *(str(folder) for folder in _folders() if folder.is_dir())]
    made: bytes = typst.compile(text.encode(), font_paths=folders)
    return made


def _check_letters(svg: str) -> None:
    """Check that every text of a picture can be drawn on this machine.

    Raises CannotDraw with the texts that would be empty boxes.
    """
    texts = (html.unescape(text) for text in re.findall(r"<(?:tspan|text)[^>]*>([^<]+)<", svg))
    found = undrawable(texts, _files())
    if found:
        hint = "set TIEBOOK_FONT to a font file that has them, or write .svg or .html, which the reader's machine draws"
        raise CannotDraw(f"no font on this machine has the letters of: {first_of(found, _NAMED)}", hint=hint)


def _files() -> Iterator[Path]:
    """Return the font files of this machine, the one that is used first."""
    yield font()[0]
    for folder in _folders():
        yield from sorted(folder.rglob("*")) if folder.is_dir() else ()


def _narrowed(svg: str, family: str) -> str:
    """Return the picture with smaller letters where the font is wider than the one that its texts are reckoned by."""
    factor = _WIDE.get(family)
    if factor is None:
        return svg
    return re.sub(r'font-size="([0-9.]+)"', lambda found: f'font-size="{float(found[1]) * factor:.2f}"', svg)


def _typst_text(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\r", "\\r") + '"'


def _library(module: str, package: str, what: str) -> Any:
    try:
        return import_module(module)
    except ImportError:
        hint = f'pip install "tiebook[picture]", or write an .svg and convert it ({package} is missing)'
        raise CannotDraw(f"{what} needs an optional library", hint=hint) from None


@cache
def font() -> tuple[Path, str]:
    """Find a sans-serif font on this machine: its file and family; TIEBOOK_FONT names a file of your own.

    Raises CannotDraw if there is none, or it cannot be read.
    """
    own = os.environ.get("TIEBOOK_FONT")
    if own:
        if not letters(Path(own)):
            what = "is not a font that can be read" if Path(own).is_file() else "is not there"
            raise CannotDraw(f"the font that TIEBOOK_FONT names {what}: {own}", hint="name a .ttf, .otf or .ttc file")
        return Path(own), family(Path(own))
    found: dict[str, Path] = {}
    for folder in _folders():
        for file in folder.rglob("*") if folder.is_dir() else ():
            if file.name in _WANTED:
                found.setdefault(file.name, file)
    for name in _WANTED:
        if name in found:
            return found[name], _FAMILY.get(name, "Arial")
    raise CannotDraw(
        "no font for the labels was found", hint="install Liberation, DejaVu or Noto Sans, or set TIEBOOK_FONT"
    )


def _folders() -> Iterator[Path]:
    home = Path.home()
    if sys.platform == "win32":
        yield Path(os.environ.get("WINDIR", "C:/Windows")) / "Fonts"
    elif sys.platform == "darwin":
        yield from (home / "Library/Fonts", Path("/Library/Fonts"), Path("/System/Library/Fonts"))
    else:
        yield from (
            home / ".fonts",
            home / ".local/share/fonts",
            Path("/usr/local/share/fonts"),
            Path("/usr/share/fonts"),
        )
