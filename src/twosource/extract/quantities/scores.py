"""Read scores and ratios: "a 2-1 win", "odds of 3:1", "three-to-one", "a vote of 5 to 4".

In:  a view. Out: mentions of unit "{:N}", so many against N.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from twosource.extract.quantities.lexis import small, words
from twosource.extract.quantities.nouns import counted_noun
from twosource.extract.quantities.shapes import View
from twosource.model import Interval, Quantity, ValueMention

_DASHED: Final = re.compile(r"([0-9][0-9]{0,2})[-–—]([0-9]{1,3})(?![\w–—/:-]|[.,][0-9])")
_COLON: Final = re.compile(
    r"(?<![\w:.,/-])([0-9]{1,4}(?:\.[0-9]{1,3})?) ?: ?([0-9]{1,4}(?:\.[0-9]{1,3})?)(?![\w:/-]|[.,][0-9])"
)
_TO: Final = re.compile(
    r"(?<![\w-])([a-z]{3,9}|[0-9]{1,4}(?:\.[0-9]{1,3})?)([- ])to\2([a-z]{3,9}|[0-9]{1,4})(?![\w-]|[.,][0-9])"
)
_VOTED: Final = re.compile(
    r"(?<![\w.,-])([a-z]{3,9}|[0-9]{1,3}) (?:(?:votes?|goals?|points?|games?|sets?|frames?|judges|justices) to|"
    r"(?:votes?|judges|justices|members|directors|deputies|councillors) against) "
    r"([a-z]{3,9}|[0-9]{1,3})(?![\w-]|[.,][0-9])"
)
# "voted for it, fourteen against five"; "by six to two": so many for, so many against
_OPPOSED: Final = re.compile(
    r"(?<![\w.,-])([a-z]{3,9}|[0-9]{1,3}) against ([a-z]{3,9}|[0-9]{1,3})(?![\w-]|[.,][0-9])"
)
_BY_TO: Final = re.compile(
    r"(?<![a-z])by ([a-z]{3,9}|[0-9]{1,3}) to ([a-z]{3,9}|[0-9]{1,3})(?=[.;,:)]|$| (?:as|and|that|in|on|at|with)(?![a-z]))"
)
# "It was four to three", "only just: four to three": a range would rise
_FALLING: Final = re.compile(
    r"(?:(?<![a-z])it (?:was|is|ended|finished)|(?<![a-z])(?:voted|won|lost|beaten|passed|carried)|[:–—]) "
    r"(?:only |just |by )?([a-z]{3,9}|[0-9]{1,3}) to ([a-z]{3,9}|[0-9]{1,3})(?=[.;,:)]|$)"
)
# "ruled five to four that", "beat her 6 to 4 in the final": behind the verb and whom it concerns
_JUDGED: Final = re.compile(
    r"(?<![a-z])(?:voted|ruled|split|decided|divided|backed|won|lost|beat|beaten|defeated|rejected|"
    r"approved|passed|carried|adopted|dismissed|upheld|overturned|acquitted|convicted|elected)"
    r"(?:,? (?!from |between |in |by |at |until |about |around |or |and |after )[a-z’'-]{1,14}){0,4},? "
    r"([a-z]{3,9}|[0-9]{1,3}) to ([a-z]{3,9}|[0-9]{1,3})(?![\w%-]|[.,][0-9])"
)
_MINUTES: Final = frozenset({5, 10, 20, 25})  # "ten to six" is a time of day
_PAIRED: Final = re.compile(r" (?:to|against) ")
_NIL: Final = re.compile(r"(?<![\w-])([a-z]{3,9}|[0-9]{1,2})(?:[- ]nil|-nothing|-love)(?![\w-])")
_ARTICLE: Final = re.compile(r"(?<![a-z])(?:an?|the|their|its|his|her|our|that|this) $")
_JOINED: Final = re.compile(r"[0-9][-–—][0-9]")
_NEAR: Final = 80  # characters in which a word for a vote stands
_LED_BY: Final = 40
_AFTER: Final = re.compile(r"[ -](?:[a-z]{3,12} )?([a-z]{3,12})")
_LED: Final = re.compile(r"(?<![a-z])([a-z]{4,13})(?: of| by| is| was| at| about)?(?: about)? $")
_BY: Final = re.compile(
    r"(?<![a-z])outnumber(?:ed|ing|s)?(?: [a-z’'-]{2,15}){0,3} (?:by )?(?:about |nearly )?$"
)
_AGAINST: Final = re.compile(r" (?:against|over|at home|away)(?![a-z])")
_ZERO: Final = re.compile(r"[- ]nil|-nothing|-love")
_COUNTED: Final = re.compile(
    r"[ -](?:[a-z]{3,20} )?[a-z]{2,20}s(?![a-z])|[ ]?%| (?:per|percent|million|billion)"
)


def scores(view: View) -> Iterator[ValueMention]:
    """Yield scores and ratios, apart from each other, left to right within each form."""
    done: list[tuple[int, int]] = []
    for mention in _of_all_forms(view):
        if all(mention.end <= start or end <= mention.start for start, end in done):
            done.append((mention.start, mention.end))
            yield mention


def _of_all_forms(view: View) -> Iterator[ValueMention]:
    for match in _DASHED.finditer(view.low) if _JOINED.search(view.low) else ():
        if not _part_of_code(view, match) and _is_score(view, match):
            yield _against(match, Decimal(match.group(1)), Decimal(match.group(2)))
    yield from _worded(view)
    for match in _COLON.finditer(view.low) if ":" in view.low else ():
        if _is_ratio(view, match):
            yield _against(match, Decimal(match.group(1)), Decimal(match.group(2)))
    for match in _TO.finditer(view.low) if may_be_told(view) else ():
        pair = [_number(match.group(1)), _number(match.group(3))]
        if pair[0] is not None and pair[1] is not None and _is_told(view, match):
            yield _against(match, pair[0], pair[1])


def _worded(view: View) -> Iterator[ValueMention]:
    """ "by seven votes to two", "a three-nil win"."""
    for match in _VOTED.finditer(view.low) if _PAIRED.search(view.low) else ():
        pair = [_number(match.group(1)), _number(match.group(2))]
        if pair[0] is not None and pair[1] is not None:
            yield _against(match, pair[0], pair[1])
    for match in _NIL.finditer(view.low) if _ZERO.search(view.low) else ():
        one = _number(match.group(1))
        if one is not None:
            yield _against(match, one, Decimal(0))
    yield from _of_votes(view)


def _of_votes(view: View) -> Iterator[ValueMention]:
    """ "voted for it, fourteen against five", "said yes by six to two"."""
    for match in _OPPOSED.finditer(view.low) if " against " in view.low else ():
        one, other = _number(match.group(1)), _number(match.group(2))
        counted = counted_noun(view, match.end(), one=True) is not None
        if one is not None and other is not None and not counted and _is_voted(view, match.start()):
            yield _against(match, one, other)
    for match in _BY_TO.finditer(view.low) if "by " in view.low else ():
        one, other = _number(match.group(1)), _number(match.group(2))
        falls = one is not None and other is not None and one > other
        if one is not None and other is not None and falls and not _is_changed(view, match.start()):
            yield _against(match, one, other, at=match.start(1))
    for match in _FALLING.finditer(view.low) if " to " in view.low else ():
        one, other = _number(match.group(1)), _number(match.group(2))
        falls = one is not None and other is not None and one > other
        timed = falls and one in _MINUTES and not _is_voted(view, match.start(1))
        if one is not None and other is not None and falls and not timed:
            yield _against(match, one, other, at=match.start(1))
    for match in _JUDGED.finditer(view.low) if " to " in view.low else ():
        one, other = _number(match.group(1)), _number(match.group(2))
        falls = one is not None and other is not None and one > other
        counted = counted_noun(view, match.end(), one=True) is not None
        if one is not None and other is not None and falls and not counted:
            yield _against(match, one, other, at=match.start(1))


def _is_voted(view: View, start: int) -> bool:
    """Does a word for a vote stand shortly before?"""
    before = re.findall(r"[a-z]{4,12}", view.low[max(0, start - _NEAR) : start])
    return bool(set(before) & words("results", "voting"))


def _is_changed(view: View, start: int) -> bool:
    """ "fell by 6 to 2": by so many, to so many."""
    before = re.findall(r"[a-z]{3,14}", view.low[max(0, start - _LED_BY) : start])
    return bool(set(before[-4:]) & words("change"))


def may_be_told(view: View) -> bool:
    """Does "to" stand before a figure, with a word beside it that tells of a ratio?"""
    if "-to-" in view.low or " against " in view.low or "by " in view.low or _ZERO.search(view.low):
        return True
    if " to " not in view.low:
        return False
    told = not view.words.isdisjoint(words("results", "ratios"))
    return told or any(form.search(view.low) for form in (_FALLING, _JUDGED, _VOTED))


def _part_of_code(view: View, match: re.Match[str]) -> bool:
    before = view.text[max(0, match.start() - 1) : match.start()]
    return before.isalnum() or before in set("-–—/.,:#$€£")


def _is_score(view: View, match: re.Match[str]) -> bool:
    if _named_after(view, match.end(), "words"):
        return True
    falls = int(match.group(1)) > int(match.group(2))  # no range
    if falls and _ARTICLE.search(view.low, max(0, match.start() - 6), match.start()):
        return _AGAINST.match(view.low, match.end()) is not None
    before = re.findall(r"[a-z]{3,12}", view.low[max(0, match.start() - 48) : match.start()])
    if falls and before and before[-1] in words("results", "votes"):
        return True
    return bool(set(before[-6:]) & words("results", "before"))


def _named_after(view: View, end: int, key: str) -> bool:
    """Does a word such as "win" or "ratio" stand behind, at once or as the second word?"""
    after = _AFTER.match(view.low, end)
    if after is None:
        return False
    told = {after.group(1), after.group().split()[0].strip("-")}
    return bool(told & words("results", key))


def _led(view: View, start: int) -> bool:
    """ "a ratio of", "odds of", "outnumbered by about"."""
    before = _LED.search(view.low, max(0, start - 30), start)
    if before is not None and before.group(1) in words("results", "ratios"):
        return True
    return _BY.search(view.low, max(0, start - 60), start) is not None


def _is_ratio(view: View, match: re.Match[str]) -> bool:
    """ "3:1" is a time of day or a verse unless a word says otherwise."""
    short = len(match.group(2)) == 1  # no time of day
    before = view.low[max(0, match.start() - _LED_BY) : match.start()] if short else ""
    if not words("results", "ratios").isdisjoint(re.findall(r"[a-z]{4,10}", before)):
        return True
    return _led(view, match.start()) or _named_after(view, match.end(), "ratios")


def _is_told(view: View, match: re.Match[str]) -> bool:
    """ "five-to-one"; "5 to 4" only where no range of counted things can be meant."""
    if match.group(2) == "-":
        return True
    if _COUNTED.match(view.low, match.end()):
        return _named_after(view, match.end(), "ratios")
    return _led(view, match.start()) or _named_after(view, match.end(), "ratios")


def _number(word: str) -> Decimal | None:
    value = Decimal(word) if word[0].isdigit() else small().get(word)
    return None if value is None else Decimal(value)


def _against(
    match: re.Match[str], one: Decimal, other: Decimal, at: int | None = None
) -> ValueMention:
    start = match.start() if at is None else at
    value = Quantity(
        one, one, f"{{:{other}}}", None, None, Decimal(0), Interval(one, one), None, "score"
    )
    return ValueMention(start, match.end(), value, (start, match.end()))
