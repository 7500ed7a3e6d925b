"""Who is said to have hurt whom, where the verb names only the victims: "were killed in a clash with Libyan troops"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from tiebook.draft.rules.frames.found import Found, span
from tiebook.draft.rules.syntax.clauses import Clauses
from tiebook.draft.rules.syntax.named import themselves
from tiebook.model.wording import Pattern

_ATTACK: Final = Pattern("USES_FORCE_AGAINST", "verb", "A attack B", "A", "attack", ("B",))
_HURT: Final = ("kill", "wound", "injure", "shoot", "capture", "martyr", "slay", "die", "perish")
_FIGHTS: Final = frozenset(
    "clash clashes skirmish skirmishes battle battles attack attacks strike strikes airstrike airstrikes raid raids shelling"
    " bombardment bombing ambush fighting firefight shootout assault offensive incursion".split()
)


def casualty_frames(clauses: Clauses) -> Iterator[Found]:
    """Yield who attacks whose people by what they were killed in."""
    for place, chunk in enumerate(clauses.chunks):
        noun = place + 2
        hurt = chunk.sort == "verb" and chunk.verb in _HURT and (chunk.passive or chunk.verb in ("die", "perish"))
        if not hurt or clauses.word(place + 1) not in ("in", "during") or clauses.head(noun) not in _FIGHTS:
            continue
        victims = themselves(clauses.subject(place))
        acting = themselves(clauses.named(noun))
        if not acting and clauses.word(noun + 1) in ("with", "by", "from", "against"):
            acting = themselves(clauses.group_from(noun + 2)[0])
        states = [
            each
            for each in victims
            if each.name is not None and each.name.kind in ("State", "ArmedGroup", "Collective")
        ]
        if states and acting and {each.place for each in states}.isdisjoint(each.place for each in acting):
            yield Found(_ATTACK, tuple(acting), tuple(states), place, *span([*acting, *states], chunk))
