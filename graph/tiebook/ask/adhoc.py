"""Checks an ad-hoc query against the codebook: a misspelt name matches nothing, and nothing must not look like an answer.

Labels and edge types that the model does not have are refused, with the nearest that it has. A property that no label or
type has, and a number compared with a property that holds text, are noted: both are legal Cypher and both find nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from tiebook.engine.base import Engine
from tiebook.errors import UnknownName, UsageError
from tiebook.model import schema
from tiebook.model.codebook import codebook
from tiebook.support.suggest import nearest

_NUMBERS: Final = frozenset(
    """
    sign rank paragraph position value count total quad level start_char end_char confidence claims ties covers_days
    paragraphs model revision revised
    """.split()
)
_TRUTHS: Final = frozenset({"inferred", "endorsed", "negated", "makes_tie", "ended"})
_DAYS: Final = frozenset(
    """
    since_earliest since_latest until_earliest until_latest coded_on covers_since covers_until
    """.split()
)
_STRING: Final = re.compile(r"'(?:[^'\\]|\\.)*'|\"(?:[^\"\\]|\\.)*\"")
_COMMENT: Final = re.compile(r"//[^\n\r]*|/\*.*?\*/", re.DOTALL)
_NAME: Final = r"(?:[^\W\d]\w*|`[^`]+`)"
_NAMES: Final = rf"!?\s*{_NAME}(?:\s*[|&:]+\s*!?\s*{_NAME})*"
_EDGE: Final = re.compile(rf"\[\s*(?P<variable>\w*)\s*:\s*(?P<names>{_NAMES})")
_NODE: Final = re.compile(rf"\(\s*(?P<variable>\w*)\s*:\s*(?P<names>{_NAMES})")
_TEST: Final = re.compile(
    rf"\b(?:WHERE|AND|OR|XOR|NOT|WHEN|RETURN)\s+(?P<variable>[^\W\d]\w*)\s*:\s*(?P<names>{_NAMES})", re.IGNORECASE
)
_VARIABLE: Final = re.compile(r"[(\[]\s*(?P<variable>[^\W\d]\w*)\s*(?=[:)\]{*])")
_PROPERTY: Final = re.compile(r"(?<![\w.])(?P<variable>[^\W\d]\w*)\.(?P<name>[^\W\d]\w*)\b(?!\s*[.(])")
_MAP: Final = re.compile(rf"[(\[]\s*\w*\s*(?::\s*{_NAMES}\s*)?(?:\*[\d.]*\s*)?\{{(?P<map>[^{{}}]*)\}}")
# before the braces of what is not a pattern: keys(, [ of a list, RETURN (
_NO_PATTERN: Final = re.compile(
    r"(?<![\w`])(?!(?:MATCH|MERGE|CREATE|WHERE|AND|OR|XOR|NOT|EXISTS|COUNT|SHORTESTPATH|ALLSHORTESTPATHS)\s*\()[^\W\d]\w*\($"
    r"|(?:\b(?:RETURN|WITH|UNWIND|IN|THEN|ELSE)|[+*/%])\s*\($|(?<![-\s])\s*\[$",
    re.IGNORECASE,
)
_PARAMETER: Final = re.compile(r"\$(\w+)")
_ENTRY: Final = re.compile(r"(?P<name>[^\W\d]\w*)\s*:\s*(?P<value>[^,]*)")
_OPERATOR: Final = r"\s*(?:<>|<=|>=|=|<|>)\s*"
_VALUE: Final = r"(?:\$\w+|[-+]?\d+(?:\.\d+)?)"
_COMPARED: Final = re.compile(
    rf"\b[^\W\d]\w*\.(?P<name>[^\W\d]\w*){_OPERATOR}(?P<value>{_VALUE})(?![\w.]|\s*[-+*/%^])"
    rf"|(?<![\w.$*/%^+-])(?<![*/%^+-]\s)(?P<before>{_VALUE}){_OPERATOR}[^\W\d]\w*\.(?P<after>[^\W\d]\w*)(?!\w|\s*[.(*/%^+-])"
)
_TYPE_TESTED: Final = re.compile(
    rf"\btype\(\s*\w+\s*\)\s*(?:=|<>|IN\b)\s*(?P<of>\[[^\]]*\]|{_STRING.pattern})|(?P<before>{_STRING.pattern})\s*(?:=|<>)\s*type\(",
    re.IGNORECASE,
)
_LABEL_TESTED: Final = re.compile(rf"(?P<before>{_STRING.pattern})\s+IN\s+labels\(", re.IGNORECASE)
_TEXT: Final = re.compile(
    rf"(?:\.(?P<after>[^\W\d]\w*)\s*=|[{{,]\s*(?P<entry>[^\W\d]\w*)\s*:)\s*(?:(?P<text>{_STRING.pattern})|\$(?P<param>\w+))"
)
_CALLED: Final = ("id", "name")  # properties by which a node is found
_MOST: Final = 3  # nodes that are named for one text
_LISTED: Final = re.compile(r"\b[^\W\d]\w*\.(?P<name>[^\W\d]\w*)\s+IN\s+\[(?P<values>[^\]]*)\]", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Comparison:
    """A property that a query compares with a parameter (`$name`) or with a number as it is written."""

    name: str
    value: str


def check_names(cypher: str) -> None:
    """Check that the model has a query's labels and edge types.

    Raises UnknownName with the nearest of the codebook.
    """
    text = _bare(cypher)
    edges, nodes = schema.edge_types(), schema.node_labels()
    for match in _EDGE.finditer(text):
        for name in _names(match["names"]):
            if name not in edges:
                raise _unknown("relationship type", name, edges, nodes)
    variables = {match["variable"] for match in _EDGE.finditer(text)}
    for pattern in (_NODE, _TEST):
        for match in pattern.finditer(text):
            of_edge = match["variable"] in variables and match["variable"]
            for name in _names(match["names"]):
                if of_edge and name not in edges:
                    raise _unknown("relationship type", name, edges, nodes)
                if not of_edge and name not in nodes:
                    raise _unknown("label", name, nodes, edges)


def check_parameters(cypher: str, parameters: Mapping[str, Any]) -> None:
    """Check that each parameter of a query has a value.

    Raises UsageError with those that have none.
    """
    missing = [name for name in dict.fromkeys(_PARAMETER.findall(_bare(cypher))) if name not in parameters]
    if missing:
        values = " ".join(f"-p {name}=VALUE" for name in missing)
        raise UsageError(f"the query has no value for {', '.join(f'${name}' for name in missing)}", hint=values)


def notes(cypher: str, parameters: Mapping[str, Any]) -> list[str]:
    """Return what in a query can find nothing: types, labels and properties that nothing has, numbers compared with text."""
    known = frozenset().union(*schema.node_labels().values(), *schema.edge_types().values())
    said = [f"Note: {error.what}; {error.hint}" for error in _unknown_texts(cypher)]
    for name in dict.fromkeys(_properties(cypher)):
        if name not in known:
            hint = nearest(name, sorted(known))
            said.append(f"Note: nothing has a property {name}" + (f"; {hint}" if hint else "."))
    for compared in comparisons(cypher):
        value: Any = compared.value
        if value.startswith("$"):
            value = parameters.get(value[1:])
            if isinstance(value, bool) or not isinstance(value, (int, float)):
                continue
        if compared.name in known and is_text(compared.name):
            said.append(
                f"Note: {compared.name} is text, and no text equals the number {value}: write '{value}',"
                f" or give the parameter as text."
            )
    return list(dict.fromkeys(said))


def text_parameters(cypher: str) -> frozenset[str]:
    """Return the parameters that a query compares with text properties only: their values are text, also when of digits."""
    return frozenset(name for name, kinds in _compared(cypher).items() if kinds == {True})


def number_parameters(cypher: str) -> frozenset[str]:
    """Return the parameters that a query compares with a property that holds no text."""
    return frozenset(name for name, kinds in _compared(cypher).items() if False in kinds)


def may_be_codes(cypher: str, parameters: Mapping[str, Any]) -> list[str]:
    """Return notes on whole numbers that a query compares with nothing that is known: of a query that finds nothing."""
    compared = _compared(cypher)
    return [
        f"Note: ${name} is the number {value}. Codes are text: -p {name}='\"{value}\"'"
        for name, value in parameters.items()
        if type(value) is int and name not in compared
    ]


def unknown_values(engine: Engine, cypher: str, parameters: Mapping[str, Any]) -> list[str]:
    """Return notes on texts that a query compares with a property that never has them: of a query that finds nothing."""
    said = []
    for name, value in _texts(cypher, parameters):
        known = codebook().values.get(name)
        if name in _TRUTHS:
            said.append(f"Note: {name} is true or false, which no text equals: write it without quotes.")
        elif known is not None and value not in known:
            denied = " What is denied has negated = true." if value == "denied" else ""
            said.append(f"Note: no {name} is {value!r}; there are {', '.join(known)}.{denied}")
        elif name in _CALLED:
            said += _called_otherwise(engine, name, value)
    return list(dict.fromkeys(said))


def _called_otherwise(engine: Engine, name: str, value: str) -> Iterator[str]:
    """Yield a note where nothing has a text for its id or name, but something has it otherwise: as its name, in other letters."""
    labels = "|".join((*codebook().labels, "Source"))
    found = engine.read(
        f"MATCH (n:{labels}) WHERE toLower(n.name) = $low OR n.id = $low OR any(each IN n.aliases WHERE toLower(each) = $low)"
        " RETURN n.id AS id, n.name AS name ORDER BY id, name",
        {"low": value.lower()},
    )
    if found.rows and all(dict(zip(("id", "name"), row, strict=True))[name] != value for row in found.rows):
        meant = "; ".join(f"{called} has the id '{own}' and the name '{called}'" for own, called in found.rows[:_MOST])
        yield f"Note: nothing has the {name} '{value}': {meant}."


def _texts(cypher: str, parameters: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Yield the properties that a query compares with a text, as it is written or as a parameter, and the text."""
    for match in _TEXT.finditer(_COMMENT.sub(" ", cypher)):
        value = parameters.get(match["param"]) if match["param"] else match["text"][1:-1]
        if isinstance(value, str):
            yield match["after"] or match["entry"], value


