"""Reads XML that other people wrote: without document types, entities or endless nesting."""

from __future__ import annotations

import codecs
import re
from typing import Final
from xml.etree import ElementTree as ET  # what makes XML dangerous is refused while it is read

from tiebook.errors import BadSource
from tiebook.support.small_files import decoded
from tiebook.tables.encoding import known_encoding

_DECLARED: Final = re.compile(rb"""<\?xml[^>]*?\sencoding\s*=\s*["']([A-Za-z][\w.-]*)["']""")
# the mark, or "<", in encodings with several bytes a character; UTF-32 before UTF-16, with whose mark it begins
_WIDE: Final = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
    (b"<\0\0\0", "utf-32-le"),
    (b"\0\0\0<", "utf-32-be"),
    (b"<\0", "utf-16-le"),
    (b"\0<", "utf-16-be"),
)
_DEEPEST: Final = 100  # elements within elements; GraphML, GEXF and the UN list have 6


def xml_text(raw: bytes, where: str, given: str | None = None) -> str:
    """Return an XML document as text: in the encoding of its byte order mark, else in that which it declares, else UTF-8.

    given -- the encoding, where its user says so

    Raises BadSource for bytes that are not of it.
    """
    encoding = given or wide(raw) or declared_encoding(raw)
    try:
        return raw.decode(encoding) if encoding else decoded(raw)
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        raise BadSource(
            f"this is not {encoding or error.encoding}",
            where=f"{where}:{line}",
            hint="save it as UTF-8, or say its encoding in its first line",
        ) from None


def declared_encoding(raw: bytes) -> str | None:
    """Return the encoding that an XML document declares in its first line; None if it declares none that is known."""
    declared = _DECLARED.match(raw)
    encoding = known_encoding(declared[1].decode()) if declared else None
    if encoding and encoding.startswith(("utf-16", "utf-32")):
        return None  # a program has written UTF-8 under another name: the declaration could not be read otherwise
    return encoding


def wide(raw: bytes) -> str | None:
    """Return the encoding of a text whose characters have two or four bytes: by its mark, or a document by its first character."""
    return next((encoding for start, encoding in _WIDE if raw.startswith(start)), None)


def xml_of(text: str, where: str) -> ET.Element:
    """Parse a document that is decoded already, whatever it says of its encoding.

    Raises BadSource for broken XML, a document type (and so every entity), and what is nested too deeply.
    """
    parser = ET.XMLParser(target=_Plain(where))  # noqa: S314 -- see _Plain
    try:
        parser.feed(text)
        root: ET.Element = parser.close()
    except ET.ParseError as error:
        raise BadSource(f"broken XML: {error}", where=where, hint="download it again") from None
    return root


class _Plain(ET.TreeBuilder):
    """Builds the tree, and stops at what a table or a graph does not need."""

    def __init__(self, where: str) -> None:
        super().__init__()
        self._where = where
        self._depth = 0

    def start(self, tag: str, attrs: dict[str, str]) -> ET.Element:
        self._depth += 1
        if self._depth > _DEEPEST:
            raise BadSource(f"XML with more than {_DEEPEST} levels of nested elements is not read", where=self._where)
        return super().start(tag, attrs)

    def end(self, tag: str) -> ET.Element:
        self._depth -= 1
        return super().end(tag)

    def doctype(self, name: str, public: str | None, system: str | None) -> None:  # noqa: ARG002 -- called by the parser
        """Refuse a document type before anything in it is read."""
        raise BadSource("XML with a document type or entities is not read", where=self._where)
