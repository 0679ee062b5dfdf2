"""Read figures written in digits, with every usual grouping, and refuse what is no number.

In:  a view and the place of a digit. Out: a figure or None, and where to go on.
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache
from typing import Final

from twosource.extract.quantities.lexis import letters, scales, symbols, words
from twosource.extract.quantities.refuse import is_label, is_time, scale_before
from twosource.extract.quantities.shapes import Figure, View, shows_comma, step_of, step_of_value
from twosource.extract.quantities.units import glued_unit, unit_symbols
from twosource.extract.quantities.words import extend_digits
from twosource.lexicon import load

_TAIL: Final = re.compile(r"[.,][0-9]{1,9}(?![0-9.,])")
_RUN: Final = re.compile(r"[0-9][0-9.,]*")
_BLANKS: Final = re.compile(r"(?:[ \u00a0\u2009\u202f]|[\u00a0\u2009\u202f]{2})[0-9]{3}(?![0-9])")
_COMMAS: Final = re.compile(r"[0-9]{1,3}(?:,[0-9]{3}){1,12}(?:\.[0-9]{1,20})?")
_LAKHS: Final = re.compile(r"[0-9]{1,2}(?:,[0-9]{2}){1,6},[0-9]{3}(?:\.[0-9]{1,20})?")
_POINTS: Final = re.compile(r"[0-9]{1,3}(?:\.[0-9]{3}){1,12}(?:,[0-9]{1,20})?")
_PLAIN: Final = re.compile(r"[0-9]{1,40}(?:\.[0-9]{1,40})?")
_COMMA_DECIMAL: Final = re.compile(r"[0-9]{1,12},[0-9]{1,2}")
_POINTED: Final = re.compile(
    r"(?<![0-9.,])[0-9]{1,3}(?:(?:,[0-9]{3}){1,12}\.[0-9]|(?:,[0-9]{3}){2,12}(?![0-9.,])|(?:,[0-9]{3})+ ?%)"
)
_COMMA_SHARE: Final = re.compile(r"(?<![0-9.,])[0-9]{1,3},[0-9]{1,2}[ \u00a0\u202f]?%")
_POWER: Final = re.compile(
    r"[eE]([-+−]?)([0-9]{1,6})(?![0-9a-zA-Z])"
    r"|[ ]?[x×*·][ ]?10(?:\^([-−+]?)|([-−+⁻])?(?=[⁰¹²³⁴-⁹])|([-−+]))([0-9]{1,3}|[⁰¹²³⁴-⁹]{1,3})(?![0-9])(?![.,][0-9])"
)
_CARET: Final = re.compile(r"\^([-−+]?)([0-9]{1,3})(?![0-9.,]*[0-9])")
_BASE: Final = 100
_SIGN: Final = re.compile(
    r"(?:(?<![\w.)%])|^)(?:([-−])[ ]{0,1}|[+±](?=$)|((?:(?<!plus or )minus|negative) ))$"
)
_BEFORE_SIGNED: Final = frozenset("-−+± ")
_SIGN_ENDS: Final = frozenset("-−se")  # of "minus", "negative"
_RAISED: Final = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_APOSTROPHES: Final = re.compile(r"[0-9]{1,3}(?:['’][0-9]{3}){1,6}(?![0-9'’])")
_SLASH: Final = re.compile(r"([0-9]{1,6})[/⁄]([0-9]{1,6})(?![0-9/:-]|[.,][0-9])")
_MIXED: Final = re.compile(r"[ \u00a0-]{1,2}([0-9]{1,3})[/⁄]([0-9]{1,3})(?![0-9/])")
_GLUED: Final = re.compile(r"[^\W\d_]{1,30}")
_RANK: Final = frozenset({"st", "nd", "rd", "th"})
_CHAIN: Final = re.compile(r"(?:[-/:.][0-9]{1,12}(?![0-9])){1,8}")
_DECIMAL_END: Final = re.compile(r"-[0-9]{1,12}\.[0-9]{1,6}")
_GOES_ON: Final = re.compile(r"[-/:.][0-9]")
_CODED: Final = re.compile(r"(?<![^\W_])([A-Z]{3}|RM|Rs\.?)$")
HOURS: Final = re.compile(r"h([0-5]?[0-9])m(?:in)?(?:([0-5]?[0-9])s)?(?![A-Za-z0-9])")
ENDLESS: Final = re.compile(r"(?<![\w.,])([0-9][0-9.,]*)(?:[eE][-+]?([0-9]+))?")
TOWER: Final = re.compile(
    r"[0-9][0-9.,]{0,40}[ ]?[x×*·][ ]?10(?:\^[-−+]?|[-−+⁻]|(?=[⁰¹²³⁴-⁹]))([0-9]{3,6}|[⁰¹²³⁴-⁹]{3,6})(?![0-9])"
)
_LARGEST: Final = 308  # exponent of ten
_POINT: Final = re.compile(r" point ([0-9]{1,9})(?![0-9.,])")
_HALF_SCALE: Final = re.compile(
    r" and a half[ -](thousand|million|billion|trillion|hundred|dozen)(?![a-z])"
)
_AND_A_PART: Final = re.compile(
    r" and a (half|quarter)(?:(?= [a-z])(?! (?:of|the|as)(?![a-z]))|(?=[.,;)]|$))"
)
_MOST: Final = 40  # digits of one number


def read_digits(view: View, start: int) -> tuple[Figure | None, int]:
    """Read the figure that begins at `start`; the second value is where to look next."""
    run = _RUN.match(view.text, start)
    assert run is not None
    written = run.group().rstrip(".,")
    end = start + len(written)
    if len(written) > _MOST + 20 or _is_code(view, start, end):
        return None, _past(view, max(run.end(), end))
    begin, plain = _leading_point(view, start, written) or (start, "")
    if not plain:
        plain, end = _plain(view, start, written, end)
    if not plain or len(plain) > _MOST:
        return None, _past(view, end)
    figure, end = _finish(view, begin, plain, end)
    return figure, max(end, run.end() if figure is None else end)


def is_endless(match: re.Match[str]) -> bool:
    """Has a figure more digits, or a larger exponent, than is ever read?"""
    digits = sum(char.isdigit() for char in match.group(1))
    exponent = match.group(2) or "0"
    return digits > _MOST or len(exponent) > 3 or int(exponent) > _LARGEST


def is_tower(match: re.Match[str]) -> bool:
    """Is a power of ten too large to be read?"""
    return int(match.group(1).translate(_RAISED)) > _LARGEST


def _past(view: View, end: int) -> int:
    """Skip what hangs on to a refused number: the rest of a code, a date, a phone number."""
    chain = _CHAIN.match(view.text, end)
    return chain.end() if chain else end


def _is_code(view: View, start: int, end: int) -> bool:
    """Part of a code, phone number, version, time, list or reference?"""
    text = view.text
    before, two = text[start - 1 : start] if start else "", text[max(0, start - 2) : start]
    if scale_before(view, start):
        return False
    if (before.isalnum() and not _coded(text, start)) or (
        before in {"_", "#", "@", "№", "§", "\\", "&", "=", "%"} and not _equals(view, start)
    ):
        return True
    if two in {"§ ", "№ ", "§\u00a0"}:
        return True
    if before in {"-", "/", ".", ",", ":", "'", "’"} and two[:1].isalnum():
        return True
    if before == ")" and text[end : end + 1] == "-":
        return True
    chain = _CHAIN.match(text, end)
    if (
        chain
        and not _is_range(view, written_end=end, chain=chain.group())
        and (sum(chain.group().count(mark) for mark in "-/:.") > 1 or chain.group()[0] in ":.")
    ):
        return True
    if chain and end - start == 3 and re.fullmatch(r"-[0-9]{4}", chain.group()):
        return True
    return is_time(view, start, end) or is_label(view, start, end)


def _is_range(view: View, *, written_end: int, chain: str) -> bool:
    """ "6.5-7.5", "10-12.5": the hyphen joins two figures, the last with a decimal point."""
    stop = written_end + len(chain)
    return _DECIMAL_END.fullmatch(chain) is not None and _GOES_ON.match(view.text, stop) is None


def _coded(text: str, start: int) -> bool:
    """ "USD3.14", "RM42": a currency code glued to its amount."""
    code = _CODED.search(text, max(0, start - 5), start)
    return code is not None and (len(code.group(1)) != 3 or code.group(1) in unit_symbols())


def _equals(view: View, start: int) -> bool:
    """ "p=0.012" states a value, "?RQT=305&" does not."""
    return view.text[start - 1 : start] == "=" and "?" not in view.text[max(0, start - 40) : start]


def _leading_point(view: View, start: int, written: str) -> tuple[int, str] | None:
    """ ".25" without its zero."""
    dot = view.text[start - 1 : start] == "." and (start < 2 or view.text[start - 2] in " ($<>=~\n")
    return (start - 1, "0." + written) if dot and written.isdigit() else None


def _plain(view: View, start: int, written: str, end: int) -> tuple[str, int]:
    """The digits without grouping, with a decimal point; "" when they cannot be read."""
    if written.isdigit() and len(written) <= 3 and written != "0":
        at = end
        if view.text[end : end + 1] in {"'", "’"} and (
            swiss := _APOSTROPHES.match(view.text, start)
        ):
            return swiss.group().replace("'", "").replace("’", ""), swiss.end()
        while (group := _BLANKS.match(view.text, at)) and at - end < 40:
            at = group.end()
        if at > end and not _listed(view, start, at):
            digits = "".join(char for char in view.text[start:at] if char.isdigit())
            tail = _TAIL.match(view.text, at)
            return (digits + "." + tail.group()[1:], tail.end()) if tail else (digits, at)
    if view.comma and (_POINTS.fullmatch(written) or _COMMA_DECIMAL.fullmatch(written)):
        return written.replace(".", "").replace(",", "."), end
    if _COMMAS.fullmatch(written) or _LAKHS.fullmatch(written):
        return written.replace(",", ""), end
    if _PLAIN.fullmatch(written):
        zero = len(written) > 1 and written[0] == "0" and written[1] != "."
        return ("" if zero and not view.alone(start, end) else written), end
    if _COMMA_DECIMAL.fullmatch(written):
        known = glued_unit(view, end) or re.match(r"[ \u00a0\u202f]?%", view.text[end : end + 2])
        return (written.replace(",", ".") if known or view.alone(start, end) else ""), end
    return "", end


def _listed(view: View, start: int, end: int) -> bool:
    """ "120 130 140 150": figures side by side, not one number."""
    before = re.search(r"[0-9][ ]$", view.text[max(0, start - 2) : start])
    groups = view.text[start:end].count(" ")
    return before is not None or groups > 3


def writes_decimal_comma(text: str) -> bool:
    """Does a document write "1.234,5" or "12,5 %", and never "1,234.5"?

    Only forms that can be read one way count; with both, or neither, the answer is no.
    """
    if "," not in text:
        return False
    if _POINTED.search(text) is not None:
        return False
    return shows_comma(text) or len(_COMMA_SHARE.findall(text)) > 1


def _finish(view: View, start: int, plain: str, end: int) -> tuple[Figure | None, int]:
    """Powers, fractions, multipliers, ranks, sign; then whatever is glued to the digits."""
    value, step = Decimal(plain), step_of(plain)
    power = _POWER.match(view.text, end)
    if power:
        exponent = int((power.group(2) or power.group(6)).translate(_RAISED))
        sign = power.group(1) or power.group(3) or power.group(4) or power.group(5) or ""
        if exponent > _LARGEST:
            return None, power.end()
        exponent = -exponent if sign in {"-", "−", "⁻"} else exponent
        value, step, end = (
            value.scaleb(exponent),
            Decimal(1).scaleb(_places(plain) + exponent),
            power.end(),
        )
    elif raised := _raised(view, value, end):
        value, step, end = raised
    figure = Figure(start, end, value, step)
    slashed = _slashed(view, figure)
    if slashed is None:
        return None, _past(view, end)
    return _glued(view, _signed(view, slashed))


def _raised(view: View, base: Decimal, end: int) -> tuple[Decimal, Decimal, int] | None:
    """ "10^6", "2^-3": (value, step, end); not the mark of a note behind a large number."""
    match = _CARET.match(view.text, end)
    if match is None or not base:
        return None
    exponent = int(match.group(2)) * (-1 if match.group(1) in {"-", "−"} else 1)
    if (exponent > 0 and base > _BASE) or abs(exponent * base.adjusted()) > _LARGEST:
        return None
    value = base**exponent
    return value, step_of_value(value) if value == int(value) else value / 100, match.end()


def _places(plain: str) -> int:
    return -len(plain.partition(".")[2])


@cache
def _sign_behind() -> re.Pattern[str]:
    return re.compile(r"[ ]?([" + "".join(symbols()) + "])")


def _slashed(view: View, figure: Figure) -> Figure | None:
    """ "1/4", "10 1/2", "2½"; None for a slash that is no fraction ("9/11", "24/7")."""
    text, end = view.text, figure.end
    sign = _sign_behind().match(text, end)
    if sign:
        top, below = symbols()[sign.group(1)]
        part = Decimal(top) / below
        return Figure(figure.start, sign.end(), figure.value + part, Decimal(1) / below)
    mixed = _MIXED.match(text, end)
    if mixed and (rest := _fraction(mixed.group(1), mixed.group(2))) is not None:
        return Figure(
            figure.start, mixed.end(), figure.value + rest, Decimal(1) / int(mixed.group(2))
        )
    slash = _SLASH.match(text, figure.start)
    if slash is None:
        return None if text[end : end + 1] == "/" and text[end + 1 : end + 2].isdigit() else figure
    ratio = _fraction(slash.group(1), slash.group(2))
    if ratio is None or re.search(
        r"(?:\bon|since|before|after) $", view.low[max(0, figure.start - 7) : figure.start]
    ):
        return None
    return Figure(
        figure.start, slash.end(), ratio, Decimal("0.2") / int(slash.group(2)), False, "ratio"
    )


def _fraction(top: str, below: str) -> Decimal | None:
    allowed = load("numbers")["slashes"]["denominators"]
    if int(below) not in allowed or not 0 < int(top) < int(below):
        return None
    return Decimal(int(top)) / int(below)


def _signed(view: View, figure: Figure) -> Figure:
    """Take in a sign that stands before the figure: "-5", "minus one"."""
    before = view.low[max(0, figure.start - 14) : figure.start]
    if before[-1:] not in _BEFORE_SIGNED or (
        before[-1:] == " " and before[-2:-1] not in _SIGN_ENDS
    ):
        return figure  # the most of all figures, known at one look
    match = _SIGN.search(before)
    if match is None or match.start() == match.end():
        return figure
    minus = match.group(1) or match.group(2)
    if match.group(1) and match.group().endswith(" ") and figure.start - len(match.group()) > 0:
        return figure  # "5 - 3": a dash
    value = -figure.value if minus else figure.value
    begin = figure.start - (match.end() - match.start())
    return Figure(begin, figure.end, value, figure.step, figure.worded, figure.sort, figure.scaled)


def _and_a_half(view: View, figure: Figure) -> Figure | None:
    """ "27 and a half thousand", "3 and a half million", "2 and a half hours"."""
    match = _HALF_SCALE.match(view.low, figure.end)
    if match is None:
        return _and_a_part(view, figure)
    if figure.step != 1:
        return None
    scale = scales()[match.group(1)]
    value = (figure.value + Decimal("0.5")) * scale
    return Figure(figure.start, match.end(), value, scale / 2, False, "plain", True)


def _and_a_part(view: View, figure: Figure) -> Figure | None:
    """ "2 and a half hours"; not "2 and a half of the rest", "between 2 and a half"."""
    match = _AND_A_PART.match(view.low, figure.end)
    if (
        match is None
        or figure.value % 1
        or view.low.startswith("between ", max(0, figure.start - 8))
    ):
        return None
    part = Decimal("0.5") if match.group(1) == "half" else Decimal("0.25")
    value = abs(figure.value) + part
    return Figure(figure.start, match.end(), value.copy_sign(figure.value), part)


def _glued(view: View, figure: Figure) -> tuple[Figure | None, int]:
    """What is stuck to the digits must be a rank, a multiplier or a unit."""
    match = _GLUED.match(view.text, figure.end)
    if match is None:
        if view.text[figure.end : figure.end + 1] == "_":
            return None, figure.end
        if (whole := _and_a_half(view, figure)) is not None:
            return whole, whole.end
        return extend_digits(view, _pointed(view, figure)), figure.end
    if HOURS.match(view.text, figure.end):
        return figure, figure.end
    word = match.group()
    if word.lower() in _RANK and _is_ranked(figure, word.lower()):
        return _rank(view, figure, match.end())
    scale = _multiplier(view, figure, word, match.end())
    if scale is not None:
        return Figure(
            figure.start,
            match.end(),
            figure.value * scale,
            figure.step * scale,
            False,
            "plain",
            True,
        ), match.end()
    if glued_unit(view, figure.end) and not (word == "s" and figure.step >= 1):
        return figure, figure.end
    return None, match.end()


def _pointed(view: View, figure: Figure) -> Figure:
    """ "1 point 1": the point said in words."""
    match = _POINT.match(view.low, figure.end)
    if match is None or figure.value != int(figure.value):
        return figure
    spoken = match.group(1)
    value = abs(figure.value) + Decimal(spoken).scaleb(-len(spoken))
    step = Decimal(1).scaleb(-len(spoken))
    return Figure(figure.start, match.end(), value.copy_sign(figure.value), step)


def _is_ranked(figure: Figure, end: str) -> bool:
    """ "1st" and "11th" are ranks, "11st" is a weight."""
    if figure.value != int(figure.value):
        return False
    value = abs(int(figure.value))
    last = 0 if value % 100 in {11, 12, 13} else value % 10
    return {1: "st", 2: "nd", 3: "rd"}.get(last, "th") == end


def _rank(view: View, figure: Figure, end: int) -> tuple[Figure | None, int]:
    following = view.low[end : end + 14].strip()
    if (
        following.startswith(tuple(words("words_of_time")))
        or _month_before(view, figure.start)
        or _month_after(following)
    ):
        return None, end
    return Figure(figure.start, end, figure.value, Decimal(0), False, "ordinal"), end


def _month_before(view: View, start: int) -> bool:
    words_before = view.low[max(0, start - 12) : start].split()
    return bool(words_before) and words_before[-1].rstrip(".") in words("words_of_time", "months")


def _month_after(following: str) -> bool:
    return bool(following) and following.split()[0].rstrip(".,") in words("words_of_time", "months")


_AMOUNT: Final = re.compile(
    r"[$€£¥₹₩₽₪₺₴₦₱฿][ ]?[-−]?(?:[0-9.,]{1,12}(?:m|bn|b|k|tn)?[-–—][$€£]?)?[0-9.,]{1,30}$"
    r"|(?:usd|eur|gbp|rs\.?) [0-9.,]{1,30}$"
)
_COUNTED: Final = re.compile(
    r" (?:[a-z]{2,20} )?(?:[a-z]{2,20}s|people|men|women|children|of)(?![a-z])"
)


_MEASURED: Final = re.compile(r" (?:t|ha|kg|km|km2|km²|[kMG]Wh|bbl)(?![A-Za-z])")  # "3.2m t"


def _multiplier(view: View, figure: Figure, word: str, end: int) -> Decimal | None:
    """ "17k", "1.2bn", "$9m"; an "m" without money or counted things is a metre."""
    factor = letters().get(word)
    if factor is None:
        return None
    money = _AMOUNT.search(view.low, max(0, figure.start - 16), figure.end) is not None
    if money or word in {"k", "M", "bn", "Bn", "BN", "mn", "mil", "mio", "tn", "trn", "MM"}:
        return factor
    counted = _COUNTED.match(view.text, end) is not None or _MEASURED.match(view.text, end)
    if word == "K":
        return factor if figure.step >= 1 or counted else None
    if word == "m":
        return (
            factor
            if counted
            and not re.match(r" (?:long|tall|wide|deep|high|across|of)", view.low[end : end + 8])
            else None
        )
    if word in {"b", "B"}:
        return factor if counted or (word == "b" and view.alone(figure.start, end)) else None
    return None
