"""Render the report document for the terminal: what differs first, the summary last."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, Final

from twosource.report import safe
from twosource.report.excerpt import excerpt, fitted, wrapped
from twosource.report.obtain import what_for, worth_obtaining
from twosource.report.since import gone_words
from twosource.report.view import (
    TITLES,
    View,
    plural,
    settled_words,
    stated,
    summary_line,
    view,
)

_CONFLICTS: Final = 100  # shown with excerpts
_SHOWN: Final = 20  # clusters of any other section
_WANTED: Final = 5  # works worth obtaining
_EXCERPTS: Final = 6  # places of one value
_CODES: Final = {"conflict": "1;31", "agree": "32", "muted": "2", "value": "1"}

Row = dict[str, Any]
Paint = Callable[[str, str], str]


def render_text(
    data: Row, *, color: bool = False, columns: int = 80, fail_on: str = "conflict"
) -> str:
    """A readable summary: what differs, with excerpts; then what agrees; counts last."""
    del fail_on
    v = view(data)
    paint = _paint if color else _plain
    lines: list[str] = []
    conflicts = [row for row in v.clusters("conflict") if "accepted" not in row]
    for cluster in conflicts[:_CONFLICTS]:
        lines += [*_conflict(v, cluster, paint, columns), ""]
    lines += _more(len(conflicts) - _CONFLICTS, "concise")
    lines += _settled(v, paint)
    lines += _gone(data, paint)
    for section in ("agree", "not-comparable", "one-origin"):
        lines += _section(v, section, paint, columns)
    alone = sum(1 for row in v.clusters("one-source") if "accepted" not in row)
    if alone:
        lines += [f"{TITLES['one-source']}: {alone} (-f markdown lists them)", ""]
    lines += _derived(v, paint, columns)
    lines += _obtain(v, paint, columns)
    for row in data["diagnostics"]:
        if row["level"] == "error":
            lines.append(safe.line(f"not used: {row['message']}  {row['rule']}"))
    lines += wrapped(summary_line(data), columns)
    return "\n".join(lines) + "\n"


def _plain(kind: str, text: str) -> str:
    del kind
    return text


def _paint(kind: str, text: str) -> str:
    return f"\x1b[{_CODES[kind]}m{text}\x1b[0m"


def _more(count: int, where: str) -> Iterator[str]:
    if count > 0:
        yield f"  ... and {count} more (-f {where} lists all)"
        yield ""


def _conflict(v: View, cluster: Row, paint: Paint, columns: int) -> Iterator[str]:
    head = safe.line(f"{cluster['rule']} sources differ: {cluster['statement']}")
    yield f"{paint('conflict', head)}  {paint('muted', safe.terminal(cluster['id']))}"
    for heading, groups in v.parts(cluster):
        if heading:
            yield f"  {heading}:"
        for value, items in groups:
            yield from _value(v, value, items, paint, columns)
    if v.series(cluster):
        told = [
            f"{when}: {', '.join(dict.fromkeys(stated(item) for item in items))}"
            for when, items in v.series(cluster)
        ]
        yield from _indented(f"over time: {'; '.join(told)}", columns)
    if "decision" in cluster:
        yield from _indented(settled_words(cluster), columns)
    yield f"  help: twosource explain {safe.terminal(cluster['id'])} shows why these were linked"


def _indented(text: str, columns: int) -> Iterator[str]:
    first, *rest = wrapped(safe.line(text), max(30, columns - 4))
    yield f"  {first}"
    yield from (f"    {line}" for line in rest)


def _value(v: View, value: str, items: list[Row], paint: Paint, columns: int) -> Iterator[str]:
    yield f"  {paint('value', safe.line(value))}  {v.count(items)}"
    for item in items[:_EXCERPTS]:
        told = safe.line(f"{v.source_line(item)}{_said(v, item)}")
        place = safe.terminal(v.place(item))
        if safe.width(place) + safe.width(told) + 10 <= columns:
            yield f"    --> {place}  {paint('muted', told)}"
        else:
            yield f"    --> {place}"
            yield f"        {paint('muted', fitted(told, columns - 8))}"
        yield from _excerpt(v, item, paint, columns)
    if len(items) > _EXCERPTS:
        yield f"    ... and {len(items) - _EXCERPTS} more"


def _said(v: View, item: Row) -> str:
    """Whose word it is, when it is not the source's own."""
    origin = v.origins.get(item["origin"])
    return "" if origin is None or origin["kind"] == "own" else f", {v.origin(item)}"


