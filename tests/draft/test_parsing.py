"""A parser says who is the subject; without spaCy or a model the rules read alone, and say so in one line where spaCy is there."""

import sys
from dataclasses import dataclass, field
from types import SimpleNamespace

import pytest

from tests.draft.sentences import article
from tiebook.draft.proposers.rules import make
from tiebook.draft.rules import parsing
from tiebook.draft.rules.parsing import parser, subjects
from tiebook.draft.rules.reading import Reader

TEXT = "The partner whom Chile distrusts most condemned Peru."


@dataclass(eq=False)
class Word:
    """A token as spaCy has it, as far as it is read."""

    idx: int
    lower_: str
    pos_: str
    dep_: str
    head: "Word | None" = None
    children: list["Word"] = field(default_factory=list)


def parsed(*rows):
    """Return tokens of (first character, text, part of speech, relation, place of the head)."""
    words = [Word(place, text, pos, dep) for place, text, pos, dep, _ in rows]
    for word, (*_, head) in zip(words, rows, strict=True):
        word.head = words[head]
        if word.head is not word:
            word.head.children.append(word)
    return words


@pytest.fixture
def spacy(monkeypatch):
    """Pretend that spaCy is there, with the given models."""

    def pretend(*models):
        util = SimpleNamespace(get_installed_models=lambda: list(models))
        loaded = SimpleNamespace(util=util, load=lambda *_, **__: lambda _: [])
        monkeypatch.setitem(sys.modules, "spacy", loaded)
        monkeypatch.setattr(parsing, "find_spec", lambda name: name)

    return pretend


def test_without_spacy_nothing_is_said(monkeypatch):
    monkeypatch.setattr(parsing, "find_spec", lambda _: None)
    assert parser({}) == (None, None)


def test_without_a_model_one_line_says_so(spacy):
    spacy("de_core_news_sm")
    parse, note = parser({})
    assert parse is None
    assert note is not None
    assert "no English model" in note
    assert "\n" not in note
    assert "no model en_x" in str(parser({"TIEBOOK_SPACY_MODEL": "en_x"})[1])
    assert make(article(TEXT)).note == note


def test_with_a_model_it_is_named(spacy):
    spacy("en_core_web_sm", "en_core_web_lg")
    parse, note = parser({"TIEBOOK_SPACY_MODEL": "en_core_web_lg"})
    assert parse is not None
    assert parse("Chile condemned Peru.") == {}
    assert note == "Clauses are parsed by spaCy's en_core_web_lg"
    assert "en_core_web_lg" in str(parser({})[1])


def test_the_subject_is_read_from_the_parse():
    own = parsed(
        (0, "chile", "PROPN", "nsubj", 1), (6, "condemned", "VERB", "ROOT", 1), (16, "supports", "VERB", "conj", 1)
    )
    assert subjects(own) == {6: 0, 16: 0}
    relative = parsed(
        (0, "chile", "PROPN", "ROOT", 0), (7, "which", "PRON", "nsubj", 2), (13, "fears", "VERB", "relcl", 0)
    )
    assert subjects(relative) == {13: 0}
    urged = [(0, "chile", "PROPN", "nsubj", 1), (6, "urged", "VERB", "ROOT", 1), (12, "peru", "PROPN", "dobj", 1)]
    assert subjects(parsed(*urged, (20, "stop", "VERB", "xcomp", 1))) == {6: 0, 20: 12}
    assert subjects(parsed((0, "attack", "VERB", "ROOT", 0))) == {}


def test_the_parse_goes_before_the_words():
    text = "Chile said nothing and Peru condemned Brazil."
    whole = article(text)
    (plain,) = Reader(whole).read(whole.paragraphs[0])
    assert (plain.start, plain.end) == ("peru", "brazil")
    (other,) = Reader(whole, lambda _: {text.index("condemned"): 0}).read(whole.paragraphs[0])
    assert (other.start, other.end) == ("chile", "brazil")
