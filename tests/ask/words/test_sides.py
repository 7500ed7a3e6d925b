"""Who is a side of a question, and who is only named in it: over what, between whom, in whose eyes, by whom it is said."""

import pytest


def choices(found):
    return [guess.name for guess in found.choices]


@pytest.mark.parametrize(
    ("text", "params", "left"),
    [
        ("Who criticises Beijing over Yemen?", {"target": "china"}, "Yemen"),
        ("Whom does Washington criticise over Iraq?", {"actor": "united-states"}, "Iraq"),
        ("who pressures Russia about Israel", {"target": "russia"}, "Israel"),
    ],
)
def test_over_what_somebody_acts_is_not_who_acts(text, params, left, understood):
    found = understood(text)
    assert found.taken is None
    assert (found.choices[0].params, found.choices[0].left) == (params, (left,))


def test_a_question_that_has_a_place_for_the_matter_takes_it(understood):
    assert (
        understood.command("who constrains Russia regarding Iran") == "who-constrains --target russia --regarding iran"
    )


def test_sanctions_over_a_matter_are_not_those_of_it(understood):
    found = understood("Who sanctions Iran over Yemen?")
    assert found.taken is None
    assert "yemen" not in found.choices[0].params.values()


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        ("who mediates between Egypt and Ethiopia?", "--target egypt --other ethiopia"),
        ("who mediated between Egypt and Israel?", "--target egypt --other israel"),
        ("Who keeps the balance between Israel and Yemen?", "--target israel --other yemen"),
        ("who is neutral between Russia and Israel?", "--target russia --other israel"),
        ("does China mediate between Egypt and Israel?", "--actor china --target egypt --other israel"),
    ],
)
def test_those_between_whom_somebody_mediates_are_both_sides_and_not_the_mediator(text, sides, understood):
    assert understood.command(text) == f"who-balances {sides}"


def test_who_could_mediate_is_asked_of_brokers_first(understood):
    first, second = understood("who could mediate between Egypt and Israel?").choices[:2]
    assert (first.name, first.params) == ("brokers", {"one": "egypt", "other": "israel"})
    assert (second.name, second.params) == ("who-balances", {"target": "egypt", "other": "israel"})


@pytest.mark.parametrize("verb", ["promise", "pledge", "vow to"])
def test_what_a_person_promises_is_not_a_pact(verb, understood):
    found = understood(f"what did Wang Yi {verb} Hassan Rouhani?")
    assert found.taken is None


def test_what_states_pledge_is(understood):
    assert understood.command("what has Russia pledged to Syria?") == "pacts-between --one russia --other syria"


@pytest.mark.parametrize("text", ["who denies that Russia arms Syria?", "Who denied that China sells weapons to Iran?"])
def test_who_denies_is_not_asked_of_a_register(text, understood):
    found = understood(text)
    assert found.taken is None
    assert "what-is-denied" in choices(found)
    assert all(guess.left for guess in found.choices if guess.name == "arms-on-record")


@pytest.mark.parametrize("text", ["Which statements by Russia are disputed?", "which claims by Israel are contested"])
def test_who_makes_a_statement_is_not_whom_it_is_about(text, understood):
    found = understood(text)
    assert found.taken is None
    for guess in found.choices:
        assert not (set(guess.params.values()) & {"russia", "israel"} and guess.name == "conflicting-claims")


def test_what_an_author_says_about_somebody_is_not_what_that_one_says(understood):
    found = understood("What does the author believe about Russia?")
    assert found.taken is None
    assert (found.choices[0].params, found.choices[0].lacking) == ({"about": "russia"}, ("holder",))


@pytest.mark.parametrize("words", ["According to Russia", "according to Moscow"])
def test_in_whose_eyes_is_no_question_of_its_own(words, understood):
    assert understood.command(f"{words}, who arms Yemen?") == "who-arms --recipient yemen --as-seen-by russia"


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("What happened between March and November 2019?", ("2019-03-01", "2019-11-30")),
        ("what changed from May to August 2016", ("2016-05-01", "2016-08-31")),
    ],
)
def test_a_month_has_the_year_of_the_one_that_follows(text, span, understood):
    taken = understood(text).taken
    assert taken is not None
    assert taken.params == dict(zip(("start", "finish"), span, strict=True))


