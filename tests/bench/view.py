"""The picture next to cytoscape.js and vis-network: page size, time until the page is interactive, frame time while zooming.

    python -m tests.bench.view [--short] [--out FILE]

The same actors, ties, texts and positions go into all; each page is opened from disk in a fresh headless Chromium profile,
in turns, and the median of the runs is taken. What is measured is said on stderr as it goes and kept size by size, so that
a run that is ended has lost one size at most. A budget that is missed makes the exit code 1. The peers' built files come
from npm into a cache folder (see tests/view/browser.py); cytoscape.js is MIT, vis-network Apache-2.0 or MIT.
"""

from __future__ import annotations

import argparse
import json
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tests.bench.report import table
from tests.view.browser import launch, npm_file
from tests.view.case import read_case
from tests.view.sample import synthetic
from tiebook import view
from tiebook.view.network import Network

CYTOSCAPE = ("cytoscape", "3.34.4", "dist/cytoscape.min.js")
VIS = ("vis-network", "10.1.5", "standalone/umd/vis-network.min.js")
HEAD = ("actors / ties", "viewer", "page KB", "interactive after, ms", "times cytoscape.js", "mean zoom frame, ms")
SIZES: tuple[tuple[str, Callable[[], Network]], ...] = (
    ("article", read_case),
    ("200 / 5,000", lambda: synthetic(200, 5000)),
    ("2,000 / 20,000", lambda: synthetic(2000, 20000)),
    ("10,000 / 100,000", lambda: synthetic(10000, 100000)),
)
PEER = """<!doctype html><meta charset="utf-8"><title>peer</title>
<style>html,body,#stage{{height:100%;margin:0}}</style><div id="stage"></div>
<script>{library}</script><script id="data" type="application/json">{data}</script><script>{code}</script>"""
CYTOSCAPE_CODE = """
const d=JSON.parse(document.getElementById('data').textContent),colour={'1':'#0a5ca8','-1':'#b93a05','0':'#666'};
const cy=cytoscape({container:document.getElementById('stage'),layout:{name:'preset'},
elements:[...d.actors.map(a=>({data:a,position:{x:a.x,y:a.y}})),...d.ties.map(t=>({data:t}))],
style:[{selector:'node',style:{label:'data(name)','font-size':12,'background-color':'#e3e9f0','border-width':1}},
{selector:'edge',style:{label:'data(label)','font-size':10,'curve-style':'bezier','target-arrow-shape':'triangle',width:1.5,
'line-color':e=>colour[e.data('sign')],'text-rotation':'autorotate'}}]});
cy.one('render',()=>{document.documentElement.dataset.ready='yes'});
"""
VIS_CODE = """
const d=JSON.parse(document.getElementById('data').textContent),colour={'1':'#0a5ca8','-1':'#b93a05','0':'#666'};
const net=new vis.Network(document.getElementById('stage'),{nodes:d.actors.map(a=>({...a,label:a.name})),
edges:d.ties.map(t=>({...t,from:t.source,to:t.target,color:colour[t.sign]}))},
{physics:false,nodes:{shape:'box'},edges:{arrows:'to',smooth:{type:'curvedCW',roundness:0.2}},layout:{improvedLayout:false}});
net.once('afterDrawing',()=>{document.documentElement.dataset.ready='yes'});
"""
READY = """() => new Promise((done) => {
  const look = () => document.documentElement.dataset.ready
    ? requestAnimationFrame(() => requestAnimationFrame(() => done(performance.now()))) : requestAnimationFrame(look);
  look();
})"""
TURNS = 40  # of the wheel, half of them inwards...
LONGEST = 20  # ... or as many as this many seconds allow: the peers take seconds a frame with 100,000 ties
ZOOM = """async ([turns, longest]) => {
  const box = document.querySelector('#stage').getBoundingClientRect();
  const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
  const target = document.elementFromPoint(x, y);
  const next = () => new Promise((done) => requestAnimationFrame(done));
  await next();
  const began = await next();
  let now = began;
  const turn = async (deltaY) => {
    target.dispatchEvent(new WheelEvent('wheel', { deltaY, clientX: x, clientY: y, bubbles: true, cancelable: true }));
    now = await next();
  };
  let inwards = 0;
  for (; inwards < turns / 2 && now - began < longest * 500; inwards += 1) await turn(-40);
  for (let k = 0; k < inwards; k += 1) await turn(40);
  return (now - began) / (2 * inwards);
}"""


