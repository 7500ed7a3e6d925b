"""What surrounds a command may be broken: its streams, their encoding, its options, its files, and it may be asked to end."""

import json
import os
import shlex
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.cli.forked import Job
from tiebook.engine.base import Limits
from tiebook.engine.kglite.engine import KgliteEngine
from tiebook.errors import QueryFailed
from tiebook.support.atomic_write import write_atomically
from tiebook.sync.cases import find_case, load_case

TIEBOOK = f"{sys.executable} -m tiebook"
posix = pytest.mark.skipif(os.name != "posix", reason="a POSIX shell and its devices")
ENDLESS = "UNWIND range(1, 100000) AS a UNWIND range(1, 100000) AS b UNWIND range(1, 1000) AS c RETURN count(*) AS n"


@pytest.fixture(scope="module")
def database(tmp_path_factory):
    """Return the path of a database with the shipped case."""
    engine = KgliteEngine(tmp_path_factory.mktemp("surroundings") / "t.kgl")
    load_case(engine, find_case("china-iran"))
    return engine.path


@pytest.fixture
def environment(database):
    """Return the environment of a command on that database."""
    inherited = {key: value for key, value in os.environ.items() if not key.startswith(("NEO4J", "TIEBOOK"))}
    return {**inherited, "TIEBOOK_DB": str(database)}


@pytest.fixture
def shell(environment, tmp_path):
    """Return a function that runs a line of shell."""

    def run(line, **more):
        return subprocess.run(
            ["bash", "-c", line.replace("tiebook", TIEBOOK, 1)],
            capture_output=True,
            check=False,
            cwd=tmp_path,
            env={**environment, **more},
            timeout=60,
        )

    return run


@pytest.fixture
def tiebook(environment, tmp_path, forked):
    """Return a function that runs a command with sound streams."""
    return lambda line: forked.run(Job(shlex.split(line), "", tmp_path, environment))


def one_line(done, code, message):
    """Look at the exit code and at the only line that stderr has."""
    told = done.stderr if isinstance(done.stderr, str) else done.stderr.decode()
    assert done.returncode == code, told
    assert message in told
    assert told.startswith("tiebook: ")
    assert told.count("\n") == 1
    for never in ("Traceback", "unexpected fault", "Exception ignored"):
        assert never not in told


@posix
@pytest.mark.parametrize("command", ["info", "ask actors", "ask actors -f json", "--help", "completion bash"])
@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a device that is full")
def test_an_answer_that_cannot_be_written_is_said(shell, command):
    one_line(shell(f"tiebook {command} > /dev/full"), 1, "the answer could not be written: No space left on device")


@posix
def test_closed_streams_are_no_fault(shell):
    for line in ("tiebook info <&-", "tiebook ask actors -f csv >&-", "tiebook info <&- >&- 2>&-"):
        done = shell(line)
        assert (done.returncode, done.stderr) == (0, b"")
    one_line(shell("tiebook query <&-"), 1, "the query is empty")


@posix
def test_what_stdout_cannot_encode_is_escaped_or_refused(shell):
    line, narrow = "tiebook query 'RETURN \"\u00fc\U0001f600\" AS x' -f ", {"PYTHONIOENCODING": "cp1252"}
    assert json.loads(shell(f"{line}json", **narrow).stdout.decode("cp1252")) == [{"x": "\u00fc\U0001f600"}]
    assert b"\xfc\\ud83d\\ude00" in shell(f"{line}table", **narrow).stdout
    one_line(shell(f"{line}csv", **narrow), 2, "PYTHONUTF8=1")
    for form in ("table", "json", "csv", "markdown"):
        assert "\u00fc\U0001f600" in shell(f"{line}{form}", PYTHONIOENCODING="ascii").stdout.decode()


@posix
def test_bytes_that_are_no_text_are_said(shell):
    no_text = "$(printf '\\xff\\xfe')"
    for command in (
        f"ask who-arms --supplier {no_text}",
        f"query 'RETURN $x AS x' -p x={no_text}",
        f"query \"RETURN '{no_text}' AS x\"",
        f"unload {no_text}",
        f"--db {no_text}.kgl info",
        f"resolve --decisions d.toml --name {no_text} --as china",
    ):
        one_line(shell(f"tiebook {command}"), 1, "not UTF-8 text")


@posix
def test_what_never_ends_is_not_read(shell):
    one_line(shell("tiebook query --file /dev/zero"), 2, "it is not a regular file")
    one_line(shell("tiebook query - < /dev/zero"), 2, "the query on stdin is longer")
    one_line(shell("tiebook restore /dev/zero --db other.kgl"), 1, "it is not a regular file")
    for command in ("info", "load china-iran"):
        one_line(shell(f"tiebook --db /dev/zero {command}"), 1, "the database is not a regular file")
        one_line(shell(f"tiebook --db . {command}"), 1, "the database is a folder")


