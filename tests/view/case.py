"""The shipped article's coding as a network, read straight from its files: what the picture is judged by."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

from tiebook.model.dates import bounds, parse
from tiebook.view.network import NetActor, NetSource, NetTie, Network, TieType

ROOT = Path(__file__).parents[2]
CASE = ROOT / "loaders" / "china-iran"


def read_case(folder: Path = CASE) -> Network | None:
    """Give the network of actor-actor claims of a case, or None where the case is not there."""
    if not (folder / "case.toml").is_file():
        return None
    book = tomllib.loads((ROOT / "graph/tiebook/model/codebook.toml").read_text("utf-8"))
    case = tomllib.loads((folder / "case.toml").read_text("utf-8"))
    rows = [
        tomllib.loads(file.read_text("utf-8")) for file in sorted(folder.glob("*.toml")) if file.name != "case.toml"
    ]
    names = {
        entity["id"]: entity["name"] for row in [case, *rows] for kind in row.values() if isinstance(kind, list)
        for entity in kind if isinstance(entity, dict) and "name" in entity
    }  # fmt: skip
    actors = {
        a["id"]: NetActor(a["id"], a["name"], a["kind"], tuple(a.get("aliases", ())))
        for row in rows
        for a in row.get("actor", ())
    }
    author = case["source"]["author"]
    known = parse(str(case["source"]["date"])).latest
    claims = [c for row in rows for c in row.get("claim", ()) if c["from"] in actors and c["to"] in actors]
    ties = tuple(_tie(c, book["ties"], names, author=author, known=known, source=case["id"]) for c in claims)
    used = {end for tie in ties for end in (tie.source, tie.target)}
    source = case["source"]
    return Network(
        title=source["name"],
        caption=(
            f"The account of {names.get(author, author)}, coded by {case['coder']['name']}: {len(ties)} claims between actors.",
            "What is not drawn was not coded; it is not denied.",
            "Position and distance mean nothing. Who stands in the middle of one article reflects its topic, not power.",
        ),
        sources=(NetSource(case["id"], source["title"], source.get("citation", ""), source.get("licence", ""), known),),
        actors=tuple(actor for actor in actors.values() if actor.id in used),
        ties=ties,
        types={name: TieType(t["definition"], t["sign"], t["symmetric"]) for name, t in book["ties"].items()},
        kinds=book["actor_kinds"],
    )


def _tie(
    c: dict[str, Any], types: dict[str, Any], names: dict[str, str], *, author: str, known: Any, source: str
) -> NetTie:
    stance = c.get("stance", "asserts")
    holder = c.get("holder", author)
    first: str = holder[-1] if isinstance(holder, list) else holder
    since, until = c.get("since"), c.get("until")
    spell = bounds(since, until, event=c["aspect"] == "event", ended=c.get("ended", False), known_until=known)
    at = c.get("at", [None, None])
    return NetTie(
        id=f"{c['tie']}:{c['id']}", type=c["tie"], source=c["from"], target=c["to"], sign=c.get("sign", types[c["tie"]]["sign"]),
        mode=c.get("mode", "actual"), negated=c.get("negated", False) or stance == "disputes",
        endorsed=stance in ("asserts", "presupposes"), inferred=c.get("inferred", False), holder=names.get(first, first),
        factor=names.get(c["factor"], c["factor"]) if "factor" in c else None,
        regarding=tuple(names.get(r, r) for r in c.get("regarding", ())), constraint=c.get("constraint"),
        mechanism=c.get("mechanism"), condition=c.get("condition"), gloss=c.get("gloss"), since=since, until=until,
        since_earliest=spell.since_earliest, since_latest=spell.since_latest, until_earliest=spell.until_earliest,
        until_latest=spell.until_latest, confidence=c.get("confidence", 0.9), quote=c["quote"], paragraph=c["paragraph"],
        start_char=at[0], end_char=at[1], source_id=source, claim=c["id"],
    )  # fmt: skip
