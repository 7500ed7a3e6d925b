"""How a graph and an answer look in a console and in a notebook."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from html import escape
from typing import TYPE_CHECKING, Any, Final

from tiebook.ask.coverage import searched
from tiebook.support.numbers import counted

if TYPE_CHECKING:
    from tiebook.ask import Answer
    from tiebook.ask.coverage import Searched
    from tiebook.ask.document.structure import Document, Row
    from tiebook.engine import Engine

_WIDEST: Final = 100
_FIRST: Final = 'graph.load("china-iran")'
_EXAMPLE: Final = 'graph.ask("what stops China from arming Iran?")'


def answer_text(answer: Answer, most: int, remarks: Callable[[Document], list[str]]) -> str:
    """Return an answer in lines: heading, counts, the first rows, what is also said, the notes."""
    document = answer.document()
    lines = [document.heading, str(document.counts)]
    rows = list(document.rows)
    for row in rows[:most]:
        said = "; ".join(_said(document, row))
        marks = f" ({'; '.join(mark.text for mark in row.marks)})" if row.marks else ""
        lines.append(_cut(f"{row.number:>3}  {said}{marks}"))
    if len(rows) > most:
        lines.append(f"     and {len(rows) - most:,} more rows")
    if document.also_said:
        lines.append(
            f"Also said, but not as fact: {', '.join(f'{each.count:,} {each.kind}' for each in document.also_said)}"
        )
    return "\n".join([*lines, *remarks(document)])


def graph_text(engine: Engine) -> str:
    """Return a graph in one line for each source, under the place where it is."""
    found = _sources(engine)
    if not found:
        return f"<tiebook.Graph {engine.place}: nothing is loaded yet, {_FIRST}>"
    head = f"<tiebook.Graph {engine.place}: {counted(len(found), 'source')}>"
    return "\n".join([head, *(f"  {source.id}: {source}" for source in found)])


def graph_html(engine: Engine) -> str:
    """Return a graph as a table of its sources, every text escaped."""
    return "".join(_graph_parts(engine))


def _graph_parts(engine: Engine) -> Iterator[str]:
    left = 'style="text-align:left"'
    found = _sources(engine)
    yield f"<p><strong>Tiebook graph</strong> {escape(engine.place)}</p>"
    if not found:
        yield f"<p>Nothing is loaded yet: <code>{escape(_FIRST)}</code></p>"
        return
    heads = ("source", "name", "claims", "ties", "covers")
    yield f"<table><thead><tr>{''.join(f'<th {left}>{head}</th>' for head in heads)}</tr></thead><tbody>"
    for source in found:
        cells = (source.id, source.name, f"{source.claims:,}", f"{source.ties:,}", source.window)
        yield "<tr>"
        yield from (f'<td dir="auto" {left}>{escape(str(cell))}</td>' for cell in cells)
        yield "</tr>"
    yield f"</tbody></table><p>Ask: <code>{escape(_EXAMPLE)}</code></p>"


def _sources(engine: Engine) -> Sequence[Searched]:
    """Return what is loaded; nothing of a graph that is only begun."""
    return searched(engine) if engine.exists() else ()


def _said(document: Document, row: Row) -> Iterator[str]:
    """Yield the values of a row; yes, no and numbers, which say nothing by themselves, with the names of their columns."""
    for column, value in zip(document.columns, row.values, strict=True):
        if isinstance(value, bool):
            yield f"{column.label}: {'yes' if value else 'no'}"
        elif isinstance(value, int | float):
            yield f"{column.label}: {value}"
        elif value not in (None, [], ""):
            yield _value(value)


def _value(value: Any) -> str:
    return ", ".join(map(str, value)) if isinstance(value, list) else str(value)


def _cut(line: str) -> str:
    return line if len(line) <= _WIDEST else f"{line[: _WIDEST - 3].rstrip()}..."


def facts(engine: Engine, *, digest: bool = False) -> dict[str, Any]:
    """Return what a database holds: where it is, its engine and model, its sources, how many nodes and ties."""
    from tiebook.engine.consistent_read import read_settled  # noqa: PLC0415
    from tiebook.engine.digest import digest as digest_of  # noqa: PLC0415
    from tiebook.model.schema import first_labels  # noqa: PLC0415
    from tiebook.model.version import MODEL_VERSION, VERSION  # noqa: PLC0415

    found: dict[str, Any] = {
        "tiebook": VERSION,
        "database": engine.place,
        "engine": f"{engine.name} {engine.version()}",
        "model": MODEL_VERSION,
        "sources": [str(source) for source in searched(engine)],
    }
    for label in first_labels():
        count = engine.read(f"MATCH (n:{label}) RETURN count(*) AS count").rows[0][0]
        if count and label not in ("Meta", "Source"):
            found[f"{label.lower()}s"] = count
    found["ties"] = engine.read("MATCH ()-[t]->() WHERE t.endorsed IS NOT NULL RETURN count(*) AS count").rows[0][0]
    if engine.others():
        found["others"] = f"{engine.others():,} nodes that are not Tiebook's, left alone"
    if digest:
        found["digest"] = read_settled(engine, lambda: digest_of(engine))
    return found
