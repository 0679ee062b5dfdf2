"""How dates are put together: patterns over token classes, each with its meaning.

In:  tokens and a position. Out: the longest reading that begins there.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import cache
from typing import Final, NamedTuple

from twosource.extract.dates.meanings import (
    ages,
    counted,
    days,
    decades,
    feasts,
    hijri,
    months,
    pairs,
    quarters,
    relative,
    times,
)
from twosource.extract.dates.stamps import Stamp
from twosource.extract.dates.styles import dual_date
from twosource.extract.dates.tokens import Tokens

Meaning = Callable[[Tokens, Mapping[str, tuple[int, int]]], "Stamp | None"]


class Rule(NamedTuple):
    """A pattern, the classes it can begin with, and what it means."""

    begins: str
    pattern: re.Pattern[str]
    names: tuple[str, ...]
    meaning: Meaning


_PARTS: Final = {
    "wd": r"(?:(?P<wd>[Ww]),?)?",
    "day": r"(?P<day>[12Oo]|t-?o)",
    "day2": r"(?P<day2>[12Oo]|t-?o)",
    "number": r"(?P<number>[1234nt]|t-?n)",
    "number2": r"(?P<number2>[1234nt]|t-?n)",
    "ordinal": r"(?P<ordinal>[Oo]|t-?o)",
    "ordinal2": r"(?P<ordinal2>[Oo]|t-?o)",
    "month": r"(?P<month>M)",
    "month2": r"(?P<month2>M)",
    "open": r"(?P<open>[(x]x{0,2},?:?)",
    "close": r"(?P<close>,?x{0,2}[)x])",
    "solar": r"(?P<solar>H)",
    "year": r"(?P<year>5E?|[1234]E|E[12345])",
    "year2": r"(?P<year2>5E?|[1234]E)",
    "short": r"(?P<short>[123])",
    "pointer": r"(?P<pointer>T?[RP]{1,2}U)",
    "season": r"(?P<season>S)",
    "holiday": r"(?P<holiday>j)",
    "weekday": r"(?P<weekday>[Ww])",
    "unit": r"(?P<unit>U)",
    "unit2": r"(?P<unit2>U)",
}
_DAY: Final = "12Oot"

# begins with, pattern, meaning
_ROWS: Final[tuple[tuple[str, str, Meaning], ...]] = (
    ("Ww" + _DAY, r"{wd}T?{day}[-/.]?F?T?{month}[-/]?,?F?{year}", days.full_date),
    ("Ww" + _DAY, r"{wd}T?{day}F?{month},?FT(?P<word>U){year}", days.day_of_year),
    ("Ww" + _DAY, r"{wd}T?{day}F?{month},?F?{pointer}", days.full_date),
    ("Ww" + _DAY, r"{wd}T?{day}[-/]?F?T?{month}", days.month_day),
    ("Ww" + _DAY, r"{wd}{day}[-/]?F?{month}F?[-/]?'?{short}", days.short_year),
    ("3", r"3[-/]?F?[MH],?F?{year}", days.no_day),
    ("M", r"M[-/]?T?3,{year}", days.no_day),
    ("U", r"(?P<word>U)(?P<short>3)", ages.no_year),
    ("12O", r"{day}F?{month},?{open}{day2}F?{month2}{close},?(?P<year>5)", dual_date),
    ("12O", r"{day}F?{month},?(?P<year>5){open}{day2}F?{month2}{close}", dual_date),
    ("M", r"{month}{day},?{open}{month2}{day2}{close},?(?P<year>5)", dual_date),
    ("M", r"{month}{day},?(?P<year>5){open}{month2}{day2}{close}", dual_date),
    ("WwM", r"{wd}{month}[-/,]?T?{day}[-/]?,{0,2}{year}", days.full_date),
    ("WwM", r"{wd}{month}{day}\.(?P<year>5)", days.dotted_year),
    ("WwM", r"{wd}{month}T?{day},?F?{pointer}", days.full_date),
    ("WwM", r"{wd}{month}[-/,]?T?{day}", days.month_day),
    ("WwM", r"{wd}{month}{day},?'?{short}", days.short_year),
    ("t", r"{wd}(?P<day>t-?n)F?{month},?F?{year}", days.full_date),
    ("WwM", r"{wd}{month}(?P<day>t-?n),?{year}", days.full_date),
    ("12O", r"{wd}T?{day}F?{month},'{short}", days.short_year),
    ("M", r"{month}(?P<day>t-?n)", days.spoken_day),
    ("M", r"{month}[-/](?P<year>5)[-/]{day}", days.joined_date),
    ("M", r"{month}\.?(?P<year>[56])\.{day}", days.joined_date),
    ("M", r"{month}\.?{day}\.(?P<year>5)", days.joined_date),
    ("12", r"{day}\.{month}\.?(?P<year>5)", days.joined_date),
    ("5", r"(?P<year>5)[-/]{day}[-/]{month}", days.joined_date),
    ("12", r"{day}[-/](?P<year>5)[-/]{month}", days.joined_date),
    ("5", r"51[12]", days.spaced_date),
    ("5", r"(?P<year>5)-{short}-{day}", days.dashed_date),
    ("12", r"[12]/[12]/5", days.apart_date),
    ("12", r"[12]-[12]-5", days.apart_date),
    ("M", r"{month},?(?P<side>x)T?{day}[=&]T?{day2}(?:,?F?{year})?", days.days_of_month),
    ("5", r"{year}[-/,]{0,1}{month}[-/]?{day}", days.full_date),
    ("M", r"{month}[-/,]?F?{year}", months.month_year),
    ("M", r"{month},?FT(?P<word>U){year}", months.month_of_year),
    ("M", r"{month}F?'?(?P<short>[23])", days.short_year),
    ("RP", r"(?P<step>[RP]{1,2}){month}", months.month_step),
    ("RP", r"(?P<step>[RP]{1,2}){month}{day}", months.day_of_month_step),
    ("5", r"{year}[,/]?{month}", months.year_month),
    ("M", r"{month},?F?{pointer}", months.month_year),
    ("M", r"{month}", months.month_alone),
    (
        "Ww" + _DAY,
        r"{wd}T?{day}[-=](?:[Ww],?)?T?{day2}-?F?{month}(?:,?F?(?:{year}|{pointer}))?",
        days.day_range,
    ),
    ("Ww" + _DAY, r"{wd}T?{day}&T?{day2}F?{month}(?:,?F?(?:{year}|{pointer}))?", days.day_between),
    ("12O", r"T?{day}={month}T?{day2}(?:,?F?{year})?", days.day_to_month),
    ("12O", r"{day}[-=]T?{day2}F?(?P<month_of>T?[RP]{1,2}U)", days.days_of_pointer),
    ("M", r"{month}\.(?P<day>O)", days.torn_day),
    ("WwM", r"{wd}{month}T?{day}[-=]T?{day2}(?:,?F?(?:{year}|{pointer}))?", days.day_range),
    ("M", r"{month}T?{day}&T?{day2}(?:,?F?(?:{year}|{pointer}))?", days.day_between),
    (
        "Ww" + _DAY,
        r"{wd}{day}(?P<more>(?:,T?[12Oo]){1,9}),?&T?{day2}F?{month}(?:,?F?(?:{year}|{pointer}))?",
        days.day_list,
    ),
    ("M", r"{month}T?{day}(?P<more>(?:,T?[12Oo]){1,9}),?&T?{day2}(?:,?F?{year})?", days.day_list),
    ("12", r"{day}/{day2}F?{month}(?:,?F?{year})?", days.day_pair),
    ("S", r"{season}F?T?,?{year}(?:[-/](?:{short}|(?P<next>5)))?", months.season),
    ("S", r"{season}F?{pointer}", months.season),
    ("5", r"{year},?{season}", months.year_season),
    ("S", r"{season}F?'(?P<short>[23])", months.season_short),
    ("RP", r"(?P<step>[RP]{1,2}){season}", months.season),
    ("S", r"{season}", months.season_alone),
    ("ot2O1", r"{ordinal}-?(?P<part>[Uh])F?(?:T?{year}|{pointer})", quarters.part_of_year),
    ("ot2O1", r"{ordinal}-?(?P<part>[Uh])F(?P<plain>TU)", quarters.part_of_year),
    ("5", r"(?P<year>5),?T?{ordinal}-?(?P<part>[Uh])", quarters.part_of_year),
    ("5", r"(?P<year>5)'(?P<owner>x){ordinal}-?(?P<part>[Uh])", quarters.part_of_year),
    ("RP", r"(?P<pointer>[RP]U)'(?P<owner>x){ordinal}-?(?P<part>[Uh])", quarters.part_of_year),
    ("U", r"U(?:-|'x)?(?P<end>x){year}?", quarters.year_end),
    ("q", r"(?P<quarter>q1)F?,?(?P<fiscal>f)'?(?:{year}|{short})", quarters.quarter),
    ("q", r"(?P<quarter>q1)F?,?{year}", quarters.quarter),
    ("q", r"(?P<quarter>q1)F?'{short}", quarters.quarter),
    ("q", r"(?P<quarter>q1)F?,?{pointer}", quarters.quarter),
    ("5", r"{year},?-?(?P<quarter>q1)", quarters.quarter),
    ("z", r"(?P<code>z)F?(?:'?{short}|{year})", quarters.quarter_code),
    ("f", r"(?P<fiscal>f)'?(?:{year}|{short}),?(?P<quarter>q1)", quarters.quarter),
    ("f", r"(?P<fiscal>f)U?'?(?:{year}|{short})", ages.fiscal_year),
    ("f", r"(?P<fiscal>f)U?(?P<year>5)[-/](?P<next>[1235])", ages.fiscal_pair),
    ("U", r"(?P<word>U)(?P<week>[123]),?(?:FT?U?)?(?P<year>5)", quarters.week),
    ("5", r"(?P<year>5),?-?(?P<word>U)(?P<week>[123])", quarters.week),
    ("U", r"(?P<word>U)(?P<week>[123]),?F?{pointer}", quarters.week),
    ("U", r"(?P<word>U)(?P<nth>[1n]),?F?{year}", quarters.numbered_quarter),
    ("U", r"(?P<word>U)(?P<nth>[1n]),?F?{pointer}", quarters.numbered_quarter),
    ("U", r"(?P<word>U)(?P<week>[123])", quarters.week_alone),
    ("ot2O1", r"{ordinal}-?(?P<part>U)", quarters.quarter_alone),
    ("q", r"(?P<quarter>q1)", quarters.quarter),
    ("D", r"(?P<decade>D)E?", decades.decade),
    ("5", r"(?P<year>5)'?(?P<plural>x)", decades.torn_decade),
    ("'", r"'(?P<year>[23])'(?P<plural>x)", decades.torn_decade),
    ("n", r"(?P<hundred>n)-?k", decades.hundreds),
    ("'g", r"'?(?P<decade>g)E?", decades.decade),
    ("nG", r"(?:(?P<hundred>n)-?)?(?P<named>G)", decades.named_decade),
    ("otO", r"{ordinal}-?{unit}E?", decades.century),
    ("otO", r"{ordinal}-?[-=&]-?T?(?P<phase>x-?)?{ordinal2}-?{unit}E?", decades.centuries),
    ("Ww", r"{weekday},?T?(?P<oday>[Oo]|t-?o)", relative.weekday_of_month),
    ("Ww", r"{weekday},?(?P<oday>[12])", relative.weekday_in_digits),
    ("W", r"{weekday}N?", relative.weekday),
    ("W", r"{weekday}(?P<week>U)", relative.weekday_after_next),
    ("n", r"n(?P<week>U)(?P<on>x){weekday}", relative.weekday_after_next),
    ("RP", r"(?P<step>[RP]{1,2}){weekday}N?", relative.weekday),
    ("P", r"(?P<step>P){unit},?F?{year}", relative.same_unit),
    ("P", r"(?P<step>P){unit},?F?(?P<pointer>T?RU)", relative.same_unit),
    ("P", r"(?P<step>P){unit},?n(?P<unit2>U)(?P<way>[AL])", relative.same_unit),
    ("RP", r"(?P<step>[RP]{1,2}){unit}", relative.pointer),
    ("U", r"{unit}-?=-?(?P<date>x)", relative.to_date),
    ("RP", r"(?P<step>[RP]{1,2})(?P<part>N)", relative.day_part),
    ("UN", r"(?P<unit>[UN])(?P<side>x)(?P<far>R)", relative.next_but_one),
    ("1234nt", r"{number}(?P<days>x)[AL]", relative.weekdays_away),
    ("RP", r"(?P<step>[RP])(?P<moment>[xU])", relative.then),
    ("n", r"n(?P<vague>v)F?{unit}(?P<way>[AL])", counted.vague_shift),
    ("Y", r"(?P<named>Y)N?", relative.named_day),
    ("1234nt", r"{number}-?{unit}(?P<way>[AL])", counted.shift),
    ("1234nt", r"(?:(?:[1234n]|t(?:-?n)?)U[,&]{0,2}){2,4}(?P<way>[AL])", counted.shifts),
    ("1234nt", r"{number}[-=]{number2}{unit}(?P<way>[AL])", counted.shift_range),
    ("1234nt", r"{number}{unit}'?", counted.ahead),
    ("1234nt", r"{number}{unit}(?P<away>xx|x)", counted.from_now),
    ("1234nt", r"{number}{unit}(?P<on>x)(?=,)", counted.days_on),
    ("1234nt", r"{number}{unit}FT(?P<away>[xR])", counted.in_the_future),
    ("h", r"(?P<half>h)n?{unit}(?P<way>[AL])", counted.half_shift),
    ("1234nt", r"{number}{unit}&n?(?P<half>h)(?P<way>[AL])", counted.half_shift),
    ("1234nt", r"{number}&n?(?P<half>h){unit}(?P<way>[AL])", counted.half_shift),
    ("RP", r"(?P<step>[RP]{1,2}){number}{unit}", counted.span),
    ("RP", r"(?P<step>[RP]{1,2}){unit}&n(?P<half>h)", counted.half_span),
    ("RP", r"(?P<step>[RP]{1,2}){number}&n(?P<half>h){unit}", counted.half_span),
    ("RP", r"(?P<step>[RP]{1,2})(?P<half>h)-?n?{unit}", counted.half_span),
    ("1234nt", r"{number}(?P<step>[RP]){unit}", counted.span),
    ("Ot", r"(?P<oday>O|t-?o)", days.day_alone),
    ("Oot12", r"(?P<oday>[Oo12]|t-?o)F{pointer}", days.month_of_pointer),
    ("TU", r"T?{unit}", relative.unit_in_hand),
    ("1", r"(?P<short>1)[-/](?P<year>5)", months.month_slash_year),
    ("5", r"(?P<year>5)[-/](?P<short>1)", months.month_slash_year),
    ("'", r"'{short}", ages.short_year),
    ("Ww12", r"{wd}(?P<left>[12])[-/](?P<right>[12])", pairs.day_in_digits),
    (
        "12",
        r"(?P<left>[12])/(?P<right>[12])[-=&](?P<left2>[12])/(?P<right2>[12])",
        pairs.digit_days,
    ),
    (
        "12",
        r"(?P<left>[12])/(?P<right>[12])[-=](?P<left2>[12])/(?P<right2>[12])/(?P<year>5)",
        pairs.digit_days_of_year,
    ),
    ("12", r"(?P<left>[12])/(?P<right>[12])[-=](?P<triple>B)", pairs.digit_days_of_year),
    ("12345E", r"{year}", ages.year_with_era),
    ("U", r"(?P<word>U)(?P<year>[345])", ages.named_year),
    ("U", r"(?P<word>U)(?P<year>5)[-/=](?:(?P<year2>5)|{short})", ages.named_years),
    ("U", r"(?P<word>U)(?P<year>[345]E)", ages.year_with_era),
    ("345", r"(?P<bare>[345])[-=&](?P<year2>[345]E)", ages.era_range),
    ("4", r"(?P<bare>4)", ages.era_alone),
    ("5", r"(?P<year>5)[-=/](?P<year2>5)", ages.year_range),
    ("5", r"(?P<year>5)&(?P<year2>5)", ages.years_between),
    ("5", r"(?P<year>5)[-/]{short}", ages.year_range),
    ("5", r"(?P<year>5)", ages.bare_year),
    ("12O", r"{day}F?{solar},?(?P<year>5)?", days.solar_date),
    ("H", r"{solar},?(?P<year>5)", days.solar_date),
    ("12O", r"{day}F?(?P<hijri>m),?(?P<hyear>[45])E?", hijri.date),
    ("m", r"(?P<hijri>m),?F?(?P<hyear>[45])E?", hijri.date),
    ("j", r"{holiday},?F?{year}", feasts.holiday_year),
    ("j", r"{holiday}F?{pointer}", feasts.holiday_year),
    ("RP", r"(?P<step>[RP]{1,2}){holiday}", feasts.holiday_step),
    ("j", r"{holiday}N?", feasts.holiday_alone),
    ("I", r"(?P<iso>I)", days.iso_date),
    ("B", r"(?P<triple>B)", days.numeric_date),
    ("C", r"(?P<clock>C)(?:FT|x)N", times.clock_of_part),
    ("C", r"(?P<clock>C)(?=T?[RP]{1,2}N|YN|xWN)", times.clock_of_part),
    ("C", r"(?P<clock>C)X?", times.clock),
    ("1", r"(?P<hour>1)X", times.hour),
    ("1C", r"(?P<first>[1C])[-=&](?P<second>[1C])X", times.hours),
    (
        "12nt",
        r"(?P<minutes>[12n]|t(?:-?n)?)x(?P<side>R|=)(?P<hour>[n1])(?:(?P<noon>X)|FTN)?",
        times.minutes_told,
    ),
    ("nt", r"(?P<minutes>n|t(?:-?n)?)(?P<side>R|=)(?P<hour>n)(?:FTN)?", times.minutes_meant),
    ("n1", r"(?P<hour>[n1])(?P<link>FT|[RP])(?P<part>N)", times.hour_of_part),
    ("n", r"(?P<hour>n)(?P<link>x)(?P<part>N)", times.hour_of_part),
    ("n", r"(?P<hour>n)(?!x)", times.hour_near),
    ("n", r"(?P<hour>n)(?=x(?:W|T?[12O]F?M|M[12O])|(?:T[RP]{1,2}|Y)N)", times.hour_of_day),
    ("1", r"(?P<hour>1)(?=xWN|(?:T[RP]{1,2}|Y)N)", times.hour_of_day),
    ("nt", r"(?P<minutes>n|t(?:-?n)?)(?P<side>R|=)(?P<hour>n)(?P<at>x)N", times.minutes_meant),
    ("nU1h", r"(?P<minutes>n?U|h)(?P<side>R|=)(?P<hour>[n1])(?:FTN)?", times.spoken_clock),
    ("nU1h", r"(?P<minutes>n?U|h)(?P<side>R|=)(?P<hour>[n1])(?P<at>x)N", times.spoken_clock),
    ("1n", r"(?P<hour>[1n])x'x(?:FTN)?", times.o_clock),
    ("1n", r"(?P<hour>[1n])x'x(?P<at>x)N", times.o_clock),
    ("N", r"(?P<part>N)", times.noon),
    ("V", r"V", relative.vague),
)


def _rule(begins: str, row: str, meaning: Meaning) -> Rule:
    pattern = re.compile(
        re.sub(r"\{(\w+?)\}(?!\})", lambda m: _PARTS[m[1]] if m[1] in _PARTS else m[0], row)
    )
    return Rule(begins, pattern, tuple(pattern.groupindex), meaning)


RULES: Final = tuple(_rule(*row) for row in _ROWS)
_SELDOM: Final = frozenset("n12otP")  # classes at which most places begin no date
_NAMES: Final = re.compile(r"\(\?P<\w+>")
_BY_CLASS: Final = {
    mark: tuple(rule for rule in RULES if mark in rule.begins)
    for mark in sorted({c for r in RULES for c in r.begins})
}


@cache
def _any_of(mark: str) -> re.Pattern[str]:
    """All patterns that begin with a class as one, to see at one look that none holds."""
    return re.compile("|".join(_NAMES.sub("(?:", rule.pattern.pattern) for rule in _BY_CLASS[mark]))


def read_at(tokens: Tokens, index: int) -> tuple[int, Stamp] | None:
    """Return (end, stamp) of the longest reading from token `index` on; None when there is none."""
    mark = tokens.marks[index]
    if mark in _SELDOM and _any_of(mark).match(tokens.marks, index) is None:
        return None
    best: tuple[int, Stamp] | None = None
    for rule in _BY_CLASS.get(mark, ()):
        found = rule.pattern.match(tokens.marks, index)
        if found and (best is None or found.end() > best[0]):
            groups = {name: span for name in rule.names if (span := found.span(name))[0] >= 0}
            groups["all"] = found.span()
            stamp = rule.meaning(tokens, groups)
            if stamp is not None:
                best = found.end(), stamp
    return best
