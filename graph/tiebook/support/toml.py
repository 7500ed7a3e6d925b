"""Parses TOML that people write by hand, within bounds: what a parser takes minutes for is refused."""

from __future__ import annotations

import re
import tomllib
from typing import Any, Final

_KEY: Final = r"""(?:"[^"\n]*+"|'[^'\n]*+'|[\w-]++)"""
_DOTTED: Final = re.compile(rf"(?<![\w\"'-])(?:{_KEY}[ \t]*+\.[ \t]*+){{100}}")  # a key of a hundred parts


def toml_of(text: str) -> dict[str, Any]:
    """Parse TOML.

    Raises TOMLDecodeError also for what the parser takes minutes for, or gives up on in words of its own.
    """
    if _DOTTED.search(text):
        raise tomllib.TOMLDecodeError("nested too deeply")
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        raise
    except (ValueError, RecursionError) as error:
        what = "nested too deeply" if isinstance(error, RecursionError) else str(error)
        raise tomllib.TOMLDecodeError(what) from None
