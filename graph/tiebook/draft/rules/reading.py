"""Reads a paragraph by the rules: every frame of every sentence, as proposals."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import combinations, pairwise, product
from typing import Any, Final

from tiebook.draft.cues import contradiction
from tiebook.draft.protocol import Article, Paragraph, Proposal
from tiebook.draft.rules.doubts import disputed, doubtful
from tiebook.draft.rules.frames.found import Found
from tiebook.draft.rules.frames.loose import loose_frames
from tiebook.draft.rules.frames.nominal import noun_frames
from tiebook.draft.rules.frames.plans import plan_frames
from tiebook.draft.rules.frames.roles import role_frames
from tiebook.draft.rules.frames.trade import trade_frames
from tiebook.draft.rules.frames.verbs import verb_frames
from tiebook.draft.rules.moods import Mood, mood, mood_of_noun
from tiebook.draft.rules.names.naming import Namer
from tiebook.draft.rules.parsing import Parse
from tiebook.draft.rules.quoted import Quotations, Read
from tiebook.draft.rules.quoting import Quote, quote
from tiebook.draft.rules.speech import Voice
from tiebook.draft.rules.syntax.chunks import Named, chunks
from tiebook.draft.rules.syntax.clauses import Clauses
from tiebook.draft.rules.syntax.references import End, Memory, leading
from tiebook.draft.rules.syntax.tokens import Name, sentences
from tiebook.draft.rules.voices import voice_of, voices
from tiebook.draft.rules.when import dates
from tiebook.model.codebook import UNSPECIFIED, codebook

_PEOPLE: Final = re.compile(
    r"\s+(?:(?!and\b|or\b)[a-z-]+\s+){0,3}?(?:officials?|leaders|diplomats?|elites|policymakers|analysts?|scholars?|authorities|experts?|"
    r"commentators?|strategists?|spokes(?:man|woman|person|people)|media|lawmakers?|negotiators?|"
    r"intelligence(?: agencies| officials)?)\b"
)
_ONE: Final = (
    "official",
    "diplomat",
    "analyst",
    "scholar",
    "expert",
    "commentator",
    "strategist",
    "lawmaker",
    "negotiator",
    "man",
    "woman",
    "person",
)
_PLACED: Final = ("in", "at", "near", "outside")
_GIVEN: Final = (
    "support",
    "backing",
    "help",
    "aid",
    "assistance",
    "trade",
    "cooperation",
    "contact",
    "pressure",
    "influence",
)
_FRAMES: Final = (verb_frames, plan_frames, trade_frames, role_frames, noun_frames)
_SIGNS: Final = {
    **dict.fromkeys(("strengthen", "empower", "embolden"), 1),
    **dict.fromkeys(("weaken", "undermine", "harm", "destabilise", "destabilize", "damage"), -1),
}
_GOES_ON: Final = ("they", "he", "she", "it")
_NO_END: Final = {
    "MEMBER_OF": ("State", "Person"),
    "HOLDS_OFFICE_IN": ("Person",),
    "SEEKS": tuple(codebook().actor_kinds),
}
_ORGANS: Final = ("GovernmentBody", "Military")  # which a state has as its members
_MANY: Final = ("MEDIATES", "BALANCES_BETWEEN")
_GUESSED: Final = 0.5  # the confidence of what no frame says


@dataclass(frozen=True, slots=True)
class Holder:
    """Who holds a claim, other than the author: names, the kinds of those who are new, the words that refer to those not named."""

    names: tuple[str, ...] = ()
    new: Mapping[str, str] = field(default_factory=dict)
    words: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Said:
    """A frame with all that its clause says of it."""

    found: Found
    mood: Mood
    holder: Holder
    clauses: Clauses


class Reader:
    """Reads the paragraphs of one article, in order."""

    def __init__(self, article: Article, parse: Parse | None = None) -> None:
        """Look through the article for the names that it introduces.

        parse -- returns for a paragraph the subjects of its verbs
        """
        self._parse = parse
        self.author = article.author
        self.namer = Namer(article)
        names = [name for paragraph in article.paragraphs for name in self.namer.names(paragraph)]
        self.memory = Memory(leading(names))
        self._writers: dict[str, Name] = {}
        self._spoke: Holder | None = None

    def read(self, paragraph: Paragraph) -> list[Proposal]:
        """Return the proposals for a paragraph."""
        self.memory.begin_paragraph()
        self._spoke = None
        found: dict[tuple[Any, ...], Proposal] = {}
        read = self._sentences(paragraph)
        quotations = Quotations(paragraph.text, read)
        for number, (clauses, heard) in enumerate((each.clauses, each.voices) for each in read):
            plain = [found for frames in _FRAMES for found in frames(clauses)]
            for each in (*plain, *loose_frames(clauses, plain)):
                if (each.loose and self._tied(found, clauses, each)) or _whose_plan(each) or doubtful(clauses, each):
                    continue
                how, holder = Mood(), Holder()
                if not each.presupposed:
                    how = (mood_of_noun if each.noun else mood)(clauses, each.clause)
                    voice = voice_of(heard, each.clause)
                    spoken = (clauses, voice) if voice else quotations.speaker(number, each.clause)
                    holder = self._speaker(paragraph, *spoken) if spoken else holder
                else:
                    at = next(n for n, c in enumerate(clauses.chunks) if c.start <= each.first < c.end)
                    voice = voice_of(heard, at)
                    named = self._speaker(paragraph, clauses, voice) if voice else holder
                    holder = named if named.names != (UNSPECIFIED,) else holder
                for proposal in self._proposals(paragraph, _Said(each, how, holder, clauses)):
                    found.setdefault((clauses.sentence.start, *_key(proposal)), proposal)
            for voice in heard:
                self._speaker(paragraph, clauses, voice)
            self.memory.note(clauses)
            self._note_writers(clauses)
        return list(found.values())

    def heard(self, paragraph: Paragraph) -> Iterator[tuple[int, int, tuple[str, ...]]]:
        """Yield who speaks in a paragraph other than the author: the first and last+1 character of what they say, and who."""
        self.memory.begin_paragraph()
        self._spoke = None
        read = self._sentences(paragraph)
        quotations = Quotations(paragraph.text, read)
        for number, each in enumerate(read):
            tokens, size = each.clauses.sentence.tokens, len(each.clauses.chunks)
            for voice in each.voices:
                first, last = each.clauses.chunks[voice.first], each.clauses.chunks[min(voice.last, size) - 1]
                holder = self._speaker(paragraph, each.clauses, voice)
                yield tokens[first.start].start, tokens[last.end - 1].end, holder.names
            spoken = None if each.voices or not size else quotations.speaker(number, 0)
            if spoken is not None:
                holder = self._speaker(paragraph, *spoken)
                yield tokens[0].start, tokens[-1].end, holder.names
            self.memory.note(each.clauses)
            self._note_writers(each.clauses)

    def _sentences(self, paragraph: Paragraph) -> list[Read]:
        parsed = self._parse(paragraph.text) if self._parse else None
        return [
            Read(clauses, voices(clauses))
            for sentence in sentences(paragraph.text, self.namer.names(paragraph))
            for clauses in (Clauses(sentence, chunks(sentence), parsed),)
        ]

    def _tied(self, found: Mapping[tuple[Any, ...], Proposal], clauses: Clauses, loose: Found) -> bool:
        """Return whether the sentence has a tie already between two whom a guess would tie."""
        pair = {each.name.who for each in (*loose.starts, *loose.ends) if each.name is not None}
        return any({one.start, one.end} <= pair for key, one in found.items() if key[0] == clauses.sentence.start)

    def _ends(self, clauses: Clauses, those: Sequence[Named], *, placed: bool = False) -> list[End]:
        """Return whom those named mean; the seat of a government after "in" is a place, unless `placed`."""
        found: dict[str, End] = {}
        for named in those:
            for end in self.memory.resolve(clauses, named):
                if placed or not (end.name.seat and clauses.sentence.lower(end.place - 1) in _PLACED):
                    found.setdefault(end.name.who, end)
        return list(found.values())

    def _proposals(self, paragraph: Paragraph, said: _Said) -> Iterator[Proposal]:
        found, clauses = said.found, said.clauses
        starts, ends = self._ends(clauses, found.starts), self._ends(clauses, found.ends)
        each_with_each = found.starts == found.ends
        pairs = list(combinations(starts, 2) if each_with_each else product(starts, ends))
        tie = codebook().ties[found.type]
        regarding: list[End] = []
        if found.type in _MANY:
            pairs, regarding = list(product(starts, ends[:1])), ends[1:]
            if not regarding:
                return
        for start, end in pairs:
            if end.name.said and not end.name.new:  # "Secretary of State Ana Rojas", in a paragraph that names no state
                if not _names(paragraph, end):
                    continue
                end = replace(end, words=None)  # noqa: PLW2901 -- the paragraph has a better name
            organ = found.type == "MEMBER_OF" and start.name.kind in _ORGANS and end.name.kind != "Person"
            if start.name.who == end.name.who or (end.name.kind in _NO_END.get(found.type, ()) and not organ):
                continue
            allowed = codebook().allows(tie.sources, start.name.label, start.name.kind)
            if allowed and codebook().allows(tie.targets, end.name.label, end.name.kind):
                proposal = self._proposal(paragraph, said, start, end, regarding)
                if proposal is not None:
                    yield proposal

    def _proposal(
        self, paragraph: Paragraph, said: _Said, start: End, end: End, regarding: Sequence[End]
    ) -> Proposal | None:
        found, clauses = said.found, said.clauses
        words = self._quote(paragraph, said, start, end)
        if words is None:
            return None
        holder, new = said.holder.names, dict(said.holder.new)
        if start.name.who == UNSPECIFIED:  # "is often considered"
            holder = holder or (UNSPECIFIED,)
        for each in (start, end, *regarding):
            if each.name.new:
                new[each.name.who] = each.name.kind
        mode, wanting = self._mode(paragraph, said, holder)
        words_of = dict(said.holder.words)
        for each in wanting:
            if each.name.new:
                new[each.name.who] = each.name.kind
            if each.words is not None:
                words_of[each.name.who] = each.words
        values: dict[str, Any] = {
            "paragraph": paragraph.number,
            "start": start.name.who,
            "tie": found.type,
            "end": end.name.who,
            "quote": words.text,
            "prefix": words.prefix,
            "negated": said.mood.negated != (found.pattern.denies != _scarce(said)),
            "holder": holder,
            "stance": self._stance(said, holder),
            "regarding": tuple(each.name.who for each in regarding),
            "mechanism": found.mechanism,
            "start_words": start.words,
            "end_words": end.words,
            "new": new,
            "words": words_of,
            "rule": f"{found.pattern.line} (loosely)" if found.loose else found.pattern.line,
            "confidence": _GUESSED if found.loose else None,
            **mode,
            **dates(paragraph.text, clauses, found),
        }
        if found.type == "CONSTRAINS":
            values["constraint"] = "imposed"
        if found.pattern.head in _SIGNS and found.type == "INFLUENCES":
            values["sign"] = _SIGNS[found.pattern.head]
        return self._allowed(paragraph, clauses, Proposal(**values), words)

    def _stance(self, said: _Said, holder: tuple[str, ...]) -> str | None:
        if said.found.presupposed:
            return "presupposes"
        if holder in ((), (self.author,)):
            return None
        return "disputes" if disputed(said.clauses, said.found) else "reports"

    def _mode(self, paragraph: Paragraph, said: _Said, holder: tuple[str, ...]) -> tuple[dict[str, Any], Sequence[End]]:
        """Return the fields of the mode, and who wants, fears or expects it."""
        mode = said.mood.mode
        if mode in ("sought", "feared", "expected"):
            wanting = self._ends(said.clauses, said.mood.by) if said.mood.by else []
            by = tuple(end.name.who for end in wanting)
            return {"mode": mode, "by": by or holder[-1:] or (self.author,)}, wanting
        if mode == "conditional" and said.mood.condition is not None:
            first, last = said.mood.condition
            tokens = said.clauses.sentence.tokens
            return {"mode": mode, "condition": paragraph.text[tokens[first].start : tokens[last - 1].end]}, ()
        return {"mode": mode if mode != "conditional" else "hypothetical"}, ()

    def _speaker(self, paragraph: Paragraph, clauses: Clauses, voice: Voice) -> Holder:
        """Return whom a voice means: by name, or by the words for people who have none."""
        names: list[str] = []
        new: dict[str, str] = {}
        words: dict[str, str] = {}
        for end in self._ends(clauses, voice.holders, placed=True):
            plain = end.words is None and end.name.kind != "Person"
            people = _PEOPLE.match(paragraph.text, end.name.end) if plain else None
            name = paragraph.text[end.name.start : people.end()] if people else end.name.who
            if end.name.label == "Instrument":
                self._wrote(paragraph, end.name, names, new, words)
            if end.name.label != "Actor":
                continue
            if people is not None or end.name.new:
                new[name] = _kind_of_people(people[0]) if people else end.name.kind
            if end.words is not None and not _names(paragraph, end):
                words[name] = end.words
            names.append(name)
        if voice.people:
            first, last = voice.people
            tokens = clauses.sentence.tokens
            name = paragraph.text[tokens[first].start : tokens[last].end]
            new[name] = _kind_of_people(name)
            names = [*(each for each in names if each not in name), name]
        goes_on = any(each.reference.lower() in _GOES_ON for each in voice.holders)
        if not names and goes_on and self._spoke is not None:  # "They point out that"
            return self._spoke
        if names:
            self._spoke = Holder(tuple(names), new, words)
        return Holder(tuple(names) or (UNSPECIFIED,), new, words)

    def _wrote(
        self, paragraph: Paragraph, document: Name, names: list[str], new: dict[str, str], words: dict[str, str]
    ) -> None:
        """Add who wrote a document that speaks: "the White Paper says"."""
        writer = self._writers.get(document.who)
        article = paragraph.text[: document.start].rstrip()[-3:].lower() == "the"
        if writer is None or not article:
            return
        start = (
            paragraph.text.rindex(" ", 0, document.start - 1) + 1 if " " in paragraph.text[: document.start - 1] else 0
        )
        names.append(writer.who)
        words[writer.who] = paragraph.text[start : document.end]
        if writer.new:
            new[writer.who] = writer.kind

    def _note_writers(self, clauses: Clauses) -> None:
        """Remember whose the documents are that a sentence names first: its subject's."""
        for token in clauses.sentence.tokens:
            if token.name is not None and token.name.label == "Instrument" and token.name.who not in self._writers:
                main = next((each for each, chunk in enumerate(clauses.chunks) if chunk.finite), None)
                subjects = [one.name for one in clauses.subject(main) if not one.owned] if main is not None else []
                if len(subjects) == 1 and subjects[0] is not None and subjects[0].label == "Actor":
                    self._writers[token.name.who] = subjects[0]

    def _quote(self, paragraph: Paragraph, said: _Said, start: End, end: End) -> Quote | None:
        found, sentence = said.found, said.clauses.sentence
        anchor = said.clauses.chunks[found.clause].start if found.clause is not None else found.first
        places = [each.place for each in (start, end) if each.place >= 0]
        first, last = min([anchor, *places]), max([anchor, *places])
        if found.clause is not None:
            last = max(last, said.clauses.chunks[found.clause].end - 1)
        if len(found.starts) == len(found.ends) == 1:
            first, last = min(first, found.first), max(last, found.last)
        if found.presupposed:
            first, last = min(found.first, *places), max(found.last, *places)
        if said.mood.first is not None and (said.mood.negated or said.mood.mode != "actual"):
            first = min(first, said.mood.first)
        last = max(last, next(chunk.end - 1 for chunk in said.clauses.chunks if chunk.start <= last < chunk.end))
        return quote(paragraph.text, sentence, first, last, max(anchor, first))

    def _allowed(self, paragraph: Paragraph, clauses: Clauses, proposal: Proposal, words: Quote) -> Proposal | None:
        """Return the proposal as its own words let it stand; None where they do not."""

        def why(each: Proposal) -> str | None:
            before = paragraph.text[: words.start]
            presupposed = each.stance == "presupposes"
            return contradiction(each.tie, each.mode, each.quote, before, negated=each.negated, presupposed=presupposed)

        del clauses
        if why(proposal) is None:
            return proposal
        possible = replace(proposal, mode="hypothetical", by=(), condition=None)
        wanted = replace(proposal, mode="sought", by=(self.author,))
        return next((each for each in (possible, wanted) if proposal.mode == "actual" and why(each) is None), None)


