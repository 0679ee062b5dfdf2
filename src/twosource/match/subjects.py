"""Tell assertions of different subjects apart, when a corpus holds several.

In:  documents, or assertions. Out: the documents or the assertions of each subject; the number of
the group each source belongs to, and a field for pairs of two groups. Each subject is read,
matched and judged as if it stood alone: the year of "May 3", whose "Voss" a Voss is, how rare a
word, a name or a figure is, are matters of its own sources, and no cluster holds two subjects. A
corpus of one subject has one group and no such field.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Final

from twosource.lexicon import load
from twosource.match.bags import bags_of
from twosource.match.documents import cosine, group_documents, vectors_of
from twosource.model import Assertion, BlockKind, Segmented

_ASIDE: Final = (BlockKind.FURNITURE, BlockKind.NOTE, BlockKind.CODE)
_TOLD: Final = frozenset(BlockKind) - frozenset(_ASIDE)
OTHER: Final = ("documents", "other")  # name and level of the field of two subjects


def documents_by_subject(segmented: Sequence[Segmented]) -> tuple[tuple[Segmented, ...], ...]:
    """Part documents by what they are about, order kept within each part.

    A document of several sources stays whole.
    """
    texts: dict[str, list[str]] = {}
    for item in segmented:
        told = [sentence.text for sentence in item.sentences if sentence.kind in _TOLD]
        texts.setdefault(item.document.path, []).extend(told)
    groups = subject_groups(texts)
    if len(groups) < 2:
        return (tuple(segmented),)
    number = {path: index for index, group in enumerate(groups) for path in group}
    return tuple(
        tuple(item for item in segmented if number[item.document.path] == index)
        for index in range(len(groups))
    )


def by_subject(assertions: Sequence[Assertion]) -> tuple[tuple[Assertion, ...], ...]:
    """Part the assertions by the subjects of their sources, order kept within each.

    However few the sources of a subject are, nothing of the others is used for them: a folder of
    many subjects gives for each what a folder of that one gives.
    """
    subjects = subjects_of(assertions)
    if not subjects:
        return (tuple(assertions),) if assertions else ()
    groups: dict[int, list[Assertion]] = {}
    for item in assertions:
        groups.setdefault(subjects[item.source], []).append(item)
    return tuple(tuple(groups[number]) for number in sorted(groups))


def subjects_of(assertions: Sequence[Assertion]) -> dict[str, int]:
    """Source id -> number of its group, by the sentences that carry assertions; {} for one group."""
    sentences: dict[str, dict[int, str]] = {}
    for item in sorted(assertions, key=lambda item: (item.source, item.sentence.start)):
        sentences.setdefault(item.source, {})[item.sentence.start] = item.plain
    return dict(_numbered(tuple((key, tuple(told.values())) for key, told in sentences.items())))


@lru_cache(maxsize=2)  # several stages ask for the same sentences
def _numbered(texts: tuple[tuple[str, tuple[str, ...]], ...]) -> tuple[tuple[str, int], ...]:
    groups = subject_groups(dict(texts))
    if len(groups) < 2:
        return ()
    return tuple((source, number) for number, group in enumerate(groups) for source in group)


def subject_groups(texts: Mapping[str, Sequence[str]]) -> list[list[str]]:
    """Group texts by subject, those of few words with what they resemble most.

    What a single sentence or two are about cannot be told from words that others lack: set apart,
    "118 km/h" in one of them would never meet another's "92 km/h".

    Args:
        texts: Id -> sentences.

    Returns:
        Groups of ids, each sorted, in the order of their first ids.
    """
    groups = [list(group) for group in group_documents(texts)]
    if len(groups) < 2:
        return groups
    bags = bags_of([[sentence for key in group for sentence in texts[key]] for group in groups])
    rule = load("documents")["link"]
    vectors = vectors_of(bags, float(rule["imagined"]))
    home = list(range(len(groups)))
    for number, (group, bag) in enumerate(zip(groups, bags, strict=True)):
        needed = float(rule["words"]) * (2 if len(group) == 1 else 1)
        alike = [(cosine(vectors[number], v), -i) for i, v in enumerate(vectors) if i != number]
        best, other = max(alike)
        if best > 0 and bag.words.total() < needed:
            home = [home[-other] if place == home[number] else place for place in home]
    joined: dict[int, list[str]] = {}
    for number, group in zip(home, groups, strict=True):
        joined.setdefault(number, []).extend(group)
    return sorted(sorted(group) for group in joined.values())


def subject_field(
    left: Assertion, right: Assertion, subjects: Mapping[str, int]
) -> tuple[tuple[str, str, float], ...]:
    """A field that speaks against pairs of two subjects; () for any other pair."""
    if not subjects or subjects.get(left.source) == subjects.get(right.source):
        return ()
    return ((*OTHER, float(load("documents")["matching"]["other"])),)
