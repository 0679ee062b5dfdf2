"""Score reports on the labelled corpora of this folder.

    python tests/gold/scoring.py            a table, one corpus a line
    python tests/gold/scoring.py --errors   and what went wrong
    python tests/gold/scoring.py --tags     and how much of each phenomenon was found
    python tests/gold/scoring.py --update   raise the floors in floors.json (never lowers one)

A pair of labelled values from different sources counts as found when one cluster holds
both. Values nobody labelled count neither way. Pairs of a changed figure with different
as-of dates, and the optional links of the labels, count neither way.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import Any

from twosource.manifest import Manifest
from twosource.model import Entry, Metadata, Report
from twosource.pipeline import corroborate
from twosource.settings import Settings

HERE = Path(__file__).parent
FLOORS = HERE / "floors.json"
Key = tuple[str, int, int]


@dataclass(frozen=True, slots=True)
class Gold:
    """One labelled corpus: its folder and the parsed gold.json."""

    folder: Path
    data: dict[str, Any]

    @property
    def clusters(self) -> list[dict[str, Any]]:
        """The labelled clusters."""
        return list(self.data["clusters"])


def corpora() -> list[Gold]:
    """Return every labelled corpus, by name."""
    return [
        Gold(path.parent, json.loads(path.read_text(encoding="utf-8")))
        for path in sorted(HERE.glob("*/gold.json"))
    ]


def run(gold: Gold, *, settings: Settings | None = None) -> Report:
    """Corroborate a corpus with the publisher and date its labels state."""
    entries = tuple(
        Entry(
            id=source["file"].split(".")[0],
            path=source["file"],
            metadata=Metadata(
                title=source["title"], publisher=source["publisher"], date=source["date"]
            ),
        )
        for source in gold.data["sources"]
    )
    manifest = Manifest(gold.folder / "manifest.toml", entries, ())
    return corroborate([], manifest=manifest, settings=settings)


def key(member: dict[str, Any]) -> Key:
    """Name a labelled value by its place."""
    return member["source"], member["start"], member["end"]


def labelled(gold: Gold) -> dict[str, list[Key]]:
    """All labelled values by file."""
    found: dict[str, set[Key]] = {}
    rows = [m for c in gold.clusters for m in c["members"]]
    rows += [n[side] for n in gold.data["non_matches"] for side in ("a", "b")]
    rows += list(gold.data["non_assertions"])
    for row in rows:
        found.setdefault(row["source"], set()).add(key(row))
    return {file: sorted(keys) for file, keys in found.items()}


def predicted(gold: Gold, report: Report) -> list[tuple[str, set[Key]]]:
    """The report's clusters as (verdict, labelled values in it)."""
    places = labelled(gold)
    file = {source.id: Path(source.document).name for source in report.sources}
    at: dict[str, Key | None] = {}
    for item in report.assertions:
        at[item.id] = best(places.get(file[item.source], ()), item.span.start, item.span.end)
    return [
        (str(cluster.verdict), {k for m in cluster.members if (k := at[m]) is not None})
        for cluster in report.clusters
    ]


def best(places: Iterable[Key], start: int, end: int) -> Key | None:
    """The labelled value that a span overlaps most."""
    scored = [
        (min(end, high) - max(start, low), -abs((high - low) - (end - start)), (file, low, high))
        for file, low, high in places
        if min(end, high) > max(start, low)
    ]
    return max(scored)[2] if scored else None


def wanted_pairs(gold: Gold) -> dict[frozenset[Key], str]:
    """Pairs of one labelled cluster -> cluster id; pairs that count neither way left out."""
    pairs: dict[frozenset[Key], str] = {}
    for cluster in gold.clusters:
        for one, two in combinations(cluster["members"], 2):
            if one["source"] != two["source"] and not _moved_on(cluster, one, two):
                pairs[frozenset((key(one), key(two)))] = cluster["id"]
    for one, two in gold.data.get("optional_pairs", ()):
        pairs.pop(frozenset((tuple(one), tuple(two))), None)
    return pairs


