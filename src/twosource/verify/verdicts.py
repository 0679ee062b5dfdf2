"""Derive relations, verdicts, origins and counts anew from the values and the trace."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from decimal import Decimal
from hashlib import blake2b
from itertools import combinations
from typing import Any

from twosource.verify.values import digest

Row = tuple[str, str]
Data = Mapping[str, Any]
Pair = tuple[str, str]
_RULES = {"quantity": "CR101", "date": "CR102", "event": "CR103"}


def seal_rows(data: Data) -> Iterator[Row]:
    """The hash over all the rest."""
    rest = {key: value for key, value in data.items() if key != "seal"}
    text = json.dumps(rest, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    found = blake2b(text.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()
    if data["seal"] != found:
        yield "/seal", f"says {data['seal']}, the report has {found}"


def cluster_rows(data: Data) -> Iterator[Row]:
    """Every cluster: id, members, conflicts, roots, verdict, detail, rule, trace."""
    known = {row["id"]: row for row in data["assertions"]}
    origins = {row["id"]: row["kind"] for row in data["origins"]}
    owners: Counter[str] = Counter(m for row in data["clusters"] for m in row["members"])
    for index, row in enumerate(data["clusters"]):
        at = f"/clusters/{index}"
        missing = [m for m in row["members"] if m not in known or owners[m] > 1]
        if missing:
            yield f"{at}/members", f"{missing[0]} is unknown or in two clusters"
            continue
        yield from _cluster(at, row, [known[m] for m in row["members"]], origins)
    stated = {r["id"] for r in data["assertions"] if r["modality"] in {"asserted", "alleged"}}
    if stated != set(owners):
        yield "/clusters", "not every stated assertion stands in one cluster, or one too many does"


def _cluster(
    at: str, row: Data, members: Sequence[Data], origins: Mapping[str, str]
) -> Iterator[Row]:
    if row["id"] != "c-" + digest(sorted(row["members"])):
        yield f"{at}/id", "does not follow from the members"
    if {m["kind"] for m in members} != {row["kind"]}:
        yield f"{at}/kind", "is not the kind of the members"
    roots = sorted({m["origin"] for m in members} & set(origins))
    if row["origins"] != roots:
        yield f"{at}/origins", f"says {row['origins']}, the members have {roots}"
    told = {(s["left"], s["right"]): s for s in row["why"] if s["step"] == "compare"}
    relations = {
        pair: _relation(a, b, told.get(pair) or told.get((pair[1], pair[0])))
        for a, b in combinations(members, 2)
        if a["source"] != b["source"] and (pair := (a["id"], b["id"]))
    }
    yield from _steps(at, row, {m["id"]: m for m in members}, relations, origins)
    wanted = _verdict(row, members, relations, told, [o for o in roots if origins[o] != "unknown"])
    said = (row["verdict"], row["detail"], row["rule"])
    if said != wanted:
        yield f"{at}/verdict", f"says {' '.join(said)}, follows {' '.join(wanted)}"


def _verdict(
    row: Data,
    members: Sequence[Data],
    relations: Mapping[Pair, str],
    told: Mapping[Pair, Data],
    roots: Sequence[str],
) -> tuple[str, str, str]:
    clash = {pair for pair, found in relations.items() if found == "excludes"}
    reasons = {frozenset(pair) for pair, step in told.items() if step.get("reason")}
    conflicts = {frozenset(pair) for pair in clash} - reasons
    if conflicts != {frozenset(pair) for pair in row["conflicts"]}:
        return "conflicts", "do not follow", "from the values"
    if conflicts:
        origin = {m["id"]: m["origin"] for m in members}
        quoted = [len({origin[i] for i in p}) == 1 and origin[min(p)] in roots for p in conflicts]
        rule = "CR104" if all(quoted) else _RULES[row["kind"]]
        return "conflict", "misquoted" if all(quoted) else "value", rule
    if clash:
        return "not-comparable", "changed", "CR002"
    if len({m["source"] for m in members}) < 2:
        return "single-citation", "one-source", "CR201"
    if len(roots) < 2:
        return "single-citation", "one-origin", "CR202"
    exact = all(found == "equal" for found in relations.values())
    return "agree", "exact" if exact else "compatible", "CR001"


def _steps(
    at: str, row: Data, by: Data, relations: Mapping[Pair, str], kinds: Data
) -> Iterator[Row]:
    """The trace itself: values as the members have them, relations as they follow."""
    known = {m["origin"] for m in by.values() if kinds.get(m["origin"]) in {"own", "work"}}
    support = {
        "step": "support",
        "sources": sorted({m["source"] for m in by.values()}),
        "known_roots": sorted(known),
        "unknown_roots": sum(m["origin"] not in known for m in by.values()),
        "roots": {key: m["origin"] for key, m in by.items()},
        "values": {key: _meaning(m) for key, m in by.items()},
        "rule": row["rule"],
    }
    for number, step in enumerate(row["why"]):
        wanted = support
        if step["step"] == "compare":
            left, right = step["left"], step["right"]
            found = relations.get((left, right)) or relations.get((right, left))
            values = {"left_value": _meaning(by[left]), "right_value": _meaning(by[right])}
            wanted = {**step, **values, "relation": found}
        if step != wanted:
            yield f"{at}/why/{number}", "does not follow from the members"


def _meaning(item: Data) -> str:
    value = item["value"]
    if item["kind"] == "quantity":
        span = value["interval"]
        left = "(" if span["open"] in {"low", "both"} else "["
        right = ")" if span["open"] in {"high", "both"} else "]"
        return f"{left}{span['low'] or '-inf'}, {span['high'] or 'inf'}{right} {value['unit']}"
    if item["kind"] == "date":
        return _stretch(value)
    when = f" {value['time']['edtf']} {_stretch(value['time'])}" if value["time"] else ""
    return f"{value['type']}: {', '.join(value['participants'])}{when}"


def _stretch(value: Data) -> str:
    days = f"{value['earliest'] or '..'}/{value['latest'] or '..'}"
    return f"{days} {value['time']}{value.get('zone') or ''}" if value.get("time") else days


def _relation(one: Data, two: Data, step: Data | None) -> str:
    """The relation as the intervals have it; of two units, as traced."""
    a, b = one["value"], two["value"]
    if one["kind"] == "event":
        return _of_days(a["time"], b["time"]) if a["time"] and b["time"] else "compatible"
    if one["kind"] == "date":
        return _of_days(a, b)
    if a["unit"] != b["unit"]:
        return str((step or {}).get("relation", "compatible"))
    if all(a[key] == b[key] for key in ("low", "high", "hedge")):
        return "equal"
    return "compatible" if _meet(a["interval"], b["interval"]) else "excludes"


def _of_days(a: Data, b: Data) -> str:
    """Two dates, or two times of day."""
    if a.get("time") and b.get("time"):
        return _of_times(a, b)
    anchors = {a["anchor"], b["anchor"]}
    guessed = bool(a.get("time")) != bool(b.get("time")) and "document" in anchors
    if guessed or any(not v["edtf"] or v["edtf"].startswith("XXXX") for v in (a, b)):
        return "incomparable"
    if (a["edtf"], a.get("hedge")) == (b["edtf"], b.get("hedge")):
        return "equal"
    (first, last), (begin, end) = _days(a), _days(b)
    return "compatible" if first <= end and begin <= last else "excludes"


def _days(value: Data) -> tuple[str, str]:
    """First and last day; a day told from the document's date may be one off."""
    first, last = value["earliest"] or "", value["latest"] or "~"
    if value["anchor"] == "document" and value.get("precision") == "day" and first and last != "~":
        one = timedelta(days=1)
        first = (date.fromisoformat(first) - one).isoformat()
        last = (date.fromisoformat(last) + one).isoformat()
    return first, last


