"""Tell what kind of quantity a draft is: an age, a share, money, a length of time, a count; or none.

In:  a view and a draft. Out: its role, and whether it counts nothing at all.
"""

from __future__ import annotations

import re
from typing import Final

from twosource.extract.quantities.ages import age_after, age_before, bare_age, is_listed_age
from twosource.extract.quantities.build import TIME_UNITS
from twosource.extract.quantities.draft import Draft
from twosource.extract.quantities.hedges import hedge_after
from twosource.extract.quantities.money import (
    is_money,
)
from twosource.extract.quantities.nouns import counted_noun
from twosource.extract.quantities.rates import is_below, rate_after
from twosource.extract.quantities.refuse import (
    is_address,
    is_in_name,
    is_long_figure,
    is_named,
    is_numbered,
    is_of_era,
    is_of_name,
    is_year,
)
from twosource.extract.quantities.shapes import View

_PERCENT: Final = frozenset({"%", "{pp}", "{bp}"})
_TIED: Final = re.compile(r"[-–—][0-9]|-in-[0-9]")  # "50-50", "747-400", "a 1-in-100-year flood"
_SURE: Final = frozenset({"age", "percent", "money", "measure", "duration"})
_LAST_YEAR: Final = 2100


def read_kind(view: View, draft: Draft) -> None:
    """Take in ages, rates and hedges behind the figure, and set the role that comes of it all."""
    if draft.figure.sort == "ordinal":
        draft.role = "ordinal"
        return
    if draft.unit in TIME_UNITS | {"1"}:
        _read_age(view, draft)
    _read_rate(view, draft)
    after = hedge_after(view, draft.end)
    if after:
        draft.hedge, draft.end = after
    draft.role = draft.role or _role(view, draft)


def _read_age(view: View, draft: Draft) -> None:
    """ "12 years old", "aged 8", "aged 17 and 19", "87 yo"."""
    age, start = age_after(view, draft.end), draft.start
    if age is not None:
        end, alone = age
        if draft.unit == "1" and not alone:
            return
        draft.end = end
    elif (found := age_before(view, draft.start)) is not None:
        start = found
    elif not (draft.unit == "1" and draft.upper is None and is_listed_age(view, draft.figure)):
        return
    draft.role, draft.start = "age", start
    draft.unit = "a" if draft.unit == "1" else draft.unit


def _read_rate(view: View, draft: Draft) -> None:
    """ "per 100,000 people" behind a count or a measure."""
    if draft.role or draft.figure.sort != "plain" or "/" in draft.unit:
        return
    found = rate_after(view, draft.unit, draft.end)
    if found is not None:
        draft.noun = counted_noun(view, draft.end) if draft.unit == "1" else None
        draft.unit, draft.end = found


def _role(view: View, draft: Draft) -> str:
    """The kind of quantity; "" for an article that counts nothing."""
    unit, base = draft.unit, draft.unit.partition("/")[0]
    if draft.figure.sort == "article" and (unit == "1" or is_money(unit) or unit == "{times}"):
        return ""
    if unit == "1":
        return _role_of_count(view, draft)
    if base in _PERCENT:
        return "percent"
    if is_money(unit):
        return "money"
    return "duration" if unit in TIME_UNITS else "measure"


def _role_of_count(view: View, draft: Draft) -> str:
    """Of a figure without unit: a range, a part of a whole, an age, a count."""
    upper = draft.upper
    if upper is not None and {upper.low.sort, upper.high.sort} != {"ratio"}:
        return "range"
    if draft.figure.sort == "ratio":
        draft.unit = "{fraction}"
        return "ratio"
    if bare_age(view, draft.figure):
        draft.unit = "a"
        return "age"
    return "cardinal"


def is_refused(view: View, draft: Draft) -> bool:
    """Does the figure name or date something, or say how far below something lies?"""
    if is_below(view, draft.figure.start) and draft.role in {"cardinal", "measure"}:
        return True
    figure = draft.figure
    named = figure.worded and draft.role != "duration"  # the Seven Years' War did last as long
    if named and is_in_name(view, figure.start, figure.end):
        return True
    if figure.worded and is_long_figure(view, figure.start, figure.end):
        return True
    if draft.role in _SURE or figure.sort != "plain":
        return False
    if is_of_era(view, draft.end) or is_address(view, figure.end) or _dates(view, draft):
        return True
    if figure.worded:
        return is_of_name(view, figure.start) or is_numbered(view, figure.start, figure.end)
    if draft.upper is None and _TIED.match(view.low, figure.end):
        return True
    return not figure.scaled and is_named(view, figure.start, figure.end)


def _dates(view: View, draft: Draft) -> bool:
    """A bare year: nothing bounds it, and no larger figure stands behind."""
    if draft.hedge is not None and draft.hedge not in {"about", "more-than"}:
        return False
    if draft.upper is not None and draft.upper.high.value > _LAST_YEAR:
        return False
    return is_year(view, draft.figure, counted_noun(view, draft.end) is not None)
