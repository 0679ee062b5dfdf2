"""Learn the weights of match/fields.py from the labelled corpora, and print them.

    python tests/gold/learn.py [NAME...]    all but the never-tuned corpora when none is named

Logistic regression over the levels of the fields of every pair of labelled values from
different sources, drawn towards the weights that stand in lexicons/weights.toml, so that
a level few pairs show keeps its hand-set weight. Print only: the file is edited by hand.
"""

from __future__ import annotations

import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import combinations
from math import exp
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
import scoring

from twosource.match import corpus_of, with_rivals
from twosource.match.corpus import Corpus
from twosource.match.fields import compare
from twosource.match.levels import weights
from twosource.match.values import value_level
from twosource.model import Assertion, Kind, Modality

NEVER_TUNED = {
    *("26-hospital-fire", "27-vaccine-patent", "28-politician", "29-pipeline-leak"),
    *("30-airline-bankruptcy", "31-fen-boat", "32-database-outage", "33-border-clash"),
}
PULL = 0.08  # how strongly a weight is drawn to its prior, per example
ROUNDS = 400
STEP = 0.5
FOLDS = 5  # of corpora, each scored by weights learned from the other four
BALANCE = 1.0  # weight of a pair of one fact against one of two

Example = tuple[dict[str, float], bool]


def examples(gold: scoring.Gold) -> Iterator[Example]:
    """Yield (features, is one fact) for each pair of different sources whose values agree.

    The labels name every value that states a labelled fact, so a labelled value and one
    nobody labelled are no pair.
    """
    report = scoring.run(gold)
    places = scoring.labelled(gold)
    file = {source.id: Path(source.document).name for source in report.sources}
    stated = [a for a in report.assertions if a.modality in (Modality.ASSERTED, Modality.ALLEGED)]
    bare = corpus_of(stated, report.sources)
    corpora = {kind: with_rivals([a for a in stated if a.kind is kind], bare) for kind in Kind}
    wanted = scoring.wanted_pairs(gold)
    at = {
        a.id: scoring.best(places.get(file[a.source], ()), a.span.start, a.span.end) for a in stated
    }
    for left, right in combinations(stated, 2):
        one, two = at[left.id], at[right.id]
        if left.source == right.source or left.kind is not right.kind or left.kind is Kind.EVENT:
            continue
        if one is None and two is None:
            continue
        same = False
        if one is not None and two is not None:
            pair = frozenset((one, two))
            same = pair in wanted
            if not same and scoring.neutral(gold, pair):
                continue
        found = features(left, right, corpora[left.kind])
        if found is not None:
            yield found, same


def features(left: Assertion, right: Assertion, corpus: Corpus) -> dict[str, float] | None:
    """The fields of a pair as numbers by weight key; None when the values cannot be compared."""
    row: dict[str, float] = {}
    for name, level, weight in compare(left, right, corpus):
        if level in {"incomparable", "excludes", "open"}:
            return None
        if name in {"terms", "context"}:
            row["terms.scale" if name == "terms" else "terms.context"] = float(level)
        elif name == "value" and level not in {"excludes", "open"}:
            relation, key = level.split()
            damp = min(value_level(left, corpus)[1], value_level(right, corpus)[1])
            row[f"{'value' if relation == 'equal' else 'compatible'}.{key}"] = damp
        elif name == "entities" and weight > 0:
            row["entities.scale"] = weight / float(weights()["entities"]["scale"])
        elif level in weights().get(name, {}):
            row[f"{name}.{level}"] = 1.0
    return row


def learn(rows: list[Example]) -> dict[str, float]:
    """Fit the weights; the link threshold stays where it is."""
    link = float(weights()["link"])
    prior = {
        f"{k}.{n}": float(v)
        for k, t in weights().items()
        if isinstance(t, dict)
        for n, v in t.items()
    }
    current = dict(prior)
    balance = BALANCE
    for _ in range(ROUNDS):
        slope: dict[str, float] = defaultdict(float)
        for row, label in rows:
            total = sum(current[key] * x for key, x in row.items()) - link
            chance = 1 / (1 + exp(-max(-30.0, min(30.0, total))))
            error = (balance if label else 1.0) * ((1.0 if label else 0.0) - chance)
            for key, x in row.items():
                slope[key] += error * x
        for key in current:
            pull = PULL * (prior[key] - current[key])
            current[key] += STEP * (slope[key] / len(rows) * 20 + pull)
    return current


def main() -> None:
    """Learn from the named corpora and print each weight beside its prior."""
    names = set(sys.argv[1:])
    rows: list[Example] = []
    for gold in scoring.corpora():
        if gold.folder.name in names or (not names and gold.folder.name not in NEVER_TUNED):
            rows.extend(examples(gold))
    seen: Counter[str] = Counter(key for row, _ in rows for key in row)
    right: Counter[str] = Counter(key for row, label in rows if label for key in row)
    print(f"{len(rows)} pairs, {sum(label for _, label in rows)} of one fact")
    for key, weight in sorted(learn(rows).items()):
        table, _, name = key.partition(".")
        print(
            f"{key:<26} {weights()[table][name]:>6.2f} -> {weight:>6.2f}   {right[key]}/{seen[key]}"
        )


if __name__ == "__main__":
    main()
