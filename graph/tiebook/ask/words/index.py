"""The words of all stored questions: titles, texts, `also:` words and patterns, kept in the user's cache between runs.

The `also:` words of a header are phrases with parameters in them, as "who arms {recipient}", and plain words. `~` in a phrase
stands for any of the question's own words: "{actor} ~ {target}".
"""

import json
import math
import os
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from functools import cached_property
from pathlib import Path
from typing import Any, Final, NamedTuple
from zlib import crc32

from tiebook.ask.words.names.tokens import EMPTY, LIGHT, tokens
from tiebook.questions import Question, QuestionLibrary

STRONG: Final = 0.95  # what a word of its own counts in the list of words, and what makes it one of a question's words
_IN_PATTERN: Final = 0.8  # what a word counts that stands only in phrases of several words
ANY: Final = "~"
_PART: Final = r"(?P<slot>\{[a-z_]+\})(?:'s|')?|(?P<any>~)|(?P<text>[^{}~]+)"
NOT: Final = "not"  # a word of grammar, and of a question that asks what is not so
_EXCEPT: Final = r"\bother than [^,?;|\]]*"  # what a question is not about
_ASIDE: Final = 0.5  # what a word of a note or of a parameter's help counts


class Entry(NamedTuple):
    """What is known of one question: its parameters as (name, type, optional), patterns, and words with their weight."""

    name: str
    theme: str
    title: str
    question: str
    params: tuple[tuple[str, str, bool], ...]
    takes: tuple[str, ...]
    patterns: tuple[str, ...]
    words: dict[str, float]
    unlike: tuple[str, ...] = ()
    negates: str | None = None
    either: tuple[str, ...] = ()


class Index:
    """All questions, and how telling each word is."""

    def __init__(self, entries: tuple[Entry, ...]) -> None:
        self.entries = entries

    @cached_property
    def counts(self) -> Counter[str]:
        """In how many questions a stem stands (not only in notes and helps)."""
        return Counter(stem for entry in self.entries for stem, weight in entry.words.items() if weight > _ASIDE)

    @cached_property
    def vocabulary(self) -> frozenset[str]:
        """Every stem of every question."""
        return frozenset(stem for entry in self.entries for stem in entry.words)

    @cached_property
    def negated(self) -> frozenset[str]:
        """The questions of which another asks the negative: `reasons`, of `why-not`."""
        return frozenset(entry.negates for entry in self.entries if entry.negates)

    def weight(self, stem: str) -> float:
        """Return how telling a stem is: the fewer questions have it, the more."""
        return math.log(1 + len(self.entries) / max(self.counts[stem], 1))


def build(questions: Iterable[Question]) -> Index:
    """Make the index of some questions."""
    return Index(tuple(_entry(question) for question in questions))


def load_index(library: QuestionLibrary) -> Index:
    """Return the index of all questions: from the cache, unless a file has changed since or is faulty."""
    stamp = _stamp(library.files())
    path = _place() / f"{crc32(stamp.encode('utf-8', 'surrogateescape')):08x}.json"
    try:
        kept, document = json.loads(path.read_text("utf-8"))
        if kept == stamp:
            return _read(document)
    except (OSError, ValueError, KeyError, TypeError):  # none yet, or half a file
        pass
    index = build(library.all())
    if library.faults:  # of which the user is told each time
        return index
    with suppress(OSError):  # a home that cannot be written: it is made again each time
        _write(path, stamp, index)
    return index


def _entry(question: Question) -> Entry:
    words: dict[str, float] = {}
    phrases = [question.title, question.question]
    for phrase in question.also:
        phrases += [phrase] if "{" in phrase else phrase.split(",")
    own = {param.name for param in question.params}
    for text in (question.title, question.question, question.name.replace("-", " ")):
        _add(words, text, 1.0)
    for phrase in phrases[2:]:
        _add(words, phrase, STRONG if len(phrase.split()) == 1 else _IN_PATTERN)
    for text in (question.note or "", *(param.help for param in question.params)):
        _add(words, text, _ASIDE)
    said = [found for found in map(parts, phrases) if _is_pattern(found, own)]
    patterns = dict.fromkeys(" ".join(found) for found in (*said, *_turned(said), *_answered(said)))
    return Entry(
        question.name,
        question.theme,
        question.title,
        question.question,
        tuple((param.name, param.type, param.optional or param.default is not None) for param in question.params),
        question.takes,
        tuple(patterns),
        words,
        question.unlike,
        question.negates,
        question.either,
    )


