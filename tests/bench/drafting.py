"""`draft`: what proposers find of a coded article that they were not told, next to two baselines. Writes docs/drafting.md."""

from __future__ import annotations

import hashlib
import json
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from tests.bench.drafting_baselines import co_occurrence, lexicon_window
from tests.bench.drafting_ends import Same, Tie, is_name, place_of
from tests.bench.report import bullets, machine, put, section, table
from tiebook.case import Case, Text, open_case
from tiebook.case.derive.known import known_actor
from tiebook.draft.article import article_of
from tiebook.draft.gate import Gate, Kept
from tiebook.draft.names import Mention, NameIndex
from tiebook.draft.proposers.pasted import Pasted
from tiebook.draft.proposers.rules import make as rules
from tiebook.draft.protocol import Article, Proposer
from tiebook.draft.rules.names.naming import Namer
from tiebook.draft.rules.reading import Reader
from tiebook.draft.run import Outcome, run

ROOT: Final = Path(__file__).parents[2]
PAGE: Final = ROOT / "docs" / "drafting.md"
SHARED: Final = ROOT.parent / "shared"
Make = Callable[[Article], Proposer]
_Named = dict[tuple[int, str], list[str]]  # by the number of a paragraph and the id of an actor, the words for it there
PROPOSERS: Final[dict[str, Make]] = {
    "rules": rules,
    "lexicon window": lexicon_window,
    "co-occurrence": co_occurrence,
}
CLEAR: Final = 0.9  # confidence


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

    def both(self, name: str) -> str:
        """Return F1 with precision and recall."""
        score = self.scores[name]
        return f"{score.f1:.2f} ({score.precision:.2f}, {score.recall:.2f})"


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
    source = {"title": case.source.title, "author": author, "date": case.source.date}
    lines = [
        "format = 2",
        'id = "bare"',
        "[source]",
        *(f"{name} = {json.dumps(value)}" for name, value in source.items()),
    ]
    lines += ["[coder]", 'name = "nobody"', "date = 2020-01-01"]
    (folder / "case.toml").write_text("\n".join(lines), "utf-8")
    return open_case(folder, text)


def measure(case: Case, text: Text, name: str, make: Make) -> Figures:
    """Draft a bare case, and compare what passed the gate with the coding."""
    with tempfile.TemporaryDirectory() as folder:
        empty = bare(case, text, Path(folder))
    index = NameIndex(empty.entities)
    outcome = Outcome()
    start = time.process_time()
    article = article_of(empty, text, index)
    run(article, make(article), Gate(empty, text, index), outcome)
    figures = Figures(case.id, name, len(outcome.kept), len(outcome.dropped), time.process_time() - start)
    figures.scores = dict(_scores(case, text, article, outcome.kept))
    return figures


def drafting(page: Path | None, answers: Sequence[str]) -> None:
    """Measure all proposers on all codings at hand, and write the section.

    page -- where to; None for docs/drafting.md
    answers -- what assistants answered, each as CODING=FILE; these are printed and not written to the page
    """
    found = list(codings())
    if answers:
        for answer in answers:
            coding, _, path = answer.partition("=")
            case, text = next(each for each in found if each[0].id == coding)
            figures = measure(case, text, Path(path).name, lambda _, path=path: Pasted(Path(path)))  # type: ignore[misc]
            print(section(*_tables([figures])))
        return
    every = [measure(case, text, name, make) for case, text in found for name, make in PROPOSERS.items()]
    put("draft", section("## How good they are", _WHAT, *_tables(every), _NOTES, f"{machine()}."), page or PAGE)


def _found(figures: Figures) -> tuple[str, ...]:
    return (
        figures.coding,
        figures.proposer,
        f"{figures.kept} / {figures.dropped}",
        *(figures.both(name) if figures.proposer == "rules" else "" for name in ("mentions", "named mentions")),
        *(f"{figures.scores[f'{which}pairs'].recall:.2f}" for which in ("", "stated ", "known ")),
        *(figures.both(f"{which}ties") for which in ("", "stated ", "known ")),
        f"{figures.seconds:.1f}",
    )


