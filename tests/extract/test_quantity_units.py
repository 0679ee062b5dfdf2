"""Units that need a word beside them, products of units, powers, and lengths in months and days."""

from __future__ import annotations

import pytest

from twosource.extract.values import read_values
from twosource.model import Quantity

ROWS = [
    # text, (figure, unit) of each quantity
    ("It makes 30 mpg.", [("30", "[mi_i]/[gal_us]")]),
    ("It makes 40 miles to the gallon.", [("40", "[mi_i]/[gal_us]")]),
    ("a torque of 350 N m", [("350", "N.m")]),
    ("a torque of 350 Nm", [("350", "N.m")]),
    ("258 lb\u00b7ft of torque", [("258", "[lbf_av].[ft_i]")]),
    ("a pulse of 72 bpm", [("72", "{beat}/min")]),
    ("72 beats per minute", [("72", "{beat}/min")]),
    ("a 13 A fuse", [("13", "A")]),
    ("a current of 13A", [("13", "A")]),
    ("He has 3 A levels.", [("3", "1")]),
    ("a noise of 85 dBA", [("85", "dB")]),
    ("It cost 20p.", [("20", "{pence}")]),
    ("20p a litre", [("20", "{pence}/L")]),
    ("a 1080p screen for little money", []),  # lines of a picture
    ("see 20p", []),
    ("10^6 cells", [("1000000", "1")]),
    ("2^10 values", [("1024", "1")]),
    ("one hundred thirty-fifths", [("2.8571428571", "{fraction}")]),
    ("the one hundred thirty-fifth time", [("135", "1")]),
    ("2 years and 5 days", [("736", "d")]),
    ("5 years, 10 days after the fall", [("5", "a"), ("10", "d")]),
]


@pytest.mark.parametrize(("text", "wanted"), ROWS)
def test_figures_and_units(text: str, wanted: list[tuple[str, str]]) -> None:
    found = [
        (f"{mention.value.low:f}", mention.value.unit)
        for mention in read_values(text)
        if isinstance(mention.value, Quantity)
    ]
    assert found == wanted


def test_a_length_in_months_and_days() -> None:
    """It is told as written, in ISO 8601; months differ, so some days to either side are left."""
    (found,) = read_values("for 3 years, 2 months, 14 days and 16 hours")
    assert isinstance(found.value, Quantity)
    assert (found.value.iso, found.value.unit) == ("P3Y2M14DT16H", "h")
    low, high = found.value.interval.low, found.value.interval.high
    assert low is not None
    assert high is not None
    assert low <= (3 * 365 + 59 + 14) * 24 + 16 <= high
    assert low <= (3 * 365 + 1 + 62 + 14) * 24 + 16 <= high
