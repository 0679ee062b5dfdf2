"""What every human-readable format needs of the report document, looked up once."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import partial
from typing import Any, Final

from twosource.report.readable import Readable, readable
from twosource.report.stated import day_words, stated
from twosource.report.weight import weight
from twosource.units import shown_unit

__all__ = [
    "TITLES",
    "View",
    "bare",
    "day_words",
    "plural",
    "settled_words",
    "source_date",
    "stated",
    "summary_line",
    "value_place",
    "view",
    "word_end",
    "word_start",
]

Row = dict[str, Any]

_CODE: Final = re.compile(r"(?<= )[\[{][^\[\]{} ]{1,20}[\]}]")  # a unit in brackets: "[mi_i]"
_ONE_DAY: Final = re.compile(r"\b(\d{4}-\d\d-\d\d)/\1\b")  # a period that begins where it ends

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
    readable: Readable

    def marked(self, item: Row) -> tuple[str, str, str]:
        """The readable sentence of an assertion, cut before and behind its value."""
        return self.readable.marked(item, self.sources[item["source"]]["document"])

    def document(self, item: Row) -> str:
        """The path of the document an assertion stands in."""
        return str(self.sources[item["source"]]["document"])

    def clusters(self, section: str) -> list[Row]:
        """The clusters of a section, a verdict or a detail of single citation; weightiest first."""
        found = [row for row in self.data["clusters"] if section in {row["verdict"], row["detail"]}]
        return found if section == "one-source" else sorted(found, key=partial(weight, self))

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
        """Members grouped by what they state, most sources first.

        What is counted goes by many names: 14 people and 14 patients are one value, "14".
        """
        groups: dict[str, list[Row]] = {}
        for item in self.members(cluster):
            groups.setdefault(bare(item), []).append(item)
        named = [(_named(value, items), items) for value, items in groups.items()]
        return sorted(named, key=lambda pair: (-len({i["source"] for i in pair[1]}), pair[0]))

    def sides(self, cluster: Row) -> list[tuple[str, list[Row]]]:
        """Of a conflict, the values that exclude each other; those that fit both are left out."""
        involved = {name for pair in cluster["conflicts"] for name in pair}
        groups = [
            (v, [i for i in items if i["id"] in involved]) for v, items in self.values(cluster)
        ]
        told = [(value, items) for value, items in groups if items]
        return [*told, *self._denials(cluster, involved)]

    def _denials(self, cluster: Row, involved: set[str]) -> list[tuple[str, list[Row]]]:
        return [
            (f"denied: {stated(item)}", [item])
            for how, _, item in self.beside(cluster)
            if how == "denied" and item["id"] in involved
        ]

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
        involved = {name for pair in cluster["conflicts"] for name in pair}
        whole = self.values(cluster)
        if cluster["verdict"] != "conflict" or not self.sides(cluster):
            return [("", whole)]
        ours = [pair for pair in whole if any(item["id"] in involved for item in pair[1])]
        fitting = [pair for pair in whole if pair not in ours]
        sides = [*ours, *self._denials(cluster, involved)]
        return [("", sides), *([("in conflict with none of these", fitting)] if fitting else [])]

    def derived(self) -> list[tuple[str, Row, list[Row]]]:
        """(equation in words, the figure that follows, the figures it follows from)."""
        return [
            (
                _equation(str(row["equation"])),
                self.assertions[row["result"]],
                [self.assertions[name] for name in row["parts"]],
            )
            for row in self.data.get("derivations", ())
        ]

    def reasons(self, cluster: Row) -> list[str]:
        """Why values that differ are no conflict, in words."""
        told = {
            _ONE_DAY.sub(r"\1", str(step["reason"])) for step in cluster["why"] if "reason" in step
        }
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
        known = plural(roots, "known origin") if roots else "no known origin"
        return f"{plural(sources, 'source')}, {known}"

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
        return f"{who}, {source_date(source)}" if source["date"] else str(who)


def bare(item: Row) -> str:
    """The value without the word for what is counted."""
    if item["kind"] != "quantity":
        return stated(item)
    return stated({**item, "value": {**item["value"], "noun": None}})


def _named(value: str, items: list[Row]) -> str:
    """The value with the word for what is counted, when all use the same."""
    full = {stated(item) for item in items}
    return full.pop() if len(full) == 1 else value


def view(data: Row) -> View:
    """Index a report document."""
    return View(
        data,
        {row["id"]: row for row in data["assertions"]},
        {row["id"]: row for row in data["sources"]},
        {row["id"]: row for row in data["origins"]},
        readable(data),
    )


def _equation(text: str) -> str:
    """ "31 m * 3.28084 = 102 [ft_i]" as people write it: "31 m × 3.28084 = 102 ft"."""
    named = _CODE.sub(lambda found: shown_unit(found[0]).strip() or found[0], text)
    return named.replace(" * ", " × ")


def _when(point: Row) -> str:
    """A day, a stretch of days, or that the time is not known."""
    if point["first"] is None:
        return "time not known"
    same = point["first"] == point["last"]
    return str(point["first"]) if same else f"{point['first']} to {point['last']}"


def source_date(source: Row) -> str:
    """When a source is from, in words; "" when that is not known."""
    first, slash, last = (source["date"] or "").partition("/")
    return (
        f"{day_words(first)} or later"
        if slash and last == ".."
        else day_words(first + slash + last)
    )


def summary_line(data: Row) -> str:
    """One line that says what was read and found."""
    s = data["summary"]
    alone = plural(s["single-citation"], "single citation")
    repeated = f" ({s['one-origin']} told by several sources)" if s["one-origin"] else ""
    return (
        f"{plural(s['sources'], 'source')} read, {plural(s['assertions'], 'assertion')}: "
        f"{plural(s['conflict'], 'conflict')}, {plural(s['agree'], 'agreement')}, "
        f"{s['not-comparable']} not comparable, {alone}{repeated}"
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
