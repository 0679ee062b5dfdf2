"""Entries of a chronology that lie ahead of their source."""

from __future__ import annotations

from pathlib import Path

import pytest
from helpers import run

from twosource.model import Modality

CASES = [
    # entry, text of a value, is it planned
    ("2 October 2021: first unit to start operation", "2 October 2021", True),
    ("2 October 2020: first unit to start operation", "2 October 2020", True),  # by its words
    ("2 October 2020: decision to start operation", "2 October 2020", False),
    ("2 October 2020: bridge closed to let a convoy pass", "2 October 2020", False),
    ("2023: six units in operation", "six", True),
    ("2023: six units in operation", "2023", True),
    ("2020: six units in operation", "six", False),
    ("Schools open on 12 June 2021.", "12 June 2021", True),  # no date to come has been
    ("Schools opened on 12 April 2021.", "12 April 2021", False),
    ("The cheese is to be used by 12 June 2021, says the use-by date.", "by 12 June 2021", True),
    ("It bears the use-by date 12 June 2021.", "12 June 2021", False),  # it is printed there
    (
        "She has gone too, on 12 June 2021.",
        "12 June 2021",
        False,
    ),  # told later than the source says
    ("Budget 2023: 40 million euros", "40 million euros", False),  # passed for the year ahead
]


@pytest.mark.parametrize(("entry", "text", "planned"), CASES)
def test_entries_ahead(tmp_path: Path, entry: str, text: str, planned: bool) -> None:
    """By the day of the source, where that is stated, or by a bare infinitive."""
    manifest = '[[source]]\nid = "a"\npath = "a.txt"\ndate = "2021-05-05"\n'
    report = run(tmp_path, {"a.txt": f"The dam\n\n{entry}\n"}, manifest)
    found = {a.modality is Modality.PLANNED for a in report.assertions if a.text == text}
    assert found == {planned}


def test_labels_that_make_plans(tmp_path: Path) -> None:
    """A column or a row that is planned, or the next, states no fact."""
    table = (
        "# Dam\n\n| Stage | Cost planned ($) | Cost ($) |\n|---|---|---|\n| Wall | 40 | 52 |\n"
        "| Next inspection, days | 31 | 17 |\n"
    )
    report = run(tmp_path, {"a.md": table, "b.txt": "No news.\n"})
    told = {a.text: a.modality for a in report.assertions}
    assert told["40"] is told["31"] is told["17"] is Modality.PLANNED
    assert told["52"] is Modality.ASSERTED


def test_a_guessed_day_tells_nothing(tmp_path: Path) -> None:
    """Without the day of the source nothing is later than it."""
    report = run(tmp_path, {"a.txt": "The dam\n\n2023: six units in operation\n"})
    assert {a.modality for a in report.assertions if a.text == "six"} == {Modality.ASSERTED}
