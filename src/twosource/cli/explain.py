"""The command `explain`: what a rule means, why a cluster is what it is."""

from __future__ import annotations

import json
from pathlib import Path

import click

from twosource.cli import common, options
from twosource.errors import UsageError


@click.command(
    epilog="Examples:\n\n\b\n  twosource explain CR102\n  twosource explain c-7f3a9120de01 --report report.json"
)
@click.argument("name", metavar="RULE|ID")
@click.option(
    "-r",
    "--report",
    "file",
    metavar="FILE",
    help="The JSON report that holds the cluster or assertion.",
)
@click.option(
    "-f",
    "--format",
    "form",
    type=options.Format(["text", "json"]),
    default="text",
    help="Format: text, json (the cluster as in the report) [text].",
)
def explain(name: str, file: str | None, form: str) -> int:
    """Say what a rule means, or why a cluster is what it is.

    The beginning of an id is enough when only one has it.
    """
    from twosource.limits import rule_problem
    from twosource.report.explained import explained
    from twosource.rules import rules

    if name.upper() in rules():
        common.emit(rules()[name.upper()].text())
        return 0
    if name.upper().startswith("CR") and file is None:
        problem = rule_problem(name.upper()) or f"{name!r} begins several rules"
        raise UsageError(f"{problem}; twosource rules lists them")
    if file is None:
        raise UsageError("name the report that holds the cluster with --report FILE")
    data = common.load_report(Path(file))
    cluster = common.cluster_of(data, name)
    if form == "json":
        common.emit(json.dumps(cluster, ensure_ascii=False, indent=1) + "\n")
    else:
        common.emit(explained(data, cluster, columns=common.columns()))
    return 0
