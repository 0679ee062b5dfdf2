"""Quotations, also those whose marks are missing or wrong."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from twosource.segment.quotations import find_quotations

CASES = [
    # text, quotations, left open
    ("He said “it is so” twice", ["it is so"], False),
    ('He said "it is so" and "no"', ["it is so", "no"], False),
    ("“It is,” he said, “so.”", ["It is,", "so."], False),
    ("author of ‘Saddam’s Army’ and the workers’ group", ["Saddam’s Army"], False),
    ("don't, '90s, the workers' group", [], False),
    ("“A “democracy” like it,” he says", ["A “democracy” like it,"], False),
    ("It is “so and", ["so and"], True),  # no end: to the end of the paragraph
    ('“A cult," one said. "It is."', ["A cult,", "It is."], False),  # marks of two kinds
    ('"A is. "B is," he said', ["A is.", "B is,"], False),  # a closing mark is missing
    ("said:”It must.”She left", ["It must."], False),  # opened with a closing mark
    ("the official said,” there is.", [" there is."], True),
    ("and so it is,” he left", [], False),
    ("«Oui» and „ja“", ["Oui", "ja"], False),
    ("", [], False),
]


@pytest.mark.parametrize(("text", "quoted", "left_open"), CASES)
def test_find_quotations(text: str, quoted: list[str], left_open: bool) -> None:
    """What stands between marks is quoted."""
    found, is_open = find_quotations(text)
    assert ([text[q.start : q.end] for q in found], is_open) == (quoted, left_open)


def test_going_on() -> None:
    """A quotation may go on in the next paragraph, when that closes it before opening one."""
    found, _ = find_quotations("It is so.” He left.", going_on=True)
    assert [(q.start, q.end, q.opens, q.closes) for q in found] == [(0, 9, False, True)]
    found, _ = find_quotations("“It is so.” He left.", going_on=True)
    assert [(q.start, q.opens) for q in found] == [(1, True)]


@given(st.text(alphabet="aB ,.“”\"'‘’«»„", max_size=50), st.booleans())
def test_quotations_are_apart(text: str, going_on: bool) -> None:
    """They lie in the text, in order, and never overlap."""
    found, _ = find_quotations(text, going_on=going_on)
    edges = [edge for q in found for edge in (q.start, q.end)]
    assert edges == sorted(edges)
    assert all(0 <= q.start < q.end <= len(text) for q in found)
