"""Dates and quantities of a sentence, side by side."""

from __future__ import annotations

from itertools import pairwise

import pytest

from twosource.extract.values import read_values
from twosource.model import Kind

CASES = [
    # text, kinds with words
    ("In 1990, 45 people fled.", [(Kind.DATE, "1990"), (Kind.QUANTITY, "45 people")]),
    ("16 years later", [(Kind.QUANTITY, "16 years")]),  # nothing to count from: a length
    ("On 4 March 2019 it fell.", [(Kind.DATE, "4 March 2019")]),  # 4 is no quantity
]


@pytest.mark.parametrize(("text", "values"), CASES)
def test_read_values(text: str, values: list[tuple[Kind, str]]) -> None:
    """Dates are read first; no character belongs to two values."""
    found = read_values(text)
    assert [mention.kind for mention in found] == [kind for kind, _ in values]
    for mention, (_, words) in zip(found, values, strict=True):
        assert (
            words in text[mention.start : mention.end] or text[mention.start : mention.end] in words
        )


def test_a_length_with_an_anchor_is_a_date() -> None:
    """ "16 years later" can be placed once a date stands before it."""
    (mention,) = read_values("16 years later", previous="1963")
    assert mention.kind is Kind.DATE


@pytest.mark.parametrize(
    "text", ["", "no values here", "In 2003, 3,400 members of 72 units left on 5 May."]
)
def test_values_do_not_overlap(text: str) -> None:
    """Mentions are sorted and apart."""
    found = read_values(text, reference="2012-08-16")
    assert all(left.end <= right.start for left, right in pairwise(found))
