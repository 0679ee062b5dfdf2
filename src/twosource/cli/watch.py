"""The command `watch`: the report again whenever a document changes."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from pathlib import Path

import click

from twosource.cli import common, exits
from twosource.cli.shaped import command

Stamp = tuple[str, int, int]


@command(
    short_help="The report again whenever a document changes.",
    context_settings={"ignore_unknown_options": True, "allow_interspersed_args": True},
    epilog="Examples:\n\n\b\n  twosource watch docs\n  twosource watch draft.md sources -f concise",
)
@click.argument("arguments", nargs=-1, metavar="[PATH]...", type=click.UNPROCESSED)
@click.option(
    "--interval", type=click.FloatRange(0.05, 3600), default=1.0, help="Seconds between looks [1]."
)
@click.option("--times", type=click.IntRange(1), hidden=True)
def watch(arguments: tuple[str, ...], interval: float, times: int | None) -> int:
    """Report again whenever a document changes; Ctrl-C ends it.

    Takes the paths and options of `twosource report`. The screen is cleared on a terminal
    only. The exit code is that of the last report.
    """
    from twosource.cli.report import report

    runs, code = 0, 0
    try:
        while times is None or runs < times:
            seen = stamps(arguments)
            if runs and sys.stdout is not None and sys.stdout.isatty():
                click.clear()
            code = exits.run(report, list(arguments))
            runs += 1
            if times is None or runs < times:
                common.note("waiting for a change (Ctrl-C ends)")
                while stamps(arguments) == seen:
                    time.sleep(interval)
    except KeyboardInterrupt:
        common.note("")
    return code


def stamps(arguments: tuple[str, ...]) -> list[Stamp]:
    """Path, time and size of every file that the arguments name; all here when none does."""
    named = [Path(name) for name in arguments if Path(name).exists()]
    folder = not any(path.is_dir() or path.suffix != ".toml" for path in named)
    return sorted({row for path in [*named, *([Path()] if folder else [])] for row in _files(path)})


def _files(path: Path) -> Iterator[Stamp]:
    for file in path.rglob("*") if path.is_dir() else (path,):
        if any(part.startswith(".") and part != ".." for part in file.parts):
            continue
        try:
            state = file.stat()
        except OSError:  # gone between the two looks
            continue
        if file.is_file():
            yield str(file), state.st_mtime_ns, state.st_size
