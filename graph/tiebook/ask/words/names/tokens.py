"""Cuts a text into words, with the stem by which words of one family are compared; and the words that name a nation."""

import re
from functools import lru_cache
from pathlib import Path
from typing import Final, NamedTuple

_WORD: Final = re.compile(r"[^\W_]+(?:['\u2019][^\W_]+)*['\u2019]?")
_DOTTED: Final = r"\b(?:[^\W\d_]\.){2,}"
_REGARDING: Final = r"\b(?:with|in) (?:regard|respect|reference) to\b"
_KEEPING: Final = r"\b(?:keep|kept|hold|held)(?=s?(?:\s+[\w.'-]+){1,4}\s+from\s+\w+ing\b)"
_HOW_COME: Final = r"\bhow\s+come\b"
_LEFT_OUT: Final = r"\b(?:left|leave|leaves|leaving)\s+out\b"
_BOMBS: Final = ("bomb", "bombs")
_DO: Final = frozenset("do does did will would".split())
_DOUBLED: Final = r"(?<=[aeiou])([bdgmnprt])\1$"  # transferred, stopping
_CUT: Final = "[^aeiou][aeiou][^aeiouwxy]"
_SHORTEST: Final = 3  # letters that stay of a word
# (ending, what it becomes): the first that fits counts
_INFLECTED: Final = (
    *(("iest", "y"), ("ies", "y"), ("ied", "y"), ("sses", "ss"), ("xes", "x"), ("ches", "ch"), ("shes", "sh")),
    *(("ings", ""), ("ing", ""), ("ed", ""), ("ss", "ss"), ("us", "us"), ("is", "is"), ("s", "")),
)
_DERIVED: Final = (
    *("ization", "isation", "ations", "ation", "ition", "ments", "ment", "ness", "ously", "ably", "ively", "ingly"),
    *("ance", "ence", "able", "ible", "ative", "itive", "ically", "ional", "ion", "ive", "ory", "ery", "ous", "ful"),
    *("ally", "ical", "ist", "ism", "ity", "ant", "ent", "ial", "al", "er", "or", "ly", "ic"),
)
_APART: Final = {  # not an objection; a bomb is a thing, a bombing an act
    **dict.fromkeys(("objective", "objectives"), "objective"),
    **dict.fromkeys(("bomb", "bombs"), "bomb"),
    **dict.fromkeys(("bombing", "bombings", "bombed"), "bombing"),
    **dict.fromkeys(("shell", "shells"), "shells"),
    **dict.fromkeys(("leader", "leaders", "leadership"), "leader"),  # and not what leads to something
    **dict.fromkeys(("critic", "critics"), "critic"),  # as criticism, and not what is critical
    **dict.fromkeys(("factor", "factors"), "factor"),  # a fact is none: "only facts"
    **dict.fromkeys(("issued", "issuing", "issuer", "issuers"), "issued"),  # an issue is a matter
}
_SPELLED: Final = (("ise", "ize"), ("yse", "yze"), ("our", "or"), ("defenc", "defens"), ("programme", "program"))

# words that carry no meaning of their own here
EMPTY: Final = frozenset(
    """
    a an the is are was were be been being am has have had having do does did doing done please me us show give tell find
    i you we my our your this that these those it its itself themselves her his him he she they them their there here
    so very quite rather also ever just really actually list lists display get gets got let lets can shall must s t d
    ll ve re exactly currently kind sort kinds sorts like another other others them ones one's
    pls plz thanks thank hi hello kindly either including involving
    """.split()
)
# words of grammar: they tell who does what to whom, and little of the matter
LIGHT: Final = frozenset(
    """
    who whom whose which what how could would might may will by to from of on against between among with within for about
    in at into over under than not no if both as and or but toward towards via through concerning regarding any all some according
    every each everything anything something everyone anyone someone everybody anybody somebody when since
    """.split()
)
# words of the matter that fit everywhere
GENERAL: Final = frozenset(
    """
    country countries state states nation nations government governments people article text author authors world thing
    things role way fact facts factor factors time question know main major part do make makes made look looks learn read
    hear live lives certain big graph database information say says said saying take takes taken took put puts come comes came go
    goes going often keep keeps stand stands set sets bring brings
    """.split()
)


class Token(NamedTuple):
    """A word of a text: as written, folded (no accents, small letters), its stem, and where it starts and ends."""

    text: str
    word: str
    stem: str
    start: int
    end: int

    @property
    def capital(self) -> bool:
        """Whether it is written with a capital letter."""
        return self.text[:1].isupper()


def fold(text: str) -> str:
    """Return a text in small letters, without accents."""
    if text.isascii():
        return text.lower()
    import unicodedata  # noqa: PLC0415 -- most texts are ASCII

    plain = unicodedata.normalize("NFKD", text.casefold())
    return "".join(character for character in plain if not unicodedata.combining(character))


