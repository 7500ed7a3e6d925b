"""Corrections: one entry edited, its file otherwise as it was; whatever breaks a rule changes nothing."""

import re
import shutil
from pathlib import Path

import pytest

from tests.conftest import MINI
from tiebook.case import Text, open_case
from tiebook.case.correct import FIELDS, correct
from tiebook.case.entries import ClaimEntry
from tiebook.errors import BadCase, UnknownName, UsageError

SALE = "p2-boats"


@pytest.fixture
def case(tmp_path):
    """Return a copy of the sample case to correct."""
    shutil.copytree(MINI, tmp_path / "mini")
    return tmp_path / "mini"


@pytest.fixture
def text():
    """Return the text of the sample case."""
    return Text.read(MINI.with_suffix(".txt"))


def sale(case):
    """Return the id of the claim on the sale of boats, and its entry's lines."""
    lines = (case / "coding.toml").read_text("utf-8").split("\n")
    at = next(number for number, line in enumerate(lines) if "sold patrol boats" in line)
    return next(line.split('"')[1] for line in reversed(lines[:at]) if line.startswith("id ="))


def test_a_value_is_changed_and_nothing_else(case, text):
    claim = sale(case)
    before = (case / "coding.toml").read_text("utf-8")
    done = correct(case, claim, {"confidence": "0.65"}, text)
    assert (case / "coding.toml").read_text("utf-8") == before  # not yet
    assert [(change.field, change.after) for change in done.changes] == [("confidence", 0.65)]
    done.write()
    after = (case / "coding.toml").read_text("utf-8")
    gone = [line for line in before.split("\n") if line not in after.split("\n")]
    assert all(line.startswith("confidence") for line in gone)
    assert len(after.split("\n")) - len(before.split("\n")) == (0 if gone else 1)
    done.undo()
    assert (case / "coding.toml").read_text("utf-8") == before
    assert sorted(path.name for path in case.iterdir()) == sorted(path.name for path in MINI.iterdir())


@pytest.mark.parametrize(
    ("field", "given", "value"),
    [
        ("confidence", "0.5", 0.5),
        ("confidence", "1", 1.0),
        ("inferred", "true", True),
        ("sign", "-1", -1),
        ("since", "2014", "2014"),
        ("until", "2019-05", "2019-05"),
        ("gloss", "Northland sold boats", "Northland sold boats"),
        ("regarding", "southport", "southport"),
        ("regarding", "southport,westhaven", ["southport", "westhaven"]),
        ("via", "harbour-act", "harbour-act"),
        ("factor", "law", "law"),
        ("note", "7", "7"),
    ],
)
def test_each_field_takes_its_type(case, text, field, given, value):
    done = correct(case, sale(case), {field: given}, text)
    assert [(change.field, change.after) for change in done.changes] == [(field, value)]
    assert type(done.changes[0].after) is type(value)


def test_a_folder_that_is_named_by_a_dot_is_called_by_its_name(case, monkeypatch):
    monkeypatch.chdir(case)
    with pytest.raises(UnknownName, match=r"^mini has no claim 'foo'"):
        correct(Path(), "foo", {"confidence": "0.5"})
    (case / "coding.toml").write_text("[[claim]]\n", "utf-8")
    with pytest.raises(BadCase, match=r"^mini: \d+ faults?"):
        open_case(Path())


def test_a_field_is_taken_out_by_an_empty_value(case, text):
    done = correct(case, sale(case), {"since": ""}, text)
    assert [(change.field, change.before, change.after) for change in done.changes] == [("since", "2015", None)]
    done.write()
    assert correct(case, sale(case), {"since": ""}, text).changes == ()


def test_what_it_says_already_changes_no_byte(case, text):
    done = correct(case, sale(case), {"since": "2015"}, text)
    assert done.changes == ()
    assert done.before == done.after


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({"to": "estmark"}, r"coding\.toml:\d+: unknown id 'estmark'"),
        ({"tie": "SELLS"}, r"coding\.toml:\d+: unknown tie type 'SELLS'"),
        ({"mode": "conditional"}, r"coding\.toml:\d+: a condition belongs to"),
        ({"since": "2015-13"}, r"coding\.toml:\d+: .*does not exist"),
        ({"until": "2014"}, r"coding\.toml:\d+: "),
        ({"quote": "sold no boats"}, r"coding\.toml:\d+: the quote is not in paragraph"),
        ({"paragraph": "1"}, r"coding\.toml:\d+: the quote is in paragraph 2, not 1"),
        ({"quote": ""}, r"coding\.toml:\d+: 'quote' is missing"),
        ({"stance": "reports"}, r"coding\.toml:\d+: reports needs a holder"),
    ],
)
def test_what_breaks_a_rule_is_refused_with_its_line(case, text, fields, message):
    before = {path.name: path.read_bytes() for path in case.iterdir()}
    with pytest.raises(BadCase, match=message) as told:
        correct(case, sale(case), fields, text)
    assert "nothing was changed" in str(told.value)
    assert {path.name: path.read_bytes() for path in case.iterdir()} == before


