"""Measure the comparing of documents, events and statements on public data, beside simple systems.

    python bench/datasets.py FOLDER            all data sets found in FOLDER
    python bench/datasets.py FOLDER --learn    weights of documents.toml and mentions.toml, learned
                                               on the topics of ECB+, to be copied there, and what
                                               such weights reach on topics they have not seen

FOLDER holds JSON lines, in folders of their own (none of it is part of this project):
  ecbplus          ECB+, Cybulska and Vossen (2014), "Using a sledgehammer to crack a nut?"
                   `*.sentences.*.jsonl` {"id", "split", "topic", "doc", "text", "events": [{"type", "chain"}]}
                   `*.mentions.*.jsonl` {"id", "split", "doc", "sent", "tokens", "text", "chain"}:
                   the sentence "doc:sent", whose words stand between spaces
  summedits        SummEdits, Laban et al. (2023), "LLMs as factual reasoners"
                   {"id", "a", "b", "label": "agree"|"conflict"}
  fever_symmetric  FEVER-Symmetric, Schuster et al. (2019), "Towards debiasing fact verification
                   models" {"id", "claim", "evidence", "label", "numeric"}
  timelines        SemEval-2015 task 4, Minard et al. (2015), "TimeLine: cross-document event
                   ordering" {"id", "date", "mentions": [{"dct", "text", "trigger"}]}

Every table is printed for ours and for the simple systems in the same run. The weights were
learned on the topics of ECB+ that are not held out, so that the table flatters them a little:
on unseen topics expect what --learn prints first.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from itertools import combinations, product
from math import exp
from pathlib import Path
from typing import Any

from plain_groups import best_plain_groups
from scores import average_precision, clusters_of, conll, label_scores, pair_scores

from twosource.extract.dates import read_dates
from twosource.match.bags import bags_of
from twosource.match.contexts import MENTION_FEATURES
from twosource.match.documents import cosine, group_documents, vectors_of
from twosource.match.happenings import FEATURES, Told, pair_features, relate_sentences
from twosource.match.mentions import (
    Mention,
    group_mentions,
    is_saying,
    joined_mentions,
    mention_features,
    stem_of,
)
from twosource.model import DateValue
from twosource.statements import Stance, compare_statements

Row = dict[str, Any]
Pair = tuple[str, str]


def rows(folder: Path, pattern: str) -> list[Row]:
    """All lines of the files of a data set that fit the pattern."""
    found: list[Row] = []
    for path in sorted(folder.glob(pattern)):
        with path.open(encoding="utf-8") as lines:
            found += [json.loads(line) for line in lines if line.strip()]
    return found


def show(name: str, figures: dict[str, float]) -> None:
    """One line of a table."""
    print(f"  {name:<44}" + "  ".join(f"{key} {value:5.1f}" for key, value in figures.items()))


# --- ECB+ ------------------------------------------------------------------------------------


def ecbplus(folder: Path) -> None:
    """Sentence pairs over the whole corpus, and coreference of given mentions."""
    sentences, mentions = rows(folder, "*sentences*.jsonl"), rows(folder, "*mentions*.jsonl")
    for split in (*sorted({row["split"] for row in sentences}), None):
        told = [row for row in sentences if split in (None, row["split"])]
        named = [row for row in mentions if split in (None, row["split"])]
        print(f"ECB+, {split or 'all'}: {len(told)} sentences, {len(named)} mentions of events")
        groups = documents(told, events=True)
        sentence_pairs(told, groups)
        coreference(named, told, groups)


def documents(told: Sequence[Row], *, events: bool) -> tuple[tuple[str, ...], ...]:
    """Group the documents that the sentences stand in."""
    texts: dict[str, list[str]] = defaultdict(list)
    for row in told:
        texts[row["doc"]].append(row["text"])
    return group_documents(texts, events=events)


def chains(row: Row) -> frozenset[str]:
    """The events of a sentence, saying and telling aside."""
    return frozenset(e["chain"] for e in row["events"] if "REPORTING" not in e["type"])


def sentence_pairs(told: Sequence[Row], groups: Sequence[Sequence[str]]) -> None:
    """Do two sentences of different documents share an event; are they near-duplicates?"""
    place = {doc: number for number, group in enumerate(groups) for doc in group}
    events = {row["id"]: chains(row) for row in told}
    pairs = [
        (a["id"], b["id"]) if a["id"] < b["id"] else (b["id"], a["id"])
        for a, b in combinations(told, 2)
        if a["doc"] != b["doc"]
    ]
    doc = {row["id"]: row["doc"] for row in told}
    related = relate_sentences([Told(row["id"], row["doc"], row["text"]) for row in told])
    ours = {(r.left, r.right): (r.event, r.same, r.one_event, r.near_duplicate) for r in related}
    grouped = {pair for pair in pairs if place[doc[pair[0]]] == place[doc[pair[1]]]}
    alike = _cosines(told)
    near = {pair for pair in pairs if _jaccard(events, pair) >= 0.5}
    true = {pair for pair in pairs if events[pair[0]] & events[pair[1]]}
    for name, gold, column in (("one event", true, 0), ("near-duplicate", near, 1)):
        print(f"  -- {name}: {len(gold)} of {len(pairs)} pairs")
        score = {pair: found[column] for pair, found in ours.items()}
        said = [pair for pair, found in ours.items() if found[2 + column]]
        _pairs("twosource", said, score, gold, len(pairs))
        same = dict.fromkeys(grouped, 1.0)
        _pairs("same document group", list(grouped), same, gold, len(pairs))
        if column == 0:
            plain = dict(zip(("P", "R", "F1"), best_plain_groups(told, events), strict=True))
            show("document group by average link of TF-IDF", plain)
        _pairs("TF-IDF of the sentences", _best(alike, gold), alike, gold, len(pairs))
        both = {pair: value for pair, value in alike.items() if pair in grouped}
        _pairs("document group and TF-IDF", _best(both, gold), both, gold, len(pairs))
        _pairs("always yes", pairs, dict.fromkeys(pairs, 1.0), gold, len(pairs))


def _jaccard(events: dict[str, frozenset[str]], pair: Pair) -> float:
    one, two = events[pair[0]], events[pair[1]]
    return len(one & two) / len(one | two) if one | two else 0.0


def _cosines(told: Sequence[Row]) -> dict[Pair, float]:
    vectors = vectors_of(bags_of([[row["text"]] for row in told]), 0)
    holders: dict[str, list[int]] = defaultdict(list)
    for number, vector in enumerate(vectors):
        for word in vector:
            holders[word].append(number)
    met = {pair for held in holders.values() if len(held) < 200 for pair in combinations(held, 2)}
    found = {}
    for i, j in sorted(met):
        if told[i]["doc"] != told[j]["doc"]:
            one, two = sorted((told[i]["id"], told[j]["id"]))
            found[one, two] = cosine(vectors[i], vectors[j])
    return found


def _best(score: dict[Pair, float], gold: set[Pair]) -> list[Pair]:
    """The pairs above the threshold that is best for these very pairs: a flattered baseline."""
    ranked = sorted(score, key=lambda pair: -score[pair])
    right, best, size = 0, 0.0, 0
    for count, pair in enumerate(ranked, start=1):
        right += pair in gold
        value = 2 * right / (count + len(gold))
        if value > best:
            best, size = value, count
    return ranked[:size]


def _pairs(
    name: str, said: Sequence[Pair], score: dict[Pair, float], gold: set[Pair], total: int
) -> None:
    precision, recall, both = pair_scores((pair in gold for pair in said), len(gold))
    ranked = ((value, pair in gold) for pair, value in score.items())
    ap = average_precision(ranked, len(gold), total)
    show(name, {"P": precision, "R": recall, "F1": both, "AP": ap})


def placed(named: Sequence[Row], told: Sequence[Row]) -> list[Mention]:
    """The mentions with the sentences they stand in."""
    texts = {row["id"]: row["text"] for row in told}
    found = []
    for row in named:
        text = texts.get(f"{row['doc']}:{row['sent']}", "")
        before = text.split(" ")[: row["tokens"][0]]
        start = sum(len(word) + 1 for word in before)
        found.append(Mention(row["id"], row["doc"], row["text"], text, start))
    return found


def coreference(named: Sequence[Row], told: Sequence[Row], groups: Sequence[Sequence[str]]) -> None:
    """Which mentions are one event?"""
    print("  -- coreference of given mentions")
    place = {doc: number for number, group in enumerate(groups) for doc in group}
    gold = clusters_of({row["id"]: row["chain"] for row in named})
    found = group_mentions(placed(named, told), groups)
    bare = group_mentions([Mention(r["id"], r["doc"], r["text"]) for r in named], groups)
    systems: dict[str, dict[str, object]] = {
        "twosource": {name: number for number, ids in enumerate(found) for name in ids},
        "twosource, without the sentences": {
            name: number for number, ids in enumerate(bare) for name in ids
        },
        "document group and stem": {
            r["id"]: (place.get(r["doc"], r["doc"]), stem_of(r["text"])) for r in named
        },
        "stem": {r["id"]: stem_of(r["text"]) for r in named},
        "every mention alone": {r["id"]: r["id"] for r in named},
    }
    for name, keys in systems.items():
        show(name, conll(gold, clusters_of(keys)))


Table = dict[str, float]
JOINED = 0.4  # mean share from which mentions are joined; not learned, it hardly matters
FOLDS = 3  # parts of the topics, each a corpus of its own, as large as an unseen one would be


def learn(folder: Path) -> None:
    """Print weights for documents.toml and mentions.toml, learned on all topics that are there.

    First, what weights learned on two thirds of the topics reach on the third: no figure of
    that table is of topics that its weights have seen.
    """
    parts = thirds(rows(folder, "*sentences*.jsonl"), rows(folder, "*mentions*.jsonl"))
    print("ECB+, each third by weights learned on the other two")
    found = [_tried(part, [p for p in parts if p is not part]) for part in parts]
    for key in found[0]:
        figures = {f"third {i}": row[key] for i, row in enumerate(found, start=1)}
        show(key, {**figures, "mean": sum(figures.values()) / len(figures)})
    for table, weights in _learned(parts).items():
        print(f"\n[{table}]")
        for name, weight in weights.items():
            print(f"{name} = {weight:.3f}")


Part = tuple[list[Row], list[Row]]


def thirds(told: Sequence[Row], named: Sequence[Row]) -> list[Part]:
    """Parts of whole topics: their sentences, and the mentions in their documents."""
    topics = sorted({row["topic"] for row in told})
    found: list[Part] = []
    for number in range(FOLDS):
        kept = set(topics[number::FOLDS])
        sentences = [row for row in told if row["topic"] in kept]
        held = {row["doc"] for row in sentences}
        found.append((sentences, [row for row in named if row["doc"] in held]))
    return found


def _tried(part: Part, others: Sequence[Part]) -> Table:
    """The figures of a part by the weights of others."""
    told, named = part
    weights = _learned(others)
    events = {row["id"]: chains(row) for row in told}
    pairs = list(pair_features([Told(r["id"], r["doc"], r["text"]) for r in told]))
    size = sum(a["doc"] != b["doc"] for a, b in combinations(told, 2))
    found: Table = {}
    for table, least in LEAST.items():
        gold = [_is_true(events, (a, b), least) for a, b, _ in pairs]
        shares = [_share(list(weights[table].values())[:-1], row) for _, _, row in pairs]
        true = _true(told, events, least)
        said = (g for g, s in zip(gold, shares, strict=True) if s >= weights[table]["least"])
        found[f"{table}: F1"] = pair_scores(said, true)[2]
        found[f"{table}: AP"] = average_precision(zip(shares, gold, strict=True), true, size)
        grouped = pair_scores(iter(gold), true)[2]
        found[f"{table}: F1 of the same document group"] = grouped
    found["happening: F1 of a group by average link of TF-IDF"] = best_plain_groups(told, events)[2]
    groups = documents(told, events=True)
    chain = clusters_of({row["id"]: row["chain"] for row in named})
    joined = mentions_by(weights["joined"], placed(named, told), groups)
    found["mentions: CoNLL"] = conll(chain, clusters_of(joined))["CoNLL"]
    return found


LEAST = {"happening": 0.0, "same": 0.5}  # Jaccard overlap of the events of two sentences


def _learned(parts: Sequence[Part]) -> dict[str, Table]:
    """The weights of every table, and the share from which a pair is said to be one."""
    tables: dict[str, Table] = {}
    told = [(p, [Told(r["id"], r["doc"], r["text"]) for r in p[0]]) for p in parts]
    features = [(part, list(pair_features(sentences))) for part, sentences in told]
    for table, least in LEAST.items():
        data: list[Sequence[float]] = []
        gold: list[bool] = []
        true = 0
        for (sentences, _), pairs in features:
            events = {row["id"]: chains(row) for row in sentences}
            data += [row for _, _, row in pairs]
            gold += [_is_true(events, (a, b), least) for a, b, _ in pairs]
            true += _true(sentences, events, least)
        weights = regression(data, gold)
        shares = [_share(weights, row) for row in data]
        best = max(
            (pair_scores((g for g, s in zip(gold, shares, strict=True) if s >= at), true)[2], at)
            for at in [step / 20 for step in range(2, 16)]
        )
        tables[table] = dict(zip(("bias", *FEATURES, "least"), (*weights, best[1]), strict=True))
    tables["joined"] = _learned_mentions(parts)
    return tables


def _learned_mentions(parts: Sequence[Part]) -> Table:
    data: list[Sequence[float]] = []
    gold: list[bool] = []
    for told, named in parts:
        chain = {row["id"]: row["chain"] for row in named}
        groups = documents(told, events=True)
        for ids, pairs in mention_features(placed(named, told), groups):
            data += [row for _, _, row in pairs]
            gold += [chain[ids[i]] == chain[ids[j]] for i, j, _ in pairs]
    weights = dict(zip(("bias", *MENTION_FEATURES), regression(data, gold), strict=True))
    return {**weights, "least": JOINED}


def mentions_by(
    weights: Table, mentions: Sequence[Mention], groups: Sequence[Sequence[str]]
) -> dict[str, object]:
    """Mention -> number of its event, by weights other than those of mentions.toml."""
    found: dict[str, object] = {}
    for number, (ids, pairs) in enumerate(mention_features(mentions, groups)):
        for place, names in enumerate(joined_mentions(ids, pairs, weights)):
            found |= dict.fromkeys(names, (number, place))
    return found


def _true(told: Sequence[Row], events: dict[str, frozenset[str]], least: float) -> int:
    """How many pairs of different documents share an event, or so large a part of their events."""
    pairs = [(a["id"], b["id"]) for a, b in combinations(told, 2) if a["doc"] != b["doc"]]
    return sum(_is_true(events, pair, least) for pair in pairs)


def _is_true(events: dict[str, frozenset[str]], pair: Pair, least: float) -> bool:
    return _jaccard(events, pair) >= max(least, 1e-9)


def _share(weights: Sequence[float], row: Sequence[float]) -> float:
    total = weights[0] + sum(w * x for w, x in zip(weights[1:], row, strict=True))
    return 1 / (1 + exp(-max(-30.0, min(30.0, total))))


def regression(data: Sequence[Sequence[float]], gold: Sequence[bool]) -> list[float]:
    """Logistic regression by Newton's method, with a light ridge; the constant first."""
    size = len(data[0]) + 1
    weights = [0.0] * size
    for _ in range(12):
        slope = [-w for w in weights]
        slope[0] = 0.0
        curve = [[float(i == j) for j in range(size)] for i in range(size)]
        for row, true in zip(data, gold, strict=True):
            share, full = _share(weights, row), (1.0, *row)
            error, spread = true - share, share * (1 - share)
            for i in range(size):
                slope[i] += error * full[i]
                scaled = spread * full[i]
                line = curve[i]
                for j in range(i + 1):
                    line[j] += scaled * full[j]
        for i, j in product(range(size), repeat=2):
            if j > i:
                curve[i][j] = curve[j][i]
        weights = [w + step for w, step in zip(weights, _solve(curve, slope), strict=True)]
    return weights


