"""Exit codes, and the one place where an exception becomes a message.

0 nothing at or above --fail-on; 1 findings or violations; 2 no verdict or an incomplete one;
3 a fault of this program; 130, 141, 143 signals.
"""

from __future__ import annotations

import contextlib
import os
import signal
import sys
import tempfile
import traceback
from typing import Any, Final

import click

from twosource import __version__
from twosource.errors import CorroborationError, InputError, InvalidFile, Violation

FINDINGS, TROUBLE, FAULT = 1, 2, 3
_SHOWN: Final = 20  # problems of one file
_EXCERPTS: Final = 5  # of them with the line they stand in


class Terminated(BaseException):
    """Asked to end from outside; what was half written is taken away on the way out."""


def heed_termination() -> None:
    """Let SIGTERM unwind the stack as Ctrl-C does, where there are signals."""

    def stop(number: int, frame: Any) -> None:
        del number, frame
        raise Terminated

    with contextlib.suppress(ValueError, OSError):
        signal.signal(signal.SIGTERM, stop)


def run(command: click.Command, arguments: list[str] | None = None) -> int:
    """Run a command and return the exit code; never raises."""
    try:
        result = command.main(arguments, prog_name="twosource", standalone_mode=False)
        if sys.stdout is not None:
            sys.stdout.flush()
        return int(result) if isinstance(result, int) else 0
    except click.exceptions.Exit as error:
        return int(error.exit_code)
    except (click.exceptions.Abort, KeyboardInterrupt):
        _say("interrupted; nothing half written")
        return 130
    except click.ClickException as error:
        return _usage(error)
    except BrokenPipeError:
        _quiet_stdout()
        return 141
    except SystemExit as error:  # click makes one of a broken pipe, and of a completion
        if "PacifyFlush" in type(sys.stdout).__name__:
            _quiet_stdout()
            return 141
        return int(error.code or 0)
    except Terminated:
        return 143
    except CorroborationError as error:
        _trouble(error)
        return TROUBLE
    except Exception as error:  # our own fault: exit 3, never 0
        return _crash(error)


def _usage(error: click.ClickException) -> int:
    context = getattr(error, "ctx", None)
    said = error.format_message()
    _say(f"error: {said[:1].lower()}{said[1:]}")
    _say(f"try: {context.command_path if context else 'twosource'} --help")
    return TROUBLE


def _trouble(error: CorroborationError) -> None:
    rows = error.violations if isinstance(error, InvalidFile) else (error,)
    for number, row in enumerate(rows[:_SHOWN]):
        _say(f"error: {row}")
        if number < _EXCERPTS and isinstance(row, Violation | InputError) and row.line:
            _excerpt(row.file, row.line, row.column)
    if len(rows) > _SHOWN:
        _say(f"... and {len(rows) - _SHOWN} more (twosource validate --all lists them)")
    if error.hint:
        _say(f"hint: {error.hint}")


def _excerpt(file: str, line: int, column: int) -> None:
    from twosource.report.pointed import pointed

    for text in pointed(file, line, column):
        _say(text)


def _crash(error: Exception) -> int:
    """Write what happened, without document text, to a file and name it."""
    frames = traceback.extract_tb(error.__traceback__)
    lines = [f"twosource {__version__}, Python {sys.version.split()[0]}", f"{type(error).__name__}"]
    lines += [f"  {os.path.basename(f.filename)}:{f.lineno} {f.name}" for f in frames]
    where = ""
    try:
        with tempfile.NamedTemporaryFile(
            "w", prefix="twosource-crash-", suffix=".txt", delete=False, encoding="utf-8"
        ) as file:
            file.write("\n".join(lines) + "\n")
            where = f"; details without document text: {file.name}"
    except OSError:
        pass
    _say(
        f"error: unexpected problem in twosource {__version__} (this is a bug: {type(error).__name__}){where}"
    )
    _say("hint: send that file to the maintainers, with the command; no verdict was reached")
    if "--debug" in sys.argv:
        traceback.print_exception(error, file=sys.stderr)
    return FAULT


def _say(text: str) -> None:
    """One message to stderr, whatever its encoding; never fails."""
    if sys.stderr is None:
        return
    with contextlib.suppress(OSError, ValueError, UnicodeError):
        from twosource.report import safe  # only when something is told: it loads the renderers

        click.echo(safe.terminal(text), err=True)


def _quiet_stdout() -> None:
    """Keep the interpreter from complaining about the closed pipe at exit."""
    with contextlib.suppress(OSError, ValueError, AttributeError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def exit_code(data: dict[str, Any], fail_on: str) -> int:
    """The exit code of a report document."""
    from twosource.limits import limit
    from twosource.report.findings import findings

    if not data["complete"] or not data["sources"]:
        return TROUBLE
    if not limit(fail_on).fails:
        return 0
    return FINDINGS if next(findings(data, fail_on), None) else 0
