"""Small parts of pages: addresses, words, fields, what is hidden in a text, who asks, and whose turn it is."""

from __future__ import annotations

import threading
from datetime import date
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from markupsafe import Markup
from starlette.datastructures import Headers

from tiebook.ask.document.structure import Group, Receipt, Row
from tiebook.case.text import Text
from tiebook.engine import Engine
from tiebook.engine.kglite.engine import KgliteEngine
from tiebook.errors import LimitReached
from tiebook.questions import QuestionLibrary, options
from tiebook.serve import turns as turns_module
from tiebook.serve.content.commands import address_of, commands_in
from tiebook.serve.content.console import console_address
from tiebook.serve.content.documents import _cell, _shared
from tiebook.serve.content.forms import BESIDE, examples_of, fields_of, option_field
from tiebook.serve.content.lookup import Choice, actor_links, offered
from tiebook.serve.content.texts import pieces
from tiebook.serve.content.wording import in_words, said, sentence
from tiebook.serve.guard import Guard, _from_here, _name_of, _own
from tiebook.serve.page import Entry, _shown, quoted
from tiebook.serve.settings import Settings
from tiebook.serve.turns import Turns

NOBODY: Any = None


@pytest.mark.parametrize(
    ("value", "typed"),
    [("x", "%22x%22"), (True, "true"), (False, "false"), (3, "3"), (1.5, "1.5"), (date(2020, 1, 2), "2020-01-02")],
)
def test_a_parameter_in_the_address_of_the_console_is_typed_as_in_the_command(value: object, typed: str) -> None:
    assert console_address("RETURN $a", {"a": value, "b": 1}) == f"/cypher?q=RETURN+%24a&p=a%3D{typed}"


@pytest.mark.parametrize(
    ("values", "query"),
    [
        ({}, ""),
        ({"a": "", "b": None, "c": False}, ""),
        ({"a": True, "b": 0.5, "c": "x y"}, "?a=1&b=0.5&c=x+y"),
    ],
)
def test_the_address_of_an_answer_leaves_out_what_is_empty(values: dict[str, Any], query: str) -> None:
    assert address_of("who-arms", values) == f"/ask/who-arms{query}"
    assert address_of("a/b", values, ".csv") == f"/ask/a%2Fb.csv{query}"


def test_commands_in_a_text_lead_to_their_pages() -> None:
    found = list(commands_in("see tiebook ask who-arms --recipient iran"))
    assert "".join(part.text for part in found) == "see tiebook ask who-arms --recipient iran"
    assert [part.address for part in found if part.address] == ["/ask/who-arms?recipient=iran"]
    assert [part.address for part in commands_in("nothing")] == [None]


@pytest.mark.parametrize(
    ("value", "text"),
    [(None, ""), (True, "yes"), (False, "no"), (0, "0"), (2.50, "2.5"), (3.0, "3"), (["a", (1.0, None)], "a, 1, "), ("x", "x")],
)  # fmt: skip
def test_a_value_in_words(value: object, text: str) -> None:
    assert said(value) == text


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("--as-of: no date", "As of: no date"),
        ("no date", "No date"),
        ("tiebook load first", "tiebook load first"),
        ("'x' is unknown", "'x' is unknown"),
        ("--as-of no date", "As of no date"),
        ("it takes --target, --as-of", "It takes target, as of"),
        ("it takes --x: tiebook ask q --x", "It takes --x: tiebook ask q --x"),
        ("a '--x' and a--x", "A '--x' and a--x"),
    ],
)
def test_a_message_as_a_page_says_it(text: str, words: str) -> None:
    assert sentence(text) == words
    assert in_words("SELLS_ARMS_TO") == "sells arms to"


@pytest.mark.parametrize(
    ("kind", "control", "offers"),
    [
        ("flag", "check", False),
        ("tie", "choice", True),
        ("mode", "choice", True),
        ("source", "choice", True),
        ("date", "date", False),
        ("year", "number", False),
        ("integer", "number", False),
        ("actor", "text", True),
        ("text", "text", True),
    ],
)
def test_an_option_is_a_field_of_its_kind(kind: Any, control: str, offers: bool) -> None:
    option = options.ASKING[0]._replace(name="as_of", kind=kind)
    field = option_field(option, lambda _: (Choice("a", "A"),), "")
    assert (field.label, field.control, field.value, field.required) == ("As of", control, "", False)
    assert bool(field.choices) is offers


@pytest.mark.parametrize(
    ("kind", "value", "control"),
    [
        ("date", "2020-10-19", "date"),
        ("date", "2020", "typed"),
        ("date", "2020-10-19?", "typed"),
        ("date", "x2020-10-19", "typed"),
        ("date", "", "date"),
        ("year", "1999", "number"),
        ("year", "-44", "number"),
        ("year", "1999?", "typed"),
        ("integer", "\u0661", "typed"),  # a digit, which no input of numbers shows
        ("actor", "2020", "text"),
        ("flag", "2", "check"),
    ],
)
def test_a_value_that_no_input_of_its_type_would_show_is_shown_as_it_was_typed(
    kind: Any, value: str, control: str, mini_engine: KgliteEngine
) -> None:
    field = option_field(options.ASKING[0]._replace(kind=kind), lambda _: (), value)
    assert (field.control, field.value) == (control, value)
    question = QuestionLibrary({}).get("what-changed")
    (param,) = [each for each in question.params if each.name == "start"]
    own, _ = fields_of(mini_engine, question._replace(params=(param._replace(type=kind),)), {"start": value})
    assert (own[0].control, own[0].value) == (control, value)


