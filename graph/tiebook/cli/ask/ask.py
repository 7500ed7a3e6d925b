"""`tiebook ask NAME`: each stored question is a command whose options come from its header."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import click

from tiebook.cli.common import FoundByName, answer_parameters, click_option, engine_for, opened, say_left_out
from tiebook.engine.base import Engine
from tiebook.errors import TiebookError, UsageError
from tiebook.questions import Param, Question, QuestionLibrary, options
from tiebook.questions.general import in_general

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem


class _Questions(FoundByName):
    """The stored questions as subcommands, read one at a time."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        return QuestionLibrary().names()

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        return _command(QuestionLibrary().get(cmd_name))

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        from tiebook.cli.ask.free_words import in_free_words  # noqa: PLC0415

        free = in_free_words(args, self.list_commands(ctx))
        if free is None:
            return super().resolve_command(ctx, args)
        text, rest = free
        return "WORDS", _free(text), rest

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        theme = None
        library = QuestionLibrary()
        questions = library.all()
        say_left_out(library)
        for question in questions:
            if question.theme != theme:
                theme = question.theme
                formatter.write(f"\n{theme.replace('-', ' ').capitalize()}:\n")
            formatter.indent()
            formatter.write_dl([(question.name, question.title)])
            formatter.dedent()


@click.group(cls=_Questions, subcommand_metavar='"WORDS" | QUESTION [VALUE...] [OPTIONS]')
def command() -> None:
    """Ask a question: in your own words ("who arms Iran?"), or a stored one by its name.

    Your words are matched to a stored question, and the answer shows which; if two fit, you are asked to choose. `tiebook
    questions WORD` finds stored questions; `tiebook ask QUESTION --help` shows the parameters of one. Values without an option
    fill them in order: `tiebook ask what-limits china iran`.
    """


def _command(question: Question) -> click.Command:
    grouped = any(param.type in ("actor", "entity") for param in question.params)
    parameters: list[click.Parameter] = [click.Argument(["_values"], nargs=-1, metavar=_values(question))]
    parameters += [_option(param) for param in question.params]
    parameters += [click_option(each, hidden=each.name not in question.takes) for each in options.RESERVED]
    parameters += [
        click_option(each, hidden=each.name == "members" and not grouped) for each in (*options.FILES, *options.ASKING)
    ]
    parameters += answer_parameters()

    def run(*, _values: tuple[str, ...], db: str | None, **given: Any) -> None:
        placed = _placed(question, _values, given)
        with opened(db, fill=True) as engine:
            show_answer = _answered(engine, question, placed, given)
        show_answer()

    help_text = in_general(question)
    examples = "".join(f"\n  tiebook ask {question.name} {example}".rstrip() for example in question.examples)
    note = f"\n\n{question.note}" if question.note else ""
    return click.Command(
        question.name,
        params=parameters,
        callback=run,
        help=f"{help_text}{note}\n\n\b\nExamples:{examples}",
        short_help=question.title,
    )


def _free(text: str) -> click.Command:
    """Return the command for a question in free words."""
    parameters: list[click.Parameter] = [
        click_option(each) for each in (*options.RESERVED, *options.FILES, *options.ASKING)
    ]

    def run(*, db: str | None, **given: Any) -> None:
        from tiebook.cli.ask.free_words import taken  # noqa: PLC0415

        with opened(db, fill=True) as engine:
            question, understood = taken(engine, text)
            placed = {option.name: given[option.name] for option in options.RESERVED}
            show_answer = _answered(engine, question, understood | {k: v for k, v in placed.items() if v}, given)
        show_answer()

    return click.Command("WORDS", params=[*parameters, *answer_parameters()], callback=run, help="Ask in free words.")


def _answered(engine: Engine, question: Question, asked: dict[str, Any], given: dict[str, Any]) -> Callable[[], None]:
    """Ask a question and draw what is to be drawn; return what shows the answer once the database is closed."""
    from tiebook.ask import ask  # noqa: PLC0415
    from tiebook.cli.show.output import beside, show  # noqa: PLC0415

    coverage = given["coverage"]
    answer = ask(
        engine,
        question,
        asked,
        **{option.name: given[option.name] for option in options.ASKING}
        | {"coverage": coverage or given["stamp"]},  # what is cited says where it was looked
    )
    extra = beside(engine, answer, stamp=given["stamp"], cite=given["cite"])
    if given["view"] is not None:
        from tiebook.cli.see.view import draw_answer  # noqa: PLC0415

        draw_answer(engine, question, answer, given["view"])
    from tiebook.ask.context import in_context, shipped_texts  # noqa: PLC0415

    texts = shipped_texts(engine, question.name, answer)
    return lambda: show(
        in_context(answer, given["text"], texts),
        given["form"],
        evidence=given["evidence"],
        extra=extra,
        coverage=coverage,
        wide=given["wide"],
    )


def _values(question: Question) -> str:
    """Return how the values without an option are written in the usage: [ACTOR] [PARTNER]."""
    return " ".join(f"[{param.name.upper()}]" for param in question.params) or " "


def _placed(question: Question, values: tuple[str, ...], given: dict[str, Any]) -> dict[str, Any]:
    """Return the parameters: those given as options, and the values without one in the order of what is left.

    Raises UsageError if there are more values than parameters.
    """
    names = [param.name for param in question.params]
    placed = {name: given[name] for name in (*names, *(option.name for option in options.RESERVED))}
    free = [name for name in names if placed[name] is None]
    if len(values) > len(free):
        takes = f"it takes {' '.join(name.upper() for name in names)}" if names else "it takes none"
        raise UsageError(f"{question.name} has no place for the value {values[len(free)]!r}", hint=takes)
    return placed | dict(zip(free, values, strict=False))


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
    """Return ids and names that begin as typed; nothing if the database is not available."""
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
