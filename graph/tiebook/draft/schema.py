"""The JSON schema of a proposer's answer, derived from the codebook."""

from __future__ import annotations

from typing import Any, Final

from tiebook.model.codebook import codebook

_WORDS: Final = "the words by which the paragraph refers to it, where it does not name it: it, the two countries"


def answer_schema() -> dict[str, Any]:
    """Return the schema of the answer for one paragraph: an object with its number and its claims."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Claims proposed for a paragraph",
        "type": "object",
        "properties": {
            "paragraph": {"type": "integer", "minimum": 1},
            "claims": {"type": "array", "items": proposal_schema()},
        },
        "required": ["paragraph", "claims"],
        "additionalProperties": False,
    }


def proposal_schema() -> dict[str, Any]:
    """Return the schema of one proposal."""
    book = codebook()
    name = _text("an id among the paragraph's actors, or a name as the paragraph has it")
    several = {"type": "array", "items": {"type": "string"}}
    values = {
        field: {"enum": list(meanings), "description": _meanings(meanings)}
        for field, meanings in book.values.items()
        if field in ("mode", "aspect", "stance", "constraint")
    }
    properties: dict[str, Any] = {
        "from": name,
        "tie": {"enum": list(book.ties), "description": _meanings({t.name: t.definition for t in book.ties.values()})},
        "to": name,
        "quote": _text("a short clause of the paragraph, word for word, at most 20 words and never a whole sentence"),
        "mode": values["mode"],
        "negated": {"type": "boolean", "description": "true where the text says that it does not hold"},
        "holder": {**several, "description": "who says or believes it, where that is not the author"},
        "by": {**several, "description": "who seeks, fears or expects it"},
        "regarding": {**several, "description": "third actors, instruments or issues"},
        "via": {**several, "description": "instruments or events through which"},
        "stance": values["stance"],
        "aspect": values["aspect"],
        "constraint": values["constraint"],
        "sign": {"enum": [-1, 0, 1]},
        "mechanism": _text("by what means; the office, for HOLDS_OFFICE_IN"),
        "condition": _text("the if-clause; mode conditional only"),
        "since": _text("as the text states it: 2020-09-21, 2015-10, 2015, 198X"),
        "until": _text("likewise"),
        "said_on": _text("when the holder said it, if the text says so"),
        "ended": {"type": "boolean", "description": "it ended, without a date"},
        "rank": {"type": "integer", "minimum": 1},
        "confidence": {"type": "number", "minimum": 0, "maximum": 1},
        "inferred": {"type": "boolean", "description": "true where the text does not say it but it follows"},
        "gloss": _text("the claim in your own words, one line"),
        "prefix": _text("the words before the quote, where it stands more than once in the paragraph"),
        "suffix": _text("the words after it"),
        "from_words": _text(_WORDS),
        "to_words": _text(_WORDS),
        "words": {
            "type": "object",
            "description": "the same for each of holder, by, regarding and via that the paragraph does not name",
            "additionalProperties": {"type": "string"},
        },
        "new": {
            "type": "object",
            "description": "the kind of each actor or thing that you name and that is not among the paragraph's actors",
            "additionalProperties": {"enum": list(kinds())},
        },
        "note": _text("why it was coded so"),
        "rule": _text("what the proposer went by"),
    }
    required = ["from", "tie", "to", "quote"]
    return {"type": "object", "properties": properties, "required": required, "additionalProperties": False}


def kinds() -> dict[str, str]:
    """Return every kind of entity with its label; `source` and its kinds are none that a claim could name."""
    book = codebook()
    other = {kind: each.label for each in book.entities.values() if each.label != "Source" for kind in each.kinds}
    return {**dict.fromkeys(book.actor_kinds, "Actor"), **other}


def _text(description: str) -> dict[str, Any]:
    return {"type": "string", "description": description}


def _meanings(values: dict[str, str]) -> str:
    return "\n".join(f"{name}: {meaning}" for name, meaning in values.items())
