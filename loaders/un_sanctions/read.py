"""UN list: the Security Council SANCTIONS each listed person and entity since the day of listing, until the copy's day."""

from __future__ import annotations

import re
from functools import partial
from typing import Final
from xml.etree import ElementTree as ET  # names the type only

from tiebook.crosswalk.own_actors import slug
from tiebook.errors import BadDate, BadSource, DuplicateTie
from tiebook.model.dates import parse
from tiebook.model.records import Entity
from tiebook.sources.source_reader import Skip, SourceReader
from tiebook.tables import text_of
from tiebook.tables.xml import xml_of

_BETWEEN: Final = re.compile("[;\u061b\uff1b]")  # names in one script
COUNCIL = "un-security-council"
# the list's own names of its regimes; "GB" is Guinea-Bissau, not Great Britain
REGIMES = {"GB": "Guinea-Bissau", "CAR": "Central African Republic", "DRC": "DR Congo", "SouthSudan": "South Sudan"}


def read(reader: SourceReader) -> None:
    """Read the list."""
    for path in reader.files["list"]:
        root = xml_of(text_of(path)[0], str(path))
        made = root.get("dateGenerated", "")[:10]
        try:
            reader.version, reader.covers_until = made, parse(made).latest
        except BadDate:
            raise BadSource("the list does not say on which day it was made (dateGenerated)", where=str(path)) from None
        account = reader.account(path, "list")
        for entry in root.iter():
            if entry.tag in {"INDIVIDUAL", "ENTITY"}:
                try:
                    reader.note(account, partial(_entry, reader, entry))
                except (BadDate, DuplicateTie) as error:
                    number = _text(entry, "REFERENCE_NUMBER")
                    raise BadSource(f"the entry {number}: {error}", where=str(path)) from None


def _entry(reader: SourceReader, entry: ET.Element) -> None:
    reference = _text(entry, "REFERENCE_NUMBER")
    parts = [_text(entry, f"{order}_NAME") for order in ("FIRST", "SECOND", "THIRD", "FOURTH")]
    scripts = [name for text in _texts(entry, "NAME_ORIGINAL_SCRIPT") for name in _BETWEEN.split(text)]
    aliases = list(filter(None, map(str.strip, [*scripts, *_texts(entry, "ALIAS_NAME")])))
    name = " ".join(part for part in parts if part) or next(iter(aliases), "")
    if not reference or not name:
        raise Skip("no reference number or no name")
    person = entry.tag == "INDIVIDUAL"
    regime = _text(entry, "UN_LIST_TYPE")
    listed = reader.declare(
        Entity(
            "Actor",
            f"un-{slug(reference)}",
            name,
            "Person" if person else "Organization",
            tuple(dict.fromkeys(alias for alias in aliases if alias != name)),
        )
    )
    about = REGIMES.get(regime, regime)
    reader.tie(
        "SANCTIONS",
        COUNCIL,
        listed,
        reference,
        since=_text(entry, "LISTED_ON")[:10] or None,
        gloss=f"{name} is on the UN Security Council's {about} list ({reference})",
        mechanism=f"UN sanctions list: {about}",
    )
    states = {_text(address, "COUNTRY") for tag in ("INDIVIDUAL", "ENTITY") for address in entry.iter(f"{tag}_ADDRESS")}
    for country in sorted(state for state in states if state):
        actor = reader.resolver.name(country)
        if actor and reader.resolver.crosswalk.actors[actor].kind == "State":
            gloss = f"Address on the UN list: {reader.name_of(actor)}"
            reader.tie("PRESENT_IN", listed, actor, f"{reference}/{actor}", gloss=gloss)


def _texts(entry: ET.Element, tag: str) -> list[str]:
    return [" ".join((each.text or "").split()) for each in entry.iter(tag)]


def _text(entry: ET.Element, tag: str) -> str:
    return " ".join((entry.findtext(tag) or "").split())
