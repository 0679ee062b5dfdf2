"""Take citation markers out of a passage.

In:  the passage of a block. Out: the passage without them, and each marker with the place
where it stood: "[3]", "[note 2]", superscript figures, figures glued to a full stop
("killed.12"), and markup that the reader made one `MARK`.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from itertools import accumulate
from typing import Final

from twosource.lexicon import load
from twosource.model import Marker, Passage
from twosource.read.pieces import MARK
from twosource.segment.authoryear import Key, cited
from twosource.segment.loose import loose_hits
from twosource.segment.refs import OPENING, REF, ref_label
from twosource.segment.slices import without

_RAISED: Final = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_FOUND: Final = re.compile(
    r"\[(?P<list>\d{1,3}(?:[ ]?[,;–-][ ]?\d{1,3}){0,9})\](?::\d{1,4}(?:[–-]\d{1,4})?(?![\d:]))?"
    r"|\[(?P<name>(?:note|nb|fn|ref)[ ]?\d{1,3}|citation needed|who\?|when\?|clarification needed)\]"
    rf"|(?P<raised>[{_RAISED}]{{1,3}}(?![{_RAISED}]))"
    rf"|(?P<wiki>{REF.pattern})"
    rf"|(?P<mark>{MARK})"
    r"|(?<=[.!?])(?P<glued>\d{1,3})(?=[ ]|$)"
    r"|(?<=[.!?][\"”’)])(?P<quoted>\d{1,3})(?=[ ]|$)"
)
_TAG: Final = re.compile(r"<[^<>]{0,2000}>")
_UNIT: Final = re.compile(r"(?:^|[^A-Za-z])(?:[kcmdn]?m|ft|in|yd|mi|s)\Z")
_TEN: Final = re.compile(r"(?:^|[^\d.,])10\Z")
_BEFORE_STOP: Final = re.compile(
    r"(?:[^\W\d_]{3,30}|(?<![\d.,])(?:1[0-9]|20)\d\d)[\"”’)]?[.!?][\"”’)]?\Z"
)


@dataclass(frozen=True, slots=True)
class Cleaned:
    """A passage without its markers; `markers` by position, local to it."""

    passage: Passage
    markers: tuple[Marker, ...]
    cuts: tuple[tuple[int, int], ...] = ()  # what was taken out, local to the passage before
    gone: tuple[int, ...] = ()  # characters taken out before each cut

    def moved(self, local: int) -> int:
        """Turn a position in the passage before into one in the passage after."""
        at = bisect_left(self.cuts, (local, 0)) - 1
        if at < 0:
            return local
        start, end = self.cuts[at]
        return local - self.gone[at] - (min(end, local) - start)


def take_markers(
    passage: Passage,
    document: str,
    known: Mapping[Key, str] | None = None,
    loose: frozenset[str] = frozenset(),
) -> Cleaned:
    """Return the passage without markers.

    Args:
        known: (name, year) -> label of the entries that "(Smith 2019)" may mean.
        loose: Labels that "(3)", "[a]" or "†" may mean.
    """
    found = [hit for hit in _hits(passage, document) if hit[2]]
    if known or loose:
        more = cited(passage.text, dict(known or {}))
        found = _apart([*found, *more, *loose_hits(passage.text, loose)])
    if not found:
        return Cleaned(passage, ())
    cuts = tuple(_cut(passage.text, start, end) for start, end, _ in found)
    gone = (0, *accumulate(end - start for start, end in cuts))
    cleaned = Cleaned(without(passage, cuts), (), cuts, gone)
    markers = tuple(
        Marker(label, cleaned.moved(start), passage.span(start, end))
        for start, end, labels in found
        for label in labels
    )
    return replace(cleaned, markers=markers)


def _apart(found: list[tuple[int, int, tuple[str, ...]]]) -> list[tuple[int, int, tuple[str, ...]]]:
    """By position; of two that overlap the longer."""
    kept: list[tuple[int, int, tuple[str, ...]]] = []
    for hit in sorted(found, key=lambda hit: (hit[0], -hit[1])):
        if not kept or hit[0] >= kept[-1][1]:
            kept.append(hit)
    return kept


def _cut(text: str, start: int, end: int) -> tuple[int, int]:
    """Take the space before a marker along when there would be one too many."""
    if start and text[start - 1] == " " and (end == len(text) or text[end] in " .,;:!?—–)”"):
        return start - 1, end
    return start, end


def _hits(passage: Passage, document: str) -> Iterator[tuple[int, int, tuple[str, ...]]]:
    text = passage.text
    wide = [run.local for run in passage.runs if run.wide]
    for found in _FOUND.finditer(text):
        start, end = found.span()
        kind = found.lastgroup
        if kind == "mark":
            at = bisect_left(wide, start)
            labels = (
                _markup(document, passage, start) if at < len(wide) and wide[at] == start else ()
            )
        elif kind == "wiki":
            label = ref_label(document, passage.span(start, end).start)
            labels = (label,) if label else ()
        elif kind == "raised":
            labels = _raised(text, start, end)
        elif kind in {"glued", "quoted"}:
            labels = (found.group(kind),) if _follows_stop(text, start) else ()
        else:
            labels = _labels(found.group(kind or 0))
        yield start, end, labels


def _labels(inside: str) -> tuple[str, ...]:
    """Labels of "3", "3, 4" and "3-5"."""
    labels: list[str] = []
    for part in re.split("[,;]", inside):
        low, _, high = part.strip().replace("–", "-").partition("-")
        if high and low.strip().isdigit() and 0 < int(high) - int(low) <= 20:
            labels.extend(str(number) for number in range(int(low), int(high) + 1))
        else:
            labels.append(part.strip())
    return tuple(labels)


def _markup(document: str, passage: Passage, start: int) -> tuple[str, ...]:
    span = passage.span(start, start + 1)
    if label := ref_label(document, span.start) if document.startswith(OPENING, span.start) else "":
        return (label,)
    inside = _TAG.sub("", document[span.start : span.end]).strip()
    inside = inside.strip("[]()^ ").removeprefix("^")
    return _labels(inside) if inside else ("",)


def _raised(text: str, start: int, end: int) -> tuple[str, ...]:
    before = text[max(0, start - 12) : start]
    if before.rstrip()[-1:] in _RAISED and len(before) - len(before.rstrip()) <= 1:
        return ("".join(str(_RAISED.index(c)) for c in text[start:end]),)  # "³ ⁴"
    if not before or before[-1] == " " or _TEN.search(before):
        return ()
    if text[start:end] in {"²", "³"} and _UNIT.search(before):
        return ()
    return ("".join(str(_RAISED.index(c)) for c in text[start:end]),)


def _follows_stop(text: str, start: int) -> bool:
    """Tell whether figures after a stop are a note's: not a decimal, not "no.12"."""
    before = text[max(0, start - 34) : start]
    found = _BEFORE_STOP.search(before)
    if not found:
        return False
    if found.group()[0].isdigit():
        return text[start:].lstrip("0123456789")[1:2].isupper() or not text[start:].strip(
            "0123456789"
        )
    return found.group().strip('.!?"”’)').lower() not in _not_words()


@cache
def _not_words() -> frozenset[str]:
    lists = load("abbreviations")
    return frozenset([*lists["before_figures"], *lists["either"], *lists["titles"]])
