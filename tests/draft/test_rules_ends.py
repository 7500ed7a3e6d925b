"""Ends that only a description or a reference names: "member states", "the 15-member bloc", "its neighbours", "rebels"."""

import pytest

from tests.draft.sentences import read, ties

MEMBERS = [
    (
        "Members of the Security Council urged Eritrea to withdraw.",
        {"Members of the Security Council PRESSURES eritrea"},
    ),
    ("ECOWAS members condemned Mali.", {"ECOWAS members CRITICISES mali"}),
    (
        "Seven of the eight member states of the Andean Community condemned Russia.",
        {
            "Seven of the eight member states of the Andean Community CRITICISES russia",
            "Seven of the eight member states of the Andean Community MEMBER_OF Andean Community",
        },
    ),
    (
        "NATO met. Some of its members condemned Russia.",
        {"Some of NATO\u2019s members CRITICISES russia", "Some of NATO\u2019s members MEMBER_OF nato"},
    ),
    ("The EU and the UN met. Member states condemned Russia.", {"Member states CRITICISES russia"}),
    (
        "European allies of Ukraine sold tanks to Poland.",
        {"European allies of Ukraine SELLS_ARMS_TO poland", "European allies of Ukraine ALLIED_WITH ukraine"},
    ),
    ("Rojas called on EU countries to arm Moldova.", {"EU countries AIDS moldova (sought)"}),
    ("The other CRINK countries armed Peru.", {"other CRINK countries AIDS peru"}),
    # those who are named with the group, or were before
    (
        "As one of the five permanent members of the U.N. Security Council, China vetoed the text.",
        set(),
    ),
    ("EU members France and Spain left.", {"france MEMBER_OF european-union", "spain MEMBER_OF european-union"}),
    (
        "Turkey and Greece, both NATO members, left.",
        {"turkey MEMBER_OF nato", "greece MEMBER_OF nato"},
    ),
    ("Greece and Turkey left. The two NATO members armed Peru.", {"greece AIDS peru", "turkey AIDS peru"}),
    ("NATO members such as Turkey condemned Russia.", {"turkey MEMBER_OF nato", "turkey CRITICISES russia"}),
    ("Some of its members condemned Russia.", set()),
]
FIGHTERS = [
    ("Rebels attacked Uganda.", {"Rebels USES_FORCE_AGAINST uganda"}),
    ("Government forces attacked the rebels.", {"Government forces USES_FORCE_AGAINST rebels"}),
    (
        "South Sudan's rebels attacked Uganda. The rebels also attacked Kenya.",
        {"South Sudan's rebels USES_FORCE_AGAINST uganda", "South Sudan's rebels USES_FORCE_AGAINST kenya"},
    ),
    ("Rwanda armed the rebels of the M23.", {"rwanda AIDS M23"}),
    ("The Ethiopian army is attacking rebel positions.", {"Ethiopian army USES_FORCE_AGAINST rebel positions"}),
    (
        "Tigray forces attacked Ethiopia. Fighting between Tigray forces and federal troops went on.",
        {"Tigray forces USES_FORCE_AGAINST ethiopia", "Tigray forces USES_FORCE_AGAINST federal troops"},
    ),
    ("Special forces attacked Ethiopia.", set()),
    ("GNA forces left. Turkey armed the GNA.", {"turkey AIDS GNA"}),
    ("Turkey armed the GNA.", set()),
    ("The SUV chief designer left. Turkey armed the SUV.", set()),
    (
        "The pro-Russian leadership in Moldova condemned Ukraine.",
        {
            "pro-Russian leadership in Moldova CRITICISES ukraine",
            "pro-Russian leadership in Moldova SUPPORTS russia",
        },
    ),
    ("Iran's militias attacked Oman.", {"iran USES_FORCE_AGAINST oman"}),
    ("Government forces of habit shape Peru.", set()),
]
PEOPLE = [
    ("Diplomats have called on Peru to leave.", {"Diplomats PRESSURES peru"}),
    ("The investigators accused Peru of murder.", {"investigators CRITICISES peru"}),
    ("Journalists in Hungary criticised Russia.", {"Journalists in Hungary CRITICISES russia"}),
    ("Analysts say that Peru is strong.", set()),
    ("Diplomats met in Peru.", set()),
]
AGAIN = [
    ("ECOWAS met. The 15-member bloc condemned Mali.", {"ecowas CRITICISES mali"}),
    (
        "ECOWAS met. The regional body condemned Mali, and Mali criticised the organization.",
        {"ecowas CRITICISES mali", "mali CRITICISES ecowas"},
    ),
    (
        "Hezbollah left. The Lebanese group attacked Cyprus. The group's fighters attacked Syria.",
        {"hezbollah USES_FORCE_AGAINST cyprus", "hezbollah USES_FORCE_AGAINST syria"},
    ),
    (
        "The Houthis left. The Iran-backed group attacked Cyprus.",
        {"houthis USES_FORCE_AGAINST cyprus", "iran AIDS houthis"},
    ),
    ("Hamas and the Houthis left. The Iran-backed group attacked Cyprus.", {"iran AIDS Iran-backed group"}),
    ("ECOWAS accused the ruling regime in Niger.", {"ecowas CRITICISES niger"}),
    (
        "While ECOWAS left Niger alone, it accused the ruling regime of murder.",
        {"ecowas CRITICISES niger"},
    ),
    ("Hezbollah left. The group's attack on Cyprus failed.", {"hezbollah USES_FORCE_AGAINST cyprus"}),
    ("Mali and Niger condemned ECOWAS and left the alliance.", {"mali CRITICISES ecowas", "niger CRITICISES ecowas"}),
    ("France's ambassador to the UN left. The council condemned Mali.", set()),
    ("The body of the envoy was sent to Mali. The body harmed Mali.", set()),
    ("The European Union condemned Mali. The African Union did not.", {"european-union CRITICISES mali"}),
]
SEVERAL = [
    (
        "Mali, Niger and Chad left. The three junta-led nations condemned France.",
        {"mali CRITICISES france", "niger CRITICISES france", "chad CRITICISES france"},
    ),
    ("Mali and Niger left. These countries condemned France.", {"mali CRITICISES france", "niger CRITICISES france"}),
    (
        "India and Pakistan left. The two nuclear-armed neighbours condemned China.",
        {"india CRITICISES china", "pakistan CRITICISES china"},
    ),
    (
        "Mali's government and rebels met. France urged both sides to stop.",
        {"france PRESSURES mali", "france PRESSURES rebels"},
    ),
    ("India and Pakistan left. The two largest nations condemned China.", set()),
    ("These countries condemned France.", set()),
    ("Mali left. Niger stayed. The two nuclear powers condemned France.", set()),
    ("Mali and Niger left.\n\nThese countries condemned France.", set()),
    ("Mali, Niger, Chad, Togo and Benin left. These countries condemned France.", set()),
]
SETS = [
    ("China lent money to other countries.", {"china ECONOMIC_TIE_TO other countries"}),
    ("The international community condemned Russia.", {"international community CRITICISES russia"}),
    (
        "Neighbouring countries, including Chad, armed Mali.",
        {"Neighbouring countries AIDS mali", "chad AIDS mali"},
    ),
    (
        "China sold arms to African countries such as Chad.",
        {"china SELLS_ARMS_TO African countries", "china SELLS_ARMS_TO chad"},
    ),
    (
        "Some countries, such as France, armed Mali.",
        {"Some countries AIDS mali", "france AIDS mali"},
    ),
    ("Some countries have armies.", set()),
    ("Arab states, wary of Oman, armed Mali.", {"Arab states AIDS mali", "Arab states PERCEIVES_THREAT_FROM oman"}),
    ("Iran, like other countries, left.", set()),
    ("Few other countries trade with Peru.", set()),
    ("A few other countries trade with Peru.", {"other countries ECONOMIC_TIE_TO peru"}),
    ("Chad and Mali are neighbouring countries.", set()),
]
LOYAL = [
    (
        "Forces loyal to President Ana Rojas attacked Chad.",
        {"Forces loyal to President Ana Rojas USES_FORCE_AGAINST chad"},
    ),
    (
        "US media and troops loyal to Khalifa Haftar left. US troops attacked Chad.",
        {"united-states USES_FORCE_AGAINST chad"},
    ),
    ("Troops loyal to Khalifa Haftar left. US troops attacked Chad.", {"united-states USES_FORCE_AGAINST chad"}),
    ("Peruvian rebel leader Ana Rojas condemned Chad.", {"Ana Rojas CRITICISES chad"}),
    ("Neighbouring central African states condemned Chad.", {"central African states CRITICISES chad"}),
    ("Nato and Asean armed Peru.", {"nato AIDS peru", "asean AIDS peru"}),
    ("Peru accused Chile on May 2 of arming Mali.", {"peru CRITICISES chile", "chile AIDS mali"}),
    ("Peru pointed a finger at Chile for arming Mali.", {"chile AIDS mali"}),
    ("Peru accused two firms on May 2 of arming Mali.", set()),
]
OWN = [
    ("Russia has attacked its western neighbours.", {"russia USES_FORCE_AGAINST Russia\u2019s western neighbours"}),
    (
        "Iran threatened Oman and its Arab neighbours.",
        {"iran THREATENS oman", "iran THREATENS Oman\u2019s Arab neighbours"},
    ),
    (
        "France armed Ethiopian authorities and their rivals.",
        {"france AIDS ethiopia", "france AIDS Ethiopian rivals"},
    ),
    ("The European Union on May 4 armed Peru.", {"european-union AIDS peru"}),
    ("The U.S. supports its allies.", {"united-states SUPPORTS U.S. allies"}),
    ("China supports its ally Oman.", {"china SUPPORTS oman", "oman ALLIED_WITH china"}),
    ("China, Russia and Iran are its allies.", set()),
    ("Russia and Iran armed their allies.", set()),  # of both, or of each
]


