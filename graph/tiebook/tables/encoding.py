"""Guesses the encoding of text that is not UTF-8, by the words that each encoding makes of the whole file.

A guess is made only where it is clear. Letters of one language stand together in a word, capitals stand at its start, and the
characters of East Asian text are mostly the common ones: in the wrong encoding a file breaks these rules in most words. Among
the encodings in which it keeps them, the languages decide that its words would be of.
"""

from __future__ import annotations

import codecs
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Final

from tiebook.support.languages import confidence

WESTERN: Final = ("cp1252", "mac-roman")

_WORD: Final = re.compile(rb"[A-Za-z]*[\x80-\xff][A-Za-z\x40\x5b-\x60\x7b-\xff]*")
_SEQUENCE: Final = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
_CELL: Final = re.compile(rb'[^,;\t\r\n"]*[\x80-\xff][^,;\t\r\n"]*')
_ASCII: Final = bytes(range(0x80))
_NO_BREAK: Final = 0xA0
_SPACE: Final = re.compile(rb"(?<=[\d.)])\xa0")  # where no letter stands
_UNDEFINED: Final = re.compile(rb"[\x81\x8d\x8f\x90\x9d]")  # in cp1252
# How much evidence is kept, and what counts as clear. No standard gives these thresholds: they were chosen on some 2,900 samples
# in 40 languages, so that a wrong guess stays rarer than a refusal, and tests/tables holds what they decide.
_MOST: Final = 50_000  # different words that are kept as evidence
_TEXT: Final = 1 << 20  # bytes of cells that are kept
_CLEAR: Final = 0.8  # of the words must be words in the encoding that is chosen
_HALF: Final = 0.5
_WORDS_TELL: Final = (
    6  # the power of the share of words, as the languages of most encodings are likely by a little only
)
_AHEAD: Final = 1.2  # times as likely as every other that gives another text must be the one that is chosen
_TELLING: Final = 3  # bytes of a word; in fewer any encoding has letters or marks
_NAMED: Final = 3  # encodings that are proposed
_FEW: Final = 4  # words, which may well have a single one of the letters of their language
_LISTS_TELL: Final = 2  # of the share of words that are of one language, in Western text, which may have several
_USUAL: Final = 4  # times, since few words tell little, and Western text is the usual one
_LEAST: Final = 0.01  # likely, below which chance decides
_SURELY: Final = 2.0  # times as likely, where few words speak for an encoding that has gone out of use
_OLD: Final = ("mac-roman", "mac-cyrillic", "cp850", "cp852", "cp866")
_DOUBTED: Final = {"cp1252": 1.25, "mac-roman": 0.9}  # times as likely as it is another that puts it in doubt

