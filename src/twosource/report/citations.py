"""Print the notes of a corpus and the works they lead to.

In:  rows of `twosource.attribute.citations` with their places. Out: text, CSV, JSON or JSON
lines. What stands in the documents goes through `safe` first.
"""

from __future__ import annotations

import csv
import io
import json
import textwrap
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, Final

from twosource.attribute.citations import Citation, Concentration
from twosource.model import Tie
from twosource.report import safe

Row = dict[str, Any]
Place = Callable[[str, int], str]
_COLUMNS: Final = (
    "source",
    "label",
    "place",
    "markers",
    "how",
    "own",
    "work",
    "author",
    "title",
    "outlet",
    "date",
    "url",
    "doi",
    "text",
)
_TIES: Final = {
    "author": "same author",
    "publisher": "same publisher",
    "owner": "same owner",
    "site": "same site",
    "stated": "tied",
    "cites-author": "the first cites the author of the second",
    "cites": "the first cites the second",
    "copies": "the first copies the second",
    "slips": "they share slips that no other has",
}
_WORDS: Final = {
    "stated": "",
    "repeated": "again",
    "ibid": "ibid.",
    "op-cit": "op. cit.",
    "also": "with others",
    "link": "",
    "remark": "names no work",
    "unresolved": "leads to no one work",
    "no-note": "has no note",
}


def rows_of(citations: Sequence[Citation], place: Place) -> list[Row]:
    """Plain values of every note; `place` says "file:line:column" of an offset."""
    return [
        {
            "source": item.source,
            "label": item.label,
            "place": place(item.document, item.span.start),
            "markers": [place(item.document, span.start) for span in item.markers],
            "how": item.how,
            "own": item.own,
            "work": item.work.id if item.work else None,
            **{
                name: getattr(item.work, name) if item.work else None
                for name in ("author", "title", "outlet", "date", "url", "doi")
            },
            "text": item.text,
        }
        for item in citations
    ]


def ties_of(ties: Sequence[Tie], place: Place) -> list[Row]:
    """Plain values of every tie; `place` says "file:line:column", None for metadata."""
    return [
        {
            "source": tie.source,
            "other": tie.other,
            "kind": tie.kind,
            "evidence": tie.evidence,
            "place": place(tie.document, tie.span.start) if tie.document and tie.span else None,
        }
        for tie in ties
    ]


def render_citations(
    rows: Sequence[Row],
    counts: Sequence[Concentration],
    form: str,
    columns: int = 80,
    ties: Sequence[Row] = (),
) -> str:
    """Render as "text", "json", "jsonl" or "csv"; ties stand in the first two only."""
    if form == "text":
        return "".join(
            f"{line}\n" for line in (*_text(rows, counts, columns), *_ties(ties, columns))
        )
    if form == "csv":
        return _csv(rows)
    if form == "jsonl":
        return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
    table = [{name: getattr(c, name) for name in c.__slots__} for c in counts]
    data = {"notes": list(rows), "concentration": table, "ties": list(ties)}
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def _csv(rows: Sequence[Row]) -> str:
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(_COLUMNS)
    for row in rows:
        cells = {**row, "markers": " ".join(row["markers"])}
        writer.writerow(
            [safe.csv("" if cells[key] is None else str(cells[key])) for key in _COLUMNS]
        )
    return out.getvalue()


def _text(rows: Sequence[Row], counts: Sequence[Concentration], columns: int) -> Iterator[str]:
    """Source by source: its notes by work, then how they come down to few."""
    for count in counts:
        own = [row for row in rows if row["source"] == count.source]
        yield safe.line(f"{count.source}: {_summary(count)}")
        yield from _works(own, columns)
        yield from _loose(own, columns)
        yield ""
    yield _total(rows, counts)


def _ties(ties: Sequence[Row], columns: int) -> Iterator[str]:
    """Sources that are not strangers to each other."""
    if ties:
        yield ""
        yield "ties between sources:"
    for tie in ties:
        at = f" ({tie['place']})" if tie["place"] else ""
        line = f"{tie['source']} - {tie['other']}: {_TIES[tie['kind']]}; {tie['evidence']}{at}"
        yield from _wrapped(line, "  ", columns)


