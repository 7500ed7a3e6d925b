"""The command line. `main` runs it and turns every expected failure into one line."""

from __future__ import annotations

import errno
import gc
import os
import sys
from contextlib import suppress
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    import click

_INTERRUPTED: Final = 130
_RARELY: Final = 50_000  # objects between two looks for circles of dead ones: starting makes none, and was 3 ms slower
_COMPLETING: Final = "_TIEBOOK_COMPLETE"  # a shell asks for completions
_NOT_WRITTEN: Final = (errno.ENOSPC, errno.EIO, errno.EBADF, errno.EFBIG, errno.EDQUOT)


def main() -> None:
    """Run `tiebook`: exit 0 answered, 1 failed, 2 bad usage; 128 and its number when a signal ended it."""
    gc.set_threshold(_RARELY)
    try:
        sys.exit(_run(debug="--debug" in sys.argv or bool(os.environ.get("TIEBOOK_DEBUG"))))
    except KeyboardInterrupt:  # also while the first modules are imported
        sys.stderr.write("tiebook: stopped\n")
        sys.exit(_INTERRUPTED)


def _run(*, debug: bool) -> int:
    """Run the command; return its exit code, with one line for what stopped it."""
    from tiebook.cli.stopping import Stopped, stop_in_order  # noqa: PLC0415
    from tiebook.cli.streams import abandon, make_ready  # noqa: PLC0415

    make_ready()
    try:
        stop_in_order()
        return _command()
    except Stopped as error:
        return _say("stopped", error.exit_code)
    except BrokenPipeError:
        abandon()  # whoever read has gone; nothing to tell
        return 1
    except Exception as error:
        if debug:
            raise
        message, exit_code = _failure(error)
        return _say(message, exit_code)


def _command() -> int:
    import click  # noqa: PLC0415

    from tiebook.cli.app import app  # noqa: PLC0415

    try:
        app.main(prog_name="tiebook", standalone_mode=False)
        sys.stdout.flush()  # what cannot be written is told by us, and not by Python at its end
    except click.exceptions.NoArgsIsHelpError as error:
        error.show()
        return error.exit_code
    except click.ClickException as error:
        return _say(_usage(error), error.exit_code)
    except click.Abort:
        return _say("stopped", _INTERRUPTED)
    return 0


def _failure(error: Exception) -> tuple[str, int]:
    """Return what is said of a failure, and the exit code."""
    from tiebook.cli.streams import abandon  # noqa: PLC0415
    from tiebook.errors import NO_TEXT, TiebookError  # noqa: PLC0415

    if isinstance(error, UnicodeEncodeError) and error.reason == "surrogates not allowed":
        return f"this cannot be used: {NO_TEXT}", 1
    if isinstance(error, TiebookError):
        return str(error), error.exit_code
    if isinstance(error, MemoryError):
        return "there is not enough memory for this (ask for less, or load less at once)", 1
    if isinstance(error, OSError) and error.filename is None and error.errno in _NOT_WRITTEN:
        abandon()
        return f"the answer could not be written: {error.strerror}", 1
    return f"unexpected fault: {type(error).__name__}: {error} (--debug shows where; please report it)", 1


def _usage(error: click.ClickException) -> str:
    """Return click's message on one line, with where the command's options stand."""
    message = " ".join(error.format_message().split())
    context = getattr(error, "ctx", None)
    return f"{message} ({context.command_path} --help)" if context else message


def _say(message: str, exit_code: int) -> int:
    """Describe why it ends, where anybody listens; return the exit code."""
    import click  # noqa: PLC0415

    from tiebook.support.plain import plain  # noqa: PLC0415

    if _COMPLETING in os.environ:
        return exit_code  # nothing breaks into the line that is being typed
    with suppress(OSError):  # stderr is full or gone: the exit code still says it
        click.echo(f"tiebook: {plain(message, keep_lines=True)}", err=True)
    return exit_code
