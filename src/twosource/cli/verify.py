"""The command `verify`: derive every verdict of a report anew."""

from __future__ import annotations

from pathlib import Path

import click

from twosource.cli import common
from twosource.cli.shaped import command


@command(
    short_help="Derive every verdict of a JSON report anew.",
    epilog="Examples:\n\n\b\n  twosource verify reports/seeds.report.json\n"
    "  twosource verify case.json --root /cases/17",
)
@click.argument("file", metavar="REPORT")
@click.option(
    "--root", metavar="DIR", default=".", help="Where the paths of the report start from [.]."
)
@click.option("-q", "--quiet", count=True, help="Exit code only.")
def verify(file: str, root: str, quiet: int) -> int:
    """Derive every verdict of a JSON report anew, from its trace and the files alone.

    Exit 0: all follows; 1: something does not; 2: the report cannot be read.
    """
    from twosource.report import safe
    from twosource.verify import verify_report

    data = common.load_report(Path(file))
    found = verify_report(data, Path(root))
    if not quiet:
        for pointer, message in found:
            common.emit(f"{safe.line(file)}: {safe.line(pointer or '/')}: {safe.line(message)}\n")
        if not found:
            common.emit(
                f"{len(data['clusters'])} verdicts on {len(data['assertions'])} assertions"
                " follow from their sources\n"
            )
    return 1 if found else 0
