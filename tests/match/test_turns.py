"""What one text tells in turn is one slot at two times; profits of two years are two slots."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from helpers import run, verdicts

from twosource.match.turns import REASON
from twosource.report import to_dict
from twosource.verify import verify_report

CHANGED = {("not-comparable", "changed")}
AGREE = {("agree", "exact")}
LONE = {("single-citation", "one-source")}
ORM = "Orm Freight"

CASES = [
    # a text that tells both figures, one that tells one of them, a figure, verdicts of its cluster
    ("The pass fee of the Orm Bridge was raised from 14 to 19 euros.", "The pass fee of the Orm Bridge was raised to 19 euros.", "14", CHANGED),
    ("Of 60 lorries ordered, 25 had been delivered by 3 May 2021 and 41 by 9 June 2021.", "By 9 June 2021, 41 of the 60 lorries had been delivered.", "25", CHANGED),
    ("The Orm Bridge has five gates. It had three last year.", "The Orm Bridge has five gates.", "five", CHANGED),
    ("Orm Freight had three depots. It has eight now.", "Orm Freight had three depots.", "eight", CHANGED),
    ("They numbered 470 at first; in the end there were 612 plaintiffs.", "There were 612 plaintiffs.", "612", CHANGED),
    # a figure that was only meant to take the other's place
    ("Orm Freight had three depots. It could have eight now.", "Orm Freight had three depots.", "three", AGREE),
    # the profits of two years, the deaths of two years: each is a thing of its own
    ("The profit of Orm Freight fell from $71 million in 2019 to $44 million in 2020.", "Orm Freight had a profit of $44 million in 2020.", "$71 million", LONE),
    ("Fires destroyed 310 barns in 2019 and 270 barns in 2020.", "Fires destroyed 270 barns in 2020.", "310", LONE),
    # a level that was measured twice, and nobody set
    ("In the lock the level of the Orm rose from 4 metres to 6 metres.", "In the lock the level of the Orm rose to 6 metres.", "4 metres", LONE),
]  # fmt: skip


@pytest.mark.parametrize(("one", "two", "text", "found"), CASES)
def test_turns(tmp_path: Path, one: str, two: str, text: str, found: set) -> None:
    """Each figure beside the text that tells it in turn."""
    report = run(
        tmp_path, {"a.txt": f"10 June 2021\n\n{one}\n", "b.txt": f"2 July 2021\n\n{two}\n"}
    )
    assert verdicts(report, text) == found


def test_the_reason_is_followed(tmp_path: Path) -> None:
    """A report that explains a difference by one text's telling is derived anew."""
    texts = {
        "a.txt": "The pass fee of the Orm Bridge was raised from 14 to 19 euros.\n",
        "b.txt": "The pass fee of the Orm Bridge was raised to 19 euros.\n",
    }
    data = json.loads(json.dumps(to_dict(run(tmp_path, texts))))
    reasons = [
        step for row in data["clusters"] for step in row["why"] if step.get("reason") == REASON
    ]
    assert reasons
    assert verify_report(data, Path("/")) == ()
    reasons[0]["reason"] = REASON.upper()
    assert verify_report(data, Path("/"))
