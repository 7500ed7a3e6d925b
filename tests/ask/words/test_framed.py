"""What stands around a question, two questions in one, and texts that leave open who does it to whom."""

import pytest

from tiebook.ask.words.framed import compared, told_about, without_frame
from tiebook.ask.words.two_questions import with_name


@pytest.mark.parametrize(
    ("text", "question"),
    [
        ("I need the list of countries sanctioning Russia", "list countries sanctioning Russia"),
        ("give me a complete list of all members of CRINK", "list members of CRINK"),
        ("the list of Iran's allies", "list Iran's allies"),
        ("what evidence is there that China arms Iran", "China arms Iran"),
        ("is there any proof that China arms Iran", "China arms Iran"),
        ("where do the texts say that China arms Iran", "China arms Iran"),
        ("do you know whether China arms Iran", "China arms Iran"),
        ("do we know who arms Iran", "who arms Iran"),
        ("Could you please tell me who arms Iran", " who arms Iran"),
        ("which firms did the US sanction", "who did the US sanction"),
        ("What banks are sanctioned by the US", "who are sanctioned by the US"),
        ("which Chinese firms are sanctioned", "which Chinese firms are sanctioned"),
        ("which firms trade with Iran", "which firms trade with Iran"),
        ("what evidence does China deny", "what evidence does China deny"),
        ("list of actors", "list of actors"),
        ("And who else funds Hamas", "And who funds Hamas"),
        ("what else limits China", "what limits China"),
        ("who else than the US funds Israel", "who else than the US funds Israel"),
        ("who else funds Israel apart from the US", "who else funds Israel apart from the US"),
        ("How many governments criticise Israel", "which countries criticise Israel"),
        ("how many other states did Iran threaten", "which countries did Iran threaten"),
        ("how many actors are there", "how many actors are there"),
        ("how many nations were there", "how many nations were there"),
        ("how many states did Iran threaten per year", "how many states did Iran threaten per year"),
        ("how many soldiers threaten Iran", "how many soldiers threaten Iran"),
    ],
)
def test_what_only_asks_for_an_answer_is_left_out(text: str, question: str) -> None:
    assert without_frame(text) == question


@pytest.mark.parametrize(
    ("text", "name", "params"),
    [
        ("who else sanctions Russia", "who-sanctions", {"target": "russia"}),
        ("How many nations sanction North Korea?", "who-sanctions", {"target": "north-korea"}),
    ],
)
def test_more_of_them_or_their_number_is_asked_as_who_does_it(
    text: str, name: str, params: dict[str, str], of_all_texts
) -> None:
    taken = of_all_texts(text).taken
    assert taken is not None
    assert (taken.name, taken.params) == (name, params)


@pytest.mark.parametrize(
    ("text", "question"),
    [
        ("tell me more about China's arms sales", "show China's arms sales"),
        ("info on US sanctions", "show US sanctions"),
        ("give me an overview of Iran's allies", "show Iran's allies"),
        ("Explain China-Iran relations", "show China-Iran relations"),
        ("explain China's reluctance to sell weapons", None),
        ("tell me about CRINK", None),
        ("who arms Iran", None),
    ],
)
def test_what_a_text_wants_to_be_told_about(text: str, question: str | None) -> None:
    assert told_about(text) == question


@pytest.mark.parametrize(
    ("text", "joined"),
    [
        ("does China trade more with Iran than with Japan", "does China trade with Iran or Japan"),
        ("does China trade more with Iran or with Japan", "does China trade with Iran or Japan"),
        ("is Iran closer to Russia than to China", "is Iran to Russia or China"),
        ("does China depend less on Iran rather than on Russia", "does China depend on Iran or Russia"),
        ("does China support Iran more than Russia", "does China support Iran or Russia"),
        ("who supports Iran more than Russia", None),
        ("is China stronger than Iran", None),
        ("who trades with Iran", None),
    ],
)
def test_two_that_are_compared(text: str, joined: str | None) -> None:
    assert compared(text) == joined


@pytest.mark.parametrize(
    ("text", "command"),
    [
        ("tell me about China's arms sales to Iran", "who-arms --recipient iran --supplier china"),
        ("Chinese arms sales to Iran", "who-arms --recipient iran --supplier china"),
        ("tell me about CRINK", "matters --about crink"),
        ("who sanctions Iran and since when", "who-sanctions --target iran"),
        ("who sanctions Iran, and when?", "who-sanctions --target iran"),
        ("which companies did the US sanction?", "who-sanctions --sender united-states"),
        ("American tariffs on Chinese goods", "who-sanctions --target china --sender united-states"),
        ("who has the US sanctioned", "who-sanctions --sender united-states"),
        # who is meant, and on which side
        ("Does the UN sanction Iran?", "who-sanctions --target iran --sender united-nations"),
        ("has the UN sanctioned Iran?", "who-sanctions --target iran --sender united-nations"),
        ("what jobs does Xi Jinping have?", "offices --person xi-jinping"),
        ("What has Putin said about the US?", "beliefs --holder vladimir-putin --about united-states"),
        (
            "How did the US and China vote in the UN in 2020?",
            "votes --one united-states --other china --first 2020 --last 2020",
        ),
        ("the White House on China", "beliefs --holder white-house --about china"),
        ("does Washington support Taiwan", "who-supports --target taiwan --actor united-states"),
        ("Does China consider the US a threat?", "who-threatens --threatened china --threat united-states"),
        ("China regards Russia as a threat", "who-threatens --threatened china --threat russia"),
        ("what has been said about Iran by Chinese officials", "beliefs --holder chinese-officials --about iran"),
        ("Does Pyongyang get help from Moscow?", "who-funds --actor russia --partner north-korea"),
        ("does Taiwan get American weapons?", "who-arms --recipient taiwan --supplier united-states"),
        ("does China buy Iranian oil?", "who-funds --actor iran --partner china"),
        ("Leverage of China over Iran", "who-constrains --target iran --constrainer china"),
        ("Can Iran count on Russia?", "what-depends-on-what --dependent iran --on russia"),
        ("Who came to Iran's defence?", "who-supports --target iran"),
        # what is asked, and not what its words are also asked for
        ("military cooperation between Iran and Russia", "who-cooperates --actor iran --partner russia"),
        ("Who negotiated with Iran?", "who-cooperates --actor iran"),
        ("What do the sources say about Taiwan?", "matters --about taiwan"),
        ("do US sanctions hurt Iran", "causes --what iran --cause us-sanctions"),
        ("what evidence is there that China arms Iran", "who-arms --recipient iran --supplier china"),
    ],
)
def test_what_is_around_a_question_and_who_is_who(text: str, command: str, of_all_texts) -> None:
    assert of_all_texts.command(text) == command


