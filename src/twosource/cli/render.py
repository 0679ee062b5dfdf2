"""The command `render`: a JSON report in another format, without the sources."""

from __future__ import annotations

from pathlib import Path

import click

from twosource.cli import common


@click.command(
    epilog="Examples:\n\n\b\n  twosource render report.json\n  twosource render report.json -o page.html -o out.sarif\n  twosource render report.json -f junit"
)
@click.argument("file", metavar="REPORT")
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
    default="conflict",
    help="What counts as a finding [conflict].",
)
@click.option(
    "--color",
    type=common.Choice(["auto", "always", "never"]),
    default="auto",
    help="Colour [auto].",
)
@click.option("-q", "--quiet", count=True, help="No notes.")
def render(
    file: str,
    kind: str | None,
    outputs: tuple[str, ...],
    fail_on: str,
    color: str,
    quiet: int,
) -> int:
    """Write a JSON report in another format. The documents are not needed.

    Exit 0 when it was written, whatever it says; 2 on trouble.
    """
    targets = common.formats_of(outputs, kind)
    data = common.load_report(Path(file))
    common.deliver(data, targets, fail_on=fail_on, color=color, quiet=quiet)
    return 0
