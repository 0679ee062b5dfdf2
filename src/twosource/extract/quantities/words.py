"""Read spelled-out numbers: "sixty-four", "two thousand three hundred", "one and a half".

In:  a view and the place of the first number word. Out: a figure, or None.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from twosource.extract.quantities.lexis import (
    denominators,
    dozens,
    ordinals,
    scales,
    small,
    vague,
    words,
)
from twosource.extract.quantities.shapes import Figure, View, step_of_value

_AND_WORD: Final = re.compile(r" and (?=[a-z])")
_WORD_NEXT: Final = re.compile(r"[ -]{0,2}([a-z]{2,14})(?![^\W\d_])")
_POINT_SAID: Final = re.compile(r" point ")
_DIGIT_WORD: Final = re.compile(r"[ -]?([a-z]{2,9})(?![a-z])")
_SEVERAL: Final = re.compile(r"(?:an? )?(several|few|couple of|many) $")
_NEXT: Final = re.compile(
    r"([ \u00a0\u2009\u202f]{1,3}&?[ ]?|[ ]?[-–—][ ]?)?([a-z]{1,14})(?![^\W\d_])"
)
_ARTICLE: Final = re.compile(r"(?<![^\W_])an? $")
_AND_PART: Final = re.compile(r"[ -](?:and|&)[ -](?:an?[ -]|one[ -])?([a-z]{4,11})(?![^\W\d_])")
_AND_PARTS: Final = re.compile(
    r"[ ]and ([a-z]{3,9})(?:-([a-z]{3,5}))?[ -]([a-z]{5,12})s(?![^\W\d_])"
)
_LOWER_PART: Final = re.compile(r", [a-z]{3,5} hundred(?: and| &|[^ a-z]|$)")
_LONGEST: Final = 24  # words of one number


@dataclass(slots=True)
class _Sum:
    """What has been read: finished thousands, the group in hand, the smallest scale so far."""

    total: Decimal = Decimal(0)
    group: Decimal | None = None
    scale: Decimal = Decimal(10) ** 60
    end: int = 0
    scaled: bool = False
    last: str = ""  # "ones", "tens", "hundred", "scale"

    @property
    def value(self) -> Decimal:
        return self.total + (self.group or 0)


def read_words(view: View, start: int) -> Figure | None:
    """Read the number that begins with the word at `start`."""
    found = _sum(view, start, _Sum(end=start))
    if found is None:
        return None
    begin = _with_article(view, start) if found.scaled or _opens_with_scale(view, start) else start
    value, end = _point(view, found)
    value, end, step = _parts(view, value, end, found)
    if step is None:
        step = step_of_value(value)
    return Figure(begin, end, value, step, True, "plain", found.scaled)


def extend_digits(view: View, figure: Figure) -> Figure:
    """Read what multiplies a figure in digits: "3.5 million", "4 thousand 3 hundred and 21"."""
    match = _NEXT.match(view.low, figure.end)
    word = match.group(2) if match and match.group(1) else ""
    if match and word == "mn" and _is_force(view, figure, match):
        return figure
    if not match or ("-" in (match.group(1) or "") and word not in scales()):
        return figure
    if word in dozens() and word != "score":
        dozen = Decimal(dozens()[word])
        return Figure(
            figure.start,
            match.end(),
            figure.value * dozen,
            figure.step * dozen,
            False,
            "plain",
            True,
        )
    if word not in scales():
        return figure
    value, step, end = figure.value * scales()[word], figure.step * scales()[word], match.end()
    rest = _after_scale(view, end, scales()[word])
    if rest is not None:
        value, step, end = value + rest.value, Decimal(1), rest.end
    again = _NEXT.match(view.low, end)
    if again and again.group(1) and again.group(2) in scales() and rest is None:
        factor = scales()[again.group(2)]
        value, step, end = value * factor, step * factor, again.end()
    half = _AND_PART.match(view.low, end)
    if (
        half
        and half.group(1) in {"half", "quarter"}
        and not view.low.startswith((" of", " the"), half.end())
    ):
        part = scales()[word] / denominators()[half.group(1)]
        value, step, end = value + part, part, half.end()
    return Figure(figure.start, end, value, step, False, "plain", True)


def _is_force(view: View, figure: Figure, match: re.Match[str]) -> bool:
    """ "2.3 MN" are meganewtons, "$2.3 MN" millions."""
    written = view.text[match.start(2) : match.end()]
    return written == "MN" and view.text[figure.start - 1 : figure.start] not in set("$€£¥")


_DIGITS_AFTER: Final = re.compile(
    r"[ ](?:and[ ])?([0-9]{1,3})(?![0-9.,:/-])(?: (hundred)(?: and ([0-9]{1,2})(?![0-9.,:/-]))?)?"
)


def _after_scale(view: View, end: int, scale: Decimal) -> Figure | None:
    """ "3 hundred and 21", "9 hundred and twenty", "4 thousand 3 hundred": the lower part."""
    found = _DIGITS_AFTER.match(view.low, end)
    if found and found.group(2) and scale > 100:
        value = Decimal(found.group(1)) * 100 + Decimal(found.group(3) or 0)
        return Figure(end, found.end(), value, Decimal(1))
    if found and " and " in found.group() and scale == 100 and 0 < int(found.group(1)) < 100:
        return Figure(end, found.end(1), Decimal(found.group(1)), Decimal(1))
    joined = _AND_WORD.match(view.low, end)
    if (
        joined
        and (inner := _sum(view, joined.end(), _Sum(end=joined.end())))
        and 0 < inner.value < scale
    ):
        return Figure(end, inner.end, inner.value, Decimal(1))
    return None


def _sum(view: View, start: int, held: _Sum) -> _Sum | None:
    """Add up number words from `start`; None when the first word is none."""
    at = start
    kept: tuple[Decimal, Decimal | None, Decimal, int, bool, str] | None = None
    for _ in range(_LONGEST):
        if held.last == "scale" and _LOWER_PART.match(view.low, at):
            at += 1  # "three million, two hundred and forty"
        match = _NEXT.match(view.low, at)
        if match is None or (match.group(1) is None) != (at == start):
            break
        word = match.group(2)
        if word in {"and"} or ("&" in (match.group(1) or "") and word in small()):
            if kept is not None or not _may_join(
                view, match.end() if word == "and" else match.start(2), held
            ):
                break
            kept = (held.total, held.group, held.scale, held.end, held.scaled, held.last)
            if word == "and":
                at = match.end()
                continue
        if not _take(view, held, word):
            if kept is not None and (word in scales() or word in dozens()):
                held.total, held.group, held.scale, held.end, held.scaled, held.last = kept
            break
        held.end = at = match.end()
    return held if held.end > start else None


def _may_join(view: View, after: int, held: _Sum) -> bool:
    """Does "and" go on with the number? Only behind hundreds and thousands, never in "between"."""
    match = _WORD_NEXT.match(view.low, after)
    between = "between " in view.low[max(0, after - 60) : after]
    return (
        held.last in {"hundred", "scale"}
        and not between
        and match is not None
        and match.group(1) in small()
    )


def _take(view: View, held: _Sum, word: str) -> bool:
    """Add one word to what is held; False when it cannot belong to the number."""
    if word in small():
        return _take_small(view, held, Decimal(small()[word]))
    if word in scales() and not (word.endswith("s") and held.end == 0 and word in vague()):
        return _take_scale(held, scales()[word])
    if word in dozens() and word != "score" and held.total == 0 and not held.scaled:
        held.group, held.scaled, held.last = (
            (held.group or Decimal(1)) * dozens()[word],
            True,
            "dozen",
        )
        return True
    return False


def _take_small(view: View, held: _Sum, value: Decimal) -> bool:
    group = held.group
    if held.last == "dozen":
        return False
    if group is None:
        held.group = value
    elif (held.last == "hundred" and value > 0) or (held.last == "tens" and 0 < value < 10):
        held.group = group + value
    elif (
        held.last == "ones"
        and 0 < group < 10
        and value >= 20
        and value % 10 == 0
        and len(view.low) < 24
    ):
        held.group = group * 100 + value  # "three twenty", only where nothing else stands
    else:
        return False
    held.last = "tens" if value >= 20 and value % 10 == 0 else "ones"
    return True


def _take_scale(held: _Sum, factor: Decimal) -> bool:
    if held.last == "dozen":
        return False
    if factor == 100:
        if held.last == "hundred" or (held.group is not None and not 0 < held.group < 100):
            return False
        if held.group is None and held.last == "scale" and held.total:
            return False
        held.group, held.last, held.scaled = (held.group or Decimal(1)) * 100, "hundred", True
        return True
    if factor >= held.scale or (held.group is None and held.total):
        return False
    held.total += (Decimal(1) if held.group is None else held.group) * factor
    held.group, held.scale, held.last, held.scaled = None, factor, "scale", True
    return True


def _opens_with_scale(view: View, start: int) -> bool:
    match = _NEXT.match(view.low, start)
    return match is not None and (match.group(2) in scales() or match.group(2) in dozens())


def _with_article(view: View, start: int) -> int:
    """The place of the "a" in "a hundred", "a dozen"."""
    match = _ARTICLE.search(view.low, max(0, start - 4), start)
    return match.start() if match and _opens_with_scale(view, start) else start


def _point(view: View, held: _Sum) -> tuple[Decimal, int]:
    """ "two point three": decimals spoken digit by digit."""
    value, end = held.value, held.end
    match = _POINT_SAID.match(view.low, end)
    if match is None:
        return value, end
    spoken, at = "", match.end()
    for _ in range(12):
        word = _DIGIT_WORD.match(view.low, at)
        if word is None or word.group(1) not in small():
            break
        number = small()[word.group(1)]
        spoken = (
            spoken[:-1] + str(number)
            if spoken[-1:] == "0"
            and spoken[-2:-1] in set("23456789")
            and number < 10
            and spoken_tens(view.low, at)
            else spoken + str(number)
        )
        at = word.end()
    if not spoken:
        return value, end
    value += Decimal(spoken).scaleb(-len(spoken))
    scale = _NEXT.match(view.low, at)
    if scale and scale.group(1) and scale.group(2) in scales():
        return value * scales()[scale.group(2)], scale.end()
    return value, at


def spoken_tens(low: str, at: int) -> bool:
    """Was the word before `at` a ten ("seventy" in "seventy-one")?"""
    return low[max(0, at - 2) : at] == "ty"


def _parts(view: View, value: Decimal, end: int, held: _Sum) -> tuple[Decimal, int, Decimal | None]:
    """ "one and a half", "two and a half million", "twenty and three fifths"."""
    match = _AND_PART.match(view.low, end)
    if match and match.group(1) in denominators() and held.last not in {"dozen"}:
        part = Decimal(1) / denominators()[match.group(1)]
        if held.last == "scale":
            part *= held.scale
        if match.group(1) in {"half", "quarter", "third", "fifth"} and not _starts_new(
            view, match.end()
        ):
            return _scaled_again(view, value, match.end(), part, held.scale)
    if held.last in {"ones", "tens"} and (more := _proper_part(view, end)) is not None:
        return value + more[0], more[1], more[0]
    return value, end, None


def _proper_part(view: View, end: int) -> tuple[Decimal, int] | None:
    """ "and three fifths", "and fifty-four hundredths" behind a number: a part below one."""
    match = _AND_PARTS.match(view.low, end)
    if match is None or match.group(1) not in small() or match.group(3) not in denominators():
        return None
    top = small()[match.group(1)] + small().get(match.group(2) or "", 0)
    below = denominators()[match.group(3)]
    if (match.group(2) and match.group(2) not in small()) or not 0 < top < below:
        return None
    return Decimal(top) / below, match.end()


def _starts_new(view: View, end: int) -> bool:
    """ "two and a third of the rest": the part is another figure."""
    return view.low[end : end + 3] == " of"


def _scaled_again(
    view: View, value: Decimal, end: int, part: Decimal, larger: Decimal
) -> tuple[Decimal, int, Decimal | None]:
    scale = _NEXT.match(view.low, end)
    if scale and scale.group(1) and scale.group(2) in scales():
        factor = scales()[scale.group(2)]
        if part > 1:  # "one billion and a quarter million": of the smaller scale
            part = part / larger * factor
            return value + part, scale.end(), part
        return (value + part) * factor, scale.end(), part * factor
    return value + part, end, part


def is_number_word(word: str) -> bool:
    """Can a spelled-out number begin with this word?"""
    return word in small() or word in scales() or word in dozens()


def several_before(view: View, start: int) -> int | None:
    """The place of "several", "a few" before "hundred"; None when there is none."""
    match = _SEVERAL.search(view.low, max(0, start - 12), start)
    return match.start() if match and match.group(1) in words("several") else None


def is_ordinal_word(word: str) -> bool:
    """Is this a rank or the name of a part?"""
    return word in ordinals() or word in denominators()
