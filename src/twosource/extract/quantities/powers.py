"""Read powers: "4e14", "3 × 10^8", "2^10"; and tell what is too large to be read.

In:  a view, a value and where its digits end. Out: value, step and end.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final

from twosource.extract.quantities.shapes import View, step_of, step_of_value

_CARET: Final = re.compile(r"\^([-−+]?)([0-9]{1,3})(?![0-9.,]*[0-9])")
_BASE: Final = 100
_RAISED: Final = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_LARGEST: Final = 308  # exponent of ten
MOST: Final = 40  # digits of one number
_POWER: Final = re.compile(
    r"[eE]([-+−]?)([0-9]{1,6})(?![0-9a-zA-Z])"
    r"|[ ]?[x×*·][ ]?10(?:\^([-−+]?)|([-−+⁻])?(?=[⁰¹²³⁴-⁹])|([-−+]))([0-9]{1,3}|[⁰¹²³⁴-⁹]{1,3})(?![0-9])(?![.,][0-9])"
)
ENDLESS: Final = re.compile(r"(?<![\w.,])([0-9][0-9.,]*)(?:[eE][-+]?([0-9]+))?")
TOWER: Final = re.compile(
    r"[0-9][0-9.,]{0,40}[ ]?[x×*·][ ]?10(?:\^[-−+]?|[-−+⁻]|(?=[⁰¹²³⁴-⁹]))([0-9]{3,6}|[⁰¹²³⁴-⁹]{3,6})(?![0-9])"
)
_MINUS: Final = frozenset({"-", "−", "⁻"})


def raised_to(view: View, plain: str, end: int) -> tuple[Decimal | None, Decimal, int]:
    """Return value, step and end of plain digits with the power behind them; None beyond reading."""
    power = _POWER.match(view.text, end)
    value = Decimal(plain)
    if power is None:
        return _caret(view, value, end) or (value, step_of(plain), end)
    exponent = int((power.group(2) or power.group(6)).translate(_RAISED))
    if exponent > _LARGEST:
        return None, value, power.end()
    sign = power.group(1) or power.group(3) or power.group(4) or power.group(5)
    exponent = -exponent if sign in _MINUS else exponent
    step = Decimal(1).scaleb(exponent - len(plain.partition(".")[2]))
    return value.scaleb(exponent), step, power.end()


def _caret(view: View, base: Decimal, end: int) -> tuple[Decimal, Decimal, int] | None:
    """ "10^6", "2^-3": (value, step, end); not the mark of a note behind a large number."""
    match = _CARET.match(view.text, end)
    if match is None or not base:
        return None
    exponent = int(match.group(2)) * (-1 if match.group(1) in {"-", "−"} else 1)
    if (exponent > 0 and base > _BASE) or abs(exponent * base.adjusted()) > _LARGEST:
        return None
    value = base**exponent
    return value, step_of_value(value) if value == int(value) else value / 100, match.end()


def is_endless(match: re.Match[str]) -> bool:
    """Has a figure more digits, or a larger exponent, than is ever read?"""
    digits = sum(char.isdigit() for char in match.group(1))
    exponent = match.group(2) or "0"
    return digits > MOST or len(exponent) > 3 or int(exponent) > _LARGEST


def is_tower(match: re.Match[str]) -> bool:
    """Is a power of ten too large to be read?"""
    return int(match.group(1).translate(_RAISED)) > _LARGEST
