"""Tell a figure that moved on from a figure in dispute.

In:  two assertions whose values exclude each other. Out: the reason why that is no
conflict ("changed: ..."), or None when they speak of the same time.
"""

from __future__ import annotations

import re
from datetime import date
from functools import cache
from typing import Final

from twosource.edtf import bounds
from twosource.intervals import pair_in_one_unit
from twosource.lexicon import load
from twosource.match.accrued import counted_until, goes_on, happened, so_far
from twosource.match.norms import norms_of
from twosource.match.slips import exchanged, slipped
from twosource.model import Assertion, Kind, Quantity

Days = tuple[str, str]
_ENTRY: Final = re.compile(r"\W{0,3}\d{1,2}[:.]\d{2}\b")  # opens an entry of a log
_SHARES: Final = frozenset({"share", "stock"})
_TRADED: Final = frozenset(
    {"rise", "fall", "close", "end", "open", "trade", "lose", "win", "reach"}
)
RUNNING: Final = "a running figure, and not both times are known"
REVISED: Final = "a figure called provisional or revised"
_THAN_TOLD: Final = re.compile(  # a figure that takes the place of an earlier one of the same voice
    r"\b(?:higher|lower|more|fewer|larger|smaller|greater) than (?:\w{1,12} ){0,2}"
    r"(?:had|first|previously|initially|originally|earlier) (?:been )?"
    r"(?:assumed|thought|reported|feared|estimated|known|stated|believed|announced|supposed)\b"
)
_UP_TO: Final = "../"  # of a time in EDTF that has no beginning
_LASTS: Final = 365  # days that a bound which is set is taken to last
_SOON: Final = 31  # days between what is told and the source that tells it


@cache
def dynamic_ids() -> frozenset[str]:
    """Senses and measures whose figure runs: a later report updates an earlier one."""
    rows = [*load("senses")["sense"], *load("measures")["measure"]]
    return frozenset(row["id"] for row in rows if row.get("dynamic"))


@cache
def _dynamic_nouns() -> dict[str, str]:
    """Nouns whose number runs (employees, members, residents) -> the sense they belong to."""
    rows = [row for row in load("senses")["sense"] if row.get("dynamic")]
    return {noun: row["id"] for row in rows for noun in row.get("agents", ())}


def _is_revised(item: Assertion) -> bool:
    """ "A preliminary magnitude of", "higher than we had assumed", "fewer than first reported"."""
    text = item.plain.lower()
    return bool(_provisional() & set(text.replace(",", " ").split()) or _THAN_TOLD.search(text))


@cache
def _provisional() -> frozenset[str]:
    return frozenset(load("clauses")["provisional"])


def change_reason(left: Assertion, right: Assertion) -> str | None:
    """Return why the two may differ without conflict; None when nothing explains it."""
    if left.kind is not Kind.QUANTITY:
        return None
    if any(_is_revised(item) for item in (left, right)):
        return REVISED
    if _at_death(left) and _at_death(right):
        return None
    if _is_name(left) and _is_name(right):
        return None
    if _exceeds_peak(left, right) or _exceeds_peak(right, left):
        return None
    if any(rule(*pair) for rule in (_went_on, _went_on_from) for pair in _both(left, right)):
        return RUNNING
    ends = counted_until(left), counted_until(right)
    if all(ends) and ends[0] != ends[1]:
        return _moved_on(*ends)
    if follows(left, right):
        return _moved_on(_told_on(left), _told_on(right))
    return _by_times(left, right)


def _by_times(left: Assertion, right: Assertion) -> str | None:
    """Do the times of the two explain the difference, or that a time is not known?"""
    one, two, runs = when(left), when(right), _runs(left, right)
    if one is not None and two is not None:
        parted = one[1] < two[0] or two[1] < one[0]
        return _by_days(left, right, one, two, runs=runs) if parted else None
    if one is None and two is None:
        return RUNNING if so_far(left) or so_far(right) else None
    # the passing of time seldom leaves the digits and changes their order
    return RUNNING if runs and not exchanged(left.value, right.value) else None


