"""Clause borders: where a value stops taking its meaning from the words around it."""

from __future__ import annotations

import pytest

from twosource.extract.clauses import clause_numbers
from twosource.text import tokenize

CASES = [
    # sentence, clauses as word lists
    (
        "41 people were killed and more than 200 injured",
        ["41 people were killed", "and more than 200 injured"],
    ),
    ("The cheese and the milk were sold", ["The cheese and the milk were sold"]),
    ("It opened in 1998; it closed in 2003", ["It opened in 1998", "; it closed in 2003"]),
    ("The dairy, which employs 85, moved", ["The dairy , moved", "which employs 85 ,"]),
    (
        "On 7 May the ship, with 40 tonnes in her tanks, was detained",
        ["On 7 May the ship , was detained", "with 40 tonnes in her tanks ,"],
    ),
    ("On Sunday Ann Bell, 41, a baker, fell ill", ["On Sunday Ann Bell , 41 , a baker , fell ill"]),
    (  # both have a verb of their own
        "The ship sailed on 7 May, which pleased him, was held",
        ["The ship sailed on 7 May ,", "which pleased him ,", "was held"],
    ),
    ("The quake hit at 4:17 a.m.", ["The quake hit at 4 : 17 a.m."]),
    ("A girl was found after 61 hours", ["A girl was found after 61 hours"]),
    (  # what is inserted interrupts
        "The fair (2022-23) had 62 stalls",
        ["The fair had 62 stalls", "( 2022 - 23", ")"],
    ),
    (
        "The fair (then in Holm) had 62 stalls",
        ["The fair had 62 stalls", "( then in Holm", ")"],
    ),
    (
        "Its leaders – among them the chief – were held by the navy",
        ["Its leaders were held by the navy", "– among them the chief", "–"],
    ),
    ("Its leaders fled – two of them by sea", ["Its leaders fled", "– two of them by sea"]),
    ("He left after the group was founded", ["He left", "after the group was founded"]),
]


@pytest.mark.parametrize(("sentence", "expected"), CASES)
def test_clauses(sentence: str, expected: list[str]) -> None:
    """Marks and joining words divide; "and" only when both sides can stand alone."""
    tokens = tokenize(sentence)
    numbers = clause_numbers(tokens)
    clauses = [
        " ".join(token.form for token, number in zip(tokens, numbers, strict=True) if number == n)
        for n in range(max(numbers) + 1)
    ]
    assert clauses == expected
