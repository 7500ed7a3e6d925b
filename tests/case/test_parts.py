"""Small parts of a case by themselves: names, kinds, sections, glosses, places, fields of corrections."""

import re
import shutil

import pytest
import tomlkit

from tests.conftest import MINI
from tiebook.case.correct import _derives, correct, put, read_value, said
from tiebook.case.derive.gloss import gloss_of
from tiebook.case.derive.places import Place, place_key, read_places, write_places
from tiebook.case.derive.sections import Section, read_paragraphs, section_of, write_paragraphs
from tiebook.case.names import Names, fill_entity, kind_fault, same_kind, slug
from tiebook.case.text import Text
from tiebook.errors import BadCase, UnknownName, UsageError
from tiebook.model.codebook import codebook
from tiebook.model.records import Entity

KINDS = ("State", "Bloc", "Person")


@pytest.mark.parametrize(
    ("name", "made"),
    [
        ("R&D in São Tomé", "r-and-d-in-sao-tome"),
        ("Iran's 2\u2019nd", "irans-2nd"),
        ("--A--", "a"),
        ("中国", ""),
        ("Mariusz Błaszczak", "mariusz-blaszczak"),  # its letters have no accent that could be taken off
        ("Łódź", "lodz"),
        ("Straße in Ærø", "strasse-in-aero"),
        ("\uff26\uff22\uff29", "fbi"),
    ],
)
def test_a_name_as_an_id(name, made):
    assert slug(name) == made


@pytest.mark.parametrize(
    ("kind", "said_"),
    [
        ("state", "did you mean kind State (state is not one)?"),
        ("country", "did you mean kind State (country is not one)?"),
        ("Think_Tank", "one of State, Bloc, Person"),  # an Organization, which is none of these
        ("alliance", "did you mean kind Bloc"),
        ("odd", "one of State, Bloc, Person"),
    ],
)
def test_a_kind_that_is_none_is_told_with_the_one_that_was_meant(kind, said_):
    assert said_ in kind_fault(kind, KINDS)
    assert same_kind("PERSON", KINDS) == "Person"
    assert same_kind("Persons", KINDS) is None


def test_names_of_the_crosswalk_are_met_once_and_only_where_the_format_derives():
    names = Names(derives=True)
    assert names.resolve("Tehran") == names.resolve("Iran") == names.resolve("iran") == "iran"
    assert [entity.id for entity in names.used] == ["iran"]
    assert names.name("iran") == "Iran"
    assert names.label("iran") == "Actor"
    assert names.resolve("Nowhere") == names.name("Nowhere") == "Nowhere"
    assert names.label("Nowhere") == ""
    assert Names(derives=False).resolve("Tehran") == "Tehran"


def test_an_entity_of_a_case_comes_before_the_crosswalk_and_the_first_name_counts():
    names = Names(derives=True)
    names.declare(Entity("Actor", "my-iran", "Iran", "State", ("Persia",)))
    names.declare(Entity("Actor", "other", "Other", "State", ("PERSIA",)))
    assert names.resolve("persia") == "my-iran"
    assert names.resolve("Iran") == "my-iran"
    assert names.used == []


def test_names_for_a_trial_leave_the_others_alone():
    names = Names(derives=True, other_names=False)
    trial = names.copy()
    assert trial.resolve("Tehran") == "iran"
    assert trial.used[0].aliases == ()
    assert names.used == []
    assert "iran" not in names.references
    assert Names(derives=True).resolve("Iran") == "iran"
    full = Names(derives=True)
    full.resolve("Iran")
    assert full.used[0].aliases


def test_an_unknown_name_is_told_with_one_that_is_near():
    names = Names(derives=True)
    names.declare(Entity("Actor", "westhaven", "Westhaven", "State"))
    assert "westhaven" in names.unknown("westhavn", "id")
    assert "germany" in names.unknown("germani", "id")
    assert "germany" not in Names(derives=False).unknown("germani", "id")
    assert names.unknown("westhavn", "claim") == "unknown claim 'westhavn'"


