"""Kinds of wording in reports: who is killed in what, objections, instances of a group, and roles that are a subject."""

import pytest

from tests.draft.sentences import ties

CASUALTIES = [
    ("Three Chadian soldiers were killed in a clash with Sudanese troops.", "sudan USES_FORCE_AGAINST chad"),
    ("Several Lebanese were wounded in an Israeli air strike.", "israel USES_FORCE_AGAINST lebanon"),
    ("Two Chadian soldiers died in an attack by Boko Haram.", "Boko Haram USES_FORCE_AGAINST chad"),
    ("Two Chadian soldiers were killed in a crash in Sudan.", ""),
    ("Two firemen were killed in a clash with thieves.", ""),
]
OBJECTIONS = [
    ("Oman reopened the port despite objections from Yemen.", "yemen OPPOSES oman"),
    ("Oman reopened the port over Yemeni protests.", "yemen OPPOSES oman"),
    ("Oman reopened the port amid criticism from Yemen and Chad.", "chad CRITICISES oman, yemen CRITICISES oman"),
    ("Oman reopened the port despite storms from Yemen.", ""),
    ("Oman noted that a ship left the port. It sailed despite objections from Yemen.", "yemen OPPOSES oman"),
]
GROUPS = [  # who is meant by a group that names nobody
    ("Several states recognise Kosovo, including Peru.", "peru SUPPORTS kosovo"),
    (
        "Many countries condemned Chad, among them Peru and Oman.",
        "Many countries CRITICISES chad, oman CRITICISES chad, peru CRITICISES chad",
    ),
    ("Several firms condemned Chad, including Peru Oil.", ""),
    ("Peru joined a coalition that bombed Chad.", "peru USES_FORCE_AGAINST chad"),
    ("Peru condemned a coalition that bombed Chad.", ""),
    ("Djibouti hosts French, Japanese and Chinese bases.", "china, france, japan"),
]
ROLES = [  # a role that is the subject
    ("Chad's closest ally is Niger.", "niger ALLIED_WITH chad"),
    ("The main rival of Chad is Niger.", "niger RIVAL_OF chad"),
    ("Chad's biggest arms supplier remains Oman.", "oman SELLS_ARMS_TO chad"),
    ("Chad's closest ally is unhappy.", ""),
    ("Chad's closest ally is Niger's foe.", ""),
]
RESULTS = [
    ("Oman has armed Chad, angering Yemen.", "oman AIDS chad, yemen CRITICISES oman"),
    ("Oman is wary of angering Yemen.", ""),
]
WANTED = [  # what is only wanted, and whose the rebels are not
    ("Oman is considering a pact with Chad.", "oman AGREES_WITH chad (sought)"),
    ("Oman signed a pact with Chad.", "oman AGREES_WITH chad"),
    (
        "Oman and Yemen vied for control of Chad.",
        "oman CONTROLS chad (sought), yemen CONTROLS chad (sought)",
    ),
    ("Oman armed rebels in Chad's northern provinces.", "oman AIDS rebels"),
]


@pytest.mark.parametrize(("text", "expected"), [*CASUALTIES, *OBJECTIONS, *GROUPS[:-1], *ROLES, *RESULTS, *WANTED])
def test_reports(text, expected):
    found = {tie for tie in ties(text) if "RIVAL_OF" not in tie or "RIVAL_OF" in expected}
    assert ", ".join(sorted(found)) == expected


def test_adjectives_that_are_joined_are_of_as_many_states():
    text, expected = GROUPS[-1]
    assert ties(text) == {f"{state} PRESENT_IN djibouti" for state in expected.split(", ")}


CONSEQUENCES = [  # what an act brings on whoever does it, and participles that share "by"
    ("Oman's raid drew criticism from Yemen and Chad.", "chad CRITICISES oman, yemen CRITICISES oman"),
    ("Oman's purchase of the radars led to Yemeni sanctions.", "yemen SANCTIONS oman"),
    ("Oman faces opposition from Yemen.", "yemen OPPOSES oman"),
    ("The raid drew criticism from Yemen.", ""),
    ("Oman drew criticism for its embassy in Yemen.", ""),
    ("Hezbollah, armed and largely funded by Iran, is strong.", "iran AIDS hezbollah"),
    ("Oman armed and funded Chad.", "oman AIDS chad"),
    ("Oman bought an island from Chad.", "oman ECONOMIC_TIE_TO chad"),
    ("Oman bought missiles from Chad.", "chad SELLS_ARMS_TO oman"),
]


@pytest.mark.parametrize(("text", "expected"), CONSEQUENCES)
def test_consequences(text, expected):
    assert ", ".join(sorted(ties(text))) == expected


MOODS = [  # what was so, what is so whoever wants to change it, and what is left off
    ("Chad used to buy its gas from Libya.", "chad ECONOMIC_TIE_TO libya"),
    ("Chad uses Niger to contain Libya.", "chad BALANCES libya (sought)"),
    ("Chad has promised to reopen the border with Libya.", "chad BORDERS libya"),
    ("Chad shares no border with Oman.", "not chad BORDERS oman"),
    ("Chad froze its participation in the African Union.", "not chad MEMBER_OF african-union"),
    ("Chad leased a port to Oman.", "chad ECONOMIC_TIE_TO oman"),
    ("Chad leased a port in May.", ""),
    ("Chad called for tougher sanctions against Oman.", "chad PRESSURES oman"),
    ("Chad opposed calls for sanctions against Oman.", ""),
    ("Chad called for talks with Oman.", ""),
]


@pytest.mark.parametrize(("text", "expected"), MOODS)
def test_moods(text, expected):
    assert ", ".join(sorted(ties(text))) == expected
