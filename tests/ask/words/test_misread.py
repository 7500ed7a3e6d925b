"""Kinds of texts that were taken for another question than the one they ask, or with another meaning."""

from copy import deepcopy

import pytest

from tests.ask.words.conftest import TODAY
from tiebook.ask.words.query import take_apart
from tiebook.ask.words.understand import understand_with


@pytest.mark.parametrize(
    ("text", "command"),
    [
        ("Since when are China and Russia partners?", "who-cooperates --actor china --partner russia"),
        ("Since when does the US sanction Iran", "who-sanctions --target iran --sender united-states"),
        ("When did Iran join the SCO?", "members-of --group shanghai-cooperation-organisation --member iran"),
        ("thanks, who arms Iran pls", "who-arms --recipient iran"),
        ("info on the JCPOA pls", "matters --about jcpoa"),
        ("who administers Syria?", "who-is-where --place syria"),
        ("what did Xi Jinping say", "beliefs --holder xi-jinping"),
        ("Anxieties regarding China", "what-is-feared --about china"),
        ("whats iran scared of", "what-is-feared --actor iran"),
        ("which issues are coded?", "entities"),
        ("US-Iran ties", "ties-between --one united-states --other iran"),
        ("what events are in the data", "entities"),
        ("which states form the GCC", "members-of --group gulf-cooperation-council"),
        ("list of states under US sanctions", "who-sanctions --sender united-states"),
    ],
)
def test_small_words_do_not_tell_the_question(text, command, understood):
    assert understood.command(text) == command


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        ("who supports the USA, facts only", {"target": "united-states"}),
        ("Who criticises the US? Only facts", {"target": "united-states"}),
        ("who is against the United States - just the facts", {"target": "united-states"}),
    ],
)
def test_facts_are_no_factor(text, sides, of_all_texts):
    offered = [guess.params for guess in of_all_texts(text).choices]
    assert sides in offered
    assert "us-factor" not in {value for params in offered for value in params.values()}


@pytest.mark.parametrize("text", ["How often did Russia and Iran meet?", "how often did China and Iran clash"])
def test_how_often_is_counted_by_few_questions(text, understood):
    found = understood(text)
    assert found.taken is None
    assert "often" in found.choices[0].left
    assert "votes" not in [guess.name for guess in found.choices[:2]]


def test_how_often_two_vote_together_is_counted(understood):
    text = "How often did China and Iran vote together from 2000 to 2010?"
    assert understood.command(text) == "votes --one china --other iran --first 2000 --last 2010"


@pytest.mark.parametrize(
    "text",
    [
        "Who doesn't trade with Iran?",
        "which countries have never attacked Israel",
        "Which states did not sell weapons to Iran?",
        "who hasn\u2019t sanctioned Iran",
    ],
)
def test_all_others_are_not_those_of_whom_it_is_denied(text, understood):
    assert understood(text).taken is None


def test_what_is_denied_is_still_answered(understood):
    assert understood.command("Which arms sales did not happen?") == "what-is-denied --tie SELLS_ARMS_TO"


@pytest.mark.parametrize(
    ("text", "both"),
    [
        ("who is afraid of China?", {"what-is-feared", "who-threatens"}),
        ("who is between China and the US?", {"brokers", "how-connected"}),
        ("alliances between China and the Soviet Union", {"pacts-between", "who-cooperates"}),
    ],
)
def test_what_may_be_two_questions_is_offered_as_both(text, both, understood):
    found = understood(text)
    assert found.verdict == "unsure"
    assert {guess.name for guess in found.choices[:2]} == both


@pytest.mark.parametrize(
    ("text", "command"),
    [
        ("to whom has Iran sold drones?", "who-arms --supplier iran"),
        ("To which countries did China sell missiles?", "who-arms --supplier china"),
        ("From whom has Iran got drones?", "who-arms --recipient iran"),
    ],
)
def test_to_whom_is_asked_of_who_gives(text, command, understood):
    assert understood.command(text) == command


def test_how_come_is_why(understood):
    found = understood("How come there's no alliance between Beijing and Tehran?")
    assert "why-not --actor china --partner iran --tie ALLIED_WITH" in [
        " ".join(guess.arguments) for guess in found.choices
    ]


@pytest.mark.parametrize("text", ["who left NATO?", "Who left OPEC"])
def test_who_left_is_not_what_is_left_out(text, understood):
    assert understood(text).taken is None


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("did Russia and Iran become closer since 24 February 2022", "2022-02-24"),
        ("were there more ties between Moscow and Tehran after 2022-02-24 than before?", "2022-02-24"),
    ],
)
def test_the_day_of_before_and_after_may_stand_apart_from_them(text, day, understood):
    first = understood(text).choices[0]
    assert (first.name, first.params) == ("before-and-after", {"actor": "russia", "partner": "iran", "day": day})


