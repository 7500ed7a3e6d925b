"""Coded cases, their comparison, exported graphs and saved layouts."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from functools import cache, partial
from pathlib import Path

from tests.conftest import MINI
from tests.fuzz.scratch import SPLIT, folder, parts, write
from tests.fuzz.target import Target
from tiebook.agree.match import passages
from tiebook.agree.report import Agreement, Coding
from tiebook.case import Text, open_case
from tiebook.case.update import update_case
from tiebook.engine.kglite.engine import KgliteEngine
from tiebook.export import Options, export, format_for
from tiebook.export.read_back import read_exchange
from tiebook.model.records import Props
from tiebook.sync.cases import load_case
from tiebook.view import load_layout

LAYOUT = b'{"format": 1, "title": "t", "positions": {"china": [1.5, -2], "iran": [0, 1e3]}}\n'
CASE_FILES = ("case.toml", "coding.toml", "text.txt")


@cache
def _exported(ending: str) -> bytes:
    """Return the sample case as an exported graph; a CSV export is two files."""
    with tempfile.TemporaryDirectory() as made:
        engine = KgliteEngine(Path(made) / "mini.kgl")
        load_case(engine, MINI)
        path = Path(made) / f"mini{ending}"
        written, _ = export(engine, path, format_for(path, None), Options(full=True))
        wanted = [each for each in written.paths if each.suffix == ending and not each.stem.endswith("-sources")]
        return SPLIT.join(each.read_bytes() for each in wanted)


def _exchange(ending: str, data: bytes) -> None:
    path = folder() / f"graph{ending}"
    if ending == ".csv":
        for name, part in zip(("nodes", "edges"), parts(data, 2), strict=True):
            write(f"graph-{name}.csv", part)
    else:
        write(path.name, data)
    for batch in read_exchange(path):
        batch.check()
        for props in [node.props for node in batch.nodes] + [edge.props for edge in batch.edges]:
            _known_values(props)


def _known_values(props: Props) -> None:
    for value in props.values():
        items = value if isinstance(value, list) else [value]
        for text in items:
            assert not isinstance(text, str) or text.encode("utf-8") is not None, "a text that no file can hold"


def _case_samples() -> Iterator[bytes]:
    head, coding = (MINI / "case.toml").read_bytes(), (MINI / "coding.toml").read_bytes()
    yield SPLIT.join([head, coding, MINI.with_suffix(".txt").read_bytes()])


def _case(data: bytes) -> None:
    """Check a case with and without its text, turn it into records, write its hashes."""
    paths = [write(f"case/{name}", part) for name, part in zip(CASE_FILES, parts(data, 3), strict=True)]
    case = open_case(folder() / "case")
    assert case.nodes()
    assert all(edge.type for edge in case.edges())
    text = Text.read(paths[2])
    open_case(folder() / "case", text)
    update_case(folder() / "case", text)
    open_case(folder() / "case", text)


def _agreed(data: bytes) -> None:
    """Compare the sample case with a broken copy of itself."""
    for name, part in zip(CASE_FILES, parts(data, 3), strict=True):
        write(f"second/{name}", part)
    text = Text.read(folder() / "second" / "text.txt")
    cases = [open_case(each, text) for each in (folder() / "second", MINI)]
    codings = [Coding(case, passages(case, text)) for case in cases]
    agreement = Agreement(codings[0], codings[1], draws=2)
    for table in ("table", "categories", "unmatched", "disagreements", "matches"):
        assert getattr(agreement, table)().columns


def _layout(data: bytes) -> None:
    assert all(len(point) == 2 for point in load_layout(write("layout.json", data)).values())


def targets() -> Iterator[Target]:
    """Return them."""
    for ending in (".json", ".graphml", ".gexf", ".csv"):
        yield Target(f"exchange{ending}", partial(_exchange, ending), lambda ending=ending: iter([_exported(ending)]))  # type: ignore[misc]
    yield Target("case", _case, _case_samples)
    yield Target("agree", _agreed, _case_samples)
    yield Target("layout", _layout, lambda: iter([LAYOUT]))
