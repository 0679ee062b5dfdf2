"""What stands beside a value, what sort it is, and whether it has a rival, weigh a pair."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[1]))
from helpers import run

from twosource.match.explain import explain_two

CASES = [
    # first source, its value, second source, its value, field, level (None: no such field)
    (  # the sentences share another figure
        "The court sat on eleven days and heard 412 people.",
        "eleven days",
        "After eleven days and 412 people it rose.",
        "eleven days",
        ("company", "one"),
    ),
    (
        "The court sat on eleven days and heard 412 people.",
        "eleven days",
        "After eleven days and 309 people it rose.",
        "eleven days",
        ("company", "none"),
    ),
    (  # two of one value are no company
        "Eleven ships and eleven boats came.",
        "Eleven",
        "There were eleven of them.",
        "eleven",
        ("company", "none"),
    ),
    (  # values that exclude each other are told by the slot alone
        "The court sat on eleven days and heard 412 people.",
        "eleven days",
        "After twelve days and 412 people it rose.",
        "twelve days",
        ("company", None),
    ),
    (
        "The bridge cost 4.2 million dollars.",
        "4.2 million dollars",
        "Norsund paid $4.2 million.",
        "$4.2 million",
        ("sort", "money"),
    ),
    ("A pole of 14.6 metres.", "14.6 metres", "It is 14.6 m tall.", "14.6 m", ("sort", "measure")),
    ("They saw 212 geese.", "212", "She counted 212 geese.", "212", ("sort", "cardinal")),
    ("They saw 212 geese.", "212", "She counted 218 geese.", "218", ("sort", None)),
    (  # a year that neither tells a second time
        "The pond was a meadow in 1974.",
        "1974",
        "Tarrow had a mill in 1974.",
        "1974",
        ("loose", "alone"),
    ),
    (
        "The pond was a meadow in 1974.",
        "1974",
        "Tarrow had a mill in 1974. Ove Lind was a boy in 1974.",
        "1974",
        ("loose", "unsaid"),
    ),
    (  # one of them says only that something was counted
        "The village counted 212 houses.",
        "212",
        "A storm destroyed 212 houses.",
        "212",
        ("sense", "vague"),
    ),
    (
        "They built 212 houses.",
        "212",
        "A storm destroyed 212 houses.",
        "212",
        ("sense", "rival"),
    ),
    (  # two properties, and two happenings
        "They sold it at a price of $412.",
        "$412",
        "He was arrested over a debt of $412.",
        "$412",
        ("measure", "different"),
    ),
    (
        "Its price is $412.",
        "$412",
        "The debt is $412.",
        "$412",
        ("measure", "other"),
    ),
    (  # a day that each tells once, whatever is said to have happened
        "The mill burned down on 4 May 1921.",
        "4 May 1921",
        "On 4 May 1921 Ove Lind was away.",
        "4 May 1921",
        ("lone", "date"),
    ),
    (
        "The mill burned down on 4 May 1921.",
        "4 May 1921",
        "On 4 May 1921 Ove Lind was away. Elsa was born on 4 May 1921.",
        "4 May 1921",
        ("lone", None),
    ),
    (  # what must be paid is what was imposed, when it is one figure
        "A fine of 8.5 million marks was imposed.",
        "8.5 million",
        "Norsund must pay 8.5 million marks.",
        "8.5 million",
        ("qualifiers", "none"),
    ),
    (
        "A fine of 8.5 million marks was imposed.",
        "8.5 million",
        "Norsund must pay 9.5 million marks.",
        "9.5 million",
        ("qualifiers", "rival"),
    ),
    (  # a count of a set that is known already
        "The 46 sheep were shorn.",
        "46",
        "There were 46 animals.",
        "46",
        ("known", "either"),
    ),
    ("Some 46 sheep were shorn.", "Some 46", "There were 46 animals.", "46", ("known", None)),
    ("They shore 46 sheep.", "46", "There were 46 animals.", "46", ("known", "none")),
    ("The 6 sheep were shorn.", "6", "There were 6 animals.", "6", ("known", "none")),
]


@pytest.mark.parametrize(("one", "first", "two", "second", "told"), CASES)
def test_field(
    one: str, first: str, two: str, second: str, told: tuple[str, str | None], tmp_path: Path
) -> None:
    """Each field answers the same in either order."""
    report = run(tmp_path, {"a.txt": one + "\n", "b.txt": two + "\n"})
    left, right = (
        next(
            item
            for item in report.assertions
            if item.text == text and Path(item.source).stem == name
        )
        for text, name in ((first, "a"), (second, "b"))
    )
    for pair in ((left, right), (right, left)):
        fields = explain_two(report.assertions, report.sources, *pair).fields
        levels = {name: level for name, level, _ in fields}
        assert levels.get(told[0]) == told[1]
