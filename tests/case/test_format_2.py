"""Format 2: what follows from the rest need not be said, and faults say what would be right."""

import json
import re

import pytest

from tiebook.case import Text, open_case
from tiebook.case.correct import correct
from tiebook.case.derive.known import known_actor, known_id
from tiebook.case.derive.places import PLACES_FILE
from tiebook.case.derive.sections import read_paragraphs, write_paragraphs
from tiebook.case.update import update_case
from tiebook.errors import BadCase

TEXT = Text.of(
    "A title\n\nChina sold drones to Iran in 2016. The Houthis were not armed by Beijing.\n\n"
    "Officials in Bandar say that Moscow seeks a base in Yemen.\n\nThe order of 2020 forces China to comply. It is so.\n",
    "0" * 64,
)
HEAD = 'format = 2\n[source]\ntitle = "A title"\nauthor = "Ann Writer"\ndate = "2021"\n[coder]\nname = "x"\ndate = 2026-01-01\n'
ORDER = '[[instrument]]\nname = "The order"\nkind = "executive_order"\ndate = "2020"\n'
FACTOR = '[[factor]]\nid = "law"\nname = "Law"\n'


@pytest.fixture
def case(tmp_path):
    """Return a function that writes a case and returns its folder."""
    folder = tmp_path / "two"
    folder.mkdir()

    def write(coding, head=HEAD):
        (folder / "case.toml").write_text(head, "utf-8")
        (folder / "claims.toml").write_text(coding, "utf-8")
        return folder

    return write


def only(folder, text=TEXT):
    """Return the one claim of a case."""
    (claim,) = open_case(folder, text).claims
    return claim


def claim(says, quote, more=""):
    return f'[[claim]]\nsays = "{says}"\nquote = "{quote}"\n{more}'


def faults(folder, text=TEXT):
    with pytest.raises(BadCase) as caught:
        open_case(folder, text)
    return caught.value.faults


def test_a_claim_is_two_lines_and_the_rest_is_derived(case):
    folder = case(claim("china SELLS_ARMS_TO iran", "China sold drones to Iran"))
    found = only(folder)
    assert found.id == "two/p2-china-sells-arms-to-iran"
    assert (found.paragraph, TEXT.content[found.start_char : found.end_char]) == (2, "China sold drones to Iran")
    assert (found.aspect, found.sign, found.mode, found.stance) == ("event", 1, "actual", "asserts")
    assert found.gloss == "China sells arms to Iran"
    assert [holder.id for holder in found.holders] == ["ann-writer"]
    checked = open_case(folder, TEXT)
    assert checked.id == "two"
    assert {entity.id: entity.kind for entity in checked.entities} == {
        "unspecified": "Collective",
        "ann-writer": "Person",
        "china": "State",
        "iran": "State",
    }
    assert {entity.id: entity.codes.get("iso3") for entity in checked.entities}["iran"] == "IRN"


@pytest.mark.parametrize("name", ["china", "China", "PRC", "Beijing", "beijing"])
def test_an_actor_is_known_by_any_of_its_names(case, name):
    found = only(case(claim(f"{name} SELLS_ARMS_TO Tehran", "China sold drones to Iran")))
    assert (found.start.id, found.end.id) == ("china", "iran")


def test_a_city_that_only_the_list_of_capitals_has_stands_for_its_government(case):
    folder = case(claim("Riyadh OPPOSES Sana'a", "China sold drones to Iran"))
    assert [only(folder).start.id, only(folder).end.id] == ["saudi-arabia", "yemen"]
    assert "Riyadh" in next(e.aliases for e in open_case(folder, TEXT).entities if e.id == "saudi-arabia")


