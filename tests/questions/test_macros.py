"""Macros: what each stands for, for which parameters; and that a new tie type reaches questions, linter and docs by itself."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tiebook.model.codebook import codebook
from tiebook.model.dates import IN_FORCE_CASE, IN_FORCE_FILTER
from tiebook.questions.lint import lint
from tiebook.questions.macros import MacroError, expand
from tiebook.questions.question import parse_question

ALL = ("as_of", "source", "as_seen_by", "asserted_only", "no_inferred")
PATH = Path("theme/sound.cypher")
HEADER = """\
// title: Sound
// question: Who sells arms to {target}?
// param target: actor -- who buys
// takes: as_of, source
// returns: seller, in_force, source
// example: --target iran
"""
BODY = """\
MATCH (a:Actor)-[t:SELLS_ARMS_TO]->(b:Actor {id: $target})
WHERE t.endorsed IS NOT NULL
  {{filters t}}
RETURN a.name AS seller,
  {{in_force t}} AS in_force, // if as_of
  t.source AS source
ORDER BY seller, t.id
"""


def written(text, takes=ALL):
    """Return what a line stands for as it would be written by hand."""
    return [
        line + (f" // if {'' if guard[1] else 'not '}{guard[0]}" if guard else "")
        for line, guard in expand(text, None, takes)
    ]


def test_a_line_without_macros_stays():
    assert expand("  {a: {b: 1}}", ("x", True), ()) == [("  {a: {b: 1}}", ("x", True))]


def test_filters_of_ties():
    day = f"  AND {IN_FORCE_FILTER.format(x='r')} // if as_of"
    assert written("  {{filters r}}") == [
        "  AND r.superseded_by IS NULL // if not source",
        "  AND r.source = $source // if source",
        "  AND $as_seen_by IN r.holder // if as_seen_by",
        "  AND r.endorsed // if asserted_only",
        "  AND NOT r.inferred // if no_inferred",
        day,
    ]
    assert written("  {{filters r}}", ()) == ["  AND r.superseded_by IS NULL"]
    assert written("  {{filters r}}", ("as_of",)) == ["  AND r.superseded_by IS NULL", day]


def test_filters_of_claims():
    assert written("{{ claim_filters c }}", ALL[1:]) == [
        "AND c.source = $source // if source",
        "AND $as_seen_by IN c.holder // if as_seen_by",
        "AND NOT c.stance IN ['reports', 'disputes'] // if asserted_only",
        "AND NOT c.inferred // if no_inferred",
    ]
    assert written("{{claim_filters c}}", ()) == []


def test_filters_of_measures_count_what_is_endorsed_unless_a_holder_is_named():
    assert written("{{measure_filters t}}", ("as_seen_by", "no_inferred")) == [
        "AND t.endorsed // if not as_seen_by",
        "AND $as_seen_by IN t.holder // if as_seen_by",
        "AND NOT t.inferred // if no_inferred",
    ]
    assert written("{{measure_filters t}}", ()) == ["AND t.endorsed"]


def test_days_are_spelled_as_in_the_model():
    assert written("{{in_force t}} AS x") == [IN_FORCE_CASE.format(x="t") + " AS x"]
    assert written("{{may_hold c on=day}}") == [IN_FORCE_FILTER.format(x="c").replace("$as_of", "$day")]
    assert "$as_of" not in written("{{in_force t on=start}} {{may_hold t on=start}}")[0]


def test_two_times_meet():
    first = "(p.since_earliest IS NULL OR u.until_latest IS NULL OR p.since_earliest <= u.until_latest)"
    second = "(u.since_earliest IS NULL OR p.until_latest IS NULL OR u.since_earliest <= p.until_latest)"
    assert written("AND {{overlap p u}}") == [f"AND {first} AND {second}"]
    assert written("{{overlap p u how=certainly}}") == [
        "p.since_latest <= u.until_earliest AND u.since_latest <= p.until_earliest"
    ]


def test_types_are_those_of_the_codebook():
    ties = codebook().ties.values()
    out = [tie.name for tie in ties if tie.balance == "out"]
    assert written("{{types balance=out}}") == [str(out)]
    assert written("{{types symmetric=yes}}") == [str([tie.name for tie in ties if tie.symmetric])]
    both = [tie.name for tie in ties if tie.balance == "out" and tie.symmetric]
    assert written("[t:{{pattern balance=out symmetric=yes}}]") == [f"[t:{'|'.join(both)}]"]
    assert written("{{pattern set=limit}}") == ["CONSTRAINS|SANCTIONS|PRESSURES"]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("{{filter t}}", "there is no macro 'filter': did you mean filters"),
        ("AND {{filters t}}", "{{filters}} must be on a line of its own"),
        ("{{filters}}", "{{filters}} is not understood: write {{filters t}}"),
        ("{{filters t u}}", "write {{filters t}}"),
        ("{{filters t on=day}}", "write {{filters t}}"),
        ("{{in_force t day=x}}", "write {{in_force t [on=...]}}"),
        ("{{in_force t.x}}", "write {{in_force t [on=...]}}"),
        ("{{overlap p}}", "write {{overlap t u [how=...]}}"),
        ("{{overlap p u how=perhaps}}", "how is one of possibly, certainly"),
        ("{{types balance=outside}}", "balance is one of in, out"),
        ("{{types colour=red}}", "write {{types [balance=...] [symmetric=...] [set=...] [aspect=...]}}"),
        ("{{pattern set=limit symmetric=yes}}", "no tie type meets all of these conditions"),
    ],
)
def test_a_macro_that_is_wrong_is_told_with_what_would_be_right(text, message):
    with pytest.raises(MacroError) as caught:
        expand(text, None, ALL)
    assert message in str(caught.value)


def test_a_block_takes_no_condition_from_its_line():
    with pytest.raises(MacroError, match="no // if after it"):
        expand("{{filters t}}", ("source", True), ALL)


def test_a_question_is_read_with_its_macros_replaced():
    question = parse_question(HEADER + BODY, PATH)
    assert lint(question) == []
    assert "{{" not in question.cypher
    assert question.compiled([]).count("since_earliest") == 0
    assert f"{IN_FORCE_CASE.format(x='t')} AS in_force" in question.compiled(["as_of"])


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("{{filters t}}", "{{filtres t}}", "sound.cypher:9: there is no macro 'filtres'"),
        ("{{filters t}}", "{{filters t}} // if source", "sound.cypher:9: {{filters}} has conditions of its own"),
    ],
)
def test_a_fault_in_a_macro_is_told_with_its_line(old, new, message):
    with pytest.raises(Exception, match=r"sound\.cypher:9") as caught:
        parse_question(HEADER + BODY.replace(old, new), PATH)
    assert message in str(caught.value)


def test_the_linter_tells_the_line_of_the_file_behind_a_macro():
    assert lint(parse_question(HEADER + BODY.replace("b:Actor", "b:Akteur").replace("a:Actor", "a:Nobody"), PATH))[
        0
    ].startswith("theme/sound.cypher:7: unknown label")
    late = lint(parse_question(HEADER + BODY.replace("t.source AS source", "t.sauce AS source"), PATH))
    assert late == ["theme/sound.cypher:12: unknown property 'sauce'"]


NEW_TYPE = """
[ties.ESCORTS]
definition = "The source accompanies the target."
examples = ["A navy escorts another."]
not = ["Aid (AIDS)."]
from = ["actor"]
to = ["actor"]
sign = 1
aspect = "state"
symmetric = true
balance = "out"
sets = ["cooperation", "danger"]
cameo = "none"
plover = "none"
quad = 0
words = ["escort"]
"""
SEEN = """
from tests.docs.reference import DOCS, PAGES
from tiebook.questions import QuestionLibrary
from tiebook.questions.lint import lint
shelf = QuestionLibrary({})
assert [fault for question in shelf.all() for fault in lint(question)] == []
assert "'ESCORTS'" in shelf.get("two-sided").cypher  # out of balance
assert "'ESCORTS'" in shelf.get("disputed-ties").cypher  # symmetric
assert "|ESCORTS]" in shelf.get("who-cooperates").cypher
assert "|ESCORTS]" in shelf.get("who-threatens").cypher
assert "ESCORTS" not in shelf.get("who-balances").cypher
assert "### ESCORTS" in PAGES[DOCS / "codebook.md"]()
"""


def test_a_new_tie_type_in_the_codebook_is_followed_by_questions_linter_and_docs(tmp_path):
    for room, unused in (("graph", ["assets"]), ("queries", []), ("tests", ["samples", "answers", "documents"])):
        shutil.copytree(ROOT / room, tmp_path / room, ignore=shutil.ignore_patterns("__pycache__", *unused))
    with (tmp_path / "graph" / "tiebook" / "model" / "codebook.toml").open("a", encoding="utf-8") as book:
        book.write(NEW_TYPE)
    done = subprocess.run(
        [sys.executable, "-c", f"import sys; sys.path[:0] = ['graph', '.']\n{SEEN}"],
        cwd=tmp_path, capture_output=True, text=True, check=False, env={"HOME": str(tmp_path)},
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
