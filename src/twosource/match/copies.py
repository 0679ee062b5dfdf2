"""Statements that many sources give word for word: a few of them stand for all.

In:  the assertions, or the texts, of a corpus. Out: for each that is not compared by itself, those
that stand for it; and groups of compared ones with the others added. A press release that two thousand
papers print costs no more than one that six print, and its figures are as rare as they were.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Final

from twosource.model import Assertion

STANDING: Final = 6  # as often as a value may be told before it counts as a common one


def stand_ins(
    assertions: Iterable[Assertion], subjects: Mapping[str, int], most: int = STANDING
) -> dict[str, tuple[str, ...]]:
    """Return id -> ids of the `most` assertions that stand for it; only of those that are many.

    Args:
        assertions: Of all sources.
        subjects: Source id -> number of its group of documents.
        most: How many of one statement are compared by themselves.
    """
    statements: dict[tuple[object, ...], list[Assertion]] = defaultdict(list)
    for item in sorted(assertions, key=lambda item: item.id):
        statements[(*_said(item), subjects.get(item.source))].append(item)
    found: dict[str, tuple[str, ...]] = {}
    for told in statements.values():
        if len(told) > most:
            first = _of_most_sources(told)
            standing = tuple(item.id for item in first[:most])
            found.update((item.id, standing) for item in first[most:])
    return found


def copied_texts(
    texts: Mapping[str, Sequence[str]], most: int = STANDING
) -> dict[str, tuple[str, ...]]:
    """Return id -> ids of the `most` texts that stand for it, of texts with many copies.

    A text is a copy of the first of which it has all its sentences word for word, or three and
    two thirds of them: a line of boilerplate makes no copy.

    Args:
        texts: Id -> sentences.
        most: How many copies of one text are compared by themselves.
    """
    holders: dict[str, list[str]] = defaultdict(list)  # the first texts that hold a sentence
    families: dict[str, list[str]] = defaultdict(list)
    first: dict[str, str] = {}
    for key in sorted(texts):
        sentences = set(texts[key])
        shared = Counter(other for sentence in sentences for other in holders[sentence])
        best = max(shared, key=lambda other: (shared[other], first[other], other), default=key)
        first[key] = first[best] if _is_copy(shared[best], len(sentences)) else key
        families[first[key]].append(key)
        for sentence in sentences:
            if len(holders[sentence]) < most:
                holders[sentence].append(key)
    large = [family for family in families.values() if len(family) > most]
    return {key: tuple(family[:most]) for family in large for key in family[most:]}


def _is_copy(shared: int, count: int) -> bool:
    return shared > 0 and (shared == count or (shared >= 3 and shared * 3 >= count * 2))


def with_copies(
    groups: Sequence[tuple[str, ...]], copied: Mapping[str, Sequence[str]]
) -> tuple[tuple[str, ...], ...]:
    """Add each copied text to the group that most of those standing for it are in."""
    place = {key: number for number, group in enumerate(groups) for key in group}
    grown = [list(group) for group in groups]
    for key, standing in copied.items():
        votes = Counter(place[other] for other in standing)
        grown[min(votes, key=lambda group: (-votes[group], group))].append(key)
    return tuple(sorted(tuple(sorted(group)) for group in grown))


def stand_in(name: str, copied: Mapping[str, Sequence[str]], *, but: str = "") -> str:
    """Return the id that is compared for `name`, another than `but` when there is one."""
    standing = copied.get(name, (name,))
    return next((one for one in standing if one != but), name)


def _said(item: Assertion) -> tuple[object, ...]:
    """All that is compared, the source, its headings and its place in the text aside."""
    slot = item.slot
    return (
        item.kind,
        item.modality,
        item.plain,
        item.span.start - item.sentence.start,
        item.text,
        item.value,
        (slot.subject, slot.attribute, slot.scope, slot.entities, slot.terms),
        (slot.senses, slot.measures, slot.noun, slot.voice, slot.again),
        item.attribution and item.attribution.speaker,
    )


def _of_most_sources(told: Sequence[Assertion]) -> list[Assertion]:
    """The first of every source before the second of any, by source: so that of two statements
    of one sentence the same sources are compared."""
    seen: Counter[str] = Counter()
    turns = []
    for item in told:
        seen[item.source] += 1
        turns.append((seen[item.source], item))
    return [item for _, item in sorted(turns, key=lambda turn: (turn[0], turn[1].source))]


def expand(
    groups: Sequence[tuple[int, ...]],
    items: Sequence[Assertion],
    copied: Mapping[str, Sequence[str]],
    fits: Callable[[int, int], bool],
) -> list[tuple[int, ...]]:
    """Add each copied assertion to the group that most of those standing for it are in.

    Args:
        groups: Of indexes of assertions that were compared.
        items: All, copied ones too.
        copied: As `stand_ins` gives it.
        fits: May two assertions of one source stand in one group?
    """
    grown = {number: list(members) for number, members in enumerate(groups)}
    place = {items[i].id: number for number, members in enumerate(groups) for i in members}
    beside: dict[tuple[int, str], list[int]] = defaultdict(list)
    for number, members in enumerate(groups):
        for i in members:
            beside[number, items[i].source].append(i)
    for i, item in enumerate(items):
        if item.id in copied:
            home = _home(copied[item.id], place)
            if home is None or not all(fits(i, other) for other in beside[home, item.source]):
                home = len(grown)
            grown.setdefault(home, []).append(i)
            beside[home, item.source].append(i)
    return sorted(tuple(sorted(members)) for members in grown.values())


def _home(standing: Sequence[str], place: Mapping[str, int]) -> int | None:
    """The group most of them are in; None where not even two of these copies met."""
    votes = Counter(place[name] for name in standing if name in place)
    most = min(votes, key=lambda group: (-votes[group], group), default=None)
    return most if most is not None and votes[most] > 1 else None
