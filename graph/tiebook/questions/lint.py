"""Holds a stored question to its header, to the codebook and to the Cypher that both engines answer alike."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from tiebook.engine.guard import check_read_only
from tiebook.engine.portability import faults
from tiebook.errors import WriteRefused
from tiebook.model import schema
from tiebook.model.dates import IN_FORCE_CASE, IN_FORCE_FILTER
from tiebook.questions.macros import NAMES_AFTER, NAMES_READ
from tiebook.questions.pictures import NEEDED, SHAPES, fits
from tiebook.questions.question import FLAGS, Question
from tiebook.questions.wording import outside_brackets, placeholders

MOST_SHOWN: Final = 6  # columns that a person takes in
# what answers differently, or not at all, on one of the engines (measured; design section 4)
_NOT_PORTABLE: Final = {
    r"/\*": "block comments: line comments only",
    r"\b(keys|properties)\s*\(": "keys() and properties(): the engines add properties of their own",
    r"\([^()]*\bWHERE\b[^()]*\)\s*(-|<)|[->]\s*\([^()]*\bWHERE\b": "WHERE inside a node pattern",
    r"\[[^\[\]:]*+:[^\[\]]*?\bWHERE\b[^\[\]|]*\]\s*(-|>)": "WHERE inside a relationship pattern",
    r"\)\s*(\{\s*\d*\s*,?\s*\d*\s*\}|[+*])\s*\(": "quantified path patterns",
    r"\bSHORTEST\s+\d|\b(ALL|ANY)\s+SHORTEST\b": "SHORTEST k",
    r"\bCOLLECT\s*\{": "COLLECT { }: collect() after an ORDER BY",
    r"\b(apoc|db|dbms|gds)\.": "procedures and functions of one server",
    r"\bSHOW\b": "SHOW",
    r"\b[tr]\.id\s+IS\b": "t.id IS NULL: an edge without an id has one on the embedded engine; ask t.endorsed IS NOT NULL",
    r"[({,]\s*\w+\s*:\s*\w+\.\w+\s*[,}]": "{id: t.factor}: WITH t.factor AS factor_id first, then {id: factor_id}",
    r"coalesce\(\s*(\w+)\.name\s*,\s*\1\.gloss": "coalesce(c.name, c.gloss): a claim has a made-up name on KGLite; gloss first",
    r"\$\w+\s+IS\s+(NOT\s+)?NULL": "$x IS NULL: mark the line with // if x",
}


def lint(question: Question) -> list[str]:
    """Return every fault of a question as file:line: message; none when it is sound."""
    return [f"{question.path}:{line}: {message}" for line, message in _faults(question)]


def _faults(question: Question) -> Iterator[tuple[int, str]]:
    yield from _parameters(question)
    yield from _also(question)
    yield from _undated(question)
    yield from _columns(question)
    yield from _schema(question)
    yield from _portable(question)
    yield from _as_of(question)
    yield from _superseded(question)
    if question.budget and question.budget_ms is None:
        yield question.header_lines["budget"], "write // budget: 1500 ms -- why it takes longer"
    yield from _picture(question)
    yield from _shown(question)
    if not question.question.endswith("?"):
        yield question.header_lines["question"], "the question ends with a question mark"
    for given in ((), question.optional):
        try:
            check_read_only(question.compiled(given))
        except WriteRefused as error:
            yield question.lines[0].number, str(error)


def _picture(question: Question) -> Iterator[tuple[int, str]]:
    """Check that a declared picture exists, and that the question returns the columns that it is drawn from."""
    if question.picture is None:
        return
    line = question.header_lines["picture"]
    if question.picture not in SHAPES:
        yield line, f"unknown picture {question.picture!r}: one of {', '.join(SHAPES)}"
    elif not fits(question.picture, question.returns):
        needed = " or ".join(", ".join(sorted(columns)) for columns in NEEDED.get(question.picture, ()))
        yield line, f"a picture of shape {question.picture} needs the columns {needed or 'claim or tie_id'}"


def _shown(question: Question) -> Iterator[tuple[int, str]]:
    """Check that few columns are shown, none of them twice, and that the question reads well without its optional parts."""
    if len(question.shows) > MOST_SHOWN:
        yield question.header_lines["shows"], f"shows {len(question.shows)} columns: {MOST_SHOWN} at most"
    if len(question.headings) == 1 and question.headings[0] in question.shows:
        yield (
            question.header_lines["group"],
            f"{question.headings[0]} is the heading of its group: it cannot be a column of // shows:",
        )
    optional = {param.name for param in question.params if param.optional}
    for name in sorted(optional & set(outside_brackets(question.template))):
        yield (
            question.header_lines["question"],
            f"{{{name}}} is optional: write [... {{{name}}} ...], with |... for without it",
        )


def _parameters(question: Question) -> Iterator[tuple[int, str]]:
    declared = {param.name for param in question.params} | set(question.takes)
    used: set[str] = set()
    for line in question.lines:
        names = set(re.findall(r"\$(\w+)", _bare(line.text)))
        if line.guard and line.guard not in (NAMES_READ, NAMES_AFTER):
            used.add(line.guard[0])
            if line.guard[0] not in question.optional:
                yield line.number, f"// if {line.guard[0]}: not an optional parameter"
        used |= names
        for name in sorted(names & set(question.optional)):
            if line.guard != (name, True):
                yield line.number, f"${name} is optional: mark the line with // if {name}"
    for name in sorted(used - declared):
        yield question.lines[0].number, f"${name} is used but not declared"
    for name in sorted(declared - used):
        yield (
            question.header_lines.get(f"param {name}", question.header_lines.get("takes", 1)),
            f"{name} is declared but not used",
        )
    for name in FLAGS:
        if any(f"${name}" in line.text for line in question.lines):
            yield question.lines[0].number, f"{name} is a flag: // if {name}, never a value"
    for name in placeholders(question.template):
        if name not in declared:
            yield question.header_lines["question"], f"{{{name}}} is not a parameter"


def _also(question: Question) -> Iterator[tuple[int, str]]:
    """Check that the phrases by which a question is found name only its parameters, and have words."""
    names = {param.name for param in question.params}
    for phrase in question.also:
        for name in re.findall(r"\{([^}]*)\}", phrase):
            if name not in names:
                yield question.header_lines["also"], f"{{{name}}} in {phrase!r} is not a parameter"
        if not re.search(r"\w|~", re.sub(r"\{[^}]*\}", "", phrase)):
            yield question.header_lines["also"], f"{phrase!r} has no word"


def _undated(question: Question) -> Iterator[tuple[int, str]]:
    """Check that the ends whose undated ties are counted are parameters."""
    for name in sorted({*question.undated} - {param.name for param in question.params}):
        yield question.header_lines["undated"], f"{name} is not a parameter"


def _columns(question: Question) -> Iterator[tuple[int, str]]:
    for given in ((), question.optional):
        text = _bare(question.compiled(given))
        last = list(re.finditer(r"\bRETURN\b", text))[-1:]
        if not last:
            yield question.lines[0].number, "there is no RETURN"
            return
        tail = text[last[0].end() :]
        body, _, order = tail.partition("ORDER BY")
        if not order.strip():
            yield question.lines[-1].number, "the answer has no ORDER BY"
        found = []
        for item in _split(re.sub(r"^\s*DISTINCT\b", "", body)):
            alias = re.search(r"\bAS\s+(\w+)\s*$", item)
            if alias is None:
                yield question.lines[-1].number, f"{item.strip()!r} has no AS name"
            elif re.fullmatch(r"\s*\w+\s+AS\s+\w+\s*", item) and _is_pattern_variable(item.split()[0], text):
                yield question.lines[-1].number, f"{item.split()[0]} is a whole node or edge"
            else:
                found.append(alias[1])
        wanted = [column for column in question.returns if column != "in_force" or "as_of" in given]
        if found != wanted:
            yield (
                question.header_lines["returns"],
                f"returns {', '.join(wanted)}, but the query gives {', '.join(found)}",
            )
        if re.search(r"\bcollect\s*\(", text) and "ORDER BY" not in text[: text.find("collect")]:
            yield question.lines[0].number, "sort before collect()"


def _schema(question: Question) -> Iterator[tuple[int, str]]:
    labels, types = schema.node_labels(), schema.edge_types()
    known = frozenset().union(*labels.values(), *types.values())
    for line in question.lines:
        text = _bare(line.text)
        for match in re.finditer(r"\[\s*\w*\s*:\s*([A-Za-z_|: ]+)", text):
            for name in re.findall(r"\w+", match[1]):
                if name not in types:
                    yield line.number, f"unknown tie or edge type {name!r}"
        nodes = [match[1] for match in re.finditer(r"\(\s*\w*\s*:\s*([A-Za-z_|:&]+)", text)]
        nodes += [
            match[1] for match in re.finditer(r"(?<![\[\w])\w+:([A-Z][a-zA-Z]+)\b", re.sub(r"\[[^\]]*\]", "", text))
        ]
        for match_text in nodes:
            for name in re.findall(r"\w+", match_text):
                if name not in labels:
                    yield line.number, f"unknown label {name!r}"
        for match in re.finditer(r"\b[A-Za-z_]\w*\.([a-z_]\w*)\b(?!\s*\()", text):
            if match[1] not in known:
                yield line.number, f"unknown property {match[1]!r}"
        for match in re.finditer(r"(?<!\w)[(\[]\s*+(?:\w++\s*+)?(?::[\w|:]++\s*+)?\{([^}]*+)\}", text):
            for name in re.findall(r"(\w+)\s*:", match[1]):
                if name not in known:
                    yield line.number, f"unknown property {name!r}"


def _portable(question: Question) -> Iterator[tuple[int, str]]:
    whole = _bare(question.cypher)
    for pattern, message in _NOT_PORTABLE.items():
        if re.search(pattern, whole, re.IGNORECASE if message == "SHOW" else 0):
            yield question.lines[0].number, f"not portable: {message}"
    for given in ((), question.optional):
        for what, hint in dict.fromkeys(faults(question.compiled(given), {})):
            yield question.lines[0].number, f"not portable: {what}: {hint}"
    for match in re.finditer(r"\b(?:shortestPath|allShortestPaths)\s*\(", whole):
        clause = re.split(r"\b(?:MATCH|WITH|RETURN|UNWIND)\b", whole[match.end() :])[0]
        before = re.split(r"\b(?:MATCH|WITH|RETURN|UNWIND|OPTIONAL)\b", whole[: match.start()])[-1]
        if "," in before or re.search(r"\brelationships\s*\(", clause):
            yield (
                question.lines[0].number,
                "not portable: shortestPath stands in a MATCH of its own, without predicates on its ties",
            )


def _as_of(question: Question) -> Iterator[tuple[int, str]]:
    """Check that `as_of` is spelled as the model does: the filter and the case, for some variable."""
    if "as_of" not in question.takes:
        return
    lines = [" ".join(line.text.split()) for line in question.lines if line.guard == ("as_of", True)]
    for idiom in (IN_FORCE_FILTER, IN_FORCE_CASE):
        spelled = re.escape(idiom).replace(re.escape("{x}"), r"(\w+)")
        if not any(re.search(re.sub(r"\(\\w\+\)", r"\\w+", spelled), line) for line in lines):
            yield question.header_lines["takes"], "as_of is not spelled right: write {{filters t}} and {{in_force t}}"
    if "in_force" not in question.returns:
        yield question.header_lines["returns"], "a question that takes as_of returns in_force"


def _superseded(question: Question) -> Iterator[tuple[int, str]]:
    """Check that no tie of an older release is counted: those are not endorsed, and say what superseded them."""
    whole = "\n".join(line.text + (f" // if {line.guard}" if line.guard else "") for line in question.lines)
    for name in sorted(set(re.findall(r"\b(\w+)\.endorsed IS NOT NULL", whole))):
        endorsed = rf"\bAND {name}\.endorsed( AND |$| // if \('as_seen_by', False\))"
        if f"{name}.superseded_by IS NULL" not in whole and not re.search(endorsed, whole, re.MULTILINE):
            yield (
                question.lines[0].number,
                f"counts superseded releases: AND {name}.superseded_by IS NULL // if not source, or {{{{filters {name}}}}}",
            )


def _is_pattern_variable(name: str, text: str) -> bool:
    return re.search(rf"(?<![a-z0-9_])[(\[]\s*{re.escape(name)}\s*[:)\]{{]", text) is not None


def _bare(text: str) -> str:
    """Blank out strings and comments."""
    return re.sub(r"'[^']*'|\"[^\"]*\"|//[^\n]*", lambda match: "''" if match[0][0] in "'\"" else "", text)


def _split(text: str) -> list[str]:
    """Split at the commas that stand outside brackets."""
    items, depth, item = [], 0, ""
    for character in text:
        depth += (character in "([{") - (character in ")]}")
        if character == "," and depth == 0:
            items.append(item)
            item = ""
        else:
            item += character
    return [*items, item]
