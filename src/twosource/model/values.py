"""Numbers, dates and happenings as values, each with its interval."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from twosource.model.kinds import Kind


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
        either_half: Nothing tells whether `time` is before or after noon ("five past two"); it
            is then written as before noon, and stands for twelve hours later as well.
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
    either_half: bool = False


@dataclass(frozen=True, slots=True)
class EventValue:
    """A named event: type (a sense of senses.toml), label, time, place, participants.

    `agents` are those of the participants who did it or wanted it, where the words tell.
    """

    type: str
    label: str
    time: DateValue | None = None
    place: str | None = None
    participants: tuple[str, ...] = ()
    agents: tuple[str, ...] = ()


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