def tokens(text: str) -> list[Token]:
    """Return the words of a text; "U.S." is one word, "Iran's" is iran, "doesn't" is not, hyphens part words.

    "With regard to" is regarding, "how come" is why, "left out" is excluded.
    """
    if "." in text:
        text = re.sub(_DOTTED, lambda match: match[0].replace(".", "").ljust(len(match[0])), text)
    folded = text.casefold()
    if " to" in folded:
        text = re.sub(_REGARDING, lambda match: "regarding".ljust(len(match[0])), text, flags=re.IGNORECASE)
    if "how" in folded:
        text = re.sub(_HOW_COME, lambda match: "why".ljust(len(match[0])), text, flags=re.IGNORECASE)
    if " out" in folded:
        text = re.sub(_LEFT_OUT, lambda match: "excluded".ljust(len(match[0])), text, flags=re.IGNORECASE)
    if "from" in folded:
        text = re.sub(_KEEPING, "stop", text, flags=re.IGNORECASE)  # as long
    found = []
    for match in _WORD.finditer(text):
        word = fold(match[0].replace("\u2019", "'"))
        if word.endswith("n't"):
            word = "not"
        word = word.split("'")[0] if word.count("'") == 1 and word.index("'") > 1 else word.replace("'", "")
        found.append(Token(match[0], word, stem(word), match.start(), match.end()))
    return [_bombing(found, place) if token.word in _BOMBS else token for place, token in enumerate(found)]


def _bombing(found: list[Token], place: int) -> Token:
    """Return "bomb" as the verb that it is before a name, and at the end of what somebody did: whom did the US bomb."""
    token, before, after = found[place], found[:place], found[place + 1 :]
    name = next((each for each in after if each.word != "the"), None)
    did = name is None and any(each.word in _DO for each in before) and before[-1].capital
    return token._replace(stem=_APART["bombing"]) if did or (name is not None and name.capital) else token


@lru_cache(maxsize=4096)  # the words of all questions' patterns, which each text is compared with, are some 3,000
def stem(word: str) -> str:
    """Return what words of one family have in common: supplies, supplied, supplier and supplying are one."""
    if len(word) <= _SHORTEST or not word.isascii() or word.isdigit():
        return word
    if word in _APART:
        return _APART[word]
    for spelled, becomes in _SPELLED:
        if spelled in word[_SHORTEST - 1 :] or word.startswith(spelled):
            word = word.replace(spelled, becomes)
    for ending, becomes in _INFLECTED:
        if word.endswith(ending):
            if len(word) - len(ending) + len(becomes) >= _SHORTEST:
                word = word[: -len(ending)] + becomes
                word += "e" if re.fullmatch(_CUT, word) and ending in ("ed", "ing") else ""  # voted, sided
            break
    word = re.sub(_DOUBLED, r"\1", word)
    for ending in _DERIVED if word.endswith(_DERIVED) else ():
        if word.endswith(ending) and len(word) - len(ending) > _SHORTEST + (ending == "ly"):  # supply
            word = word[: -len(ending)]
            break
    if len(word) > _SHORTEST and word[-1] == word[-2] and word[-1] not in "aeiousl":
        word = word[:-1]
    if len(word) > _SHORTEST + 1 and word[-1] == "e":
        return word[:-1]
    return f"{word[:-1]}i" if word[-1] == "y" else word


@lru_cache(maxsize=1)
def nations() -> dict[tuple[str, ...], str]:
    """Return the words that name a nation, and its id: names, nationalities, seats of government."""
    found: dict[tuple[str, ...], str] = {}
    for line in Path(__file__).with_name("nations.csv").read_text("utf-8").splitlines()[1:]:
        nation, _, in_words = line.partition(",")
        found.update(dict.fromkeys(_in_words(f"{nation}|{in_words}"), nation))
    return found


@lru_cache(maxsize=1)
def in_other_scripts() -> dict[tuple[str, ...], str]:
    """Return the names of nations in Arabic, Russian, Chinese and other scripts, and the id of each."""
    from tiebook.crosswalk.table import names_in_languages  # noqa: PLC0415 -- few questions have such a name

    every = ((said, nation) for nation, names in names_in_languages().items() for said in _in_words("|".join(names)))
    return {said: nation for said, nation in every if said and not said[0].isascii()}


def _in_words(names: str) -> list[tuple[str, ...]]:
    return list(map(words_of, names.split("|")))


def words_of(name: str) -> tuple[str, ...]:
    """Return a name as the words that a question would have."""
    return tuple(fold(name).replace("-", " ").replace("'", "").split())


@lru_cache(maxsize=1)
def longest_nation() -> int:
    """Return the number of words of the longest."""
    return max(map(len, nations()))


GENERAL_STEMS: Final = frozenset(map(stem, GENERAL))
