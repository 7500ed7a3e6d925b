"""`tiebook questions`: list, search and show the stored questions."""

from __future__ import annotations

import json

import click

from tiebook.catalogue import Question, QuestionLibrary
from tiebook.cli.common import say
from tiebook.errors import UnknownName


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
    """List the stored questions, those with all WORDs in them, or `show NAME`: its text, parameters and Cypher."""
    ctx.obj = {**(ctx.obj or {}), "form": form}
    if ctx.invoked_subcommand is None:
        _list(QuestionLibrary().all(), form)


@click.command()
@click.argument("words", nargs=-1)
@click.pass_context
def search(ctx: click.Context, words: tuple[str, ...]) -> None:
    """List the questions that have all words."""
    questions = QuestionLibrary().all()
    found = [question for question in questions if all(_has(question, word) for word in words)]
    if not found:
        found = _near(questions, " ".join(words))
        say(f"No question has {' and '.join(words)} in it; the nearest:")
    _list(found, ctx.obj["form"])


@click.command("show")
@click.argument("name")
def show_question(name: str) -> None:
    """Show a question's text, parameters, examples and Cypher."""
    try:
        question = QuestionLibrary().get(name)
    except UnknownName as error:
        raise click.UsageError(str(error)) from None
    _print(f"{question.title}\n{question.question}\n")
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
    from tiebook.cli.plain import plain  # noqa: PLC0415

    click.echo(plain(text, keep_lines=True))


def _has(question: Question, word: str) -> bool:
    words = f"{question.name} {question.theme} {question.title} {question.question} {question.note or ''}"
    words += " ".join(param.help for param in question.params) + question.cypher.replace("_", " ")
    return word.casefold() in words.casefold()


def _near(questions: list[Question], text: str) -> list[Question]:
    from rapidfuzz import fuzz, process  # noqa: PLC0415

    shown = {question.name: f"{question.name} {question.title} {question.question}" for question in questions}
    names = [match[2] for match in process.extract(text, shown, scorer=fuzz.partial_ratio, limit=5)]
    return [question for question in questions if question.name in names]


def _list(questions: list[Question], form: str) -> None:
    if form == "json":
        records = [
            {"name": question.name, "theme": question.theme, "title": question.title, "question": question.question}
            for question in questions
        ]
        from tiebook.cli.plain import plain_json  # noqa: PLC0415

        click.echo(plain_json(json.dumps(records, ensure_ascii=False, indent=2)))
        return
    width = max((len(question.name) for question in questions), default=0)
    theme = None
    for question in questions:
        if question.theme != theme:
            theme = question.theme
            _print(f"\n{theme.replace('-', ' ').capitalize()}")
        text = question.question.replace("{", "").replace("}", "")
        _print(f"  {question.name.ljust(width)}  {text}")
