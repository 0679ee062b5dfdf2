"""The laws of the interval algebra, counted over pairs of renderings.

    python tests/algebra/laws.py --pairs 1000000 [--seed 1]

Symmetric: either order gives the same answer. Sound: two honest renderings of one value
never exclude each other. Monotone: a wider interval around a value never turns agreement
into exclusion. Powerful: values whose intervals are apart do exclude each other.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from dataclasses import replace
from decimal import Decimal
from functools import lru_cache
from pathlib import Path
from random import Random

sys.path.insert(0, str(Path(__file__).parent))
import renderings

from twosource.extract.values import read_values
from twosource.intervals import Relation, compare_dates, compare_quantities
from twosource.model import DateValue, Interval, Quantity
from twosource.stretches import stretch_of

Value = Quantity | DateValue


@lru_cache(maxsize=200_000)
def read(text: str) -> Value | None:
    """The one value of a text; None when none or several are read."""
    found = read_values(text)
    value = found[0].value if len(found) == 1 else None
    return value if isinstance(value, (Quantity, DateValue)) else None


def relation(one: Value, two: Value) -> Relation:
    """Compare two values of one kind."""
    if isinstance(one, Quantity) and isinstance(two, Quantity):
        return compare_quantities(one, two)
    if isinstance(one, DateValue) and isinstance(two, DateValue):
        return compare_dates(one, two)
    return Relation.INCOMPARABLE


def check(chance: Random, counts: Counter[str]) -> str | None:
    """Check one pair of renderings of one value and one of another; a broken law in words."""
    dated = chance.random() < 0.4
    texts = _dates(chance) if dated else _numbers(chance)
    values = [read(text) for text in texts]
    if any(value is None for value in values):
        counts["not read"] += 1
        return None
    one, two, far = values
    assert one is not None
    assert two is not None
    assert far is not None
    counts["pairs"] += 1
    found = relation(one, two)
    if found is not relation(two, one) or relation(one, far) is not relation(far, one):
        return f"not symmetric: {texts}"
    if found is Relation.EXCLUDES:
        return f"not sound: {texts[0]!r} / {texts[1]!r}"
    if _apart(one, far):
        counts["apart"] += 1
        counts["told apart"] += relation(one, far) is Relation.EXCLUDES
    if isinstance(two, Quantity) and relation(far, two) is not Relation.EXCLUDES:
        wider = replace(two, interval=_wider(two.interval), hedge=two.hedge or "about")
        if relation(far, wider) is Relation.EXCLUDES:
            return f"not monotone: {texts[2]!r} / {texts[1]!r}"
    return None


def _numbers(chance: Random) -> list[str]:
    value, unit = renderings.number(chance)
    other = value * chance.choice((Decimal("0.2"), Decimal("0.7"), Decimal("1.4"), Decimal(6)))
    far = renderings.round_to(other, Decimal("0.1") if unit != "men" else Decimal(1))
    pair = [renderings.write_number(value, unit, chance) for _ in range(2)]
    return [*pair, renderings.write_number(max(far, Decimal(1)), unit, chance)]


def _dates(chance: Random) -> list[str]:
    value, other = renderings.day(chance), renderings.day(chance)
    return [renderings.write_day(day, chance) for day in (value, value, other)]


def _wider(interval: Interval) -> Interval:
    low, high = interval.low, interval.high
    return Interval(
        None if low is None else low - abs(low) / 10 - 1,
        None if high is None else high + abs(high) / 10 + 1,
        "none",
    )


def _apart(one: Value, two: Value) -> bool:
    """Are the intervals of two values of one unit apart?"""
    if isinstance(one, Quantity) and isinstance(two, Quantity) and one.unit == two.unit:
        ends = [(v.interval.low, v.interval.high) for v in (one, two)]
        return _before(ends[0][1], ends[1][0]) or _before(ends[1][1], ends[0][0])
    if isinstance(one, DateValue) and isinstance(two, DateValue):
        if not one.edtf or not two.edtf:
            return False
        (first, last), (begin, end) = stretch_of(one), stretch_of(two)
        return last < begin or end < first
    return False


def _before(high: Decimal | None, low: Decimal | None) -> bool:
    return high is not None and low is not None and high < low


def prove(pairs: int, seed: int) -> tuple[Counter[str], list[str]]:
    """Count over `pairs` pairs; the broken laws in words."""
    chance, counts, broken = Random(seed), Counter[str](), list[str]()
    while counts["pairs"] < pairs:
        if (found := check(chance, counts)) is not None:
            broken.append(found)
    return counts, broken


def main() -> None:
    """Print the counts and the first broken laws; exit 1 when there are any."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pairs", type=int, default=1_000_000)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    counts, broken = prove(options.pairs, options.seed)
    print(*(f"{name}: {count}" for name, count in sorted(counts.items())), sep="\n")
    print(f"broken: {len(broken)}", *broken[:20], sep="\n")
    sys.exit(bool(broken))


if __name__ == "__main__":
    main()
