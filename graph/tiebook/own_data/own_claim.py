"""A claim of your own: its names resolved in the graph, checked by the rules of a coded article."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from datetime import date
from typing import Any, Final

from pydantic import ValidationError

from tiebook.ask.names import resolve
from tiebook.case.build import BUILT_IN
from tiebook.case.derive.claims import NAMED, SAYS, claim_id
from tiebook.case.derive.defaults import defaults
from tiebook.case.derive.gloss import gloss_of
from tiebook.case.derive.record import claim_of
from tiebook.case.entries import ClaimEntry, faults_of
from tiebook.case.names import Names, fill_entity, kind_fault, slug
from tiebook.case.rules import claim_faults
from tiebook.engine import Engine
from tiebook.errors import AmbiguousName, BadCase, UnknownName, UsageError
from tiebook.model.codebook import CLAIM, codebook
from tiebook.model.records import Claim, Entity, Node, Reference, without_none
from tiebook.model.schema import DECLARATIONS
from tiebook.sync.source_identity import DATASET

_ENDS: Final = ("from", "tie", "to")
# what a claim that disputes another one says as that one does
_TAKEN: Final = (
    "mode",
    "negated",
    "sign",
    "aspect",
    "inferred",
    "constraint",
    "mechanism",
    "condition",
    "rank",
    "since",
    "until",
)
_MORE: Final = 1000  # claims with the same ends in one source


class OwnClaims:
    """Claims of one source before it is written: the names that they use, and the nodes at which they end."""

    def __init__(self, engine: Engine, source: str, author: str) -> None:
        """Set the graph and the author, by id or name: an unknown one becomes a person."""
        self._engine = engine
        self._source = source
        self.names = Names(derives=True)
        self.nodes: dict[tuple[str, str], Node] = {}
        self.claims: dict[str, Claim] = {}
        self.again: set[str] = set()  # ids of claims that the graph has already, in the same words
        self.author = self._author(author)

    def declare(self, name: str, kind: str, *, label: str = "Actor", **fields: Any) -> str:
        """Declare an entity that the graph does not know, and return its id.

        Raises UsageError for a kind that the codebook does not have.
        """
        given = {"name": name, "kind": kind, **fields}
        filled = fill_entity({key: value for key, value in given.items() if value is not None}, label)
        kinds = tuple(codebook().actor_kinds) if label == "Actor" else codebook().entities[label].kinds
        if filled["kind"] not in kinds:
            raise UsageError(kind_fault(filled["kind"], kinds))
        own = {key: filled[key] for key in ("date", "part_of", "note") if key in filled}
        entity = Entity(label, filled["id"], filled["name"], filled["kind"], tuple(filled.get("aliases", ())), **own)
        self.names.declare(entity)
        self.nodes[label, entity.id] = entity.node(self._source)
        return entity.id

    def add(self, given: Mapping[str, Any], taken: Collection[str], today: date) -> Claim:
        """Check a claim and keep it; the same claim again is the same.

        given -- the fields of a [[claim]] (docs/case-format.md); `disputes` is the claim that it says does not hold
        taken -- ids of claims that the source has in the graph

        Raises BadCase with every fault, UnknownName and AmbiguousName for what nobody knows.
        """
        values = {name: value for name, value in given.items() if value not in (None, "", [], ())}
        disputed = values.pop("disputes", None)
        about = [values.pop("about")] if isinstance(values.get("about"), str) else [*values.pop("about", [])]
        if disputed is not None:
            whole = resolve(self._engine, "claim", str(disputed), "disputes")
            values = {**self._disputed(whole), **values}
            about = [whole, *about]
        self._ends(values)
        for name in NAMED:
            if name in values:
                values[name] = self._entities(name, values[name])
        values = {**defaults(values, self.names.label(values["from"]), self.author), "paragraph": 1, **values}
        values.setdefault("aspect", "state")  # of a type that there is not: so that only the type is a fault
        undated = "said_on" not in values
        values.setdefault("said_on", today.isoformat())
        values.setdefault("gloss", gloss_of(values, self.names.name, self.author))
        claims = [self._claim(each) for each in about]
        claim = self._checked(values, claims, today, taken)
        held = self._props(claim) if undated and claim.id in taken else {}
        if said_on := _day(held.get("said_on")):
            before = self._checked({**values, "said_on": said_on.isoformat()}, claims, said_on, taken)
            if without_none(before.node().props) == {key: each for key, each in held.items() if key != "id"}:
                claim = before
                self.again.add(claim.id)
        self.claims[claim.id] = claim
        return claim

    def _checked(self, values: dict[str, Any], about: list[str], today: date, taken: Collection[str]) -> Claim:
        wanted = values.get("id") or claim_id(values) if values["tie"] in codebook().ties else "claim"
        try:
            entry = ClaimEntry.model_validate({**values, "id": wanted}).model_copy(update={"about": about})
        except ValidationError as error:
            raise _faulty(f"{key}: {message}" if key else message for key, message in faults_of(error)) from None
        faults = [f"{key}: {message}" for key, message in claim_faults(entry, self.names, {}, self.author)]
        if faults:
            raise _faulty(faults)
        for number in range(1, _MORE):
            own = wanted if number == 1 else f"{wanted}-{number}"
            claim = claim_of(entry.model_copy(update={"id": own}), self.names, self._source, self.author, today)
            if self._is_free(claim, taken) or "id" in values:
                return claim
        raise UsageError(f"{self._source} has too many claims of these ends", hint="give the claim an id")

    def _is_free(self, claim: Claim, taken: Collection[str]) -> bool:
        """Return whether an id is not used, or by this very claim."""
        if claim.id in self.claims:
            return self.claims[claim.id].quote == claim.quote
        if claim.id not in taken:
            return True
        rows = self._engine.read("MATCH (c:Claim {id: $id}) RETURN c.quote AS quote", {"id": claim.id}).rows
        return bool(rows) and rows[0][0] == claim.quote

    def _props(self, claim: Claim) -> dict[str, Any]:
        """Return what the graph has of a claim of this id."""
        rows = self._engine.read("MATCH (c:Claim {id: $id}) RETURN properties(c) AS props", {"id": claim.id}).rows
        return dict(rows[0][0]) if rows else {}

    def _ends(self, values: dict[str, Any]) -> None:
        """Split `says`: "china SELLS_ARMS_TO iran".

        Raises UsageError.
        """
        says = values.pop("says", None)
        if says is not None:
            parts = SAYS.fullmatch(says) if isinstance(says, str) else None
            if parts is None:
                raise UsageError(f"{says!r}: write FROM TIE TO, each one word", hint='"china SELLS_ARMS_TO iran"')
            values.update(zip(_ENDS, parts.groups(), strict=True))
        missing = [name for name in (*_ENDS, "quote") if not values.get(name)]
        if missing:
            raise _faulty(f"{name}: is missing" for name in missing)
        values["tie"] = str(values["tie"]).replace("-", "_").upper()

    def _disputed(self, claim: str) -> dict[str, Any]:
        """Return what a claim says, as said by its holders and disputed by the author."""
        (props, start, end) = self._engine.read(
            "MATCH (c:Claim {id: $id})-[:FROM]->(a) MATCH (c)-[:TO]->(b)"
            " RETURN properties(c) AS props, a.id AS start_id, b.id AS end_id",
            {"id": claim},
        ).rows[0]
        said = {name: props[name] for name in _TAKEN if props.get(name) is not None}
        lists = {name: props[name] for name in ("holder", "by", "regarding") if props.get(name)}
        factor = {"factor": props["factor"]} if props.get("factor") else {}
        return {**said, **lists, **factor, "from": start, "to": end, "tie": props["tie"], "stance": "disputes"}

    def _author(self, named: str) -> str:
        """Return the id of the author; a person whom only data sets list, as under sanctions, is a namesake.

        Raises AmbiguousName where texts have several actors of this name, UnknownName for a name without letters.
        """
        try:
            found = self._entity("author", named, "actor")
            if found == named or not self._is_namesake(found):
                return found
            del self.nodes["Actor", found]
        except UnknownName:
            if not slug(named):
                raise
        except AmbiguousName as error:
            ids = [each for each in error.near if not self._is_namesake(each)]
            if len(ids) > 1:
                raise
            if ids:
                return self._entity("author", ids[0], "actor")
        return self.declare(named, "Person")

    def _is_namesake(self, actor: str) -> bool:
        """Return whether an actor is a person whom only data sets list."""
        rows = self._engine.read(
            "MATCH (a:Actor {id: $id}) WHERE 'Person' IN labels(a)"
            " OPTIONAL MATCH (s:Source) WHERE s.id IN a.sources AND s.kind <> $dataset RETURN a.id AS id, count(s) AS texts",
            {"id": actor, "dataset": DATASET},
        ).rows
        return bool(rows) and not rows[0][1]

    def _entities(self, field: str, value: Any) -> Any:
        return (
            [self._entity(field, each) for each in value]
            if isinstance(value, (list, tuple))
            else self._entity(field, value)
        )

    def _entity(self, field: str, named: str, kind: str = "entity") -> str:
        """Return the id that a name means: to the draft itself, in the graph, or to the crosswalk.

        Raises UnknownName, AmbiguousName.
        """
        if (label := self.names.label(named)) and (label != "Actor" or (label, named) in self.nodes):
            return named
        if named == BUILT_IN.id:
            self.nodes[BUILT_IN.label, BUILT_IN.id] = BUILT_IN.node(self._source)
            return named
        try:
            found = resolve(self._engine, kind, named, field) if self._engine.exists() else None
        except UnknownName:
            found = None
            known = self.names.resolve(named)
            if known not in self.names.references:
                raise
            named = known
        if found is not None:
            self._from_graph(found)
            return found
        known = self.names.resolve(named)
        if known not in self.names.references:
            raise UnknownName(f"{field}: there is no entity called {named!r}")
        for entity in self.names.used:
            self.nodes.setdefault((entity.label, entity.id), entity.node(self._source))
        return known

    def _from_graph(self, entity: str) -> None:
        """Declare an entity as the graph has it."""
        for label in codebook().labels:
            rows = self._engine.read(
                f"MATCH (n:{label} {{id: $id}}) RETURN properties(n) AS props, labels(n) AS labels", {"id": entity}
            ).rows
            for props, labels in rows:
                own = {key: value for key, value in props.items() if key not in ("id", "sources", DECLARATIONS)}
                second = next((each for each in labels if each in codebook().actor_kinds), None)
                self.nodes[label, entity] = Node(label, entity, {**own, "sources": [self._source]}, second)
                self.names.references[entity] = Reference(label, entity, own["name"])
                self.names.kinds[entity] = own["kind"]

    def _claim(self, named: str) -> str:
        """Return the id of a claim that this one is about, and declare it among the names."""
        if f"{self._source}/{named}" in self.claims:
            named = f"{self._source}/{named}"
        whole = named if named in self.claims else resolve(self._engine, "claim", named, "about")
        self.names.references[whole] = Reference(CLAIM, whole, whole)
        return whole


def _day(given: Any) -> date | None:
    """Return the day that a claim was said on; None where less than a day is known."""
    try:
        return date.fromisoformat(str(given))
    except ValueError:
        return None


def _faulty(faults: Iterable[str]) -> BadCase:
    return BadCase("the claim has faults, nothing was added", list(faults), hint="docs/case-format.md has all fields")