def test_who_holds_offices(understood):
    assert understood.command("Hassan Rouhani's offices") == "offices --person hassan-rouhani"
    assert understood.command("Russia's offices") == "offices --body russia"


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Who criticised Russia for arming Egypt?", "egypt"),
        ("who condemned Russia for attacking Syria", "syria"),
        ("Who praised Russia for supporting Egypt?", "egypt"),
    ],
)
def test_the_deed_for_which_somebody_is_criticised_names_no_side(text, named, understood):
    found = understood(text)
    assert found.taken is None
    assert named not in found.choices[0].params.values()


def test_who_is_compared_is_a_side(understood):
    first = understood("Was Iraq stronger than Iran between 1979 and 1981?").choices[0]
    assert (first.name, first.left) == ("capabilities", ())


def test_what_somebody_is_for_is_a_side(understood):
    assert understood.command("Russia's support for Egypt") == "who-supports --target egypt --actor russia"


@pytest.mark.parametrize(
    "text",
    [
        "who other than Russia supports Egypt?",
        "who besides Russia arms Egypt?",
        "who except Russia sanctions Egypt",
        "who apart from Russia attacks Egypt",
        "who supports Egypt more than Russia?",
    ],
)
def test_who_is_excepted_is_no_side(text, understood):
    found = understood(text)
    assert found.taken is None
    assert "russia" not in found.choices[0].params.values()
    assert found.choices[0].left == ("Russia",)


@pytest.mark.parametrize(
    ("verb", "left"),
    [
        ("would support", "would"),
        ("will support", "will"),
        ("can support", "can"),
        ("is going to support", "going"),
        ("was about to support", "about"),
    ],
)
def test_who_would_or_will_do_something_has_not_done_it(verb, left, understood):
    found = understood(f"Who {verb} Egypt?")
    assert found.taken is None
    assert next(guess.left for guess in found.choices if guess.name == "who-supports") == (left,)


def test_either_of_two_is_asked_of_each(understood):
    assert understood("Who arms either Russia or Egypt?").taken is None


@pytest.mark.parametrize(
    ("text", "command"),
    [
        ("what image does China have in the US", "how-seen --target china --actor united-states"),
        ("who has Iran's back", "who-supports --target iran"),
        ("Whom does Iran side with?", "who-supports --actor iran"),
        ("Is China regarded as a threat by the US?", "who-threatens --threatened united-states --threat china"),
        ("what did Beijing do in response to US moves", "action-and-response --actor united-states --partner china"),
        ("who mediates between Saudi Arabia and Iran", "who-balances --target saudi-arabia --other iran"),
    ],
)
def test_who_is_who_where_a_phrase_or_the_grammar_says_it(text, command, understood):
    assert understood.command(text) == command


def test_a_war_has_parties_but_is_no_instrument(understood):
    assert understood.command("parties of the Iran-Iraq war") == "matters --about iran-iraq-war"


def test_who_ignores_something_is_not_who_refuses_it(understood):
    assert understood("who ignored US sanctions").taken is None


@pytest.mark.parametrize(
    ("text", "command"),
    [
        ("who sanctions Iran", "who-sanctions --target iran"),
        ("What is China's attitude to Israel?", "how-seen --target israel --actor china"),
    ],
)
def test_a_phrase_said_word_by_word_has_no_rival(text, command, understood):
    assert understood.command(text) == command


def test_a_noun_and_a_name_may_mean_either_side(understood):
    assert understood("China sanctions").taken is None


def test_the_two_sides_of_a_question_are_not_asked_for_each(understood):
    found = understood("Do the interests of Russia and China clash in the Middle East?")
    assert (found.verdict, found.choices[0].params) == ("lacking", {"actor": "russia", "other": "china"})
    assert found.choices[0].left == ("Middle East",)
    assert understood.command("Have Iran and China met?") == "who-cooperates --actor iran --partner china"


def test_wishes_toward_somebody_are_not_what_is_refused(understood):
    wanted = "who-seeks-what --actor iran --partner china"
    assert understood.command("Which wishes does Tehran have towards Beijing?") == wanted


def test_what_is_said_before_a_colon_is_no_side(understood):
    found = understood("Iran-Iraq war: who supports Iran?")
    assert (found.verdict, found.choices[0].params) == ("lacking", {"target": "iran"})
    assert found.choices[0].left == ("Iran Iraq war",)
    assert understood("JCPOA: what does Iran say about it?").choices[0].params == {"holder": "iran", "about": "jcpoa"}


def test_what_makes_somebody_nervous_threatens_him(understood):
    assert understood.command("What makes Israel nervous?") == "who-threatens --threatened israel"


def test_bad_terms_alone_are_not_both_signs(understood):
    assert understood("With whom is Iran on bad terms?").choices[0].name == "interests-in-conflict"
