"""Read every value of a sentence: dates first, then quantities in what is left.

In:  text, with the document's date and the last date read before. Out: mentions, left to
right, non-overlapping.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache
from typing import Final

from twosource.extract import compass
from twosource.extract.compass import read_directions
from twosource.extract.dates import find_refused, lexer, read_dates
from twosource.extract.dates.holidays import names_by_first
from twosource.extract.lengths import read_lengths, unit_words
from twosource.extract.quantities import agebands, price_years, read_quantities, scanner
from twosource.extract.quantities.agebands import read_age_bands
from twosource.extract.quantities.unlimited import may_have_no_end, read_unlimited
from twosource.model import ValueMention
from twosource.plugins import plugins
from twosource.text import folded

# A digit or a sign of any script, or the letters of a point of the compass.
_OPENING: Final = re.compile(r"[0-9\u0080-\U0010ffff]|(?<![\w-])[NSEW][EW]?(?![\w-])")
_YEAR = re.compile(r"[ \t]{0,8}((?:1[0-9]|20)[0-9]{2})(?=[:,–—-]?[ \t]{1,3}[A-Z])")


def _leading_year(text: str) -> tuple[ValueMention, ...]:
    """ "1903 Born in Harwick": the year that opens an entry of a chronology."""
    match = _YEAR.match(text)
    if match is None:
        return ()
    year = match.group(1)
    (found,) = read_dates(f"in {year}")
    return (replace(found, start=match.start(1), end=match.end(1), head=match.span(1)),)


def read_values(
    text: str,
    *,
    reference: str | None = None,
    previous: str | None = None,
    order: str | None = None,
    comma: bool = False,
) -> tuple[ValueMention, ...]:
    """Read dates and quantities. Arguments as for `read_dates` and `read_quantities`."""
    if not _may_hold(text) and not plugins("extractors"):
        return ()
    dates = read_dates(text, reference=reference, previous=previous, order=order)
    dates = _without_prices(text, dates or _leading_year(text))
    refused = find_refused(text)
    taken = [*map(_place, dates), *refused] if dates or refused else []
    lengths = read_lengths(text, taken=taken)
    taken = sorted([*taken, *map(_place, lengths)])
    quantities = read_quantities(text, taken=taken, comma=comma)
    found = [*dates, *lengths, *_outside(quantities, taken)]
    if directions := tuple(read_directions(text)):
        found += [*_outside(directions, sorted(map(_place, found)))]
    if endless := tuple(read_unlimited(text)):
        found += [*_outside(endless, sorted(map(_place, found)))]
    if bands := tuple(read_age_bands(text)):
        found = [*bands, *_outside(found, [*map(_place, bands)])]
    for more in plugins("extractors").values():
        added = tuple(more(text, reference))
        found = [*added, *_outside(found, sorted(map(_place, added)))]
    return tuple(sorted(found, key=_place)) if found else ()


def _may_hold(text: str) -> bool:
    """Tell at one look whether any reader can find anything: half of all sentences hold nothing."""
    low, runs = folded(text)
    return (
        not runs.isdisjoint(_openers()) or _OPENING.search(text) is not None or may_have_no_end(low)
    )


@cache
def _openers() -> frozenset[str]:
    """Runs of letters of which one stands in every text that holds a value but no digit."""
    return frozenset().union(
        lexer.anchor_words(),
        names_by_first(),
        scanner.openers(),
        unit_words(),
        compass.NAMED,
        agebands.WORDS,
    )


def _place(mention: ValueMention) -> tuple[int, int]:
    return mention.start, mention.end


def _without_prices(text: str, dates: tuple[ValueMention, ...]) -> tuple[ValueMention, ...]:
    """The year of "in 2015 dollars" says what the money is worth, not when anything was."""
    told = [(one.start, one.end) for one in price_years(text)] if dates else []
    return tuple(_outside(dates, told)) if told else dates


def _outside(
    mentions: Iterable[ValueMention], taken: Sequence[tuple[int, int]]
) -> Iterator[ValueMention]:
    """Pass on what meets no stretch of `taken`, both in order and each without overlap."""
    at = 0
    for mention in sorted(mentions, key=lambda mention: mention.start):
        while at < len(taken) and taken[at][1] <= mention.start:
            at += 1
        if at == len(taken) or taken[at][0] >= mention.end:
            yield mention