def test_a_seat_with_an_article_means_its_government_and_is_no_name_of_it():
    meant = {"White House": "united-states", "Kremlin": "russia", "Quai d'Orsay": "france"}
    assert {seat: known_id(seat) for seat in meant} == meant
    names = {actor: each.aliases for actor in meant.values() if (each := known_actor(actor))}
    assert {"Washington", "US"} <= {*names["united-states"]}
    assert names["france"][-1] == "Paris"
    assert not any(name.startswith("the ") for each in names.values() for name in each)
    assert known_actor("atlantis") is None


def test_a_case_overrides_what_the_crosswalk_knows(case):
    own = '[[actor]]\nid = "china"\naliases = ["the PRC"]\ncameo = ""\nnote = "n"\n'
    found = open_case(case(own + claim("china SELLS_ARMS_TO iran", "China sold drones to Iran")), TEXT)
    china = next(entity for entity in found.entities if entity.id == "china")
    assert (china.name, china.kind, china.aliases, china.note) == ("China", "State", ("the PRC",), "n")
    assert china.codes == {"iso3": "CHN", "cow": "710", "gw": "710"}


def test_the_names_of_the_case_go_before_those_of_the_crosswalk(case):
    own = '[[actor]]\nname = "Bandar"\nkind = "State"\naliases = ["Moscow"]\n'
    more = 'mode = "sought"\n'
    found = only(case(own + claim("moscow PRESENT_IN yemen", "Moscow seeks a base in Yemen", more)))
    assert found.start.id == "bandar"
    assert [each.id for each in found.by] == ["bandar"]
    assert found.aspect == "disposition"
    assert found.gloss == "Bandar seeks to be present in Yemen"


@pytest.mark.parametrize(
    ("says", "more", "expected"),
    [
        ("russia PRESENT_IN yemen", 'mode = "sought"\nholder = "iran"\n', {"stance": "reports", "aspect": "disposition"}),
        ("china CONSTRAINS iran", "", {"constraint": "imposed", "aspect": "state", "sign": -1}),
        ("law CONSTRAINS iran", "", {"constraint": "structural"}),
        ("law CONSTRAINS iran", 'constraint = "self_imposed"\n', {"constraint": "self_imposed"}),
        ("china OPPOSES iran", 'aspect = "event"\n', {"aspect": "event"}),
        ("china OPPOSES iran", 'holder = "Ann Writer"\n', {"stance": "asserts"}),
        ("china OPPOSES iran", "negated = true\n", {"gloss": "It is not so that China opposes Iran"}),
        (
            "china OPPOSES iran",
            'mode = "feared"\nby = ["iran", "yemen"]\nholder = "russia"\nvia = ["the-order"]\n',
            {"gloss": "Iran and Yemen fear that China opposes Iran, through the order, according to Russia"},
        ),
        (
            "china OPPOSES iran",
            'negated = true\nmode = "sought"\nby = "iran"\nholder = "iran"\n',
            {"gloss": "Iran does not seek that China opposes Iran, according to Iran"},
        ),
        (
            "china OPPOSES iran",
            'negated = true\nmode = "feared"\nby = ["iran", "yemen"]\n',
            {"gloss": "Iran and Yemen do not fear that China opposes Iran"},
        ),
        (
            "china OPPOSES iran",
            'negated = true\nmode = "hypothetical"\n',
            {"gloss": "Possibly, it is not so that China opposes Iran"},
        ),
        (
            "china OPPOSES iran",
            'mode = "conditional"\ncondition = "if it rains"\nregarding = "yemen"\n',
            {"gloss": "China opposes Iran, regarding Yemen, if it rains"},
        ),
        (
            "china OPPOSES iran",
            'mode = "conditional"\ncondition = "If Yemen asks"\n',
            {"gloss": "China opposes Iran, if Yemen asks"},
        ),
        (
            "china OPPOSES iran",
            'mode = "conditional"\ncondition = "The war ends"\n',
            {"gloss": "China opposes Iran, if the war ends"},
        ),
        ("china OPPOSES iran", 'gloss = "My words"\n', {"gloss": "My words"}),
        ("the-order INFLUENCES law", "", {"aspect": "state", "gloss": "The order influences Law"}),
    ],
)  # fmt: skip
def test_defaults_follow_from_the_other_fields(case, says, more, expected):
    found = only(case(ORDER + FACTOR + claim(says, "China sold drones to Iran", more)))
    assert {name: getattr(found, name) for name in expected} == expected


