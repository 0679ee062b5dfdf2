"""What passing time explains, and what it does not."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.helpers import run, verdicts

ROWS = [
    # told on 5 March, told on 9 June, figure, verdict
    (  # he may have missed more since
        "Captain Niall Corrigan has now missed eight games with his calf.",
        "Captain Niall Corrigan missed eleven games with his calf.",
        "eight",
        "not-comparable",
    ),
    (
        "Captain Niall Corrigan missed eight games with his calf.",
        "Captain Niall Corrigan missed eleven games with his calf.",
        "eight",
        "conflict",
    ),
    (  # nobody grows two years older in three months, nor younger
        "Rita Moura, the firefighter who died, was 31.",
        "Firefighter Rita Moura, aged 29, died.",
        "31",
        "conflict",
    ),
    (
        "Rita Moura, the firefighter who died, was 31.",
        "Firefighter Rita Moura, aged 31, died.",
        "31",
        "agree",
    ),
    (  # a birthday between the two days
        "The firefighter Rita Moura, aged 31, won the race.",
        "Rita Moura, a firefighter, aged 32, won the race.",
        "aged 31",
        "not-comparable",
    ),
    (  # ten birthdays are not
        "The firefighter Rita Moura, aged 31, won the race.",
        "Rita Moura, a firefighter, aged 41, won the race.",
        "aged 31",
        "conflict",
    ),
    (  # the later figure says that it takes the place of one told before
        "Data of 1.4 million people were stolen from the insurer.",
        "Data of 2.1 million people were stolen from the insurer, more than had been reported.",
        "2.1 million",
        "not-comparable",
    ),
    (  # what was expected was no figure of theirs
        "Data of 1.4 million people were stolen from the insurer.",
        "Data of 2.1 million people were stolen from the insurer, more than feared.",
        "2.1 million",
        "conflict",
    ),
    (  # who refuses a figure disputes it, whenever it was told
        "The flood killed 47 people in Marsham.",
        "The flood in Marsham killed 49 people, not the 47 that the mayor speaks of.",
        "49",
        "conflict",
    ),
    (  # unless it is what was told at first
        "The flood killed 47 people in Marsham.",
        "The flood in Marsham killed 49 people, not 47 as was first reported.",
        "49",
        "not-comparable",
    ),
]

MANIFEST = """
[[source]]
id = "a"
path = "a.txt"
date = "2022-03-05"
[[source]]
id = "b"
path = "b.txt"
date = "2022-06-09"
"""


@pytest.mark.parametrize(("one", "two", "text", "verdict"), ROWS)
def test_time_explains_what_goes_on(
    tmp_path: Path, one: str, two: str, text: str, verdict: str
) -> None:
    """A count that goes on may be larger later; an age grows with the years only."""
    texts = {"a.txt": f"It rained. {one}\n", "b.txt": f"It rained. {two}\n"}
    report = run(tmp_path, texts, MANIFEST)
    assert {found for found, _ in verdicts(report, text)} == {verdict}
