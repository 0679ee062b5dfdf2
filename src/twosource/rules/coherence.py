"""The rules about evidence that does not hold together by itself.

In:  what is wrong, in words, and where it stands. Out: the diagnostic that the report shows.
"""

from __future__ import annotations

from twosource.model import Diagnostic, Level, Span
from twosource.rules.table import rule


@rule("CR302", "does-not-add-up", "warning")
def does_not_add_up(message: str, document: str, span: Span) -> Diagnostic:
    """A sentence states figures and what they come to, and they do not come to that.

    Speaks: "12 men and 5 women, 18 people in all"; "204 m (690 ft)".
    Silent: "12 men and 5 women were killed; 18 people were hurt"; "204 m (670 ft)".
    Settle: One of the figures is a slip, or the sentence leaves something out; ask the source.
    """
    return Diagnostic("CR302", Level.WARNING, message, document, span)
