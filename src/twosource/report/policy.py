"""What of a report is asked for: rules that are selected, ignored, or ignored in some paths.

In:  a report document and what the project says. Out: a report document with fewer
clusters and diagnostics, its counts made anew. Errors of inputs always stay.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from fnmatch import fnmatchcase
from typing import Any

from twosource.settings import PathRule

Row = dict[str, Any]


def asked_for(
    data: Row,
    *,
    select: Sequence[str] = (),
    ignore: Sequence[str] = (),
    per_path: Sequence[PathRule] = (),
    names: Mapping[str, str] | None = None,
    severity: Sequence[tuple[str, str]] = (),
) -> Row:
    """Leave out what nobody asked for; give the rest the level that was asked for.

    Args:
        data: A report document.
        select, ignore: Rule ids or their beginnings; no `select` means all.
        per_path: The same for places in some paths.
        names: Document -> path that `per_path` is about; the document itself when missing.
        severity: (rule id or its beginning, level); the longest beginning decides.

    The report says what was left out by ("asked"), so that `verify` knows that it is a part.
    """
    data = _levelled(data, severity) if severity else data
    if not (select or ignore or per_path):
        return data
    wanted = _Wanted(tuple(select), tuple(ignore), tuple(per_path), names or {})
    documents = {row["id"]: row["document"] for row in data["sources"]}
    places = {row["id"]: documents[row["source"]] for row in data["assertions"]}
    clusters = [row for row in data["clusters"] if wanted.cluster(row, places)]
    diagnostics = [row for row in data["diagnostics"] if wanted.diagnostic(row)]
    summary = {**data["summary"], **counted(clusters), "diagnostics": len(diagnostics)}
    asked = {
        "select": list(select),
        "ignore": list(ignore),
        "per_path": [{"path": row.path, "ignore": list(row.ignore)} for row in per_path],
    }
    shown = {"clusters": clusters, "diagnostics": diagnostics, "summary": summary, "asked": asked}
    return {**data, **shown}


def _levelled(data: Row, severity: Sequence[tuple[str, str]]) -> Row:
    """The same rows with other levels; an input that could not be used stays an error."""
    longest = sorted(severity, key=lambda pair: (-len(pair[0]), pair[0]))

    def level(rule: str) -> str | None:
        return next((word for name, word in longest if rule.startswith(name)), None)

    clusters = [
        {**row, "level": told} if (told := level(row["rule"])) else row for row in data["clusters"]
    ]
    diagnostics = [
        {**row, "level": told} if (told := level(row["rule"])) and row["level"] != "error" else row
        for row in data["diagnostics"]
    ]
    return {**data, "clusters": clusters, "diagnostics": diagnostics}


def counted(clusters: Sequence[Row]) -> dict[str, int]:
    """The counts of a summary that are about clusters."""
    verdicts = Counter(row["verdict"] for row in clusters)
    names = ("agree", "conflict", "not-comparable", "single-citation")
    return {
        "clusters": len(clusters),
        **{name: verdicts[name] for name in names},
        "one-origin": sum(1 for row in clusters if row["detail"] == "one-origin"),
    }


class _Wanted:
    """Answers for one row whether it is asked for."""

    def __init__(
        self,
        select: tuple[str, ...],
        ignore: tuple[str, ...],
        per_path: tuple[PathRule, ...],
        names: Mapping[str, str],
    ) -> None:
        self._select, self._ignore = select, ignore
        self._per_path, self._names = per_path, names

    def cluster(self, row: Row, places: Mapping[str, str]) -> bool:
        """A cluster stays while a conflicting pair, or a member, stands where its rule counts."""
        rule = row["rule"]
        if not self._rule(rule):
            return False
        if row["verdict"] == "conflict" and row["conflicts"]:
            return any(
                all(self._here(rule, places[name]) for name in pair) for pair in row["conflicts"]
            )
        return any(self._here(rule, places[name]) for name in row["members"])

    def diagnostic(self, row: Row) -> bool:
        """A diagnostic of an input is not left out by selecting other rules."""
        rule = row["rule"]
        if row["level"] == "error":
            return True
        if rule.startswith("CR9"):
            shown = not (self._ignore and rule.startswith(self._ignore))
        else:
            shown = self._rule(rule)
        return shown and self._here(rule, row["document"] or "")

    def _rule(self, rule: str) -> bool:
        if self._select and not rule.startswith(self._select):
            return False
        return not (self._ignore and rule.startswith(self._ignore))

    def _here(self, rule: str, document: str) -> bool:
        path = self._names.get(document, document)
        name = path.rpartition("/")[2]
        return not any(
            rule.startswith(row.ignore)
            and (fnmatchcase(path, row.path) or fnmatchcase(name, row.path))
            for row in self._per_path
        )
