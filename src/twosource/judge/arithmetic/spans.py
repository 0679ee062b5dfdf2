"""Spans of years between two dates, and ages.

In:  figures and dates. Out: derivations "1994 - 1965 = 29 years" and
"1987-11-02 - 1903-03-14 = 84 years".
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import product
from typing import Final

from twosource.identity import plain
from twosource.judge.arithmetic.figures import Figures, derived
from twosource.model import Assertion, DateValue, Derivation, Quantity

_BORN, _DIED = "birth", "kill"
_OLDEST: Final = 120
_CUE: Final = re.compile(r"^\s*(?:later|after|before|earlier|late|ahead|old|on\b|record|gap|break)")
_LEAD: Final = re.compile(r"(?:\bfor|\bafter|\bin|\blasted|\btook|,|\bin its|\bin his|\bin her) $")
_YEAR: Final = re.compile(r"\d{4}")


def spans(figures: Figures) -> Iterator[Derivation]:
    """Two years of one sentence and the years between them, told as such.

    "In 1994 he broke the 29-year record that another had set in 1965."
    """
    for figure in figures.all:
        if figure.unit != "a" or figure.point < 2 or figure.point != int(figure.point):
            continue
        adjectival = "-" in figure.item.text or "‑" in figure.item.text
        if not (adjectival or _CUE.match(figure.after) or _LEAD.search(figure.before)):
            continue
        years = _two_years(figures.dates.get(figure.place, ()))
        if years is None:
            continue
        first, last = sorted(years)
        if last - first == figure.point:
            parts = list(dict.fromkeys([years[last].id, years[first].id]))
            shown = f"{last} - {first} = {plain(figure.point)} years"
            yield derived("span", shown, parts, figure.item.id)


def _two_years(dates: Sequence[Assertion]) -> dict[int, Assertion] | None:
    """The two years that the sentence names; of more, the two of one happening ("opened")."""
    groups: list[Sequence[Assertion]] = [dates]
    senses = sorted({date.slot.senses[0] for date in dates if date.slot.senses})
    groups += [[d for d in dates if d.slot.senses[:1] == (sense,)] for sense in senses]
    for group in groups:
        years = {year: item for item in group for year in _years(item)}
        if len(years) == 2:
            return years
    return None


def _years(item: Assertion) -> tuple[int, ...]:
    """The year of a date, or the two years of a period; none when neither is plain."""
    value = item.value
    if not isinstance(value, DateValue) or value.hedge:
        return ()
    edges = value.edtf.split("/")
    if not all(_YEAR.match(edge) and "X" not in edge and "~" not in edge for edge in edges):
        return ()
    return tuple(int(edge[:4]) for edge in edges)


def ages(figures: Figures) -> Iterator[Derivation]:
    """Born on one day, died on another: the age at death. Born in a year, so old in another."""
    by = _by_subject(figures.stated)
    for (subject, sense), births in sorted(by.items()):
        if sense != _BORN:
            continue
        deaths = by.get((subject, _DIED), [])
        for born, died in product(births, deaths):
            years = _age(born, died)
            for item in deaths:
                if years and _is_age(item, years):
                    shown = f"{_day(died)} - {_day(born)} = {years} years"
                    yield derived("age", shown, [died.id, born.id], item.id)
        yield from _ages_told(subject, births, figures)


def _by_subject(stated: Sequence[Assertion]) -> dict[tuple[str, str], list[Assertion]]:
    by: dict[tuple[str, str], list[Assertion]] = defaultdict(list)
    for item in stated:
        if item.slot.subject and not item.slot.subject.startswith("~") and item.slot.senses:
            by[item.slot.subject, item.slot.senses[0]].append(item)
    return by


def _ages_told(subject: str, births: Sequence[Assertion], figures: Figures) -> Iterator[Derivation]:
    """ "Aged 41, she won the prize in 1944", and she was born in 1903: years fit, not days."""
    for item in figures.stated:
        value = item.value
        if item.slot.subject != subject or not isinstance(value, Quantity) or value.role != "age":
            continue
        dates = figures.dates.get((item.source, item.sentence.start), ())
        told = [date for date in dates if date.slot.subject == subject and len(_years(date)) == 1]
        if len(told) != 1 or told[0].slot.senses[:1] in {(_BORN,), (_DIED,)}:
            continue
        for born in births:
            years = _years(born)
            if len(years) == 1 and _is_age(item, Decimal(_years(told[0])[0] - years[0])):
                shown = f"{_years(told[0])[0]} - {years[0]} = {plain(value.low)} years"
                yield derived("age", shown, [told[0].id, born.id], item.id)


def _is_age(item: Assertion, years: Decimal) -> bool:
    value = item.value
    if not isinstance(value, Quantity) or value.role != "age" or value.hedge:
        return False
    return value.low == value.high == years


def _age(born: Assertion, died: Assertion) -> Decimal | None:
    """Whole years between two full days; None when either is less."""
    one, two = born.value, died.value
    if not isinstance(one, DateValue) or not isinstance(two, DateValue):
        return None
    if not (one.precision == two.precision == "day") or not one.earliest or not two.earliest:
        return None
    first, last = one.earliest, two.earliest
    years = int(last[:4]) - int(first[:4]) - (last[5:] < first[5:])
    return Decimal(years) if 0 < years < _OLDEST else None


def _day(item: Assertion) -> str:
    return item.value.edtf if isinstance(item.value, DateValue) else ""
