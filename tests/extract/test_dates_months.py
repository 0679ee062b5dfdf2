"""A number behind a month: the year, or what is counted."""

from __future__ import annotations

import pytest

from twosource.extract.values import read_values
from twosource.model import DateValue


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("In May 2019 people voted.", "2019-05"),
        ("The storm of May 2019 killed 40 people.", "2019-05"),
        ("The Torv fire of May 1866 killed about 40 people.", "1866-05"),
        ("The Torv flood of 1953 injured hundreds of people.", "1953"),
        ("In May 2000 people died.", "XXXX-05"),  # a round number may be a count
        ("In May 1450 people died.", "XXXX-05"),
        ("In May 300 people died.", "XXXX-05"),
    ],
)
def test_month_and_number(text: str, edtf: str) -> None:
    dates = [found.value for found in read_values(text) if isinstance(found.value, DateValue)]
    assert [value.edtf for value in dates] == [edtf]
