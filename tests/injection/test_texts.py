# ruff: noqa: E501, PT017 -- tables of commands; either outcome of some is right
"""Every payload in every text of a case: the graph holds exactly the text, nothing was run, and every output keeps it a text."""

from __future__ import annotations

import csv
import io
import json
import re
import unicodedata
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import pytest
import tomlkit
from click.testing import CliRunner, Result

from tests.conftest import ENGINES, MINI
from tests.graphs import make_engine
from tests.injection.payloads import Canary, Payload, payloads
from tiebook.ask import ask, query
from tiebook.cli.app import app
from tiebook.engine import Engine
from tiebook.engine.base import Limits
from tiebook.engine.digest import digest
from tiebook.engine.kglite.engine import KgliteEngine
from tiebook.errors import TiebookError, UsageError
from tiebook.export import Options, export, formats
from tiebook.export.read_back import load_exchange
from tiebook.model.exchange import unguarded
from tiebook.questions import QuestionLibrary
from tiebook.sync.cases import load_case
from tiebook.view.collect import collect

OBEYED = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u2028-\u202e\u2066-\u2069\ud800-\udfff]")  # by a terminal


def hostile_case(folder: Path, texts: list[Payload]) -> Path:
    """Write a case in which every free text is a payload."""
    folder.mkdir()
    head = tomlkit.parse((MINI / "case.toml").read_text("utf-8"))
    for key in ("title", "outlet", "citation", "licence", "note", "name"):
        head["source"][key] = texts[0].text
    (folder / "case.toml").write_text(tomlkit.dumps(head), "utf-8")
    coding = tomlkit.document()
    actors, claims = tomlkit.aot(), tomlkit.aot()
    actors.append(tomlkit.item({"id": "ann-writer", "name": "Ann Writer", "kind": "Person"}))
    for number, each in enumerate(texts):
        text = each.text
        actor = {
            "id": f"a{number}",
            "name": text,
            "kind": "State",
            "aliases": [f"{text[:1900]} {number}"],
            "note": text,
        }
        claim = {
            "id": f"c{number}", "tie": "CONSTRAINS", "from": f"a{number}", "to": f"a{(number + 1) % len(texts)}", "aspect": "state",
            "gloss": text, "mechanism": text, "constraint": "imposed", "paragraph": 1, "quote": " ".join(text.split()[:15]) or "x",
            "note": text, "mode": "conditional" if number % 2 else "actual", **({"condition": text} if number % 2 else {}),
        }  # fmt: skip
        actors.append(tomlkit.item(actor))
        claims.append(tomlkit.item(claim))
    coding.add("actor", actors)
    coding.add("claim", claims)
    (folder / "coding.toml").write_text(tomlkit.dumps(coding), "utf-8")
    return folder


@pytest.fixture(scope="module")
def canary(tmp_path_factory: pytest.TempPathFactory) -> Canary:
    return Canary(tmp_path_factory.mktemp("canary"))


@pytest.fixture(scope="module")
def texts(canary: Canary) -> list[Payload]:
    return payloads(canary.path)


@pytest.fixture(scope="module", params=ENGINES)
def loaded(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory, texts: list[Payload]
) -> Iterator[Engine]:
    """Return each engine with the hostile case in it."""
    folder = tmp_path_factory.mktemp("hostile")
    engine = make_engine(request.param, folder)
    load_case(engine, hostile_case(folder / "mini", texts))
    yield engine
    engine.close()


@pytest.fixture(scope="module")
def embedded(tmp_path_factory: pytest.TempPathFactory, texts: list[Payload]) -> KgliteEngine:
    folder = tmp_path_factory.mktemp("embedded")
    engine = KgliteEngine(folder / "h.kgl")
    load_case(engine, hostile_case(folder / "mini", texts))
    return engine


def run(engine: KgliteEngine, *arguments: str) -> Result:
    return CliRunner().invoke(app, ["--db", str(engine.path), *arguments])


def test_there_are_at_least_fifty() -> None:
    found = payloads()
    assert len({each.text for each in found}) == len(found) >= 50


