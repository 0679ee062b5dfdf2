"""Read numbers and quantities out of English prose.

In:  readable text, and stretches already read as dates. Out: value mentions with unit,
hedge, counted noun, precision and interval. A figure is looked for where a digit or a
number word stands; what surrounds it is read from there, so the time is linear.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import Final

from twosource.extract.senses import noun_class
from twosource.intervals import interval_of
from twosource.lexicon import load
from twosource.model import Quantity, ValueMention
from twosource.text import lemma, stopwords
from twosource.units import words as unit_words

_DIGITS: Final = re.compile(
    r"(?<![\w.,#/])[-−+±]?(?:\d{1,3}(?:,\d{3}){1,8}(?![\d])|\d{1,3}(?:[\u00a0\u2009\u202f ]\d{3}){1,6}(?!\d)"
    r"|\d{1,40})(?:\.\d{1,20})?"
)
_WORD: Final = re.compile(r"[A-Za-z]{2,12}")
_SPACE: Final = "[ \u00a0\u2009\u202f]{0,2}"
_RANGE: Final = re.compile(r"\s?[-–—]\s?|\s(?:to|and|or)\s")
_MONEY: Final = {
    "$": "USD",
    "US$": "USD",
    "A$": "AUD",
    "C$": "CAD",
    "€": "EUR",
    "£": "GBP",
    "¥": "JPY",
    "₹": "INR",
    "₩": "KRW",
    "₽": "RUB",
}
_LETTERS: Final = re.compile(r"[A-Za-zÀ-ɏ]{1,30}(?:-[A-Za-zÀ-ɏ]{1,30}){0,3}")
_TIME_ISO: Final = {
    "a": "Y",
    "mo": "M",
    "wk": "W",
    "d": "D",
    "h": "TH",
    "min": "TM",
    "s": "TS",
    "10.a": "0Y",
    "100.a": "00Y",
}


@dataclass(frozen=True, slots=True)
class _Figure:
    """A bare number at [start, end): its value, one unit of its last digit, how it is written."""

    start: int
    end: int
    value: Decimal
    precision: Decimal
    hedge: str | None = None
    worded: bool = False


def read_quantities(
    text: str, *, taken: Sequence[tuple[int, int]] = ()
) -> tuple[ValueMention, ...]:
    """Return the quantities of `text`, by position, none inside `taken`."""
    figures = [figure for figure in _figures(text) if not _inside(figure, taken)]
    mentions: list[ValueMention] = []
    skip = -1
    for index, figure in enumerate(figures):
        if figure.start < skip:
            continue
        following = figures[index + 1] if index + 1 < len(figures) else None
        mention = _mention(text, figure, following)
        if mention is not None and not any(
            mention.start < high and low < mention.end for low, high in taken
        ):
            mentions.append(mention)
            skip = mention.end
    return tuple(mentions)


def _inside(figure: _Figure, taken: Sequence[tuple[int, int]]) -> bool:
    return any(low < figure.end and figure.start < high for low, high in taken)


# ---------------------------------------------------------------- bare figures


def _figures(text: str) -> list[_Figure]:
    found = [
        figure for match in _DIGITS.finditer(text) if (figure := _digits(text, match)) is not None
    ]
    found += _worded(text, [(figure.start, figure.end) for figure in found])
    return sorted(found, key=lambda figure: figure.start)


def _digits(text: str, match: re.Match[str]) -> _Figure | None:
    written, start, end = match.group(), match.start(), match.end()
    if _identifier(text, written, start, end):
        return None
    plain = written.lstrip("-−+±").translate(_NO_GROUPS)
    if len(plain) > 40:
        return None
    value, precision = Decimal(plain), _precision(plain)
    if written[0] in "-−" and (start == 0 or text[start - 1] in " ("):
        value = -value
    value, precision, end = _scaled(text, value, precision, end)
    value, end = _half(text, value, end)
    return _Figure(start + (written[0] in "+-−±" and value >= 0), end, value, precision)


_NO_GROUPS: Final = str.maketrans("", "", ",\u00a0\u2009\u202f ")


def _identifier(text: str, written: str, start: int, end: int) -> bool:
    """Refuse codes, versions, phone and section numbers: digits that count nothing."""
    after = text[end : end + 2]
    if after[:1] == "." and after[1:].isdigit():
        return True
    if after[:1] in {"_", "/"} and after[1:].isdigit():
        return True
    if after[:1].isalpha() and not _attached(text, end):
        return True
    before = text[max(0, start - 4) : start]
    if (before.endswith("-") and before[-2:-1].isalnum()) or before.rstrip().endswith(
        ("No.", "no.", "№", "§")
    ):
        return True
    bare = written.translate(_NO_GROUPS)
    return len(bare) > 1 and bare[0] == "0" and bare[1] != "."


@cache
def _suffixes() -> frozenset[str]:
    letters = set(load("figures")["letters"]) | set(unit_words())
    return frozenset(letters | {"st", "nd", "rd", "th", "s"})


def _attached(text: str, end: int) -> bool:
    """Is the word stuck to the digits a scale, a unit or an ordinal ending?"""
    match = _LETTERS.match(text, end)
    return match is not None and (
        match.group() in _suffixes() or match.group().lower() in _suffixes()
    )


def _precision(plain: str) -> Decimal:
    """One unit of the last significant digit: 3400 -> 100, 11.8 -> 0.1."""
    if "." in plain:
        return Decimal(1).scaleb(-len(plain.partition(".")[2]))
    zeros = len(plain) - len(plain.rstrip("0")) if plain.strip("0") else 0
    return Decimal(1).scaleb(zeros)


def _scaled(
    text: str, value: Decimal, precision: Decimal, end: int
) -> tuple[Decimal, Decimal, int]:
    """Read "million", "k", "bn", "dozen" after a figure."""
    lexicon = load("figures")
    match = _LETTERS.match(text, end)
    counted = match and re.compile(r" [a-z]{2,20}s\b").match(text, match.end())
    if (
        match
        and match.group() in lexicon["letters"]
        and (match.group() not in unit_words() or counted)
    ):
        scale = Decimal(lexicon["letters"][match.group()])
        return value * scale, precision * scale, match.end()
    if (
        match
        and match.group() in {"m", "M", "B"}
        and text[max(0, end - 12) : end].rstrip("0123456789.,")[-1:] in _MONEY
    ):
        scale = Decimal(lexicon["letters"][match.group()])
        return value * scale, precision * scale, match.end()
    while True:
        found = re.compile(_SPACE + r"([A-Za-z]{2,8})\b").match(text, end)
        word = found.group(1).lower() if found else ""
        if not found or word not in lexicon["scales"]:
            return value, precision, end
        scale = Decimal(lexicon["scales"][word])
        value, precision, end = value * scale, precision * scale, found.end()


def _half(text: str, value: Decimal, end: int) -> tuple[Decimal, int]:
    symbol = text[end : end + 1]
    part = load("figures")["symbols"].get(symbol)
    return (value + Decimal(part), end + 1) if part else (value, end)


def _worded(text: str, taken: Sequence[tuple[int, int]]) -> list[_Figure]:
    """Read number words: "sixty-four", "two thousand three hundred", "a dozen", "dozens"."""
    lexicon = load("figures")
    found: list[_Figure] = []
    skip = 0
    for match in _WORD.finditer(text):
        low = match.group().lower()
        if match.start() < skip or any(a <= match.start() < b for a, b in taken):
            continue
        if low in lexicon["vague"] and not _preceded_by_number(text, match.start()):
            value = Decimal(lexicon["vague"][low])
            found.append(_Figure(match.start(), match.end(), value, Decimal(0), "at-least", True))
        elif low in lexicon["words"] or (
            low in {"half", "dozen", "hundred", "thousand", "million", "billion"}
        ):
            figure = _number_words(text, match)
            if figure is not None:
                found.append(figure)
                skip = figure.end
    return found


def _preceded_by_number(text: str, start: int) -> bool:
    return text[max(0, start - 3) : start].strip()[-1:].isdigit()


def _number_words(text: str, match: re.Match[str]) -> _Figure | None:
    """Add up the number words from `match` on."""
    lexicon = load("figures")
    total = current = Decimal(0)
    start, end, seen, smallest = match.start(), match.start(), 0, Decimal(1)
    article = text[max(0, start - 3) : start].lower()
    step = re.compile(r"(?:[ -]|\s(?:and|a)\s)?([A-Za-z]{2,12})\b")
    at: int = start
    while (found := step.match(text, at)) is not None:
        low = found.group(1).lower()
        joined = found.group()[: found.start(1) - found.start()].strip()
        if low in lexicon["words"]:
            value = Decimal(lexicon["words"][low])
            if seen and (current % 10 or (value >= 10 and current % 100)):
                break
            if joined == "and" and not (current or total):
                break
            if joined == "and" and current < 100 and total == 0:
                break
            current += value
        elif low in lexicon["scales"] and low not in {"mn", "bn", "tn"}:
            scale = Decimal(lexicon["scales"][low])
            if seen == 0 and low != "dozen" and article.strip() != "a":
                return None
            current = (current or Decimal(1)) * scale
            smallest = scale if scale < smallest or smallest == 1 else smallest
            if scale >= 1000:
                total, current = total + current, Decimal(0)
        elif low == "half" and seen == 0:
            rest = re.compile(
                r"half (?:a |an )?(million|billion|dozen|hundred|thousand)\b", re.IGNORECASE
            ).match(text, start)
            if rest is None:
                return None
            scale = Decimal(lexicon["scales"][rest.group(1).lower()])
            return _Figure(start, rest.end(), scale / 2, scale / 10, None, True)
        else:
            break
        seen, at, end = seen + 1, found.end(), found.end()
    if not seen:
        return None
    value = total + current
    if value == 1 and not _counts_one(text, end):
        return None
    exact = Decimal(0) if value < 100 else _precision(str(int(value)))
    return _Figure(start, end, value, exact, None, True)


def _counts_one(text: str, end: int) -> bool:
    """ "one" counts only right before a unit or in "one in five"."""
    match = re.compile(r"[ -]([A-Za-z]{1,12})\b").match(text, end)
    return match is not None and (
        match.group(1) in unit_words() or match.group(1).lower() in unit_words()
    )


# ---------------------------------------------------------------- what surrounds a figure


def _mention(text: str, figure: _Figure, following: _Figure | None) -> ValueMention | None:
    start, money = _money_before(text, figure.start)
    start, hedge = _hedge_before(text, start)
    high, end, precision = figure.value, figure.end, figure.precision
    second = _range_end(text, figure, following, start)
    if second is not None:
        high, end = second.value, second.end
        precision = min(precision, second.precision) if precision else second.precision
    low = figure.value
    if second is not None and low > high:
        return None
    if second is None and _list_number(text, figure):
        return None
    fraction = _fraction(text, figure)
    if fraction is not None:
        low = high = fraction.value
        end, precision, unit = fraction.end, fraction.precision, "%"
    else:
        unit, end = ("1", end) if money else _unit_after(text, end)
    unit = money or unit
    if unit == "1" and (times := re.compile(r"[ -]times?\b").match(text, end)):
        unit, end = "{times}", times.end()
    end, after = _hedge_after(text, end)
    hedge = hedge or after or figure.hedge
    role = _role(unit, text, figure, end)
    if role == "ordinal":
        return None
    if unit == "1" and second is None and _year_like(text, figure, end):
        return None
    noun = None if role in {"age"} else _noun_after(text, end)
    if role == "age":
        end = _age_end(text, end)
    bounds = _bounds(low, high, hedge)
    interval = interval_of(*bounds, precision, hedge)
    iso = _iso(low, unit) if low == high and unit in _TIME_ISO else None
    quantity = Quantity(*bounds, unit, noun, hedge, precision, interval, iso, role)
    return ValueMention(start, end, quantity, (figure.start, second.end if second else figure.end))


def _bounds(
    low: Decimal, high: Decimal, hedge: str | None
) -> tuple[Decimal | None, Decimal | None]:
    if hedge in {"more-than", "at-least"}:
        return low, None
    if hedge in {"less-than", "up-to"}:
        return None, high
    return low, high


def _money_before(text: str, start: int) -> tuple[int, str | None]:
    """A currency sign or code right before the figure."""
    for sign in sorted(_MONEY, key=len, reverse=True):
        if text.endswith(sign, max(0, start - len(sign)), start):
            return start - len(sign), _MONEY[sign]
    match = re.compile(r"\b([A-Z]{3}) $").search(text, max(0, start - 5), start)
    if match and match.group(1).isupper() and _currency_code(match.group(1)):
        return match.start(1), match.group(1)
    return start, None


def _currency_code(code: str) -> bool:
    return unit_words().get(code) == code


@cache
def _hedges(key: str) -> tuple[tuple[str, str], ...]:
    rows = [(word, row["class"]) for row in load("widening")["hedge"] for word in row.get(key, ())]
    return tuple(sorted(rows, key=lambda item: (-len(item[0]), item[0])))


def _hedge_before(text: str, start: int) -> tuple[int, str | None]:
    before = text[max(0, start - 28) : start]
    low = before.lower()
    stripped = low.rstrip()
    if stripped.endswith((" a", " an", " the", " those")):
        stripped = stripped.rpartition(" ")[0]
    for word, kind in _hedges("words"):
        if word == "from":
            continue
        if stripped.endswith(word):
            at = len(stripped) - len(word)
            if at == 0 or not (word[0].isalpha() and stripped[at - 1].isalnum()):
                return start - len(before) + at, kind
    return start, None


def _hedge_after(text: str, end: int) -> tuple[int, str | None]:
    rest = text[end : end + 14].lower()
    for word, kind in _hedges("after"):
        joined = word if word[0] in "+-" else f" {word.strip()}"
        if rest.startswith(joined) and not rest[len(joined) : len(joined) + 1].isalnum():
            return end + len(joined), kind
    return end, None


def _range_end(text: str, figure: _Figure, following: _Figure | None, start: int) -> _Figure | None:
    """The upper figure of "5 to 10", "4–5", "between 20 and 30"; None when it is no range."""
    if following is None or following.start - figure.end > 8:
        return None
    between = text[figure.end : following.start]
    if not _RANGE.fullmatch(between):
        return None
    word = between.strip()
    if word in {"and", "or"}:
        return (
            following
            if word == "and"
            and text[max(0, start - 12) : start].lower().rstrip().endswith("between")
            else None
        )
    if word in {"-", "–", "—"} and following.value <= figure.value:
        return None
    return following if following.value > figure.value else None


def _fraction(text: str, figure: _Figure) -> _Figure | None:
    """ "two-thirds", "four in five", "one out of ten" as a percentage."""
    match = re.compile(
        r"[ -](third|thirds|quarter|quarters|fifth|fifths|tenth|tenths)\b", re.IGNORECASE
    ).match(text, figure.end)
    if match and figure.worded and figure.value < 10:
        part = Decimal(load("figures")["fractions"][match.group(1).lower()])
        return _Figure(figure.start, match.end(), figure.value * part * 100, Decimal("0.1"))
    match = re.compile(
        r" (?:in|out of) (?:every )?([a-z]{3,9}|\d{1,6})\b(?! (?:million|thousand))", re.IGNORECASE
    ).match(text, figure.end)
    if match and figure.worded:
        word = match.group(1).lower()
        below = load("figures")["words"].get(word)
        if below and Decimal(below) > figure.value > 0:
            return _Figure(
                figure.start, match.end(), figure.value / Decimal(below) * 100, Decimal(1)
            )
    return None


def _unit_after(text: str, end: int) -> tuple[str, int]:
    """The longest unit that follows, with "per" units: "g", "km/h", "litres per day"."""
    match = re.compile(r"[ \u00a0\u2009\u202f-]?(%|°[CF]|[$]|°)").match(text, end)
    if match:
        code = unit_words().get(match.group(1))
        if code:
            return code, match.end()
    found = re.compile(
        r"[ \u00a0\u2009\u202f-]?([A-Za-zµμ²³]{1,14}(?:[ -][A-Za-z]{2,12}){0,3})"
    ).match(text, end)
    if not found:
        return "1", end
    phrase = found.group(1)
    while phrase:
        code = unit_words().get(phrase) or unit_words().get(
            phrase.lower() if len(phrase) > 2 else ""
        )
        stop = found.start(1) + len(phrase)
        if code and not text[stop : stop + 1].isalnum():
            return _per(text, code, stop)
        cut = max(phrase.rfind(" "), phrase.rfind("-"))
        if cut < 0:
            return "1", end
        phrase = phrase[:cut]
    return "1", end


def _per(text: str, code: str, end: int) -> tuple[str, int]:
    match = re.compile(r"(?:/| per | an? )([a-z]{1,8})\b").match(text, end)
    below = unit_words().get(match.group(1)) if match else None
    if match and below in _TIME_ISO and code not in _TIME_ISO:
        return f"{code}/{below}", match.end()
    return code, end


def _role(unit: str, text: str, figure: _Figure, end: int) -> str:
    if re.compile(r"(?:st|nd|rd|th)\b").match(text, figure.end):
        return "ordinal"
    if unit == "%":
        return "percent"
    if len(unit) == 3 and unit.isupper():
        return "money"
    if unit == "1":
        aged = text[max(0, figure.start - 6) : figure.start].lower().strip() in {
            "aged",
            "age",
            "d, age",
        }
        return "age" if aged else "cardinal"
    if unit in _TIME_ISO:
        return "age" if _age_end(text, end) > end else "duration"
    return "measure"


def _age_end(text: str, end: int) -> int:
    match = re.compile(r"[ -](?:old|of age)\b").match(text, end)
    return match.end() if match else end


def _year_like(text: str, figure: _Figure, end: int) -> bool:
    """A bare four-digit number that could be a year and counts no noun."""
    written = text[figure.start : figure.end]
    year = len(written) == 4 and written.isdigit() and 1200 <= figure.value <= 2100
    return year and _noun_after(text, end) is None


def _list_number(text: str, figure: _Figure) -> bool:
    """ "1. First", "(2) second": numbers of a list."""
    before, after = text[max(0, figure.start - 1) : figure.start], text[figure.end : figure.end + 1]
    opens = figure.start == 0 or before in {"(", "["}
    return (opens and after in {")", "]", "/"}) or (
        figure.start == 0 and after == "." and text[figure.end + 1 : figure.end + 2] == " "
    )


def _iso(value: Decimal, unit: str) -> str:
    """ISO 8601 duration of a plain quantity of time."""
    code = _TIME_ISO[unit]
    number = f"{value.normalize():f}"
    if code.startswith("0"):
        return f"P{number}{code.rstrip('Y')}Y"
    return f"PT{number}{code[1]}" if code.startswith("T") else f"P{number}{code}"


# ---------------------------------------------------------------- the counted noun

_NOUN_STOP: Final = frozenset(
    {"per", "more", "each", "times", "percent", "pm", "am", "years", "old"}
)


def _noun_after(text: str, end: int) -> str | None:
    """The head of the noun phrase after a figure: its first plural, else its last word."""
    chosen: str | None = None
    at = end
    for _ in range(5):
        match = re.compile(r"[ \u00a0-]([A-Za-zÀ-ɏ][A-Za-zÀ-ɏ'’]{1,30})").match(text, at)
        if not match:
            break
        word = match.group(1)
        base = lemma(re.sub(r"['’]s$", "", word))
        if _ends_phrase(word, base, chosen):
            break
        chosen, at = base, match.end()
        if word.lower() != base and word.lower().endswith(("s", "men", "children", "people")):
            break
        if base == "people":
            break
    return chosen


def _ends_phrase(word: str, base: str, chosen: str | None) -> bool:
    low = word.lower()
    if base in stopwords() or low in stopwords() or low in _NOUN_STOP:
        return True
    if chosen is None:
        return False
    inflected = low != base and not low.endswith("s") and noun_class(base) is None
    return low.endswith(("ed", "ing")) or inflected
