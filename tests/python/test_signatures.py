"""What an editor knows of a stored question, the networks of other libraries, the frames of columns, what rows rest on."""

from datetime import date
from types import SimpleNamespace
from typing import Any

import networkx as nx
import pandas as pd
import pytest

from tests.conftest import MINI
from tiebook.engine.kglite.engine import KgliteEngine
from tiebook.errors import UnknownName
from tiebook.model.codebook import UNSPECIFIED
from tiebook.python.answers.frames import dtype_of, dtype_without_rows, is_declared, series_of
from tiebook.python.answers.receipts import _claim_of
from tiebook.python.calls import attribute, call, in_calls
from tiebook.python.connected import Connected, day_of
from tiebook.python.listings import _where, listed
from tiebook.python.networks import _edge, as_matrix, signed_pairs
from tiebook.python.stored_questions import StoredQuestions, by_name, docstring, needed, options_of, signature
from tiebook.questions import QuestionLibrary
from tiebook.questions.options import ASKING, FILES, RESERVED
from tiebook.questions.question import Param

NOBODY: Any = None


def question(*params: tuple[bool, str | None], **given: Any) -> Any:
    made = tuple(
        Param(f"p{n}", "actor", optional, f"help {n}", default) for n, (optional, default) in enumerate(params)
    )
    return SimpleNamespace(name="q-q", params=made, takes=(), **given)


@pytest.mark.parametrize(
    ("params", "wanted"),
    [
        ([], []),
        ([(False, None), (False, None)], [True, True]),
        ([(False, None), (True, None)], [True, False]),
        ([(True, None), (False, None)], [False, False]),
        ([(False, "x"), (False, None)], [False, False]),
    ],
)
def test_a_parameter_is_needed_until_one_is_optional(params, wanted):
    assert [is_needed for _, is_needed in needed(question(*params))] == wanted


def test_the_signature_of_a_question_has_what_is_needed_first_and_flags_by_name():
    made = signature(question((False, None), (True, None)))
    first, second, *options = made.parameters.values()
    assert (first.default, first.annotation) == (first.empty, str)
    assert (second.default, second.annotation) == (None, str | None)
    assert [each.name for each in options] == [each.name for each in ASKING]
    assert {(each.default, each.annotation, each.kind) for each in options} == {(False, bool, first.KEYWORD_ONLY)}
    path = by_name(FILES[0])
    assert (path.default, path.annotation, path.kind) == (None, str | None, path.KEYWORD_ONLY)
    day = by_name(RESERVED[0])
    assert day.annotation == date | str | None


def test_a_question_has_the_options_that_it_takes_and_those_of_all():
    asked = question()
    asked.takes = ("source", "as_of")
    assert [each.name for each in options_of(asked)] == ["as_of", "source", *(each.name for each in ASKING)]


def test_what_an_editor_shows_of_a_question():
    shipped = QuestionLibrary().get("who-arms")
    shown = docstring(shipped)
    for param in shipped.params:
        assert f"\n{param.name} -- {param.help}" in shown
    for name in QuestionLibrary().names():
        each = QuestionLibrary().get(name)
        assert (f"\n\n{each.note}" in docstring(each)) == bool(each.note)


class Asked(StoredQuestions):
    def _asked(self, name, given):
        return name, given


def test_a_question_is_called_by_place_and_by_name():
    ask: Any = Asked(QuestionLibrary())
    assert ask.who_arms() == ("who-arms", {})
    names = [param.name for param in QuestionLibrary().get("ties-between").params]
    assert ask.ties_between("a", "b") == ("ties-between", dict(zip(names, ("a", "b"), strict=False)))
    assert ask.ties_between("a", **{names[1]: "b"}) == ask.ties_between("a", "b")
    with pytest.raises(TypeError, match=f"takes {len(names)} values, {len(names) + 1} were given"):
        ask.ties_between(*"x" * (len(names) + 1))
    with pytest.raises(TypeError, match=f"two values for '{names[0]}'"):
        ask.ties_between("a", **{names[0]: "b"})
    assert ask.ties_between(*"x" * len(names))[1] == dict.fromkeys(names, "x")
    with pytest.raises(TypeError, match=f"two values for '{min(names[:2])}'"):
        ask.ties_between("a", "b", **dict.fromkeys(names[1::-1], "c"))
    with pytest.raises(AttributeError, match=r"no question 'who_armz'.*who_arms"):
        _ = ask.who_armz
    with pytest.raises(AttributeError):
        _ = ask._who_arms
    assert {"who_arms", "ties_between"} <= set(dir(ask))
    assert ask.who_arms.__name__ == "who_arms"


def test_a_question_as_a_call_ready_to_copy():
    assert attribute("who-arms") == "who_arms"
    assert call("who-arms", {"recipient": "iran"}, ["as_of"]) == "graph.ask.who_arms(recipient='iran', as_of=AS_OF)"
    assert call("actors", {}) == "graph.ask.actors()"
    told = in_calls("see tiebook ask who-arms --recipient iran")
    assert told == "see graph.ask.who_arms(recipient='iran')"
    assert in_calls("nothing") == "nothing"


