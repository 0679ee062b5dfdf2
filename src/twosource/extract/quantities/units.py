"""Find the unit behind a figure.

In:  a view and the end of a figure. Out: a UCUM or ISO 4217 code and where it ends.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from twosource.extract.quantities.lexis import words
from twosource.extract.quantities.shapes import View
from twosource.lexicon import load

_GAP: Final = re.compile(r"[ ]?[-‑][ ]?|[ \u00a0\u2009\u202f]{1,2}\[?|\[")
_SYMBOL: Final = re.compile(r"[A-Za-zµμÅÅΩΩ°º℃℉%％‰$€£¥₹₩₽₪₺₴₦₱฿₡¢²³^\"″][A-Za-z0-9µμΩΩ²³^$]{0,8}")
_PHRASE: Final = re.compile(r"[a-z°][a-z.]{0,14}(?:[ -][a-z]{1,12}){0,3}")
_INCHES: Final = re.compile(r"[ ]?in(?=[.)]|$)|''|[\"″]")
_PER: Final = re.compile(r"[ ]?/[ ]?|[ -]per[ -]|[ ]an?[ ]")
_BELOW: Final = re.compile(
    r"(?:(?:cubic|square) )?[a-zµμL]{1,12}(?:[²³23]|\^[23]| squared| cubed|[ -]hours?)?"
    r"|\([A-Za-z]{1,4}[ ·⋅.*][A-Za-z]{1,4}\)"  # "J/(kg K)"
)
_INVERSE: Final = re.compile(r"[ \u00a0·⋅.]?([A-Za-zµμ]{1,4})[-−⁻]([1-3¹²³])(?![\w-])")  # "m s-2"
_DOTS: Final = frozenset("·⋅")
_ONE: Final = frozenset({"1", "¹"})
_RAISED: Final = str.maketrans("¹²³", "123")
_POINTS: Final = re.compile(r"[ -]points?(?![a-z])")  # "3 % points"
_LATER: Final = re.compile(r" (?:later|ago|earlier|before|after|when)(?![a-z])")
_PRODUCT: Final = re.compile(r"[A-Za-z]{1,3}[ \u00a0·⋅-][A-Za-z]{1,3}(?![A-Za-z0-9-])")  # "N m"
_ON_FOOT: Final = re.compile(
    r" (?:soldiers?|troops|men|guards|patrols?|archers|regiments?|and [0-9,]{1,9} horse)(?![a-z])"
)
_ADJECTIVE: Final = re.compile(
    r" (?!(?:a|an|and|as|at|by|for|from|in|is|of|on|or|per|to|was|were|with)[^a-z])[a-z]{2}"
)
_NEAR: Final = 60  # characters in which a word says what "A" and "p" stand for
_TOLD: Final = {"C": "Cel", "F": "[degF]", "M": "mol/L"}
_TELLING: Final = frozenset("ApCFM")
_DIGITS: Final = re.compile(r"[0-9.]{1,9}$")
_DEGREES: Final = re.compile(r"[1-5][0-9]\.[0-9][ ,.;)]?")  # "41.8C": nothing else is written so
_PER_DAY: Final = re.compile(r"b/d(?![A-Za-z0-9])")  # barrels a day
_LONG: Final = 9  # characters of a price in pence
_WORDS: Final = re.compile(r"[a-z]{2,14}|£")
_QUOTED: Final = 400  # characters in which the quotation marks before a double prime are counted
_SHORT: Final = frozenset(
    "mgsthLlWVKJNBÅÅΩΩ"
)  # one-letter symbols that may stand apart from the digits
_GLUED: Final = frozenset("mgshtLlWVdÅÅΩΩ")


@cache
def unit_symbols() -> dict[str, str]:
    """Exact symbols and ISO codes -> code."""
    found = {sign: row["code"] for row in load("ucum")["unit"] for sign in row.get("symbols", ())}
    codes = {
        row["code"]: row["code"]
        for row in load("ucum")["unit"]
        if row["dimension"].startswith("money-")
    }
    mega = {f"M{code}": code for code in ("USD", "EUR", "SEK", "GBP")}
    signs = {**load("currencies")["signs"], **load("currencies")["behind"]}
    return {**found, **{c: v for c, v in codes.items() if c.isalpha()}, **mega, **signs}


@cache
def unit_words() -> dict[str, str]:
    """Unit words in lower case, singular and plural -> code; spans of time not among them."""
    found = {word: row["code"] for row in load("ucum")["unit"] for word in row.get("words", ())}
    money = load("currencies")["words"]
    plurals = {word + "s": code for word, code in money.items() if not word.endswith("s")}
    spans = {word: str(code) for word, (_, code) in load("numbers")["spans"].items()}
    return {
        **found,
        **plurals,
        **money,
        **{code.lower(): code for code in ("USD", "EUR", "GBP", "RMB")},
        **spans,
        "rmb": "CNY",
    }


def unit_after(view: View, end: int, *, digits: bool) -> tuple[str, int] | None:
    """The longest unit right behind `end`, "per" units included; None when there is none."""
    gap = _GAP.match(view.text, end)
    at = gap.end() if gap else end
    found = (_inverted(view, at) or _product(view, at)) if digits else None
    found = found or _worded(view, at)
    found = found or _signed(view, at, apart=gap is not None, digits=digits)
    found = found or (_inches(view, end) if digits else None)
    if found is None or (gap and gap.group().strip() == "-" and found[0].startswith("$")):
        return None
    code, stop = found
    if gap and "[" in gap.group() and view.text[stop : stop + 1] == "]":
        stop += 1
    if code == "%" and (points := _POINTS.match(view.low, stop)):
        return "{pp}", points.end()
    return _per(view, *_below_line(view, code, stop, digits=digits))


def _inverted(view: View, at: int) -> tuple[str, int] | None:
    """ "s-1", "cm⁻¹": nothing but what is below the line."""
    match = _INVERSE.match(view.text, at)
    if match is None or match.start(1) != at or match.group(2) not in _ONE:
        return None
    code = unit_symbols().get(f"{match.group(1)}-1")
    return (code, match.end()) if code else None


def _below_line(view: View, code: str, end: int, *, digits: bool) -> tuple[str, int]:
    """ "m s-2", "kg·m-3", "W m-2 K-1": a negative power behind a symbol; two at most."""
    for _ in range(2):
        match = _INVERSE.match(view.text, end) if digits else None
        name = _raised(match.group(1), match.group(2).translate(_RAISED)) if match else None
        if match is None or name is None or match.start(1) == end:
            break
        code, end = f"{code}/{name}", match.end()
    return code, end


def _raised(symbol: str, power: str) -> str | None:
    """The code of a unit to a power: "s" and 2 is "s2"."""
    code = unit_symbols().get(symbol)
    if code is None or power == "1":
        return code
    return f"{code}{power}" if f"{code}{power}" in _codes() else None


@cache
def _codes() -> frozenset[str]:
    return frozenset(row["code"] for row in load("ucum")["unit"])


def _product(view: View, at: int) -> tuple[str, int] | None:
    """ "N m", "lb·ft": two symbols that are one unit."""
    match = _PRODUCT.match(view.text, at)
    if match is None:
        return None
    code = unit_symbols().get(match.group().replace("\u00a0", " "))
    one, mark, two = re.split(r"([ \u00a0·⋅-])", match.group())
    parts = unit_symbols().get(one), unit_symbols().get(two)
    if code is None and mark in _DOTS and None not in parts:
        code = f"{parts[0]}.{parts[1]}"
    return (code, match.end()) if code else None


def _inches(view: View, end: int) -> tuple[str, int] | None:
    """ "2 in" at the end of a clause, and double primes that close no quotation."""
    match = _INCHES.match(view.low, end)
    if match is None or (
        match.group() == '"' and view.low.count('"', max(0, end - _QUOTED), end) % 2
    ):
        return None
    return "[in_i]", match.end()


def glued_unit(view: View, end: int) -> bool:
    """Does a unit begin right at `end`, with or without a blank?"""
    return unit_after(view, end, digits=True) is not None


def _worded(view: View, at: int) -> tuple[str, int] | None:
    match = _PHRASE.match(view.low, at)
    if match is None:
        return None
    phrase = match.group().rstrip(".")
    table = unit_words()
    for _ in range(5):
        stop = at + len(phrase)
        if (
            (phrase := phrase.replace("-", " ")) in table
            and not view.text[stop : stop + 1].isalnum()
            and not _no_unit(view, phrase, at, stop)
        ):
            return table[phrase], stop
        cut = max(phrase.rfind(" "), phrase.rfind("-"))
        if cut < 0:
            return None
        phrase = phrase[:cut].rstrip(".")
    return None


def _no_unit(view: View, phrase: str, at: int, stop: int) -> bool:
    """Words that are units only behind digits, or in the plural: "second", "won", "real"."""
    if phrase in words("units_in_words", "names") and view.text[at].isupper():
        return True  # "500 Tesla cars"
    if phrase == "real" and _ADJECTIVE.match(view.low, stop):
        return True  # "18,700 real passengers"
    if phrase == "foot" and _ON_FOOT.match(view.low, stop):
        return True
    if phrase in {"hr", "hrs", "mo", "mos"} and view.text[at : at + 2].isupper():
        return True  # "30 HRs" are home runs, "MO" is a state
    if phrase in words("units_in_words", "digits"):
        return not view.text[max(0, at - 9) : at].rstrip(" -\u00a0")[
            -1:
        ].isdigit() and not re.search(
            r"(?:million|billion|thousand)[ ]$", view.low[max(0, at - 9) : at]
        )
    if phrase in words("units_in_words", "short") or (
        phrase == "second" and view.low[at - 1 : at] == " "
    ):
        return not view.text[max(0, at - 9) : at].rstrip(" -\u00a0")[-1:].isdigit()
    return phrase in {"days"} and view.low[stop : stop + 9] == " of grace"


def _signed(view: View, at: int, *, apart: bool, digits: bool) -> tuple[str, int] | None:
    match = _SYMBOL.match(view.text, at)
    if match is None:
        return None
    sign = match.group()
    if _PER_DAY.match(view.text, at):
        sign = "b/d"
    code = unit_symbols().get(sign) or _TOLD.get(sign)
    if code is None and not sign[0].isalpha():
        sign = sign[0]
        code = unit_symbols().get(sign)
    stop = at + len(sign)
    following = view.text[stop : stop + 1]
    if (
        code is None
        or (following.isalnum() and sign[-1].isalnum())
        or (not digits and not _may_follow_word(sign))
    ):
        return None
    if len(sign) == 1 and sign.isalpha() and sign not in (_SHORT if apart else _GLUED):
        clear = digits and (sign in "ACM" or not apart) and _is_told(view, sign, at)
        return (code, stop) if clear else None
    if (
        sign[-1].isalpha()
        and following in {"-", "'", "’"}
        and view.text[stop + 1 : stop + 2].isalnum()
    ):
        ranged = re.compile(rf"-[0-9.,]{{1,9}}{re.escape(sign)}(?![a-z])").match(view.text, stop)
        code_like = len(sign) < 3 and view.text[stop + 1 : stop + 2].isdigit() and not ranged
        return None if code_like else (code, stop)
    return code, stop


def _may_follow_word(sign: str) -> bool:
    """ "ten km", "five kWh"; behind a word "pm" and "in" are none."""
    upper = not sign.isalpha() or any(char.isupper() for char in sign)
    return upper or sign in words("units_in_words", "spelled")


def _is_told(view: View, sign: str, at: int) -> bool:
    """ "a 13 A fuse", "20p a litre", "highs of 38C": a word near by says what the letter stands for."""
    if sign not in _TELLING:
        return False
    figure = _DIGITS.search(view.low, max(0, at - _LONG), at)
    if sign == "p" and (figure is None or figure.group() in load("currencies")["screen"]["lines"]):
        return False
    if (
        sign == "C"
        and figure is not None
        and _DEGREES.fullmatch(figure.group() + view.text[at + 1 : at + 2])
    ):
        return True
    near = view.low[max(0, at - _NEAR) : at + _NEAR]
    return not _tellers()[sign].isdisjoint(_WORDS.findall(near))


@cache
def _tellers() -> dict[str, frozenset[str]]:
    """Letter -> words of which one must stand near for it to be a unit."""
    money = load("currencies")
    hot = frozenset(words("units_in_words", "heat"))
    return {
        "A": frozenset(words("units_in_words", "electric")),
        "C": hot,
        "F": hot,
        "M": frozenset(words("units_in_words", "dissolved")),
        "p": frozenset({*money["pence"]["words"], *money["spending"]["words"]}),
    }


def _per(view: View, code: str, end: int) -> tuple[str, int]:
    """ "km/h", "litres per person per day", "tonnes a year"; two levels at most."""
    for _ in range(2):
        match = _PER.match(view.low, end)
        below = _BELOW.match(view.text, match.end()) if match else None
        if match is None or below is None:
            break
        found = _denominator(view, match.end(), below, article=match.group().strip() in {"a", "an"})
        if found is None or view.text[found[1] : found[1] + 1].isalnum():
            break
        code, end = f"{code}/{found[0]}", found[1]
    return _squared(code), end


def _squared(code: str) -> str:
    """ "m per second per second" is "m/s2"."""
    top, *below = code.split("/")
    again = len(below) == 2 and below[0] == below[1] and f"{below[0]}2" in _codes()
    return f"{top}/{below[0]}2" if again else code


def _denominator(
    view: View, at: int, below: re.Match[str], *, article: bool
) -> tuple[str, int] | None:
    """The code of what stands below the line, and where it ends; the longest name that is one."""
    word, end = below.group(), below.end()
    if word[0] == "(":
        parts = [unit_symbols().get(part) for part in re.split(r"[ ·⋅.*]", word[1:-1])]
        return (f"{parts[0]}/{parts[1]}", end) if None not in parts and not article else None
    while word:
        if _LATER.match(view.low, end):
            return None
        code = _named_below(word, article=article)
        if code is not None:
            return code, end
        cut = max(word.rfind(" "), word.rfind("-"), word.rfind("^"))
        word = word[:cut] if cut > 0 else ""
        end = at + len(word)
    return None


def _named_below(word: str, *, article: bool) -> str | None:
    low = word.lower()
    if not article and (power := _power_of(word)) is not None:
        return power
    code = unit_words().get(low.replace("-", " ")) or (
        None if article else unit_symbols().get(word)
    )
    if code == "a" and low not in {"year", "yr"}:
        return None
    if code is not None and not (article and code.startswith("{")):
        return code
    singular = low.removesuffix("s") if low not in words("units_in_words", "per") else low
    if singular in words("units_in_words", "per"):
        return "{person}" if singular in {"capita", "head", "person"} else f"{{{singular}}}"
    return None


def _power_of(word: str) -> str | None:
    """ "s2", "s^2", "second squared", "m^3" below the line."""
    found = re.fullmatch(r"([a-zµμ]{1,12}?)(?:\^?([23²³])| (squared|cubed))", word)
    if found is None:
        return None
    power = "3" if found[3] == "cubed" else "2" if found[3] else found[2].translate(_RAISED)
    code = unit_words().get(found[1]) if found[3] else unit_symbols().get(found[1])
    return f"{code}{power}" if code and f"{code}{power}" in _codes() else None
