"""What a matched pattern says about a year or a pair of years.

In:  tokens and the token ranges of its parts. Out: a stamp, or None when it is none here.
"""

from __future__ import annotations

from typing import Final

from twosource.extract.dates import numeric
from twosource.extract.dates.calendar import from_solar
from twosource.extract.dates.meanings import hijri
from twosource.extract.dates.meanings.parts import (
    Groups,
    fiscal_of,
    number_of,
    value_of,
    word_of,
    year_of,
)
from twosource.extract.dates.periods import stretch
from twosource.extract.dates.stamps import Stamp
from twosource.extract.dates.tokens import Token, Tokens, in_list
from twosource.extract.dates.years import Position, is_counted, year_position

_STRETCH: Final = 30  # years that a stroke joins at most
_FISCAL: Final = (["fiscal", "year"], ["financial", "year"])


def bare_year(tokens: Tokens, groups: Groups) -> Stamp | None:
    """Four digits where a year can stand."""
    position = year_position(tokens, groups["year"][0])
    if position is None:
        return None
    hedge = "attributive" if position is Position.ATTRIBUTIVE else None
    if [token.word for token in tokens.items[groups["all"][1] :][:2]] in _FISCAL:
        hedge = "about"  # it begins in another month
    return Stamp("year", value_of(tokens, groups, "year"), hedge=hedge)


def year_with_era(tokens: Tokens, groups: Groups) -> Stamp | None:
    """ "493 BC", "AD 70"."""
    start, end = groups["year"]
    if end - start < 2 or ("word" in groups and word_of(tokens, groups, "word") != "year"):
        return None
    value = next(token.value for token in tokens.items[start:end] if token.mark != "E")
    if value == 0:
        return numeric.NOTHING
    year = year_of(tokens, groups)
    if year is not None:
        return Stamp("year", year)
    era = next(token.value for token in tokens.items[start:end] if token.mark == "E")
    if not isinstance(value, int):
        return None
    return hijri.year(tokens, start, value) if era == "hijri" else _solar_year(value)


def _solar_year(value: int) -> Stamp | None:
    first, last = from_solar(value, 1, 1), from_solar(value + 1, 1, 1)
    if first is None or last is None:
        return None
    return Stamp("fixed", periods=(stretch(first, last - 1, "year"),))


def short_year(tokens: Tokens, groups: Groups) -> Stamp | None:
    """ "in '89", "the class of '99"; not the opening of a quotation."""
    start, end = groups["all"]
    quote, short = tokens.items[start], tokens.items[end - 1]
    if quote.end != short.start or len(short.word) != 2 or is_counted(tokens, end):
        return None
    of = start > 1 and tokens.items[start - 1].word == "of"
    led = (
        in_list(tokens, start - 2, "year_wholes")
        if of
        else in_list(tokens, start - 1, "year_leads")
    )
    if not led or (end < len(tokens.items) and tokens.marks[end] in "'-/"):
        return None
    return Stamp("year", numeric.expand_year(value_of(tokens, groups, "short")))


def no_year(tokens: Tokens, groups: Groups) -> Stamp | None:
    """ "the year 0": there is none between 1 BC and AD 1."""
    zero = value_of(tokens, groups, "short") == 0
    return numeric.NOTHING if zero and word_of(tokens, groups, "word") == "year" else None


def named_year(tokens: Tokens, groups: Groups) -> Stamp | None:
    """ "the year 1950"; not "New Year 1403"."""
    if groups["word"][0] > 0 and tokens.items[groups["word"][0] - 1].word == "new":
        return None
    year = value_of(tokens, groups, "year")
    return Stamp("year", year) if word_of(tokens, groups, "word") == "year" and year else None


def named_years(tokens: Tokens, groups: Groups) -> Stamp | None:
    """ "the academic year 2015-16", "in the years 1914-18", "the years 1914 to 1918"."""
    start, end = groups["all"]
    if word_of(tokens, groups, "word") not in {"year", "years"}:
        return None
    return year_range(tokens, {**groups, "all": (start + 1, end)})


