"""Blocs: the crosswalk's own memberships as MEMBER_OF ties, so that "the GCC states, in 2020" has an answer."""

from __future__ import annotations

from functools import partial

from tiebook.crosswalk import Membership
from tiebook.load.accounts import Account
from tiebook.load.desk import Desk


def read(desk: Desk) -> None:
    """Read the table that ships with the crosswalk."""
    account = Account("memberships.csv", "the memberships of the crosswalk")
    desk.accounts.append(account)
    for membership in desk.resolver.crosswalk.memberships:
        desk.note(account, partial(_member, desk, membership))


def _member(desk: Desk, each: Membership) -> None:
    desk.tie(
        "MEMBER_OF",
        each.member,
        each.bloc,
        f"{each.bloc}/{each.member}/{each.since}",
        since=each.since,
        until=each.until,
        gloss=f"{desk.name_of(each.member)} is a member of {desk.name_of(each.bloc)}",
    )
