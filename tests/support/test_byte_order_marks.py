"""A byte order mark is no fault in any file that people write by hand: Notepad and PowerShell write one."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from tests.conftest import MINI
from tests.made_up_source import declaration
from tiebook.case.check import open_case
from tiebook.case.files import TomlBlock
from tiebook.case.text import Text
from tiebook.cli.ask.query import command as query
from tiebook.cli.code.check import command as check
from tiebook.crosswalk.decisions import Decisions
from tiebook.draft.claim_block import appended
from tiebook.draft.store import read_lines
from tiebook.questions.question import read_question
from tiebook.sources.declaration import declaration_of
from tiebook.support.small_files import decoded, mark_of
from tiebook.tables.xml import xml_of, xml_text
from tiebook.view.layoutfile import load_layout

MARKED = ("utf-8-sig", "utf-16")

DECLARATION = declaration("bom", name="Bööm")
QUESTION = """// title: Öne
// question: Who is here?
// returns: id
// example: (none)
MATCH (a:Actor) RETURN a.id AS id ORDER BY id
"""
DECISIONS = '["*"]\n"Ünited Stätes" = {actor = "united-states", decided = "2026-01-01"}\n'


def _decided_again(path: Path) -> object:
    decisions = Decisions(path)
    decisions.decide("*", "Chína", "china")
    decisions.undo("*", "Chína")
    return Decisions(path).all()


READERS: dict[str, tuple[str, Callable[[Path], object]]] = {
    "bom/source.toml": (DECLARATION, lambda path: declaration_of(path.parent)),
    "theme/my-one.cypher": (QUESTION, lambda path: [str(line) for line in read_question(path).lines]),
    "decisions.toml": (DECISIONS, lambda path: Decisions(path).all()),
    "again.toml": (DECISIONS, _decided_again),
    "layout.json": (json.dumps({"format": 1, "positions": {"ö": [1, 2]}}, ensure_ascii=False), load_layout),
    "text.txt": ("The twö sides.\n\nAgreed.\n", lambda path: Text.read(path).paragraphs),
    "graph.xml": ("<a>ö</a>", lambda path: xml_of(xml_text(path.read_bytes(), str(path)), str(path)).text),
}


@pytest.mark.parametrize("encoding", MARKED)
@pytest.mark.parametrize("name", READERS)
def test_a_file_with_a_mark_reads_as_without(tmp_path: Path, name: str, encoding: str) -> None:
    text, read = READERS[name]
    path = tmp_path / name
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, "utf-8")
    plain = read(path)
    path.write_text(text, encoding)
    assert read(path) == plain


def test_lines_of_proposals_may_begin_with_a_mark(tmp_path: Path) -> None:
    (tmp_path / "proposals.jsonl").write_text('{"id": "ö"}\n', "utf-8-sig")
    assert read_lines(tmp_path / "proposals.jsonl") == [(1, {"id": "ö"})]


@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
@pytest.mark.parametrize("encoding", MARKED)
def test_every_file_of_a_case_may_have_a_mark_and_keeps_it(tmp_path: Path, encoding: str, line_end: str) -> None:
    case = tmp_path / "mini"
    shutil.copytree(MINI, case)
    for path in [*case.glob("*.toml"), tmp_path / "mini.txt"]:
        plain = MINI.with_suffix(".txt") if path.suffix == ".txt" else path
        path.write_bytes(plain.read_text("utf-8").replace("\n", line_end).encode(encoding))
    marks = {path: mark_of(path.read_bytes()) for path in case.glob("*.toml")}
    done = CliRunner().invoke(check, [str(case), "--text", str(tmp_path / "mini.txt"), "--update"])
    assert done.exit_code == 0, done.output
    assert {path: mark_of(path.read_bytes()) for path in case.glob("*.toml")} == marks
    assert all(mark for mark, _ in marks.values())
    assert all(line_end in decoded(path.read_bytes()) for path in marks)
    assert len(open_case(case).claims) == len(open_case(MINI).claims)
    entry = open_case(case).coded[0].entry
    block = TomlBlock.read(case / entry.file, entry)
    changed = block.content(block.edited(lambda table: table.update(note="sch\u00f6n")))
    assert mark_of(changed) == marks[case / entry.file]
    assert decoded(changed).replace(f'note = "sch\u00f6n"{line_end}', "") == decoded(block.before)


@given(
    st.text(st.characters(codec="utf-8", exclude_characters="\r\n\ufeff"), max_size=20),
    st.sampled_from(["utf-8", *MARKED]),
    st.sampled_from(["\n", "\r\n"]),
    st.booleans(),
)
def test_what_is_added_to_a_file_has_its_encoding_and_line_ends(
    text: str, encoding: str, end: str, ended: bool
) -> None:
    before = f"# {text}{end}# more{end if ended else ''}"
    added = decoded(appended(before.encode(encoding), ['[[claim]]\nid = "\u00f6"\n']))
    gap = "" if ended else end
    assert added == before + gap + f'{end}[[claim]]{end}id = "\u00f6"{end}'


def test_a_query_on_stdin_in_utf_16_is_refused_with_the_way_out() -> None:
    done = CliRunner().invoke(query, [], input="M\0A\0T\0C\0H\0")
    assert done.exit_code != 0
    assert "the query on stdin is not UTF-8: --file reads UTF-16 too" in done.output


@given(text=st.text(st.characters(exclude_categories=["Cs"]), max_size=40), encoding=st.sampled_from(MARKED))
def test_any_text_comes_back_from_any_mark(text: str, encoding: str) -> None:
    assert decoded(text.encode(encoding)) == text


def test_an_xml_file_is_read_in_the_encoding_that_it_declares() -> None:
    assert xml_text("<?xml version='1.0' encoding='ISO-8859-1'?><a>ö</a>".encode("latin-1"), "f").endswith("<a>ö</a>")