def _scarce(said: _Said) -> bool:
    """Return whether there is little or nothing of what a noun or verb says: "received little support from"."""
    tokens = said.clauses.sentence.tokens[said.found.first : said.found.last + 1]
    return any(one.lower in ("little", "scant", "no") and two.lower in _GIVEN for one, two in pairwise(tokens))


def _whose_plan(found: Found) -> bool:
    """Return whether a tie is to a plan of somebody, to whom the same words say it: "rejected the Rojas Plan"."""
    whose = any(each.name is not None and each.name.by is not None for each in found.ends)
    return found.type in ("OPPOSES", "SUPPORTS") and whose


def _names(paragraph: Paragraph, end: End) -> bool:
    """Return whether a paragraph names somebody who is known, and not only an office of theirs."""
    return any(each.id == end.name.who and each.mentions for each in paragraph.known)


def _key(proposal: Proposal) -> tuple[Any, ...]:
    ends = (proposal.start, proposal.end)
    if codebook().ties[proposal.tie].symmetric:
        ends = (min(ends), max(ends))
    return (proposal.tie, *ends)


def _kind_of_people(words: str) -> str:
    """Return the kind of people who have no name: one person or several."""
    return "Person" if words.rsplit(maxsplit=1)[-1].endswith(_ONE) else "Collective"
