"""The words that a report may use: kinds of assertion, modalities, verdicts, levels."""

from __future__ import annotations

from enum import StrEnum


class Kind(StrEnum):
    """What sort of value an assertion carries."""

    QUANTITY = "quantity"
    DATE = "date"
    EVENT = "event"


class Modality(StrEnum):
    """How the source puts it. Only asserted and alleged take part in agreement."""

    ASSERTED = "asserted"
    ALLEGED = "alleged"
    DENIED = "denied"
    PLANNED = "planned"
    HYPOTHETICAL = "hypothetical"
    QUESTION = "question"


class Verdict(StrEnum):
    """What the sources of a cluster say together; never who is right."""

    AGREE = "agree"
    CONFLICT = "conflict"
    SINGLE_CITATION = "single-citation"
    NOT_COMPARABLE = "not-comparable"


class Detail(StrEnum):
    """The shade of a verdict, as DESIGN's table names it."""

    EXACT = "exact"
    COMPATIBLE = "compatible"
    DERIVED = "derived"
    VALUE = "value"
    DISPUTED = "disputed"
    MISQUOTED = "misquoted"
    SELF = "self"
    ONE_SOURCE = "one-source"
    ONE_ORIGIN = "one-origin"
    CHANGED = "changed"
    SCOPE = "scope"
    PLANNED = "planned"


class OriginKind(StrEnum):
    """Where the chain of an assertion ends."""

    OWN = "own"
    WORK = "work"
    UNKNOWN = "unknown"


class Level(StrEnum):
    """How loudly a diagnostic speaks. An error makes the run incomplete (exit 2)."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


class Basis(StrEnum):
    """Where a piece of metadata comes from."""

    STATED = "stated"
    INFERRED = "inferred"
    UNKNOWN = "unknown"


class BlockKind(StrEnum):
    """What a stretch of a document is for."""

    TITLE = "title"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    ROW = "row"
    PAIR = "pair"
    QUOTE = "quote"
    CODE = "code"
    NOTE = "note"
    BYLINE = "byline"
    DATELINE = "dateline"
    FURNITURE = "furniture"
