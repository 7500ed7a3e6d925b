"""The `tiebook` command: its subcommands are imported when they are used."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Final

import click

from tiebook import __version__

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

# What a person wants: its commands, each with a line. The first word names the folder, the command its module, which has `command`.
_GROUPS: Final = {
    "Ask": {
        "ask": "Ask a stored question.",
        "questions": "List, search and show the stored questions.",
        "query": "Run your own read-only Cypher query.",
        "cite": "Print how to cite sources, or what an answer used.",
        "mcp": "Let an assistant ask the questions.",
    },
    "See": {
        "serve": "Ask, read and code in a browser.",
        "view": "Draw the network, as a page or for print.",
        "analyse": "Measure the network: balance, brokers, centrality...",
        "export": "Export the graph to other tools.",
    },
    "Code an article": {
        "new": "Start a case from an article's text.",
        "text": "Show a case's text by paragraph.",
        "draft": "Propose claims for you to review.",
        "review": "Accept or reject proposals, one key each.",
        "check": "Check a coded article against its text.",
        "correct": "Correct one claim of a coded article.",
        "agree": "Compare two codings of one text.",
    },
    "Load data": {
        "load": "Load a coded article or a data set.",
        "add": "Add one claim of your own.",
        "unload": "Remove a source.",
        "sources": "List what is loaded and what can be.",
        "aggregate": "Aggregate event files by month before a load.",
        "map": "Draft the declaration of a table that Tiebook does not know.",
        "resolve": "Assign names that a load could not resolve.",
        "info": "Show what the database holds.",
    },
    "Keep": {
        "backup": "Write the whole graph to one file.",
        "restore": "Restore a backup.",
        "upgrade": "Bring an older database or case up to date.",
        "completion": "Print the completion script for a shell.",
    },
}
_COMMANDS: Final = {name: line for commands in _GROUPS.values() for name, line in commands.items()}
_FOLDERS: Final = {name: group.split()[0].lower() for group, commands in _GROUPS.items() for name in commands}


def load_command(name: str) -> click.Command:
    """Return a command by its name, from its own module."""
    command: click.Command = import_module(f"tiebook.cli.{_FOLDERS[name]}.{name}").command
    return command


class _Commands(click.Group):
    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        return load_command(cmd_name) if cmd_name in _COMMANDS else None

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        name = click.utils.make_str(args[0])
        if name not in _COMMANDS and not name.startswith("-"):
            from tiebook.support.suggest import nearest  # noqa: PLC0415

            hint = nearest(name, _COMMANDS)
            ctx.fail(f"No such command {name!r}." + (f" {hint[0].upper()}{hint[1:]}" if hint else ""))
        return super().resolve_command(ctx, args)

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem]:
        from click.shell_completion import CompletionItem  # noqa: PLC0415 -- only a shell needs it

        found = [CompletionItem(name, help=line) for name, line in _COMMANDS.items() if name.startswith(incomplete)]
        return found + click.Command.shell_complete(self, ctx, incomplete)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        width = max(map(len, _COMMANDS))
        for group, commands in _GROUPS.items():
            with formatter.section(group):
                formatter.write_dl([(name.ljust(width), line) for name, line in commands.items()])


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="tiebook")
@click.option("--db", metavar="PATH|URI", help="The database: a .kgl file or the address of a Neo4j server.")
@click.option("--debug", is_flag=True, help="Show the traceback of a failure.")
@click.pass_context
def app(ctx: click.Context, db: str | None, debug: bool) -> None:  # noqa: ARG001 -- main() looks at --debug
    """Tiebook: actors and ties of international relations, each with its receipt.

    Try:  tiebook ask who-constrains --target china --regarding iran
    """
    ctx.obj = {"db": db}
