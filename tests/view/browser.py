"""A headless browser with the network cut, and axe, where they are to be had; CI fails without them, others are told."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NoReturn

from filelock import FileLock

from tests.shared import lacking

FLAGS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
]  # fmt: skip
CHROMIUM = ("chromium", "chromium-browser", "google-chrome", "chrome")


def missing(what: str) -> NoReturn:
    """Skip loudly, or fail in CI."""
    lacking(f"{what} is missing: the page was NOT tried in a browser")


@contextmanager
def launch() -> Iterator[Any]:
    """Yield a browser of the machine's own Chromium; one at a time in a process, so a fixture of it is a module's at most."""
    try:
        from playwright.sync_api import sync_playwright  # noqa: PLC0415
    except ImportError:
        missing("playwright (pip install playwright)")
    path = next((found for name in CHROMIUM if (found := shutil.which(name))), None)
    if path is None:
        missing("Chromium (apt-get install chromium)")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=FLAGS, headless=True)
        yield browser
        browser.close()


def frames(tab: Any) -> None:
    """Wait until the page was drawn anew: what a change of size moves is in its place."""
    tab.evaluate("() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")


def npm_folder() -> Path:
    """Return the folder in which test-only packages of npm are kept, outside the repository."""
    base = Path(os.environ.get("TIEBOOK_NPM") or "~/.cache/tiebook-npm").expanduser()
    base.mkdir(parents=True, exist_ok=True)
    return base


def npm_file(package: str, version: str, file: str) -> Path:
    """Return a file of an npm package, fetched once (axe-core is MPL-2.0: used, never shipped)."""
    folder = npm_folder() / f"{package}-{version}"
    found = folder / "node_modules" / package / file
    if not found.is_file():
        with FileLock(folder.with_name(f"{folder.name}.lock")):  # the workers of pytest-xdist all come here at once
            if not found.is_file():
                shutil.rmtree(folder, ignore_errors=True)
                _install(folder, f"{package}@{version}")
    return found


def axe_faults(where: str = "document") -> str:
    """Return the script that asks axe for what it finds in a part of a page; what passes is not described: that takes longest."""
    return f"axe.run({where}, {{resultTypes: ['violations']}}).then(({{violations}}) => ({{violations}}))"


def _install(folder: Path, package: str) -> None:
    """Fetch a package into a folder that is there only when it is whole."""
    npm = shutil.which("npm")
    if npm is None:
        missing("npm")
    with tempfile.TemporaryDirectory(dir=folder.parent) as made:
        half = Path(made) / "half"
        half.mkdir()
        (half / "package.json").write_text("{}")
        command = [str(npm), "install", "--no-audit", "--no-fund", "--ignore-scripts", package]
        done = subprocess.run(command, cwd=half, capture_output=True, text=True, check=False)
        if done.returncode:
            missing(f"{package} (npm said: {done.stderr.strip()[-200:]})")
        half.rename(folder)
