"""Kinds of names: offices, laws, committees, embassies, initials, persons without a title, bodies named again by their head."""

import pytest

from tests.draft.sentences import article
from tiebook.draft.names import NameIndex
from tiebook.draft.rules.names.naming import Namer
from tiebook.model.records import Entity


def new(text):
    return {name: each.kind for name, each in Namer(article(text)).newcomers.items()}


def mentioned(text, paragraph=-1):
    whole = article(text)
    return {name.who for name in Namer(whole).mentions(whole.paragraphs[paragraph])}


PERSONS = [
    ("Peru's Prime Minister Sheikh Ivo bin Hassan Al Rojas met them.", "Ivo bin Hassan Al Rojas"),
    ("Sheikh Ivo bin Hassan Al Rojas met them.", "Ivo bin Hassan Al Rojas"),
    ("Foreign Minister Dr. Ana Rojas left.", "Ana Rojas"),
    ("They met Secretary of State Ana Rojas in May.", "Ana Rojas"),
    ("They met Secretary of State and National Security Advisor Ana Rojas.", "Ana Rojas"),
    ("It was told to analyst Ana Rojas in May.", "Ana Rojas"),
    ("A faction led by Ana Rojas left.", "Ana Rojas"),
    ("Peru\u2019s president, Ana \u0160ari\u0107, left.", "Ana \u0160ari\u0107"),
    ("President Ana Erdo\u011fan left.", "Ana Erdo\u011fan"),
    ("Secretary General, Pieter van Dalen, left.", "Pieter van Dalen"),
    ("Through Ana Rojas the paper came to light. In May Rojas fell.", "Ana Rojas"),
    ("The Rojas administration fell. In May, Rojas died.", "Rojas"),
    ("Yusuf Abd an-Nur warned of it.", "Yusuf Abd an-Nur"),
    ("Salim ad-Din Karimi, the president of Yemen, left.", "Salim ad-Din Karimi"),
    ("In May Ana Maria Rojas said so.", "Ana Maria Rojas"),
    ("But Foreign Minister Hakan Ali Yildiz warned of it.", "Hakan Ali Yildiz"),
]
NO_PERSONS = [
    "In May the Golan Heights were taken. They held the Heights.",
    "Scenic Coast ports were shut. The Coast was clear.",
    "It was led by Lima Bank and then by Quito Bank.",
    "The Rojas administration fell.",
    "They want a Grand Bargain now. A bargain needs two.",
]
BODIES = [
    ("The U.S. Maritime Administration (MARAD) left.", {"U.S. Maritime Administration", "MARAD"}, "GovernmentBody"),
    ("The Andean Trade Council, or ATC, met.", {"Andean Trade Council", "ATC"}, "GovernmentBody"),
    ("The ATC (Andean Trade Council) met.", {"Andean Trade Council", "ATC"}, "GovernmentBody"),
    ("The Andean Trade Council met. ATC members left.", {"Andean Trade Council", "ATC"}, "GovernmentBody"),
    (
        "The Joint Committee on the Trade Between Peru and the Andean Union met.",
        {"Joint Committee on the Trade Between Peru and the Andean Union"},
        "GovernmentBody",
    ),
    ("Liberal Party General Secretary Ana Rojas spoke.", {"Liberal Party"}, "Party"),
    ("It met Ana Rojas of the UNHCR and Rosneft.", {"UNHCR", "Rosneft"}, "Organization"),
    ("It passed the Countering Piracy Fund in May.", {"Countering Piracy Fund"}, "initiative"),
]
NO_BODIES = [
    "The Chilean Government and the Government of Peru met.",
    "A hostile Islamic government took over.",
    "The Maritime Support Program (MSP) was shut.",
]


@pytest.mark.parametrize(("text", "name"), PERSONS)
def test_persons(text, name):
    assert new(text).get(name) == "Person"


@pytest.mark.parametrize("text", NO_PERSONS)
def test_what_is_no_person(text):
    assert "Person" not in new(text).values()


@pytest.mark.parametrize(("text", "expected", "kind"), BODIES)
def test_bodies(text, expected, kind):
    assert {name for name, each in new(text).items() if each == kind} == expected


@pytest.mark.parametrize("text", NO_BODIES)
def test_what_is_no_body(text):
    assert new(text) == {}


def test_letters_that_could_be_two_bodies_are_neither():
    assert "ATC" not in new("The Andean Trade Council met the Arab Trade Council. ATC ships left.")


