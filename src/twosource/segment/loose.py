"""Citation marks that only a list of notes tells from other signs: "(3)", "[a]", "†".

In:  the notes of a source and the texts of its other blocks. Out: the labels that such a mark
may mean; and the marks in a text. "(3)" counts only where the list is numbered, the text has
no other marks of these numbers, and the figures in brackets stand at ends of clauses and rise.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from twosource.model import Note

Hit = tuple[int, int, tuple[str, ...]]
SYMBOLS: Final = "*†‡§¶"
_ROUND: Final = re.compile(
    r"(?<=[^\s(:;,])[ ]?\((\d{1,3}(?:[ ]?[,–-][ ]?\d{1,3}){0,4})\)(?=[ .,;:)”\"’]|$)"
)
_OTHER: Final = re.compile(
    r"\[\d{1,3}[\],;–-]|(?<=[^\W\d_])[⁰¹²³⁴⁵⁶⁷⁸⁹]|￼|(?<=[a-z][.!?])\d{1,3}(?= |$)"
)
_LETTER: Final = re.compile(r"(?<=\S)[ ]?\[([a-z]|[ivxl]{2,6})\]")
_SYMBOL: Final = re.compile(rf"(?<=[^\s{SYMBOLS}])[{SYMBOLS}]{{1,3}}(?=[\s.,;:)”\"]|$)")
_SIGN: Final = re.compile(r"[a-z]|[ivxl]{2,6}")
_CLAUSE: Final = frozenset(".,;:)")
_STOPS: Final = frozenset('.!?”’"')


def loose_labels(notes: Sequence[Note], texts: Sequence[str]) -> frozenset[str]:
    """Labels of the notes that a loose mark of these texts may mean."""
    labels = [note.label for note in notes]
    kept = {label for label in labels if _SIGN.fullmatch(label)}
    kept |= {label for label in labels if label and not label.strip(SYMBOLS)}
    numbers = {label for label in labels if label.isdigit()}
    if numbers and _are_round(numbers, texts):
        kept |= numbers
    return frozenset(kept)


def cited_round(texts: Sequence[str]) -> set[str]:
    """Figures in round brackets that close a clause in these texts."""
    return {
        label
        for text in texts
        for found in _ROUND.finditer(text)
        if _closes(text, found)
        for label in _split(found.group(1))
    }


def _closes(text: str, found: re.Match[str]) -> bool:
    """Does a clause end behind the figure, or right before it ("killed.(3) It")? "? (2) is" counts on."""
    behind = text[found.end() : found.end() + 1] or "."
    return behind in _CLAUSE or (
        found.group()[0] == "(" and text[found.start() - 1 : found.start()] in _STOPS
    )


def _are_round(numbers: set[str], texts: Sequence[str]) -> bool:
    """Does the text cite its notes by figures in round brackets?"""
    first: list[int] = []
    closing = hits = 0
    for text in texts:
        if _OTHER.search(text):
            return False
        for found in _ROUND.finditer(text):
            cited = [label for label in _split(found.group(1)) if label in numbers]
            hits += 1
            closing += bool(cited) and _closes(text, found)
            first += [int(label) for label in cited if int(label) not in first]
    rising = first == sorted(first)
    return rising and 2 * closing >= hits > 0 and 2 * len(first) >= len(numbers)


def loose_hits(text: str, labels: frozenset[str]) -> Iterator[Hit]:
    """Yield (start, end, labels) of the marks in a text that mean one of the labels."""
    if not labels:
        return
    for found in _ROUND.finditer(text):
        cited = _split(found.group(1))
        if all(label in labels for label in cited):
            yield found.start(), found.end(), cited
    for pattern in (_LETTER, _SYMBOL):
        for found in pattern.finditer(text):
            label = found.group(found.lastindex or 0)
            if label in labels:
                yield found.start(), found.end(), (label,)


def _split(inside: str) -> tuple[str, ...]:
    """ "3", "3, 4", "3-5" as labels."""
    labels: list[str] = []
    for part in inside.split(","):
        low, _, high = part.replace("–", "-").partition("-")
        if high and 0 < int(high) - int(low) <= 20:
            labels += [str(number) for number in range(int(low), int(high) + 1)]
        else:
            labels.append(low.strip())
    return tuple(labels)
