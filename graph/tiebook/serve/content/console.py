"""The address of a query in the console, with its parameters as `tiebook query -p NAME=VALUE` takes them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any
from urllib.parse import urlencode


def console_address(cypher: str, parameters: Mapping[str, Any]) -> str:
    """Return the address; flags of a question are not parameters of its Cypher, and are left out."""
    used = [(name, value) for name, value in parameters.items() if f"${name}" in cypher]
    return "/cypher?" + urlencode([("q", cypher), *(("p", f"{name}={_typed(value)}") for name, value in used)])


def _typed(value: Any) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    return str(value) if isinstance(value, (int, float, date)) else f'"{value}"'
