"""What the command line does, for use from Python: compare two documents, check a draft.

Both read files as `twosource.corroborate` does and give frozen values. Nothing is printed.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from twosource.drafts import Checked, check_draft
from twosource.errors import InputError
from twosource.model import Assertion, Cluster, Report, Verdict
from twosource.pipeline import corroborate


@dataclass(frozen=True, slots=True)
class Pairing:
    """What two documents say of one fact: the assertions of A and of B, either may be ()."""

    cluster: Cluster
    a: tuple[Assertion, ...]
    b: tuple[Assertion, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two documents against each other; every cluster stands in exactly one of the tuples.

    Attributes:
        differ: Values that exclude each other. Both sides are given; one side alone when
            a document contradicts itself.
        agree: Both say it, the values can all hold.
        not_comparable: The values differ for a stated reason, such as another time.
        only_a, only_b: What only one of them says.
        report: The whole report.
    """

    differ: tuple[Pairing, ...]
    agree: tuple[Pairing, ...]
    not_comparable: tuple[Pairing, ...]
    only_a: tuple[Pairing, ...]
    only_b: tuple[Pairing, ...]
    report: Report


_GROUPS: Final = ("differ", "agree", "not_comparable", "only_a", "only_b")


def compare(a: str | Path, b: str | Path, *, encoding: str | None = None) -> Comparison:
    """Compare two documents.

    Args:
        a, b: Paths of the two files.
        encoding: Encoding of files that are not UTF-8 and state none.

    Raises:
        InputError: One of them could not be read.

    >>> import pathlib, tempfile
    >>> folder = pathlib.Path(tempfile.mkdtemp())
    >>> one, two = folder / "a.txt", folder / "b.txt"
    >>> _ = one.write_text("The Orrin Museum was founded in 1963. It has 412 paintings.")
    >>> _ = two.write_text("The Orrin Museum was established in 1965.")
    >>> found = compare(one, two)
    >>> [(p.cluster.statement, p.a[0].text, p.b[0].text) for p in found.differ]
    [('founding of Orrin Museum', '1963', '1965')]
    >>> [p.a[0].text for p in found.only_a if p.cluster.kind == "quantity"]
    ['412']
    """
    report = _read([str(a), str(b)], encoding)
    left = {s.id for s in report.sources if Path(s.document) == Path(a)}
    known = {item.id: item for item in report.assertions}
    groups: dict[str, list[Pairing]] = {name: [] for name in _GROUPS}
    for cluster in report.clusters:
        members = [known[name] for name in cluster.members]
        ours = tuple(item for item in members if item.source in left)
        theirs = tuple(item for item in members if item.source not in left)
        groups[_group(cluster, ours, theirs)].append(Pairing(cluster, ours, theirs))
    return Comparison(report=report, **{name: tuple(groups[name]) for name in _GROUPS})


def _group(cluster: Cluster, ours: Sequence[Assertion], theirs: Sequence[Assertion]) -> str:
    if cluster.verdict is Verdict.CONFLICT:
        return "differ"
    if not theirs:
        return "only_a"
    if not ours:
        return "only_b"
    return "not_comparable" if cluster.verdict is Verdict.NOT_COMPARABLE else "agree"


def check(
    draft: str | Path, against: Sequence[str | Path], *, encoding: str | None = None
) -> tuple[Checked, ...]:
    """Say of each assertion of a draft how it stands to the sources, in text order.

    Args:
        draft: Path of the draft.
        against: Files or folders of the sources.
        encoding: Encoding of files that are not UTF-8 and state none.

    Raises:
        InputError: The draft or a source could not be read.

    >>> import pathlib, tempfile
    >>> folder = pathlib.Path(tempfile.mkdtemp())
    >>> draft, source = folder / "draft.txt", folder / "source.txt"
    >>> _ = draft.write_text("The Orrin Museum was founded in 1963.")
    >>> _ = source.write_text("The Orrin Museum was established in 1965.")
    >>> [(row.standing.value, row.against[0].text) for row in check(draft, [source])][:1]
    [('contradicted', '1965')]
    """
    report = _read([str(draft), *map(str, against)], encoding)
    path = next(d.path for d in report.documents if Path(d.path) == Path(draft))
    return check_draft(report, path)


def _read(paths: list[str], encoding: str | None) -> Report:
    report = corroborate(list(dict.fromkeys(paths)), encoding=encoding)
    if not report.complete:
        problem = next(item for item in report.diagnostics if str(item.level) == "error")
        raise InputError(problem.document or "", problem.message)
    return report
