"""Check ids, bounds and equations, and derive anew how two values stand to each other."""

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from hashlib import blake2b
from typing import Any

Data = dict[str, Any]
Rows = Iterator[tuple[str, str]]
_SLIPS = {"early": (0, 4), "mid": (2, 2), "late": (4, 0), "early-mid": (0, 1), "mid-late": (1, 0)}
_MARKS = dict(sum=" + ", product=" * ", conversion=" * ", share=" / ", change=" / ")  # noqa: C408


def digest(parts: list[str]) -> str:
    """Twelve hexadecimal digits of joined strings."""
    return blake2b("\x1f".join(parts).encode("utf-8", "replace"), digest_size=6).hexdigest()


def value_rows(data: Data) -> Rows:
    """The id of every assertion, the bounds of every value."""
    seen: Counter[str] = Counter()
    for number, row in enumerate(data["assertions"]):
        value, slot, said = row["value"], row["slot"], row["attribution"] or {}
        words = [row["source"], row["kind"], _key(row), slot["subject"], slot["attribute"]]
        base = digest([word or "" for word in [*words, slot["noun"], said.get("speaker")]])
        seen[base] += 1
        if row["id"] != f"a-{base}" + f"-{seen[base]}" * (seen[base] > 1):
            yield f"/assertions/{number}/id", "does not follow from what is said"
        if not {"quantity": _bounds_follow, "date": _days_follow}.get(row["kind"], bool)(value):
            yield f"/assertions/{number}/value", "its bounds do not follow from what is written"


def _key(row: Data) -> str:
    names = {"quantity": "low high unit noun hedge", "date": "edtf time zone hedge"}
    if (value := row["value"]) and row["kind"] == "event":
        roles = filter(None, [value["participants"], value.get("agents")])
        return "|".join([value["type"], str(value["place"]), *map(",".join, roles)])
    return "|".join(str(value.get(name)) for name in names[row["kind"]].split())


def _bounds_follow(value: Data) -> bool:
    """The interval lies around what is written, and is open where the hedge opens it."""
    low, high, span = value["low"], value["high"], value["interval"]
    if low is None or high is None:
        return bool(span["low"] == low if high is None else span["high"] == high)
    return Decimal(span["low"] or "-Inf") <= Decimal(low) <= Decimal(high) <= Decimal(span["high"])


def _days_follow(value: Data) -> bool:
    """The first day of plain years, months and days; other forms hold their days in order."""
    first, last = value["earliest"], value["latest"]
    plain = re.fullmatch(r"(\d{4})(?:-(0\d|1[0-2])(?:-(\d{2}))?)?", value["edtf"])
    if plain is None or value.get("hedge") is not None:
        return first is None or last is None or first[0] == "-" or first <= last
    return bool(first == "-".join([*filter(None, plain.groups()), "01", "01"][:3]) <= last)


def meaning(item: Data) -> str:
    """The stretch of numbers or days that the value can mean, as the trace shows it."""
    value, span = item["value"], item["value"].get("interval")
    if span:
        ends = {"none": "[]", "low": "(]", "high": "[)", "both": "()"}[span["open"]]
        return f"{ends[0]}{span['low'] or '-inf'}, {span['high'] or 'inf'}{ends[1]} {value['unit']}"
    if item["kind"] == "date":
        return _stretch(value)
    when = f" {value['time']['edtf']} {_stretch(value['time'])}" if value["time"] else ""
    return f"{value['type']}: {', '.join(value['participants'])}{when}"


def _stretch(v: Data) -> str:
    hour = f" {v.get('time')}{v.get('zone') or ''}{' or 12 hours later' * ('either_half' in v)}"
    return f"{v['earliest'] or '..'}/{v['latest'] or '..'}{hour * bool(v.get('time'))}"


def relation(one: Data, two: Data, step: Data) -> str:
    """The relation as the intervals have it; of two units, as traced."""
    a, b = (x["value"]["time"] if x["kind"] == "event" else x["value"] for x in (one, two))
    if one["kind"] != "quantity":
        return _of_days(a, b) if a and b else "compatible"
    if a["unit"] != b["unit"]:
        return str(step.get("relation", "compatible"))
    if all(a[key] == b[key] for key in ("low", "high", "hedge")):
        return "equal"
    sides = a["interval"], b["interval"]
    low, left = max((Decimal(s["low"] or "-Inf"), s["open"] in {"low", "both"}) for s in sides)
    high, right = min((Decimal(s["high"] or "Inf"), s["open"] in {"none", "low"}) for s in sides)
    meet = low < high or (low == high and not left and right)
    return "compatible" if meet and "unlimited" not in {a["hedge"], b["hedge"]} else "excludes"


