"""What the command line and the settings ask of a report, applied to it."""

from __future__ import annotations

import os
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

from twosource.cli import common
from twosource.cli.asked import Policy
from twosource.errors import UsageError
from twosource.settings import Settings

if TYPE_CHECKING:
    from twosource.report.ledger import Entry

BASELINE, DECISIONS = "twosource-baseline.json", "twosource-decisions.json"


def applied(data: dict[str, Any], settings: Settings, asked: Policy) -> dict[str, Any]:
    """The report document with what is asked for; options come on top of settings.

    `--select` replaces the selection of the settings, `--ignore` adds to what they ignore.
    """
    from twosource.report.document import seal

    told = _shown(_settled(data, settings, asked), settings, asked)
    if asked.since:
        told = _compared(told, settings, asked, asked.since)
    return data if told is data else {**told, "seal": seal(told)}


def files_of(settings: Settings, asked: Policy) -> tuple[str | None, str | None]:
    """The baseline and the decisions to use; options come before settings."""
    return (
        asked.baseline or beside(settings, settings.baseline),
        asked.decisions or beside(settings, settings.decisions),
    )


def _settled(data: dict[str, Any], settings: Settings, asked: Policy) -> dict[str, Any]:
    from twosource.report.settled import with_baseline, with_decisions

    known, decided = files_of(settings, asked)
    if known:
        data = with_baseline(data, load(known, "baseline"), known, day(asked.today))
    if decided:
        data = with_decisions(data, load(decided, "decisions"), decided)
    return data


def _shown(data: dict[str, Any], settings: Settings, asked: Policy) -> dict[str, Any]:
    from twosource.report.policy import asked_for

    return asked_for(
        data,
        select=tuple(name for names in asked.select for name in names) or settings.select,
        ignore=(*settings.ignore, *(name for names in asked.ignore for name in names)),
        per_path=settings.per_path,
        names=_names(data, settings),
        severity=settings.severity,
    )


def _compared(data: dict[str, Any], settings: Settings, asked: Policy, file: str) -> dict[str, Any]:
    """The older report is cut to the same rules first, so that nothing seems gone."""
    from twosource.limits import limit
    from twosource.report.since import with_since

    old = _shown(common.load_report(Path(file)), settings, asked)
    return with_since(data, old, file, limit(asked.fail_on or settings.fail_on))


def beside(settings: Settings, name: str | None) -> str | None:
    """A file named in the settings, as seen from the current folder."""
    if name is None:
        return None
    folder = Path(settings.origin or ".").resolve().parent
    return Path(os.path.relpath(folder / name)).as_posix()


def load(file: str, kind: str) -> tuple[Entry, ...]:
    """Read a baseline or decisions file; raises InputError or InvalidFile."""
    from twosource.report.ledger import read_ledger

    return read_ledger(common.read_text(file), file, kind)


def day(asked: str | None) -> str:
    """Today: as asked for, else SOURCE_DATE_EPOCH, else the clock."""
    if asked is not None:
        from twosource.report.ledger import is_day

        if not is_day(asked):
            raise UsageError(f"--today: expected a day such as 2027-01-31, found {asked!r}")
        return asked
    return moment()[:10]


def moment() -> str:
    """Now, to the second, in UTC: SOURCE_DATE_EPOCH, else the clock's time."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    if epoch is not None and not (epoch.isascii() and epoch.isdigit() and len(epoch) < 12):
        raise UsageError(f"SOURCE_DATE_EPOCH: expected seconds, found {epoch!r}")
    return time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(int(epoch) if epoch else None))


def _names(data: dict[str, Any], settings: Settings) -> dict[str, str]:
    """Document -> its path as seen from the folder of the settings file."""
    if not settings.per_path or settings.origin is None:
        return {}
    folder = Path(settings.origin).resolve().parent
    found = {}
    for row in data["inputs"]:
        path = os.path.relpath(Path(row["path"]).absolute(), folder)
        found[row["path"]] = Path(path).as_posix()
    return found
