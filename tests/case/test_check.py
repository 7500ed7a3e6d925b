"""The checker: every rule is broken once, and told with file and line."""

import re
import shutil

import pytest

from tests.conftest import MINI
from tiebook.case import Text, open_case
from tiebook.case.update import update_case
from tiebook.errors import BadCase

TEXT = Text.read(MINI.with_suffix(".txt"))


@pytest.fixture
def case(tmp_path):
    """Return a copy of the sample case that a test may spoil."""
    return shutil.copytree(MINI, tmp_path / "mini")


def spoil(case, old, new, file="coding.toml"):
    path = case / file
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")
    return text[: text.index(old)].count("\n") + 1


def faults(case, text=TEXT):
    with pytest.raises(BadCase) as caught:
        open_case(case, text)
    return caught.value.faults


def test_the_sample_is_sound():
    case = open_case(MINI, TEXT)
    assert case.quotes == {"ok": 7}
    assert [claim.id for claim in case.claims if claim.tie_edge()] == [
        "mini/p2-sells",
        "mini/p2-constrains",
        "mini/p4-refuses",
    ]


# (what is replaced, by what, on which key the fault stands, what is said)
BROKEN = [
    ('quote = "but Westhaven refused"', 'quote = "and Westhaven refused"', "the quote is not in paragraph 4"),
    ('quote = "but Westhaven refused"', 'quote = "Westhaven"', "more than once in paragraph 4"),
    ('quote = "boats were sold', 'quote = "No boats were sold', "the quote is a whole sentence"),
    ('quote = "but Westhaven refused"', f'quote = "{"word " * 21}"', "more than 20 words"),
    ('to = "southport"\n', 'to = "southprt"\n', "unknown id 'southprt'"),
    ('regarding = ["eastmark"]', 'regarding = ["law"]', "'law' is a Factor; regarding takes"),
    ('regarding = ["eastmark"]', 'regarding = ["eastmark", "eastmark"]', "names something twice"),
    ('factor = "harbour-law"', 'factor = "eastmark"', "'eastmark' is a Actor; factor takes Factor"),
    ('tie = "CONSTRAINS"', 'tie = "CONSTRAIN"', "unknown tie type 'CONSTRAIN'"),
    ('since = "2018-05-03"\nparagraph', 'since = "2018-02-30"\nparagraph', "'2018-02-30' does not exist"),
    ('since = "2015"', 'since = "2015"\nuntil = "2014"', "until 2014 lies before since 2015"),
    ('since = "2015"', 'since = "2015"\nuntil = "2016"\nended = true', "ended is for an end without a date"),
    ('mode = "sought"', 'mode = "wished"', "mode: one of actual, conditional"),
    ('mode = "feared"', 'mode = "conditional"', "a condition belongs to mode conditional"),
    ('by = ["southport-officials"]\n', "", "feared by whom?"),
    ('mode = "feared"\nby = ["southport-officials"]', 'mode = "expected"', "expected by whom?"),
    ('stance = "reports"', 'stance = "asserts"', "asserts is the author's"),
    ('holder = "southport-officials"', 'holder = "ann-writer"', "reports needs a holder other than the author"),
    ('constraint = "imposed"\n', "", "constraint belongs to CONSTRAINS"),
    ('mechanism = "patrol boats"', "rank = 3", "rank belongs to RANKS"),
    ('about = ["p4-no-treaty"]', 'about = ["p2-sells"]', "REFUSES must be about a negated claim: what is refused"),
    ('about = ["p4-no-treaty"]', 'about = ["p9"]', "unknown claim 'p9'"),
    ('id = "p4-no-treaty"', 'id = "p4-no-sale"', "duplicate id 'p4-no-sale'"),
    ('id = "westhaven"', 'id = "southport"', "duplicate id 'southport'"),
    ('id = "westhaven"', 'id = "unspecified"', "duplicate id 'unspecified'"),
    ('id = "westhaven"', 'id = "West Haven"', "is not a slug"),
    ('kind = "policy"', 'kind = "law"', "unknown kind 'law'"),
    ('part_of = "law"', 'part_of = "eastmark"', "'eastmark' is not a factor of this case"),
    ('from = "harbour-act"\nto = "southport"', 'from = "harbour-act"\nto = "law"', "CONSTRAINS does not go to a factor"),
    ('gloss = "There is no treaty"\n', "", "'gloss' is missing"),
    ('gloss = "There is no treaty"', 'glos = "x"', "unknown key 'glos'"),
    ('paragraph = 4\nquote = "but', 'paragraph = "4"\nquote = "but', "paragraph: "),
    ("negated = true", 'negated = "yes"', "negated: "),
    ('aliases = ["Norrland", "the North"]', "aliases = [1]", "aliases: "),
    ("[[factor]]", "[[factr]]", r"unknown table \[\[factr\]\]"),
    ('date = "2018-05-03"', 'date = "3 May"', "'3 May' is not a date"),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "message"), BROKEN, ids=[row[2][:40] for row in BROKEN])
