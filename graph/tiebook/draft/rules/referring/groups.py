"""Groups that are called by what they are: "the 15-member bloc", "the rebels", "government forces", "its Arab neighbours"."""

from __future__ import annotations

import re
from typing import Final

_OF: Final = ("Bloc", "Organization")
_BODY: Final = ("Organization", "Bloc", "GovernmentBody")
_CALLED: Final = {  # by which a text calls again the one of such a kind that it named last; the first kinds first
    "group": (("ArmedGroup",), _OF),
    "militia": (("ArmedGroup",),),
    "militants": (("ArmedGroup",),),
    "militias": (("ArmedGroup",),),
    "insurgents": (("ArmedGroup",),),
    "rebels": (("ArmedGroup",),),
    "movement": (("ArmedGroup", "Party"),),
    "bloc": (_OF,),
    "grouping": (_OF,),
    "alliance": (_OF,),
    "organisation": (_OF, ("ArmedGroup",)),
    "organization": (_OF, ("ArmedGroup",)),
    "union": (_OF,),
    "agency": (_BODY,),
    "council": (_BODY,),
    "commission": (_BODY,),
    "court": (_BODY,),
    "party": (("Party",),),
    "company": (("Organization",),),
}
_SORTED: Final = {"body": (_BODY,), "pact": (_OF,), "institution": (_BODY,)}  # only with a word that says of which sort
_SORT: Final = (
    r"(?:(?:(?:\w+-)?(?:member|nation|country|state|strong)|(?:regional|sub-regional|west|east|southern|african|european|asian"
    r"|military|trade|trading|economic|political|security|defen[cs]e|western|world|global|international|intergovernmental"
    r"|multilateral|militant|armed|rebel|islamist|jihadist|shia|shiite|sunni|separatist|insurgent|terrorist|political and economic"
    r"|ruling|oil|state-owned|powerful|un|u\.n\.)) )"
)
_OF_STATE: Final = r"(?:[A-Z][a-z]+(?:ese|ian|ish|an|ch|i|ab) )"  # "the Lebanese group"
_AGAIN: Final = re.compile(rf"[Tt]he (?P<state>{_OF_STATE})?(?P<sort>{_SORT}{{0,3}})(?P<head>[a-z]+)")
_OF_A_STATE: Final = ("group", "movement", "militia", "organisation", "organization")
GROUPED: Final = frozenset(kind for ranks in _CALLED.values() for kinds in ranks for kind in kinds)
_FIGHTERS: Final = re.compile(
    r"(?:the )?(?:rebels|rebel (?:forces|fighters|groups?|factions|army|troops|alliance|coalition|movements?"
    r"|positions|strongholds|targets|bases|areas)|militants"
    r"|militant groups?|insurgents|separatists|guerrillas|jihadists|gunmen|militias|militiamen|paramilitaries|mercenaries"
    r"|terrorists|extremists|armed (?:groups|men|factions))"
)
_REGULARS: Final = re.compile(
    r"(?:the )?(?:government|pro-government|security|regime|loyalist|federal) (?:forces|troops|soldiers)"
)
OWN: Final = re.compile(
    r"(?P<some>(?:some|many|most|several|all|two|three) of )?(?P<own>its|their) "
    r"(?P<which>(?:(?!own\b|two\b|three\b|former\b)[\w.-]+ ){0,2}?"
    r"(?P<role>allies|neighbou?rs|partners|rivals|enemies|adversaries|foes|members|backers|sponsors|proxies|patrons|creditors"
    r"|(?:neighbou?ring|partner|member|rival|allied) (?:countries|states|nations|governments)))"
)


def called(said: str) -> tuple[tuple[str, ...], ...]:
    """Return the kinds, best first, of whom "the bloc" or "the armed group" can mean; nothing for what is no such reference.

    said -- a noun phrase as it is written
    """
    match = _AGAIN.fullmatch(said)
    if match is None or (match["state"] and match["head"] not in _OF_A_STATE):
        return ()
    return _CALLED.get(match["head"], ()) or (_SORTED.get(match["head"], ()) if match["sort"] else ())


def unnamed_kind(said: str) -> str | None:
    """Return the kind of a group without any name: "rebels", "government forces"; None for anything else."""
    if _FIGHTERS.fullmatch(said):
        return "ArmedGroup"
    return "Military" if _REGULARS.fullmatch(said) else None