@pytest.mark.parametrize(
    ("values", "label", "filled"),
    [
        ({"name": "Tehran"}, "Actor", {"id": "iran", "name": "Tehran", "kind": "State"}),
        ({"name": "Tehran", "kind": "Person"}, "Actor", {"id": "tehran", "name": "Tehran", "kind": "Person"}),
        ({"id": "iran"}, "Actor", {"id": "iran", "name": "Iran", "kind": "State", "iso3": "IRN"}),
        ({"id": "iran", "kind": "Bloc"}, "Actor", {"id": "iran", "kind": "Bloc"}),
        ({"name": "My Own"}, "Actor", {"id": "my-own", "name": "My Own"}),
        ({"id": "mine", "name": "My Own"}, "Actor", {"id": "mine", "name": "My Own"}),
        ({"name": "Money"}, "Factor", {"id": "money", "kind": "factor"}),
        ({"name": "Money", "part_of": "all"}, "Factor", {"kind": "sub_factor"}),
        ({"name": "Money", "kind": "own"}, "Factor", {"kind": "own"}),
        ({"name": "Iran"}, "Factor", {"id": "iran", "name": "Iran", "kind": "factor"}),
    ],
)
def test_what_an_entity_may_leave_out_is_filled_in(values, label, filled):
    found = fill_entity(values, label)
    assert {key: found.get(key) for key in filled} == filled
    if "iso3" not in filled and filled.get("kind") != "State":
        assert "iso3" not in found


def test_other_names_and_codes_of_an_entity_can_be_left_out():
    assert fill_entity({"id": "iran"}, "Actor")["aliases"]
    assert fill_entity({"id": "iran"}, "Actor", other_names=False)["aliases"] == []
    assert "iso3" not in fill_entity({"id": "iran", "iso3": ""}, "Actor")
    assert fill_entity({"id": "x", "name": ""}, "Actor")["name"] == ""


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("3", {3}),
        (" 2 - 4 , 7", {2, 3, 4, 7}),
        ("5-5", {5}),
        ("99998-99999", {99998, 99999}),
        ("0", None),
        ("5-4", None),
        ("1-100000", None),
        ("", None),
        ("2,", None),
        ("a", None),
        ("1-2-3", None),
    ],
)
def test_numbers_of_paragraphs(text, numbers):
    assert read_paragraphs(text) == (None if numbers is None else frozenset(numbers))


def test_numbers_of_paragraphs_are_written_in_runs():
    assert write_paragraphs([7, 3, 2, 4, 7, 9, 10]) == "2-4, 7, 9-10"
    assert write_paragraphs([]) == ""
    one, two = Section("a", frozenset({1, 2}), None), Section("b", frozenset({2, 3}), None)
    assert [section_of([one, two], number) for number in (1, 2, 3, 4)] == [one, one, two, None]


