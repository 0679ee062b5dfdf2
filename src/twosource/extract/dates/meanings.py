"""What a matched pattern says.

In:  tokens and, for each named part of the pattern, its token range. Out: a stamp; one of
unit "nothing" when the words are a date that cannot be (30 February), so that no part
of them is read; None when they are no date here.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from twosource.extract.dates import clock as clocks
from twosource.extract.dates import numeric
from twosource.extract.dates.calendar import from_solar, is_day
from twosource.extract.dates.lexer import Tokens, in_list, is_capital
from twosource.extract.dates.periods import day as day_period
from twosource.extract.dates.periods import stretch
from twosource.extract.dates.stamps import Pointer, Stamp
from twosource.extract.dates.years import Position, is_counted, year_position

Groups = Mapping[str, tuple[int, int]]
NOTHING: Final = Stamp("nothing")


def number(tokens: Tokens, span: tuple[int, int]) -> int:
    """Return the number that tokens spell: "12", "third", "twenty-first"."""
    return sum(token.value for token in tokens.items[span[0] : span[1]] if isinstance(token.value, int))


def _value(tokens: Tokens, groups: Groups, name: str) -> int:
    return number(tokens, groups[name]) if name in groups else 0


def _word(tokens: Tokens, groups: Groups, name: str) -> str:
    return tokens.items[groups[name][0]].word


def _unit(tokens: Tokens, groups: Groups, name: str = "unit") -> str:
    return str(tokens.items[groups[name][0]].value)


def _year(tokens: Tokens, groups: Groups, name: str = "year") -> int | None:
    """Return the astronomical year; None when it is not written or is the year 0."""
    if name not in groups:
        return None
    start, end = groups[name]
    parts = tokens.items[start:end]
    value = next(token.value for token in parts if token.mark != "E")
    era = next((token for token in parts if token.mark == "E"), None)
    if not isinstance(value, int):
        return None
    if era is None:
        return value
    if era.value == "buddhist":
        return value - 543
    if era.value == "solar":
        return None
    return 1 - value if era.value == -1 else value


def _pointer(tokens: Tokens, groups: Groups, unit: str = "year") -> Pointer | None:
    """Read "last year", "of that year"; None when it is another unit."""
    if "pointer" not in groups:
        return None
    start, end = groups["pointer"]
    last = tokens.items[end - 1]
    if last.value != unit or last.word.endswith("s"):
        return None
    return Pointer(unit, *_step(tokens, start, end - 1))


def _step(tokens: Tokens, start: int, end: int) -> tuple[int, str]:
    """Return (step, base) of the pointer words [start, end)."""
    parts = tokens.items[start:end]
    step = sum(token.value for token in parts if token.mark in "RP" and isinstance(token.value, int))
    definite = parts[0].mark == "T" or (start > 0 and tokens.marks[start - 1] == "T")
    context = any(token.mark == "P" for token in parts) or (definite and step != 0)
    return step, "previous" if context else "reference"


def _is_plural(tokens: Tokens, groups: Groups, name: str = "unit") -> bool:
    return _word(tokens, groups, name).endswith(("s", "ies"))


# -- days and months -------------------------------------------------------------------


def full_date(tokens: Tokens, groups: Groups) -> Stamp | None:
    """ "4 March 2019", "March 4 of last year"."""
    month, day = _value(tokens, groups, "month"), _value(tokens, groups, "day")
    pointer = _pointer(tokens, groups)
    year = _year(tokens, groups)
    if "pointer" in groups and pointer is None:
        return None
    if year is not None and not is_day(year, month, day):
        return NOTHING
    return Stamp("day", year, month, day, pointer=pointer) if is_day(2000, month, day) else NOTHING


def month_day(tokens: Tokens, groups: Groups) -> Stamp | None:
    """ "March 4", "4 March"; not "may 4 people"."""
    month, day = _value(tokens, groups, "month"), _value(tokens, groups, "day")
    if day < 1 or _is_title(tokens, groups) or is_counted(tokens, groups["all"][1]) and groups["day"][0] > groups["month"][0]:
        return None
    if _is_verb(tokens, groups):
        return None
    return Stamp("day", None, month, day) if is_day(2000, month, day) else NOTHING


def _is_title(tokens: Tokens, groups: Groups) -> bool:
    """ "by the end of May the Second Squadron": an ordinal word with a capital is a name."""
    start = groups["day"][0]
    return start > groups["month"][0] and tokens.marks[start] == "o" and is_capital(tokens, start)


def _is_verb(tokens: Tokens, groups: Groups) -> bool:
    """ "number 1 may be", "the first march": a small letter and no sign of a date."""
    index, day = groups["month"][0], groups["day"][0]
    if is_capital(tokens, index) or not in_list(tokens, index, "month_homographs"):
        return False
    return day < index and index == groups["day"][1] and tokens.marks[day] not in "O"


def short_year(tokens: Tokens, groups: Groups) -> Stamp | None:
    """ "3 Feb 82", "10 July '96": two digits, with an apostrophe or too large for a day."""
    start = groups["short"][0]
    short = tokens.items[start]
    value = _value(tokens, groups, "short")
    joined = tokens.marks[start - 1] == "'" or ("day" in groups and _is_joined(tokens, groups))
    if len(short.word) != 2 or not (joined or value > 31) or is_counted(tokens, groups["all"][1]):
        return None
    month, day = _value(tokens, groups, "month"), _value(tokens, groups, "day")
    year = numeric.expand_year(value)
    if "day" not in groups:
        return Stamp("month", year, month)
    return Stamp("day", year, month, day) if is_day(year, month, day) else None


def _is_joined(tokens: Tokens, groups: Groups) -> bool:
    """ "3-Feb-12", "3/Feb/12": the same mark on both sides of the month."""
    around = tokens.marks[groups["month"][0] - 1], tokens.marks[groups["short"][0] - 1]
    return around in {("-", "-"), ("/", "/")}


def month_year(tokens: Tokens, groups: Groups) -> Stamp | None:
    """ "October 1997", "June of this year"."""
    pointer = _pointer(tokens, groups)
    if "pointer" in groups and pointer is None:
        return None
    if "year" in groups and is_counted(tokens, groups["all"][1]):
        return None
    return Stamp("month", _year(tokens, groups), _value(tokens, groups, "month"), pointer=pointer)


def year_month(tokens: Tokens, groups: Groups) -> Stamp | None:
    """ "2024 August", where nothing else could be meant."""
    end = groups["all"][1]
    if end < len(tokens.items) and tokens.marks[end] not in ",.)":
        return None
    if groups["year"][0] > 0 and in_list(tokens, groups["year"][0] - 1, "year_leads"):
        return None
    return month_year(tokens, groups)


def month_alone(tokens: Tokens, groups: Groups) -> Stamp | None:
    """ "in August": with a capital, and for everyday words a word of time before it."""
    index = groups["month"][0]
    homograph = in_list(tokens, index, "month_homographs")
    if homograph and not (_is_paired(tokens, index) or (is_capital(tokens, index) and _is_led(tokens, index))):
        return None
    if _is_person(tokens, index):
        return None
    return Stamp("month", None, _value(tokens, groups, "month"))


def _is_paired(tokens: Tokens, index: int) -> bool:
    """ "May-August", "between august and october"."""
    after, before = tokens.marks[index + 1 : index + 3], tokens.marks[max(0, index - 2) : index]
    if not (after in {"-M", "=M"} or before in {"M-", "M="}):
        return index > 0 and tokens.items[index - 1].word == "between" and after == "&M"
    return is_capital(tokens, index)


def month_step(tokens: Tokens, groups: Groups) -> Stamp | None:
    """ "last March", "the previous April"."""
    index = groups["month"][0]
    step, base = _step(tokens, *groups["step"])
    if not is_capital(tokens, index) and in_list(tokens, index, "month_homographs"):
        return None
    return Stamp("month-step", None, _value(tokens, groups, "month"), pointer=Pointer("month", step, base))


def _is_led(tokens: Tokens, index: int) -> bool:
    before = index - 1
    while before >= 0 and (tokens.marks[before] in "-T" or tokens.items[before].word in {"early", "late", "mid"}):
        before -= 1
    if tokens.items[index].word == "august" and 0 <= before and index + 1 < len(tokens.items):
        follows = tokens.items[index + 1]
        if tokens.marks[index - 1] == "T" or follows.word.isalpha():
            return follows.word.isalpha() and not is_capital(tokens, index + 1)
    return in_list(tokens, before, "year_leads") or in_list(tokens, before, "weak_year_leads") or (
        before >= 0 and tokens.marks[before] in "=&RP"
    )


def _is_person(tokens: Tokens, index: int) -> bool:
    """A first name: "June Carter"; a capital follows and no word of time stands before."""
    if index + 1 >= len(tokens.items) or tokens.items[index].word not in {"april", "june", "august", "may"}:
        return False
    follows = tokens.items[index + 1]
    return follows.word.isalpha() and is_capital(tokens, index + 1) and not _is_led(tokens, index)


def day_range(tokens: Tokens, groups: Groups) -> Stamp | None:
    """ "4-6 January 1916", "March 5 to 9"."""
    left, right = _value(tokens, groups, "day"), _value(tokens, groups, "day2")
    month, year, pointer = _value(tokens, groups, "month"), _year(tokens, groups), _pointer(tokens, groups)
    if not (is_day(year or 2000, month, left) and is_day(year or 2000, month, right)) or left >= right:
        return None
    if groups["month"][0] > groups["day"][0] and _is_verb(tokens, {**groups, "day": groups["day2"]}):
        return None
    ends = tuple(Stamp("day", year, month, day, pointer=pointer) for day in (left, right))
    return Stamp("range", ends=(ends[0], ends[1]))


def day_between(tokens: Tokens, groups: Groups) -> Stamp | None:
    """ "between 3 and 28 February" is a range; "3 and 5 May" are two days."""
    made = day_range(tokens, groups)
    if made is None:
        return None
    start = groups["all"][0]
    before = [token.word for token in tokens.items[max(0, start - 2) : start] if token.mark != "T"]
    return made if "between" in before else replace(made, unit="list")


def solar_date(tokens: Tokens, groups: Groups) -> Stamp | None:
    """ "22 Bahman 1357" in the Solar Hijri calendar."""
    year, month, day = _value(tokens, groups, "year"), _value(tokens, groups, "solar"), _value(tokens, groups, "day")
    first = from_solar(year, month, day or 1)
    if first is None:
        return None
    if day:
        return Stamp("fixed", periods=(day_period(first),))
    following = from_solar(year + month // 12, month % 12 + 1, 1)
    return Stamp("fixed", periods=(stretch(first, following - 1, "month"),)) if following else None


def day_alone(tokens: Tokens, groups: Groups) -> Stamp | None:
    """ "on the 20th": the day of the month in hand."""
    start, end = groups["all"]
    day = _value(tokens, groups, "oday")
    led = start > 1 and tokens.marks[start - 1] == "T" and tokens.items[start - 2].word in {
        "on", "by", "until", "since", "before", "after", "from", "till", "to",
    }  # fmt: skip
    follows = tokens.items[end] if end < len(tokens.items) else None
    closed = follows is None or follows.mark in ",.):;" or follows.word in {"was", "when", "the", "at", "they", "he", "she"}
    if not (led and closed and 1 <= day <= 31 and tokens.marks[end - 1] == "O"):
        return None
    return Stamp("day", None, None, day)


def month_of_pointer(tokens: Tokens, groups: Groups) -> Stamp | None:
    """ "the 28th of that month"."""
    pointer = _pointer(tokens, groups, "month")
    day = _value(tokens, groups, "oday")
    return Stamp("day", None, None, day, pointer=pointer) if pointer and 1 <= day <= 31 else None


def iso_date(tokens: Tokens, groups: Groups) -> Stamp | None:
    """ "2023-10-17", "2023-10-17T04:17:00Z"."""
    return numeric.read_iso(_word(tokens, groups, "iso"))


def numeric_date(tokens: Tokens, groups: Groups) -> Stamp | None:
    """ "14.03.2023", "03/04/2012": the order is settled when it is resolved."""
    return numeric.read_triple(_word(tokens, groups, "triple"), led=_has_lead(tokens, groups["triple"][0]))


def _has_lead(tokens: Tokens, index: int) -> bool:
    return index == 0 or tokens.items[index - 1].word in {"on", "dated", "date", "since", "until", "by", "of", ":"}


def month_slash_year(tokens: Tokens, groups: Groups) -> Stamp | None:
    """ "06/2004", "2016/11"."""
    start, end = groups["all"]
    month, year = _value(tokens, groups, "short"), _value(tokens, groups, "year")
    glued = tokens.items[start].end + 1 == tokens.items[end - 1].start
    short = tokens.items[groups["short"][0]]
    if short.start > tokens.items[start].start and len(short.word) == 2 and month > year % 100:
        return None  # "2007-08" is two years
    if not glued or not 1 <= month <= 12 or tokens.text[tokens.items[end - 1].end :][:1] in {"/", "-"}:
        return None
    return Stamp("month", year, month) if 1400 <= year <= 2150 else None


# -- years, decades, centuries, seasons --------------------------------------------------


def bare_year(tokens: Tokens, groups: Groups) -> Stamp | None:
    """Four digits where a year can stand."""
    position = year_position(tokens, groups["year"][0])
    if position is None:
        return None
    hedge = "attributive" if position is Position.ATTRIBUTIVE else None
    return Stamp("year", _value(tokens, groups, "year"), hedge=hedge)


def year_with_era(tokens: Tokens, groups: Groups) -> Stamp | None:
    """ "493 BC", "AD 70"."""
    start, end = groups["year"]
    if end - start < 2:
        return None
    year = _year(tokens, groups)
    if year is not None:
        return Stamp("year", year)
    value = next(token.value for token in tokens.items[start:end] if token.mark != "E")
    first = from_solar(value, 1, 1) if isinstance(value, int) else None
    last = from_solar(value + 1, 1, 1) if isinstance(value, int) else None
    if first is None or last is None:
        return None
    return Stamp("fixed", periods=(stretch(first, last - 1, "year"),))


def named_year(tokens: Tokens, groups: Groups) -> Stamp | None:
    """ "the year 1950"."""
    year = _value(tokens, groups, "year")
    return Stamp("year", year) if _word(tokens, groups, "word") == "year" and year else None


def year_range(tokens: Tokens, groups: Groups) -> Stamp | None:
    """ "1980-88", "1980-1988", "2006 to 2011"."""
    start, end = groups["all"]
    first, last = tokens.items[start], tokens.items[end - 1]
    left, right = number(tokens, (start, start + 1)), number(tokens, (end - 1, end))
    if "short" in groups:
        if len(last.word) != 2 or first.end + 1 != last.start:
            return None
        right += left - left % 100
    if not (1000 <= left < right <= 2150 and right - left <= 500) or not _is_year_pair(tokens, start, end):
        return None
    return Stamp("range", ends=(Stamp("year", left), Stamp("year", right)))


def _is_year_pair(tokens: Tokens, start: int, end: int) -> bool:
    """Nothing before or after that makes the pair a count, a name or a longer code."""
    if is_counted(tokens, end) or in_list(tokens, start - 1, "labels"):
        return False
    first, last = tokens.items[start], tokens.items[end - 1]
    after = tokens.text[last.end : last.end + 2]
    if after[:1] in {"-", "/"} and after[1:].isdigit():
        return False
    return first.start == 0 or tokens.text[first.start - 1] not in "-./:+"


def era_range(tokens: Tokens, groups: Groups) -> Stamp | None:
    """ "490-480 BC": the era stands for both."""
    right = _year(tokens, groups, "year2")
    left = _value(tokens, groups, "bare")
    if right is None:
        return None
    left = 1 - left if right <= 0 else left
    return Stamp("range", ends=(Stamp("year", left), Stamp("year", right))) if left < right else None


def era_alone(tokens: Tokens, groups: Groups) -> Stamp | None:
    """ "in 490" among dates before the common era; settled with the context."""
    index = groups["bare"][0]
    follows = tokens.marks[index + 1 : index + 2]
    led = in_list(tokens, index - 1, "year_leads") or (index > 1 and tokens.items[index - 2].word == "rest")
    return Stamp("era-year", _value(tokens, groups, "bare")) if led and follows in {"", ",", ".", ")", ";", "&"} else None


def decade(tokens: Tokens, groups: Groups) -> Stamp | None:
    """ "the 1960s", "'60s", "the 1800s" (a century)."""
    value = _value(tokens, groups, "decade")
    end = groups["all"][1]
    if tokens.marks[end - 1] == "E":
        return Stamp("decade", -value - 9 if tokens.items[end - 1].value == -1 else value)
    if value < 100:
        quoted = tokens.marks[groups["decade"][0] - 1 : groups["decade"][0]] in {"'", "T"}
        return Stamp("decade", numeric.expand_year(value, pivot=20)) if quoted else None
    if value < 1000:
        return None
    return Stamp("century" if value % 100 == 0 and value < 2000 else "decade", value)


def named_decade(tokens: Tokens, groups: Groups) -> Stamp | None:
    """ "the sixties", "the nineteen sixties"; not "in his sixties"."""
    start = groups["all"][0]
    value = _value(tokens, groups, "named")
    if "hundred" in groups:
        century = _value(tokens, groups, "hundred")
        return Stamp("decade", century * 100 + value) if 10 <= century <= 20 else None
    before = start - 1
    while before >= 0 and (tokens.marks[before] == "-" or tokens.items[before].word in {"early", "mid", "late"}):
        before -= 1
    return Stamp("decade", 1900 + value) if before >= 0 and tokens.marks[before] == "T" else None


def century(tokens: Tokens, groups: Groups) -> Stamp | None:
    """ "the 7th century", "2nd century BC"."""
    ordinal = _value(tokens, groups, "ordinal")
    if _unit(tokens, groups) != "century" or not 1 <= ordinal <= 30:
        return None
    return Stamp("century", _century_year(tokens, groups, ordinal))


def _century_year(tokens: Tokens, groups: Groups, ordinal: int) -> int:
    end = groups["all"][1]
    before = tokens.marks[end - 1] == "E" and tokens.items[end - 1].value == -1
    return 1 - 100 * ordinal if before else 100 * (ordinal - 1)


def centuries(tokens: Tokens, groups: Groups) -> Stamp | None:
    """ "the 19th and 20th centuries"."""
    left, right = _value(tokens, groups, "ordinal"), _value(tokens, groups, "ordinal2")
    if _unit(tokens, groups) != "century" or not (1 <= left <= 30 and 1 <= right <= 30):
        return None
    ends = [Stamp("century", _century_year(tokens, groups, ordinal)) for ordinal in (left, right)]
    return Stamp("range", ends=(ends[0], ends[1]))


def season(tokens: Tokens, groups: Groups) -> Stamp | None:
    """ "spring 1915", "the summer of that year", "winter 1941-42", "last summer"."""
    code, year, pointer = _value(tokens, groups, "season"), _year(tokens, groups), _pointer(tokens, groups)
    if "step" in groups:
        pointer = Pointer("season", *_step(tokens, *groups["step"]))
    if "pointer" in groups and pointer is None:
        return None
    if "short" in groups and (year is None or _value(tokens, groups, "short") != (year + 1) % 100):
        return None
    return Stamp("group", year, code=code, pointer=pointer)


def season_alone(tokens: Tokens, groups: Groups) -> Stamp | None:
    """ "in the autumn", "by summer": of the year in hand."""
    start, end = groups["all"]
    if tokens.marks[end : end + 2] == "&S" or tokens.marks[max(0, start - 2) : start] == "S&":
        return Stamp("group", code=_value(tokens, groups, "season"))
    definite = start > 0 and tokens.marks[start - 1] == "T"
    lead = start - 2 if definite else start - 1
    if tokens.items[end - 1].word == "fall" and not (definite and tokens.items[lead].word in {"in", "during", "throughout"}):
        return None
    if end < len(tokens.items) and tokens.items[end].word == "of":
        return None
    if lead < 0 or not (in_list(tokens, lead, "year_leads") or tokens.items[lead].word in {"for", "of", "over"}):
        return None
    if end < len(tokens.items) and tokens.items[end].word.isalpha() and not (definite or tokens.marks[end] in "FT"):
        return None
    return Stamp("group", code=_value(tokens, groups, "season"))


def part_of_year(tokens: Tokens, groups: Groups) -> Stamp | None:
    """ "the third quarter of 2020", "the first half of last year"."""
    part, ordinal = str(tokens.items[groups["part"][0]].value), _value(tokens, groups, "ordinal")
    year, pointer = _year(tokens, groups), _pointer(tokens, groups)
    if "plain" in groups and tokens.items[groups["plain"][1] - 1].word == "year":
        pointer = Pointer("year", 0, "either")
    if part not in {"quarter", "half"} or ("plain" in groups and pointer is None) or ("pointer" in groups and pointer is None):
        return None
    size = 4 if part == "quarter" else 2
    ordinal = size if ordinal == -1 else ordinal
    if not 1 <= ordinal <= size:
        return None
    return Stamp("group", year, code=(32 if size == 4 else 39) + ordinal, pointer=pointer)


def quarter(tokens: Tokens, groups: Groups) -> Stamp | None:
    """ "Q3 2016", "H1 2012"."""
    start = groups["quarter"][0]
    letter, ordinal = tokens.items[start], number(tokens, (start + 1, start + 2))
    size = 4 if letter.word == "q" else 2
    if letter.end != tokens.items[start + 1].start or not 1 <= ordinal <= size:
        return None
    if "year" not in groups and (size == 2 or not is_capital(tokens, start)):
        return None
    return Stamp("group", _year(tokens, groups), code=(32 if size == 4 else 39) + ordinal)


# -- relative ----------------------------------------------------------------------------


def weekday_of_month(tokens: Tokens, groups: Groups) -> Stamp | None:
    """ "Thursday the 12th": the nearest such day that falls on that weekday."""
    day = _value(tokens, groups, "oday")
    if not 1 <= day <= 31:
        return None
    return Stamp("day", None, None, day, weekday=_value(tokens, groups, "weekday"))


def weekday(tokens: Tokens, groups: Groups) -> Stamp | None:
    """ "Saturday", "last Friday", "that Monday night"."""
    if not is_capital(tokens, groups["weekday"][0]) or tokens.marks[groups["weekday"][0]] == "w":
        return None
    pointer = Pointer("weekday", *_step(tokens, *groups["step"])) if "step" in groups else None
    return Stamp("weekday", weekday=_value(tokens, groups, "weekday"), pointer=pointer)


def pointer(tokens: Tokens, groups: Groups) -> Stamp | None:
    """ "last year", "the following day", "the past year" (a stretch)."""
    start = groups["step"][0]
    first = tokens.items[start].word
    unit = _unit(tokens, groups)
    end = groups["all"][1]
    if unit in {"day", "week"} and tokens.marks[end : end + 1] == "F" and first in {"last", "next"}:
        return None  # "the last week of July"
    if _is_plural(tokens, groups) or (first in {"this", "that"} and start and tokens.items[start - 1].word == "to"):
        return None
    definite = start > 0 and tokens.marks[start - 1] == "T"
    if first in {"past", "coming"} or (first == "last" and definite):
        step = 1 if first == "coming" else -1
        return Stamp("span", count=step, pointer=Pointer(unit, step, "reference")) if definite else None
    return Stamp("pointer", pointer=Pointer(unit, *_step(tokens, *groups["step"])))


def day_part(tokens: Tokens, groups: Groups) -> Stamp | None:
    """ "last night", "this morning", "the next evening"."""
    step, base = _step(tokens, *groups["step"])
    return Stamp("pointer", pointer=Pointer("day", step, base))


def named_day(tokens: Tokens, groups: Groups) -> Stamp | None:
    """ "yesterday", "tomorrow morning"; not "today's world"."""
    if _word(tokens, groups, "named") == "today" and tokens.marks[groups["all"][1] : groups["all"][1] + 1] == "'":
        return None
    return Stamp("pointer", pointer=Pointer("day", _value(tokens, groups, "named"), "reference"))


def unit_in_hand(tokens: Tokens, groups: Groups) -> Stamp | None:
    """ "the end of the year", "later in the month"."""
    start = groups["all"][0]
    if start < 2 or _is_plural(tokens, groups) or tokens.marks[start - 1] != "F":
        return None
    before = tokens.items[start - 2]
    if before.mark != "L" and before.word not in {"end", "start", "beginning", "middle", "late", "early", "rest"}:
        return None
    return Stamp("pointer", pointer=Pointer(_unit(tokens, groups), 0, "either"))


def shift(tokens: Tokens, groups: Groups) -> Stamp | None:
    """ "two weeks later", "five years ago"."""
    count, unit = _value(tokens, groups, "number"), _unit(tokens, groups)
    return _shift(count, 0, unit, tokens.items[groups["way"][0]].value) if count else None


def double_shift(tokens: Tokens, groups: Groups) -> Stamp | None:
    """ "2 years 4 months ago", counted in the smaller unit."""
    sizes = {"year": ("month", 12), "week": ("day", 7)}
    large, small = _unit(tokens, groups), _unit(tokens, groups, "unit2")
    if large not in sizes or sizes[large][0] != small:
        return None
    count = _value(tokens, groups, "number") * sizes[large][1] + _value(tokens, groups, "number2")
    return _shift(count, 0, small, tokens.items[groups["way"][0]].value)


def shift_range(tokens: Tokens, groups: Groups) -> Stamp | None:
    """ "2-4 days ago"."""
    low, high = _value(tokens, groups, "number"), _value(tokens, groups, "number2")
    if not 0 < low < high:
        return None
    return _shift(low, high, _unit(tokens, groups), tokens.items[groups["way"][0]].value)


def _shift(count: int, count2: int, unit: str, way: int | str) -> Stamp | None:
    if way == "ago":
        return Stamp("shift", count=-count, count2=-count2, pointer=Pointer(unit, -1, "reference"))
    sign = 1 if way == 1 else -1
    return Stamp("shift", count=sign * count, count2=sign * count2, pointer=Pointer(unit, sign, "previous"))


def span(tokens: Tokens, groups: Groups) -> Stamp | None:
    """ "the last five years", "the next two weeks"."""
    count = _value(tokens, groups, "number")
    step, base = _step(tokens, *groups["step"])
    if not count or step == 0:
        return None
    word = _word(tokens, groups, "step")
    base = "reference" if word in {"last", "past", "coming"} else base
    return Stamp("span", count=step * count, pointer=Pointer(_unit(tokens, groups), step, base))


def vague(tokens: Tokens, groups: Groups) -> Stamp | None:
    """ "recently"."""
    return Stamp("vague")


def nothing(tokens: Tokens, groups: Groups) -> Stamp | None:
    """A pattern that is there only to be passed over."""
    return None


# -- times of day ------------------------------------------------------------------------


def clock(tokens: Tokens, groups: Groups) -> Stamp | None:
    """ "04:17", "4:17 a.m."."""
    end = groups["all"][1]
    half = tokens.items[end - 1].value if tokens.marks[end - 1] == "X" else None
    time = clocks.read_clock(_word(tokens, groups, "clock"), half)
    return Stamp("clock", time=time) if time and not clocks.is_score(tokens, groups["all"], half) else None


def hour(tokens: Tokens, groups: Groups) -> Stamp | None:
    """ "11 a.m."."""
    time = clocks.read_clock(_word(tokens, groups, "hour") + ":00", tokens.items[groups["all"][1] - 1].value)
    return Stamp("clock", time=time) if time else None


def spoken_clock(tokens: Tokens, groups: Groups) -> Stamp | None:
    """ "a quarter past four", "half past six", "ten to eight" is left out."""
    side, word = _word(tokens, groups, "side"), str(tokens.items[groups["minutes"][1] - 1].value)
    minutes = {"quarter": 15, "half": 30}.get(word)
    hours = _value(tokens, groups, "hour")
    if minutes is None or side not in {"past", "to"} or (side == "to" and minutes == 30) or not 1 <= hours <= 12:
        return None
    total = hours * 60 + (minutes if side == "past" else -minutes)
    return Stamp("clock", time=f"{total // 60:02}:{total % 60:02}", hedge="about")


def noon(tokens: Tokens, groups: Groups) -> Stamp | None:
    """ "at noon", "at midnight"."""
    start = groups["part"][0]
    time = {"noon": "12:00", "midday": "12:00", "midnight": "00:00"}.get(_word(tokens, groups, "part"))
    led = start > 0 and tokens.items[start - 1].word in {"at", "by", "around", "before", "after", "until", "is"}
    return Stamp("clock", time=time) if time and led else None

