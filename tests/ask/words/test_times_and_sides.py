"""Times that are open at one end, names that are said together, and the passive: nothing of a text is dropped without a word."""

from __future__ import annotations

from datetime import date

import pytest

from tests.ask.words.conftest import TODAY
from tiebook.ask.words.times import times
from tiebook.ask.words.together import sides
from tiebook.ask.words.understand import command

ARMS = "who-arms --recipient iran"
SOLD = "deliveries --supplier china --recipient iran"


@pytest.mark.parametrize(
    ("text", "first", "last", "bound", "said"),
    [
        ("before 2022", None, "2021-12-31", "until", "before 2022"),
        ("prior to the year 2022", None, "2021-12-31", "until", "prior to the year 2022"),
        ("before May 2016", None, "2016-04-30", "until", "before May 2016"),
        ("before 1 May 2016", None, "2016-04-30", "until", "before 1 May 2016"),
        ("before the 1990s", None, "1989-12-31", "until", "before the 1990s"),
        ("until 2020", None, "2020-12-31", "until", "until 2020"),
        ("up to 2015", None, "2015-12-31", "until", "up to 2015"),
        ("by 2015", None, "2015-12-31", "until", "by 2015"),
        ("2015 and earlier", None, "2015-12-31", "until", "2015 and earlier"),
        ("recently", None, "2026-11-28", "until", "recently"),
        ("after 2015", "2016-01-01", "2026-11-28", "since", "after 2015"),
        ("after 1 May 2016", "2016-05-02", "2026-11-28", "since", "after 1 May 2016"),
        ("after 2030", "2031-01-01", "2031-01-01", "since", "after 2030"),
        ("since 2016", "2016-01-01", "2026-11-28", "since", "since 2016"),
        ("since May 2016", "2016-05-01", "2026-11-28", "since", "since May 2016"),
        ("since the 1990s", "1990-01-01", "2026-11-28", "since", "since the 1990s"),
        ("from 2013 onwards", "2013-01-01", "2026-11-28", "since", "from 2013 onwards"),
        ("from 2013 on", "2013-01-01", "2026-11-28", "since", "from 2013 on"),
        ("2013 or later", "2013-01-01", "2026-11-28", "since", "2013 or later"),
        ("from 2010 to today", "2010-01-01", "2026-11-28", None, "2010 to today"),
        ("from 2010 until 2015", "2010-01-01", "2015-12-31", None, "2010 until 2015"),
        ("in the last five years", "2021-11-01", "2026-11-28", None, "the last five years"),
        ("over the past 18 months", "2025-05-01", "2026-11-28", None, "the past 18 months"),
        ("in the past decade", "2016-11-01", "2026-11-28", None, "past decade"),
        ("this decade", "2020-01-01", "2029-12-31", None, "this decade"),
        ("before and after 2015", "2015-01-01", "2015-12-31", None, "2015"),
        ("until today", "2026-11-28", "2026-11-28", None, "today"),
        ("in 2015", "2015-01-01", "2015-12-31", None, "2015"),
    ],
)
def test_a_time_is_as_open_as_it_is_said(text, first, last, bound, said):
    (found,) = times(f"what did China do {text}", TODAY)
    assert (found.first, found.last) == (date.fromisoformat(first) if first else date.min, date.fromisoformat(last))
    assert (found.bound, f"what did China do {text}"[found.start : found.end]) == (bound, said)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("what changed for Iran after 2018", "what-changed --start 2019-01-01 --finish 2026-11-28 --actor iran"),
        (
            "what has chnaged for Iran since May 2016",
            "what-changed --start 2016-05-01 --finish 2026-11-28 --actor iran",
        ),
        ("what happened to Iran last year", "what-changed --start 2025-01-01 --finish 2025-12-31 --actor iran"),
        (
            "what changed for Iran in the last five years",
            "what-changed --start 2021-11-01 --finish 2026-11-28 --actor iran",
        ),
        ("votes of China and Iran from 2010 to today", "votes --one china --other iran --first 2010 --last 2026"),
        ("votes of Iran and China in the UN in the 1990s", "votes --one iran --other china --first 1990 --last 1999"),
        (
            "compare the ties of China and Iran before and after 16 July 2015",
            "before-and-after --actor china --partner iran --day 2015-07-16",
        ),
        ("which ties of Iran held on 1 May 2016", "in-force --day 2016-05-01 --actor iran"),
        ("the sanctioning of Iran by the US", "who-sanctions --target iran --sender united-states"),
        ("support for Iran by China", "who-supports --target iran --actor china"),
        ("sanctions imposed on Iran", "who-sanctions --target iran"),
        ("pressure exerted on China", "who-pressures --target china"),
        ("weapons sold to Iran", ARMS),
        ("purchases of weapons by Iran", ARMS),
        ("the threats of Israel against Iran", "who-threatens --threatened iran --threat israel"),
        ("Who has been put under pressure by the US?", "who-pressures --actor united-states"),
        ("Who is Iran opposed by?", "who-opposes --target iran"),
        ("cooperatoin of Iran and China", "who-cooperates --actor iran --partner china"),
        ("sanctoins of the US on Iran", "who-sanctions --target iran --sender united-states"),
        ("did Iran buy weapons from China after 2005", f"{SOLD} --first 2006 --last 2026"),
        ("Do China and Iran cooperate?", "who-cooperates --actor china --partner iran"),
    ],
)
def test_what_a_question_has_a_place_for_is_placed(text, wanted, understood):
    assert understood.command(text) == wanted


