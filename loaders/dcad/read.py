"""DCAD: each agreement is an instrument with two parties, from its entry into force, and an AGREES_WITH on signature."""

from __future__ import annotations

from tiebook.model.dates import parse
from tiebook.model.records import Entity
from tiebook.sources.source_reader import NO_KEY, Skip, SourceReader
from tiebook.tables import Row
from tiebook.tables.cells import code, day, known


def read(reader: SourceReader) -> None:
    """Read the main file."""
    reader.each("agreements", lambda row: _agreement(reader, row))


def _agreement(reader: SourceReader, row: Row) -> None:
    signed = day(row, "signYear", "signMonth", "signDay")
    force = day(row, "EIFYear", "EIFMonth", "EIFDay") or signed
    if force is None:
        raise Skip("neither a year of signature nor of entry into force")
    on = parse(signed or force)
    one, two = reader.coded("cow", code(row, "ccode1"), on), reader.coded("cow", code(row, "ccode2"), on)
    reader.want(on, one, two)
    record = known(row, "DCAid")
    if record is None:
        raise Skip(NO_KEY)
    fields = [words.lower() for column in ("category1", "category2", "category3") if (words := known(row, column))]
    about = f"{known(row, 'type') or 'defence'} agreement" + (f" ({', '.join(fields)})" if fields else "")
    names = f"{reader.name_of(one)} and {reader.name_of(two)}"
    instrument = reader.declare(
        Entity(
            "Instrument", record.lower().replace(".", "-"), f"{names}: {about}, {force[:4]}", "agreement", date=signed
        )
    )
    if signed:
        reader.tie(
            "AGREES_WITH",
            one,
            two,
            record,
            since=signed,
            event=True,
            gloss=f"{names} sign a defence cooperation {about}",
            mechanism="defence cooperation agreement",
            regarding=[instrument],
        )
    for actor in (one, two):
        gloss = f"{reader.name_of(actor)} is bound by a defence cooperation {about}; its end is not known"
        reader.tie("PARTY_TO", actor, instrument, f"{record}/{actor}", since=force, gloss=gloss)
