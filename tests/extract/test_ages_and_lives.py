"""Bare figures that are ages, births and deaths in brackets, days without their year."""

from __future__ import annotations

from pathlib import Path

import pytest
from helpers import run

from twosource.model import DateValue, Quantity

AGES = [
    # text, figure, is it an age
    ("The woman, 29, was in a truck.", "29", True),
    ("Rita Moura, the firefighter who died on Friday, was 31.", "31", True),
    ("The master, Einar Solbakk, 58, is among the survivors.", "58", True),
    ("The ferry, 29, was late.", "29", False),  # no person
    ("The woman, 29 miles away, saw it.", "29", False),
    ("He left home; he was twenty-four and had nothing.", "twenty-four", True),
    ("She won it in May. She was 29 when she won.", "29", True),
    ("He is 30 now and works in Holm.", "30", True),
    ("The play began. It was 29 when it stopped.", "29", False),  # a thing
    ("She was 12 points ahead.", "12", False),
    ("The turnout of women, 290, was low.", "290", False),  # nobody lives so long
    ("It was found in a fisherman of 34 who lived there.", "34", True),
    ("She met a lawyer of 51.", "51", True),
    ("A father of five who lived there was ill.", "five", False),  # he has five
    ("The captain of 23 in all was ill.", "23", False),  # he leads them
    ("He met the lawyers of 51 towns.", "51", False),
    ("Rita Moura was 31.", "31", True),
    ("The goalkeeper is 33.", "33", True),
    ("The dead were a nurse, Danica Orell (29), and a guest.", "29", True),
    ("The dead were counted twice; see the note (29) below.", "29", False),
    ("His sister, who lives in Holm, was 41.", "41", True),
    ("Rita Moura, who was nine when she found it, sang.", "nine", True),
    ("The driver was taken away; the boy, who had seen it, was nine.", "nine", True),
    ("The score of the driver was 33.", "33", False),
    ("The drivers, who met in Holm, were 41.", "41", False),  # so many
    ("The crew was 41.", "41", False),
    ("The youngest was six, the oldest ninety-one.", "ninety-one", True),
    ("The youngest was six, the oldest ninety-one times as rich.", "ninety-one", False),
    ("The keeper made his debut at seventeen and left at 39.", "seventeen", True),
    ("She became a mother at 19 and left.", "19", True),
    ("Rita Moura was fifty-seven and had milked since she was a girl.", "fifty-seven", True),
    ("Rita Moura, 29 when she walked in, was tried in May.", "29", True),
    ("Rita Moura, who had been 26 at the time, was tried in May.", "26", True),
    ("The captain, then 44, stayed on board.", "44", True),
    ("Rita Moura, now 88, lives in Holm.", "88", True),
    ("Rita Moura was only nineteen when she sailed.", "nineteen", True),
    ("He had been 45 at the time.", "45", True),
    ("She had just turned 30 when she won.", "30", True),
    ("The surgeon was sixty-two and near the end.", "sixty-two", True),
    ("Rita Moura was 3 and 2 down in Holm.", "3", False),
    ("The drivers, then 44, left.", "44", False),  # so many
    ("The team had been 12 at the time.", "12", False),
    ("The bridge, which fell in May, was 41.", "41", False),  # a thing
    ("Harbour Bank was 31.", "31", False),  # a body
    ("Rita Moura sang. Moura, 31, lives in Holm.", "31", True),  # named in full before
    ("Norway sang. Norway, 31, came second.", "31", False),  # a name of no known person
    ("| Name | Age |\n|---|---|\n| Rita Moura | 31 |", "31", True),
    ("| Name | Points |\n|---|---|\n| Rita Moura | 31 |", "31", False),
    ("Age at death: 31", "31", True),
    ("Age group: 31", "31", False),
]


@pytest.mark.parametrize(("text", "figure", "age"), AGES)
def test_ages(tmp_path: Path, text: str, figure: str, age: bool) -> None:
    """Only behind a person, or said of one, and only where no noun follows."""
    report = run(tmp_path, {"a.md": f"{text}\n"})
    roles = [
        a.value.role
        for a in report.assertions
        if isinstance(a.value, Quantity) and figure in a.text
    ]
    assert ("age" in roles) is age


def test_whose_age(tmp_path: Path) -> None:
    """What is said of a person between commas does not part the name from the age."""
    text = "Rita Moura, a retired nurse, 61, led Ada Holm, the mayor, home.\n"
    report = run(tmp_path, {"a.txt": text})
    assert {a.slot.subject for a in report.assertions if a.text == "61"} == {"Rita Moura"}


LIVES = [
    ("Pavel Dornau (1899-1969) was an engraver.", ["1899", "1969"]),
    ("Anna Holm (12 May 1890 – 3 June 1950) wrote it.", ["1890-05-12", "1950-06-03"]),
    ("Ilse Marenko (14 March 1903, Tarvik - 2 November 1987, Callen) wrote.", ["1903-03-14", "1987-11-02"]),
    ("Creator: Dornau, Pavel (1899–1969)", ["1899", "1969"]),  # as in a catalogue
    ("The Iron Act (1990-1993) failed.", []),  # too short for a life
    ("See Holm (1899-1969) for more.", []),  # a surname and years may be a book
]  # fmt: skip


@pytest.mark.parametrize(("text", "dates"), LIVES)
def test_lives(tmp_path: Path, text: str, dates: list[str]) -> None:
    """Birth first, then death, both of the person named before."""
    report = run(tmp_path, {"a.txt": f"{text}\n"})
    found = [
        (a.value.edtf, a.slot.attribute)
        for a in report.assertions
        if isinstance(a.value, DateValue) and a.slot.attribute in {"birth", "kill"}
    ]
    assert found == list(zip(dates, ("birth", "kill"), strict=False))


YEARS = [
    # what another source tells, the year of the day that this one tells
    ("The plant closed on 31 August 2024.", "2024-08-31"),
    ("The plant closed on 31 August 2024 and the pool on 31 August 2019.", "XXXX-08-31"),
    ("The plant closed on 30 August 2024.", "XXXX-08-31"),
]


@pytest.mark.parametrize(("other", "day"), YEARS)
def test_days_without_a_year(tmp_path: Path, other: str, day: str) -> None:
    """A day that the corpus tells with one year only is of that year."""
    report = run(
        tmp_path,
        {
            "a.txt": "The last shift at the plant ended on the 31st of August.\n",
            "b.txt": f"{other}\n",
        },
    )
    days = [
        a.value.edtf
        for a in report.assertions
        if a.source == "a" and isinstance(a.value, DateValue)
    ]
    assert days == [day]
