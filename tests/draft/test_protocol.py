"""What goes into a proposer and what comes out: read strictly, written so that it is read again, described by the schema."""

import json

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.conftest import MINI
from tiebook.case import Text, open_case
from tiebook.draft.article import article_of
from tiebook.draft.names import NameIndex
from tiebook.draft.proposers import OUTSIDE, by_name, names
from tiebook.draft.protocol import FIELDS, Malformed, Proposal, read_proposal
from tiebook.draft.schema import answer_schema, kinds, proposal_schema
from tiebook.model.codebook import codebook

GOOD = {"from": "china", "tie": "SELLS_ARMS_TO", "to": "iran", "quote": "sold drones"}
EVERY = Proposal(
    paragraph=3,
    start="china",
    tie="RANKS",
    end="iran",
    quote="q",
    mode="sought",
    negated=True,
    holder=("a",),
    by=("b", "c"),
    regarding=("d",),
    via=("e",),
    stance="reports",
    sign=-1,
    aspect="event",
    constraint="imposed",
    mechanism="m",
    condition="if",
    since="2015",
    until="2016",
    said_on="2017",
    ended=True,
    rank=2,
    confidence=0.5,
    gloss="g",
    inferred=True,
    prefix="p",
    suffix="s",
    note="n",
    start_words="it",
    end_words="they",
    words={"a": "its"},
    new={"N": "Person"},
    rule="r",
)


def test_a_proposal_is_read_as_it_was_written():
    assert read_proposal(EVERY.json(), 3) == EVERY
    assert set(EVERY.json()) == set(FIELDS)
    assert json.loads(json.dumps(EVERY.json())) == EVERY.json()
    plain = read_proposal(GOOD, 2)
    assert isinstance(plain, Proposal)
    assert plain.json() == {"paragraph": 2, **GOOD}
    assert (plain.start, plain.end, plain.mode, plain.negated) == ("china", "iran", "actual", False)


@pytest.mark.parametrize(
    ("item", "why"),
    [
        ("china sells arms", "not an object"),
        (None, "not an object"),
        ({**GOOD, "paragraph": "two"}, "paragraph is not a number"),
        ({**GOOD, "offset": 7}, "unknown field 'offset'"),
        ({**GOOD, "start": "x"}, "unknown field 'start'"),
        ({**GOOD, "quote": ""}, "quote is missing"),
        ({**GOOD, "quote": ["a"]}, "quote is not a text"),
        ({**GOOD, "tie": None}, "tie is missing"),
        ({**GOOD, "by": {"a": 1}}, "by is not a list of names"),
        ({**GOOD, "by": [1]}, "by is not a list of names"),
        ({**GOOD, "negated": "no"}, "negated is neither true nor false"),
        ({**GOOD, "sign": 0.5}, "sign is not a whole number"),
        ({**GOOD, "sign": True}, "sign is not a whole number"),
        ({**GOOD, "confidence": "high"}, "confidence is not a number"),
        ({**GOOD, "words": {"a": 1}}, "words is not an object of names and words"),
        ({**GOOD, "new": ["x"]}, "new is not an object of names and kinds"),
    ],
)
def test_what_is_no_proposal_says_why(item, why):
    found = read_proposal(item, 2)
    assert isinstance(found, Malformed)
    assert (found.why, found.item) == (why, item)


def test_numbers_and_flags_may_be_written_as_texts():
    found = read_proposal(
        {**GOOD, "paragraph": "7", "sign": "+1", "rank": " 12 ", "negated": "True", "ended": "false"}, 2
    )
    assert isinstance(found, Proposal)
    assert (found.paragraph, found.sign, found.rank, found.negated, found.ended) == (7, 1, 12, True, False)
    for wrong in ("1.5", "one", "", "\u0661", "9" * 12):
        assert isinstance(read_proposal({**GOOD, "rank": wrong}, 2), Malformed)


