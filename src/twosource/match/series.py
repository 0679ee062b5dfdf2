"""Join the figures of one running count to a series: 41 dead on the day, 97 at night, 261 in the end.

In:  groups of assertions that are linked by themselves, and the pairs of their kind. Out: the
groups, those of one running slot told at different times made one. A figure that grows or
shrinks with time fills one slot at each time; joined, the series can be shown as one, and a
contradiction of one day inside it is still found.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cache
from itertools import combinations
from typing import Final

from twosource.edtf import FIRST
from twosource.extract.senses import noun_class, same_noun
from twosource.intervals import Relation, pair_in_one_unit
from twosource.lexicon import load
from twosource.match.accrued import happened, is_counted_up
from twosource.match.change import change_reason, follows, is_running, running_ids, when
from twosource.match.cluster import merge
from twosource.match.levels import weights
from twosource.match.pairs import Pairs
from twosource.match.rivals import FOREMOST
from twosource.match.times import days, stretches
from twosource.match.tolerance import hard_fields
from twosource.match.values import relation
from twosource.model import Assertion, Quantity

Group = tuple[int, ...]

_FACTOR: Final = Decimal(25)  # between two figures of one series
_ASIDE: Final = frozenset({"time", "value", "rivals", "support", "voices"})
_UNSAID: Final = frozenset({"same", "shared", "missing", "faint", "none"})  # of the sense
_UNMARKED: Final = frozenset({"none", "same", "soft"})  # levels of the qualifiers
_SAME: Final = frozenset({"same", "near"})
_BEFORE: Final = 24  # characters before a figure in which "of" makes it a whole
_WHOLE: Final = re.compile(r"(?<!total)(?<!number)(?:\A|[ (])of(?: the| its| their)?\Z")
_GROWING: Final = frozenset({"kill", "burn-area"})
_MONTH: Final = len("2012-03")


def series(groups: Sequence[Group], pairs: Pairs) -> list[Group]:
    """Join groups that tell one running figure at different times, the surest first."""
    found = [*_steps(groups, pairs), *_accrued(groups, pairs), *_ended(groups, pairs)]
    surest = sorted(found, key=lambda step: (-step[0], step[1:]))
    steps = [(left, right) for _, left, right in surest]
    return merge(groups, steps, lambda left, right: _stands(left, right, pairs))


def _steps(groups: Sequence[Group], pairs: Pairs) -> Iterator[tuple[float, int, int]]:
    """(weight of the slot, i, j) of every two figures that may follow each other."""
    least = float(weights()["series"])
    for left, right in _of_one_sort([i for group in groups for i in group], pairs):
        one, two = pairs.items[left], pairs.items[right]
        if _one_count(one, two) and _later(one, two) and _one_body(pairs, left, right):
            weight = sum(w for name, _, w in pairs.fields(left, right) if name not in _ASIDE)
            if weight >= least:
                yield weight, left, right


def _accrued(groups: Sequence[Group], pairs: Pairs) -> Iterator[tuple[float, int, int]]:
    """The same of every two counts of what has happened so far, where one goes on from the other."""
    told: dict[tuple[str, str], list[int]] = defaultdict(list)
    for i in sorted(i for group in groups for i in group):
        item = pairs.items[i]
        for verb in sorted(happened(item)):
            told[verb, getattr(item.value, "unit", "")].append(i)
    for left, right in sorted({pair for row in told.values() for pair in combinations(row, 2)}):
        one, two = pairs.items[left], pairs.items[right]
        apart = one.source != two.source and relation(one, two) is Relation.EXCLUDES
        if apart and follows(one, two):
            yield (
                sum(w for name, _, w in pairs.fields(left, right) if name not in _ASIDE),
                left,
                right,
            )


def _ended(groups: Sequence[Group], pairs: Pairs) -> Iterator[tuple[float, int, int]]:
    """The same of every count of what has happened so far, and the larger one told in the end.

    "240 samples have been tested so far", "2,400 samples were tested": of one noun and one
    happening, told later, and no other figure of either source comes near.
    """
    told: dict[tuple[str, str], list[int]] = defaultdict(list)
    for i in sorted(i for group in groups for i in group):
        noun, value = pairs.items[i].slot.noun, pairs.items[i].value
        if noun and isinstance(value, Quantity) and value.role == "cardinal":
            told[noun, value.unit].append(i)
    for left, right in (pair for row in told.values() for pair in combinations(row, 2)):
        one, two = pairs.items[left], pairs.items[right]
        if (_grew(one, two) or _grew(two, one)) and _told_of_one(left, right, pairs):
            fields = pairs.fields(left, right)
            yield sum(w for name, _, w in fields if name not in _ASIDE), left, right


def _told_of_one(left: int, right: int, pairs: Pairs) -> bool:
    """Has the same happened to both, as no other figure of either source comes near?

    Where both are counts so far, one of them need not say what has happened.
    """
    levels = {name: level for name, level, _ in pairs.fields(left, right)}
    if levels["rivals"] not in FOREMOST or levels["qualifiers"] not in _UNMARKED:
        return False
    sides = pairs.items[left], pairs.items[right]
    if all(map(happened, sides)):
        return bool(happened(sides[0]) & happened(sides[1]))
    senses = [item.slot.senses[:1] for item in sides]
    both = all(map(is_counted_up, sides)) and levels["sense"] in _UNSAID
    return both or senses[0] == senses[1] != ()


def _grew(early: Assertion, final: Assertion) -> bool:
    """Is the one a count so far, and the other a larger one of a later source?"""
    if early.source == final.source or not (is_counted_up(early) or happened(early)):
        return False
    if (
        _is_whole(early)
        or _is_whole(final)
        or not {early.slot.scope.part, final.slot.scope.part} <= {None}
    ):
        return False
    days = early.slot.scope.as_of or "", final.slot.scope.as_of or ""
    if not all(days) or days[0] >= days[1] or change_reason(early, final) is None:
        return False
    pair = pair_in_one_unit(early.value, final.value)  # type: ignore[arg-type]
    return pair is not None and 0 < pair[0] < pair[1] <= pair[0] * _FACTOR


def _of_one_sort(indexes: Sequence[int], pairs: Pairs) -> list[tuple[int, int]]:
    """Pairs of running counts that have what runs, unit and part in common; sorted."""
    sorts: dict[tuple[object, ...], list[int]] = defaultdict(list)
    for i in sorted(indexes):
        item = pairs.items[i]
        if isinstance(item.value, Quantity) and _is_count(item, pairs.told_by[item.source]):
            for name in running_ids(item):
                sorts[name, item.value.unit, item.slot.scope.part].append(i)
    return sorted({pair for members in sorts.values() for pair in combinations(members, 2)})


def _one_body(pairs: Pairs, left: int, right: int) -> bool:
    """Is a level (staff, residents) that of one body? Nobody else's level follows on it."""
    one, two = pairs.items[left], pairs.items[right]
    if running_ids(one) & running_ids(two) & _tolls():
        return True
    levels = {name: level for name, level, _ in pairs.fields(left, right)}
    return levels["subject"] in {"same", "common"}