def test_a_section_gives_its_paragraphs_their_factor(case):
    head = HEAD + '[[section]]\nparagraphs = "3-4"\nfactor = "law"\n'
    coding = FACTOR + ORDER + claim("china SELLS_ARMS_TO iran", "China sold drones to Iran")
    coding += claim("the-order CONSTRAINS china", "forces China to comply")
    coding += claim("russia PRESENT_IN yemen", "Moscow seeks a base in Yemen", 'factor = ""\n')
    found = open_case(case(coding, head), TEXT)
    assert [each.factor.id if each.factor else None for each in found.claims] == [None, "law", None]


def test_ids_that_would_meet_are_numbered(case):
    twice = claim("china SELLS_ARMS_TO iran", "China sold drones to Iran")
    found = open_case(case(twice * 2 + claim("houthis OPPOSES iran", "Houthis were not armed", 'id = "own"\n')), TEXT)
    assert [each.id for each in found.claims] == [
        "two/p2-china-sells-arms-to-iran",
        "two/p2-china-sells-arms-to-iran-2",
        "two/own",
    ]


BROKEN = [
    (claim("china SELLS_ARMS_TO iran", "drones to Iran", "paragraph = 3\n"), "the quote is in paragraph 2, not 3"),
    (claim("china SELLS_ARM_TO iran", "drones to Iran"), "unknown tie type 'SELLS_ARM_TO': did you mean SELLS_ARMS_TO"),
    (claim("chin SELLS_ARMS_TO iran", "drones to Iran"), "unknown id 'chin': did you mean .*china"),
    (claim("ann-rojas SELLS_ARMS_TO iran", "drones to Iran"), r"unknown id 'ann-rojas'.*needs an entry: \[\[actor\]\]"),
    (claim("china SELLS_ARMS_TO iran", "sold ships to Iran"), "in no paragraph: .*; paragraph 2 has 'sold drones to Iran'"),
    (claim("china SELLS_ARMS_TO iran", "in"), "occurs in paragraphs 2 and 3: add paragraph = 2, or quote more"),
    (claim("china SELLS_ARMS_TO iran", "to", "paragraph = 4\n"), None),
    ('[[claim]]\nsays = "china iran"\nquote = "drones to Iran"\n', "says is one text"),
    (claim("china SELLS_ARMS_TO iran", "drones to Iran", 'to = "yemen"\n'), "instead of from, tie and to"),
    ('[[actor]]\nname = "The Axis"\nkind = "Alliance"\n', r"did you mean kind Bloc \(Alliance is not one\)"),
    ('[[actor]]\nname = "The Axis"\nkind = "bloc"\n', r"did you mean kind Bloc \(bloc is not one\)"),
    ('[[actor]]\nname = "The Axis"\nkind = "Thing"\n', "unknown kind 'Thing': one of State, Organization"),
    ('[[section]]\nparagraphs = "4-3"\n', "write the paragraphs as 20-26, 28"),
    ('[[section]]\nparagraphs = "1"\nfactor = "lw"\n', "'lw' is not a factor of this case"),
    (claim("china SELLS_ARMS_TO iran", "It is so"), "a whole sentence"),
    (claim("port officials REFUSES New Zealand", "drones to Iran"), 'no spaces: says = "port-officials REFUSES new-zealand"$'),
    (claim("New Zealand refuses tuna", "drones to Iran"), 'no spaces: says = "new-zealand REFUSES tuna"$'),
    (claim("New Zealand of tuna", "drones to Iran"), "says is one text"),
    (claim("china SELLS_ARMS_TO iran", "drones to Iran", "since = 2018\n"), 'since: a text stands in quotes: since = "2018"$'),
    (claim("china SELLS_ARMS_TO iran", "drones to Iran", "until = 2018-05-03\n"), 'until = "2018-05-03"$'),
    (claim("china SELLS_ARMS_TO iran", "drones to Iran", 'said = "2018"\n'), "unknown key 'said': did you mean .*said_on"),
    ('[[claim]]\nquote = "drones to Iran"\n', r':\d+: says, "china SELLS_ARMS_TO iran", is missing$'),
    ('[[claim]]\nsays = "china SELLS_ARMS_TO iran"\n', r":\d+: 'quote' is missing$"),
    ('[[claim]]\nfrom = "china"\ntie = "SELLS_ARMS_TO"\nquote = "drones to Iran"\n', r":\d+: 'to' is missing$"),
]  # fmt: skip