def test_the_graph_holds_exactly_the_texts(loaded: Engine, texts: list[Payload], canary: Canary) -> None:
    rows = loaded.read(
        "MATCH (a:Actor) WHERE a.id STARTS WITH 'a' RETURN a.id AS id, a.name AS name, a.note AS note, a.aliases AS aliases"
    ).rows
    found = {row[0]: row[1:] for row in rows}
    claims: dict[str, str] = dict(loaded.read("MATCH (c:Claim) RETURN c.id AS id, c.mechanism AS mechanism").rows)
    ties: dict[str, str] = dict(
        loaded.read("MATCH ()-[t:CONSTRAINS]->() RETURN t.claim AS claim, t.gloss AS gloss").rows
    )
    for number, each in enumerate(texts):
        assert found[f"a{number}"] == (each.text, each.text, [f"{each.text[:1900]} {number}"]), each.name
        assert claims[f"mini/c{number}"] == each.text, each.name
        if number % 2 == 0:
            assert ties[f"mini/c{number}"] == each.text, each.name
    total = loaded.read("MATCH (n) RETURN count(n) AS n").rows[0][0]
    assert total == 2 * len(texts) + 4  # Ann Writer, nobody in particular, the source, the model's mark
    assert loaded.read("MATCH (n:Pwned) RETURN count(n) AS n").rows == [(0,)]
    canary.check()


def test_no_parameter_is_more_than_a_value(loaded: Engine, texts: list[Payload], canary: Canary) -> None:
    before = digest(loaded)
    question = QuestionLibrary({}).get("who-constrains")
    for each in texts:
        answer = query(loaded, "RETURN $x AS x", {"x": each.text}, Limits(seconds=20)) if len(each.text) < 50 else None
        assert answer is None or answer.rows == [(each.text,)], each.name
        try:
            found = ask(loaded, question, {"target": each.text})
        except TiebookError as refusal:
            assert "\n" not in str(refusal).replace(each.text, "")
        else:
            assert all(isinstance(row, tuple) for row in found.rows)
    assert digest(loaded) == before
    canary.check()


def test_parameters_on_the_command_line(embedded: KgliteEngine, texts: list[Payload]) -> None:
    for each in texts[::4]:
        if "\x00" in each.text or each.name.startswith("numbers/"):
            continue
        shown = run(embedded, "query", "RETURN $x AS x", "-f", "json", "-p", f"x={each.text}")
        assert shown.exit_code == 0, (each.name, shown.output)
        assert json.loads(shown.stdout) == [{"x": each.text}], each.name


@pytest.mark.parametrize("text", ["NaN", "Infinity", "1e999", "1_000", "٣", "20201019T1", "2020-W01-1"])
def test_only_plain_numbers_and_days_are_read_as_such(embedded: KgliteEngine, text: str) -> None:
    shown = run(embedded, "query", "RETURN $x AS x", "-f", "json", "-p", f"x={text}")
    assert json.loads(shown.stdout) == [{"x": text}]


def test_json_is_json_whatever_the_number(embedded: KgliteEngine) -> None:
    cypher = "WITH 0.0 AS zero RETURN zero / zero AS x, [1.0 / zero] AS y, sqrt(-1.0) AS z"
    shown = run(embedded, "query", cypher, "-f", "json")
    (row,) = json.loads(shown.stdout, parse_constant=lambda name: pytest.fail(f"{name} is no JSON"))
    assert set(row) == {"x", "y", "z"}


COMMANDS = [
    ["ask", "who-constrains", "--target", "a1"],
    ["ask", "actors"],
    ["ask", "entities"],
    ["ask", "coverage"],
    ["query", "MATCH (a:Actor) RETURN a.name AS name, a.aliases AS aliases, a.note AS `co|lumn`"],
]
FORMS = ("table", "markdown", "json", "jsonl", "csv")


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: " ".join(command)[:20])
def test_what_is_printed_a_terminal_does_not_obey(
    embedded: KgliteEngine, command: list[str], form: str, canary: Canary
) -> None:
    shown = run(embedded, *command, "-f", form)
    assert shown.exit_code == 0, shown.output
    obeyed = OBEYED.findall(shown.output)
    assert not obeyed or form == "csv", (
        obeyed
    )  # in a file or a pipe CSV is the data itself; on a terminal it is made plain
    canary.check(shown.output)
    if form == "json":
        assert isinstance(json.loads(shown.stdout), dict if command[0] == "ask" else list)


@pytest.mark.parametrize("command", [["info"], ["info", "-f", "json"], ["sources"], ["ask", "who-constrains", "--target", "\x1b[31m\u202e"],
                                     ["ask", "\x1b]0;x\x07"], ["load", "\x1b[31m"], ["view", "-o", "\x1b[2J"], ["query", "MATCH (n) \x1b[31m RETURN n"],
                                     ["unload", "\x1b[31m"], ["export", "\x1b[31m.json", "--for", "\x1b["]])  # fmt: skip
