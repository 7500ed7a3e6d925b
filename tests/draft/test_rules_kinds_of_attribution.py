"""Who says it, where the sentence does not say so by a name before a verb: offices, documents, the record of a meeting, views."""

import pytest

from tests.draft.sentences import article, read
from tiebook.draft.rules.reading import Reader

OF_THE_SPEAKER = ("HOLDS_OFFICE_IN", "CRITICISES", "PERCEIVES_THREAT_FROM", "VIEWS_AS")


def holders(text):
    """Return who holds what is proposed, without what the speakers themselves are and do."""
    return {each.holder for each in read(text) if each.tie not in OF_THE_SPEAKER}


@pytest.mark.parametrize(
    ("text", "holder"),
    [
        # which people, by a participle
        ("Experts interviewed by Reuters believe that Chile attacked Peru.", "Experts"),
        ("Experts interviewed by The Insider believe that Chile attacked Peru.", "Experts"),
        ("Diplomats briefed on the talks said that Chad had attacked Mali.", "Diplomats"),
        ("Analysts contacted by Reuters on Monday say Turkey sells weapons to Libya.", "Analysts"),
        ("Residents reached by phone said Chad had attacked Mali.", "Residents"),
        ("Chile attacked Bolivia, authorities in Lima said.", "authorities in Lima"),
        ("A local newspaper reported that Chad armed Libya.", "local newspaper"),
        ("Uganda attacked Burundi, a spokesman for Rwanda's army said.", "spokesman for Rwanda's army"),
        # offices without a name are their own holders, like officials
        ("Kenya's representative said that Somalia had attacked Ethiopia.", "Kenya's representative"),
        ("The representative of Kenya said that Somalia had attacked Ethiopia.", "representative of Kenya"),
        ("Ghana's foreign minister said Togo had invaded Benin.", "Ghana's foreign minister"),
        ("Kenya's Ambassador Says Somalia Attacked Ethiopia", "Kenya's Ambassador"),
        ("Djibouti said Eritrea had attacked Yemen.", "djibouti"),
        ("NATO's secretary-general said Chad attacked Libya.", "NATO's secretary-general"),
        ("Tehran-based analysts say Chad attacked Libya.", "Tehran-based analysts"),
        ("Many speakers said Chad had attacked Libya.", "Many speakers"),
        ("Ana Rojas (Peru), Council President for May, speaking for Peru, said Chad attacked Libya.", "Ana Rojas"),
        # ... and those of persons who are named
        ("Ana Rojas, the Prime Minister of Peru, said Mali had attacked Togo.", "Ana Rojas"),
        (
            "Ana Rojas, Prime Minister of Peru, left.\n\nThe Prime Minister said that Chile had attacked Mali.",
            "Ana Rojas",
        ),
        ("Ana Rojas, Peru's foreign minister, left.\n\nThe foreign minister said Chile attacked Mali.", "Ana Rojas"),
        ("Peruvian President Ana Rojas left. The president added that Chile had attacked Mali.", "Ana Rojas"),
        ("The minister warned that Chile had attacked Mali.", "unspecified"),
        ("Presidents Ana Rojas and Ivo Pavlov left. The president said Chile attacked Mali.", "unspecified"),
        # persons with something beside the name
        ("Ana Rojas, co-founder of The Lima Diary, warned that Chile could attack Peru.", "Ana Rojas"),
        ("Ana Rojas, citing reports, said Chile had attacked Peru.", "Ana Rojas"),
        ("Joseph Okello, 52, a trader in Kampala, said Rwanda had invaded Uganda.", "Joseph Okello"),
        ('"Angola attacked Zambia," tweeted Ines Duarte.', "Ines Duarte"),
        ("Ines Duarte's claim that Angola attacked Zambia drew applause.", "Ines Duarte"),
        ("Ines Duarte spoke. According to her, Angola attacked Zambia.", "Ines Duarte"),
        ('"Chad attacked Mali," Ana Rojas, who heads the Lima office, told the BBC.', "Ana Rojas"),
        # documents
        ("Niger attacked Mali, according to a statement released by the State Department.", "State Department"),
        ("Niger attacked Mali, said a statement read out by Peruvian President Ana Rojas.", "Ana Rojas"),
        ("Chad issued a statement. Niger attacked Mali, the statement said.", "chad"),
        ("Chad attacked Mali, the report said.", "unspecified"),
        # views and what is held without a clause
        ("In Yerevan, there is a belief that Azerbaijan attacked Georgia.", "armenia"),
        ("Seen from Yerevan, Azerbaijan threatens Georgia.", "armenia"),
        ("From Yerevan's vantage point, Azerbaijan threatens Georgia.", "armenia"),
        ("Yerevan is wary that Azerbaijan will attack Georgia.", "armenia"),
        ("Chad is believed by Niger to arm Libya.", "niger"),
        ("Chad is seen by Niger as arming Libya.", "niger"),
        ("Chad has been blamed for attacking Libya.", "unspecified"),
        ("Niger blamed Chad for attacking Libya.", "niger"),
        ("Niger alleges Chadian support for Libya.", "niger"),
        ("Niger expects Chad to attack Libya.", "niger"),
        ("Some say that Chad supports Libya.", "unspecified"),
        ("Many believe Chad supports Libya.", "unspecified"),
        ("Niger is of the opinion that Chad supports Libya.", "niger"),
        ("Niger left on the grounds that Chad supports Libya.", "niger"),
        ("By Niger's account, Chad supports Libya.", "niger"),
        ("Chad is suspected of supporting Libya.", "unspecified"),
        ("Niger's claims of Chadian support for Libya are old.", "niger"),
        # "he" and quotations that go on
        ("General Moses Kato spoke of Ana Rojas. He said Chad had attacked Libya.", "Moses Kato"),
        ("Moses Kato said it rained on Ana Rojas. He added that Chad attacked Libya.", "Moses Kato"),
        ("Moses Kato said it rained.\n\nHe said Ana Rojas had left. He added that Chad attacked Libya.", "Moses Kato"),
        ('General Moses Kato was defiant. "Chad has attacked Libya."', "Moses Kato"),
        ('"It rained," Moses Kato said.\n\n"Chad attacked Libya and we know it."', "Moses Kato"),
        ('"It rained," Moses Kato said.\n\n"Chad attacked Libya and all know it."', "unspecified"),
        ("Ana Rojas left. Her critics charge that Chad attacked Libya.", "critics"),
        ("Some in Jakarta nevertheless suspect that Chad attacked Libya.", "Some in Jakarta"),
        ("Ana Rojas said Chad was at peace and had attacked Libya.", "Ana Rojas"),
        ("Chilean officials said it rained.\n\nOfficials added that Chad attacked Libya.", "Chilean officials"),
        ("Some analysts say that Chad attacked Libya.", "Some analysts"),
        ("Analysts criticised the deal, saying that Chad attacked Libya.", "Analysts"),
        ("Chad is widely seen as supporting Libya.", "unspecified"),
        ("Experts believe that Chad will attack Mali, while Niger will attack Libya.", "Experts"),
        ("Sudan's army believes that Chad supports Libya.", "Sudan's army"),
        ("Ana Rojas said in a statement carried by state media that Chad attacked Libya.", "Ana Rojas"),
        ("Minister Ana Rojas left. The minister thanked Togo and asserted that Chad attacked Libya.", "Ana Rojas"),
        ("Minister Ana Rojas left. In the minister's view, Chad supports Libya.", "Ana Rojas"),
        # when and where it was said
        ("Niger said last week that Chad attacked Mali.", "niger"),
        ("Niger said Monday that Chad attacked Mali.", "niger"),
        ("Niger said Monday Chad had attacked Mali.", "niger"),
        ("Niger said on Monday Chad had attacked Mali.", "niger"),
        ("Niger said in a statement on Monday that Chad attacked Mali.", "niger"),
        ("Niger, by its own account, supports Chad.", "niger"),
        ("Omani diplomats left, and allege that Chad attacked Mali.", "Omani diplomats"),
        ("Omani officials said it rained. According to them, Chad attacked Mali.", "Omani officials"),
        # the author
        ("When the talks, attended by Oman, were held in Lima in May, Chad attacked Mali.", None),
        ("Oman accused Mali of theft, while Chad attacked Libya.", None),
        ("Some reported attacks on Libya by Chad were heavy, and Niger supports Libya.", None),
        ('It rained. Chad supports the "Free Mali" plan of Niger and attacked Libya.', None),
        ("Chad's president visited Mali, and Niger attacked Libya.", None),
        ("Niger denied Chad's request for aid to Libya.", None),
        ("Niger was helped by Chad to attack Libya.", None),
        ("The statement of Chad angered Niger, which attacked Libya.", None),
    ],
)
def test_who_says_it(text, holder):
    assert holders(text) == {(holder,) if holder else ()}


