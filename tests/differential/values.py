"""Every function that the guard lets through, and every operator, over typed arguments: the scalar expressions to compare."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import product
from typing import Final

from tests.differential.campaign import Side
from tests.differential.compare import canonical
from tests.differential.engines import Fault

NUMBERS: Final = ("null", "0", "2", "-3", "2.5", "-2.5", "0.5", "1e8", "1e20", "9007199254740993", "-0.0")
TEXTS: Final = (
    "null",
    "''",
    "' a b '",
    "'Île'",
    "'ß'",
    "'İ'",
    "'中国'",
    "'😀x'",
    "'12'",
    "'-1.5'",
    "'1e3'",
    "'x'",
    "'true'",
)
LISTS: Final = ("null", "[]", "[1, null]", "['b', 'a', 'b']", "[1, 2.0, 'x']", "[[1], [2]]")
DATES: Final = (
    "null",
    "date('2020-02-29')",
    "date('2020')",
    "date('2020-10')",
    "date({year: 2020, month: 3})",
    "datetime('2020-10-19T10:00:00Z')",
    "localdatetime('2020-10-19T10:00')",
)
SOME: Final = ("null", "1", "1.5", "'a'", "true", "[1]", "date('2020-02-29')", "{a: 1}")

_OF_A_NUMBER: Final = (
    "abs",
    "ceil",
    "exp",
    "floor",
    "isNaN",
    "log",
    "round",
    "sign",
    "sqrt",
    "toFloat",
    "toInteger",
    "toString",
)
_OF_A_TEXT: Final = (
    *("char_length", "lTrim", "reverse", "rTrim", "size", "toFloat", "toInteger", "toLower", "toUpper", "trim", "date"),
    *("isEmpty", "length", "head", "toString"),
)
_OF_A_LIST: Final = ("head", "last", "reverse", "size", "tail", "isEmpty", "length", "toString")
_OF_ANY: Final = (
    "toString",
    "valueType",
    "exists",
    "isEmpty",
    "size",
    "coalesce",
    "toInteger",
    "toFloat",
    "abs",
    "keys",
    "properties",
)
_SIGNS: Final = ("+", "-", "*", "/", "%", "^", "=", "<>", "<", ">=")


def differing(sides: Sequence[Side]) -> Iterator[tuple[str, list[str]]]:
    """Return every expression whose values differ, with what each side says; a fault is told as `refused`."""
    for expression in expressions():
        said = [_said(side, expression) for side in sides]
        if len({"refused" if each.startswith("refused") else each for each in said}) > 1:
            yield expression, said


def _said(side: Side, expression: str) -> str:
    try:
        return canonical(side.run(f"RETURN {expression} AS v", {}))[0]
    except Fault as fault:
        return f"refused: {fault}"


def expressions() -> Iterator[str]:
    """Return every expression of the comparison."""
    yield from dict.fromkeys(_all())


def _all() -> Iterator[str]:
    for name, value in product(_OF_A_NUMBER, NUMBERS):
        yield f"{name}({value})"
    for name, value in product(_OF_A_TEXT, TEXTS):
        yield f"{name}({value})"
    for name, value in product(_OF_A_LIST, LISTS):
        yield f"{name}({value})"
    for name, value in product(_OF_ANY, SOME):
        yield f"{name}({value})"
    yield from _with_more_arguments()
    for sign, left, right in product(_SIGNS, ("null", "7", "-7", "2.5", "0"), ("null", "2", "-2", "0.5", "0", "0.0")):
        yield f"{left} {sign} {right}"
    for sign, (left, right) in product(("+", "=", "<>", "<", ">"), product(SOME, SOME)):
        yield f"{left} {sign} {right}"
    yield from _of_days()
    yield from _of_lists()


def _with_more_arguments() -> Iterator[str]:
    for value, number in product(TEXTS, ("null", "0", "1", "9", "-1")):
        yield f"left({value}, {number})"
        yield f"right({value}, {number})"
        yield f"substring({value}, {number})"
    for value, number in product(TEXTS, ("null", "0", "2")):
        yield f"substring({value}, 1, {number})"
    for value, other in product(TEXTS, ("null", "''", "' '", "'a'")):
        yield f"split({value}, {other})"
        yield f"replace({value}, {other}, '-')"
        yield f"{value} CONTAINS {other}"
        yield f"{value} STARTS WITH {other}"
        yield f"{value} ENDS WITH {other}"
        yield f"{value} =~ '.*a.*'"
    for value, digits in product(NUMBERS, ("null", "0", "1", "-1")):
        yield f"round({value}, {digits})"
    for left, right in product(SOME, SOME):
        yield f"coalesce({left}, {right})"
        yield f"nullIf({left}, {right})"
        yield f"{left} IN [{right}, null]"
    for first, last in product(("null", "0", "3"), ("null", "3", "-1")):
        yield f"range({first}, {last})"
    for step in ("2", "-1", "0"):
        yield f"range(0, 5, {step})"


def _of_days() -> Iterator[str]:
    for value in DATES:
        for part in (
            "year",
            "month",
            "day",
            "quarter",
            "week",
            "dayOfWeek",
            "ordinalDay",
            "epochDays",
            "hour",
            "epochMillis",
        ):
            yield f"{_named(value)}.{part}"
        yield f"toString({value})"
        yield f"date({value})"
        for unit in ("'year'", "'month'", "'week'", "'decade'"):
            yield f"date.truncate({unit}, {value})"
        for other in DATES[:4]:
            yield from (f"{value} {sign} {other}" for sign in ("=", "<", ">="))
            for name in ("between", "inMonths", "inDays"):
                yield f"toString(duration.{name}({value}, {other}))"
                yield f"duration.{name}({value}, {other}).days"
                yield f"duration.{name}({value}, {other}).months"
        for length in ("duration('P1M')", "duration({days: 3})", "duration('P1Y2M')"):
            yield f"{value} + {length}"
            yield f"{value} - {length}"
    for text in ("'2020-10-19'", "'2020-13-01'", "'20201019'", "'x'", "''", "1"):
        yield f"date({text})"
        yield f"date('2020-10-19') = {text}"
        yield f"date('2020-10-19') < {text}"
        yield f"date('2020-10-19') >= {text}"


def _of_lists() -> Iterator[str]:
    for value in LISTS:
        for place in ("0", "-1", "5", "null"):
            yield f"{_named(value)}[{place}]"
        for part in ("1..", "..1", "0..2", "-1.."):
            yield f"{_named(value)}[{part}]"
        yield from (f"{value} + {other}" for other in ("null", "1", "[2]", "'a'"))
        yield from (f"{value} = {other}" for other in ("null", "[1]", "[1, null]", "[]"))
        yield from (f"{word}(x IN {value} WHERE x = 'b')" for word in ("any", "all", "none", "single"))
        yield f"[x IN {value} WHERE x = 'b' | x]"
        yield f"reduce(s = '', x IN {value} | s + x)"
        yield from (f"1 IN {value}" for _ in range(1))
    for value in SOME:
        yield f"CASE {value} WHEN null THEN 'null' WHEN 1 THEN 'one' ELSE 'other' END"


def _named(value: str) -> str:
    return f"({value})"
