"""What the command line and the settings ask of a report, applied to it."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

from twosource.settings import Settings

Rules = tuple[tuple[str, ...], ...]


def applied(data: dict[str, Any], settings: Settings, select: Rules, ignore: Rules) -> Any:
    """The report document with what is asked for; options come on top of settings.

    `--select` replaces the selection of the settings, `--ignore` adds to what they ignore.
    """
    from twosource.report.policy import asked_for

    chosen = tuple(name for names in select for name in names)
    return asked_for(
        data,
        select=chosen or settings.select,
        ignore=(*settings.ignore, *(name for names in ignore for name in names)),
        per_path=settings.per_path,
        names=_names(data, settings),
    )


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
