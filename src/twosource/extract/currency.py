"""Give a bare sum the currency that its source writes everywhere else.

"Revenue was $1.28 billion ... against sales of just under 1.3 billion": in a source that
uses one currency only, a large figure that measures money is a sum of it. In: assertions.
Out: the same; such figures have the unit, and nothing else of them changes.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from decimal import Decimal
from functools import cache
from typing import Final

from twosource.lexicon import load
from twosource.model import Assertion, Quantity

_LEAST: Final = Decimal(1000)  # smaller figures are too often counts
_MILLION: Final = Decimal(1_000_000)
_SCALED: Final = re.compile(r"(?:[0-9. -]m|million|[0-9. -]bn|billion)$")  # "12.9 million"
_TO_THE_CENT: Final = re.compile(r"[0-9]{1,3}\.[0-9]{2}")
_PRICED: Final = frozenset({"price", "cost", "fee"})
_OF_SOME: Final = re.compile(
    r"(?:Of|Among|Out of) (?:the|those|these|all|its|their|our) [a-z]{2,20}s?\b"
)
_CODE: Final = 3  # letters of an ISO 4217 code
_PARTS: Final = frozenset({"{cent}", "{pence}"})  # parts of one that is not told


def in_one_currency(assertions: Sequence[Assertion]) -> tuple[Assertion, ...]:
    """Return the assertions, bare sums of money with the one currency of their source."""
    used = _used(assertions)
    codes = {source: {code for code in own if len(code) == _CODE} for source, own in used.items()}
    corpus = set().union(*codes.values())
    named = [_named(item, codes.get(item.source, set()), corpus) for item in assertions]
    used = _used(named)
    corpus = set().union(*used.values())
    counts = _counts(named)
    return tuple(_priced(item, used.get(item.source) or corpus, counts) for item in named)


def _counts(assertions: Iterable[Assertion]) -> frozenset[Decimal]:
    """The figures that somebody counts something with: "2.3 million households"."""
    return frozenset(
        item.value.low
        for item in assertions
        if isinstance(item.value, Quantity)
        and item.value.unit == "1"
        and item.value.noun is not None
        and item.value.low is not None
    )


def _used(assertions: Iterable[Assertion]) -> dict[str, set[str]]:
    """The currencies of each source: ISO codes, and words that name none ("{crown}")."""
    used: dict[str, set[str]] = defaultdict(set)
    for item in assertions:
        if isinstance(item.value, Quantity) and item.value.role == "money":
            code = item.value.unit.partition("/")[0]
            used[item.source].update(() if code in _PARTS else {code})
    return used


def _named(item: Assertion, own: set[str], corpus: set[str]) -> Assertion:
    """ "310 million francs", where the source or else the corpus writes of one franc only."""
    if not isinstance(item.value, Quantity) or not item.value.unit.startswith("{"):
        return item
    word, per, each = item.value.unit.partition("/")
    possible = _called().get(word, frozenset())
    meant = (possible & own) or (possible & corpus)
    if len(meant) != 1:
        return item
    return replace(item, value=replace(item.value, unit=f"{next(iter(meant))}{per}{each}"))


@cache
def _called() -> dict[str, frozenset[str]]:
    """A word for the money of several countries ("{franc}") -> the codes of those."""
    found: dict[str, set[str]] = defaultdict(set)
    words = load("currencies")["words"]
    for name, code in words.items():
        shared = words.get(name.rpartition(" ")[2], "")
        if " " in name and shared.startswith("{") and len(code) == _CODE:
            found[shared].add(code)
    return {word: frozenset(codes) for word, codes in found.items()}


def _priced(item: Assertion, currencies: set[str], counts: frozenset[Decimal]) -> Assertion:
    if len(currencies) != 1 or not isinstance(item.value, Quantity):
        return item
    unit = next(iter(currencies))
    code, per, each = item.value.unit.partition("/")
    if code == "{cent}":
        return replace(item, value=_in_whole(item.value, f"{unit}{per}{each}"))
    if not _is_sum(item, counts):
        return item
    return replace(item, value=replace(item.value, unit=unit, noun=None, role="money"))


def _in_whole(cents: Quantity, unit: str) -> Quantity:
    """Cents as parts of the currency: 47 cents are 0.47 dollars."""

    def part(number: Decimal | None) -> Decimal | None:
        return None if number is None else number.scaleb(-2)

    interval = replace(cents.interval, low=part(cents.interval.low), high=part(cents.interval.high))
    precision = cents.precision.scaleb(-2)
    low, high = part(cents.low), part(cents.high)
    return replace(cents, low=low, high=high, unit=unit, interval=interval, precision=precision)


def _is_sum(item: Assertion, counts: frozenset[Decimal]) -> bool:
    """A large figure of nothing counted, beside a word for a property that is money only.

    A figure that another sentence counts something with is no sum for its size alone, nor is a
    part of what its sentence opens with ("Of the households, 1.4 million ..."). A price may be
    small where it is told to the cent ("costs 11.50").
    """
    value = item.value
    if not isinstance(value, Quantity) or value.unit != "1" or value.role not in _PLAIN:
        return False
    if value.noun is not None or item.slot.noun is not None:
        return False
    most = max(
        (bound for bound in (value.low, value.high) if bound is not None), default=Decimal(0)
    )
    measured = item.slot.measures[:1]
    if most < _LEAST and not (_TO_THE_CENT.fullmatch(item.text) and set(measured) <= _PRICED):
        return False
    if measured:
        return measured[0] in _measures()
    if item.slot.senses[:1] and item.slot.senses[0] in _senses():
        return True
    scaled = _SCALED.search(item.text.lower()) is not None
    counted = value.low in counts or _OF_SOME.match(item.quote) is not None
    people = set(item.slot.senses[:2]) & _of_people()
    return scaled and most >= _MILLION and not people and not counted


_PLAIN: Final = frozenset({"cardinal", "range", "bound"})


@cache
def _of_people() -> frozenset[str]:
    """Senses that happen to people, who are what a bare figure beside them counts."""
    rows = load("senses")["sense"]
    return frozenset(row["id"] for row in rows if row.get("agents") or row.get("toll"))


@cache
def _measures() -> frozenset[str]:
    rows = load("measures")["measure"]
    plain = {row["id"] for row in rows if row["dimension"] in ("money", ["money"])}
    return frozenset(plain | {"revenue", "sales", "profit", "debt", "budget", "cost"})


@cache
def _senses() -> frozenset[str]:
    return frozenset(load("clauses")["money"])
