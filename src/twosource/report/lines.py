"""Render the report document one line a finding: for editors, and as workflow annotations."""

from __future__ import annotations

from typing import Any, Final

from twosource.report import safe
from twosource.report.findings import Finding, findings

_ANNOTATIONS: Final = 10  # a step of a workflow shows no more of a kind

Row = dict[str, Any]


def render_concise(
    data: Row, *, color: bool = False, columns: int = 80, fail_on: str = "conflict"
) -> str:
    """One line for every place of a finding: file:line:col: rule message [cluster]."""
    del color, columns
    return "".join(f"{safe.line(_concise(found))}\n" for found in findings(data, fail_on))


def _concise(found: Finding) -> str:
    place = f"{found.document}:{found.line}:{found.column}"
    if found.cluster is None:
        return f"{place}: {found.rule} {found.level}: {found.message}"
    return f"{place}: {found.rule} {found.statement}: {found.message} [{found.cluster}]"


def render_github(
    data: Row, *, color: bool = False, columns: int = 80, fail_on: str = "conflict"
) -> str:
    """Workflow annotations: the first place of every side, ten at most; the rest is counted."""
    del color, columns
    rows = sorted((f for f in findings(data, fail_on) if f.first), key=_weight)
    lines = [_annotation(found) for found in rows[:_ANNOTATIONS]]
    if len(rows) > _ANNOTATIONS:
        lines.append(f"::notice title=twosource::{len(rows) - _ANNOTATIONS} more places to look at")
    return "".join(f"{line}\n" for line in lines)


def _weight(found: Finding) -> int:
    return ("error", "warning", "note").index(found.level)


def _annotation(found: Finding) -> str:
    word = {"error": "error", "warning": "warning", "note": "notice"}[found.level]
    title = f"{found.rule} {found.title}" if found.cluster else found.rule
    parts = [
        f"file={safe.github_property(found.document)}",
        f"line={found.line}",
        f"col={found.column}",
        f"title={safe.github_property(title)}",
    ]
    if found.end_line == found.line:
        parts.insert(3, f"endColumn={found.end_column}")
    about = f"{found.statement}: " if found.statement else ""
    return f"::{word} {','.join(parts)}::{safe.github(about + found.message)}"
