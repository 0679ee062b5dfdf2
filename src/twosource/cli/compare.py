"""The command `compare`: two documents against each other, in the manner of diff."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from difflib import get_close_matches
from pathlib import Path
from typing import Any

import click

from twosource.cli import common, exits, options
from twosource.cli.shaped import command
from twosource.errors import UsageError

_ONLY = {"conflict": "!", "agree": "=", "a": "<", "b": ">"}


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
@click.option("-q", "--quiet", count=True, help="No notes; twice: nothing but the exit code.")
def compare(
    left: str,
    right: str,
    manifest: str | None,
    beside: bool,
    unified: bool,
    brief: bool,
    only: str | None,
    verbose: bool,
    width: int | None,
    kind: str,
    encoding: str | None,
    config: str | None,
    isolated: bool,
    color: str,
    quiet: int,
) -> int:
    """Compare two documents: where they differ, what both say, what only one says.

    Exit 0: they do not differ; 1: they differ; 2: trouble.
    """
    from twosource.report import render, to_dict

    if beside and unified:
        raise UsageError("--side-by-side and --unified exclude each other")
    settings = options.read_settings(config, isolated)
    data = to_dict(_read(left, right, manifest, encoding or settings.encoding))
    common.say_diagnostics(data, quiet)
    if len(data["inputs"]) > 0 and _same_text(data, left, right, manifest):
        common.note("note: both are the same text (sha256 equal): nothing is corroborated", quiet)
    painted = common.use_color(color)
    columns = width or common.columns()
    if kind != "text":
        text = render(data, "markdown" if kind == "md" else kind, color=painted, columns=columns)
    else:
        chosen = _left_of(data, left, manifest)
        text = _listing(data, chosen, (left, right), only, brief, beside, verbose, painted, columns)
    if quiet < 2:
        common.emit(text)
    return exits.exit_code(data, "conflict")


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


def _same_text(data: dict[str, Any], left: str, right: str, manifest: str | None) -> bool:
    if manifest is not None:
        return left == right
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


def _listing(
    data: dict[str, Any],
    is_left: Callable[[dict[str, Any]], bool],
    names: tuple[str, str],
    only: str | None,
    brief: bool,
    beside: bool,
    verbose: bool,
    color: bool,
    columns: int,
) -> str:
    from twosource.report import diff
    from twosource.report.sides import counts, facts

    found = facts(data, is_left)
    if brief:
        return counts(found) + "\n"
    if only:
        found = [fact for fact in found if fact.mark == _ONLY[only]]
    form = diff.side_by_side if beside else diff.unified
    return form(found, names, color=color, columns=columns, everything=verbose or bool(only))