def _by_days(left: Assertion, right: Assertion, one: Days, two: Days, *, runs: bool) -> str | None:
    """Of two days apart: may what is told have changed from one to the other?"""
    if _ages_amiss(left, right, one, two) or _misprinted(left, right):
        return None
    lasting = norms_of(left) == norms_of(right) != frozenset() and _gap(one, two) > _LASTS
    if runs or lasting or _grown(left, right, one, two) or _told_apart(left, right, one, two):
        return f"different times: {one[0]}/{one[1]} and {two[0]}/{two[1]}"
    return None


def _both(left: Assertion, right: Assertion) -> tuple[tuple[Assertion, Assertion], ...]:
    return (left, right), (right, left)


def follows(left: Assertion, right: Assertion) -> bool:
    """Are both counts of what has happened so far, one going on from the other?"""
    if not happened(left) & happened(right):
        return False
    return goes_on(left, right, (_told_on(left), _told_on(right)))


def _told_on(item: Assertion) -> Days | None:
    """The day a count goes up to, where it states that, else the time it is good for."""
    return counted_until(item) or when(item)


def _moved_on(one: Days | None, two: Days | None) -> str:
    """The reason for two counts of what has happened so far."""
    if one is None or two is None:
        return RUNNING
    return f"different times: {one[0]}/{one[1]} and {two[0]}/{two[1]}"


def _went_on_from(early: Assertion, final: Assertion) -> bool:
    """ "10:05: Some 1,600 are affected", and 2,914 in the end: an entry of a log tells its hour."""
    if not _ENTRY.match(early.plain) or _ENTRY.match(final.plain):
        return False
    if early.slot.noun != final.slot.noun or not early.slot.senses:
        return False
    if not isinstance(early.value, Quantity) or not isinstance(final.value, Quantity):
        return False
    pair = pair_in_one_unit(early.value, final.value)
    later = pair is not None and pair[1] > pair[0]
    return later and early.value.role == "cardinal" and not exchanged(early.value, final.value)


def _misprinted(left: Assertion, right: Assertion) -> bool:
    """Are the digits of one those of the other in another order? Time seldom does that.

    Of two digits only where not both times are stated, as it does at times.
    """
    if not exchanged(left.value, right.value):
        return False
    return slipped(left.value, right.value) or not (_stated(left) and _stated(right))


def _runs(left: Assertion, right: Assertion) -> bool:
    """Does either move with time? A bound that is set does not, though its property may."""
    if norms_of(left) and norms_of(right):
        return False
    return any(is_running(item) or so_far(item) for item in (left, right))


def _went_on(early: Assertion, final: Assertion) -> bool:
    """ "Has now missed eight games", and 11 over a stretch that goes on behind that day."""
    if not so_far(early) or so_far(final) or not isinstance(early.value, Quantity):
        return False
    pair = pair_in_one_unit(early.value, final.value)  # type: ignore[arg-type]
    told, ends = bounds(early.slot.scope.as_of or ""), bounds(final.slot.scope.time or "")
    later = told is not None and ends is not None and ends[1] > told[1]
    return later and pair is not None and pair[1] > pair[0]


def _ages_amiss(left: Assertion, right: Assertion, one: Days, two: Days) -> bool:
    """Are two ages further apart than the time between, or is the later one the lesser?"""
    if not _is_age(left) or not _is_age(right):
        return False
    pair = pair_in_one_unit(left.value, right.value)  # type: ignore[arg-type]
    if pair is None or "-" in {one[0][0], two[0][0]}:
        return False
    grown = pair[1] - pair[0] if one < two else pair[0] - pair[1]
    first, last = min(one, two)[0], max(one, two)[1]
    return not -1 < grown <= int(last[:4]) - int(first[:4]) + 1


