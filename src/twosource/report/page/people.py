"""Sources and origins as the page names them: anchors, letters, colours.

In: the view of a report. Out: one `Names`, used by every part of the page.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Any, Final

from twosource.report.page.words import anchors
from twosource.report.view import View, source_date

Row = dict[str, Any]
COLOURS: Final = 8
_KINDS: Final = {"own": "own voice of", "work": "named:", "unknown": "not traced:"}


@dataclass(frozen=True, slots=True)
class Names:
    """How the page calls things.

    Attributes:
        sources: Source id -> fragment.
        clusters: Cluster id -> fragment.
        assertions: Assertion id -> fragment.
        homes: Assertion id -> fragment of its cluster.
        numbers: Source id -> place in the list of sources, as text.
        origins: Origin id -> what the page shows of it.
    """

    sources: dict[str, str]
    clusters: dict[str, str]
    assertions: dict[str, str]
    homes: dict[str, str]
    numbers: dict[str, str]
    origins: dict[str, Row]


def names(v: View) -> Names:
    """Name everything once, so that every part links to the same places."""
    sources = [str(row["id"]) for row in v.data["sources"]]
    clusters = anchors([row["id"] for row in v.data["clusters"]], "")
    return Names(
        anchors(sources, "s-"),
        clusters,
        anchors([row["id"] for row in v.data["assertions"]], ""),
        {name: clusters[row["id"]] for row in v.data["clusters"] for name in row["members"]},
        {name: str(number) for number, name in enumerate(sources)},
        _origins(v),
    )


def _origins(v: View) -> dict[str, Row]:
    """Letters for origins: those that several sources repeat, then those behind most facts."""
    uses: Counter[str] = Counter()
    shared: Counter[str] = Counter()
    for cluster in v.data["clusters"]:
        if cluster["detail"] != "one-source":
            items = [v.assertions[name] for name in cluster["members"]]
            told = Counter(origin for origin, _ in {(i["origin"], i["source"]) for i in items})
            uses.update(told.keys())
            shared.update(name for name, count in told.items() if count > 1)
    ranked = sorted(
        v.data["origins"], key=lambda row: (-shared[row["id"]], -uses[row["id"]], row["id"])
    )
    return {row["id"]: _origin(row, number) for number, row in enumerate(ranked)}


def _origin(row: Row, number: int) -> Row:
    colour = "u" if row["kind"] == "unknown" else str(number) if number < COLOURS else "x"
    return {
        "id": row["id"],
        "tag": letters(number),
        "colour": colour,
        "kind": row["kind"],
        "words": f"{_KINDS[row['kind']]} {row['label']}",
        "label": row["label"],
        "evidence": row["evidence"],
    }


def letters(number: int) -> str:
    """0 -> A, 25 -> Z, 26 -> AA."""
    text = ""
    number += 1
    while number:
        number, rest = divmod(number - 1, 26)
        text = chr(65 + rest) + text
    return text


def source_facts(v: View, name: str, n: Names) -> Row:
    """Who publishes a source, under which title, when; what is missing is said."""
    row = v.sources[name]
    return {
        "id": name,
        "anchor": n.sources[name],
        "who": row["publisher"] or row["author"] or row["title"] or name,
        "title": row["title"] if row["publisher"] or row["author"] else None,
        "date": source_date(row) or "date not stated",
        "basis": row["date_basis"] if row["date"] else None,
    }
