"""Make one range of a figure and the one that follows.

In:  a view and a draft with its unit. Out: the draft with both ends in one unit, or as it was.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from twosource.extract.quantities.ages import age_before
from twosource.extract.quantities.build import TIME_UNITS
from twosource.extract.quantities.draft import Draft
from twosource.extract.quantities.measured import read_unit
from twosource.extract.quantities.nouns import counted_noun
from twosource.extract.quantities.ranges import Upper, upper_end
from twosource.extract.quantities.shapes import Figure, View
from twosource.units import convert, dimension

_BETWEEN: Final = re.compile(r"(?<![a-z])between (?:about |some |around )?$")


def read_range(view: View, draft: Draft) -> None:
    """Take in the upper end of "5 to 10 km", "between 20 and 30", "three weeks to 88 years"."""
    for after in dict.fromkeys((draft.end, draft.figure.end)):
        upper = upper_end(view, draft.figure, after, draft.start, draft.hedge)
        if upper is None:
            continue
        second = _second(view, draft, upper)
        glued = after == draft.end and after != draft.figure.end
        if glued and second.unit == "1" and counted_noun(view, second.end) is not None:
            continue  # "it holds sixteen litres to more than a hundred beads": another's count
        is_age = age_before(view, draft.start) is not None
        if _join(draft, upper, second, glued=glued, is_age=is_age):
            _between(view, draft)
            return


def _second(view: View, draft: Draft, upper: Upper) -> Draft:
    """The figure that stands behind, with its unit."""
    figure = upper.high if upper.high.start > draft.figure.start else upper.low
    second = Draft(figure, 0, figure.end)
    read_unit(view, second)
    return second


def _join(draft: Draft, upper: Upper, second: Draft, *, glued: bool, is_age: bool) -> bool:
    """Put the two ends into one unit; False when they are of different kinds."""
    unit = second.unit
    if unit == "1" and glued and draft.unit in {"d", "wk", "mo"} and is_age:
        unit = "a"  # "aged from three weeks to 88"
    if glued and unit == "1" and draft.unit in TIME_UNITS:
        return False  # "three weeks to 88"
    unit = draft.unit if unit == "1" else unit
    if draft.unit not in {"1", unit}:
        converted = _in_unit(upper, draft.unit, unit)
        if converted is None:
            return False
        upper = converted
    elif glued and draft.unit != unit:
        return False
    draft.upper, draft.unit, draft.end = _rescaled(upper, second.figure), unit, second.end
    return True


def _in_unit(upper: Upper, source: str, unit: str) -> Upper | None:
    """The lower end told in the unit of the upper one; None when that is no range."""
    if dimension(unit) is None or dimension(unit) != dimension(source) or "/" in unit:
        return None
    value, step = (convert(one, source, unit) for one in (upper.low.value, upper.low.step))
    made = replace(upper, low=replace(upper.low, value=value, step=step))
    return made if made.low.value < made.high.value else None


def _rescaled(upper: Upper, second: Figure) -> Upper:
    """Both ends times what the unit multiplies: "two to three decades", "10 to 15 degrees below zero"."""
    if second.value in {upper.high.value, upper.low.value}:
        return upper
    factor = second.value / upper.high.value
    low = replace(upper.low, value=upper.low.value * factor, step=upper.low.step * factor)
    if factor < 0:
        return replace(upper, low=second, high=replace(low, step=abs(low.step)))
    return replace(upper, high=second, low=low)


def _between(view: View, draft: Draft) -> None:
    """Let the mention begin at "between"."""
    match = _BETWEEN.search(view.low, max(0, draft.start - 20), draft.start)
    if match:
        draft.start = match.start()