def _of_days(a: Data, b: Data) -> str:
    """Two dates, or two times of day: a round or a hedged one may be some minutes off."""
    if a.get("time") and b.get("time"):
        zones = {z if (z := v.get("zone") or "")[:5].lower() != "local" else "" for v in (a, b)}
        days = [v["earliest"] or "" for v in (a, b) if v["anchor"] != "document"]
        years = [int(day[:4]) for day in days if day > "0"]
        if len(zones) > 1 or max(years, default=0) - min(years, default=0) > 1:
            return "incomparable"
        one, two = (int(v["time"][:2]) * 60 + int(v["time"][3:5]) for v in (a, b))
        apart = min(n % (1440 - 720 * ("either_half" in {*a, *b})) for n in (one - two, two - one))
        near = "compatible" if apart <= _reach(one, a) + _reach(two, b) else "excludes"
        return "equal" if all(a.get(k) == b.get(k) for k in ("time", "either_half")) else near
    unknown = any(not v["edtf"] or v["edtf"].startswith("XXXX") for v in (a, b))
    if unknown or ((a.get("time") or b.get("time")) and "document" in {a["anchor"], b["anchor"]}):
        return "incomparable"
    if (a["edtf"], a.get("hedge")) == (b["edtf"], b.get("hedge")):
        return "equal"
    split = [[int(y) for y in v["edtf"].split("/") if y.isdigit() and len(y) == 4] for v in (a, b)]
    two = all(len(years) == 2 and years[1] - years[0] == 1 for years in split)
    (first, last), (begin, end) = _days(a), _days(b)
    return "compatible" if first <= end and begin <= last and not two else "excludes"


def _reach(m: int, v: Data) -> int:
    return (7 + 15 * (m % 60 < 1)) * bool(v.get("hedge")) + max(7 * (m % 15 < 1), 2 * (m % 5 < 1))


def _days(value: Data) -> tuple[float, float]:
    """First and last day; a day told from the document's date may be one off, and a part of a
    period reach so many quarters of its length beyond its days."""
    first, last = _number(value["earliest"], -1e7), _number(value["latest"], 1e7)
    fourth, (before, after) = (last - first + 1) / 4, _SLIPS.get(value.get("hedge") or "", (0, 0))
    if (value["anchor"], value.get("precision"), "named" in value) == ("document", "day", False):
        fourth, before, after = 1, 1, 1
    return first - before * fourth, last + after * fourth


def _number(day: str | None, far: float) -> float:
    """The days of any era, numbered; far off on an open side."""
    year, *rest = (int(part) for part in re.split(r"(?<=\d)-", day)) if day else (0,)
    return date(year % 400 + 400, *rest).toordinal() + year // 400 * 146_097 if rest else far


def equation_rows(data: Data) -> Rows:
    """The id, the parts, the words and the arithmetic of every equation."""
    known = {row["id"]: row["value"] for row in data["assertions"]}
    for number, row in enumerate(data["derivations"]):
        work = _years if row["kind"] in {"span", "age"} else _sum
        left, fits, right = work(row, [known[name] for name in row["parts"]], known[row["result"]])
        name = f"d-{digest([row['kind'], *row['parts'], row['result']])}"
        if (row["id"], row["equation"]) != (name, f"{left} = {right}") or not fits:
            yield f"/derivations/{number}", f"says {row['equation']}, the values do not give it"


def _sum(row: Data, parts: list[Data], end: Data) -> tuple[str, bool, str]:
    """The left side as it has to read, whether it holds, the right side."""
    terms = [v["low"] if v["unit"] == "1" else f"{v['low']} {v['unit']}" for v in (*parts, end)]
    points = [Decimal(v["low"]) for v in (*parts, end)]
    right, point, kind = terms.pop(), points.pop(), row["kind"]
    if len(parts) == 1:  # a count of its own whole, or a factor between two units
        factor = parts[0].get("whole") or row["equation"].split(" * ")[1].split(" = ")[0]
        terms, points = [terms[0], factor], [points[0], Decimal(factor)]
    (one, two), wide = points[:2], Decimal(end["interval"]["high"] or point) - point
    mark, others = _MARKS.get(kind, " - "), kind == "share" and row["equation"][:4] == "1 - "
    found = one * two if mark == " * " else sum(points, Decimal(0)) if mark == " + " else one - two
    slack = max(wide, abs(point) / 45) if kind == "conversion" else wide * (mark == " / ")
    if mark == " / ":
        found = (1 - one / two if others else one / two if kind == "share" else two / one - 1) * 100
    if kind == "change":
        terms, found = [terms[1], f"{terms[0]} - 1"], abs(found) if point > 0 else found
    return "1 - " * others + mark.join(terms), abs(found - point) <= slack, right


def _years(row: Data, parts: list[Data], end: Data) -> tuple[str, bool, str]:
    """Two days or two years, the later first, and whole years between them."""
    edges = [edge for value in parts for edge in reversed(value["edtf"].split("/"))]
    days = row["kind"] == "age" and all(len(edge) == 10 for edge in edges)
    last, first = (edge if days else edge[:4] for edge in (edges[0], edges[-1]))
    years = str(int(last[:4]) - int(first[:4]) - (days and last[5:] < first[5:]))
    return f"{last} - {first}", end["low"] == end["high"] == years, f"{years} years"