def _compared(cypher: str) -> dict[str, set[bool]]:
    """Return the parameters that a query compares with properties, and whether these hold text."""
    found: dict[str, set[bool]] = {}
    for compared in comparisons(cypher):
        if compared.value.startswith("$"):
            found.setdefault(compared.value[1:], set()).add(is_text(compared.name))
    return found


def comparisons(cypher: str) -> list[Comparison]:
    """Return each comparison of a property with a parameter or a number, in the order of the query's patterns."""
    text = _bare(cypher)
    found = [
        Comparison(match["name"] or match["after"], match["value"] or match["before"])
        for match in _COMPARED.finditer(text)
    ]
    for match in _LISTED.finditer(text):
        found += [Comparison(match["name"], value) for value in re.findall(_VALUE, match["values"])]
    for inner in _maps(text):
        for entry in _ENTRY.finditer(inner):
            if re.fullmatch(_VALUE, entry["value"].strip()):
                found.append(Comparison(entry["name"], entry["value"].strip()))
    return found


def is_text(name: str) -> bool:
    """Return whether a property holds text (or a list of texts)."""
    return name not in _NUMBERS | _TRUTHS | _DAYS


def _properties(cypher: str) -> Iterator[str]:
    """Yield the properties that a query reads of the nodes and edges of its patterns."""
    text = _bare(cypher)
    variables = {match["variable"] for match in _VARIABLE.finditer(text)}
    for match in _PROPERTY.finditer(text):
        if match["variable"] in variables:
            yield match["name"]
    for inner in _maps(text):
        for entry in _ENTRY.finditer(inner):
            yield entry["name"]