def test_the_form_of_a_question_has_its_parameters_and_the_options_that_it_takes(mini_engine: KgliteEngine) -> None:
    library = QuestionLibrary()
    for name in ("who-constrains", "actors", "ties-between", "votes", "capabilities"):
        question = library.get(name)
        own, others = fields_of(mini_engine, question, {question.params[0].name: "given"} if question.params else {})
        assert [field.name for field in own] == [param.name for param in question.params]
        for field, param in zip(own, question.params, strict=True):
            assert field.required == (not param.optional and param.default is None)
            assert field.value == ("given" if param is question.params[0] else param.default or "")
        grouped = any(param.type in ("actor", "entity") for param in question.params)
        names = {field.name for field in others}
        assert ("members" in names) == grouped
        assert names - {"members"} == (set(BESIDE) | set(question.takes)) - {"members"}


def test_examples_are_told_in_words_with_their_addresses(article_engine: Engine) -> None:
    question = QuestionLibrary({}).get("what-limits")
    asked = question._replace(examples=("--actor china --partner iran --as-of 2020-01-02 --also-said",))
    assert examples_of(article_engine, asked) == [
        (
            "/ask/what-limits?actor=china&partner=iran&as_of=2020-01-02&also_said=1",
            "actor china, partner iran, as of 2020-01-02, also said",
            "",
        )
    ]
    anything = QuestionLibrary({}).get("who-constrains")._replace(examples=("--target iran",))
    assert examples_of(article_engine, anything)[0].address == "/ask/who-constrains?target=iran"


@pytest.mark.parametrize(
    ("question", "example", "needs"),
    [
        (
            "who-arms",
            "--recipient cow-nmc-milper",
            "not in what is loaded; such ids come with cow_nmc: tiebook load cow_nmc FILE...",
        ),
        ("who-arms", "--recipient peru", "not in what is loaded; tiebook ask actors lists the actors"),
        ("who-arms", "--source sipri", "not in what is loaded; such ids come with sipri: tiebook load sipri FILE..."),
    ],
)
def test_an_example_of_what_is_not_loaded_is_no_link(
    article_engine: Engine, question: str, example: str, needs: str
) -> None:
    asked = QuestionLibrary({}).get(question)._replace(examples=(example,))
    ((address, words, said),) = examples_of(article_engine, asked)
    assert (address, said) == ("", needs)
    assert words


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        *((None, ""), (3, 3), ("plain é", "plain é"), ("a\nb", "a\nb")),
        *(("a\u202eb", "a\ufffdb"), ("a\x1bb", "a\ufffdb"), ("a\ufffcb", "a\ufffdb")),
    ],
)
def test_what_nobody_sees_is_shown_as_a_mark(value: object, shown: object) -> None:
    assert _shown(value) == shown
    assert _shown(Markup("a\u202e")) == "a\u202e", "what is markup was looked at before"


def test_the_menu_marks_the_page_that_is_open_and_the_one_that_it_belongs_to() -> None:
    entry = Entry(1, "Sources", "/sources", below="/source/")
    assert [entry.current(here) for here in ("/sources", "/source/x", "/sourcery")] == ["page", "true", ""]
    assert Entry(1, "Ask", "/ask").current("/ask/x") == ""
    assert quoted("s/p3 é?") == "s/p3%20%C3%A9%3F"


@pytest.mark.parametrize(
    ("host", "name"),
    [
        ("localhost:80", "localhost"),
        ("LocalHost", "localhost"),
        ("[::1]:8765", "[::1]"),
        ("[::1]", "[::1]"),
        ("a@b", ""),
        ("a@b:80", ""),
        ("a:x", ""),
        ("[::1", ""),
        ("", ""),
    ],
)
def test_the_name_in_a_host_header(host: str, name: str) -> None:
    assert _name_of(host) == name


@pytest.mark.parametrize(
    ("headers", "own"),
    [
        ({"sec-fetch-site": "same-origin"}, True),
        ({"sec-fetch-site": "same-site"}, False),
        ({"sec-fetch-site": "same-origin", "origin": "http://h:1"}, True),
        ({"sec-fetch-site": "same-origin", "origin": "http://other"}, False),
        ({"origin": "https://H:1"}, True),
        ({"origin": "http://h:2"}, False),
        ({"origin": "null"}, False),
        ({}, False),
    ],
)
def test_a_write_comes_from_this_site_itself(headers: dict[str, str], own: bool) -> None:
    assert _from_here(Headers({"host": "h:1", **headers})) is own


