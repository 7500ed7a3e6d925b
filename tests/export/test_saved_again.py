"""Exports that other programs have read and saved: read again without a difference, or refused with line and column."""

from __future__ import annotations

import csv
import json
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import networkx as nx
import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings

from tests.conftest import MINI
from tests.export.test_round_trip import batches
from tiebook.engine.digest import digest
from tiebook.engine.kglite.engine import KgliteEngine
from tiebook.errors import BadSource
from tiebook.export import Options, export, format_for
from tiebook.export.read_back import load_exchange, read_exchange
from tiebook.model.records import Edge, Node, Props
from tiebook.sync import sync
from tiebook.sync.batch import Batch
from tiebook.sync.cases import load_case

Save = Callable[[Path, Path], None]
PARTS = ("nodes", "edges")


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """Return a folder with a graph in each format, and its digest; some of its texts look like numbers or like nothing."""
    folder = tmp_path_factory.mktemp("whole")
    engine = KgliteEngine(folder / "graph.kgl")
    load_case(engine, MINI)
    about: Props = {"name": "NA", "version": "1.0", "sources": ["odd"], "licence": "007", "universe": "TRUE"}
    actors = [
        Node("Actor", name, {"name": name, "kind": "State", "sources": ["odd"], **more}, "State")
        for name, more in (("x", {"cow": "710", "gw": "710"}), ("y", {}))
    ]
    tie: Props = {
        "id": "AIDS/odd/1.0",
        "record": "1.0",
        "source": "odd",
        "since": "2015",
        "confidence": 0.5,
        "endorsed": True,
        "sign": 1,
    }
    sync(
        engine, Batch("odd", [Node("Source", "odd", about), *actors], [Edge("AIDS", actors[0].key, actors[1].key, tie)])
    )
    for name in ("w.csv", "w.json", "w.gexf", "w.graphml"):
        export(engine, folder / name, format_for(Path(name)), Options(full=True))
    return folder, digest(engine)


def _pandas(reading: dict[str, Any] | None = None, **writing: Any) -> Save:
    def save(old: Path, new: Path) -> None:
        pd.read_csv(old, **(reading or {})).to_csv(new, **{"index": False, **writing})

    return save


def _with_days(old: Path, new: Path) -> None:
    frame = pd.read_csv(old)
    for column in frame.columns:
        if column.endswith(":date"):
            frame[column] = pd.to_datetime(frame[column]).astype(str) + " 00:00:00"
    frame.replace("NaT 00:00:00", "").replace("nan 00:00:00", "").to_csv(new, index=False)


def _excel(delimiter: str = ",", true: str = "TRUE", false: str = "FALSE", days: str | None = None) -> Save:
    """Return how a spreadsheet saves a table: numbers, truth values and days in its own form, Windows line ends."""

    def cell(text: str) -> str:
        if text in ("true", "false"):
            return true if text == "true" else false
        if days and len(text) == 10 and text[4] == text[7] == "-":
            return days.format(*text.split("-"))
        try:
            number = f"{float(text):.15g}"
        except ValueError:
            return text
        return number.replace(".", "," if delimiter == ";" else ".")

    def save(old: Path, new: Path) -> None:
        with old.open(encoding="utf-8", newline="") as file:
            header, *rows = csv.reader(file)
        with new.open("w", encoding="utf-8-sig", newline="") as file:
            writer = csv.writer(file, delimiter=delimiter)
            writer.writerows([header, *([cell(text) for text in row] for row in rows), [""] * len(header)])

    return save


def _with_commas(old: Path, new: Path) -> None:
    with old.open(encoding="utf-8", newline="") as file:
        header, *rows = csv.reader(file)
    doubles = [name.endswith(":double") for name in header]
    with new.open("w", encoding="utf-8", newline="") as file:
        rows = [[c.replace(".", ",") if d else c for c, d in zip(row, doubles, strict=True)] for row in rows]
        csv.writer(file).writerows([header, *rows])


SAVED: dict[str, Save] = {
    "pandas": _pandas(),
    "pandas, with its index": _pandas(index=True),
    "pandas, typed": lambda old, new: pd.read_csv(old).convert_dtypes().to_csv(new, index=False),
    "pandas, pyarrow": _pandas({"dtype_backend": "pyarrow"}),
    "pandas, decimal commas": _pandas(sep=";", decimal=","),
    "pandas, bars": _pandas(sep="|"),
    "pandas, blanks written out": _pandas(na_rep="NaN"),
    "pandas, UTF-16": _pandas(encoding="utf-16"),
    "pandas, all quoted": _pandas(quoting=csv.QUOTE_ALL),
    "pandas, days with an hour": _with_days,
    "pandas, sorted": lambda old, new: (
        pd.read_csv(old).sort_index(axis=1, ascending=False)[::-1].to_csv(new, index=False)
    ),
    "a spreadsheet": _excel(),
    "truth values as decimals": _excel(true="1.0", false="0.0"),
    "fractions with a comma, in quotes": _with_commas,
    "with a line for a spreadsheet": lambda old, new: (
        _excel(";")(old, new),
        new.write_bytes(b"sep=;\r\n" + new.read_bytes().removeprefix(b"\xef\xbb\xbf")),
    )[0],
    "a German spreadsheet": _excel(";", "WAHR", "FALSCH"),
    "a French spreadsheet": _excel(";", "VRAI", "FAUX"),
}


