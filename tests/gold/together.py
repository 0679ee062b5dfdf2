"""Every labelled and every calm corpus by itself, and all of them as one folder: the same?

    python tests/gold/together.py

Prints how many clusters of several members a folder of all subjects has in common with the
subjects alone, how many hold two subjects, and the conflicts. No label is looked at.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from twosource.model import Report, Verdict
from twosource.pipeline import corroborate

HERE = Path(__file__).parent
READ = {".txt", ".md", ".html"}

Place = tuple[str, int, int, str]  # document, span, kind
Clusters = dict[frozenset[Place], tuple[str, str]]  # members -> verdict and detail


@dataclass(frozen=True, slots=True)
class Compared:
    """Clusters of several members, alone and together; verdicts of the same clusters.

    Attributes:
        alone, together, same: How many there are in the single folders, in the one, in both.
        across: Clusters of the one folder that hold several subjects.
        conflicts: Those of the single folders and those of the one.
        other: Clusters with the same members and another verdict.
    """

    alone: int
    together: int
    same: int
    across: int
    conflicts: tuple[int, int]
    other: int


def folders() -> list[Path]:
    """The corpora, labelled and calm, by name."""
    labelled = [path for path in HERE.iterdir() if (path / "gold.json").is_file()]
    return sorted(labelled) + sorted(path for path in (HERE / "calm").iterdir() if path.is_dir())


def documents(folder: Path) -> list[str]:
    """The paths of a corpus, in order."""
    found = [path for path in sorted(folder.iterdir()) if path.suffix in READ]
    return [str(path) for path in found if path.name != "README.md"]


def clusters(report: Report) -> Clusters:
    """Clusters by the places of their members."""
    document = {source.id: source.document for source in report.sources}
    place = {
        a.id: (document[a.source], a.span.start, a.span.end, str(a.kind)) for a in report.assertions
    }
    return {
        frozenset(place[name] for name in cluster.members): (
            str(cluster.verdict),
            str(cluster.detail),
        )
        for cluster in report.clusters
    }


def compare(corpora: Sequence[Path]) -> Compared:
    """Run each corpus by itself, and all as one."""
    alone: Clusters = {}
    for folder in corpora:
        alone |= clusters(corroborate(documents(folder)))
    together = clusters(corroborate([path for folder in corpora for path in documents(folder)]))
    several = [{key for key in found if len(key) > 1} for found in (alone, together)]
    return Compared(
        alone=len(several[0]),
        together=len(several[1]),
        same=len(several[0] & several[1]),
        across=sum(len(_subjects(key)) > 1 for key in together),
        conflicts=(_conflicts(alone), _conflicts(together)),
        other=sum(key in alone and alone[key] != found for key, found in together.items()),
    )


def _subjects(members: Iterable[Place]) -> set[Path]:
    return {Path(document).parent for document, *_ in members}


def _conflicts(found: Clusters) -> int:
    return sum(verdict == Verdict.CONFLICT for verdict, _ in found.values())


if __name__ == "__main__":
    print(compare(folders()))
