"""Render two sides in the manner of diff: one under the other, or side by side."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Final

from twosource.report import safe
from twosource.report.excerpt import excerpt, fitted, padded, wrapped
from twosource.report.sides import Fact, Row, counts
from twosource.report.view import plural, stated

_CODES: Final = {"!": "1;31", "A": "31", "B": "32", "=": "2", "~": "33", "<": "0", ">": "0"}
_ALONE: Final = 10  # facts of one side shown when not all are asked for

Paint = Callable[[str, str], str]


Around = Callable[[Row], tuple[Sequence[tuple[int, str]], Sequence[tuple[int, str]]]]


def unified(
    found: Sequence[Fact],
    names: tuple[str, str],
    *,
    color: bool,
    columns: int,
    everything: bool,
    around: Around | None = None,
) -> str:
    """Facts one under the other: "-" is A, "+" is B, "=" both, "<" and ">" one only.

    `around` gives the lines of text before and behind a value that differs; None = none.
    """
    paint = _paint if color else _plain
    lines = [
        paint("A", f"--- A {safe.line(names[0])}"),
        paint("B", f"+++ B {safe.line(names[1])}"),
    ]
    for fact in found:
        if fact.mark == "!":
            lines += ["", *_differing(fact, paint, columns, around)]
    for title, mark in (("both say", "="), ("not comparable", "~")):
        rows = [fact for fact in found if fact.mark == mark]
        lines += _list(title, rows, len(rows), paint, columns)
    for side, mark in (("A", "<"), ("B", ">")):
        rows = [fact for fact in found if fact.mark == mark]
        lines += _list(f"only {side}", rows, len(rows) if everything else _ALONE, paint, columns)
    return "\n".join([*lines, "", counts(list(found))]) + "\n"


def _plain(kind: str, text: str) -> str:
    del kind
    return text


def _paint(kind: str, text: str) -> str:
    return f"\x1b[{_CODES[kind]}m{text}\x1b[0m"


def _differing(fact: Fact, paint: Paint, columns: int, around: Around | None) -> Iterator[str]:
    note = f"  ({fact.note})" if fact.note else ""
    yield paint("!", safe.line(f"! {fact.cluster['statement']}{note}")) + f"  {fact.cluster['id']}"
    room = max(len(safe.terminal(stated(item))) for _, item in fact.said)
    for side, item in fact.said:
        value = padded(safe.terminal(stated(item)), room)
        head = f"{'-' if side == 'A' else '+'} {_place(item):<8} {value}  "
        text = "".join(excerpt(item, max(20, columns - safe.width(head) - 6)))
        before, behind = around(item) if around else ((), ())
        yield from (_context(line, words, columns) for line, words in before)
        yield paint(side, head) + text
        yield from (_context(line, words, columns) for line, words in behind)


def _context(line: int, words: str, columns: int) -> str:
    return fitted(f"  {line:<8} {safe.line(words)}", columns)


def _place(item: Row) -> str:
    return f"{item['line']}:{item['column']}"


def _list(title: str, rows: list[Fact], shown: int, paint: Paint, columns: int) -> Iterator[str]:
    if not rows:
        return
    yield ""
    yield f"{title}: {len(rows)}"
    for fact in rows[:shown]:
        lines = wrapped(_one_line(fact), columns - 2)
        yield paint(fact.mark, f"{fact.mark} {next(lines)}")
        yield from (paint(fact.mark, f"  {line}") for line in lines)
    if len(rows) > shown:
        yield f"  ... and {len(rows) - shown} more (-v lists all)"


def _one_line(fact: Fact) -> str:
    """Statement, then each value with its place; equal values are told once."""
    told: dict[str, list[str]] = {}
    for side, item in fact.said:
        told.setdefault(stated(item), []).append(f"{side} {_place(item)}")
    values = "; ".join(f"{value} ({', '.join(places)})" for value, places in told.items())
    note = f"  [{fact.note}]" if fact.note else ""
    return safe.line(f"{fact.cluster['statement']}: {values}{note}")


def side_by_side(
    found: Sequence[Fact], names: tuple[str, str], *, color: bool, columns: int, everything: bool
) -> str:
    """Facts in two columns, A left and B right, the mark between them."""
    paint = _paint if color else _plain
    room = max(16, (columns - 3) // 2)
    lines = [f"{padded(_cut(f'A {names[0]}', room), room)}   {_cut(f'B {names[1]}', room)}"]
    left_out = 0
    alone = {"<": 0, ">": 0}
    for fact in found:
        if fact.mark in alone:
            alone[fact.mark] += 1
            if alone[fact.mark] > _ALONE and not everything:
                left_out += 1
                continue
        lines += ["", *_columns(fact, room, paint)]
    if left_out:
        lines += ["", f"... and {plural(left_out, 'fact')} of one side more (-v lists all)"]
    return "\n".join([*lines, "", counts(list(found))]) + "\n"


def _cut(name: str, room: int) -> str:
    """The end of a name is what tells it apart."""
    shown = safe.line(name)
    return shown if safe.width(shown) <= room else "..." + shown[-(room - 3) :]


def _columns(fact: Fact, room: int, paint: Paint) -> Iterator[str]:
    note = f"  ({fact.note})" if fact.note else ""
    yield paint(fact.mark, safe.line(f"{fact.cluster['statement']}{note}"))
    cells = {"A": [], "B": []}  # type: dict[str, list[str]]
    for side, item in fact.said:
        quote = "".join(excerpt(item, room * 3))
        text = f"{_place(item)} {safe.terminal(stated(item))}: {quote}"
        cells[side] += wrapped(text, room)
    for index in range(max(map(len, cells.values()))):
        left, right = (rows[index] if index < len(rows) else "" for rows in cells.values())
        mark = fact.mark if index == 0 else " "
        yield f"{_side('A', padded(left, room), fact, paint)} {mark} {_side('B', right, fact, paint)}".rstrip()


def _side(side: str, text: str, fact: Fact, paint: Paint) -> str:
    return paint(side, text) if fact.mark == "!" and text.strip() else text
