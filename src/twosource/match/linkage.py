"""Join groups by average link, the nearest two first.

In:  groups, and the sum of the likenesses across each two that are alike at all. Out: fewer
groups. Average link (Sokal and Michener 1958, "A statistical method for evaluating systematic
relationships") joins no two groups through a single pair that is alike.
"""

from __future__ import annotations

import heapq
from collections.abc import Sequence
from dataclasses import dataclass, field


@dataclass(slots=True)
class Linkage:
    """Groups being joined: the nearest two first, by the mean of all likenesses across them.

    Attributes:
        start: The groups to begin with, of any numbers.
    """

    start: Sequence[Sequence[int]]
    members: dict[int, list[int]] = field(init=False)
    across: dict[int, dict[int, float]] = field(init=False)  # group -> group -> sum
    queue: list[tuple[float, int, int, int, int]] = field(init=False)

    def __post_init__(self) -> None:
        self.members = {i: list(members) for i, members in enumerate(self.start)}
        self.across = {i: {} for i in self.members}
        self.queue = []

    def meet(self, total: float, one: int, two: int) -> None:
        """Tell the sum of the likenesses across two groups, by their places in `start`."""
        self.across[one][two] = self.across[two][one] = total
        sizes = self._size(one), self._size(two)
        self.queue.append((-total / (sizes[0] * sizes[1]), one, two, *sizes))

    def joined(self, least: float) -> list[list[int]]:
        """Join while two groups are alike enough."""
        heapq.heapify(self.queue)
        while self.queue and -self.queue[0][0] >= least:
            _, one, two, size, other = heapq.heappop(self.queue)
            if self._size(one) == size and self._size(two) == other:
                self._join(one, two)
        return list(self.members.values())

    def _size(self, group: int) -> int:
        return len(self.members.get(group, ()))

    def _join(self, one: int, two: int) -> None:
        self.members[one] += self.members.pop(two)
        near = self.across[one]
        for other, score in self.across.pop(two).items():
            self.across[other].pop(two, None)
            if other != one:
                near[other] = self.across[other][one] = near.get(other, 0.0) + score
        near.pop(two, None)
        for other, score in near.items():
            low, high = sorted((one, other))
            mean = score / (self._size(one) * self._size(other))
            heapq.heappush(self.queue, (-mean, low, high, self._size(low), self._size(high)))
