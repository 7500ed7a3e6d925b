"""The pictures in docs/pictures, of the shipped article's network: `python -m tests.view.pictures`, then look at each."""

from __future__ import annotations

import dataclasses
import io
import sys
import tempfile
from importlib import import_module
from pathlib import Path
from typing import Any

from tests.view.browser import launch
from tests.view.sample import synthetic
from tests.view.shapes import drawn_answers
from tiebook import view
from tiebook.engine.kglite.engine import KgliteEngine
from tiebook.sync.cases import find_case, load_case
from tiebook.view.collect import collect

FOLDER = Path(__file__).parents[2] / "docs" / "pictures"
ANSWERS = {
    "limits": "what-limits",
    "ledger": "ties-between",
    "path": "how-connected",
    "timeline": "timeline",
    "camps": "unbalanced-triads",
}
TIE = "tie=CONSTRAINS%2Fchina-iran%2Fp30-us-constrains-china"
SHOTS = (
    ("whole", "article", ""),
    ("tie", "article", f"#{TIE}"),
    ("ego-dark", "article", "#theme=dark&ego=united-states&actor=united-states"),
    ("matrix", "article", "#view=matrix"),
    ("large-summary", "large", ""),
)


def networks(folder: Path) -> dict[str, view.Network]:
    """Return what is drawn: the article, and a synthetic network of 10,000 actors."""
    engine = KgliteEngine(folder / "t.kgl")
    load_case(engine, find_case("china-iran"))
    made = {
        "article": collect(engine),
        "large": dataclasses.replace(
            synthetic(10000, 100000), caption=("Invented data, to show a network of this size.",)
        ),
    }
    engine.close()
    return made


def shoot(browser: Any, page: Path, hash_: str) -> bytes:
    """Return a PNG of the page as a reader sees it."""
    tab = browser.new_page(viewport={"width": 1500, "height": 1000})
    tab.goto(page.as_uri() + hash_)
    tab.wait_for_selector('html[data-ready="all"]', timeout=60_000)
    tab.wait_for_timeout(500)
    shot: bytes = tab.screenshot()
    tab.close()
    return shot


def smaller(png: bytes) -> bytes:
    """Return a PNG with a palette, if Pillow is there to make one."""
    try:
        image: Any = import_module("PIL.Image")
    except ImportError:
        return png
    out = io.BytesIO()
    image.open(io.BytesIO(png)).convert("RGB").quantize(256).save(out, "PNG", optimize=True)
    return min(out.getvalue(), png, key=len)


def main() -> int:
    """Write them; names may be given to write only some."""
    wanted = sys.argv[1:]
    FOLDER.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as name, launch() as browser:
        folder = Path(name)
        made = networks(folder)
        for title, which, hash_ in SHOTS:
            if wanted and title not in wanted:
                continue
            page = folder / f"{which}.html"
            if not page.is_file():
                page.write_text(view.page(made[which], cache=folder, theme="light"), "utf-8")
            (FOLDER / f"{title}.png").write_bytes(smaller(shoot(browser, page, hash_)))
        if not wanted or "print" in wanted:
            png = view.png(made["article"], cache=folder, theme="print", size=(1500, 1000), scale=1.0)
            (FOLDER / "print.png").write_bytes(smaller(png))
        for title, question in ANSWERS.items():
            if not wanted or title in wanted:
                (FOLDER / f"{title}.svg").write_text(str(drawn_answers()[question].content(".svg")), "utf-8")
    print(f"{sum(file.stat().st_size for file in FOLDER.glob('*.png')) / 1e6:.2f} MB in {FOLDER}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