def _solve(matrix: list[list[float]], right: list[float]) -> list[float]:
    """Gaussian elimination with row exchange."""
    size = len(right)
    lines = [[*line, value] for line, value in zip(matrix, right, strict=True)]
    for i in range(size):
        top = max(range(i, size), key=lambda row: abs(lines[row][i]))
        lines[i], lines[top] = lines[top], lines[i]
        for row in range(size):
            if row != i:
                factor = lines[row][i] / lines[i][i]
                lines[row] = [x - factor * y for x, y in zip(lines[row], lines[i], strict=True)]
    return [line[size] / line[i] for i, line in enumerate(lines)]


# --- statements ------------------------------------------------------------------------------

_DIGITS = re.compile(
    r"[0-9][0-9.,]*|\b(?:one|two|three|four|five|six|seven|eight|nine|ten)\b", re.I
)
_NOT = re.compile(r"\b(?:not|no|never|none|without|cannot)\b|n't\b", re.I)
_NAME = re.compile(r"(?<=[a-z,] )[A-Z][a-z]+")


def _numbers(text: str) -> set[str]:
    return {found.lower().strip(".,") for found in _DIGITS.findall(text)}


def _differs(one: str, two: str) -> bool:
    """Do both have figures, and not the same?"""
    return _numbers(one) != _numbers(two)


