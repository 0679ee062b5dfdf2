"""What is read and cut: documents, their sources, sentences and notes."""

from __future__ import annotations

from dataclasses import dataclass

from twosource.model.kinds import Basis, BlockKind
from twosource.model.places import Block, Diagnostic, Passage, Span


@dataclass(frozen=True, slots=True)
class Metadata:
    """What is known about a source from outside or from its own head. None = not stated."""

    title: str | None = None
    author: str | None = None
    publisher: str | None = None
    owner: str | None = None
    url: str | None = None
    date: str | None = None  # EDTF


@dataclass(frozen=True, slots=True)
class Entry:
    """One [[source]] of a manifest, checked: a document or a part of one.

    `begin` and `end` are the manifest's "from" and "to" as written ("line 12", or a
    marker text); None = from the start, to the end. `sha256` is that of the file when the
    manifest was written; None = not recorded. `day_order` is "dmy" or "mdy", how the
    source writes 03/04/2012; None = its own dates decide.
    """

    id: str
    path: str
    metadata: Metadata
    begin: str | None = None
    end: str | None = None
    cites: tuple[str, ...] = ()
    derived_from: tuple[str, ...] = ()
    same_as: tuple[str, ...] = ()
    sha256: str | None = None
    day_order: str | None = None


@dataclass(frozen=True, slots=True)
class AliasRule:
    """One [[alias]] of a manifest: names to treat as one, names never to join."""

    name: str
    same_as: tuple[str, ...] = ()
    never: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Document:
    """What was read: a file or a record of a JSON Lines file.

    Attributes:
        path: As given on the command line (with "/" as separator), "-" for stdin,
            "file.jsonl#id" for a record.
        media_type: "text/plain", "text/markdown", "text/html" or "application/jsonl".
        text: The decoded text, untouched; lone surrogates are U+FFFD.
        sha256: Of the bytes read (of the record's text for a record).
        encoding: Name of the encoding used.
        size: Bytes read.
        blocks: The readable view, in reading order.
        entries: The manifest's or record's word on it; empty when there is none.
    """

    path: str
    media_type: str
    text: str
    sha256: str
    encoding: str
    size: int
    blocks: tuple[Block, ...] = ()
    entries: tuple[Entry, ...] = ()


@dataclass(frozen=True, slots=True)
class Source:
    """One article or statement of one publisher at one date.

    `date` is EDTF; `date_basis` says whether it is stated (manifest, dateline), inferred
    (year of a dateline from the dates around it, latest date it mentions) or unknown. `parent` is the source that embeds this one.
    `day_order` is "dmy" or "mdy" for dates in digits, as the manifest says; None = not said.
    """

    id: str
    document: str
    span: Span
    metadata: Metadata
    date_basis: Basis = Basis.UNKNOWN
    parent: str | None = None
    cites: tuple[str, ...] = ()
    derived_from: tuple[str, ...] = ()
    same_as: tuple[str, ...] = ()
    day_order: str | None = None


@dataclass(frozen=True, slots=True)
class Marker:
    """A citation marker taken out of a sentence, e.g. "[3]".

    `local` is the position in the sentence's passage where it stood; of a link, where its
    words end, and `start` where they begin (None for all other markers).
    """

    label: str
    local: int
    span: Span
    start: int | None = None


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words inside quotation marks: local (start, end) in the passage, marks excluded.

    `opens`/`closes` are False when the quotation began before or goes on after.
    """

    start: int
    end: int
    opens: bool = True
    closes: bool = True


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence, table row or key-value line of a source.

    Attributes:
        index: Position among all sentences of the document, from 0.
        kind: That of its block. Titles, bylines, datelines, notes and furniture are
            kept but carry no assertions.
        headings: Readable headings above it, outermost first (title not included).
        block: Index of its block in the document; a change means a new paragraph.
        header, cells: As in `Block`, cells local to this passage.
        markers: Citation markers that stood in it, by position.
        quotations: Quoted stretches, by position.
        told: Day on which it is told (EDTF), when a line above it says so; else None.
    """

    index: int
    source: str
    kind: BlockKind
    span: Span
    passage: Passage
    headings: tuple[str, ...] = ()
    block: int = 0
    header: tuple[str, ...] = ()
    cells: tuple[tuple[int, int], ...] = ()
    markers: tuple[Marker, ...] = ()
    quotations: tuple[Quotation, ...] = ()
    told: str | None = None

    @property
    def text(self) -> str:
        """The readable text."""
        return self.passage.text


@dataclass(frozen=True, slots=True)
class Note:
    """One footnote, endnote or numbered reference of a source: label as written, text."""

    label: str
    source: str
    span: Span
    passage: Passage


@dataclass(frozen=True, slots=True)
class Segmented:
    """A document cut into its sources, sentences and notes; `links` are those in sentences."""

    document: Document
    sources: tuple[Source, ...]
    sentences: tuple[Sentence, ...]
    notes: tuple[Note, ...]
    diagnostics: tuple[Diagnostic, ...] = ()
    links: tuple[Note, ...] = ()
