"""Is one figure the other, rounded as its writer says ("9,812", "some 9,800")?

In:  two assertions whose values are compatible. Out: a field. Of all figures that lie near
"about 1,300" few are 1,300 when they are rounded to the hundred; 1,340 is, 1,360 is not.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from twosource.match.levels import Field, rated
from twosource.model import Assertion, Quantity

_HALF: Final = Decimal("0.5")
_TELLING: Final = 3  # digits of a figure that hardly rounds to another by chance


def rounded(left: Assertion, right: Assertion) -> Field:
    """Does a figure that is hedged give the exact one, rounded? Asked where the two agree."""
    one, two = left.value, right.value
    if not isinstance(one, Quantity) or not isinstance(two, Quantity) or one.unit != two.unit:
        return rated("rounded", "none")
    if one.unit == "%":
        return rated("rounded", "none")  # shares lie near each other by chance
    exact, about = (one, two) if one.hedge is None else (two, one)
    if exact.hedge is not None or about.hedge is None:
        return rated("rounded", "none")
    figures = _point(exact), _point(about)
    if figures[0] is None or figures[1] is None or not _rounds(figures[0], figures[1]):
        return rated("rounded", "none")
    return rated("rounded", "long" if _digits(figures[0]) >= _TELLING else "short")


def _point(value: Quantity) -> Decimal | None:
    return value.low if value.low == value.high else None


def _rounds(exact: Decimal, about: Decimal) -> bool:
    """Is the second the first to fewer digits? Zeros at its end are not counted as such."""
    last = Decimal(1).scaleb(about.adjusted() - _digits(about) + 1)
    return _digits(about) < _digits(exact) and abs(exact - about) <= _HALF * last


def _digits(figure: Decimal) -> int:
    return len(figure.normalize().as_tuple().digits)