def _denies(one: str, two: str) -> bool:
    return len(_NOT.findall(one)) != len(_NOT.findall(two))


def _names(one: str, two: str) -> bool:
    return any(name not in one for name in _NAME.findall(two))


def _missing(claim: str, evidence: str) -> bool:
    return bool(_numbers(claim) - _numbers(evidence))


System = Callable[[str, str], bool]


def summedits(folder: Path) -> None:
    """Nearly equal statements: do they contradict each other?"""
    items = rows(folder, "*.jsonl")
    print(f"SummEdits: {len(items)} pairs")
    systems: dict[str, System] = {
        "twosource": lambda a, b: compare_statements(a, b).stance is Stance.CONFLICT,
        "a number differs": _differs,
        "a number or a negation differs": lambda a, b: _differs(a, b) or _denies(a, b),
        "or a new name": lambda a, b: _differs(a, b) or _denies(a, b) or _names(a, b),
        "always": lambda a, b: True,
    }
    for name, says in systems.items():
        said = [(r["label"], "conflict" if says(r["a"], r["b"]) else "agree") for r in items]
        show(name, label_scores(said))
    print("  rules: " + _rules((r["a"], r["b"], r["label"]) for r in items))


def fever(folder: Path) -> None:
    """A claim against one sentence of evidence; unless it is contradicted, it is taken to agree."""
    everything = rows(folder, "*.jsonl")
    for title, items in (
        ("all", everything),
        ("with a number", [row for row in everything if row["numeric"]]),
    ):
        print(f"FEVER-Symmetric, {title}: {len(items)} pairs")
        systems: dict[str, System] = {
            "twosource": lambda a, b: compare_statements(a, b).stance is Stance.CONFLICT,
            "a number of the claim is missing": _missing,
            "or a negation differs": lambda a, b: _missing(a, b) or _denies(a, b),
            "never": lambda a, b: False,
        }
        for name, says in systems.items():
            said = [
                (r["label"], "conflict" if says(r["claim"], r["evidence"]) else "agree")
                for r in items
            ]
            show(name, label_scores(said))
        sure = [
            (r["label"], found.value)
            for r in items
            if (found := compare_statements(r["claim"], r["evidence"]).stance) is not Stance.UNKNOWN
        ]
        show(f"twosource, where not unknown ({len(sure)})", label_scores(sure))
        print("  rules: " + _rules((r["claim"], r["evidence"], r["label"]) for r in items))


