"""Who does it and to whom: active and passive never turn a question round. And what the graph is not asked is not answered."""

import copy
from datetime import date

import pytest

from tests.ask.words.conftest import TODAY
from tests.ask.words.test_phrases import phrases
from tiebook.ask.words.addressed import not_of_the_graph
from tiebook.ask.words.index import build
from tiebook.ask.words.names.tokens import stem
from tiebook.ask.words.times import times
from tiebook.ask.words.understand import understand_with
from tiebook.ask.words.voice import directed
from tiebook.questions import QuestionLibrary

# a question: who does it (None where no parameter takes that), to whom, and verbs
DIRECTED = {
    "who-criticises": (
        "actor",
        "target",
        "criticise criticises criticised, accuse accuses accused, blame blames blamed",
    ),
    "who-sanctions": ("sender", "target", "sanction sanctions sanctioned, punish punishes punished"),
    "who-supports": ("actor", "target", "support supports supported, back backs backed"),
    "who-opposes": ("actor", "target", "oppose opposes opposed"),
    "who-threatens": ("threat", "threatened", "threaten threatens threatened, endanger endangers endangered"),
    "who-pressures": ("actor", "target", "pressure pressures pressured, coerce coerces coerced"),
    "who-arms": ("supplier", "recipient", "arm arms armed, equip equips equipped"),
    "who-constrains": ("constrainer", "target", "constrain constrains constrained, limit limits limited"),
    "who-funds": ("actor", "partner", "fund funds funded, finance finances financed"),
    "how-seen": ("actor", "target", "see sees seen, perceive perceives perceived"),
}
# a form of asking, and whether China does it (by) or is the one to whom it is done (to); with two, the United States the other
FORMS = [
    ("who {third} China?", "to"),
    ("whom does China {verb}?", "by"),
    ("who does China {verb}?", "by"),
    ("who is {past} by China?", "by"),
    ("which countries are {past} by China?", "by"),
    ("by whom is China {past}?", "to"),
    ("who is China {past} by?", "to"),
    ("is China {past} by the United States?", "to"),
    ("has China been {past} by the United States?", "to"),
    ("does China {verb} the United States?", "by"),
    ("has China {past} the United States?", "by"),
    ("China {past} by the United States", "to"),
]
ASKED = [
    (question, form.format(verb=verb, third=third, past=past), side)
    for question, (_, _, verbs) in DIRECTED.items()
    for verb, third, past in (each.split() for each in verbs.split(", "))
    for form, side in FORMS
]


@pytest.mark.parametrize("question", DIRECTED)
def test_active_and_passive_never_turn_a_question_round(question, understood):
    by, to, _ = DIRECTED[question]
    right = 0
    for text, side in ((text, side) for name, text, side in ASKED if name == question):
        china, other = (by, to) if side == "by" else (to, by)
        for guess in understood(text).choices:
            if guess.name == question:
                assert guess.params.get(china, "china") == "china", (text, guess.params)
                assert guess.params.get(other, "united-states") == "united-states", (text, guess.params)
        taken = understood(text).taken
        if taken is not None and taken.name == question:
            assert china is not None, (text, taken.params)
            right += taken.params[china] == "china"
    assert right >= (2 if by is None else 9)


@pytest.mark.parametrize(
    ("text", "command"),
    [
        ("What does China fear about Iran?", "who-threatens --threatened china --threat iran"),
        ("What does China fear about Iran?", "what-is-feared --actor china --about iran"),
        ("Who fears Iran?", "what-is-feared --about iran"),
        ("Who is afraid of Iran?", "what-is-feared --about iran"),
        ("Whom does Iran fear?", "who-threatens --threatened iran"),
        ("Who fears Iran?", "who-threatens --threat iran"),
        ("Has Iran bought weapons from Russia?", "who-arms --recipient iran --supplier russia"),
        ("By whom is China constrained with regard to Iran?", "who-constrains --target china --regarding iran"),
        ("Who has been sanctioned by the United States?", "who-sanctions --sender united-states"),
        ("Is China bound by the JCPOA?", "who-is-bound --instrument jcpoa --actor china"),
    ],
)
def test_verbs_that_say_it_the_other_way_round(text, command, understood):
    name = command.split()[0]
    (guess,) = (guess for guess in understood(text).choices if guess.name == name)
    assert " ".join(guess.arguments) == command


def test_who_does_it_has_no_place_where_a_question_does_not_take_that(understood):
    found = understood("Who is sanctioned by the United States?").choices
    (guess,) = (guess for guess in found if guess.name == "sanctions-on")  # which takes those under sanctions
    assert (guess.params, guess.left) == ({}, ("United States",))


def test_the_sides_of_a_question_are_read_from_its_header():
    entries = {entry.name: entry for entry in build(QuestionLibrary().all()).entries}
    for name, (by, to, _) in DIRECTED.items():
        side = directed(entries[name])
        assert side is not None
        assert (side.by, side.to) == (by, to)
    assert stem("buys") in getattr(directed(entries["who-arms"]), "turned", ())
    assert stem("fears") in getattr(directed(entries["who-threatens"]), "turned", ())
    assert directed(entries["ties-between"]) is None


@pytest.mark.parametrize(
    "text",
    [
        "What do you think about Iran?",
        "In your opinion, who threatens China?",
        "Do you personally support sanctions on Iran?",
        "Should I invest in China?",
        "Please summarise the article",
        "can you translate this into German",
        "who are you?",
        *(f"{verb.upper()} what China does" for verb in "rewrite write paraphrase recommend advise predict".split()),
        *(f"Please {verb} what China does" for verb in "forecast calculate draft summarize".split()),
    ],
)
def test_what_is_asked_of_whoever_answers_is_not_answered(text, understood):
    assert not_of_the_graph(text)
    assert understood(text).verdict == "nothing"


