"""Days in digits: which number is the month, and which pairs are no days at all."""

from __future__ import annotations

import pytest

from twosource.extract.values import read_values
from twosource.model import DateValue

REFERENCE = "2020-05-06"
ORDERS = [
    # text, order of the document, EDTF of each date
    ("The show runs from 9/2 to 10/5.", None, []),
    ("The show runs from 9/2 to 10/5.", "mdy", ["2019-09-02/2019-10-05"]),
    ("The show runs from 9/2 to 10/5.", "dmy", ["2020-02-09/2020-05-10"]),
    ("The show ran between 9/2-10/5.", "mdy", ["2019-09-02/2019-10-05"]),
    ("The share rose from 1/4 to 1/2.", "mdy", []),  # parts of a whole
    ("The show ran on 3/4.", "mdy", ["2020-03-04"]),
    ("The price fell by 3/4.", "mdy", []),
    ("The stay is 9/28-10/3/2019.", None, ["2019-09-28/2019-10-03"]),
    ("The stay is 9/2-10/3/2019.", None, []),
    ("The stay is 9/2 to 10/3/2019.", "mdy", ["2019-09-02/2019-10-03"]),
    (
        "It ran from 9/7/2018 to 2/8/2018.",
        None,
        ["2018-07-09/2018-08-02"],
    ),  # the other runs backwards
    ("It ran from 9/7/2018 to 10/8/2018.", None, ["2018"]),
    ("They meet Friday, 5/8.", None, ["2020-05-08"]),  # 5 August is no Friday
    ("They meet Friday 5/9.", None, ["2020-05-01"]),  # neither is: the weekday alone
    ("It is due 9/20.", None, ["2020-09-20"]),
    ("Date of issue: 9/2", "mdy", []),
    ("Issued on this date: 9/20", None, ["2019-09-20"]),
    ("Score: 9/20", None, []),
    ("She won 9/20 of the votes.", None, []),
    ("He was back 05/20.", None, ["2020-05-20"]),
    ("They cite case 05/20.", None, []),
    ("It opened on 2019 - 10 - 08.", None, ["2019-10-08"]),
    ("It opened on 28 / 10 / 2019.", None, ["2019-10-28"]),
    ("It opened in 2019 - 10.", None, ["2019-10"]),
    ("In 2019 - 10 people came.", None, ["2019"]),
    ("It came out in 2009 - 11.", None, ["2009"]),  # or up to 2011
]


@pytest.mark.parametrize(("text", "order", "wanted"), ORDERS)
def test_the_order_decides_or_nothing_is_read(
    text: str, order: str | None, wanted: list[str]
) -> None:
    """What can be two days is one only where the document, the weekday or the stretch says which."""
    found = [
        mention.value.edtf
        for mention in read_values(text, reference=REFERENCE, order=order)
        if isinstance(mention.value, DateValue)
    ]
    assert found == wanted
