"""Patterns of a downloaded declaration: matched in little time whatever a cell holds, or refused with the line."""

import pytest

from tests.keep.sample import DECLARATION
from tiebook.errors import BadSource
from tiebook.sources.datasets import read_dataset
from tiebook.sources.declaration import declaration_of

ROWS = "number,seller,buyer,since,worth\n{},China,Iran,2015,1.5\n"


def folder(tmp_path, pattern):
    """Return a source whose first record must have a number that matches."""
    (tmp_path / "register").mkdir()
    text = DECLARATION.replace("required =", f"first = {{ number = '{pattern}' }}\nrequired =")
    (tmp_path / "register" / "source.toml").write_text(text, "utf-8")
    return tmp_path / "register"


def read(source, number):
    table = source.parent / "deliveries.csv"
    table.write_text(ROWS.format(number), "utf-8")
    return read_dataset(str(source), [table])[1]


@pytest.mark.parametrize(
    "pattern",
    ["(a+)+$", "(a|a)(a|a)", "a*a*a*a*", r"\1", "(?=a)", "a{2}{3}", "a++", "[a-z]+[a-z]+[a-z]+[a-z]+b", "(?i)a"],
)
def test_what_may_run_without_end_is_refused(tmp_path, pattern):
    with pytest.raises(BadSource, match="the pattern of number"):
        declaration_of(folder(tmp_path, pattern))


@pytest.mark.parametrize(
    ("pattern", "fits", "not_"),
    [
        (r"r\d+", "r1", "1r"),
        ("-0-|r1|vessel|", "r1", "ship"),
        (r"^[A-Za-z]\d{1,3}$", "r12", "r1234"),
        (r"r\d{2}-T?\d+", "r12-T7", "r12-U7"),
        (r"[^\]]*\.x?", "r.", "r"),
    ],
)
def test_plain_patterns_are_read(tmp_path, pattern, fits, not_):
    source = folder(tmp_path, pattern)
    assert read(source, fits).size() == 4
    with pytest.raises(BadSource):
        read(source, not_)


def test_a_cell_of_any_length_is_told_at_once(tmp_path):
    source = folder(tmp_path, "r*r*r*s")
    with pytest.raises(BadSource, match="first record"):
        read(source, "r" * 100_000)
