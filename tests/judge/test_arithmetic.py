"""Figures that follow from others, and the near misses that must not."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.helpers import run
from twosource.report import render, to_dict

ROWS = [
    # texts, equations
    (("The mill killed 12 men and 5 women.", "17 people were killed at the mill."), ["12 + 5 = 17"]),
    (("12 men and 5 women were killed at the mill.", "18 people were killed at the mill."), []),
    (("12 men and 5 women were killed at the mill.", "17 people were hurt at the mill."), []),
    (("12 men and 5 women were killed at the mill.", "17 sheep were killed at the mill."), []),
    (("Revenue rose by 10.5 % to 4,655 crowns from 4,212 crowns.",), ["4655 / 4212 - 1 = 10.5 %"]),
    (("Revenue rose by 11.5 % to 4,655 crowns from 4,212 crowns.",), []),
    (("They put 402 pupils in the old hall, 401 pupils in the barn and 403 in the tower: 1,206 pupils in all.",), ["402 + 401 + 403 = 1206"]),
    (("They put 402 pupils in the old hall, 401 pupils in the barn and 403 in the tower: 1,208 pupils in all.",), []),
    (
        ("Ada Brenner was born on 14 March 1903 and died on 2 November 1987.", "Ada Brenner died aged 84."),
        ["1987-11-02 - 1903-03-14 = 84 years"],
    ),
    (("Ada Brenner was born on 14 March 1903 and died on 2 November 1987.", "Ada Brenner died aged 83."), []),
    (("Ada Brenner was born on 14 March 1903. Otto Lind died on 2 November 1987 aged 84.",), []),
]  # fmt: skip


@pytest.mark.parametrize(("texts", "equations"), ROWS)
def test_derivations(tmp_path: Path, texts: tuple[str, ...], equations: list[str]) -> None:
    report = run(tmp_path, {f"{n}.txt": f"{text}\n" for n, text in enumerate(texts)})
    assert sorted({row.equation for row in report.derivations}) == equations
    known = {item.id for item in report.assertions}
    assert all({*row.parts, row.result} <= known for row in report.derivations)


def test_they_are_shown(tmp_path: Path) -> None:
    data = to_dict(run(tmp_path, {"a.txt": ROWS[6][0][0] + "\n"}))
    for form in ("text", "markdown", "html"):
        assert "Follows by arithmetic: 1" in render(data, form)
