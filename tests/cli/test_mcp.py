"""`tiebook mcp` from the shell: what is told before an assistant is there."""

import subprocess
import sys

import pytest

from tiebook.cli.ask import mcp


def run(*words, code="from tiebook.cli import main; main()"):
    """Run `tiebook` with an assistant that has already gone."""
    return subprocess.run(
        [sys.executable, "-c", code, *words], stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False
    )


def test_without_the_extra_one_line_says_what_to_install():
    hidden = "import importlib.util as u; u.find_spec = lambda *_: None\n"
    done = run("mcp", code=f"{hidden}from tiebook.cli import main; main()")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == "tiebook: tiebook mcp needs the extra mcp (pip install 'tiebook[mcp]')\n"


def test_a_database_that_is_not_there_is_told_at_once(tmp_path):
    done = run("mcp", "--db", str(tmp_path / "none.kgl"))
    assert (done.returncode, done.stdout) == (1, "")
    assert "there is no database at" in done.stderr
    assert done.stderr.count("\n") == 1


def test_it_ends_with_the_pipe_and_fills_only_the_default_place():
    done = run("mcp")
    assert (done.returncode, done.stdout) == (0, "")
    assert "First use: loaded China-Iran defence ties" in done.stderr


@pytest.mark.parametrize("heavy", ["mcp", "pydantic", "tiebook.assistant"])
def test_other_commands_do_not_import_it(heavy):
    code = (
        f"import sys\nfrom tiebook.cli import main\ntry:\n    main()\nfinally:\n    assert {heavy!r} not in sys.modules"
    )
    assert run("questions", "arms", code=code).returncode == 0
    assert mcp.command.help
