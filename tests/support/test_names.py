"""Names that differ in case, accents, points and punctuation are one; names that differ in a letter or vowel are not."""

# ruff: noqa: RUF001, RUF003 -- letters of other scripts

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tiebook.support.names import folded


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Côte d'Ivoire", "cote d ivoire"),
        ("CHINA", "China"),
        ("Trinidad & Tobago", "Trinidad and Tobago"),
        ("U.S.", "us"),
        ("North-Macedonia", "north_macedonia"),
        ("Łódź", "łodz"),
        ("Αθήνα", "αθηνα"),
        ("Королёв", "королев"),
        ("شَرِكَة", "شركة"),
        ("שָׁלוֹם", "שלום"),
        ("Straße", "strasse"),
        ("\uff29\uff32\uff21\uff2e", "iran"),
        ("Hawaiʻi", "Hawai'i"),
        ("ʿAlī Ṣāliḥ", "'Ali Salih"),
        ("O\u02bczbekiston", "O\u2019zbekiston"),
        ("ایران", "ايران"),
        ("کرکوک", "كركوك"),
        ("مصطفی", "مصطفى"),
        ("مـحـمد", "محمد"),
        ("سپاه ۱۷", "سپاه ١٧"),
        ("لشکر ۱۷", "لشکر 17"),
        ("Ква́ртал", "квартал"),
        ("Group 1.5", "group 1-5"),
        ("Unit 1  5", "Unit_1_5"),
        ("F-16", "F16"),
    ],
)
def test_one_name(one, other):
    assert folded(one) == folded(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("रीमा देवी", "राम देवी"),
        ("रीमा", "रम"),
        ("ไทย", "ไท"),
        ("กิน", "กัน"),
        ("かき", "がき"),
        ("கா", "கி"),
        ("မြန်မာ", "မြန်မ"),
        ("বাংলা", "বংলা"),
        ("ਪੰਜਾਬ", "ਪਜਾਬ"),
        ("ગુજરાત", "ગજરાત"),
        ("ଓଡ଼ିଶା", "ଓଡିଶା"),
        ("తెలుగు", "తలుగు"),
        ("ಕನ್ನಡ", "ಕನನಡ"),
        ("മലയാളം", "മലയാള"),
        ("සිංහල", "සංහල"),
        ("ป่า", "ป้า"),
        ("ລາວ", "ລ່າວ"),
        ("ខ្មែរ", "ខ្មរ"),
        ("བོད", "བུད"),
        ("ދިވެހި", "ދުވެހި"),
        ("राज़", "राज"),
        ("ガキ", "カキ"),
        ("한국", "하국"),
        ("ꦗꦮ", "ꦗꦮꦶ"),
        ("Iran", "Iraq"),
        ("OPEC+", "OPEC"),
        ("C#", "C"),
        ("C++", "C#"),
        ("@name", "name"),
        ("Group 1", "Group 2"),
        ("中国", "中华"),
        ("Край", "Краи"),
        ("Їжак", "Іжак"),
        ("Ўса", "Уса"),
        ("Ќеро", "Керо"),
        ("Brigade 1-5", "Brigade 15"),
        ("Unit 1/12", "Unit 11/2"),
        ("Resolution 2231 (2015)", "Resolution 22312015"),
        ("М 1½", "М 112"),
    ],
)
def test_two_names(one, other):
    assert folded(one) != folded(other)


def test_a_name_of_signs_only_is_nothing():
    assert folded("- & .") == "and"
    assert folded("-. _") == ""


ALPHABETS = {
    "Russian": "абвгдежзийклмнопрстуфхцчшщъыьэюя",  # without ё, which is written е
    "Ukrainian": "абвгґдеєжзиіїйклмнопрстуфхцчшщьюя",
    "Belarusian": "абвгдежзійклмнопрстуўфхцчшыьэюя",
    "Macedonian": "абвгдѓежзѕијклљмнњопрстќуфхцчџш",
    "Kazakh": "аәбвгғдежзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя",
    "Arabic": "ابتثجحخدذرزسشصضطظعغفقكلمنهوي",
    "Persian": "ابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهی",
    "Hebrew": "אבגדהוזחטיכלמנסעפצקרשת",
    "Greek": "αβγδεζηθικλμνξοπρστυφχψω",
    "Georgian": "აბგდევზთიკლმნოპჟრსტუფქღყშჩცძწჭხჯჰ",
    "Armenian": "աբգդեզէըթժիլխծկհձղճմյնշոչպջռսվտրցւփքօֆ",
    "Devanagari": "अआइईउऊऋएऐओऔकखगघङचछजझञटठडढणतथदधनपफबभमयरलवशषसह",
    "Kana": "あいうえおかがきぎくぐけげこごさざしじすずせぜそぞただちぢつづてでとどはばぱひびぴふぶぷへべぺほぼぽまみむめも",
    "Hangul": "가각간나다라마바사아자차카타파하",
    "Thai": "กขคฆงจฉชซฌญฎฏฐฑฒณดตถทธนบปผฝพฟภมยรลวศษสหฬอฮ",
}


@pytest.mark.parametrize("alphabet", ALPHABETS.values(), ids=ALPHABETS)
def test_the_letters_of_an_alphabet_are_all_different(alphabet):
    assert len({folded(f"x{letter}x") for letter in alphabet}) == len(alphabet)


@given(
    st.lists(st.integers(0, 999), min_size=1, max_size=4),
    st.lists(st.integers(0, 999), min_size=1, max_size=4),
    st.sampled_from([" ", "-", ".", "/", " - ", "\u2013", ", "]),
    st.sampled_from([" ", "-", ".", "_", ":", "\u00a0"]),
    st.sampled_from(["Unit", "Отряд", "وحدة"]),
)
def test_numbers_do_not_run_together(one, other, mark, between, word):
    names = [f"{word} {mark.join(map(str, one))}", f"{word} {between.join(map(str, other))}"]
    assert (folded(names[0]) == folded(names[1])) == (one == other)


MARKED = "".join(
    map(
        chr,
        (
            *range(0x900, 0xDF4),
            *range(0xE01, 0xEDE),
            *range(0xF40, 0xFBD),
            *range(0x1000, 0x1064),
            *range(0x1780, 0x17D4),
        ),
    )
)
VOWELS = [each for each in MARKED if unicodedata.category(each) in ("Mn", "Mc")]
CONSONANTS = [each for each in MARKED if unicodedata.category(each) == "Lo"]


@given(st.data())
def test_no_vowel_sign_or_tone_of_an_asian_script_is_dropped(data):
    word = data.draw(st.lists(st.sampled_from(CONSONANTS), min_size=2, max_size=5))
    mark = data.draw(st.sampled_from(VOWELS))
    place = data.draw(st.integers(1, len(word)))
    marked = "".join([*word[:place], mark, *word[place:]])
    assert folded(marked) != folded("".join(word))
    assert folded(marked) == folded(unicodedata.normalize("NFD", marked))


@given(st.text(max_size=12))
def test_folding_is_steady_and_knows_no_forms_of_one_text(name):
    assert folded(unicodedata.normalize("NFD", name)) == folded(unicodedata.normalize("NFC", name))
    assert folded(name.replace(" ", "-")) == folded(name)
