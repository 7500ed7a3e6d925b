"""Guesses the encoding of text that is not UTF-8, by the words that each encoding makes of the whole file.

A guess is made only where it is clear. Letters of one language stand together in a word, capitals stand at its start, and the
characters of East Asian text are mostly the common ones: in the wrong encoding a file breaks these rules in most words.
"""

from __future__ import annotations

import codecs
import re
from collections import Counter
from collections.abc import Iterable
from functools import lru_cache
from typing import Final

WESTERN: Final = ("cp1252", "mac-roman")

_WORD: Final = re.compile(rb"[A-Za-z]*[\x80-\xff][A-Za-z\x40\x5b-\x60\x7b-\xff]*")
_SEQUENCE: Final = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
_UNDEFINED: Final = re.compile(rb"[\x81\x8d\x8f\x90\x9d]")  # in cp1252
_MOST: Final = 50_000  # different words that are kept as evidence
_CLEAR: Final = 0.8  # of the words must be words in the encoding that is chosen
_APART: Final = 0.1  # of the words, by which it must be ahead of every other
_HALF: Final = 0.5

# letters beyond a to z that stand together in words of one language
_ALPHABETS: Final = {
    "cp1252": "àâçéèêëîïôœùûüÿ äöüßé áéíñóúü áâãàçéêíóôõúü àèéìíîòóùú åäöæøéü áðéíóúýþæö áéëïóöüè àçèéíïòóúü äöõüšž",
    "cp1250": "ąćęłńóśźż áäčďéěíĺľňóôŕřšťúůýž áéíóöőúüű ăâîşţ čćđšž çë äöüß",
    "cp1254": "çğıöşüâîû",
    "cp1257": "ąčęėįšųūž āčēģīķļņšūž äöõüšž",
}
_READ_ALIKE: Final = (*WESTERN, "cp850", "iso8859-15")
_ALPHABETS.update(dict.fromkeys(_READ_ALIKE, _ALPHABETS["cp1252"]))
_SCRIPTS: Final = {  # encodings of scripts in which no Latin letter stands within a word
    "cp1251": "а-яёА-ЯЁ іїєґІЇЄҐўЎђјљњћџЂЈЉЊЋЏ",
    "koi8-r": "а-яёА-ЯЁ",
    "cp866": "а-яёА-ЯЁ",
    "cp1253": "α-ωςά-ώΑ-ΩΆΈΉΊΌΎΏϊϋΐΰ",
    "cp1255": "א-ת",
    "cp1256": "ء-ي\u064b-\u0652پچژگ",
    "cp874": "\u0e01-\u0e3a\u0e40-\u0e4e",
}
# first bytes of the common characters, of all characters that are used, and of what may stand beside them
_COMMON: Final = {
    "gb18030": (range(0xB0, 0xD8), range(0xB0, 0xF8), range(0xA1, 0xAA)),
    "cp932": ((0x82, 0x83, *range(0x88, 0x98)), (0x82, 0x83, *range(0x88, 0xA0), *range(0xE0, 0xEB)), (0x81,)),
    "euc-kr": (range(0xB0, 0xC9), range(0xB0, 0xC9), range(0xA1, 0xAD)),
    "big5": (range(0xA4, 0xC7), range(0xA4, 0xFA), range(0xA1, 0xA4)),
    "euc-jp": ((0xA4, 0xA5, *range(0xB0, 0xD0)), (0xA4, 0xA5, *range(0xB0, 0xF5)), range(0xA1, 0xA4)),
}
_KANA: Final = {"cp932": (0x82, 0x83), "euc-jp": (0xA4, 0xA5)}
_MOSTLY: Final = 0.7  # of the characters of East Asian text are common ones
# where words fit both, Mac letters stand at 0x80 to 0x9F and those of Windows above; the bytes of quotes and dashes tell nothing
_LOW: Final = re.compile(
    rb"[\x81\x83\x86-\x88\x8a\x8c-\x90\x98\x9a\x9c-\x9f](?=[A-Za-z])|(?<=[a-z])[\x81\x83\x86-\x88\x8a\x8c-\x90\x98\x9a\x9c-\x9f]"
)
_HIGH: Final = re.compile(rb"[\xc0-\xff](?=[A-Za-z])|(?<=[A-Za-z])[\xc0-\xff]")
# letters of Icelandic in cp1252, of other languages in encodings that read as well; in the Balkans names end in "iæ" there
_ICELANDIC: Final = {
    "cp1254": re.compile(rb"[\xd0\xdd\xde\xf0\xfd\xfe]"),
    "cp1257": re.compile(rb"[\xd0\xde\xf0\xfe]"),
    "cp1250": re.compile(rb"[\xd0\xf0]|i\xe6(?![A-Za-z\x80-\xff])|I\xc6(?![A-Za-z\x80-\xff])"),
}
_JOINING: Final = re.compile("[-’‘'–—\xa0·/._]+")
_STRESSED: Final = re.compile("[ΆΈΉΊΌΎΏάέήίόύώΐΰ]")
_SUM: Final = re.compile(r"[£€¥](?=[^\W\d])")  # before a letter it is no currency
# frequent in names of states and organisations, as Chinese and as Japanese write them
_CHINESE: Final = frozenset(
    "国中北南东西人民军党联盟共和政府解放阵线革命运动自由组织会部大独立治力量队社主义社统一同方华"
)
_JAPANESE: Final = frozenset(
    "国中北南東西人民軍党連盟共和政府解放戦線革命運動自由組織会部大独立治力量隊社主義日本統一同方華"
)
_FRACTIONS: Final = frozenset("œšžÿ")  # in iso8859-15, which has them where cp1252 has ¼, ½, ¾ and marks
_WORDY: Final = 4  # letters of what is no fraction with a unit
_EDGES: Final = "“”«»„‚…°ºª§©®™€£¿¡•‹›´`^@[]{}|~\\†‡"


