"""First and last day of the EDTF forms that sources and scopes use."""

from __future__ import annotations

import pytest

from twosource.edtf import FIRST, LAST, bounds


@pytest.mark.parametrize(
    ("edtf", "days"),
    [
        ("1997-10", ("1997-10-01", "1997-10-31")),
        ("2012-02", ("2012-02-01", "2012-02-29")),
        ("2012-02-03", ("2012-02-03", "2012-02-03")),
        ("196X", ("1960-01-01", "1969-12-31")),
        ("19XX", ("1900-01-01", "1999-12-31")),
        ("1984~", ("1984-01-01", "1984-12-31")),
        ("1981-04/1981-05", ("1981-04-01", "1981-05-31")),
        ("../2003", (FIRST, "2003-12-31")),
        ("1997/..", ("1997-01-01", LAST)),
        ("2004-33", ("2004-01-01", "2004-03-31")),
        ("", None),
        ("2012-13-01", None),
        ("soon", None),
        ("XXXX-01-11", None),  # no year: cannot be placed
    ],
)
def test_bounds(edtf: str, days: tuple[str, str] | None) -> None:
    """Unreadable forms give None, never a guess."""
    assert bounds(edtf) == days
