"""Text that is not UTF-8: read in the encoding that its words plainly show, or refused with the way out."""

from __future__ import annotations

from pathlib import Path

import pytest

from tiebook.errors import BadSource
from tiebook.tables.encoding import known_encoding
from tiebook.tables.text import opened

PLAIN = {
    "cp1251": ["Партия Единство\nВосточный Фронт", "id,name\n7,Київ\n8,Харків та Львів"],
    "koi8-r": ["Партия Единство\nВосточный Фронт"],
    "cp1250": ["Łęczyca i Świętokrzyskie", "Příbram\nDěčín\nKroměříž", "Győr és Hódmezővásárhely"],
    "cp1254": ["Milliyetçi Hareket Partisi'nin açıklaması\nDoğu Türkistan İslam Partisi"],
    "cp1253": ["Ελληνική Δημοκρατία\nΚέρκυρα"],
    "gb18030": ["巴基斯坦,中国\n东南亚国家联盟,越南\n人民解放军"],
    "cp932": ["フランス,日本\nインドネシア共和国"],
    "big5": ["臺北市政府,高雄市\n國民黨"],
    "cp1252": [
        "Côte d’Ivoire",
        "Lao People’s Democratic Republic – “Pathet Lao”",
        "Forças Armadas Revolucionárias\nMünchner Übereinkunft\nÅrhus",
        "the €5 fund of § 7",
        "Þorlákshöfn og Reykjavík",
        "Müller\nÅrhus\nZürich\n½",
        "École nationale\nRÉUNION\nL'Île-d'Yeu",
    ],
    "cp850": ["Bogotá\nCúcuta & Medellín\nZürich"],
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
        ("cp1255", "פתח תקווה"),  # letters without case, which read as small Cyrillic ones as well
        ("euc-kr", "조선민주주의인민공화국"),  # or common Chinese characters
        ("cp1254", "Kızılay Işık"),  # or an Icelandic word
        ("cp1257", "Žalioji sąjunga"),  # the same
        ("cp1250", "Nikolić\n"),  # or a Danish word
        ("cp850", "Zoë"),  # or a Mac one
        ("iso8859-15", "Montréal\nOrléans\n" * 6 + "Sacré Cœur"),  # or a fraction
        ("euc-jp", "国際連合\n東京都"),  # or rare Chinese words
        ("iso2022_jp", "国際連合"),
    ],
)
def test_what_is_not_plain_is_refused_with_the_way_out(tmp_path: Path, encoding: str, text: str) -> None:
    path = written(tmp_path / "t.csv", text, encoding)
    with pytest.raises(BadSource, match=r"not UTF-8, and its encoding is unclear|with escape sequences") as caught:
        opened(path)
    assert "--encoding" in str(caught.value)
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
