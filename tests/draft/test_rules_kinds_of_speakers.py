"""Who says it, by kinds of speakers: people of a body, staff of a person, bodies of a state, and the author."""

import pytest

from tests.draft.sentences import article, read, ties
from tiebook.draft.rules.names.naming import Namer
from tiebook.draft.rules.reading import Reader


def holders(text):
    """Return who holds what is proposed, without what the speakers themselves are and do."""
    return {each.holder for each in read(text) if each.tie not in ("HOLDS_OFFICE_IN", "CRITICISES")}


@pytest.mark.parametrize(
    ("text", "holder"),
    [
        # people without a name, and whose they are
        ("Analysts at the Coastal Institute warned that Chile would attack Peru.", "Analysts at the Coastal Institute"),
        (
            "According to officials from the Coastal Institute, Chile attacked Peru.",
            "officials from the Coastal Institute",
        ),
        ("Chile attacked Peru, said researchers at the Coastal Institute.", "researchers at the Coastal Institute"),
        (
            "European diplomats in Lima, for their part, suspect that Chile sells weapons to Mali.",
            "European diplomats in Lima",
        ),
        ("Bolivian writers, on the other hand, accuse Peru of attacking Chile.", "Bolivian writers"),
        ("Chilean statesmen came to believe that Peru had attacked Bolivia.", "Chilean statesmen"),
        ("Ana Rojas left. Rojas's advisers claim that Chile attacked Peru.", "Rojas's advisers"),
        # bodies of a state that are not the state
        ("The Chilean foreign ministry charged that Peru attacked Bolivia.", "Chilean foreign ministry"),
        ("The Chilean embassy claimed that Peru attacked Bolivia.", "Chilean embassy"),
        ("The delegate of Chile called it a provocation and declared that Peru attacked Bolivia.", "delegate of Chile"),
        # persons behind their office, between two commas
        ('"Chile has attacked Peru," its foreign minister, Ana Rojas, told a news conference in Lima.', "Ana Rojas"),
        ("Chile's delegate, Ana Rojas, left. In her opinion, Peru threatens Bolivia.", "Ana Rojas"),
        ('"Peru has attacked Bolivia," says Ana Rojas of the Coastal Institute.', "Ana Rojas"),
        ("Ana Rojas, whom Peru sent to Lima in May, claimed that Chile attacked Bolivia.", "Ana Rojas"),
        ("As Ana Rojas of the Coastal Policy Network points out, Chile attacked Peru.", "Ana Rojas"),
        # words for being sure
        ("President Ana Rojas is convinced that Chile attacked Peru.", "Ana Rojas"),
        ("Analysts are certain that Chile attacked Peru.", "Analysts"),
        ("Mali made it clear that Chile attacked Peru.", "mali"),
        ("The view in Moscow is that Chile attacked Peru.", "russia"),
        ("The joint communiqué of Mali says that Chile attacked Peru.", "mali"),
        # the author
        ("I believe that Chile attacked Peru.", None),
        ("This brief argues that Chile threatens Peru.", None),
    ],
)
def test_who_says_it(text, holder):
    assert holders(text) == {(holder,) if holder else ()}


def test_who_is_quoted_with_i_is_not_the_author():
    assert holders('"I believe that Chile attacked Peru," Ana Rojas said.') == {("Ana Rojas",)}


def test_who_is_not_certain_says_nothing():
    assert holders("Mali is not certain that Chile attacked Peru.") <= {()}


def test_a_person_of_a_body_is_not_the_body():
    found = holders('"Chile has attacked Peru," said a clerk of the Coastal Institute.')
    assert found == {("unspecified",)}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Peruvian historians doubt it.", "Peruvian historians"),
        ("The Chilean coast guard left.", "Chilean coast guard"),
        ("Senior Chilean diplomats in Moscow left.", "Chilean diplomats in Moscow"),
        ("Western intelligence services left.", "Western"),
        ("The Balkan Policy Network left.", "Balkan Policy Network"),
        ("Peru sent its author, Ana Rojas.", "Ana Rojas"),
    ],
)
def test_who_is_named(text, name):
    whole = article(text)
    assert name in {each.who for each in Namer(whole).mentions(whole.paragraphs[0])}


