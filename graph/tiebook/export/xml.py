"""Building XML: elements with attributes, types of values, and a file in canonical form."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree as ET  # only written here

from tiebook.export.content import Plain
from tiebook.support.atomic_write import write_atomically


class Columns:
    """The declared attributes of a kind of element: one for each name and type, numbered as they come."""

    def __init__(self, prefix: str) -> None:
        """Set the prefix of the ids."""
        self._prefix = prefix
        self.ids: dict[tuple[str, str], str] = {}

    def id_of(self, name: str, value: Plain) -> str:
        """Return the id under which a value of this type is declared."""
        return self.ids.setdefault((name, xml_type(value)), f"{self._prefix}{len(self.ids)}")


def xml_type(value: Plain) -> str:
    """Return the type name that GraphML and GEXF share."""
    if isinstance(value, bool):
        return "boolean"
    return {int: "long", float: "double"}.get(type(value), "string")


def xml_text(value: Plain) -> str:
    """Write a value."""
    return str(value).lower() if isinstance(value, bool) else str(value)


def save(root: ET.Element, path: Path) -> Path:
    """Write the document."""
    ET.indent(root)
    return write_atomically(path, ET.tostring(root, encoding="utf-8", xml_declaration=True) + b"\n")