def _said(figures: Figures) -> tuple[str, ...]:
    scores = figures.scores
    return (
        figures.coding,
        figures.proposer,
        f"{scores['clear ties'].recall:.2f}",
        f"{scores['voices'].recall:.2f}" if figures.proposer == "rules" else "",
        f"{scores['holders'].recall:.2f}",
        f"{scores['holders of ties'].right} of {scores['holders of ties'].there}",
        f"{scores['mode'].recall:.2f}",
        f"{scores['negation'].recall:.2f}",
    )


def _tables(figures: Sequence[Figures]) -> tuple[str, str]:
    return table(FOUND, map(_found, figures)), table(SAID, map(_said, figures))


_PAIRS: Final = ("pairs", "pairs (stated)", "pairs (known)")
_TIES: Final = ("ties", "ties (stated)", "ties (known)")
FOUND: Final = ("coding", "proposer", "kept / dropped", "mentions", "mentions (names)", *_PAIRS, *_TIES, "CPU s")
SAID: Final = ("coding", "proposer", "clear ties", "voices", "holders", "of ties found", "mode", "negation")
_WHAT: Final = """\
`python -m tests.bench draft` drafts each coded article as if none of it were coded, passes the proposals through the gate, and
compares what is kept with the coding. The rules were written with `china-iran` at hand and extended after their misses in the other
two were read. So these figures are better than those of a new text: for what to expect there, see [below](#on-other-texts). There
are two baselines. *Co-occurrence* proposes cooperation between any two actors in a sentence; *lexicon window* takes the first name
as the actor and the first word of the codebook near both names as the type."""
_NOTES: Final = bullets(
    "*ties*: F1 (precision, recall) of the distinct ties between the article's actors, with type and direction. A group without a"
    " name ('its rivals in the region') matches if type, other actor, passage and a word of its description do;",
    "*pairs*: the share of the coding's pairs of actors for which there is any proposal;",
    "*stated*: only what the coding does not mark as inferred, between two actors that have a name: not 'people of Chad',"
    " not 'its rivals';",
    "*known*: only pairs or ties of two actors in the crosswalk (states, organisations, known groups);",
    "*mentions*: F1 of the actors that each paragraph names, against the coding's own list of names; *names*: without those"
    " that it only describes;",
    "*clear ties*: recall of the claims with a confidence of 0.9 or more that are not inferred;",
    "*voices*: of the claims that somebody other than the author holds, the share whose words the rules attribute to the same"
    " holder, whatever the actors;",
    "*holders*: of the pairs (paragraph, holder) in the coding with a holder other than the author, the share that a"
    " proposal has too;",
    "*of ties found*: the same for proposals whose paragraph, actors and type are right;",
    "*mode*, *negation*: of the proposals whose paragraph, actors and type are right, the share with the right mode or negation.",
)


