"""References by what somebody is: "the former", "the kingdom", "the landlocked country", "the bloc"."""

from __future__ import annotations

import re
from typing import Final

_KINGDOMS: Final = frozenset(
    "saudi-arabia jordan morocco bahrain britain spain netherlands belgium denmark norway sweden thailand cambodia bhutan".split()
)
_EMIRATES: Final = frozenset("qatar kuwait united-arab-emirates".split())
_ISLANDS: Final = frozenset(
    "taiwan cuba sri-lanka cyprus malta iceland ireland madagascar mauritius singapore bahrain jamaica haiti japan philippines"
    " indonesia new-zealand comoros maldives seychelles fiji solomon-islands papua-new-guinea greenland".split()
)
KINDS: Final = {
    "kingdom": _KINGDOMS,
    "monarchy": _KINGDOMS | _EMIRATES,
    "emirate": _EMIRATES,
    "sultanate": frozenset(("oman", "brunei")),
    "island": _ISLANDS,
    "islands": frozenset(
        "solomon-islands marshall-islands maldives philippines comoros seychelles fiji bahamas cape-verde tonga vanuatu"
        " palau".split()
    ),
    "territory": frozenset(
        "western-sahara kosovo palestine taiwan hong-kong greenland new-caledonia puerto-rico abkhazia".split()
    ),
    "sheikhdom": _EMIRATES,
    "north": frozenset(("north-korea",)),
    "south": frozenset(("south-korea",)),
    "archipelago": frozenset(("philippines", "indonesia", "maldives", "comoros", "bahamas", "japan")),
}
_SORT: Final = (
    r"(?:landlocked|nordic|baltic|gulf|balkan|andean|sahelian|caribbean|caucasus|south caucasus|west african|east african"
    r"|north african|central asian|southeast asian|central european|oil-rich|gas-rich|impoverished|war-torn|small|tiny|desert) "
)
_REFERRED: Final = re.compile(
    rf"the (?:(?:former|latter)|(?:{_SORT})?(?:{'|'.join(KINDS)})|island (?:state|nation)|country"
    rf"|(?:{_SORT})(?:country|state|nation))"
)
_RULERS: Final = re.compile(
    r"the (?:(?:military|transitional|interim|new|current|ruling) )?"
    r"(?:junta|government|regime|authorities|army|military|coup leaders|rulers"
    r"|military (?:leaders|rulers|government|regime))"
)
_PLACED: Final = ("in", "from", "to", "across", "into", "towards", "toward", "along")  # "troops in the north"
_NEIGHBOUR: Final = re.compile(r"its (?:[a-z-]+ )?(?:neighbou?r|rival)")
_DISPUTE: Final = re.compile(r"the (?:dispute|conflict|crisis|war|standoff|talks|rift)")
CLUB: Final = (
    "(the club)"  # the organisation of which a paragraph speaks, where nothing refers to it: "Peru joined in 2023"
)
TOPIC: Final = (
    "(of whom a paragraph speaks)"  # where a noun names the other side only: "relations with Chile are strained"
)
_ACCUSED: Final = frozenset("accuse accuses accused accusing suspect suspects suspected convict convicted".split())
_SETTLES: Final = frozenset(
    "mediate mediates mediated mediating broker brokers brokered brokering arbitrate arbitrated".split()
)
LEADERS: Final = ("the leaders", "the ministers", "the presidents")  # with a capital, in what they say together
REGION: Final = "the region"  # "exports to the region", of whose states the paragraph speaks
COUNTRY: Final = ("his country", "her country", "his government", "her government", "his nation", "her nation")


def is_reference(said: str, before: str, after: str) -> bool:
    """Return whether a noun phrase in small letters refers to somebody by what they are.

    before, after -- the words on either side
    """
    if _REFERRED.fullmatch(said):
        return said not in ("the north", "the south") or (after != "of" and before not in _PLACED)
    if is_rulers(said):
        accused = after == "of" and before in _ACCUSED
        return (accused or after not in ("of", "in", "led", "backed", "that")) and before not in (
            "by",
            "against",
            "overthrew",
        )
    if _NEIGHBOUR.fullmatch(said):
        return before not in (",", "is", "as", "was", "remains", "and") and after not in (",", "and")
    return _DISPUTE.fullmatch(said) is not None and before in _SETTLES


def is_rulers(said: str) -> bool:
    """Return whether a reference is to who rules the state of which a text speaks: "the junta", "the government"."""
    return _RULERS.fullmatch(said) is not None


def is_neighbour(said: str) -> bool:
    """Return whether a reference is to the neighbour or rival of somebody."""
    return _NEIGHBOUR.fullmatch(said) is not None


def kind_in(said: str) -> frozenset[str] | None:
    """Return the states that "the kingdom" and the like can mean; None for another reference."""
    word = "island" if said.startswith("the island ") else said.rsplit(maxsplit=1)[-1]
    return KINDS.get(word)
