"""Events taken together by month before the graph: the same ties, counts and dates as the loader makes of the events themselves."""

from __future__ import annotations

import subprocess
import sys
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path

import pytest

from tests import shared
from tests.loaders.source_readers import SAMPLES
from tests.shared import lacking
from tiebook.crosswalk import crosswalk
from tiebook.errors import BadSource, UsageError
from tiebook.sources.datasets import read_dataset

try:
    import duckdb
except ImportError:
    lacking("duckdb is not installed (pip install 'tiebook[events]')")

from tests.bench.made_up_events import write_events
from tiebook.events import monthly
from tiebook.events.monthly import aggregate
from tiebook.events.monthly_sql import REPEATED, UNTYPED


def same(files, out):
    """Load both ways; tells that all ties are equal, their means but for rounding."""
    counts = aggregate(out, files)
    reader, batch = read_dataset("gdelt", files)
    monthly, months = read_dataset("gdelt", [out])
    one, two = ({edge.key: dict(edge.props) for edge in each.edges} for each in (batch, months))
    assert one.keys() == two.keys()
    for key, props in one.items():
        assert props.pop("value", None) == pytest.approx(two[key].pop("value", None)), key
        assert props == two[key], key
    assert (reader.covers_since, reader.covers_until) == (monthly.covers_since, monthly.covers_until)
    ends = [
        [(edge.source, edge.target) for edge in sorted(each.edges, key=lambda edge: edge.key)]
        for each in (batch, months)
    ]
    assert ends[0] == ends[1]
    return counts, reader


def halves(folder, form):
    return [
        write_events(folder / f"{k}.{form}", 30_000, begin=k * 15_000, end=(k + 1) * 15_000, days=90) for k in (0, 1)
    ]


def test_made_up_events_give_the_same_ties_either_way(tmp_path):
    counts, reader = same(halves(tmp_path, "export.CSV"), tmp_path / "monthly.csv")
    assert aggregate(tmp_path / "again.csv", halves(tmp_path, "parquet")) == counts
    assert (tmp_path / "again.csv").read_text() == (tmp_path / "monthly.csv").read_text()
    assert counts["read"] == 30_000
    assert counts["ties"] > 2_000
    skipped = reader.accounts[0].skipped + reader.accounts[1].skipped
    assert {reason: number for reason, number in skipped.items() if "totals" not in reason}.items() <= counts.items()
    assert counts[UNTYPED] == sum(number for reason, number in skipped.items() if "totals" in reason)
    assert counts[REPEATED] > 100
    assert counts["read"] == counts["events"] + sum(
        number for what, number in counts.items() if what not in ("read", "events", "ties")
    )


def test_our_samples_of_both_layouts(tmp_path):
    counts, _ = same([SAMPLES / "gdelt" / "two.export.CSV"], tmp_path / "two.csv")
    assert counts["read"] == 9
    same([SAMPLES / "gdelt" / "one.export.CSV"], tmp_path / "one.csv")


def test_a_published_file(tmp_path):
    same([shared.data("gdelt", "20191024143000.export.CSV")], tmp_path / "published.csv")


def test_another_file_is_refused_in_one_line(tmp_path):
    other = tmp_path / "x.csv"
    other.write_text("a,b\n1,2\n")
    with pytest.raises(BadSource, match="1 columns, GDELT's files have 57, 58, 61"):
        aggregate(tmp_path / "out.csv", [other])
    broken = tmp_path / "broken.export.CSV"
    broken.write_text(
        (SAMPLES / "gdelt" / "two.export.CSV").read_text().replace("20191024\t201910", "2019102x\t201910", 1)
    )
    with pytest.raises(BadSource):
        aggregate(tmp_path / "out.csv", [broken])
    assert not (tmp_path / "out.csv").exists()
    assert not list(tmp_path.glob(".monthly-*"))


def test_the_command(tmp_path):
    command = [
        sys.executable,
        "-m",
        "tiebook",
        "aggregate",
        tmp_path / "out.csv",
        SAMPLES / "gdelt" / "two.export.CSV",
    ]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert done.stderr.startswith("9 records read; 4 events in 4 ties")
    refused = subprocess.run([*command[:5], tmp_path / "none"], capture_output=True, text=True, check=False)
    assert refused.returncode == 1
    assert refused.stderr.count("\n") == 1


