"""Put figures, units, hedges and nouns together into mentions.

In:  a view. Out: value mentions, left to right, apart from each other.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Final

from twosource.extract.quantities.ages import age_after, age_before, bare_age, is_listed_age
from twosource.extract.quantities.build import TIME_UNITS, Reading, make_quantity
from twosource.extract.quantities.compounds import (
    compound_after,
    feet_and_inches,
    hours_and_minutes,
    money_and_cents,
    side_unit,
    span_scale,
)
from twosource.extract.quantities.errors import error_after
from twosource.extract.quantities.hedges import hedge_after, hedge_before, is_near
from twosource.extract.quantities.lexis import scales
from twosource.extract.quantities.money import (
    is_money,
    is_weight,
    millions_of,
    money_before,
    money_named,
)
from twosource.extract.quantities.nouns import counted_noun
from twosource.extract.quantities.ranges import Upper, upper_end
from twosource.extract.quantities.rates import is_below, rate_after
from twosource.extract.quantities.refuse import (
    is_address,
    is_named,
    is_numbered,
    is_of_name,
    is_year,
    scale_before,
)
from twosource.extract.quantities.scanner import figure_at, places
from twosource.extract.quantities.shapes import Figure, View
from twosource.extract.quantities.units import unit_after
from twosource.model import ValueMention
from twosource.units import convert, dimension

_DOLLARS_BEHIND: Final = re.compile(r"[ ](?:usd|us dollars|dollars)(?![a-z])")
_REPEATED: Final = re.compile(r" \(([0-9][0-9,. ]{0,20}|[a-z][a-z -]{2,40})\)")
_OF_ALL: Final = re.compile(r" (?:out )?of (?:the |its |their |all |a total of )?")
_PERCENT: Final = frozenset({"%", "{pp}", "{bp}"})
_NOBODY: Final = ("nobody", "no one", "no-one")
_DEGREES: Final = frozenset({"1", "deg", "Cel", "[degF]"})
_BELOW_ZERO: Final = re.compile(r"[ -](?:degrees? )?below (?:zero|0)(?![a-z0-9])")
_LEVEL: Final = re.compile(r"[ -]?(?:cis?|confidence|credible|prediction)(?![a-z])")
_NEAR: Final = 80  # characters in which "per person per day" ends
_SPUN: Final = re.compile(r"(?:centrifug[a-z]{1,6}|spun|acceleration|accelerated)[^.;0-9]{0,30}$")
_TIED: Final = re.compile(r"[-–—][0-9]|-in-[0-9]")  # "50-50", "747-400", "a 1-in-100-year flood"
_TWICE: Final = re.compile(r" (million|billion|trillion)(?![a-z])")


@dataclass(slots=True)
class _Draft:
    """A mention in the making."""

    figure: Figure
    start: int
    end: int
    unit: str = "1"
    hedge: str | None = None
    upper: Upper | None = None
    role: str = ""
    noun: str | None = None
    iso: str | None = None  # of a length of time told in months and days


def mentions(view: View) -> Iterator[ValueMention]:
    """Yield the mentions of a text."""
    done = floor = 0
    for start in places(view):
        if start < done:
            continue
        figure, after = figure_at(view, start)
        if figure is None or figure.start < floor:
            done = max(done, after)
            continue
        mention = _mention(view, figure, floor)
        done = max(after, mention.end if mention else 0)
        if mention is not None:
            done = floor = _repeated(view, mention, done)
            yield mention


def _mention(view: View, figure: Figure, floor: int) -> ValueMention | None:
    draft = _Draft(figure, figure.start, figure.end)
    _read_unit(view, draft)
    _read_hedge(view, draft, floor)
    _read_range(view, draft)
    _read_compound(view, draft)
    _read_tail(view, draft)
    if draft.role == "" or _refused(view, draft):
        return None
    return _finished(view, draft)


def _read_unit(view: View, draft: _Draft) -> None:
    figure = draft.figure
    money = money_before(view, figure.start) if figure.sort == "plain" else None
    if money:
        draft.unit, draft.start = money
    elif figure.sort != "ordinal" and (
        found := unit_after(view, figure.end, digits=not figure.worded or figure.sort == "article")
    ):
        _take_unit(view, draft, *found)
    if draft.unit == "1" and figure.sort == "plain" and not figure.worded:
        named = money_named(view, figure.start)
        if named and counted_noun(view, figure.end) is None:
            draft.unit, draft.start = named
    _per_money(view, draft, money is not None)
    if draft.unit in _DEGREES and (cold := _BELOW_ZERO.match(view.low, draft.end)):
        draft.figure, draft.end = replace(figure, value=-abs(figure.value)), cold.end()
        draft.unit = "deg" if draft.unit == "1" else draft.unit
    if figure.sort == "vague" and draft.unit == "1" and view.low.startswith(" of ", figure.end):
        found = unit_after(view, figure.end + 3, digits=False)
        if found and found[0] != "{times}":
            draft.unit, draft.end = found


def _take_unit(view: View, draft: _Draft, code: str, end: int) -> None:
    figure = draft.figure
    factor = millions_of(view, figure.end, end) or span_scale(view, figure.end, end)
    if factor:
        draft.figure = replace(
            figure, value=figure.value * factor, step=figure.step * factor, scaled=True
        )
    if (
        code.startswith("[lb_av]")
        and view.low[figure.end : end].lstrip(" -").startswith("pound")
        and not is_weight(view, figure.start, figure.value)
    ):
        code = code.replace("[lb_av]", "GBP")
    twice = _TWICE.match(view.low, end) if is_money(code) else None
    if twice:
        scale, end = scales()[twice.group(1)], twice.end()
        draft.figure = replace(
            draft.figure,
            value=draft.figure.value * scale,
            step=draft.figure.step * scale,
            scaled=True,
        )
    if code == "g" and _SPUN.search(view.low, max(0, draft.start - _NEAR), draft.start):
        code = "[g]"  # "centrifuged at 10,000 g"
    draft.unit, draft.end = code, end


def _per_money(view: View, draft: _Draft, before: bool) -> None:
    """ "$5 a share", "€ 3 per litre"; a code that repeats the sign ("$5 USD")."""
    if not before:
        return
    match = _DOLLARS_BEHIND.match(view.low, draft.end)
    if match and draft.unit == "USD":
        draft.end = match.end()
    found = (
        unit_after(
            View(
                "$" + view.text[draft.end : draft.end + _NEAR],
                "$" + view.low[draft.end : draft.end + _NEAR],
            ),
            0,
            digits=True,
        )
        if view.low[draft.end : draft.end + 5].startswith((" per ", "/", " a ", " an "))
        else None
    )
    if found and "/" in found[0]:
        draft.unit, draft.end = (
            draft.unit + found[0][found[0].index("/") :],
            draft.end + found[1] - 1,
        )


def _read_hedge(view: View, draft: _Draft, floor: int) -> None:
    if draft.figure.sort == "ordinal":
        return
    found = hedge_before(view, draft.start, lasting=draft.unit in TIME_UNITS)
    if found and found[1] >= floor:
        draft.hedge, draft.start = found


def _read_range(view: View, draft: _Draft) -> None:
    for after in dict.fromkeys((draft.end, draft.figure.end)):
        upper = upper_end(view, draft.figure, after, draft.start, draft.hedge)
        if upper is None:
            continue
        second = _Draft(
            upper.high if upper.high.start > draft.figure.start else upper.low, 0, upper.high.end
        )
        second.end = second.figure.end
        _read_unit(view, second)
        glued = after == draft.end and after != draft.figure.end
        is_age = age_before(view, draft.start) is not None
        if _join(draft, upper, second, glued=glued, is_age=is_age):
            _between(view, draft)
            return


def _join(draft: _Draft, upper: Upper, second: _Draft, *, glued: bool, is_age: bool) -> bool:
    """Put the two ends into one unit; False when they are of different kinds."""
    unit = second.unit
    if unit == "1" and glued and draft.unit in {"d", "wk", "mo"} and is_age:
        unit = "a"  # "aged from three weeks to 88"
    if unit == "1":
        unit = draft.unit
    elif draft.unit not in {"1", unit}:
        if dimension(unit) is None or dimension(unit) != dimension(draft.unit) or "/" in unit:
            return False
        low = upper.low
        upper = replace(
            upper,
            low=replace(
                low,
                value=convert(low.value, draft.unit, unit),
                step=convert(low.step, draft.unit, unit),
            ),
        )
        if not upper.low.value < upper.high.value:
            return False
    elif glued and draft.unit != unit:
        return False
    if (
        glued and unit == draft.unit and second.unit == "1" and draft.unit in TIME_UNITS
    ):  # "three weeks to 88"
        return False
    if second.figure.value not in {upper.high.value, upper.low.value}:  # a span of time: "decades"
        factor = second.figure.value / upper.high.value
        upper = replace(
            upper,
            high=second.figure,
            low=replace(upper.low, value=upper.low.value * factor, step=upper.low.step * factor),
        )
        if factor < 0:  # "10 to 15 degrees below zero"
            upper = replace(
                upper, low=upper.high, high=replace(upper.low, step=abs(upper.low.step))
            )
    draft.upper, draft.unit, draft.end = upper, unit, second.end
    return True


def _between(view: View, draft: _Draft) -> None:
    """Let the mention begin at "between"."""
    match = re.search(
        r"(?<![a-z])between (?:about |some |around )?$",
        view.low[max(0, draft.start - 20) : draft.start],
    )
    if match:
        draft.start -= match.end() - match.start()


def _read_compound(view: View, draft: _Draft) -> None:
    """ "2 days and 13 hours", "5 ft 2 in", "a year and a half", "13 dollars 45 cents"."""
    if draft.upper is not None:
        return
    glued = feet_and_inches(view, draft.figure) or hours_and_minutes(view, draft.figure)
    if draft.unit == "1" and glued is not None:
        draft.figure, draft.unit, draft.end = glued.figure, glued.unit, glued.end
        return
    if draft.unit == "1" and (unit := side_unit(view, draft.figure)) is not None:
        draft.unit = unit
        return
    error = error_after(view, draft.figure, draft.unit, draft.end)
    if error is not None:
        draft.figure, draft.end = replace(draft.figure, error=error[0]), error[1]
        return
    joined = compound_after(view, draft.figure, draft.unit, draft.end) or money_and_cents(
        view, draft.figure, draft.unit, draft.end
    )
    if joined is not None:
        draft.figure, draft.unit, draft.end = (
            replace(joined.figure, end=draft.figure.end),
            joined.unit,
            joined.end,
        )
        draft.iso = joined.iso


def _read_tail(view: View, draft: _Draft) -> None:
    """Ages, hedges behind the figure, and the role that comes of it all."""
    if draft.figure.sort == "ordinal":
        draft.role = "ordinal"
        return
    if (age := age_after(view, draft.end)) is not None and draft.unit in TIME_UNITS | {"1"}:
        if draft.unit != "1" or age[1]:
            draft.role, draft.end = "age", age[0]
            draft.unit = "a" if draft.unit == "1" else draft.unit
    elif draft.unit in {"1", *TIME_UNITS} and (start := age_before(view, draft.start)) is not None:
        draft.role, draft.start = "age", start
        draft.unit = "a" if draft.unit == "1" else draft.unit
    elif draft.unit == "1" and draft.upper is None and is_listed_age(view, draft.figure):
        draft.role, draft.unit = "age", "a"
    _read_rate(view, draft)
    after = hedge_after(view, draft.end)
    if after:
        draft.hedge, draft.end = after[0], after[1]
    draft.role = draft.role or _role(view, draft)


def _read_rate(view: View, draft: _Draft) -> None:
    """ "per 100,000 people" behind a count or a measure."""
    if draft.role or draft.figure.sort != "plain" or "/" in draft.unit:
        return
    found = rate_after(view, draft.unit, draft.end)
    if found is not None:
        draft.noun = counted_noun(view, draft.end) if draft.unit == "1" else None
        draft.unit, draft.end = found


def _role(view: View, draft: _Draft) -> str:
    unit, base = draft.unit, draft.unit.partition("/")[0]
    if draft.figure.sort == "article" and (unit == "1" or is_money(unit) or unit == "{times}"):
        return ""
    if base in _PERCENT:
        return "percent"
    if is_money(unit):
        return "money"
    if unit in TIME_UNITS:
        return "duration"
    if unit != "1":
        return "measure"
    if draft.upper is not None and {draft.upper.low.sort, draft.upper.high.sort} != {"ratio"}:
        return "range"
    if draft.figure.sort == "ratio":
        draft.unit = "{fraction}"
        return "ratio"
    if bare_age(view, draft.figure):
        draft.unit = "a"
        return "age"
    return "cardinal"


def _refused(view: View, draft: _Draft) -> bool:
    if is_below(view, draft.figure.start) and draft.role in {"cardinal", "measure"}:
        return True
    if (
        draft.role in {"age", "percent", "money", "measure", "duration"}
        or draft.figure.sort != "plain"
    ):
        return False
    figure = draft.figure
    if is_address(view, figure.end):
        return True
    if figure.worded and (
        is_of_name(view, figure.start) or is_numbered(view, figure.start, figure.end)
    ):
        return True
    if draft.upper is None and _TIED.match(view.low, figure.end) and not figure.worded:
        return True
    plural = counted_noun(view, draft.end) is not None
    loose = draft.hedge is not None and draft.hedge not in {"about", "more-than"}
    if (
        is_year(view, figure, plural)
        and not loose
        and (draft.upper is None or draft.upper.high.value <= 2100)
    ):
        return True
    return not (figure.worded or figure.scaled) and is_named(view, figure.start, figure.end)


def _finished(view: View, draft: _Draft) -> ValueMention:
    upper = draft.upper
    low = upper.low if upper else draft.figure
    high = upper.high if upper else None
    noun = draft.noun
    if draft.unit == "1" and draft.role in {"cardinal", "range", "ordinal"}:
        noun = counted_noun(view, draft.end, one=low.value == 1 or draft.role == "ordinal")
    if draft.unit == "%" and _LEVEL.match(view.low, draft.end):
        noun = "confidence"  # "95 % CI": the level of an interval, no share of anything
    if noun is None and low.value == 0 and view.low.startswith(_NOBODY, low.start):
        noun = "person"
    scale = scale_before(view, low.start) if draft.unit == "1" else None
    if scale:
        noun, draft.start = scale[0], min(draft.start, scale[1])
    hedge = "at-least" if low.sort == "vague" and draft.hedge is None else draft.hedge
    if low.sort == "vague":
        hedge = "at-least" if hedge not in {"more-than"} else hedge
    reading = Reading(
        low,
        high,
        draft.unit,
        draft.role,
        hedge,
        noun,
        upper.bound if upper else None,
        _whole(view, draft) if high is None else None,
        is_near(view.low, draft.start, low.start),
        draft.iso,
    )
    head = (
        draft.figure.start,
        max(draft.figure.end, upper.high.end, upper.low.end) if upper else draft.figure.end,
    )
    start, end = min(draft.start, head[0]), max(draft.end, head[1])
    return ValueMention(start, end, make_quantity(reading), head)


def _whole(view: View, draft: _Draft) -> Decimal | None:
    """The second figure of "412 of 589", "14 out of the 23"; None when there is none."""
    match = _OF_ALL.match(view.low, draft.figure.end)
    value = draft.figure.value
    if match is None or draft.unit != "1" or draft.figure.sort != "plain" or value != int(value):
        return None
    whole, _ = figure_at(view, match.end())
    if whole is None or whole.start != match.end() or whole.sort != "plain":
        return None
    return whole.value if 0 <= value < whole.value == int(whole.value) else None


def _repeated(view: View, mention: ValueMention, end: int) -> int:
    """ "forty-five (45)": the same number once more is not a second mention."""
    match = _REPEATED.match(view.low, mention.end)
    if match is None:
        return end
    again, _ = figure_at(View(match.group(1), match.group(1)), 0)
    value: object = getattr(mention.value, "low", None)
    same = again is not None and isinstance(value, Decimal) and again.value == value
    return match.end() if same else end
