"""The word lists of numbers.toml, ready for look-up."""

from __future__ import annotations

from decimal import Decimal
from functools import cache

from twosource.lexicon import load


@cache
def small() -> dict[str, int]:
    """Words below a hundred: "seven", "twenty", and "twentyfive" written as one."""
    lists = load("numbers")
    ones = {word: n for word, n in lists["small"].items() if 0 < n < 10}
    joined = {ten + one: lists["tens"][ten] + ones[one] for ten in lists["tens"] for one in ones}
    return {**lists["small"], **lists["tens"], **joined}


@cache
def scales() -> dict[str, Decimal]:
    """Words that multiply, singular and plural -> factor; dozens not among them."""
    found: dict[str, Decimal] = {}
    for word, power in load("numbers")["scales"].items():
        found[word] = found[word + "s"] = Decimal(1).scaleb(power)
    return found


@cache
def letters() -> dict[str, Decimal]:
    """What stands right behind digits and multiplies them -> factor."""
    return {word: Decimal(1).scaleb(power) for word, power in load("numbers")["letters"].items()}


@cache
def dozens() -> dict[str, int]:
    """Words for twelve and twenty."""
    return dict(load("numbers")["dozens"])


@cache
def vague() -> dict[str, int]:
    """Plurals that are lower bounds on their own."""
    return dict(load("numbers")["vague"])


@cache
def ordinals() -> dict[str, int]:
    """Words for ranks: "sixth", and "twentyfifth" written as one."""
    lists = load("numbers")
    ones = {word: n for word, n in lists["ordinals"].items() if 0 < n < 10}
    joined = {ten + one: lists["tens"][ten] + ones[one] for ten in lists["tens"] for one in ones}
    return {**lists["ordinals"], **joined}


@cache
def denominators() -> dict[str, int]:
    """Words for parts: "third", "fifths", "quarter", "half"."""
    ranks = {word: n for word, n in ordinals().items() if n > 2}
    return {**ranks, **{word + "s": n for word, n in ranks.items()}, **load("numbers")["parts"]}


@cache
def symbols() -> dict[str, tuple[int, int]]:
    """Signs such as "½" -> numerator and denominator."""
    return {sign: (top, below) for sign, (top, below) in load("numbers")["symbols"].items()}


@cache
def words(table: str, key: str = "words") -> frozenset[str]:
    """A plain list of numbers.toml as a set."""
    return frozenset(load("numbers")[table][key])


@cache
def _counting() -> frozenset[str]:
    return frozenset({*small(), *scales(), *dozens(), *vague()})


def is_counting(word: str) -> bool:
    """Is this a number word or a word for many?"""
    return word in _counting()
