"""Figures of different voices are one disputed fact; figures of different things are not."""

from __future__ import annotations

from pathlib import Path

import pytest

from twosource import corroborate

CASES = [
    # first source, second source, is it a conflict
    ("Police put the crowd at 18,000. The organisers spoke of 60,000.", "The organisers of the march spoke of 60,000 people.", True),
    ("The police count 18,000 people, the organisers 60,000.", "The police counted 18,000 people at the march.", True),
    ("Police said 18 people were killed, the hospital said 60 were injured.", "Police said 18 people were killed.", False),
    ("Arl Motors said it sold 30,000 cars, Bem Motors said it sold 50,000.", "Arl Motors said it sold 30,000 cars.", False),
    ("Police said 18,000 people marched on Friday. The ministry said 40 of them were arrested.", "Police said 18,000 people marched on Friday.", False),
    # short answers of two voices, a list that is kept, a writer who answers what is said
    ("How many nurses were on duty? Four, says the hospital. Two, says the union.", "Four nurses were on duty that night.", True),
    ("Some 340 cases were left behind, says the airport. The union of the ground staff speaks of 1,100 and invites anybody to look.", "At the airport 340 cases were left behind.", True),
    ("Police spoke of three people missing. On the list at the church door there are eight names.", "Three people are missing, police said.", True),
    ("The group says that it has fourteen ships. It has seventeen, three of them laid up.", "The group has fourteen ships.", True),
    ("The group says that it has fourteen ships. It has seventeen hotels, three of them closed.", "The group has fourteen ships.", False),
    ("The ministry says that the firm owes 300 million. The firm says that it paid 200 million.", "The firm owes 300 million, the ministry says.", False),
    # said again in full, or in a verb of giving figures
    ("While the ministry reports 31 deaths, doctors say that at least 70 people have died.", "The ministry reports 31 deaths.", True),
    ("The airline said 212 passengers were stranded, the airport said 340 passengers were stranded.", "The airline said 212 passengers were stranded.", True),
    ("The lake rose by 3.2 metres according to the water board and by 4 metres according to residents.", "According to the water board the lake rose by 3.2 metres.", True),
    ("The chamber puts the debts at 31.4 million crowns, the club at 18.6.", "The club puts its debts at 18.6 million crowns.", True),
    ("The length of the queue is given as 320 metres by the shop and as 600 metres by the police.", "The queue was 600 metres long, police said.", True),
    ("In Arle the police counted 40 dead, in Brom rescuers counted 30 dead.", "In Arle the police counted 40 dead.", False),
    ("The ministry says 31 people died on Monday, hospitals say 12 people died on Tuesday.", "The ministry says 31 people died on Monday.", False),
    ("The union says 400 nurses are ill; the hospital says 600 nurses are on duty.", "The union says 400 nurses are ill.", False),
    ("Eighty-four of us sat there. The colonel got twenty-five years, I got twelve.", "Eighty-four soldiers sat there.", False),
    # one voice, named more briefly
    ("According to the ministry's report, assets were sold for 52 million. The sum of 41 million, according to that report, is held back.", "According to the ministry's report, assets were sold for 52 million.", False),
]  # fmt: skip


@pytest.mark.parametrize(("one", "two", "conflict"), CASES)
def test_disagreement(tmp_path: Path, one: str, two: str, conflict: bool) -> None:
    """A source that sets two voices side by side shows what both speak of."""
    for name, text in (("one", one), ("two", two)):
        (tmp_path / f"{name}.txt").write_text(text + "\n", encoding="utf-8")
    report = corroborate([str(tmp_path)])
    assert any(cluster.verdict == "conflict" for cluster in report.clusters) is conflict


def test_a_figure_is_set_against_the_one_of_its_own_sentence(tmp_path: Path) -> None:
    """The farmers' eleven answers the firm's three tonnes, not the cows of the sentence before."""
    told = "The firm put the dead fish at three tonnes, the farmers at eleven."
    (tmp_path / "one.txt").write_text(f"Thirty-seven cows perished. {told}\n", encoding="utf-8")
    (tmp_path / "two.txt").write_text("Thirty-seven cows perished.\n", encoding="utf-8")
    report = corroborate([str(tmp_path)])
    cows = {item.id for item in report.assertions if item.text == "Thirty-seven"}
    assert {str(c.verdict) for c in report.clusters if cows & set(c.members)} == {"agree"}
