"""A zone or a half of the day that a source tells once for its times."""

from __future__ import annotations

from pathlib import Path

import pytest
from helpers import run

from twosource.model import DateValue

ROWS = [
    # text, time as written, (time, zone, either half)
    ("All times are UTC.\n\nOn 18 May 2025 it stopped at 14:05.", "14:05", ("14:05", "Z", False)),
    ("The times are hard.\n\nOn 18 May 2025 it stopped at 14:05.", "14:05", ("14:05", None, False)),
    (
        "# Log\n\n## Timeline (UTC)\n\nOn 18 May 2025 it stopped at 14:05.\n",
        "14:05",
        ("14:05", "Z", False),
    ),
    (
        "# Log\n\n## Timeline (UTC)\n\nIt was long.\n\n## After\n\nOn 18 May 2025 it stopped at 14:05.\n",
        "14:05",
        ("14:05", None, False),
    ),
    (
        "On 18 May 2025 it stopped at 14:05, was down at 15:12 and went on at ten past four.",
        "ten past four",
        ("16:10", None, False),
    ),
    (
        "On 18 May 2025 it stopped at 09:05, was down at 15:12 and went on at ten past four.",
        "ten past four",
        ("04:10", None, True),  # both halves are told of
    ),
]


@pytest.mark.parametrize(("text", "written", "expected"), ROWS)
def test_told_once(
    tmp_path: Path, text: str, written: str, expected: tuple[str, str | None, bool]
) -> None:
    """What is said of all times, or is true of all others, holds for each."""
    report = run(tmp_path, {"a.md": text})
    found = [
        (a.value.time, a.value.zone, a.value.either_half)
        for a in report.assertions
        if isinstance(a.value, DateValue) and a.text == written
    ]
    assert found == [expected]
