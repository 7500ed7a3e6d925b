"""What a caller passes by mistake ends in one line of Tiebook's own, and never in an error from within."""

from collections.abc import Iterable
from datetime import date
from functools import partial
from typing import Any

import pandas as pd
import pytest

from tiebook.errors import BadDate, UsageError
from tiebook.python.calls import _KINDS, _kinds, checked

WRONG: list[Any] = [3.5, object(), {}, b"china", pd.NA]
TIES = pd.DataFrame({"a": ["China"], "b": ["Iran"], "note": ["n"]})
CALLS = {
    "ask: question": lambda graph, value: graph.ask(value),
    "query: cypher": lambda graph, value: graph.query(value),
    "questions: words": lambda graph, value: graph.questions(value),
    "claims: actor": lambda graph, value: graph.claims(actor=value),
    "claims: mode": lambda graph, value: graph.claims(mode=value),
    "ties: tie": lambda graph, value: graph.ties(tie=value),
    "ties: endorsed": lambda graph, value: graph.ties(endorsed=value),
    "view: focus": lambda graph, value: graph.view(focus=value),
    "view: question": lambda graph, value: graph.view(question=value),
    "analyse: name": lambda graph, value: graph.analyse(value),
    "analyse: top": lambda graph, value: graph.analyse("balance", top=str(value)),
    "to_matrix: source": lambda graph, value: graph.to_matrix(source=value),
    "to_networkx: source": lambda graph, value: graph.to_networkx(source=value),
    "to_networkx: signed": lambda graph, value: graph.to_networkx(signed=value),
    "export: path": lambda graph, value: graph.export(value),
    "backup: path": lambda graph, value: graph.backup(value),
    "text: paragraph": lambda graph, value: graph.text("crs-china-primer", value),
    "map: file": lambda graph, value: graph.map(value, type="SUPPORTS"),
    "resolve: source": lambda graph, value: graph.resolve(value),
    "cite: answer": lambda graph, value: graph.cite(value),
    "evidence: row": lambda graph, value: graph.ask("who-arms").evidence(value),
    "save: path": lambda graph, value: graph.view().save(value),
    "add_claim: source": lambda graph, value: graph.add_claim("china SUPPORTS iran", quote="x", source=value),
    "add_claim: author": lambda graph, value: graph.add_claim(
        "china SUPPORTS iran", quote="x", source="m", author=value
    ),
    "add_claim: mode": lambda graph, value: graph.add_claim("china SUPPORTS iran", quote="x", source="m", mode=[value]),
    "add_ties: source": lambda graph, value: graph.add_ties(TIES, "SUPPORTS", source=value),
    "add_ties: gloss": lambda graph, value: graph.add_ties(TIES, "SUPPORTS", source="m", gloss=value),
}


@pytest.mark.parametrize("named", CALLS)
def test_a_value_of_the_wrong_type_is_refused_in_one_line(article_graph, named):
    for value in WRONG:
        with pytest.raises(UsageError) as raised:
            CALLS[named](article_graph, value)
        assert str(raised.value).startswith(f"{named} must be ")
        assert "\n" not in str(raised.value)


def test_parameters_of_a_question_are_not_turned_into_something_else(article_graph):
    ask = partial(article_graph.ask, "who-arms")
    for wrong, said in (
        (partial(ask, asserted_only="no"), "asserted_only: 'no' is neither true nor false"),
        (partial(ask, supplier=["china"]), "supplier: ['china'] is not a text"),
        (partial(article_graph.ask, "paragraph", number=3.5), "number: 3.5 is not a whole number"),
        (partial(article_graph.ask, "paragraph", number=True), "number: True is not a whole number"),
        (partial(article_graph.ask, "paragraph", number=float("inf")), "number: inf is not a whole number"),
    ):
        with pytest.raises(UsageError) as raised:
            wrong()
        assert str(raised.value) == said
    with pytest.raises(BadDate):
        ask(as_of=3)
    assert len(article_graph.ask("paragraph", number="30").rows) == len(
        article_graph.ask("paragraph", number=30.0).rows
    )


def test_a_gloss_that_names_a_column_says_how_to_take_the_column(article_graph):
    add = partial(article_graph.add_ties, TIES, "SUPPORTS", source="m", from_="a", to="b", dry_run=True)
    with pytest.raises(UsageError, match=r"gloss='note' gives every row the same text \(gloss='\{note\}' is the text"):
        add(gloss="note")
    add(gloss="{note}")
    add(gloss="an aid")


def test_an_argument_that_there_is_not_is_told_by_the_name_of_the_call(article_graph):
    with pytest.raises(UsageError, match="add_ties has no argument 'held_by'"):
        article_graph.add_ties(TIES, "SUPPORTS", source="m", from_="a", to="b", held_by="iran")
    with pytest.raises(TypeError, match="query"):
        article_graph.query("RETURN 1", nothing=1)


def test_an_end_that_is_none_is_told_without_the_words_of_a_library(article_graph):
    with pytest.raises(UsageError, match=r"^to: an end is"):
        article_graph.add_ties(TIES, "SUPPORTS", source="m", from_="a", to="")


def test_a_moment_of_pandas_is_its_day(article_graph):
    article_graph.add_claim(
        "china SUPPORTS iran", quote="x", source="m", author="J", since=pd.Timestamp("2020-01-02 03:04"), dry_run=True
    )


def test_an_annotation_that_is_not_known_is_not_checked():
    assert _kinds("str | Unheard") == _kinds("Literal[True]") == _kinds(str) == []
    assert _kinds("Mapping[str, str | int] | None") == [_KINDS["Mapping"], _KINDS["None"]]

    @checked
    def told(*, days: "date | None" = None, others: "Unheard" = None, names: "Iterable[str]" = ()) -> Any:  # type: ignore[name-defined] # noqa: F821
        return days, others, names

    assert told(days=pd.Timestamp("2020-01-01"), others=3, names=(each for each in "ab"))
    for wrong in ({"days": "2020"}, {"names": [1]}, {"names": "a"}, {"names": {"a": 1}}):
        with pytest.raises(UsageError, match=r"^told: "):
            told(**wrong)