class Evidence:
    """The words of a file in which bytes beyond ASCII stand, and how much of the file reads as UTF-8."""

    def __init__(self, pieces: Iterable[bytes]) -> None:
        """Collect them from a file's pieces."""
        self.words: Counter[bytes] = Counter()
        self.good = 0  # characters in UTF-8
        self.bad = 0  # bytes that are no part of one
        self.undefined = False  # whether there are bytes that cp1252 does not have
        for piece in pieces:
            if piece.isascii():
                continue
            found = _SEQUENCE.findall(piece)
            self.good += len(found)
            self.bad += sum(byte >= 0x80 for byte in piece) - sum(map(len, found))  # noqa: PLR2004 -- ASCII ends there
            self.undefined = self.undefined or _UNDEFINED.search(piece) is not None
            if len(self.words) < _MOST:
                self.words.update(_WORD.findall(piece))

    @property
    def nearly_utf8(self) -> bool:
        """Whether most of it is UTF-8, or words are that no Western encoding makes words of: the rest must be damage."""
        if self.good >= 2 * self.bad:
            return True
        western = max(self._fit(name) for name in WESTERN)
        return western >= _HALF * self.words.total() and any(map(_only_utf8, self.words))

    def guess(self) -> tuple[str | None, tuple[str, ...]]:
        """Return the encoding that is plainly meant, or None; and the likeliest ones, best first."""
        total = self.words.total()
        fits = {name: self._fit(name) for name in (*WESTERN, *_ALPHABETS, *_SCRIPTS, *_COMMON)}
        ordered = sorted(fits, key=lambda name: -fits[name])  # stable: of equals the more usual one comes first
        best, likely = ordered[0], tuple(name for name in ordered[:3] if fits[name] > _HALF * total)
        if best in WESTERN and fits[best] >= _HALF * total:
            for name, letters in _ICELANDIC.items():
                if fits[name] == fits["cp1252"] and any(map(letters.search, self.words)):
                    return None, (name, "cp1252")
            if fits["mac-roman"] == fits["cp1252"]:
                low, high = (sum(len(each.findall(word)) for word in self.words) for each in (_LOW, _HIGH))
                best = "mac-roman" if low > high else "cp1252"
            if best == "mac-roman" and fits["cp850"] >= fits[best]:
                return None, ("cp850", best)
            return self._western(best), likely
        others = max(fits[name] for name in ordered[1:])
        if best == "gb18030" and not self._chinese():
            return None, (best, "euc-jp")
        if fits[best] >= _CLEAR * total and fits[best] - others >= _APART * total:
            return best, likely
        western = max(WESTERN, key=lambda name: fits[name])
        if fits[western] >= _CLEAR * total and best not in _READ_ALIKE:
            return self._western(western), likely
        return None, likely

    def _western(self, name: str) -> str:
        return "latin-1" if name == "cp1252" and self.undefined else name

    def _fit(self, name: str) -> int:
        """Return how many of the words are words in an encoding."""
        if name in _COMMON:
            return self._east_asian(name)
        fits = _latin if name in _ALPHABETS else _of_script
        return sum(count for word, count in self.words.items() if fits(word.decode(name, "replace"), name))

    def _chinese(self) -> bool:
        """Return whether what reads as Chinese holds usual Chinese characters, more than it would hold Japanese ones."""
        usual = {"gb18030": _CHINESE, "euc-jp": _JAPANESE}
        chinese, japanese = (
            sum(count for word, count in self.words.items() for char in word.decode(name, "ignore") if char in of)
            for name, of in usual.items()
        )
        return chinese > japanese

    def _east_asian(self, name: str) -> int:
        common, used, beside = (frozenset(each) for each in _COMMON[name])
        words = characters = usual = kana = 0
        for word, count in self.words.items():
            try:
                text = word.decode(name)
            except UnicodeDecodeError:
                continue
            firsts = [each.encode(name) for each in text if not each.isascii()]
            if not all(len(each) == 2 and each[0] in used | beside for each in firsts):  # noqa: PLR2004 -- two bytes
                continue
            if name == "gb18030" and any(each[1] < 0xA1 for each in firsts):  # noqa: PLR2004 -- beyond GB 2312
                continue
            letters = [each for each in firsts if each[0] in used]
            words += count
            characters += count * len(letters)
            usual += count * sum(each[0] in common for each in letters)
            kana += count * sum(each[0] in _KANA.get(name, ()) for each in letters)
        if name in _KANA and not kana:  # Japanese without any is rare, and reads as Chinese
            return 0
        return words if usual and usual >= _MOSTLY * characters else 0


