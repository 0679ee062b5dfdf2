"""Ratios: a count, its whole, and the share that the two give.

In:  figures. Out: derivations "412 / 589 = 70 %".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise
from typing import Final

from twosource.identity import plain
from twosource.judge.arithmetic.figures import Figure, Figures, derived
from twosource.model import Assertion, Derivation, Quantity

_BOUND: Final = re.compile(
    r"[^\d%]{0,24}\(\s{0,3}|(?<!\s)\s{0,3},?\s{0,3}or\s{1,3}"
)  # "412 flights (70 %)"
_REACH: Final = 2  # sentences between a share and its whole
_LEAST: Final = 20  # a share of fewer comes about by chance
_MANY: Final = 1000  # a share told to the third digit, and counts of such a size, hardly do
_DIGITS: Final = 3
_CLOSE: Final = 24  # characters between a whole and its part


def shares(figures: Figures) -> Iterator[Derivation]:
    """ "412 of 589" and "70 %" of the same happening; "412 (70 %)" and 589 nearby."""
    percents = [figure for figure in figures.all if figure.unit == "%"]
    for item in figures.stated:
        value = item.value
        if not isinstance(value, Quantity) or value.unit != "1":
            continue
        if value.whole and value.low is not None:
            share = value.low / value.whole * 100
            for figure in percents:
                if figure.holds(share) and _one_matter(item, figure.item):
                    shown = f"{plain(value.low)} / {plain(value.whole)} = {figure.shown()}"
                    yield derived("share", shown, [item.id], figure.item.id)
    for figure in percents:
        yield from _bracketed(figure, figures)
        yield from _exact(figure, figures)


def complements(figures: Figures) -> Iterator[Derivation]:
    """ "Of 589 flights, 412 were cancelled", and "30 % of flights ran": the share of the others.

    The share is of the same noun and of another happening, said as being of a part.
    """
    percents = [f for f in figures.all if f.unit == "%" and 0 < f.point < 100]
    for count, whole in _parts(figures):
        noun = whole.slot.noun if whole is not None else count.slot.noun
        quantity = count.value
        size = whole.value.low if whole and isinstance(whole.value, Quantity) else None
        total = size or (quantity.whole if isinstance(quantity, Quantity) else None)
        if noun is None or total is None or not isinstance(quantity, Quantity):
            continue
        part = quantity.low or Decimal(0)
        for share in percents:
            if _of_others(share, count, noun) and share.holds((1 - part / total) * 100):
                shown = f"1 - {plain(part)} / {plain(total)} = {share.shown()}"
                parts = [count.id] if whole is None else [count.id, whole.id]
                yield derived("share", shown, parts, share.item.id)


def _parts(figures: Figures) -> Iterator[tuple[Assertion, Assertion | None]]:
    """Counts with their wholes: "412 of 589" alone, "Of 589 flights, 412" as two."""
    for item in figures.stated:
        value = item.value
        if not isinstance(value, Quantity) or value.unit != "1":
            continue
        if value.whole and value.low and value.whole >= _LEAST:
            yield item, None
    for row in figures.sentences.values():
        for whole, count in pairwise(row):
            close = count.item.span.start - whole.item.span.end <= _CLOSE
            opens = whole.before.rstrip().lower().endswith("of") or whole.before == "Of "
            counts = whole.unit == count.unit == "1" and _LEAST <= whole.point > count.point > 1
            if close and opens and counts and _of_one(whole, count):
                yield count.item, whole.item


def _of_others(share: Figure, count: Assertion, noun: str) -> bool:
    """Is the share of the same things, and of those that the count leaves out?"""
    slot = share.item.slot
    told = noun in {slot.noun, *slot.terms} and not slot.scope.part
    senses = slot.senses[:1], count.slot.senses[:1]
    digits = len(share.point.normalize().as_tuple().digits) > 1 or share.point % 10 == 0
    return told and senses[0] != senses[1] and bool(senses[1]) and digits


def _one_matter(one: Assertion, two: Assertion) -> bool:
    """The same happening, or the same sentence."""
    same = one.slot.senses[:1] == two.slot.senses[:1] != ()
    beside = (one.source, one.sentence) == (two.source, two.sentence)
    return same or beside


def _bracketed(share: Figure, figures: Figures) -> Iterator[Derivation]:
    """A count with its share in brackets, and the whole in this sentence or right before it."""
    for count in figures.sentences[share.place]:
        gap = share.item.span.start - count.item.span.end
        if not 0 < gap < 30 or count.unit == "%" or count.point <= 0:
            continue
        if not _BOUND.fullmatch(count.after[:gap]):
            continue
        for whole in figures.around(count, _REACH):
            earlier = whole.item.index <= count.item.index and whole.unit == count.unit
            if (
                earlier
                and whole.point >= _LEAST
                and whole.point > count.point
                and _of_one(whole, count)
                and share.holds(count.point / whole.point * Decimal(100))
            ):
                shown = f"{count.shown()} / {whole.shown()} = {share.shown()}"
                yield derived("share", shown, [count.item.id, whole.item.id], share.item.id)


def _of_one(whole: Figure, count: Figure) -> bool:
    """Is the count of what the whole counts: the same noun, or no noun of its own?"""
    one, two = whole.item.slot.noun, count.item.slot.noun
    return one is not None and two in {one, None}


def _exact(share: Figure, figures: Figures) -> Iterator[Derivation]:
    """ "Registered voters: 4,217,306. Votes cast: 2,884,637. Turnout: 68.4 %."

    Large counts side by side, and a share told to the third digit.
    """
    if len(share.point.normalize().as_tuple().digits) < _DIGITS or not 0 < share.point < 100:
        return
    near = [f for f in figures.around(share, _REACH) if f.unit == "1" and f.point >= _MANY]
    for whole in near:
        for count in near:
            both = abs(whole.item.index - count.item.index) <= 1 and count.point < whole.point
            if both and share.holds(count.point / whole.point * 100):
                shown = f"{count.shown()} / {whole.shown()} = {share.shown()}"
                yield derived("share", shown, [count.item.id, whole.item.id], share.item.id)
