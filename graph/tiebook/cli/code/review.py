"""`tiebook review`: proposals are decided one by one in the terminal, with one key each."""

from __future__ import annotations

import shlex
import shutil
import sys
import textwrap
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from shlex import quote
from typing import TYPE_CHECKING, Any, Final

import click

from tiebook.cli.code.draft import case_with_text
from tiebook.cli.common import say

if TYPE_CHECKING:
    from tiebook.case import Text
    from tiebook.draft.store import Stored

_WIDEST: Final = 100
_AROUND: Final = 240  # characters of the paragraph on each side of the quote
_HELP: Final = "a accept   x reject   e edit   s later   u undo   p whole paragraph   q stop   ? keys"
_HIDDEN: Final = ("from", "tie", "to", "quote", "paragraph", "gloss")


@click.command()
@click.argument("case")
@click.option("--text", type=click.Path(path_type=Path), metavar="FILE", help="The text, if the case does not name it.")
@click.option("--who", metavar="NAME", help="Who decides; by default the coder in case.toml.")
@click.option("--list", "list_only", is_flag=True, help="List the open proposals and stop.")
def command(case: str, text: Path | None, who: str | None, list_only: bool) -> None:
    """Accept or reject the proposals for CASE, in the order of the text. Each decision is saved before the next proposal.

    \b
    a  accept: it becomes a claim of the case      x  reject
    e  edit, then accept: to=iran since=2016       s  skip for now
    u  undo the last decision                      q  quit; the same command continues from here

    To edit, type FIELD=VALUE, several separated by spaces. FIELD= removes a field. Quote a value that has spaces.
    """  # noqa: D301 -- click's own mark
    from tiebook.draft.store import decisions, open_proposals  # noqa: PLC0415

    folder, checked, found = case_with_text(case, text)
    waiting = open_proposals(folder)
    if list_only:
        for each in waiting:
            click.echo(f"{each.id}  {each.paragraph:>3}  {_said(each.claim)}")
        return
    if not waiting:
        say(f"No open proposals; {len(decisions(folder))} decided. For more: tiebook draft {quote(str(folder))}")
        return
    review = Review(folder, found, who or checked.coder.name, waiting, _key, _line)
    review.run()
    say(f"{review.accepted} accepted, {review.rejected} rejected, {len(open_proposals(folder))} open")
    shown = quote(str(folder))
    say(f"Next: tiebook load {shown}" if not open_proposals(folder) else f"Go on: tiebook review {shown}")


