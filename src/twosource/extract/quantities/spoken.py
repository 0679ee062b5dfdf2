"""Read an amount of money said in two words: "six-fifty", "two-forty" are 6.50 and 2.40.

In:  a view and a draft. Out: the draft with that figure in the provisional unit `SPOKEN`, or
as it was. What money it is, or that it is none, is told by the words around (elided.py); where
nothing tells it, the words may be a time of day or a name, and the value is left out.
"""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from typing import Final

from twosource.extract.quantities.draft import Draft
from twosource.extract.quantities.nouns import counted_noun
from twosource.extract.quantities.ranges import is_spoken
from twosource.extract.quantities.scanner import figure_at
from twosource.extract.quantities.shapes import View
from twosource.extract.quantities.units import unit_after

SPOKEN: Final = "{spoken}"
_JOINED: Final = re.compile(r"-(?=[a-z])")
_CENT: Final = Decimal("0.01")


def read_spoken(view: View, draft: Draft) -> None:
    """Take in the hundredths of "six-fifty": no unit and no counted thing follows."""
    figure = draft.figure
    join = _JOINED.match(view.low, figure.end)
    if join is None or draft.unit != "1" or draft.upper is not None or figure.sort != "plain":
        return
    hundredths, _ = figure_at(view, join.end())
    if hundredths is None or hundredths.sort != "plain" or not is_spoken(figure, hundredths, "-"):
        return
    end = hundredths.end
    if (
        unit_after(view, end, digits=False)
        or counted_noun(view, end)
        or view.low[end : end + 1] == "-"
    ):
        return
    value = figure.value + hundredths.value * _CENT
    draft.figure = replace(figure, end=end, value=value, step=_CENT)
    draft.unit, draft.end = SPOKEN, end
