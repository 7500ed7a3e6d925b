"""DCAD: each agreement is an instrument with two parties, from its entry into force, and an AGREES_WITH on signature."""

from __future__ import annotations

from tiebook.load.cells import code, day, known
from tiebook.load.desk import Desk, Skip
from tiebook.model.dates import parse
from tiebook.model.records import Entity
from tiebook.tables import Row


def read(desk: Desk) -> None:
    """Read the main file."""
    desk.each("agreements", lambda row: _agreement(desk, row))


def _agreement(desk: Desk, row: Row) -> None:
    signed = day(row, "signYear", "signMonth", "signDay")
    force = day(row, "EIFYear", "EIFMonth", "EIFDay") or signed
    if force is None:
        raise Skip("neither a year of signature nor of entry into force")
    on = parse(signed or force)
    one, two = desk.coded("cow", code(row, "ccode1"), on), desk.coded("cow", code(row, "ccode2"), on)
    desk.want(on, one, two)
    record = row["DCAid"]
    fields = [words.lower() for column in ("category1", "category2", "category3") if (words := known(row, column))]
    about = f"{known(row, 'type') or 'defence'} agreement" + (f" ({', '.join(fields)})" if fields else "")
    names = f"{desk.name_of(one)} and {desk.name_of(two)}"
    instrument = desk.declare(
        Entity(
            "Instrument", record.lower().replace(".", "-"), f"{names}: {about}, {force[:4]}", "agreement", date=signed
        )
    )
    if signed:
        desk.tie(
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
        gloss = f"{desk.name_of(actor)} is bound by a defence cooperation {about}; its end is not known"
        desk.tie("PARTY_TO", actor, instrument, f"{record}/{actor}", since=force, gloss=gloss)
