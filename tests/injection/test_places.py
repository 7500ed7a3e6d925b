"""Hostile files: folders with programs, archives, names, databases, and somebody else's questions."""

from __future__ import annotations

import io
import json
import os
import pickle
import random
import sys
import tarfile
import zipfile
import zlib
from pathlib import Path

import pytest
from click.testing import CliRunner

from tests.conftest import MINI
from tests.fuzz.tables import MAPPED
from tests.injection.payloads import Canary, payloads
from tiebook.cli.app import app
from tiebook.cli.ask.questions import command as questions
from tiebook.cli.load.load import command as load
from tiebook.cli.load.resolve import command as resolve
from tiebook.engine.kglite.engine import KgliteEngine
from tiebook.errors import DatabaseDamaged, TiebookError, UsageError
from tiebook.sources.datasets import read_dataset
from tiebook.sync.cases import load_case
from tiebook.tables import text_of

PROGRAM = (
    "from pathlib import Path\nPath({place!r}).write_text('run')\n"
    "def read(reader):\n    reader.each('rows', lambda row: None)\n"
)


@pytest.fixture
def canary(tmp_path: Path) -> Canary:
    folder = tmp_path / "canary"
    folder.mkdir()
    return Canary(folder)


# programs in folders


@pytest.fixture
def coded(tmp_path: Path, canary: Canary) -> Path:
    """Return a source's folder whose read.py leaves a mark when it runs."""
    folder = tmp_path / "mapped"
    folder.mkdir()
    (folder / "source.toml").write_text(MAPPED)
    (folder / "read.py").write_text(PROGRAM.format(place=str(canary.path.parent / "ran")))
    (tmp_path / "rows.csv").write_text("state,other,year,value\nChina,Iran,2015,1\n")
    return folder


@pytest.mark.parametrize("command", [load, resolve])
def test_a_program_in_a_folder_is_not_run_unasked(coded: Path, canary: Canary, command: object) -> None:
    arguments = [str(coded), str(coded.parent / "rows.csv")]
    done = CliRunner().invoke(command, arguments)  # type: ignore[arg-type]
    assert isinstance(done.exception, UsageError)
    assert "--trust" in str(done.exception)
    canary.check()


def test_a_program_is_run_when_its_user_says_so(coded: Path, canary: Canary, tmp_path: Path) -> None:
    done = CliRunner().invoke(
        load, [str(coded), str(tmp_path / "rows.csv"), "--trust", "--db", str(tmp_path / "t.kgl")]
    )
    assert done.exit_code == 0, done.output
    assert (canary.path.parent / "ran").exists()


