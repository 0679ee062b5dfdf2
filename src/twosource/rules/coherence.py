"""The rules about evidence that does not hold together by itself.

In:  what is wrong, in words, and where it stands. Out: the diagnostic that the report shows.
"""

from __future__ import annotations

from twosource.model import Diagnostic, Level, Span
from twosource.rules.table import rule


@rule("CR301", "ambiguous-date", "note")
def ambiguous(message: str, document: str, span: Span) -> Diagnostic:
    """A date can be read two ways, and no other date of the source tells which is meant.

    Speaks: "opened on 03/04/2012", when the source has no date such as 25/12/2012.
    Silent: "03/04/2012" beside "25/12/2012"; "3 April 2012"; "04/04/2012".
    Settle: Write the month as a word, or give the source a `day_order` ("dmy" or "mdy") in the
        manifest; until then only the year is compared.
    """
    return Diagnostic("CR301", Level.NOTE, message, document, span)


@rule("CR302", "does-not-add-up", "warning")
def does_not_add_up(message: str, document: str, span: Span) -> Diagnostic:
    """A sentence states figures and what they come to, and they do not come to that.

    Speaks: "12 men and 5 women, 18 people in all"; "204 m (690 ft)".
    Silent: "12 men and 5 women were killed; 18 people were hurt"; "204 m (670 ft)".
    Settle: One of the figures is a slip, or the sentence leaves something out; ask the source.
    """
    return Diagnostic("CR302", Level.WARNING, message, document, span)


@rule("CR303", "hidden-characters", "warning")
def hidden(message: str, document: str, span: Span | None = None) -> Diagnostic:
    """A document holds characters that make it look other than it reads: marks that turn the
    direction of the text, marks that are not seen inside a figure, or a word of letters of two
    alphabets that look alike.

    Speaks: A Cyrillic a in the name "Hаrbour", which then is another name than "Harbour".
    Silent: A unit such as kΩ, a Greek or Cyrillic word by itself.
    Settle: Look at the place in the file; correct it where it is a slip.
    """
    return Diagnostic("CR303", Level.WARNING, message, document, span)


@rule("CR305", "misquoted-source", "note")
def misquoted(message: str, document: str, span: Span) -> Diagnostic:
    """A source names another one for a figure, and that other one gives a different figure.

    Speaks: "The JRA counted 5,950 homeless" and, in the report of the JRA, "5,590 are homeless".
    Silent: "The JRA counted some 5,600 homeless"; a source that differs and names nobody.
    Settle: Look at both places; one of the two was miscopied, or two figures are meant.
    """
    return Diagnostic("CR305", Level.NOTE, message, document, span)
