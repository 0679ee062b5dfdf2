"""Find what a figure counts.

In:  a view and the end of a figure. Out: the singular of the head noun that follows, or None.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from twosource.extract.nouns import noun_class
from twosource.extract.quantities.lexis import is_counting
from twosource.extract.quantities.shapes import View
from twosource.lexicon import load
from twosource.text import lemma, stopwords

_WORD: Final = re.compile(
    r"([ \u00a0]{1,2}|[-‑])((?:[A-Z]\.){2,6}|[^\W\d_]{1,30}(?:[-'’][^\W\d_]{1,30}){0,3})(?![^\W_])"
)
_OF: Final = re.compile(
    r" of (?:the |these |those |its |their |his |her |our |all |some |an estimated )?(?:(?:remaining |about |roughly |nearly )?[0-9][0-9,.]{0,20} )?"
)
_MOST: Final = 5  # words looked at


def counted_noun(view: View, end: int, *, one: bool = False) -> str | None:
    """The counted noun behind `end`; `one`: the figure is 1, so a singular will do."""
    of = _OF.match(view.text, end)
    at = of.end() - 1 if of else end
    head: str | None = None
    last: str | None = None
    for position in range(_MOST):
        match = _WORD.match(view.text, at)
        if match is None:
            break
        hyphen, word = match.group(1) in {"-", "‑"}, match.group(2)
        if hyphen and position == 0:
            return _compound(word)
        if head is not None or _stops(word):
            break
        last = singular(word)
        known = is_plural(word) and word.lower() not in _list("modifiers")
        if (known and word.lower() not in _list("states")) or (
            _ends_here(view, match.end())
            and (known or (noun_class(last) and not _is_past_of(word, last)))
        ):
            head = last
        at = match.end()
    if head is not None and _is_mixed(view, head, at):
        return "person"
    return head or (last if one and last and noun_class(last) else None)


def _is_mixed(view: View, head: str, at: int) -> bool:
    """ "2,240 passengers and crew", "men, women and children": people of several sorts."""
    other = _AND_OTHERS.match(view.low, at)
    kinds = [noun_class(head), noun_class(singular(other.group(1))) if other else None]
    return all(kind and kind.kind == "person" and not kind.state for kind in kinds)


def _compound(word: str) -> str | None:
    """ "two-man team", "12-storey building": the word behind the hyphen is counted."""
    base = singular(word.split("-")[0])
    return (
        None if base in {"strong", "odd", "plus", "fold", "year"} or base in stopwords() else base
    )


_AND_OTHERS = re.compile(r"(?:, [a-z]{3,15},?)? and ([a-z]{3,15})(?![a-z-])")


@cache
def _list(key: str) -> frozenset[str]:
    return frozenset(load("countnouns")[key])


def _stops(word: str) -> bool:
    low = word.lower()
    return low in stopwords() or low in _list("stop") or is_counting(low)


def _is_past_of(word: str, base: str) -> bool:
    """ "four corps attacked": a verb whose base would be a noun."""
    return word.endswith("ed") and not base.endswith("ed")


def _ends_here(view: View, end: int) -> bool:
    """Is the word before `end` the last of its phrase?"""
    match = _WORD.match(view.text, end)
    if match is None or _stops(match.group(2)):
        return True
    word = match.group(2)
    return not is_plural(word) and (
        lemma(word) != word.lower() or noun_class(singular(word)) is None
    )


@cache
def is_plural(word: str) -> bool:
    """Does this look like the plural of a noun?"""
    low = word.lower().replace("’", "'")
    if low in load("countnouns")["lemma"]:
        return True
    if low in _list("never") or low in stopwords() or "'" in low:
        return False
    base = lemma(low)
    if base == low:
        return (
            word[0].isupper()
            and low.endswith("s")
            and not low.endswith(("ss", "us", "is"))
            and len(low) > 4
        )
    if low.endswith("s"):
        return not low.endswith("ss")
    return (
        not low.endswith(("ed", "ing", "er", "est", "ly", "en")) and noun_class(base) is not None
    ) or low.endswith("men")


def singular(word: str) -> str:
    """The singular of a counted noun, in lower case: "gunmen" -> "gunman"."""
    low = word.lower().replace("’", "'").removesuffix("'s")
    special: dict[str, str] = load("countnouns")["lemma"]
    if low in special:
        return special[low]
    last = low.rpartition("-")[2]
    if last != low:
        return low.removesuffix(last) + special.get(last, lemma(last))
    base = lemma(low)
    return low[:-1] if base == low and low.endswith("s") and is_plural(word) else base