@pytest.mark.parametrize(
    ("headers", "carried"),
    [
        ({"cookie": "tiebook-8765=secret"}, True),
        ({"cookie": "tiebook-1=secret"}, False),
        ({"cookie": "tiebook-8765=wrong"}, False),
        ({"authorization": "Bearer secret"}, True),
        ({"authorization": "bearer  secret "}, True),
        ({"authorization": "Basic secret"}, False),
        ({"authorization": "Bearer wrong"}, False),
        ({"cookie": "tiebook-8765=wrong", "authorization": "Bearer secret"}, True),
        ({}, False),
    ],
)
def test_the_token_comes_as_a_cookie_or_as_a_program_sends_it(headers: dict[str, str], carried: bool) -> None:
    assert Guard(NOBODY, Settings(token="secret"))._carried(Headers(headers)) is carried


@pytest.mark.parametrize(("address", "own"), [("/a", "/a"), ("//host/a", "/host/a"), ("/\\host", "/host"), ("", "/")])
def test_an_address_leads_nowhere_else(address: str, own: str) -> None:
    assert _own(address) == own


def test_turns_are_taken_up_to_a_number_and_given_back(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(turns_module, "_PATIENCE", 0.01)
    turns = Turns(1, 1)
    with turns.turn():
        with pytest.raises(LimitReached, match="other requests are being answered"), turns.turn():
            pass
        seen: list[str] = []
        waits = threading.Event()
        monkeypatch.setattr(turns_module, "_PATIENCE", 5)

        def wait() -> None:
            waits.set()
            with turns.turn():
                seen.append("waited")

        waiting = threading.Thread(target=wait)
        waiting.start()
        waits.wait(5)
        while turns._room.acquire(blocking=False):  # until the other thread has its place
            turns._room.release()
        with pytest.raises(LimitReached, match="too many requests at once"), turns.turn():
            pass
        assert not seen
    waiting.join(5)
    assert seen == ["waited"]
    for _ in range(3):  # what was refused has kept no place
        with turns.turn():
            pass


def test_names_are_offered_the_best_first(mini_engine: KgliteEngine) -> None:
    assert offered(mini_engine, "actor", "  ") == []
    names = [choice.label for choice in offered(mini_engine, "actor", " NORTH ")]
    assert names[0] == "Northland"
    assert [choice.label for choice in offered(mini_engine, "actor", "northland")][:1] == ["Northland"]
    assert offered(mini_engine, "actor", "no such name") == []
    within = [choice.label for choice in offered(mini_engine, "actor", "land")]
    assert within == sorted(within, key=str.casefold)
    assert [choice.value for choice in offered(mini_engine, "tie", "SELLS_ARMS")] == ["SELLS_ARMS_TO"]


def test_words_of_a_row_lead_to_an_actor_only_where_they_may_be_its_name(mini_engine: KgliteEngine) -> None:
    assert actor_links(mini_engine, []) == {}
    assert actor_links(mini_engine, [None, 3, "", "x" * 201]) == {}
    found = actor_links(mini_engine, ["Northland", ["Eastmark", "nobody"], 3])
    assert set(found) == {"Northland", "Eastmark"}


def test_a_paragraph_is_cut_where_its_quotes_begin_and_end(tmp_path: Path) -> None:
    path = tmp_path / "t.txt"
    path.write_text("One two three four.\n\nOther words.\n", "utf-8")
    text = Text.read(path)
    claims: list[Any] = [SimpleNamespace(quote=quote) for quote in ("two three", "three four", None, "not there")]
    found = pieces(text, claims, 1)
    assert found is not None
    assert [(piece.text, piece.claims) for piece in found] == [
        ("One ", ()),
        ("two ", (1,)),
        ("three", (1, 2)),
        (" four", (2,)),
        (".", ()),
    ]
    assert pieces(text, claims, 3) is None
    whole = pieces(text, claims, 2)
    assert whole is not None
    assert [piece.text for piece in whole] == ["Other words."]


def test_a_page_has_a_cookie_of_its_port_and_a_token_of_its_own() -> None:
    assert Settings(port=9).cookie == "tiebook-9"
    assert Settings().token != Settings().token
    assert "secret" not in repr(Settings(token="secret"))


def test_a_receipt_of_a_part_that_rows_have_columns_of_stays_with_them() -> None:
    whole, other = Receipt("p1", "a/p1", "words"), Receipt("p2", "a/p2", "other words", side="other")
    rows = tuple(Row(number, (f"x{number}",), receipts=(whole, other)) for number in (1, 2))
    assert _shared(Group("at the same time", rows), ["gloss", "other_gloss"]) == (whole,)
    assert _shared(Group("x denies it", rows), ["gloss"]) == (whole, other), "it can only be what the heading says"
    assert _shared(Group(None, rows), ["gloss"]) == ()
    assert _shared(Group("one", rows[:1]), ["gloss"]) == ()


def test_a_whole_node_is_a_few_words_in_a_cell() -> None:
    node = {"labels": ["Actor"], "properties": {"id": "oman", "name": "Oman", "aliases": ["Muscat"]}}
    assert [part.text for part in _cell("a", "a", node, {}).parts] == ["Actor oman (Oman)"]
    assert [part.text for part in _cell("a", "a", [node, "x"], {}).parts] == ["Actor oman (Oman)", "x"]
