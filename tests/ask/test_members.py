"""Members of groups by the dates of their records, without a graph."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from tiebook.ask.groups import Group, Member, combinations, groups
from tiebook.engine.base import Table
from tiebook.errors import UsageError
from tiebook.questions import QuestionLibrary

TODAY = date(2024, 5, 17)
OPEN = TODAY + timedelta(days=4000)
COLUMNS = (
    *("name", "kind", "member", "member_name", "tie", "since_earliest", "since_latest", "until_earliest"),
    *("until_latest", "covers_until"),
)
WHO_ARMS = QuestionLibrary({}).get("who-arms")


class Noon(datetime):
    """A clock that stands, so that no midnight falls between a question and what is expected of it."""

    @classmethod
    def now(cls, tz=None):
        return datetime(TODAY.year, TODAY.month, TODAY.day, 12, tzinfo=tz or UTC)


@pytest.fixture(autouse=True)
def _today(monkeypatch):
    monkeypatch.setattr("tiebook.ask.groups.datetime", Noon)


class Records:
    """Stands for a database that holds only records of membership: (member, since, until, covers until)."""

    def __init__(self, *records: tuple[str, date | None, date | None, date | None], kind: str = "Bloc") -> None:
        self.rows = [
            (
                "The Bloc",
                kind,
                member,
                member.title(),
                f"tie-{number}",
                since,
                since,
                until or OPEN,
                until or OPEN,
                known,
            )
            for number, (member, since, until, known) in enumerate(records)
        ]

    def read(self, _cypher: str, _params: Any) -> Table:
        return Table(COLUMNS, self.rows)


def group(records, day=None):
    return groups(records, WHO_ARMS, {"recipient": "bloc"}, day)[0]


def member(name):
    return Member(name, name.title(), (f"tie-{name}",))


def test_nobody_is_asked_about_himself():
    one = Group("actor", "g", "G", TODAY, (member("a"), member("b")), ())
    other = Group("partner", "h", "H", TODAY, (member("a"), member("c")), ())
    found = [values for _, values in combinations([one, other], {"actor": "g", "partner": "h", "steps": 2})]
    assert [(each["actor"], each["partner"]) for each in found] == [("a", "c"), ("b", "a"), ("b", "c")]
    alone = list(combinations([one], {"actor": "g", "partner": "a"}))
    assert alone == [(("B",), {"actor": "b", "partner": "a"})]


def test_two_values_that_are_one_are_no_matter_of_the_members():
    one = Group("actor", "g", "G", TODAY, (member("a"),), ())
    assert len(list(combinations([one], {"actor": "g", "x": 2, "y": 2}))) == 1


def test_without_a_day_it_is_the_last_that_the_sources_cover_and_never_one_to_come():
    long_ago = date(1990, 1, 1)
    assert group(Records(("a", long_ago, None, date(2012, 12, 31)))).day == date(2012, 12, 31)
    assert group(Records(("a", long_ago, None, TODAY + timedelta(days=400)))).day == TODAY
    assert group(Records(("a", long_ago, None, None))).day == TODAY
    future = Records(("a", long_ago, None, TODAY + timedelta(days=400)), ("b", TODAY + timedelta(days=30), None, None))
    assert [each.id for each in group(future).members] == ["a"]


def test_who_is_not_certain_is_named_and_not_counted():
    day = date(2000, 6, 1)
    records = Records(("a", date(1990, 1, 1), None, None), ("b", None, None, None), ("a", date(1999, 1, 1), None, None))
    found = group(records, day)
    assert [(each.id, each.ties) for each in found.members] == [("a", ("tie-0", "tie-2"))]
    assert [each.id for each in found.uncertain] == ["b"]
    assert str(found) == (
        "Members of The Bloc on 2000-06-01, counted: A (tie-0 and tie-2); not certain, not counted: B (tie-1)"
    )


def test_a_member_that_one_record_makes_certain_is_not_uncertain_too():
    records = Records(("a", None, None, None), ("a", date(1990, 1, 1), None, None))
    found = group(records, date(2000, 6, 1))
    assert (len(found.members), found.uncertain) == (1, ())


@pytest.mark.parametrize(
    ("records", "day", "message"),
    [
        (Records(("a", date(1990, 1, 1), date(1995, 1, 1), date(2012, 12, 31))), date(2020, 1, 1), "cover days up to 2012-12-31"),
        (Records(("a", date(1990, 1, 1), None, date(2012, 12, 31))), date(1980, 1, 1), "on 1980-01-01$"),
        (Records(), None, "no parameter names a group"),
        (Records(("a", date(1990, 1, 1), None, None), kind="State"), None, "no parameter names a group"),
        (Records(("a", date(1990, 1, 1), None, None), kind="Person"), None, "no parameter names a group"),
    ],
)  # fmt: skip
def test_what_is_no_group_on_a_day_is_refused(records, day, message):
    with pytest.raises(UsageError, match=message):
        group(records, day)
