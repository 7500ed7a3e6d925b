"""Random read queries of the portable subset: every clause that the guard lets through, over labels and types of the model.

Rows are determined by the graph: LIMIT and SKIP stand only below an ORDER BY over all columns, and a list that was collected
is counted or returned, never indexed.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Final

from tests.differential.choices import Choices
from tests.differential.expressions import SCALARS, Expressions, Scope, Var
from tests.differential.graphs import KINDS, ROLES, TIES
from tests.differential.typical import typical

_LABELS: Final[dict[str, list[tuple[int, str]]]] = {
    "": [(45, ":Actor"), (15, ""), (15, ":State"), (10, ":Claim"), (5, ":Actor:State")],
    "Actor": [(60, ":Actor"), (20, ""), (15, ":State"), (5, ":Actor:State")],
    "Claim": [(70, ":Claim"), (30, "")],
}
_INLINE: Final = ("id: 'a0'", "id: 'a1'", "kind: 'State'", "name: 'China'")
_SAME: Final = ("source", "factor", "sign", "rank")  # what nodes and edges have alike
_TIE_INLINE: Final = ("sign: 1", "endorsed: true", "id: 't0'", "position: 0")
_TYPICAL: Final = 12  # percent of short queries
_HOPS: Final = 5  # of all patterns, or rows get too many
_ORDERED: Final = ("str", "int", "bool", "float", "date")


@dataclass(frozen=True)
class Query:
    """A query, its parameters, whether its rows are sorted, and which columns are lists without an order."""

    text: str
    params: dict[str, Any]
    ordered: bool
    bags: tuple[int, ...]


@dataclass(frozen=True)
class _Item:
    """An item of WITH or RETURN, and the variable that it makes."""

    text: str
    var: Var
    aggregate: bool = False

    def written(self) -> str:
        return self.text if self.text == self.var.name else f"{self.text} AS {self.var.name}"


def draw_query(choices: Choices) -> Query:
    """Return a random query."""
    return _Writer(choices).query()


class _Writer:
    """Writes one query."""

    def __init__(self, choices: Choices) -> None:
        self._choices = choices
        self._hops = _HOPS

    def query(self) -> Query:
        if self._choices.chance(_TYPICAL):
            return Query(typical(self._choices), {}, ordered=False, bags=())
        scope = Scope()
        text, ordered, bags = self._single(scope)
        if self._choices.chance(4):
            kinds = [var.kind for var in scope.vars]
            if all(kind in SCALARS for kind in kinds):
                other = Scope(params=scope.params, counter=scope.counter)
                word = self._choices.one(("UNION ALL", "UNION"))
                body = self._body(other)
                exprs = Expressions(self._choices, other, self._nested)
                items = ", ".join(f"{exprs.any(var.kind)} AS {var.name}" for var in scope.vars)
                return Query(f"{_unsorted(text)}\n{word}\n{body}\nRETURN {items}", scope.params, False, bags)
        return Query(text, scope.params, ordered, bags)

    def _single(self, scope: Scope) -> tuple[str, bool, tuple[int, ...]]:
        body = self._body(scope)
        last, ordered = self._projection("RETURN", scope)
        bags = tuple(place for place, var in enumerate(scope.vars) if var.kind == "bag")
        return f"{body}\n{last}", ordered, bags

    def _body(self, scope: Scope) -> str:
        clauses = [self._match(scope)]
        while self._choices.chance(45) and len(clauses) < 5:
            clauses.append(
                self._choices.weighted(
                    [
                        (30, self._match),
                        (22, self._optional),
                        (25, self._with),
                        (6, self._unwind),
                        (7, self._call),
                        (5, self._shortest),
                    ]
                )(scope)
            )
        return "\n".join(clauses)

    # --- patterns ---

    def _match(self, scope: Scope) -> str:
        return "MATCH " + self._patterns(scope, named=True)

    def _optional(self, scope: Scope) -> str:
        return "OPTIONAL MATCH " + self._patterns(scope, named=True)

    def _patterns(self, scope: Scope, *, named: bool) -> str:
        before = list(scope.vars)
        patterns = [self._pattern(scope, before, named=named)]
        if self._choices.chance(18):
            patterns.append(self._pattern(scope, before, named=named))
        where = f" WHERE {self._where(scope)}" if self._choices.chance(38) else ""
        return ", ".join(patterns) + where

    def _where(self, scope: Scope) -> str:
        exprs = Expressions(self._choices, scope, self._nested, predicates=True)
        parts = [exprs.condition()]
        while self._choices.chance(18) and len(parts) < 3:
            parts.append(exprs.condition())
        return " AND ".join(parts)

    def _pattern(self, scope: Scope, before: list[Var], *, named: bool) -> str:
        text, label = self._node(scope, before)
        hops = self._choices.weighted([(25, 0), (52, 1), (19, 2), (4, 3)])
        for _ in range(min(hops, self._hops)):
            self._hops -= 1
            rel, label = self._rel(scope, label, before, named=named)
            node, label = self._node(scope, before, label)
            text += rel + node
        if named and hops and self._choices.chance(8):
            path = scope.fresh("p")
            scope.vars.append(Var(path, "path"))
            return f"{path} = {text}"
        return text

    def _node(self, scope: Scope, before: list[Var], wanted: str = "") -> tuple[str, str]:
        """Return a node pattern and the first label of what it matches; `wanted` is the label that gives rows."""
        bound = [var for var in scope.of("node") if not wanted or var.label in ("", wanted)]
        if bound and self._choices.chance(35):
            var = self._choices.one(bound)
            label = f":{self._choices.one(KINDS)}" if self._choices.chance(5) else ""
            return f"({var.name}{label})", var.label
        labels = _LABELS[wanted]
        label = self._choices.weighted(labels)
        props = self._inline(before) if self._choices.chance(10) else ""
        first = "Claim" if label == ":Claim" else ("Actor" if label else wanted)
        name = ""
        if self._choices.chance(85):
            name = scope.fresh("n")
            scope.vars.append(Var(name, "node", first))
        return f"({name}{label}{props})", first

    def _inline(self, before: list[Var]) -> str:
        texts = [var.name for var in before if var.kind == "str"]
        if texts and self._choices.chance(40):
            return f" {{id: {self._choices.one(texts)}}}"
        things = [var for var in before if var.kind in ("node", "rel")]
        if things and self._choices.chance(30):
            key = self._choices.one(_SAME)
            return f" {{{key}: {self._choices.one(things).name}.{key}}}"
        return f" {{{self._choices.one(_INLINE)}}}"

    def _tie_inline(self, before: Sequence[Var]) -> str:
        things = [var for var in before if var.kind in ("node", "rel")]
        if things and self._choices.chance(40):
            key = self._choices.one(_SAME)
            return f" {{{key}: {self._choices.one(things).name}.{key}}}"
        return f" {{{self._choices.one(_TIE_INLINE)}}}"

    def _rel(self, scope: Scope, start: str, before: Sequence[Var] = (), *, named: bool) -> tuple[str, str]:
        """Return a relationship pattern that may leave a node of this label, and the label at its other end."""
        role = start == "Claim" or self._choices.chance(12)
        tie = self._choices.one(ROLES if role else TIES)
        types = self._choices.weighted(
            [(50, f":{tie}"), (30, ""), (20, f":{tie}|{self._choices.one((*TIES, *ROLES))}")]
        )
        length = self._choices.weighted([(88, ""), (4, "*1..2"), (2, "*2"), (2, "*0..1"), (2, "*..2"), (2, "*2..3")])
        if length:
            self._hops -= 1
        name = ""
        if named and not length and self._choices.chance(50):
            name = scope.fresh("t")
            scope.vars.append(Var(name, "rel"))
        props = self._tie_inline(before) if self._choices.chance(5) else ""
        inside = f"{name}{types}{length}{props}"
        arrow = self._choices.weighted([(45, "-{}->"), (35, "-{}-"), (20, "<-{}-")])
        end = "Actor" if role == (start == "Claim") and not length else ""
        if role and start != "Claim":
            arrow = self._choices.one(("<-{}-", "-{}-"))
            end = "Claim" if not length else ""
        if start == "Claim":
            arrow = self._choices.one(("-{}->", "-{}-"))
        if "|" in types or not types:
            end = end if types and start == "Claim" else ""
        return arrow.format(f"[{inside}]" if inside else ""), end

    def _nested(self, outer: Scope) -> str:
        """Return the inside of EXISTS or COUNT, which shares a node with the query around it."""
        scope = outer.inner(outer.vars)
        nodes = scope.of("node")
        var = self._choices.one(nodes) if nodes else None
        text, label = (f"({var.name})", var.label) if var else self._node(scope, [])
        for _ in range(1 + self._choices.chance(20)):
            rel, label = self._rel(scope, label, named=True)
            node, label = self._node(scope, [], label)
            text += rel + node
        where = (
            f" WHERE {Expressions(self._choices, scope, predicates=True).condition(1)}"
            if self._choices.chance(40)
            else ""
        )
        word = "MATCH " if self._choices.chance(50) or where else ""
        return f"{word}{text}{where}"

    def _shortest(self, scope: Scope) -> str:
        first, second, path = scope.fresh("n"), scope.fresh("n"), scope.fresh("p")
        types = self._choices.one(("", ":COOPERATES_WITH", ":COOPERATES_WITH|OPPOSES"))
        arrow = self._choices.one(("-[{}*..3]-", "-[{}*..3]->", "<-[{}*..4]-")).format(types)
        word = self._choices.one(("shortestPath", "allShortestPaths"))
        scope.vars += [Var(first, "node"), Var(second, "node"), Var(path, "path")]
        return (
            f"MATCH ({first}:Actor), ({second}:Actor) WHERE {first}.id < {second}.id\n"
            f"MATCH {path} = {word}(({first}){arrow}({second}))"
        )

    # --- projections ---

    def _unwind(self, scope: Scope) -> str:
        name = scope.fresh("x")
        source = Expressions(self._choices, scope, None).any("strs", 1)
        scope.vars.append(Var(name, "str"))
        return f"UNWIND {source} AS {name}"

    def _with(self, scope: Scope) -> str:
        text, _ = self._projection("WITH", scope)
        if self._choices.chance(35) and scope.vars:
            text += f" WHERE {self._where(scope)}"
        return text

    def _call(self, scope: Scope) -> str:
        nodes = scope.of("node")
        if not nodes or scope.depth:
            return self._match(scope)
        taken = self._choices.one(nodes)
        inner = scope.inner([taken])
        rel, label = self._rel(inner, taken.label, named=True)
        start = f"({taken.name}){rel}{self._node(inner, [], label)[0]}"
        where = f" WHERE {self._where(inner)}" if self._choices.chance(40) else ""
        last, _ = self._projection("RETURN", inner, fresh=True)
        scope.vars += inner.vars
        return f"CALL ({taken.name}) {{ MATCH {start}{where} {last} }}"

    def _projection(self, word: str, scope: Scope, *, fresh: bool = False) -> tuple[str, bool]:
        """Return WITH or RETURN with its items, and whether it sorts all rows; the scope is what it leaves."""
        items = self._items(word, scope, fresh=fresh)
        distinct = "DISTINCT " if self._choices.chance(15) else ""
        text = f"{word} {distinct}" + ", ".join(item.written() for item in items)
        scope.vars = [item.var for item in items]
        keys = [_key(item.var) for item in items]
        if None in keys or not self._choices.chance(30):
            return text, False
        order = [f"{key}{self._choices.one(('', ' DESC'))}" for key in keys]
        text += f" ORDER BY {', '.join(order)}"
        if self._choices.chance(15):
            text += f" SKIP {1 + self._choices.below(2)}"
        if self._choices.chance(60):
            text += f" LIMIT {1 + self._choices.below(4)}"
        return text, True

    def _items(self, word: str, scope: Scope, *, fresh: bool) -> list[_Item]:
        exprs = Expressions(self._choices, scope, self._nested)
        aggregates = self._choices.chance(50)
        keys = self._choices.weighted([(45, 1), (35, 2), (20, 0 if aggregates else 3)])
        items = [self._key_item(word, scope, exprs, fresh=fresh) for _ in range(keys)]
        counted = 1 + self._choices.chance(25) if aggregates else 0
        items += [self._aggregate(scope, exprs) for _ in range(counted)]
        unique = {item.var.name: item for item in items}
        return list(unique.values())

    def _key_item(self, word: str, scope: Scope, exprs: Expressions, *, fresh: bool) -> _Item:
        things = scope.of("node", "rel")
        if word == "WITH" and things and self._choices.chance(70):
            var = self._choices.one(things)
            return _Item(var.name, var)
        if word == "WITH" and scope.of("path", "bag") and self._choices.chance(50):
            var = self._choices.one(scope.of("path", "bag"))
            return _Item(var.name, var)
        if word == "RETURN" and not fresh and scope.of("bag") and self._choices.chance(60):
            var = self._choices.one(scope.of("bag"))
            return _Item(var.name, Var(scope.fresh("v"), "bag"))
        kind = self._choices.one(SCALARS)
        scalars = scope.of(*SCALARS)
        if scalars and self._choices.chance(40):
            var = self._choices.one(scalars)
            return _Item(var.name, Var(var.name if not fresh else scope.fresh("v"), var.kind))
        return _Item(exprs.any(kind), Var(scope.fresh("v"), kind))

    def _aggregate(self, scope: Scope, exprs: Expressions) -> _Item:
        name = scope.fresh("g")
        make: Callable[[], tuple[str, str]] = self._choices.weighted(
            [
                (25, lambda: ("count(*)", "int")),
                (20, lambda: (f"count({self._counted(scope, exprs)})", "int")),
                (20, lambda: (f"count(DISTINCT {self._counted(scope, exprs)})", "int")),
                (8, lambda: (f"sum({exprs.any('int')})", "int")),
                (7, lambda: self._extreme(exprs)),
                (5, lambda: (f"avg({exprs.any('float')})", "float")),
                (8, lambda: (f"collect({exprs.any('str')})", "bag")),
                (7, lambda: (f"collect(DISTINCT {exprs.any('str')})", "bag")),
            ]
        )
        text, kind = make()
        return _Item(text, Var(name, kind), aggregate=True)

    def _counted(self, scope: Scope, exprs: Expressions) -> str:
        things = scope.of("node", "rel")
        if things and self._choices.chance(70):
            return self._choices.one(things).name
        return exprs.any(self._choices.one(SCALARS), 1)

    def _extreme(self, exprs: Expressions) -> tuple[str, str]:
        kind = self._choices.one(("int", "str", "float", "date"))
        return f"{self._choices.one(('max', 'min'))}({exprs.any(kind)})", kind


def _key(var: Var) -> str | None:
    """Return what rows are sorted by that hold this variable; None where there is no such thing."""
    if var.kind in _ORDERED:
        return var.name
    return f"{var.name}.id" if var.kind == "node" else None


def _unsorted(text: str) -> str:
    head, _, last = text.rpartition("\nRETURN")
    return f"{head}\nRETURN{last.split(' ORDER BY ')[0]}"
