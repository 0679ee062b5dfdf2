"""Tell who names a source for a figure and gives another one than that source does.

In:  judged clusters, assertions with origins, groups of sources. Out: diagnostics of CR305. The
verdict of the cluster stays what it is: where more sources disagree, nothing else shows that one of
them has it from another and miscopied it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from twosource.model import Assertion, Cluster, Diagnostic
from twosource.rules.coherence import misquoted


def find_misquotes(
    clusters: Sequence[Cluster],
    assertions: Sequence[Assertion],
    groups: Mapping[str, str],
    documents: Mapping[str, str],
) -> tuple[Diagnostic, ...]:
    """Return one diagnostic for each figure that is not what the source credited for it gives.

    Args:
        groups: Source id -> the first of the sources that count as one with it.
        documents: Source id -> path of its document.
    """
    items = {item.id: item for item in assertions}
    told: dict[tuple[str, str], Diagnostic] = {}
    for cluster in clusters:
        for one, two in cluster.conflicts:
            for item, other in _quoting(items[one], items[two], groups):
                key = (item.id, groups[other.source])
                if key not in told:
                    told[key] = misquoted(_message(item, other), documents[item.source], item.span)
    return tuple(told[key] for key in sorted(told, key=lambda key: _place(items[key[0]], key)))


def _quoting(
    left: Assertion, right: Assertion, groups: Mapping[str, str]
) -> Iterator[tuple[Assertion, Assertion]]:
    """The one of a pair that names the source of the other, which tells its own in its own voice."""
    for item, other in ((left, right), (right, left)):
        own = groups[other.source]
        cited = item.attribution and item.origin == other.origin == f"own:{own}"
        if cited and groups[item.source] != own:
            yield item, other


def _message(item: Assertion, other: Assertion) -> str:
    return f"{item.source} gives {item.text} as from {other.source}; there it is {other.text}"


def _place(item: Assertion, key: tuple[str, str]) -> tuple[str, int, tuple[str, str]]:
    return item.source, item.span.start, key