def test_a_graph_has_the_questions_that_it_is_given_or_those_that_ship(tmp_path):
    engine = KgliteEngine(tmp_path / "x.kgl")
    library = QuestionLibrary({})
    assert Connected(engine, library).library is library
    assert Connected(engine).library.names() == QuestionLibrary().names()
    assert Connected(engine)._source(None) is None
    assert Connected(engine)._actor(None, "actor") is None
    assert day_of(None, "as_of") is None
    assert day_of("2020-01-02", "as_of") == day_of(date(2020, 1, 2), "as_of") == date(2020, 1, 2)


def test_only_what_is_asked_for_is_a_condition():
    assert _where({"a": None, "b": False}) == ""
    assert _where({"a": None, "b": 1, "c": True, "d": ""}) == " WHERE b AND c AND d"
    answer = listed("T", "H?", ("a", "b"), [(1, 2)], noun="thing")
    assert (answer.parts.noun, answer.parts.shows, answer.table.rows) == ("thing", ("a", "b"), [(1, 2)])


def network(*edges: tuple[str, str, str, int]) -> Any:
    graph: Any = nx.MultiDiGraph()
    for name in ("a", "b", "c", UNSPECIFIED):
        graph.add_node(name, name=name, kind="State")
    for number, (one, other, tie, sign) in enumerate(edges):
        graph.add_edge(one, other, key=str(number), id=str(number), type=tie, sign=sign, endorsed=True)
    return graph


def test_pairs_have_the_sign_of_their_ties():
    both = (("a", "c", "AIDS", 1), ("c", "a", "OPPOSES", -1))
    alike = (("a", "b", "AIDS", 1), ("b", "a", "AIDS", 1))
    found = signed_pairs(network(*both, *alike, ("b", "c", "OPPOSES", -1), ("a", UNSPECIFIED, "AIDS", 1)))
    assert set(found) == {"a", "b", "c"}
    assert {frozenset(pair): edge["sign"] for *pair, edge in found.edges(data=True)} == {
        frozenset("ab"): 1,
        frozenset("bc"): -1,
        frozenset("ac"): 0,
    }
    assert (found["a"]["b"]["positive"], found["a"]["b"]["negative"]) == (2, 0)
    assert (found["a"]["c"]["positive"], found["a"]["c"]["negative"]) == (1, 1)


def test_a_matrix_is_symmetric_and_names_what_is_ambiguous():
    pairs: Any = nx.Graph()
    pairs.add_nodes_from("dcab")
    pairs.add_edge("c", "a", sign=-1)
    pairs.add_edge("b", "a", sign=0)
    made = as_matrix(pairs)
    assert list(made.index) == list(made.columns) == ["a", "b", "c"]
    assert made.to_numpy().tolist() == [[0, 0, -1], [0, 0, 0], [-1, 0, 0]]
    assert made.attrs["ambiguous"] == [["a", "b"]]
    assert _edge({"type": "T", "id": "1", "source": "s", "sign": 1}) == {
        "tie": "T",
        "tie_id": "1",
        "source_id": "s",
        "sign": 1,
    }


@pytest.mark.parametrize(
    ("values", "dtype"),
    [
        ([], None),
        ([None], None),
        ([1, None], "Int64"),
        ([1, 1.5], "Float64"),
        ([True], "boolean"),
        ([True, 1], "object"),
        ([date(2020, 1, 1)], "datetime64[s]"),
        (["a"], "string"),
        ([["a"]], "object"),
        (["a", 1], "object"),
    ],
)
def test_values_have_one_dtype_together(values, dtype):
    assert dtype_of(values) == dtype


def test_a_column_has_its_dtype_by_its_values_else_by_its_name():
    assert str(series_of("sign", []).dtype) == "Int64"
    assert str(series_of("other", []).dtype) == "string"
    assert str(series_of("other", [], "Float64").dtype) == "Float64"
    assert str(series_of("sign", ["x"]).dtype) == "string"
    mode = series_of("mode", ["sought", None])
    assert isinstance(mode.dtype, pd.CategoricalDtype)
    assert "feared" in mode.dtype.categories
    assert str(series_of("mode", ["odd"]).dtype) == "string"
    assert str(series_of("mode", ["sought"], "string").dtype) == "string"
    assert isinstance(series_of("mode", [], "category").dtype, pd.CategoricalDtype)
    assert is_declared("mode", [])
    assert not is_declared("other", [])
    assert dtype_without_rows(None, "sign") is None
    assert dtype_without_rows("no-question", "sign") is None
    assert dtype_without_rows("who-arms", "no_column") == "string"


@pytest.mark.parametrize(
    ("name", "claim"), [("AIDS/s/p1", "s/p1"), ("s/p1", "s/p1"), ("NO_TYPE/s/p1", "NO_TYPE/s/p1"), ("AIDS", "")]
)
def test_the_claim_of_a_tie(name, claim):
    assert _claim_of(name) == claim


def test_a_source_or_an_actor_that_is_not_there_is_told(tmp_path):
    from tiebook.sync.cases import load_case  # noqa: PLC0415

    engine = KgliteEngine(tmp_path / "x.kgl")
    load_case(engine, MINI)
    graph = Connected(engine)
    assert graph._source("mini") == "mini"
    with pytest.raises(UnknownName):
        graph._source("maxi")
    with pytest.raises(UnknownName):
        graph._actor("nobody at all", "actor")
    engine.close()
