"""Write the pages that are generated from the code: `python -m tests.docs.reference` (docs/cli.md...)."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import click

from tests.docs.stubs import DTYPES, STUB, dtypes, stub
from tiebook.cli.app import app
from tiebook.model.page import codebook_page
from tiebook.questions import QuestionLibrary

DOCS = Path(__file__).parents[2] / "docs"
_EXAMPLE = "who-constrains"


def cli_page() -> str:
    """Return docs/cli.md: the help of every command."""
    return "\n".join(_commands())


def questions_page() -> str:
    """Return docs/question-list.md: every shipped question by theme."""
    return "\n".join(_questions())


PAGES = {
    DOCS / "cli.md": cli_page,
    DOCS / "codebook.md": codebook_page,
    DOCS / "question-list.md": questions_page,
    STUB: stub,
    DTYPES: dtypes,
}


def _commands() -> Iterator[str]:
    yield "# The command line\n"
    yield "Generated from the code by `python -m tests.docs.reference`; do not edit by hand.\n"
    yield "Data goes to stdout, messages to stderr. Exit status: 0 success, 1 failure, 2 wrong usage.\n"
    yield from _help(app, "tiebook")
    context = click.Context(app, info_name="tiebook")
    for name in app.list_commands(context):
        command = app.get_command(context, name)
        assert command is not None
        yield from _help(command, f"tiebook {name}", context)
        if name == "ask":
            yield "Every question has the options from `--text` on, and only some of those from `--as-of` to `--no-inferred`.\n"
            asking = click.Context(command, info_name=name, parent=context)
            yield from _help(_example(command, asking), f"tiebook ask {_EXAMPLE}", asking)
        if isinstance(command, click.Group) and name not in ("ask", "questions"):
            inner = click.Context(command, info_name=name, parent=context)
            for each in command.list_commands(inner):
                found = command.get_command(inner, each)
                assert found is not None
                yield from _help(found, f"tiebook {name} {each}", inner)


def _example(group: click.Command, context: click.Context) -> click.Command:
    """Return the command of a question that takes every option that questions share."""
    assert isinstance(group, click.Group)
    found = group.get_command(context, _EXAMPLE)
    assert found is not None
    return found


def _help(command: click.Command, title: str, parent: click.Context | None = None) -> Iterator[str]:
    context = click.Context(
        command,
        info_name=title.rsplit(" ", 1)[-1],
        parent=parent,
        terminal_width=100,
        max_content_width=100,
        help_option_names=app.context_settings["help_option_names"],
    )
    yield f"## {title}\n"
    text = command.get_help(context)
    if title == "tiebook ask":
        text = text[: text.index("Commands:")] if "Commands:" in text else text.split("\n\nCh")[0]
    yield f"```text\n{text.strip()}\n```\n"


def _questions() -> Iterator[str]:
    yield "# The questions\n"
    yield "Generated from the headers of the questions by `python -m tests.docs.reference`; do not edit by hand.\n"
    yield "[Stored questions](questions.md) explains how to write one.\n"
    theme = None
    for question in QuestionLibrary({}).all():
        if question.theme != theme:
            theme = question.theme
            yield f"\n## {theme.replace('-', ' ').capitalize()}\n"
            yield "| name | question | takes |\n| --- | --- | --- |"
        takes = ", ".join([*(param.name for param in question.params), *question.takes])
        yield f"| `{question.name}` | {question.question} | {takes} |"
    yield ""


def main() -> None:
    """Write the pages, or with `--check` name those that have drifted and fail."""
    drifted = [path for path, page in PAGES.items() if not path.is_file() or path.read_text("utf-8") != page()]
    if "--check" in sys.argv:
        sys.exit(
            f"drifted: {', '.join(path.name for path in drifted)}; run: python -m tests.docs.reference"
            if drifted
            else 0
        )
    for path in drifted:
        path.write_text(PAGES[path](), "utf-8")


if __name__ == "__main__":
    main()
