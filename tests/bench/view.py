"""The picture next to cytoscape.js and vis-network: page size, time until the page is interactive, frame time while zooming.

    python -m tests.bench.view [--short] [--out FILE]

The same actors, ties, texts and positions go into all; each page is opened from disk in a fresh headless Chromium profile,
in turns, and the median of the runs is taken. A budget that is missed makes the exit code 1. The peers' built files come
from npm into a cache folder (see tests/view/browser.py); cytoscape.js is MIT, vis-network Apache-2.0 or MIT.
"""

from __future__ import annotations

import argparse
import json
import statistics
import sys
import tempfile
from collections.abc import Callable
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
ZOOM = """async (frames) => {
  const box = document.querySelector('#stage').getBoundingClientRect();
  const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
  const target = document.elementFromPoint(x, y);
  const next = () => new Promise((done) => requestAnimationFrame(done));
  await next();
  let before = await next();
  const began = before;
  for (let k = 0; k < frames; k += 1) {
    target.dispatchEvent(new WheelEvent('wheel', { deltaY: k < frames / 2 ? -40 : 40, clientX: x, clientY: y, bubbles: true,
      cancelable: true }));
    before = await next();
  }
  return (before - began) / frames;
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
    frame = tab.evaluate(ZOOM, 40)
    context.close()
    return float(ready), float(frame)


def run(*, short: bool) -> tuple[list[list[str]], list[str]]:
    """Return the rows of the table and the budgets that were missed."""
    rows, missed = [], []
    with tempfile.TemporaryDirectory() as name, launch() as browser:
        for title, make in SIZES[:2] if short else SIZES:
            files = pages(make(), Path(name))
            runs = [(who, file, "") for who, file in files.items()]
            if title != "article":
                runs.append(("tiebook, all actors", files["tiebook"], "#view=graph"))
            times: dict[str, list[tuple[float, float]]] = {who: [] for who, *_ in runs}
            for _ in range(3 if short or title == "article" else 1):
                for who, file, hash_ in runs:
                    times[who].append(measure(browser, file, hash_))
            for who, file, _ in runs:
                ready, frame = (statistics.median(values) for values in zip(*times[who], strict=True))
                base = statistics.median(first for first, _ in times["cytoscape"])
                size = file.stat().st_size / 1024
                rows.append([title, who, f"{size:,.0f}", f"{ready:,.0f}", f"{ready / base:.2f}", f"{frame:.1f}"])
                if who == "tiebook":
                    limit = 0.8 if title == "article" else 0.15 if title.startswith("10,000") else None
                    missed += [f"{title}: page of {size:.0f} KB"] if title == "article" and size > 120 else []
                    missed += [f"{title}: {ready / base:.2f} of cytoscape.js"] if limit and ready / base > limit else []
                    missed += [f"{title}: {frame:.1f} ms a frame"] if frame >= 20 else []
    return rows, missed


def main() -> int:
    """Run, print a Markdown table, and tell the budgets that were missed."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--short", action="store_true", help="only the article and 200 / 5,000")
    parser.add_argument("--out", type=Path, help="also write the table to this file")
    options = parser.parse_args()
    rows, missed = run(short=options.short)
    print(table(HEAD, rows))
    if options.out:
        options.out.write_text(f"{table(HEAD, rows)}\n", "utf-8")
    for line in missed:
        print(f"budget missed: {line}", file=sys.stderr)
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
