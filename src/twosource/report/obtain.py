"""What would settle the open questions: cited works that are not among the documents.

In:  the view of a report. Out: works, the one first on which the most conflicts and then the
most unconfirmed facts rest. Follows from the report alone.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from twosource.report.view import View

_OPEN: Final = ("conflict", "single-citation")

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Wanted:
    """A cited work that no document of the corpus is.

    Attributes:
        work: Its row in the report's citations.
        conflicts, singles: Ids of clusters with that verdict that cite it.
        places: "file:line:column" of the assertions that cite it, in the report's order.
    """

    work: Row
    conflicts: tuple[str, ...]
    singles: tuple[str, ...]
    places: tuple[str, ...]


def worth_obtaining(v: View) -> tuple[Wanted, ...]:
    """Every such work, the most telling first."""
    absent = {row["id"]: row for row in v.data["citations"] if not row["source"]}
    found: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for cluster in v.data["clusters"]:
        if cluster["verdict"] not in _OPEN or "accepted" in cluster:
            continue
        for work, place in _cited(v, cluster):
            if work in absent:
                found[work][cluster["verdict"]].append(cluster["id"])
                found[work]["places"].append(place)
    rows = [_wanted(absent[work], table) for work, table in found.items()]
    return tuple(sorted(rows, key=_order))


def _cited(v: View, cluster: Row) -> Iterator[tuple[str, str]]:
    """(work, place) of every citation at a member."""
    for item in v.members(cluster):
        for work in (item["attribution"] or {}).get("citations", ()):
            yield work, v.place(item)


def _wanted(work: Row, table: dict[str, list[str]]) -> Wanted:
    return Wanted(
        work,
        tuple(dict.fromkeys(table["conflict"])),
        tuple(dict.fromkeys(table["single-citation"])),
        tuple(dict.fromkeys(table["places"])),
    )


def _order(row: Wanted) -> tuple[int, int, str]:
    return -len(row.conflicts), -len(row.singles), str(row.work["text"])


def what_for(row: Wanted) -> str:
    """ "2 conflicts and 3 single citations rest on it"."""
    parts = [
        f"{len(ids)} {word}{'s' * (len(ids) != 1)}"
        for ids, word in ((row.conflicts, "conflict"), (row.singles, "single citation"))
        if ids
    ]
    total = len(row.conflicts) + len(row.singles)
    return f"{' and '.join(parts)} rest{'s' * (total == 1)} on it"
