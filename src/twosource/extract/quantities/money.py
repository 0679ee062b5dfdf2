"""Money: signs and codes before a figure, words and codes behind it.

In:  a view and a figure. Out: an ISO 4217 code and where the amount begins.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final

from twosource.extract.quantities.lexis import is_counting, words
from twosource.extract.quantities.shapes import View
from twosource.extract.quantities.units import unit_symbols, unit_words
from twosource.lexicon import load

_SIGN: Final = re.compile(r"([a-z.]{0,5})[ ]?([$€£¥₹₩₽₪₺₴₦₱฿₡])[ \u00a0\u202f]{0,2}$")
_CODE: Final = re.compile(r"(?<![A-Za-z])([A-Z]{3})[ \u00a0]?$")
_WORD: Final = re.compile(
    r"(?<![^\W\d_])(rs\.?|rm|[snd]?kr\.?|s?fr\.?|rp\.?|kč|zł|[ktu]sh\.?|tk\.?)[ \u00a0]?$"
)
_NAMED: Final = re.compile(r"(?<![^\W\d_])(?:([a-z]{4,12}) )?([a-z]{4,9}) $")
_SMALL: Final = frozenset({"{cent}", "{pence}"})
_MILLION: Final = Decimal(1_000_000)

_PARTS: Final = frozenset({"{cent}", "{pence}"})


def money_before(view: View, start: int) -> tuple[str, int] | None:
    """The currency named right before `start`, and where that begins."""
    if start == 0:
        return None
    tables = load("currencies")
    window = max(0, start - 9)
    sign = _SIGN.search(view.low, window, start)
    if sign:
        return _dollars(view, sign) or (tables["signs"][sign.group(2)], sign.start(2))
    code = _CODE.search(view.text, window, start)
    if code and unit_symbols().get(code.group(1)) == code.group(1):
        return code.group(1), code.start()
    word = _WORD.search(view.low, window, start)
    if word:
        return tables["prefixes"][word.group(1)], word.start()
    return None


def money_named(view: View, start: int) -> tuple[str, int] | None:
    """ "rupees 500 crore", "Malaysian ringgit 42": a currency's name before a figure in digits.

    Not where a figure stands before the name ("5 dollars 40 of them"), nor for words that
    mean other things ("won 3", "real 5").
    """
    match = _NAMED.search(view.low, max(0, start - 34), start)
    if match is None or not view.low[start : start + 1].isdigit():
        return None
    for first in (match.start(1), match.start(2)):
        code = unit_words().get(view.low[first : match.end(2)]) if first >= 0 else None
        clear = match.group(2) not in words("units_in_words", "digits")
        if code is not None and is_money(code) and clear and code not in _SMALL:
            before = view.low[max(0, first - 12) : first].split()
            counted = bool(before) and (before[-1][-1].isdigit() or is_counting(before[-1]))
            return None if counted else (code, first)
    return None


def _dollars(view: View, sign: re.Match[str]) -> tuple[str, int] | None:
    """ "US$", "C$", "u.s. $": the letters before the dollar sign."""
    letters = sign.group(1).replace(".", "")
    if sign.group(2) != "$" or not letters:
        return None
    begin = sign.start(1)
    if begin and view.text[begin - 1].isalpha():
        return None
    apart = view.text[sign.end(1)] == " "
    if apart and letters not in {"us", "c", "hk", "nz"}:
        return None
    code = load("currencies")["dollars"].get(letters)
    return (code, begin) if code else None


def is_money(unit: str) -> bool:
    """Is this a currency code, or a word for money that several currencies share?"""
    base = unit.partition("/")[0]
    if base[:1] != "{":
        base = base.partition("{")[0]
    shared = base.startswith("{") and base in set(load("currencies")["words"].values())
    return shared or (
        len(base) == 3 and base.isalpha() and base.isupper() and unit_symbols().get(base) == base
    )


def millions_of(view: View, end: int, stop: int) -> Decimal | None:
    """ "30 MUSD": a million of the unit."""
    word = view.text[end:stop].strip()
    return _MILLION if len(word) == 4 and word[0] == "M" and word[1:].isupper() else None


def is_whole_money(unit: str) -> bool:
    """A currency that has hundredths: "{crown}", "EUR"; not "{cent}", not "USD/h"."""
    return len(unit) == 3 or (is_money(unit) and "/" not in unit and unit not in _PARTS)


def is_weight(view: View, start: int, value: Decimal) -> bool:
    """Are "pounds" weight here, not money?"""
    words = set(re.findall(r"[a-z]{2,14}", view.low[max(0, start - 80) : start + 80]))
    behind = view.low[start : start + 80]
    if any(f" {phrase}" in behind for phrase in load("currencies")["spending"]["entering"]):
        return False
    return value < _MILLION and not words & set(load("currencies")["spending"]["words"])
