"""Render the report document as Markdown for people and pull requests."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from twosource.report import safe
from twosource.report.meant import Names, short_words
from twosource.report.obtain import what_for, worth_obtaining
from twosource.report.since import gone_words, since_words
from twosource.report.view import (
    TITLES,
    View,
    settled_words,
    source_date,
    stated,
    summary_line,
    view,
)


def render_markdown(data: dict[str, Any], *, color: bool = False, columns: int = 80) -> str:
    """Summary, sources, then clusters by weight: conflicts, agreements, the rest."""
    del color, columns
    v = view(data)
    names = Names(v)
    lines = [
        "# Corroboration report",
        "",
        "What the sources say of the same facts, never who is right.",
        "",
        f"{summary_line(data)}." + (f" Made at {data['stamp']}." if "stamp" in data else ""),
        "",
    ]
    if not data["complete"]:
        lines += ["**Incomplete: not every input could be used, see the end.**", ""]
    lines += _since(data)
    lines += _sources(v)
    for section in ("conflict", "agree", "not-comparable", "one-origin"):
        rows = v.clusters(section)
        if rows:
            lines += [f"## {TITLES[section]}: {len(rows)}", ""]
            for cluster in rows:
                lines += _cluster(v, cluster, names)
    lines += _derived(v)
    lines += _alone(v)
    lines += _obtain(v)
    lines += _diagnostics(data)
    return "\n".join(lines).rstrip("\n") + "\n"


def _since(data: dict[str, Any]) -> Iterator[str]:
    if "since" not in data:
        return
    words = since_words(data)
    yield f"{safe.markdown(words[0].upper() + words[1:])}."
    yield ""
    for row in data["since"]["gone"]:
        yield f"- gone: {safe.markdown(gone_words(row))}"
    if data["since"]["gone"]:
        yield ""


def _sources(v: View) -> Iterator[str]:
    yield "| source | title | publisher or author | date | document |"
    yield "|---|---|---|---|---|"
    for row in v.data["sources"]:
        who = row["publisher"] or row["author"] or ""
        cells = (row["id"], row["title"] or "", who, source_date(row), row["document"])
        yield "| " + " | ".join(safe.markdown(str(cell)) for cell in cells) + " |"
    yield ""


def _cluster(v: View, cluster: dict[str, Any], names: Names) -> Iterator[str]:
    members = v.members(cluster)
    count = v.roots(members)
    yield f"### {safe.markdown(cluster['statement'])}"
    yield ""
    yield f"`{cluster['id']}` {cluster['verdict']} ({cluster['detail']}), {cluster['rule']}; {count} known origin{'s' * (count != 1)}"
    yield ""
    reasons = v.reasons(cluster)
    if reasons:
        told = "Other pairs differ without conflict" if cluster["conflicts"] else "Why no conflict"
        yield f"{told}: {safe.markdown('; '.join(reasons))}"
        yield ""
    settled = settled_words(cluster)
    if settled:
        yield f"Settled: {safe.markdown(settled)}"
        yield ""
    for value, items in v.values(cluster):
        yield f"- **{safe.markdown(value)}**"
        for item in items:
            yield f"  - {_quote(v, item)}  "
            meant = f"; {safe.markdown(words)}" if (words := short_words(item)) else ""
            yield f"    {safe.markdown(v.source_line(item))}; {safe.markdown(v.origin(item))}; `{v.place(item)}`{meant}"
    for how, reason, item in v.beside(cluster):
        yield f"- beside it, {how}: **{safe.markdown(stated(item))}** ({safe.markdown(reason)})"
        yield f"  - {_quote(v, item)} `{v.place(item)}`"
    if v.series(cluster):
        yield "- over time"
    for when, items in v.series(cluster):
        values = ", ".join(dict.fromkeys(stated(item) for item in items))
        yield f"  - {when}: {safe.markdown(values)}"
    for said in names.taken_for_one(members):
        yield f"- names taken for one: {safe.markdown(said)}"
    yield ""


def _quote(v: View, item: dict[str, Any]) -> str:
    """The readable sentence with the value in bold; long ones cut around it."""
    before, value, after = v.marked(item)
    low = 0 if len(before) < 160 else before.find(" ", len(before) - 140) + 1
    high = len(after) if len(after) < 160 else max(0, after.rfind(" ", 0, 140))
    return (
        ("… " if low else "")
        + f"{safe.markdown(before[low:])}**{safe.markdown(value.strip())}**"
        + safe.markdown(after[:high])
        + (" …" if high < len(after) else "")
    )


def _alone(v: View) -> Iterator[str]:
    rows = v.clusters("one-source")
    if not rows:
        return
    yield f"## {TITLES['one-source']}: {len(rows)}"
    yield ""
    yield "<details><summary>All of them</summary>"
    yield ""
    for cluster in rows:
        item = v.members(cluster)[0]
        yield f"- {safe.markdown(cluster['statement'])}: {safe.markdown(stated(item))} (`{v.place(item)}`)"
    yield ""
    yield "</details>"
    yield ""


def _derived(v: View) -> Iterator[str]:
    rows = v.derived()
    if not rows:
        return
    yield f"## Follows by arithmetic: {len(rows)}"
    yield ""
    for equation, result, parts in rows:
        yield f"- **{safe.markdown(equation)}**"
        quotes = {item["id"]: item for item in (result, *parts)}
        told = {item["sentence"]["start"]: item for item in reversed(list(quotes.values()))}
        for item in sorted(told.values(), key=v.place):
            yield f"  - {_quote(v, item)} `{v.place(item)}`"
    yield ""


def _obtain(v: View) -> Iterator[str]:
    rows = worth_obtaining(v)
    if not rows:
        return
    yield f"## Cited, not among the documents: {len(rows)}"
    yield ""
    yield "Reading these would settle or confirm the most."
    yield ""
    for row in rows:
        work = safe.markdown(str(row.work["text"]))
        yield f"- {work} ({what_for(row)}; cited at `{row.places[0]}`)"
    yield ""


def _diagnostics(data: dict[str, Any]) -> Iterator[str]:
    if not data["diagnostics"]:
        return
    yield "## Noted while reading"
    yield ""
    for row in data["diagnostics"]:
        where = f" `{row['document']}:{row['line']}:{row['column']}`" if row.get("line") else ""
        yield f"- {row['level']} {row['rule']}: {safe.markdown(row['message'])}{where}"
    yield ""