@pytest.mark.parametrize(("coding", "message"), BROKEN, ids=[str(row[1])[:40] for row in BROKEN])
def test_faults_say_what_would_be_right(case, coding, message):
    folder = case(coding)
    if message is None:
        assert open_case(folder, TEXT)
        return
    found = faults(folder)
    assert len(found) == 1, found
    assert re.search(message, found[0])
    assert re.match(r"claims\.toml:\d+: ", found[0])


def test_the_line_of_a_fault_in_says_is_that_of_says(case):
    (found,) = faults(case("\n\n" + claim("china SELLS_ARMS_TO irn", "drones to Iran")))
    assert found.startswith("claims.toml:4: unknown id 'irn'")


def test_without_the_text_a_noted_place_serves_and_none_is_a_fault(case):
    folder = case(claim("china SELLS_ARMS_TO iran", "China sold drones to Iran"))
    (found,) = faults(folder, None)
    assert "its paragraph is not known without the text: pass --text FILE" in found
    assert update_case(folder, TEXT) == ["case.toml", PLACES_FILE]
    assert update_case(folder, TEXT) == []
    assert only(folder, None) == only(folder)
    assert only(folder, None).start_char == TEXT.content.index("China sold")
    longer = Text.of("More.\n\n" + TEXT.content)
    assert open_case(folder, longer).quotes == {"ok": 1}  # in another paragraph: found anew
    shifted = Text.of("A longer title\n" + TEXT.content)
    assert open_case(folder, shifted).quotes == {"moved": 1}
    (folder / PLACES_FILE).write_text("{", "utf-8")
    assert faults(folder, None) == [f"{PLACES_FILE}: not a list of places"]


@pytest.mark.parametrize(
    "bad", ["[]", '{"a": {"b": [1, 2]}}', '{"1": {"b": [2, 1]}}', '{"0": {"b": [1, 2]}}', '{"1": 3}']
)
def test_a_file_of_places_that_is_none_is_refused(case, bad):
    folder = case(claim("china SELLS_ARMS_TO iran", "China sold drones to Iran"))
    (folder / PLACES_FILE).write_text(bad, "utf-8")
    assert faults(folder) == [f"{PLACES_FILE}: not a list of places"]


def test_a_derived_claim_is_corrected_by_its_derived_id_and_keeps_its_place(case):
    folder = case(claim("china SELLS_ARMS_TO iran", "China sold drones to Iran"))
    update_case(folder, TEXT)
    done = correct(folder, "p2-china-sells-arms-to-iran", {"to": "yemen", "quote": "sold drones to Iran"}, TEXT)
    done.write()
    assert 'says = "china SELLS_ARMS_TO yemen"' in (folder / "claims.toml").read_text("utf-8")
    assert only(folder, None).start_char == TEXT.content.index("sold drones")
    done.undo()
    assert only(folder, None).end.id == "iran"
    assert only(folder, None).start_char == TEXT.content.index("China sold")