def peer_data(network: Network, positions: view.Positions) -> str:
    """Return the same content for the peers, who want it as objects."""
    actors = [
        {"id": a.id, "name": a.name, "kind": a.kind, "x": positions[a.id][0], "y": positions[a.id][1]}
        for a in network.actors
    ]
    fields = (
        "id",
        "source",
        "target",
        "type",
        "sign",
        "mode",
        "holder",
        "factor",
        "gloss",
        "since",
        "until",
        "confidence",
        "quote",
        "paragraph",
    )
    ties = [{f: getattr(t, f) for f in fields} | {"label": t.type.lower().replace("_", " ")} for t in network.ties]
    return json.dumps({"actors": actors, "ties": ties}, ensure_ascii=False).replace("<", "\\u003c")


def pages(network: Network, folder: Path) -> dict[str, Path]:
    """Write the page of each contestant."""
    positions = view.place(network, cache=folder)
    data = peer_data(network, positions)
    made = {"tiebook": view.page(network, layout=positions)}
    for (package, version, file), code in ((CYTOSCAPE, CYTOSCAPE_CODE), (VIS, VIS_CODE)):
        library = npm_file(package, version, file).read_text("utf-8").replace("</script", "<\\/script")
        made[package] = PEER.format(library=library, data=data, code=code)
    out = {}
    for name, text in made.items():
        out[name] = folder / f"{name}-{len(network.actors)}.html"
        out[name].write_text(text, "utf-8")
    return out


def measure(browser: Any, file: Path, hash_: str = "") -> tuple[float, float]:
    """Return ms to first interactive and mean ms of a frame while zooming."""
    context = browser.new_context(viewport={"width": 1500, "height": 1000}, offline=True)
    tab = context.new_page()
    tab.set_default_timeout(180_000)
    tab.goto(file.as_uri() + hash_, wait_until="commit", timeout=180_000)
    ready = tab.evaluate(READY)
    tab.wait_for_timeout(400)
    frame = tab.evaluate(ZOOM, [TURNS, LONGEST])
    context.close()
    return float(ready), float(frame)


@dataclass
class Found:
    """The rows of the table, the budgets that were missed, and the sizes that are still to be measured."""

    rows: list[list[str]] = field(default_factory=list)
    missed: list[str] = field(default_factory=list)
    left: list[str] = field(default_factory=list)

    def words(self) -> list[str]:
        """Return what is to be said of the budgets, and what was not measured."""
        told = [f"over budget: {line}" for line in self.missed]
        return told + ([f"not measured: {', '.join(self.left)}"] if self.left else [])


def run(*, short: bool, keep: Callable[[Found], None]) -> Found:
    """Return what was measured; `keep` is given what there is after each size."""
    sizes = SIZES[:2] if short else SIZES
    found = Found(left=[title for title, _ in sizes])
    with tempfile.TemporaryDirectory() as name, launch() as browser:
        for title, make in sizes:
            began = time.monotonic()
            _say(f"{title}: laying out and writing the pages")
            files = pages(make(), Path(name))
            runs = [(who, file, "") for who, file in files.items()]
            if title != "article":
                runs.append(("tiebook, all actors", files["tiebook"], "#view=graph&actors=all"))
            times: dict[str, list[tuple[float, float]]] = {who: [] for who, *_ in runs}
            for _ in range(3 if short or title == "article" else 1):
                for who, file, hash_ in runs:
                    times[who].append(measure(browser, file, hash_))
                    ready, frame = times[who][-1]
                    _say(
                        f"{title}: {who} {ready:,.0f} ms, {frame:.1f} ms a frame, after {time.monotonic() - began:.0f} s"
                    )
            for who, file, _ in runs:
                ready, frame = (statistics.median(values) for values in zip(*times[who], strict=True))
                base = statistics.median(first for first, _ in times["cytoscape"])
                size = file.stat().st_size / 1024
                found.rows.append([title, who, f"{size:,.0f}", f"{ready:,.0f}", f"{ready / base:.2f}", f"{frame:.1f}"])
                if who == "tiebook":
                    limit = 0.8 if title == "article" else 0.15 if title.startswith("10,000") else None
                    found.missed += [f"{title}: page of {size:.0f} KB"] if title == "article" and size > 120 else []
                    found.missed += (
                        [f"{title}: {ready / base:.2f} of cytoscape.js"] if limit and ready / base > limit else []
                    )
                    found.missed += [f"{title}: {frame:.1f} ms a frame"] if frame >= 20 else []
            found.left.remove(title)
            keep(found)
    return found


def _say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


def main() -> int:
    """Run, print a Markdown table, and tell the budgets that were missed."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--short", action="store_true", help="only the article and 200 / 5,000")
    parser.add_argument("--out", type=Path, help="also write the table to this file, after each size")
    options = parser.parse_args()

    def keep(found: Found) -> None:
        if options.out:
            options.out.write_text(f"{table(HEAD, found.rows)}\n", "utf-8")

    found = run(short=options.short, keep=keep)
    print(table(HEAD, found.rows))
    for line in found.words():
        _say(line)
    return 1 if found.missed else 0


if __name__ == "__main__":
    sys.exit(main())