def test_of_whom_a_matter_is_makes_no_side(understood):
    names = deepcopy(understood.names)
    names.labels["rare-earth-exports"] = "Issue"
    names.add("rare earth exports", "Issue", "rare-earth-exports")
    for text, command in (
        ("who relies on Chinese rare earth exports", "what-depends-on-what --on rare-earth-exports"),
        ("does Iran rely on rare earth exports?", "what-depends-on-what --dependent iran --on rare-earth-exports"),
    ):
        taken = understand_with(understood.index, names, text, TODAY).taken
        assert taken is not None
        assert " ".join(taken.arguments) == command


def test_an_actor_that_says_whose_is_no_instrument(understood):
    found = understood("who complies with UN resolutions?")
    assert found.taken is None
    assert (found.choices[0].name, found.choices[0].params, found.choices[0].left) == ("who-is-bound", {}, ("UN",))


def test_a_state_of_which_no_list_knows_holds_no_office(understood):
    names = deepcopy(understood.names)
    names.labels["atlantis"] = "Actor"
    names.add("Atlantis", "Actor", "atlantis")
    for text in ("who is the fisheries minister of Atlantis?", "who is the president of Atlantis?"):
        first = understand_with(understood.index, names, text, TODAY).choices[0]
        assert (first.name, first.params) == ("offices", {"body": "atlantis"})


@pytest.mark.parametrize(
    ("text", "params"),
    [
        ("does Fiji support Tonga", {"actor": "fiji", "target": "tonga"}),
        ("who supports the Solomon Islands?", {"target": "solomon-islands"}),
        ("Who supported the Soviet Union?", {"target": "russia"}),
        ("who supported the USSR?", {"target": "russia"}),
    ],
)
def test_small_and_former_states_are_known(text, params, understood):
    first = understood(text).choices[0]
    assert (first.name, first.params) == ("who-supports", params)


@pytest.mark.parametrize(
    ("text", "without", "within"),
    [
        ("who was sanctioned in 2019?", "who-sanctions", "--start 2019-01-01 --finish 2019-12-31 --tie SANCTIONS"),
        (
            "who was sanctioned by the US in 2018",
            "who-sanctions --sender united-states",
            "--start 2018-01-01 --finish 2018-12-31 --actor united-states --tie SANCTIONS",
        ),
        (
            "who attacked Iran in the 1980s",
            "who-attacks --target iran",
            "--start 1980-01-01 --finish 1989-12-31 --actor iran --tie USES_FORCE_AGAINST",
        ),
        (
            "Who armed Iran in 1985?",
            "who-arms --recipient iran",
            "--start 1985-01-01 --finish 1985-12-31 --actor iran --tie SELLS_ARMS_TO",
        ),
    ],
)
def test_a_year_without_a_place_is_offered_a_question_that_has_one(text, without, within, understood):
    found = understood(text)
    assert found.taken is None
    offered = {" ".join(guess.arguments): guess.left for guess in found.offered}
    assert offered[without] != ()
    assert offered[f"what-changed {within}"] == ()


def test_what_will_be_has_not_changed(understood):
    found = understood("Will the US attack Iran next year?")
    assert "what-changed" not in [guess.name for guess in found.choices]


def test_what_somebody_wants_is_not_what_came_of_it(understood):
    assert understood.command("What does Tehran want?") == "who-seeks-what --actor iran"
    assert understood("did Iran end up with what it wanted?").choices[0].name == "what-came-of-it"


def test_a_person_holds_an_office_in_no_person(understood):
    assert understood.command("Which office has Xi held since when?") == "offices --person xi-jinping"


@pytest.mark.parametrize("text", ["Could anything happen to China?", "what may China do next"])
def test_what_could_happen_is_no_history(text, understood):
    assert understood.command(text) == "what-is-possible --actor china"


def test_to_bomb_is_to_attack_and_a_bomb_is_a_thing(understood):
    assert understood.command("Did the US bomb Iran?") == "who-attacks --target iran --actor united-states"
    assert understood("Iran and the bomb").taken is None
    assert understood("will Iran get the bomb?").taken is None


def test_whether_it_is_true_may_ask_a_text_or_a_register(understood):
    found = understood("is it true that China arms Iran?")
    assert found.verdict == "unsure"
    assert {guess.name for guess in found.choices} == {"who-arms", "arms-on-record"}


@pytest.mark.parametrize(
    ("text", "name", "left"),
    [
        ("how much oil does China buy from Iran", "who-funds", "how much"),
        ("how big is the Chinese army", "who-is-where", "how big"),
        ("who might attack Israel?", "who-attacks", "might"),
        ("which states could attack Israel", "who-attacks", "could"),
        ("who pretends to support Iran?", "who-supports", "pretends"),
        ("who asked China for weapons?", "who-arms", "asked"),
        ("who tried to attack Israel", "who-attacks", "tried"),
        ("who has stopped buying oil from Iran", "who-funds", "stopped"),
        ("who failed to support Iran?", "who-supports", "failed"),
    ],
)
def test_what_is_no_deed_or_a_number_is_not_passed_over(text, name, left, understood):
    found = understood(text)
    assert found.taken is None
    (guess,) = (each for each in found.choices if each.name == name)
    assert guess.left == (left,)


