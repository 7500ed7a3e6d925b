"""Text from data made harmless where it is shown, and names that were meant."""

import json
import re
import sys

import pytest

from tiebook.support import plain as rules
from tiebook.support.plain import plain, plain_json, plain_markdown
from tiebook.support.suggest import nearest


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a\nb\tc", "a b c"),
        ("\x1b[31mred", "\ufffd[31mred"),
        ("\x00\x07\x08\x0b\x0c\r\x1f\x7f\x80\x9f", "\ufffd" * 10),
        ("\u200e\u202e\u2028\u2066\ufeff\u061c\ufff9\U000e0041\ud800", "\ufffd" * 9),
        ("य\u200dक\u200cष", "य\u200dक\u200cष"),
        (" \xa0~é中", " \xa0~é中"),
    ],
)
def test_what_a_terminal_would_obey_is_marked(text, shown):
    assert plain(text) == shown


def test_all_that_is_unsafe_is_unprintable():
    """Only texts with something unprintable are searched."""
    every = "".join(map(chr, range(sys.maxunicode + 1)))
    unsafe = re.findall(rules._UNSAFE, every)
    assert len(unsafe) > 2_000
    assert not [character for character in unsafe if character.isprintable()]


def test_lines_are_kept_on_demand():
    assert plain("a\nb\tc\x07", keep_lines=True) == "a\nb c\ufffd"


@pytest.mark.parametrize("character", ["\x7f", "\x85", "\u202e", "\U000e0041", "\ud800"])
def test_json_escapes_and_loses_nothing(character):
    text = json.dumps([character], ensure_ascii=False)
    escaped = plain_json(text)
    assert escaped.isascii()
    assert json.loads(escaped) == [character]
    assert plain_json('["é"]') == '["é"]'


def test_an_escape_is_four_digits_a_half():
    assert plain_json("\u2028\U000e0041") == "\\u2028\\udb40\\udc41"


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("a|b", "a\\|b"),
        ("[x](y)<z>&~$`*\\", "\\[x\\](y)\\<z>\\&\\~\\$\\`\\*\\\\"),
        ("snake_case", "snake_case"),
        ("_it_", "\\_it\\_"),
        ("a\nb", "a b"),
    ],
)
def test_markdown_takes_no_structure_from_data(text, written):
    assert plain_markdown(text) == written


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("chnia", "did you mean china?"),
        ("zzz", None),
        ("iran-contra", "did you mean iran or iraq?"),
        ("ties", "did you mean ties-a, ties-b or ties-c?"),
        ("officials-in-jakarta", None),  # not iraq, of whose letters it has three
        ("chinese-officials", "did you mean china?"),
    ],
)
def test_what_was_meant(name, said):
    known = ("china", "iran", "iraq") if not name.startswith("ties") else ("ties-a", "ties-b", "ties-c", "ties-d")
    assert nearest(name, known) == nearest(name, reversed(known)) == said