def test_every_rule_is_told_with_file_and_line(case, old, new, message):
    line = spoil(case, old, new)
    told = [fault for fault in faults(case) if re.search(message, fault)]
    assert told, faults(case)
    found = re.match(r"coding\.toml:(\d+): ", told[0])
    assert found
    assert abs(int(found[1]) - line) <= 11  # the key, or the head of its entry where the key is gone


def test_a_quote_has_twenty_words_at_most(case):
    spoil(case, 'quote = "but Westhaven refused"', f'quote = "{"word " * 20}"')
    assert "more than 20 words" not in "\n".join(faults(case))


def test_the_line_is_that_of_the_key(case):
    line = spoil(case, 'quote = "but Westhaven refused"', 'quote = "and Westhaven refused"')
    said = "the quote is not in paragraph 4: 'and Westhaven refused'; paragraph 4 has 'Westhaven refused'"
    assert faults(case) == [f"coding.toml:{line}: {said}"]


def test_all_faults_are_listed_at_once(case):
    spoil(case, 'quote = "but Westhaven refused"', 'quote = "and Westhaven refused"')
    spoil(case, 'to = "southport"\n', 'to = "southprt"\n')
    spoil(case, 'since = "2015"', 'since = "2015-13"')
    spoil(case, 'id = "p4-no-treaty"', 'id = "p4-no-sale"')
    found = "\n".join(faults(case))
    for message in (
        "not in paragraph 4",
        "unknown id 'southprt'",
        "'2015-13' does not exist",
        "duplicate id 'p4-no-sale'",
    ):
        assert message in found


def test_faults_stand_in_the_order_of_the_lines(case):
    spoil(case, 'since = "2015"', 'since = "2015-13"')
    spoil(case, 'quote = "but Westhaven refused"', 'quote = "and Westhaven refused"')
    spoil(case, 'kind = "Collective"', 'kind = "Colective"')
    lines = [int(fault.split(":")[1]) for fault in faults(case)]
    assert lines == sorted(lines)
    assert len(lines) > 2
    (case / "another.toml").write_text("[[clam]]\n", "utf-8")
    spoil(case, 'author = "ann-writer"', 'author = "ann-riter"', "case.toml")
    found = [fault.partition(":")[0] for fault in faults(case)]
    assert found == ["case.toml", "another.toml", *["coding.toml"] * (len(found) - 2)]


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("format = 1", "format = 3", "format: "),
        ('id = "mini"', 'id = "Mini case"', "not a slug"),
        ('date = "2021"', 'date = "in 2021"', "not a date"),
        ('author = "ann-writer"', 'author = "nobody"', "the author 'nobody' is not an actor"),
        ("[coder]", "[codr]", r"unknown table \[codr\]"),
        ('title = "A note on Northland and its harbours"\n', "", "'title' is missing"),
        ("[source]", "[source", "not TOML"),
    ],
)
def test_the_head_is_checked(case, old, new, message):
    spoil(case, old, new, "case.toml")
    assert re.search(message, "\n".join(faults(case)))
    assert "case.toml" in faults(case)[0]


def test_a_folder_without_a_head_is_no_case(tmp_path):
    assert faults(tmp_path) == ["case.toml: not there"]


def test_broken_toml_is_told_with_its_line(case):
    path = case / "coding.toml"
    path.write_text(path.read_text() + "\n[[claim]\n")
    assert re.fullmatch(r"coding\.toml:\d+: not TOML: .*", faults(case)[0])
    path.write_bytes(b"\xffid")
    assert faults(case) == ["coding.toml: not UTF-8: save it as UTF-8"]


def test_update_writes_places_and_hashes_once(case):
    assert update_case(case, TEXT) == ["case.toml", "coding.toml"]
    assert update_case(case, TEXT) == []
    checked = open_case(case, TEXT)
    assert checked.quotes == {"ok": 7}
    for claim in checked.claims:
        stretch = TEXT.content[claim.start_char : claim.end_char]
        assert stretch.replace("“", '"').replace("”", '"') == claim.quote
    assert len(checked.source.paragraphs) == 4
    assert checked.source.sha256 == TEXT.sha256


def test_a_changed_text_is_noticed_and_quotes_have_moved(case):
    update_case(case, TEXT)
    longer = Text.of("A longer title.\n" + TEXT.content, "0" * 64)
    checked = open_case(case, longer)
    assert checked.quotes == {"moved": 7}
    assert checked.notes == ("the text is not byte for byte the one that was coded",)


def test_without_the_text_a_paragraph_that_does_not_exist_is_a_fault(case):
    update_case(case, TEXT)
    spoil(case, "paragraph = 4", "paragraph = 44")
    assert "the text has 4 paragraphs" in faults(case, None)[0]


def test_update_keeps_a_byte_order_mark_and_line_ends(case):
    for path in case.glob("*.toml"):
        path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))
    assert update_case(case, TEXT) == ["case.toml", "coding.toml"]
    for path in case.glob("*.toml"):
        written = path.read_bytes()
        assert written.startswith(b"\xef\xbb\xbf[[" if path.name == "coding.toml" else b"\xef\xbb\xbfformat")
        assert written.count(b"\n") == written.count(b"\r\n")
    assert open_case(case, TEXT).quotes == {"ok": 7}
    assert update_case(case, TEXT) == []
