"""What the graph may hold, derived from the codebook: labels, edge types, properties, constraints and indexes."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from tiebook.model.codebook import codebook
from tiebook.model.roles import PART_OF, ROLES

META: Final = "Meta"  # one node a database: the version of the model it was made with

DECLARATIONS: Final = "declarations"  # what each source says of a thing, where they differ (sync/declarations.py)
ENTITY_PROPERTIES: Final = frozenset(
    {"id", "name", "kind", "aliases", "sources", "date", "note", "iso3", "cow", "gw", "cameo", DECLARATIONS}
)
SOURCE_PROPERTIES: Final = frozenset(
    {
        *ENTITY_PROPERTIES,
        *(
            "full_title",
            "author",
            "outlet",
            "language",
            "licence",
            "citation",
            "url",
            "version",
            "sha256",
            "text",  # whole, where its licence lets it ship with the coding
            "text_licence",
            "coder",
            "coded_on",
        ),
        *(
            "covers_since",
            "covers_until",
            "covers_days",  # held, where fewer than lie between the two
            "universe",
            "claims",
            "ties",
            "tie_types",
            "parts",
            "paragraphs",
            "superseded_by",
        ),
        "fingerprint",  # of the files and settings of a data set's load
    }
)
SHARED_PROPERTIES: Final = frozenset(
    {
        *(
            "id",
            "sign",
            "regarding",
            "factor",
            "mechanism",
            "constraint",
            "rank",
            "inferred",
            "holder",
            "held_by",
            "by",
        ),
        *("gloss", "since", "until", "since_earliest", "since_latest", "until_earliest", "until_latest"),
        *("confidence", "source", "quote", "paragraph"),
    }
)
# what records of data sets carry beside: a number and its unit, how many records were taken together (of how many, in which
# quad class of event data) and a sample of their ids, what was transferred, when it was ordered, the years of delivery or
# mention, pledged obligations, an intensity
RECORD_PROPERTIES: Final = frozenset(
    {"record", "value", "unit", "count", "total", "quad", "records", "item", "ordered", "years", "obligations", "level"}
)
TIE_PROPERTIES: Final = SHARED_PROPERTIES | RECORD_PROPERTIES | {"claim", "endorsed", "superseded_by"}
CLAIM_PROPERTIES: Final = SHARED_PROPERTIES | {
    *("tie", "aspect", "mode", "negated", "stance", "makes_tie", "ended", "condition", "said_on"),
    *("start_char", "end_char", "note"),
}
ROLE_PROPERTIES: Final = frozenset({"position"})
# what stored questions look up beside ids (tests/questions/test_indexes.py reads it out of them), and what users type for an id
LOOKED_UP: Final = {"Claim": ("mode", "paragraph", "source", "tie"), "Actor": ("name",)}
MOST_INDEXED: Final = 2_000  # characters of an id and of a name: what a server can index, in any script
CODES: Final = ("iso3", "cow", "gw", "cameo")


@lru_cache(maxsize=1)
def node_labels() -> dict[str, frozenset[str]]:
    """Return every label and the properties that its nodes may have."""
    book = codebook()
    labels = dict.fromkeys([*book.labels, *book.actor_kinds], ENTITY_PROPERTIES)
    return {
        **labels,
        "Source": SOURCE_PROPERTIES,
        "Claim": CLAIM_PROPERTIES,
        META: frozenset({"id", "model", "unfinished", "revision", "revised"}),
    }


@lru_cache(maxsize=1)
def edge_types() -> dict[str, frozenset[str]]:
    """Return every edge type and the properties that its edges may have."""
    roles = dict.fromkeys(ROLES, ROLE_PROPERTIES)
    return {**roles, PART_OF: frozenset({"source"}), **dict.fromkeys(codebook().ties, TIE_PROPERTIES)}


def first_labels() -> list[str]:
    """Return the labels under which a node's id is unique: the first label of every node."""
    return [*codebook().labels, "Claim", META]


def first_label(labels: Sequence[str]) -> str:
    """Return the label under which a node's id is unique, in any order an engine tells them.

    Of labels that this model does not know, that is the first.
    """
    return next((label for label in first_labels() if label in labels), labels[0])


def constraint_of(tie: str) -> tuple[str, str]:
    """Return the name of the constraint that makes ids unique within a type of tie, and the statement that makes it."""
    name = f"{tie.lower()}_id"
    return name, f"CREATE CONSTRAINT {name} IF NOT EXISTS FOR ()-[t:{tie}]-() REQUIRE t.id IS UNIQUE"


def constraints() -> list[str]:
    """Return the statements (for both engines) that make ids unique: a node's in its first label, a tie's in its type."""
    nodes = [
        f"CREATE CONSTRAINT {label.lower()}_id IF NOT EXISTS FOR (n:{label}) REQUIRE n.id IS UNIQUE"
        for label in first_labels()
    ]
    return nodes + [constraint_of(name)[1] for name in codebook().ties]


def indexes() -> list[str]:
    """Return the statements (for both engines) that index what is looked up beside ids."""
    return [
        f"CREATE INDEX {label.lower()}_{name} IF NOT EXISTS FOR (n:{label}) ON (n.{name})"
        for label, names in LOOKED_UP.items()
        for name in names
    ]
