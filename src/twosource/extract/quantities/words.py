"""Read spelled-out numbers: "sixty-four", "two thousand three hundred", "one and a half".

In:  a view and the place of the first number word. Out: a figure, or None.
"""

from __future__ import annotations

import re
from typing import Final

from twosource.extract.quantities.decimals import with_parts, with_point
from twosource.extract.quantities.lexis import (
    dozens,
    scales,
    small,
    words,
)
from twosource.extract.quantities.shapes import Figure, View, step_of_value
from twosource.extract.quantities.sums import NEXT_WORD, Sum, add_up

_SEVERAL: Final = re.compile(r"(?:an? )?(several|few|couple of|many) $")
_ARTICLE: Final = re.compile(r"(?<![^\W_])an? $")


def read_words(view: View, start: int) -> Figure | None:
    """Read the number that begins with the word at `start`."""
    found = add_up(view, start, Sum(end=start))
    if found is None:
        return None
    begin = _with_article(view, start) if found.scaled or _opens_with_scale(view, start) else start
    value, end = with_point(view, found)
    value, end, step = with_parts(view, value, end, found)
    if step is None:
        step = step_of_value(value)
    return Figure(begin, end, value, step, True, "plain", found.scaled)


def _opens_with_scale(view: View, start: int) -> bool:
    match = NEXT_WORD.match(view.low, start)
    return match is not None and (match.group(2) in scales() or match.group(2) in dozens())


def _with_article(view: View, start: int) -> int:
    """The place of the "a" in "a hundred", "a dozen"."""
    match = _ARTICLE.search(view.low, max(0, start - 4), start)
    return match.start() if match and _opens_with_scale(view, start) else start


def is_number_word(word: str) -> bool:
    """Can a spelled-out number begin with this word?"""
    return word in small() or word in scales() or word in dozens()


def several_before(view: View, start: int) -> int | None:
    """The place of "several", "a few" before "hundred"; None when there is none."""
    match = _SEVERAL.search(view.low, max(0, start - 12), start)
    return match.start() if match and match.group(1) in words("several") else None
