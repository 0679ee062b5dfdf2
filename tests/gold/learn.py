"""Learn the weights of match/agree.py from the labelled corpora, and print them.

    python tests/gold/learn.py [NAME...]    all but the never-tuned corpora when none is named

Logistic regression over the levels of the fields of every candidate pair from different
sources whose values agree, drawn towards the weights that stand under [agree] in
lexicons/weights.toml, so that a level few pairs show keeps its weight. Each corpus is also
scored by weights learned from others. Print only: the file is edited by hand.
"""

from __future__ import annotations

import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from math import exp
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
import scoring

from twosource.match import corpus_of, with_rivals
from twosource.match.agree import reweigh
from twosource.match.block import candidate_pairs
from twosource.match.fields import Corpus, agrees, slot_fields, weights
from twosource.model import Assertion, Kind, Modality

NEVER_TUNED = {"18-dam-dispute", "19-cholera-outbreak", "20-sanctions-tanker", "21-winter-ascent"}
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
    wanted = scoring.wanted_pairs(gold)
    at = {
        a.id: scoring.best(places.get(file[a.source], ()), a.span.start, a.span.end) for a in stated
    }
    for left, right, corpus in candidates(stated, bare):
        one, two = at[left.id], at[right.id]
        if one is None and two is None:
            continue
        same = False
        if one is not None and two is not None:
            pair = frozenset((one, two))
            same = pair in wanted
            if not same and scoring.neutral(gold, pair):
                continue
        found = features(left, right, corpus)
        if found is not None:
            yield found, same


def candidates(
    stated: list[Assertion], bare: Corpus
) -> Iterator[tuple[Assertion, Assertion, Corpus]]:
    """Pairs of figures or dates that two sources tell and that share a key."""
    for kind in (Kind.QUANTITY, Kind.DATE):
        items = [item for item in stated if item.kind is kind]
        corpus = with_rivals(items, bare)
        for one, two in candidate_pairs(items, corpus):
            if items[one].source != items[two].source:
                yield items[one], items[two], corpus


def features(left: Assertion, right: Assertion, corpus: Corpus) -> dict[str, float] | None:
    """The fields of a pair as numbers by weight key; None when the values do not agree."""
    fields = slot_fields(left, right, corpus)
    if not agrees(fields):
        return None
    told = {name: weight for name, _, weight in fields}
    row: dict[str, float] = {}
    for name, level, _ in reweigh(fields, left, right, corpus.partners, corpus.extent):
        if name in {"terms", "context"}:
            row[f"share.{name}"] = float(level)
        elif name == "place":
            row["place.apart"] = float(level)
        elif level in weights()["agree"].get(name, {}):
            row[f"{name}.{level}"] = 1.0
        elif name == "entities":
            row["entities.of"] = told[name]
    return row


def learn(rows: list[Example]) -> dict[str, float]:
    """Fit the weights; the link threshold stays where it is."""
    link = float(weights()["link"])
    prior = {f"{k}.{n}": float(v) for k, t in weights()["agree"].items() for n, v in t.items()}
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


def held_out(rows: dict[str, list[Example]]) -> Counter[str]:
    """Count what each fold of corpora would link by weights learned from the others."""
    counts: Counter[str] = Counter()
    link = float(weights()["link"])
    names = sorted(rows)
    for fold in range(min(FOLDS, len(names))):
        own = names[fold::FOLDS]
        current = learn([row for name in names if name not in own for row in rows[name]])
        for row, label in (row for name in own for row in rows[name]):
            linked = sum(current[key] * x for key, x in row.items()) >= link
            counts["right"] += linked and label
            counts["wrong"] += linked and not label
            counts["wanted"] += label
    return counts


def main() -> None:
    """Learn from the named corpora and print each weight beside its prior."""
    names = set(sys.argv[1:])
    by: dict[str, list[Example]] = {}
    for gold in scoring.corpora():
        if gold.folder.name in names or (not names and gold.folder.name not in NEVER_TUNED):
            by[gold.folder.name] = list(examples(gold))
    rows = [row for own in by.values() for row in own]
    seen: Counter[str] = Counter(key for row, _ in rows for key in row)
    right: Counter[str] = Counter(key for row, label in rows if label for key in row)
    print(f"{len(rows)} pairs, {sum(label for _, label in rows)} of one fact")
    if len(by) > 1:
        counts = held_out(by)
        linked = max(1, counts["right"] + counts["wrong"])
        print(
            f"held out: precision {counts['right'] / linked:.3f} "
            f"recall {counts['right'] / max(1, counts['wanted']):.3f}"
        )
    for key, weight in sorted(learn(rows).items()):
        table, _, name = key.partition(".")
        prior = float(weights()["agree"][table][name])
        print(f"{key:<36} {prior:>6.2f} -> {weight:>6.2f}   {right[key]}/{seen[key]}")


if __name__ == "__main__":
    main()
