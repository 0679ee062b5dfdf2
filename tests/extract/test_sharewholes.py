"""The whole of a count that a share elsewhere shows."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

import twosource
from twosource.model import Quantity

ROWS = [
    # what the second source tells of 9,812 of 187,420 candidates; the whole of 9,812
    ("5.2 % of the candidates failed the paper.", Decimal(187_420)),
    ("6.2 % of the candidates failed the paper.", None),  # does not fit
    ("5.2 % of the schools were closed.", None),  # of something else
    ("10 % of the candidates failed the paper.", None),  # and too round to show anything
]


@pytest.mark.parametrize(("share", "whole"), ROWS)
def test_a_share_shows_the_whole_of_a_count(
    tmp_path: Path, share: str, whole: Decimal | None
) -> None:
    (tmp_path / "a.txt").write_text(
        "There were 187,420 candidates. The paper was failed by 9,812 candidates.\n",
        encoding="utf-8",
    )
    (tmp_path / "b.txt").write_text(share + "\n", encoding="utf-8")
    report = twosource.corroborate([str(tmp_path)])
    values = [a.value for a in report.assertions if a.text == "9,812"]
    assert [v.whole for v in values if isinstance(v, Quantity)] == [whole]
