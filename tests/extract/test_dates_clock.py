"""Hours told in words, hours that share "a.m.", and four digits that are a time."""

import pytest

from twosource.extract.dates import read_dates
from twosource.extract.values import read_values
from twosource.model import DateValue

REFERENCE = "2016-11-07"  # a Monday
CLOCKS = [
    # text, times
    ("At seventeen minutes to eight in the morning it stopped.", ["07:43"]),
    ("It struck 20 minutes past three in the afternoon.", ["15:20"]),
    ("It struck twenty-five minutes past three.", ["03:25"]),  # of which half of the day?
    ("at 25 minutes past 3pm", ["15:25"]),
    ("It began at about ten to four in the morning.", ["03:50"]),
    ("It began at ten to four.", ["03:50"]),
    ("It began at about ten to four.", []),  # or a range
    ("It was put at five to ten.", []),  # an estimate
    ("at five to ten percent", []),
    ("All was well since five past two.", ["02:05"]),
    ("five past presidents", []),
    ("They rang at five to ten at night.", ["21:55"]),
    ("at nine o'clock at night", ["21:00"]),
    ("It was over shortly after three in the afternoon.", ["15:00"]),
    ("The doors opened at ten in the morning.", ["10:00"]),
    ("They arrested five in the morning.", []),  # so many
    ("It came to grief shortly before six, in the fog.", ["06:00"]),
    ("shortly after three others had died", []),
    ("They met just before one of the trains.", []),
    ("at ten to four men in the morning", []),
    ("from ten to four in the morning", []),
    ("open 08:15-09:40", ["08:15", "09:40"]),
    ("at 08:15 UTC-05:00 it shut", ["08:15"]),
    ("at 08:15+02:00", ["08:15"]),
    ("The ride was cut from twelve minutes to five.", []),
    ("The ride fell by twelve minutes to five.", []),
    ("Doors opened between 9 and 10 p.m.", ["21:00", "22:00"]),
    ("open 8-10 a.m.", ["08:00", "10:00"]),
    ("from 11:30 to 1 p.m.", ["11:30", "13:00"]),
    ("from 1:45 to 3 pm", ["13:45", "15:00"]),
    ("from 10 until 12 p.m.", ["10:00", "12:00"]),
    ("a wait of 9 to 10 people", []),
    ("at 0730 hours", ["07:30"]),
    ("at 1930 hours", ["19:30"]),
    ("after 1930 hours of work", []),
    ("at 07.30 local time", ["07:30"]),
    ("The pump failed at 3:40 in the afternoon.", ["15:40"]),
    ("The pump failed at 8.15 in the evening.", ["20:15"]),
    ("The ward was full at 9:30 at night.", ["21:30"]),
    ("The ward was full at 1:10 at night.", ["01:10"]),
    ("The ward was full at 12:20 in the morning.", ["00:20"]),
    ("It sailed at 7:50 on Saturday evening.", ["19:50", None]),
    ("It sailed at 4:20 yesterday afternoon.", ["16:20", None]),
    ("It sailed at 7:50 the next morning.", ["07:50", None]),
    ("It rang at 15:40 in the afternoon.", ["15:40"]),  # a clock of 24 hours
    ("The flight left at twenty past nine that night.", ["21:20", None]),
    ("It rang at ten past two last night.", ["02:10", None]),
    ("It was ten to eleven when the whistle went.", ["10:50"]),
    ("It was twenty to four.", ["03:40"]),
    ("It was ten to four.", []),  # a vote, perhaps
    ("It was ten to eleven people a day.", []),
    ("The line went dead soon after midnight.", ["00:00"]),
    ("Not long past midnight the line went dead.", ["00:00"]),
    ("The line went dead at some time past midnight.", []),
    ("a mass of 07.30 tonnes", []),
    ("It was sent at 7.40 on Monday.", ["07:40", None]),
    ("It was sold at 7.40 this year.", [None]),
    ("It closed at 7.40 francs on Monday.", [None]),
]


@pytest.mark.parametrize(("text", "times"), CLOCKS)
def test_clocks(text: str, times: list[str | None]) -> None:
    """The times of a text, None where the half of the day stays open."""
    found = [item.value for item in read_dates(text, reference=REFERENCE)]
    assert [value.time for value in found if isinstance(value, DateValue)] == times


def test_hours_share_the_day_behind_them() -> None:
    """ "9 to 11 a.m. on 5 May": both are of that day."""
    found = read_dates("It shut from 9 to 11 a.m. on 5 May 2014.", reference=REFERENCE)
    days = [item.value.edtf for item in found if isinstance(item.value, DateValue)]
    assert days == ["2014-05-05"] * 3


def test_an_hour_beside_a_month_is_of_no_known_day() -> None:
    """ "In May 2014 he rose at 5 am" is not told of the day of writing."""
    found = read_dates("In May 2014 he rose at 5 am.", reference=REFERENCE)
    assert [item.value.edtf for item in found if isinstance(item.value, DateValue)] == [
        "2014-05",
        "",
    ]


def test_an_hour_without_its_half_of_the_day_is_no_count() -> None:
    """ "Six o'clock" is a time that stays open, not six of anything."""
    found = read_values("It began at six o'clock.", reference=REFERENCE)
    assert [type(item.value) for item in found] == [DateValue]


def test_the_minutes_of_a_clock_are_no_length() -> None:
    """No duration is read from "seventeen minutes to eight"."""
    (found,) = read_values("It stopped at seventeen minutes to eight.", reference=REFERENCE)
    assert isinstance(found.value, DateValue)


@pytest.mark.parametrize(
    ("text", "either"),
    [
        ("It stopped at five past two.", True),
        ("It stopped at five past two in the afternoon.", False),
        ("It stopped at six o'clock.", True),
        ("It stopped at 06:05.", False),
    ],
)
def test_a_time_may_leave_its_half_of_the_day_open(text: str, either: bool) -> None:
    """Nothing tells whether "five past two" is before or after noon."""
    (found,) = read_dates(text, reference=REFERENCE)
    assert isinstance(found.value, DateValue)
    assert found.value.either_half is either


def test_words_around_a_time_tell_its_zone() -> None:
    """ "In the morning" stands between the time and "local time"."""
    (found,) = read_dates("It stopped at a quarter past ten in the morning local time.")
    assert isinstance(found.value, DateValue)
    assert (found.value.time, found.value.zone) == ("10:15", "local time")
