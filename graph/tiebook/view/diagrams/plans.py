"""What a layered picture says, by the columns that an answer has: which parts lead to what, under which heading."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Final

from tiebook.view.diagrams.story import Chip, Entry, Story

# before the words of a reason, as the question `reasons` has them
_QUALIFIED: Final = re.compile(r"(?:(?P<reported>reported by [^:]*): )?(?:(?P<inferred>inferred): )?")


@dataclass(frozen=True, slots=True)
class Strand:
    """A heading with what it consists of, and what it ends at.

    head -- the factor; empty where there is none
    bare -- the entry that only names the factor
    items -- (title, text, entry) of each part
    target -- whom it limits, or what it brings about
    source -- whose word all of it is, where an answer has several sources; its parts then do not repeat it
    """

    head: str
    bare: Entry | None
    items: tuple[tuple[str, str, Entry], ...]
    target: str
    source: Chip | None = None


@dataclass(frozen=True, slots=True)
class Plan:
    """What a layered picture says.

    heads -- what stands above each column: of the factors, of their parts, of the targets
    beyond -- what the targets are limited about
    verb -- what a line says: "limits", "brings about"
    denied -- the targets are denials: sentences that say that something did not come about
    """

    strands: tuple[Strand, ...]
    heads: tuple[str, str, str]
    beyond: str = ""
    verb: str = "limits"
    tone: str = "2"
    denied: bool = False


def plan_of(story: Story) -> Plan:
    """Return what is drawn in which column, by the columns that the answer has."""
    record = story.entries[0].record if story.entries else {}
    if "denial_group" in record:
        return _outcomes(story)
    if "depends_on" in record:
        items = [
            (e.get("depends_on") or "", _and(e.get("mechanism", "gloss"), _controlled(e)), e) for e in story.entries
        ]
        return _by_target(
            story, items, lambda e: e.get("dependent") or "", ("What it depends on", "Who depends"), "holds up", "0"
        )
    if "reason" in record:
        items = [(e.get("cause", "factor") or "", e.get("gloss") or "", _with_reason(e)) for e in story.entries]
        return _by_target(
            story, items, _of_reason, ("Reason, and what it is given for", "What it does"), "reason and tie", "0"
        )
    if "effect" in record:
        items = [(e.get("cause") or "", e.get("gloss") or "", e) for e in story.entries]
        return _by_target(
            story,
            items,
            lambda e: _and(e.get("effect"), e.get("what"), " "),
            ("What brings it about", "What it does"),
            "brings about",
            "0",
        )
    if "condition" in record:
        items = [(e.get("condition") or e.get("from_name") or "", e.get("what") or "", e) for e in story.entries]
        return _by_target(
            story, items, lambda e: e.get("part") or "", ("Condition or limit", "For what"), "bears on", "0"
        )
    return _limits(story)


def _limits(story: Story) -> Plan:
    strands = []
    whom = story.named.get("target") or story.named.get("actor")
    by_target = {whom: list(story.entries)} if whom else story.grouped("target")
    every = [
        (target or "The actor", factor, own)
        for target, limits in by_target.items()
        for factor, own in replace(story, entries=tuple(limits)).grouped("factor").items()
    ]
    for target, factor, entries in every:
        bare, items, source = None, [], None
        if factor and len({entry.place for entry in entries}) == 1 and entries[0].place is not None:
            source = Chip(entries[0].get("source") or "", entries[0].place)
        for one in entries:
            entry = replace(one, place=None) if source else one
            title = entry.get("constrainer", "sub_factor") or ""
            text = entry.get("gloss", "mechanism") or ""
            named = isinstance(entry.number, str)  # a heading
            if (named or title == factor) and bare is None and not entry.inferred:
                bare = entry
                if named or "gloss" in entry.record:
                    continue
                if not text:
                    continue
            items.append((title if title != factor else "", text, entry))
        strands.append(Strand(factor, bare, tuple(items), target, source))
    about = story.named.get("partner") or story.named.get("regarding") or ""
    return Plan(tuple(strands), ("Factor", "Sub-factor or mechanism", "Whom"), beyond=about)


def _outcomes(story: Story) -> Plan:
    """Put the denials at the right, and how it went at the left, in its order: who wanted it, what changed, what stopped it.

    Only some of these steps led to a denial, so each is called what it is and no line says that it did.
    """
    strands = []
    for outcome, entries in story.grouped("denial_group").items():
        items = tuple(
            (_and(e.get("link", "step"), e.get("who_or_what"), ": "), e.get("gloss") or "", e) for e in entries
        )
        strands.append(Strand("", None, items, outcome))
    return Plan(
        tuple(strands), ("", "How it went, and why", "The denials"), verb="how it went, and why", tone="0", denied=True
    )


def _by_target(
    story: Story,
    items: Sequence[tuple[str, str, Entry]],
    target: Callable[[Entry], str],
    heads: tuple[str, str],
    verb: str,
    tone: str,
) -> Plan:
    found: dict[str, list[tuple[str, str, Entry]]] = {}
    for item in items:
        found.setdefault(target(item[2]), []).append(item)
    strands = tuple(Strand("", None, tuple(own), name) for name, own in found.items())
    return Plan(strands, ("", *heads), verb=verb, tone=tone) if story.entries else Plan((), ("", *heads))


def _and(one: str | None, other: str | None, between: str = "; ") -> str:
    return between.join(part for part in (one, other) if part)


def _of_reason(entry: Entry) -> str:
    """Return what a reason does; that a factor is named, or nothing, is said too: a tie without a reason is no reason."""
    return entry.get("effect") or ("is named as the factor" if entry.get("factor") else "no reason is stated")


def _with_reason(entry: Entry) -> Entry:
    """Return a tie with what qualifies its reason, which its words begin with: a reason that a coder infers is not stated."""
    found = _QUALIFIED.match(entry.get("reason") or "")
    said = (
        [] if found is None else [(kind, f"reason {found[kind]}") for kind in ("reported", "inferred") if found[kind]]
    )
    return replace(entry, marks=(*entry.marks, *said)) if said else entry


def _controlled(entry: Entry) -> str | None:
    who = entry.get("controlled_by")
    return f"controlled by {who}" if who else None