@pytest.mark.parametrize(
    ("fields", "error", "message"),
    [
        (
            {"confidence": "1.5"},
            UsageError,
            r"coding\.toml:\d+: confidence=1.5: should be less than or equal to 1",
        ),
        ({"confidence": "high"}, UsageError, "confidence=high"),
        ({"inferred": "yes"}, UsageError, "inferred=yes"),
        ({"sign": "2"}, UsageError, "sign=2"),
        ({"stance": "believes"}, UsageError, "asserts, "),
        ({"to": "East Mark"}, UsageError, "to=East Mark"),
        ({"id": "other"}, UsageError, "others cite it"),
        ({"at": "[1, 2]"}, UsageError, "is derived from the text"),
        ({"confidnce": "1"}, UnknownName, "did you mean confidence"),
        ({"start": "eastmark"}, UnknownName, "no field 'start'"),
    ],
)
def test_what_is_no_value_is_refused(case, text, fields, error, message):
    with pytest.raises(error, match=message):
        correct(case, sale(case), fields, text)


def test_a_claim_that_is_not_there_has_near_names(case):
    with pytest.raises(UnknownName, match="did you mean"):
        correct(case, f"{sale(case)}x", {"confidence": "1"})


def test_the_place_of_a_quote_follows_it(case, text):
    claim = sale(case)
    fields = {"quote": "patrol boats to Eastmark since 2015"}
    done = correct(case, claim, fields, text)
    start = text.content.index(fields["quote"])
    assert f"at = [{start}, {start + len(fields['quote'])}]".encode() in done.after
    done.write()
    without = correct(case, claim, {"quote": "sold patrol boats to Eastmark since 2015"})
    assert f"at = [{start}".encode() not in without.after


def test_line_ends_and_a_byte_order_mark_stay(case, text):
    path = case / "coding.toml"
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))
    before = path.read_bytes()
    done = correct(case, sale(case), {"confidence": "0.5"}, text)
    done.write()
    after = path.read_bytes()
    assert after.startswith(b"\xef\xbb\xbf")
    assert len(before.split(b"\r\n")) <= len(after.split(b"\r\n"))
    assert set(before.split(b"\r\n")) - set(after.split(b"\r\n")) <= {b"confidence = 0.9"}
    correct(case, sale(case), {"confidence": "0.5"}, text)


def test_every_field_of_a_claim_can_be_named():
    assert set(FIELDS.values()) == set(ClaimEntry.model_fields)
    assert FIELDS["from"] == "start"


def derived(case, text):
    """Take the ids out of the case, as a coder of format 2 leaves them out, and return those that it has then."""
    head = case / "case.toml"
    head.write_text(head.read_text("utf-8").replace("format = 1", "format = 2"), "utf-8")
    path = case / "coding.toml"
    named = "p4-no-treaty"  # another claim is about it
    written = re.sub(rf'(?<=\[\[claim\]\]\n)id = "(?!{named}).*\n', "", path.read_text("utf-8"))
    path.write_text(written, "utf-8")
    return [each.claim.id for each in open_case(case, text).coded]


def test_a_claim_without_an_id_of_its_own_keeps_the_one_that_it_has(case, text):
    ids = derived(case, text)
    claim = next(each for each in ids if "sells-arms" in each)
    done = correct(case, claim, {"tie": "AIDS"}, text)
    assert [(change.field, change.before, change.after) for change in done.changes] == [
        ("tie", "SELLS_ARMS_TO", "AIDS"),
        ("id", None, claim),
    ]
    done.write()
    assert [each.claim.id for each in open_case(case, text).coded] == ids
    assert f'[[claim]]\nid = "{claim}"\n' in (case / "coding.toml").read_text("utf-8")
    again = correct(case, claim, {"tie": "SUPPORTS", "sign": "1"}, text)
    assert [change.field for change in again.changes] == ["tie", "sign"]
    done.undo()
    plain = correct(case, claim, {"confidence": "0.55"}, text)
    assert [change.field for change in plain.changes] == ["confidence"]


def test_a_fault_of_such_a_claim_has_its_line_as_the_file_is(case, text):
    claim = next(each for each in derived(case, text) if "sells-arms" in each)
    lines = (case / "coding.toml").read_text("utf-8").split("\n")
    quote = next(number for number, each in enumerate(lines) if "sold patrol boats" in each)
    at = max(number for number, each in enumerate(lines[:quote], start=1) if each.startswith("to ="))
    with pytest.raises(BadCase) as raised:
        correct(case, claim, {"tie": "AIDS", "to": "nobody-at-all"}, text)
    assert [fault.partition(": ")[0] for fault in raised.value.faults] == [f"coding.toml:{at}"]
