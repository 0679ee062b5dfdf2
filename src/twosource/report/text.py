"""Render the report document for the terminal: `text`, and `concise`, one line a finding."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from twosource.report import safe
from twosource.report.view import TITLES, View, summary_line, view

_SHOWN = 20  # clusters of a section shown in full


def render_text(data: dict[str, Any], *, color: bool = False, columns: int = 80) -> str:
    """A readable summary: what differs, with excerpts; then what agrees; counts last."""
    v = view(data)
    paint = _paint if color else _plain
    lines: list[str] = []
    for cluster in v.clusters("conflict"):
        lines += [*_full(v, cluster, paint, columns), ""]
    for section in ("agree", "not-comparable", "one-origin"):
        lines += _section(v, section, paint)
    alone = len(v.clusters("one-source"))
    if alone:
        lines.append(
            f"{TITLES['one-source']}: {alone} assertions or groups (-f markdown lists them)"
        )
    for row in data["diagnostics"]:
        if row["level"] == "error":
            lines.append(f"not read: {safe.terminal(row['message'])}  {row['rule']}")
    lines += ["", summary_line(data)]
    return "\n".join(lines).lstrip("\n") + "\n"


def _plain(kind: str, text: str) -> str:
    del kind
    return text


def _paint(kind: str, text: str) -> str:
    code = {"conflict": "1;31", "agree": "32", "muted": "2", "value": "1"}.get(kind, "0")
    return f"\x1b[{code}m{text}\x1b[0m"


def _full(v: View, cluster: dict[str, Any], paint: Any, columns: int) -> Iterator[str]:
    head = f"{cluster['rule']} sources differ: {safe.terminal(cluster['statement'])}"
    yield paint("conflict", head) + f"  {cluster['id']}"
    for value, items in v.values(cluster):
        sources = len({item["source"] for item in items})
        yield f"  {paint('value', safe.terminal(value))}  {sources} source{'s' * (sources != 1)}, {v.roots(items)} known origin{'s' * (v.roots(items) != 1)}"
        for item in items[:6]:
            yield f"    --> {safe.terminal(v.place(item))}  {paint('muted', safe.terminal(v.source_line(item)))}"
            yield from _excerpt(item, columns)
    yield f"  help: twosource explain {cluster['id']} shows why these were linked"


def _excerpt(item: dict[str, Any], columns: int) -> Iterator[str]:
    """The sentence around the value with carets below it."""
    quote, start = item["quote"], item["span"]["start"] - item["sentence"]["start"]
    end = start + len(item["text"])
    room = max(30, columns - 12)
    low = max(0, min(start - room // 3, len(quote) - room))
    high = min(len(quote), max(end, low + room))
    low = _word_start(quote, low)
    before, inside, after = (
        safe.terminal(part) for part in (quote[low:start], quote[start:end], quote[end:high])
    )
    lead = "..." if low else ""
    tail = "..." if high < len(quote) else ""
    number = str(item["line"])
    yield f"    {' ' * len(number)} |"
    yield f"    {number} | {lead}{before}{inside}{after}{tail}"
    yield f"    {' ' * len(number)} | {' ' * safe.width(lead + before)}{'^' * max(1, safe.width(inside))}"


def _word_start(text: str, at: int) -> int:
    """Move on to the next word, so that no word is cut."""
    if at == 0:
        return 0
    found = text.find(" ", at)
    return at if found < 0 or found > at + 20 else found + 1


def _section(v: View, section: str, paint: Any) -> Iterator[str]:
    rows = v.clusters(section)
    if not rows:
        return
    yield paint("agree" if section == "agree" else "value", f"{TITLES[section]}: {len(rows)}")
    for cluster in rows[:_SHOWN]:
        values = ", ".join(value for value, _ in v.values(cluster)[:4])
        sources = len({item["source"] for item in v.members(cluster)})
        roots = v.roots(v.members(cluster))
        yield safe.terminal(
            f"  {cluster['statement']}: {values}  ({sources} sources, {roots} origins)  {cluster['id']}"
        )
    if len(rows) > _SHOWN:
        yield f"  ... and {len(rows) - _SHOWN} more (-f markdown lists all)"
    yield ""


def render_concise(data: dict[str, Any], *, color: bool = False, columns: int = 80) -> str:
    """One line for every side of a conflict: file:line:column: rule message [cluster]."""
    del color, columns
    v = view(data)
    lines = []
    for cluster in v.clusters("conflict"):
        sides = v.sides(cluster)
        for value, items in sides:
            others = "; ".join(
                f"{other} in {v.place(rows[0])}" for other, rows in sides if other != value
            )
            for item in items:
                lines.append(
                    safe.terminal(
                        f"{v.place(item)}: {cluster['rule']} {cluster['statement']}: {value} here; {others} [{cluster['id']}]"
                    )
                )
    return "".join(f"{line}\n" for line in lines)


def render_github(data: dict[str, Any], *, color: bool = False, columns: int = 80) -> str:
    """Workflow annotations: one warning for every side of the first ten conflicts."""
    del color, columns
    v = view(data)
    lines = []
    for cluster in v.clusters("conflict")[:10]:
        sides = v.sides(cluster)
        for value, items in sides:
            others = "; ".join(
                f"{other} in {v.place(rows[0])}" for other, rows in sides if other != value
            )
            item = items[0]
            head = ",".join(
                [
                    f"file={safe.github_property(v.sources[item['source']]['document'])}",
                    f"line={item['line']}",
                    f"col={item['column']}",
                    f"title={safe.github_property(cluster['rule'] + ' sources differ')}",
                ]
            )
            lines.append(f"::warning {head}::{safe.github(f'{value} here; {others}')}")
    return "".join(f"{line}\n" for line in lines)
