"""What an assertion states, in one short normal form for people.

In: an assertion of the report document. Out: "3,400 members", "6 years", "1960s", "north-east".
Two assertions with equal values have one form, however they were written.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Any, Final

from twosource.labels import is_measure, label
from twosource.plurals import plural
from twosource.units import convert, shown_unit, units

Row = dict[str, Any]

_POINTS: Final = (
    "north", "north-north-east", "north-east", "east-north-east",
    "east", "east-south-east", "south-east", "south-south-east",
    "south", "south-south-west", "south-west", "west-south-west",
    "west", "west-north-west", "north-west", "north-north-west",
)  # fmt: skip
_MONTHS: Final = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_BOUNDS: Final = {"more-than": "more than", "at-least": "at least", "less-than": "less than"}
_STEP: Final = Decimal("22.5")  # degrees between two of them
_TIMES: Final = ("a", "mo", "wk", "d", "h", "min", "s")
_NEAR: Final = Decimal("0.000001")  # what rounding to a code's digits can lose
_PLACES: Final = 6  # decimals that somebody wrote; more come of arithmetic
_SHORT: Final = 3  # significant digits such a figure is cut to
_PART: Final = 4  # digits of a part of a version, see extract/quantities/versions.py


def stated(item: Row) -> str:
    """The value in one short normal form."""
    value = item["value"]
    if item["kind"] == "event":
        return _event(value)
    if item["kind"] == "date":
        clock = f" {value['time']} {value.get('zone') or ''}".rstrip() if value.get("time") else ""
        return f"{day_words(value['edtf'])}{clock}".strip() or item["text"]
    return _quantity(value) or item["text"]


def _event(value: Row) -> str:
    """ "founding 1963, Orrin"."""
    when = day_words(value["time"]["edtf"]) if value["time"] else ""
    said = f"{label(value['type'])} {when}".strip()
    return f"{said}, {value['place']}" if value["place"] else said


def _quantity(value: Row) -> str:
    if value["unit"].startswith("{id:"):
        return str(value["unit"][4:-1])
    role = value.get("role")
    if role == "direction" and value["low"] == value["high"] and value["low"] is not None:
        return _POINTS[int(Decimal(value["low"]) / _STEP) % len(_POINTS)]
    if role == "rank":
        return _nth(str(value["low"]))
    if value["unit"] == "{version}":
        return _bounded(value, _version, "or later", "up to")
    if value["unit"] == "{fraction}":
        return _hedged(value, f"{_bounded(value, _percent, 'or more', 'up to')} %")
    if value["unit"].startswith("{:"):
        return f"{value['low']}-{value['unit'][2:-1]}"  # a score
    if _odd_time(value):
        return _hedged(
            value, f"{_time(value['low'], value['unit'])} to {_time(value['high'], value['unit'])}"
        )
    said = _bounded(value, grouped, "or more", "up to")
    one = value["low"] == value["high"] == "1"
    return _hedged(value, said + _counted(value["unit"], value["noun"], one))


def _nth(number: str) -> str:
    """ "3rd", "11th", "58th"."""
    teen = number[-2:-1] == "1"
    return number + ("th" if teen else {"1": "st", "2": "nd", "3": "rd"}.get(number[-1], "th"))


def _odd_time(value: Row) -> bool:
    """Was an end of a range written in another unit of time ("three weeks to 88 years")?"""
    ends = [value["low"], value["high"]]
    known = value["unit"] in units() and units()[value["unit"]].dimension == "time"
    return known and None not in ends and ends[0] != ends[1] and any(map(_long, ends))


def _long(number: str) -> bool:
    return len(number.partition(".")[2]) > _PLACES


def _time(number: str, unit: str) -> str:
    """A time in the largest unit that makes it a whole number, else as it is."""
    if _long(number):
        for smaller in _TIMES:
            found = convert(Decimal(number), unit, smaller)
            whole = found.to_integral_value()
            if whole and abs(found - whole) < whole * _NEAR:
                return f"{grouped(str(whole))}{shown_unit(smaller, one=whole == 1)}"
    return f"{grouped(number)}{shown_unit(unit, one=number == '1')}"


def _bounded(value: Row, form: Any, more: str, less: str) -> str:
    low, high = value["low"], value["high"]
    if low is None and high is None:
        return ""
    word = _BOUNDS.get(value["hedge"] or "")
    if word and (low is None) != (high is None):
        return f"{word} {form(low if high is None else high)}"
    if low == high:
        return str(form(low))
    if low is not None and high is not None:
        return f"{form(low)} to {form(high)}"
    return f"{form(low)} {more}" if high is None else f"{less} {form(high)}"


def _hedged(value: Row, said: str) -> str:
    return f"{value['hedge']} {said}" if value["hedge"] in {"about", "nearly"} and said else said


def _counted(unit: str, noun: str | None, one: bool) -> str:
    """What follows the number: a unit, or the counted thing; a unit counts for itself."""
    if unit != "1":
        return shown_unit(unit, one=one)
    return "" if not noun or is_measure(noun) else f" {noun if one else plural(noun)}"


def _percent(number: str) -> str:
    return grouped(format((Decimal(number) * 100).normalize(), "f"))


def _version(number: str) -> str:
    """ "4.00010003" is 4.1.3."""
    first, _, rest = number.partition(".")
    parts = [rest[at : at + _PART].ljust(_PART, "0") for at in range(0, len(rest), _PART)]
    return ".".join([first, *(str(int(part)) for part in parts)])


def grouped(number: str) -> str:
    """A decimal string with thousands set off by commas; long decimals cut."""
    whole, dot, rest = number.partition(".")
    if _long(number):
        return grouped(_cut(number))
    sign, whole = ("-", whole[1:]) if whole.startswith("-") else ("", whole)
    parts: list[str] = []
    while len(whole) > 3:
        parts.insert(0, whole[-3:])
        whole = whole[:-3]
    return sign + ",".join([whole, *parts]) + dot + rest


def _cut(number: str) -> str:
    """A figure that came of arithmetic, to as many digits as a reader can use."""
    exact = Decimal(number)
    if abs(exact) >= 10**_SHORT:
        return format(exact.quantize(Decimal(1)), "f")
    return format(Decimal(f"{exact:.{_SHORT}g}").normalize(), "f")


def day_words(edtf: str) -> str:
    """An EDTF date for people: "196X" is "1960s", "1997/.." is "since 1997"."""
    first, slash, last = edtf.partition("/")
    if not slash:
        return _one_day(edtf)
    if last in {"..", ""}:
        return f"since {_one_day(first)}"
    if first in {"..", ""}:
        return f"until {_one_day(last)}"
    return f"{_one_day(first)} to {_one_day(last)}"


def _one_day(edtf: str) -> str:
    hedge = {"~": "about ", "?": "perhaps ", "%": "perhaps about "}.get(edtf[-1:], "")
    day = edtf[:-1] if hedge else edtf
    if len(day) == 4 and day.endswith("XX") and day[:2].isdigit():
        day = f"{day[:2]}00 to {day[:2]}99"
    elif len(day) == 4 and day.endswith("X") and day[:3].isdigit():
        day = f"{day[:3]}0s"
    elif day.startswith("XXXX-"):
        day = _yearless(day)
    return f"{hedge}{day}"


def _yearless(day: str) -> str:
    """ "XXXX-05-06" is 6 May (no year)."""
    month, _, number = day.removeprefix("XXXX-").partition("-")
    if not month.isdigit() or not 1 <= int(month) <= len(_MONTHS):
        return day
    name = _MONTHS[int(month) - 1]
    return f"{int(number)} {name} (no year)" if number.isdigit() else f"{name} (no year)"