def _is_count(item: Assertion, told: Sequence[Assertion]) -> bool:
    """Is this a running figure of its own, the largest of its sort that its source has `told`?"""
    if not is_running(item) or _is_of_period(item):
        return False
    if item.slot.scope.part is not None or _is_whole(item) or not _is_of_now(item):
        return False
    return not any(_contains(other, item) for other in told)


def _is_of_period(item: Assertion) -> bool:
    """Is it what a stretch of time brought ("41 deaths in 2019"), not a count or level at a time?"""
    named = running_ids(item)
    if named & _periodic() or not named & (_tolls() | _levels()):
        return True
    time = item.slot.scope.time
    coarse = time is not None and len(time) <= _MONTH and not item.slot.scope.as_of_stated
    return coarse and bool(named & _tolls())


def _is_of_now(item: Assertion) -> bool:
    """Is the happening the one that is being reported, not one of another year?"""
    told, time = when(item), days(item.slot.scope.time or "")
    return told is not None and (time is None or _near(told, time) or _near(told, time[::-1]))


def _is_whole(item: Assertion) -> bool:
    """ "22 of 189 are missing": the figure of all, of whom so many are."""
    before = item.quote[: max(0, item.span.start - item.sentence.start)].rstrip().lower()
    return _WHOLE.search(before[-_BEFORE:]) is not None


def _contains(other: Assertion, item: Assertion) -> bool:
    """Does the source tell a larger figure of the sort for the same time, of which this is a part?"""
    if other is item or not isinstance(other.value, Quantity) or when(other) != when(item):
        return False
    if other.value.high is None or _is_whole(other) or not _is_of_now(other):
        return False
    pair = pair_in_one_unit(other.value, item.value)  # type: ignore[arg-type]
    return pair is not None and pair[0] > pair[1] and _one_count(other, item)


