"""A case begins from a text: what the text tells of itself is read, the rest is said to be missing, and it checks at once."""

import json
import re
import shutil
import tomllib
from datetime import date

import jsonschema
import pytest
from click.testing import CliRunner

from tests.conftest import MINI, ROOT
from tiebook.case import Text, open_case
from tiebook.case.schema import case_schema
from tiebook.case.start import Found, find_date, read_head, start_case
from tiebook.cli.code import check as check_module
from tiebook.cli.code import new, text
from tiebook.cli.keep import upgrade
from tiebook.errors import UsageError

ARTICLE = (
    "# A pact in the Gulf\n\nBy Ann Writer and Bo de Vries\n\nPublished 30 September 2025\n\n"
    "China and Iran signed a pact. It is long.\n\nOman denies it.\n"
)


@pytest.fixture
def article(tmp_path):
    path = tmp_path / "texts" / "pact.txt"
    path.parent.mkdir()
    path.write_text(ARTICLE, "utf-8")
    return path


def run(command, *words):
    return CliRunner().invoke(command, [str(word) for word in words])


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("30 September 2025", "2025-09-30"),
        ("Updated September 22, 2026 (IF10119)", "2026-09-22"),
        ("Sept. 3rd, 2025", "2025-09-03"),
        ("2025-09-30T10:00", None),
        ("on 2025-09-30.", "2025-09-30"),
        ("May 2021", "2021-05"),
        ("31 February 2021", None),
        ("Resolution 2231", None),
        ("Chapter 10, 2020", None),
    ],
)
def test_dates_are_read_as_people_write_them(line, expected):
    assert find_date(line) == expected


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (ARTICLE, Found("A pact in the Gulf", "Ann Writer and Bo de Vries", "2025-09-30")),
        ("Title: X\nAuthor: Y Z\nDate: 3 May 2020\nURL: https://a.example/b\n\nText.", Found("X", "Y Z", "2020-05-03", "https://a.example/b")),
        ("A title\n\nOn 3 May 2018 the long sentence of a first paragraph tells of one thing or two at length.", Found("A title")),
        ("word " * 31, Found()),
        ("A title\n\nBy the end of it, nothing was left of the two armies and their many allies in the region.", Found("A title")),
        ("", Found()),
    ],
)  # fmt: skip
def test_the_head_of_a_text_is_read(content, expected):
    assert read_head(Text.of(content)) == expected


def test_new_makes_a_case_that_checks(article, tmp_path):
    folder = tmp_path / "my pact"
    done = run(new.command, folder, "--text", article, "--coder", "Me")
    assert done.exit_code == 0, done.output
    assert "5 paragraphs, 'A pact in the Gulf'" in done.stdout
    assert "Note" not in done.stderr
    case = open_case(folder, Text.read(article))
    assert (case.id, case.author, case.source.date, case.coder.name) == (
        "my-pact",
        "ann-writer-and-bo-de-vries",
        "2025-09-30",
        "Me",
    )
    assert len(case.source.paragraphs) == 5
    assert case.source.sha256 == Text.read(article).sha256
    assert case.source.text == "../texts/pact.txt"
    checked = run(check_module.command, folder)  # the case remembers where its text lies
    assert checked.exit_code == 0
    assert "no faults" in checked.stdout


def test_what_the_text_does_not_tell_is_said_and_can_be_given(tmp_path):
    path = tmp_path / "plain.txt"
    path.write_text("word " * 40, "utf-8")
    done = run(new.command, tmp_path / "one", "--text", path)
    assert done.exit_code == 0, done.output
    assert [line.split(";")[0] for line in done.stderr.splitlines() if "Note" in line] == [
        f"Note: the text does not state its {name}" for name in ("title", "author", "date")
    ]
    head = tmp_path / "one" / "case.toml"
    assert head.read_text("utf-8").count("# not found in the text") == 3
    said = "case.toml: not found in the text and only filled in: "
    assert open_case(tmp_path / "one").notes == (f"{said}title, author, date",)
    written = re.sub(r"(?m)^(title|author)(.*) #.*$", r"\1\2", head.read_text("utf-8"))
    head.write_text(written, "utf-8")
    assert f"Note: {said}date\n" in run(check_module.command, tmp_path / "one").output
    done = run(new.command, tmp_path / "two", "--text", path, "--title", "T", "--author", "A B", "--date", "2020-05")
    assert "Note" not in done.stderr
    assert open_case(tmp_path / "two").source.date == "2020-05"


