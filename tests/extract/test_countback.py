"""Ages of bodies and lengths of what goes on, counted back from the day of the source."""

from __future__ import annotations

from pathlib import Path

import pytest

import twosource
from twosource.model import DateValue
from twosource.pipeline import extract_assertions

HEAD = "---\ndate: 2019-06-18\n---\n\n# Orvel\n\n"


def dates(folder: Path, text: str, head: str = HEAD) -> set[tuple[str, str]]:
    """EDTF and first sense of every date read from a text."""
    (folder / "a.md").write_text(f"{head}{text}\n", encoding="utf-8")
    found = extract_assertions([str(folder / "a.md")]).assertions
    return {
        (item.value.edtf, item.slot.senses[0] if item.slot.senses else "")
        for item in found
        if isinstance(item.value, DateValue)
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Orvel Mills, a 25-year-old family business, opened a plant.", ("1994~", "found")),
        ("The 12-year-old bridge was closed.", ("2007~", "build")),
        ("Helena Brandvik has led the museum for two and a half years.", ("2016-12~/..", "govern")),
        ("It has been fourteen months since the museum opened.", ("2018-04~", "open")),
        ("It was the worst flood in 40 years.", ("1979~/..", "flood")),
        ("The port saw its first strike for 27 years.", ("1992~/..", "labour-strike")),
        ("Orvel has not opened a school for 68 years.", ("1951~/..", "open")),
        ("Ann Dale won the cup, the youngest to do so in nearly 20 years.", ("1999~/..", "win")),
    ],
)
def test_counted_back(tmp_path: Path, text: str, expected: tuple[str, str]) -> None:
    assert expected in dates(tmp_path, text)


@pytest.mark.parametrize(
    "text",
    [
        "A 25-year-old man opened a plant.",  # no body
        "Helena Brandvik had led the museum for two years.",  # it is over
        "Helena Brandvik has led the museum for more than two years.",  # a bound
        "She led the museum for two years.",
        "It was the worst of the floods that came in 40 years.",
        "She won her first race in 40 years of running.",
        "She won the first race in more than 40 years.",  # a bound
        "For two years since the museum opened she led it.",
    ],
)
def test_silent(tmp_path: Path, text: str) -> None:
    assert dates(tmp_path, text) == set()


def test_nothing_to_count_from(tmp_path: Path) -> None:
    text = "Orvel Mills, a 25-year-old family business, opened a plant."
    assert dates(tmp_path, text, head="# Orvel\n\n") == set()


def test_it_agrees_with_the_year(tmp_path: Path) -> None:
    one = HEAD + "Orvel Mills, a 25-year-old family business, opened a plant.\n"
    (tmp_path / "a.md").write_text(one, encoding="utf-8")
    (tmp_path / "b.md").write_text(
        "# Mills\n\nOrvel Mills was founded in 1994.\n", encoding="utf-8"
    )
    report = twosource.corroborate([str(tmp_path)])
    by = {item.id: item for item in report.assertions}
    joined = [{by[m].text for m in cluster.members} for cluster in report.clusters]
    assert {"25-year-old", "1994"} in joined