RECORD = (
    "The Security Council met this morning. Kenya's representative said that Somalia had attacked Ethiopia. Somali troops had"
    " invaded Uganda. Chad supports Mali.\n\n"
    "LI WEN, Foreign Minister of China, condemned the war. Japan had invaded Laos. She urged Oman to arm Yemen.\n\n"
    "ANA ROJAS (Chile), speaking for the Group, said that Peru had attacked Bolivia. Peru should leave. It had armed Mali."
)


def test_in_the_record_of_a_meeting_a_speaker_keeps_the_floor():
    found = {(each.start, each.tie, each.end): each.holder for each in read(RECORD)}
    assert found["somalia", "USES_FORCE_AGAINST", "uganda"] == ("Kenya's representative",)
    assert found["peru", "USES_FORCE_AGAINST", "bolivia"] == ("ANA ROJAS",)
    assert found["japan", "USES_FORCE_AGAINST", "laos"] == ("LI WEN",)
    assert found["oman", "AIDS", "yemen"] == ()  # what she urges is the author's
    assert found["chad", "SUPPORTS", "mali"] == ()  # in the present: nobody reports it


def test_his_country_is_the_one_behind_the_name():
    text = "IVO VIDAL (Mali) said it rained. His country had attacked Peru.\n\nANA ROJAS, Minister for Trade of Chile, left."
    assert {(each.start, each.end) for each in read(text) if each.tie == "USES_FORCE_AGAINST"} == {("mali", "peru")}
    text = "Ana Rojas, the minister for trade of Chile, said that her country had attacked Peru."
    assert {(each.start, each.end) for each in read(text) if each.tie == "USES_FORCE_AGAINST"} == {("chile", "peru")}


