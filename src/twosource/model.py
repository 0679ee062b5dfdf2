"""The values that stages hand to each other: frozen, ordered, free of behaviour.

read -> Document -> segment -> Source, Sentence, Note -> extract -> Assertion
-> attribute -> Assertion with Origin -> match -> Cluster -> judge -> Cluster with
verdict -> report -> Report.

Every offset is a count of Unicode code points into `Document.text`, which is the
decoded file, untouched, for plain text, Markdown and HTML alike; so an offset is a
place in the file a person can open. Markup is taken out of sight, not out of the
text: a `Passage` is readable text that knows where each character came from.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from typing import Any


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
    manifest was written; None = not recorded.
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


@dataclass(frozen=True, slots=True)
class Interval:
    """The numbers a written figure can mean. None = unbounded on that side.

    `open` says which ends are excluded: "none", "low", "high" or "both".
    """

    low: Decimal | None
    high: Decimal | None
    open: str = "none"


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number as written, with unit and hedge.

    Attributes:
        low, high: What is written; equal for a point, one None for a bound ("more than 72").
        unit: "1" for counts and bare numbers, "%" for percentages, a UCUM code for
            measures, an ISO 4217 code for money, "version" for version numbers.
        noun: Singular of the counted noun ("member"), None when there is none.
        hedge: "about", "nearly", "more-than", "at-least", ... from hedges.toml; None = none.
        precision: One unit of the last significant digit, in `unit`. 0 when exact by
            nature ("two", "none").
        interval: What the algebra uses, in `unit`.
        iso: ISO 8601 duration for a quantity of time, else None.
        role: "cardinal", "ordinal", "percent", "money", "measure", "duration", "age",
            "ratio", "range", "version", "score", "identifier".
        whole: What it is a part of, where the text says so ("412 of 589"); else None.
    """

    low: Decimal | None
    high: Decimal | None
    unit: str
    noun: str | None
    hedge: str | None
    precision: Decimal
    interval: Interval
    iso: str | None = None
    role: str = "cardinal"
    whole: Decimal | None = None


@dataclass(frozen=True, slots=True)
class DateValue:
    """A date or period as EDTF (ISO 8601-2) with the days it can mean.

    Attributes:
        edtf: "1997-10", "196X", "1981-04/1981-05", "../2003", "1984~"; "" when unanchored.
        earliest, latest: ISO days "YYYY-MM-DD" (astronomical years, "-0043-03-15");
            None = unbounded, both None = unanchored. Of "early", "mid" and "late" a third
            (stretches.py tells how far beyond it the algebra lets them reach).
        type: "instant" (one moment, imprecisely known) or "period" (lasts from earliest
            to latest).
        anchor: None when the surface says it all; "document" when the document's date was
            needed; "context" when a date before it in the text was, or only its year was missing.
        hedge: "about", "before", "after", "since", "until", "early", "mid", "late",
            "mid-late", "early-mid", None.
        precision: "day", "month", "season", "quarter", "year", "decade", "century", "range".
        time: "HH:MM" or "HH:MM:SS" of the day, None when not stated.
        zone: "+03:00", "Z", or the zone as written; None when not stated.
        named: Day and month are written ("6 October"), and only the year is inferred.
    """

    edtf: str
    earliest: str | None
    latest: str | None
    type: str = "instant"
    anchor: str | None = None
    hedge: str | None = None
    precision: str = "day"
    time: str | None = None
    zone: str | None = None
    named: bool = False


@dataclass(frozen=True, slots=True)
class EventValue:
    """A named event: type (a sense of senses.toml), label, time, place, participants."""

    type: str
    label: str
    time: DateValue | None = None
    place: str | None = None
    participants: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ValueMention:
    """A value found in a passage: local span, kind and normalised value.

    `head` is the local span of the bare figure inside the mention ("3,400" in
    "roughly 3,400 members").
    """

    start: int
    end: int
    value: Quantity | DateValue
    head: tuple[int, int]

    @property
    def kind(self) -> Kind:
        """Quantity or date."""
        return Kind.QUANTITY if isinstance(self.value, Quantity) else Kind.DATE


