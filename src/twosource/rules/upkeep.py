"""The rules about baselines and decisions that no longer fit.

In:  a message. Out: rule and message as the report's diagnostic rows hold them.
"""

from __future__ import annotations

from twosource.rules.table import rule


@rule("CR401", "stale-baseline", "warning")
def stale_baseline(message: str) -> tuple[str, str]:
    """An entry of the baseline matches nothing any more, or its date has passed.

    Speaks: The two figures were made one; the entry that accepted their conflict is still there.
    Silent: The conflict is still there, at other lines of the texts.
    Settle: `twosource baseline prune` takes such entries out; renew a date that has passed.
    """
    return "CR401", message


@rule("CR402", "stale-decision", "warning")
def stale_decision(message: str) -> tuple[str, str]:
    """A reviewer's decision is about a finding that is there no more, or whose values have
    changed.

    Speaks: A conflict of 3,400 with 3,500 was explained; now the texts say 3,400 and 3,600.
    Silent: The same two values, at other lines or in one more source.
    Settle: Look at the finding again: decide it anew, or take the decision out of the file.
    """
    return "CR402", message
