"""Which two dates that can be one share a beginning or an end."""

from __future__ import annotations

import pytest

from twosource.extract.values import read_values
from twosource.match.edges import name_one, share_an_edge
from twosource.model import DateValue


def date(text: str) -> DateValue:
    """The one date of a text."""
    return next(
        item.value
        for item in read_values(text, reference="2021-12-05")
        if isinstance(item.value, DateValue)
    )


@pytest.mark.parametrize(
    ("one", "two", "expected"),
    [
        ("since June 2019", "since 2019", True),
        ("since June 2019", "in 2019", True),
        ("since 1965", "in 1987", False),  # the two meet, and that is all
        ("from 1965 to 1992", "17 October 1965", True),
        ("from 1965 to 1992", "in May 1992", True),
        ("from 1965 to 1992", "in 1971", False),
        ("from 1965 to 1992", "since 1965", True),
        ("from 1965 to 1992", "since 1970", False),
        ("until 2029", "8 September 2029", True),
        ("until 2029", "8 September 2025", False),
        ("in 1194 or 1193 BC", "in 1194 BC", True),
        ("between 1300 and 1100 BC", "in 1194 BC", False),
        ("at 02:41", "at about 2:40 a.m.", True),
        ("in 1965", "on 17 October 1965", True),
    ],
)
def test_edges(one: str, two: str, *, expected: bool) -> None:
    assert share_an_edge(date(one), date(two)) is expected
    assert share_an_edge(date(two), date(one)) is expected


@pytest.mark.parametrize(
    ("one", "two", "expected"),
    [
        ("since 1979", "in 1979", True),
        ("since 19 May 2015", "on 19 May 2015", True),
        ("until 2029", "in 2029", True),
        ("since 1979", "in May 1979", False),  # the one is in the other
        ("since 1979", "until 1979", False),
        ("since 1979", "about 1979", False),
        ("after 1979", "in 1979", False),
        ("before 1979", "in 1979", False),
        ("from 1965 to 1979", "in 1979", False),
        ("at 20:47", "at thirteen minutes to nine", True),
        ("at 20:45", "at thirteen minutes to nine", False),
        ("at 20:47", "at 8.47 p.m.", False),
        ("in 1979", "in 1979", False),  # of equal ones nobody asks
    ],
)
def test_one_date_and_what_has_lasted_since(one: str, two: str, *, expected: bool) -> None:
    assert name_one(date(one), date(two)) is expected
    assert name_one(date(two), date(one)) is expected
