"""Checks the installed dependencies against known vulnerabilities and writes the software bill of materials.

    python -m tests.audit --tools FOLDER -o FOLDER

The tools (pip-audit and cyclonedx-bom, both Apache-2.0) stand in an environment of their own, so that the bill holds what
Tiebook needs and not what looks at it. A known vulnerability fails. Where no advisory service can be reached, pip-audit itself
says "No known vulnerabilities found"; here that is said as what it is, loudly, and does not fail.
"""

from __future__ import annotations

import argparse
import json
import re
import subprocess
import sys
from collections.abc import Mapping
from importlib.metadata import distribution, version
from pathlib import Path
from typing import Any

from packaging.requirements import Requirement

ROOT = Path(__file__).parent.parent


def needed() -> dict[str, str]:
    """Return name and version of every distribution that `pip install tiebook` brings here, Tiebook not among them."""
    found: dict[str, str] = {}
    waiting = ["tiebook"]
    while waiting:
        name = waiting.pop()
        for text in distribution(name).requires or []:
            requirement = Requirement(text)
            own = normal(requirement.name)
            if own not in found and (requirement.marker is None or requirement.marker.evaluate({"extra": ""})):
                found[own] = version(own)
                waiting.append(own)
    return dict(sorted(found.items()))


def normal(name: str) -> str:
    """Return a distribution's name as indexes compare it."""
    return re.sub(r"[-_.]+", "-", name).lower()


def verdict(report: Mapping[str, Any], wanted: Mapping[str, str]) -> tuple[list[str], list[str]]:
    """Return, from pip-audit's JSON, a line for each vulnerability, and the names that nobody could look up."""
    looked = {normal(each["name"]): each for each in report["dependencies"]}
    bad = [
        f"{name} {each['version']}: {fault['id']}, mended in {', '.join(fault['fix_versions']) or 'no release'}"
        for name, each in sorted(looked.items())
        for fault in each.get("vulns", [])
    ]
    return bad, [name for name in wanted if name not in looked or "skip_reason" in looked[name]]


def missing(bill: Mapping[str, Any], wanted: Mapping[str, str]) -> list[str]:
    """Return what a CycloneDX bill of materials lacks of what is needed; a component needs its name, version and purl."""
    if bill.get("bomFormat") != "CycloneDX":
        return ["it is no CycloneDX file"]
    held = {
        (normal(part["name"]), part.get("version"))
        for part in bill.get("components", [])
        if part.get("purl") is not None
    }
    return [f"{name} {number}" for name, number in wanted.items() if (name, number) not in held]


def audit(tools: Path, folder: Path, wanted: Mapping[str, str]) -> int:
    """Run pip-audit on the versions that are installed here; 1 for a known vulnerability, else 0."""
    pinned = folder / "audited.txt"
    pinned.write_text("".join(f"{name}=={number}\n" for name, number in wanted.items()), "utf-8")
    command: list[str | Path] = [
        tools / "pip-audit",
        "-r",
        pinned,
        "--no-deps",
        "--disable-pip",
        "-f",
        "json",
        "--progress-spinner=off",
    ]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    try:
        bad, unknown = verdict(json.loads(done.stdout), wanted)
    except ValueError:  # it ended before it could answer
        bad, unknown = [], list(wanted)
    for line in bad:
        print(f"VULNERABLE: {line}")
    if unknown:
        print(
            f"!!! NOT AUDITED: {len(unknown)} of {len(wanted)} dependencies could not be looked up: {', '.join(unknown)}"
        )
        print("!!! No advisory service answered from here; run this where there is one before a release.")
    print(f"{len(wanted) - len(unknown)} of {len(wanted)} dependencies audited, {len(bad)} known vulnerabilities")
    return 1 if bad else 0


def bill_of_materials(tools: Path, folder: Path, wanted: Mapping[str, str]) -> int:
    """Write sbom.json of this environment and check it; 1 where something lacks, else 0."""
    target = folder / "sbom.json"
    command: list[str | Path] = [tools / "cyclonedx-py", "environment", "--pyproject", ROOT / "pyproject.toml"]
    command += ["--output-reproducible", "--validate", "--of", "JSON", "-o", target, sys.executable]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        print(f"The bill of materials could not be made: {done.stderr.strip()[-500:]}")
        return 1
    text = target.read_text("utf-8")
    bill = json.loads(text)
    lacking = missing(bill, wanted) + (["a name of this machine is in it"] if str(ROOT) in text else [])
    print(f"{target.name}: {len(bill['components'])} components; lacking: {'; '.join(lacking) or 'nothing'}")
    return 1 if lacking else 0


def main() -> None:
    """Do both."""
    parser = argparse.ArgumentParser(prog="python -m tests.audit", description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--tools", type=Path, required=True, help="the folder with pip-audit and cyclonedx-py")
    parser.add_argument("-o", "--output", type=Path, default=Path(), help="where sbom.json goes")
    given = parser.parse_args()
    given.output.mkdir(parents=True, exist_ok=True)
    wanted = needed()
    status = [work(given.tools, given.output, wanted) for work in (audit, bill_of_materials)]
    sys.exit(max(status))


if __name__ == "__main__":
    main()
