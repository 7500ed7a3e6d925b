"""The codebook: actor kinds, entities, tie types and the rule by which a claim makes a tie. Declared in codebook.toml."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, Final, Literal

ACTOR: Final = "actor"  # in `from`/`to`: any actor kind
ANY: Final = "any"  # any entity
CLAIM: Final = "Claim"
UNSPECIFIED: Final = "unspecified"  # the built-in actor of whom a text says nothing particular


@dataclass(frozen=True, slots=True)
class TieType:
    """One declared type of tie.

    `sources` and `targets` list allowed ends: entity labels, actor kinds, "actor", "any" or "Claim".
    `sign` is the default valence (-1, 0, 1), `aspect` a claim's default aspect, `phrase` the verb of a sentence,
    `quad` the quad class of event data (1-4; 0 for none); `sets` the named sets of types that stored questions ask for together;
    `wording` the phrases by which a text says it (tiebook.model.wording reads them).
    """

    name: str
    definition: str
    examples: tuple[str, ...]
    counter_examples: tuple[str, ...]
    sources: tuple[str, ...]
    targets: tuple[str, ...]
    sign: int
    aspect: str
    symmetric: bool
    balance: Literal["in", "out"]
    cameo: str
    plover: str
    quad: int
    phrase: str
    sets: tuple[str, ...] = ()
    wording: tuple[str, ...] = ()

    @property
    def words(self) -> str:
        """The type as words: SELLS_ARMS_TO is "sells arms to"."""
        return self.name.lower().replace("_", " ")


@dataclass(frozen=True, slots=True)
class EntityType:
    """A kind of thing beside actors: its label, definition and the `kind` values it may have."""

    label: str
    definition: str
    kinds: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TieRule:
    """One row of the table that says when a claim makes a tie; None fits every value."""

    mode: str | None
    negated: bool | None
    stance: str | None
    makes_tie: bool
    endorsed: bool
    why: str

    def fits(self, mode: str, *, negated: bool, stance: str) -> bool:
        """Return whether the row is about such a claim."""
        return self.mode in (None, mode) and self.negated in (None, negated) and self.stance in (None, stance)


@dataclass(frozen=True, slots=True)
class Codebook:
    """All declarations, by name."""

    actor_kinds: dict[str, str]
    entities: dict[str, EntityType]
    values: dict[str, dict[str, str]]
    tie_rules: tuple[TieRule, ...]
    ties: dict[str, TieType]
    word_classes: dict[str, tuple[str, ...]]

    @property
    def labels(self) -> list[str]:
        """First labels of all entity nodes, `Actor` first."""
        return ["Actor", *self.entities]

    def verdict(self, mode: str, *, negated: bool, stance: str) -> TieRule:
        """Return the first rule that fits; the table's last row fits everything."""
        return next(rule for rule in self.tie_rules if rule.fits(mode, negated=negated, stance=stance))

    def allows(self, ends: tuple[str, ...], label: str, kind: str) -> bool:
        """Return whether an entity of this first label and kind may stand at such an end."""
        return any(
            end == label or (end == ANY and label != CLAIM) or (label == "Actor" and end in (ACTOR, kind))
            for end in ends
        )


def _tie(name: str, row: dict[str, Any]) -> TieType:
    return TieType(
        name=name,
        definition=row["definition"],
        examples=tuple(row["examples"]),
        counter_examples=tuple(row["not"]),
        sources=tuple(row["from"]),
        targets=tuple(row["to"]),
        sign=row["sign"],
        aspect=row["aspect"],
        symmetric=row["symmetric"],
        balance=row["balance"],
        cameo=row["cameo"],
        plover=row["plover"],
        quad=row["quad"],
        sets=tuple(row.get("sets", ())),
        wording=tuple(row["words"]),
        phrase=row.get("phrase", name.lower().replace("_", " ")),
    )


def _rule(row: dict[str, Any]) -> TieRule:
    def any_if_empty(key: str) -> Any:
        return None if row[key] == "" else row[key]

    return TieRule(
        mode=any_if_empty("mode"),
        negated=any_if_empty("negated"),
        stance=any_if_empty("stance"),
        makes_tie=row["makes_tie"],
        endorsed=row["endorsed"],
        why=row["why"],
    )


@lru_cache(maxsize=1)
def codebook() -> Codebook:
    """Read the codebook (once a process)."""
    raw = tomllib.loads(Path(__file__).with_name("codebook.toml").read_text("utf-8"))
    return Codebook(
        actor_kinds=raw["actor_kinds"],
        entities={
            label: EntityType(label, row["definition"], tuple(row["kinds"])) for label, row in raw["entities"].items()
        },
        values=raw["values"],
        tie_rules=tuple(_rule(row) for row in raw["tie_rule"]),
        ties={name: _tie(name, row) for name, row in raw["ties"].items()},
        word_classes={name: tuple(words) for name, words in raw["word_classes"].items()},
    )
