"""The pictures of docs/python.md, of what a notebook shows: `python -m tests.python.pictures`, then look at each."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import pandas as pd

import tiebook
from tests.view.browser import launch

FOLDER: Final = Path(__file__).parents[2] / "docs" / "pictures"
SAMPLES: Final = Path(__file__).parents[1] / "samples"
_PAGE: Final = (
    "<!doctype html><meta charset=utf-8><style>body{{font:14px/1.4 system-ui,sans-serif;margin:12px;width:900px}}"
    "table{{border-collapse:collapse;font-size:12px}}td,th{{padding:3px 8px;vertical-align:top;text-align:left}}"
    "tr:nth-child(even){{background:#f5f5f5}}pre{{font-size:12px;white-space:pre-wrap;margin:0}}</style><div>{}</div>"
)


def shown(graph: tiebook.Graph) -> Iterator[tuple[str, str]]:
    """Return the HTML of each object, with the name of its picture."""
    yield "python-graph", graph._repr_html_()
    answer = graph.ask.who_constrains(target="china", regarding="iran")
    yield "python-answer", answer._repr_html_()
    columns = ["year", "status", "cooperative", "neutral", "hostile", "only_possibly", "undated"]
    frame: Any = graph.ask.dyad_years("china", "iran", 2013, 2020).to_pandas()[columns]
    yield "python-frame", frame.to_html()
    rows = {
        "guest": ["CHN", "IRN", "ATL"],
        "host": ["IRN", "CHN", "IRN"],
        "day": ["2016-01-22", "2018-06-09", "2020-01-01"],
    }
    ends: dict[str, Any] = {
        side: {"column": name, "system": "iso3"} for side, name in (("from_", "guest"), ("to", "host"))
    }
    added = graph.add_ties(
        pd.DataFrame(rows), "MEETS_WITH", source="visits", since="day", until="day", dry_run=True, **ends
    )
    yield "python-account", added._repr_html_().replace(graph.engine.place, "article.kgl")
    names = ["china", "iran", "russia", "united-states"]
    yield "python-check", graph.check("crs-china-primer")._repr_html_()
    yield "python-text", graph.text("crs-china-primer", 22)._repr_html_()
    agreed = graph.agree("china-iran", SAMPLES / "china-iran-second", paragraphs=range(20, 31))
    found = agreed._repr_html_()
    for folder in (SAMPLES, SAMPLES.parents[1] / "loaders"):  # no folder of this machine
        found = found.replace(f"{folder}/", "")
    yield "python-agree", found
    yield "python-matrix", graph.to_matrix().loc[names, names].to_html()


def main() -> None:
    """Write the pictures."""
    with tempfile.TemporaryDirectory() as folder, launch() as browser:
        graph = tiebook.open(Path(folder) / "article.kgl", create=True)
        graph.load("china-iran")
        page = browser.new_page(viewport={"width": 930, "height": 600})
        for name, html in shown(graph):
            page.set_content(_PAGE.format(html.replace(graph.engine.place, "article.kgl")))
            page.locator("div").first.screenshot(path=str(FOLDER / f"{name}.png"))
        graph.close()


if __name__ == "__main__":
    main()
