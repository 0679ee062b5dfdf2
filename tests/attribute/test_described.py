"""A speaker that is described, not named, is followed into the source that fits."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[1]))
from helpers import run

GIVEN = "In the second week, 19 shots were counted at the mill."
HEADS = [
    # head of the one source, who says so in the other, is it followed?
    ("Mill watch\nObserver Mission in the Orne Valley, 4 July 2025", "the mission", True),
    ("Mill watch: interim report\nOrne Institute, 4 July 2025", "the interim report", True),
    ("The Annals of Orne: the year 1342\n", "the Annals of Orne", True),
    ("Mill watch: dispatches\n", "the expedition's own dispatch of 3 July", False),
    ("Mill watch: dispatches\n", "the latest dispatch", True),
    ("From the journal of Edmund Pell, miller\n", "Pell", True),
    ("Police watch the mill\n", "the police", False),  # a title says what it is about
    ("Mill watch\nOrne Union Press, 4 July 2025", "the union", False),  # a paper's name
    ("Mill watch\nOrne Institute, 4 July 2025", "a report", False),  # nobody in particular
    ("Mill watch\nOrne Institute, 4 July 2025", "the interim report", False),
]


@pytest.mark.parametrize(("head", "speaker", "followed"), HEADS)
def test_described(tmp_path: Path, head: str, speaker: str, *, followed: bool) -> None:
    """All words of the description stand in the head of the one source that gives the figure."""
    texts = {
        "a.txt": f"{head}\n\n{GIVEN} The mill stands on a hill above the old town of Orne.\n",
        "b.txt": f"News from the hill\n\nThe shooting went on. According to {speaker}, 19 shots "
        "were counted in the second week at the mill. Nobody was hurt.\n",
    }
    report = run(tmp_path, texts)
    roots = {i.source: i.origin for i in report.assertions if i.text == "19"}
    assert len(roots) == 2
    assert (roots["a"] == roots["b"]) is followed


def test_without_the_figure_nothing_is_followed(tmp_path: Path) -> None:
    """The source that fits the words must give the figure, too."""
    texts = {
        "a.txt": "Mill watch: interim report\n\nThe mill stands on a hill above the town.\n",
        "b.txt": "News\n\nAccording to the interim report, 19 shots were counted at the mill.\n",
    }
    assert {i.origin for i in run(tmp_path, texts).assertions if i.text == "19"} != {"own:a"}
