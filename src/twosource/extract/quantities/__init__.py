"""Read numbers and quantities out of English prose.

In:  readable text, and stretches already read as dates. Out: value mentions with unit,
hedge, counted noun, precision and interval. A figure is looked for only where a digit or
a number word stands, and what surrounds it is read from there, so the time is linear.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from twosource.extract.quantities.accounts import accounts, may_be_account
from twosource.extract.quantities.codes import codes, may_be_code
from twosource.extract.quantities.grouping import writes_decimal_comma
from twosource.extract.quantities.mentions import mentions
from twosource.extract.quantities.powers import ENDLESS, TOWER, is_endless, is_tower
from twosource.extract.quantities.prices import price_years, with_years
from twosource.extract.quantities.scanner import may_hold
from twosource.extract.quantities.scores import may_be_told, scores
from twosource.extract.quantities.shapes import (
    View,
    has_digit,
    hide,
    make_view,
    without_phones,
)
from twosource.extract.quantities.singles import may_be_single, singles
from twosource.extract.quantities.versions import may_be_version, versions
from twosource.extract.quantities.zeros import absolute_zeros
from twosource.model import ValueMention
from twosource.text import folded

__all__ = ["find_endless", "price_years", "read_quantities", "writes_decimal_comma"]


def read_quantities(
    text: str, *, taken: Sequence[tuple[int, int]] = (), comma: bool = False
) -> tuple[ValueMention, ...]:
    """Return the quantities of `text`, left to right, none of them inside `taken`.

    Args:
        text: Readable text, a sentence or more.
        taken: Local (start, end) of what has been read as dates or times.
        comma: The document writes decimals with a comma, as `writes_decimal_comma` tells.

    Returns:
        Mentions that do not overlap. A mention begins at its hedge ("roughly 3,400") and
        ends behind its unit or scale word; `head` is the bare figure. Years, codes, labels,
        times of day and version numbers are left out, and so is what can be read two ways.
    """
    if not may_hold(*folded(text)):
        return ()
    view = make_view(text, taken, comma=comma)
    if taken and not may_hold(view.low, view.words):
        return ()  # the only figures are those of the dates
    years = price_years(text)
    if years:
        view = hide(view, [(told.start, told.end) for told in years])
    named = _named(view)
    if named:
        view = hide(view, [*map(_place, named)])
    found = [*named, *mentions(without_phones(view))]
    found.sort(key=lambda mention: mention.start)
    return with_years(text, found, years) if years else tuple(found)


def _named(view: View) -> tuple[ValueMention, ...]:
    """Versions, scores, amounts in brackets and codes; a text without a digit holds few of them."""
    cold = tuple(absolute_zeros(view)) if "absolute zero" in view.low else ()
    told = _apart(singles(view)) if may_be_single(view) else ()
    if not has_digit(view.text):
        return (*cold, *told, *scores(view)) if may_be_told(view) else (*cold, *told)
    found = (*versions(view), *scores(view)) if may_be_version(view) else tuple(scores(view))
    found = (*found, *cold, *told)
    if may_be_account(view):
        found = (*found, *accounts(view))
    if not may_be_code(view):
        return found
    return (*found, *codes(hide(view, [*map(_place, found)]) if found else view))


def _apart(found: Iterable[ValueMention]) -> tuple[ValueMention, ...]:
    kept: list[ValueMention] = []
    for mention in found:
        if all(mention.end <= one.start or one.end <= mention.start for one in kept):
            kept.append(mention)
    return tuple(kept)


def find_endless(text: str) -> tuple[tuple[int, int], ...]:
    """Return the (start, end) of figures too long to be read: 41 digits, "1e999999", "3 × 10^999"."""
    if not has_digit(text):
        return ()
    found = [match.span() for match in ENDLESS.finditer(text) if is_endless(match)]
    if "10" in text:
        found += [match.span() for match in TOWER.finditer(text) if is_tower(match)]
    return tuple(sorted(found))


def _place(mention: ValueMention) -> tuple[int, int]:
    return mention.start, mention.end
