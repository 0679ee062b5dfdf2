"""Read figures written in digits, with every usual grouping, and refuse what is no number.

In:  a view and the place of a digit. Out: a figure or None, and where to go on.
"""

from __future__ import annotations

import re
from typing import Final

from twosource.extract.quantities.chains import is_code, past
from twosource.extract.quantities.grouping import plain_digits
from twosource.extract.quantities.powers import MOST, raised_to
from twosource.extract.quantities.shapes import Figure, View
from twosource.extract.quantities.slashes import slashed
from twosource.extract.quantities.suffixes import with_suffix

_RUN: Final = re.compile(r"[0-9][0-9.,]*")
_SIGN: Final = re.compile(
    r"(?:(?<![\w.)%])|^)(?:([-−])[ ]{0,1}|[+±](?=$)|((?:(?<!plus or )minus|negative) ))$"
)
_BEFORE_SIGNED: Final = frozenset("-−+± ")
_SIGN_ENDS: Final = frozenset("-−se")  # of "minus", "negative"


def read_digits(view: View, start: int) -> tuple[Figure | None, int]:
    """Read the figure that begins at `start`; the second value is where to look next."""
    run = _RUN.match(view.text, start)
    assert run is not None
    written = run.group().rstrip(".,")
    end = start + len(written)
    if len(written) > MOST + 20 or is_code(view, start, end):
        return None, past(view, max(run.end(), end))
    begin, plain = _leading_point(view, start, written) or (start, "")
    if not plain:
        plain, end = plain_digits(view, start, written, end)
    if not plain or len(plain) > MOST:
        return None, past(view, end)
    figure, end = _finish(view, begin, plain, end)
    return figure, max(end, run.end() if figure is None else end)


def _leading_point(view: View, start: int, written: str) -> tuple[int, str] | None:
    """ ".25" without its zero."""
    dot = view.text[start - 1 : start] == "." and (start < 2 or view.text[start - 2] in " ($<>=~\n")
    return (start - 1, "0." + written) if dot and written.isdigit() else None


def _finish(view: View, start: int, plain: str, end: int) -> tuple[Figure | None, int]:
    """Powers, fractions, sign; then whatever is glued to the digits."""
    value, step, end = raised_to(view, plain, end)
    if value is None:
        return None, end
    figure = slashed(view, Figure(start, end, value, step))
    if figure is None:
        return None, past(view, end)
    return with_suffix(view, _signed(view, figure))


def _signed(view: View, figure: Figure) -> Figure:
    """Take in a sign that stands before the figure: "-5", "minus one"."""
    before = view.low[max(0, figure.start - 14) : figure.start]
    if before[-1:] not in _BEFORE_SIGNED or (
        before[-1:] == " " and before[-2:-1] not in _SIGN_ENDS
    ):
        return figure  # the most of all figures, known at one look
    match = _SIGN.search(before)
    if match is None or match.start() == match.end():
        return figure
    minus = match.group(1) or match.group(2)
    if match.group(1) and match.group().endswith(" ") and figure.start - len(match.group()) > 0:
        return figure  # "5 - 3": a dash
    value = -figure.value if minus else figure.value
    begin = figure.start - (match.end() - match.start())
    return Figure(begin, figure.end, value, figure.step, figure.worded, figure.sort, figure.scaled)
