"""Make gold.json of each labelled corpus from its compact labels.toml.

In:  folders NN-name/ with sources and labels.toml. Out: NN-name/gold.json, the same bytes every run.

    python tests/gold/build.py            write every gold.json
    python tests/gold/build.py --check    write nothing; exit 1 when a gold.json is out of date

A place is [source, quote, surface, normalised] or the same with a table of extras (group, asof,
attributed_to). The quote must stand once in the raw file and the surface once in the quote.
A reference to a labelled place is "CLUSTER:SOURCE", "CLUSTER:SOURCE:2" for the second one of that
source, or "x:ID" for a non-assertion.
"""

from __future__ import annotations

import json
import sys
import tomllib
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path
from typing import Any

EXTRAS = ("group", "attributed_to", "asof")
SINGLE = "single-source"
Member = dict[str, Any]
Span = tuple[str, int, int]


class LabelError(ValueError):
    """A label does not fit its text, or breaks a rule of the label scheme."""


def build(folder: Path) -> str:
    """Return the text of gold.json for one corpus; raises LabelError with every problem found."""
    labels = tomllib.loads((folder / "labels.toml").read_text(encoding="utf-8"))
    corpus = Corpus(folder, labels)
    gold = corpus.gold()
    problems = corpus.problems + list(check_rules(gold))
    if problems:
        raise LabelError("\n".join(f"{folder.name}: {problem}" for problem in problems))
    return json.dumps(gold, ensure_ascii=False, indent=1) + "\n"


class Corpus:
    """The texts of one folder and the labels that point into them."""

    def __init__(self, folder: Path, labels: dict[str, Any]) -> None:
        self.labels = labels
        self.problems: list[str] = []
        self.sources = labels["sources"]
        self.texts = {
            key: (folder / source["file"]).read_bytes().decode("utf-8")
            for key, source in self.sources.items()
        }
        self.named: dict[str, Member] = {}

    def gold(self) -> dict[str, Any]:
        """Return the whole record, in the order of the labels."""
        clusters = [self.cluster(item) for item in self.labels["cluster"]]
        refuted = [self.non_assertion(item) for item in self.labels["non_assertions"]]
        return {
            "topic": self.labels["topic"],
            "title": self.labels["title"],
            "sources": [self.source(key) for key in self.sources],
            "clusters": clusters,
            "non_matches": [self.non_match(item) for item in self.labels["non_matches"]],
            "non_assertions": refuted,
            "optional_links": self.labels.get("optional_links", []),
            "optional_pairs": [
                [list(span_of(self.place(at))) for at in pair]
                for pair in self.labels.get("optional_pairs", [])
            ],
            "derivations": [self.derivation(item) for item in self.labels.get("derivations", [])],
        }

    def source(self, key: str) -> dict[str, Any]:
        return {**self.sources[key], "words": len(self.texts[key].split())}

    def cluster(self, item: dict[str, Any]) -> dict[str, Any]:
        members = [self.member(at) for at in item["members"]]
        for at, member in zip(item["members"], members, strict=True):
            self.name(f"{item['id']}:{at[0]}", member)
        keys = ("id", "fact", "verdict", "tags")
        return {**{k: item[k] for k in keys}, "members": members, "why": item["why"]}

    def non_assertion(self, item: list[Any]) -> dict[str, Any]:
        key, *at, kind, why = item
        member = self.member(at)
        self.name(f"x:{key}", member)
        return {**member, "kind": kind, "why": why}

    def non_match(self, item: list[Any]) -> dict[str, Any]:
        left, right, reason, why = item
        return {"a": self.place(left), "b": self.place(right), "reason": reason, "why": why}

    def derivation(self, item: list[Any]) -> dict[str, Any]:
        source, origin, attributed, evidence = item
        if evidence not in self.texts[source]:
            self.problems.append(f"derivation evidence not in {source}: {evidence!r}")
        known = self.sources.get(origin)
        return {
            "source": self.sources[source]["file"],
            "derives_from": known["file"] if known else origin,
            "attributed": attributed,
            "evidence": evidence,
        }

    def name(self, key: str, member: Member) -> None:
        """Remember a place under its name; the second of a source gets ":2" and so on."""
        count = 1
        full = key
        while full in self.named:
            count += 1
            full = f"{key}:{count}"
        self.named[full] = member

    def place(self, at: str | list[Any]) -> Member:
        if not isinstance(at, str):
            return self.member(at)
        if at not in self.named:
            self.problems.append(f"no labelled place {at!r}")
            return {"source": "?", "start": 0, "end": 0, "surface": "?"}
        return {k: v for k, v in self.named[at].items() if k not in EXTRAS}

    def member(self, at: list[Any]) -> Member:
        source, quote, surface, normalised, *rest = at
        text = self.texts[source]
        for needle, hay, where in ((quote, text, source), (surface, quote, repr(quote))):
            if hay.count(needle) != 1:
                self.problems.append(f"{needle!r} stands {hay.count(needle)} times in {where}")
        start = text.find(quote) + quote.find(surface)
        extras = rest[0] if rest else {}
        return {
            "source": self.sources[source]["file"],
            "quote": quote,
            "surface": surface,
            "start": start,
            "end": start + len(surface),
            "normalised": normalised,
            **{key: extras[key] for key in EXTRAS if key in extras},
        }


