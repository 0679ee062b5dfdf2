"""Numbers and quantities of prose: what is read, and what never is."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from twosource.extract.quantities import find_endless, read_quantities
from twosource.model import Quantity

CASES = [
    # text, low, high, unit, noun
    ("3,400 members", "3400", "3400", "1", "member"),
    ("1\u2009346 injured", "1346", "1346", "1", None),
    ("sixty-four patients were moved", "64", "64", "1", "patient"),
    ("two thousand three hundred men", "2300", "2300", "1", "man"),
    ("half a million people", "500000", "500000", "1", "person"),
    ("at least 41 people", "41", None, "1", "person"),
    ("up to 70 days", None, "70", "d", None),
    ("$9m", "9000000", "9000000", "USD", None),
    ("1.2M messages", "1200000", "1200000", "1", "message"),
    ("between 20 and 30 cars", "20", "30", "1", "car"),
    ("4–5 ms", "4", "5", "ms", None),
    ("80 percent", "80", "80", "%", None),
    ("four in five houses", "0.8", "0.8", "{fraction}", None),
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
        "a part called L9021",
        "#4127",
        "in 1963",
        "the 0800 555 0142 of it",
        "Tel. +44 20-7946-0018",
        "no one",
        "One such family came",
        "from this one can account for the loss",
    ],
)
def test_never_read(text: str) -> None:
    """Codes, versions, years and phone numbers count nothing."""
    assert read_quantities(text) == ()


NAMED = [
    # text, role, unit
    ("Batches L9021 and L9022 are affected", "identifier", "{id:L9021}"),
    ("issue TSA-2023-011", "identifier", "{id:TSA2023011}"),
    ("call 0800 555 0142 now", "identifier", "{id:08005550142}"),
    ("call 0800-555-0142 now", "identifier", "{id:08005550142}"),
    ("version 4.1.3", "version", "{version}"),
    ("It requires Java 17 or later", "version", "{version}"),
    ("a 2-1 win", "score", "{:1}"),
    ("outnumbered four-to-one", "score", "{:1}"),
    ("the bill passed by seven votes to two", "score", "{:2}"),
    ("the final ended 3-2", "score", "{:2}"),
    ("a famous four-nil in the cup", "score", "{:0}"),
    ("the 6-0 against Northam", "score", "{:0}"),
]


@pytest.mark.parametrize(("text", "role", "unit"), NAMED)
def test_own_kinds(text: str, role: str, unit: str) -> None:
    """Codes, versions and scores are values of their own kind, never counts."""
    value = read_quantities(text)[0].value
    assert isinstance(value, Quantity)
    assert (value.role, value.unit) == (role, unit)


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


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("9" * 41 + " men", 1),
        ("it is 1e999999 large", 1),
        ("it is 1e309", 1),
        ("3 × 10^999 of them", 1),
        ("3 × 10⁹⁹⁹ of them", 1),
        ("3 × 10^23 of them", 0),
        ("6.02e23 of them", 0),
        ("1,234,567.89 and 1e-9", 0),
    ],
)
def test_endless_figures_are_refused(text: str, found: int) -> None:
    """They are told of, and no value is read from them."""
    assert len(find_endless(text)) == found
    if found:
        assert all(len(str(m.value.low)) < 60 for m in read_quantities(text))
