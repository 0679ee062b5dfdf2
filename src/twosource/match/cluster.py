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
    joined = dict(enumerate(groups))
    place = {item: number for number, members in joined.items() for item in members}
    misfit: set[tuple[int, int]] = set()  # no group that holds either can be joined to the other
    for left, right in pairs:
        one, two = place[left], place[right]
        if one == two or (min(one, two), max(one, two)) in misfit:
            continue
        if all(fits(a, b) for a in joined[one] for b in joined[two]):
            joined[one] = tuple(sorted((*joined[one], *joined.pop(two))))
            place.update(dict.fromkeys(joined[one], one))
        else:
            misfit.add((min(one, two), max(one, two)))
    return sorted(joined.values())


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
    failed: set[tuple[int, int, int, int]] = set()
    for _, left, right in sorted(links, key=lambda item: (-item[0], item[1], item[2])):
        one, two = member[left], member[right]
        if one == two:
            continue
        low, high = min(one, two), max(one, two)
        tried = low, high, len(groups[low]), len(groups[high])  # groups only grow
        if tried in failed:
            continue
        if not _joinable(groups[one], groups[two], weight, threshold, floor, fits):
            failed.add(tried)
            continue
        groups[low] = tuple(sorted((*groups[one], *groups[two])))
        for item in groups.pop(high):
            member[item] = low
        for item in groups[low]:
            member[item] = low
    return sorted(groups.values())


def _joinable(
    one: Sequence[int],
    two: Sequence[int],
    weight: Callable[[int, int], float],
    threshold: float,
    floor: float,
    fits: Callable[[Sequence[int], Sequence[int]], bool],
) -> bool:
    """Does nothing across two groups speak against joining them, and the mean for it?"""
    across = []
    for a in one:
        for b in two:
            across.append(weight(a, b))
            if across[-1] < floor:
                return False
    return sum(across) / len(across) >= threshold and fits(one, two)
