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
    ("It took 5 fortnights.", [("10", "wk")]),
    # what stands below the line, with its power
    ("a pull of 9.8 m/s2", [("9.8", "m/s2")]),
    ("a pull of 9.8 m/s^2", [("9.8", "m/s2")]),
    ("a pull of 9.8 m s-2", [("9.8", "m/s2")]),
    ("a pull of 9.8 metres per second squared", [("9.8", "m/s2")]),
    ("a pull of 9.8 m per second per second", [("9.8", "m/s2")]),
    ("a speed of 9.8 m/s", [("9.8", "m/s")]),
    ("10 kg\u00b7m-3 of dust", [("10", "kg/m3")]),
    ("at 50 s-1", [("50", "/s")]),
    ("4.2 kJ/(kg K)", [("4.2", "kJ/kg/K")]),
    ("5 cents per kilowatt hour", [("5", "{cent}/kW.h")]),
    ("5 cents per kilowatt", [("5", "{cent}/kW")]),
    ("3.5 kg\u00b7m/s", [("3.5", "kg.m/s")]),
    # one unit, not its first word
    ("a torque of 30 foot-pounds", [("30", "[lbf_av].[ft_i]")]),
    ("40,000 acre-feet of water", [("40000", "[acr_us].[ft_us]")]),
    ("a thrust of 4 pounds-force", [("4", "[lbf_av]")]),
    ("6 fl. oz. of milk", [("6", "[foz_us]")]),
    ("12 cubic inches", [("12", "[cin_i]")]),
    ("It takes 4,500 tpd.", [("4500", "t/d")]),
    # names that are units in small letters only
    ("a 3 tesla magnet", [("3", "T")]),
    ("They sold 500 Tesla cars.", [("500", "1")]),
    ("about ten km away", [("10", "km")]),
    ("It is two in all.", [("2", "1")]),
    # a plus behind the figure
    ("10+ km of road", [("10", "km")]),
    ("3+ million people", [("3000000", "1")]),
    ("$10+ million", [("10000000", "USD")]),
    ("5+ decades", [("50", "a")]),
    ("2-1/2 inches", [("2.5", "[in_i]")]),
    ("ring 2-11/3-4", []),
    ("It rained for twenty and four hours.", [("24", "h")]),
    ("It rained twenty and four hours respectively.", [("20", "1"), ("4", "h")]),
    ("at sites of twenty and four years", [("20", "1"), ("4", "a")]),
    # what is measured stands between the lines
    ("It emits 40 tons of CO2 per year.", [("40", "[ston_av]/a")]),
    ("200 litres of water per person per day", [("200", "L/{person}/d")]),
    ("It emits 40 tons of gas.", [("40", "[ston_av]")]),
    ("a box of 6 x 4 x 3 cm", [("6", "cm"), ("4", "cm"), ("3", "cm")]),
    ("He is 5'11 tall.", [("71", "[in_i]")]),
    ("at 5 lb/in2", [("5", "[lb_av]/[sin_i]")]),
    # zero
    ("The rate was zero.", [("0", "1")]),
    ("Zero is even.", [("0", "1")]),
    ("They tried to zero in on him.", []),
    ("a policy of zero tolerance", []),
    ("It fell on ground zero.", []),
    ("cooled to absolute zero", [("0", "K")]),
    ("2 K above absolute zero", [("2", "K")]),
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


@pytest.mark.parametrize("text", ["$3-5m", "$3m-5m", "\u20ac3-5m", "\u00a33m-\u00a35m"])
def test_one_letter_stands_for_both_ends(text: str) -> None:
    (found,) = read_values(f"It cost {text}.")
    assert isinstance(found.value, Quantity)
    assert (found.value.low, found.value.high) == (3_000_000, 5_000_000)


@pytest.mark.parametrize("text", ["10+ km", "3+ million people", "$10+ million", "5+ years"])
def test_a_plus_bounds_from_below(text: str) -> None:
    (found,) = read_values(text)
    assert isinstance(found.value, Quantity)
    assert (found.value.hedge, found.value.high) == ("at-least", None)


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
