"""From CAMEO event codes to tie types, by way of PLOVER (conversion table of September 2021).

All of the mapping is in this file. A code goes by its PLOVER category, unless it begins with one of `TIE_OF_CODE`. A tie type
of the codebook that names a CAMEO code does not take events by itself: it has to be entered here, and in the `ties` of
loaders/gdelt and loaders/icews (tests/events/test_cameo.py compares them). CAMEO 01 and 02 (statements, appeals) are outside
PLOVER. The quad class is that of the codebook's type; schemes differ on CAMEO 09 (investigate), which PLOVER and this table
count as verbal conflict.
"""

from __future__ import annotations

from typing import Final

from tiebook.model.codebook import TieType, codebook

ROOTS: Final = {
    "03": "AGREE",
    "04": "CONSULT",
    "05": "SUPPORT",
    "06": "COOPERATE",
    "07": "AID",
    "08": "CONCEDE",
    "09": "ACCUSE",
    "10": "REQUEST",
    "11": "ACCUSE",
    "12": "REJECT",
    "13": "THREATEN",
    "14": "PROTEST",
    "15": "MOBILIZE",
    "16": "SANCTION",
    "17": "COERCE",
    "18": "ASSAULT",
    "19": "ASSAULT",
    "20": "ASSAULT",
}
EXCEPTIONS: Final = {
    **dict.fromkeys(("084", "085", "086", "087", "0813", "0814"), "RETREAT"),
    "163": "COERCE",
    "1712": "ASSAULT",
    "175": "ASSAULT",
    "191": "COERCE",
    "192": "COERCE",
}
CATEGORIES: Final = frozenset({*ROOTS.values(), *EXCEPTIONS.values()})
TIE_OF_CATEGORY: Final = {
    "AGREE": "AGREES_WITH",
    "CONSULT": "MEETS_WITH",
    "SUPPORT": "SUPPORTS",
    "COOPERATE": "COOPERATES_WITH",
    "AID": "AIDS",
    "ACCUSE": "CRITICISES",
    "REJECT": "REFUSES",
    "THREATEN": "THREATENS",
    "SANCTION": "SANCTIONS",
    "COERCE": "PRESSURES",
    "ASSAULT": "USES_FORCE_AGAINST",
}
# what the codebook tells apart; of two codes that fit the longer one counts
TIE_OF_CODE: Final = {
    "045": "MEDIATES",
    "057": "AGREES_WITH",  # sign a formal agreement: support in PLOVER
    "061": "ECONOMIC_TIE_TO",
    "113": "OPPOSES",  # rally opposition against
    "163": "SANCTIONS",  # impose embargo, boycott or sanctions: a coercion in PLOVER
}
_HIGHEST: Final = 20
_SHORTEST: Final = 3  # digits of the code of an event


def plain_code(text: str) -> str:
    """Return a CAMEO code as text, with the leading zero of which a spreadsheet robbed it.

    Event data have codes of three and four digits (010 a statement, 100 a demand), and none begins with more than 20.
    """
    code = text.strip().removesuffix(".0")
    return f"0{code}" if code.isdecimal() and (len(code) < _SHORTEST or int(code[:2]) > _HIGHEST) else code


def plover(code: str) -> str | None:
    """Return the PLOVER category of a CAMEO code, None for what is outside it; a category (POLECAT has them) is its own."""
    if code in CATEGORIES:
        return code
    for length in (4, 3):
        if code[:length] in EXCEPTIONS:
            return EXCEPTIONS[code[:length]]
    return ROOTS.get(code[:2])


def tie_of(code: str) -> TieType | None:
    """Return the tie type that a CAMEO code makes, None where there is none for its category."""
    category = plover(code)
    if category is None:
        return None
    own = (TIE_OF_CODE.get(code[:length]) for length in (4, 3))
    name = next(filter(None, own), None) or TIE_OF_CATEGORY.get(category)
    return codebook().ties[name] if name else None
