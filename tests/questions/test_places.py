"""Every fault of a question is told with the line of the file on which it stands."""

from __future__ import annotations

import pytest

from tests.questions.test_question import PATH, SOUND, parsed
from tiebook.errors import BadQuestion
from tiebook.questions import QuestionLibrary
from tiebook.questions.general import in_general
from tiebook.questions.lint import lint
from tiebook.questions.question import Question, parse_question


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize(("old", "line"), [("// title: S", 1), ("steps: int", 5), ("MATCH (a", 9), ("ORDER BY", 17)])
def test_a_character_that_is_not_allowed_is_told_with_its_line(old: str, line: int, end: str) -> None:
    text = SOUND.replace(old, f"\x07{old}", 1).replace("\n", end)
    with pytest.raises(BadQuestion, match=rf"sound.cypher:{line}: the character '\\x07' is not allowed"):
        parse_question(text, PATH)


def test_a_name_that_cannot_be_printed_is_refused() -> None:
    with pytest.raises(BadQuestion, match=r":1: a character in its name is not allowed"):
        parse_question(SOUND, PATH.with_name("so\u202eund.cypher"))


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        ("// question:", "// query:", 2),
        ("// title: Sound\n// question", "// question", 1),
        ("target: actor -- who", "target -- who", 3),
        ("tie: tie?", "tie: knot?", 4),
        ("param steps", "param source", 5),
        ("// takes: source", "// takes: sauce", 6),
        ("// takes: source", "// takes:", 6),
        ("// returns: seller", "// returns: seller, seller", 7),
        ("// returns: seller", "// returns: Seller", 7),
        ("// example: --target iran", "// example: '", 8),
        ("// example: --target iran", "// example: (none)\n// noun: a\n// noun: b", 10),
        ("// example: --target iran", "// example: (none)\n// shows: buyer", 9),
        ("// example: --target iran", "// example: (none)\n// group: buyer", 9),
        ("// example: --target iran", "// example: (none)\n// group: seller|buyer", 9),
        ("// example: --target iran\n", "", 1),
        ("param steps", "param target", 1),
    ],
)
def test_a_fault_of_the_header_is_told_with_its_line(old: str, new: str, line: int) -> None:
    with pytest.raises(BadQuestion) as caught:
        parsed(old, new)
    assert f"sound.cypher:{line}: " in str(caught.value)


def test_a_header_without_cypher_is_told_behind_it() -> None:
    with pytest.raises(BadQuestion, match=r"sound.cypher:9: there is no Cypher"):
        parse_question(SOUND[: SOUND.index("MATCH")], PATH)


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("ORDER BY seller, t.id\n", "", ["16: the answer has no ORDER BY"]),
        (", $steps AS steps", ", t.rank + $steps AS steps, 1", ["17: '1' has no AS name"]),
        ("a.name AS seller", "a AS seller", ["17: a is a whole node or edge", "7: returns seller, steps, source, but"]),
        ("to {target}?", "to {target}", ["2: the question ends with a question mark"]),
        ("to {target}?", "to {target} of {tie}?", ["2: {tie} is optional"]),
        ("to {target}?", "to {other}?", ["2: {other} is not a parameter"]),
        ("// returns: seller, steps", "// returns: steps, seller", ["7: returns steps, seller, source, but"]),
        ("AND t.sign < 9 // if not tie", "AND t.sign < 9 // if not target", ["14: // if target: not an optional"]),
        ("type(t) = $tie // if tie", "type(t) = $tie", ["11: $tie is optional"]),
        ("type(t) = $tie // if tie", "type(t) = $tie // if not tie", ["11: $tie is optional"]),
        ("t.sign < 9", "t.sign < $most", ["9: $most is used"]),
        ("$steps AS steps", "3 AS steps", ["5: steps is declared"]),
        ("  AND NOT t.inferred // if no_inferred\n", "", ["6: no_inferred is declared"]),
        ("NOT t.inferred //", "t.inferred <> $no_inferred //", ["9: no_inferred is a flag"]),
        ("(a:Actor)-[t:SELLS", "(a:Aktor)-[t:SELL", ["9: unknown tie or edge type 'SELL_ARMS_TO'", "9: unknown label 'Aktor'"]),
        ("t.sign <", "t.sine <", ["14: unknown property 'sine'"]),
        ("{id: $target}", "{idd: $target}", ["9: unknown property 'idd'"]),
        ("  AND t.superseded_by IS NULL // if not source\n", "", ["9: counts superseded releases"]),
        ("MATCH (a", "/* x */ MATCH (a", ["9: not portable: block comments"]),
        ("// example: --target iran", "// example: (none)\n// budget: 5 s", ["9: write // budget: 1500 ms"]),
        ("// example: --target iran", "// example: (none)\n// picture: tree", ["9: unknown picture 'tree'"]),
        ("// example: --target iran", "// example: (none)\n// picture: ledger", ["9: a picture of shape ledger needs"]),
        ("// example: --target iran", "// example: (none)\n// shows: seller\n// group: seller", ["10: seller is the heading"]),
        ("// example: --target iran", "// example: (none)\n// shows: seller\n// group: seller|steps", []),
        ("// example: --target iran", "// example: (none)\n// also: a; {x} b", ["9: {x} in '{x} b' is not a parameter"]),
        ("// example: --target iran", "// example: (none)\n// also: {target}", ["9: '{target}' has no word"]),
        ("// example: --target iran", "// example: (none)\n// undated: target, buyer", ["9: buyer is not a parameter"]),
    ],
)  # fmt: skip
def test_the_linter_tells_the_line_and_nothing_else(old: str, new: str, told: list[str]) -> None:
    found = lint(parsed(old, new))
    for wanted in told:
        assert any(each.startswith(f"theme/sound.cypher:{wanted}") for each in found), found
    assert {each.split(":")[1] for each in found} == {each.partition(":")[0] for each in told}, found


def test_six_columns_are_shown_at_most() -> None:
    names = [f"c{number}" for number in range(7)]
    text = SOUND.replace("// returns: seller, steps, source", f"// returns: {', '.join(names)}, steps, source")
    text = text.replace("a.name AS seller", ", ".join(f"a.name AS {name}" for name in names)).replace(
        "BY seller", "BY c0"
    )
    for count, said in ((6, 0), (7, 1)):
        shown = text.replace("// example", f"// shows: {', '.join(names[:count])}\n// example")
        assert len(lint(parse_question(shown, PATH))) == said


def question(words: str, *params: str) -> Question:
    lines = "".join(f"// param {param} -- x\n" for param in params)
    head = f"// title: T\n// question: {words}\n{lines}// returns: x\n// example: (none)\n"
    return parse_question(f"{head}RETURN 1 AS x ORDER BY x\n", PATH)


def test_a_question_in_general_words() -> None:
    two = question("Who of {a} and {b} met {group}[ about {c}] in {first} to {last}?",
                   "a: actor", "b: actor", "group: actor", "c: entity?", "first: year", "last: year")  # fmt: skip
    assert in_general(two) == "Who of an actor and another met a group in one year to another?"
    assert in_general(question("Within {n} or {m} of {d}?", "n: integer = 12", "m: integer", "d: place")) == (
        "Within 12 or N of a place?"
    )


def test_the_library_has_a_question_under_its_theme_and_its_file_once() -> None:
    library = QuestionLibrary({})
    files = list(library.files())
    assert len(files) == len({*files}) == len(library.names())
    assert sorted(each.name for each in library.all()) == sorted(library.names())
