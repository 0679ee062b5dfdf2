"""Quantities told in two units, and spans of time such as decades.

In:  a view, a figure and its unit. Out: the whole as one figure in the smaller unit.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Final

from twosource.extract.quantities.money import is_weight, is_whole_money
from twosource.extract.quantities.scanner import figure_at
from twosource.extract.quantities.shapes import Figure, View
from twosource.extract.quantities.suffixes import HOURS
from twosource.extract.quantities.units import unit_after
from twosource.lexicon import load
from twosource.units import convert, dimension

_INCH: Final = re.compile(r"[ ]?in(?![a-z])|[ ]?\"")
_AND_CENTS: Final = re.compile(r"(?: and|,)? ")
_CENT_WORD: Final = re.compile(r" ([a-z]{3,8})(?![a-z])")
_JOIN: Final = re.compile(r",? and |,? ")
_MINUTES: Final = re.compile(r"m(?![A-Za-z²³/])")
_HALF: Final = re.compile(
    r" and (?:(?:a |one )(half|quarter)(?! of)|(half)(?=[.,;)]|$| (?:to|long|before|after|later|ago)\b))(?![a-z])"
)
_A_HALF: Final = re.compile(r" and an? (half|quarter)(?= of )")  # "a kilo and a half of salt"
_CLOSED: Final = re.compile(r"[.;)](?:[ )]|$)")
_PRIMES: Final = re.compile(
    r"['′’] ?([0-9]{1,2})(?:[\"″”]|''|’’)|['′’]([0-9]{1,2})(?= (?:tall|high)(?![a-z]))"
)
_TO: Final = re.compile(r" to (?=[a-z0-9])")
_TO_MONEY: Final = re.compile(r" to (?:[$€£¥] ?)?(?=[a-z0-9])")
_FROM: Final = re.compile(r"(?<![a-z])from (?:[$€£¥] ?)?$")
_BLANK: Final = re.compile(" ")
_TALLEST: Final = 20  # metres told with their centimetres
_MEASURED: Final = re.compile(
    r"(?:[.;,)]|$| (?:tall|high|wide|long|deep|thick|above|below|across|at|in|on|when|and)(?![a-z]))"
)
_ONE_SIZE: Final = 12  # times the smaller of two figures of one thing
_THOUSAND: Final = Decimal(1000)
_BY: Final = re.compile(r" ?[x×] ?|[ -]by[ -]")
_HOUR: Final = 60  # minutes
_FOOT: Final = Decimal(12)  # inches
_CALENDAR: Final = ("a", "mo", "wk", "d", "h", "min", "s")  # units of time, the longest first
_MONTHS: Final = frozenset({"a", "mo"})
_SLACK: Final = Decimal(6)  # days
_DATED: Final = re.compile(r" (?:after|before|later|ago|earlier|since|from)(?![a-z])")
_EXACT: Final = Decimal("1e-9")
_JOINED: Final = frozenset({"time", "length", "mass", "volume"})  # dimensions told in two units


@dataclass(frozen=True, slots=True)
class Joined:
    """A figure in one unit, and where its words end."""

    figure: Figure
    unit: str
    end: int
    iso: str | None = None


def span_scale(view: View, end: int, stop: int) -> Decimal | None:
    """ "two decades", "a fortnight": how many years or weeks one of them is."""
    word = view.low[end:stop].strip(" -+\u00a0")
    entry = load("numbers")["spans"].get(word)
    return Decimal(entry[0]) if entry else None


def compound_after(view: View, figure: Figure, unit: str, end: int) -> Joined | None:
    """Join "2 days and 13 hours", "5 ft 2 in", "a year and a half"; None when nothing goes on."""
    half = _HALF.match(view.low, end)
    if half is None and figure.sort == "article":
        half = _A_HALF.match(view.low, end)
    if half and unit != "1" and figure.value == int(figure.value):
        part = Decimal("0.25" if half.group(1) == "quarter" else "0.5")
        step = part if figure.step <= 1 else figure.step * part
        whole = figure.value + part * max(figure.step, Decimal(1))
        return Joined(Figure(figure.start, half.end(), whole, step, True), unit, half.end())
    if (long := _long_time(view, figure, unit, end)) is not None:
        return long
    join = _JOIN.match(view.low, end)
    whole_number = figure.value == int(figure.value)
    if join is None or not whole_number or dimension(unit) not in _JOINED:
        return None
    if not view.low[join.end() : join.end() + 1].isalnum():
        return None
    second, _ = figure_at(view, join.end())
    found = _part_of(view, second, unit) if second is not None and second.sort == "plain" else None
    if second is None or found is None:
        return None
    times = _times(unit, found[0])
    side_by_side = join.group() in {" ", "\u00a0"}  # "2 yards 7 ft" is one length all the same
    if times is None or not 0 < second.value < (times * times if side_by_side else times):
        return None
    whole = figure.value * times + second.value
    joined = Figure(figure.start, found[1], whole, min(second.step, Decimal(1)), figure.worded)
    return compound_after(view, joined, found[0], found[1]) or Joined(joined, found[0], found[1])


def _long_time(view: View, figure: Figure, unit: str, end: int) -> Joined | None:
    """ "3 years, 2 months and 14 days": months have no fixed number of days, so some days' slack."""
    if unit not in _CALENDAR:
        return None
    parts = [(figure.value, unit)]
    stop = end
    while len(parts) < len(_CALENDAR) and (more := _next_part(view, parts[-1][1], stop)):
        parts.append(more[:2])
        stop = more[2]
    units = [code for _, code in parts]
    fixed = all(code in _MONTHS for code in units) or not any(code in _MONTHS for code in units)
    if fixed or figure.value % 1:
        return None  # told exactly in the smallest unit
    last = units[-1]
    total = sum((convert(value, code, last) for value, code in parts), Decimal(0)).quantize(1)
    slack = max(Decimal(1), convert(_SLACK, "d", last).quantize(1))
    whole = Figure(figure.start, stop, total, slack, figure.worded)
    return Joined(whole, last, stop, _iso(parts))


