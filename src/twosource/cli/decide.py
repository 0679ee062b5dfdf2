"""The command `decide`: record what a reviewer decided about a finding."""

from __future__ import annotations

from pathlib import Path

import click

from twosource.cli import common, options, policy
from twosource.cli.shaped import command
from twosource.errors import UsageError


@command(
    short_help="Record what a reviewer decided about a finding.",
    epilog="Examples:\n\n\b\n  twosource decide c-7f3a91 explained -r report.json \\\n      --reason 'two ceremonies'\n  twosource report docs --decisions twosource-decisions.json",
)
@click.argument("cluster", metavar="ID")
@click.argument("decision", type=common.Choice(["confirmed", "dismissed", "explained"]))
@click.option(
    "-r", "--report", "report", required=True, metavar="FILE", help="The JSON report with it."
)
@click.option("--reason", required=True, metavar="TEXT", help="Why, in words.")
@click.option("--by", metavar="NAME", help="Who decided.")
@click.option("--today", metavar="DAY", help="Day of the decision [the clock's].")
@click.option(
    "-d",
    "--decisions",
    "file",
    metavar="FILE",
    help=f"The decisions [of the settings, else {policy.DECISIONS}].",
)
@options.settings
@options.quiet
def decide(
    cluster: str,
    decision: str,
    report: str,
    reason: str,
    by: str | None,
    today: str | None,
    file: str | None,
    config: str | None,
    isolated: bool,
    quiet: int,
) -> int:
    """Record a decision about a cluster: confirmed, dismissed or explained.

    A confirmed conflict goes on to count; a dismissed one (no conflict at all) and an
    explained one (a conflict with a reason) do not. A later decision takes the place of
    an earlier one. Decisions hold until the values change, wherever the lines move.
    """
    from twosource.report.ledger import entry_of, write_ledger
    from twosource.report.view import view

    if not reason.strip():
        raise UsageError("--reason: say why in words")
    settings = options.read_settings(config, isolated)
    target = file or policy.beside(settings, settings.decisions) or policy.DECISIONS
    data = common.load_report(Path(report))
    v, row = view(data), common.cluster_of(data, cluster)
    old = policy.load(target, "decisions") if Path(target).exists() else ()
    kept = [entry for entry in old if not entry.is_about(v, row)]
    made = entry_of(v, row, reason, decision=decision, date=policy.day(today), by=by)
    common.write(target, write_ledger([*kept, made], "decisions"))
    common.note(f"{row['id']} {row['statement']}: {decision}; wrote {target}", quiet)
    return 0
