"""What people have settled, laid over a report: known findings no longer count.

In:  a report document and the entries of a baseline or of decisions. Out: the same with
`accepted` or `decision` at its clusters, and a diagnostic for every entry that is stale.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from twosource.report.ledger import Entry
from twosource.report.view import View, view
from twosource.rules.upkeep import stale_baseline, stale_decision

Row = dict[str, Any]


def with_baseline(data: Row, entries: Sequence[Entry], file: str, today: str | None) -> Row:
    """Mark what the baseline accepts.

    Args:
        data: A report document.
        entries: Of the baseline.
        file: Its name, for messages.
        today: The day to hold `until` against; None = no entry ends.
    """
    v = view(data)
    marks: dict[str, Row] = {}
    notes = []
    for entry in entries:
        found = _about(v, entry)
        if not found:
            said = "matches nothing any more"
        elif entry.until and today and entry.until < today:
            said = f"held until {entry.until}"
        else:
            known = {"by": "baseline", "reason": entry.reason, "until": entry.until}
            mark = {key: value for key, value in known.items() if value is not None}
            marks |= {row["id"]: {"accepted": mark} for row in found}
            continue
        notes.append(_note(file, entry, stale_baseline(said)))
    return _marked(data, marks, notes)


def with_decisions(data: Row, entries: Sequence[Entry], file: str) -> Row:
    """Mark what reviewers decided: dismissed and explained findings no longer count."""
    v = view(data)
    marks: dict[str, Row] = {}
    notes = []
    for entry in entries:
        found = _about(v, entry)
        if not found:
            notes.append(_note(file, entry, stale_decision(_changed(v, entry))))
        marks |= {row["id"]: _decided(entry) for row in found}
    return _marked(data, marks, notes)


def _about(v: View, entry: Entry) -> list[Row]:
    return [row for row in v.data["clusters"] if entry.is_about(v, row)]


def _changed(v: View, entry: Entry) -> str:
    now = next((row for row in v.data["clusters"] if entry.was_about(v, row)), None)
    if now is None:
        return "is about a finding that is there no more"
    values = ", ".join(value for value, _ in v.sides(now) or v.values(now))
    return f"is about {', '.join(entry.values)}; now {values} ({now['id']}): decide again"


def _decided(entry: Entry) -> Row:
    keys = ("decision", "reason", "date", "by")
    decision = {key: getattr(entry, key) for key in keys if getattr(entry, key) is not None}
    if entry.decision == "confirmed":
        return {"decision": decision}
    return {"decision": decision, "accepted": {"by": "decision", "reason": entry.reason}}


def _note(file: str, entry: Entry, told: tuple[str, str]) -> Row:
    rule, said = told
    kind = "entry" if rule == "CR401" else f"decision ({entry.decision})"
    message = f"{file}:{entry.line}: {kind} {entry.label!r} {said}"
    place = {"document": file, "span": None, "line": entry.line, "column": 1}
    return {"rule": rule, "level": "warning", "message": message, **place}


def _marked(data: Row, marks: dict[str, Row], notes: list[Row]) -> Row:
    clusters = [{**row, **marks.get(row["id"], {})} for row in data["clusters"]]
    diagnostics = [*data["diagnostics"], *notes]
    summary = {
        **data["summary"],
        "accepted": sum(1 for row in clusters if "accepted" in row),
        "diagnostics": len(diagnostics),
    }
    return {**data, "clusters": clusters, "diagnostics": diagnostics, "summary": summary}