def test_the_places_are_written_a_paragraph_a_line(case):
    folder = case(
        claim("china SELLS_ARMS_TO iran", "China sold drones to Iran")
        + claim("russia PRESENT_IN yemen", "Moscow seeks a base in Yemen")
    )
    update_case(folder, TEXT)
    lines = (folder / PLACES_FILE).read_text("utf-8").splitlines()
    assert [line[:4] for line in lines] == ["{", '"2":', '"3":', "}"]
    assert list(json.loads("".join(lines))) == ["2", "3"]


@pytest.mark.parametrize(
    ("author", "kind"), [("Ann Writer", "Person"), ("united-nations", "Organization"), ("unspecified", "Collective")]
)
def test_the_author_may_be_a_name_a_known_actor_or_nobody(case, author, kind):
    head = HEAD.replace("Ann Writer", author)
    checked = open_case(case(claim("china SELLS_ARMS_TO iran", "China sold drones to Iran"), head), TEXT)
    assert next(entity.kind for entity in checked.entities if entity.id == checked.author) == kind


def test_an_author_that_is_an_unknown_id_is_a_fault(case):
    assert faults(case("", HEAD.replace("Ann Writer", "nobody"))) == [
        "case.toml: the author 'nobody' is not an actor of this case"
    ]


def test_other_names_of_the_crosswalk_may_be_left_out(case):
    head = HEAD.replace("format = 2", "format = 2\nother_names = false")
    own = '[[actor]]\nid = "iran"\naliases = ["Tehran"]\n'
    found = open_case(case(own + claim("Beijing SELLS_ARMS_TO iran", "China sold drones to Iran"), head), TEXT)
    assert {entity.id: entity.aliases for entity in found.entities if entity.codes} == {
        "china": (),
        "iran": ("Tehran",),
    }


def test_a_place_that_is_noted_is_that_of_the_quote(case):
    start = TEXT.content.index("China sold")
    entry = claim("china SELLS_ARMS_TO iran", "China sold drones", "paragraph = 2\n")
    for text, at, found in (
        (None, "", (None, None)),  # without the text only what is noted is known
        (None, "at = [3, 9]\n", (3, 9)),
        (TEXT, "", (start, start + 17)),
        (TEXT, f"at = [{start}, {start + 17}]\n", (start, start + 17)),
    ):
        made = only(case(entry + at), text)
        assert (made.paragraph, made.start_char, made.end_char) == (2, *found)


@pytest.mark.parametrize("at", ["[1]", "[1, 2, 3]", '["1", 2]', "[1.0, 2.0]", "[true, 2]", "7"])
def test_a_place_is_two_whole_numbers(case, at):
    assert any(
        "at" in fault for fault in faults(case(claim("iran SUPPORTS china", "China sold drones", f"at = {at}\n")))
    )


@pytest.mark.parametrize(
    ("numbers", "written"),
    [
        ({4}, "4"),
        ({4, 5}, "4-5"),
        ({20, 21, 22, 28}, "20-22, 28"),
        ({1, 3, 5}, "1, 3, 5"),
        ({9, 8, 2, 1}, "1-2, 8-9"),
        ((), ""),
    ],
)
def test_paragraphs_are_written_as_they_are_read(numbers, written):
    assert write_paragraphs(numbers) == written
    assert read_paragraphs(written) == (frozenset(numbers) if numbers else None)


@pytest.mark.parametrize("text", ["0", "0-3", "4-3", "3-", "-3", "a", "1,,2", "1-2-3"])
def test_what_names_no_paragraphs_is_refused(text):
    assert read_paragraphs(text) is None


@pytest.mark.parametrize("more", ['holder = "iran"\n', 'mode = "sought"\n'])
def test_an_unknown_type_is_one_fault(case, more):
    (found,) = faults(case("\n\n" + claim("china SELS_ARMS_TO iran", "drones to Iran", more)))
    assert "did you mean SELLS_ARMS_TO" in found
