"""Of all that another source says, is this the best partner?

In:  the weights of all candidate pairs without this field. Out: a level for every pair.
Where the values agree: "only" when neither has another such partner in the other's source,
"clear" and "near" by how far the best other partner is behind, "beaten" when one is ahead.
Where they exclude each other: "answered" when either has a partner that agrees, "foremost"
when no other value of the other's source comes near this one in the slot, "ahead" when others
come near but are behind, "alone" when none is anything like it, else "unanswered".
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from twosource.match.restated import restates
from twosource.model import Assertion

_CLEAR: Final = 1.5
_BEATEN: Final = -0.75
_FOREMOST: Final = 1.2
_AHEAD: Final = 0.2
_ALONE: Final = 3.5
FOREMOST: Final = frozenset({"alone", "foremost"})
BEST: Final = FOREMOST | {"ahead"}
_BESIDE: Final = 0.75  # slot weight that an agreeing partner may be behind and still answer


@dataclass(frozen=True, slots=True)
class Scored:
    """A candidate pair: indexes, weight, weight of the slot alone, whether the values agree,
    and whether a field says that two different things are meant, or the values agree only because
    one is so roughly written (5,000 and 10,000).
    """

    left: int
    right: int
    total: float
    slot: float
    agrees: bool
    apart: bool = False


Answers = Mapping[tuple[int, str], Sequence[tuple[float, float]]]
Ranked = Mapping[tuple[int, str], Sequence[tuple[float, int]]]


def rival_levels(
    items: Sequence[Assertion], pairs: Iterable[Scored], link: float
) -> Mapping[tuple[str, str], str]:
    """Return (id, id), in order, -> level, for pairs of different sources.

    Args:
        pairs: Every candidate pair whose values can be compared.
        link: Weight from which a pair would be linked.
    """
    kept = [pair for pair in pairs if items[pair.left].source != items[pair.right].source]
    agreeing = _ranked(items, [(pair, pair.total) for pair in kept if pair.agrees])
    answers = _answers(items, kept)
    alike = _ranked(items, [(pair, pair.slot) for pair in kept])
    levels: dict[tuple[str, str], str] = {}
    for pair in kept:
        low, high = sorted((items[pair.left].id, items[pair.right].id))
        if pair.agrees:
            levels[low, high] = _level(_margin(items, pair, pair.total, agreeing))
        else:
            levels[low, high] = _excluded(items, pair, answers, alike, link)
    return levels


def _ranked(items: Sequence[Assertion], scored: Iterable[tuple[Scored, float]]) -> Ranked:
    """Partners of each item in each other source, the best first."""
    found: dict[tuple[int, str], list[tuple[float, int]]] = defaultdict(list)
    for pair, weight in scored:
        found[pair.left, items[pair.right].source].append((weight, pair.right))
        found[pair.right, items[pair.left].source].append((weight, pair.left))
    for partners in found.values():
        partners.sort(key=lambda partner: (-partner[0], partner[1]))
    return found


def _answers(items: Sequence[Assertion], pairs: Iterable[Scored]) -> Answers:
    """(weight, weight of the slot) of the agreeing partners of each item in each other source."""
    found: dict[tuple[int, str], list[tuple[float, float]]] = defaultdict(list)
    for pair in pairs:
        if pair.agrees and not pair.apart:
            found[pair.left, items[pair.right].source].append((pair.total, pair.slot))
            found[pair.right, items[pair.left].source].append((pair.total, pair.slot))
    return found


def _sides(items: Sequence[Assertion], pair: Scored) -> tuple[tuple[tuple[int, str], int], ...]:
    left, right = pair.left, pair.right
    return ((left, items[right].source), right), ((right, items[left].source), left)


def _margin(
    items: Sequence[Assertion], pair: Scored, weight: float, ranked: Ranked
) -> float | None:
    """How far the best other partner of either side is behind; None when there is none."""
    others = [
        next((w for w, item in ranked.get(key, ()) if not restates(items[item], items[me])), None)
        for key, me in _sides(items, pair)
    ]
    rivals = [other for other in others if other is not None]
    return weight - max(rivals) if rivals else None


def _level(margin: float | None) -> str:
    if margin is None:
        return "only"
    return "clear" if margin >= _CLEAR else "near" if margin >= _BEATEN else "beaten"


def _excluded(
    items: Sequence[Assertion], pair: Scored, agreeing: Answers, alike: Ranked, link: float
) -> str:
    for key, _ in _sides(items, pair):
        for total, slot in agreeing.get(key, ()):
            if total >= link and slot >= pair.slot - _BESIDE:
                return "answered"
    margin = _margin(items, pair, pair.slot, alike)
    if margin is None or margin >= _ALONE:
        return "alone"
    if margin >= _FOREMOST:
        return "foremost"
    return "ahead" if margin >= _AHEAD else "unanswered"
