"""Blocs: the crosswalk's own memberships as MEMBER_OF ties, so that "the GCC states, in 2020" has an answer."""

from __future__ import annotations

from functools import partial

from tiebook.crosswalk import Membership
from tiebook.sources.report import Account
from tiebook.sources.source_reader import SourceReader


def read(reader: SourceReader) -> None:
    """Read the table that ships with the crosswalk."""
    account = Account("memberships.csv", "the memberships of the crosswalk")
    reader.accounts.append(account)
    for membership in reader.resolver.crosswalk.memberships:
        reader.note(account, partial(_member, reader, membership))


def _member(reader: SourceReader, each: Membership) -> None:
    reader.tie(
        "MEMBER_OF",
        each.member,
        each.bloc,
        f"{each.bloc}/{each.member}/{each.since}",
        since=each.since,
        until=each.until,
        gloss=f"{reader.name_of(each.member)} is a member of {reader.name_of(each.bloc)}",
    )
