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
from twosource.cli.compare import compare
from twosource.cli.decide import decide
from twosource.cli.explain import explain
from twosource.cli.extract import extract
from twosource.cli.helping import help_
from twosource.cli.init import init
from twosource.cli.lists import completion, rules, schema
from twosource.cli.render import render
from twosource.cli.report import report
from twosource.cli.shaped import Group
from twosource.cli.validate import validate
from twosource.cli.verify import verify
from twosource.cli.watch import watch

_SETTINGS = {"help_option_names": ["-h", "--help"], "max_content_width": 80}


class _Root(Group):
    """The program itself."""

    headings = (
        ("Compare documents", ("report", "compare", "check", "watch")),
        ("Look closer", ("explain", "extract", "citations", "render", "verify")),
        ("Set up and keep", ("init", "validate", "baseline", "decide", "completion")),
        ("Read about it", ("help", "rules", "schema")),
    )


@click.group(
    cls=_Root,
    context_settings=_SETTINGS,
    invoke_without_command=True,
    epilog="Examples:\n\n\b\n  twosource init docs       write down what is known of the documents"
    "\n  twosource report docs     where they agree, differ, rest on one citation"
    "\n  twosource compare a.txt b.txt\n  twosource help tutorial",
)
@click.version_option(
    __version__,
    "--version",
    message=f"twosource %(version)s (schema 1, python {platform.python_version()})",
)
@click.pass_context
def cli(ctx: click.Context) -> int:
    """A linter for facts: where documents agree, conflict, or rest on one citation.

    Every command takes -h, -q (less), -v (more), --color auto|always|never and --no-progress,
    before or after its name.
    """
    if ctx.invoked_subcommand is None:
        click.echo(ctx.get_help(), err=True)
        return exits.TROUBLE
    return 0


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
