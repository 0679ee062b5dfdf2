"""Scores for the public data sets of datasets.py: pairs, clusters, labels.

Pairs: precision, recall, F1 of the pairs said to belong together, and average precision of
their ranking, ties pooled. Clusters: MUC (Vilain et al. 1995), B-cubed (Bagga and Baldwin
1998), entity CEAF (Luo 2005) and their mean, the CoNLL score (Pradhan et al. 2011).
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

Clusters = Sequence[frozenset[str]]


def ratio(part: float, whole: float) -> float:
    """100 * part / whole, 0 for nothing."""
    return 100.0 * part / whole if whole else 0.0


def f1(precision: float, recall: float) -> float:
    """Harmonic mean."""
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def pair_scores(said: Iterable[bool], true: int) -> tuple[float, float, float]:
    """Precision, recall, F1 (percent) of the pairs said to be positive; `said`: is each right?"""
    found = list(said)
    precision, recall = ratio(sum(found), len(found)), ratio(sum(found), true)
    return precision, recall, f1(precision, recall)


def average_precision(ranked: Iterable[tuple[float, bool]], true: int, pairs: int) -> float:
    """Average precision (percent) of (score, is it right?); pairs not listed have score 0."""
    ties: dict[float, list[int]] = defaultdict(lambda: [0, 0])
    for score, right in ranked:
        ties[score][0] += 1
        ties[score][1] += right
    listed = sum(count for count, _ in ties.values())
    hits = sum(right for _, right in ties.values())
    ties[0.0][0] += pairs - listed
    ties[0.0][1] += true - hits
    seen = right = 0
    total = 0.0
    for score in sorted(ties, reverse=True):
        count, good = ties[score]
        seen, right = seen + count, right + good
        total += good * right / seen if seen else 0.0
    return ratio(total, true)


def clusters_of(keys: Mapping[str, object]) -> Clusters:
    """Sets of the items that have the same key."""
    by: dict[object, set[str]] = defaultdict(set)
    for item, key in keys.items():
        by[key].add(item)
    return [frozenset(members) for members in by.values()]


def conll(gold: Clusters, found: Clusters) -> dict[str, float]:
    """F1 of MUC, B-cubed, CEAF-e (percent) and their mean."""
    muc = f1(_muc(found, gold), _muc(gold, found))
    b3 = f1(_b3(found, gold), _b3(gold, found))
    alike = _alignment(gold, found)
    ceaf = f1(ratio(alike, len(found)), ratio(alike, len(gold)))
    return {"MUC": muc, "B3": b3, "CEAF-e": ceaf, "CoNLL": (muc + b3 + ceaf) / 3}


def _places(clusters: Clusters) -> dict[str, int]:
    return {item: number for number, members in enumerate(clusters) for item in members}


def _muc(one: Clusters, other: Clusters) -> float:
    where = _places(other)
    kept = sum(len(c) - len({where[item] for item in c}) for c in one)
    return ratio(kept, sum(len(c) - 1 for c in one))


def _b3(one: Clusters, other: Clusters) -> float:
    where = _places(other)
    total = 0.0
    for members in one:
        shared = Counter(where[item] for item in members)
        total += sum(n * n for n in shared.values()) / len(members)
    return ratio(total, sum(map(len, one)))


def _alignment(gold: Clusters, found: Clusters) -> float:
    """The best one-to-one alignment of two clusterings, by the share of common items."""
    where, total = _places(found), 0.0
    weights: dict[int, dict[int, float]] = {}
    for number, members in enumerate(gold):
        shared = Counter(where[item] for item in members)
        weights[number] = {
            other: 2 * n / (len(members) + len(found[other])) for other, n in shared.items()
        }
    for rows in _components(weights):
        columns = sorted({column for row in rows for column in weights[row]})
        matrix = [[weights[row].get(column, 0.0) for column in columns] for row in rows]
        total += _assign(matrix)
    return total


def _components(weights: Mapping[int, Mapping[int, float]]) -> list[list[int]]:
    """Rows that are linked by common columns."""
    rows_of: dict[int, list[int]] = defaultdict(list)
    for row, columns in weights.items():
        for column in columns:
            rows_of[column].append(row)
    seen: set[int] = set()
    parts = []
    for start in weights:
        part, stack = [], [start]
        while stack:
            row = stack.pop()
            if row not in seen:
                seen.add(row)
                part.append(row)
                stack += [other for column in weights[row] for other in rows_of[column]]
        if part:
            parts.append(part)
    return parts


def _assign(matrix: list[list[float]]) -> float:
    """The largest sum with one entry a row and a column (Kuhn 1955, by shortest paths)."""
    if len(matrix) > len(matrix[0]):
        matrix = [list(column) for column in zip(*matrix, strict=True)]
    rows, columns = len(matrix), len(matrix[0])
    u, v = [0.0] * (rows + 1), [0.0] * (columns + 1)
    match = [0] * (columns + 1)
    for row in range(1, rows + 1):
        match[0], column = row, 0
        least, way, used = (
            [float("inf")] * (columns + 1),
            [0] * (columns + 1),
            [False] * (columns + 1),
        )
        while match[column]:
            used[column], here, step, nearest = True, match[column], float("inf"), 0
            for j in range(1, columns + 1):
                if used[j]:
                    continue
                cost = -matrix[here - 1][j - 1] - u[here] - v[j]
                if cost < least[j]:
                    least[j], way[j] = cost, column
                if least[j] < step:
                    step, nearest = least[j], j
            for j in range(columns + 1):
                if used[j]:
                    u[match[j]] += step
                    v[j] -= step
                else:
                    least[j] -= step
            column = nearest
        while column:
            match[column] = match[way[column]]
            column = way[column]
    return sum(matrix[match[j] - 1][j - 1] for j in range(1, columns + 1) if match[j])


def label_scores(rows: Iterable[tuple[str, str]]) -> dict[str, float]:
    """Of (true, said) labels: accuracy, precision and recall of "conflict", false alarms (percent)."""
    pairs = list(rows)
    said = [true for true, found in pairs if found == "conflict"]
    true = sum(label == "conflict" for label, _ in pairs)
    right = sum(label == "conflict" for label in said)
    return {
        "accuracy": ratio(sum(a == b for a, b in pairs), len(pairs)),
        "precision": ratio(right, len(said)),
        "recall": ratio(right, true),
        "false alarms": ratio(len(said) - right, len(pairs) - true),
    }