def known_encoding(name: str) -> str | None:
    """Return the name by which Python knows an encoding of text; None where it knows none."""
    try:
        found = codecs.lookup(name)
        return found.name if "A\n".encode(found.name).strip(b"\0") and found._is_text_encoding else None  # noqa: SLF001
    except (LookupError, UnicodeError, ValueError, AttributeError):
        return None


def _latin(text: str, name: str) -> bool:
    """Return whether every part of a word is cased as words are, and has letters of one language only."""
    parts = _parts(text)
    if _SUM.search(text):
        return False
    return all(_cased(part) and _of_language(part, name) for part in parts)


def _of_language(part: str, name: str) -> bool:
    beyond = {letter for letter in part.lower() if not letter.isascii() and letter != "\u0307"}
    if name in _READ_ALIKE and "õ" in beyond and len(beyond) > 1 and "õe" not in part.lower():
        return False  # Portuguese has it in "ões" only; Hungarian, in another encoding, has ő anywhere
    if name == "iso8859-15" and beyond & _FRACTIONS and len(part) < _WORDY:
        return False
    return any(beyond <= alphabet for alphabet in _alphabets(name))


@lru_cache
def _alphabets(name: str) -> list[frozenset[str]]:
    return [frozenset(alphabet) for alphabet in _ALPHABETS[name].split()]


def _of_script(text: str, name: str) -> bool:
    """Return whether a word, but for the marks around it, is of one script and cased as words are."""
    parts = _parts(text)
    letters = _letters(name)
    words = bool(parts) and all((part.isascii() or letters.fullmatch(part)) and _cased(part) for part in parts)
    return words and (name != "cp1253" or all(map(_greek, parts)))


def _greek(part: str) -> bool:
    """Return whether a word has one stress, as Greek words in small letters do, and its final letter only at the end."""
    return len(_STRESSED.findall(part)) == (0 if part.isupper() else 1) and "ς" not in part[:-1] and part[-1:] != "σ"


@lru_cache
def _letters(name: str) -> re.Pattern[str]:
    return re.compile(f"[{_SCRIPTS[name].replace(' ', '')}]+")


def _only_utf8(word: bytes) -> bool:
    """Return whether bytes are a word in UTF-8, and none in Western encodings."""
    try:
        parts = _parts(word.decode())
    except UnicodeDecodeError:
        return False
    spelt = all(part.isalpha() and _cased(part) for part in parts) and not all(map(str.isascii, parts))
    return spelt and not any(_latin(word.decode(name, "replace"), name) for name in WESTERN)


def _parts(text: str) -> list[str]:
    return [part for part in _JOINING.split(text.strip(_EDGES)) if part]


def _cased(part: str) -> bool:
    """Return whether capitals stand at the start only, or everywhere; those of ASCII also within ("McDonald")."""
    within = [letter for letter in part[1:] if letter.isupper()]
    return part.isupper() or not within or (part[0].isascii() and all(map(str.isascii, within)))
