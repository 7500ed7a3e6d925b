"""Ends that only a description names: fighters, opponents, people, missions; and officials who act for their state."""

from __future__ import annotations

import pytest

from tests.draft.sentences import article, ties
from tiebook.draft.rules.names.naming import Namer

GROUPS = [
    (
        "Pro-Iranian militias in Iraq attacked Oman.",
        (
            "Pro-Iranian militias in Iraq PRESENT_IN iraq, Pro-Iranian militias in Iraq SUPPORTS iran, "
            "Pro-Iranian militias in Iraq USES_FORCE_AGAINST oman"
        ),
    ),
    (
        "Peru supports pro-Chilean militias in Bolivia.",
        (
            "peru SUPPORTS pro-Chilean militias in Bolivia, pro-Chilean militias in Bolivia PRESENT_IN bolivia, "
            "pro-Chilean militias in Bolivia SUPPORTS chile"
        ),
    ),
    ("Turkey armed the rebels in Syria.", "rebels in Syria PRESENT_IN syria, turkey AIDS rebels in Syria"),
    (
        "Rwanda arms rebels in the eastern Sudan.",
        "rebels in the eastern Sudan PRESENT_IN sudan, rwanda AIDS rebels in the eastern Sudan",
    ),
    ("Rwanda backs the rebels.", "rwanda SUPPORTS rebels"),
    (
        "Rebels backed by Rwanda attacked Chad.",
        "Rebels backed by Rwanda USES_FORCE_AGAINST chad, rwanda AIDS Rebels backed by Rwanda",
    ),
    ("Militias loyal to Iran attacked Oman.", "Militias loyal to Iran USES_FORCE_AGAINST oman"),
    (
        "Kurdish fighters in Syria fought Turkey.",
        "Kurdish fighters in Syria PRESENT_IN syria, Kurdish fighters in Syria USES_FORCE_AGAINST turkey",
    ),
    (
        "Tribal militias in Sudan, armed by Chad, attacked Libya.",
        (
            "Tribal militias in Sudan PRESENT_IN sudan, Tribal militias in Sudan USES_FORCE_AGAINST libya, "
            "chad AIDS Tribal militias in Sudan"
        ),
    ),
    ("Iraqi militias attacked Oman.", "Iraqi militias USES_FORCE_AGAINST oman"),
    (
        "Russian-backed separatists in Ukraine attacked Kyiv.",
        (
            "Russian-backed separatists PRESENT_IN ukraine, Russian-backed separatists USES_FORCE_AGAINST ukraine, "
            "russia AIDS Russian-backed separatists"
        ),
    ),
    ("Hamas backs Oman. The militants attacked Chad.", "hamas SUPPORTS oman, hamas USES_FORCE_AGAINST chad"),
    # near misses
    ("Houthi rebels attacked Oman.", "houthis USES_FORCE_AGAINST oman"),
    ("Peru met rebels.", "peru MEETS_WITH rebels"),
    ("The militia's base is near Peru.", ""),
]
OPPONENTS = [
    ("Opposition politicians in Georgia condemned Russia.", "Opposition politicians in Georgia CRITICISES russia"),
    ("Serbia arrested opposition politicians in Kosovo.", "serbia PRESSURES opposition politicians in Kosovo"),
    ("Politicians in Chad, Mali and Niger condemned France.", "Politicians in Chad, Mali and Niger CRITICISES france"),
    ("Syrian opposition groups met Turkey.", "Syrian opposition groups MEETS_WITH turkey"),
    ("The Polish opposition condemned Hungary.", "Polish opposition CRITICISES hungary"),
    (
        "Anti-government protesters in Serbia criticised Russia.",
        "Anti-government protesters in Serbia CRITICISES russia",
    ),
    ("Lawmakers in Washington criticised China.", "Lawmakers in Washington CRITICISES china"),
    ("Voters in Taiwan rejected China.", "Voters in Taiwan OPPOSES china"),
    ("Russian citizens support China.", "Russian citizens SUPPORTS china"),
    # near misses
    ("The opposition of Peru to Chile grew.", "peru OPPOSES chile"),
    ("Opposition to Russia grew in Georgia.", ""),
    ("Peru's opposition to Chile grew.", "peru OPPOSES chile"),
]
PEOPLES = [
    ("Indians condemned China.", "Indians CRITICISES china"),
    ("Serbs in Kosovo rely on Serbia.", "Serbs in Kosovo DEPENDS_ON serbia"),
    ("The Kosovo Serbs rely on Serbia.", "Kosovo Serbs DEPENDS_ON serbia"),
    ("Bosnian Serbs support Russia.", "Bosnian Serbs SUPPORTS russia"),
    ("Ethnic Albanians in Macedonia accused Serbia.", "Ethnic Albanians in Macedonia CRITICISES serbia"),
    ("Ordinary Iranians oppose Oman.", "Ordinary Iranians OPPOSES oman"),
    ("Most Poles fear Russia.", "Poles PERCEIVES_THREAT_FROM russia"),
    # near misses
    ("The Israelis attacked Hamas.", "israel USES_FORCE_AGAINST hamas"),
    ("Ukrainians and Russians met.", "ukraine MEETS_WITH russia"),
    ("Indian troops attacked China.", "india USES_FORCE_AGAINST china"),
]
ORGANS = [
    ("The EU monitoring mission accused Russia of a breach.", "EU monitoring mission CRITICISES russia"),
    ("Georgia welcomed the EU monitoring mission.", "georgia SUPPORTS EU monitoring mission"),
    (
        "The UN peacekeeping mission in Chad fought Mali.",
        "UN peacekeeping mission USES_FORCE_AGAINST mali, united-nations PRESENT_IN chad",
    ),
    ("The mission of the OSCE in Ukraine criticised Russia.", "osce CRITICISES russia, osce PRESENT_IN ukraine"),
    ("An Emirati delegation met Hamas.", "united-arab-emirates MEETS_WITH hamas"),
    ("An Omani mediator met the Houthis.", "oman MEETS_WITH houthis"),
    ("Ethiopia's prime minister condemned Egypt.", "ethiopia CRITICISES egypt"),
    ("The Serbian president met the Chinese foreign minister.", "serbia MEETS_WITH china"),
    ("Officials in Baku accused Yerevan of a breach.", "azerbaijan CRITICISES armenia"),
    ("Leaders in Baku and Yerevan met.", "azerbaijan MEETS_WITH armenia"),
    ("Authorities in Lima condemned Chile.", "peru CRITICISES chile"),
    ("Iran fears Oman. Its envoy met Hamas.", "iran MEETS_WITH hamas, iran PERCEIVES_THREAT_FROM oman"),
    # near misses
    ("Chile opposed a mission.", ""),
    ("A tourist in Baku accused Yerevan of a breach.", ""),
    ("A conference in Baku condemned Armenia.", ""),
]
MENTIONS = [
    ("The EU monitoring mission left.", {"EU monitoring mission", "european-union"}),
    ("He fled to the rebels in Syria.", {"rebels in Syria", "syria"}),
    ("The Baltic Times wrote about Latvia.", {"Baltic Times", "latvia"}),
    ("Belarus jailed opposition leaders.", {"belarus", "opposition leaders"}),
    ("The militias left.", set()),
]


@pytest.mark.parametrize(("sentence", "expected"), [*GROUPS, *OPPONENTS, *PEOPLES, *ORGANS])
def test_whom_a_description_means(sentence, expected):
    assert ", ".join(sorted(ties(sentence))) == expected


@pytest.mark.parametrize(("sentence", "expected"), MENTIONS)
def test_descriptions_are_mentions(sentence, expected):
    whole = article(sentence)
    assert {name.who for name in Namer(whole).mentions(whole.paragraphs[0])} == expected
