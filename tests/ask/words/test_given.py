"""Who gives and who gets: "to" and "from" say it, in whatever form of the verb."""

import pytest

GIVEN = [
    "China sold weapons to Iran",
    "Has China sold weapons to Iran?",
    "Has China supplied missiles to Iran?",
    "Did Iran obtain missiles from China?",
    "What does Iran get from China in arms?",
    "Has Iran received drones from China?",
    "Weapons sold to Iran by China",
    "Were weapons sold by China to Iran?",
    "Did the Islamic Republic get arms from Beijing?",
]


@pytest.mark.parametrize("text", GIVEN)
def test_who_sells_and_who_buys(text, understood):
    taken = understood(text).taken
    assert taken is not None
    assert (taken.name, taken.params) == ("who-arms", {"supplier": "china", "recipient": "iran"})


@pytest.mark.parametrize(
    ("text", "command"),
    [
        ("Has the US been a threat to Iran?", "who-threatens --threatened iran --threat united-states"),
        ("Does Iran see a danger from the US?", "who-threatens --threatened iran --threat united-states"),
        ("Does China give support to Iran?", "who-supports --target iran --actor china"),
        ("Was Iran attacked by Israel?", "who-attacks --target iran --actor israel"),
        ("Who recognises Iran?", "who-supports --target iran"),
        ("Does China recognise Iran?", "who-supports --target iran --actor china"),
        ("How do the two texts differ on Iran?", "who-contradicts-whom --actor iran"),
        ("compare what the two articles say about Iran", "who-contradicts-whom --actor iran"),
        ("Who opposes China according to Iran?", "who-opposes --target china --as-seen-by iran"),
    ],
)
def test_other_matters(text, command, understood):
    assert understood.command(text) == command


@pytest.mark.parametrize("text", ["Did China withdraw support from Iran?", "Did China withhold weapons from Iran?"])
def test_what_is_taken_away_does_not_come_from_there(text, understood):
    found = [guess.params for guess in understood(text).choices if guess.name in ("who-supports", "who-arms")]
    assert found
    assert all("iran" in (params.get("target"), params.get("recipient")) for params in found)
