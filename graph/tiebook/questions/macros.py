"""Macros of stored questions: short names for what many questions share, replaced by plain Cypher when a question is read.

Inline, anywhere in a line:

    {{in_force t}}  {{in_force t on=day}}       whether a tie or claim was in force: certainly, possibly, unknown, undated
    {{may_hold t}}  {{may_hold t on=day}}       the condition that leaves out what was certainly not in force
    {{overlap p u}}  {{overlap p u how=certainly}}      the condition that the times of two ties meet
    {{types balance=out}}                       a list of tie types by what the codebook says of them
    {{pattern set=limit}}                       the same types as a pattern: CONSTRAINS|SANCTIONS|PRESSURES

On a line of their own, for the reserved parameters that the question takes:

    {{filters t}}  {{claim_filters c}}  {{measure_filters t}}

On a line of its own, before the RETURN: reads the names of what a tie or claim is about into the variable `regarding`:

    {{regarding_names t keep=a,b}}
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator
from typing import TYPE_CHECKING, Final

from tiebook.model.dates import IN_FORCE_CASE, IN_FORCE_FILTER

if TYPE_CHECKING:
    from tiebook.model.codebook import TieType

Guard = tuple[str, bool] | None

# the lines of {{regarding_names}}: those that read the names, and the one that leaves the ids for whoever asks
NAMES_READ: Final = ("{{regarding_names}}", True)
NAMES_AFTER: Final = ("{{regarding_names}}", False)
_MACRO: Final = re.compile(r"\{\{\s*(?P<name>\w+)(?P<rest>[^{}]*)\}\}")
_MEETS: Final = {
    "possibly": "({a}.since_earliest IS NULL OR {b}.until_latest IS NULL OR {a}.since_earliest <= {b}.until_latest)"
    " AND ({b}.since_earliest IS NULL OR {a}.until_latest IS NULL OR {b}.since_earliest <= {a}.until_latest)",
    "certainly": "{a}.since_latest <= {b}.until_earliest AND {b}.since_latest <= {a}.until_earliest",
}


class MacroError(ValueError):
    """A macro that is not known, or is given what it does not take; the message says what would be right."""


def expand(text: str, guard: Guard, takes: Collection[str]) -> list[tuple[str, Guard]]:
    """Return the lines of plain Cypher that a line stands for, each with the parameter that it depends on.

    Raises MacroError.
    """
    if "{{" not in text:
        return [(text, guard)]
    alone = _MACRO.fullmatch(text.strip())
    if alone and alone["name"] == "regarding_names":
        if guard is not None:
            raise MacroError(f"{{{{{alone['name']}}}}} takes no condition: no // if after it")
        return [*((line, NAMES_READ) for line in _regarding_names(alone)), (_regarding_ids(alone), NAMES_AFTER)]
    if alone and alone["name"] in _BLOCKS:
        if guard is not None:
            raise MacroError(f"{{{{{alone['name']}}}}} has conditions of its own: no // if after it")
        (variable,), _ = _arguments(alone, names=1, options=())
        indent = text[: len(text) - len(text.lstrip())]
        return [(indent + line.format(x=variable), own) for line, own in _conditions(alone["name"], takes)]
    return [(_MACRO.sub(_inline, text), guard)]


def _conditions(block: str, takes: Collection[str]) -> Iterator[tuple[str, Guard]]:
    """Yield the conditions of a block that are about parameters that the question takes."""
    for line, parameter in _BLOCKS[block]:
        name = parameter.removeprefix("not ")
        if name in takes:
            yield line, (name, name == parameter)
        elif name != parameter:  # never given: the condition always holds
            yield line, None


def _inline(match: re.Match[str]) -> str:
    name = match["name"]
    if name in _BLOCKS or name == "regarding_names":
        raise MacroError(f"{{{{{name}}}}} must be on a line of its own")
    if name not in _INLINE:
        from tiebook.support.suggest import nearest  # noqa: PLC0415 -- only when a name is wrong

        known = [*_INLINE, *_BLOCKS, "regarding_names"]
        raise MacroError(f"there is no macro {name!r}: {nearest(name, known) or ', '.join(known)}")
    return _INLINE[name](match)


def _arguments(match: re.Match[str], *, names: int, options: Collection[str]) -> tuple[list[str], dict[str, str]]:
    """Return the variables and the options of a macro."""
    words = match["rest"].split()
    plain = [word for word in words if "=" not in word]
    given = dict(word.split("=", 1) for word in words if "=" in word)
    wrong = [
        word for word in [*plain, *given, *given.values()] if not re.fullmatch(r"[A-Za-z_]\w*(,[A-Za-z_]\w*)*", word)
    ]
    if wrong or len(plain) != names or not set(given) <= set(options):
        right = " ".join([match["name"], *"tuvw"[:names], *(f"[{name}=...]" for name in options)])
        raise MacroError(f"{match[0]} is not understood: write {{{{{right}}}}}")
    return plain, given


def _on_a_day(idiom: str) -> Callable[[re.Match[str]], str]:
    def written(match: re.Match[str]) -> str:
        names, options = _arguments(match, names=1, options=("on",))
        return idiom.format(x=names[0]).replace("$as_of", f"${options.get('on', 'as_of')}")

    return written


def _overlap(match: re.Match[str]) -> str:
    (one, other), options = _arguments(match, names=2, options=("how",))
    how = options.get("how", "possibly")
    if how not in _MEETS:
        raise MacroError(f"{match[0]}: how is one of {', '.join(_MEETS)}")
    return _MEETS[how].format(a=one, b=other)


def _regarding_names(match: re.Match[str]) -> Iterator[str]:
    """Yield the lines that read the names of what a tie or claim is about, in their order; `keep` are the other variables."""
    name, carried = _carried(match)
    places = (
        f"CASE WHEN size(coalesce({name}.regarding, [])) = 0 THEN [null] ELSE range(0, size({name}.regarding) - 1) END"
    )
    yield f"UNWIND {places} AS place"
    yield f"WITH {carried}, place, CASE WHEN place IS NOT NULL THEN {name}.regarding[place] END AS matter_id"
    yield "OPTIONAL MATCH (matter:Actor|Instrument|Event|Place|Issue {id: matter_id})"
    yield f"WITH {carried}, place, coalesce(matter.name, matter_id) AS matter"
    yield f"ORDER BY {name}.id, place"
    yield f"WITH {carried}, collect(matter) AS regarding"


def _regarding_ids(match: re.Match[str]) -> str:
    """Return the line that leaves the ids of what a tie or claim is about, whose names are read once for all rows."""
    name, carried = _carried(match)
    return f"WITH {carried}, coalesce({name}.regarding, []) AS regarding"


def _carried(match: re.Match[str]) -> tuple[str, str]:
    """Return the tie or claim, and it with the other variables."""
    (name,), options = _arguments(match, names=1, options=("keep",))
    return name, ", ".join([name, *(each for each in options.get("keep", "").split(",") if each)])


def _types(match: re.Match[str]) -> str:
    return f"[{', '.join(repr(name) for name in _selected(match))}]"


def _pattern(match: re.Match[str]) -> str:
    return "|".join(_selected(match))


def _selected(match: re.Match[str]) -> list[str]:
    """Return the tie types that the codebook describes so, in its order."""
    from tiebook.model.codebook import codebook  # noqa: PLC0415 -- most questions do not need it

    _, options = _arguments(match, names=0, options=_PROPERTIES)
    ties = codebook().ties.values()
    for key, value in options.items():
        known = sorted({each for tie in ties for each in _PROPERTIES[key](tie)})
        if value not in known:
            raise MacroError(f"{match[0]}: {key} is one of {', '.join(known)}")
    found = [tie.name for tie in ties if all(value in _PROPERTIES[key](tie) for key, value in options.items())]
    if not found:
        raise MacroError(f"{match[0]}: no tie type meets all of these conditions")
    return found


_PROPERTIES: Final[dict[str, Callable[[TieType], tuple[str, ...]]]] = {
    "balance": lambda tie: (tie.balance,),
    "symmetric": lambda tie: ("yes" if tie.symmetric else "no",),
    "set": lambda tie: tie.sets,
    "aspect": lambda tie: (tie.aspect,),
}
_INLINE: Final[dict[str, Callable[[re.Match[str]], str]]] = {
    "in_force": _on_a_day(IN_FORCE_CASE),
    "may_hold": _on_a_day(IN_FORCE_FILTER),
    "overlap": _overlap,
    "types": _types,
    "pattern": _pattern,
}
_SOURCE: Final = ("AND {x}.source = $source", "source")
_HOLDER: Final = ("AND $as_seen_by IN {x}.holder", "as_seen_by")
_INFERRED: Final = ("AND NOT {x}.inferred", "no_inferred")
_DAY: Final = (f"AND {IN_FORCE_FILTER}", "as_of")
# conditions, each with the reserved parameter that it is for; "not NAME": where NAME is not given
_BLOCKS: Final[dict[str, tuple[tuple[str, str], ...]]] = {
    # ties: of the newest release unless a source is named, of one source or holder, asserted, not inferred, on a day
    "filters": (
        ("AND {x}.superseded_by IS NULL", "not source"),
        _SOURCE,
        _HOLDER,
        ("AND {x}.endorsed", "asserted_only"),
        _INFERRED,
        _DAY,
    ),
    # claims: of one source or holder, asserted by the author, not inferred, on a day
    "claim_filters": (
        _SOURCE,
        _HOLDER,
        ("AND NOT {x}.stance IN ['reports', 'disputes']", "asserted_only"),
        _INFERRED,
        _DAY,
    ),
    # ties that measures count: endorsed, or those that a holder vouches for
    "measure_filters": (("AND {x}.endorsed", "not as_seen_by"), _HOLDER, _INFERRED, _SOURCE, _DAY),
}