def _next_part(view: View, larger: str, end: int) -> tuple[Decimal, str, int] | None:
    """A whole number of a smaller unit of time right behind."""
    join = _JOIN.match(view.low, end)
    if (
        join is None
        or larger not in _CALENDAR
        or not view.low[join.end() : join.end() + 1].isalnum()
    ):
        return None
    second, _ = figure_at(view, join.end())
    found = (
        _part_of(view, second, larger) if second is not None and second.sort == "plain" else None
    )
    if second is None or found is None or found[0] not in _CALENDAR or second.value % 1:
        return None
    smaller = _CALENDAR.index(found[0]) > _CALENDAR.index(larger)
    below = 0 < second.value < convert(Decimal(1), larger, found[0]) if smaller else False
    return (second.value, *found) if below and not _DATED.match(view.low, found[1]) else None


def _iso(parts: list[tuple[Decimal, str]]) -> str:
    """ISO 8601: "P3Y2M14DT16H"."""
    told = {code: f"{value:f}" for value, code in parts}
    date = "".join(told[code] + "YMWD"[at] for at, code in enumerate(_CALENDAR[:4]) if code in told)
    time = "".join(told[code] + "HMS"[at] for at, code in enumerate(_CALENDAR[4:]) if code in told)
    return f"P{date}" + (f"T{time}" if time else "")


def _times(larger: str, smaller: str) -> Decimal | None:
    """How often the smaller unit goes into the larger, a whole number; None when it does not."""
    if larger == smaller or dimension(larger) != dimension(smaller):
        return None
    factor = convert(Decimal(1), larger, smaller)
    return (
        factor.to_integral_value() if factor > 1 and abs(factor - round(factor)) < _EXACT else None
    )


def _part_of(view: View, figure: Figure, larger: str) -> tuple[str, int] | None:
    """The unit of the second figure; behind hours an "m" is a minute: "3h 42m"."""
    small = larger in {"h", "d"} and figure.value < _HOUR
    minutes = _MINUTES.match(view.text, figure.end) if small else None
    return ("min", minutes.end()) if minutes else _unit_of(view, figure)


def _unit_of(view: View, figure: Figure) -> tuple[str, int] | None:
    inches = _INCH.match(view.low, figure.end)
    if inches:
        return "[in_i]", inches.end()
    return unit_after(view, figure.end, digits=not figure.worded)


def money_and_cents(view: View, figure: Figure, unit: str, end: int) -> Joined | None:
    """ "thirteen dollars forty-five cents"."""
    join = _AND_CENTS.match(view.low, end)
    if (
        not is_whole_money(unit)
        or join is None
        or not view.low[join.end() : join.end() + 1].isalnum()
        or figure.value != int(figure.value)
    ):
        return None
    second, _ = figure_at(view, join.end())
    if second is None or second.sort != "plain" or not 0 < second.value < 100:
        return None
    stop = _cents_end(view, second)
    if stop is None:
        return None
    whole = figure.value + second.value / 100
    return Joined(Figure(figure.start, stop, whole, Decimal("0.01"), figure.worded), unit, stop)