def test_elsewhere_the_next_sentence_is_the_authors():
    found = {each.holder for each in read("Ana Rojas said that Chile had attacked Peru. Chile had invaded Bolivia.")}
    assert found == {("Ana Rojas",), ()}


def test_whose_state_stands_in_brackets_is_a_person_but_no_port():
    whole = article("Jose Vidal (Mali) said that Peru had attacked Chile. The Port Ilo (Peru) was shelled.")
    assert {each.who for each in Reader(whole).namer.names(whole.paragraphs[0])} >= {"Jose Vidal"}
    assert ("Port Ilo",) not in holders("Port Ilo (Peru) was attacked by Chile.")


def test_what_somebody_denies_is_said_by_whoever_denies_it():
    whole = article("Chad denied any attack on Libya, and Niger denied Chad's request for aid.")
    assert {(start, who) for start, _, who in Reader(whole).heard(whole.paragraphs[0])} == {(12, ("chad",))}


def test_in_a_transcript_whoever_is_named_before_a_colon_speaks():
    text = "MS. GREER: We know that Peru arms Mali. Oman supports Togo.\n\nMinister Rossi: Chad supports Niger."
    assert [each.holder for each in read(text)] == [("MS. GREER",), ("MS. GREER",), ("Rossi",)]
    assert {each.holder for each in read("Minister Rossi: Chad supports Niger.")} == {()}  # one is a heading


def test_an_office_behind_a_quotation_is_no_part_of_it():
    text = '"Chad supports Mali and Niger," Nigerian Foreign Minister Ana Rojas told reporters.'
    assert {(each.tie, each.holder) for each in read(text)} >= {("HOLDS_OFFICE_IN", ()), ("SUPPORTS", ("Ana Rojas",))}


def test_she_is_nobody_of_an_earlier_paragraph_where_the_sentence_names_another():
    text = "Ana Rojas said it rained.\n\nTogo's king, Ivo Pavlov, told Chad to arm Mali over what he called Oman's war on Peru."
    assert ("Ana Rojas",) not in holders(text)
