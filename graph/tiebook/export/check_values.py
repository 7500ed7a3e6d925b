"""Checks what an exported file says when it is loaded again, as a case is checked: somebody may have edited it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Final

from tiebook.errors import BadDate, BadSource
from tiebook.model.codebook import codebook
from tiebook.model.dates import Bounds, parse
from tiebook.model.records import Edge, Node, Value

_SIGNS: Final = (-1, 0, 1)
_WORDS: Final = ("mode", "stance", "aspect", "constraint")  # properties with a fixed list of values in the codebook
_FLAGS: Final = ("inferred", "endorsed", "negated", "makes_tie", "ended")


def check_values(what: str, props: Mapping[str, Value]) -> None:
    """Check that the properties of a tie or claim have values that the codebook allows.

    Raises BadSource that names the tie, the property and what would be right.
    """
    sign, confidence = props.get("sign"), props.get("confidence")
    if sign is not None and (isinstance(sign, bool) or sign not in _SIGNS):
        raise BadSource(f"{what}: sign is {sign!r}", hint="it is -1, 0 or 1")
    if confidence is not None and not (_is_number(confidence) and 0 <= float(str(confidence)) <= 1):
        raise BadSource(f"{what}: confidence is {confidence!r}", hint="it is a number from 0 to 1")
    for name in _FLAGS:
        if not isinstance(props.get(name, False), bool):
            raise BadSource(f"{what}: {name} is {props[name]!r}", hint="it is true or false")
    for name in _WORDS:
        known = tuple(codebook().values.get(name, ()))  # a list of the file cannot be looked up in a dictionary
        if name in props and known and props[name] not in known:
            raise BadSource(f"{what}: {name} is {props[name]!r}", hint=f"one of {', '.join(known)}")
    _check_dates(what, props)


def check_ends(what: str, edge: Edge, nodes: Mapping[str, Node]) -> None:
    """Check that the ends of a tie are of kinds that the codebook allows.

    Raises BadSource.
    """
    tie = codebook().ties.get(edge.type)
    if tie is None:
        return
    for allowed, (label, node_id) in ((tie.sources, edge.source), (tie.targets, edge.target)):
        node = nodes[node_id]
        kind = node.kind_label or str(node.props.get("kind"))
        if not codebook().allows(allowed, label, kind):
            raise BadSource(f"{what}: {node_id} is a {kind}", hint=f"an end of {edge.type} is: {', '.join(allowed)}")


def _check_dates(what: str, props: Mapping[str, Value]) -> None:
    for name in ("since", "until"):
        if name not in props:
            continue
        try:
            span = parse(str(props[name]))
        except BadDate as error:
            raise BadSource(f"{what}: {name}: {error.what}", hint=error.hint) from None
        bound = ("since_earliest", span.earliest) if name == "since" else ("until_latest", span.latest)
        if props.get(bound[0], bound[1]) != bound[1]:
            raise BadSource(
                f"{what}: {bound[0]} is {props[bound[0]]}, and {name} is {props[name]}", hint=f"it is {bound[1]}"
            )
    days = {name: props[name] for name in Bounds._fields if name in props}
    for name, day in days.items():
        if not isinstance(day, date):
            raise BadSource(f"{what}: {name} is {day!r}", hint="it is a day, as 2015-10-01")
    for first, last in (
        ("since_earliest", "since_latest"),
        ("until_earliest", "until_latest"),
        ("since_earliest", "until_latest"),
    ):
        if first in days and last in days and str(days[first]) > str(days[last]):
            raise BadSource(f"{what}: {first} lies after {last}")


def _is_number(value: Value) -> bool:
    return isinstance(value, (int, float)) and not isinstance(value, bool)
