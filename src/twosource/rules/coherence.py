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
    Settle: Write the month as a word; until then only the year is compared.
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
def hidden(message: str, document: str, span: Span) -> Diagnostic:
    """Characters that are not seen stand inside a figure, or turn the direction of the text, so
    that what is read may differ from what is shown.

    Speaks: A zero-width space inside "3,400"; a right-to-left override before a figure.
    Silent: Marks of direction in Arabic or Hebrew text, outside figures.
    Settle: Take the characters out, or type the passage anew.
    """
    return Diagnostic("CR303", Level.WARNING, message, document, span)
