"""Find the equation that gives a figure of one origin from figures of others.

In:  the members of a cluster, the origins behind them, derivations. Out: the derivation that stands
for a second origin, or None.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from twosource.model import Assertion, Derivation, Origin, OriginKind


def find_proof(
    members: Sequence[Assertion],
    support: Sequence[str],
    items: Mapping[str, Assertion],
    roots: Mapping[str, Origin],
    derived: Mapping[str, Sequence[Derivation]],
) -> Derivation | None:
    """Return an equation that gives a member from figures of other sources with other, known roots.

    Args:
        members: The assertions of the cluster.
        support: Ids of the origins behind them.
        items: Assertions by id.
        roots: Origins by id.
        derived: Derivations by the id of the assertion that follows.

    Returns:
        The first in the order of the members; None where there is none, or where not exactly
        one known origin stands behind the cluster.
    """
    if sum(is_known(root, roots) for root in support) != 1:
        return None
    own = {item.source for item in members}
    for item in members:
        for row in derived.get(item.id, ()):
            parts = [items[part] for part in row.parts]
            if not own & {part.source for part in parts} and _fresh(parts, support, roots):
                return row
    return None


def _fresh(
    parts: Sequence[Assertion], support: Collection[str], roots: Mapping[str, Origin]
) -> bool:
    """Are the parts of known origins that do not stand behind the cluster already?"""
    origins = {part.origin for part in parts}
    return all(is_known(root, roots) for root in origins) and not origins & set(support)


def is_known(origin: str, roots: Mapping[str, Origin]) -> bool:
    """Tell whether an origin can be looked up: one's own voice, or a work or body that is named."""
    found = roots.get(origin)
    return found is not None and found.kind is not OriginKind.UNKNOWN
