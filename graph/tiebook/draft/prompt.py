"""What an assistant needs in order to propose claims: the task, the types, the form of the answer, the paragraphs."""

from __future__ import annotations

import json
from collections.abc import Collection
from importlib.resources import files
from string import Template
from typing import Final

from tiebook.case.names import slug
from tiebook.draft.protocol import Article, Paragraph
from tiebook.model.codebook import codebook

_OF_DATA_SETS: Final = ("BORDERS", "VOTES_WITH", "MEASURED_AS")  # no article says them in a clause
_LAST: Final = 'Now answer with the JSON objects, {"paragraph": N, "claims": [...]}, for every paragraph above.'
_EXAMPLE: Final = {
    "paragraph": 4,
    "claims": [
        {"from": "china", "tie": "SELLS_ARMS_TO", "to": "iran", "quote": "sold drones to Tehran", "since": "2016"},
        {
            "from": "Ministry of Trade",
            "tie": "OPPOSES",
            "to": "united-states",
            "quote": "the ministry rejected Washington's embargo",
            "new": {"Ministry of Trade": "GovernmentBody"},
        },
        {
            "from": "russia",
            "tie": "ALLIED_WITH",
            "to": "iran",
            "quote": "Iranian officials hope that it will become an ally",
            "from_words": "it",
            "mode": "sought",
            "by": ["iran"],
        },
    ],
}


def prompt(article: Article, only: Collection[int] | None = None) -> str:
    """Return all that an assistant needs, for the whole article or some of its paragraphs."""
    paragraphs = [each for each in article.paragraphs if only is None or each.number in only]
    return "\n\n".join([instructions(article, only), *map(paragraph_text, paragraphs), _LAST]) + "\n"


def instructions(article: Article, only: Collection[int] | None = None) -> str:
    """Return the task, the types and the form of the answer."""
    book = codebook()
    others = [kind for each in book.entities.values() if each.label != "Source" for kind in each.kinds]
    types = [
        f"- {tie.name} ({'/'.join(tie.sources)} -> {'/'.join(tie.targets)}): {tie.definition}"
        for tie in book.ties.values()
        if tie.name not in _OF_DATA_SETS
    ]
    template = files(__package__).joinpath("prompt.txt").read_text("utf-8")
    return Template(template.rstrip("\n")).substitute(
        title=article.title,
        date=article.date,
        kinds=", ".join(book.actor_kinds),
        others=", ".join(others),
        modes=", ".join(book.values["mode"]),
        constraints=", ".join(book.values["constraint"]),
        types="\n".join(types),
        known=_known(article, only),
        example=json.dumps(_EXAMPLE),
    )


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
