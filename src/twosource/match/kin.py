"""Do two assertions whose values agree tell one thing in words of two lexicon entries?

In:  two slots. Out: yes or no. "The transfer cost 12 million" and "they paid 12 million", "the hall
seats 1,450" and "has a capacity of 1,450": one writer names the happening, another the property.
Where the values differ, such words are no ground for a conflict; nobody asks here then.
Source of the sets: kin.toml.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Final

from twosource.lexicon import load
from twosource.model import Slot

_NEAREST: Final = 2  # happenings of a sentence that can be the one told


def kin_senses(one: Sequence[str], two: Sequence[str]) -> bool:
    """Can the nearest happening of one be what the other tells? Ids of senses, nearest first."""
    sets = _sets("senses")
    pairs = ((one[:1], two[:_NEAREST]), (one[:_NEAREST], two[:1]))
    return any(sets[a] & sets[b] for left, right in pairs for a in left for b in right)


def contraries(one: Sequence[str], two: Sequence[str]) -> bool:
    """Are the nearest happenings contraries, and neither told by the other as well?"""
    told = one[0] not in two[:_NEAREST] and two[0] not in one[:_NEAREST]
    sets = _sets("contraries")
    return told and one[0] != two[0] and bool(sets[one[0]] & sets[two[0]])


def kin_measures(one: Slot, two: Slot) -> bool:
    """Do both measure one property under two names, or does one tell it as a happening?"""
    sets = _sets("measures")
    if one.measures and two.measures:
        return bool(sets[one.measures[0]] & sets[two.measures[0]])
    return _tells(one, two) or _tells(two, one)


def _tells(measured: Slot, told: Slot) -> bool:
    """ "the fine was 18 million": does the other say that somebody was fined, or paid?"""
    if not measured.measures or told.measures or not told.senses:
        return False
    return told.senses[0] in _telling().get(measured.measures[0], ())


@cache
def _telling() -> Mapping[str, frozenset[str]]:
    return {measure: frozenset(senses) for measure, senses in load("kin")["telling"].items()}


@cache
def _sets(key: str) -> Mapping[str, frozenset[int]]:
    """Id -> numbers of the sets it stands in."""
    found: defaultdict[str, frozenset[int]] = defaultdict(frozenset)
    for number, names in enumerate(load("kin")[key]):
        for name in names:
            found[name] |= {number}
    return found
