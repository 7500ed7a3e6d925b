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
        ("Is Iran feared?", "what-is-feared --about iran"),
    ],
)
def test_other_matters(text, command, understood):
    assert understood.command(text) == command


@pytest.mark.parametrize("text", ["Did China withdraw support from Iran?", "Did China withhold weapons from Iran?"])
def test_what_is_taken_away_does_not_come_from_there(text, understood):
    found = [guess.params for guess in understood(text).choices if guess.name in ("who-supports", "who-arms")]
    assert found
    assert all("iran" in (params.get("target"), params.get("recipient")) for params in found)


@pytest.mark.parametrize(
    ("text", "command"),
    [
        ("countries to which Russia sells weapons", "who-arms --supplier russia"),
        ("countries from which Iran gets weapons", "who-arms --recipient iran"),
        ("importers of Russia's weapons", "who-arms --supplier russia"),
        ("Russia's weapons supplies to Egypt", "who-arms --recipient egypt --supplier russia"),
        ("who gets money from Russia", "who-funds --actor russia"),
        ("Iran's donors", "who-funds --partner iran"),
        ("what is Iran accused of by the US", "who-criticises --target iran --actor united-states"),
        ("who does Iran feel threatened by", "who-threatens --threatened iran"),
        ("threats from Russia", "who-threatens --threat russia"),
        ("on whom did the US impose sanctions", "who-sanctions --sender united-states"),
        ("who gets support from Russia", "who-supports --actor russia"),
        ("does Iran have the support of Russia", "who-supports --target iran --actor russia"),
        ("Russia's backing for Egypt", "who-supports --target egypt --actor russia"),
        ("countries which Russia supports", "who-supports --actor russia"),
        ("everyone that Russia has supported", "who-supports --actor russia"),
        ("are there any countries Russia supports?", "who-supports --actor russia"),
        ("Russia supports whom?", "who-supports --actor russia"),
        ("states that Egypt is threatened by", "who-threatens --threatened egypt"),
        ("states that Egypt is armed by", "who-arms --recipient egypt"),
        ("to which sanctions is Iran subject", "who-sanctions --target iran"),
        ("has the US put China under pressure", "who-pressures --target china --actor united-states"),
        ("who puts China under pressure?", "who-pressures --target china"),
        ("whom does the US put under pressure", "who-pressures --actor united-states"),
    ],
)
def test_whoever_is_named_in_a_clause_keeps_their_side(text, command, understood):
    taken = understood(text).taken
    assert taken is None or " ".join(taken.arguments) == command
    assert command.split()[0] in [guess.name for guess in understood(text).choices]


@pytest.mark.parametrize(
    ("text", "command"),
    [
        ("who constrains whom", ""),
        ("Who limits whom?", ""),
        ("who constrains whom about Egypt", "--regarding egypt"),
        ("what constrains Russia on Egypt", "--target russia --regarding egypt"),
        ("Who limits Russia on Egypt?", "--target russia --regarding egypt"),
        ("limits on arms sales to Iran", "--regarding arms-sales-to-iran"),
        ("Does Russia limit arms sales to Iran?", "--regarding arms-sales-to-iran --constrainer russia"),
        ("Russian limits on arms sales to Iran", "--regarding arms-sales-to-iran --constrainer russia"),
        ("countries which Russia constrains", "--constrainer russia"),
        ("Russia constrains whom?", "--constrainer russia"),
        ("Who is constrained by Russia?", "--constrainer russia"),
        ("Does Russia limit Egypt's room for manoeuvre?", "--target egypt --constrainer russia"),
        ("limits that Russia imposes on Egypt", "--target egypt --constrainer russia"),
        ("is Egypt constrained by Russia?", "--target egypt --constrainer russia"),
        ("Russian limits on Egypt", "--target egypt --constrainer russia"),
    ],
)
def test_who_constrains_whom_takes_either_side_or_none(text, command, understood):
    guess = understood(text).choices[0]
    assert " ".join(guess.arguments) == f"who-constrains {command}".rstrip()
    assert guess.left == ()


@pytest.mark.parametrize(
    ("text", "command"),
    [
        ("What does Iran want from China?", "--actor iran --partner china"),
        ("what does Tehran hope to get from Beijing", "--actor iran --partner china"),
        ("who wants what from Egypt?", "--partner egypt"),
        ("what do others want from Egypt?", "--partner egypt"),
        ("what does Egypt want?", "--actor egypt"),
    ],
)
def test_what_is_wanted_from_whom(text, command, understood):
    assert understood.command(text) == f"who-seeks-what {command}"
