"""Where nobody contradicts anybody, hardly a conflict may be found."""

from __future__ import annotations

from pathlib import Path

import pytest

from twosource.model import Report, Verdict
from twosource.pipeline import corroborate

CALM = Path(__file__).parent / "calm"
ALLOWED = 1  # in PER words
PER = 10_000


@pytest.fixture(scope="module")
def reports() -> dict[str, Report]:
    """Corroborate the documents of each folder as a user would, without a manifest."""
    return {folder.name: corroborate(paths(folder)) for folder in folders()}


def folders() -> list[Path]:
    """The corpora, by name."""
    return sorted(path for path in CALM.iterdir() if path.is_dir())


def paths(folder: Path) -> list[str]:
    """The documents of one corpus, in order."""
    return [str(path) for path in sorted(folder.iterdir()) if path.suffix in {".txt", ".md"}]


def words(folder: Path) -> int:
    """How many words the documents hold."""
    return sum(len(Path(path).read_text(encoding="utf-8").split()) for path in paths(folder))


def alarms(report: Report) -> list[str]:
    """Each conflict with the quotes of its members."""
    known = {item.id: item for item in report.assertions}
    return [
        f"{cluster.statement}: " + " / ".join(known[member].quote for member in cluster.members)
        for cluster in report.clusters
        if cluster.verdict is Verdict.CONFLICT
    ]


def test_no_alarm_in_any_of_them(reports: dict[str, Report]) -> None:
    """Each corpus by itself has no conflict at all."""
    assert {name: alarms(report) for name, report in reports.items() if alarms(report)} == {}


def test_hardly_an_alarm(reports: dict[str, Report]) -> None:
    """At most one false conflict in 10,000 words over all corpora."""
    found = [f"{name}: {alarm}" for name, report in reports.items() for alarm in alarms(report)]
    total = sum(words(folder) for folder in folders())
    print(f"{total} words, {len(found)} conflicts", *found, sep="\n")
    assert len(found) * PER <= ALLOWED * total


@pytest.mark.parametrize("folder", folders(), ids=lambda folder: folder.name)
def test_not_by_silence(folder: Path, reports: dict[str, Report]) -> None:
    """Each corpus has agreements in plenty: no alarm is no merit where nothing is compared."""
    verdicts = [cluster.verdict for cluster in reports[folder.name].clusters]
    assert verdicts.count(Verdict.AGREE) >= 25
