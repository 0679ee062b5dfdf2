"""The command `baseline`: accept the findings of today, so that only new ones fail."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from twosource.cli import common, options, policy
from twosource.cli.shaped import Group
from twosource.errors import OutputError, UsageError

_EXAMPLES = "Examples:\n\n\b\n"
_FILE = click.option(
    "-b",
    "--baseline",
    "file",
    metavar="FILE",
    help=f"The baseline [of the settings, else {policy.BASELINE}].",
)
_LIMIT = click.option(
    "--fail-on",
    type=options.Limit(),
    metavar="WHAT",
    help="What counts as a finding, as for report [conflict].",
)
_ONLY = click.option(
    "--only", multiple=True, metavar="ID", help="Only this cluster; may be repeated."
)
_REPORT = click.argument("report", metavar="REPORT")


@click.group(
    short_help="Accept known findings, so that only new ones fail.",
    cls=Group,
    epilog=_EXAMPLES
    + "  twosource report docs -o report.json\n  twosource baseline create report.json --reason 'known in 2026'\n  twosource report docs --baseline twosource-baseline.json",
)
def baseline() -> None:
    """Accept known findings; `report --baseline FILE` then fails on new ones only."""


@baseline.command(
    epilog=_EXAMPLES + "  twosource baseline create report.json --reason 'two ceremonies'"
)
@_REPORT
@_FILE
@click.option("--reason", required=True, metavar="TEXT", help="Why they are accepted.")
@click.option("--until", metavar="DAY", help="Last day on which that holds.")
@_ONLY
@_LIMIT
@options.settings
@options.quiet
def create(
    report: str,
    file: str | None,
    reason: str,
    until: str | None,
    only: tuple[str, ...],
    fail_on: str | None,
    config: str | None,
    isolated: bool,
    quiet: int,
) -> int:
    """Write a baseline of the findings of a JSON report. Never overwrites one."""
    settings = options.read_settings(config, isolated)
    target = _target(file, settings)
    if Path(target).exists():
        raise OutputError(target, "it is there already; use twosource baseline update")
    entries = _entries(report, reason, until, only, fail_on or settings.fail_on)
    return _save(target, entries, quiet)


@baseline.command(
    epilog=_EXAMPLES + "  twosource baseline update report.json --reason 'seen in review'"
)
@_REPORT
@_FILE
@click.option("--reason", required=True, metavar="TEXT", help="Why the new ones are accepted.")
@click.option("--until", metavar="DAY", help="Last day on which that holds for new ones.")
@_ONLY
@_LIMIT
@options.settings
@options.quiet
def update(
    report: str,
    file: str | None,
    reason: str,
    until: str | None,
    only: tuple[str, ...],
    fail_on: str | None,
    config: str | None,
    isolated: bool,
    quiet: int,
) -> int:
    """Add new findings; entries that are there keep their reason."""
    settings = options.read_settings(config, isolated)
    target = _target(file, settings)
    old = policy.load(target, "baseline")
    v, clusters = _open(report, only, fail_on or settings.fail_on)
    fresh = [row for row in clusters if not any(entry.is_about(v, row) for entry in old)]
    return _save(target, [*old, *_made(v, fresh, reason, until)], quiet)


@baseline.command(epilog=_EXAMPLES + "  twosource baseline prune report.json")
@_REPORT
@_FILE
@click.option("--today", metavar="DAY", help="Day to hold --until against [the clock's].")
@options.settings
@options.quiet
def prune(
    report: str, file: str | None, today: str | None, config: str | None, isolated: bool, quiet: int
) -> int:
    """Take out what matches nothing any more.

    That is what no finding of a JSON report matches, and what has expired.
    """
    target = _target(file, options.read_settings(config, isolated))
    states = _states(report, target, policy.day(today))
    return _save(target, [entry for entry, state in states if state == "matches"], quiet)


@baseline.command(epilog=_EXAMPLES + "  twosource baseline show report.json")
@_REPORT
@_FILE
@click.option("--today", metavar="DAY", help="Day to hold --until against [the clock's].")
@options.settings
def show(
    report: str, file: str | None, today: str | None, config: str | None, isolated: bool
) -> int:
    """List the entries with their state: matches, stale or expired."""
    from twosource.report import safe

    target = _target(file, options.read_settings(config, isolated))
    for entry, state in _states(report, target, policy.day(today)):
        until = f" (until {entry.until})" if entry.until else ""
        said = f"{entry.rule} {entry.label}: {', '.join(entry.values)}: {entry.reason}{until}"
        common.emit(safe.line(f"{state:<8} {entry.fingerprint}  {said}") + "\n")
    return 0


def _target(file: str | None, settings: Any) -> str:
    return file or policy.beside(settings, settings.baseline) or policy.BASELINE


def _open(report: str, only: tuple[str, ...], fail_on: str) -> tuple[Any, list[dict[str, Any]]]:
    """The clusters of a JSON report that count as findings, or those that are named."""
    from twosource.limits import limit
    from twosource.report.view import view

    data = common.load_report(Path(report))
    if only:
        return view(data), [common.cluster_of(data, name) for name in only]
    counts = limit(fail_on)
    return view(data), [row for row in data["clusters"] if counts.counts_cluster(row)]


def _entries(
    report: str, reason: str, until: str | None, only: tuple[str, ...], fail_on: str
) -> list[Any]:
    return _made(*_open(report, only, fail_on), reason, until)


def _made(v: Any, clusters: list[dict[str, Any]], reason: str, until: str | None) -> list[Any]:
    """One entry for every finding; two clusters that show the same are one."""
    from twosource.report.ledger import entry_of, is_day

    if not reason.strip():
        raise UsageError("--reason: say why in words")
    if until is not None and not is_day(until):
        raise UsageError(f"--until: expected a day such as 2027-01-31, found {until!r}")
    made = [entry_of(v, row, reason, until=until) for row in clusters]
    return list({entry.fingerprint: entry for entry in made}.values())


def _states(report: str, target: str, today: str) -> list[tuple[Any, str]]:
    from twosource.report.view import view

    data = common.load_report(Path(report))
    v = view(data)
    found = []
    for entry in policy.load(target, "baseline"):
        matches = any(entry.is_about(v, row) for row in data["clusters"])
        expired = entry.until is not None and entry.until < today
        found.append(
            (entry, "expired" if matches and expired else "matches" if matches else "stale")
        )
    return found


def _save(target: str, entries: list[Any], quiet: int) -> int:
    from twosource.report.ledger import write_ledger

    common.write(target, write_ledger(entries, "baseline"))
    count = len(entries)
    common.note(f"wrote {target} ({count} finding{'s' * (count != 1)} accepted)", quiet)
    return 0
