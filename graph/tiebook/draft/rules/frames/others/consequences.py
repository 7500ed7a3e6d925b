"""What somebody's act brings on them: "Peru's purchase led to American sanctions", "the raid drew criticism from Chile"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from tiebook.draft.rules.frames.found import Found, ends_of, span
from tiebook.draft.rules.syntax.clauses import Clauses
from tiebook.draft.rules.syntax.named import themselves
from tiebook.draft.rules.words.lexicon import lexicon

_BRINGS: Final = frozenset(
    "lead draw trigger prompt provoke spark elicit attract bring incur invite cause face".split()
)
_BRINGS_ON: Final = ("to", "on", "about", "in")
_WHAT: Final = {
    **dict.fromkeys(("sanctions", "sanction", "tariffs", "embargo", "penalties"), "sanction"),
    **dict.fromkeys(
        ("criticism", "condemnation", "rebuke", "rebukes", "outcry", "ire", "anger", "fury", "outrage"), "criticise"
    ),
    **dict.fromkeys(("protest", "protests", "objection", "objections", "opposition"), "oppose"),
    **dict.fromkeys(("support", "praise", "backing"), "support"),
}


def consequence_frames(clauses: Clauses) -> Iterator[Found]:
    """Yield who answers what somebody does, by the noun that a verb of causing has as its object."""
    for place, chunk in enumerate(clauses.chunks):
        if chunk.sort != "verb" or chunk.verb not in _BRINGS or chunk.passive:
            continue
        noun = place + 1 + (clauses.word(place + 1) in _BRINGS_ON)
        head = _WHAT.get(clauses.head(noun))
        if head is None or (chunk.verb == "lead") != (clauses.word(place + 1) == "to"):
            continue
        own = themselves(clauses.named(noun))
        behind = clauses.group_from(noun + 2)[0] if clauses.word(noun + 1) in ("from", "by", "of") else []
        answering = [each for each in own or behind if each.name is not None]
        doing = themselves(clauses.subject(place))
        pattern = lexicon().plain(head)
        ends = ends_of(pattern, answering, doing)
        if ends is not None and {each.place for each in answering}.isdisjoint(each.place for each in doing):
            yield Found(pattern, *ends, place, *span([*answering, *doing], chunk))
