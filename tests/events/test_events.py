"""Machine-coded events: repeated reports, reversed twins, back-dated and domestic ones, denominators, quad classes."""

from __future__ import annotations

import csv
import io
from datetime import date
from pathlib import Path

import pytest

from tests.loaders.source_readers import SAMPLES, counts, dyad, real, sample, ties
from tiebook.errors import BadSource
from tiebook.sources.datasets import read_dataset


def test_icews_sample() -> None:
    reader, batch = sample("icews", "events.tab")
    assert counts(reader) == [(9, 3, 2, 4)]
    (meeting,) = ties(batch, "MEETS_WITH")
    assert (meeting.source[1], meeting.target[1], meeting.props["count"]) == ("china", "iran", 1), (
        "three reports, one event"
    )
    (blame,) = dyad(batch, "CRITICISES", "china", "iran")
    assert (blame.props["count"], blame.props["total"], blame.props["quad"]) == (1, 4, 3)
    assert (blame.props["since"], blame.props["until"]) == ("2018-06-05", "2018-06-05"), "days, not the month"
    (force,) = ties(batch, "USES_FORCE_AGAINST")
    assert force.props["value"] == -9.0, "a score, not a code for missing"
    assert [each.text for each in reader.resolver.unresolved()] == ["Atlantis"]
    assert (reader.covers_since, reader.covers_until) == (date(2018, 6, 1), date(2018, 6, 7))
    assert reader.covers_days == len(reader.parts) < 7, "days without a report are gaps"


@pytest.mark.parametrize("name", ["two.export.CSV", "saved.csv"])
def test_gdelt_two_as_published_and_saved_again(name: str) -> None:
    reader, batch = sample("gdelt", name)
    assert counts(reader) == [(9, 4, 2, 3)]
    assert set(reader.accounts[0].skipped) == {
        "dated more than a week before it was added",
        "only one side is a country or known group",
        "a region, not a state",
    }
    assert len(ties(batch, "MEETS_WITH")) == 2, "a visit and its hosting are one meeting"
    assert dyad(batch, "MEETS_WITH", "china", "european-union")
    (force,) = ties(batch, "USES_FORCE_AGAINST")
    assert (force.props["value"], force.props["total"]) == (-9.0, 2)
    assert reader.covers_since == reader.covers_until == date(2019, 10, 24), "the days that were covered, not the month"
    assert reader.covers_days is None, "no gap"


def test_gdelt_one() -> None:
    _, batch = sample("gdelt", "one.export.CSV")
    assert [edge.type for edge in batch.edges] == ["COOPERATES_WITH"]


def test_icews_published() -> None:
    reader, batch = real("icews", "events.2018.sample.tab")
    assert counts(reader)[0][0] == 3705
    assert not reader.resolver.unresolved()
    assert sum(int(str(edge.props["count"])) for edge in batch.edges) < 3705 - 971


def test_gdelt_published() -> None:
    reader, batch = real("gdelt", "20191024143000.export.CSV", "20141124.export.CSV.zip")
    assert [row[0] for row in sorted(counts(reader))] == [100, 2111]
    assert len({edge.props["id"] for edge in batch.edges}) == len(batch.edges)
    node = next(node for node in batch.nodes if node.label == "Source")
    assert "Days in the files: 2 (2014-11-24, 2019-10-24)" in str(node.props["note"])
    assert node.props["covers_days"] == 2, "of five years"


def test_a_file_whose_stamps_a_spreadsheet_has_rounded_is_refused_for_that(tmp_path: Path) -> None:
    text = (SAMPLES / "gdelt" / "two.export.CSV").read_text("utf-8")
    stamp = text.splitlines()[0].split("\t")[-2]
    path = tmp_path / "saved.CSV"
    path.write_text(text.replace(stamp, "2.02E+13"), "utf-8")
    with pytest.raises(BadSource, match=r"saved.CSV:1: .*DATEADDED is 2.02E\+13: a spreadsheet has rounded it"):
        read_dataset("gdelt", [path])


@pytest.mark.parametrize(
    ("place", "cell", "said"),
    [
        (-2, "2,02E+13", "DATEADDED is 2,02E+13: a spreadsheet has rounded it"),
        (-2, "2.0240101E13", "DATEADDED is 2.0240101E13: a spreadsheet has rounded it"),
        (-2, "########", "DATEADDED is ########: a spreadsheet has rounded it"),
        (-2, "2024-01-01 10:15:00", "DATEADDED is 2024-01-01 10:15:00: a spreadsheet has rewritten its dates"),
        (-2, "01/01/2024 10:15", "DATEADDED is 01/01/2024 10:15: a spreadsheet has rewritten its dates"),
        (1, "1/1/2024", "SQLDATE is 1/1/2024: a spreadsheet has rewritten its dates"),
        (0, "1.2E+09", "GLOBALEVENTID is 1.2E+09: a spreadsheet has rounded it"),
    ],
)
@pytest.mark.parametrize("mark", ["\t", ",", ";"])
def test_an_event_file_that_a_spreadsheet_has_spoilt_is_refused_for_that(
    tmp_path: Path, place: int, cell: str, said: str, mark: str
) -> None:
    lines = (SAMPLES / "gdelt" / "two.export.CSV").read_text("utf-8").split("\n")
    rows = [line.rstrip("\r").split("\t") for line in lines if line.count("\t") == 60]
    for row in rows:
        row[place] = cell
    text = io.StringIO()
    csv.writer(text, delimiter=mark).writerows(rows)
    (tmp_path / "saved.CSV").write_text(text.getvalue(), "utf-8")
    with pytest.raises(BadSource) as caught:
        read_dataset("gdelt", [tmp_path / "saved.CSV"])
    assert f"saved.CSV:1: a GDELT 2.0 event file: {said}" in str(caught.value)
