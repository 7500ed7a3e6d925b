"""POLECAT: PLOVER categories as types, lists of countries, repeated ids and reports, the account of every row."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tests.loaders.source_readers import SAMPLES, counts, dyad, sample, ties
from tiebook.errors import BadSource
from tiebook.events.cameo import TIE_OF_CATEGORY
from tiebook.sources.datasets import read_dataset
from tiebook.sources.declaration import declaration_of, find_dataset


def test_sample() -> None:
    reader, batch = sample("polecat", "events.txt")
    assert counts(reader) == [(11, 3, 3, 5)]
    assert reader.accounts[0].skipped == {
        "PLOVER PROTEST has no tie type; counted in the totals of its pair": 1,
        "a domestic event": 1,
        "its type is not a PLOVER category": 1,
        "names an actor that is not known": 1,
        "one side has no country": 1,
    }
    (visit,) = dyad(batch, "MEETS_WITH", "china", "iran")
    assert (visit.props["count"], visit.props["total"], visit.props["value"]) == (2, 2, 2.5), (
        "a report that repeats is one"
    )
    assert visit.props["records"] == ["NGEC9001", "NGEC9003"]
    assert (visit.props["since"], visit.props["until"]) == ("2022-01-03", "2022-01-09")
    assert visit.props["unit"] == "mean POLECAT intensity (-10 to 10)"
    assert (reader.covers_since, reader.covers_until) == (date(2022, 1, 3), date(2022, 2, 1))


def test_each_pair_of_countries_has_a_tie() -> None:
    _, batch = sample("polecat", "events.txt")
    assert {edge.source[1] for edge in ties(batch, "SANCTIONS") if edge.target[1] == "iran"} == {
        "united-states",
        "britain",
    }
    assert dyad(batch, "CRITICISES", "iran", "united-states"), "a code in small letters"


def test_the_tie_types_are_those_of_the_categories() -> None:
    assert set(declaration_of(find_dataset("polecat")).ties) == set(TIE_OF_CATEGORY.values())


def test_protests_count_in_the_totals_of_every_pair(tmp_path: Path) -> None:
    head, *rows = (SAMPLES / "polecat" / "events.txt").read_text("utf-8").splitlines()
    protest = next(row for row in rows if "PROTEST" in row).replace("\tIRN\t", "\tIRN; IRQ\t", 1)
    accuse = protest.replace("PROTEST", "ACCUSE").replace("NGEC9005", "NGEC9999")
    path = tmp_path / "events.txt"
    path.write_text("\n".join([head.replace("Intensity", "Event Intensity"), protest, accuse]) + "\n", "utf-8")
    _, batch = read_dataset("polecat", [path])
    made = {edge.source[1]: (edge.props["count"], edge.props["total"]) for edge in batch.edges}
    assert made == {"iran": (1, 2), "iraq": (1, 2)}


def test_an_id_that_comes_twice_is_one_event(tmp_path: Path) -> None:
    head, first, *_ = (SAMPLES / "polecat" / "events.txt").read_text("utf-8").splitlines()
    path = tmp_path / "events.txt"
    path.write_text("\n".join([head, first, first.replace("Foreign Ministry", "A Ministry")]) + "\n", "utf-8")
    reader, batch = read_dataset("polecat", [path])
    assert [edge.props["count"] for edge in batch.edges] == [1]
    assert counts(reader) == [(2, 1, 1, 0)]


@pytest.mark.parametrize(
    ("other", "what"), [("icews/events.tab", "an ICEWS event file"), ("acled/events.csv", "an ACLED")]
)
def test_other_event_files_are_refused(other: str, what: str) -> None:
    with pytest.raises(BadSource, match=what):
        read_dataset("polecat", [SAMPLES / other])