@pytest.mark.parametrize(
    ("text", "question", "left", "lacking"),
    [
        ("who armed Iran before 2022", ARMS, "before 2022", ()),
        ("Who supplied arms to Iran before 2016?", None, "before 2016", ()),
        ("who armed iran until 2020", ARMS, "until 2020", ()),
        ("who armed Iran after 2015", ARMS, "after 2015", ()),
        ("who sold weapons to Iran since 2016", ARMS, "since 2016", ()),
        ("arms deals with Iran in the 1990s", ARMS, "the 1990s", ()),
        ("who armed Iran last year", ARMS, "last year", ()),
        ("who armed Iran recently", ARMS, "recently", ()),
        ("sanctions imposed on Iran after 2018", "who-sanctions --target iran", "after 2018", ()),
        ("By whom was Iran criticised before 2010?", "who-criticises --target iran", "before 2010", ()),
        ("members of the SCO in 2005", "members-of --group shanghai-cooperation-organisation", "2005", ()),
        ("timeline of China and Iran after 2015", "timeline --actor china --other iran", "after 2015", ()),
        ("what changed for Iran before 2016", "what-changed --finish 2015-12-31 --actor iran", None, ("start",)),
        ("what changed for Iran until 2015", "what-changed --finish 2015-12-31 --actor iran", None, ("start",)),
        ("what changed for Iran in recent years", "what-changed --finish 2026-11-28 --actor iran", None, ("start",)),
        ("did Iran buy weapons from China before 2005", f"{SOLD} --last 2004", None, ("first",)),
        ("which ties of Iran held until 2020-10-18", "in-force --actor iran", "until 2020-10-18", ("day",)),
    ],
)
def test_what_it_has_no_place_for_is_said(text, question, left, lacking, understood):
    found = understood(text)
    assert found.verdict in ("lacking", "unsure")
    guess = found.choices[0]
    assert question is None or " ".join(guess.arguments) == question
    assert (guess.left, guess.lacking) == ((left,) if left else (), lacking)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Weapons sold to Iran and Syria", "who-arms --recipient iran|syria"),
        ("who supplies Iran and Saudi Arabia with arms", "who-arms --recipient iran|saudi-arabia"),
        ("arms sold by Russia and China", "who-arms --supplier russia|china"),
        ("Weapons sold to Iran by China and Russia", "who-arms --recipient iran --supplier china|russia"),
        ("What did China and Russia sell to Iran?", "who-arms --recipient iran --supplier china|russia"),
        ("russian and chinese arms for Iran", "who-arms --recipient iran --supplier russia|china"),
        ("Which countries do China and Russia both arm?", "who-arms --supplier china|russia"),
        ("does the US or Israel threaten Iran?", "who-threatens --threatened iran --threat united-states|israel"),
        ("what limits China's and Russia's freedom of action", "who-constrains --target china|russia"),
        ("agreements of China with Iran and Saudi Arabia", "who-cooperates --actor china --partner iran|saudi-arabia"),
        ("What did Rezaei say about Russia and China", "beliefs --holder masoud-rezaei --about russia|china"),
        ("Do China, Russia and Iran cooperate?", "who-cooperates --actor china|russia|iran"),
        ("supports for Iran by Russia and China", "who-supports --target iran --actor russia|china"),
    ],
)
def test_names_that_are_said_together_are_never_two_sides(text, wanted, understood):
    found = understood(text)
    said, _, last = wanted.rpartition(" ")
    assert found.verdict == "unsure"
    assert [command(guess) for guess in found.choices] == [f"tiebook ask {said} {name}" for name in last.split("|")]


@pytest.mark.parametrize(
    "text",
    [
        *("What is the GDP of Iran?", "who will win the war in Ukraine", "What is the population of Iran"),
        *(
            "How much did the 25-year agreement cost?",
            "what is the price of oil in Iran",
            "what is the capital of Iran",
        ),
        *("how will the Taiwan issue be resolved", "who should China support?", "Who arms Iran and why?"),
        *(
            "Who supports Iran and who opposes it?",
            "does China arm Iran and Russia support it?",
            "list all wars before 1914",
        ),
        *(
            "cooperation between China, Russia and Iran",
            "ties in force before the JCPOA",
            "who is stronger, China or Iran?",
        ),
    ],
)
def test_what_no_one_question_answers_is_asked_back(text, understood):
    assert understood(text).taken is None


def test_only_a_pattern_of_the_same_side_takes_two_names_there():
    assert sides(("{one} and {other} met",)) == {"one", "other"}
    assert sides(("{one} and {other} met",), "of") == {"one", "other"}
    assert sides(("{one} and {other} met",), "to") == set()
    assert sides(("arms sold to {one} and {other}",), "to") == {"one", "other"}
    assert sides(("{one} and {other} met",), both=True) == set()
    assert sides(("{one} and {other} both met",), both=True) == {"one", "other"}
    assert sides(("{one} with {other}",)) == set()