def _grown(left: Assertion, right: Assertion, one: Days, two: Days) -> bool:
    """Do two ages differ by the years between: 57, and 58 after a year and a half?

    A later source that gives the age at an old event does not grow so.
    """
    if not _is_age(left) or not _is_age(right) or _at_death(left) or _at_death(right):
        return False
    pair = pair_in_one_unit(left.value, right.value)  # type: ignore[arg-type]
    if pair is None:
        return False
    years = _gap(one, two) // _LASTS
    grown = pair[1] - pair[0] if one < two else pair[0] - pair[1]
    return years <= grown <= years + 1


def _is_age(item: Assertion) -> bool:
    return isinstance(item.value, Quantity) and item.value.role == "age"


def _is_name(item: Assertion) -> bool:
    """Is it a number by which a thing is called (a batch, a case)? Time does not change it."""
    return isinstance(item.value, Quantity) and item.value.role == "identifier"


def _at_death(item: Assertion) -> bool:
    """Is it the age somebody died at, which does not change any more?"""
    return _is_age(item) and not _ends().isdisjoint((*item.slot.context, *item.slot.senses))


@cache
def _ends() -> frozenset[str]:
    return frozenset(load("clauses")["ends"])


def _exceeds_peak(peak: Assertion, other: Assertion) -> bool:
    """Is one the figure at its height, and the other larger? No passing of time explains that."""
    if not _peaks() & set(peak.slot.terms):
        return False
    if not isinstance(peak.value, Quantity) or not isinstance(other.value, Quantity):
        return False
    pair = pair_in_one_unit(peak.value, other.value)
    return pair is not None and pair[1] > pair[0]


@cache
def _peaks() -> frozenset[str]:
    return frozenset(load("clauses")["peaks"])


def is_running(item: Assertion) -> bool:
    """Is this a figure that grows or shrinks with time (a toll, a price, a population)?"""
    return bool(running_ids(item))


def running_ids(item: Assertion) -> frozenset[str]:
    """The senses and measures that make the figure run; empty for a standing one."""
    named = {item.slot.attribute, *item.slot.senses[:1], *item.slot.measures[:1]}
    counted = _dynamic_nouns().get(item.slot.noun or "")
    named |= {"share-price"} if _is_quoted(item) else set()
    return dynamic_ids() & (named | {counted or ""})


def _is_quoted(item: Assertion) -> bool:
    """ "The shares lost 4 percent to close at 290 pence": what a share is traded at?"""
    value, slot = item.value, item.slot
    money = isinstance(value, Quantity) and value.role == "money"
    traded = not _TRADED.isdisjoint(slot.senses)
    return money and traded and not _SHARES.isdisjoint(slot.terms)


def _told_apart(left: Assertion, right: Assertion, one: Days, two: Days) -> bool:
    """Are the times of two standing figures stated, or at least well apart?

    Where only one names a time, the other is as old as its source at most.
    """
    if _stated(left) and _stated(right):
        return True
    return (_stated(left) or _stated(right)) and _gap(one, two) > _SOON


def _gap(one: Days, two: Days) -> int:
    """Days between two stretches that do not meet; very many when a year is out of range."""
    last, first = min(one[1], two[1]), max(one[0], two[0])
    try:
        return (date.fromisoformat(first) - date.fromisoformat(last)).days
    except ValueError:
        return 10**6


def _stated(item: Assertion) -> bool:
    return item.slot.scope.time is not None or item.slot.scope.as_of_stated


def when(item: Assertion) -> tuple[str, str] | None:
    """Return first and last day of the time a figure is good for; None when it is not known.

    A stated as-of day, else for a running figure the source's own date, else the time that the
    clause names.
    """
    scope = item.slot.scope
    if scope.as_of_stated or (is_running(item) and scope.as_of):
        return bounds(scope.as_of or "")
    return bounds(scope.time or "") or bounds(scope.as_of or "")