def test_the_department_is_the_one_that_the_paragraph_named_last():
    text = "The Department of State fell. The Department of State rose.\n\nThe Department of Defense met. The Department left."
    assert mentioned(text) == {"Department of Defense"}
    assert mentioned("The Department of State met. The Department of State rose.\n\nThe Department left.") == {
        "Department of State"
    }


def test_a_name_within_the_name_of_a_body_is_named_too():
    text = "President Ana Rojas spoke.\n\nThe first Rojas administration fell."
    assert mentioned(text) == {"Ana Rojas", "first Rojas administration"}


def test_a_heading_names_whom_the_sentences_do():
    text = "The second Rojas administration fell.\n\nSecond Rojas Administration Policy"
    assert "second Rojas administration" in mentioned(text)


TITLED = "Addressing Andean Council, Peru\u2019s Prime Minister Says Chile Continues Large Armed Incursion into Region"
HEADINGS = [
    (TITLED, False),
    (
        "Chile\u2019s Envoy Rejects Coastal Agreement, Says It Was \u2018Written and Signed in a Foreign Capital\u2019",
        False,
    ),
    ("Addressing Andean Council members in May, he said that Chile went on with a large incursion into it", True),
    (f"{TITLED}.", True),
]


@pytest.mark.parametrize(("heading", "named"), HEADINGS)
def test_a_long_heading_introduces_nobody(heading, named):
    """Its verbs have capitals too."""
    found = new(f"{heading}\n\nThe minister left.")
    assert any(name.startswith(("Addressing", "Envoy", "Coastal")) for name in found) == named


def test_groups_of_somebody():
    assert "Chile\u2019s neighbouring countries" in mentioned("It feared Chile\u2019s neighbouring countries.")
    assert "Chilean Arab allies" in mentioned("It is to the benefit of Chilean Arab allies.")
    assert "Chile\u2019s allies and partners" in mentioned("It feared Chile\u2019s allies and partners.")
    assert mentioned("One of Chile\u2019s allies left.") == {"chile"}
    text = "It feared Chilean rival countries in the Middle East."
    assert "Chilean rival countries" in {name.who for name in Namer(article(text)).names(article(text).paragraphs[0])}


def test_people_in_a_place_an_embassy_and_a_cabinet():
    assert "officials in Lima" in mentioned("They met officials in Lima.")
    assert "some in Chile" in mentioned("It worried some in Chile.")
    assert "Chilean embassy in Peru" in mentioned("They burnt the Chilean embassy in Peru.")
    assert "Ana Rojas\u2019s first cabinet" in mentioned("President Ana Rojas\u2019s first cabinet fell.")


def test_a_body_that_is_named_by_an_office_only_does_not_act():
    whole = article("Liberal Party Secretary Ana Rojas met Peru. The Liberal Party met Chile.")
    namer = Namer(whole)
    assert [name.who for name in namer.names(whole.paragraphs[0])].count("Liberal Party") == 1
    assert len([name for name in namer.mentions(whole.paragraphs[0]) if name.who == "Liberal Party"]) == 2


def entity(name, kind):
    return Entity("Actor", name.lower().replace(" ", "-"), name, kind)


def found(text, *entities):
    return [each.id for each in NameIndex(entities).mentions(text)]


def test_the_initials_of_a_body_of_the_case_name_it():
    body = entity("Andean Coastal Service", "GovernmentBody")
    assert found("See ACS Report 5.", body) == [body.id]
    author = entity("Andean Research Institute", "Person")  # an author who has no entry
    assert found("See ARI Report 5.", author) == [author.id]
    assert found("See AMR Report 5.", entity("Ana Maria Rojas", "Person")) == []
    assert found("The IMF met.", entity("Indian Mutual Fund", "Organization")) == ["imf"]


def test_a_word_that_is_no_part_of_a_name_is_written_small_within_a_sentence():
    body = entity("Second Rojas Administration", "GovernmentBody")
    assert found("While the second Rojas Administration fell", body) == [body.id]
    officials = entity("Former Chilean officials", "Collective")
    assert found("While the former Chilean officials fell", officials) == [officials.id]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Sino-Russian trade grew.", ["china", "russia"]),
        ("The Anglo\u2013French pact ended.", ["britain", "france"]),
        ("Indo-US talks were held.", ["india", "united-states"]),
        ("An Indo-Pacific strategy; Franco ruled; a Sino-foreign venture; an Indo-European word.", []),
    ],
)
def test_a_form_before_a_hyphen_means_a_state_where_another_name_follows(text, expected):
    assert found(text) == expected
