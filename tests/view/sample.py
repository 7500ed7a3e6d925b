"""Networks to draw: one like an article's coding, hostile names, and seeded synthetic ones of any size."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date

from tiebook.model.dates import bounds
from tiebook.view.layout import Positions, layout_cache, place
from tiebook.view.network import NetActor, NetSource, NetTie, Network, TieType

CACHE = layout_cache()  # one for all workers of a run: tests/conftest.py
SYMMETRIC = {"COOPERATES_WITH", "ALLIED_WITH", "RIVAL_OF", "CONFLICTS_WITH", "AGREES_WITH", "MEETS_WITH"}
SIGNS = {
    "CONSTRAINS": -1, "SANCTIONS": -1, "PRESSURES": -1, "OPPOSES": -1, "CRITICISES": -1, "REFUSES": -1, "RIVAL_OF": -1,
    "CONFLICTS_WITH": -1, "THREATENS": -1, "PERCEIVES_THREAT_FROM": -1, "USES_FORCE_AGAINST": -1, "BALANCES": -1,
    "BALANCES_BETWEEN": 0, "SUPPORTS": 1, "COOPERATES_WITH": 1, "ALLIED_WITH": 1, "AIDS": 1, "AGREES_WITH": 1,
    "MEETS_WITH": 1, "MEDIATES": 1, "SELLS_ARMS_TO": 1, "ECONOMIC_TIE_TO": 1, "MEMBER_OF": 1, "HOLDS_OFFICE_IN": 0,
    "PRESENT_IN": 0, "CONTROLS": 0, "DEPENDS_ON": 0, "VIEWS_AS": 0, "RANKS": 0,
}  # fmt: skip
KNOWN_UNTIL = date(2021, 12, 31)
CAPTION = (
    "The account of one article's author, coded by hand by one person. What is not drawn was not coded; it is not denied.",
    "Position and distance mean nothing. Who stands in the middle of one article reflects its topic, not power.",
)
_ACTORS = """
State: China, Iran, United States, Russia, Saudi Arabia, United Arab Emirates, Israel, Iraq, Yemen, Oman, Qatar, Pakistan,
 India, Turkey, Egypt, Djibouti, Syria, Lebanon, Japan, United Kingdom, France, Germany, Kuwait
Bloc: Gulf Cooperation Council, European Union, P5+1, The West, BRICS
Organization: UN Security Council, Shanghai Cooperation Organisation, International Atomic Energy Agency, Belt and Road Forum
GovernmentBody: Ministry of National Defence of China, Supreme National Security Council, US Treasury, Central Military Commission,
 Joint Military Commission of China and Iran
Party: Chinese Communist Party
Military: People's Liberation Army, Islamic Revolutionary Guard Corps, Iranian Navy
Person: Xi Jinping, Hassan Rouhani, Barack Obama, Donald Trump, Wang Yi, Mohammad Javad Zarif, Hossein Dehghan
ArmedGroup: Houthi movement, Hezbollah, Militias in Iraq
Collective: Iran's rivals, Regional states, U.S. Arab allies, Developing countries, Chinese arms companies
"""


def spots(network: Network) -> Positions:
    """Lay out a network once a run."""
    return place(network, cache=CACHE)


def slug(name: str) -> str:
    """Make an id of a name."""
    return "-".join("".join(c if c.isalnum() else " " for c in name.lower()).split())


def article_actors() -> list[NetActor]:
    """Return the actors of the article-like sample."""
    out = []
    for line in _ACTORS.replace("\n ", " ").strip().splitlines():
        kind, names = line.split(": ", 1)
        out += [NetActor(slug(name), name, kind, ()) for name in names.split(", ")]
    return out


def article(seed: int = 7, ties: int = 190) -> Network:
    """Return an article-like network: invented ties among real names, thick between China, Iran and the United States."""
    rng = random.Random(seed)
    actors = article_actors()
    ids = [actor.id for actor in actors]
    by_kind = {actor.id: actor.kind for actor in actors}
    hubs = ["china", "iran", "united-states"]
    plan = (
        [("china", "iran")] * 34
        + [("iran", "china")] * 8
        + [("united-states", "iran")] * 10
        + [("china", "united-states")] * 7
    )
    plan += [("united-states", "china")] * 5
    for who in ids[3:]:
        hub = rng.choices(hubs, (5, 4, 2))[0]
        plan.append((who, hub) if rng.random() < 0.45 else (hub, who))
    while len(plan) < ties:
        a = rng.choices([*hubs, rng.choice(ids)], (4, 3, 2, 4))[0]
        b = rng.choice(ids)
        if a != b:
            plan.append((a, b))
    made = []
    for number, (a, b) in enumerate(plan):
        fit = [t for t in SIGNS if t != "HOLDS_OFFICE_IN" or by_kind[a] == "Person"]
        type_ = rng.choice(["MEMBER_OF", "HOLDS_OFFICE_IN"] if by_kind[a] == "Person" and rng.random() < 0.6 else fit)
        made.append(tie(rng, number, type_, a, b))
    return network("China-Iran defence ties (invented sample)", actors, made)


def answer() -> Network:
    """Return an answer's ties: they start at things that are no actors, and not all of them are facts."""
    actors = (
        NetActor("Factor:law", "International law considerations", "Factor"),
        NetActor("Instrument:act", "Harbour act", "Instrument"),
        NetActor("Issue:trade", "Trade", "Issue"),
        NetActor("Event:war", "The war of 1980", "Event"),
        NetActor("china", "China", "State"),
    )
    common = {"target": "china", "type": "CONSTRAINS", "sign": -1, "holder": "The author"}
    ties = (
        NetTie(id="1", source="Factor:law", inferred=True, **common),  # type: ignore[arg-type]
        NetTie(id="2", source="Instrument:act", endorsed=False, **common),  # type: ignore[arg-type]
        NetTie(id="3", source="Issue:trade", negated=True, **common),  # type: ignore[arg-type]
        NetTie(id="4", source="Event:war", **common),  # type: ignore[arg-type]
    )
    return Network("Who constrains whom", CAPTION, (), actors, ties, {"CONSTRAINS": TieType("", -1)}, everything=True)


