"""Weigh the fields of a pair whose values agree and that two sources tell.

In:  the fields as the slot alone weighs them. Out: the same levels with the weights of
[agree] in weights.toml, and three fields more: how many values of the other source agree
just as well, whether the figures play one role, how far apart the two stand in their texts.

An equal value is evidence in proportion to how rare it is: that two reports on one subject
both hold "12.37 m" and nothing else like it says more than any wording. So wording counts
for less here than between values that exclude each other, where the slot alone must speak.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final

from twosource.lexicon import load
from twosource.model import Assertion, DateValue, Quantity

Field = tuple[str, str, float]
Partners = Mapping[tuple[str, str], int]
_MANY: Final = ("none", "one", "two", "three")
_SHARES: Final = {"terms", "context"}  # fields whose level is a share of wording


def partners_of(pairs: Iterable[tuple[Assertion, Assertion]]) -> Partners:
    """Count the agreeing values of each assertion: (id, other source) -> how many."""
    found: dict[tuple[str, str], int] = defaultdict(int)
    for one, two in pairs:
        found[one.id, two.source] += 1
        found[two.id, one.source] += 1
    return found


def reweigh(
    fields: Sequence[Field],
    left: Assertion,
    right: Assertion,
    partners: Partners,
    extent: Mapping[str, tuple[int, int]],
) -> tuple[Field, ...]:
    """Return the fields with the weights of pairs that agree, the value last.

    Args:
        fields: All fields of the pair, the value last.
        partners: As `partners_of` counts them.
        extent: Source id -> indexes of its first and last sentence with an assertion.
    """
    rule = load("weights")["agree"]
    told = [_told(field, rule) for field in fields[:-1]]
    level = _level(fields[-1][1], left)
    return (
        *told,
        _among(left, right, partners, rule),
        _role(left, right, rule),
        _place(left, right, extent, rule),
        ("value", level, float(rule["value"].get(level, 0.0))),
    )


def _told(field: Field, rule: Mapping[str, Any]) -> Field:
    """A field by its level; what is neither a level nor a share keeps its weight."""
    name, level, weight = field
    if name in _SHARES:
        return name, level, round(float(level) * float(rule["share"][name]), 4)
    table = rule.get(name, {})
    if "of" in table and level not in table:
        return name, level, round(weight * float(table["of"]), 4)
    return name, level, float(table.get(level, weight))


def _level(level: str, item: Assertion) -> str:
    """Name the value: "equal two_digits unit" when it is measured, not counted."""
    measured = isinstance(item.value, Quantity) and item.value.unit != "1"
    return f"{level} unit" if measured else level


def _among(left: Assertion, right: Assertion, partners: Partners, rule: Mapping[str, Any]) -> Field:
    """Of how many agreeing values of the other's source is this one?"""
    count = max(partners.get((left.id, right.source), 1), partners.get((right.id, left.source), 1))
    level = _MANY[count] if count < len(_MANY) else "more"
    return "among", level, float(rule["among"][level])


def _role(left: Assertion, right: Assertion, rule: Mapping[str, Any]) -> Field:
    """Are both a count, both a share; both a day, both a month?"""
    one, two = (
        item.value.role if isinstance(item.value, Quantity) else item.value.precision
        for item in (left, right)
        if isinstance(item.value, Quantity | DateValue)
    )
    level = "same" if one == two else "other"
    kind = "figure" if isinstance(left.value, Quantity) else "date"
    return "role", f"{level} {kind}", float(rule["role"][f"{level} {kind}"])


def _place(
    left: Assertion,
    right: Assertion,
    extent: Mapping[str, tuple[int, int]],
    rule: Mapping[str, Any],
) -> Field:
    """How far apart do they stand, as shares of their texts? 0 = at the same share."""
    apart = abs(_share(left, extent) - _share(right, extent))
    return "place", f"{apart:.2f}", round(apart * float(rule["place"]["apart"]), 4)


def _share(item: Assertion, extent: Mapping[str, tuple[int, int]]) -> float:
    """Where it stands in its text, from 0 to 1."""
    first, last = extent.get(item.source, (item.index, item.index))
    return (item.index - first) / max(1, last - first)
