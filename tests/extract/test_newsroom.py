"""Sentences of newsrooms with every value a careful reader would note down, and no other.

The rows stand in newsroom.toml, by desk and date of writing. A value is written {words|reading}:
its bound or hedge, what it is worth (an ISO 8601 length for times and ages), its unit, and
`#noun` where something is counted; a date is its EDTF. What is not in braces is no value.
"""

from __future__ import annotations

import re
import tomllib
from decimal import Decimal
from pathlib import Path

import pytest

from twosource.extract.values import read_values
from twosource.model import DateValue, Quantity

_ROWS = tomllib.loads(Path(__file__).with_suffix(".toml").with_stem("newsroom").read_text("utf-8"))
_VALUE = re.compile(r"\{([^{}|]*)\|[^{}]*(?:\{[^{}]*\})?[^{}]*\}")


def _digits(value: Decimal) -> str:
    whole, _, part = f"{value.normalize():f}".partition(".")
    return f"{whole}.{part[:4]}" if part else whole


def _amount(value: Quantity) -> str:
    known = [_digits(end) for end in (value.low, value.high) if end is not None]
    return "..".join(dict.fromkeys(known))


def _quantity(value: Quantity) -> list[str]:
    parts = [value.role] if value.role in {"age", "score", "version", "ordinal"} else []
    parts += [value.hedge] if value.hedge else []
    if value.role in {"duration", "age"} and value.iso:
        return [*parts, value.iso]
    parts.append(_amount(value) or value.role)
    parts += [value.unit] if value.unit not in {"1", "{fraction}"} else []
    return [*parts, f"#{value.noun}"] if value.noun else parts


def _reading(value: object) -> str:
    if isinstance(value, Quantity):
        return " ".join(_quantity(value))
    assert isinstance(value, DateValue)
    time = f"T{value.time}" if value.time else ""
    return " ".join([(value.edtf or "-") + time, *([value.hedge] if value.hedge else [])])


def _marked(text: str, day: str) -> str:
    """The text with its values in braces."""
    done, at = "", 0
    for mention in read_values(text, reference=day):
        words, reading = text[mention.start : mention.end], _reading(mention.value)
        done += f"{text[at : mention.start]}{{{words}|{reading}}}"
        at = mention.end
    return done + text[at:]


@pytest.mark.parametrize(
    ("day", "row"),
    [(desk["day"], row) for desk in _ROWS["desk"] for row in desk["rows"].strip().splitlines()],
)
def test_newsroom(day, row):
    """Every value of the sentence is read as written down, and nothing else is one."""
    assert _marked(_VALUE.sub(r"\1", row), day) == row
