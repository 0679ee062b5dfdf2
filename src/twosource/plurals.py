"""The plural of a counted noun, as a reader expects it beside a figure.

In: a lemma ("building", "person") and what it is counted with. Out: "buildings", "people".
"""

from __future__ import annotations

from functools import cache
from typing import Final

from twosource.lexicon import load

_ES: Final = ("s", "x", "z", "ch", "sh")
_SINGULAR: Final = ("ss", "us", "is", "as", "os")  # "gas", "virus"; hardly a plural ends so
_VOWELS: Final = frozenset("aeiou")


def plural(noun: str) -> str:
    """The plural of a noun; what is no noun to be counted ("injured", "staff") stays."""
    head, blank, last = noun.rpartition(" ")
    return f"{head}{blank}{_plural(last)}"


@cache
def _plural(noun: str) -> str:
    if noun in _irregular():
        return _irregular()[noun]
    if noun in _unchanged() or not noun.isalpha() or not noun.islower():
        return noun
    if noun.endswith("s") and not noun.endswith(_SINGULAR):
        return noun  # some lemmas are plurals
    if noun.endswith(_ES):
        return f"{noun}es"
    if noun.endswith("y") and noun[-2:-1] not in _VOWELS:
        return f"{noun[:-1]}ies"
    return f"{noun}s"


@cache
def _irregular() -> dict[str, str]:
    """Lemma -> plural: of several plurals the first in the lists."""
    lists = load("countnouns")
    turned = {lemma: form for form, lemma in reversed(lists["lemma"].items())}
    return {**turned, **lists["plural"]}


@cache
def _unchanged() -> frozenset[str]:
    lists = load("countnouns")
    return frozenset([*lists["states"], *lists["unchanged"]])
