"""The command `render`: a JSON report in another format, without the sources."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from twosource.cli import common, options
from twosource.cli.asked import Output, Policy, taken
from twosource.cli.deliver import deliver, formats_of
from twosource.cli.policy import applied
from twosource.cli.shaped import command


@command(
    short_help="A JSON report in another format; documents not needed.",
    epilog="Examples:\n\n\b\n  twosource render report.json\n  twosource render report.json -o page.html -o out.sarif\n  twosource render report.json -f junit",
)
@click.argument("file", metavar="REPORT")
@options.output
@options.policy
@options.quiet
def render(file: str, **given: Any) -> int:
    """Write a JSON report in another format. The documents are not needed.

    Exit 0 when it was written, whatever it says; 2 on trouble.
    """
    policy, output = taken(Policy, given), taken(Output, given)
    settings = options.read_settings(policy.config, policy.isolated)
    targets = formats_of(output)
    data = applied(common.load_report(Path(file)), settings, policy)
    deliver(data, targets, output, policy.fail_on or settings.fail_on)
    return 0
