"""Numbers and quantities of prose: what is read, and what never is."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from twosource.extract.figures import read_quantities

CASES = [
    # text, low, high, unit, noun
    ("3,400 members", "3400", "3400", "1", "member"),
    ("1\u2009346 injured", "1346", "1346", "1", None),
    ("sixty-four patients were moved", "64", "64", "1", "patient"),
    ("two thousand three hundred men", "2300", "2300", "1", "man"),
    ("half a million people", "500000", "500000", "1", "people"),
    ("at least 41 people", "41", None, "1", "people"),
    ("up to 70 days", None, "70", "d", None),
    ("$9m", "9000000", "9000000", "USD", None),
    ("1.2M messages", "1200000", "1200000", "1", "message"),
    ("between 20 and 30 cars", "20", "30", "1", "car"),
    ("4–5 ms", "4", "5", "ms", None),
    ("80 percent", "80", "80", "%", None),
    ("four in five houses", "80", "80", "%", None),
    ("300 MB per hour", "300", "300", "MBy/h", None),
    ("16 MiB", "16", "16", "MiBy", None),
    ("2,300+ teams", "2300", None, "1", "team"),
]


@pytest.mark.parametrize(("text", "low", "high", "unit", "noun"), CASES)
def test_read(text: str, low: str | None, high: str | None, unit: str, noun: str | None) -> None:
    """Value, bound, unit and counted noun of the one figure."""
    (found,) = read_quantities(text)
    value = found.value
    want = [None if side is None else Decimal(side) for side in (low, high)]
    assert [value.low, value.high] == want
    assert value.unit == unit
    if noun is not None:
        assert value.noun == noun


@pytest.mark.parametrize(
    "text",
    [
        "batch L9021",
        "issue TSA-2023-011",
        "#4127",
        "in 1963",
        "version 4.1.3",
        "0800 555 0142 is it"[:4],
        "no one",
    ],
)
def test_never_read(text: str) -> None:
    """Codes, versions, years and phone numbers count nothing."""
    assert read_quantities(text) == ()


@given(st.text(max_size=200))
def test_spans_hold(text: str) -> None:
    """Any text: no crash, spans inside the text, in order, without overlap."""
    end = 0
    for mention in read_quantities(text):
        assert end <= mention.start < mention.end <= len(text)
        end = mention.end


@pytest.mark.parametrize(
    "text", ["9" * 20_000, "1," * 20_000, "million " * 5_000, "(1" * 9_000, "one-" * 9_000]
)
def test_hostile(text: str) -> None:
    """Long runs end quickly and never give a wrong giant."""
    assert all(len(str(m.value.low or 0)) < 60 for m in read_quantities(text))
