"""Dates that are told as so long after something else."""

from __future__ import annotations

from pathlib import Path

import pytest

import twosource
from twosource.model import DateValue, Quantity

ROWS = [
    # text, (day, time) that the length comes to; None = it stays a length
    (
        "The pipe burst at 21:14 on 12 April 2016. The valve was closed 146 minutes after the rupture.",
        ("2016-04-12", "23:40"),
    ),
    (
        "The pipe burst at 23:50 on 12 April 2016. The valve was closed 15 minutes after the rupture.",
        ("2016-04-13", "00:05"),
    ),  # past midnight
    (
        "The pipe burst at 21:14 on 12 April 2016. A gas line burst at 22:40. "
        "The valve was closed 146 minutes after the rupture.",
        None,
    ),  # after which of the two?
    (
        "Crews fought on 15 April 2016 to save the lake, three days after the pipe burst.",
        ("2016-04-12", None),
    ),  # back from the clause that is dated
    (
        "The mill closed on 4 May 2012, three days after the date it was announced.",
        None,
    ),  # what is dated is the date, not the announcement
    (
        "The fire broke out at 2:40 on 5 May 2014. Three minutes later the alarm was raised.",
        ("2014-05-05", "02:43"),
    ),
    (
        "The fire broke out at 2:40 on 5 May 2014. For three minutes after that the hall was dark.",
        None,
    ),  # a stretch
    (
        "The fire broke out at 2:40 on 5 May 2014. The brigade was not called until ten minutes "
        "after that.",
        ("2014-05-05", "02:50"),
    ),
    ("She had passed her inspection ten weeks before.", None),
]


@pytest.mark.parametrize(("text", "told"), ROWS)
def test_dates_counted_from_what_happened(
    tmp_path: Path, text: str, told: tuple[str, str | None] | None
) -> None:
    """The length keeps its own assertion; the date stands beside it, at the same place."""
    path = tmp_path / "a.txt"
    path.write_text(text, encoding="utf-8")
    found = twosource.corroborate([str(path)]).assertions
    lengths = {
        a.span for a in found if isinstance(a.value, Quantity) and a.value.role == "duration"
    }
    dates = [
        (a.value.edtf, a.value.time)
        for a in found
        if a.span in lengths and isinstance(a.value, DateValue)
    ]
    assert dates == ([] if told is None else [told])


def _joined(tmp_path: Path, *texts: str) -> set[tuple[str, frozenset[str]]]:
    paths = [tmp_path / f"{'abc'[index]}.txt" for index in range(len(texts))]
    for path, text in zip(paths, texts, strict=True):
        path.write_text(text, encoding="utf-8")
    report = twosource.corroborate([str(path) for path in paths])
    by = {item.id: item for item in report.assertions}
    return {
        (str(cluster.verdict), frozenset(by[name].text for name in cluster.members))
        for cluster in report.clusters
        if len(cluster.members) > 1
    }


def test_a_length_joins_the_date_another_source_gives(tmp_path: Path) -> None:
    """Also where only the other source dates what it is counted from."""
    joined = _joined(
        tmp_path,
        "The last valve of the Tarn line was closed 146 minutes after the rupture.",
        "The Tarn line ruptured at 21:14 on 12 April 2016. The last valve was closed at 23:40.",
    )
    assert ("agree", frozenset({"146 minutes", "23:40"})) in joined


def test_a_length_that_both_tell_stays_a_length(tmp_path: Path) -> None:
    """ "Within 146 minutes" and "146 minutes after": the length is what they share."""
    joined = _joined(
        tmp_path,
        "The line ruptured at 21:14 on 12 April 2016. The last valve was closed 146 minutes after "
        "the rupture.",
        "The last valve was closed 146 minutes after the line ruptured.",
    )
    assert not any("12 April 2016" in texts and len(texts) > 1 for _, texts in joined)
