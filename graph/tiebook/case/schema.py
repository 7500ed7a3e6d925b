"""The JSON schema of a case's TOML files, for editors that complete and check while one types."""

from __future__ import annotations

from typing import Any, Final

from pydantic import BaseModel

from tiebook.case.check import entity_tables
from tiebook.case.entries import CaseEntry, ClaimEntry, CoderEntry, EntityEntry, SectionEntry, SourceEntry
from tiebook.model.codebook import codebook

_DERIVED: Final = {
    "claim": {"id", "aspect", "gloss", "paragraph"},
    "source": {"name", "language", "kind", "author"},
    "": {"id"},
}
_SAYS: Final = r"^\S+ +[A-Z_]+ +\S+$"


def case_schema() -> dict[str, Any]:
    """Return one schema that fits every TOML file of a case: the head, entities, sections and claims."""
    top = _schema(CaseEntry, "")
    properties = {
        **top["properties"],
        "source": _schema(SourceEntry, "source"),
        "coder": _schema(CoderEntry, "coder"),
        "section": _several(_schema(SectionEntry, "section")),
        "claim": _several(_claim()),
        **{table: _several(_entity(label)) for table, label in entity_tables().items()},
    }
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "A file of a Tiebook case",
        "type": "object",
        "properties": properties,
        "additionalProperties": False,
    }


def _schema(model: type[BaseModel], table: str) -> dict[str, Any]:
    """Return a model's schema, with what is derived not required and the values of the codebook listed."""
    schema = model.model_json_schema()
    schema.pop("title", None)
    schema["required"] = sorted(set(schema.get("required", [])) - _DERIVED.get(table, set()))
    for name, part in schema["properties"].items():
        part.pop("title", None)
        if name in codebook().values:
            part.pop("anyOf", None)
            part.pop("default", None)
            part |= {"enum": list(codebook().values[name]), "description": _meanings(codebook().values[name])}
        for option in (part, *part.get("anyOf", [])):
            if option.get("type") == "array":  # one id may stand alone
                part.pop("anyOf", None)
                part |= {"anyOf": [dict(option), option["items"]]}
                part.pop("type", None)
                part.pop("items", None)
                break
    return schema


def _claim() -> dict[str, Any]:
    schema = _schema(ClaimEntry, "claim")
    properties = schema["properties"]
    ties = codebook().ties
    properties["tie"] |= {
        "enum": list(ties),
        "description": _meanings({name: t.definition for name, t in ties.items()}),
    }
    properties["says"] = {
        "type": "string",
        "pattern": _SAYS,
        "description": "from, type and to in one line: china SELLS_ARMS_TO iran",
    }
    properties["at"] = {"type": "array", "items": {"type": "integer"}, "minItems": 2, "maxItems": 2}
    properties["factor"] = {
        "type": "string",
        "description": 'the id of a factor; "" for none in a section that has one',
    }
    ends = ["tie", "from", "to"]
    schema["required"] = [name for name in schema["required"] if name not in ends]
    schema["oneOf"] = [
        {"required": ["says"], "not": {"anyOf": [{"required": [end]} for end in ends]}},
        {"required": ends, "not": {"required": ["says"]}},
    ]
    return schema


def _entity(label: str) -> dict[str, Any]:
    schema = _schema(EntityEntry, "entity")
    book = codebook()
    kinds = book.actor_kinds if label == "Actor" else dict.fromkeys(book.entities[label].kinds, "")
    schema["properties"]["kind"] = {"enum": list(kinds)}
    if label == "Actor":
        schema["properties"]["kind"]["description"] = _meanings(kinds)
    for code in ("iso3", "cow", "gw", "cameo"):
        schema["properties"][code] = {"type": "string"}
    schema["required"] = []
    schema["anyOf"] = [{"required": ["name"]}, {"required": ["id"]}]
    return schema


def _several(schema: dict[str, Any]) -> dict[str, Any]:
    return {"type": "array", "items": schema}


def _meanings(values: dict[str, str]) -> str:
    return "\n".join(f"{name}: {meaning}" for name, meaning in values.items())
