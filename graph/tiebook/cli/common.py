"""What commands share: the database option, opening the graph, and talking on stderr."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final, TypeVar

import click

from tiebook.engine import Engine, locate, open_engine
from tiebook.engine.connect import Place
from tiebook.engine.meta import check_model
from tiebook.errors import UnknownName
from tiebook.questions import QuestionLibrary, options
from tiebook.questions.options import Option

Function = TypeVar("Function", bound=Callable[..., Any])

FORMATS: Final = ("table", "json", "csv", "jsonl", "markdown")
# what click makes of an option of a kind; made for one option at a time, since click looks for translations of each type's name
_KINDS: Final[dict[str, Callable[[], dict[str, Any]]]] = {
    "flag": lambda: {"is_flag": True},
    "integer": lambda: {"type": int},
    "switch": lambda: {"default": True},
    "path": lambda: {"type": click.Path(path_type=Path)},
    "format": lambda: {"type": click.Choice(FORMATS), "default": "table", "show_default": True},
    "place": lambda: {"metavar": "PATH|URI"},
}


class FoundByName(click.Group):
    """A group whose commands are looked up by name; an unknown one is bad usage, with the nearest names."""

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Return the command, or say in one line that there is none."""
        try:
            return super().resolve_command(ctx, args)
        except UnknownName as error:
            raise click.UsageError(str(error), ctx) from None


def answer_parameters() -> list[click.Parameter]:
    """Return the options that every answer's command ends with."""
    return [click_option(option) for option in options.SHOWING]


def click_option(option: Option, *, hidden: bool = False) -> click.Option:
    """Return an option of the list that all questions share, for a command."""
    made = _KINDS[option.kind]() if option.kind in _KINDS else {"metavar": option.kind.upper()}
    return click.Option([*option.spellings, option.name], help=option.help or None, hidden=hidden, **made)


def database_option(function: Function) -> Function:
    """Return a command `--db`; without it the one before the command's name counts."""
    return click.option("--db", metavar="PATH|URI", help="The database: a .kgl file or the address of a Neo4j server.")(
        function
    )


def say(message: str) -> None:
    """Talk to the user, on stderr."""
    from tiebook.support.plain import plain  # noqa: PLC0415

    click.echo(plain(message, keep_lines=True), err=True)


def say_left_out(library: QuestionLibrary) -> None:
    """Name the user's own questions that could not be read, once the others have been."""
    for fault in library.faults:
        say(f"tiebook: this question is left out: {fault}")


def engine_for(db: str | None, *, ask: bool = True) -> Engine:
    """Return the engine that the options and the environment name.

    ask -- a server's password that is not in the environment is asked for, where somebody sits at a terminal
    """
    return _open(_place(db), ask=ask)


def maker_for(db: str | None) -> Callable[[], Engine]:
    """Return what opens the database that the options and the environment name now, also later and in other threads.

    These know nothing of the command: there `--db` before its name would be lost, and another database opened.
    """
    place = _place(db)
    return lambda: _open(place, ask=False)


def _open(place: Place, *, ask: bool) -> Engine:
    if place.uri is not None:
        from tiebook.engine.neo4j.driver import import_without_frames  # noqa: PLC0415

        import_without_frames()
    return open_engine(place, ask=_ask_hidden if ask and sys.stdin.isatty() else None)


def _place(db: str | None) -> Place:
    """Return the database that a command's `--db`, the one before the command's name or the environment names."""
    context = click.get_current_context(silent=True)
    above = (context.find_root().obj or {}).get("db") if context else None
    return locate(above if db is None else db)


def close_after_write(engine: Engine) -> None:
    """Close an engine; at the first use of a database that holds others' nodes too, say so."""
    notice = engine.notice()
    if notice:
        say(f"Note: {notice}")
    engine.close()


def _ask_hidden(what: str) -> str:
    """Ask for a password on the terminal, unseen; stdout stays free for data."""
    answer: str = click.prompt(what, hide_input=True, err=True)
    return answer


@contextmanager
def opened(db: str | None, *, fill: bool = False) -> Iterator[Engine]:
    """Open the database for reading.

    fill -- the database in the user's data folder is made where it is missing, with the first case. A database that
        was named is never made by reading: the name may be mistyped

    Raises DatabaseMissing, ModelMismatch, and what the engine raises.
    """
    engine = engine_for(db)
    try:
        if fill and _place(db).is_default and not Path(engine.place).exists() and not engine.exists():
            _fill(engine)
        unfinished = check_model(engine)
        _say_unfinished(unfinished)
        yield engine
        if engine.most_ties is not None:  # a large load may have begun on the server meanwhile
            _say_unfinished(source for source in check_model(engine) if source not in unfinished)
    finally:
        engine.close()


def _say_unfinished(sources: Iterable[str]) -> None:
    for source in sources:
        say(f"Note: the load of {source} was interrupted and is incomplete; run the same command again.")


def _fill(engine: Engine) -> None:
    from tiebook.sync.cases import FIRST_CASE, find_case, load_case  # noqa: PLC0415

    case, _ = load_case(engine, find_case(FIRST_CASE))
    say(f"First use: loaded {case.source.name} ({len(case.claims)} claims) into {engine.place}")
