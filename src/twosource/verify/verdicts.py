"""Derive conflicts, verdicts, origins, series and what stands beside anew, from the values."""

import json
import re
from collections import Counter, defaultdict
from hashlib import blake2b
from itertools import combinations
from typing import Any

from twosource.verify.values import Data, Rows, digest, meaning, relation

_REVISED = r"\b(preliminary|provisional|revised|automatic|unconfirmed|corrected|(up|down)graded|than (\w+ ){0,2}(had|first|previously|initially|originally|earlier))\b"
_CALLED, _TURNED = "a figure called provisional or revised", "one source tells both in turn"


def whole_rows(data: Data) -> Rows:
    """The hash over all the rest, and the counts of the summary."""
    rest = {key: value for key, value in data.items() if key != "seal"}
    text = json.dumps(rest, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    if data["seal"] != blake2b(text.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest():
        yield "/seal", "is not that of this report"
    told = Counter(row[key] for row in data["clusters"] for key in ("verdict", "detail"))
    told |= {key: len(data[key]) for key in ("sources", "assertions", "clusters", "diagnostics")}
    accepted = sum("accepted" in row for row in data["clusters"] + data["diagnostics"])
    told |= {"documents": len(data["inputs"]), "accepted": accepted}
    if any(told[name] != count for name, count in data["summary"].items()):
        yield "/summary", f"says {data['summary']}, counted {dict(told)}"


def cluster_rows(data: Data) -> Rows:
    """Every cluster: id, members, conflicts, roots, verdict, detail, rule, trace."""
    known = {r["id"]: r for k in ("assertions", "origins", "derivations") for r in data[k]}
    owners = Counter(name for row in data["clusters"] for name in row["members"])
    stated = [row["id"] for row in data["assertions"] if row["modality"] in {"asserted", "alleged"}]
    if owners != Counter(stated) and not ("asked" in data and owners <= Counter(stated)):
        yield "/clusters", "not every stated assertion stands in one cluster, or one too many does"
    for number, row in enumerate(data["clusters"]):
        for name, wanted in _Cluster(row, known).wanted().items():
            if row.get(name) != wanted:
                yield f"/clusters/{number}/{name}", f"says {row.get(name)}, follows {wanted}"


class _Cluster:
    """One cluster with what bears on it."""

    def __init__(self, row: Data, known: Data) -> None:
        self.row, self.known = row, known
        self.by, steps = {name: known[name] for name in row["members"]}, row["why"]
        self.told = {(s["left"], s["right"]): s for s in steps if s["step"] == "compare"}
        own = [(s["left"], s["right"]) for s in steps if s["step"] == "own"]
        self.own = [(a, b) for a, b in own if _slot(known[a]) == _slot(known[b])]
        self.pairs = {}
        for pair in combinations(_few(self.by), 2):
            a, b = (known[name] for name in pair)
            if pair in self.own or a["source"] != b["source"] or pair in self.told:
                self.pairs[pair] = relation(a, b, self.told.get(pair, {}))

    def wanted(self) -> Data:
        """What each field of the row has to be."""
        row, by, ids = self.row, self.by.values(), sorted(self.by)
        roots = sorted({m["origin"] for m in by} & self.known.keys())
        sides = [side for side in row.get("beside", []) if self._bears(side)]
        clash = [pair for pair, found in self.pairs.items() if found == "excludes"]
        free = [pair for pair in clash if not self._explained(pair)]
        known = [root for root in roots if self.known[root]["kind"] in {"own", "work"}]
        verdict, detail, rule = self._verdict(clash, free, known, {side["how"] for side in sides})
        denied = [[s["member"], s["id"]] for s in sides if s["how"] == "denied" and rule == "CR105"]
        want = {"verdict": verdict, "detail": detail, "rule": rule, "origins": roots}
        want |= {"id": f"c-{digest(ids)}", "members": ids, "kind": "".join({m["kind"] for m in by})}
        want |= {"conflicts": [*map(list, free), *denied], "why": self._steps(rule, known)}
        want |= {"series": self._series()} if len(clash) > len(free) or "series" in row else {}
        return want | ({"beside": sides} if "beside" in row else {})

    def _verdict(self, clash: Any, free: Any, known: Any, sides: Any) -> list[str]:
        """The first rule that speaks."""
        both = [[self.by[name] for name in pair] for pair in free]
        same = [a["source"] != b["source"] and a["origin"] == b["origin"] in known for a, b in both]
        lone = len({m["source"] for m in self.by.values()}) < 2
        table = (
            ("conflict self CR304", free and all(pair in self.own for pair in free)),
            ("conflict misquoted CR104", free and all(same)),
            (f"conflict value CR10{'?qde'.index(self.row['kind'][0])}", free),
            ("conflict disputed CR105", "denied" in sides),
            ("not-comparable changed CR002", clash),
            ("agree derived CR003", len(known) == 1 and any(map(self._proved, self.row["why"]))),
            ("not-comparable planned CR004", lone and "planned" in sides),
            ("not-comparable scope CR005", lone and "scope" in sides),
            ("single-citation one-source CR201", lone),
            ("single-citation one-origin CR202", len(known) < 2),
            (f"agree {('compatible', 'exact')[{*self.pairs.values()} <= {'equal'}]} CR001", True),
        )
        return next(words.split() for words, holds in table if holds)

    def _proved(self, step: Data) -> bool:
        """Do figures of other sources with other, known roots give a member?"""
        row = self.known[step["derivation"]] if step["step"] == "derived" else {"parts": []}
        parts, own = [self.known[name] for name in row["parts"]], self.by.values()
        known = all(self.known.get(p["origin"], {}).get("kind") in {"own", "work"} for p in parts)
        apart = not any(m[k] == p[k] for m in own for p in parts for k in ("source", "origin"))
        return bool(parts) and known and apart and row["result"] in self.by

    def _explained(self, pair: tuple[str, str]) -> bool:
        """Can the reason hold: a word of revision, times of the two, one source that gives both?"""
        items, by = [self.by[name] for name in pair], self.by.values()
        if (said := self.told[pair].get("reason", "")).startswith("different times: "):
            (_, end), (start, _) = sorted(times := [p.split("/") for p in said[17:].split(" and ")])
            return end < start and all(self._told(i, *t) for i, t in zip(items, times, strict=True))
        near = [m for m in by if any(relation(m, x, {}) != "excludes" for x in items)]
        a, b = ({m["source"] for m in near if relation(m, x, {}) != "excludes"} for x in items)
        held = {_CALLED: any(re.search(_REVISED, m["plain"], re.I) for m in near), _TURNED: a & b}
        return bool(held.get(said, said == "a running figure, and not both times are known"))

    def _told(self, item: Data, low: Any, high: Any) -> bool:
        """Is a member, one that tells its figure before it, or just its figure, told for this time?"""
        like = [m["slot"]["scope"] for m in self.by.values() if relation(m, item, {}) == "equal"]
        same = [m["slot"]["scope"] for m in self.by.values() if m["origin"] == item["origin"]]
        times = {scope["as_of"] for scope in [*like, *same]} | {scope["time"] for scope in like}
        ends = [(_plain(t, 0, "0"), _plain(t, -1, "9")) for t in times if t and low and high]
        return low is high is None or any(all(map(str.startswith, (low, high), e)) for e in ends)

    def _series(self) -> Any:
        """The rows, where every member stands once, at a time it is told for, in order."""
        rows = self.row.get("series", [])
        once = sorted(name for row in rows for name in row["members"]) == sorted(self.by)
        order = [[r[k] or "~" for k in ("first", "last")] + r["members"] for r in rows]
        at = all(self._told(self.by[n], r["first"], r["last"]) for r in rows for n in r["members"])
        return rows if once and at and order == sorted(order) else []

    def _bears(self, row: Data) -> bool:
        """Does the modality, the value and the reason of a row beside a member fit?"""
        item, member, text = self.known[row["id"]], self.by[row["member"]], row["reason"]
        found = relation(item, member, {})
        if row["how"] != "scope":
            fits = (item["modality"], found == "excludes") == (row["how"], row["how"] == "planned")
            return fits and text == f"{row['how']} for the same slot"
        slots = [(m["slot"]["scope"], m["slot"]["terms"], m["text"]) for m in (item, member)]
        told = set(re.findall(r"[^\s,()]+", text.partition(": ")[2] or text.partition("(")[2]))
        held = set(re.findall(r"[^\s,()'\[\]]+", str(slots))) | {"and", "the", "whole"}
        return item["source"] != member["source"] and found == "excludes" and told <= held

    def _steps(self, rule: str, known: list[str]) -> list[Data]:
        """The trace: values as the members have them, relations as they follow."""
        support: Data = {"step": "support", "rule": rule, "known_roots": known}
        support["sources"] = sorted({m["source"] for m in self.by.values()})
        support["roots"] = {key: m["origin"] for key, m in self.by.items()}
        support["values"] = {key: meaning(m) for key, m in self.by.items()}
        support["unknown_roots"] = sum(o not in known for o in support["roots"].values())
        return [*({**step, **self._step(step)} for step in self.row["why"][:-1]), support]

    def _step(self, step: Data) -> Data:
        if step["step"] == "compare":
            pair = (step["left"], step["right"])
            left, right = (meaning(self.by[name]) for name in pair)
            return {"left_value": left, "right_value": right, "relation": self.pairs.get(pair)}
        return {} if step["step"] in {"own", "derived"} else {"step": "other"}


def _few(by: Data) -> list[str]:
    """The members, the first six of one statement."""
    told: Data = defaultdict(list)
    for key, m in by.items():
        own = f"{m['slot']}{m['origin']}{m['origin'] == 'own:' + m['source']}"
        told[f"{m['plain']}\n{m['text']}\n{meaning(m)}{own}"].append(key)
    return sorted(name for names in told.values() for name in names[:6])


def _slot(item: Data) -> list[object]:
    return [item["slot"].get(key) for key in ("subject", "noun", "senses", "voice")]


def _plain(t: str, end: int, x: str) -> str:
    """Year, month or day without what is not known; "" for an open end."""
    return re.sub(r"(?<=^\d{4})-[2-4]\d[~?%]*$|\.\.|[~?%]", "", t.split("/")[end]).replace("X", x)