def _excerpt(v: View, item: Row, paint: Paint, columns: int) -> Iterator[str]:
    """The sentence around the value with carets below it."""
    room = max(30, columns - 12 - len(str(item["line"])))
    before, inside, after = excerpt(item, room, v.marked(item))
    number = str(item["line"])
    blank = " " * len(number)
    carets = "^" * max(1, safe.width(inside))
    yield f"    {blank} |"
    yield f"    {number} | {before}{inside}{after}"
    yield f"    {blank} | {' ' * safe.width(before)}{paint('conflict', carets)}"


def _settled(v: View, paint: Paint) -> Iterator[str]:
    """Findings that are accepted: one line each with the reason."""
    rows = [row for row in v.data["clusters"] if "accepted" in row]
    if not rows:
        return
    yield paint("value", f"Accepted, not counted: {len(rows)}")
    for cluster in rows[:_SHOWN]:
        values = " / ".join(value for value, _ in v.sides(cluster) or v.values(cluster))
        head = f"  {cluster['rule']} {cluster['statement']}: {values}"
        yield safe.line(f"{head}  ({settled_words(cluster)})  {cluster['id']}")
    yield from _more(len(rows) - _SHOWN, "json")
    if len(rows) <= _SHOWN:
        yield ""


def _gone(data: Row, paint: Paint) -> Iterator[str]:
    """Findings that only the older report shows."""
    rows = data.get("since", {}).get("gone", [])
    if rows:
        yield paint("value", safe.line(f"Gone since {data['since']['report']}: {len(rows)}"))
        for row in rows[:_SHOWN]:
            yield safe.line(f"  {gone_words(row)}  {row['id']}")
        yield from _more(len(rows) - _SHOWN, "markdown")
        if len(rows) <= _SHOWN:
            yield ""


def _section(v: View, section: str, paint: Paint, columns: int) -> Iterator[str]:
    rows = [row for row in v.clusters(section) if "accepted" not in row]
    if not rows:
        return
    yield paint("agree" if section == "agree" else "value", f"{TITLES[section]}: {len(rows)}")
    for cluster in rows[:_SHOWN]:
        yield from _row(v, cluster, paint, columns)
    yield from _more(len(rows) - _SHOWN, "markdown")
    if len(rows) <= _SHOWN:
        yield ""


def _derived(v: View, paint: Paint, columns: int) -> Iterator[str]:
    """Figures that others give by arithmetic, each with the places of both."""
    rows = v.derived()
    if rows:
        yield paint("agree", f"Follows by arithmetic: {len(rows)}")
        for equation, result, parts in rows[:_SHOWN]:
            places = list(dict.fromkeys(v.place(part) for part in parts))
            yield from _indented(f"{equation}: {v.place(result)} from {', '.join(places)}", columns)
        yield from _more(len(rows) - _SHOWN, "markdown")
        if len(rows) <= _SHOWN:
            yield ""


def _obtain(v: View, paint: Paint, columns: int) -> Iterator[str]:
    """Cited works that would settle most, were they among the documents."""
    rows = worth_obtaining(v)
    if not rows:
        return
    yield paint("value", f"Cited, not among the documents: {len(rows)}")
    for row in rows[:_WANTED]:
        yield f"  {fitted(safe.line(row.work['text']), columns - 2)}"
        for line in wrapped(safe.line(f"{what_for(row)}; {row.places[0]}"), columns - 6):
            yield f"      {paint('muted', line)}"
    yield from _more(len(rows) - _WANTED, "markdown")
    if len(rows) <= _WANTED:
        yield ""


def _row(v: View, cluster: Row, paint: Paint, columns: int) -> Iterator[str]:
    """What is said; by how many, and the id, behind it or on a line of its own."""
    groups = v.values(cluster)
    values = ", ".join(value for value, _ in groups[:4]) + (", ..." if len(groups) > 4 else "")
    members = v.members(cluster)
    sources = len({item["source"] for item in members})
    said = f"{plural(sources, 'source')}, {plural(v.roots(members), 'origin')}"
    why = "".join(f"; {reason}" for reason in v.reasons(cluster)[:1])
    yield from _two(
        f"{cluster['statement']}: {values}", f"{said}{why}", cluster["id"], paint, columns
    )


def _two(head: str, said: str, name: str, paint: Paint, columns: int) -> Iterator[str]:
    """A line with a remark and an id, or two when there is no room for one."""
    head, said, name = safe.line(head), safe.line(said), safe.line(name)
    if safe.width(f"  {head}  ({said})  {name}") <= columns:
        yield f"  {head}  {paint('muted', f'({said})  {name}')}"
        return
    first, *rest = wrapped(head, max(30, columns - 4))
    yield f"  {first}"
    yield from (f"    {line}" for line in rest)
    *lines, last = wrapped(f"({said})", max(30, columns - 22))
    yield from (f"      {paint('muted', line)}" for line in lines)
    yield f"      {paint('muted', f'{last}  {name}')}"