def test_nor_what_commands_say_of_places_and_mistakes(embedded: KgliteEngine, command: list[str], monkeypatch: pytest.MonkeyPatch,
                                                      capfd: pytest.CaptureFixture[str]) -> None:  # fmt: skip
    from tiebook.cli import main  # noqa: PLC0415

    monkeypatch.setattr("sys.argv", ["tiebook", "--db", str(embedded.path), *command])
    try:
        main()
    except SystemExit as ended:
        assert ended.code in (0, 1, 2)
    out, err = capfd.readouterr()
    assert not OBEYED.findall(out + err)
    assert "unexpected fault" not in err


def test_json_gives_every_text_back(embedded: KgliteEngine, texts: list[Payload]) -> None:
    shown = run(embedded, "query", "MATCH (a:Actor) RETURN a.id AS id, a.name AS name", "-f", "json")
    names = {row["id"]: row["name"] for row in json.loads(shown.stdout)}
    assert [names[f"a{number}"] for number in range(len(texts))] == [each.text for each in texts]


def test_csv_gives_every_text_back_and_computes_nothing(embedded: KgliteEngine, texts: list[Payload]) -> None:
    shown = run(
        embedded, "query", "MATCH (a:Actor) WHERE a.id <> 'ann-writer' RETURN a.id AS id, a.name AS name", "-f", "csv"
    )
    text = shown.stdout_bytes.decode()
    cells = dict(list(csv.reader(io.StringIO(text, newline="")))[1:])
    for number, each in enumerate(texts):
        cell = cells[f"a{number}"]
        assert unguarded(cell) == each.text, each.name
        assert unicodedata.normalize("NFKC", cell[:1]) not in ("=", "+", "-", "@", "\t", "\r", "\n"), each.name


def test_markdown_keeps_rows_and_has_no_markup(embedded: KgliteEngine, texts: list[Payload]) -> None:
    shown = run(
        embedded, "query", "MATCH (a:Actor) RETURN a.id AS id, a.name AS name, a.note AS note", "-f", "markdown"
    )
    rows = [line for line in shown.stdout.splitlines() if line.startswith("|")]
    assert len(rows) == len(texts) + 4
    for row in rows:
        bare = re.sub(r"\\.", "", row)
        assert bare.count("|") == 4
        assert not re.search(r"[`<\[*~]", bare)


class Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.seen: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.add(tag)
        assert {name for name, _ in attrs} <= {"dir", "style"}


def test_a_notebook_shows_texts(embedded: KgliteEngine) -> None:
    answer = query(embedded, "MATCH (a:Actor) RETURN a.name AS name, a.aliases AS `<b>`", {})
    tags = Tags()
    tags.feed(answer._repr_html_())
    assert tags.seen <= {"div", "table", "caption", "thead", "tbody", "tr", "th", "td", "p", "strong", "br"}


@pytest.mark.parametrize("name", [each.name for each in formats().values() if each.scope != "none"])
def test_exports_hold_texts_and_run_nothing(embedded: KgliteEngine, tmp_path: Path, name: str, canary: Canary) -> None:
    form = formats()[name]
    target = tmp_path / f"x{form.endings[0] if form.endings else ''}"
    try:
        written, _ = export(embedded, target, form, Options(full=form.is_full(None)))
    except UsageError as error:  # the import knows lists by a separator, which one payload has in it
        assert name == "neo4j-admin" and "U+001F" in str(error)  # noqa: PT018
        assert not [path for path in target.rglob("*") if path.is_file()]
        return
    for path in written.paths:
        assert tmp_path in path.resolve().parents
        text = path.read_bytes().decode("utf-8")
        canary.check(text)
        if path.suffix in (".graphml", ".gexf"):
            assert "<!DOCTYPE" not in re.sub(r"&lt;", "", text)
            ET.fromstring(text)  # noqa: S314 -- written by us just now
    assert not list(tmp_path.parent.glob("CANARY*"))


@pytest.mark.parametrize("ending", [".json", ".graphml", ".gexf", ".csv"])
def test_exports_come_back_the_same(embedded: KgliteEngine, tmp_path: Path, ending: str) -> None:
    form = next(each for each in formats().values() if ending in each.endings)
    path = tmp_path / f"x{ending}"
    export(embedded, path, form, Options(full=True))
    again = KgliteEngine(tmp_path / "again.kgl")
    load_exchange(again, path)
    assert digest(again) == digest(embedded)


def test_a_picture_can_be_collected(embedded: KgliteEngine, texts: list[Payload]) -> None:
    names = {actor.name for actor in collect(embedded).actors}
    assert names >= {each.text for number, each in enumerate(texts) if number % 2 == 0}
