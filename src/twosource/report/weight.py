"""Which finding a reader should see first.

In: the view of a report and a cluster. Out: a key to sort by, the weightiest first. What people
settled comes last. A conflict weighs by the origins behind its two best-supported sides: two
against three is more than one against nine. Everything else weighs by its origins and sources.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from twosource.report.view import View

Row = dict[str, Any]
Weight = tuple[bool, int, int, int, str, str]


def weight(v: View, cluster: Row) -> Weight:
    """Sort key of a cluster among those of one verdict."""
    members = v.members(cluster)
    sources = len({item["source"] for item in members})
    settled = "accepted" in cluster or "decision" in cluster
    contested = _contested(v, cluster) if cluster["conflicts"] else 0
    return (
        settled,
        -contested,
        -v.roots(members),
        -sources,
        str(cluster["statement"]),
        str(cluster["id"]),
    )


def _contested(v: View, cluster: Row) -> int:
    """Known origins behind the second-best supported side, at least one."""
    roots = sorted((v.roots(items) for _, items in v.sides(cluster)), reverse=True)
    return max(1, roots[1]) if len(roots) > 1 else 1
