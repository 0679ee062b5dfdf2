"""Which voice gives which figure, and when two voices stand side by side."""

from __future__ import annotations

import pytest

from twosource.extract.values import read_values
from twosource.extract.voices import voices

CASES = [
    ("Police put the crowd at 18,000.", [("police", True)]),
    ("The organisers, the Open Hills movement, spoke of 60,000.", [("organisers", False)]),
    ("The police count 18,000 people, the union 60,000.", [("police", False), ("union", True)]),
    ("9,000 packs are recalled, although the dairy puts the number at 8,000.", [None, ("dairy", True)]),
    ("Harl Dairy, which has a fifth of the market, said its own records showed 9,800.", [None, ("harl dairy", False)]),
    ("Seven were hurt according to the police, nine according to the medics.", [("police", False), ("medics", False)]),
    ("Ford said it sold 30,000 cars, Toyota said it sold 50,000.", [None, None]),  # its own each
    ("The firm employs 200 people.", [None]),
    ("18,000 people came.", [None]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_voice(text: str, expected: list[tuple[str, bool] | None]) -> None:
    """The voice of each figure, None where nobody is set against anybody."""
    places = [(value.start, value.end) for value in read_values(text)]
    found = [None if v is None else (v.who, v.again) for v in voices(text, places)]
    assert found == expected
