"""The command line. `main` runs it and turns every expected failure into one line."""

from __future__ import annotations

import io
import os
import sys


def main() -> None:
    """Run `tiebook`: exit 0 answered, 1 failed, 2 bad usage."""
    import click  # noqa: PLC0415

    from tiebook.cli.app import app  # noqa: PLC0415
    from tiebook.model.errors import TiebookError  # noqa: PLC0415

    debug = "--debug" in sys.argv or bool(os.environ.get("TIEBOOK_DEBUG"))
    try:
        app.main(prog_name="tiebook", standalone_mode=False)
    except click.ClickException as error:
        shown = io.StringIO()
        error.show(file=shown)
        _say(shown.getvalue().rstrip("\n"), name="")
        sys.exit(error.exit_code)
    except (click.Abort, KeyboardInterrupt):
        _say("stopped")
        sys.exit(130)
    except TiebookError as error:
        if debug:
            raise
        _say(str(error))
        sys.exit(error.exit_code)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # whoever read has gone; nothing to tell
        sys.exit(1)
    except Exception as error:
        if debug:
            raise
        _say(f"unexpected fault: {type(error).__name__}: {error} (--debug shows where; please report it)")
        sys.exit(1)


def _say(message: str, name: str = "tiebook: ") -> None:
    import click  # noqa: PLC0415

    from tiebook.cli.plain import plain  # noqa: PLC0415

    click.echo(f"{name}{plain(message, keep_lines=True)}", err=True)
