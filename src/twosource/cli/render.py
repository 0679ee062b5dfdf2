"""The command `render`: a JSON report in another format, without the sources."""

from __future__ import annotations

from pathlib import Path

import click

from twosource.cli import common, options
from twosource.cli.policy import Rules, applied


@click.command(
    epilog="Examples:\n\n\b\n  twosource render report.json\n  twosource render report.json -o page.html -o out.sarif\n  twosource render report.json -f junit"
)
@click.argument("file", metavar="REPORT")
@options.output
@options.policy
@options.quiet
def render(
    file: str,
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
    quiet: int,
) -> int:
    """Write a JSON report in another format. The documents are not needed.

    Exit 0 when it was written, whatever it says; 2 on trouble.
    """
    settings = options.read_settings(config, isolated)
    targets = common.formats_of(outputs, kind)
    data = applied(
        common.load_report(Path(file)),
        settings,
        select=select,
        ignore=ignore,
        baseline=baseline,
        decisions=decisions,
        today=today,
    )
    limit = fail_on or settings.fail_on
    common.deliver(data, targets, fail_on=limit, color=color, quiet=quiet)
    return 0
