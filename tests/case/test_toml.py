"""Lines of a case's TOML: what stands in a string is neither a header nor a key, and only LF ends a line."""

import pytest

from tiebook.case.files import TomlBlock
from tiebook.case.toml import read_entries

BEFORE = '[[actor]]\nname = "A"\n'
AFTER = '\n# kept\n[[claim]]\nnote = "last"\nsays = "a OPPOSES b"\n'
TEXTS = [
    '"a\u2028[[claim]]\u2029b\u0085says = 1"',
    '"""\n[[claim]]\nsays = 1\n"""',
    '"""\\""\\"\n[claim]\n"""""',
    "'''\n[[claim]]\nsays = 1\n'''",
    '"# \\" [[claim]]" # """ [[claim]]',
    "'\\' # '''",
]


@pytest.mark.parametrize("written", TEXTS)
def test_entries_and_keys_stand_where_they_stand(tmp_path, written):
    path = tmp_path / "claims.toml"
    path.write_text(f"{BEFORE}[[claim]]\nnote = {written}\ngloss = 'g'\n{AFTER}", "utf-8", newline="")
    lines = path.read_text("utf-8").split("\n")
    actor, first, last = read_entries(path)
    assert [actor.line, first.line, last.line] == [1, 3, lines.index("# kept") + 2]
    assert first.key_lines == {"note": 4, "gloss": lines.index("gloss = 'g'") + 1}
    assert last.key_lines == {"note": last.line + 1, "says": last.line + 2}


@pytest.mark.parametrize("written", TEXTS)
@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_an_entry_is_cut_out_whatever_its_strings_hold(tmp_path, written, line_end):
    path = tmp_path / "claims.toml"
    block = f"[[claim]]\nnote = {written}\ngloss = 'g'\n"
    path.write_text((BEFORE + block + AFTER).replace("\n", line_end), "utf-8", newline="")
    cut = TomlBlock.read(path, read_entries(path)[1])
    assert cut.text == block
    assert cut.content(cut.text) == path.read_bytes()
    assert cut.content("").decode("utf-8") == (BEFORE + AFTER).replace("\n", line_end)


@pytest.mark.parametrize("written", TEXTS)
@pytest.mark.parametrize("blank", [1, 2])
def test_blank_lines_before_the_first_entry_count(tmp_path, written, blank):
    path = tmp_path / "claims.toml"
    text = f"[[claim]]\nnote = {written}\ngloss = 'g'\n{AFTER}"
    path.write_text(text, "utf-8", newline="")
    lines = [(entry.line, entry.key_lines) for entry in read_entries(path)]
    path.write_text("\n" * blank + text, "utf-8", newline="")
    assert [(entry.line, entry.key_lines) for entry in read_entries(path)] == [
        (line + blank, {key: place + blank for key, place in keys.items()}) for line, keys in lines
    ]