@pytest.mark.parametrize(
    ("more", "sentence"),
    [
        ({}, "China sells arms to Iran"),
        ({"rank": 2}, "China sells arms to Iran as number 2"),
        ({"regarding": ["oman"]}, "China sells arms to Iran, regarding Oman"),
        ({"regarding": ["oman", "iraq", "yemen"]}, "China sells arms to Iran, regarding Oman, Iraq and Yemen"),
        ({"via": "oman"}, "China sells arms to Iran, through Oman"),
        ({"mechanism": "by sea"}, "China sells arms to Iran (by sea)"),
        ({"negated": True}, "It is not so that China sells arms to Iran"),
        ({"mode": "sought"}, "Somebody seeks that China sells arms to Iran"),
        ({"mode": "feared", "by": "oman"}, "Oman fears that China sells arms to Iran"),
        ({"mode": "sought", "negated": True}, "It is not sought that China sells arms to Iran"),
        ({"mode": "sought", "negated": True, "by": "oman"}, "Oman does not seek that China sells arms to Iran"),
        (
            {"mode": "expected", "negated": True, "by": ["oman", "iraq"]},
            "Oman and Iraq do not expect that China sells arms to Iran",
        ),
        ({"mode": "conditional", "condition": "if asked"}, "China sells arms to Iran, if asked"),
        ({"mode": "conditional"}, "China sells arms to Iran, if "),
        (
            {"mode": "conditional", "negated": True, "condition": "paid"},
            "It is not so that China sells arms to Iran, if paid",
        ),
        ({"mode": "hypothetical"}, "Possibly, China sells arms to Iran"),
        ({"holder": "oman"}, "China sells arms to Iran, according to Oman"),
        ({"holder": "me"}, "China sells arms to Iran"),
        ({"holder": ["oman", "me", "iraq"]}, "China sells arms to Iran, according to Iraq according to Oman"),
        ({"holder": "oman", "stance": "reports"}, "China sells arms to Iran, according to Oman"),
        ({"holder": "oman", "stance": "disputes"}, "China sells arms to Iran, according to Oman; Me disputes it"),
        ({"tie": "NO_SUCH_TIE"}, "China no such tie Iran"),
        ({"mode": "sought", "by": "china"}, "China seeks to sell arms to Iran"),
        ({"mode": "sought", "by": ["china"], "tie": "ALLIED_WITH"}, "China seeks to be allied with Iran"),
        (
            {"mode": "expected", "by": ["china"], "tie": "ECONOMIC_TIE_TO"},
            "China expects to have an economic tie to Iran",
        ),
        ({"mode": "sought", "by": "china", "negated": True}, "China does not seek to sell arms to Iran"),
        ({"mode": "sought", "by": ["china", "oman"]}, "China and Oman seek that China sells arms to Iran"),
        ({"mode": "feared", "by": "china"}, "China fears that China sells arms to Iran"),
        ({"by": "china"}, "China sells arms to Iran"),
        ({"to": "unspecified", "negated": True}, "It is not so that China sells arms to somebody that is not named"),
        ({"from": "unspecified"}, "Somebody that is not named sells arms to Iran"),
        ({"holder": "unspecified"}, "China sells arms to Iran, according to somebody that is not named"),
        ({"mode": "sought", "by": "unspecified"}, "Somebody seeks that China sells arms to Iran"),
        (
            {"mode": "sought", "by": "unspecified", "from": "unspecified"},
            "Somebody seeks that somebody that is not named sells arms to Iran",
        ),
        ({"mode": "feared", "by": "unspecified", "negated": True}, "It is not feared that China sells arms to Iran"),
        (
            {"regarding": ["unspecified", "oman"]},
            "China sells arms to Iran, regarding somebody that is not named and Oman",
        ),
        ({"from": "eight island states"}, "Eight island states sell arms to Iran"),
        ({"from": "officials in Lima", "tie": "ALLIED_WITH"}, "Officials in lima are allied with Iran"),
    ],
)
def test_the_sentence_of_a_claim(more, sentence):
    values = {"from": "china", "tie": "SELLS_ARMS_TO", "to": "iran", **more}
    assert gloss_of(values, str.capitalize, "me") == sentence


def test_places_are_kept_by_paragraph_and_written_only_where_they_change(tmp_path):
    places = [("k2", Place(12, 5, 9)), ("k1", Place(12, 1, 4)), ("k1", Place(2, 0, 3))]
    assert write_places(tmp_path, places)
    assert not write_places(tmp_path, reversed(places))
    assert read_places(tmp_path) == {"k1": (Place(2, 0, 3), Place(12, 1, 4)), "k2": (Place(12, 5, 9),)}
    assert write_places(tmp_path, places[:1])
    assert place_key({"quote": "a", "prefix": "b"}) != place_key({"quote": "b", "prefix": "a"})
    assert place_key({"quote": "a  b"}) == place_key({"quote": "a b", "prefix": ""})


