"""Tell numbers that count nothing: names, labels, references, times of day, years.

In:  a view and the place of a figure. Out: yes or no.
"""

from __future__ import annotations

import re
from typing import Final

from twosource.extract.quantities.lexis import words
from twosource.extract.quantities.shapes import Figure, View
from twosource.lexicon import load
from twosource.text import stopwords

_COUNTED: Final = re.compile(
    r"[ ]?%|[,.][0-9]| (?:[a-z]{2,20} )?(?!(?:runs|leaves|goes|stops|serves|departs|arrives|is|was|has)(?![a-z]))(?:[a-z]{2,20}s|people|men|women|children)(?![a-z])"
)
# Behind a number that names: "Room 41 reopens", "Hill 60 changed hands", "layer 4 held bones"
_VERB_BEHIND: Final = re.compile(
    r" (?:([a-z]{2,20}) [a-z]{2,20}s(?![a-z])"
    r"|(?:re)?(?:opens|closes|contains|belongs|begins|remains|comes|takes|becomes|says|reads|lies|provides|applies|sits)(?![a-z])"
    r"|(?:holds|shows|stands|covers|houses|hosts|ends|needs|starts|returns|gives|sets|deals|lists|states|faces)"
    r" (?:the|an?|that|more|its|their|his|her|to|on|in|at|no|up|over|about|only|with|several|many|some|few|[0-9]))"
)
_SQUARE: Final = re.compile(r"[ ]?(?:[kcm]?m[23²³]?|ha|sq[. ]|k?g|ft|°[CF]?)(?![A-Za-z0-9])")
_LETTERS: Final = re.compile(r"[a-z]{1,20}")
_CLOSED_LIST: Final = re.compile(r"[0-9,; -]{0,20}\]")
_LIST_MARK: Final = re.compile(r"\.?\)[ ]|\.[ ]+[A-Za-z]|\.\)$")
_NAMED_LIST: Final = re.compile(
    r"(?<![a-z])([a-z]{3,12}s) (?:[0-9]{1,4}, ){0,5}[0-9]{1,4}(?:,? (?:to|and|or|through) |, |[-–])$"
)
_JOINED: Final = re.compile(r"[0-9](?:,? (?:to|and|or|through) |, |[-–])$")
_NOTES: Final = re.compile(r"(?<![a-z])(?:foot)?notes?: $")  # "Notes: 1. Totals ..."
_ONE_DECIMAL: Final = re.compile(r"[0-9]{1,2}\.[0-9](?![0-9])")
_CLOCK: Final = re.compile(
    r"[ ]?(?:[ap]\.?m\b|o['’]clock|hrs\b(?= local)| hours (?:gmt|utc|local))"
)
_WORD_BEFORE: Final = re.compile(r"([^\W\d_]{1,30})(\.?)[ \u00a0]$")
_NAME_BEFORE: Final = re.compile(r"(?:^|[\s(“\"'‘])([a-z]?[A-Z][\w.&'’-]{0,40})[ \u00a0-]$")
_SCALE_BEFORE: Final = re.compile(r"(?<![^\W_])([a-z]{1,9})(?:[ -]| of )?$")
_STREET: Final = re.compile(r" (?:[A-Z][\w.'’-]{1,20} ){1,3}?([A-Z][a-z]{1,10})(?![\w-])")
_OF_NAME: Final = re.compile(r"(?<![^\W_])[A-Z][a-z]{2,14} of (?:the )?$")
_CAPITAL: Final = re.compile(r"[ -][A-Z][a-z]{2}")
_LOWER_BEFORE: Final = re.compile(r"(?:(?<![^\W_])[a-z]{1,12}|(?:^|[.!?:“\"(] ?)The),? $")
_PLAIN_WORD: Final = re.compile(r"(?<![^\W_])[a-z]{5,20}(?![^\W_])")
_NEAR: Final = 60
_NUMBERS: Final = re.compile(
    r"(?<![a-z])(?:the|its|their|his|her|our|this|that|an?) (?:[a-z-]{2,16} ){0,2}?([a-z-]{2,15}[a-rt-z]) numbers $"
)
_ERA: Final = re.compile(r" (?:cal\.? )?BCE?(?![A-Za-z])")
_IN_FIGURES: Final = re.compile(r"-(?:figures?|digits?)(?![a-z])")  # "a six-figure sum"
_FIGURES: Final = re.compile(r" figures(?![a-z])")
_LOW_HIGH: Final = re.compile(r"(?<![a-z])(?:low|mid|high|into|in|of|reach|reached) $")
_CALLED: Final = re.compile(  # "her account number is 9321483"
    r"(?:(?<![a-z])([a-z]{2,14}) number|(?<![a-z])(?:pin|passcode|postcode|password|isbn|squawk))"
    r" (?:is|was|of|:|code) $"
)
_BETWEEN: Final = re.compile(r"[\[(][ ]?$")
# "a nurse, Danica Orell (29), and": an age rather than the number of a note
_AGED: Final = re.compile(r"(?<![\w.])[A-Z][\w’'-]{1,16} [A-Z][\w’'-]{1,20} \($")
_NUMBERED_WORD: Final = re.compile(r"(?:([a-z]{1,12}|[^\sa-z]) |^)([a-z]{3,12}) $")
_GROUPS: Final = re.compile(r"(?:[ \u00a0\u2009\u202f][0-9]{3}(?![0-9])){1,6}")
_INITIALS: Final = re.compile(r"[A-Z]{2,3}")
_NUMBERED: Final = re.compile(r"(?:\s|^)(?:no|nos|№)[ ]?\.?[ ]?$")