@dataclass(slots=True)
class Review:
    """One sitting. `key` returns the next key that is pressed, `line` a line that is typed after a question."""

    folder: Path
    text: Text
    who: str
    waiting: list[Stored]
    key: Callable[[], str]
    line: Callable[[str], str]
    accepted: int = 0
    rejected: int = 0
    _done: list[int] = field(default_factory=list)
    _shown: int | None = None

    def run(self) -> None:
        """Show each proposal until it is decided or put off; end with the last, or when the user stops."""
        place = 0
        while place < len(self.waiting):
            if place != self._shown:
                self._show(place)
                self._shown = place
            pressed = self.key().lower()
            if pressed in ("q", "\x03", "\x04", ""):
                return
            step = self._act(pressed, self.waiting[place], place)
            if step:
                place += step
                self._shown = None

    def _act(self, pressed: str, proposal: Stored, place: int) -> int:
        """Do what a key means; return by how many proposals to go on."""
        if pressed == "a":
            return self._accept(proposal, place, {})
        if pressed == "e":
            return self._edit(proposal, place)
        if pressed == "x":
            from tiebook.draft.decide import decline  # noqa: PLC0415

            decline(self.folder, proposal, self.who)
            self.rejected += 1
            self._done.append(place)
            return 1
        if pressed == "s":
            return 1
        if pressed == "u":
            return self._undo(place)
        if pressed == "p":
            paragraph = self.text.paragraph(proposal.paragraph)
            click.echo(_wrapped(" ".join(paragraph.text.split()) if paragraph else ""))
        else:
            click.echo(_HELP)
        return 0

    def _accept(self, proposal: Stored, place: int, changes: dict[str, str]) -> int:
        from tiebook.draft.decide import accept  # noqa: PLC0415
        from tiebook.draft.store import is_shared  # noqa: PLC0415
        from tiebook.errors import BadCase, UsageError  # noqa: PLC0415

        try:
            (decision,) = accept(self.folder, self.text, [proposal], {proposal.id: changes}, self.who)
        except (BadCase, UsageError) as error:
            faults = (
                [fault.partition(": ")[2] for fault in error.faults] if isinstance(error, BadCase) else [str(error)]
            )
            click.echo(f"Not accepted: {'; '.join(faults)}")
            return 0
        click.echo(f"-> {decision.claim}" + (", which says this already" if is_shared(self.folder, decision) else ""))
        self.accepted += 1
        self._done.append(place)
        return 1

    def _edit(self, proposal: Stored, place: int) -> int:
        given = self.line("change (FIELD=VALUE ..., empty to go back)")
        if not given.strip():
            return 0
        try:
            parts = shlex.split(given)
        except ValueError:
            parts = [given]
        changes = dict(part.partition("=")[::2] for part in parts)
        if any("=" not in part for part in parts):
            click.echo("write FIELD=VALUE, with quotes around a value with spaces")
            return 0
        return self._accept(proposal, place, changes)

    def _undo(self, place: int) -> int:
        """Open the last decision again: of this sitting, or else of those before it."""
        from tiebook.draft.decide import undo  # noqa: PLC0415
        from tiebook.draft.store import ACCEPTED, decisions, read_proposals  # noqa: PLC0415
        from tiebook.errors import BadCase, UsageError  # noqa: PLC0415

        decided = decisions(self.folder)
        stored = {each.id: each for each in read_proposals(self.folder)}
        last = self._done[-1] if self._done else None
        before = next((stored[each] for each in reversed(decided) if each in stored), None)
        proposal = before if last is None else self.waiting[last]
        if proposal is None:
            click.echo("nothing to undo")
            return 0
        was = decided[proposal.id].decision
        try:
            undo(self.folder, self.text, proposal, self.who)
        except (BadCase, UsageError) as error:
            click.echo(f"Not undone: {error}")
            return 0
        if last is None:
            self.waiting.insert(place, proposal)
            self._shown = None
            return 0
        self._done.pop()
        if was == ACCEPTED:
            self.accepted -= 1
        else:
            self.rejected -= 1
        return last - place

    def _beside(self, proposal: Stored) -> Iterator[str]:
        """Yield what else is proposed, or was accepted, for the same words and the same two: who says it may differ."""
        from tiebook.draft.store import ACCEPTED, decisions, read_proposals  # noqa: PLC0415

        decided = decisions(self.folder)
        ends = {proposal.claim.get("from"), proposal.claim.get("to")}
        for each in read_proposals(self.folder):
            overlap = each.at[0] < proposal.at[1] and proposal.at[0] < each.at[1]
            if each.id == proposal.id or not overlap or {each.claim.get("from"), each.claim.get("to")} != ends:
                continue
            if each.id not in decided:
                yield f"also proposed, by {each.by}: {_said(each.claim)}"
            elif decided[each.id].decision == ACCEPTED:
                yield f"accepted as {decided[each.id].claim}: {_said(each.claim)}"

    def _show(self, place: int) -> None:
        proposal = self.waiting[place]
        more = {name: value for name, value in proposal.claim.items() if name not in _HIDDEN}
        click.echo(f"\n[{place + 1}/{len(self.waiting)}] paragraph {proposal.paragraph}, by {proposal.by}")
        click.echo(_wrapped(self._context(proposal)))
        click.secho(_wrapped(_said(proposal.claim)), bold=True)
        if more:
            click.echo(_wrapped("   ".join(f"{name}={_shown(value)}" for name, value in more.items())))
        for new in proposal.new:
            click.echo(f"  new {new['table']}: {new['name']} ({new['kind']})")
        if proposal.rule:
            click.echo(f"  rule: {proposal.rule}")
        if proposal.hint:
            click.echo(f"  look: {proposal.hint}")
        for line in self._beside(proposal):
            click.echo(_wrapped(line))
        if not place:
            click.echo(_HELP)

    def _context(self, proposal: Stored) -> str:
        """Return the words around the quote, and the quote between marks."""
        start, end = proposal.at
        content = self.text.content
        paragraph = self.text.paragraph(proposal.paragraph)
        if paragraph is None:
            return ""
        first = max(paragraph.start, content.rfind(" ", 0, max(start - _AROUND, 0)) + 1)
        last = min(paragraph.start + len(paragraph.text), end + _AROUND)
        dots = (
            "" if first == paragraph.start else "... ",
            "" if last == paragraph.start + len(paragraph.text) else " ...",
        )
        marked = f"{content[first:start]}>>{content[start:end]}<<{content[end:last]}"
        return f"{dots[0]}{' '.join(marked.split())}{dots[1]}"


def _said(claim: dict[str, Any]) -> str:
    """Return a claim in one line: iran NOT SELLS_ARMS_TO yemen (feared), according to oman."""
    no = "NOT " if claim.get("negated") else ""
    mode = f" ({claim['mode']})" if claim.get("mode", "actual") != "actual" else ""
    holders = claim.get("holder") or []
    whose = "".join(f", according to {each}" for each in reversed([holders] if isinstance(holders, str) else holders))
    return f"{claim.get('from')} {no}{claim.get('tie')} {claim.get('to')}{mode}{whose}"


def _shown(value: Any) -> str:
    return ",".join(map(str, value)) if isinstance(value, list) else str(value)


def _wrapped(text: str) -> str:
    from tiebook.support.plain import plain  # noqa: PLC0415

    width = min(shutil.get_terminal_size().columns, _WIDEST)
    return textwrap.fill(plain(text), width, initial_indent="  ", subsequent_indent="  ", break_long_words=False)


def _key() -> str:
    """Return the next key; where no terminal is, the next character of the input."""
    if sys.stdin.isatty():
        return click.getchar()
    while (key := sys.stdin.read(1)) in ("\n", "\r"):
        continue
    return key


def _line(question: str) -> str:
    if sys.stdin.isatty():
        answer: str = click.prompt(question, default="", show_default=False)
        return answer
    line = sys.stdin.readline()
    return line if line.strip() or not line else sys.stdin.readline()  # after the line end that follows the key
