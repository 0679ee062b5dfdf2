"""Sums: parts that make a whole, and what is left of a whole.

In:  figures. Out: derivations "12 + 5 = 17" and "589 - 412 = 177".
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise
from typing import Final

from twosource.extract.senses import same_noun
from twosource.judge.arithmetic.figures import Figure, Figures, derived
from twosource.model import Derivation

_LEAST: Final = 12  # a smaller sum comes about by chance
_SPREAD: Final = 100  # the same for parts and whole told in one word, far apart
_DIGITS: Final = 3
_NEAR: Final = 60  # characters between two parts of one sum
_LEFT: Final = re.compile(
    r"\b(?:remaining|the other|the others|others?|the rest|remainder|left|rest)\b", re.IGNORECASE
)
_SUM: Final = re.compile(
    r"\b(?:together|combined|in all|altogether|in total|jointly)\b", re.IGNORECASE
)
COMPARED: Final = re.compile(r"^\s*(?:[a-z]+ )?(?:more|fewer|less|higher|lower) than\b")
_LIST: Final = re.compile(r",|\band\b|\bplus\b|\bbesides\b|;|\|")


def sums(figures: Figures) -> Iterator[Derivation]:
    """Parts side by side in one sentence whose sum another assertion states as the whole."""
    wholes: dict[tuple[str, Decimal], list[Figure]] = defaultdict(list)
    for figure in figures.all:
        wholes[figure.unit, figure.point].append(figure)
    for row in figures.sentences.values():
        for parts in runs(row):
            total = sum((part.point for part in parts), Decimal(0))
            for whole in wholes.get((parts[0].unit, total), ()):
                if total >= _LEAST and whole not in parts and _is_whole(whole, parts):
                    terms = " + ".join(part.shown() for part in parts)
                    ids = [part.item.id for part in parts]
                    yield derived("sum", f"{terms} = {whole.shown()}", ids, whole.item.id)


def runs(row: Sequence[Figure]) -> Iterator[tuple[Figure, ...]]:
    """Two to six figures of one unit that follow each other closely."""
    for size in range(2, 7):
        for start in range(len(row) - size + 1):
            parts = tuple(row[start : start + size])
            near = all(
                0 <= two.item.span.start - one.item.span.end <= _NEAR
                for one, two in pairwise(parts)
            )
            positive = all(part.point > 1 for part in parts)  # "one" is seldom a count
            near = near and not any(COMPARED.match(part.after) for part in parts)
            if near and positive and len({part.unit for part in parts}) == 1:
                yield parts


def _is_whole(whole: Figure, parts: Sequence[Figure]) -> bool:
    """In one sentence right beside the parts; else the same happening, and a noun that can
    stand for all of them.
    """
    if whole.place == parts[0].place:
        return _beside(whole, parts) and not _other_kind(whole, parts)
    if _one_happening(whole, parts) and _other_things(parts):
        return _stands_for(whole, parts)
    if whole.point < _SPREAD or not _listed(parts):
        return False
    return _one_thing(whole, parts) or (_together(whole) and _stands_for(whole, parts[:1]))


def _beside(whole: Figure, parts: Sequence[Figure]) -> bool:
    """Does the whole stand right before the first part or right behind the last?"""
    before = parts[0].item.span.start - whole.item.span.end
    after = whole.item.span.start - parts[-1].item.span.end
    return 0 < before <= _NEAR or 0 < after <= _NEAR


def _other_kind(whole: Figure, parts: Sequence[Figure]) -> bool:
    """Is a part of something that the whole cannot be of ("589 flights", "177 ferries")?"""
    noun = whole.item.slot.noun
    named = [part.item.slot.noun for part in parts if part.item.slot.noun]
    return noun is not None and any(same_noun(noun, name) == "different" for name in named)


def _other_things(parts: Sequence[Figure]) -> bool:
    """Parts of a whole are of different things: other nouns, none of them a part of another."""
    nouns = [part.item.slot.noun for part in parts]
    return None not in nouns and len(set(nouns)) == len(nouns)


def _one_happening(whole: Figure, parts: Sequence[Figure]) -> bool:
    told = set(whole.item.slot.senses[:1])
    return bool(told) and all(set(part.item.slot.senses[:1]) == told for part in parts)


def _stands_for(whole: Figure, parts: Sequence[Figure]) -> bool:
    """Can the whole's noun stand for all the parts ("people" for men and women)?

    A noun of their own kind ("homes" for houses) only when the whole shows three digits.
    """
    noun = whole.item.slot.noun
    if noun is None:
        return False
    levels = {same_noun(noun, part.item.slot.noun or "") for part in parts}
    telling = len(whole.point.normalize().as_tuple().digits) >= _DIGITS
    return levels <= {"generic", "sort"} or (
        telling and levels <= {"same", "near", "generic", "sort"}
    )


def _listed(parts: Sequence[Figure]) -> bool:
    """Does the sentence list them: "212 in the north and 128 in the south"?"""
    return all(
        _LIST.search(one.after[: two.item.span.start - one.item.span.end])
        for one, two in pairwise(parts)
    )


def _together(whole: Figure) -> bool:
    """ "Together they employ 21,620 people": the words say that it is a sum."""
    return bool(_SUM.search(whole.before) or _SUM.search(whole.after[:24]))


def _one_thing(whole: Figure, parts: Sequence[Figure]) -> bool:
    """The same counted noun, named with the whole and the first part, and shared wording.

    The other parts may leave it out ("212 stores in the north and 128 in the south").
    """
    noun = whole.item.slot.noun
    told = [part.item.slot.noun for part in parts]
    if not noun or told[0] != noun or any(name not in {noun, None} for name in told):
        return False
    one, two = whole.item.slot, parts[0].item.slot
    same = one.subject is not None and one.subject == two.subject
    return (same or bool(set(one.entities) & set(two.entities))) and bool(
        set(one.terms) & set(two.terms) - {noun}
    )


def rests(figures: Figures) -> Iterator[Derivation]:
    """ "Of 589 flights 412 were cancelled; the remaining 177 ran": what is left of a whole."""
    for left in figures.all:
        close = left.before[-24:] + "#" + left.after[:12]
        if left.point < _LEAST or not _LEFT.search(close):
            continue
        near = [f for f in figures.around(left, 1) if f.unit == left.unit and f is not left]
        for whole in near:
            for part in near:
                if (
                    part is not whole
                    and part.place == whole.place
                    and part.point > 1
                    and whole.point - part.point == left.point
                    and whole.item.span.start < left.item.span.start
                    and part.point != left.point
                ):
                    shown = f"{whole.shown()} - {part.shown()} = {left.shown()}"
                    yield derived("rest", shown, [whole.item.id, part.item.id], left.item.id)