@dataclass(frozen=True, slots=True)
class Scope:
    """Where, when and of what part a value holds; None and () = not stated.

    Attributes:
        place: Name of the place stated with it.
        time: EDTF of the time the clause states for the fact (not the value itself).
        as_of: EDTF of the day the statement is made for (stated, or the source's date).
        as_of_stated: False when `as_of` is only the source's date.
        part: "of whom", "including", "total", "per day": what marks it as part or rate.
        qualifiers: Further restricting words (ordinals, versions, "first", "largest").
    """

    place: str | None = None
    time: str | None = None
    as_of: str | None = None
    as_of_stated: bool = False
    part: str | None = None
    qualifiers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Slot:
    """What an assertion is about.

    Attributes:
        subject: Canonical name of the entity it is about; None when not resolved.
        attribute: Sense id ("found", "kill", ...), or the lemma of the counted or
            measured noun; "" when nothing could be read.
        scope: Place, time, part.
        entities: Canonical names in the sentence, sorted.
        terms: Content lemmas of the clause, sorted.
        context: Content lemmas of the sentence, headings and table headers, sorted.
        senses: Sense ids that govern the value, nearest first.
        measures: Measure ids that name the value, nearest first.
        noun: Lemma of the counted thing, stated or carried over; None when unknown.
        voice: Who gives the figure, of several who may differ ("police"); None = nobody named.
        again: The voice gives it for what was named before ("put the number at").
    """

    subject: str | None
    attribute: str
    scope: Scope = field(default_factory=Scope)
    entities: tuple[str, ...] = ()
    terms: tuple[str, ...] = ()
    context: tuple[str, ...] = ()
    senses: tuple[str, ...] = ()
    measures: tuple[str, ...] = ()
    noun: str | None = None
    voice: str | None = None
    again: bool = False


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who is said to say it.

    `speaker` is a name or phrase as written ("officials"), None when only notes are
    cited, the one meant when a pronoun is written; `cue` the words that show it;
    `citations` ids of cited works; `hearer` whom he told it, where that is a name; `span`
    where in the document speaker and cue stand, None when only notes are cited; `stance`
    "confirm", "deny" or "report" (only passed on), None when only notes are cited;
    `through` who passed the speaker's words on, as written ("the Daily, citing him, said").
    """

    speaker: str | None
    cue: str | None
    citations: tuple[str, ...] = ()
    hearer: str | None = None
    span: Span | None = field(default=None, compare=False)
    stance: str | None = field(default=None, compare=False)
    through: str | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Assertion:
    """What one source says: a value, its slot, who is said to say it, and how.

    `text` and `quote` are the exact document characters of `span` and `sentence`;
    `plain` is the readable sentence. `origin` is "" until attribute has run.
    """

    id: str
    source: str
    kind: Kind
    span: Span
    text: str
    sentence: Span
    quote: str
    plain: str
    value: Quantity | DateValue | EventValue
    slot: Slot
    modality: Modality = Modality.ASSERTED
    attribution: Attribution | None = None
    origin: str = ""
    index: int = 0  # of the sentence in its document


@dataclass(frozen=True, slots=True, order=True)
class Step:
    """One link of a chain of sources: `source` has it from `to`, as `span` shows.

    `to` is the id of a source of the corpus, or of the origin the chain ends in; `why` the
    rule in words; `document` the path `span` counts in, the words or note that show it.
    """

    source: str
    to: str
    why: str
    document: str
    span: Span


@dataclass(frozen=True, slots=True)
class Origin:
    """The root of a chain. `evidence` is human-readable; `steps` are the links to it."""

    id: str
    kind: OriginKind
    label: str
    evidence: tuple[str, ...] = ()
    steps: tuple[Step, ...] = ()


@dataclass(frozen=True, slots=True, order=True)
class Tie:
    """Two sources that are not strangers: `source` and `other`, by `kind`.

    `kind`: "author", "publisher", "owner", "site", "stated" (the manifest), "cites-author"
    (`source` cites or quotes the author of `other`), "cites" (it cites `other` itself),
    "copies" (sentences of `other` stand in it), "slips" (they alone share misspelt words).
    `evidence` says it in words; `document` and `span` where, None when it is metadata.
    """

    source: str
    other: str
    kind: str
    evidence: str
    document: str | None = None
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Work:
    """A cited publication. None = not stated in the note.

    `notes` are "source:label" of the notes that lead to it; `source` the id of the
    corpus source it is, when it is one.
    """

    id: str
    text: str
    author: str | None = None
    title: str | None = None
    outlet: str | None = None
    date: str | None = None
    url: str | None = None
    notes: tuple[str, ...] = ()
    source: str | None = None
    doi: str | None = None


@dataclass(frozen=True, slots=True)
class Alias:
    """Two names of one entity, with the rule that joined them and the words that state it."""

    name: str
    canonical: str
    rule: str
    evidence: str
    document: str | None = None
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Link:
    """Why two assertions stand in one cluster: field -> (level, weight), and their sum."""

    left: str
    right: str
    weight: float
    fields: tuple[tuple[str, str, float], ...]


@dataclass(frozen=True, slots=True, order=True)
class Beside:
    """An assertion that is no member of a cluster, but bears on its verdict.

    Attributes:
        id: The assertion.
        member: The member it is set beside.
        how: "denied" (it denies the member's value), "planned" (it plans what the member
            tells) or "scope" (another part, place or group of the same).
        reason: What tells the two apart, in words.
    """

    id: str
    member: str
    how: str
    reason: str


@dataclass(frozen=True, slots=True)
class Point:
    """One time of a series: first and last day, None = not known; the members told of it."""

    first: str | None
    last: str | None
    members: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Cluster:
    """The assertions that fill one slot, and what they show together.

    `members` are sorted assertion ids; `origins` the distinct known roots; `conflicts`
    pairs of members that exclude each other, or of a member and what denies it; `why` a trace
    of plain JSON values; `beside` what bears on the verdict from outside; `series` the
    members by time when their values changed with time, the earliest first.
    """

    id: str
    statement: str
    kind: Kind
    members: tuple[str, ...]
    links: tuple[Link, ...] = ()
    verdict: Verdict = Verdict.SINGLE_CITATION
    detail: Detail = Detail.ONE_SOURCE
    rule: str = "CR201"
    origins: tuple[str, ...] = ()
    conflicts: tuple[tuple[str, str], ...] = ()
    why: tuple[dict[str, object], ...] = ()
    beside: tuple[Beside, ...] = ()
    series: tuple[Point, ...] = ()


@dataclass(frozen=True, slots=True)
class Derivation:
    """A figure that others give by arithmetic.

    Attributes:
        kind: "sum", "rest", "share", "change", "step", "product", "span", "age" or
            "conversion".
        equation: As a reader would write it: "12 + 3 = 15".
        parts: Ids of the assertions it is made from. `result`: the one it gives.
    """

    id: str
    kind: str
    equation: str
    parts: tuple[str, ...]
    result: str


@dataclass(frozen=True, slots=True)
class Report:
    """Everything a run found. `complete` is False when an input could not be used."""

    documents: tuple[Document, ...]
    sources: tuple[Source, ...]
    assertions: tuple[Assertion, ...]
    origins: tuple[Origin, ...]
    clusters: tuple[Cluster, ...]
    aliases: tuple[Alias, ...] = ()
    works: tuple[Work, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()
    origin_groups: tuple[tuple[str, str], ...] = ()
    complete: bool = True
    derivations: tuple[Derivation, ...] = ()
    ties: tuple[Tie, ...] = ()

    def to_frames(self) -> dict[str, list[dict[str, object]]]:
        """Flat tables of plain values: name -> rows; see `twosource.report.frames.COLUMNS`."""
        return _late("frames").to_frames(self)  # type: ignore[no-any-return]

    def to_pandas(self) -> dict[str, Any]:
        """The same as pandas.DataFrame; raises UsageError when pandas is not installed."""
        return _late("tabular").to_pandas(self)  # type: ignore[no-any-return]

    def to_polars(self) -> dict[str, Any]:
        """The same as polars.DataFrame; raises UsageError when Polars is not installed."""
        return _late("tabular").to_polars(self)  # type: ignore[no-any-return]

    def to_arrow(self) -> dict[str, Any]:
        """The same as pyarrow.Table; raises UsageError when pyarrow is not installed."""
        return _late("tabular").to_arrow(self)  # type: ignore[no-any-return]

    def _repr_html_(self) -> str:
        """What a notebook shows: the counts, then conflicts with their quotes."""
        return str(_late("notebook").notebook_html(self))

    def _repr_mimebundle_(self, **_: object) -> dict[str, str]:
        """The same for front ends that choose: HTML, or one line of text."""
        return {
            "text/html": self._repr_html_(),
            "text/plain": str(_late("notebook").notebook_text(self)),
        }


def _late(name: str) -> Any:
    """A module of the stage report, imported when a report is shown or handed on."""
    from importlib import import_module

    return import_module(f"twosource.report.{name}")
