"""Render the report document as JSON-LD in the words of schema.org.

Every cluster is a `ClaimReview` whose rating says how the sources stand to each other, in
words: it has no number and no best or worst, because the report never says what is true.
"""

from __future__ import annotations

import json
from typing import Any, Final

from twosource.report import safe
from twosource.report.view import TITLES, View, stated, view

_WORDS: Final = {
    "conflict": "Sources differ",
    "agree": "Sources agree",
    "not-comparable": "Not comparable",
    "single-citation": "Single citation",
}
_EXPLAINED: Final = "How the sources stand to each other; this is no rating of truth."

Row = dict[str, Any]


def render_jsonld(data: Row, *, color: bool = False, columns: int = 80) -> str:
    """One graph: the tool, the sources as creative works, one review for every cluster."""
    del color, columns
    v = view(data)
    tool = {
        "@type": "SoftwareApplication",
        "@id": "urn:twosource:tool",
        "name": "twosource",
        "softwareVersion": str(data["tool"]["version"]),
    }
    graph = [tool, *(_work(row) for row in data["sources"])]
    graph += [_review(v, row) for row in data["clusters"]]
    document = {"@context": "https://schema.org", "@graph": graph}
    return json.dumps(document, ensure_ascii=False, allow_nan=False, indent=1) + "\n"


def _name(kind: str, text: str) -> str:
    return f"urn:twosource:{kind}:{safe.uri(text)}"


def _work(source: Row) -> Row:
    """A source; what is not known of it is left out."""
    named = {"Organization": source["publisher"], "Person": source["author"]}
    people = {kind: {"@type": kind, "name": _text(who)} for kind, who in named.items() if who}
    url = source["url"] or ""
    known = {
        "name": _text(source["title"] or source["id"]),
        "publisher": people.get("Organization"),
        "author": people.get("Person"),
        "datePublished": source["date"],
        "url": url if url.startswith(("https://", "http://")) else None,
    }
    work = {"@type": "CreativeWork", "@id": _name("source", source["id"])}
    return work | {key: value for key, value in known.items() if value}


def _review(v: View, cluster: Row) -> Row:
    members = v.members(cluster)
    sources = list(dict.fromkeys(item["source"] for item in members))
    return {
        "@type": "ClaimReview",
        "@id": _name("cluster", cluster["id"]),
        "author": {"@id": "urn:twosource:tool"},
        "claimReviewed": _text(_claim(v, cluster)),
        "itemReviewed": {
            "@type": "Claim",
            "name": _text(cluster["statement"]),
            "appearance": [{"@id": _name("source", name)} for name in sources],
            "hasPart": [_quotation(v, item) for item in members],
        },
        "reviewRating": {
            "@type": "Rating",
            "alternateName": _WORDS[cluster["verdict"]],
            "ratingExplanation": _EXPLAINED,
        },
        "reviewAspect": TITLES.get(cluster["detail"], _WORDS[cluster["verdict"]]),
    }


def _claim(v: View, cluster: Row) -> str:
    values = "; ".join(value for value, _ in v.sides(cluster) or v.values(cluster))
    return f"{cluster['statement']}: {values}"


def _quotation(v: View, item: Row) -> Row:
    """The exact sentence, with the value as read and its place."""
    return {
        "@type": "Quotation",
        "@id": _name("assertion", item["id"]),
        "text": safe.unicode_only(item["quote"]),
        "about": _text(stated(item)),
        "isPartOf": {"@id": _name("source", item["source"])},
        "position": _text(v.place(item)),
    }


def _text(text: str) -> str:
    return safe.unicode_only(text)