def _scores(case: Case, text: Text, article: Article, kept: Sequence[Kept]) -> Iterator[tuple[str, Score]]:
    same = Same(case)
    named, seen = _mentions(text, article, same)
    yield "mentions", _compared(set(seen), set(named))
    names = {key for key, texts in named.items() if _is_named(key[1], texts)}
    found_names = {key for key, texts in seen.items() if key in names or _is_named(key[1], texts)}
    yield "named mentions", _compared(found_names, names)
    yield "voices", _voices(case, text, article, same)
    coded = [each for each in case.claims if each.start.label == each.end.label == "Actor"]
    drafted = list(same.drafted(kept, case, text))
    gold, found = {tie for _, tie in map(place_of, coded)}, {tie for _, tie, _ in drafted}
    written = {same.id(each.id, each.name): each.name for one in kept for each in one.new} | same.names
    stated = {tie for _, tie in (place_of(each) for each in coded if not each.inferred)}

    def between_names(tie: Tie) -> bool:
        return all(_is_named(end, [written.get(end, end)]) for end in (tie[0], tie[2]))

    for which, those, others in (
        ("", gold, found),
        ("stated ", set(filter(between_names, stated)), set(filter(between_names, found - (gold - stated)))),
        ("known ", set(filter(_known, gold)), set(filter(_known, found))),
    ):
        pairs, found_pairs = ({frozenset((start, end)) for start, _, end in each} for each in (those, others))
        yield f"{which}pairs", _compared(found_pairs, pairs)
        yield f"{which}ties", _compared(others, those)
    clear = {tie for _, tie in (place_of(each) for each in coded if each.confidence >= CLEAR and not each.inferred)}
    yield "clear ties", Score(len(clear & found), len(found), len(clear))
    here = {place_of(each): each for each in coded}
    there = {(number, tie): one for number, tie, one in drafted}
    matched = here.keys() & there.keys()
    yield "in place", _compared(set(there), set(here))
    held = {(each.paragraph, holder.id) for each in coded for holder in each.holders if holder.id != case.author}
    yield "holders", _compared(set(_holders(kept, same)), held)
    elsewhere = [key for key in matched if here[key].holders[0].id != case.author]
    same_voice = sum(here[key].holders[0].id in {who for _, who in _holders([there[key]], same)} for key in elsewhere)
    yield "holders of ties", Score(same_voice, len(elsewhere), len(elsewhere))
    modes = sum(there[key].values.get("mode", "actual") == here[key].mode for key in matched)
    yield "mode", Score(modes, len(matched), len(matched))
    denied = sum(bool(there[key].values.get("negated")) == here[key].negated for key in matched)
    yield "negation", Score(denied, len(matched), len(matched))


def _compared(found: set[Any], there: set[Any]) -> Score:
    return Score(len(found & there), len(found), len(there))


def _known(tie: Tie) -> bool:
    return known_actor(tie[0]) is not None and known_actor(tie[2]) is not None


def _holders(kept: Sequence[Kept], same: Same) -> Iterator[tuple[int, str]]:
    for each in kept:
        names = {entity.id: entity.name for entity in each.new}
        for holder in each.values.get("holder", ()):
            yield each.values["paragraph"], same.id(holder, names.get(holder))


def _voices(case: Case, text: Text, article: Article, same: Same) -> Score:
    """Return how many claims of others than the author, with whatever ends, the rules hear said by them."""
    reader = Reader(article)
    heard = {paragraph.number: list(reader.heard(paragraph)) for paragraph in article.paragraphs}
    starts = {paragraph.number: paragraph.start for paragraph in text.paragraphs}
    right = found = there = 0
    for coded, claim in zip(case.coded, case.claims, strict=True):
        place = text.place(claim.quote, claim.paragraph, prefix=coded.claim.prefix, suffix=coded.claim.suffix)[1]
        at = starts[claim.paragraph]
        who = {
            same.id(name)
            for start, end, names in heard[claim.paragraph]
            if place is not None and place[0] < at + end and at + start < place[1]
            for name in names
        }
        others = {holder.id for holder in claim.holders} - {case.author}
        there += bool(others)
        found += bool(who)
        right += bool(who & others)
    return Score(right, found, there)


def _outer(mentions: list[Mention]) -> Iterator[Mention]:
    """Yield the mentions but those within the name of a state or organisation: not the Korea of North Korea."""
    for each in mentions:
        around = (one for one in mentions if one.start <= each.start and each.end <= one.end and one.id != each.id)
        if not any(one.end - one.start > each.end - each.start and known_actor(one.id) for one in around):
            yield each


def _mentions(text: Text, article: Article, same: Same) -> tuple[_Named, _Named]:
    """Return the actors that each paragraph names by the coding's own list of names, and those that the rules see."""
    there: _Named = {}
    for paragraph in text.paragraphs:
        for mention in _outer(list(same.index.mentions(paragraph.text, within=True))):
            if mention.id in same.actors or known_actor(mention.id):
                words = paragraph.text[mention.start : mention.end]
                there.setdefault((paragraph.number, mention.id), []).append(words)
    namer = Namer(article)
    found: _Named = {}
    for each in article.paragraphs:
        for name in namer.mentions(each):
            if name.label == "Actor":
                found.setdefault((each.number, same.id(name.who)), []).append(name.who)
    return there, found


def _is_named(who: str, texts: Sequence[str]) -> bool:
    return known_actor(who) is not None or any(map(is_name, texts))
