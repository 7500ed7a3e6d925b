"""PNG and PDF of the SVG, through two optional libraries: `pip install "tiebook[picture]"`.

resvg-py (MPL-2.0 and MIT) draws PNG; typst (Apache-2.0) embeds the SVG in a PDF as vectors with searchable text. Neither
needs a system library. A font is taken from the machine, and its absence is an error: resvg would drop all text silently.
"""

from __future__ import annotations

import os
import re
import sys
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from tiebook.errors import TiebookError

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


class CannotDraw(TiebookError):
    """A PNG or PDF cannot be made here: a library or a font is missing."""


def png(svg: str, *, scale: float = 2.0) -> bytes:
    """Draw an SVG as PNG, `scale` device pixels to each of its own.

    Raises CannotDraw where resvg-py or a font is missing.
    """
    resvg = _library("resvg_py", "resvg-py", "PNG")
    made: bytes = bytes(resvg.svg_to_bytes(svg_string=svg, zoom=scale, sans_serif_family=font()[1]))
    return made


def pdf(svg: str) -> bytes:
    """Put an SVG on a PDF page of its own size.

    Raises CannotDraw where typst or a font is missing.
    """
    typst = _library("typst", "typst", "PDF")
    font()
    match = re.search(r'<svg[^>]* width="(\d+)" height="(\d+)"', svg)
    width, height = (float(match[1]), float(match[2])) if match else (1200.0, 900.0)
    text = (
        f"#set page(width: {width * 0.75}pt, height: {height * 0.75}pt, margin: 0pt)\n"
        '#set document(date: none)\n#image(sys.inputs.svg_bytes, format: "svg", width: 100%)\n'
    )
    text = text.replace("sys.inputs.svg_bytes", f"bytes({_typst_text(svg)})")
    made: bytes = typst.compile(text.encode(), font_paths=[str(folder) for folder in _folders() if folder.is_dir()])
    return made


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

    Raises CannotDraw where there is none.
    """
    own = os.environ.get("TIEBOOK_FONT")
    if own and Path(own).is_file():
        return Path(own), Path(own).stem
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
