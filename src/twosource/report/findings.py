"""What a linter would say: one finding for every place on every side.

In:  the report document and what counts as a finding (`--fail-on`). Out: findings, the
weightiest first, each with one place; the other sides are named beside it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from twosource.identity import digest
from twosource.limits import limit
from twosource.report.fingerprint import fingerprint
from twosource.report.view import View, stated, view
from twosource.report.weight import weight

Row = dict[str, Any]

TITLES: Final = {
    "conflict": "sources differ",
    "single-citation": "one origin only",
    "not-comparable": "not comparable",
    "agree": "sources agree",
}


@dataclass(frozen=True, slots=True)
class Finding:
    """One place a reader should look at.

    Attributes:
        rule, level: "CR101"; "error", "warning" or "note".
        title: What sort of finding, in two or three words.
        statement: What the values are of, "" for a diagnostic.
        message: What is said here and what elsewhere, neutral.
        document, line, column, end_line, end_column: The place, from 1, code points.
        cluster: Id of the cluster; None for a diagnostic.
        key: Lasting name of this finding at this place.
        lasting: Lasting name of the finding, the same at each of its places.
        first: Is this the first place of its side?
        others: One assertion of every other side.
        let_be: The reason given in a draft for letting it be; None = it counts.
    """

    rule: str
    level: str
    title: str
    statement: str
    message: str
    document: str
    line: int
    column: int
    end_line: int
    end_column: int
    cluster: str | None
    key: str
    lasting: str
    first: bool
    others: tuple[Row, ...] = ()
    let_be: str | None = None


def findings(data: Row, fail_on: str = "conflict") -> Iterator[Finding]:
    """Yield what counts as a finding: by verdict as in the report, then the weightiest first.

    Raises:
        UsageError: `fail_on` is not of the form that `twosource.limits` reads.
    """
    v, counts = view(data), limit(fail_on)
    counted = [row for row in data["clusters"] if counts.counts_cluster(row)]
    ranks = {name: rank for rank, name in enumerate(dict.fromkeys(_part(row) for row in counted))}
    for cluster in sorted(counted, key=lambda row: (ranks[_part(row)], weight(v, row))):
        yield from _cluster(v, cluster)
    seen: Counter[tuple[str, ...]] = Counter()
    for row in data["diagnostics"]:
        if counts.counts_diagnostic(row):
            name = (row["rule"], row["document"] or "", row["message"])
            seen[name] += 1
            yield _diagnostic(v, row, digest([*name, str(seen[name])]))


def _part(cluster: Row) -> tuple[str, bool]:
    return cluster["verdict"], cluster["detail"] == "one-source"


def _cluster(v: View, cluster: Row) -> Iterator[Finding]:
    if cluster["verdict"] == "single-citation":
        yield _finding(v, cluster, v.members(cluster)[0], _alone(v, cluster), True, ())
        return
    sides = v.sides(cluster) or v.values(cluster)
    for value, items in sides:
        others = tuple(rows[0] for other, rows in sides if other != value)
        said = "; ".join(f"{name} in {v.place(rows[0])}" for name, rows in sides if name != value)
        for number, item in enumerate(items):
            yield _finding(v, cluster, item, f"{value} here; {said}", number == 0, others)


def _alone(v: View, cluster: Row) -> str:
    members = v.members(cluster)
    sources = len({item["source"] for item in members})
    count = "one source" if sources == 1 else f"{sources} sources"
    return f"{stated(members[0])} in {count}, {v.origin(members[0])}"


def _finding(
    v: View, cluster: Row, item: Row, message: str, first: bool, others: tuple[Row, ...]
) -> Finding:
    line, column = max(1, item["line"]), max(1, item["column"])
    end_line, end_column = end_of(line, column, item["text"])
    lasting = fingerprint(v, cluster)
    return Finding(
        rule=cluster["rule"],
        level=cluster.get("level", "warning" if cluster["verdict"] == "conflict" else "note"),
        title=TITLES[cluster["verdict"]],
        statement=cluster["statement"],
        message=message,
        document=v.sources[item["source"]]["document"],
        line=line,
        column=column,
        end_line=end_line,
        end_column=end_column,
        cluster=cluster["id"],
        key=f"{lasting}/{item['id']}",
        lasting=lasting,
        first=first,
        others=others,
    )


def end_of(line: int, column: int, text: str) -> tuple[int, int]:
    """Line and column behind the last character of `text`."""
    rows = text.replace("\r\n", "\n ").replace("\r", "\n").split("\n")
    if len(rows) == 1:
        return line, column + len(text)
    return line + len(rows) - 1, len(rows[-1].removeprefix(" ")) + 1


def _diagnostic(v: View, row: Row, name: str) -> Finding:
    document = row["document"] or next(iter(i["path"] for i in v.data["inputs"]), "")
    line, column = row.get("line") or 1, row.get("column") or 1
    return Finding(
        rule=row["rule"],
        level=row["level"],
        title=row["rule"],
        statement="",
        message=row["message"],
        document=document,
        line=line,
        column=column,
        end_line=line,
        end_column=column + 1,
        cluster=None,
        key=name,
        lasting=name,
        first=True,
    )
