"""The documentation: what is made from the code has not drifted, the table of dates is the tested one, links lead somewhere."""

import re
import subprocess
import sys

import pytest
from click.testing import CliRunner

from tests.conftest import ROOT
from tests.docs.reference import DOCS
from tests.model.test_dates import WORKED
from tiebook.cli.app import app

MARKDOWN = [
    *(ROOT / name for name in ("README.md", "CHANGELOG.md", "CONTRIBUTING.md", "tests/faults/LOG.md")),
    *sorted(DOCS.rglob("*.md")),
]


def test_the_pages_made_from_the_code_have_not_drifted():
    """In a process of its own: click keeps the options of commands that other tests have run."""
    command = [sys.executable, "-m", "tests.docs.reference", "--check"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_the_worked_dates_are_the_documented_ones():
    rows = re.findall(
        r"^\| `?([^|`]*)`? \| `?([^|`]*)`? \| ([^|]*) \| (\d{4}-\d\d-\d\d) \| (\w+) \|",
        (DOCS / "dates.md").read_text("utf-8"),
        re.MULTILINE,
    )
    told = [
        ((since.strip() or None, until.strip() or None, "event" in notes, "ended" in notes), day, answer)
        for since, until, notes, day, answer in rows
    ]
    assert told == WORKED


@pytest.mark.parametrize("path", MARKDOWN, ids=lambda path: path.name)
def test_links_lead_somewhere(path):
    for target in re.findall(r"\]\(([^)#]+)[^)]*\)", path.read_text("utf-8")):
        if "://" not in target:
            assert (path.parent / target).exists(), target


def test_every_page_is_in_the_list_of_pages():
    listed = (DOCS / "README.md").read_text("utf-8")
    assert {path.name for path in DOCS.glob("*.md") if f"({path.name})" not in listed} == {"README.md"}


@pytest.mark.parametrize("path", MARKDOWN, ids=lambda path: path.name)
def test_no_page_names_a_machine(path):
    assert not re.search(r"/(work|root)/|/tmp/v", path.read_text("utf-8"))


def test_the_answer_in_the_readme_is_what_the_command_prints(tmp_path):
    shown = (ROOT / "README.md").read_text("utf-8").split('$ tiebook ask "did China arm Iran?"\n')[1].split("```")[0]
    database, runner = str(tmp_path / "article.kgl"), CliRunner(env={"COLUMNS": "118"})
    runner.invoke(app, ["--db", database, "load", "china-iran"], catch_exceptions=False)
    done = runner.invoke(app, ["--db", database, "ask", "did China arm Iran?"], catch_exceptions=False)
    taken_as, _, answer = shown.partition("\n")
    assert taken_as == done.stderr.split("\n")[0]
    assert answer == done.stdout


def test_no_entry_of_the_changelog_stands_twice():
    """Merging two branches that changed the same place keeps the lines of both."""
    entries = re.findall(r"^- .*(?:\n  .*)*", (ROOT / "CHANGELOG.md").read_text("utf-8"), re.MULTILINE)
    assert [each for each in set(entries) if entries.count(each) > 1] == []
