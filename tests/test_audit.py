"""The audit says what it found, and does not take silence for safety."""

import stat
import tomllib

from packaging.requirements import Requirement

from tests.audit import ROOT, audit, missing, needed, normal, verdict

WANTED = {"click": "8.2.0", "neo4j": "5.28.0"}


def test_what_is_needed_is_what_is_declared_and_what_that_needs():
    declared = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["dependencies"]
    found = needed()
    assert {normal(Requirement(text).name) for text in declared} <= set(found)
    assert "python-dateutil" in found  # of pandas
    assert not {"tiebook", "pytest", "ruff", "playwright"} & set(found)


def test_a_vulnerability_is_told():
    report = {
        "dependencies": [
            {"name": "click", "version": "8.2.0", "vulns": [{"id": "PYSEC-1", "fix_versions": ["8.2.1"]}]},
            {"name": "Neo4j", "version": "5.28.0", "vulns": []},
        ]
    }
    assert verdict(report, WANTED) == (["click 8.2.0: PYSEC-1, mended in 8.2.1"], [])


def test_what_could_not_be_looked_up_is_not_taken_for_safe():
    skipped = {"dependencies": [{"name": "click", "skip_reason": "Dependency not found on PyPI"}]}
    assert verdict(skipped, WANTED) == ([], ["click", "neo4j"])


def tool(folder, answer, status=0):
    """Make a pip-audit that answers this."""
    path = folder / "pip-audit"
    path.write_text(f"#!/bin/sh\ncat <<'END'\n{answer}\nEND\nexit {status}\n", "utf-8")
    path.chmod(path.stat().st_mode | stat.S_IXUSR)
    return folder


def test_the_run_fails_for_a_vulnerability_only(tmp_path, capsys):
    good = (
        '{"dependencies": [{"name": "click", "version": "8.2.0", "vulns": []}, {"name": "neo4j", "skip_reason": "x"}]}'
    )
    assert audit(tool(tmp_path, good), tmp_path, WANTED) == 0
    assert "!!! NOT AUDITED: 1 of 2 dependencies could not be looked up: neo4j" in capsys.readouterr().out
    assert audit(tool(tmp_path, "no answer", 1), tmp_path, WANTED) == 0
    assert "!!! NOT AUDITED: 2 of 2" in capsys.readouterr().out
    bad = '{"dependencies": [{"name": "click", "version": "8.2.0", "vulns": [{"id": "CVE-1", "fix_versions": []}]}]}'
    assert audit(tool(tmp_path, bad, 1), tmp_path, WANTED) == 1
    assert "VULNERABLE: click 8.2.0: CVE-1, mended in no release" in capsys.readouterr().out


def test_a_bill_that_lacks_something_is_told():
    part = {"name": "Click", "version": "8.2.0", "purl": "pkg:pypi/click@8.2.0"}
    bill = {"bomFormat": "CycloneDX", "components": [part]}
    assert missing(bill, {"click": "8.2.0"}) == []
    assert missing(bill, WANTED) == ["neo4j 5.28.0"]
    assert missing(bill, {"click": "8.2.1"}) == ["click 8.2.1"]
    assert missing({}, WANTED) == ["it is no CycloneDX file"]