@pytest.mark.parametrize(("text", "expected"), [*MEMBERS, *FIGHTERS, *PEOPLE, *AGAIN, *SEVERAL, *SETS, *LOYAL, *OWN])
def test_whom_a_description_means(text, expected):
    found = ties(text)
    assert expected <= found if expected else found == expected, found


def test_what_refers_to_somebody_stands_in_the_text():
    told = [
        ("ECOWAS met. The 15-member bloc condemned Mali.", "The 15-member bloc"),
        (
            "India and Pakistan left. The two nuclear-armed neighbours condemned China.",
            "The two nuclear-armed neighbours",
        ),
        ("NATO met. Some of its members condemned Russia.", "Some of its members"),
    ]
    for text, words in told:
        assert {each.start_words for each in read(text) if each.tie == "CRITICISES"} == {words}
    (own,) = read("Russia has attacked its western neighbours.")
    assert (own.end, own.end_words, own.new) == (
        "Russia\u2019s western neighbours",
        "its western neighbours",
        {own.end: "Collective"},
    )


def test_a_leader_is_named_as_the_text_names_them():
    assert {each.start for each in read("Brezhnev condemned Peru.")} == {"Brezhnev"}
    assert {each.start for each in read("Leonid Brezhnev left. Brezhnev condemned Peru.")} == {"Leonid Brezhnev"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kenya left. Peru has armed Chad, the foreign ministry said.", "foreign ministry"),
        ("The seven countries said that Peru armed Chad.", "seven countries"),
        (
            "The seven countries left. The seven countries said Oman left. The states added that Peru armed Chad.",
            "seven countries",
        ),
        ("The army spokesman said that Peru armed Chad.", "army spokesman"),
        ("Ana Rojas, who is a minister, earlier said Peru armed Chad.", "Ana Rojas"),
        ("The chairman, Ivo Pavlov, last week accused Peru of arming Chad.", "Ivo Pavlov"),
        ("Mali and Oman left, a day after the nuclear-armed neighbours said Peru armed Chad.", "mali, oman"),
        # nobody in particular, or not who speaks
        ("The minister said that Peru armed Chad.", "unspecified"),
        ("The report says that Peru armed Chad.", "unspecified"),
        ("Peru armed Chad, according to the Council's President.", "unspecified"),
    ],
)
def test_who_speaks_without_a_name(text, expected):
    assert {", ".join(each.holder) for each in read(text) if each.end == "chad"} == {expected}


