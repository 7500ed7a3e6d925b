"""`tiebook questions`: list, search and show the stored questions."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import click

from tiebook.cli.common import engine_for, say, say_left_out
from tiebook.errors import TiebookError, UnknownName
from tiebook.questions import Question, QuestionLibrary
from tiebook.questions.general import in_general

if TYPE_CHECKING:
    from tiebook.ask.words.names.known import Names


class _Questions(click.Group):
    """`questions`, `questions WORD...` and `questions show NAME`."""

    def resolve_command(
        self,
        ctx: click.Context,  # noqa: ARG002 -- the signature is click's
        args: list[str],
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args and args[0] == "show":
            return "show", show_question, args[1:]
        return "search", search, args


@click.group(cls=_Questions, invoke_without_command=True, subcommand_metavar="[WORD...] | show NAME")
@click.option("--format", "-f", "form", type=click.Choice(["table", "json"]), default="table", show_default=True)
@click.pass_context
def command(ctx: click.Context, form: str) -> None:
    """List the stored questions, or those that match WORDs; `show NAME` prints one: its text, parameters and Cypher."""
    ctx.obj = {**(ctx.obj or {}), "form": form}
    if ctx.invoked_subcommand is None:
        library = QuestionLibrary()
        _list(library.all(), form)
        say_left_out(library)


@click.command()
@click.argument("words", nargs=-1)
@click.pass_context
def search(ctx: click.Context, words: tuple[str, ...]) -> None:
    """List the questions that the words may mean, the nearest first."""
    from tiebook.ask.words.understand import command as command_of  # noqa: PLC0415
    from tiebook.ask.words.understand import search as search_words  # noqa: PLC0415

    library = QuestionLibrary()
    text = " ".join(words)
    found, sure = search_words(_names(text), text, library)
    say_left_out(library)
    if not sure:
        say(f'No question has "{text}" in it; the nearest:')
    if ctx.obj["form"] == "json":
        _print_json([_record(library.get(each.name)) | {"command": command_of(each)} for each in found])
        return
    lines = [command_of(each) if each.params else each.name for each in found]
    width = max(map(len, lines))
    for line, each in zip(lines, found, strict=True):
        _print(f"  {line.ljust(width)}  {in_general(library.get(each.name))}")


def _names(text: str) -> Names:
    """Return the names in the database, where one is available: looking for a question makes none and asks for no password."""
    from tiebook.ask.words.names.known import Names, read_names  # noqa: PLC0415

    try:
        engine = engine_for(None, ask=False)
        try:
            return read_names(engine, text) if engine.exists() else Names()
        finally:
            engine.close()
    except (TiebookError, OSError):
        return Names()


@click.command("show")
@click.argument("name")
def show_question(name: str) -> None:
    """Show a question's text, parameters, examples and Cypher."""
    try:
        question = QuestionLibrary().get(name)
    except UnknownName as error:
        raise click.UsageError(str(error)) from None
    _print(f"{question.title}\n{in_general(question)}\n")
    if question.note:
        _print(f"{question.note}\n")
    for param in question.params:
        kind = f"{param.type}{'?' if param.optional else ''}"
        _print(f"  --{param.name.replace('_', '-')} ({kind})  {param.help}")
    if question.takes:
        _print(f"  also: {', '.join('--' + name.replace('_', '-') for name in question.takes)}")
    _print(f"\nReturns: {', '.join(question.returns)}")
    for example in question.examples:
        _print(f"Example: tiebook ask {question.name} {example}".rstrip())
    _print(f"\n{question.cypher}")


def _print(text: str) -> None:
    """Print what may come from somebody else's folder of questions."""
    from tiebook.support.plain import plain  # noqa: PLC0415

    click.echo(plain(text, keep_lines=True))


def _record(question: Question) -> dict[str, Any]:
    return {
        "name": question.name,
        "theme": question.theme,
        "title": question.title,
        "question": question.question,
    }


def _print_json(records: list[dict[str, Any]]) -> None:
    from tiebook.support.plain import plain_json  # noqa: PLC0415

    click.echo(plain_json(json.dumps(records, ensure_ascii=False, indent=2)))


def _list(questions: list[Question], form: str) -> None:
    if form == "json":
        _print_json([_record(question) for question in questions])
        return
    width = max((len(question.name) for question in questions), default=0)
    theme = None
    for question in questions:
        if question.theme != theme:
            theme = question.theme
            _print(f"\n{theme.replace('-', ' ').capitalize()}")
        _print(f"  {question.name.ljust(width)}  {in_general(question)}")
