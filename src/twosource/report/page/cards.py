"""One card a cluster: the sides, their quotes, whose word each is, how it was decided.

In: the view of a report and the names of the page. Out: plain values for the template.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from twosource.report.difference import apart
from twosource.report.meant import Names as NamesJoined
from twosource.report.meant import around, short_words
from twosource.report.page.lanes import value_line
from twosource.report.page.people import Names, source_facts
from twosource.report.page.words import DETAILS, MODALITIES, SYMBOLS, plural, section
from twosource.report.view import View, settled_words, stated

Row = dict[str, Any]
Group = tuple[str, list[Row]]
OPEN_QUOTES: Final = 2  # quotes of a side shown at once; the others are folded
STEPS: Final = 12
LINKS: Final = 3


class Cards:
    """Cards of one report; what is said of a source is worked out once."""

    def __init__(self, v: View, n: Names) -> None:
        self._v, self._n, self._names = v, n, NamesJoined(v)
        self._facts = {name: source_facts(v, name, n) for name in v.sources}

    def card(self, cluster: Row) -> Row:
        """Everything the page shows of a cluster."""
        members = self._v.members(cluster)
        (_, sides), *rest = self._v.parts(cluster)
        fits = rest[0][1] if rest else []
        several = len({item["source"] for item in members}) > 1 or bool(cluster["conflicts"])
        return {
            **self._title(cluster, members),
            **self._meaning(cluster, sides),
            "sides": [self._side(pair, number) for number, pair in enumerate(sides)],
            "fits": [self._side(pair, "x") for pair in fits],
            "beside": self._beside(cluster),
            "line": _line(cluster, sides, fits) if several else None,
            "steps": list(self._steps(cluster)) if several else [],
            "names": self._names.taken_for_one(members) if several else [],
            "left_out": max(0, _compared(cluster) - STEPS),
            "links": [(f"{link['weight']:+.2f}", link["fields"]) for link in cluster["links"]][
                :LINKS
            ],
            "more_links": max(0, len(cluster["links"]) - LINKS),
        }

    def _title(self, cluster: Row, members: list[Row]) -> Row:
        """What the finding is called, and what the filters ask for."""
        sources = sorted({item["source"] for item in members})
        part = section(cluster)
        return {
            "id": cluster["id"],
            "anchor": self._n.clusters[cluster["id"]],
            "part": part,
            "statement": cluster["statement"],
            "kind": cluster["kind"],
            "rule": cluster["rule"],
            "verdict": cluster["verdict"],
            "symbol": SYMBOLS[part],
            "support": self._support(members, sources),
            "years": _years(members),
            "sources": " ".join(self._n.numbers[name] for name in sources),
        }

    def _meaning(self, cluster: Row, sides: list[Group]) -> Row:
        """Why the verdict is what it is, in words."""
        two = bool(cluster["conflicts"]) and len(sides) == 2
        return {
            "detail": cluster["detail"],
            "meaning": DETAILS.get(cluster["detail"], ""),
            "apart": apart(sides[0][1][0], sides[1][1][0]) if two else "",
            "settled": settled_words(cluster),
            "reasons": self._v.reasons(cluster),
            "series": [
                (when, ", ".join(dict.fromkeys(stated(item) for item in items)))
                for when, items in self._v.series(cluster)
            ],
        }

    def _beside(self, cluster: Row) -> list[Row]:
        """What is no member but bears on the verdict; a denial is a side of its own."""
        return [
            {"how": how, "reason": reason, "value": stated(item), "quote": self.evidence(item)}
            for how, reason, item in self._v.beside(cluster)
            if how != "denied"
        ]

    def _support(self, members: list[Row], sources: list[str]) -> str:
        """ "7 sources, 5 known origins, 1 not traced"."""
        origins = {item["origin"] for item in members}
        unknown = sum(
            1 for name in origins if self._n.origins.get(name, {}).get("kind") == "unknown"
        )
        known = self._v.roots(members)
        parts = [plural(len(sources), "source"), plural(known, "known origin")]
        return ", ".join(parts + ([f"{unknown} not traced"] if unknown else []))

    def _side(self, pair: Group, number: int | str) -> Row:
        value, items = pair
        sources = sorted({item["source"] for item in items})
        quotes = [self.evidence(item) for item in _one_each_first(items)]
        return {
            "value": value,
            "mark": number if number == "x" else min(int(number), 2),
            "support": self._support(items, sources),
            "open": quotes[:OPEN_QUOTES],
            "folded": quotes[OPEN_QUOTES:],
        }

    def evidence(self, item: Row) -> Row:
        """One quote with its value, source, origin and place."""
        before, value, after = self._v.marked(item)
        said = item["attribution"]
        return {
            "before": before,
            "value": value,
            "after": after,
            "place": self._v.place(item),
            "anchor": self._n.assertions[item["id"]],
            "source": self._facts[item["source"]],
            "origin": (origin := self._n.origins.get(item["origin"])),
            "whose": _whose(origin, item["source"]),
            "speaker": said["speaker"] if said else None,
            "cue": said["cue"] if said else None,
            "modality": MODALITIES.get(item["modality"]),
            "meant": short_words(item),
            "named": around(self._v, item),
        }

    def _steps(self, cluster: Row) -> Iterator[Row]:
        """Comparisons of the trace: those that exclude first."""
        found = [step for step in cluster["why"] if step.get("relation")]
        found.sort(key=lambda step: step["relation"] != "excludes")
        for step in found[:STEPS]:
            left, right = (self._v.assertions.get(step[side]) for side in ("left", "right"))
            yield {
                "left": self._said(left, step.get("left_value")),
                "right": self._said(right, step.get("right_value")),
                "relation": step["relation"],
                "reason": step.get("reason"),
            }

    def _said(self, item: Row | None, read: Any) -> Row:
        return {
            "who": item["source"] if item else "",
            "value": stated(item) if item else "",
            "read": str(read or ""),
            "anchor": self._n.assertions[item["id"]] if item else "",
        }


def _line(cluster: Row, sides: list[Group], fits: list[Group]) -> Row | None:
    """The values on one line, those that fit every side set apart."""
    aside = frozenset(value for value, _ in fits)
    return value_line(cluster["kind"], [*sides, *fits], aside)


def _whose(origin: Row | None, source: str) -> str:
    """Whose word a quote is; another source's own voice is repeated here."""
    if origin is None:
        return ""
    repeated = origin["kind"] == "own" and origin["id"] != f"own:{source}"
    return f"repeats {origin['label']}" if repeated else str(origin["words"])


def _one_each_first(items: list[Row]) -> list[Row]:
    """A quote of each source before a second of any."""
    first = {item["source"]: item["id"] for item in reversed(items)}
    return sorted(items, key=lambda item: first[item["source"]] != item["id"])


def _years(members: list[Row]) -> str:
    """ "1963 1965": first and last year of what is dated; "" when nothing is."""
    days = [
        end[:4]
        for item in members
        for when in (item["value"] if item["kind"] == "date" else item["value"].get("time"),)
        if isinstance(when, dict)
        for end in (when["earliest"], when["latest"])
        if end and end[:4].isdigit()
    ]
    return f"{min(days)} {max(days)}" if days else ""


def _compared(cluster: Row) -> int:
    return sum(1 for step in cluster["why"] if step.get("relation"))
