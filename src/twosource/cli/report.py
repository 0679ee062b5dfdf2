"""The command `report`: read sources, compare, report."""

from __future__ import annotations

from typing import Any

import click

from twosource.cli import common, exits, options
from twosource.cli.policy import Rules, applied
from twosource.cli.progress import display


@click.command(
    epilog="Examples:\n\n\b\n  twosource report docs\n  twosource report a.txt b.html -o report.html -o report.json\n  twosource report -m sources/manifest.toml --fail-on single-citation\n  twosource report docs -f concise --ignore CR2"
)
@click.argument("paths", nargs=-1, metavar="[PATH]...")
@click.option(
    "-m", "--manifest", metavar="FILE", help="What is known of the sources (TOML or JSON)."
)
@options.output
@options.policy
@click.option("--exit-zero", is_flag=True, help="Exit 0 also with findings.")
@click.option("--exclude", multiple=True, metavar="GLOB", help="Leave files of a folder out.")
@click.option(
    "--encoding", metavar="NAME", help="Encoding of files that are not UTF-8 and state none."
)
@click.option("--allow-empty", is_flag=True, help="No documents is not an error.")
@click.option("--stdin-filename", default="-", metavar="NAME", help="Name of what comes from -.")
@click.option("--no-progress", is_flag=True, help="No progress display.")
@click.option(
    "-v", "--verbose", count=True, help="Say which files and settings are used, and times."
)
@options.quiet
@click.option("--debug", is_flag=True, hidden=True)
def report(
    paths: tuple[str, ...],
    manifest: str | None,
    kind: str | None,
    outputs: tuple[str, ...],
    color: str,
    fail_on: str | None,
    select: Rules,
    ignore: Rules,
    baseline: str | None,
    decisions: str | None,
    today: str | None,
    config: str | None,
    isolated: bool,
    exit_zero: bool,
    exclude: tuple[str, ...],
    encoding: str | None,
    allow_empty: bool,
    stdin_filename: str,
    no_progress: bool,
    verbose: int,
    quiet: int,
    debug: bool,
) -> int:
    """Read documents, compare what they say, and report agreement, conflict, single citations."""
    del debug
    from dataclasses import replace

    from twosource.pipeline import corroborate
    from twosource.report import to_dict

    settings = options.read_settings(config, isolated)
    settings = replace(settings, exclude=(*settings.exclude, *exclude))
    targets = common.formats_of(outputs, kind)
    left, found = common.find_manifest(paths, manifest, settings, quiet)
    shown = display(quiet=quiet, wanted=not no_progress, verbose=verbose)
    result = corroborate(
        left,
        manifest=found,
        settings=settings,
        encoding=encoding or settings.encoding,
        stdin=common.stdin_bytes,
        stdin_name=stdin_filename,
        progress=shown,
    )
    shown.close()
    data = applied(
        to_dict(result),
        settings,
        select=select,
        ignore=ignore,
        baseline=baseline,
        decisions=decisions,
        today=today,
    )
    common.say_diagnostics(data, quiet)
    if not result.sources and not allow_empty:
        common.note(
            f"error: {', '.join(paths) or manifest}: no documents found (looked for .txt .md .html .jsonl)"
        )
        if not result.documents:
            return exits.TROUBLE
    limit = fail_on or settings.fail_on
    if verbose:
        _say_more(settings, data, shown.stages)
    common.deliver(data, targets, fail_on=limit, color=color, quiet=quiet)
    return finish(data, limit, exit_zero, quiet, allow_empty)


def _say_more(settings: Any, data: dict[str, Any], stages: list[tuple[str, float]]) -> None:
    common.note(f"settings: {settings.origin or 'defaults'}")
    for row in data["inputs"]:
        kind = f"{row['media_type']}, {row['encoding']}"
        common.note(f"read: {row['path']}  {kind}, {row['bytes']} bytes, {row['sha256'][:12]}")
    common.note("time: " + ", ".join(f"{stage} {spent:.2f} s" for stage, spent in stages))


def finish(
    data: dict[str, Any], fail_on: str, exit_zero: bool, quiet: int, allow_empty: bool
) -> int:
    """Say the verdict in words and return the exit code."""
    code = exits.exit_code(data, fail_on)
    if allow_empty and not data["sources"] and data["complete"]:
        code = 0
    word = {0: "passed", 1: "failed", 2: "incomplete: see the errors above"}[code]
    common.note(f"{word}: {_found(data, fail_on)} (fails on: {fail_on})", quiet)
    return 0 if exit_zero and code == 1 else code


def _found(data: dict[str, Any], fail_on: str) -> str:
    """ "3 conflicts, 2 of them accepted", and other findings when they count."""
    from twosource.report.findings import findings
    from twosource.report.view import plural

    rows = [row for row in data["clusters"] if row["verdict"] == "conflict"]
    known = sum(1 for row in rows if "accepted" in row)
    text = plural(len(rows), "conflict") if rows else "no conflict"
    text += f", {known} of them accepted" if known else ""
    opened = {row["id"] for row in rows}
    others = {row.lasting for row in findings(data, fail_on) if row.cluster not in opened}
    return f"{text}, {plural(len(others), 'other finding')}" if others else text
