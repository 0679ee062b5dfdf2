"""The command line: parse, call, print, exit. Nothing heavy is imported before a command runs."""

from __future__ import annotations

import platform
import sys

import click

from twosource import __version__
from twosource.cli import exits
from twosource.cli.baseline import baseline
from twosource.cli.check import check
from twosource.cli.citations import citations
from twosource.cli.common import Group
from twosource.cli.compare import compare
from twosource.cli.decide import decide
from twosource.cli.explain import explain
from twosource.cli.extract import extract
from twosource.cli.helping import help_
from twosource.cli.init import init
from twosource.cli.lists import completion, rules, schema
from twosource.cli.render import render
from twosource.cli.report import report
from twosource.cli.validate import validate
from twosource.cli.verify import verify
from twosource.cli.watch import watch

_SETTINGS = {"help_option_names": ["-h", "--help"], "max_content_width": 80}


@click.group(
    cls=Group,
    context_settings=_SETTINGS,
    epilog="Examples:\n\n\b\n  twosource init docs\n  twosource report docs\n  twosource compare a.txt b.txt\n  twosource validate manifest.toml\n  twosource explain CR102",
)
@click.version_option(
    __version__,
    "--version",
    message=f"twosource %(version)s (schema 1, python {platform.python_version()})",
)
def cli() -> None:
    """A linter for facts: where documents agree, conflict, or rest on one citation."""


for _command in (
    report,
    render,
    compare,
    check,
    verify,
    validate,
    extract,
    citations,
    explain,
    baseline,
    decide,
    init,
    watch,
    rules,
    schema,
    completion,
    help_,
):
    cli.add_command(_command)


def main() -> None:
    """Run the program and leave with its exit code."""
    sys.exit(exits.run(cli))
