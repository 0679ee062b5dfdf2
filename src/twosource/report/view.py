"""What every human-readable format needs of the report document, looked up once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

Row = dict[str, Any]

TITLES = {
    "conflict": "Sources differ",
    "agree": "Sources agree",
    "not-comparable": "Not comparable",
    "one-origin": "Several sources, one origin",
    "one-source": "One source only",
}


@dataclass(frozen=True, slots=True)
class View:
    """The report document with its tables by id."""

    data: Row
    assertions: dict[str, Row]
    sources: dict[str, Row]
    origins: dict[str, Row]

    def clusters(self, section: str) -> list[Row]:
        """The clusters of a section: a verdict, or a detail of single citation."""
        return [row for row in self.data["clusters"] if section in {row["verdict"], row["detail"]}]

    def place(self, item: Row) -> str:
        """file:line:column of an assertion; only the file when the report has no line."""
        document = str(self.sources[item["source"]]["document"])
        return f"{document}:{item['line']}:{item['column']}" if item["line"] else document

    def members(self, cluster: Row) -> list[Row]:
        """The assertions of a cluster in the order of their places."""
        found = [self.assertions[name] for name in cluster["members"]]
        return sorted(
            found,
            key=lambda item: (self.sources[item["source"]]["document"], item["span"]["start"]),
        )

    def values(self, cluster: Row) -> list[tuple[str, list[Row]]]:
        """Members grouped by what they state, most sources first."""
        groups: dict[str, list[Row]] = {}
        for item in self.members(cluster):
            groups.setdefault(stated(item), []).append(item)
        return sorted(
            groups.items(), key=lambda pair: (-len({i["source"] for i in pair[1]}), pair[0])
        )

    def sides(self, cluster: Row) -> list[tuple[str, list[Row]]]:
        """Of a conflict, the values that exclude each other; those that fit both are left out."""
        involved = {name for pair in cluster["conflicts"] for name in pair}
        groups = [
            (v, [i for i in items if i["id"] in involved]) for v, items in self.values(cluster)
        ]
        denials = [
            (f"denied: {stated(item)}", [item])
            for how, _, item in self.beside(cluster)
            if how == "denied" and item["id"] in involved
        ]
        return [*((value, items) for value, items in groups if items), *denials]

    def beside(self, cluster: Row) -> list[tuple[str, str, Row]]:
        """(how, reason, assertion) of what is no member but bears on the verdict, each once."""
        found = {row["id"]: row for row in cluster.get("beside", ())}
        return [(row["how"], row["reason"], self.assertions[name]) for name, row in found.items()]

    def series(self, cluster: Row) -> list[tuple[str, list[Row]]]:
        """(time in words, members) of a value that changed, the earliest first."""
        return [
            (_when(row), [self.assertions[name] for name in row["members"]])
            for row in cluster.get("series", ())
        ]

    def parts(self, cluster: Row) -> list[tuple[str, list[tuple[str, list[Row]]]]]:
        """Members for reading: (heading, values). Of a conflict the sides, then what fits both."""
        sides = self.sides(cluster) if cluster["verdict"] == "conflict" else []
        if not sides:
            return [("", self.values(cluster))]
        told = {item["id"] for _, items in sides for item in items}
        rest = [
            (value, [i for i in items if i["id"] not in told])
            for value, items in self.values(cluster)
        ]
        fitting = [(value, items) for value, items in rest if items]
        return [("", sides), *([("in conflict with none of these", fitting)] if fitting else [])]

    def derived(self) -> list[tuple[str, Row, list[Row]]]:
        """(equation, the figure that follows, the figures it follows from), as in the report."""
        return [
            (
                str(row["equation"]),
                self.assertions[row["result"]],
                [self.assertions[name] for name in row["parts"]],
            )
            for row in self.data.get("derivations", ())
        ]

    def reasons(self, cluster: Row) -> list[str]:
        """Why values that differ are no conflict, in words."""
        told = {str(step["reason"]) for step in cluster["why"] if "reason" in step}
        aside = [
            f"{'planned: ' if how == 'planned' else ''}{stated(item)} in {self.place(item)}"
            + (f", {reason}" if how == "scope" else "")
            for how, reason, item in self.beside(cluster)
            if how != "denied" and cluster["verdict"] != "conflict"
        ]
        return [*sorted(told), *aside]

    def count(self, items: list[Row]) -> str:
        """How many sources and known origins stand behind some assertions, in words."""
        sources, roots = len({item["source"] for item in items}), self.roots(items)
        return f"{plural(sources, 'source')}, {plural(roots, 'known origin')}"

    def roots(self, items: list[Row]) -> int:
        """Known distinct origins behind some assertions."""
        return len(
            {
                i["origin"]
                for i in items
                if self.origins.get(i["origin"], {}).get("kind") != "unknown"
            }
        )

    def origin(self, item: Row) -> str:
        """Whose word an assertion is, in words."""
        origin = self.origins.get(item["origin"])
        if origin is None:
            return "origin not traced"
        kinds = {"own": "own voice of ", "work": "from ", "unknown": "root unknown: "}
        return kinds[origin["kind"]] + str(origin["label"])

    def source_line(self, item: Row) -> str:
        """Publisher or title, and date, of an assertion's source."""
        source = self.sources[item["source"]]
        who = source["publisher"] or source["author"] or source["title"] or source["id"]
        return f"{who}, {source['date']}" if source["date"] else str(who)


