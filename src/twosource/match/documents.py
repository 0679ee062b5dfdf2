"""Group documents by the event they tell of, before single assertions are compared.

In:  texts by id. Out: groups of ids. IDF is fitted on the corpus at hand, beside a fixed
number of imagined texts that hold none of its words: so the words a small corpus of one
subject shares still count, and it stays one group.

Average link over cosines (Sokal and Michener 1958, "A statistical method for evaluating
systematic relationships"); groups that tell of two events of one sort are parted again
(parting.py). Only texts that share one of their weightiest words are compared,
so that the work grows with the corpus and not with its square. The same groups in any order
of the texts.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from math import log, sqrt
from typing import Final

from twosource.lexicon import load
from twosource.match.bags import Bag, bags_of
from twosource.match.copies import copied_texts, with_copies
from twosource.match.linkage import Linkage
from twosource.match.parting import facts_of, join, part, rates_of

Vector = dict[str, float]
_FEW: Final = 300  # texts that are all compared
_WEIGHTIEST: Final = 40  # words of a text that bring it together with others
_COMMON: Final = 60  # texts that one word may bring together
_HEAD: Final = 400  # words by which groups of a large corpus are compared
_ROUNDS: Final = 4  # times that every text may change its group


def group_documents(
    texts: Mapping[str, Sequence[str]], *, events: bool = False
) -> tuple[tuple[str, ...], ...]:
    """Group texts that tell of one thing.

    Args:
        texts: Id -> the text's sentences or passages.
        events: Tell apart events of one sort, too: texts that share names, figures and words
            which the others lack ("host X" and "host Y" of two ceremonies).

    Returns:
        Groups of ids, each sorted, in the order of their first ids. A text that resembles no
        other is a group of its own.

    >>> group_documents({"a": ["A quake hit Orrin."], "b": ["Orrin shook in a quake."],
    ...                  "c": ["The bakery in Veldt sells bread."]})
    (('a', 'b'), ('c',))
    """
    if copied := copied_texts(texts):
        standing = {key: told for key, told in texts.items() if key not in copied}
        return with_copies(group_documents(standing, events=events), copied)
    rule = load("documents")["link"]
    ids = sorted(texts)
    bags = bags_of([texts[key] for key in ids])
    imagined = float(rule["imagined"])
    if not events:
        imagined = max(imagined, float(rule["share"]) * len(ids))
    figure = float(rule["figure"]) if events else 1.0
    vectors = vectors_of(bags, imagined, name=float(rule["name"]), figure=figure)
    least = float(rule["event"] if events else rule["subject"])
    groups: Sequence[Sequence[int]] = [[i] for i in range(len(ids))]
    rounds = [_similar(vectors)] if len(ids) <= _FEW else [_similar(vectors), None, None]
    for pairs in rounds:
        found = Linkage(groups)
        for total, one, two in _sums(groups, vectors) if pairs is None else pairs:
            found.meet(total, one, two)
        groups = found.joined(least)
    if events:
        groups = _parted(groups, bags, vectors)
        groups = with_lone(groups, vectors, float(rule["lone_event"]))
    elif len(ids) <= _FEW:
        groups = settled(groups, vectors, least)
        groups = with_lone(groups, vectors, float(rule["lone"]))
    return tuple(sorted(tuple(sorted(ids[i] for i in members)) for members in groups))


def settled(
    groups: Sequence[Sequence[int]], vectors: Sequence[Vector], least: float
) -> Sequence[Sequence[int]]:
    """Give each text to the group of several that it resembles most.

    Texts of one form ("questions and answers") that joined before each met its own subject go
    back to it: a group whose texts all resemble others, and not the same one, is no subject.
    All texts look at the same groups, so that their order does not matter.

    Args:
        groups: Numbers of texts.
        vectors: Of all texts.
        least: Mean cosine from which a text resembles a group.
    """
    for _ in range(_ROUNDS):
        totals = [_total(members, vectors) for members in groups]
        moved: dict[int, list[int]] = {number: [] for number in range(len(groups))}
        for number, members in enumerate(groups):
            others = [_nearest(index, number, groups, totals, vectors) for index in members]
            homes = {other for alike, other in others if alike >= least}
            form = len(homes) > 1 and all(alike >= least for alike, _ in others)
            for index, (alike, other) in zip(members, others, strict=True):
                own = _alike(index, number, number, groups, totals, vectors)
                goes = alike >= least and (form or alike > own)
                moved[other if goes else number].append(index)
        after = [members for members in moved.values() if members]
        if after == groups:
            break
        groups = after
    return groups


def _nearest(
    index: int,
    own: int,
    groups: Sequence[Sequence[int]],
    totals: Sequence[Vector],
    vectors: Sequence[Vector],
) -> tuple[float, int]:
    """The highest mean cosine of a text and another group of several, and the group."""
    found = [
        (_alike(index, own, number, groups, totals, vectors), -number)
        for number, members in enumerate(groups)
        if number != own and len(members) > 1
    ]
    alike, number = max(found, default=(0.0, -own))
    return alike, -number


def _alike(
    index: int,
    own: int,
    number: int,
    groups: Sequence[Sequence[int]],
    totals: Sequence[Vector],
    vectors: Sequence[Vector],
) -> float:
    """Mean cosine of a text of the group `own` and the texts of a group, itself aside."""
    others = len(groups[number]) - (number == own)
    total = cosine(vectors[index], totals[number]) - (number == own)
    return round(total / others, 9) if others else 0.0


def _total(members: Sequence[int], vectors: Sequence[Vector]) -> Vector:
    total: Vector = defaultdict(float)
    for index in members:
        for word, weight in vectors[index].items():
            total[word] += weight
    return dict(total)


def with_lone(
    groups: Sequence[Sequence[int]], vectors: Sequence[Vector], least: float
) -> list[list[int]]:
    """Give a text that stands alone to the group of several that it resembles most.

    A single text of few words is less like its group than the texts of two subjects in one town
    are like each other when many are read.
    """
    whole = [list(members) for members in groups if len(members) > 1]
    kept = [list(members) for members in whole]
    totals = [_total(members, vectors) for members in whole]
    for (lone,) in (members for members in groups if len(members) == 1):
        alike = [
            (cosine(vectors[lone], total) / len(members), -number)
            for number, (members, total) in enumerate(zip(whole, totals, strict=True))
        ]
        best = max(alike, default=(0.0, 0))
        if best[0] >= least:
            kept[-best[1]].append(lone)
        else:
            kept.append([lone])
    return kept


def _parted(
    groups: Sequence[Sequence[int]], bags: Sequence[Bag], vectors: Sequence[Vector]
) -> list[list[int]]:
    """Part groups of two events, and join what tells of one after all."""
    texts = facts_of(bags)
    rates = rates_of(texts)
    found = [members for group in groups for members in part(group, texts, rates)]
    least = float(load("documents")["part"]["alike"])
    near = [
        (i, j)
        for total, i, j in _sums(found, vectors)
        if total > least * len(found[i]) * len(found[j])
    ]
    return join(found, near, texts, rates)


def vectors_of(
    bags: Sequence[Bag], imagined: float, *, name: float = 1.0, figure: float = 1.0
) -> list[Vector]:
    """Weigh each word by its count and by how few of the texts hold it; length 1.

    Args:
        bags: The texts.
        imagined: How many texts that hold nothing are counted beside them.
        name: How many times as much a name counts as another word.
        figure: And a figure.
    """
    seen = Counter(word for bag in bags for word in bag.words)
    size = len(bags) + imagined
    kinds = [_kinds(bag, name, figure) for bag in bags]
    return [
        normal(
            {
                word: kind.get(word, 1.0) * (1 + log(n)) * log(size / seen[word])
                for word, n in bag.words.items()
            }
        )
        for bag, kind in zip(bags, kinds, strict=True)
    ]


def _kinds(bag: Bag, name: float, figure: float) -> dict[str, float]:
    """What the names and figures of a text count."""
    figures = {word: figure for word in bag.words if word[0].isdigit()}
    return dict.fromkeys(bag.names, name) | figures


def normal(vector: Vector) -> Vector:
    """The same direction, length 1."""
    length = sqrt(sum(vector[word] ** 2 for word in sorted(vector))) or 1.0
    return {word: vector[word] / length for word in sorted(vector)}


def cosine(one: Vector, two: Vector) -> float:
    """Cosine of two vectors of length 1."""
    small, large = (one, two) if len(one) <= len(two) else (two, one)
    return sum(weight * large[word] for word, weight in small.items() if word in large)


def _similar(vectors: Sequence[Vector]) -> Iterable[tuple[float, int, int]]:
    """(cosine, i, j), i < j, of texts that share one of their weightiest words.

    Words that one text alone holds bring nothing together, and neither do those that very many
    hold. Small corpora are compared in full.
    """
    seen = Counter(word for vector in vectors for word in vector)
    few = len(vectors) <= _FEW
    most = len(vectors) if few else max(_COMMON, len(vectors) // 50)
    holders: dict[str, list[int]] = defaultdict(list)
    for index, vector in enumerate(vectors):
        shared = [word for word in vector if 1 < seen[word] <= most]
        heaviest = sorted(shared, key=lambda word: (-vector[word], word))
        for word in shared if few else heaviest[:_WEIGHTIEST]:
            holders[word].append(index)
    pairs = {pair for members in holders.values() for pair in combinations(members, 2)}
    return ((cosine(vectors[i], vectors[j]), i, j) for i, j in sorted(pairs))


def _sums(
    groups: Sequence[Sequence[int]], vectors: Sequence[Vector]
) -> Iterator[tuple[float, int, int]]:
    """(sum of the cosines across, i, j) of groups, by the heaviest words they share with others.

    Common words count here: they hold a large corpus of one subject together.
    """
    totals = [_total(members, vectors) for members in groups]
    seen = Counter(word for total in totals for word in total)
    heads = []
    for total in totals:
        shared = sorted((w for w in total if seen[w] > 1), key=lambda word: (-total[word], word))
        heads.append({word: total[word] for word in shared[:_HEAD]})
    for (i, one), (j, two) in combinations(enumerate(heads), 2):
        score = sum(weight * two[word] for word, weight in one.items() if word in two)
        if score:
            yield score, i, j
