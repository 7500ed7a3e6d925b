"""What reads free words on the shipped case, made once."""

from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import pytest

from tests.field import FIELD, SAMPLES
from tiebook.ask.words.index import Index, build
from tiebook.ask.words.names.known import Names, read_names
from tiebook.ask.words.understand import Understanding, understand_with
from tiebook.engine.kglite.engine import KgliteEngine
from tiebook.questions import QuestionLibrary
from tiebook.sources.datasets import load_dataset
from tiebook.sync.cases import find_case, load_case

TODAY = date(2026, 11, 28)


@dataclass(frozen=True)
class Reader:
    """Understands a text on the shipped case, each text once; `known` are the ids that it has."""

    index: Index
    names: Names
    met: dict[str, Understanding] = field(default_factory=dict)

    @property
    def known(self) -> set[str]:
        return set(self.names.labels)

    def __call__(self, text: str) -> Understanding:
        if text not in self.met:
            self.met[text] = understand_with(self.index, self.names, text, TODAY)
        return self.met[text]

    def command(self, text: str) -> str:
        """Return the arguments of what a text is taken for."""
        found = self(text)
        assert found.taken is not None, found.choices
        return " ".join(found.taken.arguments)


def reader_of(folder: Path, *cases: str) -> Reader:
    engine = KgliteEngine(folder / "t.kgl")
    for case in cases:
        load_case(engine, find_case(case))
    reader = Reader(build(QuestionLibrary().all()), read_names(engine))
    engine.close()
    return reader


@dataclass(frozen=True)
class DataReader:
    """Understands a text on a graph from which only the names are read that are of use for it, as with `tiebook ask`."""

    index: Index
    engine: KgliteEngine
    met: dict[str, Understanding] = field(default_factory=dict)

    def __call__(self, text: str) -> Understanding:
        if text not in self.met:
            names = read_names(self.engine, text, self.index.counts)
            self.met[text] = understand_with(self.index, names, text, TODAY)
        return self.met[text]


@pytest.fixture(scope="session")
def understood(tmp_path_factory):
    return reader_of(tmp_path_factory.mktemp("words"), "china-iran")


@pytest.fixture(scope="session")
def of_all_texts(tmp_path_factory):
    """Return what reads free words on all shipped texts in one graph: more names, for which ordinary words may be taken."""
    return reader_of(tmp_path_factory.mktemp("words"), "china-iran", "crink-security", "crs-china-primer")


@pytest.fixture(scope="session")
def of_data(tmp_path_factory):
    """Return what reads free words on samples of the field's data sets, without a text."""
    engine = KgliteEngine(tmp_path_factory.mktemp("words") / "t.kgl")
    for source, names in FIELD.items():
        load_dataset(engine, source, [SAMPLES / name for name in names])
    yield DataReader(build(QuestionLibrary().all()), engine)
    engine.close()
