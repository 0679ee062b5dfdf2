"""Bring together the pairs worth comparing; each pair once, in sorted order.

Two assertions meet when they share a key: the exact figure, the sense, the measure, the
counted noun, a size or month near each other, or one of their rarest words. Pairs that share none could not be linked by
any weight. A key that very many share is left out, and that is counted: so are the commonest
keys of a corpus so large that all of them would take more than their share of pairs. What
other assertions stand for (copies.py) is not compared.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from math import floor, log
from typing import Final

from twosource.match.corpus import Corpus
from twosource.match.edges import opened
from twosource.match.rarity import bare_key
from twosource.match.slots import families
from twosource.model import Assertion, DateValue, EventValue, Kind, Quantity
from twosource.units import dimension, in_base

RAREST = 5  # rarest words of a sentence that serve as keys
LARGEST = 400  # assertions under one key
PAIRS: Final = 100_000  # under all keys; of more
SHARE: Final = 120  # no more than so many for each assertion
_MONTH: Final = len("2012-03")
_STEP: Final = 1.25  # figures this close are near
_NEARBY: Final = ("month|", "size|count", "size|money", "size|ratio", "size|time")
_QUARTER: Final = 15  # minutes
_HALF_A_DAY: Final = 12  # hours; not every clock time tells its half
_LEAST: Final = 50  # smaller counts are near too many others


@dataclass(frozen=True, slots=True)
class Blocking:
    """What the keys of one kind brought together.

    Attributes:
        yields: (sort of key, keys, pairs under them, pairs no earlier sort had), by name.
        left_out: Keys shared by too many assertions to be used.
        compared, never: Pairs brought together, and pairs that share no key.
    """

    kind: str
    yields: tuple[tuple[str, int, int, int], ...]
    left_out: int
    compared: int
    never: int


def candidate_pairs(
    assertions: Sequence[Assertion], corpus: Corpus, *, sizes: bool = True
) -> list[tuple[int, int]]:
    """Return index pairs (i < j) into `assertions`, sorted.

    `sizes`: also such as have nothing but their month or the size of a count, a share or a sum
    of money in common.
    """
    pairs: set[tuple[int, int]] = set()
    for key, members in used_blocks(assertions, corpus):
        if sizes or not key.startswith(_NEARBY):
            pairs.update(combinations(members, 2))
    return sorted(pairs)


def blocking_of(kind: str, assertions: Sequence[Assertion], corpus: Corpus) -> Blocking:
    """Count what each sort of key yields over the assertions of one kind."""
    pairs: set[tuple[int, int]] = set()
    counts: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0])
    used = used_blocks(assertions, corpus)
    for key, members in used:
        found = set(combinations(members, 2))
        row = counts[key.partition("|")[0]]
        row[0], row[1], row[2] = row[0] + 1, row[1] + len(found), row[2] + len(found - pairs)
        pairs |= found
    total = len(assertions) * (len(assertions) - 1) // 2
    left_out = len(_blocks(assertions, corpus)) - len(used)
    yields = tuple((name, row[0], row[1], row[2]) for name, row in sorted(counts.items()))
    return Blocking(kind, yields, left_out, len(pairs), total - len(pairs))


def used_blocks(assertions: Sequence[Assertion], corpus: Corpus) -> list[tuple[str, list[int]]]:
    """Return (key, indexes of the assertions that share it) of the keys in use, sorted by key.

    The rarest keys come first: what few share tells most.
    """
    left = max(PAIRS, SHARE * len(assertions))
    used = []
    for key, members in sorted(_blocks(assertions, corpus), key=lambda row: (len(row[1]), row[0])):
        left -= len(members) * (len(members) - 1) // 2
        if left < 0 or len(members) > LARGEST:
            break
        used.append((key, members))
    return sorted(used)


def _blocks(assertions: Sequence[Assertion], corpus: Corpus) -> list[tuple[str, list[int]]]:
    blocks: dict[str, list[int]] = defaultdict(list)
    for index, item in enumerate(assertions):
        if item.id not in corpus.copied:
            for key in dict.fromkeys(keys_of(item, corpus)):
                blocks[key].append(index)
    return list(blocks.items())


def keys_of(item: Assertion, corpus: Corpus) -> Iterable[str]:
    if isinstance(item.value, EventValue):
        yield f"event|{item.value.type}"
        yield from (f"family|{number}" for number in sorted(families(item.value.type)))
        return
    kind = item.value.unit if isinstance(item.value, Quantity) else item.kind
    yield f"value|{bare_key(item)}"
    yield from _other_forms(item)
    yield from _sizes(item)
    for sense in item.slot.senses[:2]:
        yield f"sense|{item.kind}|{sense}"
    for measure in item.slot.measures[:2]:
        yield f"measure|{item.kind}|{measure}"
    if item.slot.noun:
        yield f"noun|{kind}|{item.slot.noun}"
    if item.kind is Kind.QUANTITY:  # voices set side by side, in one sentence or the next
        yield f"beside|{item.source}|{item.index}"
        yield f"beside|{item.source}|{item.index + 1}"
    words = corpus.context[item.id]
    rarest = sorted(words, key=lambda lemma: (-corpus.rarity.word(lemma), lemma))[:RAREST]
    for lemma in sorted(set(rarest) | set(corpus.terms[item.id][:12])):
        yield f"word|{item.kind}|{lemma}"


def _other_forms(item: Assertion) -> Iterator[str]:
    """The date in "since 1979"; of an hour two overlapping quarters of the clock, so that near ones
    meet in one.
    """
    value = item.value
    if not isinstance(value, DateValue):
        return
    if value.time is not None:
        minute = int(value.time[:2]) % _HALF_A_DAY * 60 + int(value.time[3:5])
        yield f"clock|{minute // _QUARTER}"
        yield f"clock|{(minute + _QUARTER // 2) // _QUARTER % (_HALF_A_DAY * 60 // _QUARTER)}+"
    else:
        yield f"date|{opened(value) or value.edtf}"


def _sizes(item: Assertion) -> Iterator[str]:
    """Two overlapping steps of a geometric scale, so that near figures meet in one ("41 m", "135 ft");
    of a day, its month.
    """
    value = item.value
    if isinstance(value, DateValue):
        if len(value.edtf) >= _MONTH and not value.edtf.startswith("XXXX") and value.time is None:
            yield f"month|{value.edtf[:_MONTH]}"
        return
    if not isinstance(value, Quantity) or (sort := dimension(value.unit)) is None:
        return
    size = _size(value)
    if size > (_LEAST if value.unit == "1" else 0):
        place = log(size) / log(_STEP)
        yield f"size|{sort}|{floor(place)}"
        yield f"size|{sort}|{floor(place + 0.5)}+"


def _size(value: Quantity) -> float:
    """The figure, or the known side of a bound, in the base unit; 0 when there is none."""
    stated = value.low if value.low is not None else value.high
    return 0.0 if stated is None else abs(float(in_base(stated, value.unit)))