def is_time(view: View, start: int, end: int) -> bool:
    """ "2 pm", "10:30", "6 o'clock"?"""
    if view.text[end : end + 1] == ":" and view.text[end + 1 : end + 2].isdigit():
        return True
    exact = "." in view.low[start:end] and view.low[end - 3 : end - 2] != "."  # "2.1 pm", "2.30 pm"
    return _CLOCK.match(view.low, end) is not None and end - start <= 5 and not exact


def is_label(view: View, start: int, end: int) -> bool:
    """ "page 34", "No. 5", "[7]", "1. First": a number that names its bearer?"""
    low = view.low
    if _NUMBERED.search(low, max(0, start - 6), start):
        return True
    if low.startswith(": ", max(0, start - 2)) and _is_note(low, start, end):
        return True
    opened = _BETWEEN.search(low, max(0, start - 2), start)
    if opened and low[opened.start()] == "[" and _CLOSED_LIST.match(low, end):
        return True
    if opened and low[end : end + 1] == ")" and end - start <= 2:
        return _AGED.search(view.text, max(0, start - 44), start) is None
    if end - start > 2 and _is_called(view, start):
        return True
    if view.opens(start) and _LIST_MARK.match(low, end):
        return True
    return _labelled(view, start, end) or (_goes_on(view, start) and not _counts(view, end))


def _is_note(low: str, start: int, end: int) -> bool:
    """ "Notes: 1. Totals may not add up."."""
    led = _NOTES.search(low, max(0, start - 12), start) is not None
    return led and _LIST_MARK.match(low, end) is not None


def _is_called(view: View, start: int) -> bool:
    """ "Her account number is 9321483", "his PIN was 4417"."""
    match = _CALLED.search(view.low, max(0, start - 44), start)
    word = match.group(1) if match else None
    known = words("labels") | words("identifiers", "codes") | words("identifiers", "calls")
    return match is not None and (word is None or word in known)


def _goes_on(view: View, start: int) -> bool:
    """ "lots 12 to 18", "pages 3, 7 and 9": behind a number that is a name."""
    if not _JOINED.search(view.low, max(0, start - 11), start):
        return False
    match = _NAMED_LIST.search(view.low, max(0, start - 44), start)
    return match is not None and match.group(1) in words("labels")


def _numbers(view: View, start: int) -> bool:
    """ "The brigade numbers 3,400": a verb; "the lot numbers 12 and 14" name."""
    match = _NUMBERS.search(view.low, max(0, start - _NEAR), start)
    return match is not None and match.group(1) not in words("labels", "numbered")


def _labelled(view: View, start: int, end: int) -> bool:
    match = _WORD_BEFORE.search(view.low, max(0, start - 33), start)
    if match is None or match.group(1) not in words("labels"):
        return False
    if match.group(1) in {"no", "number", "numbers"} and not match.group(2):
        return match.group(1) != "no" and not _numbers(view, start)
    written = view.text[match.start(1)]
    named = written.isupper() and view.before(match.start(1)) not in {
        "",
        ".",
        "!",
        "?",
        ":",
    }
    counts = _counts(view, end) and not _verb_follows(view, end)
    return named or not counts or match.group(1) in words("labels", "always")


def _verb_follows(view: View, end: int) -> bool:
    """Is what looks like a counted thing a verb, or the object of one?"""
    match = _VERB_BEHIND.match(view.low, end)
    if match is None:
        return False
    verb = match.group(1)
    return verb is None or verb.endswith("ed") or verb in words("labels", "told")


def _counts(view: View, end: int) -> bool:
    """Does a plural or a unit follow, as in "the camp 400 people left", "area 198 000 m²"?"""
    groups = _GROUPS.match(view.text, end)
    end = groups.end() if groups else end
    return _COUNTED.match(view.text, end) is not None or _SQUARE.match(view.text, end) is not None


