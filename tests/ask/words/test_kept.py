"""What no question may pass over: a denial, a fear or a blame at the head, "why", and the name of a weapon."""

import pytest

ATTACKS = [
    ("did Russia invade Ukraine?", {"actor": "russia", "target": "ukraine"}),
    ("who invaded Ukraine", {"target": "ukraine"}),
    ("Was Syria attacked by Israel?", {"actor": "israel", "target": "syria"}),
    ("Has Turkey attacked Syria?", {"actor": "turkey", "target": "syria"}),
    ("Did Iran attack Israel?", {"actor": "iran", "target": "israel"}),
    ("who fights Iran", {"target": "iran"}),
    ("Who struck Iran?", {"target": "iran"}),
    ("who uses force against Yemen", {"target": "yemen"}),
    ("which countries did Russia invade", {"actor": "russia"}),
    ("when did the United States bombard Iran?", {"actor": "united-states", "target": "iran"}),
]


@pytest.mark.parametrize(("text", "params"), ATTACKS)
def test_who_attacked_is_asked_of_texts_too(text, params, understood):
    taken = understood(text).taken
    assert taken is not None
    assert (taken.name, taken.params) == ("who-attacks", params)


@pytest.mark.parametrize(
    "text",
    [
        "why does China arm Iran?",
        "Why does Russia support Syria?",
        "Why do China and Iran cooperate?",
        "why did Russia invade Ukraine?",
        "how come China sells tanks to Iran",
        "reasons for the sanctions on Iran",
        "What is the reason for arms sales to Iran?",
        "explain why Russia arms Syria",
    ],
)
def test_why_something_is_so_is_not_asked_as_why_it_is_not(text, understood):
    found = understood(text)
    assert found.taken is None or found.taken.name == "reasons"
    assert "why-not" not in [guess.name for guess in found.choices]


@pytest.mark.parametrize(
    "text",
    [
        "Why has China not armed Iran?",
        "Why did China never sell tanks to Iran?",
        "Why won't China sell drones to Iran",
        "how come China does not sell weapons to Iran",
        "What reasons are given for the missing arms deals between China and Iran?",
        "what are the reasons that China does not arm Iran",
        "Why does China refuse to sell arms to Iran?",
    ],
)
def test_why_something_is_not_so_is_answered(text, understood):
    assert understood.command(text) == "why-not --actor china --partner iran --tie SELLS_ARMS_TO"


@pytest.mark.parametrize(
    "text",
    [
        "Why did Russia refrain from selling weapons to Iran?",
        "Why does China hold back from selling arms to Iran?",
        "What reasons are given for the lack of cooperation between China and Iran?",
        "reasons for China's reluctance to arm Iran",
    ],
)
def test_why_something_is_not_so_is_not_asked_as_why_it_is(text, understood):
    assert "reasons" not in [guess.name for guess in understood(text).choices]


@pytest.mark.parametrize("text", ["Why does China hold talks with Iran?", "why has China kept its ties with Iran"])
def test_a_word_that_says_no_only_with_another_says_nothing_alone(text, understood):
    names = [guess.name for guess in understood(text).choices]
    assert "reasons" in names
    assert "why-not" not in names
    assert understood("Why did China refuse Iran?").taken.name == "reasons"  # a refusal is a tie too


@pytest.mark.parametrize("word", ["about", "on", "over"])
def test_who_contradicts_whom_is_plain(word, understood):
    assert understood.command(f"Who contradicts whom {word} Iran?") == "who-contradicts-whom --actor iran"


@pytest.mark.parametrize(
    ("text", "actor", "tie"),
    [
        ("who denies selling missiles to Iran?", "iran", "SELLS_ARMS_TO"),
        ("Who denied supplying drones to Russia?", "russia", "SELLS_ARMS_TO"),
        ("who denies having sold tanks to Iran", "iran", "SELLS_ARMS_TO"),
        ("Who denies providing ammunition to Syria?", "syria", "SELLS_ARMS_TO"),
        ("who denied giving jets to Iran", "iran", "SELLS_ARMS_TO"),
        ("who denies attacking Iran?", "iran", "USES_FORCE_AGAINST"),
    ],
)
def test_a_denial_stays_a_denial_whatever_the_weapon(text, actor, tie, understood):
    assert understood.command(text) == f"what-is-denied --actor {actor} --tie {tie}"


@pytest.mark.parametrize(
    ("text", "word", "name"),
    [
        ("who claims to have attacked Iran?", "claims", "who-attacks"),
        ("who threatened to attack Iran?", "threatened", "who-attacks"),
        ("who fears an attack on Iran?", "fears", "who-attacks"),
        ("who admits arming Iran?", "admits", "who-arms"),
        ("who refuses to sell jets to Iran", "refuses", "who-arms"),
        ("who promised weapons to Iran?", "promised", "who-arms"),
        ("why does China arm Iran?", "why", "who-arms"),
    ],
)
def test_what_is_only_said_is_not_asked_as_what_is(text, word, name, understood):
    found = understood(text)
    assert found.taken is None or found.taken.name != name
    assert [guess.left for guess in found.choices if guess.name == name] == [(word,)]


@pytest.mark.parametrize(
    "text",
    [
        "who is accused of arming Russia?",
        "who is accused by Iran of supporting Israel?",
        "who is blamed for the war in Yemen?",
        "Who is suspected of supplying Iran?",
        "who accuses China of arming Russia?",
    ],
)
def test_what_somebody_is_blamed_for_is_not_who_is_blamed(text, understood):
    found = understood(text)
    assert found.taken is None
    last = {"arming Russia": "russia", "supporting Israel": "israel", "Yemen": "yemen", "supplying Iran": "iran"}
    blamed = next(entity for words, entity in last.items() if words in text)
    for guess in found.choices:
        assert guess.name != "who-criticises" or blamed not in guess.params.values()


@pytest.mark.parametrize(
    ("text", "params"),
    [
        ("what is China accused of?", {"target": "china"}),
        ("What is Iran blamed for?", {"target": "iran"}),
        ("What does China accuse Iran of?", {"actor": "china", "target": "iran"}),
    ],
)
def test_who_is_blamed_is_found(text, params, understood):
    taken = understood(text).taken
    assert taken is not None
    assert (taken.name, taken.params) == ("who-criticises", params)


@pytest.mark.parametrize(
    ("text", "model", "name"),
    [
        ("has Russia sold S-400 to Iran?", "S-400", "who-arms"),
        ("Has China sold J-10C jets to Iran?", "J-10C", "who-arms"),
        ("Did Russia deliver Su-35 to Iran?", "Su-35", "who-arms"),
        ("who sells HQ-9B missiles to Iran", "HQ-9B", "who-arms"),
        ("Did Israel attack Iran with F35s?", "F35s", "who-attacks"),
        ("did Russia attack Ukraine with Shahed-136 drones?", "Shahed-136", "who-attacks"),
    ],
)
def test_the_name_of_a_weapon_is_not_dropped(text, model, name, understood):
    found = understood(text)
    assert (found.verdict, found.choices[0].name, found.choices[0].left) == ("lacking", name, (model,))
