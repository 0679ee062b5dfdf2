"""Days and years that cannot be: no value, no crash, and a word about it."""

from pathlib import Path

import pytest

from twosource import corroborate
from twosource.extract.dates import find_refused, read_dates

REFUSED = [
    "30 February 2012", "February 30, 2012", "31 April", "29 February 2023", "32 May 2012",
    "May 45, 2012", "May 0, 2012", "00 May 2012", "2012-13-01", "2012-02-30", "0000-01-01",
    "2012-00-10", "13/13/2020", "31/02/2012", "31.02.2012", "00/00/2012", "0 BC", "AD 0",
    "99 Bahman 1357", "year 0", "31 Ramadan 1445", "2018-W60", "2019-W53",
]  # fmt: skip


@pytest.mark.parametrize("words", REFUSED)
def test_refused(words: str) -> None:
    """The whole of it is refused; no part is read as another date."""
    text = f"It fell on {words}, they say."
    assert read_dates(text, reference="2020-01-01") == ()
    assert [text[start:end] for start, end in find_refused(text)] == [words]


@pytest.mark.parametrize(
    "text",
    [
        "It fell on 29 February 2024.",
        "It fell on 1 BC, not before.",
        "Version 10.4.11 has 30 parts.",
        "In May 45 people were killed.",
        "The toll stood at that of 1866 killed.",
        "The score was 30-31 in February.",
        "1e999999 of 9999999999999999999999",
        "It rose 0.5 to 3.9.",
    ],
)
def test_not_refused(text: str) -> None:
    """What is a date, or is none at all, is not refused."""
    assert find_refused(text) == ()


def test_unplaced(tmp_path: Path) -> None:
    """A date without its year, and a day that cannot be counted, are noted; "recently" is not."""
    source = tmp_path / "a.txt"
    source.write_text("It shut on Tuesday. It opened on 4 May and was sold recently.\n")
    told = [item for item in corroborate([str(source)]).diagnostics if item.rule == "CR909"]
    assert [item.message.split(";")[0] for item in told] == [
        '"Tuesday" has no day to be counted from',
        '"4 May" has no year',
    ]
    assert {str(item.level) for item in told} == {"note"}
    source.write_text(
        "The Kelbury mill\n\nPublished 16 August 2012\n\nIt shut on Tuesday. It opened on 4 May.\n"
    )
    assert not [item for item in corroborate([str(source)]).diagnostics if item.rule == "CR909"]


def test_diagnostic(tmp_path: Path) -> None:
    """The report says which words were refused and where they stand."""
    source = tmp_path / "a.txt"
    source.write_text("The bridge fell on 30 February 2012. It had cost 5 million euros.\n")
    told = [item for item in corroborate([str(source)]).diagnostics if item.rule == "CR908"]
    assert [(item.span.start, item.span.end) for item in told if item.span] == [(19, 35)]
    assert "30 February 2012" in told[0].message
