"""A text whose licence lets it ship with its coding: read from the case's folder, held to its hash, kept in the graph."""

import shutil

import pytest

from tests.conftest import MINI
from tiebook.ask import ask
from tiebook.ask.context import in_context, shipped_texts
from tiebook.ask.texts import text_of_source
from tiebook.case.check import open_case
from tiebook.case.text import Text
from tiebook.case.update import update_case
from tiebook.engine.kglite.engine import KgliteEngine
from tiebook.errors import BadCase
from tiebook.questions import QuestionLibrary
from tiebook.sync.cases import find_case, load_case, text_of_case

NAME = "crs-china-primer"
LICENCE = "text_licence"


@pytest.fixture
def folder(tmp_path):
    """Return a copy of the case that ships its text."""
    return shutil.copytree(find_case(NAME), tmp_path / NAME)


@pytest.fixture(scope="module")
def graph(tmp_path_factory):
    """Return a graph with a case that ships its text and one that does not."""
    made = KgliteEngine(tmp_path_factory.mktemp("texts") / "x.kgl")
    for name in (NAME, "china-iran"):
        load_case(made, find_case(name))
    yield made
    made.close()


def change(folder, old, new):
    """Change case.toml."""
    head = folder / "case.toml"
    content = head.read_text("utf-8")
    assert old in content
    head.write_text(content.replace(old, new, 1), "utf-8")


def row_of(answer):
    """Return the only row of an answer, by column."""
    (row,) = answer.rows
    return dict(zip(answer.columns, row, strict=True))


def test_every_quote_is_verified_without_the_text_being_named(folder):
    (folder / "places.json").unlink()  # not needed where the text is
    case = open_case(folder)
    assert case.quotes == {"ok": len(case.claims)}
    assert case.text is not None
    assert case.text.sha256 == case.source.sha256


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ('text = "text.txt"', 'text = "other.txt"', "other.txt ships with the case: the text cannot be read"),
        ('text = "text.txt"', 'text = "../crs-china-primer/text.txt"', "in the case's own folder"),
        ('text = "text.txt"\n', "", "in the case's own folder"),
        ('sha256 = "54', 'sha256 = "55', "text.txt is not the text that was coded"),
    ],
)
def test_a_text_that_is_not_there_or_another_is_a_fault(folder, old, new, fault):
    change(folder, old, new)
    with pytest.raises(BadCase) as raised:
        open_case(folder)
    assert any(fault in each and each.startswith("case.toml:") for each in raised.value.faults), raised.value.faults


def test_a_case_of_format_1_ships_no_text(tmp_path):
    folder = shutil.copytree(MINI, tmp_path / "mini")
    change(folder, "[source]\n", '[source]\ntext = "text.txt"\ntext_licence = "CC0"\n')
    with pytest.raises(BadCase, match="text_licence belongs to format 2"):
        open_case(folder)


def test_a_changed_text_is_refused_until_its_hash_is_noted(folder):
    path = folder / "text.txt"
    path.write_text(path.read_text("utf-8") + "\nOne more line.\n", "utf-8")
    with pytest.raises(BadCase, match="is not the text that was coded"):
        open_case(folder)
    update_case(folder, Text.read(path))
    assert open_case(folder).quotes == {"ok": 173}


def test_another_text_in_the_environment_does_not_take_its_place(folder, tmp_path):
    other = tmp_path / "other.txt"
    other.write_text("Another article.\n", "utf-8")
    named = {"TIEBOOK_TEXT": str(other)}
    found = [
        text_of_case(folder, None, named),
        text_of_case(folder, other, {}),
        text_of_case(find_case("china-iran"), None, named),
    ]
    assert [text.content[:7] for text in found if text] == ["China P", "Another", "Another"]


def test_without_a_licence_the_text_stays_out_of_the_graph(folder, tmp_path):
    lines = (folder / "case.toml").read_text("utf-8").splitlines(keepends=True)
    (folder / "case.toml").write_text("".join(line for line in lines if not line.startswith(LICENCE)), "utf-8")
    engine = KgliteEngine(tmp_path / "x.kgl")
    case, _ = load_case(engine, folder)
    assert case.text is None
    assert text_of_source(engine, NAME) is None
    engine.close()


def test_the_graph_holds_the_text_of_the_source_that_ships_it(graph):
    found = text_of_source(graph, NAME)
    assert found is not None
    assert found.content == Text.read(find_case(NAME) / "text.txt").content
    paragraph = found.paragraph(22)
    assert paragraph is not None
    assert paragraph.text.startswith("China is the largest importer from Iran")
    assert text_of_source(graph, "china-iran") is None
    assert text_of_source(graph, "no-such-source") is None


@pytest.mark.parametrize(
    ("claim", "ships"),
    [("p22-no-weapons-promised", True), ("p30-no-sale-china", False)],
)
def test_evidence_shows_the_words_in_their_paragraph(graph, claim, ships):
    answer = ask(graph, QuestionLibrary().get("evidence"), {"claim": claim})
    shown = row_of(in_context(answer, None, shipped_texts(graph, "evidence", answer)))
    assert ("context" in shown) == ships
    if ships:
        before, _, rest = shown["context"].partition("[")
        assert before.endswith("the President stated after the Beijing summit that Xi had ")
        assert rest.partition("]")[2].startswith(' and "I take him at his word."')


def test_other_questions_show_it_only_when_a_text_is_named(graph):
    answer = ask(graph, QuestionLibrary().get("who-arms"), {"recipient": "iran"})
    assert shipped_texts(graph, "who-arms", answer) == {}


def test_the_text_of_one_source_is_not_searched_for_quotes_of_another(graph, tmp_path):
    article = tmp_path / "article.txt"
    article.write_text("It says: so far no such exchange has taken place.\n", "utf-8")
    answer = ask(graph, QuestionLibrary().get("evidence"), {"claim": "p22-no-weapons-promised"})
    shown = row_of(in_context(answer, article, shipped_texts(graph, "evidence", answer)))
    assert "Beijing summit" in shown["context"]
