"""`tiebook ask` in free words and with values in their places, and `tiebook questions WORDS`."""

import json

import pytest


@pytest.fixture
def loaded(china_iran):
    return china_iran


def test_free_words_say_how_they_are_taken_and_are_answered(loaded):
    named = loaded("ask", "why-not", "--actor", "china", "--partner", "iran", "--tie", "sells-arms-to", "-f", "json")
    free = loaded("ask", "what stops China from arming Iran?", "-f", "json")
    assert free.returncode == 0
    assert free.stderr == "Taken as: why-not --actor china --partner iran --tie SELLS_ARMS_TO\n"
    assert free.stdout == named.stdout
    unquoted = loaded("ask", "what", "stops", "China", "from", "arming", "Iran", "-f", "json")
    assert unquoted.stdout == named.stdout
    seen = loaded("ask", "who opposes the US?", "--as-seen-by", "china", "-f", "json")
    assert json.loads(seen.stdout) == json.loads(
        loaded("ask", "who-opposes", "united-states", "--as-seen-by", "china", "-f", "json").stdout
    )


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "What does China make of Iran?",
            ("may mean more than one", "tiebook ask beliefs --holder china --about iran"),
        ),
        ("how do China and Iran vote?", ("also needs --first and --last", "--first FIRST --last LAST")),
        ("inflation rate iran 2021", ("no stored question fits", "The nearest:", "tiebook ask ")),
        ("weather in Paris", ('fits "weather in Paris", and none is near it; tiebook questions lists all',)),
        ("Who arms Atlantis?", ("Atlantis: not known here",)),
        ("who sanctioned Iran in 1950?", ("1950", "tiebook ask who-sanctions --target iran")),
        ("Who arms India?", ("Taken as: who-arms --recipient india", "'india' is not in any loaded source")),
    ],
)
def test_what_is_not_clear_is_asked_back(text, said, loaded):
    done = loaded("ask", text)
    assert done.returncode == 2
    assert done.stdout == ""
    for each in said:
        assert each in done.stderr


def test_values_in_their_places(loaded):
    named = loaded("ask", "what-limits", "--actor", "china", "--partner", "iran", "-f", "json")
    assert loaded("ask", "what-limits", "China", "Iran", "-f", "json").stdout == named.stdout
    assert loaded("ask", "what-limits", "-f", "json", "china", "--partner", "iran").stdout == named.stdout
    assert loaded("ask", "what-limits", "iran", "--actor", "china", "-f", "json").stdout == named.stdout
    refused = loaded("ask", "what-limits", "china", "iran", "egypt")
    assert refused.returncode == 2
    assert "no place for the value 'egypt' (it takes ACTOR PARTNER)" in refused.stderr
    assert "[ACTOR] [PARTNER]" in loaded("ask", "what-limits", "--help").stdout


def test_a_mistyped_name_is_no_free_text(loaded):
    done = loaded("ask", "who-constrain", "--target", "china")
    assert done.returncode == 2
    assert "did you mean who-constrains" in done.stderr
    with_values = loaded("ask", "who-armss", "china")
    assert with_values.returncode == 2
    assert "there is no question 'who-armss' (did you mean who-arms?" in with_values.stderr
    hyphened = loaded("ask", "far-off weather in Paris").stderr  # a word as others, near to no name
    assert 'no stored question fits "far-off weather in Paris"' in hyphened


def test_questions_are_found_by_what_is_meant(loaded):
    assert loaded("questions", "in force").stdout.split()[0] == "in-force"
    assert loaded("questions", "voting").stdout.split()[0] == "votes"
    assert loaded("questions", "constrans").stdout.split()[0] == "who-constrains"
    assert "tiebook ask members-of --group shanghai-cooperation-organisation" in loaded("questions", "SCO").stdout
    nothing = loaded("questions", "zzz")
    assert 'No question has "zzz" in it' in nothing.stderr
    found = json.loads(loaded("questions", "-f", "json", "who arms Iran").stdout)
    assert found[0]["command"] == "tiebook ask who-arms --recipient iran"


def test_looking_for_a_question_makes_no_database(tiebook, tmp_path):
    assert tiebook("questions", "arms").returncode == 0
    assert not list(tmp_path.rglob("*.kgl"))


def test_no_placeholder_is_shown(tiebook):
    listed = tiebook("questions").stdout
    assert "within 12 months" in listed
    assert "months months" not in listed
    assert "about about" not in listed
