"""Random typed expressions of the portable subset."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Final

from tests.differential.choices import Choices
from tests.differential.graphs import DAYS, KINDS, ROLES, TIES, WORDS

# what has a property of a type: actors, claims and ties alike, where there is one; it is null elsewhere
PROPERTIES: Final = {
    "node": {
        "str": ("id", "name", "kind", "note", "mode", "factor", "source"),
        "int": ("rank", "paragraph", "sign"),
        "bool": ("negated",),
        "float": ("confidence",),
        "date": ("since_earliest",),
        "strs": ("aliases", "regarding"),
    },
    "rel": {
        "str": ("id", "factor", "claim", "source"),
        "int": ("rank", "sign", "position"),
        "bool": ("endorsed", "inferred"),
        "float": ("confidence", "value"),
        "date": ("since_earliest",),
        "strs": ("regarding",),
    },
}
SCALARS: Final = ("str", "int", "bool", "float", "date", "strs")
TEXTS: Final = ("a0", "a1", "t0", "c0", "f1", "s1", "State", "actual", *WORDS)


@dataclass(frozen=True)
class Var:
    """A variable: its kind, and whether its order is not said (a bag: a list that was collected)."""

    name: str
    kind: str  # node, rel, path, a type of SCALARS, or bag
    label: str = ""  # of a node, where its pattern names one


@dataclass
class Scope:
    """The variables in reach, and the parameters of the whole query."""

    vars: list[Var] = field(default_factory=list)
    params: dict[str, Any] = field(default_factory=dict)
    counter: list[int] = field(default_factory=lambda: [0])
    depth: int = 0

    def fresh(self, letter: str) -> str:
        """Return a name that the query does not have yet."""
        self.counter[0] += 1
        return f"{letter}{self.counter[0]}"

    def of(self, *kinds: str) -> list[Var]:
        """Return the variables of these kinds, the newest first."""
        return [var for var in reversed(self.vars) if var.kind in kinds]

    def inner(self, variables: list[Var]) -> Scope:
        """Return a scope for a subquery that sees these variables."""
        return Scope(list(variables), self.params, self.counter, self.depth + 1)


class Expressions:
    """Writes expressions over a scope."""

    def __init__(self, choices: Choices, scope: Scope, nested: Any = None, *, predicates: bool = False) -> None:
        """Take what is drawn from.

        nested -- writes the pattern of a subquery and is given a scope
        predicates -- a pattern may stand for whether it is there, as in a WHERE
        """
        self._choices = choices
        self.scope = scope
        self._nested = nested
        self._predicates = predicates

    def literal(self, kind: str) -> str:
        """Return a literal or a parameter."""
        value = self._value(kind)
        if self._choices.chance(15):
            name = f"p{len(self.scope.params)}"
            self.scope.params[name] = value
            return f"${name}"
        return written(value)

    def _value(self, kind: str) -> Any:
        values: dict[str, tuple[Any, ...]] = {
            "str": TEXTS,
            "int": (0, 1, 2, 3, -1),
            "bool": (True, False),
            "float": (0.5, 1.0, 0.25),
            "date": DAYS,
            "strs": (["a0"], [], ["a0", "a1"], ["China", "Iran", "State"], ["f1"]),
        }
        return self._choices.one(values[kind])

    def any(self, kind: str, depth: int = 2) -> str:
        """Return an expression of a type; a boolean one is in brackets where it needs them."""
        if depth <= 0 or not self._choices.chance(45):
            return self._leaf(kind)
        return self._deep(kind, depth - 1)

    def _leaf(self, kind: str) -> str:
        found = [var.name for var in self.scope.of(kind)]
        for owner in ("node", "rel"):
            for var in self.scope.of(owner):
                found += [f"{var.name}.{prop}" for prop in PROPERTIES[owner][kind]]
        if kind == "str":
            found += [f"type({var.name})" for var in self.scope.of("rel")]
        if kind == "int":
            found += [f"length({var.name})" for var in self.scope.of("path")]
            found += [f"size({var.name})" for var in self.scope.of("bag")]
        if not found or self._choices.chance(15):
            return self.literal(kind) if not self._choices.chance(3) else "null"
        return self._choices.one(found)

    def _deep(self, kind: str, depth: int) -> str:
        if self._choices.chance(12):
            return self._case(kind, depth)
        if self._choices.chance(12):
            return f"coalesce({self.any(kind, depth)}, {self.any(kind, depth)})"
        return {
            "str": self._text,
            "int": self._whole,
            "bool": self.condition,
            "float": self._decimal,
            "date": self._leaf_date,
            "strs": self._list,
        }[kind](depth)

    def _case(self, kind: str, depth: int) -> str:
        if self._choices.chance(30):
            subject = self.any("str", depth)
            return f"CASE {subject} WHEN {self.any('str', 0)} THEN {self.any(kind, depth)} ELSE {self.any(kind, 0)} END"
        end = f" ELSE {self.any(kind, 0)}" if self._choices.chance(70) else ""
        return f"CASE WHEN {self.condition(depth)} THEN {self.any(kind, depth)}{end} END"

    def _text(self, depth: int) -> str:
        form = self._choices.below(6)
        if form == 0:
            return f"({self.any('str', depth)} + {self.any('str', 0)})"
        if form == 1:
            return f"toUpper({self.any('str', depth)})"
        if form == 2:
            return f"left({self.any('str', depth)}, 1)"
        if form == 3:
            return f"head({self.any('strs', depth)})"
        if form == 4:
            return f"toString({self.any('int', depth)})"
        return f"replace({self.any('str', depth)}, 'a', 'I')"

    def _whole(self, depth: int) -> str:
        form = self._choices.below(6)
        if form == 0:
            return f"({self.any('int', 0)} {self._choices.one('+-*')} {self.any('int', depth)})"
        if form == 1:
            return f"size({self.any('strs', depth)})"
        if form == 2:
            return f"size({self.any('str', depth)})"
        if form == 3 and self._nested and self.scope.depth < 2:
            return f"COUNT {{ {self._nested(self.scope)} }}"
        if form == 4:
            return f"abs({self.any('int', depth)})"
        return f"sign({self.any('int', depth)})"

    def _decimal(self, depth: int) -> str:
        return f"({self.any('float', depth)} {self._choices.one('+-*')} {self.any('float', 0)})"

    def _leaf_date(self, depth: int) -> str:  # noqa: ARG002 -- as the others
        return self._leaf("date")

    def _list(self, depth: int) -> str:
        form = self._choices.below(4)
        if form == 0:
            return f"(coalesce({self.any('strs', depth)}, []) + {self.literal('strs')})"
        if form == 1:
            name = self.scope.fresh("i")
            source, sign = self.any("strs", depth), self._choices.one(("<>", "="))
            return f"[{name} IN {source} WHERE {name} {sign} {self.any('str', 0)} | {name}]"
        if form == 2 and self.scope.of("path"):
            name = self.scope.fresh("i")
            return f"[{name} IN nodes({self._choices.one(self.scope.of('path')).name}) | {name}.id]"
        return f"tail({self.any('strs', depth)})"

    def condition(self, depth: int = 2) -> str:
        """Return a boolean expression, in brackets where it is made of others."""
        form = self._choices.weighted(
            [
                (30, self._comparison),
                (10, self._null),
                (8, self._among),
                (12, self._joined),
                (6, self._negated),
                (6, self._words),
                (6, self._label),
                (6, self._plain),
                (6, self._every),
                (10, self._subquery),
                (4, self._same),
            ]
        )
        return form(depth)

    def _comparison(self, depth: int) -> str:
        kind = self._choices.one(("str", "int", "float", "date", "bool"))
        signs = ("=", "<>") if kind == "bool" else ("=", "<>", "<", "<=", ">", ">=")
        left, right = self.any(kind, depth - 1), self.any(kind, depth - 1)
        if kind == "bool":
            left, right = self._bracketed(left), self._bracketed(right)
        return f"{left} {self._choices.one(signs)} {right}"

    def _bracketed(self, text: str) -> str:
        """Return an operand that stands for itself: KGLite takes `(n:State)` and `(COUNT { ... })` for patterns."""
        return f"coalesce({text}, null)" if ":" in text or text.startswith(("COUNT", "(COUNT")) else f"({text})"

    def _null(self, depth: int) -> str:
        owned = self.scope.of("node", "rel")
        kind = self._choices.one(SCALARS)
        thing = (
            self._choices.one(owned).name
            if owned and self._choices.chance(30)
            else self._bracketed(self.any(kind, depth - 1))
        )
        return f"{thing} IS {self._choices.one(('NOT ', ''))}NULL"

    def _among(self, depth: int) -> str:
        if self._choices.chance(30):
            return f"{self.any('int', depth - 1)} IN [1, {self.any('int', 0)}]"
        return f"{self.any('str', depth - 1)} IN {self._leaf('strs')}"

    def _joined(self, depth: int) -> str:
        if depth <= 0:
            return self._comparison(0)
        word = self._choices.one(("AND", "OR", "XOR"))
        return f"({self.condition(depth - 1)} {word} {self.condition(depth - 1)})"

    def _negated(self, depth: int) -> str:
        return f"NOT ({self.condition(depth - 1)})" if depth > 0 else self._comparison(0)

    def _words(self, depth: int) -> str:
        word = self._choices.one(("STARTS WITH", "ENDS WITH", "CONTAINS"))
        return f"{self.any('str', depth - 1)} {word} {self.any('str', 0)}"

    def _label(self, depth: int) -> str:
        nodes = self.scope.of("node")
        if not nodes:
            return self._comparison(depth)
        return f"{self._choices.one(nodes).name}:{self._choices.one((*KINDS, 'Actor', 'Claim'))}"

    def _plain(self, depth: int) -> str:
        return self._leaf("bool") if depth else self._comparison(0)

    def _every(self, depth: int) -> str:
        word, name = self._choices.one(("any", "all", "none", "single")), self.scope.fresh("i")
        return f"{word}({name} IN {self.any('strs', depth - 1)} WHERE {name} = {self.any('str', 0)})"

    def _subquery(self, depth: int) -> str:
        if self._nested is None or self.scope.depth >= 2 or not self.scope.of("node"):
            return self._comparison(depth)
        if not self._predicates or self._choices.chance(50):
            return f"EXISTS {{ {self._nested(self.scope)} }}"
        first, types = (
            self._choices.one(self.scope.of("node")).name,
            self._choices.one(("", *(f":{each}" for each in (*TIES, *ROLES)))),
        )
        other = self._choice_of_end()
        arrow = self._choices.one(("-[{}]->", "<-[{}]-", "-[{}]-")).format(types)
        return f"{self._choices.one(('', 'NOT '))}({first}){arrow}({other})"

    def _choice_of_end(self) -> str:
        nodes = self.scope.of("node")
        return self._choices.one(("", ":Actor", ":State", *(var.name for var in nodes)))

    def _same(self, depth: int) -> str:
        nodes = self.scope.of("node")
        if len(nodes) < 2:
            return self._comparison(depth)
        return f"{nodes[0].name} {self._choices.one(('=', '<>'))} {self._choices.one(nodes[1:]).name}"


def written(value: Any) -> str:
    """Return a value as a literal of Cypher."""
    if value is None or isinstance(value, bool):
        return {None: "null", True: "true", False: "false"}[value]
    if isinstance(value, (int, float)):
        return repr(value)
    if isinstance(value, list):
        return f"[{', '.join(map(written, value))}]"
    if isinstance(value, str):
        return f"'{value}'"
    return f"date('{value.isoformat()}')"