def span_of(member: Member) -> Span:
    return (member["source"], member["start"], member["end"])


def check_rules(gold: dict[str, Any]) -> Iterator[str]:
    """Yield each breach of the rules that hold between labels."""
    seen: dict[Span, str] = {}
    for label, member in labelled(gold):
        span = span_of(member)
        if span in seen:
            yield f"{label} and {seen[span]} label the same place {member['surface']!r}"
        seen[span] = label
    yield from check_overlap(gold, seen)
    for cluster in gold["clusters"]:
        yield from check_cluster(cluster)
    for item in gold["non_matches"]:
        a, b = (span_of(item[side]) for side in "ab")
        if a == b or (seen.get(a) is not None and seen.get(a) == seen.get(b)):
            yield f"a non-match inside one cluster: {item['why']}"


def labelled(gold: dict[str, Any]) -> Iterator[tuple[str, Member]]:
    for cluster in gold["clusters"]:
        yield from ((cluster["id"], member) for member in cluster["members"])
    for number, item in enumerate(gold["non_assertions"]):
        yield f"non-assertion {number}", item


def check_overlap(gold: dict[str, Any], seen: dict[Span, str]) -> Iterator[str]:
    """Two labels may share a place in full, never in part."""
    ends = {span_of(item[side]) for item in gold["non_matches"] for side in "ab"}
    spans = sorted(set(seen) | ends)
    for left, right in combinations(spans, 2):
        if left[0] == right[0] and right[1] < left[2]:
            yield f"labels overlap: {left} and {right}"


def check_cluster(cluster: dict[str, Any]) -> Iterator[str]:
    """A verdict must fit the number of sources, groups and as-of dates of its members."""
    name, verdict, members = cluster["id"], cluster["verdict"], cluster["members"]
    if (len({m["source"] for m in members}) == 1) != (verdict == SINGLE):
        yield f"{name}: {verdict} does not fit the number of sources"
    groups = {m.get("group") for m in members}
    if (verdict == "conflict") != (None not in groups and len(groups) > 1):
        yield f"{name}: {verdict} does not fit groups {sorted(map(str, groups))}"
    asof = {m.get("asof") for m in members}
    if verdict == "superseded" and (None in asof or len(asof) < 2):
        yield f"{name}: superseded needs an as-of on every member, and two of them"


def main(arguments: list[str]) -> int:
    """Write or check every gold.json beside this file; nothing is written when a label is wrong."""
    folders = sorted(path.parent for path in Path(__file__).resolve().parent.glob("*/labels.toml"))
    built = {folder / "gold.json": build(folder) for folder in folders}
    stale = [path for path, text in built.items() if not holds(path, text)]
    for path in stale:
        if "--check" in arguments:
            print(f"{path.parent.name}: gold.json is out of date", file=sys.stderr)
        else:
            path.write_bytes(built[path].encode("utf-8"))
    return int("--check" in arguments and bool(stale))


def holds(path: Path, text: str) -> bool:
    """Tell whether the file is there with exactly this text."""
    return path.exists() and path.read_bytes() == text.encode("utf-8")


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except LabelError as error:
        sys.exit(str(error))
