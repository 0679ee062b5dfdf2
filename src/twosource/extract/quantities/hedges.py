"""Find the words that widen or bound a figure.

In:  a view and a place. Out: the hedge's class (hedges.toml) and where it begins or ends.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from twosource.extract.quantities.lexis import words
from twosource.extract.quantities.shapes import View
from twosource.lexicon import load

_WINDOW: Final = 36
_LONGEST: Final = 6  # words of one hedge
_PIECE: Final = re.compile(r"[^\s]{1,36}")
_SIGNS: Final = re.compile(r"(<=|>=|[<>≤≥~≈])[ ]{0,2}$")
_BURIED: Final = re.compile(  # "lay under four layers": where, not how many
    r"(?<![a-z])(?:lay|lies|lie|lying|buried|hidden|trapped|submerged|entombed) (?:under|below|above) (?:an? )?$"
)
_PHRASAL: Final = re.compile(  # "turned over 12 million", "handed over 300 files": the verb goes on
    r"(?<![a-z])(?:turn|hand|roll|carry|carri|sign|tip|tipp|knock|switch|flip|flipp)(?:s|es|ed|ing)? over $"
)
_NEVER: Final = re.compile(  # "was never above 1.1", "did not fall below 3"
    r"(?<![a-z])(?:not|never|nowhere|n['’]t|at no (?:time|point))(?: (?:once|ever|yet|been|be|come|came|fall|fell|fallen|drop|dropped|"
    r"sink|sank|sunk|dip|dipped|go|went|gone|slip|slipped|rise|rose|risen|climb|climbed|get|got|stood|stand|much|far|well)){0,2} $"
)
_TURNED: Final = {"more-than": "up-to", "less-than": "at-least"}
_AMOUNT: Final = re.compile(  # "plus interest"
    r"(?:(?:[$€£¥₹]|(?:usd|eur|gbp|chf|inr) )[0-9.,]{1,20}(?:[a-z]{1,2}| [a-z]{2,9})?|[0-9] (?:euros|dollars|pounds|rupees|yen)) plus$"
)
_ADDED: Final = ("a ", "the ", "an ", "$", "€", "£", "¥", "₹", "up to")
_AFTER: Final = re.compile(r"\+(?!\w)|[ -](?:[a-z]{2,13}\.?(?: [a-z]{2,9}){0,4})")


@cache
def _table(key: str) -> dict[str, str]:
    return {word: row["class"] for row in load("hedges")["hedge"] for word in row.get(key, ())}


@cache
def _near() -> frozenset[str]:
    return frozenset(
        word for row in load("hedges")["hedge"] if row.get("near") for word in row["words"]
    )


def is_near(low: str, start: int, end: int) -> bool:
    """Does a hedge such as "just over" stand at [start, end): open to one side, but not far?"""
    words = low[start:end].split()
    return any(" ".join(words[:count]) in _near() for count in range(2, len(words) + 1))


def hedge_before(view: View, start: int, *, lasting: bool = False) -> tuple[str, int] | None:
    """The longest hedge that ends right before `start`.

    `lasting`: the figure is a length of time, before which "over" may mean "during".
    """
    low = view.low
    sign = _SIGNS.search(low, max(0, start - 4), start)
    if sign:
        return _table("words")[sign.group(1)], sign.start()
    if start == 0 or low[start - 1] not in " \u00a0" or not _may_end(low, start):
        return None
    pieces = [match.span() for match in _PIECE.finditer(low, max(0, start - _WINDOW), start)]
    if not pieces:
        return None
    article = low[slice(*pieces[-1])] in {"a", "an"} and len(pieces) > 1
    for stop in (len(pieces), len(pieces) - 1) if article else (len(pieces),):
        found = _longest(low, pieces[:stop], start)
        if found is None or (lasting and _means_during(low, found)):
            continue
        other = _BURIED.search(low, max(0, found[1] - 12), start)
        other = other or _PHRASAL.search(low, max(0, found[1] - 12), start)
        return None if other else _turned(low, found)
    return None


def _turned(low: str, found: tuple[str, int]) -> tuple[str, int]:
    """ "Was never above 1.1": 1.1 at the most."""
    if found[0] not in _TURNED:
        return found
    never = _NEVER.search(low, max(0, found[1] - _WINDOW), found[1])
    return (_TURNED[found[0]], never.start()) if never else found


def _may_end(low: str, start: int) -> bool:
    """Can the last word before a figure, or the one before its article, be the end of a hedge?"""
    told = low[max(0, start - _WINDOW) : start].split()[-2:]
    return any(word in _last_words() or not word[0].isalnum() for word in told)


@cache
def _last_words() -> frozenset[str]:
    return frozenset(word.split()[-1] for word in _table("words"))


def _longest(low: str, pieces: list[tuple[int, int]], start: int) -> tuple[str, int] | None:
    end = pieces[-1][1]
    for count in range(min(_LONGEST, len(pieces)), 0, -1):
        begin = pieces[-count][0]
        while begin < end and not (low[begin].isalnum() or low[begin] in "<>~≈≤≥"):
            begin += 1
        kind = _table("words").get(" ".join(low[begin:end].replace("’", "'").split()))
        if kind is not None and not low[begin - 1 : begin].isalnum():
            return kind, begin
    return None


def _means_during(low: str, found: tuple[str, int]) -> bool:
    """ "lost 5 kg over 3 weeks", against "for over 3 weeks"."""
    if not low.startswith("over ", found[1]):
        return False
    before = low[max(0, found[1] - 16) : found[1]].split()
    return bool(before) and before[-1].strip("(,") not in words("units_in_words", "lasting")


def hedge_after(view: View, end: int) -> tuple[str, int] | None:
    """A hedge right behind `end`: "+", "or more", "-odd"."""
    match = _AFTER.match(view.low, end)
    if match is None:
        return None
    phrase = match.group()
    joined = phrase[0] == "-"
    phrase = phrase.strip(" -")
    while phrase:
        key = ("-" + phrase) if joined and phrase != "+" else phrase
        kind = _table("after").get(key)
        stop = end + match.group().find(phrase) + len(phrase)
        if kind is not None and not _goes_on(view, phrase, stop):
            return kind, stop
        phrase = phrase.rpartition(" ")[0]
    return None


def _goes_on(view: View, phrase: str, stop: int) -> bool:
    """ "or more than 4500": the words open the next figure; "odd number": no hedge."""
    if view.low[stop : stop + 1].isalnum():
        return True
    rest = view.low[stop : stop + 8].lstrip()
    if phrase == "plus":
        added = rest[:1].isalpha() and _AMOUNT.search(view.low, max(0, stop - 40), stop) is not None
        return rest[:1].isdigit() or added or rest.startswith(_ADDED)
    if phrase == "odd":
        return False
    return (
        phrase.endswith("than") and (rest[:1].isdigit() or rest[:1].isalpha())
    ) or rest.startswith("than ")
