"""A case of format 1 becomes one of format 2: the same graph, fewer lines, comments and order kept."""

import json
import shutil

import pytest

from tests.conftest import MINI
from tests.shared import lacking
from tiebook.case import Text, open_case
from tiebook.case.check import DERIVES
from tiebook.case.derive.places import PLACES_FILE
from tiebook.case.names import Names
from tiebook.case.upgrade import NotTheSame, graph_of, upgrade_case
from tiebook.errors import BadCase

SECOND = MINI.with_name("china-iran-second")
TEXT = Text.read(MINI.with_suffix(".txt"))


@pytest.mark.parametrize("source", [MINI, SECOND], ids=lambda path: path.name)
def test_thegraph_of_stays_and_lines_go(source, tmp_path):
    folder = shutil.copytree(source, tmp_path / source.name)
    before = open_case(folder)
    if before.head.format >= DERIVES:
        lacking(f"{source.name} is of the present format already")
    done = upgrade_case(folder)
    after = open_case(folder)
    assert graph_of(after) == graph_of(before)
    assert after.head.format == DERIVES
    assert done is not None
    assert done.after < done.before * 0.8
    assert upgrade_case(folder) is None


def test_with_the_text_paragraphs_go_too_and_comments_and_order_stay(tmp_path):
    folder = shutil.copytree(MINI, tmp_path / "mini")
    path = folder / "coding.toml"
    plain = path.read_text("utf-8")
    path.write_text("# top\n" + plain.replace('tie = "CONSTRAINS"', '# why\ntie = "CONSTRAINS" # so'), "utf-8")
    upgrade_case(folder, TEXT)
    written = path.read_text("utf-8")
    assert "paragraph" not in written
    assert "paragraph" in plain
    assert written.startswith("# top\n")
    assert '# why\nsays = "harbour-act CONSTRAINS southport"' in written
    ids = [line for line in plain.splitlines() if line.startswith('id = "p')]
    assert [line for line in written.splitlines() if line.startswith('id = "p')] == ids
    assert (folder / PLACES_FILE).is_file()
    assert open_case(folder, TEXT).quotes == {"ok": 7}


def test_line_ends_and_a_byte_order_mark_stay(tmp_path):
    folder = shutil.copytree(MINI, tmp_path / "mini")
    for path in folder.glob("*.toml"):
        path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))
    upgrade_case(folder, TEXT)
    for path in folder.glob("*.toml"):
        written = path.read_bytes()
        assert written.startswith(b"\xef\xbb\xbf")
        assert written.count(b"\n") == written.count(b"\r\n")
    assert open_case(folder, TEXT).quotes == {"ok": 7}


def test_what_would_change_thegraph_of_is_not_written(tmp_path, monkeypatch):
    folder = shutil.copytree(MINI, tmp_path / "mini")
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    monkeypatch.setattr("tiebook.case.upgrade.claim_id", lambda values: values["id"])  # drops ids that do not follow
    with pytest.raises(NotTheSame, match="nothing was changed"):
        upgrade_case(folder)
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == before


def test_a_case_with_faults_is_not_converted(tmp_path):
    folder = shutil.copytree(MINI, tmp_path / "mini")
    (folder / "coding.toml").write_text('[[claim]]\nid = "x"\n', "utf-8")
    with pytest.raises(BadCase, match="'tie' is missing"):
        upgrade_case(folder)


def test_two_claims_with_one_quote_in_two_paragraphs_keep_saying_which(tmp_path):
    folder = shutil.copytree(MINI, tmp_path / "mini")
    text = Text.of(TEXT.content + "\n\nThen Eastmark may attack Westhaven again.", "0" * 64)
    with (folder / "coding.toml").open("a", encoding="utf-8") as file:
        file.write(
            '[[claim]]\nid = "again"\ntie = "OPPOSES"\nfrom = "eastmark"\nto = "westhaven"\naspect = "event"\n'
            'gloss = "x"\nparagraph = 5\nquote = "Eastmark may attack Westhaven"\n'
        )
    upgrade_case(folder, text)
    written = (folder / "coding.toml").read_text("utf-8")
    assert [line for line in written.splitlines() if line.startswith("paragraph")] == ["paragraph = 3", "paragraph = 5"]
    assert open_case(folder).claims[-1].paragraph == 5


def test_an_actor_of_whom_all_is_known_is_left_out_where_a_claim_names_it(tmp_path):
    folder = shutil.copytree(MINI, tmp_path / "mini")
    names = Names(derives=True)
    for name in ("qatar", "oman"):
        names.resolve(name)
    entries = []
    for entity in names.used:
        known = {"id": entity.id, "name": entity.name, "kind": entity.kind, **entity.codes}
        lines = [f"{key} = {json.dumps(value, ensure_ascii=False)}" for key, value in known.items()]
        entries.append("\n".join(["[[actor]]", *lines, f"aliases = {json.dumps(entity.aliases)}", ""]))
    with (folder / "coding.toml").open("a", encoding="utf-8") as file:
        file.write("\n".join(entries))
        file.write(
            '[[claim]]\nid = "more"\ntie = "OPPOSES"\nfrom = "oman"\nto = "westhaven"\naspect = "event"\n'
            'gloss = "x"\nparagraph = 3\nquote = "Eastmark may attack Westhaven"\n'
        )
    before = graph_of(open_case(folder))
    upgrade_case(folder)
    written = (folder / "coding.toml").read_text("utf-8")
    assert graph_of(open_case(folder)) == before
    assert 'id = "qatar"' in written, "no claim names it"
    assert 'id = "oman"' not in written


@pytest.mark.parametrize(("key", "usual", "other"), [("language", "en", "fr")])
def test_what_is_usual_of_a_source_goes_and_what_is_not_stays(tmp_path, key, usual, other):
    for value in (usual, other):
        folder = shutil.copytree(MINI, tmp_path / value)
        path = folder / "case.toml"
        assert f'\n{key} = "{usual}"\n' in path.read_text("utf-8")
        path.write_text(path.read_text("utf-8").replace(f'\n{key} = "{usual}"', f'\n{key} = "{value}"'), "utf-8")
        upgrade_case(folder)
        assert (f'\n{key} = "{value}"\n' in path.read_text("utf-8")) is (value == other)