@pytest.mark.parametrize("program", SAVED)
def test_tables_come_back(whole: tuple[Path, str], tmp_path: Path, program: str) -> None:
    folder, expected = whole
    for part in PARTS:
        SAVED[program](folder / f"w-{part}.csv", tmp_path / f"x-{part}.csv")
    again = KgliteEngine(tmp_path / "again.kgl")
    load_exchange(again, tmp_path / "x.csv")
    assert digest(again) == expected


GRAPHS: dict[str, Callable[[Path, Path], None]] = {
    "x.graphml": lambda old, new: nx.write_graphml(nx.read_graphml(old), new),
    "y.graphml": lambda old, new: nx.write_graphml(nx.read_graphml(old), new, named_key_ids=True, encoding="utf-16"),
    "x.gexf": lambda old, new: nx.write_gexf(nx.read_gexf(old, version="1.3"), new, version="1.3"),
    "y.gexf": lambda old, new: nx.write_gexf(nx.read_gexf(old, version="1.3"), new, version="1.2draft"),
    "x.json": lambda old, new: _node_link(old, new, "edges"),
    "y.json": lambda old, new: _node_link(old, new, "links"),
}


def _node_link(old: Path, new: Path, edges: str) -> None:
    graph = nx.node_link_graph(json.loads(old.read_text("utf-8")), edges="edges")
    new.write_text(json.dumps(nx.node_link_data(graph, edges=edges)), "utf-8-sig")


@pytest.mark.parametrize("name", GRAPHS)
@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_what_networkx_saves_comes_back(whole: tuple[Path, str], tmp_path: Path, name: str) -> None:
    folder, expected = whole
    GRAPHS[name]((folder / "w").with_suffix(Path(name).suffix), tmp_path / name)
    again = KgliteEngine(tmp_path / "again.kgl")
    load_exchange(again, tmp_path / name)
    assert digest(again) == expected


@pytest.mark.parametrize(
    ("save", "message"),
    [
        (_excel(days="{1}/{2}/{0}"), r"x-nodes\.csv:\d+: column since_earliest:date: '05/03/2018' is not a date"),
        (_excel(days="{2}.{1}.{0}"), r"x-nodes\.csv:\d+: column since_earliest:date: '03.05.2018' is not a date"),
        (_excel(true="maybe"), r"x-nodes\.csv:\d+: column \w+:boolean: 'maybe' is not a boolean \(true or false\)"),
        (
            lambda old, new: new.write_text(old.read_text("utf-8") + old.read_text("utf-8").splitlines()[-1] + "\n"),
            r"x-nodes\.csv:\d+: the id \S+ is used for two nodes",
        ),
        (_pandas(index_label="who", index=True), r"x-nodes\.csv:2: [\w-]+: there is no property 'who'"),
    ],
)
def test_what_a_program_has_changed_for_good_is_refused_with_its_place(
    whole: tuple[Path, str], tmp_path: Path, save: Save, message: str
) -> None:
    for part in PARTS:
        save(whole[0] / f"w-{part}.csv", tmp_path / f"x-{part}.csv")
    with pytest.raises(BadSource, match=message):
        read_exchange(tmp_path / "x.csv")


def test_a_value_that_the_codebook_refuses_has_its_line(whole: tuple[Path, str], tmp_path: Path) -> None:
    for part in PARTS:
        text = (whole[0] / f"w-{part}.csv").read_text("utf-8")
        (tmp_path / f"x-{part}.csv").write_text(text.replace(",2015,", ",Oct-15,"), "utf-8")
    with pytest.raises(BadSource, match=r"x-nodes\.csv:\d+: mini/[\w-]+: since: 'Oct-15' is not a date"):
        read_exchange(tmp_path / "x.csv")


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(drawn=batches())
def test_any_graph_comes_back_from_pandas_or_is_refused(drawn: list[Batch]) -> None:
    # pandas before 3 reads some numbers with another last digit unless it is asked not to
    exact = _pandas({"float_precision": "round_trip"} if int(pd.__version__.split(".")[0]) < 3 else {})
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        original = KgliteEngine(folder / "original.kgl")
        for batch in drawn:
            sync(original, batch)
        export(original, folder / "w.csv", format_for(Path("w.csv")), Options(full=True))
        for part in PARTS:
            exact(folder / f"w-{part}.csv", folder / f"x-{part}.csv")
        again = KgliteEngine(folder / "again.kgl")
        try:
            load_exchange(again, folder / "x.csv")
        except BadSource as error:
            refused = str(error)
        else:
            refused = ""
            assert digest(again) == digest(original)
        assert not refused or ".csv:" in refused
