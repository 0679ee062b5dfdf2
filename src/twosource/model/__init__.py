"""The values that stages hand to each other: frozen, ordered, free of behaviour.

read -> Document -> segment -> Source, Sentence, Note -> extract -> Assertion
-> attribute -> Assertion with Origin -> match -> Cluster -> judge -> Cluster with
verdict -> report -> Report.

Every offset is a count of Unicode code points into `Document.text`, which is the
decoded file, untouched, for plain text, Markdown and HTML alike; so an offset is a
place in the file a person can open. Markup is taken out of sight, not out of the
text: a `Passage` is readable text that knows where each character came from.
"""

from twosource.model.assertions import (
    Assertion,
    Attribution,
    Mention,
    Scope,
    Slot,
    SubjectFrom,
)
from twosource.model.clusters import Beside, Cluster, Derivation, Link, Point, Report
from twosource.model.documents import (
    AliasRule,
    Document,
    Entry,
    Marker,
    Metadata,
    Note,
    Quotation,
    Segmented,
    Sentence,
    Source,
)
from twosource.model.kinds import (
    Basis,
    BlockKind,
    Detail,
    Kind,
    Level,
    Modality,
    OriginKind,
    Verdict,
)
from twosource.model.origins import Alias, Origin, Step, Tie, Work
from twosource.model.places import Block, Diagnostic, Passage, Run, Span, join_passages
from twosource.model.values import DateValue, EventValue, Interval, Quantity, ValueMention

__all__ = [
    "Alias",
    "AliasRule",
    "Assertion",
    "Attribution",
    "Basis",
    "Beside",
    "Block",
    "BlockKind",
    "Cluster",
    "DateValue",
    "Derivation",
    "Detail",
    "Diagnostic",
    "Document",
    "Entry",
    "EventValue",
    "Interval",
    "Kind",
    "Level",
    "Link",
    "Marker",
    "Mention",
    "Metadata",
    "Modality",
    "Note",
    "Origin",
    "OriginKind",
    "Passage",
    "Point",
    "Quantity",
    "Quotation",
    "Report",
    "Run",
    "Scope",
    "Segmented",
    "Sentence",
    "Slot",
    "Source",
    "Span",
    "Step",
    "SubjectFrom",
    "Tie",
    "ValueMention",
    "Verdict",
    "Work",
    "join_passages",
]
