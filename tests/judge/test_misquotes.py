"""A source that names its source and gives another figure than that one does."""

from __future__ import annotations

from pathlib import Path

import pytest
from helpers import run

REPORT = "After the storm 5,590 people are homeless in Orne.\n"
NOTES = "\n\nNotes\n1. Relief Agency of Orne, situation report, 14 November 2018.\n"

CASES = [
    # words of the second source, what is said of them
    ("The Relief Agency of Orne said that after the storm 5,950 people were homeless in Orne.", "5,950"),
    ("After the storm 5,950 people were homeless in Orne, according to the Relief Agency of Orne.", "5,950"),
    ("After the storm 5,950 people were homeless in Orne.[1]" + NOTES, "5,950"),
    # silent: the same, rounded, without a word of it, of somebody else
    ("The Relief Agency of Orne said that after the storm 5,590 people were homeless in Orne.", ""),
    ("The Relief Agency of Orne said that after the storm about 5,600 people were homeless in Orne.", ""),
    ("After the storm 5,950 people were homeless in Orne.", ""),
    ("The mayor, Ada Lind, said that after the storm 5,950 people were homeless in Orne.", ""),
]  # fmt: skip


@pytest.mark.parametrize(("text", "figure"), CASES)
def test_misquoted(tmp_path: Path, text: str, figure: str) -> None:
    """The diagnostic stands at the figure that was miscopied and names both sources."""
    manifest = (
        '[[source]]\npath = "a.txt"\npublisher = "Relief Agency of Orne"\ndate = "2018-11-14"\n'
        '[[source]]\npath = "b.txt"\npublisher = "Meridian Wire"\ndate = "2018-11-15"\n'
    )
    report = run(tmp_path, {"a.txt": REPORT, "b.txt": text}, manifest)
    said = [row for row in report.diagnostics if row.rule == "CR305"]
    wanted = [f"b gives {figure} as from a; there it is 5,590"] if figure else []
    assert [row.message for row in said] == wanted
    for row in said:
        assert row.span is not None
        assert text[row.span.start : row.span.end] == figure
