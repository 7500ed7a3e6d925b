"""A faulty source.toml: one line says which key of which table is wrong, on which line, and what would be right."""

from __future__ import annotations

from pathlib import Path

import pytest

from tiebook.errors import BadSource
from tiebook.sources.declaration import declaration_of

HEAD = """id = "pacts"
name = "Pacts"
title = "Pacts"
citation = "Doe"
licence = "CC0"
universe = "all"
ties = ["SUPPORTS"]

[[file]]
name = "rows"
what = "rows"
required = ["a", "b"]

[[tie]]
file = "rows"
type = "SUPPORTS"
from = {column = "a"}
to = {column = "b"}
"""


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('what = "rows"', 'what = "rows"\ncolour = 1', r"toml:12: \[\[file\]\] 1: there is no key 'colour'"),
        ('to = {column = "b"}', 'to = {column = "b"}\nsinse = "s"', r"toml:19: .*no key 'sinse' \(did you mean since"),
        (
            '{column = "a"}',
            '{column = "a", systm = "iso3"}',
            r"toml:17: \[\[tie\]\] 1, from: .*'systm' \(did you mean system",
        ),
        ('from = {column = "a"}', "", r"toml:14: \[\[tie\]\] 1: the key 'from' is missing"),
        ('{column = "a"}', '"a"', r"toml:17: \[\[tie\]\] 1: from is 'a': should be a table"),
        ('{column = "a"}', "{column = 7}", r"toml:17: \[\[tie\]\] 1, from: column is 7: should be a valid string"),
        (
            '{column = "a"}',
            '{column = "a", system = "fips"}',
            "toml:17: .*system is 'fips': should be 'name', 'iso3'.* or 'cameo'",
        ),
        (
            '{column = "a"}',
            '{column = "a", kind = "Militia"}',
            "toml:17: .*the codebook has no kind of actor 'Militia'",
        ),
        ('licence = "CC0"\n', "", "source.toml: the key 'licence' is missing"),
        ('title = "Pacts"', "title = 3", "toml:3: title is 3: should be a valid string"),
        (
            'licence = "CC0"',
            'licence = "CC0"\nlicense = "CC0"',
            r"toml:6: there is no key 'license' \(did you mean licence",
        ),
        (
            '[[tie]]\nfile = "rows"',
            '[[tie]]\nfile = "rows"\ntype = "SUPPORTS"\nfrom = {column = "b"}\nto = {column = "a"}\n\n[[tie]]\nfile = 3',
            r"toml:21: \[\[tie\]\] 2: file",
        ),
        (
            'from = {column = "a"}\nto = {column = "b"}',
            'to = {column = "b"}\n[tie.from]\ncolumn = "a"\nx = 1',
            "toml:20: .*no key 'x'",
        ),
    ],
)
def test_one_line_names_the_key_the_line_and_what_is_right(tmp_path: Path, old: str, new: str, said: str) -> None:
    folder = tmp_path / "pacts"
    folder.mkdir()
    assert old in HEAD
    (folder / "source.toml").write_text(HEAD.replace(old, new))
    with pytest.raises(BadSource, match=said) as caught:
        declaration_of(folder)
    assert "\n" not in str(caught.value)


def test_a_window_that_ends_before_it_begins_is_refused(tmp_path: Path) -> None:
    folder = tmp_path / "pacts"
    folder.mkdir()
    for since, until, right in (("2023-12-31", "1990-01-01", False), ("1990-01-01", "1990-01-01", True)):
        window = f"covers_since = {since}\ncovers_until = {until}\n"
        (folder / "source.toml").write_text(HEAD.replace("[[file]]", f"{window}[[file]]"), "utf-8")
        if right:
            assert declaration_of(folder).covers_until is not None
        else:
            with pytest.raises(BadSource, match="covers_until 1990-01-01 lies before covers_since 2023-12-31"):
                declaration_of(folder)
