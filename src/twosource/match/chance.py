"""Do two values agree by chance alone?

In:  two assertions of different sources whose values can be one, and the fields of the pair. Out:
the weight the pair must reach. A small count of an unnamed thing, a half of whatever it may be, a
day on which two towns did something: such agree everywhere, and more has to speak for the pair.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Final

from twosource.match.coarse import by_chance
from twosource.match.corpus import Corpus
from twosource.match.levels import Field, weights
from twosource.match.own_time import of_own_time
from twosource.match.periods import of_two_times
from twosource.model import Assertion, DateValue, Quantity

_SPEAKING: Final = frozenset({"same", "shared"})
_RIVALLED: Final = frozenset({"clear", "near", "beaten"})  # another partner in the other's source
_APART: Final = frozenset({"none", "disjoint"})
_SAID: Final = frozenset({"same", "near", "shared"})
_WORDED: Final = 0.25  # share of rarer wording of the whole sentences that counts as support
_LIKE: Final = 0.2  # the same for the clauses, too, of two days
_FEW: Final = 10
_NEVER: Final = 1e9
_STAMP: Final = re.compile(  # the line above a post: "#7 tess.q, 21 Feb", "capt_ross · 9 June 2022"
    r"\W{0,4}(?P<number>#\d{1,5} )?(?P<who>[\w.@-]{1,32}(?: \(\w{1,16}\))?) ?(?P<sign>[,·|]) "
)
_WORDS: Final = re.compile(r"[^\W\d_]{2,40}")
_THAN: Final = re.compile(r"\bthan (?:that |those |the year )?(?:in|for|at|during|of) (?:the )?\Z")
_EARLIER: Final = re.compile(r"\b(?:year|months) (?:earlier|before)\Z")
_KNOWN: Final = re.compile(  # "as far as we know today": when somebody knew, not when it happened
    r"\b(?:knows?|known|understood|believed?|assumed?|(?:can|could) (?:tell|say|judge)) \Z"
)
_REACH: Final = 40  # characters before a date


def needed_alone(
    left: Assertion, right: Assertion, fields: Sequence[Field], corpus: Corpus
) -> float:
    """Return the weight that the pair must reach to be linked by itself."""
    if isinstance(left.value, DateValue) and _tells_nothing(left, right):
        return _NEVER
    levels: Mapping[str, str] = {name: level for name, level, _ in fields}
    if any(rule(left, right, levels, corpus) for rule in (by_chance, of_two_times, of_own_time)):
        return _NEVER
    return float(weights()[_rule(left, right, levels)])


def _tells_nothing(left: Assertion, right: Assertion) -> bool:
    """Does one of two dates say when no more than a post was written, or a figure was another?"""
    if any(is_stamp(item) or _is_of_knowing(item) for item in (left, right)):
        return True
    return is_baseline(left) != is_baseline(right)


def is_stamp(item: Assertion) -> bool:
    """Is it the date on the line that says who wrote a post, and when?"""
    found = _STAMP.match(item.plain)
    if found is None or len(_WORDS.findall(item.plain[found.end() :])) > 2:  # "Feb", "UTC"
        return False
    handle = not {"_", "@"}.isdisjoint(found["who"])
    return bool(found["number"]) or found["sign"] == "·" or handle


def is_baseline(item: Assertion) -> bool:
    """Does the date but say what a figure is compared with ("1,273 more than in 2022")?"""
    return bool(_THAN.search(_before(item)) or _EARLIER.search(" ".join(item.text.lower().split())))


def _is_of_knowing(item: Assertion) -> bool:
    return _KNOWN.search(_before(item)) is not None


def _before(item: Assertion) -> str:
    """The words before a date, with one space at their end."""
    start = item.span.start - item.sentence.start
    return f"{' '.join(item.quote[max(0, start - _REACH) : start].split())} "


def _rule(left: Assertion, right: Assertion, levels: Mapping[str, str]) -> str:
    """The name of the weight."""
    one, two = left.value, right.value
    if levels["sense"] == "rival":
        return "link_rival"
    speaking = _SPEAKING & {levels["sense"], levels["measure"]}
    if isinstance(one, DateValue):
        return "link_day" if not speaking and _other_days(levels) else "link"
    if not isinstance(one, Quantity) or not isinstance(two, Quantity):
        return "link"
    if levels["value"].startswith("compatible"):
        return "link_near" if _near_only(one, two, levels) else "link"
    return "link" if speaking else _of_equals(one, two, levels)


def _near_only(one: Quantity, two: Quantity, levels: Mapping[str, str]) -> bool:
    """Do two figures merely come near each other, and no field of the slot speaks for them?

    Of bare counts all fields are asked; of others, of which each has a word of its own that
    singles it out ("the final dividend"), only the noun, the happening and the property.
    """
    if one.unit == two.unit == "1" and levels["support"] == "none":
        return True
    unsaid = not any(levels[name] in _SAID for name in ("noun", "sense", "measure"))
    return levels["qualifiers"] == "different" and unsaid


def _of_equals(one: Quantity, two: Quantity, levels: Mapping[str, str]) -> str:
    """ "Six lines from a card" and "I got in at six", "half of it" and "half of us"."""
    if float(levels["context"]) >= _WORDED:
        return "link"
    if one.unit == two.unit == "{fraction}":
        return "link_part"
    counted = one.role == two.role == "cardinal" and one.unit == two.unit == "1"
    few = counted and one.low is not None and one.low < _FEW
    return "link_count" if few and levels["noun"] == "missing" else "link"


def _other_days(levels: Mapping[str, str]) -> bool:
    """Are other names told of the two days, in other words, and does one fit elsewhere, too?

    A year says least: there no name in common is enough.
    """
    if levels["rivals"] not in _RIVALLED or levels["entities"] not in _APART:
        return False
    if levels["value"] in {"equal year", "lasting year"}:
        return True
    worded = max(float(levels["terms"]), float(levels["context"]))
    return levels["entities"] == "disjoint" and worded < _LIKE