def is_named(view: View, start: int, end: int) -> bool:
    """ "Boeing 747", "Apollo 11", "Camp-3": part of a name, when nothing is counted?"""
    match = _NAME_BEFORE.search(view.text, max(0, start - 44), start)
    if match is None or _counts(view, end) or "," in view.text[start:end]:
        return False
    word = match.group(1)
    if _GROUPS.search(view.text, start, end) and _INITIALS.fullmatch(word):
        return False  # "KR 500 000": letters that stand for money
    if scale_before(view, start) or _is_state(word) or _is_entry(word.lower()):
        return False
    if match.group()[-1] == "-":
        return True
    if view.before(match.start(1)) in {*'.!?:“"', ""}:
        return word.lower() not in _openers() and not word.lower().endswith(("ing", "ed", "ly"))
    return True


def is_address(view: View, end: int) -> bool:
    """ "1600 Pennsylvania Avenue", "12 Main Street": the number of a house?"""
    match = _STREET.match(view.text, end)
    return match is not None and match.group(1).lower().rstrip(".") in words("streets")


def is_of_name(view: View, start: int) -> bool:
    """ "Group of Seven": a number word with a capital inside a name?"""
    return (
        view.text[start].isupper()
        and _OF_NAME.search(view.text, max(0, start - 24), start) is not None
    )


def is_in_name(view: View, start: int, end: int) -> bool:
    """ "the Five Star Movement", "the Six-Day War": a capital inside a sentence, before a capital.

    In a heading every word has one, so that a plain word must stand near by.
    """
    if not view.text[start].isupper() or _CAPITAL.match(view.text, end) is None:
        return False
    if _LOWER_BEFORE.search(view.text, max(0, start - 14), start) is None:
        return False
    near = view.text[max(0, start - _NEAR) : start] + " " + view.text[end : end + _NEAR]
    return any(word not in stopwords() for word in _PLAIN_WORD.findall(near))


def is_of_era(view: View, end: int) -> bool:
    """ "12,000 BC": a year that no date could take in."""
    return _ERA.match(view.text, end) is not None


def is_long_figure(view: View, start: int, end: int) -> bool:
    """ "a six-figure sum", "in the low six figures": how long a number is that nobody tells."""
    if _IN_FIGURES.match(view.low, end):
        return True
    led = _LOW_HIGH.search(view.low, max(0, start - 9), start) is not None
    return led and _FIGURES.match(view.low, end) is not None


def is_numbered(view: View, start: int, end: int) -> bool:
    """ "on day three", "Phase two": a number word that names; not "that day three men died"."""
    match = _NUMBERED_WORD.search(view.low, max(0, start - 40), start)
    if match is None or match.group(2) not in words("labels"):
        return False
    lead = match.group(1)
    if lead is None or not lead.isalpha():
        opening = match.group(2) not in words("labels", "verbs")  # not "Build two houses"
    else:
        opening = lead in words("labels", "leads")
    if opening:
        return True
    closed = view.closes(end) or view.low[end : end + 1] in ".,;)"
    return closed and lead not in words("labels", "pointing")


def scale_before(view: View, start: int) -> tuple[str, int] | None:
    """ "Mw 6.6", "magnitude-6.6": what the figure measures, and where its name begins."""
    match = _SCALE_BEFORE.search(view.low, max(0, start - 14), start)
    name = load("numbers")["named_scales"]["words"].get(match.group(1)) if match else None
    decimal = _ONE_DECIMAL.match(view.low, start) is not None
    return (name, match.start(1)) if match and name and decimal else None


def _is_state(word: str) -> bool:
    """ "Dead 4.": what became of so many people."""
    return word.lower() in load("countnouns")["states"]


def _is_entry(word: str) -> bool:
    """The name of a measure or of an entry, which a figure belongs to."""
    return word in words("statistics") or word in words("statistics", "entries")


def _openers() -> frozenset[str]:
    """Plain words that open a sentence before a figure."""
    return stopwords() | words("openers")


def is_year(view: View, figure: Figure, plural: bool) -> bool:
    """A bare four-digit number that stands where a year would?"""
    written = view.text[figure.start : figure.end]
    if (
        len(written) != 4
        or not written.isdigit()
        or not 1000 <= figure.value <= 2100
        or figure.scaled
    ):
        return False
    before = _LETTERS.findall(view.low[max(0, figure.start - 24) : figure.start])
    dated = bool(before) and before[-1] in words("words_that_date", "before")
    if not dated and (figure.value < 1500 or view.low.startswith(" of ", figure.end)):
        return False
    round_number = figure.value % 100 == 0
    if 1900 <= figure.value <= 2100 and not round_number:
        return True
    return dated or not plural
