"""Text that is not UTF-8: read in the encoding that its words plainly show, or refused with the way out."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tiebook.errors import BadSource
from tiebook.tables.encoding import Evidence, known_encoding
from tiebook.tables.text import opened

PLAIN = {
    "cp1251": ["Партия Единство\nВосточный Фронт", "id,name\n7,Київ\n8,Харків та Львів"],
    "koi8-r": ["Партия Единство\nВосточный Фронт"],
    "cp1250": ["Łęczyca i Świętokrzyskie", "Příbram\nDěčín\nKroměříž", "Győr és Hódmezővásárhely"],
    "cp1254": ["Milliyetçi Hareket Partisi'nin açıklaması\nDoğu Türkistan İslam Partisi"],
    "cp1253": ["Ελληνική Δημοκρατία\nΚέρκυρα"],
    "gb18030": ["巴基斯坦,中国\n东南亚国家联盟,越南\n人民解放军"],
    "cp932": ["フランス,日本\nインドネシア共和国"],
    "cp950": ["臺北市政府,高雄市\n國民黨"],
    "cp1252": [
        "Côte d’Ivoire",
        "Lao People’s Democratic Republic – “Pathet Lao”",
        "Forças Armadas Revolucionárias\nMünchner Übereinkunft\nÅrhus",
        "the €5 fund of § 7",
        "Þorlákshöfn og Reykjavík",
        "Müller\nÅrhus\nZürich\n½",
        "École nationale\nRÉUNION\nL'Île-d'Yeu",
    ],
    "cp852": ["Łęczyca\nŚwiętokrzyskie\nżołnierze\nPaństwo"],
    "iso8859-2": [
        "Łęczyca\nŚwiętokrzyskie\nżołnierze\nPaństwo Islamskie\nPartia Pracujących Kurdystanu",
        "Česká republika\nMaďarsko\nŠpanělsko\nŘecko\nLotyšsko\nNěmecko\nŠvédsko\nLitva\nPobřeží slonoviny\nRovníková Guinea",
    ],
    "cp949": ["조선민주주의인민공화국", "국가,연도\n대한민국,2001\n중국,2003", "수단해방군\n국민회의"],
    "cp1255": ["פתח תקווה", "מדינה,שנה\nישראל,2001\nהרשות הפלסטינית,2004"],
    "cp1256": ["الدولة,السنة\nالعراق,2\nالمملكة العربية السعودية,4", "كشور,سال\nپاكستان,1\nسپاه پاسداران,4\nچين,5"],
    "iso8859-6": ["الدولة,السنة\nالعراق,2\nالمملكة العربية السعودية,4"],
    "cp874": ["ประเทศ,ปี\nไทย,2001\nกัมพูชา,2002", "พรรคประชาธิปัตย์"],
    "euc-jp": ["国際連合の加盟国\nヨーロッパ連合"],
    "koi8-u": ["країна,рік\nУкраїна,1\nРосійська Федерація,2"],
    "iso8859-5": ["страна,год\nРоссия,2001\nКитай,2"],
    "mac-cyrillic": ["страна,год\nРоссия,2001\nСоединённое Королевство,4"],
    "iso8859-15": ["Sacré-Cœur\nŽatec"],
    "cp1257": ["Žemės ūkio rūmai"],
    "mac-roman": ["Forças Armadas Revolucionárias\nPerú y México", "España\nMéxico"],
}


def written(path: Path, text: str, encoding: str) -> Path:
    path.write_bytes(text.encode(encoding))
    return path


@pytest.mark.parametrize(("encoding", "text"), [(name, text) for name, texts in PLAIN.items() for text in texts])
def test_an_encoding_is_known_by_the_words_that_it_makes(tmp_path: Path, encoding: str, text: str) -> None:
    found = opened(written(tmp_path / "t.csv", text, encoding))
    assert "\n".join(found.lines()) == text
    assert found.notes[0] == f"read as {encoding}, as it is not UTF-8"


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        ("cp1257", "Žalioji sąjunga"),  # or an Icelandic word
        ("cp850", "Zoë"),  # or a Mac one
        ("cp1250", "ożb"),  # or a Western one
        ("iso8859-2", "Kambodža"),  # or "Kambodľa"
        ("euc-jp", "国際連合\n東京都"),  # or rare Chinese words
        ("iso2022_jp", "国際連合"),
        ("shift_jis", "日本,中国"),
    ],
)
def test_what_is_not_plain_is_refused_with_the_way_out(tmp_path: Path, encoding: str, text: str) -> None:
    path = written(tmp_path / "t.csv", text, encoding)
    with pytest.raises(BadSource, match=r"not UTF-8, and its encoding is unclear|with escape sequences") as caught:
        opened(path)
    assert "--encoding" in str(caught.value)
    proposed = re.split(", | or ", (caught.value.hint or "").removeprefix("--encoding ").partition(", or save")[0])
    proposed = [name for name in proposed if known_encoding(name)]
    spelt = [text.encode(encoding).decode(name, "replace") for name in proposed]
    assert text in spelt or "escape sequences" in str(caught.value)
    assert "\n".join(opened(path, encoding).lines()) == text.rstrip("\n")


@pytest.mark.parametrize(("before", "line"), [("Ā\nbb ü\n", 3), ("x\r\n" * 30_000 + "é à\r\n", 30_002)])
def test_a_stray_byte_in_utf8_is_named_with_its_line(tmp_path: Path, before: str, line: int) -> None:
    path = tmp_path / "t.csv"
    path.write_bytes(before.encode() + b"Qu\xe9bec\nlast\n")
    with pytest.raises(BadSource, match=f"t.csv:{line}: this is utf-8 except for the byte 0xE9"):
        opened(path)


@pytest.mark.parametrize("utf8", ["Forêt", "Łomża", "Київ"])
def test_one_word_in_utf8_tells_that_the_rest_is_damage(tmp_path: Path, utf8: str) -> None:
    path = tmp_path / "t.csv"
    path.write_bytes(b"Qu\xe9bec\nM\xe9xico\nPer\xfa\n" * 4 + utf8.encode() + b"\n")
    with pytest.raises(BadSource, match=r"t\.csv:1: this is utf-8 except for the byte 0xE9"):
        opened(path)


@pytest.mark.parametrize("encoding", ["utf-16", "utf-32"])
def test_a_file_with_a_mark_is_read_by_it(tmp_path: Path, encoding: str) -> None:
    path = written(tmp_path / "t.csv", "a,b\nÉ,北京\n", encoding)
    assert list(opened(path).lines()) == ["a,b", "É,北京"]


def test_a_byte_that_a_declared_encoding_does_not_have_is_named_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_bytes(b"a\nb\x98\n")
    with pytest.raises(BadSource, match=r"t\.csv:2: this is cp1251 except for the byte 0x98"):
        opened(path, "cp1251")


def test_a_file_with_a_mark_that_is_damaged_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_bytes(b"\xef\xbb\xbfa\n\xff\n")
    with pytest.raises(BadSource, match=r"t\.csv:2: this is utf-8 except for the byte 0xFF"):
        opened(path)


def test_utf16_without_a_mark_is_read_where_it_is_declared(tmp_path: Path) -> None:
    path = written(tmp_path / "t.csv", "a,b\n北京,é\n", "utf-16-le")
    assert list(opened(path, "utf-16-le").lines()) == ["a,b", "北京,é"]


def test_encodings_of_text_are_known_by_any_of_their_names() -> None:
    assert known_encoding("windows-1251") == "cp1251"
    assert known_encoding("GBK") == "gbk"
    assert [known_encoding(name) for name in ("klingon", "base64", "rot13", "", "unicode_escape\0")] == [None] * 5


@pytest.mark.parametrize(
    ("raw", "encoding", "said"),
    [
        ("a,b\nSociété,Iran\n".encode(), "cp1252", True),
        ("a,b\nСоюз,Iran\n".encode(), "cp1251", True),
        ("a,b\nSociété,Iran\n".encode("cp1252"), "cp1252", False),
        ("a,b\nСоюз,Iran\n".encode("koi8-r"), "koi8-r", False),
        (b"a,b\nIraq,Iran\n", "cp1252", False),
        ("a,b\nSociété,Iran\n".encode(), "utf-8", False),
    ],
)
def test_an_encoding_that_is_declared_for_utf8_is_noted(tmp_path: Path, raw: bytes, encoding: str, said: bool) -> None:
    (tmp_path / "t.csv").write_bytes(raw)
    notes = opened(tmp_path / "t.csv", encoding).notes
    assert any("it is also sound UTF-8" in note for note in notes) is said


def test_characters_that_were_lost_before_are_counted(tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_text("a,b\nSoci\ufffdt\ufffd,Iran\n", "utf-8")
    assert any(note.startswith("2 characters") for note in opened(tmp_path / "t.csv").notes)
    (tmp_path / "u.csv").write_text("a,b\nSociété,Iran\n", "utf-8")
    assert not any("were lost" in note for note in opened(tmp_path / "u.csv").notes)


def test_one_word_among_many_records_tells(tmp_path: Path) -> None:
    rows = "China,Iran,2001\n" * 20_000
    for encoding, word in (
        ("cp1252", "Réunion"),
        ("cp949", "대한민국"),
        ("iso8859-2", "Żołnierze Świętokrzyscy, Łódź"),
    ):
        found = opened(written(tmp_path / f"{encoding}.csv", f"{rows}{word},Iran,2003\n", encoding))
        assert found.encoding == encoding
        assert list(found.lines())[-1] == f"{word},Iran,2003"


@pytest.mark.parametrize(
    "name",
    [
        "EUC-KR",
        "cp949",
        "cp1255",
        "windows-1255",
        "cp874",
        "TIS-620",
        "ISO-8859-2",
        "cp1253",
        "cp1256",
        "Big5",
        "KOI8-U",
    ],
)
def test_an_encoding_that_is_named_is_read(tmp_path: Path, name: str) -> None:
    known = known_encoding(name)
    assert known is not None
    text = {
        "big5": "國家",
        "cp1253": "χώρα",
        "iso8859-2": "Łódź",
        "koi8-u": "Україна",
        "cp1256": "مصر",
        "cp1255": "ישראל",
    }.get(known)
    text = text or ("한국" if known in {"euc_kr", "cp949"} else "ไทย")
    found = opened(written(tmp_path / "t.csv", f"a,b\n{text},x\n", known), known)
    assert list(found.lines()) == ["a,b", f"{text},x"]


def test_what_a_mark_of_an_ordinal_number_would_spoil_is_no_western_text(tmp_path: Path) -> None:
    text = "Bangladeş\nElveţia\nVaranasiş\nFranţa\nŞtefan\nţară\n"  # ş is the º of Windows-1252
    assert "\n".join(opened(written(tmp_path / "t.csv", text, "cp1250")).lines()) == text.rstrip()


WORDS = {
    "cp949": "한국 중국 일본 러시아 이란 사우디아라비아 국민회의 정부군 수단해방군 연합 영국 독일",
    "cp1255": "ישראל מצרים ירדן לבנון סוריה עיראק איראן טורקיה צרפת גרמניה בריטניה רוסיה",
    "cp874": "ไทย กัมพูชา ลาว พม่า เวียดนาม มาเลเซีย สิงคโปร์ อินโดนีเซีย จีน ญี่ปุ่น อินเดีย เนปาล",
    "cp1253": "Ελλάδα Κύπρος Τουρκία Ιταλία Γαλλία Γερμανία Ισπανία Ρωσία Αίγυπτος Λίβανος Συρία Άγκυρα",
    "cp1256": "مصر العراق سوريا لبنان الأردن السعودية اليمن تونس الجزائر المغرب ليبيا السودان",
    "cp1250": "Węgry Słowacja Białoruś Państwo Żołnierze Łódź Królestwo Kambodża Rosja-Północ Francję Świętokrzyskie Grecję",
    "iso8859-2": "Węgry Słowacja Białoruś Państwo Żołnierze Łódź Królestwo Kambodża Rosja-Północ Francję Świętokrzyskie Grecję",
    "cp950": "國家 中華民國 日本 美國 越南 聯合國 歐洲聯盟 俄羅斯 法國 德國 英國 義大利",
    "gb18030": "国家 中国 日本 美国 越南 联合国 欧洲联盟 俄罗斯 法国 德国 英国 意大利",
    "cp1251": "Россия Китай Германия Франция Польша Турция Египет Сирия Индия Япония Корея Украина",
    "cp1252": "Côte Réunion Curaçao México Perú España Österreich Dänemark Türkei Algérie Sénégal Bénin",
}


@given(st.sampled_from(sorted(WORDS)), st.data())
def test_words_of_a_language_are_read_right_or_not_at_all(encoding: str, data: st.DataObject) -> None:
    words = data.draw(st.lists(st.sampled_from(WORDS[encoding].split()), min_size=5, max_size=12, unique=True))
    raw = "\n".join(f"{word},{number}" for number, word in enumerate(words)).encode(encoding)
    found = Evidence([raw])
    guess, likely = found.guess()
    assert not found.nearly_utf8
    assert guess is None or raw.decode(guess) == raw.decode(encoding)
    assert guess or any(raw.decode(name, "replace") == raw.decode(encoding) for name in likely)


@given(st.binary(max_size=60))
def test_any_bytes_are_guessed_or_not_without_a_fault(raw: bytes) -> None:
    guess, likely = Evidence([raw]).guess()
    assert (guess or "latin-1") in {"latin-1", *likely}
    assert len(likely) <= 3


@pytest.mark.parametrize("name", ["Côte", "São Tomé", "People’s “Front”", "Москва", "北京", "Łódź–Ōsaka"])
@pytest.mark.parametrize("wrong", ["cp1252", "latin-1"])
def test_utf8_that_was_read_as_windows_1252_before_is_told(tmp_path: Path, name: str, wrong: str) -> None:
    spoilt = "".join(bytes([byte]).decode(wrong, "ignore") or chr(byte) for byte in name.encode())
    notes = opened(written(tmp_path / "t.csv", f"a,b\n{spoilt},Iran\n", "utf-8")).notes
    assert any("look like UTF-8 that a program has read as Windows-1252" in note for note in notes)
    notes = opened(written(tmp_path / "u.csv", f"a,b\n{name},Iran\n", "utf-8")).notes
    assert not any("look like UTF-8" in note for note in notes)


@pytest.mark.parametrize("name", ["SÃO PAULO", "Ð", "ÑANDÚ", "Âge", "Crâne «â»", "MAÑANA", "© 2001", "naïve"])
def test_letters_of_their_own_are_not_told(tmp_path: Path, name: str) -> None:
    assert not opened(written(tmp_path / "t.csv", f"a,b\n{name},Iran\n", "utf-8")).notes


@pytest.mark.parametrize(
    "cell",
    [
        *(
            "Lao People’s Republic",
            "“Front”",
            "Iran–Iraq",
            "café",
            "Front…",
            "€5",
            "L’Aquila",
            "Å",
            "§ 7",
            "© 2001",
            "® x",
        ),
        *("™ y", "10 °C", "£5", "Nº 3", "¿Qué?", "ÉTAT", "Ærø", "Þór", "Perú", "Forças", "Curaçao", "Bénin"),
    ],
)
def test_one_western_cell_is_enough(tmp_path: Path, cell: str) -> None:
    found = opened(written(tmp_path / "t.csv", f"a,b\nChina,Iran\n{cell},Iran\n", "cp1252"))
    assert list(found.lines())[-1] == f"{cell},Iran"


@pytest.mark.parametrize("cell", ["½", "Šiauliai", "Øst", "naïve"])
def test_one_cell_that_may_be_much_else_is_refused(tmp_path: Path, cell: str) -> None:
    with pytest.raises(BadSource, match=r"its encoding is unclear \(--encoding .*cp1252"):
        opened(written(tmp_path / "t.csv", f"a,b\nChina,Iran\n{cell},Iran\n", "cp1252"))


def test_a_mark_alone_as_a_word_outweighs_no_language(tmp_path: Path) -> None:
    text = "Türkiye,±\nWärtsilä,x\nFé,x\nKöln,x\nMjölner,x\nDaphné,x\nBü,x"  # ± is a letter of Polish
    assert "\n".join(opened(written(tmp_path / "t.csv", text, "cp1252")).lines()) == text


@pytest.mark.parametrize("row", [b"bgd\xa0,2007\xa0,lux\xa0", b"a sentence.\xa0 Two spaces,lso\xa0,chn\xa0"])
def test_spaces_that_do_not_break_are_no_letters(tmp_path: Path, row: bytes) -> None:
    path = tmp_path / "x.csv"
    path.write_bytes(b"a,b,c\n" + row + b"\n" + row.replace(b"l", b"b") + b"\n")
    text = opened(path)
    assert text.notes == ("read as cp1252, as it is not UTF-8",)
    assert "\xa0" in list(text.lines())[1]


def test_a_letter_of_dos_is_no_space(tmp_path: Path) -> None:
    path = tmp_path / "x.csv"
    path.write_bytes("a,b\nPanamá,árbol\nCanadá,Bogotá\nYucatán,Michoacán\n".encode("cp850"))
    assert Evidence([path.read_bytes()]).guess()[0] == "cp852"