def fiscal_year(tokens: Tokens, groups: Groups) -> Stamp | None:
    """ "FY2012", "fiscal 2012", "fiscal year 2012": a year that each keeper begins elsewhere."""
    start, end = groups["all"]
    year = fiscal_of(tokens, groups)
    named = [token.word for token in tokens.items[start:end] if token.mark == "U"]
    if year is None or named not in ([], ["year"]) or is_counted(tokens, end):
        return None
    loose = tokens.items[start].value == "fiscal"
    return Stamp("year", year, hedge="about" if loose else None)


def fiscal_pair(tokens: Tokens, groups: Groups) -> Stamp | None:
    """ "FY2018/19", "fiscal year 2018-2019": from a day of the one year to a day of the next."""
    year, after = value_of(tokens, groups, "year"), value_of(tokens, groups, "next")
    named = [token.word for token in tokens.items[slice(*groups["all"])] if token.mark == "U"]
    last = tokens.items[groups["next"][0]]
    if (
        named not in ([], ["year"])
        or after not in {year + 1, (year + 1) % 100}
        or len(last.word) < 2
    ):
        return None
    return Stamp("range", ends=(Stamp("year", year), Stamp("year", year + 1)))


def year_range(tokens: Tokens, groups: Groups) -> Stamp | None:
    """ "1980-88", "1980-1988", "2006 to 2011"."""
    start, end = groups["all"]
    first, last = tokens.items[start], tokens.items[end - 1]
    left, right = number_of(tokens, (start, start + 1)), number_of(tokens, (end - 1, end))
    if "short" in groups:
        if len(last.word) != 2 or first.end + 1 != last.start:
            return None
        right += left - left % 100
    if not (1000 <= left < right <= 2150 and right - left <= 500) or not _is_year_pair(
        tokens, start, end
    ):
        return None
    return Stamp("range", ends=(Stamp("year", left), Stamp("year", right)))


def years_between(tokens: Tokens, groups: Groups) -> Stamp | None:
    """ "between 1861 and 1865 some 600 men fell"."""
    start = groups["all"][0]
    led = start > 0 and tokens.items[start - 1].word == "between"
    return year_range(tokens, groups) if led else None


def _is_year_pair(tokens: Tokens, start: int, end: int) -> bool:
    """Nothing before or after that makes the pair a count, a name or a longer code."""
    if is_counted(tokens, end) or in_list(tokens, start - 1, "labels"):
        return False
    first, last = tokens.items[start], tokens.items[end - 1]
    if tokens.marks[end - 2] == "/" and _is_far(first, last):
        return False  # "Regulation (EU) 2021/2115"
    after = tokens.text[last.end : last.end + 2]
    if after[:1] in {"-", "/"} and after[1:].isdigit():
        return False
    return first.start == 0 or tokens.text[first.start - 1] not in "-./:+"


def _is_far(first: Token, last: Token) -> bool:
    """Two years on either side of a stroke that lie further apart than one stretch."""
    years = [one.value for one in (first, last) if isinstance(one.value, int)]
    return len(last.word) == 4 and len(years) == 2 and years[1] - years[0] > _STRETCH


def era_range(tokens: Tokens, groups: Groups) -> Stamp | None:
    """ "490-480 BC": the era stands for both."""
    right = year_of(tokens, groups, "year2")
    left = value_of(tokens, groups, "bare")
    if right is None:
        return None
    left = 1 - left if right <= 0 else left
    return (
        Stamp("range", ends=(Stamp("year", left), Stamp("year", right))) if left < right else None
    )


def era_alone(tokens: Tokens, groups: Groups) -> Stamp | None:
    """ "in 490" among dates before the common era; settled with the context."""
    index = groups["bare"][0]
    follows = tokens.marks[index + 1 : index + 2]
    led = in_list(tokens, index - 1, "year_leads") or (
        index > 1 and tokens.items[index - 2].word == "rest"
    )
    return (
        Stamp("era-year", value_of(tokens, groups, "bare"))
        if led and follows in {"", ",", ".", ")", ";", "&"}
        else None
    )