def _moved_on(cluster: dict[str, Any], one: dict[str, Any], two: dict[str, Any]) -> bool:
    return cluster["verdict"] == "superseded" and one.get("asof") != two.get("asof")


def neutral(gold: Gold, pair: frozenset[Key]) -> bool:
    """Is this a pair that counts neither way when it is found?"""
    of = {key(m): c["id"] for c in gold.clusters for m in c["members"]}
    verdicts = {c["id"]: c["verdict"] for c in gold.clusters}
    one, two = sorted(pair)
    left, right = of.get(one), of.get(two)
    if [list(one), list(two)] in gold.data.get("optional_pairs", ()):
        return True
    if left is None or right is None:
        return left is right and {one, two} <= {key(x) for x in gold.data["non_assertions"]}
    if left == right:
        return verdicts[left] == "superseded"
    return sorted((left, right)) in [sorted(link) for link in gold.data["optional_links"]]


def score(gold: Gold, report: Report) -> tuple[Counter[str], list[str]]:
    """Count pairs, traps and conflicts of a report; list the errors in words."""
    return score_clusters(gold, predicted(gold, report))


def score_clusters(
    gold: Gold, clusters: Sequence[tuple[str, set[Key]]]
) -> tuple[Counter[str], list[str]]:
    """The same for clusters as (verdict, labelled values)."""
    counts: Counter[str] = Counter()
    errors: list[str] = []
    wanted = wanted_pairs(gold)
    found = {
        frozenset(pair)
        for _, keys in clusters
        for pair in combinations(sorted(keys), 2)
        if pair[0][0] != pair[1][0]
    }
    counts["wanted"] = len(wanted)
    counts["right"] = len(found & wanted.keys())
    wrong = sorted(
        (tuple(sorted(pair)) for pair in found - wanted.keys() if not neutral(gold, pair)),
    )
    counts["wrong"] = len(wrong)
    errors += [f"wrong pair {show(gold, a)} / {show(gold, b)}" for a, b in wrong]
    errors += [
        f"missed {cid}: {show(gold, min(pair))} / {show(gold, max(pair))}"
        for pair, cid in sorted(wanted.items(), key=lambda item: (item[1], sorted(item[0])))
        if pair not in found
    ]
    _traps(gold, clusters, counts, errors)
    _conflicts(gold, clusters, wanted, counts, errors)
    return counts, errors


def _traps(
    gold: Gold, clusters: Sequence[tuple[str, set[Key]]], counts: Counter[str], errors: list[str]
) -> None:
    for row in gold.data["non_matches"]:
        counts["traps"] += 1
        one, two = key(row["a"]), key(row["b"])
        if any({one, two} <= keys for _, keys in clusters):
            counts["sprung"] += 1
            errors.append(f"trap {row['why']}: {show(gold, one)} / {show(gold, two)}")
    asserted = {key(m) for c in gold.clusters for m in c["members"]}
    for row in gold.data["non_assertions"]:
        counts["traps"] += 1
        if any(
            key(row) in keys and any(k in asserted and k[0] != row["source"] for k in keys)
            for _, keys in clusters
        ):
            counts["sprung"] += 1
            errors.append(f"{row['kind']} value used: {show(gold, key(row))}")


def _conflicts(
    gold: Gold,
    clusters: Sequence[tuple[str, set[Key]]],
    wanted: dict[frozenset[Key], str],
    counts: Counter[str],
    errors: list[str],
) -> None:
    group = {key(m): m.get("group") for c in gold.clusters for m in c["members"]}
    real = {c["id"] for c in gold.clusters if c["verdict"] == "conflict"}
    hit: set[str] = set()
    for verdict, keys in clusters:
        if verdict != "conflict" or len({k[0] for k in keys}) < 2:
            continue
        counts["alarms"] += 1
        named = {
            wanted[frozenset(pair)]
            for pair in combinations(sorted(keys), 2)
            if frozenset(pair) in wanted and group[pair[0]] != group[pair[1]]
        } & real
        counts["alarms_right"] += bool(named)
        if not named:
            errors.append("false conflict " + " / ".join(show(gold, k) for k in sorted(keys)))
        hit |= named
    counts["conflicts"], counts["conflicts_found"] = len(real), len(hit)


