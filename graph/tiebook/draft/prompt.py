"""What an assistant needs in order to propose claims: the task, the types, the form of the answer, the paragraphs."""

from __future__ import annotations

import json
import re
from collections.abc import Collection
from importlib.resources import files
from string import Template
from typing import Any, Final

from tiebook.case.names import slug
from tiebook.draft.protocol import Article, Paragraph
from tiebook.model.codebook import CLAIM, TieType, codebook

_OF_DATA_SETS: Final = ("BORDERS", "VOTES_WITH", "MEASURED_AS")  # no article says them in a clause
_SENTENCE: Final = re.compile(r"\S[^.]*\.")
_LAST: Final = 'Now answer with the JSON objects, {"paragraph": N, "claims": [...]}, for every paragraph above.'
_PACT: Final = (
    "Peru's ally Chile sold drones to Lima in 2016. The Ministry of Trade rejected Brazil's embargo on Peru and did not comply."
    " Diplomats in Quito argue that Brazil could attack Peru over it, and Bolivia fears a war. It wants Chile to mediate."
)
_PACT_CODED: Final[dict[str, Any]] = {
    "paragraph": 4,
    "claims": [
        {"from": "chile", "tie": "ALLIED_WITH", "to": "peru", "quote": "Peru's ally Chile", "stance": "presupposes"},
        {
            "from": "chile",
            "tie": "SELLS_ARMS_TO",
            "to": "peru",
            "quote": "Chile sold drones to Lima in 2016",
            "since": "2016",
        },
        {
            "from": "brazil",
            "tie": "SANCTIONS",
            "to": "peru",
            "quote": "rejected Brazil's embargo on Peru",
            "stance": "presupposes",
        },
        {
            "from": "Ministry of Trade",
            "tie": "OPPOSES",
            "to": "brazil",
            "quote": "The Ministry of Trade rejected Brazil's embargo",
            "new": {"Ministry of Trade": "GovernmentBody"},
            "regarding": ["peru"],
        },
        {
            "from": "Ministry of Trade",
            "tie": "COMPLIES_WITH",
            "to": "brazil",
            "quote": "embargo on Peru and did not comply",
            "new": {"Ministry of Trade": "GovernmentBody"},
            "negated": True,
        },
        {
            "from": "brazil",
            "tie": "USES_FORCE_AGAINST",
            "to": "peru",
            "quote": "Brazil could attack Peru over it",
            "mode": "hypothetical",
            "holder": ["Diplomats in Quito"],
            "new": {"Diplomats in Quito": "Collective"},
        },
        {
            "from": "chile",
            "tie": "MEDIATES",
            "to": "brazil",
            "quote": "wants Chile to mediate",
            "mode": "sought",
            "by": ["bolivia"],
            "regarding": ["peru"],
        },
    ],
}

_REBELS: Final = (
    "Both countries are wary of Venezuelan-backed rebels in Colombia. An adviser at Peru's Defence Ministry said that Lima would"
    " accept U.S. help."
)
_REBELS_CODED: Final[dict[str, Any]] = {
    "paragraph": 5,
    "claims": [
        *(
            {
                "from": who,
                "from_words": "Both countries",
                "tie": "PERCEIVES_THREAT_FROM",
                "to": "Venezuelan-backed rebels in Colombia",
                "quote": "wary of Venezuelan-backed rebels in Colombia",
                "new": {"Venezuelan-backed rebels in Colombia": "ArmedGroup"},
            }
            for who in ("peru", "chile")
        ),
        {
            "from": "venezuela",
            "tie": "AIDS",
            "to": "Venezuelan-backed rebels in Colombia",
            "quote": "Venezuelan-backed rebels in Colombia",
            "new": {"Venezuelan-backed rebels in Colombia": "ArmedGroup"},
            "stance": "presupposes",
        },
        {
            "from": "Venezuelan-backed rebels in Colombia",
            "tie": "PRESENT_IN",
            "to": "colombia",
            "quote": "Venezuelan-backed rebels in Colombia",
            "new": {"Venezuelan-backed rebels in Colombia": "ArmedGroup"},
        },
        {
            "from": "Defence Ministry",
            "tie": "MEMBER_OF",
            "to": "peru",
            "quote": "Peru's Defence Ministry",
            "new": {"Defence Ministry": "GovernmentBody"},
        },
        {
            "from": "united-states",
            "tie": "AIDS",
            "to": "peru",
            "quote": "Lima would accept U.S. help",
            "mode": "hypothetical",
            "holder": ["An adviser at Peru's Defence Ministry"],
            "new": {"An adviser at Peru's Defence Ministry": "Person"},
        },
    ],
}
EXAMPLES: Final = ((_PACT, _PACT_CODED), (_REBELS, _REBELS_CODED))


def prompt(article: Article, only: Collection[int] | None = None) -> str:
    """Return all that an assistant needs, for the whole article or some of its paragraphs."""
    paragraphs = [each for each in article.paragraphs if only is None or each.number in only]
    return "\n\n".join([instructions(article, only), *map(paragraph_text, paragraphs), _LAST]) + "\n"


def instructions(article: Article, only: Collection[int] | None = None) -> str:
    """Return the task, the types and the form of the answer."""
    book = codebook()
    others = [
        f"{label} ({', '.join(each.kinds)})"
        for label, each in book.entities.items()
        if label not in ("Source", "Factor")
    ]
    types = [_type(tie) for tie in book.ties.values() if tie.name not in _OF_DATA_SETS]
    template = files(__package__).joinpath("prompt.txt").read_text("utf-8")
    return Template(template.rstrip("\n")).substitute(
        title=article.title,
        date=article.date,
        kinds=", ".join(book.actor_kinds),
        others=", ".join(others),
        constraints=", ".join(book.values["constraint"]),
        types="\n".join(types),
        known=_known(article, only),
        examples="\n".join(
            f'Paragraph {coded["paragraph"]}: "{paragraph}"\n{json.dumps(coded)}' for paragraph, coded in EXAMPLES
        ),
    )


def _type(tie: TieType) -> str:
    """Return a type as an assistant needs it: without what a proposal cannot say, a claim about a claim."""
    targets = "/".join(each for each in tie.targets if each != CLAIM)
    arrow = "<->" if tie.symmetric else "->"
    said = " ".join(each for each in _SENTENCE.findall(tie.definition) if "`about`" not in each)
    return f"- {tie.name} ({'/'.join(tie.sources)} {arrow} {targets}): {said}"


def _known(article: Article, only: Collection[int] | None) -> str:
    """Return the ids that the paragraphs may need, with the name where it says more than the id."""
    found = {
        known.id: known.name
        for paragraph in article.paragraphs
        if only is None or paragraph.number in only
        for known in paragraph.known
    }
    return ", ".join(each if slug(name) == each else f"{each} ({name})" for each, name in sorted(found.items()))


def paragraph_text(paragraph: Paragraph) -> str:
    """Return a paragraph as it is put to an assistant, with the ids of the actors that it names."""
    here = ", ".join(each.id for each in paragraph.known if each.mentions)
    section = f", section: {paragraph.section}" if paragraph.section else ""
    lines = [f"--- paragraph {paragraph.number}{section}", " ".join(paragraph.text.split())]
    if here:
        lines.append(f"[names: {here}]")
    return "\n".join(lines)
