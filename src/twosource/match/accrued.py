"""Tell counts of what has happened so far: "9,800 items have been digitised".

In:  assertions. Out: what has happened to the things counted, and whether a later count of it goes
on from an earlier one. The perfect tense counts up to the day it is told on; "had" does so only
with a day or "so far", else it tells of something past. No words but verb and noun are compared.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from twosource.edtf import bounds
from twosource.extract.senses import find_senses, same_noun
from twosource.intervals import pair_in_one_unit
from twosource.lexicon import load
from twosource.match.wording import bare
from twosource.model import Assertion, Quantity
from twosource.text import tokenize

Days = tuple[str, str]

_FACTOR: Final = 25  # between two counts of one happening
_REACH: Final = 80  # characters on either side of the figure
_BEEN: Final = (
    r"\b(?P<have>has|have|had)(?: (?:now|already|since|so far|also|all|to date|in the meantime))?"
    r"(?: been)?(?: (?:now|already|since|so far|also|officially|formally))? (?P<verb>[a-z]{3,20})\b"
)
_BEHIND: Final = re.compile(rf"(?: [\w’'-]{{1,20}}){{0,5}}? {_BEEN}")
_BEFORE: Final = re.compile(rf"{_BEEN}(?: [\w’'-]{{1,20}}){{0,3}} \Z")
# "so far 240 samples were tested", "5,300 samples tested by the spring", "Samples tested so far | 400"
_DONE: Final = re.compile(r"(?: [\w’'-]{1,20}){1,3}? (?P<verb>[a-z]{3,20}ed)\b")
_LABEL: Final = re.compile(
    r"\A[\W]{0,3}(?:[\w’'-]{2,20} ){1,3}?(?P<verb>[a-z]{3,20}ed)\b[^|:]*[|:] ?\Z"
)
_WORD: Final = re.compile(r"[\w’'-]+")
_UP_TO: Final = "../"  # of a time in EDTF that has no beginning
_SAME: Final = frozenset({"same", "near"})
_UNCHANGED: Final = frozenset(
    {"shut", "cut", "cost", "put", "hit", "set", "split", "shed", "spread"}
)


def happened(item: Assertion) -> frozenset[str]:
    """The verb, and its senses, of what has happened to so many so far; empty for any other figure."""
    if not isinstance(item.value, Quantity) or item.slot.scope.part is not None:
        return frozenset()
    start = item.span.start - item.sentence.start
    end = start + item.span.end - item.span.start
    return _verbs(item.quote, start, end, counted_up=is_counted_up(item))


def goes_on(one: Assertion, two: Assertion, times: tuple[Days | None, Days | None]) -> bool:
    """Is the later of two counts of one thing the larger, or is one told for no known day?

    Args:
        times: First and last day that each is told for; None = not known.
    """
    if not _of_one_thing(one, two):
        return False
    pair = pair_in_one_unit(one.value, two.value)  # type: ignore[arg-type]
    if pair is None or min(pair) <= 0 or max(pair) > _FACTOR * min(pair):
        return False
    first, second = times
    if first is None or second is None:
        return is_counted_up(one) or is_counted_up(two)
    if first[1] < second[0]:
        return pair[0] < pair[1]
    return second[1] < first[0] and pair[1] < pair[0]


def counted_until(item: Assertion) -> Days | None:
    """The last day of a count that goes up to it ("by the end of 2016"); None for any other."""
    time = item.slot.scope.time or ""
    found = bounds(time) if time.startswith(_UP_TO) else None
    return (found[1], found[1]) if found else None


def _of_one_thing(one: Assertion, two: Assertion) -> bool:
    """One noun, or none with either: so much money, so many kilometres."""
    left, right = one.slot.noun, two.slot.noun
    if left is None or right is None:
        return left is right
    return same_noun(left, right) in _SAME


def is_counted_up(item: Assertion) -> bool:
    """ "By March", "so far": is the end of the count told? Then it needs no perfect tense."""
    if counted_until(item) is not None:
        return True
    return so_far(item)


def so_far(item: Assertion) -> bool:
    """ "Has now missed eight games", "41 so far", "when we went to press": a count that goes on."""
    text = f" {' '.join(_WORD.findall(item.plain.lower()))} "
    return any(f" {words} " in text for words in load("clauses")["so_far"])


@lru_cache(maxsize=20_000)
def _verbs(quote: str, start: int, end: int, *, counted_up: bool) -> frozenset[str]:
    behind, before = bare(quote[end : end + _REACH]), bare(quote[max(0, start - _REACH) : start])
    match = _BEHIND.match(behind) or _BEFORE.search(before)
    if match is None or (match["have"] == "had" and not counted_up):
        match = (_DONE.match(behind) or _LABEL.search(before)) if counted_up else None
    if match is None:
        return frozenset()
    tokens = tuple(tokenize(match["verb"]))
    if tokens[0].lemma == match["verb"] and match["verb"] not in _UNCHANGED:
        return frozenset()  # "has about 900 members"
    return frozenset({tokens[0].lemma, *(hit.id for hit in find_senses(tokens))})
