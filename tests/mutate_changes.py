"""Small changes of meaning: a comparison, a number, an operator or a condition of a module becomes another."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Final

PACKAGE: Final = Path(__file__).parent.parent / "graph" / "tiebook"
COMPARISONS: Final = {
    ast.Lt: ("<", "<="),
    ast.LtE: ("<=", "<"),
    ast.Gt: (">", ">="),
    ast.GtE: (">=", ">"),
    ast.Eq: ("==", "!="),
    ast.NotEq: ("!=", "=="),
    ast.In: ("in", "not in"),
    ast.NotIn: ("not in", "in"),
    ast.Is: ("is", "is not"),
    ast.IsNot: ("is not", "is"),
}
ARITHMETIC: Final = {ast.Add: ("+", "-"), ast.Sub: ("-", "+"), ast.Mult: ("*", "+"), ast.Div: ("/", "*")}
CALLS: Final = {"min": "max", "max": "min", "any": "all", "all": "any", "sorted": "list"}
_SMALL: Final = 10  # numbers up to this one mean something; larger ones are mostly sizes


@dataclass(frozen=True, slots=True)
class Change:
    """One change: the text between two offsets of a file becomes another."""

    file: Path
    line: int
    start: int
    end: int
    old: str
    new: str

    def applied(self, text: bytes) -> bytes:
        """Return the file's text with the change made."""
        return text[: self.start] + self.new.encode() + text[self.end :]

    def __str__(self) -> str:
        return f"{self.file.relative_to(PACKAGE)}:{self.line}: `{self.old}` -> `{self.new}`"


def changes(file: Path) -> Iterator[Change]:  # noqa: C901 -- a case for each kind of change
    """Return all changes of a file that mean something else and can still be compiled."""
    text = file.read_bytes()
    starts = [0]
    for line in text.splitlines(keepends=True):
        starts.append(starts[-1] + len(line))

    def offset(line: int, column: int) -> int:
        return starts[line - 1] + column

    def span(node: ast.expr) -> tuple[int, int]:
        assert node.end_lineno is not None
        assert node.end_col_offset is not None
        return offset(node.lineno, node.col_offset), offset(node.end_lineno, node.end_col_offset)

    def between(one: ast.expr, other: ast.expr, old: str, new: str) -> Iterator[Change]:
        start, end = span(one)[1], span(other)[0]
        pattern = rb"\s+".join(re.escape(word).encode() for word in old.split())
        found = re.search(rb"(?<![\w<>=!])" + pattern + rb"(?![\w=])", text[start:end])
        if found:
            place = start + found.start()
            yield Change(file, text.count(b"\n", 0, place) + 1, place, start + found.end(), old, new)

    def instead(node: ast.expr, new: str) -> Iterator[Change]:
        start, end = span(node)
        yield Change(file, node.lineno, start, end, text[start:end].decode(), new)

    for node in _code(ast.parse(text)):
        match node:
            case ast.Compare(left=left, ops=ops, comparators=others):
                for one, op, other in zip([left, *others], ops, others, strict=False):
                    yield from between(one, other, *COMPARISONS[type(op)])
            case ast.BoolOp(op=op, values=values):
                words = ("and", "or") if isinstance(op, ast.And) else ("or", "and")
                for one, other in pairwise(values):
                    yield from between(one, other, *words)
            case ast.BinOp(left=left, op=op, right=right) if type(op) in ARITHMETIC:
                yield from between(left, right, *ARITHMETIC[type(op)])
            case ast.UnaryOp(op=ast.Not(), operand=operand):
                yield from instead(node, f"bool({ast.unparse(operand)})")
            case ast.Constant(value=bool(value)):
                yield from instead(node, str(not value))
            case ast.Constant(value=int(value)) if 0 <= value <= _SMALL:
                yield from instead(node, str(value + 1))
            case ast.Call(func=ast.Name(id=name) as called) if name in CALLS:
                yield from instead(called, CALLS[name])
            case ast.If(test=test) | ast.IfExp(test=test):
                yield from instead(test, f"not ({ast.unparse(test)})")


def _code(tree: ast.AST) -> Iterator[ast.AST]:
    """Return the nodes that run: no annotations, decorators or messages of exceptions, nothing for the type checker."""
    for field, value in ast.iter_fields(tree):
        if field in ("annotation", "returns", "exc", "msg", "type_params", "decorator_list") or _is_for_types(value):
            continue
        for child in value if isinstance(value, list) else [value]:
            if isinstance(child, ast.AST) and not _is_for_types(child):
                yield child
                yield from _code(child)


def _is_for_types(node: object) -> bool:
    return isinstance(node, ast.If) and isinstance(node.test, ast.Name) and node.test.id == "TYPE_CHECKING"
