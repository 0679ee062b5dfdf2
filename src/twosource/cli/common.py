"""What several commands share: inputs, settings, output, messages."""

from __future__ import annotations

import os
import shutil
import sys
from collections import Counter
from collections.abc import Sequence
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import click

from twosource.cli.savefile import save
from twosource.errors import InputError, UsageError

if TYPE_CHECKING:
    from twosource.manifest import Manifest
    from twosource.model import Diagnostic
    from twosource.settings import Settings

FORMATS: Final = (
    "text",
    "concise",
    "json",
    "jsonl",
    "jsonld",
    "markdown",
    "md",
    "html",
    "csv",
    "sarif",
    "junit",
    "github",
    "mermaid",
    "dot",
    "graphml",
    "clusters",
    "pairs",
    "statements",
    "sqlite",
)
KINDS: Final = (
    "auto",
    "assertions",
    "baseline",
    "decisions",
    "documents",
    "lexicon",
    "manifest",
    "report",
    "settings",
)


_TOLD: Final = frozenset(
    {"CR303", "CR401", "CR402", "CR403", "CR404", "CR901", "CR902", "CR903", "CR904", "CR905"}
)
_NOTES: Final = frozenset({"CR404", "CR905"})  # told though nothing is wrong


_SHOWN: Final = 20  # messages of one kind


PAGER: Final = "twosource.pager"  # key of click's meta: was a pager asked for?


class Choice(click.Choice):  # type: ignore[type-arg]
    """A choice that says which word was probably meant."""

    def fail(self, message: str, param: Any = None, ctx: Any = None) -> Any:
        """Add the closest choice to click's message."""
        word = message.split("'")[1] if "'" in message else ""
        names = [str(item) for item in self.choices]
        close = get_close_matches(word, names, n=1)
        said = f"{word!r} is not one of {', '.join(names)}." if word else message
        super().fail(said + (f" Did you mean {close[0]!r}?" if close else ""), param, ctx)


def note(text: str, quiet: int = 0) -> None:
    """A message to stderr, unless quiet."""
    from twosource.report import safe

    if not quiet and sys.stderr is not None:
        click.echo(safe.terminal(text), err=True)


def stdin_bytes() -> bytes:
    """All of standard input."""
    return sys.stdin.buffer.read() if sys.stdin is not None else b""


def use_color(choice: str) -> bool:
    """Colour on stdout: asked for, or a terminal that nobody switched off."""
    if choice != "auto":
        return choice == "always"
    if os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb":
        return False
    return bool(os.environ.get("FORCE_COLOR")) or (sys.stdout is not None and sys.stdout.isatty())


def columns() -> int:
    """Width of the terminal, 80 when there is none."""
    if sys.stdout is None or not sys.stdout.isatty():
        return 80
    return max(40, shutil.get_terminal_size((80, 24)).columns)


def find_manifest(
    paths: Sequence[str], named: str | None, settings: Settings, quiet: int
) -> tuple[list[str], Manifest | None]:
    """The manifest to use and the paths left to read.

    A folder that holds a manifest is read by it; without paths the nearest manifest upwards
    is used. Raises UsageError when there is nothing to read.
    """
    from twosource.manifest import NAMES, load_manifest

    if named:
        return list(paths), load_manifest(Path(named))
    if len(paths) == 1 and Path(paths[0]).is_dir():
        for name in NAMES:
            if (Path(paths[0]) / name).is_file():
                note(f"using {Path(paths[0], name).as_posix()}", quiet)
                return [], load_manifest(Path(paths[0], name))
    if paths:
        return list(paths), None
    if settings.manifest:
        base = Path(settings.origin or ".").parent
        return [], load_manifest(base / settings.manifest)
    for folder in (Path.cwd(), *Path.cwd().parents):
        for name in NAMES:
            if (folder / name).is_file():
                note(f"using {(folder / name)}", quiet)
                return [], load_manifest(Path(os.path.relpath(folder / name)))
    raise UsageError("nothing to read: name files or folders, or a manifest with -m")


