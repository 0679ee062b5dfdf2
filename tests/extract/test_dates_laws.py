"""What holds for any text: no crash, sound offsets, ordered days, linear time."""

from __future__ import annotations

import time
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from twosource.extract.dates import periods, read_dates
from twosource.extract.dates.lexer import lex
from twosource.model import DateValue

LINES = (
    "the a of in on at by since until before after about c. circa early mid late end last next",
    "this that same previous following year years month week day days decade century quarter half",
    "spring winter fall May March Jan. Sept 1963 2012 12 31 30 1st 22nd 1960s '60s 20th second",
    "twenty first two five ago later earlier - / , . ( ) : 04:17 a.m. pm UTC 03/04/2012 14.03.2023",
    "2023-10-17 BC AD SH Bahman Tuesday Sat yesterday tonight recently and or to through between",
    "from 0 00 9999 $2000 ? night morning Q3 O.S. will were half hundred thousand fiscal FY every",
    "Christmas Easter Good Friday weekend more less than now year-end [Sept] time point 26. 10.",
)
WORDS = st.sampled_from([word for line in LINES for word in line.split(" ")])
TEXTS = st.one_of(st.text(max_size=60), st.lists(WORDS, max_size=14).map(" ".join))
CONTEXTS = st.sampled_from(
    [
        None,
        "2012-08-16",
        "1918",
        "196X",
        "-0489",
        "1914-08/1914-09",
        "",
        "x",
        "../2003",
        "9999-12-31",
        "1914*-5",
    ]
)


@settings(max_examples=400, deadline=None)
@given(TEXTS, CONTEXTS, CONTEXTS, st.sampled_from([None, "dmy", "mdy"]))
def test_any_text(
    text: str, reference: str | None, previous: str | None, order: str | None
) -> None:
    """Mentions lie in order inside the text; first day is not after the last; EDTF can be read."""
    end = 0
    for mention in read_dates(text, reference=reference, previous=previous, order=order):
        value = mention.value
        assert isinstance(value, DateValue)
        assert end <= mention.start <= mention.head[0] < mention.head[1] <= mention.end <= len(text)
        end = mention.end
        if value.earliest and value.latest and not value.earliest.startswith("-"):
            assert value.earliest <= value.latest
        if value.edtf and not value.edtf.startswith("XXXX"):
            assert periods.parse(value.edtf) is not None


MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


@settings(deadline=None)
@given(st.dates(date(1000, 1, 1), date(2999, 12, 31)))
def test_written_days_come_back(day: date) -> None:
    """Any day, written out, is read as itself."""
    month = MONTHS[day.month - 1]
    for text in (
        f"{day.day} {month} {day.year}",
        f"{month} {day.day}, {day.year}",
        day.isoformat(),
    ):
        (mention,) = read_dates(text)
        assert isinstance(mention.value, DateValue)
        assert (mention.value.edtf, mention.end) == (day.isoformat(), len(text))


@settings(max_examples=200, deadline=None)
@given(TEXTS)
def test_tokens_lie_in_order(text: str) -> None:
    """One class for each token, no two on one character."""
    tokens = lex(text)
    assert len(tokens.marks) == len(tokens.items)
    assert all(
        left.end <= right.start for left, right in zip(tokens.items, tokens.items[1:], strict=False)
    )


SHAPES = [
    *("the 3 May 1990 and ", "1 ", "2003-", "May ", "'60s ", "10:30 ", "- ", "(", "last ", "a.m. "),
    *("week of ", "two years ", "3/4/", "1,000,", "of the ", "9" * 60 + " ", "A-1-", "x", "9:99 ("),
]


@pytest.mark.parametrize("shape", SHAPES)
def test_linear_time(shape: str) -> None:
    """Twice the text takes about twice the time."""
    times = []
    for count in (1500, 3000):
        best = min(_clock(shape * count) for _ in range(3))
        times.append(best)
    assert times[1] < 3.5 * times[0] + 0.02


def _clock(text: str) -> float:
    begin = time.process_time()
    read_dates(text, reference="2012-08-16", previous="1918-03-05")
    return time.process_time() - begin
