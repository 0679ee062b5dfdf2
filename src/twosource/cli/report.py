"""The command `report`: read sources, compare, report."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

import click

from twosource.cli import common, exits, options
from twosource.cli.asked import Output, Policy, taken
from twosource.cli.deliver import deliver, differences, formats_of, own_files
from twosource.cli.policy import applied, files_of, moment
from twosource.cli.progress import display
from twosource.cli.shaped import command
from twosource.errors import UsageError

if TYPE_CHECKING:
    from twosource.model import Report
    from twosource.settings import Settings


@dataclass(frozen=True, slots=True)
class Run:
    """What to read and how to go about it: the options of `report` of the same names."""

    paths: tuple[str, ...]
    manifest: str | None
    exit_zero: bool
    exclude: tuple[str, ...]
    encoding: str | None
    allow_empty: bool
    stdin_filename: str
    no_progress: bool
    verbose: int
    check: tuple[str, ...]
    stamp: bool
    semantic_model: str | None


@command(
    short_help="Where documents agree, differ, or rest on one citation.",
    epilog="Examples:\n\n\b\n  twosource report docs\n  twosource report a.txt b.html -o report.html -o report.json\n  twosource report -m sources/manifest.toml --fail-on single-citation\n  twosource report docs -f concise --ignore CR2\n  twosource report docs --check report.json",
)
@click.argument("paths", nargs=-1, metavar="[PATH]...")
@click.option(
    "-m", "--manifest", metavar="FILE", help="What is known of the sources (TOML or JSON)."
)
@options.output
@options.policy
@click.option(
    "--check",
    multiple=True,
    metavar="FILE",
    help="Write nothing; exit 1 when FILE is not what -o FILE would write.",
)
@click.option(
    "--stamp",
    is_flag=True,
    help="Say in the report when it was made: SOURCE_DATE_EPOCH, else the clock's time.",
)
@click.option("--exit-zero", is_flag=True, help="Exit 0 also with findings.")
@click.option("--exclude", multiple=True, metavar="GLOB", help="Leave files of a folder out.")
@click.option(
    "--encoding", metavar="NAME", help="Encoding of files that are not UTF-8 and state none."
)
@click.option(
    "--semantic-model",
    metavar="FOLDER",
    help="Sentence model on disk for one more field of the matching [none].",
)
@click.option("--allow-empty", is_flag=True, help="No documents is not an error.")
@click.option("--stdin-filename", default="-", metavar="NAME", help="Name of what comes from -.")
@click.option("--no-progress", is_flag=True, help="No progress display.")
@click.option(
    "-v", "--verbose", count=True, help="Say which files and settings are used, and times."
)
@options.quiet
@click.option("--debug", is_flag=True, hidden=True)
def report(**given: Any) -> int:
    """Read documents, compare what they say, and report agreement, conflict, single citations."""
    from twosource.report import to_dict

    run, policy, output = taken(Run, given), taken(Policy, given), taken(Output, given)
    if run.check and (output.outputs or run.stamp):
        raise UsageError("--check and --output, or --stamp, exclude each other")
    settings = options.read_settings(policy.config, policy.isolated)
    ours = own_files(
        [*output.outputs, *run.check, policy.since, *files_of(settings, policy)], run.paths
    )
    settings = replace(settings, exclude=(*settings.exclude, *run.exclude, *ours))
    if run.semantic_model:
        settings = replace(settings, semantic_model=os.path.abspath(run.semantic_model))
    targets = formats_of(output)
    result, stages = _corroborated(run, settings, output.quiet)
    data = applied(_made(to_dict(result), run.stamp), settings, policy)
    common.say_diagnostics(data, output.quiet)
    if not result.sources and not run.allow_empty:
        if result.complete:
            _say_empty(run)
        if not result.documents:
            return exits.TROUBLE
    limit = policy.fail_on or settings.fail_on
    if run.verbose:
        _say_more(settings, data, stages)
    if run.check:
        return _checked(data, limit, run, output)
    deliver(data, targets, output, limit)
    return finish(data, limit, run, output.quiet)


def _made(data: dict[str, Any], stamp: bool) -> dict[str, Any]:
    """The report, with the time when that is asked for."""
    from twosource.report.document import seal

    told = {**data, "stamp": moment()} if stamp else data
    return {**told, "seal": seal(told)} if stamp else data


def _corroborated(
    run: Run, settings: Settings, quiet: int
) -> tuple[Report, Sequence[tuple[str, float]]]:
    """The report, and how long its stages took."""
    from twosource.pipeline import corroborate

    left, manifest = common.find_manifest(run.paths, run.manifest, settings, quiet)
    shown = display(quiet=quiet, wanted=not run.no_progress, verbose=run.verbose)
    result = corroborate(
        left,
        manifest=manifest,
        settings=settings,
        encoding=run.encoding or settings.encoding,
        stdin=common.stdin_bytes,
        stdin_name=run.stdin_filename,
        progress=shown,
    )
    shown.close()
    return result, shown.stages


def _say_empty(run: Run) -> None:
    named = ", ".join(run.paths) or run.manifest or "the manifest"
    common.note(f"error: {named}: no documents found (looked for .txt .md .html .jsonl)")
    common.note("hint: --allow-empty makes this a success")


def _say_more(
    settings: Settings, data: dict[str, Any], stages: Sequence[tuple[str, float]]
) -> None:
    common.note(f"settings: {settings.origin or 'defaults'}")
    for row in data["inputs"]:
        kind = f"{row['media_type']}, {row['encoding']}"
        common.note(f"read: {row['path']}  {kind}, {row['bytes']} bytes, {row['sha256'][:12]}")
    common.note("time: " + ", ".join(f"{stage} {spent:.2f} s" for stage, spent in stages))


def _checked(data: dict[str, Any], fail_on: str, run: Run, output: Output) -> int:
    """Say whether files are what would be written; findings are not asked for here."""
    kind = "markdown" if output.kind == "md" else output.kind
    found = differences(data, run.check, kind, fail_on, output.sarif_category)
    if output.quiet < 2:
        common.emit("".join(f"{line}\n" for line in found))
    if not data["complete"]:
        common.note("incomplete: see the errors above")
        return exits.TROUBLE
    names = ", ".join(run.check)
    common.note(f"{names}: {'not current' if found else 'current'}", output.quiet)
    return exits.FINDINGS if found and not run.exit_zero else 0


def finish(data: dict[str, Any], fail_on: str, run: Run, quiet: int) -> int:
    """Say the verdict in words and return the exit code."""
    from twosource.report.since import since_words

    code = exits.exit_code(data, fail_on)
    if run.allow_empty and not data["sources"] and data["complete"]:
        code = 0
    if "since" in data:
        common.note(since_words(data), quiet)
    word = {0: "passed", 1: "failed", 2: "incomplete: see the errors above"}[code]
    common.note(f"{word}: {_found(data, fail_on)} (fails on: {fail_on})", quiet)
    return 0 if run.exit_zero and code == 1 else code


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