def _maps(text: str) -> Iterator[str]:
    """Yield what stands in the braces of patterns: those of a function, a list or a value are a map of the query's own."""
    for match in _MAP.finditer(text):
        if not _NO_PATTERN.search(text[: match.start() + 1]):
            yield match["map"]


def _unknown_texts(cypher: str) -> Iterator[UnknownName]:
    """Yield the texts compared with `type(t)` or looked for in `labels(n)` that the model does not have."""
    edges, nodes = schema.edge_types(), schema.node_labels()
    for pattern, what, known, others in (
        (_TYPE_TESTED, "relationship type", edges, nodes),
        (_LABEL_TESTED, "label", nodes, edges),
    ):
        for match in pattern.finditer(cypher):
            for text in _STRING.findall(match.groupdict().get("of") or match["before"] or ""):
                if text[1:-1] not in known:
                    yield _unknown(what, text[1:-1], known, others)


def _bare(cypher: str) -> str:
    """Blank out strings and comments."""
    return _COMMENT.sub(" ", _STRING.sub("''", cypher))


def _names(text: str) -> list[str]:
    return [name.strip("`") for name in re.findall(_NAME, text)]


def _unknown(what: str, name: str, known: Mapping[str, Any], others: Mapping[str, Any]) -> UnknownName:
    same = next((each for each in known if each.casefold() == name.casefold()), None)
    if same:
        hint: str | None = f"did you mean {same}? Names are case-sensitive"
    elif name in others:
        hint = f"{name} is a {'label' if what != 'label' else 'relationship type'}"
    else:
        hint = nearest(name, known) or (f"there are {', '.join(known)}" if what == "label" else "see docs/codebook.md")
    return UnknownName(f"there is no {what} {name}", hint=hint)