def metres_and_centimetres(view: View, figure: Figure, unit: str, end: int) -> Joined | None:
    """ "a metre eighty", "two metres ten": the hundredths in words, and nothing counted."""
    join = _BLANK.match(view.low, end)
    whole = figure.value == int(figure.value) and figure.value < _TALLEST
    if (
        unit != "m"
        or join is None
        or not whole
        or not view.low[join.end() : join.end() + 1].isalpha()
    ):
        return None
    second, _ = figure_at(view, join.end())
    if second is None or second.sort != "plain" or second.scaled or not 10 <= second.value < 100:
        return None
    if _MEASURED.match(view.low, second.end) is None:
        return None
    value = figure.value + second.value / 100
    return Joined(Figure(figure.start, second.end, value, Decimal("0.01"), True), unit, second.end)


def _cents_end(view: View, figure: Figure) -> int | None:
    """Where the word for cents ends, or the figure when it has two digits and ends its clause."""
    word = _CENT_WORD.match(view.low, figure.end)
    if word and word.group(1) in load("currencies")["cents"]["words"]:
        return word.end()
    closed = view.closes(figure.end) or _CLOSED.match(view.low, figure.end)
    return figure.end if closed and figure.value >= 10 else None


def feet_and_inches(view: View, figure: Figure) -> Joined | None:
    """ "6'2\"": feet and inches told by primes."""
    match = _PRIMES.match(view.low, figure.end)
    if match is None or figure.value != int(figure.value) or figure.worded:
        return None
    inches = Decimal(match.group(1) or match.group(2))
    if inches >= _FOOT:
        return None
    whole = Figure(figure.start, figure.end, figure.value * _FOOT + inches, Decimal(1))
    return Joined(whole, "[in_i]", match.end())


def hours_and_minutes(view: View, figure: Figure) -> Joined | None:
    """ "1h30m", "2h05m10s": the units glued to their figures."""
    match = HOURS.match(view.text, figure.end)
    if match is None or figure.value % 1:
        return None
    minutes = figure.value * _HOUR + int(match.group(1))
    if match.group(2) is None:
        return Joined(Figure(figure.start, figure.end, minutes, Decimal(1)), "min", match.end())
    seconds = minutes * 60 + int(match.group(2))
    return Joined(Figure(figure.start, figure.end, seconds, Decimal(1)), "s", match.end())


def _unit_of_change(view: View, figure: Figure) -> str | None:
    """The unit of "2.3" in "from 2.3 to 3.1 tonnes": that of the figure it became."""
    to = _TO.match(view.low, figure.end)
    if to is None or figure.sort != "plain":
        return None
    other, _ = figure_at(view, to.end())
    if other is None or other.sort != "plain" or other.worded != figure.worded:
        return None
    found = unit_after(view, other.end, digits=not other.worded)
    if found is None or found[0] == "{times}":
        return None
    pounds = view.low.startswith("pound", other.end + 1) and found[0].startswith("[lb_av]")
    money = pounds and not is_weight(view, other.start, other.value)
    return found[0].replace("[lb_av]", "GBP") if money else found[0]


def scaled_as_after(view: View, figure: Figure) -> Figure:
    """ "From 2.1 to 2.6 billion", "from €2.1 to €1.6bn": the scale of what the figure became.

    Only where the two are then near each other: "from 900 to 1.2 million" says what it says.
    """
    led = _FROM.search(view.low, max(0, figure.start - 7), figure.start)
    to = _TO_MONEY.match(view.low, figure.end) if led and not figure.scaled else None
    if to is None or figure.sort != "plain" or figure.value <= 0:
        return figure
    other, _ = figure_at(view, to.end())
    if other is None or other.sort != "plain" or not other.scaled:
        return figure
    power = next((p for p in (12, 9, 6) if other.value >= Decimal(10) ** p), 0)
    value = figure.value.scaleb(power)
    low, high = sorted((value, other.value))
    if not power or high > low * _ONE_SIZE or figure.value >= _THOUSAND:
        return figure
    return replace(figure, value=value, step=figure.step.scaleb(power), scaled=True)


def side_unit(view: View, figure: Figure) -> str | None:
    """The unit of "6" in "6 x 9 feet", "20 by 30 metres": that of the other side."""
    join = _BY.match(view.low, figure.end)
    if join is None and view.low.startswith("from ", max(0, figure.start - 5)):
        return _unit_of_change(view, figure)
    if (
        join is None
        or figure.sort != "plain"
        or not view.low[join.end() : join.end() + 1].isalnum()
    ):
        return None
    other, _ = figure_at(view, join.end())
    found = unit_after(view, other.end, digits=not other.worded) if other is not None else None
    if found is None and other is not None and (third := _BY.match(view.low, other.end)):
        other, _ = figure_at(view, third.end())  # "6 x 4 x 3 cm"
        found = unit_after(view, other.end, digits=not other.worded) if other else None
    if found is None:
        return None
    return found[0] if dimension(found[0]) == "length" else None
