"""The command that asks a question with the values that it was asked with, ready to copy."""

from __future__ import annotations

import shlex
from collections.abc import Mapping
from datetime import date
from typing import Any

from tiebook.questions.options import as_option


def command(name: str, values: Mapping[str, Any], *, members: bool = False) -> str:
    """Return the command that asks the question of this name with these values."""
    words = ["tiebook", "ask", name]
    for parameter, value in values.items():
        words.append(as_option(parameter))
        if value is not True:
            words.append(value.isoformat() if isinstance(value, date) else str(value))
    return shlex.join([*words, *(["--members"] if members else [])])
