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
    # a past day that would lie ahead of the day of writing is one of the story
    (["Late in November 2008 glass was found."], "The office was told on 28 December.", "2008-12-28"),
    (["Glass was found in October 2009."], "He called for a march on 28 December.", "2009-12-28"),
    # a year before the day that is told is an aside
    (["On 6 November 1918 the roof fell.", "It had yielded 2 million tonnes in 1917."], "On 9 November the search ended.", "1918-11-09"),
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


THREADS = [
    # what was read before, what the next sentence says, EDTF of its last date
    # a digression to another year: the narrative comes back where it would step back otherwise
    (["On 9 April 1903 the town fell.", "In November 1908 a book told of it."], "On 15 April the siege ended.", "1903-04-15"),
    (["On 9 April 1903 the town fell.", "In November 1908 a book told of it."], "On 15 December it was reprinted.", "1908-12-15"),
    (["On 9 June 1903 the town fell.", "In March 1902 it had been rebuilt."], "On 15 August the siege ended.", "1902-08-15"),
    # a look back inside one sentence
    (["In May 1908 the losses were 80, as against 340 in January 1907."], "In June they rose.", "1908-06"),
    (["In May 1908 the losses fell for the first time since December 1906."], "In June they rose.", "1908-06"),
    # when a figure was taken; a thing that is named by its date
    (["On 9 April 1903 the town fell.", "Of the dead 40 were named as of 5 June 1909."], "On 15 August the siege ended.", "1903-08-15"),
    (["On 9 April 1903 the town fell.", "It broke the 1898 treaty."], "On 15 August the siege ended.", "1903-08-15"),
    (["On 9 April 1903 the town fell.", "He had led the May 1898 revolt."], "On 15 August the siege ended.", "1903-08-15"),
    (["On 9 April 1903 the town fell.", "The summer of 1902 saw no fighting."], "In August it had been calm.", "1902-08"),
    # what is compared lies behind
    (["On 4 April 1903 the town fell.", "In May 1903 losses were small compared with November and January."], "In June they rose.", "1903-06"),
    (["On 4 April 1903 the town fell."], "In May 1903 losses were small compared with November and January.", "1903-01"),
    (["On 4 April 1903 the town fell."], "They were small, down from 90 in November.", "1902-11"),
    # what was planned
    (["In 1901 and 1902 they met.", "On 10 March 1903 he spoke of peace by next summer."], "On 14 March he left.", "1903-03-14"),
    (["In 1901 and 1902 they met."], "On 10 March 1903 he spoke of peace by next summer.", "../1903-22"),
    (["In 1901 and 1902 they met."], "The letter of 10 March 1903 will be sold next summer.", "2010-22"),
]  # fmt: skip


@pytest.mark.parametrize(("before", "sentence", "edtf"), THREADS)
def test_thread(before: list[str], sentence: str, edtf: str) -> None:
    """The narrative keeps its year past dates that are told in passing."""
    carried: str | None = "1900*-3"
    for text in before:
        found = read_dates(text, reference=REFERENCE, previous=carried)
        carried = carry_date(found, carried, text=text, reference=REFERENCE)
    last = read_dates(sentence, reference=REFERENCE, previous=carried)[-1]
    assert getattr(last.value, "edtf", None) == edtf


LENDERS = [
    # a sentence, EDTF of its last date; the document is of 19 December 2009
    ("In 1921 he left, and on 7 August he died.", "1921-08-07"),
    ("Late in 1921, on 7 December, he left.", "1921-12-07"),
    ("Of 5 men hired on 3 May 1921, one left on 7 August.", "1921-08-07"),
    # a year told in passing says nothing of the days behind it
    ("He joined in 1921 and resigned on 7 August.", "2009-08-07"),
    ("The bridge, built in 1921, fell on 7 August.", "2009-08-07"),
    ("The bridge, which opened in May 1921, fell on 7 August.", "2009-08-07"),
    ("The bridge (opened 3 May 1921) fell on 7 August.", "2009-08-07"),
    ("The party, founded in 1921, will meet on 7 January.", "2010-01-07"),
    ("Born in 1921, he died on 7 August.", "2009-08-07"),
    ("The law of 1921 was repealed in August.", "2009-08"),
    ("Since 1921 they have met in August.", "2009-08"),
    # but "that year" means it
    ("The bridge, built in 1921, fell in August of that year.", "1921-08"),
    ("He joined the 1921 uprising and backed the siege that year.", "1921"),
]


