"""Bounds that somebody has set contradict each other; bounds of counts do not."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.helpers import run, verdicts
from twosource.report import to_dict
from twosource.verify import verify_report

TABLE = "# Harbour\n\n## Limits\n\n| Limit | Value |\n|---|---|\n| Boats per owner | 40 |\n"

ROWS = [
    # one, two, a value of the first, its verdict
    # two requirements, two permissions
    ("The saw needs at least 8 kg of oil.", "The saw runs on as little as 3 kg of oil.", "at least 8 kg", "single-citation"),
    ("The engine requires at least 4 GB of memory.", "The engine runs in as little as 2 GB of memory.", "at least 4 GB", "conflict"),
    ("The engine requires at least 4 GB of memory.", "The engine requires at least 4 GiB of memory.", "at least 4 GB", "agree"),
    ("The engine used at least 4 GB of memory.", "The engine used at least 2 GB of memory.", "at least 4 GB", "agree"),
    ("Up to 40 boats are allowed in the harbour.", "Up to 60 boats are allowed in the harbour.", "Up to 40", "conflict"),
    ("Up to 40 boats sank in the harbour.", "Up to 60 boats sank in the harbour.", "Up to 40", "agree"),
    ("The hall can seat no more than 350 guests.", "The hall can seat up to 320 guests.", "no more than 350", "conflict"),
    ("The ferry could take 350 passengers.", "The ferry was certified for 320 passengers.", "350", "conflict"),
    ("The speed limit on the bridge is 80 km/h.", "On the bridge a speed limit of 60 km/h applies.", "80 km/h", "conflict"),
    ("The ferry may take up to 40 minutes in winter.", "The ferry may take up to 30 minutes in winter.", "up to 40 minutes", "agree"),
    # what fits in is not what was there
    ("The ferry could take 350 passengers.", "The ferry carried 320 passengers.", "350", "single-citation"),
    # no bound at all
    ("Unlimited boats are allowed in the harbour.", "Up to 60 boats are allowed in the harbour.", "Unlimited", "conflict"),
    ("There is no limit on the number of boats in the harbour.", TABLE, "no limit on the number of", "conflict"),
    (TABLE, "Unlimited boats per owner are allowed in the harbour.", "40", "conflict"),
    # bounds of two plans are of two things
    ("Unlimited boats are allowed in the harbour.", "Up to 60 boats are allowed in the harbour; with a day pass up to 6 boats are allowed.", "Unlimited", "single-citation"),
    # a share that is promised, and one that was measured
    ("The plan carries a service level of 99.9 % monthly availability.", "The plan comes with an uptime guarantee of 99.95 %.", "99.9 %", "conflict"),
    ("The plan had 99.9 % availability in May.", "The plan comes with an uptime guarantee of 99.95 %.", "99.9 %", "single-citation"),
    ("The plan comes with an uptime guarantee of 99.9 %.", "The plan has a service level of 99.90 % availability.", "99.9 %", "agree"),
]  # fmt: skip


@pytest.mark.parametrize(("one", "two", "text", "verdict"), ROWS)
def test_norms(tmp_path: Path, one: str, two: str, text: str, verdict: str) -> None:
    texts = {f"{name}.md": f"{told}\n" for name, told in (("a", one), ("b", two))}
    report = run(tmp_path, texts)
    assert {found for found, _ in verdicts(report, text)} == {verdict}
    assert verify_report(to_dict(report), tmp_path) == ()
