"""`tiebook analyse NAME`: each analysis is a command."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import click

from tiebook.analyse.registry import Analysis, Option, analyses, analysis_called
from tiebook.analyse.selection import Selection
from tiebook.cli.common import FoundByName, answer_parameters, opened, say

if TYPE_CHECKING:
    from tiebook.engine import Engine


class _Analyses(FoundByName):
    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        return list(analyses())

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        return _command(analysis_called(cmd_name))


@click.group(cls=_Analyses, subcommand_metavar="ANALYSIS [OPTIONS]")
def command() -> None:
    """Measure the network of ties between actors; docs/analyses.md says what each measure means."""


def _command(analysis: Analysis) -> click.Command:
    parts = "\n".join(f"  {name}: {part.help}" for name, part in analysis.parts.items())
    shown = next(iter(analysis.parts))
    options: list[click.Parameter] = [
        click.Option(
            ["--show"],
            type=click.Choice(list(analysis.parts)),
            default=shown,
            show_default=True,
            help="Which table to show.",
        ),
        click.Option(["--explain"], metavar="ACTOR", help=analysis.explain.help),
        *(_option(option) for option in analysis.options),
        *_selection_options(analysis),
        click.Option(["--top"], type=click.IntRange(min=1), help="Show only this many rows."),
        *answer_parameters(),
    ]

    def run(**given: Any) -> None:
        _run(analysis, given)

    return click.Command(
        analysis.name, params=options, callback=run, help=f"{analysis.reads}\n\n\b\n{parts}", short_help=analysis.reads
    )


def _option(option: Option) -> click.Option:
    kind: Any = click.Choice(option.choices) if option.choices else (int if isinstance(option.default, int) else str)
    return click.Option(
        [f"--{option.name.replace('_', '-')}", option.name],
        type=kind,
        default=option.default,
        multiple=option.many,
        show_default=option.default is not None,
        help=option.help,
    )


def _selection_options(analysis: Analysis) -> list[click.Option]:
    return [
        click.Option(
            ["--asserted-only/--with-reported"],
            default=True,
            show_default=True,
            help="Only what the author asserts or presupposes.",
        ),
        click.Option(
            ["--with-inferred/--no-inferred"], default=False, show_default=True, help="Also what a coder inferred."
        ),
        click.Option(
            ["--sign"],
            type=click.Choice(["any", "positive", "negative"]),
            default=analysis.sign,
            show_default=True,
            help="Only ties of this sign.",
        ),
        click.Option(["--types"], metavar="TYPE,TYPE", help="Only ties of these types."),
        click.Option(["--kinds"], metavar="KIND,KIND", help="Only actors of these kinds."),
        click.Option(["--source"], metavar="SOURCE", help="Only ties of this source."),
        click.Option(["--as-of"], metavar="DATE", help="Only what was, or may have been, in force on this day."),
        click.Option(["--certain"], is_flag=True, help="With --as-of: only what was certainly in force."),
        click.Option(["--as-seen-by"], metavar="HOLDER", help="Only ties that this holder vouches for."),
    ]


def _run(analysis: Analysis, given: dict[str, Any]) -> None:
    from tiebook.ask.names import resolve  # noqa: PLC0415
    from tiebook.cli.show.output import beside, show  # noqa: PLC0415
    from tiebook.python.measuring import measured  # noqa: PLC0415

    own = {option.name: given[option.name] for option in analysis.options}
    with opened(given["db"], fill=True) as engine:
        chosen = _selection(engine, given)
        actor = resolve(engine, "actor", given["explain"], "--explain") if given["explain"] is not None else None
        answer, notes = measured(engine, analysis, chosen, show=given["show"], explain=actor, top=given["top"], **own)
        extra = beside(engine, answer, stamp=given["stamp"], cite=given["cite"])
    show(answer, given["form"], evidence=given["evidence"], extra=extra, wide=given["wide"])
    in_text = given["form"] in ("table", "markdown")
    for note in notes[1:] if in_text else notes:
        say(note)
    if in_text and answer.rows and answer.parts.counted and not given["wide"]:
        say("--wide lists the ids of the ties; tiebook ask evidence --claim ID shows the words of one.")


def _selection(engine: Engine, given: dict[str, Any]) -> Selection:
    from tiebook.ask.names import resolve  # noqa: PLC0415
    from tiebook.ask.parameters import a_date  # noqa: PLC0415

    day: date | None = a_date(given["as_of"], "--as-of") if given["as_of"] is not None else None
    types = tuple(name.replace("-", "_").replace(" ", "_").upper() for name in _list(given["types"]))
    return Selection(
        endorsed=given["asserted_only"],
        inferred=given["with_inferred"],
        source=resolve(engine, "source", given["source"], "--source") if given["source"] is not None else None,
        types=types,
        as_of=day,
        certain=given["certain"],
        as_seen_by=resolve(engine, "actor", given["as_seen_by"], "--as-seen-by")
        if given["as_seen_by"] is not None
        else None,
        sign=given["sign"],
        kinds=tuple(_list(given["kinds"])),
    )


def _list(text: str | None) -> list[str]:
    return [part.strip() for part in (text or "").split(",") if part.strip()]
