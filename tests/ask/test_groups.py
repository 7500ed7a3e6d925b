"""Groups are resolved when a question is asked, by dated membership, on every engine; the answer says who was counted."""

from datetime import date

import pytest
from click.testing import CliRunner

import tiebook
from tests.field import load_field
from tiebook.ask import ask
from tiebook.cli.app import app
from tiebook.cli.common import FORMATS
from tiebook.engine.kglite.engine import KgliteEngine
from tiebook.errors import UsageError
from tiebook.questions import QuestionLibrary

SHELF = QuestionLibrary({})
GCC = ["Bahrain", "Kuwait", "Oman", "Qatar", "Saudi Arabia", "United Arab Emirates"]


def asked(engine, name, **given):
    return ask(engine, SHELF.get(name), given, members=True)


def test_a_group_means_its_members_on_the_day(field_engine):
    answer = asked(field_engine, "who-arms", recipient="GCC", as_of="2016-07-01")
    (group,) = answer.groups
    assert [member.name for member in group.members] == GCC
    assert group.day == date(2016, 7, 1)
    assert group.members[0].ties == ("MEMBER_OF/blocs/gulf-cooperation-council/bahrain/1981-05-25",)
    assert answer.columns[:3] == ("recipient_member", "supplier", "recipient")
    assert [(row["recipient_member"], row["supplier"], row["in_force"]) for row in answer] == [
        ("Saudi Arabia", "China", "undated"),
        ("Saudi Arabia", "China", "possibly"),
        ("United Arab Emirates", "China", "undated"),
    ]
    assert answer.question.endswith("Gulf Cooperation Council (6 members on 2016-07-01)?")
    assert str(group).startswith(
        "Members of Gulf Cooperation Council on 2016-07-01, counted: Bahrain (MEMBER_OF/blocs/"
    )
    alone = ask(field_engine, SHELF.get("who-arms"), {"recipient": "GCC"})
    assert alone.rows == [], "without the option the group is itself"
    assert alone.groups == ()


def test_members_come_and_go(field_engine):
    def members(group, day):
        answer = asked(field_engine, "members-of", group=group, as_of=day)
        return {member.id for member in answer.groups[0].members}

    assert len(members("nato", "2014-06-01")) == 28
    assert len(members("shanghai-cooperation-organisation", "2014-06-01")) == 6
    assert "iran" in members("shanghai-cooperation-organisation", "2023-07-04")
    assert "iran" not in members("shanghai-cooperation-organisation", "2023-07-03")
    assert members("shanghai-cooperation-organisation", "2001-06-14") == {"china"}, "COW IGO has the SCO since 1996"


def test_without_a_day_the_last_day_known_counts(field_engine):
    answer = asked(field_engine, "who-arms", recipient="gulf-cooperation-council")
    assert answer.groups[0].day == date(2025, 1, 31)
    assert answer.searched == ()


def test_every_record_that_says_so_is_named_and_the_rest_is_not_counted(field_engine):
    (group,) = asked(field_engine, "members-of", group="opec", as_of="2009-06-01").groups
    ties = {member.id: member.ties for member in group.members}
    assert ties["iran"] == ("MEMBER_OF/blocs/opec/iran/1960-09-14",), "COW IGO's 2009 may begin later in the year"
    (group,) = asked(field_engine, "members-of", group="opec", as_of="2010-06-01").groups
    assert "MEMBER_OF/cow_igo/opec/iran/2009" in {member.id: member.ties for member in group.members}["iran"]
    (group,) = asked(field_engine, "members-of", group="opec", as_of="1961-06-01").groups
    assert "qatar" in {member.id for member in group.uncertain}
    assert "; not certain, not counted: " in str(group)


def test_a_day_serves_questions_that_take_none(field_engine):
    given = {"supplier": "china", "recipient": "GCC", "first": 2016, "last": 2016}
    answer = asked(field_engine, "deliveries", as_of="2016-01-01", **given)
    assert [(row["recipient_member"], row["orders"]) for row in answer] == [
        (name, int(name == "Saudi Arabia")) for name in GCC
    ]


def test_nobody_is_asked_about_himself(field_engine):
    answer = asked(field_engine, "ties-between", one="GCC", other="saudi-arabia", as_of="2010-01-01")
    assert "Saudi Arabia" not in {row["one_member"] for row in answer}
    both = asked(field_engine, "shared-memberships", one="GCC", other="opec", as_of="2010-06-01")
    assert both.columns[:2] == ("one_member", "other_member")
    assert len(both.groups) == 2
    assert ("Kuwait", "Iran") in {row[:2] for row in both.rows}
    assert not any(row[0] == row[1] for row in both.rows)


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ({"recipient": "iran"}, "no parameter names a group whose members are known"),
        ({"supplier": "china"}, "no parameter names a group"),
        (
            {"recipient": "GCC", "as_of": "2026-01-01"},
            "on 2026-01-01; the sources of its members cover days up to 2025",
        ),
        ({"recipient": "GCC", "as_of": "soon"}, "--as-of: 'soon' is not a day"),
        ({"recipient": "un-security-council", "as_of": "2020-01-01"}, "nobody is known for certain as a member"),
        (
            {"recipient": "un-security-council", "as_of": "2020-01-01"},
            "on 2020-01-01; without a date that makes it certain: .*China.*; ask about each of them",
        ),
    ],
)
def test_what_cannot_be_resolved_is_refused(field_engine, given, message):
    with pytest.raises(UsageError, match=message):
        asked(field_engine, "who-arms", **given)


@pytest.fixture(scope="module")
def place(tmp_path_factory):
    """Return the path of an embedded graph of several sources."""
    path = tmp_path_factory.mktemp("groups") / "t.kgl"
    load_field(KgliteEngine(path))
    return path


@pytest.mark.parametrize("form", FORMATS)
def test_every_form_says_who_was_counted(place, form):
    line = ["ask", "who-arms", "--recipient", "GCC", "--members", "--as-of", "2016-07-01", "--db", str(place)]
    done = CliRunner().invoke(app, [*line, "-f", form])
    assert done.exit_code == 0, done.output
    assert "Saudi Arabia" in done.stdout
    assert "Members of Gulf Cooperation Council on 2016-07-01, counted: Bahrain" in done.stderr
    stamped = CliRunner().invoke(app, [*line, "-f", form, "--stamp"])
    assert "counted: Bahrain" in (stamped.stdout if form in ("table", "markdown", "json") else stamped.stderr)


def test_from_python(place):
    with tiebook.open(place) as graph:
        answer = graph.ask("who-arms", recipient="GCC", as_of="2016-07-01", members=True, coverage=True)
        assert list(answer.to_pandas()["recipient_member"].unique()) == ["Saudi Arabia", "United Arab Emirates"]
        assert [source.id for source in answer.searched] == ["china-iran", "sipri"]