@pytest.mark.parametrize(
    "command",
    [
        "info --db ''",
        "unload china-iran --db ''",
        "--db '' info",
        "view -o x.svg --focus ''",
        "view -o x.svg --source ''",
        "view -o x.svg --as-of ''",
        "export x.gexf --source ''",
        "analyse balance --as-of ''",
        "analyse balance --source ''",
        "analyse balance --as-seen-by ''",
        "analyse brokers --explain ''",
        "resolve --decisions d.toml --name '' --as china",
        "ask ''",
        "ask who-arms --as-of ''",
        "''",
    ],
)
def test_an_empty_option_is_no_missing_one(tiebook, tmp_path, command):
    one_line(tiebook(command), 2, "")
    assert list(tmp_path.iterdir()) == []


@posix
def test_nothing_breaks_into_the_line_that_is_being_completed(shell):
    for words, place in (
        ("tiebook ask nosuch --x", "3"),
        ("tiebook", "zz"),
        ("tiebook --db '' ask who-arms --supplier ch", "6"),
    ):
        done = shell("tiebook", _TIEBOOK_COMPLETE="bash_complete", COMP_WORDS=words, COMP_CWORD=place)
        assert done.stderr == b""


@posix
def test_an_empty_variable_is_a_missing_one(shell, tmp_path):
    done = shell("tiebook info", TIEBOOK_DB="", NEO4J_URI="", XDG_DATA_HOME=str(tmp_path), HOME=str(tmp_path))
    assert done.returncode == 0, done.stderr
    assert b"First use" in done.stderr


@pytest.mark.parametrize(
    "command",
    [
        "query 'RETURN 1 AS x' --rows 99999999999999999999",
        "query 'RETURN 1 AS x' --timeout inf",
        "query 'RETURN 1 AS x' --timeout nan",
        "query 'RETURN 1 AS x' --timeout 1e300",
        "query 'RETURN 1 AS x' --memory 9999999999999",
        "view -o x.png --size 99999x99999",
        "view -o x.svg --size 99999999999x1",
        "view -o x.svg --size \u00b2x\u00b3",
        "view -o x.svg --size 0x5",
    ],
)
def test_a_limit_beyond_all_bounds_is_bad_usage(tiebook, tmp_path, command):
    one_line(tiebook(command), 2, "")
    assert list(tmp_path.iterdir()) == []


@posix
def test_a_name_that_breaks_the_line_is_told_on_one(shell, tmp_path):
    (tmp_path / "own").mkdir()
    (tmp_path / "own" / "a\ntiebook: all is well.cypher").write_text("RETURN 1")
    one_line(shell("tiebook questions", TIEBOOK_QUERIES="own"), 0, "is not allowed in a question")


@posix
def test_links_that_lead_to_one_another(tmp_path):
    (tmp_path / "one").symlink_to("two")
    (tmp_path / "two").symlink_to("one")
    with pytest.raises(OSError, match="symbolic links"):
        write_atomically(tmp_path / "one", "x")


def test_a_year_that_python_does_not_have_is_said(database):
    engine = KgliteEngine(database)
    for query in ("RETURN date('99999-01-01') AS x", "RETURN date({year: 10000, month: 1, day: 1}) AS x"):
        with pytest.raises(QueryFailed, match="a year beyond 9999"):
            engine.read_untrusted(query, {}, Limits())


@posix
def test_a_narrow_answer_has_its_question_on_one_line(shell):
    done = shell("tiebook query 'RETURN 5 AS x'")
    assert done.stdout.decode().splitlines()[0] == "RETURN 5 AS x"


def children(pid):
    """Return the processes that a process has started."""
    return Path(f"/proc/{pid}/task/{pid}/children").read_text().split()


def started(environment, *arguments):
    """Return a command that is at work, and the number of its own query's process."""
    command = subprocess.Popen(
        [sys.executable, "-m", "tiebook", *arguments],
        env=environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        preexec_fn=lambda: signal.signal(signal.SIGHUP, signal.SIG_DFL),  # noqa: PLW1509 -- the tests may run under nohup
    )
    for _ in range(600):
        if found := children(command.pid):
            return command, int(found[0])
        time.sleep(0.05)
    command.kill()
    raise AssertionError("the query did not start")


def ends(pid, seconds):
    """Return whether a process ends within a time."""
    for _ in range(int(seconds * 10)):
        try:
            if Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] == "Z":
                return True
        except FileNotFoundError:
            return True
        time.sleep(0.1)
    return False


@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="processes are looked up in /proc")
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT])
def test_a_command_that_is_asked_to_end_takes_its_query_with_it(environment, number):
    command, child = started(environment, "query", ENDLESS)
    command.send_signal(number)
    told = command.communicate(timeout=60)[1].decode()
    assert told.strip() == "tiebook: stopped"
    assert command.returncode == 128 + number
    assert ends(child, 30)


@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="processes are looked up in /proc")
def test_the_query_of_a_command_that_was_killed_ends_at_its_limit(environment):
    command, child = started(environment, "query", ENDLESS, "--timeout", "1")
    command.kill()
    command.communicate()
    assert ends(child, 60)
