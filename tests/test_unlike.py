"""Values of two kinds: they agree or nothing is said, the same in either order."""

from __future__ import annotations

from dataclasses import replace
from decimal import ROUND_HALF_UP, Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from twosource.extract.quantities import read_quantities
from twosource.intervals import Relation, compare_quantities, pair_in_one_unit
from twosource.model import Quantity


def quantity(text: str) -> Quantity:
    """The one quantity of a text."""
    (found,) = read_quantities(text)
    assert isinstance(found.value, Quantity)
    return found.value


AGREE, SILENT, APART = Relation.COMPATIBLE, Relation.INCOMPARABLE, Relation.EXCLUDES
CASES = [
    # one, two, relation
    ("$24 a share", "$24", AGREE),  # apiece, which is left out
    ("$24 a share", "$27", SILENT),  # of something else, perhaps
    ("$24 a day", "$24", AGREE),  # in time, which is left out
    ("$24 a day", "$27", SILENT),
    ("$24 a day", "$24 a share", SILENT),
    ("€340 million", "340 million", AGREE),
    ("€340 million", "1.1 billion", SILENT),
    ("4.6 days", "4.6", AGREE),
    ("46 days", "46", SILENT),  # two digits may stand anywhere
    ("91.3 percent", "91.3", AGREE),
    ("seven times", "seven raids", AGREE),
    ("seven times", "seven", SILENT),  # of what?
    ("seven times", "nine raids", SILENT),
    ("at least a dozen times", "fourteen raids", AGREE),
    ("four below zero", "minus 4 degrees Celsius", AGREE),
    ("four below zero", "minus 5 degrees Celsius", SILENT),
    ("thirteen votes to nil", "13 votes", AGREE),
    ("thirteen votes to nil", "13 toes", SILENT),
    ("six votes to two", "6 votes to 2", Relation.EQUAL),
    ("six votes to two", "six votes to one", APART),
    ("a 3-1 win", "a 1-3 defeat", AGREE),  # told from the other side
    ("164,300", "approximately 164,000 tonnes", AGREE),
    ("164,300", "approximately 190,000 tonnes", SILENT),
]


HEAT = [
    ("nine degrees", "48 degrees Fahrenheit", AGREE),  # told on the other scale
    ("nine degrees", "58 degrees Fahrenheit", SILENT),
]


@pytest.mark.parametrize(("one", "two", "expected"), [*CASES, *HEAT])
def test_kinds(one: str, two: str, expected: Relation) -> None:
    """Two kinds agree, or are not compared; two results are of one kind."""
    left, right = quantity(one), quantity(two)
    assert compare_quantities(left, right) is compare_quantities(right, left) is expected


SHARES = [
    # count, whole of it, share, whole of that, relation
    ("17 claims", 24, "seven in ten", None, AGREE),
    ("19 claims", 24, "seven in ten", None, SILENT),
    ("9 doors", 31, "about a third", None, AGREE),
    ("36 guns", None, "half", 72, AGREE),
    ("40 guns", None, "half", 72, SILENT),
    ("72 guns", None, "about 95 percent", 72, SILENT),  # the whole itself
    ("36 guns", None, "half", None, SILENT),
    ("£1.06 million", 1_930_000, "55 percent", None, AGREE),
    ("£1.06 million", None, "55 percent", 1_930_000, SILENT),  # a whole of what?
]


@pytest.mark.parametrize(("count", "of", "share", "whole", "expected"), SHARES)
def test_shares(
    count: str, of: int | None, share: str, whole: int | None, expected: Relation
) -> None:
    """A count is compared with a share where the whole is told with either."""
    left = replace(quantity(count), whole=Decimal(of) if of else None)
    right = replace(quantity(f"{share} of them"), whole=Decimal(whole) if whole else None)
    assert compare_quantities(left, right) is compare_quantities(right, left) is expected


WHOLES = st.integers(min_value=2, max_value=5_000)


@given(WHOLES, st.data())
def test_an_honest_share_agrees(whole: int, data: st.DataObject) -> None:
    """A count of its whole, and the share told to a place, a percent or with a bound."""
    part = data.draw(st.integers(min_value=1, max_value=whole - 1))
    exact = Decimal(part) / whole * 100
    tenth, whole_percent = (exact.quantize(Decimal(at), ROUND_HALF_UP) for at in ("0.1", "1"))
    told = [f"{tenth} percent", f"{whole_percent} percent", f"about {whole_percent} percent"]
    told += [f"more than {int(exact)} percent"] * (int(exact) < exact)
    shares = [quantity(text) for text in told if text.split()[-2] not in {"0", "0.0"}]
    count = replace(quantity(f"{part:,} men"), whole=Decimal(whole))
    for share in shares:
        assert compare_quantities(count, share) is Relation.COMPATIBLE
        assert compare_quantities(share, count) is Relation.COMPATIBLE
        assert pair_in_one_unit(count, share) is not None


TEXTS = [text for row in CASES for text in row[:2]] + [row[0] for row in SHARES]


@given(st.sampled_from(TEXTS), st.sampled_from(TEXTS), st.decimals(0, 5_000, places=0))
def test_two_kinds_never_exclude_each_other(one: str, two: str, whole: Decimal) -> None:
    """The same in either order; only results exclude each other; a wider interval agrees as well."""
    left, right = quantity(one), replace(quantity(two), whole=whole or None)
    found = compare_quantities(left, right)
    assert found is compare_quantities(right, left)
    if left.unit == right.unit or left.role == right.role == "score":
        return
    assert found in {AGREE, SILENT}
    span = right.interval
    low, high = (None if end is None else end + by for end, by in ((span.low, -1), (span.high, 1)))
    wider = replace(right, interval=replace(span, low=low, high=high))
    assert found is SILENT or compare_quantities(left, wider) is AGREE
