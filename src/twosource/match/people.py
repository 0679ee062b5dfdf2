"""Tell whether two names can be one person's.

In:  two names as written. Out: yes or no, the same for either order.
"""

from __future__ import annotations

from typing import Final

from rapidfuzz import fuzz

from twosource.text import fold

_GIVEN: Final = 72.0  # likeness of two spellings of a given name, 0 to 100
_SURNAME: Final = 79.0


def one_person(one: str, two: str) -> bool:
    """Can two names be one person's: surnames alike, given names or their initials, too?

    "A. Brezik" is "Anton Brezik"; "Mirella Dostán" is "Mirela Dostan"; a brother is not.
    """
    left, right = fold(one).replace("-", " ").split(), fold(two).replace("-", " ").split()
    if not left or not right or left[0][0] != right[0][0]:
        return False
    given = min(len(left[0].strip(".")), len(right[0].strip(".")))
    if given > 1 and fuzz.ratio(left[0], right[0]) < _GIVEN:
        return False
    return fuzz.ratio("".join(left[1:]), "".join(right[1:])) >= _SURNAME