def emit(text: str) -> None:
    """Result text to stdout; what the encoding cannot say is escaped."""
    if sys.stdout is None:
        return
    ctx = click.get_current_context(silent=True)
    if ctx is not None and ctx.meta.get(PAGER) and sys.stdout.isatty():
        click.echo_via_pager(text)
        return
    data = text.encode(sys.stdout.encoding or "utf-8", "backslashreplace")
    sys.stdout.buffer.write(data)
    sys.stdout.buffer.flush()


def write(name: str, content: str | bytes) -> None:
    """Write an output file whole."""
    save(Path(name), content)


def say_notes(diagnostics: Sequence[Diagnostic], quiet: int) -> bool:
    """Tell errors and warnings on stderr; True when there was an error."""
    rows = [(str(item.level), item.message, item.rule) for item in diagnostics]
    _say([row for row in rows if row[0] in {"error", "warning"}], quiet)
    return any(level == "error" for level, _, _ in rows)


def say_diagnostics(data: dict[str, Any], quiet: int) -> None:
    """Errors and warnings about inputs, in the form file: what; the rule last."""
    rows = [(row["level"], row["message"], row["rule"]) for row in data["diagnostics"]]
    _say([row for row in rows if row[0] == "error" or _is_told(row[0], row[2])], quiet)


def _is_told(level: str, rule: str) -> bool:
    return rule in _TOLD and (level == "warning" or rule in _NOTES)


def _say(rows: Sequence[tuple[str, str, str]], quiet: int) -> None:
    """Every one up to twenty of a kind, then how many more there are; errors also when quiet."""
    seen: Counter[tuple[str, str]] = Counter()
    for level, message, rule in rows:
        seen[level, rule] += 1
        if seen[level, rule] <= _SHOWN:
            note(f"{level}: {message}  {rule}", 0 if level == "error" else quiet)
    for (level, rule), count in seen.items():
        if count > _SHOWN:
            more = f"{level}: ... and {count - _SHOWN} more (-f json lists all)  {rule}"
            note(more, 0 if level == "error" else quiet)


def read_text(file: str) -> str:
    """Text of a file of ours. Raises InputError when it cannot be read."""
    try:
        return read_bytes(file).decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    except UnicodeDecodeError as error:
        raise InputError(file, "not UTF-8 text") from error


def read_bytes(file: str) -> bytes:
    """Bytes of a file of ours. Raises InputError when it cannot be read."""
    try:
        return Path(file).read_bytes()
    except FileNotFoundError as error:
        raise InputError(file, "no such file") from error
    except OSError as error:
        raise InputError(file, f"cannot be read: {(error.strerror or '').lower()}") from error


def load_report(path: Path) -> dict[str, Any]:
    """Read a JSON report. Raises InputError when it cannot be read or is none."""
    from twosource import strictjson
    from twosource.contract import version_problem, violations

    data: dict[str, Any] = strictjson.parse(read_text(str(path)), str(path))
    problem = version_problem(data)
    if problem:
        raise InputError(str(path), problem)
    rows = violations(data, "report")
    if rows:
        raise InputError(str(path), f"not a report: {rows[0][0]} {rows[0][1]}")
    return data


def cluster_of(data: dict[str, Any], name: str) -> dict[str, Any]:
    """The cluster of a report with this id, the beginning of one, or an assertion's id.

    Raises:
        UsageError: None or several are meant.
    """
    found: list[dict[str, Any]] = [
        row
        for row in data["clusters"]
        if row["id"] == name
        or (len(name) >= 4 and row["id"].startswith(name))
        or name in row["members"]
    ]
    if len(found) == 1:
        return found[0]
    if found:
        names = ", ".join(row["id"] for row in found[:3])
        raise UsageError(f"{name!r} names {len(found)} clusters: {names}, ...")
    close = get_close_matches(name, [row["id"] for row in data["clusters"]], n=1)
    said = f"; did you mean {close[0]!r}?" if close else ""
    raise UsageError(f"no cluster {name!r} in the report{said}")
