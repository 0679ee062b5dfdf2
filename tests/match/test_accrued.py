"""Counts of what has happened so far go on from each other; what happened once does not."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from helpers import run, verdicts

from twosource.match.accrued import happened
from twosource.report import to_dict
from twosource.verify import verify_report

CHANGED = {("not-comparable", "changed")}
LONE = {("single-citation", "one-source")}

CASES = [
    # told on 2 March 2021, told on 5 May 2021, a figure, verdicts of its cluster
    ("So far 210 letters have been transcribed.", "By May 2021, 640 letters had been transcribed.", "210", CHANGED),
    ("The mill has shed 30 jobs.", "The mill has shed 85 jobs by now.", "85", CHANGED),
    ("Some 4 million euros has been repaid.", "By 1 May 2021 the mill had repaid 9 million euros.", "9 million euros", CHANGED),
    ("Some 210 letters had been transcribed when we went to press.", "640 letters have been transcribed.", "Some 210", CHANGED),
    ("At last count 210 horses had been rescued.", "So far 640 horses have been rescued.", "210", CHANGED),
    # no perfect tense, where the end of the count is told; a row of a data sheet
    ("By last night 57 rafts were counted.", "By 1 May 2021 210 rafts were counted.", "57", CHANGED),
    ("So far 410 samples were tested for mould.", "Of 1,300 samples tested by 1 May 2021, nine in ten were clean.", "410", CHANGED),
    ("So far 18 wells have been sealed.", "44 wells have been sealed by now.", "18", CHANGED),
    # the larger one in the end, told without any such word
    ("So far 240 samples have been tested.", "In the end 2,400 samples were tested.", "240", CHANGED),
    ("So far 27 patients have been infected.", "The germ infected 68 patients.", "27", CHANGED),
    ("So far 240 samples have been tested.", "In the end 2,400 samples were burned.", "240", LONE),
    ("So far 240 samples have been tested.", "The laboratory tested 2,400 patients.", "240", LONE),
    # another thing, another happening, fewer than before
    ("So far 210 letters have been transcribed.", "So far 640 maps have been transcribed.", "210", LONE),
    ("So far 210 letters have been transcribed.", "So far 640 letters have been stolen.", "210", LONE),
    ("So far 640 letters have been transcribed.", "So far 210 letters have been transcribed.", "210", LONE),
    # "had" without a day tells of something past
    ("In 1987 thieves had stolen 210 letters.", "Thieves had stolen 640 letters.", "210", LONE),
    # far more than a count grows in a while
    ("So far 3 letters have been transcribed.", "So far 6,400 letters have been transcribed.", "3", LONE),
]  # fmt: skip


@pytest.mark.parametrize(("one", "two", "text", "found"), CASES)
def test_accrued(tmp_path: Path, one: str, two: str, text: str, found: set) -> None:
    """Each count beside a later one."""
    texts = {"a.txt": f"Marl, 2 March 2021\n\n{one}\n", "b.txt": f"Marl, 5 May 2021\n\n{two}\n"}
    report = run(tmp_path, texts)
    assert verdicts(report, text) == found
    assert verify_report(json.loads(json.dumps(to_dict(report))), Path("/")) == ()


def test_who_tells_no_day_tells_that_of_the_count(tmp_path: Path) -> None:
    """ "Were transcribed" is of the day that "have been transcribed" gives the same figure for."""
    texts = {
        "a.txt": "Marl, 2 March 2021\n\nSo far 210 letters have been transcribed.\n",
        "b.txt": "Marl, 5 May 2021\n\nSo far 640 letters have been transcribed.\n",
        "c.txt": "The 640 letters were transcribed.\n",
    }
    report = run(tmp_path, texts)
    assert verdicts(report, "640") == verdicts(report, "210") == CHANGED
    assert verify_report(json.loads(json.dumps(to_dict(report))), Path("/")) == ()


def test_only_a_verb_has_happened(tmp_path: Path) -> None:
    """ "Has about 900 members" is no count of what has happened."""
    texts = {"a.txt": "The club has about 900 members. It has lost 90 members.\n"}
    told = {item.text: happened(item) for item in run(tmp_path, texts).assertions}
    assert not told["about 900"]
    assert "lose" in told["90"]
