"""`draft`: what proposers find of a coded article that they were not told, next to two baselines. Writes docs/drafting.md."""

from __future__ import annotations

import hashlib
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from tests.bench.drafting_baselines import co_occurrence, lexicon_window
from tiebook.case import Case, Text, open_case
from tiebook.case.derive.known import known_actor
from tiebook.draft.article import article_of
from tiebook.draft.gate import Gate, Kept
from tiebook.draft.names import NameIndex
from tiebook.draft.proposers.rules import make as rules
from tiebook.draft.protocol import Article, Proposer
from tiebook.draft.rules.names.naming import Namer
from tiebook.draft.run import Outcome, run
from tiebook.model.codebook import codebook

ROOT: Final = Path(__file__).parents[2]
PAGE: Final = ROOT / "docs" / "drafting.md"
SHARED: Final = ROOT.parent / "shared"
PROPOSERS: Final[dict[str, Callable[[Article], Proposer]]] = {
    "rules": rules,
    "lexicon window": lexicon_window,
    "co-occurrence": co_occurrence,
}
Tie = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class Score:
    """Precision, recall and their harmonic mean, of what was found of what there is."""

    right: int
    found: int
    there: int

    @property
    def precision(self) -> float:
        """The share of what was found that is right."""
        return self.right / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        """The share of what there is that was found."""
        return self.right / self.there if self.there else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of both."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


@dataclass(slots=True)
class Figures:
    """What a proposer found of one coding. `seconds` is the time of reading and of the gate."""

    coding: str
    proposer: str
    kept: int = 0
    dropped: int = 0
    seconds: float = 0.0
    scores: dict[str, Score] = field(default_factory=dict)


def codings() -> Iterator[tuple[Case, Text]]:
    """Yield each shipped case whose text is at hand."""
    texts = {}
    for folder in (*sorted((ROOT / "loaders").iterdir()), SHARED / "article", SHARED / "articles"):
        for path in sorted(folder.glob("*.txt")) if folder.is_dir() else ():
            texts[hashlib.sha256(path.read_bytes()).hexdigest()] = path
    for folder in sorted((ROOT / "loaders").iterdir()):
        if (folder / "case.toml").is_file():
            case = open_case(folder)
            found = texts.get(case.source.sha256 or "")
            if found is not None and case.claims:
                yield case, Text.read(found)


def bare(case: Case, text: Text, folder: Path) -> Case:
    """Return a case about the same article as somebody finds it who has coded nothing of it."""
    author = next(entity.name for entity in case.entities if entity.id == case.author)
    lines = ["format = 2", 'id = "bare"', "[source]", f"title = {case.source.title!r}", f"author = {author!r}"]
    lines += [f"date = {case.source.date!r}", "[coder]", "name = 'nobody'", "date = 2020-01-01"]
    (folder / "case.toml").write_text("\n".join(lines), "utf-8")
    return open_case(folder, text)


def measure(case: Case, text: Text, name: str) -> Figures:
    """Draft a bare case, and compare what passed the gate with the coding."""
    with tempfile.TemporaryDirectory() as folder:
        empty = bare(case, text, Path(folder))
    index = NameIndex(empty.entities)
    outcome = Outcome()
    start = time.perf_counter()
    article = article_of(empty, text, index)
    run(article, PROPOSERS[name](article), Gate(empty, text, index), outcome)
    seconds = time.perf_counter() - start
    figures = Figures(case.id, name, len(outcome.kept), len(outcome.dropped), seconds)
    figures.scores = dict(_scores(case, text, article, outcome.kept))
    return figures


class _Same:
    """Finds for an entity of a draft the one of the coding that is meant by its name."""

    def __init__(self, case: Case) -> None:
        self.index = NameIndex(case.entities)
        self.actors = {entity.id for entity in case.entities if entity.label == "Actor"}

    def id(self, entity_id: str, name: str | None = None) -> str:
        return self.index.resolve(name or entity_id) or self.index.resolve(entity_id.replace("-", " ")) or entity_id


def _scores(case: Case, text: Text, article: Article, kept: Sequence[Kept]) -> Iterator[tuple[str, Score]]:
    same = _Same(case)
    yield "mentions", _mentions(text, article, same)
    coded = [each for each in case.claims if each.start.label == each.end.label == "Actor"]
    gold = {_tie(each.start.id, each.tie, each.end.id): each for each in coded}
    found: dict[Tie, list[tuple[int, Kept]]] = {}
    for each in kept:
        new = {entity.id: entity.name for entity in each.new}
        ends = [same.id(each.values[end], new.get(each.values[end])) for end in ("from", "to")]
        labels = {entity.id: entity.label for entity in each.new}
        if all(labels.get(each.values[end], "Actor") == "Actor" for end in ("from", "to")):
            found.setdefault(_tie(ends[0], each.values["tie"], ends[1]), []).append((each.values["paragraph"], each))
    pairs, found_pairs = ({frozenset((a, b)) for a, _, b in those} for those in (gold, found))
    yield "pairs", Score(len(pairs & found_pairs), len(found_pairs), len(pairs))
    known = {key for key in gold if all(known_actor(end) for end in key[::2])}
    found_known = {key for key in found if all(known_actor(end) for end in key[::2])}
    pk, fk = ({frozenset((a, b)) for a, _, b in those} for those in (known, found_known))
    yield "known pairs", Score(len(pk & fk), len(fk), len(pk))
    yield "known ties", Score(len(known & found_known), len(found_known), len(known))
    yield "ties", Score(len(gold.keys() & found.keys()), len(found), len(gold))
    here = {(each.paragraph, _tie(each.start.id, each.tie, each.end.id)): each for each in coded}
    drafted = {(number, tie): one for tie, those in found.items() for number, one in those}
    matched = here.keys() & drafted.keys()
    yield "ties in place", Score(len(matched), len(drafted), len(here))
    held = {(each.paragraph, holder.id) for each in coded for holder in each.holders if holder.id != case.author}
    said = {
        (each.values["paragraph"], same.id(holder, next((new.name for new in each.new if new.id == holder), None)))
        for each in kept
        for holder in each.values.get("holder", ())
    }
    yield "holders", Score(len(held & said), len(said), len(held))
    modes = sum(drafted[key].values.get("mode", "actual") == here[key].mode for key in matched)
    yield "mode", Score(modes, len(matched), len(matched))
    negated = sum(bool(drafted[key].values.get("negated")) == here[key].negated for key in matched)
    yield "negation", Score(negated, len(matched), len(matched))


def _mentions(text: Text, article: Article, same: _Same) -> Score:
    """Compare the actors that each paragraph names by the coding's own list of names with those that the rules see."""
    there = {
        (paragraph.number, mention.id)
        for paragraph in text.paragraphs
        for mention in same.index.mentions(paragraph.text, within=True)
        if mention.id in same.actors
    }
    namer = Namer(article)
    found = {
        (paragraph.number, same.id(name.who))
        for paragraph in article.paragraphs
        for name in namer.mentions(paragraph)
        if name.label == "Actor"
    }
    return Score(len(there & found), len(found), len(there))


def _tie(start: str, tie: str, end: str) -> Tie:
    if codebook().ties[tie].symmetric and end < start:
        start, end = end, start
    return start, tie, end
