"""Two sides against each other: what both say, where they differ, what only one says.

In:  a report document and which assertions are of side A. Out: facts, conflicts first.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, Final

from twosource.report.view import View, plural, view

MARKS: Final = {"conflict": "!", "agree": "=", "single-citation": "=", "not-comparable": "~"}
_ORDER: Final = ("!", "=", "~", "<", ">")

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Fact:
    """What the two sides say of one fact.

    Attributes:
        mark: "!" they differ, "=" both say it, "~" not comparable, "<" only A, ">" only B.
        cluster: The cluster.
        said: One or two assertions with their side, A before B. Two of one side when
            that side contradicts itself.
        note: What a reader should know besides, "" for nothing.
    """

    mark: str
    cluster: Row
    said: tuple[tuple[str, Row], ...]
    note: str = ""


def facts(data: Row, is_left: Callable[[Row], bool]) -> list[Fact]:
    """Every cluster as a fact of two sides, by mark, then as in the report."""
    v = view(data)
    found = [_fact(v, cluster, is_left) for cluster in data["clusters"]]
    return sorted(found, key=lambda fact: _ORDER.index(fact.mark))


def _fact(v: View, cluster: Row, is_left: Callable[[Row], bool]) -> Fact:
    members = [("A" if is_left(item) else "B", item) for item in v.members(cluster)]
    if cluster["verdict"] == "conflict":
        denials = [item for how, _, item in v.beside(cluster) if how == "denied"]
        members += [("A" if is_left(item) else "B", item) for item in denials]
        pair = min(_pairs(cluster, members), key=_within)
        return Fact("!", cluster, pair, f"within {pair[0][0]}" if _within(pair) else "")
    both = [next((row for row in members if row[0] == side), None) for side in ("A", "B")]
    said = tuple(row for row in both if row is not None)
    if len(said) == 2:
        return Fact(MARKS[cluster["verdict"]], cluster, said, _note(v, cluster))
    return Fact("<" if said[0][0] == "A" else ">", cluster, said)


def _pairs(
    cluster: Row, members: list[tuple[str, Row]]
) -> Iterator[tuple[tuple[str, Row], tuple[str, Row]]]:
    """The pairs that exclude each other, A before B."""
    known = {item["id"]: (side, item) for side, item in members}
    for left, right in cluster["conflicts"]:
        pair = sorted((known[left], known[right]), key=lambda row: row[0])
        yield pair[0], pair[1]


def _within(pair: tuple[tuple[str, Row], tuple[str, Row]]) -> bool:
    return pair[0][0] == pair[1][0]


def _note(v: View, cluster: Row) -> str:
    if cluster["verdict"] == "single-citation":
        return "one origin"
    if cluster["verdict"] == "not-comparable":
        return "; ".join(v.reasons(cluster)) or "not comparable"
    return ""


def counts(found: list[Fact]) -> str:
    """The last line: how many facts of each sort."""
    number = {mark: sum(1 for fact in found if fact.mark == mark) for mark in _ORDER}
    inner = sum(1 for fact in found if fact.mark == "!" and fact.note)
    differ, agree, other = number["!"] - inner, number["="], number["~"]
    parts = [f"{differ} differ, {agree} agree" + (f", {other} not comparable" if other else "")]
    if inner:
        parts.append(f"{inner} differ within one side")
    parts.append(f"only in A {number['<']}, only in B {number['>']}")
    return f"{plural(differ + agree + other, 'fact')} in both: {'; '.join(parts)}"
