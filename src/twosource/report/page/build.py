"""Everything the page template needs, from the report document alone."""

from __future__ import annotations

from typing import Any

from twosource.report.obtain import what_for, worth_obtaining
from twosource.report.page.cards import Cards
from twosource.report.page.fulltext import sources
from twosource.report.page.lineage import lineage
from twosource.report.page.matrix import matrix
from twosource.report.page.people import Names, names
from twosource.report.page.timeline import timeline
from twosource.report.page.words import SECTIONS, SYMBOLS, plural
from twosource.report.since import gone_words, since_words
from twosource.report.view import TITLES, View, view

Row = dict[str, Any]
_FACTS = 12  # links to facts beside a work
AT_ONCE = 300  # findings of a part that stand in the page as they are
BLOCK = 100  # findings of a part that are drawn together later
NOTES = {
    "conflict": "Values that cannot both hold of one thing at one time.",
    "one-origin": "Told more than once, but everything leads back to one root: not confirmed.",
    "one-source": "No other source tells this.",
    "agree": "The values can all hold, and at least two known origins stand behind them.",
    "not-comparable": "The values differ for a stated reason; this is not a conflict.",
}


def context(data: Row) -> Row:
    """The values of the page, part by part."""
    v = view(data)
    n = names(v)
    return {
        "data": data,
        **_head(v),
        "sections": _sections(v, n),
        "matrix": matrix(v, n),
        "timeline": timeline(v, n),
        "lineage": lineage(v, n),
        "sources": sources(v, n),
        "wanted": _wanted(v, n),
        "derived": [_derived(v, n, *row) for row in v.derived()],
        "rules": sorted({row["rule"] for row in data["clusters"]}),
        "kinds": sorted({row["kind"] for row in data["clusters"]}),
    }


def _head(v: View) -> Row:
    """What the first screen says of the whole."""
    data = v.data
    return {
        "opening": _opening(data),
        "since": since_words(data) if "since" in data else "",
        "gone": [(gone_words(row), row["id"]) for row in data.get("since", {}).get("gone", ())],
        "unread": len({r["document"] for r in data["diagnostics"] if r["level"] == "error"}),
        "uncertain": _uncertain(v),
    }


def _sections(v: View, n: Names) -> list[Row]:
    """The findings by verdict; those of a long part that come later stand in blocks."""
    cards = Cards(v, n)
    found = []
    for name in SECTIONS:
        rows = [cards.card(cluster) for cluster in v.clusters(name)]
        found.append(
            {
                "name": name,
                "title": TITLES[name],
                "note": NOTES[name],
                "symbol": SYMBOLS[name],
                "many": len(rows),
                "cards": rows[:AT_ONCE],
                "later": _blocks(rows[AT_ONCE:]),
            }
        )
    return found


def _derived(v: View, n: Names, equation: str, result: Row, parts: list[Row]) -> Row:
    """An equation with the sentences that state its figures."""
    told = [
        (v.place(item), n.assertions[item["id"]], item["plain"]) for item in _once([result, *parts])
    ]
    return {"equation": equation, "told": told}


def _blocks(cards: list[Row]) -> list[list[Row]]:
    return [cards[at : at + BLOCK] for at in range(0, len(cards), BLOCK)]


def _wanted(v: View, n: Names) -> list[Row]:
    """Cited works that are not among the documents, with the facts that rest on them."""
    return [
        {
            "text": row.work["text"],
            "url": row.work["url"],
            "why": what_for(row),
            "place": row.places[0],
            "facts": [(name, n.clusters[name]) for name in (*row.conflicts, *row.singles)][:_FACTS],
        }
        for row in worth_obtaining(v)
    ]


def _once(items: list[Row]) -> list[Row]:
    """One assertion of each sentence."""
    return list({(i["source"], i["sentence"]["start"]): i for i in reversed(items)}.values())


def _opening(data: Row) -> str:
    s = data["summary"]
    parts = [
        plural(s["documents"], "document"),
        plural(s["sources"], "source"),
        plural(s["assertions"], "assertion"),
    ]
    return f"{parts[0]} read; {parts[1]} in them make {parts[2]} about {plural(s['clusters'], 'fact')}."


def _uncertain(v: View) -> list[tuple[str, str]]:
    """What a reader should not lean on: words and the place that shows it."""
    data = v.data
    unknown = sum(1 for row in data["origins"] if row["kind"] == "unknown")
    undated = sum(1 for row in data["sources"] if not row["date"])
    guessed = sum(1 for row in data["sources"] if row["date"] and row["date_basis"] != "stated")
    found = [
        (unknown, f"{plural(unknown, 'origin')} not traced", "origins-list"),
        (undated, f"{plural(undated, 'source')} without a date", "sources"),
        (guessed, f"the date of {plural(guessed, 'source')} inferred", "sources"),
        (
            len(data["diagnostics"]),
            f"{plural(len(data['diagnostics']), 'note')} on the reading",
            "notes",
        ),
    ]
    return [(words, place) for count, words, place in found if count]