@pytest.mark.parametrize(
    ("text", "offered"),
    [
        (
            "Does China trade more with Saudi Arabia than with Iran?",
            [
                ("who-funds", {"actor": "china", "partner": "saudi-arabia"}),
                ("who-funds", {"actor": "china", "partner": "iran"}),
            ],
        ),
        (
            "Who supports Iran and who opposes it?",
            [("who-supports", {"target": "iran"}), ("who-opposes", {"target": "iran"})],
        ),
        (
            "Who arms Russia and who are its allies?",
            [("who-arms", {"recipient": "russia"}), ("who-cooperates", {"actor": "russia"})],
        ),
        (
            "who sanctions Iran and why?",
            [("who-sanctions", {"target": "iran"}), ("reasons", {"partner": "iran", "tie": "SANCTIONS"})],
        ),
        # texts have who buys as the actor, and tables who exports
        ("who buys oil from Iran", [("who-funds", {"actor": "iran"}), ("who-funds", {"partner": "iran"})]),
        ("who imports Russian gas", [("who-funds", {"actor": "russia"}), ("who-funds", {"partner": "russia"})]),
        (
            "US-China tariffs",
            [
                ("who-sanctions", {"target": "china", "sender": "united-states"}),
                ("who-sanctions", {"target": "united-states", "sender": "china"}),
            ],
        ),
        (
            "US-China trade",
            [
                ("who-funds", {"actor": "united-states", "partner": "china"}),
                ("who-funds", {"actor": "china", "partner": "united-states"}),
            ],
        ),
    ],
)
def test_two_questions_or_two_directions_are_offered(
    text: str, offered: list[tuple[str, dict[str, str]]], of_all_texts
) -> None:
    found = of_all_texts(text)
    assert found.verdict == "unsure"
    assert [(guess.name, guess.params) for guess in found.offered] == offered


@pytest.mark.parametrize(
    ("part", "rest", "named"),
    [
        ("who sanctions Iran", "who supports it", "who supports Iran"),
        ("who is Iran's ally", "what are its aims", "what are Iran's aims"),
        ("does China arm Iran", "who sanctions it", "who sanctions it"),  # either of two
        ("who sanctions Iran", "does Russia support it", "does Russia support it"),  # or Russia's
        ("who arms whom", "who sanctions it", "who sanctions it"),
    ],
)
def test_a_pronoun_stands_for_the_only_name(part: str, rest: str, named: str, of_all_texts) -> None:
    assert with_name(part, rest, of_all_texts.names) == named


def test_only_a_body_of_a_government_is_meant_before_its_state(of_all_texts) -> None:
    assert of_all_texts.names.bodies == {("white", "house"): "white-house"}


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("did anyone help Iran during the war with Israel?", "help"),
        ("Protests in Iran", "Protests"),
    ],
)
def test_what_has_no_place_is_not_dropped(text: str, left: str, of_all_texts) -> None:
    found = of_all_texts(text)
    assert found.taken is None
    assert left in found.offered[0].left


def test_a_surname_within_a_name_is_no_other(understood) -> None:
    assert understood.command("What jobs does Xi Jinping have?") == "offices --person xi-jinping"


def test_a_body_that_a_question_is_of_is_still_a_group(of_all_texts) -> None:
    first = of_all_texts("is China in the UN?").offered[0]
    assert (first.name, first.params) == ("members-of", {"group": "united-nations", "member": "china"})


def test_a_programme_is_not_parted_from_whose_it_is(of_all_texts) -> None:
    offered = {guess.name: guess.params for guess in of_all_texts("Iran's nuclear programme").offered}
    assert offered["matters"] == {"about": "irans-nuclear-energy-programme"}
    assert all(list(params.values()) == ["irans-nuclear-energy-programme"] for params in offered.values())


@pytest.mark.parametrize(
    "text",
    [
        "Which country is the best?",
        "who is the greatest",
        "how to cite this",
        "US tariffs on Chinese imports",
        "reaction of China to the strikes on Iran",
    ],
)
def test_no_question_is_taken_for(text: str, of_all_texts) -> None:
    assert of_all_texts(text).taken is None
