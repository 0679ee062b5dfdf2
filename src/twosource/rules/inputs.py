"""The rules about what was read.

In:  a message and a place. Out: the diagnostic that the report shows; its level is the rule's
own unless the caller knows better.
"""

from __future__ import annotations

from twosource.model import Diagnostic, Level, Span
from twosource.rules.table import rule


@rule("CR901", "unreadable", "error")
def unreadable(message: str, document: str | None = None) -> Diagnostic:
    """An input is missing, unreadable, not text, or in an encoding it does not state.

    Speaks: A file that is not UTF-8.
    Silent: A UTF-16 file with its byte-order mark.
    Settle: Correct the path, or state the encoding with --encoding.
    """
    return Diagnostic("CR901", Level.ERROR, message, document)


@rule("CR902", "empty", "warning")
def empty(message: str, document: str | None = None) -> Diagnostic:
    """An input holds no text.

    Speaks: A file of 0 bytes.
    Silent: A text without any figure.
    Settle: Take it off the list, or replace it.
    """
    return Diagnostic("CR902", Level.WARNING, message, document)


@rule("CR903", "encoding-odd", "warning")
def encoding_odd(message: str, document: str | None = None) -> Diagnostic:
    """The encoding or the naming of an input needs an eye.

    Speaks: A declared charset that does not fit; one file named twice.
    Silent: Plain UTF-8.
    Settle: Convert the file to UTF-8.
    """
    return Diagnostic("CR903", Level.WARNING, message, document)


@rule("CR904", "limit-reached", "warning")
def limit_reached(
    message: str,
    document: str | None = None,
    span: Span | None = None,
    *,
    level: Level = Level.WARNING,
) -> Diagnostic:
    """An input is cut, or part of it was not read.

    Speaks: A file that ends inside a character.
    Silent: A long file within the limits.
    Settle: Get the whole file.
    """
    return Diagnostic("CR904", level, message, document, span)


@rule("CR905", "unsupported-kind", "note")
def unsupported_kind(
    message: str, document: str | None = None, *, level: Level = Level.NOTE
) -> Diagnostic:
    """A file of a kind that is not read.

    Speaks: A picture in the folder.
    Silent: A Markdown file.
    Settle: Convert it to text, or exclude it.
    """
    return Diagnostic("CR905", level, message, document)


@rule("CR906", "unresolved-reference", "warning")
def unresolved_reference(
    message: str,
    document: str | None = None,
    span: Span | None = None,
    *,
    level: Level = Level.WARNING,
) -> Diagnostic:
    """A note leads to no one work.

    Speaks: "ibid" after a note that itself is not resolved.
    Silent: "ibid" after a note with one work.
    Settle: Write the reference out.
    """
    return Diagnostic("CR906", level, message, document, span)


@rule("CR907", "orphan-note", "note")
def orphan_note(message: str, document: str | None = None, span: Span | None = None) -> Diagnostic:
    """A note that no marker cites, or a marker without its note.

    Speaks: [8] stands in the list but nowhere in the text.
    Silent: Every marker has its note.
    Settle: Restore the marker, or take the note out.
    """
    return Diagnostic("CR907", Level.NOTE, message, document, span)


@rule("CR908", "refused-value", "warning")
def refused_value(
    message: str, document: str | None = None, span: Span | None = None
) -> Diagnostic:
    """A date is written that no calendar has, or a number without end; no value is read from it.

    Speaks: 30 February 2012; 2012-13-01; the year 0; 1e999999.
    Silent: 29 February 2024.
    Settle: Look the date up; until then nothing is compared with it.
    """
    return Diagnostic("CR908", Level.WARNING, message, document, span)


@rule("CR909", "unplaced-date", "note")
def unplaced(message: str, document: str | None = None, span: Span | None = None) -> Diagnostic:
    """A date lacks its year, or the day it is counted from, and the text does not tell it.

    Speaks: "on Tuesday" in a document that states no date; "the Sept. 11 attacks".
    Silent: "on Tuesday" under the line "Published 16 August 2012".
    Settle: State the document's date in the manifest, or write the date out.
    """
    return Diagnostic("CR909", Level.NOTE, message, document, span)
