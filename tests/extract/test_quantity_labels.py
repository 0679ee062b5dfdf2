"""Number words that name, amounts in brackets, lengths of one, lengths in two units."""

import pytest

from twosource.extract.values import read_values
from twosource.model import Quantity

LABELS = [
    # text, the figures read from it
    ("On day four of the hearing he spoke.", []),
    ("Stage three of the ride was flat.", []),
    ("In group five men were given more.", []),
    ("see chapter nine.", []),
    ("They reached Camp Two.", []),
    ("That day four miners were killed.", ["four"]),
    ("On the second day four miners died.", ["four"]),
    ("the team three men led", ["three"]),
    ("They want to build nine mills.", ["nine"]),
    ("Build nine mills.", ["nine"]),
    ("He won the match six times.", ["six times"]),
]
ACCOUNTS = [
    ("Net income was ($45.20).", ["-45.20 USD"]),
    ("Cash flow was $(3.5) million.", ["-3500000 USD"]),
    ("a net loss of $(3.5) million", ["3500000 USD"]),  # the loss is told, not its sign
    ("The fine ($45.20) was paid.", ["45.20 USD"]),
    ("It cost $45 ($52 abroad).", ["45 USD", "52 USD"]),
]
ONES = [
    ("a one second gap", ["PT1S"]),
    ("It was won by one second.", ["PT1S"]),
    ("a one second chance", ["PT1S"]),  # as anybody would read it
    ("in one second half", []),
    ("one second chance", []),
    ("a delay of one week", ["P1W"]),
    ("the one week he left", []),
    ("a one week strike", ["P1W"]),
    ("It took an hour and forty minutes.", ["PT100M"]),
    ("He served for a year and two months.", ["P14M"]),
    ("It took an hour and forty men.", ["PT1H"]),
    ("It took an hour and half.", ["PT90M"]),
    ("It took an hour and half the crew.", ["PT1H"]),
]


@pytest.mark.parametrize(("text", "wanted"), LABELS)
def test_number_words_that_name(text: str, wanted: list[str]) -> None:
    """A number word behind a label names its bearer, unless a word points to the label."""
    assert [text[m.start : m.end] for m in read_values(text) if is_quantity(m.value)] == wanted


@pytest.mark.parametrize(("text", "wanted"), ACCOUNTS)
def test_amounts_in_brackets(text: str, wanted: list[str]) -> None:
    """Brackets are a minus only where they cannot be an aside."""
    values = [m.value for m in read_values(text)]
    assert [f"{v.low:f} {v.unit}" for v in values if isinstance(v, Quantity)] == wanted


@pytest.mark.parametrize(("text", "wanted"), ONES)
def test_lengths_of_one(text: str, wanted: list[str]) -> None:
    """ISO 8601 duration of each length."""
    values = [m.value for m in read_values(text)]
    assert [v.iso for v in values if isinstance(v, Quantity) and v.iso] == wanted


def is_quantity(value: object) -> bool:
    return isinstance(value, Quantity)