@pytest.mark.parametrize("memory", ["many", "1GB'; DROP TABLE reports; --", "", "-1GB"])
def test_a_size_that_is_none_is_bad_usage(tmp_path, memory):
    with pytest.raises(UsageError, match="is not a size"):
        aggregate(tmp_path / "out.csv", [SAMPLES / "gdelt" / "two.export.CSV"], memory=memory)
    assert not (tmp_path / "out.csv").exists()


def test_a_size_is_kept_to(tmp_path):
    assert aggregate(tmp_path / "out.csv", [SAMPLES / "gdelt" / "two.export.CSV"], memory="500 MB")["ties"] == 4


def test_what_does_not_fit_into_memory_goes_beside_the_table_or_where_it_is_wanted(tmp_path, monkeypatch):
    (tmp_path / "out").mkdir()
    (tmp_path / "scratch").mkdir()
    files, connect = [SAMPLES / "gdelt" / "two.export.CSV"], duckdb.connect
    opened = []

    def noted(path):
        opened.append(Path(path).parent.parent)
        return connect(path)

    monkeypatch.setattr(duckdb, "connect", noted)
    aggregate(tmp_path / "out" / "one.csv", files)
    aggregate(tmp_path / "out" / "two.csv", files, scratch=tmp_path / "scratch")
    assert opened == [tmp_path / "out", tmp_path / "scratch"]
    assert sorted(path.name for path in tmp_path.rglob("*")) == ["one.csv", "out", "scratch", "two.csv"]


def test_a_monthly_table_that_names_nobody_is_refused(tmp_path):
    out = tmp_path / "monthly.csv"
    aggregate(out, [SAMPLES / "gdelt" / "two.export.CSV"])
    out.write_text(out.read_text().replace("united-states", "atlantis"))
    with pytest.raises(BadSource, match="atlantis"):
        read_dataset("gdelt", [out])


def test_every_text_of_up_to_four_digits_is_a_code_in_the_table():
    found = {given: (code, tie, mutual) for given, code, tie, mutual in monthly._codes()}
    assert len(found) == 10 + 100 + 1_000 + 10_000
    assert found["9"] == ("09", "CRITICISES", False)
    assert found["57"] == ("057", "AGREES_WITH", True)
    assert found["163"][1] == "SANCTIONS"
    assert found["010"] == ("010", None, False)


def test_files_of_one_layout_are_read_together_up_to_a_size(tmp_path, monkeypatch):
    for name in ("a.parquet", "b.parquet", "c.parquet", "d.parquet"):
        (tmp_path / name).write_bytes(b"x" * 10)
    text = (SAMPLES / "gdelt" / "two.export.CSV").read_text()
    (tmp_path / "bb.CSV").write_text(text)
    names = lambda batches: [[path.name for path in batch] for batch in batches]  # noqa: E731
    files = sorted(tmp_path.iterdir(), reverse=True)
    assert names(monthly._batches(files)) == [["a.parquet", "b.parquet"], ["bb.CSV"], ["c.parquet", "d.parquet"]]
    monkeypatch.setattr(monthly, "BATCH", 10)
    tables = [path for path in files if path.suffix == ".parquet"]
    assert names(monthly._batches(tables)) == [["a.parquet", "b.parquet"], ["c.parquet", "d.parquet"]]
    assert names(monthly._batches([])) == []


def test_a_code_means_an_actor_from_a_first_day_to_a_last():
    spells: dict[tuple[str, str], list[tuple[date, date, str]]] = {}
    for known, code, since, until, actor in monthly._meanings():
        assert since <= until
        spells.setdefault((known, code), []).append((since, until, actor))
    assert {actor for *_, actor in spells["country", "IRN"]} == {"iran"}
    for found in spells.values():
        ordered = sorted(found)
        assert all(one[1] < other[0] for one, other in pairwise(ordered))
    assert max(until for _, until, _ in spells["country", "IRN"]) == date.max


def test_a_code_means_an_actor_on_its_first_and_last_day_and_neither_before_nor_after():
    day = timedelta(days=1)
    ended = 0
    for known, code, since, until, actor in monthly._meanings():
        if known == "group":
            ended += until < date.max
            inside = {each for each in (since, until) if date.min < each < date.max}
            assert {crosswalk().by_code("cameo", code, each) for each in inside} <= {actor}
            outside = [*([since - day] if since > date.min else []), *([until + day] if until < date.max else [])]
            assert actor not in {crosswalk().by_code("cameo", code, each) for each in outside}
    assert ended > 2
