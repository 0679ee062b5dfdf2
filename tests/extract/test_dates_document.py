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


HEADED = [
    # text of 16 August 2012, its dates
    (
        "# The mill\n\n## 1998\n\nIn March the mill opened.\n\n## Today\n\nIn March it shut.\n",
        [("1998", "1998"), ("March", "1998-03"), ("Today", "2012-08-16"), ("March", "2012-03")],
    ),
    (
        "# The mill\n\n## 1998: the strike\n\nIn March they left.\n\n## 1997\n\nIn May they came.\n",
        [("1998", "1998"), ("March", "1998-03"), ("1997", "1997"), ("May", "1997-05")],
    ),
    (
        "# The mill\n\n## The strike (1998)\n\nIn March they left.\n",
        [("1998", "1998"), ("March", "1998-03")],
    ),
    (
        "# The mill\n\n## The 1990s\n\nIn March they left.\n",
        [("The 1990s", "199X"), ("March", "XXXX-03")],
    ),
    (
        "# The mill\n\n## The strike of 1998\n\nIn March they left.\n",
        [("1998", "1998"), ("March", "1998-03")],
    ),
    (
        "# The mill\n\n## Laws since 1998\n\nIn March they left.\n",
        [("since 1998", "1998/.."), ("March", "2012-03")],
    ),
]


@pytest.mark.parametrize(("text", "dates"), HEADED)
def test_headings(tmp_path: Path, text: str, dates: list[tuple[str, str]]) -> None:
    """A heading with a date dates what stands under it, up to the next heading."""
    path = tmp_path / "told.md"
    path.write_text(f"---\ndate: 2012-08-16\n---\n\n{text}", encoding="utf-8")
    rows, _ = read_all_values([path])
    found = [(row.text, row.value.edtf) for row in rows if isinstance(row.value, DateValue)]
    assert found == dates


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
