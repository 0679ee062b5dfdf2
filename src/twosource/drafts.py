"""The stage check: what the sources say to each assertion of a draft.

In:  a report over the draft and the sources, and the draft's path. Out: for each assertion
of the draft, in text order, whether the sources bear it out, contradict it, leave it to one
origin, or do not have it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final

from twosource.attribute.origins import count_roots
from twosource.intervals import Relation
from twosource.match.values import relation
from twosource.model import Assertion, Cluster, Kind, Report
from twosource.rules.drafts import not_found, single

_IGNORE: Final = re.compile(
    r"twosource:[ ]?ignore[ ](CR[0-9]{3})(?:[ ]?[:,—–-]?[ ]?([^\n>*#]{0,200}))?"
)


class Standing(StrEnum):
    """How an assertion of a draft stands to the sources."""

    CORROBORATED = "corroborated"
    CONTRADICTED = "contradicted"
    SINGLE = "single-citation"
    NOT_FOUND = "not-found"


RULES: Final = {
    Standing.CORROBORATED: "CR001",
    Standing.SINGLE: "CR211",
    Standing.NOT_FOUND: "CR212",
}
_MEETS: Final = frozenset({Relation.EQUAL, Relation.COMPATIBLE})


@dataclass(frozen=True, slots=True)
class Checked:
    """One assertion of the draft.

    Attributes:
        rule: CR101 to CR103 when contradicted, CR211, CR212, or CR001.
        origins: Number of distinct known origins of the sources that state the same.
        same: What the sources say that agrees, or that gives it by arithmetic. `against`: what
            excludes or denies it. `apart`: what differs for another time, part or plan.
        ignored: The reason given in the draft for letting a finding be; None = not let be.
    """

    assertion: Assertion
    standing: Standing
    rule: str
    origins: int
    same: tuple[Assertion, ...]
    against: tuple[Assertion, ...]
    ignored: str | None = None
    apart: tuple[Assertion, ...] = ()


def check_draft(report: Report, draft: str) -> tuple[Checked, ...]:
    """Return the standing of every assertion of the document `draft`; KeyError when unread."""
    known = {item.id: item for item in report.assertions}
    inside = {source.id for source in report.sources if source.document == draft}
    text = next(item.text for item in report.documents if item.path == draft)
    clusters = {member: cluster for cluster in report.clusters for member in cluster.members}
    found = [item for item in report.assertions if item.source in inside and item.id in clusters]
    checked = [_checked(item, clusters[item.id], known, inside, report) for item in found]
    marks = _marks(text)
    return tuple(
        _with_reason(row, marks, text)
        for row in sorted(checked, key=lambda row: (row.assertion.span.start, row.assertion.id))
        if row.assertion.kind is not Kind.EVENT or row.standing is not Standing.NOT_FOUND
    )


def _checked(
    item: Assertion,
    cluster: Cluster,
    known: Mapping[str, Assertion],
    inside: set[str],
    report: Report,
) -> Checked:
    aside = [known[row.id] for row in cluster.beside if row.member == item.id]
    others = [known[i] for i in cluster.members if i != item.id]
    outside = [o for o in (*others, *aside) if o.source not in inside]
    clash = {i for pair in cluster.conflicts if item.id in pair for i in pair} - {item.id}
    against = tuple(other for other in outside if other.id in clash)
    said = [o for o in outside if o in others and o.id not in clash and relation(item, o) in _MEETS]
    same = (*said, *_giving(item, known, inside, report))
    apart = tuple(other for other in outside if other not in (*against, *same))
    origins = count_roots([other.origin for other in same], report.origins)
    standing = _standing(against, same, origins)
    rule = RULES.get(standing, cluster.rule)
    return Checked(item, standing, rule, origins, same, against, None, apart)


def _giving(
    item: Assertion, known: Mapping[str, Assertion], inside: set[str], report: Report
) -> list[Assertion]:
    """Figures of the sources that give the draft's figure by arithmetic, without the draft's own."""
    rows = [
        [known[part] for part in row.parts] for row in report.derivations if row.result == item.id
    ]
    return [part for parts in rows if inside.isdisjoint(p.source for p in parts) for part in parts]


def _standing(against: Sequence[Assertion], same: Sequence[Assertion], origins: int) -> Standing:
    if against:
        return Standing.CONTRADICTED
    if not_found(len(same), origins):
        return Standing.NOT_FOUND
    return Standing.SINGLE if single(len(same), origins) else Standing.CORROBORATED


def _marks(text: str) -> dict[int, tuple[str, str]]:
    """Line number -> (rule, reason) of the remarks that let a finding be; both are needed."""
    found: dict[int, tuple[str, str]] = {}
    for match in _IGNORE.finditer(text):
        reason = (match.group(2) or "").strip(" -")
        if reason:
            found[_line(text, match.start())] = (match.group(1), reason)
    return found


def _line(text: str, offset: int) -> int:
    return text.count("\n", 0, offset) + 1


def _with_reason(row: Checked, marks: Mapping[int, tuple[str, str]], text: str) -> Checked:
    rule, reason = marks.get(_line(text, row.assertion.span.start), ("", ""))
    if rule != row.rule or row.standing is Standing.CORROBORATED:
        return row
    return replace(row, ignored=reason)
