"""Changes from one level to another, and so many times so much.

In:  figures. Out: derivations "4655 / 4212 - 1 = 10.5 %", "4655 - 4212 = 443" and
"12000 * 15 = 180000".
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import combinations, pairwise
from typing import Final

from twosource.extract.senses import same_noun
from twosource.judge.arithmetic.figures import Figure, Figures, derived
from twosource.judge.arithmetic.sums import COMPARED
from twosource.model import Derivation

_RISES: Final = frozenset({"rise", "fall", "grow", "increase", "decrease"})
_BY: Final = re.compile(r"\bby (?:about |some )?\S{0,4}$")
_TO: Final = re.compile(r"\bto \S{0,4}$")
_FROM: Final = re.compile(r"\bfrom \S{0,4}$")
_EACH: Final = re.compile(r"^\s*(?:[a-z]+ )?(?:each|apiece|an?|per)\b")
_UP: Final = re.compile(r"more|higher")
_UPWARD: Final = frozenset({"rise", "grow", "increase"})
_DOWNWARD: Final = frozenset({"fall", "decrease", "drop"})
_LEAST: Final = 12
_DIGITS: Final = 3  # of a level found elsewhere
_CLOSE: Final = 40  # characters between a level and the step that led to it


def changes(figures: Figures) -> Iterator[Derivation]:
    """ "rose by 10.5 % to 4,655 (2021: 4,212)"."""
    for row in figures.sentences.values():
        rates = [figure for figure in row if figure.unit == "%"]
        levels = [figure for figure in row if figure.unit != "%" and figure.point > 0]
        if len(rates) != 1 or not (_is_change(rates[0]) or _is_row(row, levels)):
            continue
        for one, two in combinations(levels, 2):
            if one.unit != two.unit or one.point == two.point:
                continue
            old, new = _in_order(one, two, rates[0])
            if _is_row(row, levels) and (new.point > old.point) != (rates[0].point > 0):
                continue
            change = (new.point - old.point) / old.point * 100
            if rates[0].holds(change) or (_is_change(rates[0]) and rates[0].holds(abs(change))):
                shown = f"{new.shown()} / {old.shown()} - 1 = {rates[0].shown()}"
                yield derived("change", shown, [old.item.id, new.item.id], rates[0].item.id)


def _is_change(rate: Figure) -> bool:
    return bool(set(rate.item.slot.senses) & _RISES)


def _is_row(row: Sequence[Figure], levels: Sequence[Figure]) -> bool:
    """ "Revenue | 312.4 | 287.9 | +8.5%": two levels, then the signed change, in a table."""
    rate = row[-1]
    cells = len(levels) == 2 and len(row) == 3 and rate.unit == "%" and levels[-1] is row[1]
    signed = rate.item.text.startswith(("+", "-", "−", "–")) or rate.before.endswith(
        ("+", "-", "−", "–")
    )
    return cells and signed and all("|" in figure.after for figure in levels)


def _in_order(one: Figure, two: Figure, rate: Figure) -> tuple[Figure, Figure]:
    """The old and the new level: what falls was higher before."""
    falls = bool({"fall", "decrease"} & set(rate.item.slot.senses)) or rate.point < 0
    low, high = sorted((one, two), key=lambda figure: figure.point)
    return (high, low) if falls else (low, high)


def steps(figures: Figures) -> Iterator[Derivation]:
    """ "by 443 to 4,655 from 4,212"; "4,655, 443 more than the 4,212 of the year before"."""
    for row in figures.sentences.values():
        for step in row:
            told = bool(_BY.search(step.before) or COMPARED.match(step.after))
            others = [f for f in row if f is not step and f.unit == step.unit]
            if not told or step.point <= 1:
                continue
            for one, two in combinations(others, 2):
                low, high = sorted((one, two), key=lambda figure: figure.point)
                if high.point - low.point == step.point and _levels(step, one, two):
                    shown = f"{high.shown()} - {low.shown()} = {step.shown()}"
                    yield derived("step", shown, [high.item.id, low.item.id], step.item.id)


def earlier_levels(figures: Figures) -> Iterator[Derivation]:
    """ "2,640 people, 75 fewer than a year before", and 2,715 stated elsewhere for the year before.

    Also "dropped by 4.5 million to 19.6 million". The earlier level must show three digits and
    be of the same thing counted or measured.
    """
    levels: dict[tuple[str, Decimal], list[Figure]] = defaultdict(list)
    for figure in figures.all:
        levels[figure.unit, figure.point].append(figure)
    for step, level, sign in _stated_steps(figures):
        old = level.point - sign * step.point
        for found in levels.get((level.unit, old), ()):
            digits = len(old.normalize().as_tuple().digits)
            if found.place != level.place and digits >= _DIGITS and _same_thing(found, level):
                shown = (
                    f"{level.shown()} {'-' if sign > 0 else '+'} {step.shown()} = {found.shown()}"
                )
                kind = "rest" if sign > 0 else "sum"
                yield derived(kind, shown, [level.item.id, step.item.id], found.item.id)


def _stated_steps(figures: Figures) -> Iterator[tuple[Figure, Figure, int]]:
    """(step, the level it leads to, 1 when it rose and -1 when it fell)."""
    for row in figures.sentences.values():
        for one, two in pairwise(row):
            if one.unit != two.unit or one.point <= 1 or two.point <= 1:
                continue
            gap = two.item.span.start - one.item.span.end
            more = COMPARED.match(two.after)
            if more and gap <= _CLOSE and two.point < one.point:
                yield two, one, 1 if _UP.search(more.group()) else -1
            senses = set(one.item.slot.senses) | set(two.item.slot.senses)
            rose, fell = senses & _UPWARD, senses & _DOWNWARD
            if _BY.search(one.before) and _TO.search(two.before) and bool(rose) != bool(fell):
                yield one, two, 1 if rose else -1


def _same_thing(one: Figure, two: Figure) -> bool:
    left, right = one.item.slot, two.item.slot
    if left.noun and right.noun:
        return same_noun(left.noun, right.noun) in {"same", "near", "generic"}
    return left.measures[:1] == right.measures[:1] != ()


def _levels(step: Figure, one: Figure, two: Figure) -> bool:
    """Are the two named as levels: "from" and "to", or one right behind "more than"?"""
    told = [bool(_TO.search(f.before) or _FROM.search(f.before)) for f in (one, two)]
    if _BY.search(step.before):
        return all(told) or (any(told) and max(one.point, two.point) >= _LEAST)
    return max(one.point, two.point) >= _LEAST


def products(figures: Figures) -> Iterator[Derivation]:
    """ "12,000 tickets at 15 crowns each: 180,000 crowns"."""
    for row in figures.sentences.values():
        for rate in row:
            if not _EACH.match(rate.after) and "/" not in rate.unit:
                continue
            for count in (f for f in row if f is not rate and f.unit == "1" and f.point > 1):
                for total in (f for f in row if f is not rate and f is not count):
                    money = total.unit == rate.unit.partition("/")[0]
                    same = total.item.slot.noun == rate.item.slot.noun
                    exact = rate.point * count.point == total.point >= _LEAST
                    if money and exact and (same or total.unit != "1") and rate.point > 1:
                        shown = f"{count.shown()} * {rate.shown()} = {total.shown()}"
                        ids = [count.item.id, rate.item.id]
                        yield derived("product", shown, ids, total.item.id)