def tie(rng: random.Random, number: int, type_: str, a: str, b: str) -> NetTie:
    """Return one invented tie."""
    mode = rng.choices(["actual", "sought", "feared", "expected", "conditional", "hypothetical"], (80, 7, 4, 4, 3, 2))[
        0
    ]
    year = rng.choice(
        [None, None, str(rng.randint(1979, 2021)), f"{rng.randint(2006, 2021)}-{rng.randint(1, 12):02d}", "198X"]
    )
    until = (
        str(int(year[:4]) + rng.randint(0, 4))
        if year and year[:3].isdigit() and year != "198X" and rng.random() < 0.3
        else None
    )
    spell = bounds(year, until, known_until=KNOWN_UNTIL)
    endorsed = rng.random() < 0.88
    return NetTie(
        id=f"{type_}:{number}", type=type_, source=a, target=b, sign=SIGNS[type_], mode=mode, negated=rng.random() < 0.08,
        endorsed=endorsed, inferred=rng.random() < 0.06, holder="The author" if endorsed else "Chinese officials",
        factor=rng.choice([None, "The U.S. factor", "Priorities of China", "Iran's own policy"]),
        regarding=tuple(rng.sample(["Arms embargo", "Nuclear deal", "Strait of Hormuz"], rng.choice([0, 0, 1, 2]))),
        constraint="imposed" if type_ == "CONSTRAINS" else None, mechanism=rng.choice([None, "secondary sanctions", "credit"]),
        condition="if the embargo ends" if mode == "conditional" else None, gloss=f"Coded as number {number} of the sample",
        since=year, until=until, since_earliest=spell.since_earliest, since_latest=spell.since_latest,
        until_earliest=spell.until_earliest, until_latest=spell.until_latest, confidence=rng.choice([0.5, 0.7, 0.8, 0.9, 0.95]),
        quote=f"words number {number} that say so in the text of the article", paragraph=rng.randint(1, 60),
        start_char=number * 100, end_char=number * 100 + 52, source_id="sample", claim=f"p{number}",
    )  # fmt: skip


def network(title: str, actors: list[NetActor], ties: list[NetTie]) -> Network:
    """Put a network together with its types, kinds, source and caption."""
    claims = f"{len(ties)} claims by {len({t.holder for t in ties})} holders."
    return Network(
        title=title,
        caption=(*CAPTION, claims),
        sources=(NetSource("sample", "Invented sample", "Nobody (2026). An invented sample.", "CC0-1.0", KNOWN_UNTIL),),
        actors=tuple(actors),
        ties=tuple(ties),
        types={
            t: TieType(f"The source {t.lower().replace('_', ' ')} the target.", s, t in SYMMETRIC)
            for t, s in SIGNS.items()
        },
        kinds={kind: f"{kind}, as the codebook defines it." for kind in {a.kind for a in actors}},
    )


