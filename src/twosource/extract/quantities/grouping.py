"""Undo the grouping of digits: "1,234", "1 234", "12,34,567", "1.234,5", "1'234".

In:  a view and the place of a run of digits. Out: plain digits with a decimal point.
"""

from __future__ import annotations

import re
from typing import Final

from twosource.extract.quantities.shapes import View, shows_comma
from twosource.extract.quantities.units import glued_unit

_TAIL: Final = re.compile(r"[.,][0-9]{1,9}(?![0-9.,])")
_BLANKS: Final = re.compile(r"(?:[ \u00a0\u2009\u202f]|[\u00a0\u2009\u202f]{2})[0-9]{3}(?![0-9])")
_COMMAS: Final = re.compile(r"[0-9]{1,3}(?:,[0-9]{3}){1,12}(?:\.[0-9]{1,20})?")
_LAKHS: Final = re.compile(r"[0-9]{1,2}(?:,[0-9]{2}){1,6},[0-9]{3}(?:\.[0-9]{1,20})?")
_POINTS: Final = re.compile(r"[0-9]{1,3}(?:\.[0-9]{3}){1,12}(?:,[0-9]{1,20})?")
_MILLIONS: Final = re.compile(r"[0-9]{1,3}(?:\.[0-9]{3}){2,12}")
_MONEY: Final = frozenset("€$£")
_PLAIN: Final = re.compile(r"[0-9]{1,40}(?:\.[0-9]{1,40})?")
_COMMA_DECIMAL: Final = re.compile(r"[0-9]{1,12},[0-9]{1,2}")
_POINTED: Final = re.compile(
    r"(?<![0-9.,])[0-9]{1,3}(?:(?:,[0-9]{3}){1,12}\.[0-9]|(?:,[0-9]{3}){2,12}(?![0-9.,])|(?:,[0-9]{3})+ ?%)"
)
_COMMA_SHARE: Final = re.compile(r"(?<![0-9.,])[0-9]{1,3},[0-9]{1,2}[ \u00a0\u202f]?%")
_APOSTROPHES: Final = re.compile(r"[0-9]{1,3}(?:['’][0-9]{3}){1,6}(?![0-9'’])")
_SHARE: Final = re.compile(r"[ \u00a0\u202f]?%")
_LONGEST: Final = 40  # characters of a number in groups


def plain_digits(view: View, start: int, written: str, end: int) -> tuple[str, int]:
    """The digits without grouping, with a decimal point; "" when they cannot be read."""
    if written.isdigit() and len(written) <= 3 and written != "0":
        apart = _apart(view, start, end)
        if apart is not None:
            return apart
    if view.comma and (_POINTS.fullmatch(written) or _COMMA_DECIMAL.fullmatch(written)):
        return written.replace(".", "").replace(",", "."), end
    if _MILLIONS.fullmatch(written) and view.text[start - 1 : start] in _MONEY and start:
        return written.replace(".", ""), end  # "€1.250.000": two groups are no decimals
    if _COMMAS.fullmatch(written) or _LAKHS.fullmatch(written):
        return written.replace(",", ""), end
    if _PLAIN.fullmatch(written):
        zero = len(written) > 1 and written[0] == "0" and written[1] != "."
        return ("" if zero and not view.alone(start, end) else written), end
    if _COMMA_DECIMAL.fullmatch(written):
        known = glued_unit(view, end) or _SHARE.match(view.text, end)
        return (written.replace(",", ".") if known or view.alone(start, end) else ""), end
    return "", end


def _apart(view: View, start: int, end: int) -> tuple[str, int] | None:
    """ "1 234 567", "1'234": groups of three apart by a blank or an apostrophe."""
    if view.text[end : end + 1] in {"'", "’"}:
        swiss = _APOSTROPHES.match(view.text, start)
        if swiss:
            return swiss.group().replace("'", "").replace("’", ""), swiss.end()
    at = end
    while (group := _BLANKS.match(view.text, at)) and at - end < _LONGEST:
        at = group.end()
    if at == end or _listed(view, start, at):
        return None
    digits = "".join(char for char in view.text[start:at] if char.isdigit())
    tail = _TAIL.match(view.text, at)
    return (digits + "." + tail.group()[1:], tail.end()) if tail else (digits, at)


def _listed(view: View, start: int, end: int) -> bool:
    """ "120 130 140 150": figures side by side, not one number."""
    before = re.search(r"[0-9][ ]$", view.text[max(0, start - 2) : start])
    groups = view.text[start:end].count(" ")
    return before is not None or groups > 3


def writes_decimal_comma(text: str) -> bool:
    """Does a document write "1.234,5" or "12,5 %", and never "1,234.5"?

    Only forms that can be read one way count; with both, or neither, the answer is no.
    """
    if "," not in text:
        return False
    if _POINTED.search(text) is not None:
        return False
    return shows_comma(text) or len(_COMMA_SHARE.findall(text)) > 1
