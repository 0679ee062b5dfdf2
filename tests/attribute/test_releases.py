"""One release behind many outlets: single where it alone stands behind a figure, else agreed.

python tests/attribute/test_releases.py      prints what was found of each folder
"""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from twosource.model import Kind, Report, Verdict
from twosource.pipeline import corroborate

FOLDER = Path(__file__).parent / "releases"
LABELS = tomllib.loads((FOLDER / "expected.toml").read_text(encoding="utf-8"))


def found(report: Report, figure: str) -> set[str]:
    """What clusters of several sources that hold the figure show: "single" or "agree"."""
    known = {item.id: item for item in report.assertions}
    kinds: set[str] = set()
    for cluster in report.clusters:
        members = [known[i] for i in cluster.members]
        several = len({item.source for item in members}) > 1
        if several and any(i.text == figure and i.kind is Kind.QUANTITY for i in members):
            single = cluster.verdict is Verdict.SINGLE_CITATION
            kinds.add("single" if single else str(cluster.verdict))
    return kinds


def judged(part: str, name: str) -> dict[str, tuple[str, set[str]]]:
    """Figure -> (label, what was found) of one folder."""
    report = corroborate([FOLDER / name])
    rows = LABELS[part][name]
    return {
        figure: (label, found(report, figure))
        for label in ("single", "agree")
        for figure in rows[label]
    }


@pytest.mark.parametrize("name", sorted(LABELS["open"]))
def test_open(name: str) -> None:
    for figure, (label, kinds) in judged("open", name).items():
        assert kinds <= {label}, figure


def test_all_together() -> None:
    """At least 80 in 100 of the single ones are found, no independent one is called single."""
    rows = [row for part in LABELS for name in LABELS[part] for row in judged(part, name).values()]
    single = [kinds for label, kinds in rows if label == "single"]
    assert sum(kinds == {"single"} for kinds in single) >= 0.8 * len(single)
    assert not any("single" in kinds for label, kinds in rows if label == "agree")


if __name__ == "__main__":
    for part in LABELS:
        for name in LABELS[part]:
            print(part, name, {f: (a, sorted(b)) for f, (a, b) in judged(part, name).items()})
