"""Look for figures where a digit or a number word stands; one pass, linear time.

In:  a view and a place. Out: the figure that begins there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from functools import cache
from typing import Final

from twosource.extract.nouns import noun_class
from twosource.extract.quantities.articles import article_unit
from twosource.extract.quantities.digits import read_digits
from twosource.extract.quantities.errors import with_error
from twosource.extract.quantities.fractions import part_of
from twosource.extract.quantities.hedges import hedge_before
from twosource.extract.quantities.lexis import (
    denominators,
    ordinals,
    scales,
    small,
    symbols,
    vague,
    words,
)
from twosource.extract.quantities.nothing import nobody, none_at_all
from twosource.extract.quantities.plenty import lower_bound
from twosource.extract.quantities.ranks import every_nth, rank
from twosource.extract.quantities.rates import rate_after
from twosource.extract.quantities.romans import roman, romans
from twosource.extract.quantities.shapes import Figure, View
from twosource.extract.quantities.shares import half_or_quarter
from twosource.extract.quantities.singles import OPENERS
from twosource.extract.quantities.units import unit_after
from twosource.extract.quantities.words import is_number_word, read_words, several_before
from twosource.extract.quantities.zeros import states_zero
from twosource.text import lemma

_POINT_WORD: Final = re.compile(r"point ([a-z]{3,5})")
_SUFFERED: Final = re.compile(r"(?:kill|injur|wound|arrest|detain|rescu)(?:ing|ed) $")
_RANK_BEHIND: Final = re.compile(r"[ ]?[-–— ][ ]?([a-z]{4,12})(?![a-z])")
_NOUN_BEHIND: Final = re.compile(r"[ -](?:[a-z]{3,15} )?([a-z]{3,20})(?![a-z])")
_BEHIND: Final = re.compile(r"[ ]([a-z]{3,20})(?![a-z])((?: [a-z]{2,12}){1,3})?")
_DIGIT: Final = re.compile(r"[0-9]")
_WORD: Final = re.compile(r"[^\W\d_]{1,40}")
_FIGURE: Final = re.compile(r"[0-9½¼¾⅓⅔⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞]")
_AFTER_DIGIT: Final = re.compile(r"[0-9][ -]$|-an?-$")  # "one-in-a-million"
_NOTHING: Final = frozenset({"no", "none", "neither", "nobody"})
_NEGATIVE: Final = re.compile(r"(?<![a-z])(?:(?<!plus or )minus|negative) $")
# "one can say", "one such case": a pronoun, or a pointer to what was said
_ONE_PERSON: Final = re.compile(
    r" (?:such|can|could|may|might|must|should|would|will|shall|has|is|was|does|did|cannot|needs?)\b"
)
_NOT_ONE: Final = re.compile(
    r"(?<![a-z])(?:this|that|which|no|every|each|the|any|another|not|square|only|either|last|next) $"
)


@cache
def anchor_words() -> frozenset[str]:
    """Lower-case words a figure can begin with."""
    words = {*small(), *scales(), *vague(), *denominators(), *ordinals()}
    return frozenset(words | {"dozen", "doz", "a", "an", "point"} | _NOTHING | romans().keys())


@cache
def _counted_by_article() -> frozenset[str]:
    """What must stand somewhere for "a" or "an" to count: "a year", "a half"."""
    return words("articles") | {"half", "quarter", "pair", "cents", "cent", "pence"}


def may_hold(low: str, runs: frozenset[str]) -> bool:
    """Could a text in lower case hold a figure at all? `runs`: its runs of letters."""
    if _DIGIT.search(low) is not None or not runs.isdisjoint(openers()):
        return True
    return not low.isascii() and _FIGURE.search(low) is not None


@cache
def openers() -> frozenset[str]:
    """Words of which one stands in every text with a figure but no digit."""
    return (anchor_words() - {"a", "an"}) | _counted_by_article() | OPENERS


def places(view: View) -> list[int]:
    """Where a figure can begin, left to right: at digits, signs such as "½" and number words.

    Most texts hold few of these words, so each is looked for on its own.
    """
    signs = _DIGIT if view.low.isascii() else _FIGURE
    found = [match.start() for match in signs.finditer(view.low)]
    told = view.words & anchor_words()
    if told and view.words.isdisjoint(_counted_by_article()):
        told -= {"a", "an"}
    for word in told:
        found += _word_places(view.low, word)
    if told:
        found.sort()
    return found


def _word_places(low: str, word: str) -> Iterator[int]:
    """Where the word stands as a word of its own."""
    at = low.find(word)
    while at >= 0:
        end = at + len(word)
        if not (low[end : end + 1].isalpha() or (at and low[at - 1].isalpha())):
            yield at
        at = low.find(word, end)


def is_anchor(word: str) -> bool:
    """Can a figure begin with this lower-case word?"""
    return word in anchor_words()


def figure_at(view: View, start: int) -> tuple[Figure | None, int]:
    """Read the figure that begins at `start`; the second value is where to look next."""
    char = view.low[start : start + 1]
    if not char:
        return None, start + 1
    if "0" <= char <= "9":
        figure, after = read_digits(view, start)
    elif char in symbols():
        top, below = symbols()[char]
        glued = view.text[start + 1 : start + 2].isalpha()
        value = Decimal(top) / below
        figure, after = (
            Figure(start, start + 1, value, Decimal(1) / below, False, "ratio"),
            start + 1,
        )
        if glued:
            figure = None
    else:
        figure, after = _word_at(view, start)
    if figure is None:
        return None, max(after, start + 1)
    figure = with_error(view, part_of(figure, view) or figure)
    return figure, max(after, figure.end)


def _word_at(view: View, start: int) -> tuple[Figure | None, int]:
    match = _WORD.match(view.low, start)
    word = match.group() if match else ""
    end = start + len(word)
    if word not in anchor_words() or (view.text[start - 1 : start] in {"'", "’", "_"} and start):
        return None, end
    return _by_kind(view, start, word), end


def _by_kind(view: View, start: int, word: str) -> Figure | None:
    if word in {"a", "an"}:
        return article_unit(view, start, word)
    if word in romans():
        return roman(view, start, word)
    if word in _NOTHING:
        return nobody(view, start) or none_at_all(view, start, word)
    if word == "point":
        return _spoken_point(view, start)
    if word in vague() or several_before(view, start) is not None:
        found = lower_bound(view, start, word)
        if found is not None or word in vague():
            return found
    if is_number_word(word):
        if word in scales() and _AFTER_DIGIT.search(view.low, max(0, start - 4), start):
            return None  # what it multiplies could not be read
        return _spelled(view, start, word)
    if word in denominators() and (part := half_or_quarter(view, start, word)):
        return part
    if word not in ordinals():
        return None
    return every_nth(view, start, word) or rank(view, start, word)


def _spoken_point(view: View, start: int) -> Figure | None:
    """ "point one" where nothing else stands."""
    word = _POINT_WORD.match(view.low, start)
    if word is None or not view.alone(start, word.end()) or word.group(1) not in small():
        return None
    return Figure(start, word.end(), Decimal(small()[word.group(1)]) / 10, Decimal("0.1"), True)


def _spelled(view: View, start: int, word: str) -> Figure | None:
    figure = read_words(view, start)
    if figure is None:
        return None
    sign = _NEGATIVE.search(view.low, max(0, start - 17), start)
    if sign:
        figure = replace(figure, start=sign.start(), value=-figure.value)
    if ranked := _compound_rank(view, figure):
        return ranked
    if abs(figure.value) <= 1 and figure.end - start == len(word) and not sign:
        return figure if _counts(view, figure, word) else None
    return figure


def _compound_rank(view: View, figure: Figure) -> Figure | None:
    """ "twenty-fifth", "two million three thousand and eighty fourth"."""
    match = _RANK_BEHIND.match(view.low, figure.end)
    if match is None or match.group(1) not in ordinals():
        return None
    value = Decimal(ordinals()[match.group(1)])
    short = not view.low.startswith("one hundred", figure.start)
    if (
        view.low.startswith("one ", figure.start)
        and 100 < figure.value < 200
        and short
        and value < 10
    ):
        below = figure.value - 100 + value  # "one twenty-fifth"
        part = (1 / below).quantize(Decimal("1e-10"))
        return Figure(figure.start, match.end(), part, Decimal("0.2") / below, True, "ratio")
    fits = 0 < value < 10 and figure.value >= 20 and figure.value % 10 == 0
    if not fits and not (
        value >= 100 and figure.value > 1 and view.alone(figure.start, match.end())
    ):
        return None
    whole = figure.value + value if fits else figure.value * value
    return Figure(figure.start, match.end(), whole, Decimal(0), True, "ordinal")


def _counts(view: View, figure: Figure, word: str) -> bool:
    """ "one" and "zero" count only before a unit, a known noun, or where nothing else stands."""
    if view.alone(figure.start, figure.end) or part_of(figure, view) is not None:
        return True
    if rate_after(view, "1", figure.end):
        return True
    if _NOT_ONE.search(view.low, max(0, figure.start - 10), figure.start):
        return False
    if word == "zero" and states_zero(view, figure.start, figure.end):
        return True
    unit = unit_after(view, figure.end, digits=False)
    if unit is not None and unit[0] != "{times}":
        if view.low.startswith((" and ", ", "), unit[1]) and figure.value == 1:
            return True
        return view.low[figure.end : unit[1]] not in {
            " day",
            " night",
            " minute",
            " second",
            " time",
        }
    if _ONE_PERSON.match(view.low, figure.end):
        return False
    if word == "one" and _one_befallen(view, figure):
        return True
    match = _NOUN_BEHIND.match(view.low, figure.end)
    if match is None:
        return False
    entry = noun_class(lemma(match.group(1)))
    plural = lemma(match.group(1)) != match.group(1)
    known = entry is not None and entry.kind not in {"time", "any", "kind", "measure", "position"}
    return known and (plural if word in {"zero", "nil", "nought", "naught"} else not plural)


def _one_befallen(view: View, figure: Figure) -> bool:
    """ "one person died", "killing one soldier": of "one man said" nobody keeps count."""
    match = _BEHIND.match(view.low, figure.end)
    entry = noun_class(match.group(1)) if match else None
    if match is None or entry is None or entry.kind != "person":
        return False
    told = set(match.group(2).split()) if match.group(2) else set()
    if entry.state or not told.isdisjoint(words("zero", "befell")):
        return True
    suffered = _SUFFERED.search(view.low, max(0, figure.start - 12), figure.start)
    return suffered is not None or hedge_before(view, figure.start) is not None
