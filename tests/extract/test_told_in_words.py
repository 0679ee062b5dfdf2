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

SINGLES = [
    # counted without a number
    ("The mayor was fined twice.", ["2 {times}"]),
    ("He won twice in Harn, and she won three times.", ["2 {times}", "3 {times}"]),
    ("The storm claimed a life.", ["1 life"]),
    ("He was the only person killed.", ["1 person"]),
    ("She is the only survivor.", ["1 survivor"]),
    ("The sole passenger to survive was a child.", ["1 passenger"]),
    ("Both engines failed.", ["2 engine"]),
    ("The strike shut both of the filling lines.", ["2 line"]),
    ("It is twice the size of Harn, and twice as old.", []),
    ("She trains twice a week.", []),
    ("He was the only man in the village.", []),
    ("She leads a life of ease.", []),
    ("Both sides agreed, and both Harn and Kalme signed.", []),
    ("Both men and women were hired.", []),
]

BOUNDS = [
    # what was never passed
    ("The level was never above 1.1.", (None, "1.1")),
    ("The river never fell below 3.4 metres.", ("3.4", None)),
    ("The fine is not over 300 euros.", (None, "300")),
    ("It did not rise above 30 degrees.", (None, "30")),
    ("The rate has never exceeded 4 percent.", (None, "4")),
    ("It never once dropped below 12 knots.", ("12", None)),
    ("The river rose above 3.4 metres.", ("3.4", None)),
    ("It is not known if over 300 came.", ("300", None)),
]

PREFIXED = [
    ("The book costs Kr 39.90.", "{crown}"),
    ("A ticket is kr. 250 at the door.", "{crown}"),
    ("Rice sells at Rs. 1,200 a sack.", "INR"),
    ("The ring cost Fr. 12 in 1890.", "{franc}"),
    ("The ferry costs Kč 45.", "CZK"),
    ("A bowl costs Rp 20,000.", "IDR"),
    ("A ride costs KSh 300.", "KES"),
    ("Cabin Br 300 was empty.", None),
]

SHARES = [
    ("Six litres out of every ten are used again.", "0.6"),
    ("Two of every five homes lack water.", "0.4"),
    ("Four flights in every hundred were late.", "0.04"),
    ("It rained in three of every five years.", None),
    ("He lost in round seven in 34 moves.", None),
]

CODES = [
    ("By Decree No. 118 the state of emergency was declared.", "{id:118}"),
    ("He was held under Decree 118.", "{id:118}"),
    ("Resolution 2334 was adopted.", "{id:2334}"),
    ("Regulation 12/2019 bans the nets.", "{id:122019}"),
    ("The case is ICU-EC 2022/17.", "{id:ICUEC202217}"),
    ("The court heard case 118 times.", None),
    ("The order of 118 pumps was late.", None),
    ("Acts 118 years old were burned.", None),
]

SIZES = [
    # a word that names by number elsewhere ("hole 18") does not before a measure
    ("The stone lay in a hole 30 cm deep.", "30 cm"),
    ("A shaft 40 m deep was found.", "40 m"),
    ("She won at hole 18.", None),
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


@pytest.mark.parametrize(("text", "told"), SINGLES)
def test_counts_without_a_number(text: str, told: list[str]) -> None:
    assert [_told(m) for m in read_values(text)] == told


@pytest.mark.parametrize(("text", "bounds"), BOUNDS)
def test_what_was_never_passed(text: str, bounds: tuple[str | None, str | None]) -> None:
    (value,) = [m.value for m in read_values(text) if isinstance(m.value, Quantity)]
    assert tuple(None if end is None else str(end) for end in (value.low, value.high)) == bounds


@pytest.mark.parametrize(("text", "unit"), PREFIXED)
def test_money_before_its_amount(text: str, unit: str | None) -> None:
    money = [m.value.unit for m in read_values(text) if getattr(m.value, "role", "") == "money"]
    assert [unit.partition("/")[0] for unit in money] == ([] if unit is None else [unit])


@pytest.mark.parametrize(("text", "share"), SHARES)
def test_so_many_of_every_ten(text: str, share: str | None) -> None:
    found = [m.value for m in read_values(text) if getattr(m.value, "unit", "") == "{fraction}"]
    assert [f"{float(value.low or 0):g}" for value in found] == ([] if share is None else [share])  # type: ignore[union-attr]


@pytest.mark.parametrize(("text", "code"), CODES)
def test_numbered_acts(text: str, code: str | None) -> None:
    found = [
        m.value.unit for m in read_values(text) if getattr(m.value, "role", "") == "identifier"
    ]
    assert found == ([] if code is None else [code])  # type: ignore[union-attr]


@pytest.mark.parametrize(("text", "size"), SIZES)
def test_size_behind_a_label(text: str, size: str | None) -> None:
    assert [_told(m) for m in read_values(text)] == ([] if size is None else [size])