@pytest.mark.parametrize(
    ("text", "holder"),
    [
        ("Mali called Chile a threat to Peru.", "mali"),
        ("Ana Rojas described Chile as a threat to Peru.", "Ana Rojas"),
        ("U.S. officials interpreted the move as a Chilean attempt to arm Peru.", "U.S. officials"),
        ("Ana Rojas sent Mali a message suggesting that Chile attacked Peru.", "Ana Rojas"),
        ("President Ana Rojas came into office convinced that Chile attacked Peru.", "Ana Rojas"),
        ("Ana Rojas clung to the hope that Chile would attack Peru.", "Ana Rojas"),
    ],
)
def test_what_somebody_takes_something_for_is_theirs(text, holder):
    assert {each.holder for each in read(text) if each.tie not in ("VIEWS_AS", "HOLDS_OFFICE_IN")} == {(holder,)}


def test_an_object_of_a_verb_of_saying_is_not_what_is_said():
    whole = article("Chile attacked Peru in May, and Mali has asserted control over the coast. Mali has charged tolls.")
    assert not list(Reader(whole).heard(whole.paragraphs[0]))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Mali condemned the attack on Peru.", set()),
        ("Mali deplored a war against Peru.", set()),
        ("Mali prevented an attack on Peru.", set()),
        ('Ana Rojas called it "a Chilean war on Peru".', {"chile USES_FORCE_AGAINST peru"}),
        ("Mali hailed the attack on Peru.", set()),
        ("Mali hailed the deal with Peru.", {"mali AGREES_WITH peru"}),
        ("Mali launched an attack on Peru.", {"mali USES_FORCE_AGAINST peru"}),
        ("Following a failed counter-attack, Mali attacked Peru.", {"mali USES_FORCE_AGAINST peru"}),
    ],
)
def test_who_judges_an_act_does_not_do_it(text, found):
    assert {each for each in ties(text) if "VIEWS_AS" not in each} == found


@pytest.mark.parametrize(
    ("text", "who"),
    [
        (
            "The representative of Chile rejected the charge. He said that Peru attacked Bolivia.",
            "representative of Chile",
        ),
        ("Chile's envoy left. In her view, Peru attacked Bolivia.", "Chile's envoy"),
        ("The delegate of Chile spoke. She accused Peru of attacking Bolivia.", "delegate of Chile"),
    ],
)
def test_whoever_has_an_office_and_no_name_is_the_holder_and_not_the_state(text, who):
    assert holders(text) == {(who,)}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Chile's envoy, Ana Rojas, said that her country would attack Peru.",
            "chile USES_FORCE_AGAINST peru (hypothetical)",
        ),
        ("Chilean President Ana Rojas left. She said her country had attacked Peru.", "chile USES_FORCE_AGAINST peru"),
        ("The delegate of Chile declared that his country cooperates with Peru.", "chile COOPERATES_WITH peru"),
        ("The delegate of Chile spoke. He condemned Peru.", "chile CRITICISES peru"),
        ("Chile's claim that Mali armed Bolivia is rejected by Peru.", "peru OPPOSES chile"),
        ("The presidents of Chile and Peru met on Monday.", "chile MEETS_WITH peru"),
        ("The Chilean and Peruvian presidents met in May.", "chile MEETS_WITH peru"),
    ],
)
def test_offices_act_for_their_states(text, found):
    assert found in ties(text)


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("Chile's claim that Mali armed Bolivia is rejected by Peru.", "peru OPPOSES bolivia"),
        ("Chile denied Peru's claim.", "chile REFUSES peru"),
        ("Ana Rojas said that her country attacked Peru.", "Ana Rojas USES_FORCE_AGAINST peru"),
        ("Chile's envoy left. Ana Rojas said that her country had attacked Peru.", "chile USES_FORCE_AGAINST peru"),
    ],
)
def test_what_is_not_meant(text, wrong):
    assert wrong not in ties(text)


def test_a_demand_is_refused():
    assert "chile REFUSES peru" in ties("Chile rejected Peru's demand.") | ties("Chile denied Peru's request.")
