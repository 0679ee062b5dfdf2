"""Show a report in a notebook: counts, then the conflicts with their quotes.

In:  a report. Out: HTML without script or style sheet, everything escaped. The whole report
is what `render_html` makes.
"""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from typing import Any, Final

from twosource.report import safe
from twosource.report.document import to_dict
from twosource.report.view import TITLES, View, plural, summary_line, view

_SHOWN: Final = 20  # clusters of each section

Row = dict[str, Any]


def notebook_html(report: Any) -> str:
    """A fragment of HTML for a notebook cell."""
    v = view(to_dict(report))
    rows = [f"<p><strong>{_text(summary_line(v.data))}</strong></p>"]
    for section in ("conflict", "agree", "one-origin"):
        rows += _section(v, section)
    return "\n".join(rows)


def notebook_text(report: Any) -> str:
    """One line: the counts."""
    return summary_line(to_dict(report))


def _section(v: View, section: str) -> Iterator[str]:
    clusters = v.clusters(section)
    if not clusters:
        return
    yield f"<details{' open' * (section == 'conflict')}><summary>{TITLES[section]}: {len(clusters)}</summary>"
    yield "<table><thead><tr><th>fact</th><th>value</th><th>source</th><th>quote</th></tr></thead><tbody>"
    for cluster in clusters[:_SHOWN]:
        yield from _cluster(v, cluster)
    yield "</tbody></table>"
    if len(clusters) > _SHOWN:
        yield f"<p>and {plural(len(clusters) - _SHOWN, 'more fact')}</p>"
    yield "</details>"


def _cluster(v: View, cluster: Row) -> Iterator[str]:
    groups = v.sides(cluster) or v.values(cluster)
    for number, (value, items) in enumerate(groups):
        fact = _text(cluster["statement"]) if number == 0 else ""
        cells = (
            fact,
            _text(value),
            _text(v.count(items)),
            _quote(v, items[0]) + _place(v, items[0]),
        )
        yield "<tr>" + "".join(f"<td>{cell}</td>" for cell in cells) + "</tr>"


def _quote(v: View, item: Row) -> str:
    """The readable sentence with its value marked."""
    before, value, after = v.marked(item)
    return f"{_text(before)}<mark>{_text(value)}</mark>{_text(after)}"


def _place(v: View, item: Row) -> str:
    return f" <small>{_text(v.place(item))}</small>"


def _text(words: str) -> str:
    return escape(safe.terminal(str(words)))