@pytest.mark.parametrize(
    ("text", "command"),
    [
        ("how much of Iran rests on inference?", "robustness --actor iran"),
        ("how many neighbours does Iran have?", "neighbours --actor iran"),
        (
            "Through how many steps are Pakistan and Russia connected?",
            "how-connected --one pakistan --other russia",
        ),
    ],
)
def test_a_question_that_counts_is_asked_how_many(text, command, understood):
    assert understood.command(text) == command


def test_two_years_are_then_and_now(understood):
    found = understood("Iran and Russia in 1990 compared with 2020")
    asked = "then-and-now --actor iran --partner russia --start 1990-01-01 --finish 2020-12-31"
    assert found.taken is None
    assert asked in [" ".join(guess.arguments) for guess in found.choices[:2]]
    alone = understood("what changed for Iran in 2020").taken
    assert alone is not None
    assert alone.params == {"start": "2020-01-01", "finish": "2020-12-31", "actor": "iran"}


def test_a_name_of_the_words_of_a_question_is_no_side_of_it(understood):
    names = deepcopy(understood.names)
    names.labels["unga-ideal-point"] = "Issue"
    names.add("UN General Assembly voting", "Issue", "unga-ideal-point")
    text = "UN General Assembly voting similarity of China and the US, 1971-2010"
    taken = understand_with(understood.index, names, text, TODAY).taken
    assert taken is not None
    assert taken.params == {"one": "china", "other": "united-states", "first": "1971", "last": "2010"}


@pytest.mark.parametrize(
    ("text", "command"),
    [
        ("who supports 中国", "who-supports --target china"),
        ("who supports الولايات المتحدة?", "who-supports --target united-states"),
        ("who supports إيران?", "who-supports --target iran"),
        ("Does Китай support Россия?", "who-supports --target russia --actor china"),
    ],
)
def test_states_are_known_by_their_names_in_other_scripts(text, command, understood):
    assert understood.command(text).split() == command.split()


@pytest.mark.parametrize("text", ["who said that China offered Syria anything?", "What did the US offer to Iran"])
def test_what_is_offered_is_not_what_is_refused(text, understood):
    assert understood(text).taken is None
    assert understood.command("which offers did Iran turn down") == "who-refuses --actor iran"


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Does Russia give arms sales to Iran?", [{"russia", "iran"}]),
        ("Who is offering arms sales to Iran?", [{"iran"}]),
        ("What limits arms sales to Iran?", [{"arms-sales-to-iran"}, {"iran"}]),  # no verb of giving
        ("Who supplies Iran's rivals in the Middle East?", [{"irans-rivals-in-the-middle-east"}, {"iran"}]),
        ("Russia's arms sales to Iran", [{"russia", "arms-sales-to-iran"}, {"russia", "iran"}]),
    ],
)
def test_what_is_given_to_somebody_is_not_a_matter_of_that_name(text, named, understood):
    queries = take_apart(text, understood.index, understood.names, TODAY)
    assert queries[0].split == 0  # nothing speaks against the first reading
    assert [{reading[1] for each in query.mentions for reading in each.readings} for query in queries] == named


@pytest.mark.parametrize(
    ("text", "supplier", "recipient"),
    [
        ("What weapons has China given Iran?", "china", "iran"),
        ("What weapons has North Korea given Russia?", "north-korea", "russia"),
        ("what arms has Iran sent Russia?", "iran", "russia"),
        ("Which missiles have the Chinese sold Iran?", "china", "iran"),
        ("which drones has Russia bought from Iran?", "iran", "russia"),
        ("what weapons has Russia been given by Iran?", "iran", "russia"),
        ("Does Russia supply arms to Iran?", "russia", "iran"),
        ("Who supplies arms to Russia?", None, "russia"),
    ],
)
def test_who_has_given_what_to_whom_is_never_turned_round(text, supplier, recipient, understood):
    first = understood(text).choices[0]
    assert first.name == "who-arms"
    assert (first.params.get("supplier"), first.params["recipient"]) == (supplier, recipient)


def test_who_faces_sanctions_is_sanctioned(understood):
    command = "who-sanctions --target iran --sender united-states"
    assert understood.command("which sanctions has Iran faced from the US?") == command
    allies = understood.command("which allies of Russia face US sanctions")
    assert allies == "allies-under-sanctions --actor russia --sender united-states"


def test_somebody_who_has_been_accused_has_not_done_it(understood):
    assert understood.command("what has China been accused of by the US?") == (
        "who-criticises --target china --actor united-states"
    )


def test_whom_somebody_is_blamed_for_attacking_is_not_whom_it_blames(understood):
    found = understood("Who condemned Russia for its attack on Ukraine?")
    assert found.taken is None
    assert ("who-criticises", {"target": "russia"}) in [(each.name, each.params) for each in found.choices]
