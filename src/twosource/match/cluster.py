"""Join linked pairs to clusters, without chains of weak links.

In:  links with weights. Out: groups of assertion indexes; the same for any input order.
Two groups are joined over their strongest link only when no pair across them speaks
against it and the pairs across them reach the threshold on average.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence


def merge(
    groups: Sequence[tuple[int, ...]],
    pairs: Sequence[tuple[int, int]],
    fits: Callable[[int, int], bool],
) -> list[tuple[int, ...]]:
    """Join groups that `pairs` connect, when every pair across them fits."""
    joined = list(groups)
    for left, right in pairs:
        one = next(members for members in joined if left in members)
        two = next(members for members in joined if right in members)
        if one is not two and all(fits(a, b) for a in one for b in two):
            joined = [g for g in joined if g is not one and g is not two]
            joined.append(tuple(sorted((*one, *two))))
    return sorted(joined)


def group(
    count: int,
    links: Sequence[tuple[float, int, int]],
    weight: Callable[[int, int], float],
    threshold: float,
    floor: float = 0.0,
    fits: Callable[[Sequence[int], Sequence[int]], bool] = lambda one, two: True,
) -> list[tuple[int, ...]]:
    """Return the groups of `count` items, sorted by first member.

    Args:
        count: Number of items, 0 to count - 1.
        links: (weight, i, j) of every pair linked by itself.
        weight: Weight of any pair, linked or not; very low = must not stand together.
        threshold: Least mean weight across two groups that are joined.
        floor: Least weight of any pair across them.
        fits: May two groups be joined at all?
    """
    member: list[int] = list(range(count))
    groups: dict[int, tuple[int, ...]] = {i: (i,) for i in range(count)}
    for _, left, right in sorted(links, key=lambda item: (-item[0], item[1], item[2])):
        one, two = member[left], member[right]
        if one == two:
            continue
        across = [weight(a, b) for a in groups[one] for b in groups[two]]
        if min(across) < floor or sum(across) / len(across) < threshold:
            continue
        if not fits(groups[one], groups[two]):
            continue
        low, high = min(one, two), max(one, two)
        groups[low] = tuple(sorted((*groups[one], *groups[two])))
        for item in groups.pop(high):
            member[item] = low
        for item in groups[low]:
            member[item] = low
    return sorted(groups.values())
