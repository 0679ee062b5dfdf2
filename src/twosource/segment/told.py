"""Say on which day each sentence is told.

In:  the segmented documents of a corpus. Out: the same; a source whose dateline gives a day
without a year has the year of the full dates around that day in the corpus, and the sentences
under the heading line of a post have the day of that line.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import cache
from typing import Final

from twosource.model import Basis, BlockKind, Segmented, Sentence, Source
from twosource.segment.dates import find_dates, is_outgrown, months

_HEADS: Final = (BlockKind.BYLINE, BlockKind.DATELINE)
_NEAR: Final = 45  # days between a day without a year and a full date that tells its year
_APART: Final = 7  # days that a date of another year must lie further away
_DAY: Final = len("2012-03-01")
_LINE: Final = 120  # characters of a dateline or post line


def with_days(segmented: Sequence[Segmented]) -> tuple[Segmented, ...]:
    """Fill in the days on which sources and sentences are told."""
    full = _full_days(segmented)
    return tuple(_dated(item, full) for item in segmented)


def _full_days(segmented: Sequence[Segmented]) -> tuple[date, ...]:
    """Every day that the corpus writes with its year, sources' own dates included."""
    written = [
        found.edtf
        for item in segmented
        for sentence in item.sentences
        for found in find_dates(sentence.text)
    ]
    stated = [source.metadata.date or "" for item in segmented for source in item.sources]
    return tuple(date.fromisoformat(day) for day in (*written, *stated) if len(day) == _DAY)


def _dated(item: Segmented, full: Sequence[date]) -> Segmented:
    sources = {source.id: source for source in item.sources}
    heads = [sentence for sentence in item.sentences if sentence.kind in _HEADS]
    lines = {line.index: day for line in heads if (day := _day_of(line, full))}
    lines = _of_now(item.sentences, lines)
    dated = {source.id: _with_date(source, heads, lines) for source in sources.values()}
    told = _told_days(item.sentences, dated, lines)
    sentences = tuple(
        replace(sentence, told=told[sentence.index]) if sentence.index in told else sentence
        for sentence in item.sentences
    )
    return replace(item, sources=tuple(dated.values()), sentences=sentences)


def _of_now(sentences: Sequence[Sentence], lines: Mapping[int, str]) -> dict[int, str]:
    """The days of lines, without those of sources whose text tells mostly of later ones."""
    latest: dict[str, str] = {}
    texts: dict[str, list[str]] = {}
    for sentence in sentences:
        day = lines.get(sentence.index, "")
        latest[sentence.source] = max(day, latest.get(sentence.source, ""))
        texts.setdefault(sentence.source, []).append(sentence.text)
    old = {name for name, day in latest.items() if day and is_outgrown(day, texts[name])}
    of = {sentence.index: sentence.source for sentence in sentences}
    return {index: day for index, day in lines.items() if of[index] not in old}


def _day_of(line: Sentence, full: Sequence[date]) -> str | None:
    """The day a line states, its year found in the corpus when it has none."""
    text = line.text[:_LINE]
    written = next((found.edtf for found in find_dates(text) if found.is_day), None)
    if written is not None:
        return written
    found = yearless(text)
    return _nearest_year(*found, full) if found else None


def _with_date(source: Source, heads: Iterable[Sentence], lines: Mapping[int, str]) -> Source:
    """A source without a date whose lines all state one day is of that day."""
    if source.metadata.date is not None and source.date_basis is Basis.STATED:
        return source
    days = {lines[line.index] for line in heads if line.source == source.id and line.index in lines}
    if len(days) != 1:
        return source
    metadata = replace(source.metadata, date=days.pop())
    return replace(source, metadata=metadata, date_basis=Basis.INFERRED)


def _told_days(
    sentences: Sequence[Sentence], sources: Mapping[str, Source], lines: Mapping[int, str]
) -> dict[int, str]:
    """Sentence index -> the day of the last line above it in its source that states one."""
    last: dict[str, str] = {}
    told: dict[int, str] = {}
    for sentence in sentences:
        if sentence.index in lines:
            last[sentence.source] = lines[sentence.index]
        elif sentence.source in last and sources[sentence.source].date_basis is not Basis.STATED:
            told[sentence.index] = last[sentence.source]
    return told


def _nearest_year(month: int, day: int, full: Sequence[date]) -> str | None:
    """The year in which a full date of the corpus lies nearest; None when two are about as near."""
    away: dict[int, int] = {}
    for other in full:
        for year in (other.year - 1, other.year, other.year + 1):
            if 1 <= year <= 9999 and day <= monthrange(year, month)[1]:
                days = abs((date(year, month, day) - other).days)
                away[year] = min(days, away.get(year, days))
    nearest = sorted((days, year) for year, days in away.items())
    if not nearest or nearest[0][0] > _NEAR:
        return None
    least, year = nearest[0]
    rival = nearest[1][0] if len(nearest) > 1 else 2 * least + _APART
    return f"{year:04}-{month:02}-{day:02}" if rival >= 2 * least + _APART else None


def yearless(text: str) -> tuple[int, int] | None:
    """Read a day without its year, "March 14" or "14 Mar", as (month, day); None when there is none."""
    found = _pattern().search(text)
    if found is None:
        return None
    month = months()[(found["am"] or found["bm"]).lower()]
    day = int(found["ad"] or found["bd"])
    return (month, day) if 1 <= day <= monthrange(2000, month)[1] else None


@cache
def _pattern() -> re.Pattern[str]:
    names = "|".join(sorted(map(re.escape, months()), key=lambda name: (-len(name), name)))
    day = r"(?P<{0}>\d{{1,2}})(?:st|nd|rd|th)?"
    day_first = rf"{day.format('ad')}[ ]{{1,2}}(?P<am>{names})\b"
    month_first = rf"(?P<bm>{names})\b\.?[ ]{{1,2}}{day.format('bd')}(?![\w:])"
    return re.compile(rf"(?<![\w.\-/])(?:{day_first}|{month_first})", re.IGNORECASE)
