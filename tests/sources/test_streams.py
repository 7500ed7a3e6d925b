"""Event files as they come in numbers: any order, packed, cut short, more than memory holds, one day after another."""

from __future__ import annotations

import gzip
import tracemalloc
import zipfile
from datetime import date
from pathlib import Path

import pytest

from tests.loaders.source_readers import SAMPLES, counts, ties
from tiebook.engine.digest import digest
from tiebook.engine.kglite.engine import KgliteEngine
from tiebook.errors import BadSource, WouldLose
from tiebook.events.recent import Window
from tiebook.sources.datasets import load_dataset, read_dataset

EVENT = (SAMPLES / "gdelt" / "two.export.CSV").read_text("utf-8").splitlines()[0].split("\t")


def event(number: int, day: str, stamp: str, url: str = "") -> str:
    cells = [*EVENT]
    cells[0], cells[1], cells[59], cells[60] = str(number), day, stamp, url or f"http://example.org/{number}"
    return "\t".join(cells) + "\n"


def written(path: Path, *events: str) -> Path:
    path.write_text("".join(events), "utf-8")
    return path


def test_the_order_of_files_does_not_count(tmp_path: Path) -> None:
    one = written(tmp_path / "a.export.CSV", event(1, "20191024", "20191024143000"))
    two = written(tmp_path / "b.export.CSV", event(2, "20191025", "20191025000000"))
    _, first = read_dataset("gdelt", [one, two])
    _, second = read_dataset("gdelt", [two, one])
    assert first == second
    (node,) = [node for node in first.nodes if node.label == "Source"]
    assert node.props["parts"] == ["2019-10-24 14:30", "2019-10-25 00:00"]


def test_a_report_that_a_later_file_repeats_is_one(tmp_path: Path) -> None:
    one = written(tmp_path / "a.export.CSV", event(1, "20191024", "20191024143000"))
    two = written(
        tmp_path / "b.export.CSV", event(1, "20191024", "20191024143000"), event(3, "20191024", "20191024144500")
    )
    reader, batch = read_dataset("gdelt", [one, two])
    assert counts(reader) == [(1, 1, 0, 0), (2, 0, 2, 0)], "the same id, and the same day, parties and code"
    (tie,) = batch.edges
    assert tie.props["count"] == 1


def test_packed_files_read_the_same(tmp_path: Path) -> None:
    plain = SAMPLES / "gdelt" / "two.export.CSV"
    (tmp_path / "a.export.CSV.gz").write_bytes(gzip.compress(plain.read_bytes()))
    with zipfile.ZipFile(tmp_path / "a.export.CSV.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.write(plain, "a.export.CSV")
    expected = read_dataset("gdelt", [plain])[1].edges
    for name in ("a.export.CSV.gz", "a.export.CSV.zip"):
        assert read_dataset("gdelt", [tmp_path / name])[1].edges == expected


@pytest.mark.parametrize(
    ("cut", "message"), [(1, "the last line has no end"), (40, "no end|cut short"), (120, "cut short")]
)
def test_a_copy_that_is_cut_short_is_refused_with_its_line(tmp_path: Path, cut: int, message: str) -> None:
    data = (SAMPLES / "gdelt" / "two.export.CSV").read_bytes()
    path = tmp_path / "a.export.CSV"
    path.write_bytes(data[:-cut])
    with pytest.raises(BadSource, match=rf"a\.export\.CSV:9: .*(?:{message})"):
        read_dataset("gdelt", [path])
    packed = tmp_path / "a.export.CSV.gz"
    packed.write_bytes(gzip.compress(data)[:-cut])
    with pytest.raises(BadSource, match="damaged or cut short"):
        read_dataset("gdelt", [packed])


@pytest.mark.slow
def test_memory_does_not_grow_with_the_events(tmp_path: Path) -> None:
    def peak(name: str, number: int) -> int:
        path = written(
            tmp_path / name, *(event(i, "20191024", "20191024143000", f"http://example.org/{i}") for i in range(number))
        )
        tracemalloc.start()
        reader, batch = read_dataset("gdelt", [path])
        most = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        assert reader.accounts[0].read == number
        assert len(batch.edges) == 1
        return most

    peak("warm.CSV", 10)
    few, many = peak("few.CSV", 1_000), peak("many.CSV", 12_000)
    size = (tmp_path / "many.CSV").stat().st_size
    assert many - few < size / 3, "fingerprints of ids, and nothing of the rows"


def test_the_window_forgets_days_and_says_what_came_too_late() -> None:
    window = Window(7)
    assert not window.knows(date(2020, 1, 1), "a")
    assert window.knows(date(2020, 1, 1), "a")
    assert not window.knows(date(2020, 1, 2), "a"), "another day"
    assert not window.knows(date(2020, 2, 1), "a")
    assert window.late == 0
    assert not window.knows(date(2020, 1, 1), "a"), "forgotten"
    assert window.late == 1


def test_reports_out_of_order_are_noted(tmp_path: Path) -> None:
    text = (SAMPLES / "icews" / "events.tab").read_text().replace("8\t2018-06-07", "8\t2018-12-07")
    path = tmp_path / "events.tab"
    path.write_text(text)
    reader, _ = read_dataset("icews", [path])
    assert not any("precedes" in note for note in reader.accounts[0].notes)
    lines = text.splitlines(keepends=True)
    path.write_text("".join([*lines[:4], lines[8], *lines[1:4]]))
    reader, _ = read_dataset("icews", [path])
    assert any("3 reports are dated more than 62 days before" in note for note in reader.accounts[0].notes)


def test_another_day_does_not_replace_the_first_unsaid(tmp_path: Path) -> None:
    engine = KgliteEngine(tmp_path / "t.kgl")
    one = written(tmp_path / "a.export.CSV", event(1, "20191024", "20191024143000"))
    two = written(tmp_path / "b.export.CSV", event(2, "20191025", "20191025000000"))
    load_dataset(engine, "gdelt", [one])
    before = digest(engine)
    with pytest.raises(
        WouldLose, match=r"gdelt in the graph also holds 2019-10-24 14:30.*all files in one command, or use --replace"
    ):
        load_dataset(engine, "gdelt", [two])
    assert digest(engine) == before
    both = load_dataset(engine, "gdelt", [one, two])
    assert both.changes.changed
    replaced = load_dataset(engine, "gdelt", [two], replace=True)
    assert not replaced.changes.nothing
    rows = engine.read("MATCH (s:Source {id: 'gdelt'}) RETURN s.parts AS parts").rows
    assert rows == [(["2019-10-25 00:00"],)]


def test_another_file_of_a_source_does_not_replace_the_first_unsaid(tmp_path: Path) -> None:
    engine = KgliteEngine(tmp_path / "t.kgl")
    folder = SAMPLES / "cow_mid"
    load_dataset(engine, "cow_mid", [folder / "mida.csv", folder / "midb.csv"])
    with pytest.raises(WouldLose, match=r"cow_mid has 4 ties in the graph, and these files hold 0 of them"):
        load_dataset(engine, "cow_mid", [folder / "dyads.csv"])
    together = [folder / name for name in ("mida.csv", "midb.csv", "dyads.csv")]
    assert load_dataset(engine, "cow_mid", together, replace=True).changes.created
    assert ties(read_dataset("cow_mid", together)[1], "USES_FORCE_AGAINST")
