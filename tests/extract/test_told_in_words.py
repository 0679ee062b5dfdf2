"""What two words tell together: results, changes, hours of a day, the year of a deed."""

from __future__ import annotations

import pytest

from twosource.extract.values import read_values
from twosource.model import DateValue, Quantity, ValueMention

RESULTS = [
    # a falling pair behind a verb of voting, judging, winning
    ("The council voted fifteen to four in favour of the bypass.", ["15:4"]),
    ("The board voted 9 to 3 to dismiss the coach.", ["9:3"]),
    ("The judges ruled five to four that the law was void.", ["5:4"]),
    ("The visitors won four to three after extra time.", ["4:3"]),
    ("She beat the champion six to four in the last set.", ["6:4"]),
    ("Parliament rejected the treaty 211 to 174.", ["211:174"]),
    ("The panel decided, four to one, to close the school.", ["4:1"]),
    ("The jurors were split seven to five on the second count.", ["7:5"]),
    ("They lost three to four kilos.", ["3-4"]),  # a range rises
    ("They lost nine to 4 men.", ["9", "4"]),  # men are counted
    ("They won the race at ten to six.", ["05:50"]),  # when
    ("The firm won from 12 to 9 orders a year.", ["12", "9"]),
]

CHANGES = [
    # from one to another: two figures, and both count the same
    ("The clinic was enlarged from 80 to 120 beds.", ["80 bed", "120 bed"]),
    ("The league was reduced from twenty to 18 clubs.", ["20 club", "18 club"]),
    ("The zone was widened from five to seven kilometres.", ["5 km", "7 km"]),
    ("The runway was lengthened from 1,800 to 2,400 metres.", ["1800 m", "2400 m"]),
    ("The sentence was shortened from nine to six years.", ["9 a", "6 a"]),
    ("The staff was slashed from 300 to 120 people.", ["300 person", "120 person"]),
    ("The shop is open to groups from 80 to 120 persons.", ["80-120 person"]),
]

PHRASAL = [
    # the verb goes on in "over"
    ("The group turned over EUR 1,069m in 2021.", [None]),
    ("The bank handed over 12,000 files.", [None]),
    ("The car rolled over three times.", [None]),
    ("The firm carried over 40 million euros in losses.", [None]),
    ("The shop took over 300 orders.", ["more-than"]),
    ("The tanker spilled over 300 tonnes of oil.", ["more-than"]),
    ("It was turned into over 300 flats.", ["more-than"]),
]

HOURS = [
    ("The gates opened at eight on Monday morning.", "08:00"),
    ("Shortly after three on Friday afternoon the roof gave way.", "15:00"),
    ("The raid began at about four on Friday.", "04:00"),
    ("She landed at nine on 3 May.", "09:00"),
    ("The last bus left at 11 on Saturday night.", "11:00"),
    ("The fire was out by ten the next morning.", "10:00"),
    ("The pipe burst shortly after midnight on 3 May.", "00:00"),
    ("The index closed at 12 on Monday.", None),  # a level
    ("The toll stood at six on Tuesday.", None),
    ("The rate remained at eight on Friday.", None),
    ("The party ended at midnight on Friday.", None),  # of which day?
    ("They arrived by eight on most days.", None),
]

YEARS = [
    ("A fire in the laundry in 2009 killed two people.", ["2009"]),
    ("The collision in 2014 injured nine workers.", ["2014"]),
    ("The raid in 1985 wounded at least 40.", ["1985"]),
    ("The storm in 1987 killed a child.", ["1987"]),
    ("The raids resulted in 1985 injured.", []),  # so many
    ("The raids ended in 1985 wounded soldiers.", []),
]


def _told(mention: ValueMention) -> str:
    value = mention.value
    if isinstance(value, DateValue):
        return value.time or value.edtf
    low, high = value.low, value.high
    if value.unit.startswith("{:"):
        return f"{low}{value.unit[1:-1]}"
    figure = f"{low}" if low == high else f"{low}-{high}"
    thing = value.noun if value.unit == "1" else value.unit
    return f"{figure} {thing}" if thing else figure


@pytest.mark.parametrize(("text", "told"), RESULTS)
def test_results(text: str, told: list[str]) -> None:
    """Apart from units and nouns, which are not asked for here."""
    assert [_told(m).split()[0] for m in read_values(text) if "year" not in _told(m)][
        : len(told)
    ] == told


@pytest.mark.parametrize(("text", "told"), CHANGES)
def test_changes(text: str, told: list[str]) -> None:
    assert [_told(m) for m in read_values(text)] == told


@pytest.mark.parametrize(("text", "hedges"), PHRASAL)
def test_phrasal_verbs(text: str, hedges: list[str | None]) -> None:
    found = [m.value.hedge for m in read_values(text) if isinstance(m.value, Quantity)]
    assert found == hedges


@pytest.mark.parametrize(("text", "time"), HOURS)
def test_hours_of_a_day(text: str, time: str | None) -> None:
    dates = [
        m.value for m in read_values(text, reference="2020-05-10") if isinstance(m.value, DateValue)
    ]
    assert next((date.time for date in dates if date.time), None) == time


@pytest.mark.parametrize(("text", "years"), YEARS)
def test_the_year_of_a_deed(text: str, years: list[str]) -> None:
    assert [m.value.edtf for m in read_values(text) if isinstance(m.value, DateValue)] == years