def show(gold: Gold, place: Key) -> str:
    """A labelled value in words."""
    text = (gold.folder / place[0]).read_text(encoding="utf-8")
    return f"{place[0].split('-')[0]} {text[place[1] : place[2]]!r}"


def by_tag(
    gold: Gold, clusters: Sequence[tuple[str, set[Key]]]
) -> tuple[Counter[str], Counter[str]]:
    """Pairs wanted and pairs found, by the phenomena their cluster is tagged with."""
    tags = {cluster["id"]: cluster.get("tags", ()) for cluster in gold.clusters}
    wanted: Counter[str] = Counter()
    found: Counter[str] = Counter()
    for pair, name in wanted_pairs(gold).items():
        wanted.update(tags[name])
        if any(pair <= keys for _, keys in clusters):
            found.update(tags[name])
    return wanted, found


def ratio(part: int, whole: int) -> float:
    """A share rounded to three digits; 1 when there is nothing to find."""
    return round(part / whole, 3) if whole else 1.0


def figures(counts: Counter[str]) -> dict[str, float]:
    """Precision, recall and F1 of pairs; conflicts; traps."""
    precision = ratio(counts["right"], counts["right"] + counts["wrong"])
    recall = ratio(counts["right"], counts["wanted"])
    f1 = round(2 * precision * recall / (precision + recall), 3) if precision + recall else 0.0
    return {
        "precision": precision,
        "recall": recall,
        "f1": f1,
        "conflict_precision": ratio(counts["alarms_right"], counts["alarms"]),
        "conflict_recall": ratio(counts["conflicts_found"], counts["conflicts"]),
        "traps_avoided": round(1 - counts["sprung"] / counts["traps"], 3)
        if counts["traps"]
        else 1.0,
    }


def main() -> None:
    """Print the table; see the module's docstring."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("names", nargs="*", help="corpora to score; all when none is named")
    parser.add_argument("--errors", action="store_true")
    parser.add_argument("--update", action="store_true")
    parser.add_argument("--tags", action="store_true")
    options = parser.parse_args()
    total: Counter[str] = Counter()
    wanted: Counter[str] = Counter()
    found: Counter[str] = Counter()
    table: dict[str, dict[str, float]] = {}
    for gold in corpora():
        if options.names and gold.folder.name not in options.names:
            continue
        clusters = predicted(gold, run(gold))
        counts, errors = score_clusters(gold, clusters)
        for whole, more in zip((wanted, found), by_tag(gold, clusters), strict=True):
            whole.update(more)
        total.update(counts)
        table[gold.folder.name] = figures(counts)
        print(
            f"{gold.folder.name:<24}"
            + "  ".join(f"{k} {v:.2f}" for k, v in table[gold.folder.name].items())
        )
        if options.errors:
            print("".join(f"    {error}\n" for error in errors), end="")
    table["TOTAL"] = figures(total)
    print(f"{'TOTAL':<24}" + "  ".join(f"{k} {v:.2f}" for k, v in table["TOTAL"].items()))
    if options.tags:
        for tag, count in sorted(wanted.items(), key=lambda item: (-item[1], item[0])):
            print(f"    {tag:<28}{found[tag]:>4}/{count:<4} {ratio(found[tag], count):.2f}")
    if options.update and not options.names:
        old = json.loads(FLOORS.read_text(encoding="utf-8")) if FLOORS.exists() else {}
        raised = {
            name: {k: max(v, old.get(name, {}).get(k, 0.0)) for k, v in row.items()}
            for name, row in table.items()
        }
        FLOORS.write_text(json.dumps(raised, indent=1, sort_keys=True) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
