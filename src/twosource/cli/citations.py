"""The command `citations`: the notes of documents and the works they lead to."""

from __future__ import annotations

import click

from twosource.cli import common, exits, options
from twosource.cli.shaped import command


@command(
    short_help="Which works the notes lead to, and how few they are.",
    epilog="Examples:\n\n\b\n  twosource citations article.md\n  twosource citations docs -f csv -o notes.csv",
)
@click.argument("paths", nargs=-1, metavar="[PATH]...")
@click.option("-m", "--manifest", metavar="FILE", help="What is known of the sources.")
@click.option(
    "-f",
    "--format",
    "form",
    type=common.Choice(["text", "json", "jsonl", "csv"]),
    default="text",
    help="Format [text].",
)
@click.option("-o", "--output", metavar="FILE", help="Write to a file instead of stdout.")
@click.option(
    "--encoding", metavar="NAME", help="Encoding of files that are not UTF-8 and state none."
)
@options.settings
@click.option("-q", "--quiet", count=True, help="No notes.")
def citations(
    paths: tuple[str, ...],
    manifest: str | None,
    form: str,
    output: str | None,
    encoding: str | None,
    config: str | None,
    isolated: bool,
    quiet: int,
) -> int:
    """Tell which works the notes lead to, and how few they come down to."""
    from twosource.pipeline import list_citations
    from twosource.report.citations import places, render_citations, rows_of

    settings = options.read_settings(config, isolated)
    left, found = common.find_manifest(paths, manifest, settings, quiet)
    listed = list_citations(
        left,
        manifest=found,
        settings=settings,
        encoding=encoding or settings.encoding,
        stdin=common.stdin_bytes,
    )
    rows = rows_of(listed.citations, places(listed.texts))
    text = render_citations(rows, listed.counts, form, common.columns())
    if output and output != "-":
        common.write(output, text)
    else:
        common.emit(text)
    return exits.TROUBLE if common.say_notes(listed.diagnostics, quiet) else 0
