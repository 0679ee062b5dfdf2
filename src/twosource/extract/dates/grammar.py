"""How dates are put together: patterns over token classes, each with its meaning.

In:  tokens and a position. Out: the longest reading that begins there.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Final, NamedTuple

from twosource.extract.dates import meanings as mean
from twosource.extract.dates.lexer import Tokens
from twosource.extract.dates.stamps import Stamp

Meaning = Callable[[Tokens, Mapping[str, tuple[int, int]]], "Stamp | None"]


class Rule(NamedTuple):
    """A pattern, the classes it can begin with, and what it means."""

    begins: str
    pattern: re.Pattern[str]
    meaning: Meaning


_PARTS: Final = {
    "wd": r"(?:[Ww],?)?",
    "day": r"(?P<day>[12Oo]|t-?o)",
    "day2": r"(?P<day2>[12Oo]|t-?o)",
    "number": r"(?P<number>[1234nt]|t-?n)",
    "number2": r"(?P<number2>[1234nt]|t-?n)",
    "ordinal": r"(?P<ordinal>[Oo]|t-?o)",
    "ordinal2": r"(?P<ordinal2>[Oo]|t-?o)",
    "month": r"(?P<month>M)",
    "solar": r"(?P<solar>H)",
    "year": r"(?P<year>5E?|[1234]E|E[12345])",
    "year2": r"(?P<year2>5E?|[1234]E)",
    "short": r"(?P<short>[123])",
    "pointer": r"(?P<pointer>T?[RP]{1,2}U)",
    "season": r"(?P<season>S)",
    "weekday": r"(?P<weekday>[Ww])",
    "unit": r"(?P<unit>U)",
    "unit2": r"(?P<unit2>U)",
}
_DAY: Final = "12Oot"

# begins with, pattern, meaning
_ROWS: Final[tuple[tuple[str, str, Meaning], ...]] = (
    ("Ww" + _DAY, r"{wd}T?{day}[-/.]?F?T?{month}[-/]?,?F?{year}", mean.full_date),
    ("Ww" + _DAY, r"{wd}T?{day}F?{month},?F?{pointer}", mean.full_date),
    ("Ww" + _DAY, r"{wd}T?{day}[-/]?F?T?{month}", mean.full_date),
    ("Ww" + _DAY, r"{wd}{day}[-/]?F?{month}F?[-/]?'?{short}", mean.short_year),
    ("WwM", r"{wd}{month}[-/]?T?{day}[-/]?,{0,2}{year}", mean.full_date),
    ("WwM", r"{wd}{month}T?{day},?F?{pointer}", mean.full_date),
    ("WwM", r"{wd}{month}[-/,]?T?{day}", mean.month_day),
    ("WwM", r"{wd}{month}{day},?'?{short}", mean.short_year),
    ("5", r"{year}[-/,]{0,1}{month}[-/]?{day}", mean.full_date),
    ("M", r"{month}[-/,]?F?{year}", mean.month_year),
    ("M", r"{month}F?'?(?P<short>[23])", mean.short_year),
    ("RP", r"(?P<step>[RP]{1,2}){month}", mean.month_step),
    ("5", r"{year}[,/]?{month}", mean.year_month),
    ("M", r"{month},?F?{pointer}", mean.month_year),
    ("M", r"{month}", mean.month_alone),
    ("Ww" + _DAY, r"{wd}T?{day}[-=]{wd}T?{day2}-?F?{month},?F?(?:{year}|{pointer})?", mean.day_range),
    ("Ww" + _DAY, r"{wd}T?{day}&T?{day2}F?{month},?F?(?:{year}|{pointer})?", mean.day_between),
    ("WwM", r"{wd}{month}T?{day}[-=]T?{day2}(?:,?F?(?:{year}|{pointer}))?", mean.day_range),
    ("M", r"{month}T?{day}&T?{day2}(?:,?F?(?:{year}|{pointer}))?", mean.day_between),
    ("S", r"{season}F?T?,?{year}(?:[-/]{short})?", mean.season),
    ("S", r"{season}F?{pointer}", mean.season),
    ("RP", r"(?P<step>[RP]{1,2}){season}", mean.season),
    ("S", r"{season}", mean.season_alone),
    ("ot2O1", r"{ordinal}-?(?P<part>[Uh])F?(?:T?{year}|{pointer})", mean.part_of_year),
    ("ot2O1", r"{ordinal}-?(?P<part>[Uh])F(?P<plain>TU)", mean.part_of_year),
    ("q", r"(?P<quarter>q1)F?,?{year}", mean.quarter),
    ("5", r"{year},?-?(?P<quarter>q1)", mean.quarter),
    ("q", r"(?P<quarter>q1)", mean.quarter),
    ("D", r"(?P<decade>D)E?", mean.decade),
    ("'g", r"'?(?P<decade>g)E?", mean.decade),
    ("nG", r"(?P<hundred>n)?(?P<named>G)", mean.named_decade),
    ("otO", r"{ordinal}-?{unit}E?", mean.century),
    ("otO", r"{ordinal}-?[-=&]-?T?{ordinal2}-?{unit}E?", mean.centuries),
    ("Ww", r"{weekday},?T?(?P<oday>[Oo]|t-?o)", mean.weekday_of_month),
    ("W", r"{weekday}N?", mean.weekday),
    ("RP", r"(?P<step>[RP]{1,2}){weekday}N?", mean.weekday),
    ("RP", r"(?P<step>[RP]{1,2}){unit}", mean.pointer),
    ("RP", r"(?P<step>[RP]{1,2})(?P<part>N)", mean.day_part),
    ("Y", r"(?P<named>Y)N?", mean.named_day),
    ("1234nt", r"{number}-?{unit}(?P<way>[AL])", mean.shift),
    ("1234nt", r"{number}{unit}&?{number2}{unit2}(?P<way>[AL])", mean.double_shift),
    ("1234nt", r"{number}[-=]{number2}{unit}(?P<way>[AL])", mean.shift_range),
    ("RP", r"(?P<step>[RP]{1,2}){number}{unit}", mean.span),
    ("Ot", r"(?P<oday>O|t-?o)", mean.day_alone),
    ("Oot", r"(?P<oday>[Oo]|t-?o)F{pointer}", mean.month_of_pointer),
    ("TU", r"T?{unit}", mean.unit_in_hand),
    ("1", r"(?P<short>1)/(?P<year>5)", mean.month_slash_year),
    ("5", r"(?P<year>5)[-/](?P<short>1)", mean.month_slash_year),
    ("12345E", r"{year}", mean.year_with_era),
    ("U", r"(?P<word>U)(?P<year>[345])", mean.named_year),
    ("345", r"(?P<bare>[345])[-=&](?P<year2>[345]E)", mean.era_range),
    ("4", r"(?P<bare>4)", mean.era_alone),
    ("5", r"(?P<year>5)[-=/](?P<year2>5)", mean.year_range),
    ("5", r"(?P<year>5)[-/]{short}", mean.year_range),
    ("5", r"(?P<year>5)", mean.bare_year),
    ("12O", r"{day}F?{solar},?(?P<year>5)?", mean.solar_date),
    ("H", r"{solar},?(?P<year>5)", mean.solar_date),
    ("I", r"(?P<iso>I)", mean.iso_date),
    ("B", r"(?P<triple>B)", mean.numeric_date),
    ("C", r"(?P<clock>C)X?", mean.clock),
    ("1", r"(?P<hour>1)X", mean.hour),
    ("nU1h", r"(?P<minutes>n?U|h)(?P<side>R|=)(?P<hour>[n1])", mean.spoken_clock),
    ("N", r"(?P<part>N)", mean.noon),
    ("V", r"V", mean.vague),
)
RULES: Final = tuple(
    Rule(begins, re.compile(re.sub(r"\{(\w+?)\}(?!\})", lambda m: _PARTS[m[1]] if m[1] in _PARTS else m[0], row)), meaning)
    for begins, row, meaning in _ROWS
)
_BY_CLASS: Final = {mark: tuple(rule for rule in RULES if mark in rule.begins) for mark in sorted({c for r in RULES for c in r.begins})}


def read_at(tokens: Tokens, index: int) -> tuple[int, Stamp] | None:
    """Return (end, stamp) of the longest reading from token `index` on; None when there is none."""
    best: tuple[int, Stamp] | None = None
    for rule in _BY_CLASS.get(tokens.marks[index], ()):
        found = rule.pattern.match(tokens.marks, index)
        if found and (best is None or found.end() > best[0]):
            groups = {name: found.span(name) for name, value in found.groupdict().items() if value is not None}
            groups["all"] = found.span()
            stamp = rule.meaning(tokens, groups)
            if stamp is not None:
                best = found.end(), stamp
    return best
