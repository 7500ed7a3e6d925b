"""`tiebook correct`: the file and the graph change together or not at all; what ships is copied first."""

import hashlib
import json
import shutil
import subprocess
import sys

import pytest

from tests.conftest import MINI, ROOT

SHIPPED = ROOT / "loaders" / "china-iran"
CLAIM = "china-iran/p1-china-iran-defence-ties"


def digest(tiebook):
    return json.loads(tiebook("info", "--digest", "-f", "json").stdout)["digest"]


def confidence(tiebook, claim):
    done = tiebook(
        "query",
        "MATCH (c:Claim {id: $id}) OPTIONAL MATCH ()-[t]->() WHERE t.claim = c.id RETURN c.confidence AS c, t.confidence AS t",
        "-p",
        f"id={claim}",
        "-f",
        "json",
    )
    return json.loads(done.stdout)


def files(folder):
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in folder.iterdir()}


@pytest.fixture
def case(tiebook, tmp_path):
    """Return a case of one's own that is loaded."""
    shutil.copytree(MINI, tmp_path / "mine")
    assert tiebook("load", "mine").returncode == 0
    return tmp_path / "mine"


def a_claim(case):
    return next(
        line.split('"')[1]
        for line in (case / "coding.toml").read_text("utf-8").partition("[[claim]]")[2].split("\n")
        if line.startswith("id =")
    )


def test_the_file_and_the_graph(tiebook, case):
    claim = a_claim(case)
    done = tiebook("correct", f"mini/{claim}", "confidence=0.3", "--case", "mine", "--text", MINI.with_suffix(".txt"))
    assert done.returncode == 0, done.stderr
    assert "confidence: " in done.stderr
    assert "-> 0.3" in done.stderr
    assert "coding.toml:" in done.stderr
    assert all(0.3 in row.values() for row in confidence(tiebook, f"mini/{claim}"))
    assert "nothing changed" in tiebook("load", "mine").stderr
    again = tiebook("correct", claim, "confidence=0.3", "--case", "mine")
    assert "nothing to change, it already has" in again.stderr
    assert "nothing to change" in again.stderr


def test_a_dry_run_changes_nothing(tiebook, case):
    before, graph = files(case), digest(tiebook)
    done = tiebook("correct", a_claim(case), "confidence=0.3", "--case", "mine", "--dry-run")
    assert "-> 0.3" in done.stderr
    assert (files(case), digest(tiebook)) == (before, graph)


def test_a_fault_changes_neither(tiebook, case):
    before, graph = files(case), digest(tiebook)
    done = tiebook("correct", a_claim(case), "to=nowhere", "--case", "mine")
    assert done.returncode == 1
    assert "coding.toml:" in done.stderr
    assert "unknown id 'nowhere'" in done.stderr
    assert "nothing was changed" in done.stderr
    assert (files(case), digest(tiebook)) == (before, graph)


def test_where_the_graph_is_locked_the_file_stays(tiebook, case, tmp_path):
    before = files(case)
    hold = f"import kglite, sys; g = kglite.open({str(tmp_path / 'tiebook/tiebook.kgl')!r}); print(1, flush=True); sys.stdin.read()"
    with subprocess.Popen([sys.executable, "-c", hold], stdin=subprocess.PIPE, stdout=subprocess.PIPE) as holder:
        assert holder.stdout is not None
        holder.stdout.readline()
        done = tiebook("correct", a_claim(case), "confidence=0.3", "--case", "mine")
        holder.communicate()
    assert done.returncode == 1
    assert "is being written by process" in done.stderr
    assert files(case) == before


def test_what_ships_is_copied_and_never_changed(tiebook, tmp_path):
    before = files(SHIPPED)
    for arguments in ((CLAIM,), (CLAIM.partition("/")[2], "--case", "china-iran")):
        refused = tiebook("correct", *arguments, "confidence=0.3")
        assert refused.returncode == 2
        assert "--copy-to FOLDER" in refused.stderr
    wrong = tiebook("correct", CLAIM, "to=nowhere", "--copy-to", "mine")
    assert wrong.returncode == 1
    assert not (tmp_path / "mine").exists()
    done = tiebook("correct", CLAIM, "confidence=0.3", "--copy-to", "mine")
    assert done.returncode == 0, done.stderr
    assert "mine/claims-1-introduction.toml:" in done.stderr
    assert confidence(tiebook, CLAIM) == [{"c": 0.3, "t": 0.3}]
    assert "nothing changed" in tiebook("load", "mine").stderr
    assert "already exists" in tiebook("correct", CLAIM, "confidence=0.2", "--copy-to", "mine").stderr
    assert tiebook("correct", CLAIM, "confidence=0.2", "--case", "mine").returncode == 0
    assert tiebook("load", "china-iran").returncode == 0  # the way back
    assert confidence(tiebook, CLAIM) == [{"c": 0.9, "t": 0.9}]
    assert files(SHIPPED) == before


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ([CLAIM], "nothing to correct"),
        ([CLAIM, "confidence"], "write FIELD=VALUE"),
        (["p1-x", "confidence=1"], "say which case"),
        (["china-iran/p1-x", "confidence=1", "--case", "mine"], "has no claim 'p1-x'"),
        (["nowhere/p1-x", "confidence=1"], "neither a source that ships nor a folder"),
    ],
)
def test_bad_usage(tiebook, case, arguments, message):
    done = tiebook("correct", *arguments)
    assert done.returncode in (1, 2)
    assert message in done.stderr
    assert "Traceback" not in done.stderr
    assert case.is_dir()


def test_the_claim_of_another_case_is_refused(tiebook, case):
    done = tiebook("correct", f"other/{a_claim(case)}", "confidence=0.3", "--case", "mine")
    assert done.returncode == 2
    assert "is the case mini, not other" in done.stderr


def test_a_claim_may_be_called_by_the_first_words_of_its_id(tiebook, case):
    """As answers show it."""
    path = case / "coding.toml"
    path.write_text(path.read_text("utf-8").replace('id = "p3-alliance"', 'id = "p3-alliance-of-two"'), "utf-8")
    for short, value in (("p3-alliance", 0.4), ("mini/p3-alliance-of", 0.3), ("p3-alliance-of-two", 0.2)):
        done = tiebook("correct", short, f"confidence={value}", "--case", "mine", "--text", MINI.with_suffix(".txt"))
        assert done.returncode == 0, done.stderr
        assert confidence(tiebook, "mini/p3-alliance-of-two")[0]["c"] == value
    for wrong, why in (("p4-no", "'p4-no' may be p4-no-sale, p4-no-treaty"), ("p3-all", "has no claim 'p3-all'")):
        done = tiebook("correct", wrong, "confidence=0.4", "--case", "mine")
        assert done.returncode != 0
        assert why in done.stderr
