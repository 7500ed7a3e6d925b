"""Reads a paragraph by the rules: every frame of every sentence, as proposals."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import combinations, pairwise, product
from typing import Any, Final

from tiebook.case.check import MOST_WORDS
from tiebook.draft.cues import contradiction
from tiebook.draft.protocol import Article, Paragraph, Proposal
from tiebook.draft.rules.doubts import disputed, doubtful
from tiebook.draft.rules.frames.consumed import without_consumed
from tiebook.draft.rules.frames.every import FRAMES
from tiebook.draft.rules.frames.found import Found
from tiebook.draft.rules.frames.loose import loose_frames
from tiebook.draft.rules.frames.nouns.titles import unstated_offices
from tiebook.draft.rules.holders import Holder, Speakers, is_named
from tiebook.draft.rules.moods import Mood, mood, mood_of_noun
from tiebook.draft.rules.names.groups import mission_of, own_people
from tiebook.draft.rules.names.naming import Namer
from tiebook.draft.rules.offices import office_said
from tiebook.draft.rules.parsing import Parse
from tiebook.draft.rules.prospects import prospect
from tiebook.draft.rules.quoted import Read, by_us
from tiebook.draft.rules.quoting import Quote, quote
from tiebook.draft.rules.referring.kinds import COUNTRY
from tiebook.draft.rules.referring.memory import Memory
from tiebook.draft.rules.referring.pairs import leading, main_state
from tiebook.draft.rules.referring.spoken import End
from tiebook.draft.rules.said.whose import Passage, Whose, is_own_office
from tiebook.draft.rules.syntax.chunks import chunks
from tiebook.draft.rules.syntax.clauses import Clauses
from tiebook.draft.rules.syntax.sentences import sentences
from tiebook.draft.rules.voices import voice_of, voices
from tiebook.draft.rules.when import dates, said_on
from tiebook.model.codebook import UNSPECIFIED, codebook

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
_SIGNS: Final = {
    **dict.fromkeys(("strengthen", "empower", "embolden"), 1),
    **dict.fromkeys(("weaken", "undermine", "harm", "destabilise", "destabilize", "damage"), -1),
}
_NO_END: Final = {
    "MEMBER_OF": ("State", "Person"),
    "HOLDS_OFFICE_IN": ("Person",),
    "SEEKS": tuple(codebook().actor_kinds),
}
_ORGANS: Final = ("GovernmentBody", "Military", "ArmedGroup")  # which a state has as its members
_WHERE: Final = ("PRESENT_IN",)  # "keeps soldiers in Moscow" is in the state
_FEW: Final = 4  # that are tied with each other where only their number is said
_MANY: Final = ("MEDIATES", "BALANCES_BETWEEN")
_GUESSED: Final = 0.5  # the confidence of what no frame says
_LEANS: Final = 0.7  # ... of a reference that only an earlier paragraph explains


@dataclass(frozen=True, slots=True)
class _Said:
    """A frame with all that its clause says of it."""

    found: Found
    mood: Mood
    holder: Holder
    clauses: Clauses
    spoken: int | None = None


class Reader:
    """Reads the paragraphs of one article, in order."""

    def __init__(self, article: Article, parse: Parse | None = None) -> None:
        """Look through the article for the names that it introduces.

        parse -- returns for a paragraph the subjects of its verbs
        """
        self._parse = parse
        self.author = article.author
        self._published = article.date
        self.namer = Namer(article)
        names = [name for paragraph in article.paragraphs for name in self.namer.names(paragraph)]
        self.memory = Memory(leading(names), main_state(names))
        self.speakers = Speakers(self.memory)
        self.whose = Whose(self.speakers, self.namer, [paragraph.text for paragraph in article.paragraphs])

    def read(self, paragraph: Paragraph) -> list[Proposal]:
        """Return the proposals for a paragraph."""
        self.memory.begin_paragraph()
        self.speakers.begin_paragraph()
        found: dict[tuple[Any, ...], Proposal] = {}
        read = self._sentences(paragraph)
        passage = Passage(paragraph, read)
        for number, (clauses, heard) in enumerate((each.clauses, each.voices) for each in read):
            plain = without_consumed(clauses, [found for frames in FRAMES for found in frames(clauses)])
            plain += unstated_offices(clauses, partial(self.memory.topic, clauses), self.memory.persons)
            for each in (*plain, *loose_frames(clauses, plain)):
                if (each.loose and self._tied(found, clauses, each)) or _whose_plan(each) or doubtful(clauses, each):
                    continue
                how, place = Mood(), each.clause
                if not each.presupposed:
                    how = mood_of_noun(clauses, each.clause, each.type) if each.noun else mood(clauses, each.clause)
                else:
                    place = next(n for n, c in enumerate(clauses.chunks) if c.start <= each.first < c.end)
                if how.mode == "actual" and not how.negated:
                    how = prospect(clauses, each) or how
                voice = voice_of(heard, place) or voice_of(heard, each.at)
                holder = self.whose.holder(passage, number, place, voice)
                if each.presupposed and (holder.names == (UNSPECIFIED,) or is_own_office(each, holder)):
                    holder = Holder()
                for proposal in self._proposals(
                    paragraph, _Said(each, how, holder, clauses, voice.spoken if voice else None)
                ):
                    found.setdefault((clauses.sentence.start, *_key(proposal)), proposal)
            for voice in heard:
                self.speakers.of(paragraph, clauses, voice)
            self.memory.note(clauses)
            self.speakers.note(paragraph, clauses)
        return list(found.values())

    def heard(self, paragraph: Paragraph) -> Iterator[tuple[int, int, tuple[str, ...]]]:
        """Yield who speaks in a paragraph other than the author: the first and last+1 character of what they say, and who."""
        self.memory.begin_paragraph()
        self.speakers.begin_paragraph()
        read = self._sentences(paragraph)
        passage = Passage(paragraph, read)
        for number, each in enumerate(read):
            tokens, size = each.clauses.sentence.tokens, len(each.clauses.chunks)
            for voice in each.voices:
                first, last = each.clauses.chunks[voice.first], each.clauses.chunks[min(voice.last, size) - 1]
                around = self.whose.around(passage, number, 0) if by_us(each.clauses, voice) else None
                holder = around or self.speakers.of(paragraph, each.clauses, voice)
                yield tokens[first.start].start, tokens[last.end - 1].end, holder.names
            around = None if each.voices or not size else self.whose.around(passage, number, 0)
            if around is not None:
                yield tokens[0].start, tokens[-1].end, around.names
            self.memory.note(each.clauses)
            self.speakers.note(paragraph, each.clauses)

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

    def _proposals(self, paragraph: Paragraph, said: _Said) -> Iterator[Proposal]:
        found = said.found
        starts, ends = self._acting(paragraph, said), self._reached(paragraph, said)
        each_with_each = found.starts == found.ends
        pairs = list(
            combinations(starts, 2) if each_with_each else _in_order(said, starts, ends) or product(starts, ends)
        )
        tie = codebook().ties[found.type]
        if each_with_each and len(found.starts) == 1 and len(starts) > _FEW:
            return  # "the five states agreed": ten ties of which no word names anybody
        if found.type in _MANY and len(ends) < 2:  # noqa: PLR2004 -- two sides
            return
        for start, end in pairs:
            if not each_with_each and _themselves(starts, ends, said):
                return
            regarding = [each for each in ends if each is not end] if found.type in _MANY else []
            if end.name.said and not end.name.new:  # "Secretary of State Ana Rojas", in a paragraph that names no state
                if not is_named(paragraph, end):
                    continue
                end = replace(end, words=None)  # noqa: PLW2901 -- the paragraph has a better name
            organ = found.type == "MEMBER_OF" and start.name.kind in _ORGANS and end.name.kind != "Person"
            if _is_own_country(start, end, found.type) or _is_only_where(said, end):
                continue
            if start.name.who == end.name.who or (end.name.kind in _NO_END.get(found.type, ()) and not organ):
                continue
            allowed = codebook().allows(tie.sources, start.name.label, start.name.kind)
            if allowed and codebook().allows(tie.targets, end.name.label, end.name.kind):
                proposal = self._proposal(paragraph, said, start, end, regarding)
                if proposal is not None:
                    yield proposal

    def _acting(self, paragraph: Paragraph, said: _Said) -> list[End]:
        """Return who acts: where a state is only whose people or body do, those."""
        felt = said.found.type == "PERCEIVES_THREAT_FROM" and said.found.pattern.subject == "B"  # "concern in Tokyo"
        found = self.memory.ends(said.clauses, said.found.starts, placed=felt)
        if codebook().ties[said.found.type].symmetric or said.found.presupposed:
            return found
        own = [
            mission_of(paragraph.text, end.name) or own_people(paragraph.text, end.name) if end.words is None else None
            for end in found
        ]
        return [replace(end, name=those) if those is not None else end for end, those in zip(found, own, strict=True)]

    def _reached(self, paragraph: Paragraph, said: _Said) -> list[End]:
        """Return whom it reaches: a mission where a name only says whose it is."""
        found = self.memory.ends(said.clauses, said.found.ends, placed=said.found.type in _WHERE)
        if said.found.presupposed or said.found.type == "PRESENT_IN":
            return found
        own = [mission_of(paragraph.text, end.name) if end.words is None else None for end in found]
        return [replace(end, name=those) if those is not None else end for end, those in zip(found, own, strict=True)]

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
        guessed = [each for each in (start, end, *regarding) if each.guessed]
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
            "mechanism": found.mechanism
            or (office_said(found.pattern.line, words.text) if found.type == "HOLDS_OFFICE_IN" else None),
            "start_words": start.words,
            "end_words": end.words,
            "new": new,
            "words": words_of,
            "rule": f"{found.pattern.line} (loosely)" if found.loose else found.pattern.line,
            "confidence": _GUESSED if found.loose else _LEANS if guessed else None,
            "note": _leaning(guessed),
            **mode,
            **dates(paragraph.text, clauses, found, self._published, said.spoken),
            "said_on": said_on(paragraph.text, clauses, said.spoken, self._published)
            if holder not in ((), (self.author,))
            else None,
        }
        if found.type == "CONSTRAINS":
            values["constraint"] = "imposed"
        if found.pattern.head in _SIGNS and found.type == "INFLUENCES":
            values["sign"] = _SIGNS[found.pattern.head]
        allowed = self._allowed(paragraph, Proposal(**values), words)
        short = self._short(paragraph, said, start, end) if allowed is None or allowed.mode != values["mode"] else None
        if short is not None:  # "said that Peru would leave, and condemned Chile"
            values |= {"quote": short.text, "prefix": short.prefix}
            whole = self._allowed(paragraph, Proposal(**values), short)
            allowed = whole if whole is not None and whole.mode == values["mode"] else allowed
        return allowed

    def _stance(self, said: _Said, holder: tuple[str, ...]) -> str | None:
        if said.found.presupposed:
            return "presupposes"
        if holder in ((), (self.author,)):
            return None
        return "disputes" if disputed(said.clauses, said.found, said.spoken) else "reports"

    def _mode(self, paragraph: Paragraph, said: _Said, holder: tuple[str, ...]) -> tuple[dict[str, Any], Sequence[End]]:
        """Return the fields of the mode, and who wants, fears or expects it."""
        mode = said.mood.mode
        if mode in ("sought", "feared", "expected"):
            wanting = self.memory.ends(said.clauses, said.mood.by) if said.mood.by else []
            by = tuple(end.name.who for end in wanting)
            return {"mode": mode, "by": by or holder[-1:] or (self.author,)}, wanting
        if mode == "conditional" and said.mood.condition is not None:
            first, last = said.mood.condition
            tokens = said.clauses.sentence.tokens
            return {"mode": mode, "condition": paragraph.text[tokens[first].start : tokens[last - 1].end]}, ()
        return {"mode": mode if mode != "conditional" else "hypothetical"}, ()

    def _quote(self, paragraph: Paragraph, said: _Said, start: End, end: End) -> Quote | None:
        found, sentence = said.found, said.clauses.sentence
        anchor = said.clauses.chunks[found.clause].start if found.clause is not None else found.first
        places = [each.place for each in (start, end) if each.place >= 0]
        first, last = min([anchor, *places]), max([anchor, *places])
        if found.clause is not None:
            last = max(last, said.clauses.chunks[found.clause].end - 1)
        if len(found.starts) == len(found.ends) == 1 or (found.starts == found.ends and not found.noun):
            first, last = min(first, found.first), max(last, found.last)
        if found.presupposed:
            first, last = min(found.first, *places), max(found.last, *places)
        if said.mood.first is not None and (said.mood.negated or said.mood.mode != "actual"):
            first = min(first, said.mood.first)
            anchor = min(anchor, said.mood.first) if last - said.mood.first < MOST_WORDS - 2 else anchor
        last = max(last, next(chunk.end - 1 for chunk in said.clauses.chunks if chunk.start <= last < chunk.end))
        return quote(paragraph.text, sentence, first, last, max(anchor, first))

    def _short(self, paragraph: Paragraph, said: _Said, start: End, end: End) -> Quote | None:
        """Return the quote from the verb on, where that is a second one, or far behind its subject."""
        found, clauses, far = said.found, said.clauses, max(start.place, end.place)
        if (
            found.clause is None
            or far < 0
            or clauses.sort(found.clause - 1) not in ("join", "mark")
            or said.mood.mode != "actual"
        ):
            return None
        first = clauses.chunks[found.clause].start
        last = next((chunk.end - 1 for chunk in clauses.chunks if chunk.start <= far < chunk.end), first)
        return quote(paragraph.text, clauses.sentence, first, last, first) if last > first else None

    def _allowed(self, paragraph: Paragraph, proposal: Proposal, words: Quote) -> Proposal | None:
        """Return the proposal as its own words let it stand; None if they do not."""

        def why(each: Proposal) -> str | None:
            before = paragraph.text[: words.start]
            presupposed = each.stance == "presupposes"
            return contradiction(each.tie, each.mode, each.quote, before, negated=each.negated, presupposed=presupposed)

        if why(proposal) is None:
            return proposal
        possible = replace(proposal, mode="hypothetical", by=(), condition=None)
        wanted = replace(proposal, mode="sought", by=(self.author,))
        return next((each for each in (possible, wanted) if proposal.mode == "actual" and why(each) is None), None)


def _in_order(said: _Said, starts: Sequence[End], ends: Sequence[End]) -> Iterable[tuple[End, End]]:
    """Return who goes with whom in "Peru and Chile have ties with Mali and Oman respectively"; nobody without the word."""
    if not len(starts) == len(ends) > 1:
        return ()
    apart = any(token.lower == "respectively" for token in said.clauses.sentence.tokens[said.found.last :])
    return list(zip(starts, ends, strict=True)) if apart else ()


def _leaning(guessed: Sequence[End]) -> str | None:
    """Return the note that says whom references are taken for that only an earlier paragraph explains."""
    taken = dict.fromkeys(f'"{each.words}" is taken for {each.name.who}' for each in guessed)
    return f"{'; '.join(taken)}, by an earlier paragraph." if taken else None


def _scarce(said: _Said) -> bool:
    """Return whether there is little or nothing of what a noun or verb says: "received little support from"."""
    noun = said.clauses.at(said.found.at) if said.found.at is not None and said.found.noun else None
    after = said.clauses.at(said.found.clause + 1) if said.found.clause is not None and not said.found.noun else None
    goods = len(said.found.pattern.steps) > 1 and said.found.pattern.steps[0] not in ("A", "B", "no")
    for phrase in (noun, after if goods and after is not None and after.sort == "noun" else None):
        quoted = phrase is not None and said.clauses.sentence.kind(phrase.start) == "mark"
        if phrase is not None and said.clauses.sentence.lower(phrase.start + quoted) == "no":
            return True  # "has no base in Peru", 'posed "no threat"'
    tokens = said.clauses.sentence.tokens[said.found.first : said.found.last + 1]
    return any(one.lower in ("little", "scant", "no") and two.lower in _GIVEN for one, two in pairwise(tokens))


def _themselves(starts: Sequence[End], ends: Sequence[End], said: _Said) -> bool:
    """Return whether several only do something to what is theirs: "Peru and Chile strengthened their place"."""
    own = len(starts) > 1 and {each.name.who for each in starts} == {each.name.who for each in ends}
    theirs = ("their", "they", "the parties", "both sides", "the two sides", "all parties", "the sides")
    return own and any(each.reference.lower() in theirs for each in said.found.ends)


def _is_own_country(start: End, end: End, tie: str) -> bool:
    """Return whether somebody only speaks well of the country whose office they have: "praised her country's talks"."""
    own = start.name.kind == "Person" and (end.words or "").lower() in COUNTRY
    return tie == "SUPPORTS" and own


def _is_only_where(said: _Said, end: End) -> bool:
    """Return whether a place is only where that is which somebody is for or against: "opposes any navy in the Red Sea"."""
    stands = said.found.type in ("OPPOSES", "SUPPORTS", "CRITICISES") and end.name.label == "Place" and end.place > 0
    if not stands:
        return False
    before = [token.lower for token in said.clauses.sentence.tokens[max(end.place - 2, 0) : end.place]]
    return bool({"in", "on", "at", "near"}.intersection(before))


def _whose_plan(found: Found) -> bool:
    """Return whether a tie is to a plan of somebody, to whom the same words say it: "rejected the Rojas Plan"."""
    whose = any(each.name is not None and each.name.by is not None for each in found.ends)
    return found.type in ("OPPOSES", "SUPPORTS") and whose


def _key(proposal: Proposal) -> tuple[Any, ...]:
    ends = (proposal.start, proposal.end)
    if codebook().ties[proposal.tie].symmetric:
        ends = (min(ends), max(ends))
    return (proposal.tie, *ends)
