"""Texts that tell of times long before they were written, beside news."""

import pytest

from twosource.extract.dates import carry_date, read_dates

REFERENCE = "2009-12-19"

# sentences before, sentence, EDTF of its first date
STORIES = [
    (["On 5 August 1914, Germany attacked."], "On 7 August the forts fell.", "1914-08-07"),
    (["It was signed in 1921."], "On 7 August it was read out.", "2009-08-07"),
    (["It began in 1914 and failed in 1915.", "In 1916 it spread."], "In August it ended.", "1916-08"),
    (["A court met on Tuesday.", "It cited a law of 3 May 1998."], "It sat on 5 June.", "2009-06-05"),
    (["He was born on 3 March 1950."], "The funeral will be on 22 December.", "2009-12-22"),
    (["It opened on 3 December 2009."], "On 5 December it closed.", "2009-12-05"),
    (["On 5 August 1914, Germany attacked."], "Last year a book appeared.", "2008"),
]  # fmt: skip


@pytest.mark.parametrize(("before", "sentence", "edtf"), STORIES)
def test_history(before: list[str], sentence: str, edtf: str) -> None:
    """A date without a year belongs to the story when the text is a history."""
    carried: str | None = None
    for text in before:
        found = read_dates(text, reference=REFERENCE, previous=carried)
        carried = carry_date(found, carried, text=text, reference=REFERENCE)
    first = read_dates(sentence, reference=REFERENCE, previous=carried)[0]
    assert getattr(first.value, "edtf", None) == edtf


def test_balance_is_bounded() -> None:
    """The balance of news and history that is carried on stays small."""
    carried: str | None = None
    for _ in range(50):
        found = read_dates("It fell on 5 May 1914.", reference=REFERENCE)
        carried = carry_date(found, carried, text="It fell on 5 May 1914.", reference=REFERENCE)
    assert carried == "1914-05-05*-9"


@pytest.mark.parametrize("carried", ["*", "1914*x", "{,}*99999", "{1914}*-", "**"])
def test_foreign_state_is_harmless(carried: str) -> None:
    """What was not written by `carry_date` is read as far as it can be."""
    assert read_dates("It fell on 5 May 1914.", previous=carried)
