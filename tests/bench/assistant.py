"""What an assistant reads of the four tools: bytes and about how many tokens, on the article and on a large made-up register."""

from __future__ import annotations

import json
import subprocess
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final

import anyio
from mcp.client import Client

from tests.bench.load import environment, load_command, tables
from tests.bench.report import put, section, table
from tiebook.assistant.current_graph import CurrentGraph
from tiebook.assistant.server import make_server
from tiebook.engine.kglite.engine import KgliteEngine
from tiebook.sync.cases import find_case, load_case

PAGE: Final = Path(__file__).parents[2] / "docs" / "assistants.md"
HEAD: Final = ("what", "answer", "bytes", "tokens")
_BYTES_A_TOKEN: Final = 4  # of English text and JSON, about, whatever the model

Call = tuple[str, dict[str, Any]]
ARTICLE: Final[tuple[Call, ...]] = (
    ("sources", {}),
    ("find_questions", {}),
    ("find_questions", {"words": "what limits China"}),
    ("ask", {"question": "did China arm Iran?"}),
    ("ask", {"question": "what stops China from arming Iran?"}),
    ("ask", {"question": "who-constrains", "parameters": {"target": "china", "regarding": "iran"}}),
    ("ask", {"question": "timeline", "parameters": {"actor": "iran"}}),
    ("ask", {"question": "what is the weather in Paris?"}),
    ("evidence", {"ids": ["p30-no-sale-china"]}),
    (
        "evidence",
        {"ids": ["p30-no-sale-china", "p30-us-constrains-china", "p23-iran-seeks-arms", "p29-2231", "p28-jcpoa"]},
    ),
)
_FIRST, _SECOND = {"actor": "made-00000"}, {"actor": "made-00001"}
_PAIR: Final = {"actor": "made-00000", "partner": "made-00001"}
_TWO: Final = {"one": "made-00000", "other": "made-00001"}
_FOES: Final = {"friend": "made-00000", "adversary": "made-00001"}
LARGE: Final[tuple[Call, ...]] = (
    ("sources", {}),
    ("find_questions", {"words": "what limits made-00000"}),
    ("ask", {"question": "who sanctions made-00000?"}),
    ("ask", {"question": "who-sanctions", "parameters": {"target": "made-00000"}}),
    ("ask", {"question": "who-sanctions", "parameters": {"target": "made-0000"}}),
    ("ask", {"question": "timeline", "parameters": _FIRST}),
    ("ask", {"question": "timeline", "parameters": _FIRST, "rows": 200}),
    ("ask", {"question": "timeline", "parameters": _FIRST, "first": 1001}),
    ("ask", {"question": "ties-between", "parameters": _TWO}),
    ("ask", {"question": "common-ties", "parameters": _TWO}),
    ("ask", {"question": "friends-and-adversaries", "parameters": _FOES}),
    ("ask", {"question": "unbalanced-triads", "parameters": {"actor": "made-04900"}}),
    ("ask", {"question": "dyad-years", "parameters": _PAIR | {"first": 1950, "last": 2024}}),
    ("ask", {"question": "actors"}),
    ("ask", {"question": "in-force", "parameters": {"day": "2000-01-01"} | _SECOND}),
    ("ask", {"question": "in-force", "parameters": {"day": "2000-01-01"}}),
)


def assistant(page: Path, number: int) -> None:
    """Measure, and write the sections.

    number -- ties of the made-up register
    """
    with tempfile.TemporaryDirectory() as name:
        path = Path(name) / "article.kgl"
        load_case(KgliteEngine(path), find_case("china-iran"))
        small = list(measured(path, ARTICLE, at_start=True))
        source, made = tables(Path(name), [number])
        path = Path(name) / "large.kgl"
        place = {**environment(), "TIEBOOK_DB": str(path)}
        subprocess.run(load_command(source, made[number]), check=True, capture_output=True, env=place)
        large = list(measured(path, LARGE))
    put("assistant-article", section("On the article that ships:", table(HEAD, small)), page)
    put("assistant-large", section(f"On a made-up register of {number:,} ties:", table(HEAD, large)), page)


def measured(path: Path, calls: tuple[Call, ...], *, at_start: bool = False) -> Iterator[tuple[str, str, str, str]]:
    """Yield a line for each call, and before them for what a client reads when it starts."""
    graph = CurrentGraph(lambda: KgliteEngine(path))

    async def run() -> tuple[list[tuple[str, str, str]], list[Any]]:
        async with Client(make_server(graph)) as client:
            listed = (await client.list_tools()).tools
            schemas = [tool.model_dump(mode="json", by_alias=True, exclude_none=True) for tool in listed]
            inputs = [{key: value for key, value in tool.items() if key != "outputSchema"} for tool in schemas]
            book = (await client.read_resource("tiebook://codebook")).contents[0]
            start = [
                ("at the start: instructions", "", client.instructions or ""),
                ("at the start: the tools, as most clients show them", "", _json(inputs)),
                ("at the start: the tools with their result schemas", "", _json(schemas)),
                ("the resource tiebook://codebook", "", getattr(book, "text", "")),
            ]
            return start, [await client.call_tool(name, given) for name, given in calls]

    start, results = anyio.run(run)
    graph.close()
    yield from (_line(what, said, text) for what, said, text in start if at_start)
    for (name, given), result in zip(calls, results, strict=True):
        said = result.structured_content["summary"] if result.structured_content else "refused"
        yield _line(f"`{name}` {_shown(given)}".strip(), said.split(" (")[0].split(". ")[0], result.content[0].text)


def _line(what: str, said: str, text: str) -> tuple[str, str, str, str]:
    size = len(text.encode())
    return what, said, f"{size:,}", f"{size / _BYTES_A_TOKEN:,.0f}"


def _shown(given: Mapping[str, Any]) -> str:
    ids = given.get("ids")
    if ids:
        return f"{len(ids)} {'id' if len(ids) == 1 else 'ids'}"
    parameters = " ".join(f"{name}={value}" for name, value in given.get("parameters", {}).items())
    rows = f"{given['rows']} rows" if "rows" in given else ""
    first = f"from row {given['first']}" if "first" in given else ""
    return ", ".join(filter(None, (given.get("question"), given.get("words"), parameters, rows, first)))


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