def test_a_case_is_never_written_over(article, tmp_path):
    text = Text.read(article)
    start_case(tmp_path / "a", article, text, Found(), "x", date(2026, 1, 1))
    before = (tmp_path / "a" / "case.toml").read_bytes()
    with pytest.raises(UsageError, match="is already a case"):
        start_case(tmp_path / "a", article, text, Found("other"), "x", date(2026, 1, 1))
    assert (tmp_path / "a" / "case.toml").read_bytes() == before
    with pytest.raises(UsageError, match="gives no id"):
        start_case(tmp_path / "\u4e2d", article, text, Found(), "x", date(2026, 1, 1))


def test_the_text_is_shown_by_paragraph_with_its_claims(article, tmp_path):
    folder = tmp_path / "pact"
    run(new.command, folder, "--text", article)
    (folder / "claims.toml").write_text(
        '[[claim]]\nsays = "china AGREES_WITH iran"\nquote = "signed a pact"\n', "utf-8"
    )
    shown = run(text.command, folder).stdout
    assert "   4  China and Iran signed a pact. It is long.\n\n   5  Oman denies it." in shown
    one = run(text.command, folder, "4").stdout
    assert one == (
        "   4  China and Iran signed a pact. It is long.\n"
        '   -  p4-china-agrees-with-iran: China agrees with Iran ("signed a pact")\n\n'
    )
    assert run(text.command, folder, "9").exit_code == 2
    assert run(text.command, folder, "x").exit_code == 2
    article.unlink()
    assert "is not available" in str(run(text.command, folder).exception)


def test_watch_checks_again_when_a_file_changes(article, tmp_path, capsys):
    folder = tmp_path / "pact"
    run(new.command, folder, "--text", article)
    pauses = []

    def pause(_seconds):
        pauses.append(1)
        if len(pauses) == 2:
            (folder / "claims.toml").write_text(
                '[[claim]]\nsays = "china AGREES_WITH irn"\nquote = "signed a pact"\n', "utf-8"
            )
        if len(pauses) == 5:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        check_module.watch_case(folder, None, lambda: check_module._check(folder, article, False), pause)
    said = capsys.readouterr().out
    assert said.count("no faults") == 1
    assert said.count("unknown id 'irn'") == 1


def test_the_schema_fits_every_case_and_refuses_what_is_none():
    validator = jsonschema.Draft202012Validator(json.loads(run(check_module.command, "--schema").stdout))
    validator.check_schema(case_schema())
    for folder in (MINI, ROOT / "loaders" / "china-iran"):
        for path in folder.glob("*.toml"):
            content = json.loads(json.dumps(tomllib.loads(path.read_text("utf-8")), default=str))
            assert list(validator.iter_errors(content)) == [], path
    good = {"says": "china AGREES_WITH iran", "quote": "q"}
    assert validator.is_valid({"claim": [good]})
    wrong: list[dict[str, str]] = [{"tie": "AGREES_WITH"}, {"mod": "x"}, {"mode": "wished"}, {"says": "china iran"}]
    for more in wrong:
        assert not validator.is_valid({"claim": [good | more]}), more
    assert not validator.is_valid({"claim": [{"quote": "q"}]})
    assert not validator.is_valid({"actor": [{"name": "A", "kind": "Alliance"}]})


def test_upgrade_converts_a_case_and_leaves_databases_alone(tmp_path):
    folder = shutil.copytree(MINI, tmp_path / "mini")
    done = run(upgrade.command, folder, "--text", MINI.with_suffix(".txt"))
    assert done.exit_code == 0, done.output
    assert "the same graph; written: case.toml, coding.toml, places.json" in done.stderr
    assert "nothing to do" in run(upgrade.command, folder).stderr
    assert run(upgrade.command, folder, "--no-backup").exit_code == 2
