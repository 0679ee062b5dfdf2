"""Give a bare figure of a table or a key-value line the unit its header or label names.

In:  a row or pair and one of its values. Out: the value, with unit and scale where the
column's header or the row's label states them: "Revenue (EUR million)", "retention.hours".
"""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from functools import cache
from typing import Final

from twosource.extract.quantities import read_quantities
from twosource.extract.quantities.lexis import scales, words
from twosource.lexicon import load
from twosource.model import BlockKind, DateValue, Interval, Quantity, Sentence, ValueMention

_IN_BRACKETS: Final = re.compile(r"[(\[]\s{0,3}(?:in )?([^()\[\]]{1,30}?)\s{0,3}[)\]]")
_BEHIND_IN: Final = re.compile(r"\bin ((?:[^\W\d_]{1,12} ){0,2}[^\W\d_]{1,12})\s*$")
_PART: Final = re.compile(r"(?:^|,)\s{0,3}(?:in )?([^,]{1,24}?)\s{0,3}(?=,|$)")
_KEY: Final = re.compile(r"[._-]([a-z]{1,8})\s*[:=]?\s*$")
_SPELL: Final = re.compile(
    r"\s{0,4}((?:[A-Za-z-]{2,20} ){0,2})(days|weeks|months|hours|minutes|seconds)\s{0,4}:?\s{0,4}\Z",
    re.IGNORECASE,
)
# words before a unit of time that make it a stretch in which, not one of which, there are so many
_WHICH: Final = frozenset(
    {"after", "within", "over", "under", "past", "last", "per", "in", "during", "every", "previous"}
    | {"next", "first", "later", "recent", "other", "early", "half", "one", "two", "three", "four"}
    | {"five", "six", "seven", "eight", "nine", "ten", "twelve", "few", "these", "those", "all"}
)
_PER: Final = re.compile(r"(?<![a-z])per ([a-z]{3,10})(?![a-z])")
_SCALE_WORD: Final = re.compile(r"(?<![^\W\d_])([a-z]{1,9}|000s?|'000)(?![^\W\d_])")
_COUNTED: Final = re.compile(r"(?:of )?[a-z]{3,20}s|[A-Z]{2,3}")  # "crowns", "KR"
_LETTERS: Final = {
    "m": Decimal(10) ** 6,
    "bn": Decimal(10) ** 9,
    "k": Decimal(1000),
    "000": Decimal(1000),
    "000s": Decimal(1000),
}


def with_unit(sentence: Sentence, value: ValueMention) -> ValueMention:
    """Return `value` in the unit, or the time zone, of its column or row, or as it is."""
    quantity = value.value
    if isinstance(quantity, DateValue) and quantity.time and quantity.zone is None:
        zones = (zone_of(text) for text in headers(sentence, value))
        return replace(value, value=replace(quantity, zone=next(filter(None, zones), None)))
    if sentence.kind not in {BlockKind.ROW, BlockKind.PAIR} or not isinstance(quantity, Quantity):
        return value
    if quantity.unit != "1" or quantity.role not in {"cardinal", "range"}:
        return value
    for text in headers(sentence, value):
        found = unit_of(text)
        if found is not None:
            made = _scaled(quantity, *found)
            return replace(value, value=_apiece(made, headers(sentence, value)))
    return value


def _apiece(amount: Quantity, told: list[str]) -> Quantity:
    """The amount per dose where a header beside the one of its money says "Price per dose"."""
    if amount.role != "money" or "/" in amount.unit:
        return amount
    things = {word for text in told for word in _PER.findall(text.lower())}
    sold = things & words("units_in_words", "per") - {"capita", "head", "person"}
    return replace(amount, unit=f"{amount.unit}/{{{sold.pop()}}}") if len(sold) == 1 else amount


def headers(sentence: Sentence, value: ValueMention) -> list[str]:
    """The column's header, the row's label and the table's corner, the nearest first."""
    cells = sentence.cells
    column = next((i for i, (low, high) in enumerate(cells) if low <= value.start < high), 0)
    header = sentence.header[column] if column < len(sentence.header) else ""
    label = sentence.text[slice(*cells[0])] if cells else ""
    corner = sentence.header[0] if sentence.header and column else ""
    return [header, label, corner]


@cache
def zone_of(header: str) -> str | None:
    """The time zone that a header names ("Time (CET)", "UTC"); None when it names none."""
    names = load("calendar")["zones"]
    words = re.findall(r"(?<![^\W\d_])[A-Z]{2,5}(?![^\W\d_])", header)
    return next((names[word.lower()] for word in words if word.lower() in names), None)


@cache
def unit_of(header: str) -> tuple[str, Decimal, str] | None:
    """Unit, factor and role that a header states; None when it states none."""
    if header.lower().split()[-1:] == ["won"]:
        return None  # matches or seats more often than money
    for pattern in (_IN_BRACKETS, _BEHIND_IN, _KEY):
        match = pattern.search(header)
        if match is not None and (found := _read(match.group(1).strip())) is not None:
            return found
    return _of_parts(header) or _of_head(header)


def _of_head(header: str) -> tuple[str, Decimal, str] | None:
    """ "Hearing days", "Number of days": the last of a few words is a unit of time."""
    match = _SPELL.match(header)
    if match is None or set(match.group(1).lower().split()) & _WHICH:
        return None
    return _read(match.group(2).lower())


def _of_parts(header: str) -> tuple[str, Decimal, str] | None:
    """ "General fund, $ million", "Withdrawn, KR million", "Failed, %": a part that is a unit of money."""
    for match in _PART.finditer(header):
        found = _read(match.group(1))
        scaled = found is not None and found[2] == "cardinal"
        if found is not None and (scaled or found[2] in {"money", "percent"}):
            return found
    return None


def _read(phrase: str) -> tuple[str, Decimal, str] | None:
    """ "EUR million", "km", "%", "hours" as a unit; "bn crowns" as a scale."""
    factor = Decimal(1)
    rest = phrase
    for match in _SCALE_WORD.finditer(phrase.lower()):
        scale = scales().get(match.group(1)) or (
            _LETTERS.get(match.group(1)) if " " in phrase or not phrase[0].isalnum() else None
        )
        if scale is not None:
            factor, rest = factor * scale, (phrase[: match.start()] + phrase[match.end() :]).strip()
    if not rest:
        return None
    for text in (f"2 {rest.removeprefix('of ')}", f"{rest} 2"):
        found = read_quantities(text)
        value = found[0].value if len(found) == 1 else None
        if isinstance(value, Quantity) and value.unit != "1" and value.low == 2:
            return value.unit, factor, value.role
    return ("1", factor, "cardinal") if factor > 1 and _COUNTED.fullmatch(rest) else None


def _scaled(quantity: Quantity, unit: str, factor: Decimal, role: str) -> Quantity:
    def times(number: Decimal | None) -> Decimal | None:
        return None if number is None else number * factor

    interval = Interval(
        times(quantity.interval.low), times(quantity.interval.high), quantity.interval.open
    )
    return replace(
        quantity,
        low=times(quantity.low),
        high=times(quantity.high),
        unit=unit,
        noun=None,
        precision=quantity.precision * factor,
        interval=interval,
        role=role,
    )
