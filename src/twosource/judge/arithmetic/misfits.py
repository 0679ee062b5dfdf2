"""Where a sentence states figures and what they come to, and they do not come to that.

In:  figures. Out: diagnostics of CR302. Only an equation that the words themselves state counts:
parts listed right before "in all", or a figure in brackets in another unit.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import pairwise
from typing import Final

from twosource.identity import plain
from twosource.judge.arithmetic.conversions import pairs
from twosource.judge.arithmetic.exchange import misfit, told_twice
from twosource.judge.arithmetic.figures import Figure, Figures, shown
from twosource.model import Assertion, Diagnostic
from twosource.rules.coherence import does_not_add_up

_ALL: Final = re.compile(r"^[^.;:\d]{0,24}\b(?:in all|altogether|in total|all told)\b")
_PLAIN_LIST: Final = re.compile(r"[^\d.;:()]{0,40}(?:,|\band\b)[^\d.;:()]{0,40}")
_OFF: Final = Decimal("0.1")  # share by which a figure in another unit is more than rounded


def misfits(figures: Figures, documents: Mapping[str, str]) -> Iterator[Diagnostic]:
    """Yield one diagnostic a misfit, by place."""
    found = [*_sums(figures), *_units(figures), *_exchanges(figures)]
    for item, message in sorted(found, key=lambda row: (row[0].source, row[0].span.start)):
        yield does_not_add_up(message, documents[item.source], item.span)


def _exchanges(figures: Figures) -> Iterator[tuple[Assertion, str]]:
    """ "$1.2 million (EUR 2.1 million) at 1.09 dollars to the euro"."""
    for told in told_twice(figures):
        if (message := misfit(told)) is not None:
            yield told.quote, message


def _sums(figures: Figures) -> Iterator[tuple[Assertion, str]]:
    """ "12 men, 5 women, 18 people in all": the sentence has no other figure."""
    for row in figures.sentences.values():
        *parts, whole = row
        if len(parts) < 2 or not _ALL.match(whole.after) or not _plain_list(row, figures):
            continue
        total = sum((part.point for part in parts), Decimal(0))
        if total != whole.point and whole.point > max(part.point for part in parts):
            terms = " + ".join(part.shown() for part in parts)
            yield (
                whole.item,
                f"{terms} = {shown(total, whole.unit)}; it says {whole.shown()} in all",
            )


def _plain_list(row: Sequence[Figure], figures: Figures) -> bool:
    """Whole numbers of one unit, joined by commas and "and" alone, with no other figure or date."""
    whole = all(f.point == int(f.point) and f.item.slot.scope.part is None for f in row)
    alone = row[0].place not in figures.dates and len({f.unit for f in row}) == 1
    said = [f for f in figures.stated if (f.source, f.sentence.start) == row[0].place]
    joined = all(
        _PLAIN_LIST.fullmatch(one.after[: two.item.span.start - one.item.span.end])
        for one, two in pairwise(row)
    )
    numbers = [item for item in said if item.kind == "quantity"]
    return whole and alone and joined and len(numbers) == len(row)


def _units(figures: Figures) -> Iterator[tuple[Assertion, str]]:
    """ "204 m (690 ft)": off by more than rounding can explain, and no power of ten."""
    for one, two, number in pairs(figures):
        if two.point > 0 and abs(number - two.point) > _OFF * max(number, two.point):
            digits = max(0, 2 - number.adjusted())
            told = shown(round(number, digits), two.unit)
            yield two.item, f"{one.shown()} is {told}; it says {plain(two.point)} {two.unit}"
