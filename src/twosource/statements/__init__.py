"""Compare two statements of prose directly: do they agree, contradict each other, or neither?

In:  two statements about one slot. Out: a `Stance` with the rule and the places that decide.
It is for statements that are known to be of one thing; two statements of different things are
`UNKNOWN` only as far as their words show it.
"""

from __future__ import annotations

from twosource.statements.compare import Compared, Stance, compare_statements

__all__ = ["Compared", "Stance", "compare_statements"]