@pytest.mark.parametrize(("text", "edtf"), LENDERS)
def test_who_lends_its_year(text: str, edtf: str) -> None:
    """A year that is the setting of its sentence is lent to the days behind it."""
    last = read_dates(text, reference=REFERENCE)[-1]
    assert getattr(last.value, "edtf", None) == edtf


def test_inserted_date_is_no_thread() -> None:
    """What was put in between does not date the next sentence."""
    text = "The bridge, which opened in May 1921, fell on Tuesday."
    carried = carry_date(
        read_dates(text, reference=REFERENCE), None, text=text, reference=REFERENCE
    )
    (found,) = read_dates("On 9 August a diver died.", reference=REFERENCE, previous=carried)
    assert getattr(found.value, "edtf", None) == "2009-08-09"


ADRIFT = [
    # sentences of a text without a date, EDTF of its last date
    (["It sat on 3 November 2008.", "It had sat in May 2006.", "It sits again on 15 December."], "2008-12-15"),
    (["It sat on 3 November 2008.", "It had sat in May 2006, and again a year later."], "2007-05"),
    (["It sat on 3 November 2008.", "It sat in August 2007.", "It sat in March."], "XXXX-03"),
    (["It sat on 3 November 2008.", "It sat in August 2007.", "It sat in September."], "2007-09"),
    (["It sat in August 2007.", "It sat in March."], "2007-03"),
]  # fmt: skip


@pytest.mark.parametrize(("told", "edtf"), ADRIFT)
def test_without_a_day_of_writing(told: list[str], edtf: str) -> None:
    """Behind a jump to another year a step back has no year, unless it was a look back."""
    carried: str | None = None
    for text in told:
        found = read_dates(text, previous=carried)
        carried = carry_date(found, carried, text=text)
    assert getattr(found[-1].value, "edtf", None) == edtf


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


DAYS = [
    # "the 7th" where no noun follows it
    ("It came down on the 7th a little before noon.", "2009-12-07"),
    ("It came down on the 7th just before noon.", "2009-12-07"),
    ("It came down on the 7th in a field.", "2009-12-07"),
    ("It came down on the 7th floor.", None),
    ("It came to a halt on the 7th attempt.", None),
]


@pytest.mark.parametrize(("sentence", "day"), DAYS)
def test_a_day_of_the_month_in_hand(sentence: str, day: str | None) -> None:
    found = read_dates(sentence, reference=REFERENCE)
    days = [edtf for one in found if (edtf := getattr(one.value, "edtf", ""))]
    assert (days[0] if days else None) == day


HOURS = [
    # sentences before, the day of "At 5:40 a.m. the roof fell." in a text of 2009
    ([], "2009-12-19"),
    (["On Friday the pit was checked."], "2009-12-19"),
    (["It was sunk in 1926.", "It yielded 2 million tonnes in 2006."], ""),  # not to be known
    (["In 1998 the pit was checked."], ""),
    (["On 17 December 2009 the pit was checked."], "2009-12-17"),
]


@pytest.mark.parametrize(("before", "day"), HOURS)
def test_the_day_of_an_hour(before: list[str], day: str) -> None:
    """An hour of what happened long ago is none of the day of writing."""
    carried: str | None = None
    for text in before:
        found = read_dates(text, reference=REFERENCE, previous=carried)
        carried = carry_date(found, carried, text=text, reference=REFERENCE)
    (hour,) = read_dates("At 5:40 a.m. the roof fell.", reference=REFERENCE, previous=carried)
    assert (getattr(hour.value, "edtf", None), getattr(hour.value, "time", None)) == (day, "05:40")
