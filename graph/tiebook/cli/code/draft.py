"""`tiebook draft`: claims proposed for a case, for a person to decide on."""

from __future__ import annotations

import os
import shlex
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from shlex import quote
from typing import TYPE_CHECKING

import click

from tiebook.cli.common import say

if TYPE_CHECKING:
    from tiebook.case import Case, Text
    from tiebook.draft.names import NameIndex
    from tiebook.draft.protocol import Article, Proposer
    from tiebook.draft.run import Outcome


@click.command()
@click.argument("case", required=False)
@click.option(
    "--by", metavar="WHO", help="rules (offline), a PROGRAM, the URL of an endpoint, or a FILE with a pasted answer."
)
@click.option(
    "--prompt", "print_prompt", is_flag=True, help="Print everything an assistant needs, to paste into a chat."
)
@click.option("--schema", is_flag=True, help="Print the JSON schema of an answer, and stop.")
@click.option("--text", type=click.Path(path_type=Path), metavar="FILE", help="The text, if the case does not name it.")
@click.option("--paragraphs", metavar="N-M", help="Only these paragraphs: 3, 3-8 or 3,7-9.")
@click.option("--model", metavar="NAME", help="The endpoint's model (or set TIEBOOK_MODEL).")
@click.option(
    "--timeout",
    type=click.FloatRange(min=0.1),
    default=120.0,
    show_default=True,
    help="Seconds for each answer.",
)
def command(
    case: str | None,
    by: str | None,
    print_prompt: bool,
    schema: bool,
    text: Path | None,
    paragraphs: str | None,
    model: str | None,
    timeout: float,
) -> None:
    """Propose claims for CASE. None becomes a claim before you accept it with tiebook review CASE.

    \b
    tiebook draft my-article --by rules                        # offline
    tiebook draft my-article --prompt > ask.txt                # paste it into any assistant...
    tiebook draft my-article --by answer.txt                   # ...and its answer into a file
    tiebook draft my-article --by http://localhost:11434/v1 --model llama3.1
    tiebook draft my-article --by "python my_program.py"

    A quote must appear word for word in its paragraph. Proposals that pass go to proposals.jsonl in the case's folder, the others
    to rejected.jsonl, each with a reason. The text leaves this machine only if you give the URL of another one; its key is taken
    from TIEBOOK_API_KEY or OPENAI_API_KEY.
    """  # noqa: D301 -- click's own mark
    if schema:
        click.echo(_schema())
        return
    if case is None or (by is None) == (not print_prompt):
        raise click.UsageError("say which CASE, and either --by WHO or --prompt")
    from tiebook.case.derive.sections import read_paragraphs  # noqa: PLC0415
    from tiebook.draft.article import article_of  # noqa: PLC0415
    from tiebook.draft.names import NameIndex  # noqa: PLC0415

    folder, checked, found = case_with_text(case, text)
    only = read_paragraphs(paragraphs) if paragraphs else None
    if paragraphs and not only:
        raise click.UsageError(f"{paragraphs!r}: write 3, 3-8 or 3,7-9")
    index = NameIndex(checked.entities)
    article = article_of(checked, found, index)
    if by is None:
        from tiebook.draft.prompt import prompt  # noqa: PLC0415

        click.echo(prompt(article, only), nl=False)
        return
    with _proposer(by, article, model, timeout) as proposer:
        outcome = _drafted(folder, checked, found, index, article, proposer, only)
    _tell(outcome, folder)


def case_with_text(case: str, named: Path | None) -> tuple[Path, Case, Text]:
    """Return a case's folder, the case, and its text.

    Raises TextNotFound if the text is not available.
    """
    from tiebook.case import open_case  # noqa: PLC0415
    from tiebook.support.resources import is_installed  # noqa: PLC0415
    from tiebook.support.small_files import folder_name  # noqa: PLC0415
    from tiebook.sync.cases import find_case, needed_text_of_case  # noqa: PLC0415

    folder = find_case(case)
    if is_installed(folder):
        raise click.UsageError(f"{folder_name(folder)} ships with Tiebook and is not changed; copy its folder")
    found = needed_text_of_case(folder, named)
    return folder, open_case(folder, found), found


