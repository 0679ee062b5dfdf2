"""Bare sums in a source that writes one currency."""

from __future__ import annotations

from pathlib import Path

import pytest
from helpers import run

from twosource.model import Quantity

CASES = [
    # text, figure, unit
    ("Profit was $61 million on sales of 1.3 billion.", "1.3 billion", "USD"),
    (
        "Profit was $61 million; the dividend was 12 cents a share.",
        "12 cents a share",
        "USD/{share}",
    ),
    ("Profit was $61 million and 1.3 billion people use the product.", "1.3 billion", "1"),
    ("Profit was $61 million or EUR 57 million on sales of 1.3 billion.", "1.3 billion", "1"),
    ("The plan costs $61 million. They took 12.9 million anyway.", "12.9 million", "USD"),
    ("The plan costs $61 million. Of all, 12.9 million attended.", "12.9 million", "1"),  # people
    # a word for the money of several countries, where one of them is named
    ("It earned CHF 61 million and paid 310 million francs.", "310 million francs", "CHF"),
    ("It earned EUR 61 million and paid 310 million francs.", "310 million francs", "{franc}"),
    # a word that no code stands for does as well
    (
        "The dam cost 8.6 billion crowns. By 2025 the cost had risen to 10.2 billion.",
        "10.2 billion",
        "{crown}",
    ),
    (
        "The fine was 12 million pesos. The bank had budgeted a cost of 20 million.",
        "20 million",
        "{peso}",
    ),
    ("The dam cost 8.6 billion crowns. Of all, 1.2 million people live there.", "1.2 million", "1"),
    (
        "The dam cost 8.6 billion crowns or 400 million pesos. The cost rose to 10.2 billion.",
        "10.2 billion",
        "1",
    ),
    ("The firm had sales of 1.3 billion.", "1.3 billion", "1"),  # no currency anywhere
    (
        "The bridge cost 12 million talers. By May the cost had risen to 14 million.",
        "14 million",
        "{taler}",
    ),
    ("A stamp cost 2.10 florins. In May it went up and the price was 2.45.", "2.45", "{florin}"),
    ("The bridge cost 12 million talers. Its price was 14 in the poll.", "14", "1"),
    # what is counted elsewhere, and a part of what the sentence opens with
    (
        "It cost 12 million talers and serves 2.3 million homes. The operator's own figure is 2.3 million.",
        "2.3 million",
        "1",
    ),
    ("It cost 12 million talers. Of the homes affected, 1.4 million are dark.", "1.4 million", "1"),
]


@pytest.mark.parametrize(("text", "figure", "unit"), CASES)
def test_one_currency(tmp_path: Path, text: str, figure: str, unit: str) -> None:
    """Only where one currency is used, and only where money is measured."""
    report = run(tmp_path, {"a.txt": f"{text}\n"})
    units = [
        a.value.unit
        for a in report.assertions
        if a.text.startswith(figure) and isinstance(a.value, Quantity)
    ]
    assert set(units) == {unit}
