"""May two values stand in one cluster that other pairs hold together?

In:  two assertions whose values exclude each other, and the fields of the pair. Out: yes or no.
What a field says outright no other pair of a cluster can make up for: another thing counted,
another subject, another time. Nor may the sentence of one hold the other's value.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from twosource.intervals import Relation
from twosource.match.apart import Siblings
from twosource.match.levels import Field, weights
from twosource.match.refuted import refuses
from twosource.match.slips import long_slip
from twosource.match.values import close, relation
from twosource.model import Assertion, DateValue, Quantity

HARD: Final = {
    "noun": "different",
    "qualifiers": "rival",
    "sense": "rival",
    "subject": "different",
    "time": "different",
    "part": "different",
    "rivals": "answered",
}
_APART: Final = {"noun": "different", "sense": "rival", "time": "different"}
_MEETING: Final = {Relation.EQUAL, Relation.COMPATIBLE}
_STRONG: Final = 4.0  # slot weight at which another subject is put down to misreading


def tolerable(
    left: Assertion,
    right: Assertion,
    fields: Sequence[Field],
    siblings: Siblings,
    *,
    slip: bool = False,
) -> bool:
    """May the pair stand in a cluster that other pairs hold together?

    Args:
        slip: One is a misprint of the other, or of a figure that agrees with it.
    """
    hard = hard_fields(fields)
    total = sum(weight for _, _, weight in fields)
    least = float(weights()["link"]) if slip else _STRONG
    if hard == {"time"} and total >= least and (slip or long_slip(left, right)):
        hard = set()  # a day beside a figure is not always its own
    if hard == {"subject"} and total >= _STRONG:
        hard = set()  # the subject of a clause is often misread
    return not (hard or told_beside(left, right, siblings))


def hard_fields(fields: Sequence[Field]) -> set[str]:
    """The fields that say outright that two different things are meant."""
    return {name for name, level, _ in fields if HARD.get(name) == level}


def another_thing(fields: Sequence[Field]) -> bool:
    """Does a field say outright that two different things are meant?"""
    return bool(hard_fields(fields) - {"rivals"})


def one_thing(fields: Sequence[Field]) -> bool:
    """Can the pair be of one thing at all, whoever says so?"""
    return not any(_APART.get(name) == level for name, level, _ in fields)


def told_beside(left: Assertion, right: Assertion, siblings: Siblings) -> bool:
    """Does either sentence state the other's value, too? Then the differing one is another's."""
    both = (left, right), (right, left)
    told = any(
        _told(one, [item for item in siblings.get(_sentence(two), ()) if not _since(item, two)])
        for one, two in both
    )
    return told and not any(_set_against(one, two, siblings) for one, two in both)


def _set_against(item: Assertion, other: Assertion, siblings: Siblings) -> bool:
    """Does the sentence of `other` state such a value only to refuse it ("1,410 and not 1,940")?"""
    return any(
        refuses(other, beside) and relation(item, beside) in _MEETING
        for beside in siblings.get(_sentence(other), ())
        if beside.kind is item.kind and beside is not other
    )


def _since(item: Assertion, other: Assertion) -> bool:
    """Is it the date itself that is asked about, open to a side ("since 3 March")?"""
    return item is other and isinstance(item.value, DateValue)


def _sentence(item: Assertion) -> tuple[str, int]:
    return item.source, item.sentence.start


def _told(item: Assertion, others: Sequence[Assertion]) -> bool:
    """Does the other's sentence state this value, too? Then the differing one is another's."""
    return any(
        relation(item, other) in _MEETING and (_bounded(other) or close(item, other))
        for other in others
        if other.kind is item.kind and _of_one_unit(item, other)
    )


def _of_one_unit(one: Assertion, two: Assertion) -> bool:
    """ "Twice" is no two windows, though both are two."""
    units = {getattr(item.value, "unit", "") for item in (one, two)}
    return units != {"1", "{times}"}


def _bounded(item: Assertion) -> bool:
    """Does the value end on both sides? "A few hundred" says little of 60,000."""
    value = item.value
    return not isinstance(value, Quantity) or None not in {value.low, value.high}
