"""An assertion: its value, what that is about, and who says so."""

from __future__ import annotations

from dataclasses import dataclass, field

from twosource.model.kinds import Kind, Modality
from twosource.model.places import Span
from twosource.model.values import DateValue, EventValue, Quantity


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
        agents: Canonical names of those who did it, where the words tell, sorted.
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
    agents: tuple[str, ...] = ()


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
