"""Dates with two readings, and characters that are not seen."""

from __future__ import annotations

from pathlib import Path

import pytest
from helpers import run

CASES = [
    # text, rule and beginning of its message; "" when nothing is told
    ("The Orrin Museum was opened on 03/04/2012.", "CR301 03/04/2012 can be read two ways (2012-04-03 or 2012-03-04)"),
    ("The Orrin Museum was opened on 03/04/2012 and closed on 25/12/2019.", ""),  # day first here
    ("The Orrin Museum was opened on 04/04/2012.", ""),
    ("The Orrin Museum was opened on 03.04.2012.", ""),  # with full stops the day comes first
    ("It has 3\u200b400 members.", "CR303 U+200B"),
    ("It has 3,400 members and a caf\u00e9\u200b.", ""),  # outside a figure
]  # fmt: skip


@pytest.mark.parametrize(("text", "told"), CASES)
def test_told(tmp_path: Path, text: str, told: str) -> None:
    """One diagnostic, or none."""
    rows = [
        r for r in run(tmp_path, {"a.txt": f"{text}\n"}).diagnostics if r.rule in {"CR301", "CR303"}
    ]
    assert len(rows) == bool(told)
    assert all(f"{row.rule} {row.message}".startswith(told) for row in rows)


@pytest.mark.parametrize(
    ("order", "edtf"), [(None, "2012"), ("dmy", "2012-04-03"), ("mdy", "2012-03-04")]
)
def test_settled_by_the_manifest(tmp_path: Path, order: str | None, edtf: str) -> None:
    """`day_order` tells which day is meant, and then nothing is told."""
    manifest = '[[source]]\npath = "a.txt"\n' + (f'day_order = "{order}"\n' if order else "")
    text = "The Orrin Museum was opened on 03/04/2012.\n"
    report = run(tmp_path, {"a.txt": text}, manifest)
    assert [getattr(item.value, "edtf", "") for item in report.assertions][:1] == [edtf]
    assert any(row.rule == "CR301" for row in report.diagnostics) == (order is None)
