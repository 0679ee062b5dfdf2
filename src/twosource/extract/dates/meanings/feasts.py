"""What a matched pattern says about a day that has a name.

In:  tokens and the token ranges of its parts. Out: a stamp, or None when it is none here.
"""

from __future__ import annotations

from twosource.extract.dates.holidays import holidays
from twosource.extract.dates.meanings.parts import Groups, pointer_of, step_of, word_of, year_of
from twosource.extract.dates.stamps import Pointer, Stamp
from twosource.extract.dates.tokens import Tokens, in_list, is_capital
from twosource.extract.dates.words import words


def holiday_year(tokens: Tokens, groups: Groups) -> Stamp | None:
    """ "Christmas 2007", "Labor Day of this year"."""
    pointer = pointer_of(tokens, groups)
    if "pointer" in groups and pointer is None:
        return None
    name = word_of(tokens, groups, "holiday")
    if not _is_led(tokens, groups["all"][0], name):
        return None
    return Stamp("holiday", year_of(tokens, groups), pointer=pointer, name=name)


def holiday_step(tokens: Tokens, groups: Groups) -> Stamp | None:
    """ "last Christmas", "the following Easter"."""
    name, at = word_of(tokens, groups, "holiday"), groups["holiday"][0]
    if "dated" in holidays()[name]:
        return None
    if not _is_free(tokens, groups["all"][1]) or (
        "led" in holidays()[name] and not is_capital(tokens, at)
    ):
        return None
    pointer = Pointer("holiday", *step_of(tokens, *groups["step"]))
    return Stamp("holiday", pointer=pointer, name=name)


def holiday_alone(tokens: Tokens, groups: Groups) -> Stamp | None:
    """ "on Christmas Eve", "before Easter"; not "the Christmas offensive", "Easter Island"."""
    start, end = groups["all"]
    if "dated" in holidays()[word_of(tokens, groups, "holiday")]:
        return None
    article = start > 0 and tokens.items[start - 1].word in words("determiners")
    name = word_of(tokens, groups, "holiday")
    if article or not _is_free(tokens, end) or not _is_led(tokens, start, name):
        return None
    return Stamp("holiday", name=name)


def _is_led(tokens: Tokens, start: int, name: str) -> bool:
    """ "before New Year"; not "a happy new year", "Chinese New Year"."""
    return "led" not in holidays()[name] or in_list(tokens, start - 1, "holiday_leads")


def _is_free(tokens: Tokens, end: int) -> bool:
    """No noun follows that the holiday only describes."""
    if end >= len(tokens.items):
        return True
    after = tokens.items[end]
    if not after.word.isalpha() or after.word in words("uncounted"):
        return after.mark not in "-'"
    return after.mark in "=&FTANR" and not is_capital(tokens, end)