def _of_times(a: Data, b: Data) -> str:
    zones = {z if (z := v.get("zone") or "")[:5].lower() != "local" else "" for v in (a, b)}
    one, two = a["time"], b["time"]
    if len(zones) > 1 or one == two:
        return "equal" if len(zones) == 1 else "incomparable"
    apart = reach = 0
    for sign, value in ((1, a), (-1, b)):  # a round time, or a hedged one, may be off
        minute = int(value["time"][:2]) * 60 + int(value["time"][3:5])
        apart += sign * minute
        reach += (7 * (minute % 15 == 0) or 2 * (minute % 5 == 0)) + 8 * bool(value.get("hedge"))
    return "compatible" if abs(apart) <= reach else "excludes"


def _meet(one: Data, two: Data) -> bool:
    """Do two intervals share a number? A side that is open does not hold its end."""
    low, low_open = max(
        (Decimal(s["low"] or "-Infinity"), s["open"] in {"low", "both"}) for s in (one, two)
    )
    high, closed = min(
        (Decimal(s["high"] or "Infinity"), s["open"] not in {"high", "both"}) for s in (one, two)
    )
    return low < high or (low == high and not low_open and closed)


def summary_rows(data: Data) -> Iterator[Row]:
    """The counts of the summary."""
    verdicts = Counter(row["verdict"] for row in data["clusters"])
    wanted = {
        "documents": len(data["inputs"]),
        "sources": len(data["sources"]),
        "assertions": len(data["assertions"]),
        "clusters": len(data["clusters"]),
        **{
            name: verdicts[name]
            for name in ("agree", "conflict", "not-comparable", "single-citation")
        },
        "one-origin": sum(row["detail"] == "one-origin" for row in data["clusters"]),
        "diagnostics": len(data["diagnostics"]),
    }
    for key, count in wanted.items():
        if data["summary"].get(key) != count:
            yield f"/summary/{key}", f"says {data['summary'].get(key)}, counted {count}"
