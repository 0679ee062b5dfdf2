"""What is new against an older report, what is gone, what stands as it did.

In:  a report document, an older one, what counts as a finding. Out: the report with the
findings that the older one holds already marked as accepted, and a table of the three.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from typing import Any

from twosource.limits import Limit
from twosource.report.fingerprint import fingerprint, side_members, side_values
from twosource.report.view import View, view

Row = dict[str, Any]


def with_since(data: Row, old: Row, name: str, counts: Limit) -> Row:
    """Mark what an older report shows already.

    A finding is the same when its rule, statement and values are, or, as sources may change
    what a fact is called, its rule and values and one of its assertions.

    Args:
        data: A report document.
        old: The older one.
        name: The older one's file, for messages.
        counts: What counts as a finding.
    """
    v, before = view(data), view(old)
    known, now = _Known(before, old["clusters"]), _Known(v, data["clusters"])
    found = [row for row in data["clusters"] if counts.counts_cluster(row)]
    same = {row["id"] for row in found if known.has(v, row)}
    gone = [r for r in old["clusters"] if counts.counts_cluster(r) and not now.has(before, r)]
    mark = {"accepted": {"by": "since", "reason": f"in {name} already"}}
    clusters = [{**row, **mark} if row["id"] in same else row for row in data["clusters"]]
    diagnostics = list(_diagnostics(data["diagnostics"], old["diagnostics"], mark))
    summary = {**data["summary"], "accepted": sum("accepted" in row for row in clusters)}
    told = {
        "report": name,
        "new": [row["id"] for row in found if row["id"] not in same],
        "unchanged": sorted(same),
        "gone": [_gone(before, row) for row in gone],
    }
    changed = {"clusters": clusters, "diagnostics": diagnostics, "summary": summary}
    return {**data, **changed, "since": told}


class _Known:
    """Answers whether a report holds a finding; looks every one up, never through all."""

    def __init__(self, v: View, clusters: Sequence[Row]) -> None:
        self._names = {fingerprint(v, row) for row in clusters}
        self._members: defaultdict[tuple[str, ...], set[str]] = defaultdict(set)
        for row in clusters:
            self._members[_said(v, row)] |= side_members(v, row)

    def has(self, v: View, row: Row) -> bool:
        if fingerprint(v, row) in self._names:
            return True
        return bool(self._members.get(_said(v, row), set()) & side_members(v, row))


def _said(v: View, row: Row) -> tuple[str, ...]:
    return (row["rule"], *side_values(v, row))


def _gone(v: View, row: Row) -> Row:
    values = side_values(v, row)
    return {**{key: row[key] for key in ("id", "rule", "statement")}, "values": values}


def _diagnostics(rows: Sequence[Row], old: Sequence[Row], mark: Row) -> Iterator[Row]:
    """A diagnostic is known when the older report says the same of the same document."""
    left = Counter(_note(row) for row in old)
    for row in rows:
        known = row["level"] != "error" and left[_note(row)] > 0
        left[_note(row)] -= known
        yield {**row, **mark} if known else row


def _note(row: Row) -> tuple[str, str, str]:
    return row["rule"], row["document"] or "", row["message"]


def since_words(data: Row) -> str:
    """ "since old.json: 1 new, 2 gone, 3 unchanged"; "" when nothing was asked."""
    if "since" not in data:
        return ""
    row = data["since"]
    counts = ", ".join(f"{len(row[key])} {key}" for key in ("new", "gone", "unchanged"))
    return f"since {row['report']}: {counts}"


def gone_words(row: Row) -> str:
    """A finding that is gone, in one line."""
    return f"{row['rule']} {row['statement']}: {' / '.join(row['values'])}"
