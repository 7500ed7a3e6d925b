"""`tiebook new`: what is given goes before what the text says, and the coder is the account where nobody is named."""

from __future__ import annotations

import shlex
import tomllib
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from tiebook.cli.app import app
from tiebook.support.account import account_name

TEXT = "A title\n\nChina sold drones to Iran.\n"


def started(folder: Path, *options: str, text: str = TEXT) -> tuple[Any, dict[str, Any]]:
    """Run the command, and return what it did and the case.toml."""
    path = folder / "article.txt"
    path.write_text(text, "utf-8")
    done = CliRunner().invoke(app, ["new", str(folder / "mine"), "--text", str(path), *options])
    head = folder / "mine" / "case.toml"
    return done, tomllib.loads(head.read_text("utf-8")) if head.is_file() else {}


@pytest.mark.parametrize("coder", [None, "Ann Coder"])
def test_the_coder_is_who_is_named_or_the_account(tmp_path: Path, coder: str | None) -> None:
    done, head = started(tmp_path, *(["--coder", coder] if coder else []))
    assert done.exit_code == 0, done.output
    assert head["coder"]["name"] == (coder or account_name())


def test_what_is_given_goes_before_what_the_text_says(tmp_path: Path) -> None:
    done, head = started(tmp_path, "--title", "Another title", "--author", "Ann Writer", "--date", "2021-05")
    assert "mine: 2 paragraphs, 'Another title'" in done.output
    source = head["source"]
    assert (source["title"], source["author"], source["date"]) == ("Another title", "Ann Writer", "2021-05")
    (other := tmp_path / "other").mkdir()
    done, head = started(other)
    assert (head["source"]["title"], "Ann Writer" in str(head)) == ("A title", False)


@pytest.mark.parametrize(("text", "options"), [("\n \n", ()), (TEXT, ("--date", "someday"))])
def test_nothing_is_written_where_something_is_wrong(tmp_path: Path, text: str, options: tuple[str, ...]) -> None:
    done, _ = started(tmp_path, *options, text=text)
    assert done.exit_code != 0
    assert not (tmp_path / "mine").exists()


def test_the_next_step_can_be_typed_as_it_is_shown(tmp_path: Path) -> None:
    text = tmp_path / "article.txt"
    text.write_text(TEXT, "utf-8")
    folder = tmp_path / "Bad Name"
    done = CliRunner().invoke(app, ["new", str(folder), "--text", str(text)])
    assert done.exit_code == 0, done.output
    (said,) = [line for line in done.stderr.splitlines() if line.startswith("Next: ")]
    command, _, rest = said.removeprefix("Next: ").partition(" to read")
    assert shlex.split(command) == ["tiebook", "text", str(folder)]
    assert shlex.split(rest.partition(", ")[2])[:3] == ["tiebook", "draft", str(folder)]