def _turned(said: Iterable[list[str]]) -> Iterator[list[str]]:
    """Yield "{actor} sanctions" for "sanctions of {actor}"."""
    for found in said:
        slots = [place for place, part in enumerate(found) if is_slot(part)]
        if slots and slots[0] > 1 and found[slots[0] - 1] == "of" and found[0] not in LIGHT:
            first = slots[0]
            yield [found[first], *found[: first - 1], *found[first + 1 :]]


def _answered(said: Sequence[list[str]]) -> Iterator[list[str]]:
    """Yield "{actor} stands behind {target}" for "who stands behind {target}", if "{target} is ~ by {actor}" tells who is who."""
    sides = sides_of(said)
    if sides is None:
        return
    by, to = sides
    for found in said:
        with_word = found[-2] in LIGHT and found[-1:] == [part for part in found if is_slot(part)] == [to]
        if found[0] == "who" and with_word and not {"by", NOT, "no"} & set(found):
            yield [by, *found[1:]]


def sides_of(said: Iterable[Sequence[str]]) -> tuple[str, str] | None:
    """Return the slots of who does it and to whom, if a phrase tells who is who: "{target} is ~ by {actor}"."""
    for phrase in said:
        if [*phrase[1:-1]] == [ANY, "by"] and is_slot(phrase[0]) and is_slot(phrase[-1]):
            return phrase[-1], phrase[0]
    return None


def _is_pattern(found: list[str], own: set[str]) -> bool:
    """Return whether a phrase says more than one word, and of parameters only those that there are."""
    slots = {part[1:-1] for part in found if is_slot(part)}
    return slots <= own and (len(found) > 1 or bool(slots))


def _add(words: dict[str, float], text: str, weight: float) -> None:
    for part in parts(re.sub(_EXCEPT, "", text)):
        if not is_slot(part) and part != ANY and (part not in LIGHT or part == NOT) and not part.isdigit():
            words[part] = max(weight, words.get(part, 0))


def _stamp(files: Iterable[Path]) -> str:
    """Return what the index depends on: the state of each file, and of the code that makes it."""
    found = []
    for path in (*files, *(Path(__file__).parent / name for name in ("index.py", "names/tokens.py"))):
        state = path.stat()
        found.append(f"{path} {state.st_mtime_ns} {state.st_size}")
    return ascii("\n".join(found))


def _place() -> Path:
    from platformdirs import user_cache_path  # noqa: PLC0415

    return user_cache_path("tiebook", appauthor=False) / "questions"


def _write(path: Path, stamp: str, index: Index) -> None:
    """Put the index beside, then in place: another process never reads half of it. Older ones are taken away."""
    import tempfile  # noqa: PLC0415 -- once after each change

    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    document = [list(entry) for entry in index.entries]
    with tempfile.NamedTemporaryFile("w", dir=path.parent, delete=False, encoding="utf-8") as made:
        json.dump([stamp, document], made)
    older = [each for each in path.parent.glob("*.json") if each != path]
    Path(made.name).replace(path)
    for each in sorted(older, key=os.path.getmtime)[:-3]:
        each.unlink(missing_ok=True)


def _read(document: Any) -> Index:
    return Index(
        tuple(
            Entry(
                name,
                theme,
                title,
                question,
                tuple((own, kind, optional) for own, kind, optional in params),
                tuple(takes),
                tuple(patterns),
                dict(words),
                tuple(unlike),
                negates,
                tuple(either),
            )
            for name, theme, title, question, params, takes, patterns, words, unlike, negates, either in document
        )
    )


def parts(phrase: str) -> list[str]:
    """Return the parts of a phrase: stems, words of grammar as they are, `{slots}` and `~`; empty words are left out."""
    found: list[str] = []
    for match in re.finditer(_PART, phrase):
        if match["text"] is None:
            found.append(match["slot"] or ANY)
            continue
        words = [token for token in tokens(match["text"]) if token.word not in EMPTY]
        found += [token.word if token.word in LIGHT else token.stem for token in words]
    return found


def is_slot(part: str) -> bool:
    """Return whether a part of a phrase stands for a parameter."""
    return part[0] == "{"
