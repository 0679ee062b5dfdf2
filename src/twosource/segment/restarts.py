"""Tell apart the lists of notes of one source that all begin with 1 again.

In:  sentences and notes of a document. Out: the same, labels of the second and further lists
written "1 (list 2)". A marker belongs to the next list behind it; when all lists stand behind
the text, to the list of the same number as the stretch of markers it stands in.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from twosource.model import Marker, Note, Sentence
from twosource.segment.links import LINK


def tell_apart(
    sentences: Sequence[Sentence], notes: Sequence[Note]
) -> tuple[tuple[Sentence, ...], tuple[Note, ...]]:
    """Return sentences and notes with labels that are one list's."""
    lists = _lists(notes)
    restarted = {source for source, number in lists.values() if number > 1}
    if not restarted:
        return tuple(sentences), tuple(notes)
    named = tuple(
        replace(note, label=_label(note.label, lists[at][1])) for at, note in enumerate(notes)
    )
    begins: dict[str, list[int]] = {}
    for at, note in enumerate(notes):
        source, number = lists[at]
        if number > len(begins.setdefault(source, [])):
            begins[source].append(note.span.start)
    marked = list(sentences)
    for source in sorted(restarted):
        _mark(marked, source, begins[source])
    return tuple(marked), named


def _lists(notes: Sequence[Note]) -> dict[int, tuple[str, int]]:
    """Index of a note -> source and number of its list; a label that repeats begins a new one."""
    seen: dict[str, set[str]] = {}
    number: dict[str, int] = {}
    found: dict[int, tuple[str, int]] = {}
    for at, note in enumerate(notes):
        labels = seen.setdefault(note.source, set())
        number.setdefault(note.source, 1)
        if note.label in labels and not note.label.startswith(LINK):
            number[note.source] += 1
            labels.clear()
        labels.add(note.label)
        found[at] = (note.source, number[note.source])
    return found


def _label(label: str, number: int) -> str:
    return label if number == 1 or label.startswith(LINK) else f"{label} (list {number})"


def _mark(sentences: list[Sentence], source: str, begins: Sequence[int]) -> None:
    """Name the markers of one source after their lists."""
    last, stretch = 0, 1
    behind = _all_behind(sentences, source, begins)
    for at, sentence in enumerate(sentences):
        if sentence.source != source or not sentence.markers:
            continue
        renamed: list[Marker] = []
        for marker in sentence.markers:
            figure = int(marker.label) if marker.label.isdigit() else 0
            if figure == 1 and last > 1:
                stretch += 1
            last = figure or last
            number = stretch if behind else bisect_right(begins, marker.span.start) + 1
            number = min(number, len(begins))
            renamed.append(replace(marker, label=_label(marker.label, number)))
        sentences[at] = replace(sentence, markers=tuple(renamed))


def _all_behind(sentences: Sequence[Sentence], source: str, begins: Sequence[int]) -> bool:
    """Do all lists stand behind the last marker of the text?"""
    places = [
        marker.span.start
        for sentence in sentences
        if sentence.source == source
        for marker in sentence.markers
    ]
    return not places or max(places) < begins[0]
