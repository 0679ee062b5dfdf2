"""Say how the assertions of a draft stand to its sources, in the manner of a linter.

In:  the report document over draft and sources, and the standing of each assertion.
Out: lines (concise, full with carets, annotations), rows of plain data, or the counts.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, Final

from twosource.drafts import Checked, Standing
from twosource.model import Assertion
from twosource.report import safe
from twosource.report.excerpt import excerpt, wrapped
from twosource.report.view import View, plural

_SHOWN: Final = 6  # sentences of the sources below one assertion
_CODES: Final = {"bad": "1;31", "weak": "33", "good": "32", "muted": "2"}
_TONES: Final = {
    Standing.CONTRADICTED: "bad",
    Standing.SINGLE: "weak",
    Standing.NOT_FOUND: "weak",
    Standing.CORROBORATED: "good",
}


def checked_lines(
    v: View, rows: Sequence[Checked], *, full: bool, color: bool, columns: int
) -> Iterator[str]:
    """file:line:column: RULE what the sources say; with sentences and carets when `full`."""
    for row in rows:
        place = safe.line(v.place(v.assertions[row.assertion.id]))
        head = _painted(_TONES[row.standing], safe.line(f"{row.rule} {said(v, row)}"), color)
        yield f"{place}: {head}"
        if full:
            yield from _full(v, row, color, columns)
            yield ""


def _painted(tone: str, text: str, color: bool) -> str:
    return f"\x1b[{_CODES[tone]}m{text}\x1b[0m" if color else text


def _full(v: View, row: Checked, color: bool, columns: int) -> Iterator[str]:
    """The sentence of the draft with carets below the value, then those of the sources."""
    item = v.assertions[row.assertion.id]
    number = str(item["line"])
    blank = " " * len(number)
    before, inside, after = excerpt(item, max(30, columns - 10 - len(number)), v.marked(item))
    carets = "^" * max(1, safe.width(inside))
    yield f"  {blank} |"
    yield f"  {number} | {before}{inside}{after}"
    yield f"  {blank} | {' ' * safe.width(before)}{_painted(_TONES[row.standing], carets, color)}"
    others = [("differs", other) for other in row.against] + [("agrees", o) for o in row.same]
    for word, other in others[:_SHOWN]:
        found = v.assertions[other.id]
        told = safe.line(f"{v.source_line(found)}; {v.origin(found)}")
        yield f"  {word:<7} {safe.line(v.place(found))}"
        for line in wrapped(told, max(30, columns - 12)):
            yield f"          {_painted('muted', line, color)}"
        yield f"          {''.join(excerpt(found, max(30, columns - 14), v.marked(found)))}"
    if len(others) > _SHOWN:
        yield f"  ... and {plural(len(others) - _SHOWN, 'more sentence')}"


def github_lines(v: View, rows: Sequence[Checked]) -> Iterator[str]:
    """Workflow commands, one for each assertion."""
    for row in rows:
        item = v.assertions[row.assertion.id]
        loud = row.standing is Standing.CONTRADICTED and row.ignored is None
        path = safe.github_property(v.sources[item["source"]]["document"])
        where = f"file={path},line={item['line']},col={item['column']}"
        level = "warning" if loud else "notice"
        yield f"::{level} {where},title={row.rule}::{safe.github(said(v, row))}"


def said(v: View, row: Checked) -> str:
    """What the sources say to an assertion of the draft, in one sentence."""
    value = _quoted(row.assertion)
    let_be = f" (let be: {row.ignored})" if row.ignored else ""
    if row.against:
        others = "; ".join(
            f"{_quoted(other)} in {v.place(v.assertions[other.id])}" for other in row.against[:3]
        )
        more = f" and {len(row.against) - 3} more" if len(row.against) > 3 else ""
        agreed = f"; {plural(row.origins, 'known origin')} with the draft" if row.same else ""
        return f"contradicted: {value} here, {others}{more}{agreed}{let_be}"
    if row.standing is Standing.CORROBORATED:
        return f"corroborated: {value}, {plural(row.origins, 'known origin')}"
    if row.same:
        where = v.place(v.assertions[row.same[0].id])
        known = "one known origin" if row.origins else "no known origin"
        return f"single citation: {value} has {known}, see {where}{let_be}"
    return f"not in the sources: {value}{let_be}"


def _quoted(item: Assertion) -> str:
    return repr(" ".join(item.text.split()))


def checked_rows(v: View, rows: Sequence[Checked]) -> list[dict[str, Any]]:
    """The same as plain data."""
    return [_row(v, row) for row in rows]


def _row(v: View, row: Checked) -> dict[str, Any]:
    item = v.assertions[row.assertion.id]
    return {
        "file": v.sources[item["source"]]["document"],
        "line": item["line"],
        "column": item["column"],
        "start": row.assertion.span.start,
        "end": row.assertion.span.end,
        "text": row.assertion.text,
        "standing": str(row.standing),
        "rule": row.rule,
        "origins": row.origins,
        "against": [_other(v, other) for other in row.against],
        "same": [_other(v, other) for other in row.same],
        "apart": [_other(v, other) for other in row.apart],
        "ignored": row.ignored,
    }


def _other(v: View, item: Assertion) -> dict[str, Any]:
    return {"place": v.place(v.assertions[item.id]), "text": item.text, "sentence": item.plain}


def counts(rows: Sequence[Checked]) -> str:
    """One line: how many of each standing."""
    found = {standing: sum(1 for row in rows if row.standing is standing) for standing in Standing}
    let_be = sum(1 for row in rows if row.ignored)
    told = (
        f"{found[Standing.CONTRADICTED]} contradicted, "
        f"{plural(found[Standing.SINGLE], 'single citation')}, "
        f"{found[Standing.NOT_FOUND]} not in the sources, "
        f"{found[Standing.CORROBORATED]} corroborated"
    )
    return f"{plural(len(rows), 'assertion')}: {told}{f'; {let_be} let be' if let_be else ''}"
