"""`tiebook ask NAME`: each stored question is a command whose options come from its header."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from tiebook.catalogue import Param, Question, QuestionLibrary, options
from tiebook.cli.common import FoundByName, answer_parameters, click_option, engine_for, opened
from tiebook.engine.base import Engine
from tiebook.errors import TiebookError, UsageError

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

    from tiebook.ask import Answer


class _Questions(FoundByName):
    """The stored questions as subcommands, read one at a time."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        return QuestionLibrary().names()

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        return _command(QuestionLibrary().get(cmd_name))

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        theme = None
        for question in QuestionLibrary().all():
            if question.theme != theme:
                theme = question.theme
                formatter.write(f"\n{theme.replace('-', ' ').capitalize()}:\n")
            formatter.indent()
            formatter.write_dl([(question.name, question.title)])
            formatter.dedent()


@click.group(cls=_Questions, subcommand_metavar="QUESTION [OPTIONS]")
def command() -> None:
    """Ask a stored question. `tiebook questions WORD` finds one; `tiebook ask QUESTION --help` shows its options."""


def _command(question: Question) -> click.Command:
    grouped = any(param.type in ("actor", "entity") for param in question.params)
    parameters: list[click.Parameter] = [_option(param) for param in question.params]
    parameters += [click_option(each, hidden=each.name not in question.takes) for each in options.RESERVED]
    parameters += [click_option(each, hidden=each.name == "members" and not grouped) for each in options.ASKING]
    parameters += answer_parameters()
    names = [param.name for param in question.params] + [option.name for option in options.RESERVED]

    def run(
        *,
        form: str,
        evidence: bool,
        text: Path | None,
        view: Path | None,
        members: bool,
        coverage: bool,
        also_said: bool,
        wide: bool,
        stamp: bool,
        cite: bool,
        db: str | None,
        **given: Any,
    ) -> None:
        from tiebook.ask import ask  # noqa: PLC0415
        from tiebook.cli.output import beside, show  # noqa: PLC0415

        with opened(db, fill=True) as engine:
            asked = {name: given[name] for name in names}
            answer = ask(engine, question, asked, members=members, coverage=coverage or stamp, also_said=also_said)
            extra = beside(engine, answer, stamp=stamp, cite=cite)
            if view is not None:
                _draw(engine, answer, view)
        show(_in_context(answer, text), form, evidence=evidence, extra=extra, coverage=coverage, wide=wide)

    help_text = question.question.replace("{", "").replace("}", "")
    examples = "".join(f"\n  tiebook ask {question.name} {example}".rstrip() for example in question.examples)
    note = f"\n\n{question.note}" if question.note else ""
    return click.Command(
        question.name,
        params=parameters,
        callback=run,
        help=f"{help_text}{note}\n\n\b\nExamples:{examples}",
        short_help=question.title,
    )


def _option(param: Param) -> click.Option:
    def complete(context: click.Context, _: click.Parameter, incomplete: str) -> list[CompletionItem]:
        return _completions(param.type, incomplete, context.params.get("db"))

    help_text = param.help if param.default is None else f"{param.help} [default: {param.default}]"
    return click.Option(
        [f"--{param.name.replace('_', '-')}", param.name],
        metavar=param.type.upper(),
        help=help_text,
        shell_complete=complete,
    )


def _completions(kind: str, incomplete: str, db: str | None) -> list[CompletionItem]:
    """Return ids and names that begin as typed; nothing where the database is not at hand."""
    from click.shell_completion import CompletionItem  # noqa: PLC0415 -- only a shell needs it

    from tiebook.ask.completions import completions  # noqa: PLC0415

    try:
        engine = engine_for(db, ask=False)
        try:
            found = completions(engine, kind, incomplete)
        finally:
            engine.close()
    except (TiebookError, OSError):
        return []
    return [CompletionItem(value, help=text) for value, text in found]


def _draw(engine: Engine, answer: Answer, output: Path) -> None:
    """Draw just the claims and ties that the answer's rows name."""
    from tiebook.cli.view import write_picture  # noqa: PLC0415
    from tiebook.view.collect import collect  # noqa: PLC0415

    named = [answer.columns.index(column) for column in ("claim", "tie_id") if column in answer.columns]
    if not named:
        raise UsageError("this answer names no ties to draw", hint="ask a question that returns claim or tie_id")
    write_picture(collect(engine, only={row[index] for row in answer.rows for index in named}), output)


def _in_context(answer: Answer, path: Path | None) -> Answer:
    from tiebook.cli.context import in_context  # noqa: PLC0415

    return in_context(answer, path)
