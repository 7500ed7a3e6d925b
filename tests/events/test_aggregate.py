"""Ties of a month, and the days that a note names."""

from datetime import date, timedelta
from typing import Any

import pytest

from tiebook.events.aggregate import Event, Events, days_covered, month_tie
from tiebook.sources.report import MERGED, Account

DAY = date(2020, 5, 10)


class Made:
    """Stands for the reader that ties are made with."""

    def __init__(self) -> None:
        self.props: dict[str, Any] = {}

    def name_of(self, actor: str) -> str:
        return actor.title()

    def tie(self, *ends: str, **props: Any) -> None:
        self.props = {"ends": ends, **props}


@pytest.mark.parametrize(
    ("days", "when"), [((DAY, DAY), "on 2020-05-10"), ((DAY, date(2020, 5, 29)), "from 2020-05-10 to 2020-05-29")]
)
def test_a_tie_has_the_first_and_the_last_day_of_its_events(days, when):
    made: Any = Made()
    month_tie(
        made,
        "CRITICISES",
        "china",
        "iran",
        "2020-05",
        days=days,
        count=3,
        total=9,
        mean=-2.5,
        scale="Goldstein",
        records=["1"],
    )
    props = made.props
    assert props["ends"] == ("CRITICISES", "china", "iran", "china/iran/2020-05")
    assert (props["since"], props["until"]) == tuple(day.isoformat() for day in days)
    assert props["gloss"] == f"3 of 9 reported events of China towards Iran {when}"
    assert (props["count"], props["total"], props["quad"], props["value"], props["unit"]) == (
        3,
        9,
        3,
        -2.5,
        "mean Goldstein",
    )


def test_without_scores_there_is_no_unit():
    made: Any = Made()
    month_tie(
        made, "CRITICISES", "a", "b", "2020-05", days=(DAY, DAY), count=1, total=1, mean=None, scale="x", records=[]
    )
    assert (made.props["value"], made.props["unit"]) == (None, None)


@pytest.mark.parametrize(("count", "more"), [(1, False), (10, False), (11, True)])
def test_a_note_names_ten_days(count, more):
    days = [DAY + timedelta(days=number) for number in range(count)]
    said = days_covered([*reversed(days), DAY])
    assert said.startswith(f"Days in the files: {count} (2020-05-10")
    assert (", ..." in said) is more
    assert said.count("2020-") == min(count, 10)


@pytest.mark.parametrize(("days_later", "told"), [(3, 0), (4, 1)])
def test_reports_that_come_too_late_to_be_compared_are_told_in_the_last_account(days_later, told):
    made: Any = Made()
    made.accounts = [Account("one.csv", "events"), Account("two.csv", "events")]
    events = Events("Goldstein", 3)
    for number, day in enumerate((DAY, DAY + timedelta(days=days_later), DAY)):
        event = Event(
            id=str(number), day=day, source="china", target="iran", reported=("CHN", "IRN"), code="111", score=-2.0
        )
        assert (events.add(event) == MERGED) == (number > 0)
    events.make_ties(made)
    assert made.props["count"] == 2 + told, "one that is still compared is a repeated report"
    assert made.accounts[0].notes == []
    assert [note.split(" before")[0] for note in made.accounts[1].notes] == [
        "1 reports are dated more than 3 days"
    ] * told