@pytest.mark.parametrize(
    ("text", "expected", "words"),
    [
        ("Russia sold jets to Oman.\n\nIt also armed Chad.", {"russia AIDS chad"}, "It"),
        ("Russia and Iran left.\n\nThey also armed Chad.", {"russia AIDS chad", "iran AIDS chad"}, "They"),
        ("ECOWAS met.\n\nThe bloc armed Chad.", {"ecowas AIDS chad"}, "The bloc"),
        ("Mali's rebels left.\n\nThe rebels armed Chad.", {"Mali's rebels AIDS chad"}, "The rebels"),
        ("Mali left. Mali stayed. Mali met Oman.\n\nChina armed the country.", {"china AIDS mali"}, "the country"),
        (
            "Peru and Chile left. Oman met them.\n\nFrance urged the parties to stop.",
            {"france PRESSURES peru", "france PRESSURES chile"},
            "the parties",
        ),
    ],
)
def test_a_reference_that_an_earlier_paragraph_explains_is_said_to_be_one(text, expected, words):
    found = [each for each in read(text) if each.paragraph == 2]
    assert {f"{each.start} {each.tie} {each.end}" for each in found} == expected
    for each in found:
        assert each.confidence == 0.7
        assert (each.note or "").startswith(f'"{words}" is taken for ')
        assert words in (each.start_words, each.end_words)


@pytest.mark.parametrize(
    "text",
    [
        "Mali met Oman.\n\nChina armed the country.",  # one of two
        "The war went on.\n\nIt also armed Chad.",
        "Oman met Hezbollah.\n\nThe bloc armed Chad.",
        "ECOWAS and the UN left.\n\nThe alliance with Chad matters.",
    ],
)
def test_a_reference_that_may_mean_somebody_else_is_not_guessed(text):
    assert not any(each.tie == "AIDS" for each in read(text) if each.paragraph == 2)