def _rules(items: Iterator[tuple[str, str, str]]) -> str:
    """How often each rule spoke, and how often rightly."""
    spoke: Counter[str] = Counter()
    right: Counter[str] = Counter()
    for one, two, label in items:
        found = compare_statements(one, two)
        if found.stance is Stance.CONFLICT and found.rule:
            spoke[found.rule] += 1
            right[found.rule] += label == "conflict"
    return ", ".join(f"{rule} {right[rule]}/{count}" for rule, count in sorted(spoke.items()))


# --- dates of events -------------------------------------------------------------------------


def timelines(folder: Path) -> None:
    """When did an event happen, by the sentences that tell of it?"""
    items = rows(folder, "*.jsonl")
    print(f"TimeLine: {len(items)} dated events")
    systems: dict[str, Callable[[Row], str]] = {
        "twosource": _dated,
        "the day of the first article": lambda row: min(m["dct"] for m in row["mentions"]),
    }
    for name, date_of in systems.items():
        found = [(row["date"], date_of(row)) for row in items]
        exact = sum(a == b for a, b in found)
        loose = sum(a.startswith(b) or b.startswith(a) for a, b in found)
        show(name, {"exact": 100 * exact / len(items), "compatible": 100 * loose / len(items)})


def _dated(row: Row) -> str:
    """The date that most of the sentences give the event; the nearest one to its word in each."""
    votes = Counter(_date_in(m) or m["dct"] for m in row["mentions"])
    return min(votes, key=lambda date: (-votes[date], date))