def _one_count(one: Assertion, two: Assertion) -> bool:
    """Do both count the same sort of thing: one running sense, nouns that can be one?"""
    if not running_ids(one) & running_ids(two) or one.slot.scope.part != two.slot.scope.part:
        return False
    if not isinstance(one.value, Quantity) or not isinstance(two.value, Quantity):
        return False
    if one.value.unit != two.value.unit:
        return False
    left, right = one.slot.noun, two.slot.noun
    if _of_anybody(left) and _of_anybody(right):
        return True
    return left is not None and right is not None and same_noun(left, right) in _SAME


def _of_anybody(noun: str | None) -> bool:
    """No noun, or one that names no sort of people: "people", "victims", not "pupils"."""
    entry = noun_class(noun) if noun else None
    return noun is None or (entry is not None and bool(entry.generic))


def _later(one: Assertion, two: Assertion) -> bool:
    """Are they told of different times of one happening, and not too far apart in size?"""
    if relation(one, two) is Relation.EQUAL:
        return False  # linked by their values, or not at all
    if not (change_reason(one, two) or "").startswith("different times"):
        return False
    if _grows(one, two) is False:
        return False
    times = one.slot.scope.time, two.slot.scope.time
    if all(times) and running_ids(one) & _tolls():
        both = [days(time or "") for time in times]
        if stretches(*both) == "different" and not _near(*both):
            return False
    pair = pair_in_one_unit(one.value, two.value)  # type: ignore[arg-type]
    low, high = sorted(map(abs, pair)) if pair else (Decimal(0), Decimal(0))
    return low > 0 and high <= low * _FACTOR


def _grows(one: Assertion, two: Assertion) -> bool | None:
    """Is the later figure of what only grows no smaller? None for any other count."""
    told = when(one), when(two)
    if None in told or not _GROWING & running_ids(one) & running_ids(two):
        return None
    earlier, later = sorted((one, two), key=lambda item: when(item) or ("", ""))
    least, most = earlier.value.low, later.value.high  # type: ignore[union-attr]
    return least is None or most is None or most >= least


def _near(one: tuple[str, str] | None, two: tuple[str, str] | None) -> bool:
    """Do two stretches begin within the same or neighbouring months?

    What is counted up to a day ("by 10 June") is of the month of that day.
    """
    if one is None or two is None or "-" in (one[0][0], two[0][0]):
        return False
    begun = [time[1] if time[0] == FIRST else time[0] for time in (one, two)]
    months = [int(day[:4]) * 12 + int(day[5:7]) for day in begun]
    return abs(months[0] - months[1]) <= 1


def _stands(left: int, right: int, pairs: Pairs) -> bool:
    """Can the two be of one count, told at one time or at two?"""
    one, two = pairs.items[left], pairs.items[right]
    if hard_fields(pairs.fields(left, right)) - {"time", "rivals"}:
        return False
    if relation(one, two) is not Relation.EXCLUDES or change_reason(one, two) is not None:
        return True
    return _go_on(left, right, pairs)


def _go_on(left: int, right: int, pairs: Pairs) -> bool:
    """Does a count that agrees with the one go on from a count that agrees with the other?

    "Nine wells were closed" tells no day; "nine wells have been closed" does.
    """
    sides = [[pairs.items[i] for i in pairs.agreeing(index)] for index in (left, right)]
    return any(follows(one, two) for one in sides[0] for two in sides[1])


@cache
def _periodic() -> frozenset[str]:
    """Senses and measures whose figure is that of a stretch of time."""
    rows = [*load("senses")["sense"], *load("measures")["measure"]]
    return frozenset(row["id"] for row in rows if row.get("of_period"))


@cache
def _tolls() -> frozenset[str]:
    """Senses whose figure counts what one happening has brought so far."""
    return frozenset(row["id"] for row in load("senses")["sense"] if row.get("toll"))


@cache
def _levels() -> frozenset[str]:
    """Senses and measures that have a level at any time."""
    rows = [row for row in load("senses")["sense"] if row.get("level")]
    rows += [row for row in load("measures")["measure"] if row.get("dynamic")]
    return frozenset(row["id"] for row in rows)
