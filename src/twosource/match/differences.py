"""Is a figure the difference between two others ("158 more than a year before")?

In:  an assertion. Out: yes or no. A difference is no figure of the thing itself: 158 nurses more
are not the nurses there are. A share by which something grew is told either way and left alone.
"""

from __future__ import annotations

import re
from typing import Final

from twosource.model import Assertion, Quantity

_MORE: Final = re.compile(
    r"\s(?:\w{2,20}\s)?(?:more|fewer|less|higher|lower|longer|shorter|larger|smaller|bigger|dearer|cheaper|heavier"
    r"|lighter|taller|faster|slower|better|worse)\s(?:[\w'’-]{1,20}\s){0,3}than\b"
)
_JOINING: Final = re.compile(  # "18 and more than thirty cars"
    r"\s(?:and|or|to|for|with|on|of|in|at|by|had|have|has|hold|was|were|holds|held|is|are)\s"
)
_SHARES: Final = frozenset({"%", "{times}", "{fraction}"})


def is_difference(item: Assertion) -> bool:
    """ "158 more than", "ten minutes longer than planned"; no for a percentage."""
    value = item.value
    if not isinstance(value, Quantity) or value.unit in _SHARES:
        return False
    behind = item.quote[item.span.end - item.sentence.start :]
    return _MORE.match(behind) is not None and _JOINING.match(behind) is None
