"""Tell figures that hang on to something else: codes, telephone numbers, versions, times, lists.

In:  a view and the place of a figure. Out: yes or no, and where such a chain ends.
"""

from __future__ import annotations

import re
from typing import Final

from twosource.extract.quantities.refuse import is_label, is_time, scale_before
from twosource.extract.quantities.shapes import View
from twosource.extract.quantities.units import unit_symbols

_CHAIN: Final = re.compile(r"(?:[-/:.][0-9]{1,12}(?![0-9])){1,8}")
_DECIMAL_END: Final = re.compile(r"-[0-9]{1,12}\.[0-9]{1,6}")
_HALVED: Final = re.compile(r"-(?:1/2|[123]/4|[12]/3|[1357]/8|(?:[13579]|1[135])/16)")  # "2-1/2 in"
_MORE: Final = re.compile(r"[-/:.][0-9]")
_CODED: Final = re.compile(r"(?<![^\W_])([A-Z]{3}|RM|Rs\.?)$")
_FOUR: Final = re.compile(r"-[0-9]{4}")
_MARKS: Final = frozenset({"_", "#", "@", "№", "§", "\\", "&", "=", "%"})
_JOINTS: Final = frozenset({"-", "/", ".", ",", ":", "'", "’"})


def is_code(view: View, start: int, end: int) -> bool:
    """Part of a code, phone number, version, time, list or reference?"""
    if scale_before(view, start):
        return False
    if _hangs_on(view, start, end) or _goes_on(view, start, end):
        return True
    return is_time(view, start, end) or is_label(view, start, end)


def _hangs_on(view: View, start: int, end: int) -> bool:
    """Does a letter, a sign of numbering or another figure stand right before it?"""
    text = view.text
    before, two = text[start - 1 : start] if start else "", text[max(0, start - 2) : start]
    if before.isalnum():
        return not _coded(text, start)
    if before in _MARKS:
        return not _equals(view, start)
    if two in {"§ ", "№ ", "§\u00a0"} or (before == ")" and text[end : end + 1] == "-"):
        return True
    return before in _JOINTS and two[:1].isalnum()


def _goes_on(view: View, start: int, end: int) -> bool:
    """Do more figures hang on behind: "555-0142", "2023:11", "1.2.3.4"?"""
    match = _CHAIN.match(view.text, end)
    if match is None:
        return False
    chain = match.group()
    if _HALVED.fullmatch(chain) and view.text[end + len(chain) : end + len(chain) + 1] != "/":
        return False
    joints = sum(chain.count(mark) for mark in "-/:.")
    if (joints > 1 or chain[0] in ":.") and not _is_range(view, written_end=end, chain=chain):
        return True
    return end - start == 3 and _FOUR.fullmatch(chain) is not None


def _is_range(view: View, *, written_end: int, chain: str) -> bool:
    """ "6.5-7.5", "10-12.5": the hyphen joins two figures, the last with a decimal point."""
    stop = written_end + len(chain)
    return _DECIMAL_END.fullmatch(chain) is not None and _MORE.match(view.text, stop) is None


def _coded(text: str, start: int) -> bool:
    """ "USD3.14", "RM42": a currency code glued to its amount."""
    code = _CODED.search(text, max(0, start - 5), start)
    return code is not None and (len(code.group(1)) != 3 or code.group(1) in unit_symbols())


def _equals(view: View, start: int) -> bool:
    """ "p=0.012" states a value, "?RQT=305&" does not."""
    return view.text[start - 1 : start] == "=" and "?" not in view.text[max(0, start - 40) : start]


def past(view: View, end: int) -> int:
    """Skip what hangs on to a refused number: the rest of a code, a date, a phone number."""
    chain = _CHAIN.match(view.text, end)
    return chain.end() if chain else end
