"""Can a figure be the size of a property at all?

"Sales of 4.2 billion euros last year": the verb "last" measures a duration, and money is
none. In: a quantity and the id of a measure. Out: whether the two go together.
"""

from __future__ import annotations

from functools import cache
from typing import Final

from twosource.lexicon import load
from twosource.model import Quantity
from twosource.units import dimension

_ANY: Final = frozenset({"none", "rate", "ratio"})
_COUNTED: Final = _ANY | {"count", "score", "magnitude", "percent"}
_ROLES: Final = {
    "percent": frozenset({"percent"}),
    "duration": frozenset({"duration", "time"}),
    "age": frozenset({"duration", "time"}),
    "money": frozenset({"money"}),
}
_OF_UNITS: Final = {
    **dict.fromkeys(("km/h", "[mi_i]/h", "m/s", "km/s", "[kn_i]"), "speed"),
    **dict.fromkeys(("Cel", "[degF]"), "temperature"),
}


def fits(quantity: Quantity, measure: str) -> bool:
    """Is `measure` of a dimension that `quantity` can have?"""
    wanted = _dimensions().get(measure)
    own = _own(quantity)
    return wanted is None or own is None or bool(wanted & (own | _ANY))


def names(quantity: Quantity, measure: str) -> bool:
    """Is `measure` one of the very dimension of `quantity`, not of any?"""
    return bool(_dimensions().get(measure, frozenset()) & ((_own(quantity) or frozenset()) - _ANY))


def implied(quantity: Quantity) -> str | None:
    """The property that a unit measures by itself: nothing but a speed is told in km/h."""
    return _OF_UNITS.get(quantity.unit)


@cache
def _dimensions() -> dict[str, frozenset[str]]:
    found = {}
    for row in load("measures")["measure"]:
        stated = row["dimension"]
        found[row["id"]] = frozenset([stated] if isinstance(stated, str) else stated)
    return found


def _own(quantity: Quantity) -> frozenset[str] | None:
    """The dimensions a figure can have; None when it may have any."""
    if quantity.role in _ROLES:
        return _ROLES[quantity.role]
    if quantity.unit in {"%", "{fraction}"}:
        return _ROLES["percent"]
    if quantity.unit == "1":
        return _COUNTED if quantity.noun else None
    if implied(quantity) == "speed":
        return frozenset({"speed"})
    found = dimension(quantity.unit.partition("/")[0])
    if found is None or "/" in quantity.unit or found in {"ratio", "times", "count", "level"}:
        return None
    if found == "time":
        return _ROLES["duration"]
    return frozenset({"money" if found.startswith("money") else found})
