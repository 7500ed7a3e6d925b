"""The account of a load in words: what was changed, what matched nobody, which rows make no tie."""

from types import SimpleNamespace
from typing import Any

import pytest

from tiebook.crosswalk import Unresolved
from tiebook.own_data.source_draft import Added
from tiebook.python.adding import _SHOWN, told
from tiebook.python.adding import _several as several
from tiebook.python.loaded import Loaded, in_words, reported
from tiebook.sources.report import Account, Report
from tiebook.sync.sync import Changes

ENGINE: Any = SimpleNamespace(place="here")
ONE = Changes(1, 2, 3)


def lost(number: int) -> tuple[Unresolved, ...]:
    return tuple(Unresolved("name", f"n{place}", 1, ()) for place in range(number))


def report(unresolved: int, **given: Any) -> Report:
    return Report("mine", "Mine", given.pop("version", None), 1234, (), lost(unresolved), ONE, **given)


def added(unresolved: int = 0, skipped: int = 0, *, changes: Changes = ONE) -> list[str]:
    rows = tuple((0, f"r{place}", "why") for place in range(skipped))
    return told(Added("mine", changes, report(unresolved) if unresolved else None, (), rows), ENGINE).lines()


@pytest.mark.parametrize(
    ("changes", "text"),
    [
        (Changes(), "nothing changed"),
        (Changes(unchanged=5), "nothing changed"),
        (Changes(created=1234), "1,234 nodes and edges were created, 0 changed, 0 removed"),
        (Changes(created=1, changed=2), "1 node or edge was created, 2 changed, 0 removed"),
        (Changes(changed=1), "0 nodes and edges were created, 1 changed, 0 removed"),
        (Changes(removed=1), "0 nodes and edges were created, 0 changed, 1 removed"),
    ],
)
def test_changes_in_words(changes: Changes, text: str):
    assert in_words(changes) == text
    assert in_words(changes, dry_run=True) == text.replace("were", "would be").replace("was", "would be")


def test_changes_of_several_sources_add_up():
    assert Changes(1, 2, 3, 4) + Changes(10, 20, 30, 40) == Changes(11, 22, 33, 44)


def test_names_that_match_nobody_are_told_up_to_a_number():
    assert added() == ["mine: 1 node or edge was created, 2 changed, 3 removed in here"]
    assert added(1)[0] == "1 name or code matches no known actor; names={...} decides: 'n0'"
    assert added(2)[0] == "2 names or codes match no known actor; names={...} decides: 'n0', 'n1'"
    assert added(_SHOWN)[0].endswith(f"'n{_SHOWN - 1}'")
    assert added(_SHOWN + 1)[0].endswith(f"'n{_SHOWN - 1}', ...")


def test_rows_that_make_no_tie_are_told_up_to_a_number():
    assert added(skipped=1)[:-1] == ["  row r0: why"]
    assert added(skipped=_SHOWN)[:-1] == [f"  row r{place}: why" for place in range(_SHOWN)]
    more = added(skipped=_SHOWN + 3)
    assert more[_SHOWN - 1 : _SHOWN + 1] == [f"  row r{_SHOWN - 1}: why", "  and 3 more rows: .rows has them all"]
    assert len(more) == _SHOWN + 2


def test_what_was_added_is_at_hand():
    found = told(Added("mine", ONE, report(2), (), ((0, "r", "why"),)), ENGINE)
    assert (found.source, found.changes, found.rows) == (("mine",), ONE, (("r", "why"),))
    assert found.unresolved() == ["n0", "n1"]
    assert told(Added("mine", ONE, None, ()), ENGINE).unresolved() == []
    assert "would be created" in told(Added("mine", ONE, None, ()), ENGINE, dry_run=True).lines()[-1]


def test_the_account_of_a_data_set_ends_with_what_was_changed():
    last = "1,234 ties; 1 node or edge was created, 2 changed, 3 removed in here"
    assert reported(report(0), "here").lines() == [f"Mine: {last}"]
    assert reported(report(0, version="2"), "here").lines() == [f"Mine 2: {last}"]
    assert "would be created" in reported(report(0), "here", dry_run=True).lines()[-1]
    html = Loaded(("x",), ONE, ("<b>", "two"))
    assert repr(html) == "<b>\ntwo"
    assert html._repr_html_() == "<pre>&lt;b&gt;\ntwo</pre>"


def test_one_text_and_several_are_a_list():
    assert several("abc") == ["abc"]
    assert several(("a", "b")) == ["a", "b"]


def test_the_account_of_a_file_adds_up():
    account = Account("a.csv", "rows")
    account.enter({"loaded": 2, "merged": 1, "late": 3, "never": 0}, named=4, resolved=3)
    account.enter({"loaded": 1, "late": 1}, named=2, resolved=2)
    assert (account.read, account.loaded, account.merged, dict(account.skipped)) == (8, 3, 1, {"late": 4})
    assert account.balanced
    assert account.lines() == [
        "a.csv (rows): 8 records read = 3 loaded + 1 merged + 4 skipped",
        "  skipped 4: late",
        "  83.33% of the records that name actors resolved",
    ]
    assert not Account("a.csv", "rows", read=9, loaded=8).balanced
    assert len(Account("a.csv", "rows", notes=["x"]).lines()) == 2, "no rate where no record names actors"


def test_a_report_tells_what_it_did_not_read_and_what_it_supersedes():
    assert report(0).lines() == []
    assert report(0, repeated=True).lines()[0].startswith("The same files and settings")
    assert report(0, older="1").lines() == ["Supersedes release 1, which stays as mine@1."]


def test_a_report_lists_a_screen_of_names_that_were_not_resolved():
    assert report(20).lines()[1:] == [f"  n{place} (1 times)" for place in range(20)]
    more = report(21).lines()
    assert more[0].startswith("21 names or codes were not resolved")
    assert more[20:] == ["  n19 (1 times)", "  and 1 more: tiebook resolve lists them all"]
    code = Report("m", "M", None, 0, (), (Unresolved("cow", "7", 2000, ("a", "b")),), ONE)
    assert code.lines()[1] == "  cow:7 (2,000 times) -- near: a, b"
