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
from tiebook.case.text import Text
from tiebook.cli.code.check import command as check
from tiebook.crosswalk.decisions import Decisions
from tiebook.draft.store import read_lines
from tiebook.questions.question import read_question
from tiebook.sources.declaration import declaration_of
from tiebook.support.small_files import decoded
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


def test_every_file_of_a_case_may_have_a_mark_and_keeps_it(tmp_path: Path) -> None:
    case = tmp_path / "mini"
    shutil.copytree(MINI, case)
    for path in case.glob("*.toml"):
        path.write_text(path.read_text("utf-8"), "utf-8-sig")
    text = tmp_path / "mini.txt"
    text.write_text(MINI.with_suffix(".txt").read_text("utf-8"), "utf-8-sig")
    done = CliRunner().invoke(check, [str(case), "--text", str(text), "--update"], catch_exceptions=False)
    assert done.exit_code == 0, done.output
    assert all(path.read_bytes().startswith(b"\xef\xbb\xbf") for path in case.glob("*.toml"))
    assert len(open_case(case).claims) == len(open_case(MINI).claims)


@given(text=st.text(st.characters(exclude_categories=["Cs"]), max_size=40), encoding=st.sampled_from(MARKED))
def test_any_text_comes_back_from_any_mark(text: str, encoding: str) -> None:
    assert decoded(text.encode(encoding)) == text


def test_an_xml_file_is_read_in_the_encoding_that_it_declares() -> None:
    assert xml_text("<?xml version='1.0' encoding='ISO-8859-1'?><a>ö</a>".encode("latin-1"), "f").endswith("<a>ö</a>")