# letters beyond a to z that stand together in words of one language
_ALPHABETS: Final = {
    "cp1252": "àâçéèêëîïôœùûüÿ äöüßé áéíñóúü áâãàçéêíóôõúü àèéìíîòóùú åäöæøéü áðéíóúýþæö áéëïóöüè àçèéíïòóúü äöõüšž",
    "cp1250": "ąćęłńóśźż áäčďéěíĺľňóôŕřšťúůýž áéíóöőúüű ăâîşţ čćđšž çë äöüß",
    "cp1254": "çğıöşüâîû",
    "cp1257": "ąčęėįšųūž āčēģīķļņšūž äöõüšž",
}
_READ_ALIKE: Final = (*WESTERN, "cp850", "iso8859-15")
_ALPHABETS.update(dict.fromkeys(_READ_ALIKE, _ALPHABETS["cp1252"]))
_ALPHABETS["cp1258"] = (
    "ăâđêôơưáàéèíìóòúùýỳ\u0300\u0301\u0303\u0309\u0323"  # Vietnamese has some marks behind the letter
)
_ALPHABETS.update(dict.fromkeys(("iso8859-2", "cp852"), _ALPHABETS["cp1250"]))
_SCRIPTS: Final = {  # encodings of scripts in which no Latin letter stands within a word
    "cp1251": "а-яёА-ЯЁ іїєґІЇЄҐўЎђјљњћџЂЈЉЊЋЏѓќѕЃЌЅ",
    "koi8-r": "а-яёА-ЯЁ",
    "cp866": "а-яёА-ЯЁ",
    "cp1253": "α-ωςά-ώΑ-ΩΆΈΉΊΌΎΏϊϋΐΰ",
    "cp1255": "א-ת",
    "cp1256": "ء-ي\u064b-\u0652پچژگکیھٹڈڑںےہ\u200c",
    "cp874": "\u0e01-\u0e3a\u0e40-\u0e4e",
}
_SCRIPTS.update(dict.fromkeys(("iso8859-5", "mac-cyrillic", "koi8-u"), _SCRIPTS["cp1251"]))
_GREEK: Final = ("cp1253", "iso8859-7")
_SCRIPTS["iso8859-7"], _SCRIPTS["iso8859-6"] = _SCRIPTS["cp1253"], _SCRIPTS["cp1256"]
# first bytes of the common characters, of all characters that are used, and of what may stand beside them
_COMMON: Final = {
    "gb18030": (range(0xB0, 0xD8), range(0xB0, 0xF8), (*range(0xA1, 0xA4), *range(0xA6, 0xAA))),
    "cp932": ((0x82, 0x83, *range(0x88, 0x98)), (0x82, 0x83, *range(0x88, 0xA0), *range(0xE0, 0xEB)), (0x81,)),
    "cp949": (range(0xB0, 0xC9), range(0x81, 0xC9), range(0xA1, 0xAD)),
    "cp950": (range(0xA4, 0xC7), range(0xA4, 0xFA), range(0xA1, 0xA4)),
    "euc-jp": ((0xA4, 0xA5, *range(0xB0, 0xD0)), (0xA4, 0xA5, *range(0xB0, 0xF5)), range(0xA1, 0xA4)),
}
_KANA: Final = {"cp932": (0x82, 0x83), "euc-jp": (0xA4, 0xA5)}
_ALL: Final = (*WESTERN, *(name for name in (*_ALPHABETS, *_SCRIPTS, *_COMMON) if name not in WESTERN))
_NEAR: Final = {"cp1250": ("iso8859-2",), "iso8859-2": ("cp1250",), "cp1253": ("iso8859-7",), "iso8859-7": ("cp1253",)}
_SELDOM: Final = {
    "cp1251": ("mac-cyrillic",),
    "cp1253": ("iso8859-7",),
}  # beside one that is usual and at least as likely
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
_UNSTRESSED: Final = 3  # letters of words as "\u03c4\u03c9\u03bd"
_STRESSED: Final = re.compile("[ΆΈΉΊΌΎΏάέήίόύώΐΰ]")
_ORDINAL: Final = re.compile(r"[ºª](?=[^\W\d])|(?<=[^\W\d]{3})[ºª]")  # at such places it is none
_SUM: Final = re.compile(r"[£€¥](?=[^\W\d])")  # before a letter it is not currency
_FRACTIONS: Final = frozenset("œšžÿ")  # in iso8859-15, which has them where cp1252 has ¼, ½, ¾ and marks
_WORDY: Final = 4  # letters of what is not a fraction with a unit
_EDGES: Final = "“”«»„‚…°ºª§©®™€£¿¡•‹›´`^@[]{}|~\\†‡"