@pytest.mark.parametrize(
    "content",
    [
        '{"1": {"k": [0, 0]}}',
        '{"1": {"k": [-1, 2]}}',
        '{"0": {"k": [0, 1]}}',
        '{"1": {"k": [0, 1.5]}}',
        '{"1": {"k": [0]}}',
        '{"1": {"k": [true, 2]}}',
        "[]",
        '{"1": []}',
        "{",
    ],
)
def test_what_are_no_places_are_refused(tmp_path, content):
    write_places(tmp_path, [("k", Place(1, 0, 1))])
    (file,) = tmp_path.iterdir()
    file.write_text(content, "utf-8")
    with pytest.raises(BadCase):
        read_places(tmp_path)


@pytest.mark.parametrize(
    ("field", "value", "now"),
    [
        ("from", "oman", {"says": "oman AIDS iran"}),
        ("tie", "OPPOSES", {"says": "china OPPOSES iran"}),
        ("to", "oman", {"says": "china AIDS oman"}),
        ("to", None, {"says": "china AIDS iran"}),
        ("until", "2020", {"says": "china AIDS iran", "until": "2020"}),
        ("quote", None, {"says": "china AIDS iran"}),
    ],
)
def test_an_end_of_a_tie_is_changed_where_it_stands(field, value, now):
    table = tomlkit.table()
    table["says"] = "china AIDS iran"
    assert [said(table, each) for each in ("from", "tie", "to")] == ["china", "AIDS", "iran"]
    assert said(table, "until") is None
    put(table, field, value)
    assert table.unwrap() == now
    assert said(table, field) == now.get(field, value or {"to": "iran"}.get(field))


def test_a_field_that_stands_by_itself_is_changed_or_taken_out():
    table = tomlkit.table()
    table["to"] = "iran"
    put(table, "to", "oman")
    assert said(table, "to") == "oman"
    put(table, "to", None)
    put(table, "to", None)
    assert "to" not in table


@pytest.mark.parametrize(
    ("field", "given", "value"),
    [
        ("confidence", "0.5", 0.5),
        ("since", "2015", "2015"),
        ("negated", "true", True),
        ("until", "", None),
        ("regarding", "a, b", ["a", "b"]),
    ],
)
def test_a_value_has_the_type_of_its_field(field, given, value):
    assert read_value(field, given) == value


@pytest.mark.parametrize(
    ("field", "given", "error", "told"),
    [
        ("id", "x", UsageError, "others cite it"),
        ("at", "x", UsageError, "derived from the text"),
        ("confidense", "x", UnknownName, "no field 'confidense'"),
        ("negated", "perhaps", UsageError, "negated=perhaps"),
    ],
)
def test_a_value_that_is_none_is_told(field, given, error, told):
    with pytest.raises(error, match=told):
        read_value(field, given)


@pytest.mark.parametrize(
    ("head", "derives"),
    [("format = 2\n", True), ("format = 3\n", True), ("format = 1\n", False), ("", False), ('format = "2"\n', False)],
)
def test_places_have_a_file_of_their_own_from_format_2_on(tmp_path, head, derives):
    (tmp_path / "case.toml").write_text(f'{head}title = "x"\n[source]\nformat = 9\n', "utf-8")
    assert _derives(tmp_path) is derives


def test_what_a_correction_says_already_is_no_change(tmp_path):
    case = shutil.copytree(MINI, tmp_path / "mini")
    text = Text.read(MINI.with_suffix(".txt"))
    assert correct(case, "p2-sells", {"confidence": "0.25"}, text).changes[0].after == 0.25
    assert correct(case, "p2-sells", {}, text).changes == ()


def test_every_type_of_tie_can_be_sought_by_its_own_actor():
    irregular = {"is": "be", "has": "have", "complies": "comply"}
    for name, type_ in codebook().ties.items():
        values = {"from": "china", "tie": name, "to": "iran", "mode": "sought", "by": "china"}
        verb, *rest = type_.phrase.split()
        assert verb in irregular or re.search("([^isxz]|[aeiou]s)es$|[^eis]s$", verb), (
            f"the rule for verbs has to know {verb}"
        )
        words = ["China seeks to", irregular.get(verb, verb[:-1]), *rest, "Iran"]
        assert gloss_of(values, str.capitalize, "me") == " ".join(words)
