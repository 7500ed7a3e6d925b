"""Who acts where the subject of a verb names nobody: "Several states, including Peru,", "led a coalition that attacked Chad"."""

from __future__ import annotations

from typing import Final

from tiebook.draft.rules.syntax.clauses import Clauses
from tiebook.draft.rules.syntax.named import Named
from tiebook.draft.rules.syntax.tokens import Name, text_of
from tiebook.draft.rules.unnamed import people_before
from tiebook.draft.rules.words import vocabulary as words

_OPENS: Final = ("including", "notably", "namely", "like")
_SHARED: Final = frozenset(
    "coalition campaign alliance mission operation intervention effort offensive bloc raid".split()
)
_DEEDS: Final = frozenset(
    "accuse criticise criticize condemn denounce urge call press pressure blame praise attack".split()
)
_TAKES_PART: Final = ("lead", "head", "join", "form", "assemble", "spearhead", "command")


def acting_for(clauses: Clauses, place: int) -> list[Named]:
    """Return who does what the verb at a place says, also where its subject is a group or a coalition without a name."""
    acting = clauses.subject(place)
    if clauses.chunks[place].passive or not clauses.chunks[place].finite:
        return acting
    if acting:
        a_set = len(acting) == 1 and acting[0].name is not None and acting[0].name.kind == "Collective"
        return [*acting, *_instances(clauses, place)] if a_set else acting
    if clauses.sort(place - 1) == "rel" and clauses.head(place - 2) in _SHARED and not clauses.named(place - 2):
        verb = clauses.at(place - 3)
        takes = verb is not None and verb.sort == "verb" and verb.verb in _TAKES_PART and not verb.passive
        return [each for each in clauses.subject(place - 3) if not each.owned] if takes else []
    return _instances(clauses, place) or _people(clauses, place)


def _people(clauses: Clauses, place: int) -> list[Named]:
    """Return people without a name who are the subject of what only people do: "Diplomats have called on Peru to"."""
    found = people_before(clauses, place) if clauses.chunks[place].verb in _DEEDS else ()
    if not found:
        return []
    first, last = (clauses.sentence.tokens[each] for each in found)
    said = text_of(clauses.sentence.tokens[found[0] : found[1] + 1])
    return [Named(Name(said, first.start, last.end, "Collective", new=True), found[0])]


def _instances(clauses: Clauses, place: int) -> list[Named]:
    """Return the instances at the end of a clause: "Several states recognise Kosovo, among them Peru"."""
    head = "".join(clauses.head(place - 1).split()[-1:])  # of a set, which is one token
    named = [each for each in clauses.named(place - 1) if each.name is None or each.name.kind != "Collective"]
    group = clauses.sort(place - 1) == "noun" and head.removesuffix("s") in (
        "state",
        "government",
        "power",
        "member",
        "nation",
    )
    group = group or head in ("countries", "allies", "neighbours", "neighbors", "capitals")
    if not group or named or (place > 1 and clauses.sort(place - 2) not in ("mark", "sub", "rel")):
        return []
    for comma in range(place + 1, len(clauses.chunks) - 1):
        if clauses.sort(comma) in ("verb", "rel", "sub"):
            return []
        if clauses.word(comma) != ",":
            continue
        after = comma + 1
        if clauses.word(after) == "among" and clauses.head(after + 1) == "them":
            after += 2
        elif clauses.word(after) in _OPENS or clauses.head(after) in _OPENS or clauses.word(after) in words.EXAMPLES:
            after += 1
        else:
            continue
        return [each for each in clauses.group_from(after)[0] if not each.owned]
    return []