def test_a_variable_can_vouch_for_a_folder(
    coded: Path, canary: Canary, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TIEBOOK_TRUST", f"{tmp_path}/elsewhere{os.pathsep}{coded}")
    read_dataset(str(coded), [tmp_path / "rows.csv"])
    assert (canary.path.parent / "ran").exists()


def test_a_folder_here_is_not_taken_for_a_source_that_ships(
    coded: Path, canary: Canary, monkeypatch: pytest.MonkeyPatch
) -> None:
    coded.rename(coded.parent / "gsdb")
    monkeypatch.chdir(coded.parent)
    with pytest.raises(TiebookError, match=r"Global Sanctions|GSDB"):
        read_dataset("gsdb", [Path("rows.csv")])
    canary.check()


def test_a_folder_that_only_declares_needs_no_trust(coded: Path, tmp_path: Path) -> None:
    (coded / "read.py").unlink()
    done = CliRunner().invoke(load, [str(coded), str(tmp_path / "rows.csv"), "--db", str(tmp_path / "t.kgl")])
    assert done.exit_code == 0, done.output


def test_a_module_beside_the_database_is_not_imported(
    tmp_path: Path, canary: Canary, monkeypatch: pytest.MonkeyPatch
) -> None:
    engine = KgliteEngine(tmp_path / "t.kgl")
    load_case(engine, MINI)
    for name in ("kglite", "tiebook", "click", "pickle"):
        (tmp_path / f"{name}.py").write_text(f"open({str(canary.path.parent / 'ran')!r}, 'w').write('x')\n")
    monkeypatch.chdir(tmp_path)
    from tiebook.engine.base import Limits  # noqa: PLC0415

    assert engine.read_untrusted("MATCH (a:Actor) RETURN count(a) AS n", {}, Limits()).rows == [(7,)]
    canary.check()


# archives and names


@pytest.mark.parametrize(
    "member", ["../../escaped.csv", "/escaped.csv", "..\\escaped.csv", "a/../../escaped.csv", "C:\\escaped.csv"]
)
def test_a_member_of_an_archive_is_read_and_never_written(tmp_path: Path, member: str, canary: Canary) -> None:
    path = canary.path.parent.parent / "archive.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(member, "a,b\n1,2\n")
    before = sorted(tmp_path.rglob("*"))
    assert text_of(path)[0] == "a,b\n1,2\n"
    assert sorted(tmp_path.rglob("*")) == before
    assert not Path("/escaped.csv").exists()


def test_a_link_in_an_archive_is_not_followed(tmp_path: Path, canary: Canary) -> None:
    path = tmp_path / "archive.zip"
    info = zipfile.ZipInfo("link.csv")
    info.external_attr = 0o120777 << 16
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(info, str(canary.path))
    canary.check(text_of(path)[0])


def test_a_tar_is_no_table(tmp_path: Path) -> None:
    path = tmp_path / "archive.tar"
    with tarfile.open(path, "w") as archive:
        info = tarfile.TarInfo("../escaped")
        info.size = 3
        archive.addfile(info, io.BytesIO(b"a,b"))
    with pytest.raises(TiebookError, match="binary"):
        text_of(path)


NAMES = [
    "-o",
    "--help",
    "--db=x",
    "$(touch ran)",
    "`touch ran`",
    "; touch ran",
    "a b",
    "'",
    '"',
    "%s",
    "*",
    "\x1b[31m",
    "\u202ex",
    "ü",
]


@pytest.mark.parametrize("name", NAMES)
def test_a_name_of_a_file_is_a_name(name: str, canary: Canary, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = canary.path.parent.parent / "files"
    folder.mkdir()
    monkeypatch.chdir(folder)
    Path(name).write_text("ties,to\nx,y\n")
    for arguments in (["--", "gsdb", name], ["gsdb", f"./{name}"]):
        done = CliRunner().invoke(load, arguments)
        assert isinstance(done.exception, TiebookError), done.output
        assert "usage" not in done.output.lower()
    assert [each.name for each in folder.iterdir()] == [name]
    canary.check()


@pytest.mark.parametrize("name", [n for n in NAMES if n != "--db=x"])
def test_an_export_is_written_where_it_is_named(tmp_path: Path, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    engine = KgliteEngine(tmp_path / "t.kgl")
    load_case(engine, MINI)
    done = CliRunner().invoke(app, ["--db", str(engine.path), "export", "--full", "--", f"{name}.json"])
    assert done.exit_code == 0, done.output
    assert json.loads(Path(f"{name}.json").read_text("utf-8"))["nodes"]


@pytest.mark.parametrize(
    "bad", ["../up", "a/b", "/abs", "A", "", "a b", "-a", "a\n", "a\\u0000", "$(x)", "ü", "a" * 200]
)
def test_an_id_of_a_case_is_a_slug(tmp_path: Path, bad: str) -> None:
    folder = tmp_path / "case"
    folder.mkdir()
    for path in MINI.iterdir():
        (folder / path.name).write_bytes(path.read_bytes())
    head = (folder / "case.toml").read_text("utf-8")
    (folder / "case.toml").write_text(head.replace('id = "mini"', f"id = {json.dumps(bad)}"), "utf-8")
    with pytest.raises(TiebookError, match="fault"):
        load_case(KgliteEngine(tmp_path / "t.kgl"), folder)
    assert not (tmp_path / "t.kgl").exists()


def test_a_link_in_a_case_shows_nothing_of_what_it_leads_to(tmp_path: Path, canary: Canary) -> None:
    folder = tmp_path / "case"
    folder.mkdir()
    for path in MINI.iterdir():
        (folder / path.name).write_bytes(path.read_bytes())
    (folder / "secret.toml").symlink_to(canary.path)
    with pytest.raises(TiebookError) as refusal:
        load_case(KgliteEngine(tmp_path / "t.kgl"), folder)
    canary.check(str(refusal.value))


# databases


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    path = tmp_path_factory.mktemp("db") / "mini.kgl"
    load_case(KgliteEngine(path), MINI)
    return path.read_bytes()


def sealed(raw: bytes, meta: bytes) -> bytes:
    """Return a file whose description is `meta`, with the checksum that KGLite 0.21 looks at made right again."""
    start, length = 13, int.from_bytes(raw[9:13], "little")
    head = raw[:9] + (len(meta) + 4).to_bytes(4, "little") + meta
    return head + zlib.crc32(head).to_bytes(4, "little") + raw[start + length :]


class Touch:
    def __init__(self, path: Path) -> None:
        self.path = path

    def __reduce__(self) -> tuple[object, tuple[str]]:
        return os.mkdir, (str(self.path),)


def test_a_pickle_is_no_database(tmp_path: Path, canary: Canary) -> None:
    path = tmp_path / "x.kgl"
    path.write_bytes(pickle.dumps(Touch(canary.path.parent / "ran")))
    with pytest.raises(DatabaseDamaged):
        KgliteEngine(path).read("MATCH (n) RETURN count(n) AS n")
    canary.check()


def test_a_broken_database_is_said_or_read(tmp_path: Path, database: bytes) -> None:
    """Cut, flip and overwrite; then the same with checksums made right, which gets past the first look."""
    rng = random.Random(8)
    length = int.from_bytes(database[9:13], "little") - 4
    meta = database[13 : 13 + length]
    for number in range(300):
        changed = bytearray(database if number % 3 else meta)
        if number % 7 == 0:
            del changed[rng.randrange(len(changed)) :]
        for _ in range(rng.choice((1, 1, 4))):
            at = rng.randrange(max(1, len(changed)))
            changed[at : at + 4] = rng.choice((b"\xff\xff\xff\xff", b"\x00", rng.randbytes(4), b"99999999"))
        path = tmp_path / f"{number}.kgl"
        path.write_bytes(bytes(changed) if number % 3 else sealed(database, bytes(changed)))
        try:
            KgliteEngine(path).read("MATCH (n) RETURN n.id AS id, properties(n) AS props")
        except TiebookError as refusal:
            assert "\n" not in str(refusal)  # noqa: PT017 -- either outcome is right


# somebody else's questions and decisions

QUESTION = "// title: T\n// question: Q?\n// returns: x\n// example: (none)\n{cypher}\n"


@pytest.mark.parametrize(
    "cypher",
    ["MATCH (n) DETACH DELETE n RETURN 1 AS x ORDER BY x", "LOAD CSV FROM 'file://{canary}' AS r RETURN r AS x",
     "CALL db.labels() YIELD label RETURN label AS x", "MATCH (n) // if x\nRETURN 1 AS x", "RETURN 1 AS x; MATCH (n) DELETE n",
     "MATCH (n) SET n.x = 1 // if not x\nRETURN n.x AS x", "SHOW INDEXES", "RETURN 1 AS x /* \n// if x\n*/ CREATE (n)"],
)  # fmt: skip
def test_a_question_of_somebody_else_only_reads(
    tmp_path: Path, cypher: str, canary: Canary, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "questions"
    folder.mkdir()
    (folder / "theirs.cypher").write_text(QUESTION.format(cypher=cypher.replace("{canary}", str(canary.path))))
    monkeypatch.setenv("TIEBOOK_QUERIES", str(folder))
    engine = KgliteEngine(tmp_path / "t.kgl")
    load_case(engine, MINI)
    before = engine.path.read_bytes()
    done = CliRunner().invoke(app, ["--db", str(engine.path), "ask", "theirs"])
    canary.check(done.output, str(done.exception))
    assert engine.path.read_bytes() == before
    assert isinstance(done.exception, TiebookError) or "DELETE" not in cypher


@pytest.mark.parametrize("text", [p.text for p in payloads() if "\n" not in p.text and p.text != "(none)"])
def test_a_header_is_shown_as_text_or_refused(tmp_path: Path, text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "questions"
    folder.mkdir()
    path = folder / "theirs.cypher"
    path.write_bytes(
        QUESTION.format(cypher="RETURN 1 AS x ORDER BY x")
        .replace("T\n", f"{text}\n", 1)
        .encode("utf-8", "surrogatepass")
    )
    monkeypatch.setenv("TIEBOOK_QUERIES", str(folder))
    done = CliRunner().invoke(questions, ["show", "theirs"])
    assert done.exception is None or isinstance(done.exception, (TiebookError, SystemExit))
    assert "\x1b" not in done.output
    assert "\u202e" not in done.output


@pytest.mark.parametrize("what", ["fifo", "/dev/zero", "folder"])
def test_a_question_that_never_ends_is_refused(tmp_path: Path, what: str, monkeypatch: pytest.MonkeyPatch) -> None:
    if sys.platform == "win32":
        pytest.skip("no such files on Windows")
    path = tmp_path / "theirs.cypher"
    if what == "fifo":
        os.mkfifo(path)
    elif what == "folder":
        path.mkdir()
    else:
        path.symlink_to(what)
    monkeypatch.setenv("TIEBOOK_QUERIES", str(tmp_path))
    done = CliRunner().invoke(questions, ["show", "theirs"])
    assert isinstance(done.exception, TiebookError)