def test_one_name_may_stand_for_a_list_and_nothing_for_a_default():
    found = read_proposal({**GOOD, "by": "iran", "mode": None, "via": []}, 2)
    assert isinstance(found, Proposal)
    assert (found.by, found.mode, found.via) == (("iran",), "actual", ())


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(),
        lambda each: st.lists(each) | st.dictionaries(st.sampled_from([*FIELDS, "x"]), each),
        max_leaves=8,
    )
)
def test_anything_is_read_or_refused(item):
    found = read_proposal(item, 1)
    assert isinstance(found, Malformed) or found.quote


def test_the_id_is_of_what_is_said_and_not_of_how_it_is_explained():
    one = read_proposal({**GOOD, "rule": "a", "quote": "sold  drones"}, 2)
    other = read_proposal({**GOOD, "rule": "b", "gloss": "g"}, 2)
    assert isinstance(one, Proposal)
    assert isinstance(other, Proposal)
    assert one.id == other.id
    for change in ({"negated": True}, {"mode": "feared"}, {"to": "yemen"}, {"quote": "drones"}, {"holder": ["x"]}):
        changed = read_proposal({**GOOD, **change}, 2)
        assert isinstance(changed, Proposal)
        assert changed.id != one.id


def test_the_schema_fits_what_is_read_and_follows_the_codebook():
    validator = jsonschema.Draft202012Validator(answer_schema())
    validator.check_schema(answer_schema())
    item = {name: value for name, value in EVERY.json().items() if name != "paragraph"}
    assert validator.is_valid({"paragraph": 3, "claims": [item, GOOD]})
    assert not validator.is_valid({"paragraph": 3, "claims": [{**GOOD, "tie": "LIKES"}]})
    assert not validator.is_valid({"paragraph": 3, "claims": [{**GOOD, "offset": 1}]})
    assert set(proposal_schema()["properties"]) == set(FIELDS) - {"paragraph"}
    assert proposal_schema()["properties"]["tie"]["enum"] == list(codebook().ties)
    assert kinds()["agreement"] == "Instrument"
    assert kinds()["Bloc"] == "Actor"
    assert "article" not in kinds()


def test_names_are_found_by_name_capital_and_adjective():
    index = NameIndex(())
    text = "Te\u0301he\u0301ran? In Tehran, Iranian officials of the U.S. told Riyadh\u2019s men; the "
    text += "Shanghai Cooperation Organisation met."
    found = [(each.id, text[each.start : each.end]) for each in index.mentions(text)]
    assert found == [
        ("iran", "Tehran"),
        ("iran", "Iranian"),
        ("united-states", "U.S."),
        ("saudi-arabia", "Riyadh"),
        ("shanghai-cooperation-organisation", "Shanghai Cooperation Organisation"),
    ]
    assert list(index.mentions("who met us in usa, Iranianly")) == []


def test_the_article_has_known_names_section_and_what_was_named_before():
    case = open_case(MINI)
    article = article_of(case, Text.read(MINI.with_suffix(".txt")), NameIndex(case.entities))
    assert (article.title, article.author) == (case.source.title, "ann-writer")
    second, third = article.paragraphs[1:3]
    assert [each.id for each in second.known if each.mentions] == ["northland", "eastmark", "harbour-act", "southport"]
    northland = second.known[0]
    assert [second.text[start:end] for start, end in northland.mentions] == ["Northland"]
    assert "Norrland" in northland.names
    assert [each.id for each in third.known if not each.mentions] == ["harbour-act", "southport"]
    assert {"id": "harbour-act", "name": "Harbour Act", "kind": "policy", "here": False} in third.json()["actors"]


def test_proposers_are_found_by_the_name_of_their_module():
    assert not set(names()) & set(OUTSIDE)
    assert by_name("no-such-one") is None
    assert by_name("../x") is None


@pytest.mark.parametrize("written", ["1980s", "the 1980s", "The 1980's"])
def test_a_decade_is_read_as_one(written):
    read = read_proposal({**GOOD, "since": written, "until": "1987"}, 3)
    assert isinstance(read, Proposal)
    assert (read.since, read.until) == ("198X", "1987")
