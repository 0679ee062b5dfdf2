"""Of all that another source says, is this the best partner?

In:  the weights of all candidate pairs without this field. Out: a level for every pair:
"only" when neither has another partner whose value agrees in the other's source, "clear"
and "near" by how far the best other partner is behind, "beaten" when one is ahead. Pairs
whose values exclude each other are "answered" when either has a partner that agrees.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from twosource.model import Assertion

_CLEAR: Final = 1.5
_BEATEN: Final = -0.75

Scored = tuple[float, int, int, bool]


def rival_levels(
    items: Sequence[Assertion], pairs: Iterable[Scored], link: float
) -> Mapping[tuple[str, str], str]:
    """Return (id, id), in order, -> level, for pairs of different sources.

    Args:
        pairs: (weight, i, j, agrees) of every candidate pair; `agrees`: the values do not
            exclude each other.
        link: Weight from which a pair would be linked.
    """
    kept = [pair for pair in pairs if items[pair[1]].source != items[pair[2]].source]
    best: dict[tuple[int, str], list[tuple[float, int]]] = defaultdict(list)
    for total, left, right, agrees in kept:
        if agrees:
            best[left, items[right].source].append((total, right))
            best[right, items[left].source].append((total, left))
    for found in best.values():
        found.sort(key=lambda pair: (-pair[0], pair[1]))
    levels: dict[tuple[str, str], str] = {}
    for total, left, right, agrees in kept:
        low, high = sorted((items[left].id, items[right].id))
        lists = best.get((left, items[right].source), ()), best.get((right, items[left].source), ())
        if agrees:
            levels[low, high] = _level(total, (lists[0], right), (lists[1], left))
        elif any(found and found[0][0] >= link for found in lists):
            levels[low, high] = "answered"
        else:
            levels[low, high] = "unanswered"
    return levels


def _level(total: float, *sides: tuple[Sequence[tuple[float, int]], int]) -> str:
    others = [next((weight for weight, item in found if item != me), None) for found, me in sides]
    rivals = [weight for weight in others if weight is not None]
    if not rivals:
        return "only"
    margin = total - max(rivals)
    return "clear" if margin >= _CLEAR else "near" if margin >= _BEATEN else "beaten"
