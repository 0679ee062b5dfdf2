"""What a verb is said of: the head of the phrase before it."""

from __future__ import annotations

from pathlib import Path

import pytest
from helpers import run

SUBJECTS = [
    # text, value, subject
    ("The mill itself was built in 1963 by a lord.", "1963", "~mill"),
    ("The east wing, opened in 1968, is to go.", "1968", "~wing"),
    ("The wing, of seven storeys, was opened in 1968.", "1968", "~wing"),
    ("The pipe was bent in 1964.", "1964", "~pipe"),
    ("The lid of the pipe was bent in 1964.", "1964", "~lid"),
    ("Part of the roof fell in 1964.", "1964", "~roof"),
    ("The height of the tower was 84 m.", "84 m", "~tower"),
    ("Two of the three barns were closed in 1998.", "1998", "~barn"),
    ("A detector on the roof (room 4, east side) was bought in 1998.", "1998", "~detector"),
    ("The last valve, far up the slope, was closed in 1998.", "1998", "~valve"),
    ("The mills are known to have been sold in 1998.", "1998", "~mill"),
    ("The gate was planned to be closed in 1998.", "1998", "~gate"),
    ("In 2009 a chapel in the yard was sold for 400 euros.", "400 euros", "~chapel"),
    ("The mill was built and later closed in 1998.", "1998", "~mill"),
    ("The mill, which the lord had wanted, was closed in 1998.", "1998", "~mill"),
    # silent: the words do not tell
    ("The largest, far up the slope, was closed in 1998.", "1998", None),
    ("It is said that they were closed in 1998.", "1998", None),
]


@pytest.mark.parametrize(("text", "value", "subject"), SUBJECTS)
def test_subjects(tmp_path: Path, text: str, value: str, subject: str | None) -> None:
    """The head, not the nearest noun: insertions and "of" phrases are passed over."""
    report = run(tmp_path, {"a.txt": f"{text}\n"})
    found = [a.slot.subject for a in report.assertions if a.text == value]
    assert found[-1] == subject


PRONOUNS = [
    # text, value, subject
    ("The mill burned twice. It was built in 1963.", "1963", "~mill"),
    ("The mills burned twice. They were built in 1963.", "1963", "~mill"),
    # silent: the number does not fit, or a person was spoken of
    ("The mills burned twice. It was built in 1963.", "1963", None),
    ("The miller wept. It was built in 1963.", "1963", None),
]


@pytest.mark.parametrize(("text", "value", "subject"), PRONOUNS)
def test_it_and_they(tmp_path: Path, text: str, value: str, subject: str | None) -> None:
    """A pronoun stands for what the sentence before is said of."""
    report = run(tmp_path, {"a.txt": f"{text}\n"})
    assert [a.slot.subject for a in report.assertions if a.text == value][-1] == subject