def _date_in(mention: Row) -> str | None:
    """The date nearest to the word; what somebody says is of the day it is reported."""
    text = mention["text"]
    at = max(0, text.find(mention["trigger"]))
    dates = [
        (abs(found.start - at), date)
        for found in read_dates(text, reference=mention["dct"])
        if isinstance(found.value, DateValue) and (date := _single(found.value.edtf)) is not None
    ]
    return min(dates)[1] if dates and not is_saying(mention["trigger"]) else None


def _single(edtf: str) -> str | None:
    """A day, month or year; of an open stretch ("since 2003", "by 2011") the end that is stated."""
    ends = [part for part in edtf.rstrip("~?%").split("/") if part not in {"..", ""}]
    plain = len(ends) == 1 and re.fullmatch(r"[0-9]{4}(-(0[1-9]|1[0-2])(-[0-9]{2})?)?", ends[0])
    return ends[0] if plain else None


DATASETS: dict[str, Callable[[Path], None]] = {
    "ecbplus": ecbplus,
    "summedits": summedits,
    "fever_symmetric": fever,
    "timelines": timelines,
}


def main() -> None:
    """Print the tables of the data sets that are there."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path)
    parser.add_argument("--learn", action="store_true")
    parser.add_argument("--only", choices=sorted(DATASETS), help="one data set only")
    options = parser.parse_args()
    if options.learn:
        learn(options.folder / "ecbplus")
        return
    for name, measure in DATASETS.items():
        if options.only in (None, name) and (options.folder / name).is_dir():
            measure(options.folder / name)


if __name__ == "__main__":
    main()
