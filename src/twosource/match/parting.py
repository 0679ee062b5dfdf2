"""Part a group of texts that tells of two events of one sort; join groups of one event.

In:  the facts that each text of a group holds. Out: the group in parts, each of one event; of
several groups, those that tell of one event joined.

Two reports of one event share names, figures and words that reports of another event of the
same sort lack: the ship, the town, the number of the arrested. A group is parted in two where
two events are more probable than one, and then each part again. Each fact has a rate of its own
in each event, drawn from a beta distribution around its rate in the corpus (Heller and
Ghahramani 2005, "Bayesian hierarchical clustering", for the comparison of one and two).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from math import lgamma, log
from typing import Final

from twosource.lexicon import load
from twosource.match.bags import Bag

Facts = frozenset[str]
Parts = tuple[list[int], list[int]]
_STARTS: Final = 24  # pairs of facts, and single facts, to begin the search with
_ROUNDS: Final = 8  # times that every text may change sides
_CONTRASTS: Final = 40  # names and figures that are set against each other
_TELLING: Final = 300  # facts by which texts choose their side


@dataclass(frozen=True, slots=True)
class Rates:
    """What is known of the facts before a group is looked at.

    Attributes:
        share: Fact -> share of all texts that hold it, above 0 and below 1.
        weight: Fact -> how much it counts, by its kind.
        mean: Mean weight of the facts of a text.
        strength: How many texts the rate in the corpus counts for in an event.
    """

    share: Mapping[str, float]
    weight: Mapping[str, float]
    mean: float
    strength: float


def facts_of(bags: Sequence[Bag]) -> list[Facts]:
    """The names ("@orrin"), days, figures and words of each text that another text holds, too.

    The day of an event ("@d7": Sunday, "@m12": December) tells it from others like a name.
    """
    found = [
        frozenset({*(f"@{name}" for name in bag.names | bag.days), *(bag.words.keys() - bag.names)})
        for bag in bags
    ]
    seen = Counter(fact for facts in found for fact in facts)
    return [frozenset(fact for fact in facts if seen[fact] > 1) for facts in found]


def rates_of(texts: Sequence[Facts]) -> Rates:
    """Fit the rates on the texts at hand, beside imagined ones that hold nothing."""
    rule = load("documents")["part"]
    seen = Counter(fact for facts in texts for fact in sorted(facts))
    size = len(texts) + float(load("documents")["link"]["imagined"])
    weight = {fact: float(rule[kind_of(fact)]) for fact in seen}
    total = sum(weight[fact] * seen[fact] for fact in sorted(seen))
    share = {fact: count / size for fact, count in seen.items()}
    return Rates(share, weight, total / size, float(rule["strength"]))


def kind_of(fact: str) -> str:
    """Is a fact a "name", a "figure" or a "word"?"""
    return "name" if fact[0] == "@" else "figure" if fact[0].isdigit() else "word"


def part(group: Iterable[int], texts: Sequence[Facts], rates: Rates) -> list[list[int]]:
    """Part a group while two events are more probable than one.

    Args:
        group: Numbers of texts.
        texts: The facts of all texts.
        rates: As `rates_of` fits them on `texts`.

    Returns:
        The numbers in parts, each sorted, in the order of their first ones. No part is smaller
        than `least` of documents.toml, unless the group is.
    """
    most = float(load("documents")["part"]["odds"])
    todo, done = [sorted(group)], []
    while todo:
        members = todo.pop()
        found = _likeliest(members, texts, rates)
        if found is None or found[0] > most:
            done.append(members)
        else:
            todo += found[1]
    return sorted(done)


def join(
    groups: Sequence[Sequence[int]],
    alike: Iterable[tuple[int, int]],
    texts: Sequence[Facts],
    rates: Rates,
) -> list[list[int]]:
    """Join groups while one event is more probable than two, the most probable first.

    Args:
        groups: Numbers of texts.
        alike: Pairs of places in `groups`, of groups alike enough to be looked at; what one
            group is alike to, a group that it has joined is alike to as well.
        texts, rates: As for `part`.
    """
    least = float(load("documents")["part"]["again"])
    held = {number: list(members) for number, members in enumerate(groups)}
    odds: dict[tuple[int, int], float] = {}
    todo = {(min(pair), max(pair)) for pair in alike}
    while True:
        for one, two in sorted(todo - odds.keys()):
            odds[one, two] = one_event(held[one], held[two], texts, rates)
        best, pair = max(((odds[pair], (-pair[0], -pair[1])) for pair in todo), default=(least, ()))
        if best <= least or not pair:
            return list(held.values())
        one, two = -pair[0], -pair[1]
        held[one] += held.pop(two)
        todo = {_moved(pair, two, one) for pair in todo if pair != (one, two)}
        odds = {pair: value for pair, value in odds.items() if not {one, two} & set(pair)}


def _moved(pair: tuple[int, int], old: int, new: int) -> tuple[int, int]:
    one, two = (new if number == old else number for number in pair)
    return min(one, two), max(one, two)


def _likeliest(
    members: Sequence[int], texts: Sequence[Facts], rates: Rates
) -> tuple[float, Parts] | None:
    """The two parts that are the most probable, with the log odds of one event."""
    least = int(load("documents")["part"]["least"])
    if len(members) < 2 * least:
        return None
    seen = _count(members, texts)
    telling = _telling(seen, len(members), rates)
    kept = frozenset(telling)
    told = {i: texts[i] & kept for i in members}
    found: dict[frozenset[int], tuple[float, Parts]] = {}
    for start in _starts(members, texts, seen):
        held = _settle(start, told, telling, rates)
        if held not in found and least <= len(held) <= len(members) - least:
            parts = sorted(held), [i for i in members if i not in held]
            found[held] = one_event(parts[0], parts[1], texts, rates), parts
    return min(found.values(), default=None)


def _count(members: Iterable[int], texts: Sequence[Facts]) -> Counter[str]:
    return Counter(fact for i in members for fact in texts[i])


def _telling(seen: Mapping[str, int], size: int, rates: Rates) -> list[str]:
    """Facts that some texts of the group hold and others lack, the most even first."""
    even = {fact: rates.weight[fact] * min(n, size - n) for fact, n in seen.items() if n > 1}
    return sorted(even, key=lambda fact: (-even[fact], fact))[:_TELLING]


def _starts(
    members: Sequence[int], texts: Sequence[Facts], seen: Mapping[str, int]
) -> Iterator[tuple[frozenset[int], frozenset[int]]]:
    """Texts with one name or figure against texts with another; with one against all the rest."""
    size = len(members)
    keys = [
        fact
        for fact, n in seen.items()
        if kind_of(fact) != "word" and max(2, 0.2 * size) <= n <= 0.8 * size
    ]
    keys = sorted(keys, key=lambda fact: (-min(seen[fact], size - seen[fact]), fact))[:_CONTRASTS]
    holders = {fact: frozenset(i for i in members if fact in texts[i]) for fact in keys}
    apart = []
    for one, two in combinations(keys, 2):
        both = len(holders[one] & holders[two])
        if both <= 0.1 * min(seen[one], seen[two]):
            apart.append((2 * both - seen[one] - seen[two], one, two))
    for _, one, two in sorted(apart)[:_STARTS]:
        yield holders[one] - holders[two], holders[two] - holders[one]
    for key in keys[:_STARTS]:
        yield holders[key], frozenset(members) - holders[key]


def _settle(
    sides: tuple[frozenset[int], frozenset[int]],
    told: Mapping[int, Facts],
    telling: Sequence[str],
    rates: Rates,
) -> frozenset[int]:
    """Let texts go to the side that is likelier to hold their facts, until none moves.

    Returns one side. What a text itself holds does not speak for the side it is on.
    """
    members = frozenset(told)
    held = {i: tuple(fact for fact in telling if fact in facts) for i, facts in told.items()}
    for _ in range(_ROUNDS):
        tables = {}
        for number, side in enumerate(sides):
            count = Counter(fact for i in side for fact in held[i])
            for own in (False, True):
                tables[number, own] = _table(telling, count, len(side), own, rates)
        one = frozenset(
            i
            for i, facts in held.items()
            if _score(facts, tables[0, i in sides[0]]) >= _score(facts, tables[1, i in sides[1]])
        )
        if one == sides[0] and sides[1] == members - one:
            break
        sides = one, members - one
    return sides[0]


_Table = tuple[float, dict[str, float]]


def _table(
    facts: Sequence[str], count: Mapping[str, int], size: int, own: bool, rates: Rates
) -> _Table:
    """(log likelihood of a text without any facts, fact -> what holding it adds)."""
    size = max(0, size - own)
    whole = rates.strength + size
    base, adds = 0.0, {}
    for fact in facts:
        prior, weight = rates.strength * rates.share[fact], rates.weight[fact]
        lacks = weight * log(1 - (prior + min(count[fact], size)) / whole)
        base += lacks
        adds[fact] = weight * log((prior + max(0, count[fact] - own)) / whole) - lacks
    return base, adds


def _score(facts: Sequence[str], table: _Table) -> float:
    base, adds = table
    return base + sum(adds[fact] for fact in facts)


def one_event(
    one: Sequence[int], two: Sequence[int], texts: Sequence[Facts], rates: Rates
) -> float:
    """Log odds that two sets of texts tell of one event rather than of two.

    What neither holds speaks for one event, a little for each fact: together as much as the
    mean load of a text.
    """
    counts, sizes = (_count(one, texts), _count(two, texts)), (len(one), len(two))
    total = rates.mean * (_harmonic(sizes[0]) + _harmonic(sizes[1]) - _harmonic(sum(sizes)))
    for fact in sorted({*counts[0], *counts[1]}):
        a = rates.strength * rates.share[fact]
        b = rates.strength - a
        held = counts[0][fact], counts[1][fact]
        apart = sum(_evidence(n, size, a, b) for n, size in zip(held, sizes, strict=True))
        total += rates.weight[fact] * (_evidence(sum(held), sum(sizes), a, b) - apart)
    return total


def _harmonic(size: int) -> float:
    return sum(1 / n for n in range(1, size + 1))


def _evidence(held: int, size: int, a: float, b: float) -> float:
    """Log probability that `held` of `size` texts hold a fact, its rate being beta(a, b)."""
    given = lgamma(a + held) + lgamma(b + size - held) - lgamma(a + b + size)
    return given - lgamma(a) - lgamma(b) + lgamma(a + b)
