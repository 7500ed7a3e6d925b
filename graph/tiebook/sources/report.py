"""What became of every record of a load: read = loaded + merged + skipped, each skip with its reason."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from tiebook.crosswalk import Unresolved
from tiebook.sync.sync import Changes

OUTSIDE: Final = "outside --since, --until or --actors"
UNRESOLVED: Final = "names an actor that is not known"
REVERSED: Final = "it ends before it begins"
_SHOWN: Final = 3  # lines that are named for a reason
# what becomes of a record, beside the reasons for which it is skipped
LOADED: Final = "loaded"
MERGED: Final = "merged"  # it repeats a tie that an earlier record made, or adds to it


@dataclass(slots=True)
class Account:
    """The records of one file. `named` rows name actors; `resolved` of them resolved in full."""

    file: str
    what: str
    read: int = 0
    loaded: int = 0
    merged: int = 0
    skipped: Counter[str] = field(default_factory=Counter)
    named: int = 0
    resolved: int = 0
    notes: list[str] = field(default_factory=list)
    lines_of: dict[str, list[int]] = field(default_factory=dict)  # the first that were skipped, by reason

    @property
    def balanced(self) -> bool:
        """Whether every record that was read is accounted for."""
        return self.read == self.loaded + self.merged + self.skipped.total()

    def enter(self, became: Mapping[str, int], *, named: int, resolved: int) -> None:
        """Put records into the account: how many were loaded, merged or skipped for which reason, and how many name actors."""
        self.read += sum(became.values())
        self.named += named
        self.resolved += resolved
        for what, count in became.items():
            if what == LOADED:
                self.loaded += count
            elif what == MERGED:
                self.merged += count
            elif count:
                self.skipped[what] += count

    def place(self, became: Sequence[str], lines: Sequence[int]) -> None:
        """Note on which lines the first records stand that were skipped for a reason.

        became -- what became of each record
        """
        for reason in set(became).difference((LOADED, MERGED, OUTSIDE)):
            known, number = self.lines_of.setdefault(reason, []), -1
            while len(known) < _SHOWN and reason in became[number + 1 :]:
                number = became.index(reason, number + 1)
                known.append(lines[number])

    def lines(self) -> list[str]:
        """Describe it in words: one line, one more for each reason, and the notes on what was repaired."""
        what = "" if self.what == self.file else f" ({self.what})"
        head = f"{self.file}{what}: {self.read:,} records read = {self.loaded:,} loaded"
        head += f" + {self.merged:,} merged + {self.skipped.total():,} skipped"
        reasons = [
            f"  skipped {count:,}: {reason}{where(self.lines_of.get(reason, ()), count)}"
            for reason, count in sorted(self.skipped.items())
        ]
        rate = (
            [f"  {100 * self.resolved / self.named:.2f}% of the records that name actors resolved"]
            if self.named
            else []
        )
        return [head, *reasons, *rate, *(f"  note: {note}" for note in self.notes)]


def where(lines: Sequence[int], count: int) -> str:
    """Return in brackets on which lines records stand, of which there are so many: the first of them; "" if none is known."""
    if not lines:
        return ""
    if count == 1:
        return f" (line {lines[0]:,})"
    *first, last = map("{:,}".format, lines[:_SHOWN])
    more = count > len(lines[:_SHOWN])
    return f" (lines {', '.join([*first, last, '...'])})" if more else f" (lines {', '.join(first)} and {last})"


@dataclass(frozen=True, slots=True)
class Report:
    """What a load did."""

    source: str
    name: str
    version: str | None
    ties: int
    accounts: tuple[Account, ...]
    unresolved: tuple[Unresolved, ...]
    changes: Changes
    repeated: bool = False  # the files and settings of the last load: nothing was read
    older: str | None = None  # the release that this one supersedes; it stays as SOURCE@RELEASE

    def lines(self) -> list[str]:
        """Describe it in words, unresolved names last."""
        out = [line for account in self.accounts for line in account.lines()]
        if self.repeated:
            out.append("The same files and settings as in the last load; --again compares every tie anyway.")
        if self.older:
            out.append(f"Supersedes release {self.older}, which stays as {self.source}@{self.older}.")
        if self.unresolved:
            out.append(f"{len(self.unresolved)} names or codes were not resolved; decide with tiebook resolve:")
        for each in self.unresolved[:20]:
            near = f" -- near: {', '.join(each.candidates)}" if each.candidates else ""
            near = f" -- {each.why}" if each.why else near
            label = each.text if each.system == "name" else f"{each.system}:{each.text}"
            out.append(f"  {label} ({each.count:,} times){near}")
        if len(self.unresolved) > 20:  # noqa: PLR2004 -- a screen
            out.append(f"  and {len(self.unresolved) - 20} more: tiebook resolve lists them all")
        return out
