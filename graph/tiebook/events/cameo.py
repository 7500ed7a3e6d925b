"""From CAMEO event codes to tie types, by way of PLOVER (conversion table of September 2021); and the quad class.

A type of the codebook that names a three-digit CAMEO code of its own has it; every other code goes by its PLOVER category.
CAMEO 01 and 02 (statements, appeals) are outside PLOVER. The quad class is that of the codebook's type; schemes differ on
CAMEO 09 (investigate), which PLOVER and this table count as verbal conflict.
"""

from __future__ import annotations

from functools import lru_cache
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
# the codebook divides what PLOVER has together
OF_PLOVER: Final = {"ACCUSE": "CRITICISES", "COOPERATE": "COOPERATES_WITH", "CONSULT": "MEETS_WITH"}
OWN: Final = {"113": "OPPOSES"}  # rally opposition against
_HIGHEST: Final = 20


def plain_code(text: str) -> str:
    """Return a CAMEO code as text; one that a spreadsheet robbed of its leading zero gets it back where that is certain."""
    code = text.strip().removesuffix(".0")
    return f"0{code}" if (code[:2].isdecimal() and int(code[:2]) > _HIGHEST) or len(code) == 1 else code


def plover(code: str) -> str | None:
    """Return the PLOVER category of a CAMEO code, None for what is outside it."""
    for length in (4, 3):
        if code[:length] in EXCEPTIONS:
            return EXCEPTIONS[code[:length]]
    return ROOTS.get(code[:2])


def tie_of(code: str) -> TieType | None:
    """Return the tie type that a CAMEO code makes, None where the codebook has none for its category."""
    own = next((name for prefix, name in _own().items() if code.startswith(prefix)), None)
    category = plover(code)
    if category is None:
        return None
    name = own or OF_PLOVER.get(category) or _by_category().get(category)
    return codebook().ties[name] if name else None


@lru_cache(maxsize=1)
def _own() -> dict[str, str]:
    """Return the CAMEO codes of three digits that a type of the codebook names as its own."""
    named = {tie.cameo: tie.name for tie in codebook().ties.values() if len(tie.cameo) == 3 and tie.cameo.isdigit()}  # noqa: PLR2004
    return {**named, **OWN}


@lru_cache(maxsize=1)
def _by_category() -> dict[str, str]:
    found: dict[str, str] = {}
    for tie in codebook().ties.values():
        if len(tie.cameo) == 2:  # noqa: PLR2004 -- the type that stands for the whole category
            found.setdefault(tie.plover, tie.name)
    found.update({tie.plover: tie.name for tie in codebook().ties.values() if tie.plover not in found})
    return found