class Evidence:
    """The words of a file in which bytes beyond ASCII stand, and how much of the file reads as UTF-8."""

    def __init__(self, pieces: Iterable[bytes]) -> None:
        """Collect them from a file's pieces."""
        self.words: Counter[bytes] = Counter()
        self.cells: dict[bytes, None] = {}
        kept = 0
        self.good = 0  # characters in UTF-8
        self.bad = 0  # bytes that are not part of one
        self.undefined = False  # whether there are bytes that cp1252 does not have
        self._beyond: set[int] = set()  # bytes
        self._spaces = False  # whether there are spaces that do not break, in the encodings of Windows
        for piece in pieces:
            if piece.isascii():
                continue
            self._beyond.update(piece.translate(None, _ASCII))
            self._spaces = self._spaces or _SPACE.search(piece) is not None
            found = _SEQUENCE.findall(piece)
            self.good += len(found)
            self.bad += sum(byte >= 0x80 for byte in piece) - sum(map(len, found))  # noqa: PLR2004 -- ASCII ends there
            self.undefined = self.undefined or _UNDEFINED.search(piece) is not None
            if len(self.words) < _MOST:
                self.words.update(_WORD.findall(piece))
            if kept < _TEXT:
                more = dict.fromkeys(_CELL.findall(piece))
                kept += sum(map(len, more))
                self.cells.update(more)

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
        if not total:
            return None, ()
        if self._beyond == {_NO_BREAK} and self._spaces:  # as in tables that were copied from a page
            return "cp1252", ("cp1252",)
        fits = {name: self._fit(name) for name in _ALL}
        if fits["euc-jp"] >= _CLEAR * total and self._kana() >= _HALF:  # which reads as other East Asian text too
            fits.update((name, 0) for name in _COMMON if name != "euc-jp")
        plausible = [
            name
            for name in _ALL
            if fits[name] >= _CLEAR * total
            and fits[name] >= max((fits[other] for other in _NEAR.get(name, ())), default=0)
        ]
        languages = confidence(b"\n".join(self.cells), plausible)
        likely = {name: languages[name] * self._wordy(name, fits[name]) for name in plausible}
        ordered = sorted(plausible, key=lambda name: -likely[name])  # stable: of equals the more usual one comes first
        western = self._western_guess(fits)
        if max(map(len, self.words)) < _TELLING:
            return (self._western(western), (western,)) if western else (None, self._possible())
        if western:
            others = self._others(western, filter(self._may_be_meant, plausible))
            if western != "cp1252" and len(self.words) <= _FEW:
                others += self._others(western, [name for name in ("cp1252",) if fits[name] == fits[western]])
            doubt = max((likely.get(name, 0) for name in others), default=0)
            mine = likely.get(western, 0) * self._wordy(western, fits[western], several=False)
            if doubt <= _DOUBTED[western] * mine:
                return self._western(western), tuple(dict.fromkeys((western, *ordered)))[:3]
            if len(self.words) <= _FEW and doubt < _USUAL * mine:
                return None, tuple(dict.fromkeys((western, *others[:2])))
        if not ordered:
            return None, self._possible()
        best = ordered[0]
        others = [name for name in self._others(best, ordered) if name not in _SELDOM.get(best, ())]
        ahead = _SURELY if best in _OLD and len(self.words) <= _FEW else _AHEAD
        if likely[best] < max(_LEAST, ahead * max((likely[name] for name in others), default=0)):
            return None, tuple(dict.fromkeys((best, *others, *self._possible())))[:_NAMED]
        return self._western(best), tuple(ordered[:3])

    def _possible(self) -> tuple[str, ...]:
        """Return the encodings that have every byte of the file, as far as its languages speak for them."""
        languages = confidence(b"\n".join(self.cells), _ALL)
        names = sorted(
            (name for name in _ALL if languages[name] and self._has_all(name)), key=lambda name: -languages[name]
        )
        return tuple(names[:_NAMED])

    def _has_all(self, name: str) -> bool:
        try:
            return all(word.decode(name) for word in self.words)
        except UnicodeDecodeError:
            return False

    def _western_guess(self, fits: Mapping[str, int]) -> str | None:
        """Return the Western encoding in which most of the words are words; None if none is, or several may be meant."""
        best = max(WESTERN, key=lambda name: fits[name])
        most, total = max(fits.values()), self.words.total()
        if fits[best] < (_HALF if fits[best] == most else _CLEAR) * total:
            return None
        for name, letters in _ICELANDIC.items():
            if fits[name] == fits["cp1252"] and any(map(letters.search, self.words)):
                return None
        if fits["mac-roman"] == fits["cp1252"]:
            low, high = (sum(len(each.findall(word)) for word in self.words) for each in (_LOW, _HIGH))
            best = "mac-roman" if low > high else "cp1252"
        return None if best == "mac-roman" and fits["cp850"] >= fits[best] else best

    def _others(self, name: str, names: Iterable[str]) -> list[str]:
        """Return those of several encodings in which the words are not the same as in one."""
        mine = self._read(name)
        return [other for other in names if self._read(other) != mine]

    def _read(self, name: str) -> list[str]:
        return [word.decode(name, "replace") for word in self.words]

    def _wordy(self, name: str, fit: int, *, several: bool = True) -> float:
        """Return how well the words are words in an encoding, from 0 to 1: in one with Latin letters, words of one language.

        several -- whether a Western file may have words of several, as lists of names do
        """
        total = self.words.total()
        if name not in _ALPHABETS or (several and name in _READ_ALIKE):
            return float((fit / total) ** _WORDS_TELL)
        alphabets = dict.fromkeys(_alphabets(name), 0)
        for word, count in self.words.items():
            text = word.decode(name, "replace")
            letters = {each for each in text.lower() if each.isalpha() and not each.isascii()}
            for alphabet in alphabets if _latin(text, name) else ():
                alphabets[alphabet] += count * (letters <= alphabet)
        return float((max(alphabets.values()) / total) ** (_LISTS_TELL if name in _READ_ALIKE else _WORDS_TELL))

    def _may_be_meant(self, name: str) -> bool:
        """Return whether an encoding is not Western, nor Baltic with one letter only, which Albanian and French have instead."""
        if name != "cp1257" or len(self.words) <= _FEW:
            return name not in _READ_ALIKE
        return len({each for word in self.words for each in word.decode(name, "replace").lower() if each > "\x7f"}) > 1

    def _kana(self) -> float:
        """Return which share of the characters are kana, if they are Japanese."""
        text = "".join(word.decode("euc-jp", "ignore") for word in self.words)
        beyond = [each for each in text if not each.isascii()]
        return sum("\u3040" <= each <= "\u30ff" for each in beyond) / max(1, len(beyond))

    def _western(self, name: str) -> str:
        return "latin-1" if name == "cp1252" and self.undefined else name

    def _fit(self, name: str) -> int:
        """Return how many of the words are words in an encoding."""
        if name in _COMMON:
            return self._east_asian(name)
        fits = _latin if name in _ALPHABETS else _of_script
        return sum(count for word, count in self.words.items() if fits(word.decode(name, "replace"), name))

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
            if name in ("gb18030", "cp949") and any(each[1] < 0xA1 for each in firsts):  # noqa: PLR2004 -- beyond GB 2312 and KS X 1001
                continue
            letters = [each for each in firsts if each[0] in used]
            words += count
            characters += count * len(letters)
            usual += count * sum(each[0] in common for each in letters)
            kana += count * sum(each[0] in _KANA.get(name, ()) for each in letters)
        if name == "cp932" and not kana:  # Japanese without any is rare, and reads as much else
            return 0
        return words if usual and usual >= _MOSTLY * characters else 0


def known_encoding(name: str) -> str | None:
    """Return the name by which Python knows an encoding of text; None if it knows none."""
    try:
        found = codecs.lookup(name)
        return found.name if "A\n".encode(found.name).strip(b"\0") and found._is_text_encoding else None  # noqa: SLF001
    except (LookupError, UnicodeError, ValueError, AttributeError):
        return None


def _latin(text: str, name: str) -> bool:
    """Return whether every part of a word is cased as words are, and has letters of one language only."""
    parts = _parts(text)
    if _SUM.search(text) or _ORDINAL.search(text):
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
    return words and (name not in _GREEK or all(map(_greek, parts)))


def _greek(part: str) -> bool:
    """Return whether a word has one stress, as Greek words but for short ones do, and its final letter only at the end."""
    stresses = len(_STRESSED.findall(part))
    return (
        (stresses == (0 if part.isupper() else 1) or (not stresses and len(part) <= _UNSTRESSED))
        and "ς" not in part[:-1]
        and part[-1:] != "σ"
    )


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
