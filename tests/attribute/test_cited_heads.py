"""A cited work is one of the sources when its head has the words of the reference."""

from __future__ import annotations

from pathlib import Path

import pytest

import twosource

REPORT = """# NMSV Special Report: the days at Brod

**Observer Mission in the Norsund Valley, 4 July 2025**

Our cameras counted 2,930 explosions in the four days.
"""
ARTICLE = """Brod clashes
From Openpedia

The Brod clashes were four days of fighting in the valley of the river Norsund.

Course

Both sides used artillery, and the cameras of the mission registered 2,930 explosions.[1] The valley was quiet again by Sunday.

References

1. {0}
"""


@pytest.mark.parametrize(
    ("reference", "expected"),
    [
        ("NMSV, Special Report, 4 July 2025.", "single-citation"),
        ("Observer Mission in the Norsund Valley, report of 4 July 2025.", "single-citation"),
        # another day, another report
        ("NMSV, Special Report, 4 July 2024.", "agree"),
        # a word that stands nowhere there
        ("NMSV, Annual Yearbook of Explosions, 2025.", "agree"),
    ],
)
def test_cited_source(tmp_path: Path, reference: str, expected: str) -> None:
    (tmp_path / "report.md").write_text(REPORT, encoding="utf-8")
    (tmp_path / "article.txt").write_text(ARTICLE.format(reference), encoding="utf-8")
    report = twosource.corroborate([str(tmp_path)])
    by = {item.id: item for item in report.assertions}
    verdicts = {
        str(cluster.verdict)
        for cluster in report.clusters
        if len(cluster.members) > 1 and by[cluster.members[0]].text.startswith("2,930")
    }
    assert verdicts == {expected}
