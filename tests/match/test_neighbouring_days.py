"""One happening that two sources date to days beside each other."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.helpers import run, verdicts

ONE = "On 5 March 2012 the rebels attacked Norrey."
ROWS = [
    # the other source, verdict of the first one's day
    ("The rebels attacked Norrey on 14 March 2012.", "single-citation"),  # another attack
    ("The rebels attacked Norrey on 4 March 2012 and on 5 March 2012.", "agree"),  # two of them
    ("The rebels attacked Marl on 4 March 2012.", "single-citation"),  # another place
    ("The rebels left Norrey on 4 March 2012.", "single-citation"),  # another happening
]


@pytest.mark.parametrize(("other", "verdict"), ROWS)
def test_neighbouring_days(tmp_path: Path, other: str, verdict: str) -> None:
    report = run(tmp_path, {"a.txt": f"{ONE}\n", "b.txt": f"{other}\n"})
    days = {item.id for item in report.assertions if item.kind == "date"}
    held = {item.id for item in report.assertions if item.text == "5 March 2012"} & days
    found = {str(c.verdict) for c in report.clusters if held & set(c.members)}
    assert found == {verdict}


SAME = [
    # one source sets two days side by side: they are two
    ("The talks broke down on Monday and the rebels attacked Norrey on Wednesday.", 2),
]


@pytest.mark.parametrize(("text", "count"), SAME)
def test_days_of_one_source_stay_apart(tmp_path: Path, text: str, count: int) -> None:
    row = '[[source]]\npath = "a.txt"\ndate = "2022-10-05"\n'
    report = run(tmp_path, {"a.txt": f"{text}\n"}, row)
    held = {item.id for item in report.assertions if item.kind == "date"}
    assert len([c for c in report.clusters if held & set(c.members)]) == count
    assert verdicts(report, "Monday") == {("single-citation", "one-source")}