def view(data: Row) -> View:
    """Index a report document."""
    return View(
        data,
        {row["id"]: row for row in data["assertions"]},
        {row["id"]: row for row in data["sources"]},
        {row["id"]: row for row in data["origins"]},
    )


def _when(point: Row) -> str:
    """A day, a stretch of days, or that the time is not known."""
    if point["first"] is None:
        return "time not known"
    same = point["first"] == point["last"]
    return str(point["first"]) if same else f"{point['first']} to {point['last']}"


def stated(item: Row) -> str:
    """The value in one short normal form."""
    value = item["value"]
    if item["kind"] == "event":
        when = day_words(value["time"]["edtf"]) if value["time"] else ""
        return " ".join(part for part in (value["type"], when, value["place"] or "") if part)
    if item["kind"] == "date":
        clock = f" {value['time']} {value.get('zone') or ''}".rstrip() if value.get("time") else ""
        return f"{day_words(value['edtf'])}{clock}".strip() or item["text"]
    low, high = value["low"], value["high"]
    number = (
        _grouped(low)
        if low == high
        else f"{_grouped(low)} to {_grouped(high)}"
        if low and high
        else f"{_grouped(low)} or more"
        if low
        else f"up to {_grouped(high)}"
    )
    unit = "" if value["unit"] == "1" else f" {value['unit']}"
    hedge = f"{value['hedge']} " if value["hedge"] in {"about", "nearly"} else ""
    return f"{hedge}{number}{unit}" + (f" {value['noun']}" if value["noun"] else "")


def day_words(edtf: str) -> str:
    """An EDTF date for people: "196X" is "1960s", "1997/.." is "since 1997"."""
    first, slash, last = edtf.partition("/")
    if not slash:
        return _one_day(edtf)
    if last in {"..", ""}:
        return f"since {_one_day(first)}"
    if first in {"..", ""}:
        return f"until {_one_day(last)}"
    return f"{_one_day(first)} to {_one_day(last)}"


def _one_day(edtf: str) -> str:
    hedge = {"~": "about ", "?": "perhaps ", "%": "perhaps about "}.get(edtf[-1:], "")
    day = edtf[:-1] if hedge else edtf
    if len(day) == 4 and day.endswith("X") and day.rstrip("X").isdigit():
        day = f"{day.replace('X', '0')}s"
    return f"{hedge}{day}"


def _grouped(number: str | None) -> str:
    """Thousands set off by commas."""
    if number is None:
        return ""
    whole, dot, rest = number.partition(".")
    sign, whole = ("-", whole[1:]) if whole.startswith("-") else ("", whole)
    parts: list[str] = []
    while len(whole) > 3:
        parts.insert(0, whole[-3:])
        whole = whole[:-3]
    return sign + ",".join([whole, *parts]) + dot + rest


def summary_line(data: Row) -> str:
    """One line that says what was read and found."""
    s = data["summary"]
    return (
        f"{plural(s['sources'], 'source')} read, {plural(s['assertions'], 'assertion')}: {s['conflict']} conflict, {s['agree']} agree, "
        f"{s['not-comparable']} not comparable, {s['single-citation']} single citation ({s['one-origin']} of them repeated)"
    )


def plural(count: int, noun: str) -> str:
    """ "1 source", "2 sources"."""
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


def word_start(text: str, at: int) -> int:
    """Move a cut on to the next word, so that no word is cut."""
    found = text.find(" ", at) if at else -1
    return at if found < 0 or found > at + 20 else found + 1


def word_end(text: str, at: int, least: int) -> int:
    """Move a cut back to the end of a word, never before `least`."""
    found = text.rfind(" ", least, at) if at < len(text) else -1
    return at if found < 0 or found < at - 20 else found


def value_place(item: Row) -> tuple[int, int]:
    """Start and end of the value inside the quote of its assertion."""
    start = max(0, item["span"]["start"] - item["sentence"]["start"])
    return start, start + len(item["text"])


def settled_words(cluster: Row) -> str:
    """What people settled about a cluster, with the reason; "" when they did not."""
    if "decision" in cluster:
        row = cluster["decision"]
        by = f" by {row['by']}" if row.get("by") else ""
        return f"{row['decision']} {row['date']}{by}: {row['reason']}"
    if "accepted" in cluster:
        row = cluster["accepted"]
        if row["by"] == "since":
            return str(row["reason"])
        until = f" until {row['until']}" if row.get("until") else ""
        return f"in the baseline{until}: {row['reason']}"
    return ""
