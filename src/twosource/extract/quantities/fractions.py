"""Read fractions: "two-thirds", "one hundred thirty-fifths", "six and two thirds", "1 over 3".

In:  a view and the figure above the line. Out: the whole as one figure, or None.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final

from twosource.extract.quantities.lexis import denominators, ordinals, scales, small
from twosource.extract.quantities.proportions import in_so_many, whole_number
from twosource.extract.quantities.shapes import LOOSE, PLACES, Figure, View
from twosource.extract.quantities.units import unit_after

_JOINED: Final = re.compile(r"[ ]?[-–—]?[ ]?([a-z]{3,15})(?![^\W\d_])")
SCALE_BEHIND: Final = re.compile(r"[ -](?:of )?(?:an? )?([a-z]{5,9})(?![a-z])")
_OF_SCALE: Final = re.compile(r" of an? ([a-z]{3,12})(?![a-z])")
_THIRTY_SECONDS: Final = re.compile(r"[ -]([a-z]{5,7})(?:-| (?!second))([a-z]{5,7})s(?![a-z])")
_OVER: Final = re.compile(r" over ([0-9]{1,6}|[a-z]{3,9}(?:[ -][a-z]{3,8}){0,4})$")


def part_of(figure: Figure, view: View) -> Figure | None:
    """A fraction that begins with `figure`: "two-thirds", "four in five"; None when none does."""
    match = _JOINED.match(view.low, figure.end)
    if figure.worded and (small_parts := _compound_parts(view, figure) or _tens(view, figure)):
        return small_parts
    if match and match.group(1) in denominators() and figure.worded and figure.value:
        below = denominators()[match.group(1)]
        plural = (match.group(1).endswith("s") and match.group(1) != "halves") or below == 2
        if mixed := _mixed(view, figure, below, match.end()):
            return mixed
        if (plural or (figure.value == 1 and not figure.scaled)) and not _is_rank(
            view, match.end(), plural
        ):
            return fraction_of(view, figure, figure.value, below, match.end())
    return in_so_many(view, figure) or _over(view, figure)


def _compound_parts(view: View, figure: Figure) -> Figure | None:
    """ "three thirty-seconds": the hyphen and the plural make one word of the parts."""
    match = _THIRTY_SECONDS.match(view.low, figure.end)
    if match is None or match.group(1) not in small() or match.group(2) not in ordinals():
        return None
    if " " in match.group()[1:] and not 10 <= figure.value < 100:
        return None  # only "twenty twenty fifths" can be read one way alone
    below = small()[match.group(1)] + ordinals()[match.group(2)]
    if not 20 < below < 100 or ordinals()[match.group(2)] > 9:
        return None
    value = (figure.value / below).quantize(PLACES)
    return Figure(figure.start, match.end(), value, LOOSE / below, True, "ratio")


def _tens(view: View, figure: Figure) -> Figure | None:
    """ "one hundred thirty-fifths": the hyphen makes thirty-fifths of it, a hundred of them."""
    match = _JOINED.match(view.low, figure.end)
    head, _, last = view.low[figure.start : figure.end].rpartition(" ")
    if match is None or not match.group().startswith(("-", "–")) or not head:
        return None
    part = match.group(1).removesuffix("s")
    tens, ones = small().get(last, 0), ordinals().get(part, 0)
    if part == match.group(1) or tens < 20 or tens % 10 or not 0 < ones < 10:
        return None
    below, top = tens + ones, figure.value - tens
    if top <= 0 or figure.value % 1 or head.endswith(" and"):
        return None
    value = (top / below).quantize(PLACES)
    return Figure(figure.start, match.end(), value, LOOSE / below, True, "ratio")


def _mixed(view: View, figure: Figure, below: int, end: int) -> Figure | None:
    """ "six million and two thirds", "two hundred and fifty-four hundredths": the part behind "and"."""
    written = view.low[figure.start : figure.end]
    whole, joined, top = written.rpartition(" and ")
    part, base = whole_number(top.replace("-", " ")), None
    if joined and part:
        base = figure.value - part if figure.value > part else None
    if not part or base is None or part >= below:
        return None  # "one hundred and thirty fifths" is 130 of them: the part would be no part
    again = SCALE_BEHIND.match(view.low, end)
    if again and again.group(1) in scales():
        factor, end = scales()[again.group(1)], again.end()
    else:
        last = whole.split()[-1] if whole else ""
        factor = scales()[last] if last in scales() and scales()[last] >= 1000 else Decimal(1)
    value = base + (part / below * factor).quantize(PLACES)
    return Figure(figure.start, end, value, factor / below, True, "plain", figure.scaled)


def _over(view: View, figure: Figure) -> Figure | None:
    """ "one over three", where nothing else stands; elsewhere "over" means "more than"."""
    match = _OVER.match(view.low, figure.end)
    below = whole_number(match.group(1)) if match else None
    if match is None or not below or not view.alone(figure.start, match.end()):
        return None
    return Figure(
        figure.start,
        match.end(),
        (figure.value / below).quantize(PLACES),
        LOOSE / below,
        True,
        "ratio",
    )


def _is_rank(view: View, end: int, plural: bool) -> bool:
    return not plural and view.low[end : end + 8] in {" quarter", " century"}


def fraction_of(view: View, figure: Figure, top: Decimal, below: int, end: int) -> Figure:
    """The fraction itself, or that part of the scale word that follows ("three quarters of a million")."""
    value, step = top / below, LOOSE / below
    scale = SCALE_BEHIND.match(view.low, end)
    if scale and scale.group(1) in scales():
        factor = scales()[scale.group(1)]
        return Figure(figure.start, scale.end(), value * factor, factor / 10, True, "plain", True)
    unit = _OF_SCALE.match(view.low, end)
    if unit and (unit_after(view, unit.start(1) - 1, digits=False) or (None,))[0]:
        end = unit.start(1) - 1
    return Figure(figure.start, end, value.quantize(PLACES), step, True, "ratio")
