"""Templates kept compiled between starts, as Python keeps modules: compiling them is a good part of the first answer's time."""

from __future__ import annotations

from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import Final

import jinja2
from jinja2.bccache import Bucket, BytecodeCache

from tiebook import __version__
from tiebook.support.atomic_write import write_atomically

_MADE_BY: Final = f"{jinja2.__version__} {__version__} ".encode()
_DIGEST: Final = 32  # bytes


class Compiled(BytecodeCache):
    """A folder with one file for each template, used only if unchanged; if none can be written, templates are compiled again."""

    def __init__(self, folder: Path) -> None:
        """Store compiled templates in a folder, which need not exist yet."""
        self._folder = folder

    def load_bytecode(self, bucket: Bucket) -> None:
        """Load a stored template; Jinja checks its source and the Python version that it is for."""
        with suppress(OSError):
            found = (self._folder / bucket.key).read_bytes()
            content = found[_DIGEST:]
            if _digest(bucket, content) == found[:_DIGEST]:
                bucket.bytecode_from_string(content)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Store a template, if the folder can be written."""
        content = bucket.bytecode_to_string()
        with suppress(OSError):
            self._folder.mkdir(parents=True, exist_ok=True)
            write_atomically(self._folder / bucket.key, _digest(bucket, content) + content)


def _digest(bucket: Bucket, content: bytes) -> bytes:
    """Return a digest of compiled code and of what its source was compiled with: in other settings it would be other code."""
    with_ = bucket.environment
    settings = repr((with_.autoescape, with_.trim_blocks, with_.lstrip_blocks, sorted(with_.extensions)))
    return sha256(_MADE_BY + settings.encode() + content).digest()
