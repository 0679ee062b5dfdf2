"""Places in a document, and readable text that knows its places."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

from twosource.model.kinds import BlockKind, Level


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open stretch of a document: code points `start` to `end`."""

    start: int
    end: int

    def overlaps(self, other: Span) -> bool:
        """Tell whether the two share at least one character."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: Span) -> bool:
        """Tell whether `other` lies inside this span."""
        return self.start <= other.start and other.end <= self.end


@dataclass(frozen=True, slots=True)
class Run:
    """Part of a passage: `length` characters from `local` on stand for document text.

    When `wide` is 0 the characters stand one for one at `offset`, `offset + 1`, ...
    Otherwise the run is one character that stands for `wide` document characters
    (an entity such as "&nbsp;").
    """

    local: int
    offset: int
    length: int
    wide: int = 0


@dataclass(frozen=True, slots=True)
class Passage:
    """Readable text with the document offset of every character.

    Line breaks inside a passage are single spaces; markup and citation markers are
    left out. `runs` is sorted by `local` and covers `text` without gaps.
    """

    text: str
    runs: tuple[Run, ...]

    @classmethod
    def plain(cls, text: str, offset: int) -> Passage:
        """Make a passage whose characters stand one for one from `offset` on."""
        return cls(text, (Run(0, offset, len(text)),))

    def _run(self, index: int) -> Run:
        return self.runs[bisect_right(self.runs, index, key=lambda run: run.local) - 1]

    def span(self, start: int, end: int) -> Span:
        """Turn local positions (`start` < `end`) into the document span they cover."""
        first, last = self._run(start), self._run(end - 1)
        begin = first.offset + (0 if first.wide else start - first.local)
        stop = last.offset + (last.wide or end - last.local)
        return Span(begin, stop)

    def slice(self, start: int, end: int) -> Passage:
        """Cut out local `start` to `end` as a passage of its own."""
        runs = []
        for run in self.runs:
            low, high = max(start, run.local), min(end, run.local + run.length)
            if low < high:
                offset = run.offset + (0 if run.wide else low - run.local)
                runs.append(Run(low - start, offset, high - low, run.wide))
        return Passage(self.text[start:end], tuple(runs))


def join_passages(parts: list[Passage]) -> Passage:
    """Put passages one after the other, with nothing between them."""
    runs: list[Run] = []
    local = 0
    for part in parts:
        runs.extend(Run(run.local + local, run.offset, run.length, run.wide) for run in part.runs)
        local += len(part.text)
    return Passage("".join(part.text for part in parts), tuple(runs))


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """Something that could not be read, resolved or parsed; never dropped silently."""

    rule: str
    level: Level
    message: str
    document: str | None = None
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph, heading, list item, table row, ... of a document, in order.

    Attributes:
        kind: What it is for.
        span: Where it stands, markup included.
        passage: Its readable text. For a row, the cells joined by " | ".
        level: Heading level 1 to 6 or list depth; 0 when neither.
        header: For a row: the column headers, readable; else empty.
        cells: For a row or pair: local (start, end) of each cell in `passage`.
        label: For a note: its number or name as written ("3", "fn-a"); else None.
        source: Index of the article it belongs to, when the format says so; else None.
    """

    kind: BlockKind
    span: Span
    passage: Passage
    level: int = 0
    header: tuple[str, ...] = ()
    cells: tuple[tuple[int, int], ...] = ()
    label: str | None = None
    source: int | None = None
