"""Tell assertions of different subjects apart, when a corpus holds several.

In:  assertions. Out: the number of the group each source belongs to, and a field for pairs of
two groups. A corpus of one subject has one group and no such field.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from twosource.lexicon import load
from twosource.match.documents import group_documents
from twosource.model import Assertion


def subjects_of(assertions: Iterable[Assertion]) -> dict[str, int]:
    """Source id -> number of its group, by the sentences that carry assertions; {} for one group."""
    sentences: dict[str, dict[int, str]] = {}
    for item in sorted(assertions, key=lambda item: (item.source, item.sentence.start)):
        sentences.setdefault(item.source, {})[item.sentence.start] = item.plain
    groups = group_documents({source: list(told.values()) for source, told in sentences.items()})
    if len(groups) < 2:
        return {}
    return {source: number for number, group in enumerate(groups) for source in group}


def subject_field(
    left: Assertion, right: Assertion, subjects: Mapping[str, int]
) -> tuple[tuple[str, str, float], ...]:
    """A field that speaks against pairs of two subjects; () for any other pair."""
    if not subjects or subjects.get(left.source) == subjects.get(right.source):
        return ()
    return (("documents", "other", float(load("documents")["matching"]["other"])),)