@contextmanager
def _proposer(by: str, article: Article, model: str | None, timeout: float) -> Iterator[Proposer]:
    """Open the proposer that --by names."""
    from tiebook.draft.proposers import by_name, names  # noqa: PLC0415

    make = by_name(by)
    if make is not None:
        ours = make(article)
        note = getattr(ours, "note", None)
        if note:
            say(note)
        yield ours
        return
    if by.startswith(("http://", "https://")):
        from tiebook.draft.proposers.endpoint import Endpoint  # noqa: PLC0415

        endpoint = Endpoint(by, article, os.environ, model=model, timeout=timeout)
        say(f"Sending the text to {endpoint.address}")
        yield endpoint
        return
    words = shlex.split(by)
    if Path(by).is_file() and not os.access(by, os.X_OK):
        from tiebook.draft.proposers.pasted import Pasted  # noqa: PLC0415

        pasted = Pasted(Path(by))
        lost = pasted.beyond([each.number for each in article.paragraphs])
        if lost:
            from tiebook.case.derive.sections import write_paragraphs  # noqa: PLC0415

            has = f"the text has {len(article.paragraphs)} paragraphs"
            say(f"Passed over: the answer is also about paragraph {write_paragraphs(lost)}, and {has}")
        yield pasted
    elif words and shutil.which(words[0]):
        from tiebook.draft.proposers.command import Program  # noqa: PLC0415

        with Program(words, timeout=timeout) as program:
            yield program
    else:
        known = ", ".join(names()) or "none"
        raise click.UsageError(
            f"--by {by}: not a built-in proposer ({known}), a program, a file or an address (http...)"
        )


def _drafted(
    folder: Path,
    case: Case,
    text: Text,
    index: NameIndex,
    article: Article,
    proposer: Proposer,
    only: frozenset[int] | None,
) -> Outcome:
    """Ask, and store what came even where this is interrupted."""
    from tiebook.draft.gate import Gate  # noqa: PLC0415
    from tiebook.draft.rules.said.heard import heard_in  # noqa: PLC0415
    from tiebook.draft.run import Outcome, run  # noqa: PLC0415
    from tiebook.draft.store import waiting_entities, write_proposals  # noqa: PLC0415

    outcome = Outcome()
    try:
        heard = {} if proposer.name == "rules" else heard_in(article)  # the rules have attributed what they hear
        run(article, proposer, Gate(case, text, index, waiting_entities(folder), heard), outcome, only=only)
    finally:
        write_proposals(folder, outcome.kept, outcome.dropped, proposer.name, outcome.answered, text)
    return outcome


def _tell(outcome: Outcome, folder: Path) -> None:
    from collections import Counter  # noqa: PLC0415

    from tiebook.case.derive.sections import write_paragraphs  # noqa: PLC0415
    from tiebook.draft.gate import REASONS  # noqa: PLC0415
    from tiebook.draft.store import open_proposals  # noqa: PLC0415
    from tiebook.support.numbers import counted  # noqa: PLC0415

    drafted = f"Drafted {counted(len(outcome.answered), 'paragraph')}: " if outcome.answered else "Nothing drafted: "
    click.echo(f"{drafted}{counted(len(outcome.kept), 'proposal')}, {len(outcome.dropped)} dropped")
    for reason, count in Counter(each.reason for each in outcome.dropped).most_common():
        say(f"  {count} dropped: {REASONS[reason]}")
    whys: dict[str, list[int]] = {}
    for number, why in outcome.failed.items():
        whys.setdefault(why, []).append(number)
    for why, numbers in whys.items():
        word = "paragraph" if len(numbers) == 1 else "paragraphs"
        say(f"No answer for {word} {write_paragraphs(numbers)}: {why}")
    if outcome.dropped:
        say(f"Why each was dropped: {folder / 'rejected.jsonl'}")
    waiting = len(open_proposals(folder))
    if waiting:
        say(f"Next: tiebook review {quote(str(folder))} ({waiting} open)")
    if outcome.failed and not outcome.answered:
        click.get_current_context().exit(1)


def _schema() -> str:
    import json  # noqa: PLC0415

    from tiebook.draft.schema import answer_schema  # noqa: PLC0415

    return json.dumps(answer_schema(), indent=2, ensure_ascii=False)