def synthetic(actors: int, ties: int, seed: int = 1) -> Network:
    """Return a network of any size with blocs, hubs, signs and dates."""
    rng = random.Random(seed)
    blocs = max(2, min(12, actors // 25))
    kinds = ["State", "Organization", "GovernmentBody", "Party", "Military", "Person", "ArmedGroup", "Collective"]
    people = [
        NetActor(
            f"a{i}",
            f"Bloc {i + 1}" if i < blocs else f"Actor {i:05d}",
            "Bloc" if i < blocs else rng.choices(kinds, (9, 4, 3, 2, 2, 5, 2, 1))[0],
        )
        for i in range(actors)
    ]  # fmt: skip
    made = [tie(rng, i, "MEMBER_OF", f"a{i}", f"a{i % blocs}") for i in range(blocs, min(actors, ties // 2 + blocs))]
    types = list(SIGNS)
    while len(made) < ties:
        a, b = int(actors * rng.random() ** 2.2), int(actors * rng.random() ** 1.6)
        if rng.random() < 0.6:
            b = min(actors - 1, b - b % blocs + a % blocs)
        if a != b:
            made.append(tie(rng, len(made) + actors, rng.choice(types), f"a{a}", f"a{b}"))
    return network(f"Synthetic network of {actors:,} actors", people, made)


def with_articles(network: Network, *articles: tuple[int, int]) -> Network:
    """Add small articles: each has some actors of its own, and ties of them with each other and with actors that are there."""
    actors, ties = [*network.actors], [*network.ties]
    for number, (new, said) in enumerate(articles):
        own = [NetActor(f"own-{number}-{i}", f"Newcomer {number} {i}", "State") for i in range(new)]
        ends = [actor.id for actor in (*own, *network.actors[number::5])]
        actors += own
        ties += [
            NetTie(f"own-{number}-{i}", "AIDS", ends[i % len(ends)], ends[(i * 3 + 1) % len(ends)], 1)
            for i in range(said)
        ]
    return replace(network, actors=tuple(actors), ties=tuple(ties))


def hostile() -> Network:
    """Return a network whose texts try to break out of where they are put."""
    names = [
        "</script><script>window.hacked=1</script>", '"><img src=x onerror="window.hacked=1">', "إيران", "中国 🐉 🇨🇳",
        "O'Neill & Sons <b>", "\u202eevil\u202c", "${window.hacked=1}", "]]><!--", "&amp;&lt;", "A" * 90,
    ]  # fmt: skip
    actors = [NetActor(f"h{i}", name, "State", (name[::-1],)) for i, name in enumerate(names)]
    ties = [
        NetTie(f"SUPPORTS:{i}", "SUPPORTS", "h0", f"h{i}", 1, quote=f"{name} — «{name}»", gloss=name, holder=name, factor=name,
               regarding=(name,), source_id="sample", paragraph=1, confidence=0.9)
        for i, name in enumerate(names) if i
    ]  # fmt: skip
    return network("</title><script>window.hacked=1</script> & “names”", actors, ties)


def two_sources() -> Network:
    """Return actors of whom two sources say different things: what one says the other denies, also later; their tone differs."""
    names = ("Arland", "Borland", "Corland", "Dorland", "Unspecified")
    actors = tuple(NetActor(name.lower(), name, "State") for name in names)
    said = [
        ("SELLS_ARMS_TO", "arland", "borland", 1, False, "first"),
        ("SELLS_ARMS_TO", "arland", "borland", 1, True, "second"),
        ("COOPERATES_WITH", "arland", "corland", 1, False, "first"),
        ("CRITICISES", "arland", "corland", -1, False, "second"),
        ("AIDS", "borland", "dorland", 1, False, "first"),
        ("AIDS", "borland", "dorland", 1, False, "second"),
        ("AIDS", "unspecified", "corland", 1, False, "first"),
        ("CRITICISES", "unspecified", "corland", -1, False, "second"),
    ]
    first, second = date(2010, 1, 1), date(2015, 1, 1)
    later = (
        NetTie("denied first", "AIDS", "arland", "dorland", 1, negated=True, source_id="first",
               since_earliest=first, since_latest=first, until_earliest=date(2012, 12, 31)),
        NetTie("said later", "AIDS", "arland", "dorland", 1, source_id="second", since_earliest=second, since_latest=second),
    )  # fmt: skip
    ties = tuple(
        NetTie(f"{number}", type_, a, b, sign, negated=no, source_id=source, quote=f"the words of {number}")
        for number, (type_, a, b, sign, no, source) in enumerate(said)
    )
    ties += later
    sources = (NetSource("first", "The first report"), NetSource("second", "The second report"))
    types = {name: TieType("", SIGNS[name], name in SYMMETRIC) for name in SIGNS}
    return Network("Two reports", CAPTION, sources, actors, ties, types)
