"""Files of what people have settled: the baseline, and the decisions of reviewers.

In:  JSON with one entry a line, sorted, so that branches merge. Out: entries with the line
they stand in. An entry names a finding by its content, never by its place.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from twosource import strictjson
from twosource.contract import violations
from twosource.errors import InvalidFile, Violation
from twosource.report.fingerprint import fingerprint, side_members, side_values
from twosource.report.view import View

LISTS: Final = {"baseline": "accepted", "decisions": "decisions"}
DECISIONS: Final = ("confirmed", "dismissed", "explained")

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Entry:
    """One settled finding.

    Attributes:
        fingerprint, rule, label: The finding, by content; the label is for people.
        values: What its sides said, sorted.
        assertions: Ids of the assertions on its sides, sorted.
        reason: Why, in words.
        until: Last day on which a baseline entry holds; None = for good.
        decision, date, by: What a reviewer decided, when, and who; None in a baseline.
        line: Line of the file, 0 when it is new.
    """

    fingerprint: str
    rule: str
    label: str
    values: tuple[str, ...]
    assertions: tuple[str, ...]
    reason: str
    until: str | None = None
    decision: str | None = None
    date: str | None = None
    by: str | None = None
    line: int = 0

    def is_about(self, v: View, cluster: Row) -> bool:
        """Tell whether a cluster shows the same values for the same fact.

        New sources may change how a fact is called; an assertion in common and the same
        values are enough then.
        """
        if fingerprint(v, cluster) == self.fingerprint:
            return True
        same = self.rule == cluster["rule"] and list(self.values) == side_values(v, cluster)
        return same and bool(set(self.assertions) & side_members(v, cluster))

    def was_about(self, v: View, cluster: Row) -> bool:
        """Tell whether a cluster is about the same fact with other values."""
        shared = set(self.assertions) & side_members(v, cluster)
        return self.rule == cluster["rule"] and bool(shared)


def entry_of(v: View, cluster: Row, reason: str, **more: str | None) -> Entry:
    """Make the entry of a cluster."""
    return Entry(
        fingerprint=fingerprint(v, cluster),
        rule=cluster["rule"],
        label=cluster["statement"],
        values=tuple(side_values(v, cluster)),
        assertions=tuple(sorted(side_members(v, cluster))),
        reason=reason,
        **more,  # type: ignore[arg-type]
    )


def read_ledger(text: str, file: str, kind: str) -> tuple[Entry, ...]:
    """Read a baseline or decisions file.

    Raises:
        InvalidFile: It is not JSON, breaks its schema, names a finding twice, or holds a
            day that is none.
    """
    data = strictjson.parse(text, file)
    places = strictjson.positions(text)
    rows = violations(data, kind) or list(_semantic(data[LISTS[kind]], LISTS[kind]))
    if rows:
        raise InvalidFile(
            tuple(
                Violation(file, *_place(pointer, places), pointer, said) for pointer, said in rows
            )
        )
    return tuple(
        _entry(row, places.get(f"/{LISTS[kind]}/{index}", (1, 1))[0])
        for index, row in enumerate(data[LISTS[kind]])
    )


def _place(pointer: str, places: dict[str, tuple[int, int]]) -> tuple[int, int]:
    while pointer not in places and pointer:
        pointer = pointer.rpartition("/")[0]
    return places.get(pointer, (1, 1))


def _semantic(rows: list[Row], name: str) -> Iterator[tuple[str, str]]:
    seen: set[str] = set()
    for index, row in enumerate(rows):
        if row["fingerprint"] in seen:
            yield f"/{name}/{index}/fingerprint", "this finding stands twice"
        seen.add(row["fingerprint"])
        for key in ("until", "date"):
            if key in row and not is_day(row[key]):
                yield f"/{name}/{index}/{key}", f"expected a day, found {row[key]!r}"


def is_day(text: str) -> bool:
    """Tell whether a text is a day such as 2027-01-31."""
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def _entry(row: Row, line: int) -> Entry:
    lists = {key: tuple(row[key]) for key in ("values", "assertions")}
    return Entry(**{**row, **lists}, line=line)


def write_ledger(entries: Iterable[Entry], kind: str) -> str:
    """Write entries, one a line, sorted by fingerprint."""
    rows = sorted(entries, key=lambda entry: entry.fingerprint)
    lines = ",\n".join(json.dumps(_row(entry), ensure_ascii=False) for entry in rows)
    return f'{{"version": 1, "{LISTS[kind]}": [\n{lines}{chr(10) if lines else ""}]}}\n'


def _row(entry: Entry) -> Row:
    row: Row = {
        "fingerprint": entry.fingerprint,
        "rule": entry.rule,
        "label": entry.label,
        "values": list(entry.values),
        "assertions": list(entry.assertions),
        "reason": entry.reason,
    }
    extra = {key: getattr(entry, key) for key in ("until", "decision", "date", "by")}
    return row | {key: value for key, value in extra.items() if value is not None}
