"""What `ask` prints: nothing of a shown value is lost and no word is divided, at any width and in a pipe; few lines; snapshots.

`pytest tests/cli/test_show.py --update-answers` writes the snapshots anew; read the difference before you commit it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.ask.answers import EXAMPLES, FIELD_EXAMPLES, asked
from tests.conftest import ROOT
from tests.field import load_field
from tests.graphs import make_engine
from tiebook.ask import Answer, ask
from tiebook.ask.document.structure import Column, Counts, Document, Group, Mark, Receipt, Row
from tiebook.ask.forms.markdown import markdown_lines
from tiebook.ask.forms.values import text_of
from tiebook.cli.show.grid import grid
from tiebook.cli.show.text import text_lines
from tiebook.cli.show.wrapping import width_of, wrapped
from tiebook.engine import Engine
from tiebook.questions import Question, QuestionLibrary

WIDTHS = (60, 80, 100, 120, 200)
SNAPSHOTS = ROOT / "tests" / "cli" / "documents"
SHOWN = {
    "who-constrains": {"target": "china", "regarding": "iran"},
    "who-arms": {"recipient": "iran"},
    "ties-between": {"one": "iran", "other": "sco"},
    "who-sanctions": {"target": "iran"},
    "timeline": {"actor": "china", "other": "iran"},
    "what-is-denied": {"actor": "iran"},
    "what-limits": {"actor": "china", "partner": "iran"},
    "conditions": {"actor": "china", "partner": "iran"},
    "who-supports": {"actor": "iran"},
    "who-pressures": {"target": "pakistan"},
    "evidence": {"claim": "p30-us-constrains-china"},
    "members-of": {"group": "sco"},
}


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    """Return an embedded graph with the shipped case and samples of the data sets."""
    made = make_engine("kglite", tmp_path_factory.mktemp("shown"))
    load_field(made)
    yield made
    made.close()


def plain_words(text: str) -> str:
    return " ".join(text.split())


def in_columns(lines: Sequence[str]) -> list[list[str]] | None:
    """Return the cells of a table, put together again from their lines; None where it is a list."""
    ruler = next((place for place, line in enumerate(lines) if line.startswith("-") and set(line) <= {"-", " "}), None)
    if ruler is None:
        return None
    spans, start = [], 0
    for part in lines[ruler].split("  "):
        spans.append((start, start + len(part)))
        start += len(part) + 2
    body = lines[ruler + 1 : lines.index("", ruler) if "" in lines[ruler:] else len(lines)]
    return [[cut(line, *span) for span in spans] for line in body]


def cut(line: str, start: int, end: int) -> str:
    """Return what stands in some columns of a terminal."""
    found, place = "", 0
    for character in line:
        if start <= place < end:
            found += character
        place += width_of(character)
    return found.strip()


def lost(document: Document, lines: Sequence[str]) -> list[str]:
    """Return the shown values that a text does not hold whole, in the order of the rows."""
    cells = in_columns(lines)
    return _not_listed(document, lines) if cells is None else _not_in_columns(document, cells)


def _not_in_columns(document: Document, cells: list[list[str]]) -> list[str]:
    missing = []
    columns = [plain_words(" ".join(column)) for column in zip(*cells, strict=True)]
    ends = [0] * len(document.columns)
    numbered = any(row.receipts for row in document.rows)
    for row in document.rows:
        for index, value in enumerate(row.values):
            wanted = plain_words(text_of(value))
            found = columns[index + numbered].find(wanted, ends[index])
            ends[index] = max(ends[index], found + len(wanted))
            if found < 0:
                missing.append(wanted)
    return missing


def _not_listed(document: Document, lines: Sequence[str]) -> list[str]:
    """Return what is missing in a list. An item begins with its number and leaves out what it says as the one before it."""
    starts, place = [], lines.index("") if document.rows else 0  # below the counts
    for row in document.rows:
        place = next(at for at in range(place, len(lines)) if re.match(f" *{row.number} ", lines[at]))
        starts.append(place)
    end = next((at for at in range(place, len(lines)) if not lines[at]), len(lines))
    missing, before = [], ""
    for row, start, stop in zip(document.rows, starts, [*starts[1:], end], strict=True):
        said = plain_words("\n".join(lines[start:stop]))
        wanted = map(plain_words, [*map(text_of, parts_of(row)), *(mark.text for mark in row.marks)])
        missing += [each for each in wanted if each not in said and each not in before]
        before = said if plain_words(text_of(row.values[0])) in said else f"{before} {said}"
    return missing


def parts_of(row: Row) -> Iterator[object]:
    """Yield the values of a row, and the parts of lists one by one."""
    for value in row.values:
        yield from value if isinstance(value, list) else [value]


def divided(document: Document, lines: Sequence[str]) -> set[str]:
    """Return the words of a document that stand in no line as they are."""
    values = [text_of(part) for row in document.rows for part in parts_of(row)]
    parts: list[Group | Row] = [*document.groups, *document.rows]
    receipts = [receipt for part in parts for receipt in part.receipts]
    words = {word for value in [*values, *(receipt.short for receipt in receipts)] for word in value.split()}
    text = "\n".join(lines)
    return {word for word in words if word not in text}


@pytest.mark.parametrize(
    ("question", "example"),
    [*EXAMPLES, *FIELD_EXAMPLES],
    ids=[f"{q.name} {e}" for q, e in [*EXAMPLES, *FIELD_EXAMPLES]],
)
def test_nothing_shown_is_lost_and_no_word_divided(engine: Engine, question: Question, example: str) -> None:
    answer = asked(engine, question, example)
    for wide in (False, True):
        document = answer.document(wide=wide)
        for width in WIDTHS:
            lines = list(text_lines(document, width))
            assert not lost(document, lines), (width, wide)
            assert not divided(document, lines), (width, wide)
            longest = max((width_of(word) for line in lines for word in line.split()), default=0)
            assert max(map(width_of, lines)) <= max(width, longest + 12), width


@pytest.mark.parametrize("name", SHOWN)
def test_snapshots(engine: Engine, name: str, request: pytest.FixtureRequest) -> None:
    answer = ask(
        engine,
        QuestionLibrary({}).get(name),
        {**SHOWN[name], "source": "china-iran"} if name != "evidence" else SHOWN[name],
    )
    document = answer.document()
    text = "\n".join([*text_lines(document, 100), *(f"note: {note.text}" for note in document.notes)]) + "\n"
    path = SNAPSHOTS / f"{name}.txt"
    if request.config.getoption("--update-answers"):
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, "utf-8")
    assert path.read_text("utf-8") == text


@pytest.mark.parametrize(("evidence", "most"), [(True, 45), (False, 20)])
def test_the_main_question_fits_on_a_screen(engine: Engine, evidence: bool, most: int) -> None:
    answer = ask(engine, QuestionLibrary({}).get("who-constrains"), SHOWN["who-constrains"])
    lines = list(text_lines(answer.document(), 100, evidence=evidence))
    assert len(lines) <= most
    assert "in 5 named factors: " in lines[1]
    assert "United States" in "".join(lines[3:5])  # the strongest first


@pytest.mark.parametrize("name", ["who-sanctions", "timeline", "who-arms", "what-is-denied"])
@pytest.mark.parametrize("width", [60, 100])
def test_marks_stand_on_the_row_at_any_width(engine: Engine, name: str, width: int) -> None:
    given = {"who-sanctions": "target", "who-arms": "supplier"}.get(name, "actor")
    document = ask(engine, QuestionLibrary({}).get(name), {given: "china" if name == "who-arms" else "iran"}).document()
    shown = plain_words("\n".join(text_lines(document, width, evidence=False)))
    kinds = {mark.kind for row in document.rows for mark in row.marks}
    assert kinds
    assert "Receipts" not in shown
    for row in document.rows:
        for mark in row.marks:
            assert all(word in shown for word in mark.text.split())


def test_markdown_takes_no_markup_from_data() -> None:
    from tiebook.ask.document.answered import Parts  # noqa: PLC0415
    from tiebook.engine.base import Table  # noqa: PLC0415

    row = ("a|b", "s/p1-<x>", "*so*", 1, True)
    parts = Parts(name="q", shows=("who",), group=None)
    table = Table(("who", "claim", "quote", "paragraph", "inferred"), [row])
    text = "\n".join(markdown_lines(Answer("t", "[Who]?", "", {}, table, parts=parts).document()))
    for part in ("**\\[Who\\]?**", "| 1 | a\\|b | inferred |", 'p1 "\\*so\\*"', "p1-\\<x>"):
        assert part in text
    assert "so" not in "\n".join(
        markdown_lines(Answer("t", "Who?", "", {}, table, parts=parts).document(), evidence=False)
    )


TEXT = st.text(st.characters(codec="utf-8", categories=("L", "N", "P", "Zs")), max_size=60)


@given(TEXT, st.integers(1, 40))
def test_wrapping_keeps_every_word(text: str, width: int) -> None:
    lines = wrapped(text, width, first="- ", rest="  ")
    assert "".join("".join(lines)[2:].split()) == "".join(text.split())
    for line in lines:
        assert width_of(line) <= width or len(line.removeprefix("- ").split()) <= 1


@given(st.lists(st.tuples(TEXT, TEXT, TEXT), min_size=1, max_size=5), st.integers(20, 200))
def test_a_table_is_no_wider_than_it_may_be(rows: list[tuple[str, str, str]], width: int) -> None:
    lines = grid(("one", "two", "three"), rows, width)
    if lines is not None:
        assert max(map(width_of, lines)) <= width
        shown = "".join("".join(lines[2:]).split())
        assert sorted(shown) == sorted("".join("".join(row) for row in rows).replace(" ", "")) or not shown.isascii()


def test_numbers_stand_at_the_right_and_wide_characters_count_twice() -> None:
    assert grid(("n", "what"), [("1", "x"), ("10", "\u4e2d\u56fd")], 60) == [
        " n  what",
        "--  ----",
        " 1  x",
        "10  \u4e2d\u56fd",
    ]
    assert grid(("n",), [("unbreakable",)], 5) is None
    assert wrapped("\u4e2d\u56fd\u4e2d\u56fd", 4) == ["\u4e2d\u56fd", "\u4e2d\u56fd"]


@pytest.mark.parametrize(
    ("lead", "kinds", "line"),
    [
        ("denied", ("denied", "undated"), " 1 denied [undated]; who: Iran"),
        ("denied", ("denied",), " 1 denied; who: Iran"),
        ("a ban", ("denied", "undated"), " 1 a ban [denied; undated]; who: Iran"),
        ("denied by Oman", ("denied",), " 1 denied by Oman [denied]; who: Iran"),
    ],
)
def test_a_mark_does_not_repeat_what_the_row_begins_with(lead: str, kinds: Sequence[str], line: str) -> None:
    marks = tuple(Mark(kind, kind) for kind in kinds)  # type: ignore[arg-type]
    row = Row(1, (lead, "Iran"), marks)
    columns = (Column("standing", "standing"), Column("who", "who"))
    document = Document("What?", Counts(1), columns, (Group("Of Oman", (row,)),))
    assert [*text_lines(document, 80)][-1].strip() == line.strip()


@pytest.mark.parametrize(
    ("voices", "heading", "named"),
    [
        # Ann speaks most often, and most is of the other source: who speaks where stays together
        ([("Ann", "one"), ("Ann", "one"), ("Ann", "one"), ("Bob", "two"), ("Bob", "two"), ("Cid", "two"), ("Dan", "two")],
         "Ann, one unless another is named", ["", "", "", "(Bob, two)", "(Bob, two)", "(Cid, two)", "(Dan, two)"]),
        ([("Ann", "one"), ("Ann", "one"), ("Cid", "one")], "Ann, one unless another is named", ["", "", "(Cid)"]),
        ([("Ann", "one"), ("Ann", "one"), ("Ann", "two")], "Ann, one unless another is named", ["", "", "(Ann, two)"]),
        ([(None, "list"), (None, "list"), ("Ann", "one")], "Ann, one unless another is named", ["(list)", "(list)", ""]),
        ([(None, "list"), (None, "list")], "list", ["", ""]),
        ([("Ann", "one")], "Ann, one", [""]),
    ],
)  # fmt: skip
def test_the_usual_voice_of_receipts_is_one_who_speaks_in_that_source(voices, heading, named):
    rows = [
        Row(number, (f"v{number}",), receipts=(Receipt(f"c{number}", f"c{number}", f"words {number}", number, *voice),))
        for number, voice in enumerate(voices, start=1)
    ]
    document = Document("What?", Counts(len(rows)), (Column("a", "a"),), (Group(None, tuple(rows)),))
    lines = list(text_lines(document, 200))
    start = next(place for place, line in enumerate(lines) if line.startswith("Receipts"))
    assert lines[start] == f"Receipts: {heading}; tiebook ask evidence --claim ID"
    for number, (line, names) in enumerate(zip(lines[start + 1 :], named, strict=True), start=1):
        assert line.split() == f'{number} p{number} "words {number}" {names} c{number}'.split()


@pytest.mark.parametrize(
    ("rows", "shown"),
    [
        (range(1, 11), "1-10"),
        ((1, 2, 5, 6, 7, 9), "1,2,5-7,9"),
        ((9, 10), "9,10"),
    ],
)
def test_rows_of_one_receipt_that_follow_each_other_are_a_run(rows, shown):
    every = tuple(
        Row(number, (f"v{number}",), receipts=(Receipt("c", "c", "same", 1),) if number in rows else ())
        for number in range(1, max(rows) + 1)
    )
    document = Document("What?", Counts(len(every)), (Column("a", "a"),), (Group(None, every),))
    lines = list(text_lines(document, 200))
    assert lines[-1].startswith(f'{shown} p1 "same" c')


def test_a_quote_with_quotation_marks_of_its_own_stands_in_others():
    row = Row(1, ("v",), receipts=(Receipt("c", "c", '"I take him at his word."', 1),))
    document = Document("What?", Counts(1), (Column("a", "a"),), (Group(None, (row,)),))
    said = '\u201c"I take him at his word."\u201d'
    assert list(text_lines(document, 200))[-1] == f" 1 p1 {said} c"
    assert any(said in line for line in markdown_lines(document))


@pytest.mark.parametrize(
    ("columns", "values", "said"),
    [
        (("who", "gloss", "whom"), ("Ann", "It is not so", "Bob"), "Ann: It is not so [denied]; whom: Bob"),
        (("judge", "gloss"), ("A text", "Peru left"), "A text: Peru left [denied]"),
        (("seekers", "gloss"), ("Peru", ""), "Peru [denied]"),  # no gloss to stand behind
        (("from_name", "gloss"), ("Peru", "Peru left"), "Peru [denied]; Peru left"),  # its own row, not a voice
    ],
)
def test_marks_stand_behind_what_is_said_and_not_behind_who_says_it(columns, values, said):
    row = Row(1, values, (Mark("denied", "denied"),))
    heads = tuple(Column(name, name) for name in columns)
    document = Document("What?", Counts(1), heads, (Group("a heading", (row,)),))
    assert f"  1 {said}" in list(text_lines(document, 200))
