"""The command `report`: read sources, compare, report."""

from __future__ import annotations

from pathlib import Path

import click

from twosource.cli import common, exits


@click.command(
    epilog="Examples:\n\n\b\n  twosource report docs\n  twosource report a.txt b.html -o report.html -o report.json\n  twosource report -m sources/manifest.toml --fail-on single-citation"
)
@click.argument("paths", nargs=-1, metavar="[PATH]...")
@click.option(
    "-m", "--manifest", metavar="FILE", help="What is known of the sources (TOML or JSON)."
)
@click.option(
    "-f",
    "--format",
    "kind",
    type=common.Choice(common.FORMATS),
    metavar="FORMAT",
    help=f"Format of the result [text]: {', '.join(common.FORMATS)}.",
)
@click.option(
    "-o",
    "--output",
    "outputs",
    multiple=True,
    metavar="FILE",
    help="Write to a file, format by extension; may be repeated; - is stdout.",
)
@click.option(
    "--fail-on",
    type=common.Choice(["conflict", "single-citation", "diagnostic", "any", "never"]),
    help="What makes the exit code 1 [conflict].",
)
@click.option("--exit-zero", is_flag=True, help="Exit 0 also with findings.")
@click.option(
    "--select",
    multiple=True,
    metavar="RULE",
    help="Report only these rules (CR101, or CR1 for all that begin so).",
)
@click.option("--ignore", multiple=True, metavar="RULE", help="Leave these rules out.")
@click.option("--exclude", multiple=True, metavar="GLOB", help="Leave files of a folder out.")
@click.option(
    "--encoding", metavar="NAME", help="Encoding of files that are not UTF-8 and state none."
)
@click.option("--allow-empty", is_flag=True, help="No documents is not an error.")
@click.option("--stdin-filename", default="-", metavar="NAME", help="Name of what comes from -.")
@click.option("--no-progress", is_flag=True, help="No progress display.")
@click.option(
    "--color",
    type=common.Choice(["auto", "always", "never"]),
    default="auto",
    help="Colour [auto].",
)
@click.option("--config", metavar="FILE", help="Settings file to use.")
@click.option("--isolated", is_flag=True, help="Use no settings file.")
@click.option("-q", "--quiet", count=True, help="Findings only; twice: exit code only.")
@click.option("--debug", is_flag=True, hidden=True)
def report(
    paths: tuple[str, ...],
    manifest: str | None,
    kind: str | None,
    outputs: tuple[str, ...],
    fail_on: str | None,
    exit_zero: bool,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    exclude: tuple[str, ...],
    encoding: str | None,
    allow_empty: bool,
    stdin_filename: str,
    no_progress: bool,
    color: str,
    config: str | None,
    isolated: bool,
    quiet: int,
    debug: bool,
) -> int:
    """Read documents, compare what they say, and report agreement, conflict, single citations."""
    del debug
    from dataclasses import replace

    from twosource.pipeline import corroborate
    from twosource.report import to_dict
    from twosource.settings import load_settings

    settings = load_settings(
        Path.cwd(), explicit=Path(config) if config else None, isolated=isolated
    )
    settings = replace(settings, exclude=(*settings.exclude, *exclude))
    targets = common.formats_of(outputs, kind)
    left, found = common.find_manifest(paths, manifest, settings, quiet)
    result = corroborate(
        left,
        manifest=found,
        settings=settings,
        encoding=encoding or settings.encoding,
        stdin=common.stdin_bytes,
        stdin_name=stdin_filename,
        progress=common.progress_bar(quiet, not no_progress),
    )
    data = selected(to_dict(result), (*settings.select, *select), (*settings.ignore, *ignore))
    common.say_diagnostics(data, quiet)
    if not result.sources and not allow_empty:
        common.note(
            f"error: {', '.join(paths) or manifest}: no documents found (looked for .txt .md .html .jsonl)"
        )
        if not result.documents:
            return exits.TROUBLE
    limit = fail_on or settings.fail_on
    common.deliver(data, targets, fail_on=limit, color=color, quiet=quiet)
    return finish(data, limit, exit_zero, quiet, allow_empty)


def selected(data: dict, select: tuple[str, ...], ignore: tuple[str, ...]) -> dict:  # type: ignore[type-arg]
    """Keep the clusters whose rule is selected and not ignored; unselected conflicts do not fail."""
    if not select and not ignore:
        return data
    keep = [
        row
        for row in data["clusters"]
        if (not select or row["rule"].startswith(select))
        and not (ignore and row["rule"].startswith(ignore))
    ]
    return {**data, "clusters": keep}


def finish(data: dict, fail_on: str, exit_zero: bool, quiet: int, allow_empty: bool) -> int:  # type: ignore[type-arg]
    """Say the verdict in words and return the exit code."""
    code = exits.exit_code(data, fail_on)
    if allow_empty and not data["sources"] and data["complete"]:
        code = 0
    count = sum(1 for row in data["clusters"] if row["verdict"] == "conflict")
    words = {
        0: "nothing at or above the limit",
        1: "findings",
        2: "incomplete: see the errors above",
    }[code]
    common.note(f"{count} conflict{'s' * (count != 1)}; {words} (fails on: {fail_on})", quiet)
    return 0 if exit_zero and code == 1 else code
