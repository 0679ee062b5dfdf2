"""The command `compare`: two documents against each other, in the manner of diff."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from difflib import get_close_matches
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from twosource.cli import common, exits, options
from twosource.cli.asked import taken
from twosource.cli.shaped import command
from twosource.errors import UsageError

if TYPE_CHECKING:
    from twosource.report import diff

_ONLY = {"conflict": "!", "agree": "=", "a": "<", "b": ">"}


@dataclass(frozen=True, slots=True)
class Asked:
    """The options of `compare` of the same names."""

    left: str
    right: str
    manifest: str | None
    beside: bool
    unified: bool
    brief: bool
    only: str | None
    context: int
    verbose: bool
    width: int | None
    kind: str
    encoding: str | None
    config: str | None
    isolated: bool
    color: str
    quiet: int


@command(
    short_help="Two documents in the manner of diff.",
    epilog="Examples:\n\n\b\n  twosource compare draft.md source.html\n  twosource compare a.txt b.txt --side-by-side\n  twosource compare annual press -m sources/manifest.toml\n  twosource compare a.txt b.txt -f json",
)
@click.argument("left", metavar="A")
@click.argument("right", metavar="B")
@click.option(
    "-m", "--manifest", metavar="FILE", help="A and B are ids of sources in this manifest."
)
@click.option("-y", "--side-by-side", "beside", is_flag=True, help="Two columns.")
@click.option("-u", "--unified", is_flag=True, help="One under the other (the usual form).")
@click.option("--brief", is_flag=True, help="Only the counts.")
@click.option(
    "--only", type=common.Choice(list(_ONLY)), help="Only conflict, agree, or one side: a, b."
)
@click.option(
    "--context",
    type=click.IntRange(0, 100),
    metavar="N",
    default=0,
    help="Show N paragraphs before and behind each value that differs.",
)
@click.option("-v", "--verbose", is_flag=True, help="List all that only one of them says.")
@click.option("--width", type=click.IntRange(40, 1000), metavar="N", help="Columns [terminal].")
@click.option(
    "-f",
    "--format",
    "kind",
    type=options.Format(["text", "concise", "json", "markdown", "md", "html"]),
    default="text",
    help="Format: text, concise, json, markdown, html [text].",
)
@click.option(
    "--encoding", metavar="NAME", help="Encoding of files that are not UTF-8 and state none."
)
@options.settings
@options.color
@options.pager
@click.option("-q", "--quiet", count=True, help="No notes; twice: nothing but the exit code.")
def compare(**given: Any) -> int:
    """Compare two documents: where they differ, what both say, what only one says.

    Exit 0: they do not differ; 1: they differ; 2: trouble.
    """
    from twosource.report import to_dict

    asked = taken(Asked, given)
    if asked.beside and (asked.unified or asked.context):
        raise UsageError("--side-by-side excludes --unified and --context")
    settings = options.read_settings(asked.config, asked.isolated)
    data = to_dict(
        _read(asked.left, asked.right, asked.manifest, asked.encoding or settings.encoding)
    )
    common.say_diagnostics(data, asked.quiet)
    code = exits.exit_code(data, "conflict")
    same = len(data["inputs"]) > 0 and _same_text(data, asked)
    if same:
        said = "note: both are the same text (sha256 equal): nothing is corroborated"
        common.note(said, asked.quiet)
    if asked.quiet < 2:
        common.emit(_told(data, asked, same and code == 0))
    return code


def _told(data: dict[str, Any], asked: Asked, same: bool) -> str:
    """What is printed; of one text against itself only how much there was to compare."""
    from twosource.report import render
    from twosource.report.view import plural

    color, columns = common.use_color(asked.color), asked.width or common.columns()
    if asked.kind != "text":
        kind = "markdown" if asked.kind == "md" else asked.kind
        return render(data, kind, color=color, columns=columns)
    if same:
        return f"the same text: {plural(len(data['clusters']), 'fact')}, none to compare\n"
    return _listing(data, asked, color, columns)


def _read(left: str, right: str, manifest: str | None, encoding: str | None) -> Any:
    from twosource.manifest import load_manifest
    from twosource.pipeline import corroborate

    if manifest is None:
        paths = [left] if left == right else [left, right]
        return corroborate(paths, encoding=encoding, stdin=common.stdin_bytes)
    whole = load_manifest(Path(manifest))
    known = [entry.id for entry in whole.entries]
    for name in (left, right):
        if name not in known:
            close = get_close_matches(name, known, n=1)
            said = f"; did you mean {close[0]!r}?" if close else ""
            raise UsageError(f"no source {name!r} in {manifest}{said}")
    return corroborate([], manifest=replace(whole, entries=_kept(whole.entries, {left, right})))


def _kept(entries: tuple[Any, ...], names: set[str]) -> tuple[Any, ...]:
    """The two entries; ties to sources that are not compared have no end here."""
    ties = ("cites", "derived_from", "same_as")
    return tuple(
        replace(entry, **{key: tuple(n for n in getattr(entry, key) if n in names) for key in ties})
        for entry in entries
        if entry.id in names
    )


def _same_text(data: dict[str, Any], asked: Asked) -> bool:
    if asked.manifest is not None:
        return asked.left == asked.right
    return len({row["sha256"] for row in data["inputs"]}) == 1 and data["complete"]


def _left_of(
    data: dict[str, Any], left: str, manifest: str | None
) -> Callable[[dict[str, Any]], bool]:
    """Tell whether an assertion is of A: of its document, or of the source so named."""
    sources = {row["id"]: row for row in data["sources"]}
    if manifest is not None:
        return lambda item: left in {item["source"], sources[item["source"]]["parent"]}
    wanted = Path(left).as_posix()
    return lambda item: Path(sources[item["source"]]["document"]).as_posix() == wanted


def _listing(data: dict[str, Any], asked: Asked, color: bool, columns: int) -> str:
    from twosource.report import diff
    from twosource.report.sides import counts, facts

    found = facts(data, _left_of(data, asked.left, asked.manifest))
    if asked.brief:
        return counts(found) + "\n"
    if asked.only:
        found = [fact for fact in found if fact.mark == _ONLY[asked.only]]
    names, everything = (asked.left, asked.right), asked.verbose or bool(asked.only)
    if asked.beside:
        return diff.side_by_side(found, names, color=color, columns=columns, everything=everything)
    around = _around(data, asked.context)
    return diff.unified(
        found, names, color=color, columns=columns, everything=everything, around=around
    )


def _around(data: dict[str, Any], count: int) -> diff.Around | None:
    """What finds the text around a value; None when none is asked for."""
    from twosource.report.around import around
    from twosource.report.view import view

    return partial(around, view(data), count=count) if count else None
