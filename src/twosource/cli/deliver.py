"""Where results go: files whose extension says the format, and stdout."""

from __future__ import annotations

import glob
import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from twosource.cli import common
from twosource.cli.asked import Output
from twosource.cli.savefile import check_target
from twosource.errors import UsageError

Target = tuple[str, str]


def formats_of(output: Output) -> list[Target]:
    """(file, format) for every output, "-" for stdout, which is meant when none is named.

    Raises UsageError for an unknown extension, OutputError when a file cannot be written.
    """
    kind = "markdown" if output.kind == "md" else output.kind
    found = []
    for name in output.outputs:
        if name != "-":
            check_target(Path(name))
        form = (kind or "text") if name == "-" else format_of(name, kind)
        found.append((name, form))
    if kind and found and kind not in {form for _, form in found}:
        name, form = found[0]
        raise UsageError(
            f"{name}: {form} by its extension, but -f says {kind}; leave -f out or rename the file"
        )
    return found or [("-", kind or "text")]


def format_of(name: str, kind: str | None) -> str:
    """The format of a file by its extension, else `kind`. Raises UsageError without either."""
    from twosource.report import EXTENSIONS, format_by_name

    form = format_by_name(name) or kind
    if form is None:
        known = ", ".join(sorted(EXTENSIONS))
        raise UsageError(
            f"{name}: no format is known by this extension; add -f, or use one of {known}"
        )
    return form


def deliver(data: dict[str, Any], targets: list[Target], output: Output, fail_on: str) -> None:
    """Render a report document to every target."""
    from twosource.report import render, render_bytes

    category = output.sarif_category
    for name, form in targets:
        if name != "-":
            common.write(name, render_bytes(data, form, fail_on=fail_on, category=category))
        elif output.quiet < 2:
            color, columns = common.use_color(output.color), common.columns()
            told = render(
                data, form, fail_on=fail_on, category=category, color=color, columns=columns
            )
            common.emit(told)
    written = [name for name, _ in targets if name != "-"]
    if written:
        common.note(f"wrote {', '.join(written)}", output.quiet)


def differences(
    data: dict[str, Any], names: tuple[str, ...], kind: str | None, fail_on: str, category: str
) -> list[str]:
    """How files differ from what would be written now; [] when they do not.

    Raises InputError when one cannot be read.
    """
    from twosource.report import BINARY, render, render_bytes
    from twosource.report.short import short_diff

    found = []
    for name in names:
        form = format_of(name, kind)
        if form in BINARY:
            if common.read_bytes(name) != render_bytes(data, form):
                found.append(f"{name}: not the same bytes")
            continue
        made = render(data, form, fail_on=fail_on, category=category)
        found += short_diff(common.read_text(name), made, name)
    return found


def own_files(names: Iterable[str | None], folders: Iterable[str]) -> Iterator[str]:
    """Patterns that keep files of ours out of the folders to read, whatever stands in them.

    Without them a second run would read, or count, what the first one wrote.
    """
    files = [os.path.realpath(name) for name in names if name and name != "-"]
    for folder in folders:
        base = os.path.realpath(folder)
        for file in files:
            if file.startswith(base.rstrip(os.sep) + os.sep) and os.path.isdir(folder):
                shown = (Path(folder) / os.path.relpath(file, base)).as_posix()
                yield glob.escape(shown if shown.startswith("/") else f"./{shown}")