def _works(rows: Sequence[Row], columns: int) -> Iterator[str]:
    """Every work once, with the labels of all notes that lead to it."""
    groups: dict[str, list[Row]] = {}
    for row in rows:
        if row["work"]:
            groups.setdefault(row["work"], []).append(row)
    for found in sorted(groups.values(), key=lambda g: -len(g)):
        labels = ", ".join(_label(row) for row in found)
        mine = "  [this publisher itself]" if found[0]["own"] else ""
        word = "" if found[0]["how"] == "link" else f"note{'s' * (len(found) > 1)} "
        notes = f"{word}{labels}; {_cited(found)}"
        yield from _wrapped(f"{_name(found[0])}{mine}", "  ", columns)
        yield from _wrapped(notes, "      ", columns)


def _label(row: Row) -> str:
    word = _WORDS[row["how"]]
    return (
        f"{row['label']} ({word})"
        if row["how"] in {"ibid", "op-cit", "also"}
        else str(row["label"])
    )


def _name(row: Row) -> str:
    """Author, title, outlet and date as far as they are known; else the note itself."""
    parts = [row["author"], row["title"] and f"“{row['title']}”", row["outlet"], row["date"]]
    known = [str(part) for part in parts if part]
    return ", ".join(known) if row["title"] else str(row["text"])


def _cited(rows: Sequence[Row]) -> str:
    places = [place for row in rows for place in row["markers"]]
    if not places:
        return "cited by no marker in the text"
    return f"cited at {places[0]}" + (f" and {len(places) - 1} more" if len(places) > 1 else "")


def _loose(rows: Sequence[Row], columns: int) -> Iterator[str]:
    """What leads nowhere: notes that name no one work, markers without a note."""
    for row in rows:
        if not row["work"]:
            what = "marker" if row["how"] == "no-note" else "note"
            said = f": {row['text']}" if row["text"] else ""
            line = f"{row['place']}: {what} {row['label']} {_WORDS[row['how']]}{said}"
            yield from _wrapped(line, "  ", columns)


def _wrapped(text: str, indent: str, columns: int) -> list[str]:
    """Lines of at most `columns`, the second and further ones further in."""
    width = max(40, columns)
    return textwrap.wrap(
        safe.line(text),
        width,
        initial_indent=indent,
        subsequent_indent=indent + "  ",
        break_long_words=False,
        break_on_hyphens=False,
    )


def _summary(count: Concentration) -> str:
    """ "27 notes -> 19 works; 2 of them this publisher itself"."""
    if not count.notes and not count.links:
        return "markers without notes"
    found = [_many(count.notes, "note")] if count.notes or not count.links else []
    found += [_many(count.links, "link")] if count.links else []
    parts = [f"{' and '.join(found)} -> {_many(count.works, 'work')}"]
    if count.own:
        parts.append(f"{count.own} of them this publisher itself")
    if count.unresolved:
        parts.append(f"{_many(count.unresolved, 'note')} not resolved")
    if count.unmarked:
        parts.append(f"{_many(count.unmarked, 'note')} cited nowhere")
    return "; ".join(parts)


def _total(rows: Sequence[Row], counts: Sequence[Concentration]) -> str:
    works = {row["work"] for row in rows if row["work"]}
    notes, links = sum(c.notes for c in counts), sum(c.links for c in counts)
    if not notes and not links and not rows:
        return "no notes or references found"
    linked = f" and {_many(links, 'link')}" if links else ""
    said = f"{_many(notes, 'note')}{linked} -> {_many(len(works), 'work')}"
    return f"in all: {said} in {_many(len(counts), 'source')}"


def _many(count: int, word: str) -> str:
    return f"{count} {word}{'s' * (count != 1)}"


def places(texts: Mapping[str, str]) -> Place:
    """Return a function that tells the place of an offset in a document."""
    from twosource.read.decode import place

    return lambda document, offset: place(document, texts[document], offset)
