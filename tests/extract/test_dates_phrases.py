"""Named days, years in words, and the tense that places a date without a year."""

import pytest

from twosource.extract.dates import read_dates
from twosource.extract.dates.calendar import from_number
from twosource.extract.dates.holidays import easter, holiday_day, holidays
from twosource.extract.values import read_values
from twosource.model import Kind

REFERENCE = "2016-11-07"  # a Monday

READ = [
    ("in June of nineteen ninety nine", "1999-06"),
    ("It was built in two thousand and five.", "2005"),
    ("one in seventeen hundred and eighty nine", None),
    ("in one thousand seven hundred and eighty nine", "1789"),
    ("on the tenth of September, two thousand", "2000-09-10"),
    ("the third quarter of two thousand and twenty", "2020-35"),
    ("by nineteen forty-five, he had gone", "../1945"),
    ("in two thousand and twenty homes", None),
    ("a total of two thousand and twenty.", None),
    ("by ten thirty", None),
    ("in a thousand and one nights", None),
    ("Easter 2018", "2018-04-01"),
    ("Good Friday 2023", "2023-04-07"),
    ("home by Christmas 2007", "../2007-12-25"),
    ("New Year's Eve 1999", "1999-12-31"),
    ("Labor Day of 2014", "2014-09-01"),
    ("Memorial Day 2015", "2015-05-25"),
    ("Cyber Monday 2015", "2015-11-30"),
    ("last Christmas", "2015-12-25"),
    ("He called on Christmas Eve.", "2015-12-24"),
    ("He will call on Christmas Eve.", "2016-12-24"),
    ("the Christmas offensive", None),
    ("Easter Island", None),
    ("the Easter Rising", None),
    ("Independence Day", None),  # of which country?
    ("a 1:1 meeting on 14 nov", "2016-11-14"),
    ("it may 14 times", None),
    ("born on twenty five January nineteen eighty six", "1986-01-25"),
    ("on Sunday January twenty one two thousand and eighteen", "2018-01-21"),
    ("I go back May twenty-nine.", "2016-05-29"),
    ("In May twenty-nine people fell.", "2016-05"),
    ("It was the last Easter.", "2016-03-27"),
    ("the week of the 18th", "2016-11-14/2016-11-20"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "edtf"), READ)
def test_phrases(text: str, edtf: str | None) -> None:
    """Words that make a date together are read together."""
    values = [
        getattr(mention.value, "edtf", None) for mention in read_dates(text, reference=REFERENCE)
    ]
    assert values == ([] if edtf is None else [edtf])


TENSES = [
    ("The vote was held on 20 December.", "2015-12-20"),
    ("The vote will be held on 20 October.", "2017-10-20"),
    ("The vote: 20 December", "2016-12-20"),
    ("The vote was due to be held on 20 December.", "2016-12-20"),
    ("They called for a march on 20 November.", "2016-11-20"),
    ("In March it rained", "2016-03"),
    ("Thursday, 12 May", "2016-05-12"),
    ("Fri, Jul 18", "2014-07-18"),  # the nearest year in which it is one
    ("It met on Friday the 11th.", "2016-03-11"),
    ("Friday the 11th", "2016-11-11"),
    ("It met on the 20th.", "2016-10-20"),
    ("It meets on the 20th.", "2016-11-20"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "edtf"), TENSES)
def test_tense(text: str, edtf: str) -> None:
    """A verb, or the weekday, decides the year."""
    value = read_dates(text, reference=REFERENCE)[0].value
    assert getattr(value, "edtf", None) == edtf


@pytest.mark.parametrize(
    ("year", "month", "day"),
    [(1818, 3, 22), (1943, 4, 25), (1961, 4, 2), (2000, 4, 23), (2008, 3, 23), (2038, 4, 25)],
)
def test_easter(year: int, month: int, day: int) -> None:
    """Known Sundays, the earliest and the latest among them."""
    assert from_number(easter(year)) == (year, month, day)


def test_every_holiday_has_a_day() -> None:
    """Every entry of the lexicon names a day of the year asked for."""
    for name in holidays():
        assert from_number(holiday_day(name, 2020))[0] == 2020


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("A treaty of 1967 obliges Tarvia to let the water through.", ["1967"]),
        ("The law of 1998 requires a permit.", ["1998"]),
        ("A herd of 1967 cows came by.", []),
        ("A strike of 1900 workers began.", []),
    ],
)
def test_what_is_named_by_its_year(text: str, years: list[str]) -> None:
    """ "The treaty of 1967": the number counts nothing, whatever word follows."""
    assert [v.value.edtf for v in read_values(text) if v.kind is Kind.DATE] == years
