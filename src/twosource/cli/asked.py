"""What a command was asked, as values: click's arguments sorted by what they are about."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Any, TypeVar

Rules = tuple[tuple[str, ...], ...]
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Policy:
    """What counts as a finding, and where that is settled.

    Attributes:
        fail_on: What makes the exit code 1; None = as the settings say.
        select, ignore: Rules, one tuple for every time the option is given.
        baseline, decisions, since: Files; None = not asked for.
        today: The day to hold the baseline against; None = the clock's.
        config, isolated: The settings file to use, or none at all.
    """

    fail_on: str | None
    select: Rules
    ignore: Rules
    baseline: str | None
    decisions: str | None
    since: str | None
    today: str | None
    config: str | None
    isolated: bool


@dataclass(frozen=True, slots=True)
class Output:
    """Where the result goes and in which form.

    Attributes:
        kind: Format of stdout, and of files whose extension says none.
        outputs: Files, "-" for stdout.
        color: auto, always or never.
        quiet: 1 = findings only, 2 = nothing.
        sarif_category: What tells several SARIF runs over one commit apart.
    """

    kind: str | None
    outputs: tuple[str, ...]
    color: str
    quiet: int
    sarif_category: str


def taken(form: type[T], given: Mapping[str, Any]) -> T:
    """Take the fields of a data class from the arguments of a command."""
    names = [field.name for field in fields(form)]  # type: ignore[arg-type]
    return form(**{name: given[name] for name in names})
