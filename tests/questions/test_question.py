"""The header's parser and the linter: every fault is told with file and line."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tiebook.errors import BadQuestion, UnknownName
from tiebook.model.dates import IN_FORCE_CASE, IN_FORCE_FILTER
from tiebook.questions import QuestionLibrary
from tiebook.questions.lint import lint
from tiebook.questions.question import is_evidence, parse_question

PATH = Path("theme/sound.cypher")
SOUND = """\
// title: Sound
// question: Who sells arms to {target}?
// param target: actor -- who buys
// param tie: tie? -- only this type
// param steps: integer = 3 -- how far
// takes: source, no_inferred
// returns: seller, steps, source
// example: --target iran
MATCH (a:Actor)-[t:SELLS_ARMS_TO]->(b:Actor {id: $target})
WHERE t.endorsed IS NOT NULL
  AND type(t) = $tie // if tie
  AND t.source = $source // if source
  AND NOT t.inferred // if no_inferred
  AND t.sign < 9 // if not tie
  AND t.superseded_by IS NULL // if not source
RETURN a.name AS seller, $steps AS steps, t.source AS source
ORDER BY seller, t.id
"""


def parsed(old="", new=""):
    assert old in SOUND
    return parse_question(SOUND.replace(old, new, 1), PATH)


def test_a_header_is_read():
    question = parsed()
    assert (question.name, question.theme, question.title) == ("sound", "theme", "Sound")
    assert [(p.name, p.type, p.optional, p.default) for p in question.params] == [
        ("target", "actor", False, None),
        ("tie", "tie", True, None),
        ("steps", "integer", False, "3"),
    ]
    assert question.takes == ("source", "no_inferred")
    assert question.optional == ("tie", "source", "no_inferred")
    assert question.returns == ("seller", "steps", "source")
    assert question.columns(evidence=False) == ("seller", "steps")
    assert list(question.example_arguments()) == [["--target", "iran"]]
    assert lint(question) == []


def test_optional_lines_come_and_go():
    question = parsed()
    bare = question.compiled(["target", "steps"])
    assert "$tie" not in bare
    assert "t.sign < 9" in bare
    assert "// if" not in bare
    full = question.compiled(["target", "steps", "tie", "no_inferred"])
    assert "type(t) = $tie" in full
    assert "NOT t.inferred" in full
    assert "$source" not in full
    assert "t.sign < 9" not in full


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("// title: Sound\n", "", "sound.cypher:1: the first line is // title"),
        ("// question: Who sells arms to {target}?\n", "", "sound.cypher:1: // question: is missing"),
        ("// returns: seller, steps, source\n", "", "// returns: is missing"),
        ("// example: --target iran\n", "", "// example: is missing"),
        ("// title: Sound\n", "// title:\n", "sound.cypher:1: // title: needs a value"),
        ("// title: Sound\n", "// title: Sound\n// title: Again\n", "sound.cypher:2: // title: occurs twice"),
        ("actor -- who buys", "actr -- who buys", "sound.cypher:3: unknown type 'actr'"),
        ("actor -- who buys", "actor", "sound.cypher:3: write // param NAME: TYPE -- help"),
        ("param tie: tie?", "param source: tie?", "sound.cypher:4: source is reserved"),
        ("param tie: tie?", "param members: tie?", "sound.cypher:4: members is an option of every question"),
        ("param tie: tie?", "param text: text?", "sound.cypher:4: text is an option of every question"),
        ("param tie: tie?", "param no_evidence: tie?", "sound.cypher:4: no_evidence is an option of every question"),
        ("param tie: tie?", "param target: tie?", "declared twice"),
        ("takes: source, no_inferred", "takes: sources", "sound.cypher:6: 'sources' is not one of as_of"),
        ("returns: seller, steps, source", "returns: seller, seller", "a column is returned twice"),
        ("returns: seller", "returns: The seller", "'The seller' is not a name"),
        ("// takes", "// tkes", "sound.cypher:6: not a header line"),
        (SOUND[SOUND.index("MATCH") :], "", "there is no Cypher"),
    ],
)
def test_faults_of_a_header(old, new, message):
    with pytest.raises(BadQuestion) as caught:
        parsed(old, new)
    assert message in str(caught.value)


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("{target}?", "{target}", "ends with a question mark"),
        ("{target}?", "{targt}?", "{targt} is not a parameter"),
        ("{id: $target}", "{id: 'iran'}", ":3: target is declared but not used"),
        ("{id: $target}", "{id: $buyer}", "$buyer is used but not declared"),
        ("= $tie // if tie", "= $tie", ":11: $tie is optional"),
        ("// if no_inferred", "// if inferred", "// if inferred: not an optional parameter"),
        ("NOT t.inferred //", "$no_inferred //", "no_inferred is a flag"),
        ("a.name AS seller, $steps AS steps", "$steps AS steps, a.name AS seller", "but the query gives steps, seller"),
        ("a.name AS seller", "a AS seller", "a is a whole node or edge"),
        ("a.name AS seller", "a.name", "has no AS name"),
        ("ORDER BY seller, t.id\n", "", "no ORDER BY"),
        ("RETURN a.name AS seller", "RETURN collect(a.name) AS seller", "sort before collect()"),
        ("SELLS_ARMS_TO", "SELS_ARMS_TO", ":9: unknown tie or edge type 'SELS_ARMS_TO'"),
        ("(a:Actor)", "(a:Akteur)", ":9: unknown label 'Akteur'"),
        ("NOT t.inferred", "NOT t.infered", ":13: unknown property 'infered'"),
        ("{id: $target}", "{ident: $target}", "unknown property 'ident'"),
        ("t.endorsed IS NOT NULL", "t.id IS NOT NULL", "not portable: t.id IS NULL"),
        ("t.endorsed IS NOT NULL", "keys(t) = []", "not portable: keys()"),
        ("t.endorsed IS NOT NULL", "a.title = ''", "the property title"),
        ("t.endorsed IS NOT NULL", "t.since_earliest > '2010'", "a date compared with a text"),
        ("t.endorsed IS NOT NULL", "nullIf(t.sign, 0) = 1", "write CASE WHEN"),
        ("t.endorsed IS NOT NULL", "apoc.x(t)", "apoc.x("),
        ("t.endorsed IS NOT NULL", "size(COLLECT { MATCH (a) RETURN a.id AS i }) > 0", "COLLECT { }"),
        ("t.endorsed IS NOT NULL", "$target IS NULL", "$x IS NULL"),
        ("(b:Actor {id: $target})", "(b:Actor {id: $target} WHERE b.id = 'x')", "a node pattern"),
        ("(b:Actor {id: $target})", "(b:Actor {id: a.name}), (:Actor {id: $target})", "{id: t.factor}"),
        ("-[t:SELLS_ARMS_TO]->", "((x)-[t:SELLS_ARMS_TO]->(y)){1,3}", "not portable"),
        ("a.name AS seller", "coalesce(a.name, a.gloss) AS seller", "gloss first"),
        ("WHERE t.endorsed", "/* x */ WHERE t.endorsed", "block comments"),
        ("WHERE t.endorsed IS NOT NULL", "SET t.sign = 1 WITH a, b, t WHERE t.sign = 1", "refused: SET"),
        ("takes: source,", "takes: as_of, source,", "as_of is not spelled right: write {{filters t}}"),
        ("AND t.superseded_by IS NULL", "AND t.sign < 8", "counts superseded releases: AND t.superseded_by IS NULL"),
    ],
)  # fmt: skip
def test_faults_that_the_linter_tells(old, new, message):
    found = "\n".join(lint(parsed(old, new)))
    assert message in found, found


def test_as_of_is_spelled_as_in_the_model():
    text = SOUND.replace("takes: source", "takes: as_of, source").replace(
        "returns: seller, ", "returns: seller, in_force, "
    )
    text = text.replace("  AND type(t)", f"  AND {IN_FORCE_FILTER.format(x='t')} // if as_of\n  AND type(t)", 1)
    text = text.replace(
        "a.name AS seller, ", f"a.name AS seller,\n  {IN_FORCE_CASE.format(x='t')} AS in_force, // if as_of\n  ", 1
    )
    assert lint(parse_question(text, PATH)) == []
    without = (
        text.replace("in_force, ", "").replace(" AS in_force,", " AS state,").replace("seller, ", "seller, state, ", 1)
    )
    assert "returns in_force" in "\n".join(lint(parse_question(without, PATH)))
    assert lint(parse_question(text.replace(">= $as_of THEN", "> $as_of THEN"), PATH)) != []


@given(st.text(max_size=300))
def test_any_text_is_a_question_or_told_to_be_none(text):
    try:
        question = parse_question(text, PATH)
    except BadQuestion:
        return
    lint(question)


def test_own_questions_are_found_beside_the_shipped_ones(tmp_path):
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "sound.cypher").write_text(SOUND)
    library = QuestionLibrary({"TIEBOOK_QUERIES": str(tmp_path)})
    assert "sound" in library.names()
    assert not library.get("sound").trusted
    assert library.get("who-arms").trusted
    with pytest.raises(UnknownName, match="did you mean sound"):
        library.get("sond")


def test_two_questions_of_one_name_and_a_missing_folder_are_told(tmp_path):
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "who-arms.cypher").write_text(SOUND)
    with pytest.raises(BadQuestion, match="two questions are called"):
        QuestionLibrary({"TIEBOOK_QUERIES": str(tmp_path)}).get("who-arms")
    with pytest.raises(BadQuestion, match="does not exist"):
        QuestionLibrary({"TIEBOOK_QUERIES": str(tmp_path / "none")})


@pytest.mark.parametrize(
    ("column", "hidden"),
    [
        ("tie_id", True),
        ("pact_tie_id", True),
        ("named_claim", True),
        ("response_quote", True),
        ("record_source", False),
        ("records", False),
    ],
)
def test_receipts_of_both_sides_are_evidence(column, hidden):
    assert is_evidence(column) is hidden


def test_the_picture_of_a_question_is_declared_or_derived() -> None:
    library = QuestionLibrary()
    assert library.get("what-limits").shape == "layers"
    assert library.get("how-connected").shape == "path"
    assert library.get("timeline").shape == "timeline"
    assert library.get("who-arms").shape == "network"
    assert library.get("actors").shape is None


@pytest.mark.parametrize(
    ("picture", "fault"),
    [
        ("layers", None),
        ("network", None),
        ("tree", "unknown picture 'tree': one of path, camps, ledger, timeline, layers, network"),
        (
            "ledger",
            "a picture of shape ledger needs the columns from_actor, sign, to_actor or cooperative, hostile, other",
        ),
    ],
)
def test_a_declared_picture_must_fit_the_columns(picture: str, fault: str | None) -> None:
    path = QuestionLibrary().get("what-limits").path
    text = path.read_text("utf-8").replace("\n// example:", f"\n// picture: {picture}\n// example:", 1)
    question = parse_question(text, path)
    assert question.shape == picture
    assert [message.split(": ", 1)[1] for message in lint(question)] == ([fault] if fault else [])
