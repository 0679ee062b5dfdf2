"""The same minute of the clock, told once in either text in whatever words."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.helpers import run

BEFORE = (
    "In 2019 the district received 148 letters about the subject.",
    "The subject was in the papers often in 2019.",
)
JOINED = [
    ("An alarm reported water in the tunnel at 03:12.", "It was twelve minutes past three when the telephone rang."),
    ("The brigade was at the gate at 4:05.", "Firefighters arrived at 4:05."),
    ("The last of them laid down their arms at 11:15.", "The rebels surrendered at 11:15."),
    ("The hail began at about 4.20 pm.", "At 16:20 the first hailstones came down."),
    ("The speaker opened the sitting at 2.35 p.m.", "Deputies took their seats at 14:35."),
    ("Traders saw the first error at 09:47.", "The exchange's screens froze at 9.47 a.m."),
    ("The referee blew his whistle at 20:47.", "Play was stopped at 13 minutes to nine."),
    ("The patient was found at 5:52 a.m.", "At 05:52 a nurse rang the doctor."),
    ("The dam warden opened the sluices at 1:26 a.m.", "Water reached the first houses at 01:26."),
    ("The probe fell silent at 17:08.", "Engineers lost the signal at 5.08 p.m."),
]  # fmt: skip
APART = [
    # another minute
    ("The brigade was at the gate at 4:05.", "Firefighters arrived at 4:25."),
    ("The probe fell silent at 17:08.", "Engineers lost the signal at 5.08 a.m."),
    # at full and half hours much begins
    ("The speaker opened the sitting at 2 p.m.", "The frost in the hills was over at 14:00."),
    ("The council met at 5:30 p.m.", "At 17:30 the ferry reached harbour."),
]


def joined(folder: Path, one: str, two: str) -> bool:
    report = run(folder, {"a.txt": f"{BEFORE[0]} {one}\n", "b.txt": f"{two} {BEFORE[1]}\n"})
    hours = {item.id for item in report.assertions if getattr(item.value, "time", None)}
    return any(len(hours.intersection(cluster.members)) > 1 for cluster in report.clusters)


@pytest.mark.parametrize(("one", "two"), JOINED)
def test_one_minute(tmp_path: Path, one: str, two: str) -> None:
    assert joined(tmp_path, one, two)


@pytest.mark.parametrize(("one", "two"), APART)
def test_two_hours(tmp_path: Path, one: str, two: str) -> None:
    assert not joined(tmp_path, one, two)
