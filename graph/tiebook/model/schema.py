"""What the graph may hold, derived from the codebook: labels, edge types, properties, constraints and indexes."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from tiebook.model.codebook import codebook
from tiebook.model.records import PART_OF, ROLES

META: Final = "Meta"  # one node a database: the version of the model it was made with

ENTITY_PROPERTIES: Final = frozenset(
    {"id", "name", "kind", "aliases", "sources", "date", "note", "iso3", "cow", "gw", "cameo"}
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
            "coder",
            "coded_on",
        ),
        *("covers_since", "covers_until", "universe", "claims", "ties", "paragraphs", "superseded_by"),
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
CODES: Final = ("iso3", "cow", "gw", "cameo")


@lru_cache(maxsize=1)
def node_labels() -> dict[str, frozenset[str]]:
    """Give every label and the properties that its nodes may have."""
    book = codebook()
    labels = dict.fromkeys([*book.labels, *book.actor_kinds], ENTITY_PROPERTIES)
    return {**labels, "Source": SOURCE_PROPERTIES, "Claim": CLAIM_PROPERTIES, META: frozenset({"id", "model"})}


@lru_cache(maxsize=1)
def edge_types() -> dict[str, frozenset[str]]:
    """Give every edge type and the properties that its edges may have."""
    roles = dict.fromkeys(ROLES, ROLE_PROPERTIES)
    return {**roles, PART_OF: frozenset({"source"}), **dict.fromkeys(codebook().ties, TIE_PROPERTIES)}


def first_labels() -> list[str]:
    """Give the labels under which a node's id is unique: the first label of every node."""
    return [*codebook().labels, "Claim", META]


def constraints() -> list[str]:
    """Give the statements (for both engines) that make ids unique: a node's in its first label, a tie's in its type."""
    nodes = [
        f"CREATE CONSTRAINT {label.lower()}_id IF NOT EXISTS FOR (n:{label}) REQUIRE n.id IS UNIQUE"
        for label in first_labels()
    ]
    ties = [
        f"CREATE CONSTRAINT {name.lower()}_id IF NOT EXISTS FOR ()-[t:{name}]-() REQUIRE t.id IS UNIQUE"
        for name in codebook().ties
    ]
    return nodes + ties


def indexes() -> list[str]:
    """Give the statements (for both engines) that index what stored questions look up beside ids."""
    return [
        "CREATE INDEX claim_source IF NOT EXISTS FOR (n:Claim) ON (n.source)",
        "CREATE INDEX claim_tie IF NOT EXISTS FOR (n:Claim) ON (n.tie)",
        "CREATE INDEX actor_name IF NOT EXISTS FOR (n:Actor) ON (n.name)",
    ]
