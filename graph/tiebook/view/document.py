"""The page: one HTML file with everything in it, which asks the network for nothing."""

from __future__ import annotations

import base64
import dataclasses
import gzip
import hashlib
import html
import json
import re
from functools import cache
from typing import TYPE_CHECKING, Any, Final, Literal

from tiebook.model.exchange import harmless
from tiebook.view.headline import headline, title_of
from tiebook.view.network import NetTie
from tiebook.view.style import ASSETS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from tiebook.view.drawing.relations import Show
    from tiebook.view.network import Network

Theme = Literal["auto", "light", "dark"]

MODULES: Final = (
    "geometry/constants", "geometry/measure", "geometry/relations", "geometry/boxes", "geometry/curves", "geometry/labels",
    "data/data", "geometry/picture", "drawing/dom", "data/state", "data/select", "data/badges", "drawing/draw",
    "drawing/stage", "drawing/hit", "drawing/summary", "drawing/matrix", "drawing/dots", "geometry/rings", "geometry/apart",
    "data/sources", "panels/detail", "panels/pair", "panels/table", "panels/search", "panels/time", "data/changes",
    "panels/controls", "drawing/pen", "panels/words", "drawing/legend", "drawing/exports", "choose", "panels/tip", "keys",
    "drawing/print", "update", "main",
)  # fmt: skip
_IMPORT: Final = re.compile(r"^import [^;]*;\n", re.MULTILINE)
_DOC: Final = re.compile(r"^\s*/\*\*.*?\*/\n", re.MULTILINE | re.DOTALL)
# Unpacks the script; the browser runs it because the policy names its hash, and would run nothing else.
BOOT: Final = (
    "const text=document.getElementById('script').textContent,bytes=Uint8Array.from(atob(text),(c)=>c.charCodeAt(0));"
    "new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'))).text().then((code)=>"
    "{const node=document.createElement('script');node.type='module';node.textContent=code;document.body.append(node);});"
)
LATER: Final = ("quote", "gloss", "condition", "mechanism", "paragraph", "start_char", "end_char", "record", "claim")


def document(
    network: Network,
    positions: Mapping[str, tuple[float, float]],
    show: Show,
    *,
    main: Sequence[Mapping[str, tuple[float, float]]] = (),
    theme: Theme = "auto",
) -> str:
    """Return the HTML text; it opens on the focus, the date, the actors and the lines of `show`."""
    core, texts = payload(network, positions, main)
    script, style = bundle(), (ASSETS / "page.css").read_text("utf-8")
    options = {
        "theme": theme,
        "focus": show.focus,
        "depth": show.depth,
        "as_of": show.as_of.isoformat() if show.as_of else None,
        "level": "main" if show.main else "all",
        "lines": "auto"
        if show.main and show.lines == "pairs"
        else show.lines,  # pairs are what the main actors open on
        "colour": show.colour,
    }
    parts = {
        "title": html.escape(harmless(title_of(network, show))),
        "style": style,
        "style_hash": _hash(style),
        "boot": BOOT,
        "boot_hash": _hash(BOOT),
        "script": _squeeze(script),
        "script_hash": _hash(script),
        "options": json.dumps(options).replace("<", "\\u003c"),
        "data": _pack(core),
        "texts": _pack(texts),
    }
    template = (ASSETS / "page.html").read_text("utf-8")
    return re.sub(r"\{(\w+)\}", lambda match: parts[match[1]], template)


@cache
def bundle() -> str:
    """Join the modules into one script: imports and comments that document are left out, every name is unique."""
    made = []
    for name in MODULES:
        text = (ASSETS / "js" / f"{name}.js").read_text("utf-8")
        text = _DOC.sub("", _IMPORT.sub("", text))
        text = re.sub(r"^export (?=const|function|async|class|let)", "", text, flags=re.MULTILINE)
        made.append(re.sub(r"^ +|\n(?=\n)", "", text, flags=re.MULTILINE))
    return "".join(made)


def payload(
    network: Network,
    positions: Mapping[str, tuple[float, float]],
    main: Sequence[Mapping[str, tuple[float, float]]] = (),
) -> tuple[dict[str, Any], dict[str, Any]]:
    """Return the data as columns: what is drawn, and the long texts that are read later."""
    index = {actor.id: place for place, actor in enumerate(network.actors)}
    columns: dict[str, list[Any]] = {
        field.name: [_plain(getattr(tie, field.name)) for tie in network.ties] for field in dataclasses.fields(NetTie)
    }
    columns["source"] = [index[tie.source] for tie in network.ties]
    columns["target"] = [index[tie.target] for tie in network.ties]
    points = [positions[actor.id] for actor in network.actors]
    actors: dict[str, list[Any]] = {
        "id": [actor.id for actor in network.actors],
        "name": [actor.name for actor in network.actors],
        "kind": [actor.kind for actor in network.actors],
        "aliases": [actor.aliases for actor in network.actors],
        "x": [round(x, 1) for x, _ in points],
        "y": [round(y, 1) for _, y in points],
    }
    core = {
        "title": network.title,
        "caption": network.caption,
        "headline": headline(network),
        "main": _main(network, main),
        "sources": [{key: _plain(value) for key, value in dataclasses.asdict(s).items()} for s in network.sources],
        "types": {name: dataclasses.asdict(type_) for name, type_ in network.types.items()},
        "kinds": network.kinds,
        "everything": network.everything,
        "n": len(network.actors),
        "m": len(network.ties),
        "later": LATER,
        "actors": {name: _column(values) for name, values in actors.items()},
        "ties": {name: _column(values) for name, values in columns.items() if name not in LATER},
    }
    return core, {name: _column(columns[name]) for name in LATER}


def _main(network: Network, layouts: Sequence[Mapping[str, tuple[float, float]]]) -> dict[str, Any] | None:
    """Return the main actors with their places in a wide and in a tall picture; None where nobody is left out of them."""
    if not layouts or not layouts[0]:
        return None
    places = [index for index, actor in enumerate(network.actors) if actor.id in layouts[0]]
    wide, tall = ([layout[network.actors[index].id] for index in places] for layout in layouts)
    return {"actors": places, "wide": wide, "tall": tall}


def _plain(value: object) -> object:
    if value is None or isinstance(value, bool | int | float | str):
        return value
    return value if isinstance(value, tuple) else str(value)


def _column(values: list[Any]) -> object:
    """Write a column as a list, as one value for all, or as places in a list of distinct values, whichever is short."""
    place: dict[Any, int] = {}
    for value in values:
        place.setdefault(value, len(place))
    if len(place) <= 1:
        return {"c": values[0] if values else None}
    if len(place) * 3 > len(values) or isinstance(values[0], bool):
        return values
    return {"d": list(place), "i": [place[value] for value in values]}


def _pack(data: object) -> str:
    return _squeeze(json.dumps(data, ensure_ascii=False, separators=(",", ":")))


def _squeeze(text: str) -> str:
    return base64.b64encode(gzip.compress(text.encode("utf-8", "replace"), 6, mtime=0)).decode()


def _hash(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


def names(modules: Iterable[str] = MODULES) -> dict[str, list[str]]:
    """Return the top-level names of each module: joined into one script, they must not meet."""
    pattern = re.compile(r"^(?:export )?(?:async )?(?:const|let|function|class) (\w+)", re.MULTILINE)
    return {name: pattern.findall((ASSETS / "js" / f"{name}.js").read_text("utf-8")) for name in modules}
