"""The lines of a backup and the steps of an upgrade, by themselves."""

import json
from datetime import date

import pytest

from tiebook.engine.digest import FINGERPRINT
from tiebook.errors import ModelMismatch
from tiebook.keep.archive import _record, _value, _without_fingerprint
from tiebook.keep.upgrade import Step, _path


def test_a_node_and_an_edge_are_read():
    node = ["node", ["Entity", "Actor"], "iran", {"name": "Iran", "since": {"date": "2020-01-02"}}]
    assert _record(node) == [["Entity", "Actor"], "iran", {"name": "Iran", "since": date(2020, 1, 2)}]
    assert _record(["node", ["Meta"], "model", {}]) == [["Meta"], "model", {}]
    edge = ["edge", "AIDS", [["Actor"], "iran"], [["Actor"], "oman"], {"sign": 1}]
    assert _record(edge) == ["AIDS", [["Actor"], "iran"], [["Actor"], "oman"], {"sign": 1}]


@pytest.mark.parametrize(
    "read",
    [
        ["node", ["Actor"], 3, {}],
        ["node", "Actor", "iran", {}],
        ["node", [3], "iran", {}],
        ["node", [], "iran", {}],
        ["node", ["A", "B", "C"], "iran", {}],
        ["node", ["Actor"], "iran", []],
        ["node", ["Actor"], "iran"],
        ["edge", 3, [["Actor"], "iran"], [["Actor"], "oman"], {}],
        ["edge", "AIDS", [["Actor"], 3], [["Actor"], "oman"], {}],
        ["edge", "AIDS", [["Actor"], "iran"], [["Actor"], 3], {}],
        ["edge", "AIDS", [[], "iran"], [["Actor"], "oman"], {}],
        ["edge", "AIDS", [["Actor"], "iran"], [[], "oman"], {}],
        ["edge", "AIDS", ["Actor", "iran"], [["Actor"], "oman"], {}],
        ["edge", "AIDS", [[3], "iran"], [["Actor"], "oman"], {}],
        ["edge", "AIDS", [["Actor"], "iran"], [["Actor"], "oman"], None],
    ],
)
def test_a_line_that_is_neither_is_refused(read):
    with pytest.raises(ValueError):  # noqa: PT011 -- told by whoever reads the file
        _record(read)


@pytest.mark.parametrize("value", ["x", "", 0, -(2**63), 2**63 - 1, 1.5, True, [], ["x", "y"]])
def test_a_value_that_a_graph_can_hold_is_kept(value):
    assert _value(value) is value


@pytest.mark.parametrize(
    "value", [None, 2**63, -(2**63) - 1, [3], ["x", None], {"day": "2020-01-02"}, {"date": "no day"}, {}]
)
def test_any_other_value_is_refused(value):
    with pytest.raises(ValueError):  # noqa: PT011
        _value(value)


def test_a_fingerprint_is_left_out_of_a_node_and_nothing_else_is():
    line = json.dumps(["node", ["Source"], "s", {FINGERPRINT: "abc", "name": "S"}]).encode()
    left = _without_fingerprint(line)
    assert FINGERPRINT not in left
    assert '"name"' in left
    for other in (["node", ["Source"], "s", {"name": "S"}], ["edge", FINGERPRINT, {}]):
        text = json.dumps(other)
        assert _without_fingerprint(text.encode()) == text


def test_the_way_from_one_version_of_the_model_to_another():
    known = {number: Step(str(number), lambda _: None) for number in (1, 2, 4)}

    def way(before, target):
        return [step.title for step in _path(before, target, known, "here")]

    assert way(1, 3) == ["1", "2"]
    assert way(2, 3) == ["2"]
    assert way(4, 5) == ["4"]
    assert way(3, 3) == []
    with pytest.raises(ModelMismatch, match="here has version 1 of the model, and there is no upgrade from version 3"):
        way(1, 6)
    with pytest.raises(ModelMismatch, match="newer"):
        way(3, 2)
