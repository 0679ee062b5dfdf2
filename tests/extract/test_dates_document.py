"""Dates of whole documents: what one sentence leaves for the next, as `--values` shows it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from twosource.model import DateValue
from twosource.pipeline import read_all_values


def dates_of(folder: Path, text: str, date: str | None = None) -> list[tuple[str, str]]:
    """Return (words, EDTF) of every date of a document."""
    path = folder / "told.jsonl"
    row = {"id": "told", "text": text} | ({"date": date} if date else {})
    path.write_text(json.dumps(row) + "\n", encoding="utf-8")
    rows, _ = read_all_values([path])
    return [(row.text, row.value.edtf) for row in rows if isinstance(row.value, DateValue)]


ORDERS = [
    # text, EDTF of the doubtful date
    ("The mill opened on 25/04/2012. It closed on 03/05/2013.", "2013-05-03"),
    ("The mill opened on 04/25/2012. It closed on 03/05/2013.", "2013-03-05"),
    ("It closed on 03/05/2013. The mill had opened on 25/04/2012.", "2013-05-03"),
    ("The mill opened on 04/03/2012. It closed on 03/05/2013.", "2013"),
    # two habits in one text decide nothing
    ("Seen on 25/04/2012. Seen on 04/25/2012. It closed on 03/05/2013.", "2013"),
]


@pytest.mark.parametrize(("text", "edtf"), ORDERS)
def test_order_of_day_and_month(tmp_path: Path, text: str, edtf: str) -> None:
    """A date that can be read one way only settles the order for the whole document."""
    assert [value for words, value in dates_of(tmp_path, text) if words == "03/05/2013"] == [edtf]


ENTRIES = [
    (
        "Chronicle\n\nMarch 1980: The mill opened.\n5 May 1982: The strike began.\n",
        [("March 1980", "1980-03"), ("5 May 1982", "1982-05-05")],
    ),
    # beside a figure the date is the figure's column, no fact of its own
    ("Chronicle\n\nMarch 1980: 1,200 members\nMay 1982: 1,400 members\n", []),
]


@pytest.mark.parametrize(("text", "dates"), ENTRIES)
def test_entries_of_a_chronicle(tmp_path: Path, text: str, dates: list[tuple[str, str]]) -> None:
    """The date before the colon of an entry dates what the entry tells."""
    assert dates_of(tmp_path, text) == dates
