"""The rules on plans and whose they are, offices, openings, regions and trade, by sentences of the tests' own."""

from __future__ import annotations

import pytest

from tests.draft.sentences import read, ties

SPOKE = "President Ana Rojas spoke."


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Chad and Mali rejected the Rojas Plan.", {"chad OPPOSES Ana Rojas", "mali OPPOSES Ana Rojas"}),
        (
            "Chad and Mali had both rejected the so-called “Rojas Plan,” it said.",
            {"chad OPPOSES Ana Rojas", "mali OPPOSES Ana Rojas"},
        ),
        ("The Rojas initiative was accepted by Peru.", {"peru SUPPORTS Ana Rojas"}),
        ("A Chilean offer was rejected by Peru.", {"peru OPPOSES chile"}),
        ("Peru agreed to the Chilean proposal.", {"peru SUPPORTS chile"}),
        ("The Iranians rejected the ceasefire proposal of Ana Rojas.", {"iran OPPOSES Ana Rojas"}),
        ("Rojas' efforts to help, however, were opposed by Peru.", {"peru OPPOSES Ana Rojas"}),
    ],
)
def test_who_accepts_or_rejects_a_plan_is_tied_to_its_owner_and_not_to_the_plan(text, found):
    assert ties(f"{SPOKE}\n\n{text}") == found


@pytest.mark.parametrize(
    "text", ["Chad rejected a plan.", "Chad accepted the loss.", "Peru accepted Ana Rojas as a guest."]
)
def test_a_plan_of_nobody_and_what_is_no_plan_tie_nobody(text):
    assert ties(f"{SPOKE}\n\n{text}") == set()


@pytest.mark.parametrize(
    "text",
    [
        "U.S. Secretary of State Ana Rojas left Lima.",
        "The United States was firm. Secretary of State Ana Rojas left Lima.",
        "The United States was firm. National Security Advisor Ana Rojas left Lima.",
    ],
)
def test_an_office_of_several_words_is_one_also_without_its_state(text):
    assert ties(text) == {"Ana Rojas HOLDS_OFFICE_IN united-states"}


def test_an_office_is_nobodys_where_the_paragraph_does_not_name_the_state():
    assert ties("Secretary of State Ana Rojas left Lima.") == set()


def test_a_secretary_of_state_is_an_end_herself():
    assert "Ana Rojas MEETS_WITH chile" in ties("U.S. Secretary of State Ana Rojas met Chilean officials.")


def test_a_mediator_has_an_office():
    assert ties("U.N. mediator Ana Rojas left Lima.") == {"Ana Rojas HOLDS_OFFICE_IN united-nations"}


@pytest.mark.parametrize(
    ("opening", "holders"),
    [
        ("Despite warnings from Chad, Chile and Peru", {"chile", "peru"}),
        ("Despite warnings from Chad and Niger, Chile and Peru", {"chile", "peru"}),
        ("Chad, Chile and Peru", {"chad", "chile", "peru"}),
    ],
)
def test_what_a_sentence_opens_with_is_no_part_of_its_subject(opening, holders):
    (found,) = {each.holder for each in read(f"{opening} believed that Mali would attack Brazil.")}
    assert set(found) == holders


@pytest.mark.parametrize(
    ("text", "tie"),
    [
        ("U.S. and Israeli military operations began against Iran.", "israel USES_FORCE_AGAINST iran"),
        ("The Arabs attacked Israel.", "Arabs USES_FORCE_AGAINST israel"),
        ("The Arab-Israeli standoff went on.", "Arabs CONFLICTS_WITH israel"),
        ("Ships pass the Strait of Hormuz (the Strait). Iran controls the Strait.", "iran CONTROLS Strait of Hormuz"),
        ("Chile and Peru are leading sources of soybeans for Mali.", "chile ECONOMIC_TIE_TO mali"),
        ("Mali accounts for 20% of Chile's exports.", "chile ECONOMIC_TIE_TO mali"),
        (
            "Gulf states need food. Chile is the top supplier of soybeans to the region.",
            "chile ECONOMIC_TIE_TO Gulf states",
        ),
        ("Persian Gulf nations imported wheat from Chile.", "Persian Gulf nations ECONOMIC_TIE_TO chile"),
        ("Chile broke with Peru over the ban.", "chile CONFLICTS_WITH peru"),
        ("Chile expelled Peru's military advisors.", "chile PRESSURES peru"),
        ("Chile resupplied Peru with weapons.", "chile SELLS_ARMS_TO peru"),
        ("Chile asked Peru to give up its control over the Strait of Magellan.", "peru CONTROLS Strait of Magellan"),
    ],
)
def test_kinds_of_wording_say_a_tie(text, tie):
    assert tie in ties(text)


@pytest.mark.parametrize(
    "text",
    [
        "The Chad-Mali standoff could damage Peru's standing.",
        "Niger and the Chad-Mali conflict.",
        "Peru has investors in the region, as have Gulf states.",
    ],
)
def test_two_things_side_by_side_are_not_taken_for_one(text):
    assert not {each for each in ties(text) if "peru" in each or "niger" in each}


def test_an_arab_state_is_not_all_arabs():
    text = "The Arab-Israeli standoff went on. Egypt, the leading Arab state, remained aligned with Russia."
    assert {each for each in ties(text) if "russia" in each} == {"egypt ALLIED_WITH russia"}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The oil exported from Chile is destined for either Peru or Mali.", {"peru", "mali"}),
        ("Chile's exports are bound for Peru.", {"peru"}),
        ("Mali is bound for Peru.", set()),
        ("The oil is destined for Peru.", set()),
    ],
)
def test_goods_go_from_whoever_has_them_to_those_they_are_destined_for(text, found):
    assert ties(text) == {f"chile ECONOMIC_TIE_TO {each}" for each in found}


def test_who_gets_no_support_has_none():
    assert ties("Peru received support from Chile.") == {"chile SUPPORTS peru"}
    assert ties("Peru received no support from Chile.") == {"not chile SUPPORTS peru"}
    assert ties("Peru received little support from Chile.") <= {"not chile SUPPORTS peru"}


@pytest.mark.parametrize("text", ["Chile and Peru fought a war over the coast.", "Chile and Peru went to war."])
def test_two_who_fight_a_war_fight_each_other(text):
    assert ties(text) == {"chile USES_FORCE_AGAINST peru"}


def test_persons_with_their_states_are_all_subjects():
    found = read(
        "President Ana Rojas of Chile and Prime Minister Ivo Pavlov of Peru thought that Chad would invade Mali."
    )
    assert {each.holder for each in found if each.tie == "USES_FORCE_AGAINST"} == {("Ana Rojas", "Ivo Pavlov")}
