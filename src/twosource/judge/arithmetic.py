"""Find figures that follow from others by arithmetic, within the sources' own words.

In:  assertions. Out: derivations: a sum whose parts stand side by side in one sentence, a
share that a count and its whole give, a change from one figure to another by so many per
cent, an age that two dates give. Only exact fits are told, and only where the slots say that
the figures belong together: a chance fit is worth less than nothing.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations, pairwise
from typing import Final

from twosource.extract.senses import same_noun
from twosource.identity import digest, plain
from twosource.model import Assertion, DateValue, Derivation, Modality, Quantity

_STATED: Final = (Modality.ASSERTED, Modality.ALLEGED)
_LEAST: Final = 12  # a smaller sum comes about by chance
_NEAR: Final = 60  # characters between two parts of one sum
_BORN, _DIED = "birth", "kill"
_RISES: Final = frozenset({"rise", "fall", "grow", "increase", "decrease"})


@dataclass(frozen=True, slots=True)
class _Figure:
    """A plain figure: the assertion, its quantity, its point."""

    item: Assertion
    quantity: Quantity
    point: Decimal


def derive(assertions: Sequence[Assertion]) -> tuple[Derivation, ...]:
    """Return all derivations, sorted by id."""
    stated = [item for item in assertions if item.modality in _STATED]
    figures = [figure for item in stated if (figure := _figure(item)) is not None]
    groups = _sentences(figures)
    found = [*_sums(figures, groups), *_shares(stated, figures), *_changes(groups), *_ages(stated)]
    return tuple(sorted({row.id: row for row in found}.values(), key=lambda row: row.id))


def _figure(item: Assertion) -> _Figure | None:
    """An unhedged point of one unit; ordinals, ages, codes and scores are none."""
    value = item.value
    if not isinstance(value, Quantity) or value.hedge or value.low is None:
        return None
    plain_ = value.low == value.high and value.role in {"cardinal", "money", "measure", "percent"}
    return _Figure(item, value, value.low) if plain_ else None


def _sentences(figures: Iterable[_Figure]) -> dict[tuple[str, int], list[_Figure]]:
    groups: dict[tuple[str, int], list[_Figure]] = defaultdict(list)
    for figure in figures:
        groups[figure.item.source, figure.item.sentence.start].append(figure)
    for row in groups.values():
        row.sort(key=lambda figure: figure.item.span.start)
    return groups


def _sums(
    figures: Sequence[_Figure], groups: dict[tuple[str, int], list[_Figure]]
) -> Iterator[Derivation]:
    """Parts side by side in one sentence whose sum another assertion states as the whole."""
    wholes: dict[tuple[str, Decimal], list[_Figure]] = defaultdict(list)
    for figure in figures:
        wholes[figure.quantity.unit, figure.point].append(figure)
    for row in groups.values():
        for parts in _runs(row):
            total = sum((part.point for part in parts), Decimal(0))
            for whole in wholes.get((parts[0].quantity.unit, total), ()):
                if total >= _LEAST and whole not in parts and _is_whole(whole, parts):
                    terms = " + ".join(_shown(part) for part in parts)
                    yield _derived("sum", f"{terms} = {_shown(whole)}", parts, whole)


def _runs(row: Sequence[_Figure]) -> Iterator[tuple[_Figure, ...]]:
    """Two to four figures of one unit that follow each other closely."""
    for size in (2, 3, 4):
        for start in range(len(row) - size + 1):
            parts = tuple(row[start : start + size])
            ends = pairwise(parts)
            near = all(two.item.span.start - one.item.span.end <= _NEAR for one, two in ends)
            positive = all(part.point > 1 for part in parts)  # "one" is seldom a count
            if near and positive and len({part.quantity.unit for part in parts}) == 1:
                yield parts


def _other_things(parts: Sequence[_Figure]) -> bool:
    """Parts of a whole are of different things: other nouns, none of them a part of another."""
    nouns = [part.item.slot.noun for part in parts]
    return None not in nouns and len(set(nouns)) == len(nouns)


def _is_whole(whole: _Figure, parts: Sequence[_Figure]) -> bool:
    """In one sentence right beside the parts; else the same happening, and a noun that can
    stand for all of them, which are of different things.
    """
    slot = whole.item.slot
    if whole.item.sentence == parts[0].item.sentence and whole.item.source == parts[0].item.source:
        return _beside(whole, parts)
    if not _other_things(parts):
        return False
    senses = [set(part.item.slot.senses[:1]) for part in parts]
    told = set(slot.senses[:1])
    if not told or any(not one or one != told for one in senses):
        return False
    return slot.noun is None or all(
        same_noun(slot.noun, part.item.slot.noun or "") in {"same", "near", "generic"}
        for part in parts
    )


def _beside(whole: _Figure, parts: Sequence[_Figure]) -> bool:
    """Does the whole stand right before the first part or right behind the last?"""
    before = parts[0].item.span.start - whole.item.span.end
    after = whole.item.span.start - parts[-1].item.span.end
    return 0 < before <= _NEAR or 0 < after <= _NEAR


def _shares(stated: Sequence[Assertion], figures: Sequence[_Figure]) -> Iterator[Derivation]:
    """ "412 of 589" and "70 %" of the same happening."""
    counts = [
        (item, item.value)
        for item in stated
        if isinstance(item.value, Quantity) and item.value.whole and item.value.low is not None
    ]
    for item, value in counts:
        if value.low is None or not value.whole:
            continue
        share = value.low / value.whole * 100
        for figure in figures:
            span = figure.quantity.interval
            fits = span.low is not None and span.high is not None and span.low <= share < span.high
            if figure.quantity.unit == "%" and fits and _one_matter(item, figure.item):
                shown = f"{plain(value.low)} / {plain(value.whole)} = {_shown(figure)}"
                yield Derivation(
                    _name("share", [item.id], figure.item.id),
                    "share",
                    shown,
                    (item.id,),
                    figure.item.id,
                )


def _one_matter(one: Assertion, two: Assertion) -> bool:
    """The same happening, or the same sentence."""
    same = one.slot.senses[:1] == two.slot.senses[:1] != ()
    beside = (one.source, one.sentence) == (two.source, two.sentence)
    return same or beside


def _changes(groups: dict[tuple[str, int], list[_Figure]]) -> Iterator[Derivation]:
    """ "rose by 10.5 % to 4,655 (2021: 4,212)"."""
    for row in groups.values():
        rates = [figure for figure in row if figure.quantity.unit == "%"]
        levels = [figure for figure in row if figure.quantity.unit != "%" and figure.point > 0]
        if len(rates) != 1 or not set(rates[0].item.slot.senses) & _RISES:
            continue
        for one, two in combinations(levels, 2):
            if one.quantity.unit != two.quantity.unit or one.point == two.point:
                continue
            old, new = _in_order(one, two, rates[0])
            change = abs(new.point - old.point) / old.point * 100
            span = rates[0].quantity.interval
            if span.low is not None and span.high is not None and span.low <= change < span.high:
                shown = f"{_shown(new)} / {_shown(old)} - 1 = {_shown(rates[0])}"
                yield _derived("change", shown, (old, new), rates[0])


def _in_order(one: _Figure, two: _Figure, rate: _Figure) -> tuple[_Figure, _Figure]:
    """The old and the new level: what falls was higher before."""
    falls = bool({"fall", "decrease"} & set(rate.item.slot.senses))
    low, high = sorted((one, two), key=lambda figure: figure.point)
    return (high, low) if falls else (low, high)


def _ages(stated: Sequence[Assertion]) -> Iterator[Derivation]:
    """Born on one day, died on another: the age at death."""
    by: dict[tuple[str, str], list[Assertion]] = defaultdict(list)
    for item in stated:
        if item.slot.subject and not item.slot.subject.startswith("~") and item.slot.senses:
            by[item.slot.subject, item.slot.senses[0]].append(item)
    for (subject, sense), births in sorted(by.items()):
        if sense != _BORN:
            continue
        deaths = by.get((subject, _DIED), [])
        for born, died in ((b, d) for b in births for d in deaths):
            years = _years(born, died)
            for item in deaths:
                value = item.value
                aged = isinstance(value, Quantity) and value.role == "age" and not value.hedge
                if (
                    years
                    and aged
                    and isinstance(value, Quantity)
                    and value.low == value.high == years
                ):
                    shown = f"{_day(died)} - {_day(born)} = {years} years"
                    name = _name("age", [born.id, died.id], item.id)
                    yield Derivation(name, "age", shown, (born.id, died.id), item.id)


def _years(born: Assertion, died: Assertion) -> Decimal | None:
    """Whole years between two full days; None when either is less."""
    one, two = born.value, died.value
    if not isinstance(one, DateValue) or not isinstance(two, DateValue):
        return None
    if "day" not in {one.precision} & {two.precision} or not one.earliest or not two.earliest:
        return None
    first, last = one.earliest, two.earliest
    years = int(last[:4]) - int(first[:4]) - (last[5:] < first[5:])
    return Decimal(years) if 0 < years < 120 else None


def _day(item: Assertion) -> str:
    return item.value.edtf if isinstance(item.value, DateValue) else ""


def _shown(figure: _Figure) -> str:
    unit = figure.quantity.unit
    return f"{plain(figure.point)}{'' if unit == '1' else f' {unit}'}"


def _derived(kind: str, shown: str, parts: Sequence[_Figure], whole: _Figure) -> Derivation:
    ids = [part.item.id for part in parts]
    return Derivation(_name(kind, ids, whole.item.id), kind, shown, tuple(ids), whole.item.id)


def _name(kind: str, parts: Sequence[str], result: str) -> str:
    return f"d-{digest([kind, *parts, result])}"