@pytest.mark.parametrize(
    "text",
    [
        "Can you tell me who arms Iran?",
        "Do you have anything on the JCPOA?",
        "Could you show me who sanctions Iran?",
        "What does China think about Iran?",
        "Who recommends talks?",
    ],
)
def test_politeness_is_no_question_to_whoever_answers(text):
    assert not not_of_the_graph(text)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("what changed last year?", date(2025, 1, 1), date(2025, 12, 31)),
        ("next year", date(2027, 1, 1), date(2027, 12, 31)),
        ("since yesterday", date(2026, 11, 27), date(2026, 11, 28)),
        ("this month", date(2026, 11, 1), date(2026, 11, 30)),
        ("next month", date(2026, 12, 1), date(2026, 12, 31)),
        ("last week", date(2026, 11, 16), date(2026, 11, 22)),
        ("tomorrow", date(2026, 11, 29), date(2026, 11, 29)),
    ],
)
def test_times_that_are_told_from_today(text, first, last):
    (found,) = times(text, TODAY)
    assert (found.first, found.last) == (first, last)


def test_a_time_that_finds_no_place_is_not_dropped(understood):
    assert understood("What will China do next year?").taken is None


def test_a_fifth_set_is_never_answered_otherwise(understood):
    found = phrases("fifth.txt")
    one = [phrase for phrase in found if phrase.wanted]
    assert sum(understood(phrase.text).choices[0].name in phrase.wanted for phrase in one) >= 0.9 * len(one)
    for phrase in found:
        taken = understood(phrase.text).taken
        if taken is not None:
            assert (taken.name, taken.params) == (phrase.wanted[0] if phrase.wanted else None, phrase.params), (
                phrase.text
            )


@pytest.mark.parametrize(
    ("text", "taken"),
    [
        ("Chinese drone purchases from Iran", "who-arms --recipient china --supplier iran"),
        ("Iranian missile imports from Russia", "who-arms --recipient iran --supplier russia"),
        ("Chinese drone sales to Iran", "who-arms --recipient iran --supplier china"),
        ("From whom does Russia get drones?", "who-arms --recipient russia"),
        ("From which countries does Iran receive weapons?", "who-arms --recipient iran"),
        ("To whom does Iran send missiles?", "who-arms --supplier iran"),
        ("Iran was attacked by whom?", "who-attacks --target iran"),
        ("Iran is armed by which countries?", "who-arms --recipient iran"),
        ("Who is furnishing Iran with missiles?", "who-arms --recipient iran"),
        ("Who provides Iran with aid?", "who-funds --partner iran"),
        ("Who provides Iran with weapons?", "who-arms --recipient iran"),
    ],
)
def test_who_gets_something_and_from_whom(text, taken, understood):
    assert understood.command(text) == taken


@pytest.mark.parametrize("asked", ["China", "Masoud Rezaei"])
def test_whoever_says_something_about_a_matter_is_no_side_of_it(asked, understood):
    found = understood(f"What does {asked} say about Russian arms?")
    assert found.taken is None
    speaker = asked.lower().replace(" ", "-")
    sides = [
        value for guess in found.choices for name, value in guess.params.items() if name not in ("holder", "speaker")
    ]
    assert speaker not in sides
    assert understood.command("What does China say about Iran?") == "beliefs --holder china --about iran"


def test_what_might_happen_is_not_what_happened(understood):
    for text in ("What might happen between China and Iran?", "What could happen between Russia and China?"):
        found = understood(text)
        assert found.taken is None
        assert "what-is-possible" in [guess.name for guess in found.choices]
    assert understood.command("What happened between China and Iran?") == "timeline --actor china --other iran"
    assert understood.command("What happened between China and Iran in 2016?") == (
        "what-changed --start 2016-01-01 --finish 2016-12-31 --actor china --about iran"
    )


@pytest.mark.parametrize(
    ("text", "taken"),
    [
        ("Do China and Russia have a defence treaty?", "pacts-between --one china --other russia"),
        ("Do Iran and Russia have a defence pact?", "pacts-between --one iran --other russia"),
        (
            "When did Iran join the Shanghai Cooperation Organisation?",
            "members-of --group shanghai-cooperation-organisation --member iran",
        ),
    ],
)
def test_words_of_a_question_are_no_part_of_a_longer_name(text, taken, understood):
    names = copy.deepcopy(understood.names)
    names.labels["defence-treaty"] = "Instrument"
    for name in ("China-North Korea mutual defence treaty", "Pact of defence of the North"):
        names.add(name, "Instrument", "defence-treaty")
    found = understand_with(understood.index, names, text, TODAY).taken
    assert found is not None
    assert " ".join(found.arguments) == taken


@pytest.mark.parametrize(
    ("text", "taken"),
    [
        ("Why does Russia help Iran?", "reasons --actor russia --partner iran"),
        ("Why did Russia attack Iran?", "reasons --actor russia --partner iran --tie USES_FORCE_AGAINST"),
        ("How come China supports Iran?", "reasons --actor china --partner iran --tie SUPPORTS"),
        ("Why doesn't China sell weapons to Iran?", "why-not --actor china --partner iran --tie SELLS_ARMS_TO"),
        ("Why is China reluctant toward Iran?", "what-limits --actor china --partner iran"),
        ("Who helps Iran?", "who-funds --partner iran"),
    ],
)
def test_why_is_answered_with_reasons(text, taken, understood):
    assert understood.command(text) == taken
