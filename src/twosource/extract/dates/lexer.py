"""Cut text into the tokens that dates are made of.

In:  text. Out: tokens with local offsets, and one letter of class for each, so that the
grammar is regular expressions over a string of classes.

Classes: 1 = 1 to 12, 2 = 13 to 31, 3 = other two-digit numbers, 4 = three digits, 5 = 1000
to 2999, 6 = a number that is no part of a date; O "2nd", o "second", n "two", t "twenty", K
"hundred", k "hundreds", D "1960s", g "'60s", G "sixties", I ISO 8601, B "3/4/2012", C "04:17", q "Q3", f
"FY", z "2Q", j a named day, m an Islamic month, v "few"; letters of `words` for words; = "to", & "and"; - , . / ' ( ) : for
themselves; x for the rest.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from twosource.extract.dates.holidays import hijri_by_first, names_by_first
from twosource.extract.dates.tokens import Token, Tokens
from twosource.extract.dates.words import vocabulary
from twosource.text import folded

_LEX: Final = re.compile(
    r"(?P<run>(?<!\S)(?!cal\.? (?:BCE?|AD|CE)\b)[a-z]{1,60} (?:[a-z]{1,60} ){0,200})"  # plain words: the most of any text
    r"|(?P<link>(?:https?://|www\.)\S{1,2000})"
    r"|(?=\d)(?:(?P<iso>(?<![\w-])\d{4}-\d\d-\d\d"
    r"(?:[T ]\d\d:\d\d(?::\d\d(?:[.,]\d{1,9})?)?(?:Z|[+-]\d\d:?\d\d)?)?(?![\w]|-\d)"
    r"|(?<=-)(?<!\S-)\d{4}-\d\d-\d\d(?=-(?!\S)))"
    r"|(?P<isoweek>(?<![\w-])\d{4}-?W\d\d(?:-[1-7])?(?![\w-]))"
    r"|(?P<triple>(?<![\w.,/])(?:(?<!-)|(?<=/\d{4}-))\d{1,4}(?P<sep>[./-])\d{1,2}(?P=sep)\d{1,4}"
    r"(?![\w/]|-(?!\d{1,2}/)|\.\d|,\d))"
    r"|(?P<dotted>(?<![\w.,/-])\d{1,2}\.\s\d{1,2}\.\s?[12]\d{3}(?![\w/]|\.\d|,\d))"
    r"|(?P<clock>(?<![\w.:])\d{1,2}:\d\d(?::\d\d(?:[.,]\d{1,9})?)?(?!\d|:\d))"
    r"|(?P<fourclock>(?<![\w.,:-])[0-2]\d[0-5]\d(?=\s(?:GMT|UTC|local\stime)\b)"
    r"|(?<![\w.,:-])0\d[0-5]\d(?=\s(?:hours|hrs)\b)|(?<=\bat\s)[0-2]\d[0-5]\d(?=\s(?:hours|hrs)\b))"
    r"|(?P<dotclock>(?<![\w.:])\d{1,2}\.\d\d(?=\s?[ap]\.?m\b|\s(?:GMT|UTC|BST|local\stime)\b)"
    r"|(?<=\bat\s)\d{1,2}\.[0-5]\d(?=\s(?:on\s)?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b"
    r"|\son\s\d{1,2}\s[A-Z]|\s(?:this|that|yesterday|in\sthe)\s(?:morning|afternoon|evening)\b))"
    r"|(?P<dotpair>(?<=[a-z]\.)(?:\d{4}\.\d{1,2}|\d{1,2}\.\d{4})(?![\w.,]))"
    r"|(?P<opaque>\d{1,3}(?:,\d{3}){1,12}(?!\d)(?:\.\d{1,40})?|\d{1,40}\.\d{1,40}|\d{5,40})"
    r"|(?P<number>\d{1,4}))"
    r"|(?P<ampm>(?<![^\W_])[aApP](?:\.\s?)?[mM]\b\.?(?!\w))"
    r"|(?P<era>\b[AB]\.\s?[CD]\.(?:\s?E\.)?|\b[A-Z]\.[A-Z]\.(?:[A-Z]\.)?"
    r"|\bcal\.?\s(?:BCE?|AD|CE)\b)"  # a radiocarbon date turned into years of the calendar
    r"|(?P<word>[^\W\d_]{1,60})"
    r"|(?P<mark>[^\w\s]|_)",
)
_DASHES: Final = {"-", "\u2010", "\u2011", "\u2012", "\u2013", "\u2014", "\u2212", "~"}
_QUOTES: Final = {"'", "\u2019", "\u2018"}
_sign_class: Final = {
    **{char: char for char in ",./():"},
    **dict.fromkeys(sorted(_DASHES), "-"),
    **dict.fromkeys(sorted(_QUOTES), "'"),
}.get
_DIGIT: Final = re.compile(r"\d")
_PAIRS: Final = tuple(map(frozenset, ("am", "pm", "ad", "bc")))  # "p.m.", "A.D.": letters apart
_SIDES: Final = frozenset({"to", "past"})
_HOUR_LEADS: Final = frozenset({"to", "past", "after", "before"})
_HOUR: Final = re.compile(
    r"\b(?:(?:five|ten|quarter|twenty(?:-five)?|half) (?:past|to)"
    r"|(?:shortly|soon|just|right|immediately|little) (?:before|after|past)) "
    r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b"
)
_DATED: Final = re.compile(
    r"[0-9'\u2018\u2019](?:\d\d\d|[./:\u2010-\u2015-]\s?\d|(?<=['\u2018\u2019])\d"
    r"|(?<=[0-9])(?:st|nd|rd|th|s|o\b|[A-Za-z]\d))"
)
# "6500 BC", "3350-3100 cal BC", "between 3350 and 3100 BCE": a year, however long ago
_LONG_AGO: Final = re.compile(
    r"(?: ?[-\u2010-\u2015] ?[0-9]{4}| (?:to|and|or) [0-9]{4})? ?(?:cal\.? ?)?(?:BCE?|B\.C\.)(?![a-z])"
)
_GLUE_OK: Final = frozenset(
    {"c", "ca", "mid", "early", "late", "post", "pre", "and", "to", "y", "since", "until"}
)
_MONEY: Final = frozenset("$£€¥₹#№")
_MEASURE: Final = frozenset("%°$£€¥₹")


_PARTS: Final = {"q": 4, "h": 2}  # "2Q14", "1H 2014"
_LOWER_ERAS: Final = frozenset({"bc", "bce", "ce", "hijri"})
_PLAIN: Final = ("x", 0)
_CLOSE: Final = frozenset("EMw")  # classes of words that are looked at more closely
_make = tuple.__new__  # half the time of calling the class


def lex(text: str) -> Tokens:
    """Cut `text`; links are left out."""
    items: list[Token] = []
    table, plain, signs, add = vocabulary().get, _lower_case().get, _sign_class, items.append
    free = -1  # where the last token ended
    for found in _LEX.finditer(text):
        start, end = found.span()
        kind = found.lastgroup
        if start < free:
            continue  # the full stop of an abbreviation
        if kind == "run":  # the most of any text
            for word in found[0].split():
                mark, value = plain(word, _PLAIN)
                free = start + len(word)
                add(_make(Token, (mark, start, free, word, value)))
                start = free + 1
        elif kind == "word":
            word = found[0].lower()
            mark, value = table(word, _PLAIN)
            if start > free and mark not in _CLOSE:
                add(_make(Token, (mark, start, end, word, value)))
                free = end
                continue
            _add_word(items, text, found, vocabulary())
            free = items[-1].end
        elif kind == "mark" and (char := found[0]) != "]":
            mark = signs(char, "x")
            add(_make(Token, (mark, start, end, "'" if mark == "'" else char, 0)))
            free = end
        else:
            _add_other(items, found, text, kind or "mark")
            free = items[-1].end
    return Tokens(text, items, "".join([token.mark for token in items]))


@cache
def _lower_case() -> dict[str, tuple[str, int | str]]:
    """The vocabulary of words in small letters, where "ad" is no era."""
    return {
        word: _PLAIN[:1] + entry[1:] if entry[0] == "E" and word not in _LOWER_ERAS else entry
        for word, entry in vocabulary().items()
    }


def _add_other(items: list[Token], found: re.Match[str], text: str, kind: str) -> None:
    if kind == "mark":
        _add_bracket(items, found)
    elif kind in {"number", "opaque"}:
        items.append(_number(items, text, found, kind))
    elif kind == "dotpair":
        _add_pair(items, found)
    elif kind == "link":
        items.append(Token("x", *found.span(), "", 0))
    else:
        items.append(_special(kind, found, vocabulary()))


def _add_pair(items: list[Token], found: re.Match[str]) -> None:
    """Cut "2014.12" in two behind the full stop of "December.", elsewhere keep it whole."""
    start, end = found.span()
    beside = [token.mark for token in items[-2:]]
    if beside[-1:] != ["M"] and beside != ["M", "."]:
        items.append(Token("6", start, end, found[0][:40], 0))
        return
    left, _, right = found[0].partition(".")
    middle = start + len(left)
    items.append(_plain_number(left, start, middle))
    items.append(Token(".", middle, middle + 1, ".", 0))
    items.append(_plain_number(right, middle + 1, end))


def has_anchor(text: str) -> bool:
    """Tell at little cost whether `text` holds anything that can begin a date.

    A word of time, or digits that are no mere count: a year, parts of a date or a time,
    "2nd", "'98", or a small number beside a word such as "AD", "pm" or "Fri".
    """
    _, runs = folded(text)
    if not runs.isdisjoint(anchor_words()):
        return True
    if not names_by_first().keys().isdisjoint(runs) and _may_name_day(runs):
        return True
    if "clock" in runs or ("minutes" in runs and not runs.isdisjoint(_SIDES)):
        return True  # "six o'clock", "at seventeen minutes to eight"
    if not runs.isdisjoint(_HOUR_LEADS) and _HOUR.search(text.lower()) is not None:
        return True  # "five past two", "shortly after three"
    if _DIGIT.search(text) is None:
        return False
    if _DATED.search(text) is not None or not runs.isdisjoint(_beside_digits()):
        return True
    return any(pair <= runs for pair in _PAIRS) or "BE" in text


def _may_name_day(runs: frozenset[str]) -> bool:
    """Do all words of a named day stand somewhere: "new" and "year", not "new" alone?"""
    table = names_by_first()
    return any(
        all(not part.isalpha() or part in runs for part in parts)
        for first in table.keys() & runs
        for parts, _ in table[first]
    )


@cache
def anchor_words() -> frozenset[str]:
    """Words that a date without digits can turn on; names of days stand apart."""
    plain = {word for word, (mark, _) in vocabulary().items() if mark in "UGMHWSYNVLAKkt"}
    return frozenset(plain | set(hijri_by_first()))


@cache
def _beside_digits() -> frozenset[str]:
    """Words that make a date or a time of a small number; "be" only in capitals."""
    short = {word for word, (mark, _) in vocabulary().items() if mark in "EXZfqw"}
    return frozenset((short | {"clock"}) - {"be"})


def _add_word(
    items: list[Token], text: str, found: re.Match[str], table: dict[str, tuple[str, int | str]]
) -> None:
    start, end = found.span()
    word = found[0].lower()
    last = items[-1] if items else None
    if last is not None and last.end == start and last.word == "_":
        items.append(Token("x", start, end, word, 0))  # part of a file name
        return
    joined = last is not None and last.end == start and not _is_part_of_year(last, word, text, end)
    if last is not None and joined and _join_suffix(items, last, word, end):
        return
    mark, value = table.get(word, ("x", 0))
    if mark == "E" and not found[0].isupper() and word not in _LOWER_ERAS:
        mark = "x"
    if mark in "Mw" and text[end : end + 1] == "." and len(word) < 5:
        end += 1
    items.append(Token(mark, start, end, word, value))


def _is_part_of_year(last: Token, word: str, text: str, end: int) -> bool:
    """The letter of "2018Q4", "2016H2"."""
    return last.mark == "5" and word in {"q", "h"} and text[end : end + 1] in set("1234")


def _join_suffix(items: list[Token], last: Token, word: str, end: int) -> bool:
    """Join "2" + "nd", "1960" + "s", "2" + "o"; close off "14" + "km"."""
    if last.mark in "123456" and isinstance(last.value, int):
        if word in {"st", "nd", "rd", "th"} and last.mark in "12":
            items[-1] = Token("O", last.start, end, last.word + word, last.value)
        elif word in {"st", "nd", "rd", "th"}:
            items[-1] = Token("6", last.start, end, last.word, last.value)
        elif word == "s" and last.mark in "345" and last.value % 10 == 0:
            items[-1] = Token(
                "D" if last.mark == "5" else "g", last.start, end, last.word, last.value
            )
        elif word == "o" and last.mark == "1" and last.value in {1, 2, 3} and _after_month(items):
            items[-1] = Token("2", last.start, end, last.word, last.value * 10)
        elif word in {"q", "h"} and last.mark == "1" and last.value <= _PARTS[word]:
            items[-1] = Token("z", last.start, end, word, last.value)
        elif word in {"c", "am", "pm"} or vocabulary().get(word, ("", 0))[0] in {"M", "E", "X"}:
            return False
        else:
            items[-1] = Token("6", last.start, end, last.word, last.value)
        return True
    return False


def _after_month(items: list[Token]) -> bool:
    return len(items) > 1 and items[-2].mark == "M"


def _number(items: list[Token], text: str, found: re.Match[str], kind: str) -> Token:
    start, end = found.span()
    digits = found[0]
    if _is_torn_day(items, text, start) and len(digits) == 1:
        start, digits = items.pop().start, f"1{digits}"  # "June l8": a letter for the one
    if kind == "opaque" or not digits.isascii() or _is_glued(items, text, start, end):
        return Token("6", start, end, digits[:40], 0)
    if len(digits) == 4 and digits[0] > "2" and _LONG_AGO.match(text, end):
        return Token("5", start, end, digits, int(digits))
    return _plain_number(digits, start, end)


def _plain_number(digits: str, start: int, end: int) -> Token:
    """A number of up to four digits, by what of a date it can be."""
    value = int(digits)
    if len(digits) == 4:
        mark = "5" if 1000 <= value < 3000 else "6"
    elif len(digits) == 3:
        mark = "4"
    else:
        mark = "1" if 1 <= value <= 12 else "2" if 13 <= value <= 31 else "3"
    return Token(mark, start, end, digits, value)


def _is_torn_day(items: list[Token], text: str, start: int) -> bool:
    """Behind a month a letter that looks like a one stands before a digit."""
    if len(items) < 2 or items[-1].end != start or items[-2].mark != "M":
        return False
    return text[start - 1] in "lI" and items[-1].start == start - 1


def _is_glued(items: list[Token], text: str, start: int, end: int) -> bool:
    """Part of a name, an amount or a longer number: "L9021", "A-2023", "$2000", "45%"."""
    after = text[end : end + 1]
    if after in _MEASURE and after:
        return True
    if not items or start == 0:
        return False
    before = text[start - 1]
    if before in _MONEY or (before == " " and items[-1].word in _MONEY):
        return True
    if before.isalpha() or before == "_":
        return items[-1].mark not in "MXqfz" and items[-1].word not in _GLUE_OK
    return before in "-." and items[-1].end == start and _is_name_part(items)


def _is_name_part(items: list[Token]) -> bool:
    """Before the hyphen: letters that are no word of time, or a number of a name."""
    if len(items) < 2 or items[-2].end != items[-1].start:
        return False
    before = items[-2]
    if before.mark == "6":
        return items[-1].word != "."
    return before.mark == "x" and before.word.isalpha() and before.word not in _GLUE_OK


def _add_bracket(items: list[Token], found: re.Match[str]) -> None:
    """Close a bracket; those an editor put around a month are left out: "[Sept] 4, 2014"."""
    if len(items) > 1 and items[-1].mark == "M" and items[-2].word == "[":
        del items[-2]
    else:
        items.append(Token("x", *found.span(), "]", 0))


def _special(kind: str, found: re.Match[str], table: dict[str, tuple[str, int | str]]) -> Token:
    start, end = found.span()
    word = found[0]
    if kind == "fourclock":
        return Token("C" if word.isascii() else "6", start, end, f"{word[:2]}:{word[2:]}", 0)
    if kind == "dotted":
        return Token("B" if word.isascii() else "6", start, end, "".join(word.split()), 0)
    if kind in {"iso", "isoweek", "triple", "clock", "dotclock"}:
        mark = {"iso": "I", "isoweek": "I", "triple": "B"}.get(kind, "C")
        return Token(mark if word.isascii() else "6", start, end, word, 0)
    plain = word.lower().replace(".", "").replace(" ", "").removeprefix("cal")
    mark, value = ("X", plain) if kind == "ampm" else table.get(plain, ("x", 0))
    return Token(mark if mark in "XEZ" else "x", start, end, plain, value)
