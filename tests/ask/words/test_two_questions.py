"""Texts that ask two things: both are offered, and the second is never dropped without a word."""

import pytest


@pytest.mark.parametrize(
    ("text", "commands"),
    [
        (
            "Does Iran depend on China, or China on Iran?",
            ["what-depends-on-what --dependent iran --on china", "what-depends-on-what --dependent china --on iran"],
        ),
        (
            "Does Russia rely on Iran, or does Iran rely on Russia?",
            ["what-depends-on-what --dependent russia --on iran", "what-depends-on-what --dependent iran --on russia"],
        ),
        (
            "Does China threaten the US or vice versa?",
            [
                "who-threatens --threatened united-states --threat china",
                "who-threatens --threatened china --threat united-states",
            ],
        ),
        ("Who arms Iran? Who sanctions Russia?", ["who-arms --recipient iran", "who-sanctions --target russia"]),
        ("Who arms Iran, and what does China fear?", ["who-arms --recipient iran", "what-is-feared --actor china"]),
    ],
)
def test_both_questions_are_offered(text, commands, understood):
    found = understood(text)
    assert found.verdict == "unsure"
    assert [" ".join(guess.arguments) for guess in found.choices] == commands


@pytest.mark.parametrize(
    ("text", "command"),
    [
        ("Does Iran depend on China?", "what-depends-on-what --dependent iran --on china"),
        (
            "Did China send weapons to Iran after the arms embargo ended in 2020?",
            "deliveries --supplier china --recipient iran --first 2020 --last 2026",
        ),
        (
            "Which weapons did Russia deliver to Iran since the UN embargo expired on 18 October 2020?",
            "deliveries --supplier russia --recipient iran --first 2020 --last 2026",
        ),
        ("What US measures affect Iran?", "who-sanctions --target iran --sender united-states"),
        ("How have ties between Russia and Iran evolved over the decades?", "timeline --actor russia --other iran"),
    ],
)
def test_one_question_is_answered(text, command, understood):
    assert understood.command(text) == command


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("Which US measures bear on Chinese arms sales to Iran?", "who-sanctions"),
        ("Did cooperation in arms change over the decades?", "timeline"),
        ("Did Russia ship tanks to Iran after the embargo ended?", "who-arms"),
    ],
)
def test_what_is_asked_back_begins_with_what_is_meant(text, first, understood):
    found = understood(text)
    assert found.taken is None
    assert found.choices[0].name == first


@pytest.mark.parametrize("text", ["Who arms Iran? Who sanctions them?", "Who arms Iran, and what does it fear?"])
def test_a_second_question_about_what_the_first_names_is_not_asked_alone(text, understood):
    found = understood(text)
    assert found.taken is None
    assert not {guess.name for guess in found.choices[1:2] if not guess.params} & {"who-sanctions", "what-is-feared"}
